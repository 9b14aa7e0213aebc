"""Tables: tasks and free tables become the same rows of cells, with widths that fit their words to the page."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from docgen.data.model.bang import Bang, OGhep
from docgen.data.model.nhiemvu import BangNhiemVu
from docgen.data.model.phanviec import BOTH_COLUMNS, NhiemVu, TaskRow, rows
from docgen.paper.context.column_widths import Column, widths_of
from docgen.paper.context.printable import TO_THE_LEFT, BangIn, Hang, O, twips
from docgen.paper.context.table_rows import PADDING, height_of_head, heights_of, held
from docgen.paper.layout import Room
from docgen.text.dinhdang import PARAGRAPH, paragraphs, plain
from docgen.text.typography import longest_word
from docgen.text.wording import capitals, roman

_WHOLE: Final = 1 / 3  # of a page: a row that is higher may go on over the next, and rows that share a cell may part
_NUMBERISH: Final = re.compile(r"[\d.,/%\s-]*")
_CENTRED: Final = frozenset({"stt", "thoi_gian", "kinh_phi"})


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
    if names[0] == "stt":
        numbers = longest_word(map(roman, range(1, len(table.nhom_nhiem_vu) + 1)), room.size, "bold")
        columns[0] = columns[0]._replace(least=numbers + PADDING)
    for number, group in enumerate(table.nhom_nhiem_vu, start=1):
        if names[0] == "stt":
            made.append(Hang((roman(number), group.tieu_de)))
        else:
            made.append(across(f"{roman(number)}. {group.tieu_de}" if "stt" in names else group.tieu_de, len(names)))
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
    return (longest_word([plain(cell.chu)], room.size, "bold") + PADDING) / cell.so_cot


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
    found = widths_of(columns, rows, room, shares or {})
    cot = tuple(
        O(column.title, twips(wide), "Bảng giữa" if column.centred else "Bảng chữ")
        for column, wide in zip(columns, found.wide, strict=True)
    )
    rows = [held(row, found.wide, room) for row in rows]
    heights = heights_of(rows, found.wide, room)
    most = _WHOLE * room.height
    made = [
        replace(row, cot=cot, dai=high > most, cao=high) if row.gop else replace(row, cao=high)
        for row, high in zip(rows, heights, strict=True)
    ]
    return BangIn(
        cot,
        tuple(_kept_together(made, heights, most)),
        chat=bool(found.narrow and not shares),
        hep=tuple(found.narrow) if shares else (),
        cao_dau=height_of_head([one.title for one in columns], found.wide, room),
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
