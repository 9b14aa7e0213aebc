"""How wide the columns of a table are, from its words and from how high that makes its rows."""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from math import ceil, sqrt
from typing import Final, NamedTuple

from docgen.paper.context.printable import TO_THE_LEFT, Hang
from docgen.paper.context.table_rows import ONE_WORD, PADDING, TOGETHER, height, height_of_head
from docgen.paper.layout import Room
from docgen.text.dinhdang import PARAGRAPH
from docgen.text.typography import longest_word, narrowest, width

_EASE: Final = 0.4  # mm of these, that a word can do without
_SLACK: Final = 1.05  # what a word processor may need beyond the measured width
_SHORT_HEADING: Final = 26.0  # mm: a heading up to this wide stands on one line
_ROUNDED: Final = 0.01  # mm
_HEADING_LINES: Final = (2, 3, 4)
_FOR_HEADINGS: Final = 1.1  # times as high as it would be, a table may become so that its headings stand on fewer lines,
_OF_A_PAGE: Final = 2 / 3  # or so much higher, which is one page more at most
_LOOKED_AT: Final = 16  # rows, from which that is known
_HYPHEN_IN_SYMBOL: Final = re.compile(r"(?<=[^\W\d_]-)(?=[^\W\d_])")  # there a line may end: 15/KH-UBND


class Column(NamedTuple):
    """A column before its width is known."""

    title: str
    centred: bool
    least: float = 0.0  # mm, its share of what a cell needs that runs over it and others


class Widths(NamedTuple):
    """The width of each column in mm, and the headings of those in which a word has to break."""

    wide: list[float]
    narrow: list[str]


def widths_of(columns: Sequence[Column], rows: Sequence[Hang], room: Room, shares: Mapping[int, float]) -> Widths:
    """Return the widths of `columns`, together those of `room`; those of `shares`, in percent, are as the office sets them."""
    own_rows = (  # a cell that runs on over the next column asks its own for no room
        (index, (row for row in rows if row.gop and TO_THE_LEFT not in row.gop[index + 1 : index + 2]))
        for index in range(len(columns))
    )
    texts = [{row.words[index + 2] for row in own} for index, own in own_rows]
    needs = [_need(column, cells, room.size) for column, cells in zip(columns, texts, strict=True)]
    free = [index for index in range(len(columns)) if index not in shares]
    percent = room.width / (100 if free else sum(shares.values()))
    given = {index: share * percent for index, share in shares.items()}
    titles = [one.title for one in columns]
    step = ceil(len(rows) / _LOOKED_AT) or 1
    sample = rows[::step]

    def every(own: Sequence[float]) -> list[float]:
        both = given | dict(zip(free, own, strict=True))
        return [both[index] for index in range(len(columns))]

    def high(own: Sequence[float]) -> float:
        wide = every(own)
        return height_of_head(titles, wide, room) + sum(height(row, wide, room) for row in sample)

    spare = _OF_A_PAGE * room.height / step
    wide = every(_own_widths([needs[index] for index in free], room.width - sum(given.values()), high, spare))
    measured = zip(titles, needs, wide, strict=True)
    return Widths(wide, [title for title, need, own in measured if own < need.parted - _EASE - _ROUNDED])


class _Need(NamedTuple):
    """What a column needs in mm for its longest word, its heading in so many lines, its longest text, and its text's weight."""

    word: float  # "Tháng 3" is one
    bare: float  # where it is two
    parted: float  # where symbols break behind their hyphens
    headed: tuple[float, ...]  # with the heading in 2, 3, … lines; a short one stands on one, where there is much room
    most: float
    weight: float


def _need(column: Column, cells: set[str], size: float) -> _Need:
    title = width(column.title, size, "bold")
    least = max(column.least, longest_word([column.title], size, "bold") + PADDING)
    bare = parted = max(least, longest_word(cells, size) + PADDING)
    word = max(bare, longest_word((TOGETHER.sub(_one_word, text) for text in cells if TOGETHER.search(text)), size) + PADDING)
    if any("-" in text for text in cells):
        parted = max(least, longest_word((_HYPHEN_IN_SYMBOL.sub(" ", text) for text in cells), size) + PADDING)
    short = title + PADDING if title <= _SHORT_HEADING else 0.0
    floors = [max(word, narrowest(column.title, size, "bold", lines) + PADDING) for lines in _HEADING_LINES]
    headed = (max(short, floors[0]), *floors[:1], *(max(short, floor) for floor in floors[1:]))
    longest = max(map(len, cells), default=0)
    widest = max((width(part, size) for text in cells if len(text) == longest for part in text.split(PARAGRAPH)), default=0.0)
    weight = sqrt(sum(map(len, cells)) / max(len(cells), 1)) + 1
    return _Need(word, bare, parted, headed, max(word, short, widest * _SLACK + PADDING), weight)


def _own_widths(needs: Sequence[_Need], available: float, high: Callable[[Sequence[float]], float], spare: float) -> list[float]:
    """Return the widths of columns that have none set, together `available`; `high` says how high widths make the table.

    A column is as wide as its longest word at least ("Tháng 3" is one where there is room), and as its heading in two lines
    where that makes the table no higher than it pays or than by `spare`, otherwise in three, and so on; beyond that the columns
    share by how much text they hold. Where there is no room for all words, symbols break behind their hyphens.
    """
    words, most, weight = ([getattr(need, name) for need in needs] for name in ("word", "most", "weight"))
    if sum(words) > available:
        words = _as_whole_as_fits(needs, available)
    if sum(words) > available:
        parted = [need.parted for need in needs]
        least = parted if sum(parted) <= available else [wide - _EASE for wide in parted]
        return _capped(least, available) if sum(least) > available else _shared(least, most, weight, available)
    plain = _shared(words, most, weight, available)
    least_high = high(plain)
    for tried, floors in enumerate(zip(*(need.headed for need in needs), strict=True)):
        if all(wide >= floor for wide, floor in zip(plain, floors, strict=True)):
            break
        if sum(floors) <= available:
            widths = _shared(floors, [*map(max, floors, most)], weight, available)
            if high(widths) <= max(_FOR_HEADINGS * least_high, least_high + (spare if tried else 0)):
                return widths
    return plain


def _as_whole_as_fits(needs: Sequence[_Need], available: float) -> list[float]:
    """Return the widths of columns as their words alone need them, with days and amounts whole where that costs least."""
    widths = [need.bare for need in needs]
    for index in sorted(range(len(needs)), key=lambda index: needs[index].word - needs[index].bare):
        if sum(widths) + needs[index].word - needs[index].bare <= available:
            widths[index] = needs[index].word
    return widths


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


def _one_word(match: re.Match[str]) -> str:
    return match.group()[:-1] + ONE_WORD
