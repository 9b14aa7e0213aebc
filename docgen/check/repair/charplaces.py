"""Where each letter of a paragraph stands in the file: its element, its run, its place in the text."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from docgen.check.ink import Face
from docgen.check.repair.edits import CannotMend, Edited, name_of
from docgen.check.view import Paragraph

Element = Any
_NOT_TYPED: Final = "chữ nằm trong trường hoặc do Word tự đánh, không sửa tại chỗ được"
NOT_FOUND: Final = "không tìm lại được những chữ này trong tệp"
_NOT_SHOWN: Final = ("\u2011", "\u00ad")  # hyphens that are read as others, or not at all


@dataclass(eq=False)
class Character:
    """What the reader sees as one character: the element that holds it, where in its text, how many code points there."""

    text: str
    source: Element
    start: int
    length: int
    face: Face
    struck: bool = False


def by_run(characters: Sequence[Character]) -> dict[Element, list[Character]]:
    """Return `characters` by the run that holds them."""
    by_source: dict[Element, list[Character]] = {}
    for each in characters:
        by_source.setdefault(each.source, []).append(each)
    found: dict[Element, list[Character]] = {}
    for source, own in by_source.items():
        found.setdefault(run_of(source), []).extend(own)
    return found


def run_of(source: Element) -> Element:
    """Return the run that holds `source`; raise `CannotMend` where it stands in none."""
    run = source if name_of(source) == "r" else source.getparent()
    if name_of(run) != "r":
        raise CannotMend(_NOT_TYPED)
    return run


def place_of(text: str, words: str, faces: list[Face], spans: Sequence[Any], start: int = 0) -> int | None:
    """Return where `words` stand in `text`, in the faces of `spans`; where the faces are others anywhere, the first place."""
    places = [match.start() for match in re.finditer(f"(?={re.escape(words)})", text[start:])] if words else []
    wanted = [span.face for span in spans for _ in span.text]
    exact = (each for each in places if faces[start + each : start + each + len(words)] == wanted)
    found = next(exact, places[0] if places else None)
    return None if found is None else found + start


def characters_of(edited: Edited, paragraph: Paragraph) -> Iterator[Character]:
    """Yield the characters; raise `CannotMend` where the file does not hold what was read of it."""
    seen = [(letter, span.face) for span in paragraph.spans if not span.automatic for letter in span.text]
    clusters = list(_clusters(paragraph.pieces))
    if "".join(letter for letter, _ in seen) != "".join(text for text, *_ in clusters):
        raise CannotMend(NOT_FOUND)
    place = 0
    twins = {source: edited.twin(source) for _, source in paragraph.pieces}
    for text, source, start, length in clusters:
        for _ in text:
            yield Character(seen[place][0], twins[source], start, length, seen[place][1])
            place += 1


def _clusters(pieces: Sequence[tuple[str, Element]]) -> Iterator[tuple[str, Element, int, int]]:
    """Yield each letter with its marks in NFC: its text, the element that it begins in, where there, how long it is there."""
    letters = [(letter, source, place) for text, source in pieces for place, letter in enumerate(text)]
    words = "".join(text for text, _ in pieces)
    if unicodedata.is_normalized("NFC", words) and not any(mark in words for mark in _NOT_SHOWN):
        yield from ((letter, source, place, 1) for letter, source, place in letters)
        return
    number = 0
    while number < len(letters):
        end = number + 1
        while end < len(letters) and unicodedata.combining(letters[end][0]):
            end += 1
        cluster = unicodedata.normalize("NFC", "".join(letter for letter, *_ in letters[number:end]))
        _, source, place = letters[number]
        own = sum(each is source for _, each, _ in letters[number:end])
        yield cluster.replace("\u2011", "-").replace("\u00ad", ""), source, place, own
        number = end
