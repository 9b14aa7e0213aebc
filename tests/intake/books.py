"""Workbooks and Word papers as offices have them, made cell by cell."""

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import docx
import openpyxl
from openpyxl.styles import Font


def sheet_of(
    page: Any,
    rows: Iterable[Sequence[Any]],
    *,
    merged: Iterable[str] = (),
    bold: Iterable[str] = (),
    hidden: Iterable[int] = (),
    formats: Mapping[str, str] | None = None,
    start: int = 1,
) -> None:
    """Write `rows` from row `start` on; `merged` are ranges, `bold` cells, `hidden` rows, `formats` number formats by cell."""
    for number, row in enumerate(rows, start=start):
        for column, value in enumerate(row, start=1):
            if value is not None:
                page.cell(number, column).value = value
    for span in merged:
        page.merge_cells(span)
    for place in bold:
        page[place].font = Font(bold=True)
    for number in hidden:
        page.row_dimensions[number].hidden = True
    for place, shown in (formats or {}).items():
        page[place].number_format = shown


def book(rows: Iterable[Sequence[Any]], **looks: Any) -> bytes:
    """Return a workbook of one sheet."""
    made = openpyxl.Workbook()
    sheet_of(made.worksheets[0], rows, **looks)
    return saved(made)


def saved(made: Any) -> bytes:
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def table_in(
    paper: Any,
    rows: Sequence[Sequence[str | None]],
    *,
    merged: Iterable[tuple[int, int, int, int]] = (),
    bold: Iterable[int] = (),
) -> Any:
    """Add a table to a Word paper; `merged` are first row, first column, last row, last column from 0; `bold` whole rows."""
    table = paper.add_table(rows=len(rows), cols=max(map(len, rows)))
    table.style = "Table Grid"
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            if text:
                first, *others = text.split("\n")
                cell = table.cell(number, column)
                cell.paragraphs[0].add_run(first).bold = number in bold
                for line in others:
                    cell.add_paragraph(line)
    for top, left, bottom, right in merged:
        table.cell(top, left).merge(table.cell(bottom, right))
    return table


def paper() -> Any:
    return docx.Document()
