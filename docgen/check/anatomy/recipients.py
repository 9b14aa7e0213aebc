"""Finds the addressees (box 9a), and the recipients list (9b) with the drafter's sign and the number of copies (12)."""

import re
from collections.abc import Sequence
from typing import Final

from docgen.check.anatomy.opening import DEEP, LONGEST_SUBJECT, Opening
from docgen.check.anatomy.pieces import Piece, sliced
from docgen.check.anatomy.vocabulary import ADDRESSED, folded
from docgen.check.view import Block, Line, Paragraph, Table
from docgen.text.patterns import lazy_re

RECIPIENTS: Final = lazy_re(r"^nơi\s*nhận\s*[:.;]?\s*(?:[-–].*)?$", re.IGNORECASE)
_FILED: Final = lazy_re(r"[-–+•*\s]*lưu\b", re.IGNORECASE)
_MARK: Final = lazy_re(r"[({/]?[^\W_][\w.\-/()]{0,14}(?:[ _][\w.\-/()]{1,10}){0,2}[)}]?\.?")
_FULL_STOP: Final = lazy_re(r"(?<![\s.,(][A-ZĐ])(?<!\bTP)(?<!\bTX)(?<!\bTT)(?<!\bBQL)\.\s*(?=[^\s.,;])")
_COPIES: Final = lazy_re(r"[A-ZĐ][\w.]{0,8} ?[-_/]?[ .]?\(?\d{1,4} ?(?:b|bản)?\)?\.?$")
_SHORT_ADDRESS: Final = 90
_LONGEST_MARK: Final = 22
_SMALLER: Final = 2.0  # points: a mark set apart by its size alone


def is_recipient(words: str) -> bool:
    """Return whether `words` look like a line of the list, with or without the dash that it should have."""
    return words.startswith(("-", "–", "+", "•")) or words.endswith(";") or folded(words).startswith("luu ")


def is_under(piece: Piece, heading: Piece) -> bool:
    """Return whether `piece` stands in the column of the list's heading, or looks like a line of the list."""
    if heading.table is not None and piece.table is not heading.table:  # perhaps a table in the cell, of two columns of names
        return piece.table is not None and piece.side == heading.side == "left" and is_recipient(piece.words)
    if heading.table is not None:
        return piece.column == heading.column
    if piece.table is not None:
        return False
    return (piece.side != "right" and is_recipient(piece.words)) or piece.side == "left"


def without_mark(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], Line | None]:
    """Return the recipients without the drafter's sign and the number of copies (box 12) behind or under them, and these.

    The sign stands behind the full stop of the list, often smaller, lowered or in brackets: "- Lưu: VT, NC. (M.Anh)".
    """
    place = max((place for place, line in enumerate(lines) if _FILED.match(line.words)), default=None)
    if place is None:
        return lines, None
    filed, below = lines[place], lines[place + 1 :]
    if cut := _mark_behind(filed):
        behind = sliced(filed, cut, len(filed.text))
        return (*lines[:place], sliced(filed, 0, cut), *([] if all(map(_is_mark, below)) else below)), behind
    if below and (_COPIES.match(below[-1].words) or (filed.words.endswith(".") and all(map(_is_mark, below)))):
        return lines[: place + 1] if all(map(_is_mark, below)) else lines[:-1], below[-1]
    return lines, None


def _mark_behind(line: Line) -> int:
    """Return where in the text of the line "Lưu" the drafter's sign begins, 0 where it bears none."""
    usual, end = line.sizes[0] if line.sizes else 0.0, len(line.text)
    for span in reversed(line.spans):
        if span.visible and not (span.face.raised or span.face.size <= usual - _SMALLER):
            break
        end -= len(span.text)
    if line.text[end:].strip(" .") and line.text[:end].rstrip().endswith("."):
        return end
    stops = (stop.end() for stop in _FULL_STOP.finditer(line.text))
    return next((stop for stop in stops if _MARK.fullmatch(line.text[stop:].strip())), 0)


def _is_mark(line: Line) -> bool:
    return bool(_MARK.fullmatch(line.words)) and len(line.words) <= _LONGEST_MARK


def read_addressees(blocks: Sequence[Block], end: int, opening: Opening) -> None:
    """Note the lines from "Kính gửi" on in `opening`, and step over them; a table may hold them."""
    first = opening.start
    while first < end and isinstance(empty := blocks[first], Paragraph) and not empty.words:
        first += 1
    for index in range(first, min(first + 6, end)):
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
        upper = before.paragraph
        alike = before.words.startswith(words[0]) and (upper.left, upper.first_line) == (paragraph.left, paragraph.first_line)
        return len(words) <= 2 * _SHORT_ADDRESS and (alike or not before.words.endswith("."))
    if paragraph.place is not None and before.paragraph.place is not None:
        own, above = paragraph.place, before.paragraph.place
        if own.table is above.table and own.row == above.row:
            return not before.words.endswith(".")
    indented = paragraph.left > DEEP or paragraph.align == "center" or paragraph.text.startswith(("\t\t", " " * 10))
    return len(words) <= _SHORT_ADDRESS and indented and not before.words.endswith(".")
