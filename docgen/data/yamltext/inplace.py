"""A text as it stands in YAML source: where each letter of its value is spelled, and pieces of it replaced in place."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from docgen.text.folding import nfc
from docgen.text.patterns import lazy_re

_PROPERTIES: Final = lazy_re(r"(?:[&!]\S*\s+)*")
_BLOCK_HEADER: Final = lazy_re(r"[|>][^\n]*\n")
_ESCAPE: Final = lazy_re(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\n[ \t]*|[^\n])")
_BREAK: Final = lazy_re(r"[ \t]*\n[ \t]*")
_NEEDS_QUOTES: Final = lazy_re(r":(?:\s|\Z)|\s#|\A[-?:](?:\s|\Z)|\A[\[\]{},#&*!|>'\"%@`]|\A\s|\s\Z|\A(?:~|null|Null|NULL)\Z")
_FLOW_MARKS: Final = lazy_re(r"[\[\]{},]")


class NotInPlace(ValueError):
    """The source does not spell the value in a way that can be followed letter by letter."""


class Scalar(NamedTuple):
    """Where a text stands in the source: from `start` to `end`, how it is quoted, and whether it stands in brackets."""

    start: int
    end: int
    style: str
    in_flow: bool


class Piece(NamedTuple):
    """Words that are to stand in a value in place of those from `start` to `end`."""

    start: int
    end: int
    new: str


class Splice(NamedTuple):
    """Letters that are to stand in a source in place of those from `start` to `end`."""

    start: int
    end: int
    new: str


def spots(source: str, scalar: Scalar, value: str) -> list[tuple[int, int]]:
    """Return for each letter of `value` from where to where it stands in `source`; raise `NotInPlace` where it is not found.

    A blank that the source spells as a line break stands from the end of one line to the first letter of the next.
    """
    at = _content_start(source, scalar)
    if scalar.style == "|":
        return list(_literal_spots(source, at, value))
    found = []
    for index, letter in enumerate(value):
        behind = value[index + 1] if index + 1 < len(value) else ""
        spot = _blank_spot(source, at, letter, behind) if letter in " \n" else None
        spot = spot or _letter_spot(source, at, letter, scalar)
        if spot[1] > scalar.end:
            raise NotInPlace(value)
        found.append(spot)
        at = spot[1]
    return found


def _literal_spots(source: str, at: int, value: str) -> Iterator[tuple[int, int]]:
    """Yield where the letters of a text below a `|` stand, whose first line begins at `at`: line by line behind one indent."""
    indent: int | None = None
    lines = value.split("\n")
    for number, line in enumerate(lines, start=1):
        end = source.find("\n", at)
        end = len(source) if end < 0 else end
        if line and indent is None:
            indent = next((blanks for blanks in range(end - at) if nfc(source[at + blanks : end]) == line), None)
        if line and (indent is None or nfc(source[at + indent : end]) != line):
            raise NotInPlace(value)
        start = at + (indent or 0)
        if source[start:end] == line:
            yield from zip(range(start, end), range(start + 1, end + 1), strict=True)
        else:
            for letter in line:
                stop = start + 1 if source[start] == letter else _end_of_composed(source, start, letter)
                if stop is None:
                    raise NotInPlace(value)
                yield start, stop
                start = stop
        if number < len(lines):
            yield end, end + 1
        at = end + 1


def _content_start(source: str, scalar: Scalar) -> int:
    at = _properties_end(source, scalar)
    if scalar.style in ("|", ">"):
        header = _BLOCK_HEADER.match(source, at)
        return header.end() if header else scalar.end
    return at + (scalar.style in ("'", '"'))


def _properties_end(source: str, scalar: Scalar) -> int:
    properties = _PROPERTIES.match(source, scalar.start, scalar.end)
    return properties.end() if properties else scalar.start


def _blank_spot(source: str, at: int, letter: str, behind: str) -> tuple[int, int] | None:
    """Return where a blank or a line break of the value stands, if it is spelled as such."""
    fold = _BREAK.match(source, at)
    if fold is not None and letter == "\n":
        return at, source.index("\n", at) + 1
    if fold is not None and behind not in (" ", "\n"):
        return at, fold.end()
    return (at, at + 1) if source[at : at + 1] == letter else None


def _letter_spot(source: str, at: int, letter: str, scalar: Scalar) -> tuple[int, int]:
    while True:
        if scalar.style == '"' and (escape := _ESCAPE.match(source, at)):
            if escape.group()[1] != "\n":
                return at, escape.end()
            at = escape.end()
        elif scalar.style == "'" and letter == "'" and source.startswith("''", at):
            return at, at + 2
        elif source[at : at + 1] == letter:
            return at, at + 1
        elif (end := _end_of_composed(source, at, letter)) is not None:
            return at, end
        elif source[at : at + 1].isspace():
            at += 1
        else:
            raise NotInPlace(letter)


def _end_of_composed(source: str, at: int, letter: str) -> int | None:
    """Return where `letter` ends in a source that spells it with combining marks."""
    for end in range(at + 2, min(at + 5, len(source) + 1)):
        if nfc(source[at:end]) == letter:
            return end
    return None


def spliced_value(source: str, scalar: Scalar, value: str, pieces: Sequence[Piece]) -> list[Splice]:
    """Return what has to change in `source` so that `value` holds the new words; its line breaks and quotes stay.

    A text without quotes gets them where it could not be read otherwise. Raises `NotInPlace`.
    """
    where = spots(source, scalar, value)
    splices = [_splice(source, scalar, where, piece) for piece in pieces]
    made = with_pieces(value, pieces)
    if not scalar.style and (_NEEDS_QUOTES.search(made) or (scalar.in_flow and _FLOW_MARKS.search(made))):
        return list(_quoted(source, scalar, splices, made))
    return splices


def with_pieces(value: str, pieces: Sequence[Piece]) -> str:
    """Return `value` with the new words of `pieces`, which do not overlap."""
    for piece in sorted(pieces, key=lambda one: one.start, reverse=True):
        value = value[: piece.start] + piece.new + value[piece.end :]
    return value


def _splice(source: str, scalar: Scalar, where: Sequence[tuple[int, int]], piece: Piece) -> Splice:
    start = where[piece.start][0] if piece.start < len(where) else scalar.end
    end = where[piece.end - 1][1] if piece.end > piece.start else start
    new = _spelled(piece.new, scalar.style)
    fold = None if scalar.style == "|" else re.search(r"[ \t]*\n[ \t]*", source[start:end])  # there a break is a letter
    return Splice(start, end, _folded_like(new, fold) if fold and new else new)


def _folded_like(new: str, fold: re.Match[str]) -> str:
    """Return `new` broken at the blank nearest to where the old words were broken; unbroken where it has no blank."""
    blanks = [match.start() for match in re.finditer(r"(?<=\S) (?=[^\s#*+→•●▪–—-])", new)]  # no line opens as if listed
    if not blanks:
        return new
    at = min(blanks, key=lambda blank: abs(blank - fold.start()))
    return f"{new[:at]}{fold.group()}{new[at + 1 :]}"


def _spelled(text: str, style: str) -> str:
    if style == "'":
        return text.replace("'", "''")
    return text.replace("\\", "\\\\").replace('"', '\\"') if style == '"' else text


def _quoted(source: str, scalar: Scalar, splices: Sequence[Splice], made: str) -> Iterator[Splice]:
    """Yield `splices` and the quotes around the whole text, those that need no escapes inside it where there are such."""
    mark = "'" if {'"', "\\"} & set(made) else '"'
    start = _properties_end(source, scalar)
    yield Splice(start, start, mark)
    yield Splice(scalar.end, scalar.end, mark)
    for one in splices:
        yield Splice(one.start, one.end, _spelled(one.new, mark))
    if mark == "'":
        old = [(one.start, one.end) for one in splices]
        for match in re.finditer("'", source[start : scalar.end]):
            at = start + match.start()
            if not any(first <= at < last for first, last in old):
                yield Splice(at, at + 1, "''")
