"""How wide the columns of a table are, from its words, and how high that makes its rows."""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from typing import Final

from docgen.paper.context.printable import TO_THE_LEFT, Hang
from docgen.paper.layout import Room
from docgen.text.dinhdang import PARAGRAPH
from docgen.text.typography import MM_PER_POINT, balanced_lines, line_count, longest_word, narrowest, width

PADDING: Final = 4.5  # mm, both sides of a cell and its border
_EASE: Final = 0.4  # mm of these, that a word can do without
_SLACK: Final = 1.05  # what a word processor may need beyond the measured width
_SHORT_HEADING: Final = 26.0  # mm: a heading up to this wide stands on one line
_LINE_HEIGHT: Final = 1.15  # of the type size
_BORDER: Final = 0.18  # mm, half a point
_BETWEEN: Final = 6.0  # points above and below a paragraph of a cell
_ROUNDED: Final = 0.01  # mm
_HEADING_LINES: Final = (2, 3, 4)
_FOR_HEADINGS: Final = 1.1  # times as high as it would be, a table may become so that its headings stand on fewer lines
_LOOKED_AT: Final = 16  # rows, from which that is known
_HYPHEN_IN_SYMBOL: Final = re.compile(r"(?<=[^\W\d_]-)(?=[^\W\d_])")  # there a line may end: 15/KH-UBND


@dataclass(frozen=True, slots=True)
class Column:
    """A column before its width is known."""

    title: str
    centred: bool
    least: float = 0.0  # mm, its share of what a cell needs that runs over it and others


@dataclass(frozen=True, slots=True)
class Widths:
    """The width of each column in mm, and the headings of those in which a word has to break."""

    wide: list[float]
    narrow: list[str]


def widths_of(columns: Sequence[Column], rows: Sequence[Hang], room: Room, shares: Mapping[int, float]) -> Widths:
    """Return the widths of `columns`, together those of `room`; those of `shares`, in percent, are as the office sets them."""
    texts = [{row.words[index + 2] for row in rows if row.gop and not _runs_on(row, index)} for index in range(len(columns))]
    needs = [_need(column, cells, room.size) for column, cells in zip(columns, texts, strict=True)]
    free = [index for index in range(len(columns)) if index not in shares]
    percent = room.width / (100 if free else sum(shares.values()))
    given = {index: share * percent for index, share in shares.items()}
    sample = rows[:: ceil(len(rows) / _LOOKED_AT) or 1]

    def every(own: Sequence[float]) -> list[float]:
        both = given | dict(zip(free, own, strict=True))
        return [both[index] for index in range(len(columns))]

    def high(own: Sequence[float]) -> float:
        wide = every(own)
        return height_of_head(columns, wide, room) + sum(height(row, wide, room) for row in sample)

    wide = every(_own_widths([needs[index] for index in free], room.width - sum(given.values()), high))
    return Widths(
        wide, [one.title for one, need, own in zip(columns, needs, wide, strict=True) if own < need.parted - _EASE - _ROUNDED]
    )


def _runs_on(row: Hang, index: int) -> bool:
    """Return whether the cell runs on over the next column: it asks its own for no room."""
    return TO_THE_LEFT in row.gop[index + 1 : index + 2]


@dataclass(frozen=True, slots=True)
class _Need:
    """What a column needs in mm for its longest word, its heading in so many lines, its longest text, and its text's weight."""

    word: float
    parted: float  # where symbols break behind their hyphens
    headed: tuple[float, ...]  # with the heading in 2, 3, … lines; a short one stands on one
    most: float
    weight: float


def _need(column: Column, cells: set[str], size: float) -> _Need:
    title = width(column.title, size, "bold")
    least = max(column.least, longest_word([column.title], size, "bold") + PADDING)
    word = max(least, longest_word(cells, size) + PADDING)
    parted = word
    if any("-" in text for text in cells):
        parted = max(least, longest_word((_HYPHEN_IN_SYMBOL.sub(" ", text) for text in cells), size) + PADDING)
    short = title + PADDING if title <= _SHORT_HEADING else 0.0
    headed = tuple(max(word, short, narrowest(column.title, size, "bold", lines) + PADDING) for lines in _HEADING_LINES)
    longest = max(map(len, cells), default=0)
    widest = max((width(part, size) for text in cells if len(text) == longest for part in text.split(PARAGRAPH)), default=0.0)
    weight = sqrt(sum(map(len, cells)) / max(len(cells), 1)) + 1
    return _Need(word, parted, headed, max(word, short, widest * _SLACK + PADDING), weight)


def _own_widths(needs: Sequence[_Need], available: float, high: Callable[[Sequence[float]], float]) -> list[float]:
    """Return the widths of columns that have none set, together `available`; `high` says how high widths make the table.

    A column is as wide as its longest word at least, and as its heading in two lines where that makes the table no higher than
    it pays, otherwise in three, and so on; beyond that the columns share by how much text they hold. Where there is no room for
    all words, symbols break behind their hyphens.
    """
    words, most, weight = ([getattr(need, name) for need in needs] for name in ("word", "most", "weight"))
    if sum(words) > available:
        parted = [need.parted for need in needs]
        least = parted if sum(parted) <= available else [wide - _EASE for wide in parted]
        return _capped(least, available) if sum(least) > available else _shared(least, most, weight, available)
    plain = _shared(words, most, weight, available)
    for floors in zip(*(need.headed for need in needs), strict=True):
        if all(wide >= floor for wide, floor in zip(plain, floors, strict=True)):
            break
        if sum(floors) <= available:
            widths = _shared(floors, [*map(max, floors, most)], weight, available)
            if high(widths) <= _FOR_HEADINGS * high(plain):
                return widths
    return plain


def _capped(wanted: Sequence[float], available: float) -> list[float]:
    """Return `wanted` with the widest cut down to one width, so that together they are `available` wide."""
    low, high = 0.0, max(wanted)
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(min(each, middle) for each in wanted) < available else (low, middle)
    return [min(each, low) for each in wanted]


def _shared(least: Sequence[float], most: Sequence[float], weight: Sequence[float], available: float) -> list[float]:
    if sum(most) <= available:
        return [wide * available / sum(most) for wide in most]

    def widths(share: float) -> list[float]:
        return [min(max(floor, share * part), wide) for floor, wide, part in zip(least, most, weight, strict=True)]

    # What the columns take together grows with the share, in a straight line from one of these to the next.
    bends = sorted(limit / part for limits in (least, most) for limit, part in zip(limits, weight, strict=True))
    above = bisect_left(bends, available, key=lambda share: sum(widths(share)))
    if above == 0:
        return list(least)
    low, high = bends[above - 1], bends[above]
    below, over = sum(widths(low)), sum(widths(high))
    return widths(low + (high - low) * (available - below) / (over - below))


def height_of_head(columns: Sequence[Column], widths: Sequence[float], room: Room) -> float:
    """Return the height in mm of the row of headings."""
    insides = (wide - PADDING for wide in widths)
    lines = max(len(balanced_lines(one.title, room.size, "bold", wide)) for one, wide in zip(columns, insides, strict=True))
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
