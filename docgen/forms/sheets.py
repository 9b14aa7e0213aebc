"""Plain tables to an Excel file that prints well on A4 lying on its side. The one door to openpyxl.

A text is always a text: what opens with a sign that Excel takes for a formula is marked as words and never reckoned.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from html import escape
from itertools import chain
from typing import Any, Final, NamedTuple, TypeAlias
from urllib.parse import quote

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.cell.cell import Cell as PageCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from docgen.files.stamp import core_properties
from docgen.files.workbooks import Body, saved
from docgen.forms.formpage import DAY, FORMULA_SIGNS, TALLEST, Look, excel_day, lay_on_its_side, line_number, styled

_SIZE: Final = 11.0
_LINE: Final = 14.5  # points; the height of a line of 11-point type
_LONGEST: Final = 32_767  # letters; Excel keeps no more in a cell
_CUT: Final = " … (còn nữa, xem tệp dữ liệu)"
_HEAD_COLOUR: Final = "DDE7F0"
_HERE: Final = "\0"  # stands for the number of a row; no text holds it


@dataclass(frozen=True, slots=True)
class Link:
    """A file beside the workbook, named by its way from there."""

    tep: str


Cell: TypeAlias = str | int | date | Link | None


class Column(NamedTuple):
    """A column: its heading, a second one written upwards, its width in letters, whether what stands in it is centred."""

    tieu_de: str
    rong: float
    giua: bool = False
    dung: str = ""


class Title(NamedTuple):
    """A line above the table."""

    chu: str
    dam: bool = False
    giua: bool = True
    co_chu: float = _SIZE


class Sheet(NamedTuple):
    """A table on a sheet of its own, with the lines above it."""

    ten: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    titles: Sequence[Title] = ()
    dung: float = 0  # points; the height of the headings that are written upwards
    numbered: bool = False  # a row (1), (2), (3) below the headings
    fixed: int = 1  # columns that stay in sight, and are printed again on each page
    pages_wide: int = 1
    filtered: bool = True
    ending: Sequence[Sequence[Cell]] = ()  # sums: in bold, and not sorted with the rest


class BookProperties(NamedTuple):
    """What the workbook says of itself."""

    title: str
    author: str = ""
    language: str = "vi-VN"


def workbook(sheets: Sequence[Sheet], properties: BookProperties) -> bytes:
    """Return an Excel file with `sheets`; the same sheets give the same bytes."""
    book = Workbook()
    first = book.worksheets[0]
    styles: dict[Look, Any] = {}
    writers = {sheet.ten: _Writer(book.create_sheet(sheet.ten), sheet, styles) for sheet in sheets}
    book.remove(first)
    return saved(book, core_properties(properties), {name: writer.body for name, writer in writers.items()})


class _Writer:
    """Writes one sheet. `styles` holds the looks made so far: making one for each cell would take most of the time.

    The library gets the lines above the table and the headings; the rows, of which there may be millions of cells, are written
    here as the file has them.
    """

    def __init__(self, page: Worksheet, sheet: Sheet, styles: dict[Look, Any]) -> None:
        self._page: Any = page
        self._sheet = sheet
        self._styles = styles
        self._row = 0
        self._letters = [get_column_letter(index) for index in range(1, len(sheet.columns) + 1)]
        self._numbers: dict[Look, int] = {}
        self._blank = {dam: [""] * len(sheet.columns) for dam in (False, True)}  # cells without a value, once made

    def body(self) -> Body:
        """Write the lines above the table, its headings, how it is to be shown and printed; return its rows."""
        sheet = self._sheet
        for letters, column in zip(self._letters, sheet.columns, strict=True):
            self._page.column_dimensions[letters].width = column.rong
        for title in sheet.titles:
            self._title(title)
        first = self._row + 1
        self._headings()
        last = self._row
        self._page.freeze_panes = f"{get_column_letter(sheet.fixed + 1)}{last + 1}"
        if sheet.filtered and sheet.rows:
            self._page.auto_filter.ref = f"A{last}:{self._letters[-1]}{last + len(sheet.rows)}"
        self._page.print_title_rows = f"{first}:{last}"
        if sheet.pages_wide > 1:
            self._page.print_title_cols = f"A:{get_column_letter(sheet.fixed)}"
        lay_on_its_side(self._page, left=0.5, pages_wide=sheet.pages_wide)
        rows = chain((self._cells(row) for row in sheet.rows), (self._cells(row, dam=True) for row in sheet.ending))
        return Body(rows, f"{self._letters[-1]}{last + len(sheet.rows) + len(sheet.ending)}")

    def _title(self, title: Title) -> None:
        self._row += 1
        centred = title.giua and self._sheet.pages_wide == 1
        self._put(1, title.chu, Look(bold=title.dam, centred=centred, middle=True, size=title.co_chu))
        self._page.merge_cells(start_row=self._row, end_row=self._row, start_column=1, end_column=len(self._sheet.columns))
        width = sum(column.rong for column in self._sheet.columns)
        larger = title.co_chu / _SIZE
        self._set_height(_lines(title.chu, width / larger, bold=title.dam), larger, least=True)

    def _headings(self) -> None:
        columns = self._sheet.columns
        self._heads([column.tieu_de for column in columns])
        self._set_height(max(_lines(column.tieu_de, column.rong, bold=True) for column in columns))
        if self._sheet.dung:
            self._heads([column.dung for column in columns], upright=True)
            self._page.row_dimensions[self._row].height = self._sheet.dung
            for index, column in enumerate(columns, start=1):
                if not column.dung:
                    self._page.merge_cells(start_row=self._row - 1, end_row=self._row, start_column=index, end_column=index)
        if self._sheet.numbered:
            self._heads([f"({number})" for number in range(1, len(columns) + 1)], bold=False)

    def _heads(self, texts: Sequence[str], *, bold: bool = True, upright: bool = False) -> None:
        self._row += 1
        look = Look(bold=bold and not upright, centred=True, middle=True, boxed=True, fill=_HEAD_COLOUR, upright=upright)
        for index, text in enumerate(texts, start=1):
            self._put(index, text or None, look)

    def _cells(self, row: Sequence[Cell], *, dam: bool = False) -> bytes:
        """Return a row as the file has it."""
        self._row += 1
        lines, blank, columns = 1, self._blank[dam], self._sheet.columns
        cells = [*blank]
        for index in [index for index, value in enumerate(row) if value is not None or not blank[index]]:
            value, column = row[index], columns[index]
            cells[index] = cell = self._cell(f"{self._letters[index]}{_HERE}", value, _LOOKS[dam, column.giua])
            if value is None:
                blank[index] = cell
            text = value.tep if isinstance(value, Link) else value
            if isinstance(text, str):
                lines = max(lines, _lines(text, column.rong, bold=dam))
        height = f' ht="{_height(lines):.16g}" customHeight="1"' if lines > 1 else ""
        words = f'<row r="{_HERE}"{height}>{"".join(cells)}</row>'
        return words.replace(_HERE, str(self._row)).encode("ascii", "xmlcharrefreplace")

    def _cell(self, place: str, value: Cell, look: Look) -> str:
        kind, inside = "n", ""
        if isinstance(value, Link):
            self._page._hyperlinks.append(Hyperlink(ref=place.replace(_HERE, str(self._row)), target=quote(value.tep, safe="/")))
            value, look = value.tep, look._replace(is_link=True)
        if isinstance(value, str):
            text = ILLEGAL_CHARACTERS_RE.sub("", value)
            text = text if len(text) <= _LONGEST else text[: _LONGEST - len(_CUT)] + _CUT
            space = ' xml:space="preserve"' if text != text.strip() else ""
            kind, look = "inlineStr", look._replace(is_text=text.startswith(FORMULA_SIGNS))
            inside = f"<is><t{space}>{escape(text, quote=False)}</t></is>".replace("\r", "&#13;") if text else ""
        elif isinstance(value, date):
            look, inside = look._replace(form=DAY), f"<v>{excel_day(value)}</v>"
        elif value is not None:
            inside = f"<v>{value}</v>"
        if look not in self._numbers:
            self._numbers[look] = self._page.parent._cell_styles.add(self._style(PageCell(self._page, 1, 1, value), look))
        return f'<c r="{place}" s="{self._numbers[look]}" t="{kind}">{inside}</c>'

    def _set_height(self, lines: int, larger: float = 1.0, *, least: bool = False) -> None:
        if lines > 1 or least:
            self._page.row_dimensions[self._row].height = _height(lines, larger)

    def _put(self, column: int, text: str | None, look: Look) -> None:
        cell = self._page.cell(self._row, column)
        if text is not None:
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
            cell.data_type = "s"  # openpyxl takes an equals sign for a formula
            look = look._replace(is_text=text.startswith(FORMULA_SIGNS))
        cell._style = self._style(cell, look)

    def _style(self, cell: Any, look: Look) -> Any:
        """Return the style for this look, made on `cell` if none has it yet."""
        if look not in self._styles:
            self._styles[look] = styled(cell, look)
        return self._styles[look]


_LOOKS: Final = {(dam, giua): Look(bold=dam, centred=giua, boxed=True) for dam in (False, True) for giua in (False, True)}


def _height(lines: int, larger: float = 1.0) -> float:
    return min(TALLEST, round(lines * _LINE * larger + 3, 1))


@lru_cache(maxsize=20_000)
def _lines(text: str, letters: float, *, bold: bool = False) -> int:
    return line_number(text, Look(bold=bold, size=_SIZE), letters)
