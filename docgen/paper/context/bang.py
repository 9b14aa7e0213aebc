"""Tables: tasks and free tables become the same rows of cells, with widths that fit their words to the page."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import sqrt
from typing import Final

from docgen.data.model.bang import Bang, OGhep
from docgen.data.model.nhiemvu import BangNhiemVu
from docgen.data.model.phanviec import BOTH_COLUMNS, NhiemVu, TaskRow, rows
from docgen.paper.context.printable import TO_THE_LEFT, TWIPS_PER_MM, BangIn, Hang, O, twips
from docgen.paper.layout import Room
from docgen.text.dinhdang import plain
from docgen.text.typography import MM_PER_POINT, line_count, longest_word, width
from docgen.text.wording import capitals, roman

_PADDING: Final = 4.5  # mm, both sides of a cell and its border
_SLACK: Final = 1.05  # what a word processor may need beyond the measured width
_SHORT_HEADING: Final = 26.0  # mm: a heading up to this wide stands on one line
_SHORT_TEXT: Final = 100  # letters, that make no high row even in a narrow column
_LINE_HEIGHT: Final = 1.15  # of the type size
_HIGHEST_ROW: Final = 110.0  # mm, two thirds of the text on a page on its side: a higher row would leave too much of a page blank
_ROWS_KEPT: Final = 3
_NUMBERISH: Final = re.compile(r"[\d.,/%\s-]*")
_CENTRED: Final = frozenset({"stt", "thoi_gian", "kinh_phi"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column before its width is known."""

    title: str
    centred: bool


def task_table(table: BangNhiemVu, kind: str, room: Room) -> BangIn:
    """Return the tasks that `table` holds under the key `kind`, in groups or without, as a table as wide as its `room`.

    `như trên` merges a cell with the one above it; behind a group's own row, which nothing can merge across, the words are
    printed again.
    """
    names = table.columns
    columns = [Column(capitals(getattr(table.ten_cot, name)), name in _CENTRED) for name in names]
    above: dict[str, str] = {}
    if kind == "nhiem_vu":
        return fitted(columns, _task_rows(table.nhiem_vu, names, above), room)
    made: list[Hang] = []
    for number, group in enumerate(table.nhom_nhiem_vu, start=1):
        made.append(Hang((roman(number), group.tieu_de)))
        made += _task_rows(group.nhiem_vu, names, above)
    return fitted(columns, made, room)


def free_table(table: Bang, room: Room) -> BangIn:
    """Return a table of the clerk's own columns, as wide as its `room`; columns of numbers are centred."""
    rows = list(table.rows())
    cells = [cell for row in rows if not isinstance(row, str) for cell in row]
    columns = [
        Column(title, all(_NUMBERISH.fullmatch(plain(cell.chu)) for cell in cells if cell.cot == index))
        for index, title in enumerate(table.columns)
    ]
    printed = [across(row, len(columns)) if isinstance(row, str) else _joined(row, len(columns)) for row in rows]
    made = fitted(columns, kept_together(printed), room)
    heads = [_joined(row, len(columns)) for row in table.heads()]
    if len(heads) == 1 and not any(heads[0].gop):
        return made
    return replace(made, nhieu_dau=tuple(replace(row, cot=made.cot) for row in heads))


def across(words: str, columns: int) -> Hang:
    """Return the row of one bold cell over all `columns`."""
    return Hang(("", "", words, *[""] * (columns - 1)), ("", *[TO_THE_LEFT] * (columns - 1)), giu=True, kieu="Bảng nhóm")


def _joined(row: Sequence[OGhep], columns: int) -> Hang:
    known = {cell.cot: cell for cell in row}
    every = [known.get(index, OGhep("", index, gop=TO_THE_LEFT)) for index in range(columns)]
    return Hang(("", "", *(cell.chu for cell in every)), tuple(cell.gop for cell in every))


def _task_rows(tasks: Sequence[NhiemVu], names: Sequence[str], above: dict[str, str]) -> list[Hang]:
    """Return a row for each task, or for each of its lines; `above` are the words above, carried on from group to group."""
    found = list(rows(((str(number), (), task) for number, task in enumerate(tasks, start=1)), above))
    cells = [[_cell(row, name, names) for name in names] for row in found]
    continues = [[bool(index) and is_one for _, is_one in row] for index, row in enumerate(cells)]
    made = []
    for row, own, below in zip(cells, continues, [*continues[1:], [False] * len(names)], strict=True):
        merges = ["continue" if goes_on else "restart" if opens else "" for goes_on, opens in zip(own, below, strict=True)]
        words = ["" if goes_on else text for (text, _), goes_on in zip(row, own, strict=True)]
        made.append(Hang(("", "", *words), tuple(merges)))
    return kept_together([_across(hang, row, names) for hang, row in zip(made, found, strict=True)])


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


def kept_together(rows: list[Hang]) -> list[Hang]:
    """Return `rows` with the few that share a cell kept on one page: its words stand on its first page only."""
    kept = list(rows)
    start = 0
    for index in range(1, len(rows) + 1):
        if index == len(rows) or "continue" not in rows[index].gop:
            if index - start <= _ROWS_KEPT:
                kept[start : index - 1] = [replace(row, giu=True) for row in rows[start : index - 1]]
            start = index
    return kept


def fitted(columns: Sequence[Column], rows: Sequence[Hang], room: Room) -> BangIn:
    """Return the table with its columns as wide as their words need; a row with cells has one for each column."""
    texts = [{row.words[index + 2] for row in rows if row.gop and not _runs_on(row, index)} for index in range(len(columns))]
    widths, crowded = _widths(columns, texts, room)
    cot = tuple(
        O(column.title, twips(wide), "Bảng giữa" if column.centred else "Bảng chữ")
        for column, wide in zip(columns, widths, strict=True)
    )
    placed = (replace(row, cot=cot) if row.gop else row for row in rows)
    return BangIn(cot, tuple(replace(row, dai=True) if _is_high(row, room.size) else row for row in placed), crowded)


def _runs_on(row: Hang, index: int) -> bool:
    """Return whether the cell runs on over the next column: it asks its own for no room."""
    return TO_THE_LEFT in row.gop[index + 1 : index + 2]


def _is_high(row: Hang, size: float) -> bool:
    """Return whether `row` is too high to be kept whole: a word processor may print of it no more than a page holds."""
    if all(len(text) <= _SHORT_TEXT for text in row.words[2:]):
        return False
    cells = [(cell.chu, cell.rong / TWIPS_PER_MM - _PADDING) for cell in row.o if len(cell.chu) > _SHORT_TEXT]
    lines = (sum(max(line_count(part, size, wide), 1) for part in text.split("\n")) for text, wide in cells)
    return max(lines, default=0) * size * MM_PER_POINT * _LINE_HEIGHT > _HIGHEST_ROW


def _widths(columns: Sequence[Column], texts: Sequence[set[str]], room: Room) -> tuple[list[float], bool]:
    """Return the width of each column in mm, together those of `room`, and whether some word has to break.

    A column is as wide as its longest word at least, if possible as a short heading on one line, and no wider than its longest
    text; between these the columns share by how much text they hold.
    """
    words, headed, most, weight = [], [], [], []
    for column, cells in zip(columns, texts, strict=True):
        title = width(column.title, room.size, "bold")
        narrowest = max(longest_word(cells, room.size), longest_word([column.title], room.size, "bold")) + _PADDING
        words.append(narrowest)
        headed.append(max(narrowest, title + _PADDING) if title <= _SHORT_HEADING else narrowest)
        longest = max(map(len, cells), default=0)
        widest = max((width(text, room.size) for text in cells if len(text) == longest), default=0.0)
        most.append(max(headed[-1], widest * _SLACK + _PADDING))
        weight.append(sqrt(sum(map(len, cells)) / max(len(cells), 1)) + 1)
    if sum(words) > room.width:
        return _capped(words, room.width), True
    return _shared(headed if sum(headed) <= room.width else words, most, weight, room.width), False


def _capped(wanted: Sequence[float], available: float) -> list[float]:
    """Return `wanted` with the widest cut down to one width, so that together they are `available` wide."""
    low, high = 0.0, max(wanted)
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(min(each, middle) for each in wanted) < available else (low, middle)
    return [min(each, low) for each in wanted]


def _shared(least: list[float], most: list[float], weight: list[float], available: float) -> list[float]:
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
