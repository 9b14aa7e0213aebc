"""Finds the addressees ("Kính gửi"): box 9a."""

from collections.abc import Sequence
from typing import Final

from docgen.check.anatomy.opening import ADDRESSED, DEEP, LONGEST_SUBJECT, Opening
from docgen.check.view import Block, Line, Paragraph, Table

_SHORT_ADDRESS: Final = 90


def read_addressees(blocks: Sequence[Block], end: int, opening: Opening) -> None:
    """Note the lines from "Kính gửi" on in `opening`, and step over them; a table may hold them."""
    for index in range(opening.start, min(opening.start + 6, end)):
        block = blocks[index]
        if isinstance(block, Table):
            if (lines := [line for paragraph in block.paragraphs for line in paragraph.lines]) and ADDRESSED.match(
                lines[0].words
            ):
                opening.kinh_gui, opening.start = tuple(lines), index + 1
            return
        if block.words and ADDRESSED.match(block.words):
            _read_typed_addressees(blocks, index, end, opening)
            return
        if block.words and len(block.words) > LONGEST_SUBJECT:
            return


def _read_typed_addressees(blocks: Sequence[Block], first: int, end: int, opening: Opening) -> None:
    lines: list[Line] = []
    index = first
    for index in range(first, end):
        block = blocks[index]
        if isinstance(block, Table):
            break
        if block.words and lines and not _is_addressee(block, lines[-1]):
            break
        lines += block.lines
    else:
        index = end
    opening.kinh_gui, opening.start = tuple(lines), index


def _is_addressee(paragraph: Paragraph, before: Line) -> bool:
    words = paragraph.words
    if words.startswith(("-", "–", "+", "•")):
        return len(words) <= 2 * _SHORT_ADDRESS and not before.words.endswith(".")
    indented = paragraph.left > DEEP or paragraph.align == "center" or paragraph.text.startswith(("\t\t", " " * 10))
    return len(words) <= _SHORT_ADDRESS and indented and not before.words.endswith(".")
