"""The words of a Word paragraph as they are typed in the data: with marks around what is bold or italic against its component."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, NamedTuple

from docgen.check.ink import Face, Span
from docgen.check.view import Line
from docgen.data import charcheck
from docgen.text.dinhdang import BOLD, ITALIC, as_words, faults, plain
from docgen.text.folding import on_one_line
from docgen.text.patterns import lazy_re
from docgen.text.wording import lowered, raised

_CALL: Final = lazy_re(r"\[\^\w+\]")
_SIGN: Final = lazy_re(r"(?<![*_])(?:\*\*|__)(?![*_])")
_BLANKS: Final = lazy_re(r"[^\S\n]+")


class Piece(NamedTuple):
    """Words of one face."""

    text: str
    bold: bool
    italic: bool


def typed(line: Line, *, start: int = 0, bold: bool = False, italic: bool = False) -> str:
    """Return the words of `line` from the letter `start` on, marked where their face is not that of the component.

    `bold`, `italic`: whether the component is so by itself, as a heading is bold. Struck words are no words of the paper; raised
    and lowered letters are the signs that they are; a manual break is a line of its own; `[^1]` calls for a footnote.
    """
    live = ((text if _CALL.fullmatch(text) else _literal(text), face) for text, face in _live(line, start, noted=True))
    pieces = [Piece(text, face.bold and not bold, face.italic and not italic) for text, face in live]
    words = _tidy("".join(piece.text for piece in pieces))
    marked = _tidy("".join(_marked(pieces)))
    chosen = marked if _same(plain(marked), _CALL.sub("", words)) else words
    chosen = as_words(words, noted=True) if faults(chosen) else chosen  # signs that only the runs together make
    notes = {f"[^{name}]" for _, name in line.paragraph.notes}
    return charcheck.without_forbidden(_CALL.sub(lambda call: call[0] if call[0] in notes else f"[ {call[0][1:]}", chosen))


def _literal(text: str) -> str:
    """Return `text` with blanks beside signs of its own that would be marks here."""
    return (text if plain(text) == text and not faults(text) else _SIGN.sub(r" \g<0> ", text)).replace("[^", "[ ^")


def words(line: Line, start: int = 0) -> str:
    """Return the words of `line` from the letter `start` on, without marks."""
    return _tidy("".join(text for text, _ in _live(line, start)))


def struck(line: Line) -> str:
    """Return the words of `line` that are struck out."""
    return on_one_line("".join(span.text for span in line.spans if span.face.strike))


def is_bold(line: Line, start: int = 0) -> bool:
    """Return whether all the ink of `line` from the letter `start` on is bold."""
    inked = [face.bold for text, face in _live(line, start) if text.strip()]
    return bool(inked) and all(inked)


def _live(line: Line, start: int, *, noted: bool = False) -> Iterator[tuple[str, Face]]:
    place = 0
    for span in _parted_at_notes(line) if noted else line.spans:
        text, place = span.text[max(start - place, 0) :], place + len(span.text)
        if not text or span.face.strike:
            continue
        if span.face.raised and text.strip() and not text.isspace():
            inked = text.strip()
            text = text.replace(inked, lowered(inked) if span.face.lowered else raised(inked), 1)
        yield text.replace("\f", "\n").replace("\v", "\n").replace("\t", " "), span.face


def _parted_at_notes(line: Line) -> Iterator[Span]:
    """Yield the spans of `line` with the calls for footnotes between them; `line` is a paragraph, or the rest of one."""
    whole = line.paragraph.text
    cut = len(whole) - len(line.text) if whole.endswith(line.text) else len(whole) + 1
    calls = [(index - cut, name) for index, name in line.paragraph.notes if index >= cut]
    place = 0
    for span in line.spans:
        behind = 0
        while calls and calls[0][0] <= place + len(span.text):
            index, name = calls.pop(0)
            yield Span(span.text[behind : index - place], span.face)
            yield Span(f"[^{name}]", span.face)
            behind = index - place
        yield Span(span.text[behind:], span.face)
        place += len(span.text)


def _marked(pieces: Iterable[Piece]) -> Iterator[str]:
    for (bold, italic), some in groupby(_with_blanks(pieces), lambda piece: (piece.bold, piece.italic)):
        text = "".join(piece.text for piece in some)
        for number, row in enumerate(text.split("\n")):
            bare = row.strip()
            sign = BOLD * bold + ITALIC * italic
            yield "\n" if number else ""
            yield row.replace(bare, f"{sign}{bare}{sign[::-1]}", 1) if bare and sign else row


def _with_blanks(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield `pieces`, blanks and lone marks of punctuation in the face of what stands before them: they show none."""
    last = Piece("", bold=False, italic=False)
    for piece in pieces:
        if not any(letter.isalnum() for letter in piece.text) and last.text:
            piece = Piece(piece.text, last.bold, last.italic)  # noqa: PLW2901
        last = piece
        yield piece


def _tidy(text: str) -> str:
    rows = (_BLANKS.sub(" ", row).strip() for row in text.split("\n"))
    return "\n".join(row for row in rows if row)


def _same(one: str, other: str) -> bool:
    return _BLANKS.sub(" ", one) == _BLANKS.sub(" ", other)


def plain_words(lines: Iterable[Line]) -> str:
    """Return the words of `lines` as one text without marks."""
    return plain(as_words(on_one_line(" ".join(words(line) for line in lines))))
