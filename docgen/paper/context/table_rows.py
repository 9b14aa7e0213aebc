"""The rows of a table whose columns have their widths: what is held together in a cell, how high that makes a row."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from docgen.paper.context.printable import TO_THE_LEFT, Hang
from docgen.paper.layout import Room
from docgen.text.dinhdang import PARAGRAPH
from docgen.text.so import COUNTED
from docgen.text.typography import MM_PER_POINT, balanced_lines, line_count, longest_word

PADDING: Final = 4.5  # mm, both sides of a cell and its border
_LINE_HEIGHT: Final = 1.15  # of the type size
_BORDER: Final = 0.18  # mm, half a point
_BETWEEN: Final = 6.0  # points above and below a paragraph of a cell
_LOOKED_THROUGH: Final = 400  # letters; longer cells are texts of their own
ONE_WORD: Final = "\u00a0"  # the blank inside what is one word
TOGETHER: Final = re.compile(  # stays on one line: "Tháng 3", "1.500.000 đồng"
    rf"\b(?:ngày|tháng|quý)( )(?=(?:\d[\d/.-]*|[IVX]+\b))|(?<![\w/.,-])\d[\d.,]*( )(?=(?:{COUNTED})(?!\w))", re.IGNORECASE
)
_SYMBOL: Final = re.compile(r"(?<!\S)(\S*/[A-ZĐ][\w&]*-)[A-ZĐ][\w&]*")
_HYPHEN: Final = "\u2011"  # at which no line ends


def height_of_head(titles: Sequence[str], widths: Sequence[float], room: Room) -> float:
    """Return the height in mm of the row of headings."""
    there = zip(titles, widths, strict=True)
    lines = max(len(balanced_lines(title, room.size, "bold", wide - PADDING)) for title, wide in there)
    return (lines * room.size * _LINE_HEIGHT + _BETWEEN) * MM_PER_POINT


def heights_of(rows: Sequence[Hang], widths: Sequence[float], room: Room) -> list[float]:
    """Return the height of each row in mm; a cell that goes on downwards makes the last of its rows higher where it has to."""
    high = [height(row, widths, room) for row in rows]
    for first, row in enumerate(rows):
        for column, merge in enumerate(row.gop if "restart" in row.gop else ()):
            if merge == "restart":
                behind = (index for index in range(first + 1, len(rows)) if rows[index].gop[column : column + 1] != ("continue",))
                end = next(behind, len(rows))
                wide = _insides(row, widths)[column]
                high[end - 1] += max(_cell_height(row.words[column + 2], wide, room) + _BORDER - sum(high[first:end]), 0.0)
    return high


def _insides(row: Hang, widths: Sequence[float]) -> list[float]:
    """Return the width in mm that the words of each cell have, in a cell that runs over several columns that of all of them."""
    inside = [wide - PADDING for wide in widths]
    if TO_THE_LEFT in row.gop:
        for column in range(len(widths) - 1, 0, -1):
            if row.gop[column] == TO_THE_LEFT:
                inside[column - 1] += inside[column] + PADDING
    return inside


def held(row: Hang, widths: Sequence[float], room: Room) -> Hang:
    """Return `row` with what should not part held on one line in its cells: days, amounts with their units, symbols."""
    if not row.gop or not any(TOGETHER.search(text) or _SYMBOL.search(text) for text in row.words[2:]):
        return row
    cells = zip(row.words[2:], _insides(row, widths), strict=True)
    words = (_held(text, wide, room) if len(text) <= _LOOKED_THROUGH else text for text, wide in cells)
    return replace(row, words=(*row.words[:2], *words))


def _held(text: str, wide: float, room: Room) -> str:
    made = []
    for paragraph in text.split(PARAGRAPH):
        part = paragraph
        for match in TOGETHER.finditer(paragraph):
            blank = match.start(match.lastindex or 0)
            number = part[: blank + 1] + part[blank + 1 :].split(" ", 1)[0]
            together = f"{part[:blank].rsplit(' ', 1)[-1]}{ONE_WORD}{number[blank + 1 :]}"
            parts_there = line_count(number, room.size, wide) > line_count(part[:blank], room.size, wide)
            if parts_there and longest_word([together], room.size) <= wide:
                part = f"{part[:blank]}{ONE_WORD}{part[blank + 1 :]}"
        for match in _SYMBOL.finditer(part):
            before, hyphen = part[: match.start()].rstrip(" "), match.end(1) - 1
            lines = [max(line_count(f"{before} {words}", room.size, wide), 1) for words in ("", match[1], match.group())]
            if lines[0] == lines[1] < lines[2] and longest_word([match.group()], room.size) <= wide:
                part = f"{part[:hyphen]}{_HYPHEN}{part[hyphen + 1 :]}"
        made.append(part)
    return PARAGRAPH.join(made)


def height(row: Hang, widths: Sequence[float], room: Room) -> float:
    """Return the height of `row` in mm, that of its highest cell; those that go on downwards are left out."""
    cells = zip(row.words[2:], row.gop, _insides(row, widths), strict=True) if row.gop else [(row.nhom, "", room.width)]
    line, between = room.size * MM_PER_POINT * _LINE_HEIGHT, _BETWEEN * MM_PER_POINT
    highest = line + between
    for text, merge, wide in cells:
        if merge == "restart":
            continue
        parts = len(_paragraphs(text))
        if (parts + text.count(" ")) * line + parts * between > highest:  # with every word on a line of its own
            highest = max(highest, _cell_height(text, wide, room))
    return highest + _BORDER


def _cell_height(text: str, wide: float, room: Room) -> float:
    parts = _paragraphs(text)
    lines = sum(max(line_count(part, room.size, wide), 1) for part in parts)
    return (lines * room.size * _LINE_HEIGHT + len(parts) * _BETWEEN) * MM_PER_POINT


def _paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a cell."""
    return text.replace(PARAGRAPH, "\n").split("\n")
