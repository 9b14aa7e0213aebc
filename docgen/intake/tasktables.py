"""Cuts grids into tables of tasks: each from its headings to the next ones; what runs on in the next grid is one table."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from docgen.intake.grids import GROUP, Cell, Column, Grid, Row, Table
from docgen.intake.headings import HeadRows, head_rows
from docgen.intake.typed import ROLE
from docgen.text.folding import on_one_line
from docgen.text.patterns import lazy_re

_NEW_APPENDIX: Final = lazy_re(r"(?:phụ lục|biểu(?: số)?|bảng|mẫu số)\s*[IVX\d]", re.IGNORECASE)


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
    return [_with_partners(table) for table in found]


def _with_partners(table: Table) -> Table:
    """Return `table`; a column that says who leads and who takes part ("Chủ trì: … Phối hợp: …") becomes one for each."""
    at = next((index for index, column in table.columns.items() if column.meaning == "chu_tri"), None)
    cells = [row.cells[at] for row in table.rows if at in row.cells] if at is not None else []
    has_partners = any(column.meaning == "phoi_hop" for column in table.columns.values())
    if at is None or has_partners or not any("phoi_hop" in _roles(cell.text) for cell in cells):
        return table
    columns = {index + (index > at): column for index, column in table.columns.items()}
    of_both = "phối hợp" in columns[at].heading.casefold()
    columns |= {at: replace(columns[at], heading="") if of_both else columns[at], at + 1: Column("phoi_hop", "")}
    others = {index + (index > at): words for index, words in table.others.items()}
    heads, rows = ([_parted(row, at) for row in some] for some in (table.heads, table.rows))
    return replace(table, columns=dict(sorted(columns.items())), others=others, heads=heads, rows=rows)


def _parted(row: Row, at: int) -> Row:
    """Return a row with what the cell at `at` says of partners in a cell of its own; one that runs on over it stays whole."""
    cells: dict[int, Cell] = {}
    for index, cell in row.cells.items():
        if index == at and cell.width == 1:
            roles = _roles(cell.text)
            cells |= {at: replace(cell, text=roles.get("chu_tri", "")), at + 1: replace(cell, text=roles.get("phoi_hop", ""))}
        else:
            covers = index <= at < index + cell.width
            cells[index + (index > at)] = replace(cell, width=cell.width + covers)
    return replace(row, cells=cells)


def _roles(text: str) -> dict[str, str]:
    """Return what a cell says of who leads, which is what stands first without more words, and of who takes part."""
    said: dict[str, list[str]] = {}
    key, start = "chu_tri", 0
    for match in [*ROLE.finditer(text), None]:
        words = text[start : match.start() if match else None].strip(" \t\n;,")
        if words:
            said.setdefault(key, []).append(words)
        if match:
            key, start = ("chu_tri" if match["role"].casefold() == "chủ trì" else "phoi_hop"), match.end()
    return {key: "\n".join(words) for key, words in said.items()}


def _of_grid(grid: Grid) -> Iterator[Table]:
    current, start = None, 0
    for heads in head_rows(grid.rows):
        between = grid.rows[start : heads.first]
        titles = _titles(between)
        table = Table(
            grid.name, _with_groups(heads, grid.rows), heads.others, (), grid.rows[heads.first : heads.end], (), (), grid.hidden
        )
        if current is None:
            current = replace(table, above=[*grid.above, *_lines(between)], remarks=grid.remarks)
        elif _same_columns(current, table) and titles == len(between):
            current = replace(current, rows=[*current.rows, *between, *table.heads])
        else:
            yield replace(current, rows=[*current.rows, *between[:titles]])
            current = replace(table, above=[*_lines(between[titles:])])
        start = heads.end
    if current is not None:
        yield replace(current, rows=[*current.rows, *grid.rows[start:]])


def _with_groups(heads: HeadRows, rows: Sequence[Row]) -> dict[int, Column]:
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
