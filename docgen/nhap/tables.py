"""Finds the tables of tasks in a grid by the words of their headings, wherever those stand and however they are merged."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from docgen.nhap.heads import LONGEST, meaning
from docgen.nhap.marks import mark_of
from docgen.nhap.texts import on_one_line
from docgen.nhap.values import GROUP, MARKED_TIME, TIME_FROM, TIME_TO, Cell, Column, Grid, Row, Table

_TELLING: Final = frozenset({"chu_tri", "phoi_hop", "thoi_gian", "san_pham", TIME_FROM, TIME_TO})
_NEW_APPENDIX: Final = re.compile(r"(?:phụ lục|biểu(?: số)?|bảng|mẫu số)\s*[IVX\d]", re.IGNORECASE)
_PERSON: Final = re.compile(r"người|cán bộ|chuyên viên|công chức|lãnh đạo", re.IGNORECASE)
_DEEPEST: Final = 3  # rows of headings


@dataclass(frozen=True, slots=True)
class _Heads:
    """The rows of headings, from `first` to before `end`, and what stands under them."""

    first: int
    end: int
    columns: Mapping[int, Column]
    others: Mapping[int, str]


def tables(grids: Iterable[Grid]) -> list[Table]:
    """Return every table of tasks in `grids`; one that runs on in the next grid, or behind its headings again, is one."""
    found: list[Table] = []
    for grid in grids:
        own = list(_of_grid(grid))
        if own and found and grid.follows and _same_columns(found[-1], own[0]):
            found[-1] = _joined(found[-1], own.pop(0))
        elif not own and found and grid.follows and _fits(found[-1], grid):
            found[-1] = replace(found[-1], rows=[*found[-1].rows, *grid.rows], remarks=[*found[-1].remarks, *grid.remarks])
        found += own
    return found


def _of_grid(grid: Grid) -> Iterator[Table]:
    above, current = [*grid.above], None
    start = 0
    for heads in _all_heads(grid.rows):
        between = grid.rows[start : heads.first]
        titles = _titles(between)
        table = Table(
            grid.name, _with_groups(heads, grid.rows), heads.others, (), grid.rows[heads.first : heads.end], (), (), grid.hidden
        )
        if current is None:
            current = replace(table, above=[*above, *_lines(between)], remarks=grid.remarks)
        elif _same_columns(current, table) and titles == len(between):
            current = replace(current, rows=[*current.rows, *between, *table.heads])
        else:
            yield replace(current, rows=[*current.rows, *between[:titles]])
            current = replace(table, above=[*_lines(between[titles:])])
        start = heads.end
    if current is not None:
        yield replace(current, rows=[*current.rows, *grid.rows[start:]])


def _all_heads(rows: Sequence[Row]) -> Iterator[_Heads]:
    at = 0
    while at < len(rows):
        heads = _heads(rows, at)
        if heads is not None:
            yield heads
        at = heads.end if heads else at + 1


def _heads(rows: Sequence[Row], first: int) -> _Heads | None:
    """Return the headings that begin with the row `first`, of as many rows as are merged with it or stand under it."""
    best: _Heads | None = None
    own = [cell.text for cell in rows[first].cells.values() if cell.text and not cell.above]
    if len(own) < 2 or mark_of(own[0]) is not None:
        return None
    for end in range(first + 1, min(first + _DEEPEST, len(rows)) + 1):
        if end > first + 1 and not _belongs(rows[end - 2], rows[end - 1]):
            break
        columns, others = _columns(rows[first:end])
        if _tells_tasks(columns):
            best = _Heads(first, end, *_one_leader(columns, others))
    return best


def _tells_tasks(columns: Mapping[int, Column]) -> bool:
    """Return whether the columns are those of tasks: names, and who or when or what; "Đơn vị" alone may be a measure."""
    known = {column.meaning for column in columns.values() if column.heading.casefold() != "đơn vị"}
    return "ten" in known and (bool(known & _TELLING) or sum(each.startswith(MARKED_TIME) for each in known) > 1)


def _belongs(over: Row, row: Row) -> bool:
    """Return whether `row` holds headings below those of `over`: merged cells run into it, or its own stand below a wide one."""
    own = [(column, cell) for column, cell in row.cells.items() if cell.text and not cell.above]
    if not own or any(len(cell.text) > LONGEST for _, cell in own):
        return False
    if any(cell.above for cell in row.cells.values()):
        return True
    wide = [range(column, column + cell.width) for column, cell in over.cells.items() if cell.width > 1]
    lone = [column for column, _ in own if not any(column in span for span in wide)]
    return bool(wide) and not lone and all(not cell.text[:1].isdigit() for _, cell in own)


def _columns(rows: Sequence[Row]) -> tuple[dict[int, Column], dict[int, str]]:
    last = max((column + cell.width for row in rows for column, cell in row.cells.items()), default=0)
    columns: dict[int, Column] = {}
    others: dict[int, str] = {}
    for index in sorted({column for row in rows for column in row.cells}):
        path = list(_path(rows, index))
        if index >= last or not path:
            continue
        heading, parent = path[-1], " ".join(path[:-1])
        known = meaning(heading, parent)
        if known:
            columns[index] = Column(known, heading, parent)
        else:
            others[index] = " ".join(path)
    return columns, others


def _one_leader(columns: Mapping[int, Column], others: Mapping[int, str]) -> tuple[dict[int, Column], dict[int, str]]:
    """Return the columns with one alone for who leads; a second that names persons is for who watches over the task."""
    leading = [at for at, column in columns.items() if column.meaning == "chu_tri"]
    first = next((at for at in leading if "chủ trì" in columns[at].heading.casefold()), leading[0] if leading else None)
    watched = any(column.meaning == "theo_doi" for column in columns.values())
    kept, left = dict(columns), dict(others)
    for at in leading:
        if at != first and _PERSON.match(columns[at].heading) and not watched:
            kept[at], watched = replace(columns[at], meaning="theo_doi"), True
        elif at != first:
            left[at] = kept.pop(at).heading
    return kept, left


def _path(rows: Sequence[Row], column: int) -> Iterator[str]:
    """Yield the headings over a column, the widest first."""
    for row in rows:
        cell = row.covering(column)
        if cell is not None and cell.text and not cell.above:
            yield on_one_line(cell.text)


def _with_groups(heads: _Heads, rows: Sequence[Row]) -> dict[int, Column]:
    """Return the columns, of two that name tasks the left one as that of their groups where its cells cover several tasks."""
    columns = dict(heads.columns)
    naming = [index for index, column in columns.items() if column.meaning == "ten"]
    body = rows[heads.end :]
    for index in naming[:-1]:
        if any((cell := row.covering(index)) is not None and cell.above for row in body):
            columns[index] = replace(columns[index], meaning=GROUP)
    return columns


def _titles(rows: Sequence[Row]) -> int:
    """Return where in `rows`, which stand before new headings, the title of a new appendix begins; behind all if nowhere."""
    for index, row in enumerate(rows):
        if _NEW_APPENDIX.match(_words(row)) and all(_is_line(each) for each in rows[index:]):
            return index
    return len(rows)


def _is_line(row: Row) -> bool:
    return sum(1 for cell in row.cells.values() if cell.text and not cell.above) <= 1


def _words(row: Row) -> str:
    return on_one_line("  ".join(cell.text for cell in row.cells.values() if not cell.above))


def _lines(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the lines that stand in `rows` above a table, cell by cell."""
    for row in rows:
        for cell in row.cells.values():
            if not cell.above:
                yield from cell.text.split("\n")


def _same_columns(one: Table, other: Table) -> bool:
    return {index: column.meaning for index, column in one.columns.items()} == {
        index: column.meaning for index, column in other.columns.items()
    }


def _joined(one: Table, other: Table) -> Table:
    return replace(one, rows=[*one.rows, *other.heads, *other.rows], remarks=[*one.remarks, *other.remarks])


def _fits(table: Table, grid: Grid) -> bool:
    """Return whether a table without headings is the rest of the one before it: as many columns, and rows as full."""
    columns = {*table.columns, *table.others}
    full = [row for row in grid.rows if len(row.cells) >= len(columns) - 1]
    return bool(full) and all(max(row.cells, default=0) <= max(columns) for row in grid.rows)


def is_heads(row: Row, table: Table) -> bool:
    """Return whether `row` is one of the table's headings again."""
    heads = [[on_one_line(cell.text).casefold() for cell in head.cells.values() if not cell.above] for head in table.heads]
    own = [on_one_line(cell.text).casefold() for cell in row.cells.values() if not cell.above]
    return bool(own) and own in heads


def cells_of(row: Row, table: Table) -> Iterator[tuple[str, Cell]]:
    """Yield the cells of `row` with what their columns hold; blank where nobody knows."""
    for column, cell in row.cells.items():
        known = table.columns.get(column)
        yield known.meaning if known else "", cell
