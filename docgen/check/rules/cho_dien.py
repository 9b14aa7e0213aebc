"""Where the visible blanks of a paper stand, for the rules that would take them for words: [cần điền số], [CẦN ĐIỀN SỐ]."""

import re
from collections.abc import Iterable, Iterator

from docgen.check.rules.prose import Prose
from docgen.check.view import Paragraph
from docgen.text.wording import MARKER


def find_blanks_to_fill(text: str) -> Iterator[re.Match[str]]:
    """Yield the visible blanks in `text`, those too that are broken over lines or paragraphs."""
    return MARKER.finditer(text.replace("\n", " "))


def places_to_fill(paragraphs: Iterable[Paragraph]) -> dict[int, list[tuple[int, int]]]:
    """Return by the `id` of each paragraph that has one where visible blanks begin and end in its text."""
    texts = Prose(paragraphs)
    found: dict[int, list[tuple[int, int]]] = {}
    for blank in find_blanks_to_fill(texts.text):
        for paragraph, start, end in texts.pieces(blank.start(), blank.end()):
            found.setdefault(id(paragraph), []).append((start, end))
    return found
