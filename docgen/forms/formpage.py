"""A sheet that people fill in: locked words, open cells with what may stand in them, how it is shown and printed.

A row's height is a first guess, no fixed one: it grows with what is typed into it where the program does so.
"""

import math
from collections.abc import Sequence
from datetime import date
from typing import Any, Final, Literal, NamedTuple

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.properties import PageSetupProperties

from docgen.text.typography import line_count, longest_word

FACE: Final = "Times New Roman"
TEXT: Final = "@"  # nothing that is typed there is reckoned or taken for a date
DAY: Final = "dd/mm/yyyy"
_LETTER: Final = 1.87  # mm; a letter of a column's width
_EDGES: Final = 1.0  # mm; what a cell keeps free beside its words
_BOLD: Final = 1.1  # as wide as the regular face
_RULE: Final = "808080"
_LINK_COLOUR: Final = "0563C1"
FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_LINE: Final = 14.5 / 11  # points for each point of type
TALLEST: Final = 409.0  # points; Excel knows no taller row
_A4: Final = 9
_MARGINS: Final = {"right": 0.4, "top": 0.5, "bottom": 0.6, "header": 0.3, "footer": 0.3}  # inches


class Look(NamedTuple):
    """How a cell looks, and whether it is open to be filled in."""

    bold: bool = False
    italic: bool = False
    centred: bool = False
    middle: bool = False
    boxed: bool = False
    size: float = 11.0
    fill: str = ""
    is_open: bool = False
    form: str = "General"
    is_text: bool = False  # words, though they open as a formula does
    upright: bool = False
    is_link: bool = False


def styled(cell: Any, look: Look) -> Any:
    """Return the style that openpyxl keeps for this look; cells may share it as long as none of them is changed."""
    font: dict[str, Any] = {"color": _LINK_COLOUR, "underline": "single"} if look.is_link else {}
    cell.font = Font(name=FACE, size=look.size, bold=look.bold, italic=look.italic, **font)
    across, down = "center" if look.centred else "left", "center" if look.middle else "top"
    cell.alignment = Alignment(horizontal=across, vertical=down, wrap_text=True, text_rotation=90 if look.upright else 0)
    side = Side(style="thin", color=_RULE)
    cell.border = Border(left=side, right=side, top=side, bottom=side) if look.boxed else Border()
    if look.fill:
        cell.fill = PatternFill("solid", fgColor=look.fill)
    cell.protection = Protection(locked=not look.is_open)
    cell.number_format = look.form
    cell.quotePrefix = look.is_text
    return cell._style


def lay_on_its_side(sheet: Any, *, left: float, pages_wide: int = 1) -> None:
    """Set a sheet up for A4 on its side, with a left margin of so many inches, its name and the number of the page below."""
    setup = sheet.page_setup
    setup.orientation, setup.paperSize, setup.fitToWidth, setup.fitToHeight = "landscape", _A4, pages_wide, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for side, width in {"left": left, **_MARGINS}.items():
        setattr(sheet.page_margins, side, width)
    for part, text in ((sheet.oddFooter.left, sheet.title), (sheet.oddFooter.right, "Trang &P/&N")):
        part.text, part.font, part.size = text, f"{FACE},Regular", 9


def line_number(text: str, look: Look, letters: float) -> int:
    """Return how many lines `text` takes in a cell of that many letters; a word that is wider is broken anywhere."""
    limit = (letters * _LETTER - _EDGES) / (_BOLD if look.bold else 1)
    wider = longest_word([text], look.size)
    broken = math.ceil(wider / limit) - 1 if wider > limit else 0
    return sum(max(1, line_count(part, look.size, limit)) for part in text.split("\n")) + broken


class Rule(NamedTuple):
    """What may stand in a cell: the rule itself, what is said beside the cell, what is said of anything else."""

    kind: Literal["list", "date", "decimal"]
    first: str
    prompt: str
    error: str
    second: str | None = None
    stops: bool = True  # False: asks and lets it stand


class Shown(NamedTuple):
    """How a sheet is shown and printed: the row of headings, which stays in sight with the columns left of `fixed`."""

    headings: int
    last: int
    fixed: int


class _Growing(RowDimension):
    """A row whose height is a first guess: a program that knows better may change it."""

    @property
    def customHeight(self) -> bool:  # noqa: N802
        """Return that the height was not set by a person."""
        return False


class FormBook:
    """A workbook of such sheets. `styles` holds the looks made so far."""

    def __init__(self) -> None:
        self.book = Workbook()
        self._first = self.book.worksheets[0]
        self.styles: dict[Look, Any] = {}

    def page(self, name: str, widths: Sequence[float]) -> "FormPage":
        """Return a new sheet with columns of these widths in letters."""
        return FormPage(self, name, widths)

    def finished(self) -> Workbook:
        """Return the workbook, its sheets fixed in their places."""
        self.book.remove(self._first)
        self.book.security = WorkbookProtection(lockStructure=True)
        return self.book


class FormPage:
    """One sheet, written cell by cell."""

    def __init__(self, book: FormBook, name: str, widths: Sequence[float]) -> None:
        self.sheet: Any = book.book.create_sheet(name)
        self._styles = book.styles
        self._widths = widths
        for index, width in enumerate(widths, start=1):
            self.sheet.column_dimensions[get_column_letter(index)].width = width

    def put(self, row: int, column: int, value: str | int | None, look: Look) -> None:
        """Write a value; a text stays a text."""
        cell = self.sheet.cell(row, column)
        if isinstance(value, str) and value:
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
            cell.data_type = "s"  # openpyxl takes an equals sign for a formula
            look = look._replace(is_text=True) if value.startswith(FORMULA_SIGNS) else look
        elif value is not None and value != "":
            cell.value = value
        self._dress(cell, look)

    def reckon(self, row: int, column: int, formula: str, look: Look) -> None:
        """Write a formula of our own."""
        cell = self.sheet.cell(row, column)
        cell.value = f"={formula}"
        self._dress(cell, look)

    def line(self, row: int, text: str, look: Look, first: int = 1, last: int | None = None) -> None:
        """Write `text` across the columns `first` to `last`, all of them without."""
        last = last or len(self._widths)
        for column in range(first, last + 1):
            self.put(row, column, text if column == first else None, look)
        if last > first:
            self.sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)
        self.grow(row, [(text, look, sum(self._widths[first - 1 : last]))])

    def cells(self, row: int, values: Sequence[tuple[str | None, Look]], least: int = 1) -> None:
        """Write a row of cells, at least so many lines tall."""
        for column, (value, look) in enumerate(values, start=1):
            self.put(row, column, value, look)
        texts = [(value or "", look, self._widths[index]) for index, (value, look) in enumerate(values)]
        self.grow(row, texts, least)

    def grow(self, row: int, texts: Sequence[tuple[str, Look, float]], least: int = 1) -> None:
        """Make a row as tall as its words in cells of so many letters, never less tall than it is."""
        heights = [max(least, line_number(text, look, width)) * look.size * _LINE + 3 for text, look, width in texts]
        known = self.sheet.row_dimensions[row].height or 0
        self.sheet.row_dimensions[row] = _Growing(self.sheet, index=row, ht=min(TALLEST, round(max([known, *heights]), 1)))

    def allow(self, cells: str, rule: Rule) -> None:
        """Say what may stand in `cells`."""
        check = DataValidation(
            type=rule.kind,
            operator="between" if rule.second else "greaterThanOrEqual" if rule.kind == "decimal" else None,
            formula1=rule.first,
            formula2=rule.second,
            allow_blank=True,
            errorStyle="stop" if rule.stops else "warning",
            prompt=rule.prompt,
            errorTitle="Xem lại ô này",
            error=rule.error,
            showErrorMessage=True,
            showInputMessage=True,
        )
        check.add(cells)
        self.sheet.add_data_validation(check)

    def finish(self, shown: Shown | None = None) -> None:
        """Protect the sheet, without a password, and set it up for A4 on its side."""
        sheet = self.sheet
        if shown:
            sheet.freeze_panes = f"{get_column_letter(shown.fixed + 1)}{shown.headings + 1}"
            sheet.print_title_rows = f"{shown.headings}:{shown.headings}"
            sheet.print_area = f"A1:{get_column_letter(len(self._widths))}{shown.last}"
        sheet.protection.sheet = True
        for freedom in ("formatColumns", "formatRows", "insertRows"):
            setattr(sheet.protection, freedom, False)  # not forbidden
        sheet.print_options.horizontalCentered = True
        lay_on_its_side(sheet, left=0.4)

    def _dress(self, cell: Any, look: Look) -> None:
        if look not in self._styles:
            self._styles[look] = styled(cell, look)
        cell._style = self._styles[look]


def excel_day(day: date) -> str:
    """Return `day` as a rule names it."""
    return str((day - date(1899, 12, 30)).days)
