"""Tables: tasks and free tables become the same rows of cells, with widths that fit their words to the page."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt
from typing import Final

from docgen.data.model.bang import Bang, OGhep
from docgen.data.model.nhiemvu import BangNhiemVu
from docgen.data.model.phanviec import BOTH_COLUMNS, NhiemVu, TaskRow, rows
from docgen.paper.context.printable import TO_THE_LEFT, BangIn, Hang, O, twips
from docgen.paper.layout import Room
from docgen.text.dinhdang import PARAGRAPH, paragraphs, plain
from docgen.text.typography import MM_PER_POINT, balanced_lines, line_count, longest_word, narrowest, width
from docgen.text.wording import capitals, roman

_PADDING: Final = 4.5  # mm, both sides of a cell and its border
_SLACK: Final = 1.05  # what a word processor may need beyond the measured width
_SHORT_HEADING: Final = 26.0  # mm: a heading up to this wide stands on one line
_ROUNDED: Final = 0.01  # mm
_LINE_HEIGHT: Final = 1.15  # of the type size
_BORDER: Final = 0.18  # mm, half a point
_BETWEEN: Final = 6.0  # points above and below a paragraph of a cell
_WHOLE: Final = 1 / 3  # of a page: a row that is higher may go on over the next, and rows that share a cell may part
_HEADING_LINES: Final = (2, 3, 4)
_LEFT: Final = 0.8  # of its width that a column keeps at least, where others take of it for their headings
_NUMBERISH: Final = re.compile(r"[\d.,/%\s-]*")
_CENTRED: Final = frozenset({"stt", "thoi_gian", "kinh_phi"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column before its width is known."""

    title: str
    centred: bool
    least: float = 0.0  # mm, its share of what a cell needs that runs over it and others


def task_table(table: BangNhiemVu, kind: str, room: Room) -> BangIn:
    """Return the tasks that `table` holds under the key `kind`, in groups or without, as a table as wide as its `room`.

    `như trên` merges a cell with the one above it; behind a group's own row, which nothing can merge across, the words are
    printed again.
    """
    names = table.columns
    columns = [Column(capitals(getattr(table.ten_cot, name)), name in _CENTRED) for name in names]
    given = table.rong.given()
    shares = {index: given[name] for index, name in enumerate(names) if name in given}
    above: dict[str, str] = {}
    if kind == "nhiem_vu":
        return fitted(columns, _task_rows(table.nhiem_vu, names, above), room, shares)
    made: list[Hang] = []
    for number, group in enumerate(table.nhom_nhiem_vu, start=1):
        if names[0] == "stt":
            made.append(Hang((roman(number), group.tieu_de)))
        else:
            made.append(across(f"{roman(number)}. {group.tieu_de}", len(names)))
        made += _task_rows(group.nhiem_vu, names, above)
    return fitted(columns, made, room, shares)


def free_table(table: Bang, room: Room) -> BangIn:
    """Return a table of the clerk's own columns, as wide as its `room`; columns of numbers are centred."""
    rows = list(table.rows())
    cells = [cell for row in rows if not isinstance(row, str) for cell in row]
    over = [cell for cell in (*cells, *(cell for row in table.heads() for cell in row)) if cell.so_cot > 1]
    columns = [
        Column(
            title,
            all(_NUMBERISH.fullmatch(plain(cell.chu)) for cell in cells if cell.cot == index and cell.so_cot == 1),
            max((_share_of(cell, room) for cell in over if cell.cot <= index < cell.cot + cell.so_cot), default=0.0),
        )
        for index, title in enumerate(table.columns)
    ]
    printed = [across(row, len(columns)) if isinstance(row, str) else _joined(row, len(columns)) for row in rows]
    made = fitted(columns, printed, room, table.shares)
    heads = [_joined(row, len(columns)) for row in table.heads()]
    if len(heads) == 1 and not any(heads[0].gop):
        return made
    return replace(made, nhieu_dau=tuple(replace(row, cot=made.cot) for row in heads))


def _share_of(cell: OGhep, room: Room) -> float:
    """Return what each column gives in mm to the longest word of a cell that runs over several."""
    return (longest_word([plain(cell.chu)], room.size, "bold") + _PADDING) / cell.so_cot


def across(words: str, columns: int) -> Hang:
    """Return the row of one bold cell over all `columns`."""
    return Hang(("", "", words, *[""] * (columns - 1)), ("", *[TO_THE_LEFT] * (columns - 1)), giu=True, kieu="Bảng nhóm")


def _joined(row: Sequence[OGhep], columns: int) -> Hang:
    known = {cell.cot: cell for cell in row}
    every = [known.get(index, OGhep("", index, gop=TO_THE_LEFT)) for index in range(columns)]
    return Hang(("", "", *(in_paragraphs(cell.chu) for cell in every)), tuple(cell.gop for cell in every))


def in_paragraphs(text: str) -> str:
    """Return the words of a clerk's cell, each line of them a paragraph of its own."""
    return PARAGRAPH.join(paragraphs(text))


def _task_rows(tasks: Sequence[NhiemVu], names: Sequence[str], above: dict[str, str]) -> list[Hang]:
    """Return a row for each task, or for each of its lines; `above` are the words above, carried on from group to group."""
    found = list(rows(((str(number), (), task) for number, task in enumerate(tasks, start=1)), above))
    cells = [[_cell(row, name, names) for name in names] for row in found]
    continues = [[bool(index) and is_one for _, is_one in row] for index, row in enumerate(cells)]
    made = []
    for row, own, below in zip(cells, continues, [*continues[1:], [False] * len(names)], strict=True):
        merges = ["continue" if goes_on else "restart" if opens else "" for goes_on, opens in zip(own, below, strict=True)]
        words = ["" if goes_on else in_paragraphs(text) for (text, _), goes_on in zip(row, own, strict=True)]
        made.append(Hang(("", "", *words), tuple(merges)))
    return [_across(hang, row, names) for hang, row in zip(made, found, strict=True)]


def _cell(row: TaskRow, name: str, names: Sequence[str]) -> tuple[str, bool]:
    """Return the words of a cell, and whether it is one with the cell above; the second of two columns that are one has none."""
    if name in ("stt", "ten"):
        return (row.ma.partition(".")[0] if name == "stt" else row.task.ten), not row.opens
    if row.cells["giao_theo"] and name in BOTH_COLUMNS:
        is_first = name == next(each for each in names if each in BOTH_COLUMNS)
        return (row.cells["giao_theo"] if is_first else ""), "giao_theo" in row.same
    return row.cells[name], name in row.same


def _across(hang: Hang, row: TaskRow, names: Sequence[str]) -> Hang:
    """Return the row with the cells of leaders and partners as one, where another paper says who they are."""
    places = sorted(names.index(name) for name in BOTH_COLUMNS if name in names)
    if not row.cells["giao_theo"] or len(places) < 2:
        return hang
    return replace(hang, gop=(*hang.gop[: places[1]], TO_THE_LEFT, *hang.gop[places[1] + 1 :]))


def fitted(columns: Sequence[Column], rows: Sequence[Hang], room: Room, shares: Mapping[int, float] | None = None) -> BangIn:
    """Return the table with its columns as wide as their words need; a row with cells has one for each column.

    Columns that have `shares` by their place, in percent of the table, are as wide as these say.
    """
    texts = [{row.words[index + 2] for row in rows if row.gop and not _runs_on(row, index)} for index in range(len(columns))]
    widths, narrow = _widths(columns, texts, room, shares or {})
    cot = tuple(
        O(column.title, twips(wide), "Bảng giữa" if column.centred else "Bảng chữ")
        for column, wide in zip(columns, widths, strict=True)
    )
    heights = [_height(row, widths, room) for row in rows]
    most = _WHOLE * room.height
    made = [
        replace(row, cot=cot, dai=high > most, cao=high) if row.gop else replace(row, cao=high)
        for row, high in zip(rows, heights, strict=True)
    ]
    insides = (wide - _PADDING for wide in widths)
    lines = max(len(balanced_lines(one.title, room.size, "bold", wide)) for one, wide in zip(columns, insides, strict=True))
    return BangIn(
        cot,
        tuple(_kept_together(made, heights, most)),
        chat=bool(narrow and not shares),
        hep=tuple(narrow) if shares else (),
        cao_dau=lines * room.size * MM_PER_POINT * _LINE_HEIGHT + _BETWEEN * MM_PER_POINT,
    )


def _kept_together(rows: list[Hang], heights: Sequence[float], most: float) -> list[Hang]:
    """Return `rows` with the few that share a cell kept on one page if they are no higher: its words stand on its first."""
    start = 0
    for index in range(1, len(rows) + 1):
        if index == len(rows) or "continue" not in rows[index].gop:
            if sum(heights[start:index]) <= most:
                rows[start : index - 1] = [replace(row, giu=True) for row in rows[start : index - 1]]
            start = index
    return rows


def _runs_on(row: Hang, index: int) -> bool:
    """Return whether the cell runs on over the next column: it asks its own for no room."""
    return TO_THE_LEFT in row.gop[index + 1 : index + 2]


def _height(row: Hang, widths: Sequence[float], room: Room) -> float:
    """Return the height of `row` in mm, that of its highest cell."""
    cells: list[tuple[str, float]] = [] if row.gop else [(row.nhom, room.width)]
    for text, merge, wide in zip(row.words[2:], row.gop, widths, strict=True) if row.gop else ():
        cells = [*cells[:-1], (cells[-1][0], cells[-1][1] + wide)] if merge == TO_THE_LEFT else [*cells, (text, wide - _PADDING)]
    line, between = room.size * MM_PER_POINT * _LINE_HEIGHT, _BETWEEN * MM_PER_POINT
    highest = line + between
    for text, wide in cells:
        parts = text.replace(PARAGRAPH, "\n").split("\n")
        if (len(parts) + text.count(" ")) * line + len(parts) * between > highest:  # with every word on a line of its own
            lines = sum(max(line_count(part, room.size, wide), 1) for part in parts)
            highest = max(highest, lines * line + len(parts) * between)
    return highest + _BORDER


def _widths(
    columns: Sequence[Column], texts: Sequence[set[str]], room: Room, shares: Mapping[int, float]
) -> tuple[list[float], list[str]]:
    """Return the width of each column in mm, together those of `room`, and the headings of those where a word breaks."""
    needs = [_need(column, cells, room.size) for column, cells in zip(columns, texts, strict=True)]
    free = [index for index in range(len(columns)) if index not in shares]
    percent = room.width / (100 if free else sum(shares.values()))
    widths = {index: share * percent for index, share in shares.items()}
    if free:
        widths |= zip(free, _own_widths([needs[index] for index in free], room.width - sum(widths.values())), strict=True)
    narrow = [column.title for index, column in enumerate(columns) if widths[index] < needs[index].word - _ROUNDED]
    return [widths[index] for index in range(len(columns))], narrow


@dataclass(frozen=True, slots=True)
class _Need:
    """What a column needs in mm for its longest word, its heading in so many lines, its longest text, and its text's weight."""

    word: float
    headed: tuple[float, ...]  # with the heading in 2, 3, … lines; a short one stands on one
    most: float
    weight: float


def _need(column: Column, cells: set[str], size: float) -> _Need:
    title = width(column.title, size, "bold")
    word = max(column.least, max(longest_word(cells, size), longest_word([column.title], size, "bold")) + _PADDING)
    short = title + _PADDING if title <= _SHORT_HEADING else 0.0
    headed = tuple(max(word, short, narrowest(column.title, size, "bold", lines) + _PADDING) for lines in _HEADING_LINES)
    longest = max(map(len, cells), default=0)
    widest = max((width(part, size) for text in cells if len(text) == longest for part in text.split(PARAGRAPH)), default=0.0)
    weight = sqrt(sum(map(len, cells)) / max(len(cells), 1)) + 1
    return _Need(word, headed, max(word, short, widest * _SLACK + _PADDING), weight)


def _own_widths(needs: Sequence[_Need], available: float) -> list[float]:
    """Return the widths of columns that have none set, together `available`.

    A column is as wide as its longest word at least, and as its heading in two lines where that takes no more from the others
    than they can spare, otherwise in three, and so on; beyond that the columns share by how much text they hold.
    """
    words, most, weight = ([getattr(need, name) for need in needs] for name in ("word", "most", "weight"))
    if sum(words) > available:
        return _capped(words, available)
    plain = _shared(words, most, weight, available)
    for floors in zip(*(need.headed for need in needs), strict=True):
        if all(wide >= floor for wide, floor in zip(plain, floors, strict=True)):
            break
        if sum(floors) <= available:
            widths = _shared(floors, [*map(max, floors, most)], weight, available)
            if all(wide >= _LEFT * before for wide, before in zip(widths, plain, strict=True)):
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
