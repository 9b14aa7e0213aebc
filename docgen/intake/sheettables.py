"""Any workbook as plain grids: cells with their words, merged cells, what is hidden; dates and numbers in Vietnamese."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

from docgen.data import charcheck
from docgen.data.sheetcells import FilledCell as Filled
from docgen.data.sheetcells import grid, sheet_name
from docgen.files.workbooks import Opened
from docgen.intake.grids import Cell, Grid, Row, Told
from docgen.text.patterns import lazy_re
from docgen.text.wording import short_date

_INVISIBLE: Final = "có ký tự ẩn hoặc ký tự điều khiển; đã bỏ khi nhập"
_QUOTED: Final = lazy_re(r'"[^"]*"|\[[^\]]*\]|\\.')
_NO_YEAR: Final = "ô ngày chỉ hiện ngày và tháng, năm là do Excel tự thêm nên không ghi; bổ sung năm nếu cần"
_COMMENT: Final = "lời ghi chú gắn vào ô (comment) không nhập"
_DIGITS: Final = "0123456789"
_HIDDEN_COLUMN: Final = "cột đang ẩn trong tệp gốc nhưng vẫn được đọc"


def sheet_grids(data: bytes) -> list[Grid]:
    """Return a grid for each sheet of the workbook in `data`; raise `NotAWorkbook` where it cannot be opened."""
    opened = Opened(data)
    return [_Sheet(sheet, opened).grid() for sheet in opened.sheets]


class _Sheet:
    """Reads one sheet."""

    def __init__(self, sheet: Any, opened: Opened) -> None:
        self._sheet, self._opened = sheet, opened
        self._name = sheet_name(sheet)
        self._filled = grid(sheet, opened)
        self._told: dict[str, list[str]] = {}

    def grid(self) -> Grid:
        rows = {number: self._cells(number) for number in self._filled}
        for span in self._sheet.merged_cells.ranges:
            self._merge(rows, span)
        made = [
            Row(f"{self._name}!{number}:{number}", {at: cells[at] for at in sorted(cells)}, self._is_hidden(number))
            for number, cells in rows.items()
        ]
        self._tell_hidden_columns(rows)
        remarks = tuple(Told(tuple(places), sentence) for sentence, places in self._told.items())
        return Grid(self._name, made, remarks=remarks, hidden=self._sheet.sheet_state != "visible")

    def _cells(self, number: int) -> dict[int, Cell]:
        return {column: self._cell(self._sheet.cell(number, column), read) for column, read in self._filled[number].items()}

    def _cell(self, raw: Any, read: Filled) -> Cell:
        if read.shared:
            return Cell(read.place)
        if read.comment:
            self._tell(read.place, _COMMENT)
        typed = str(raw.value).replace("\r", "") if isinstance(raw.value, (str, list)) else ""
        if charcheck.without_forbidden(typed) != typed:
            self._tell(read.place, _INVISIBLE)
        return Cell(read.place, self._words(raw, read), bold=_is_bold(raw), fault=read.fault, struck=read.struck)

    def _words(self, raw: Any, read: Filled) -> str:
        shown = _format_of(raw)
        match read.value:
            case None:
                return ""
            case date() as day:
                words = self._day(day, shown, read)
            case Decimal():
                words = read.words
            case _:
                return str(read.value)
        if read.doubt:
            self._tell(read.place, read.doubt)
        return words

    def _day(self, day: date, shown: str, read: Filled) -> str:
        if read.lacks_day:
            return f"Tháng {day.month}/{day.year}"
        if "d" in shown and "y" not in shown:
            self._tell(read.place, _NO_YEAR)
            return f"{day.day:02d}/{day.month:02d}"
        return short_date(day)

    def _merge(self, rows: dict[int, dict[int, Cell]], span: Any) -> None:
        """Let a merged cell be as wide as it is in its first row, and say so in the rows below that have words of their own."""
        origin = rows.get(span.min_row, {}).get(span.min_col)
        if origin is None:
            return
        text, width = origin.text, span.max_col - span.min_col + 1
        rows[span.min_row][span.min_col] = replace(origin, width=width)
        for number in range(span.min_row + 1, span.max_row + 1):
            if number in rows:
                place = f"{origin.place.rstrip(_DIGITS)}{number}"
                rows[number][span.min_col] = Cell(place, text, width, above=True, bold=origin.bold)

    def _is_hidden(self, number: int) -> bool:
        return bool(self._sheet.row_dimensions[number].hidden) if number in self._sheet.row_dimensions else False

    def _tell_hidden_columns(self, rows: dict[int, dict[int, Cell]]) -> None:
        used = {column for cells in rows.values() for column in cells}
        for letters, dimension in self._sheet.column_dimensions.items():
            if dimension.hidden and any((dimension.min or 0) <= column <= (dimension.max or 0) for column in used):
                self._tell(f"{self._name}!{letters}:{letters}", _HIDDEN_COLUMN)

    def _tell(self, place: str, sentence: str) -> None:
        self._told.setdefault(sentence, []).append(place)


def _format_of(cell: Any) -> str:
    try:
        shown = str(cell.number_format or "")
    except (IndexError, KeyError):  # a broken file names a format that it does not have
        return ""
    return _QUOTED.sub("", shown).lower()


def _is_bold(cell: Any) -> bool:
    try:
        return bool(cell.font.b)
    except (AttributeError, IndexError, KeyError):  # a broken file names a face that it does not have
        return False
