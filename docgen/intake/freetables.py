"""A Word table that is none of tasks, as a free table of the data: headings, rows, joined cells, rows across it."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from docgen.check.view import Cell, Row, Table
from docgen.data.model.bang import SAME_AS_LEFT
from docgen.data.model.phanviec import SAME_AS_ABOVE
from docgen.intake import faces
from docgen.intake.wordtables import cell_words

_MOST_HEADS: Final = 3  # rows of headings


def free_table(table: Table) -> dict[str, Any] | None:
    """Return the value of `bang` for `table`; None where it holds no word."""
    rows = [row for row in table.rows if row.cells]
    if not any(_words_of(cell) for row in rows for cell in row.cells):
        return None
    columns = sorted({cell.column for row in rows for cell in row.cells})
    heads = _heads(rows)
    cot = [list(_cells(row, columns, bold=True)) for row in rows[:heads]]
    dong: list[Any] = [_row(row, columns) for row in rows[heads:]]
    if not dong:  # a table needs rows: its headings are its only row
        cot, dong = [[""] * len(columns)], [_row(row, columns) for row in rows]
    return {"cot": cot[0] if len(cot) == 1 else cot, "dong": dong}


def _words_of(cell: Cell, *, bold: bool = False) -> str:
    return cell_words(cell.blocks, lambda paragraph: faces.typed(paragraph.whole, bold=bold))


def _heads(rows: Sequence[Row]) -> int:
    """Return how many rows are headings: those that repeat on each page, or the first with those that its cells run into."""
    marked = next((index for index, row in enumerate(rows) if not row.header), len(rows))
    if 0 < marked <= _MOST_HEADS and marked < len(rows):
        return marked
    heads = 1
    while heads < min(_MOST_HEADS, len(rows) - 1) and any(cell.continues for cell in rows[heads].cells):
        heads += 1
    return heads if all(_is_short(row) for row in rows[:heads]) else 1


def _is_short(row: Row) -> bool:
    return all(len(_words_of(cell)) <= 150 for cell in row.cells)  # letters; what is longer is no heading


def _row(row: Row, columns: Sequence[int]) -> Any:
    words = [_words_of(cell) for cell in row.cells]
    if len(row.cells) == 1 and row.cells[0].span > 1 and len(columns) > 1 and words[0] and not row.cells[0].continues:
        return {"nhom": _words_of(row.cells[0], bold=True)}
    return list(_cells(row, columns))


def _cells(row: Row, columns: Sequence[int], *, bold: bool = False) -> Iterator[str]:
    for column in columns:
        cell = next((cell for cell in row.cells if cell.column <= column < cell.column + cell.span), None)
        if cell is None:
            yield ""
        elif column == cell.column:
            yield SAME_AS_ABOVE if cell.continues else _words_of(cell, bold=bold)
        else:
            yield SAME_AS_LEFT
