"""Plain tables to an Excel file that prints well on A4 lying on its side. The one door to openpyxl.

A text is always a text: what opens with a sign that Excel takes for a formula is marked as words and never reckoned.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final, TypeAlias
from urllib.parse import quote

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from docgen.files.package import packed, read_parts
from docgen.files.stamp import CORE, core_properties
from docgen.files.workbooks import saved
from docgen.text.typography import line_count, longest_word

_FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_FACE: Final = "Times New Roman"
_SIZE: Final = 11.0
_LINE: Final = 14.5  # points; the height of a line of 11-point type
_TALLEST: Final = 409.0  # points; Excel knows no taller row
_LETTER: Final = 1.87  # mm; a letter of a column's width
_EDGES: Final = 1.0  # mm; what a cell keeps free beside its words
_BOLD: Final = 1.1  # as wide as the regular face
_LONGEST: Final = 32_767  # letters; Excel keeps no more in a cell
_CUT: Final = " … (còn nữa, xem tệp dữ liệu)"
_LINK_COLOUR: Final = "0563C1"
_RULE_COLOUR: Final = "808080"
_HEAD_COLOUR: Final = "DDE7F0"
_DAY: Final = "dd/mm/yyyy"
_A4: Final = 9
_MARGINS: Final = {"left": 0.5, "right": 0.4, "top": 0.5, "bottom": 0.6, "header": 0.3, "footer": 0.3}  # inches


@dataclass(frozen=True, slots=True)
class Link:
    """A file beside the workbook, named by its way from there."""

    tep: str


Cell: TypeAlias = str | int | date | Link | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, a second one written upwards, its width in letters, whether what stands in it is centred."""

    tieu_de: str
    rong: float
    giua: bool = False
    dung: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """A line above the table."""

    chu: str
    dam: bool = False
    giua: bool = True
    co_chu: float = _SIZE


@dataclass(frozen=True, slots=True)
class Sheet:
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


@dataclass(frozen=True, slots=True)
class BookProperties:
    """What the workbook says of itself."""

    title: str
    author: str = ""
    language: str = "vi-VN"


@dataclass(frozen=True, slots=True)
class _Look:
    """How a cell looks."""

    dam: bool = False
    giua: bool = False
    co_chu: float = _SIZE
    khung: bool = True
    dau_bang: bool = False
    dung: bool = False
    la_lien_ket: bool = False
    la_ngay: bool = False
    la_chu: bool = False  # words, though they open as a formula does


def workbook(sheets: Sequence[Sheet], properties: BookProperties) -> bytes:
    """Return an Excel file with `sheets`; the same sheets give the same bytes."""
    book = Workbook()
    first = book.worksheets[0]
    styles: dict[_Look, Any] = {}
    for sheet in sheets:
        _Writer(book.create_sheet(sheet.ten), sheet, styles).write()
    book.remove(first)
    return packed({**read_parts(saved(book)), CORE: core_properties(properties)})


class _Writer:
    """Writes one sheet. `styles` holds the looks made so far: making one for each cell would take most of the time."""

    def __init__(self, page: Worksheet, sheet: Sheet, styles: dict[_Look, Any]) -> None:
        self._page = page
        self._sheet = sheet
        self._styles = styles
        self._row = 0

    def write(self) -> None:
        """Write the lines above the table, its headings, its rows, and how it is to be shown and printed."""
        for index, column in enumerate(self._sheet.columns, start=1):
            self._page.column_dimensions[get_column_letter(index)].width = column.rong
        for title in self._sheet.titles:
            self._title(title)
        first = self._row + 1
        self._headings()
        last = self._row
        for row in self._sheet.rows:
            self._cells(row)
        end = self._row
        for row in self._sheet.ending:
            self._cells(row, dam=True)
        self._page.freeze_panes = f"{get_column_letter(self._sheet.fixed + 1)}{last + 1}"
        if self._sheet.filtered and self._sheet.rows:
            self._page.auto_filter.ref = f"A{last}:{get_column_letter(len(self._sheet.columns))}{end}"
        self._print_setup(first, last)

    def _title(self, title: Title) -> None:
        self._row += 1
        centred = title.giua and self._sheet.pages_wide == 1
        self._put(1, title.chu, _Look(dam=title.dam, giua=centred, co_chu=title.co_chu, khung=False))
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
        for index, text in enumerate(texts, start=1):
            self._put(index, text or None, _Look(dam=bold and not upright, giua=True, dau_bang=True, dung=upright))

    def _cells(self, row: Sequence[Cell], *, dam: bool = False) -> None:
        self._row += 1
        lines = 1
        for index, (value, column) in enumerate(zip(row, self._sheet.columns, strict=True), start=1):
            self._put(index, value, _LOOKS[dam, column.giua])
            text = value.tep if isinstance(value, Link) else value
            if isinstance(text, str):
                lines = max(lines, _lines(text, column.rong, bold=dam))
        self._set_height(lines)

    def _set_height(self, lines: int, larger: float = 1.0, *, least: bool = False) -> None:
        if lines > 1 or least:
            self._page.row_dimensions[self._row].height = min(_TALLEST, round(lines * _LINE * larger + 3, 1))

    def _put(self, column: int, value: Cell, look: _Look) -> None:
        cell: Any = self._page.cell(self._row, column)
        if isinstance(value, Link):
            cell.hyperlink = quote(value.tep, safe="/")
            value, look = value.tep, _with(look, "la_lien_ket")
        if isinstance(value, str):
            text = ILLEGAL_CHARACTERS_RE.sub("", value)
            cell.value = text if len(text) <= _LONGEST else text[: _LONGEST - len(_CUT)] + _CUT
            cell.data_type = "s"  # openpyxl takes an equals sign for a formula
            look = _with(look, "la_chu") if text.startswith(_FORMULA_SIGNS) else look
        elif value is not None:
            cell.value = value
            look = _with(look, "la_ngay") if isinstance(value, date) else look
        if look not in self._styles:
            self._styles[look] = _styled(cell, look)
        cell._style = self._styles[look]

    def _print_setup(self, first: int, last: int) -> None:
        page: Any = self._page
        page.page_setup.orientation = "landscape"
        page.page_setup.paperSize = _A4
        page.page_setup.fitToWidth = self._sheet.pages_wide
        page.page_setup.fitToHeight = 0
        page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        for side, width in _MARGINS.items():
            setattr(page.page_margins, side, width)
        page.print_title_rows = f"{first}:{last}"
        if self._sheet.pages_wide > 1:
            page.print_title_cols = f"A:{get_column_letter(self._sheet.fixed)}"
        for part, text in ((page.oddFooter.left, self._sheet.ten), (page.oddFooter.right, "Trang &P/&N")):
            part.text, part.font, part.size = text, f"{_FACE},Regular", 9


_LOOKS: Final = {(dam, giua): _Look(dam=dam, giua=giua) for dam in (False, True) for giua in (False, True)}


@lru_cache(maxsize=256)
def _with(look: _Look, name: str) -> _Look:
    values = {field: getattr(look, field) for field in look.__slots__}
    return _Look(**{**values, name: True})


def _styled(cell: Any, look: _Look) -> Any:
    """Return the style that openpyxl keeps for this look; cells may share it as long as none of them is changed."""
    colour = _LINK_COLOUR if look.la_lien_ket else None
    cell.font = Font(name=_FACE, size=look.co_chu, bold=look.dam, color=colour, underline="single" if look.la_lien_ket else None)
    vertical = "center" if look.dau_bang or not look.khung else "top"
    cell.alignment = Alignment(
        horizontal="center" if look.giua else "left", vertical=vertical, wrap_text=True, text_rotation=90 if look.dung else 0
    )
    side = Side(style="thin", color=_RULE_COLOUR)
    cell.border = Border(left=side, right=side, top=side, bottom=side) if look.khung else Border()
    if look.dau_bang:
        cell.fill = PatternFill("solid", fgColor=_HEAD_COLOUR)
    cell.number_format = _DAY if look.la_ngay else "General"
    cell.quotePrefix = look.la_chu
    return cell._style


@lru_cache(maxsize=20_000)
def _lines(text: str, letters: float, *, bold: bool = False) -> int:
    """Return how many lines `text` takes in a column of that many letters; a word that is wider is broken anywhere."""
    limit = (letters * _LETTER - _EDGES) / (_BOLD if bold else 1)
    wider = longest_word([text], _SIZE)
    broken = math.ceil(wider / limit) - 1 if wider > limit else 0
    return sum(max(1, line_count(part, _SIZE, limit)) for part in text.split("\n")) + broken
