"""Cells of a head with two columns: one made wide enough for its words, at the cost of the other, or of the free room beside."""

from math import ceil
from typing import Any, Final

from docgen.check.gauges.lettering import line_width
from docgen.check.mends import Widened
from docgen.check.repair.edits import CannotMend, Edited, child_of, name_of, word_of
from docgen.check.view import CellPlace, Paragraph, Section

Element = Any
_TWIPS: Final = 1440 / 25.4
_SPARE: Final = 0.02  # of a line's width: what other fonts and printers may need
_OVERHANG: Final = 5.0  # mm that a table may be wider than the text: as much as its cells' own margins


def widen(edited: Edited, mend: Widened, section: Section) -> None:
    """Make the cell that `mend` names wide enough, tracked; raise `CannotMend` where the head is no table of two columns."""
    paragraph = mend.where.paragraph
    place = paragraph.place
    table = _around(edited.twin(paragraph.element), "tbl")
    if place is None or place.width is None or paragraph.width is None or table is None or place.table.stretch != 1.0:
        raise CannotMend("bảng đầu văn bản không có bề rộng cố định")
    word = word_of(table)
    rows = [list(row.iterchildren(f"{word}tc")) for row in table.iterchildren(f"{word}tr")]
    grid = child_of(table, "tblGrid")
    columns = [] if grid is None else list(grid.iterchildren(f"{word}gridCol"))
    if len(columns) != 2 or any(len(row) != 2 for row in rows):
        raise CannotMend("đầu văn bản không phải bảng hai cột")
    widths = _widths(place)
    own, other = (place.column, 1 - place.column)
    wanted = line_width(mend.where) * (1 + _SPARE) + place.width - paragraph.width + paragraph.left + paragraph.right
    least = _least(place, other)
    total = max(sum(widths), wanted + least)
    if total > max(section.text_width + _OVERHANG, sum(widths)):
        raise CannotMend("trang không đủ rộng cho cả hai cột của đầu văn bản")
    new = {own: wanted, other: total - wanted}
    for row in rows:
        for column, cell in enumerate(row):
            edited.set(cell, "tcPr", "tcW", {"w": str(ceil(new[column] * _TWIPS)), "type": "dxa"})
    edited.set_grid(grid, [ceil(new[column] * _TWIPS) for column in (0, 1)])


def _around(element: Element, name: str) -> Element | None:
    return next((each for each in element.iterancestors() if name_of(each) == name), None)


def _widths(place: CellPlace) -> list[float]:
    cells = place.table.rows[place.row].cells
    return [cell.width or 0.0 for cell in cells]


def _least(place: CellPlace, column: int) -> float:
    """Return the width that the cells of `column` need so that none of their lines wraps that does not wrap now."""
    least = 0.0
    for row in place.table.rows:
        for cell in row.cells:
            if cell.column == column:
                least = max([least, *(_needed(each, cell.width or 0.0) for each in cell.paragraphs)])
    return least


def _needed(paragraph: Paragraph, width: float) -> float:
    around = width - (paragraph.width or width) + paragraph.left + paragraph.right
    lines = [line_width(line) for line in paragraph.lines]
    return max((min(each + around, width) for each in lines), default=0.0)
