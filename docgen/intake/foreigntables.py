"""The tables of any Word paper and any workbook as plain grids: cells with their words, merged cells, what is hidden or above."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

from docgen.check.docview import open_view
from docgen.check.view import Block, Table, paragraphs_of
from docgen.check.view import Cell as WordCell
from docgen.data import charcheck
from docgen.data.sheetcells import FilledCell as Filled
from docgen.data.sheetcells import grid, sheet_name
from docgen.files.workbooks import Opened
from docgen.intake import faces
from docgen.intake.grids import Cell, Grid, Row, Told
from docgen.text.folding import on_one_line
from docgen.text.patterns import lazy_re
from docgen.text.wording import short_date

_INVISIBLE: Final = "có ký tự ẩn hoặc ký tự điều khiển; đã bỏ khi nhập"
_LEGACY: Final = "chữ gõ bằng bảng mã cũ (TCVN3, VNI) nên chưa chép được; chuyển sang Unicode rồi nhập lại"
_TRACKED: Final = "tệp có chỉnh sửa theo dõi (Track Changes); docgen đọc như đã chấp nhận hết, xem lại"
_NO_SIGN: Final = ("^", "_(")
_RAISED: Final = "chữ nâng lên hoặc hạ xuống không có ký tự tương ứng nên ghi bằng ^ hoặc _; xem lại"
_FARTHEST: Final = 20  # paragraphs above a table that may hold its title


def word_grids(file: str, data: bytes) -> list[Grid]:
    """Return a grid for each table of the paper in `data`; raise `FileError` where it cannot be read as a .docx."""
    view = open_view(file, data)
    above: list[str] = []
    made: list[Grid] = []
    prose = 0
    for block in view.blocks:
        if isinstance(block, Table):
            name = f"bảng {len(made) + 1}"
            remarks = [Told((name,), _TRACKED)] if view.tracked and not made else []
            made.append(grid_of(name, block, above[-_FARTHEST:], remarks, follows=bool(made) and not above))
            above = []
        else:
            above += [line.words for line in block.lines]
            prose += any(line.words for line in block.lines)
    return [replace(grid, prose=prose) for grid in made]


def grid_of(name: str, table: Table, above: Sequence[str], remarks: Sequence[Told] = (), *, follows: bool = False) -> Grid:
    """Return `table`, which a person finds as `name`, as a grid; `above` are the lines that stand above it."""
    told: dict[str, list[str]] = {}
    rows: list[Row] = []
    before: dict[int, Cell] = {}
    for number, row in enumerate(table.rows, start=1):
        cells: dict[int, Cell] = {}
        for cell in row.cells:
            place = f"{name}, dòng {number}, cột {cell.column + 1}"
            cells[cell.column + 1] = _cell(cell, place, before.get(cell.column + 1), told)
        before = cells
        rows.append(Row(f"{name}, dòng {number}", cells))
    found = [Told(tuple(places), sentence) for sentence, places in told.items()]
    return Grid(name, rows, above, (*remarks, *found), follows=follows)


def _cell(cell: WordCell, place: str, over: Cell | None, told: dict[str, list[str]]) -> Cell:
    if cell.continues and over is not None:
        return Cell(place, over.text, cell.span, above=True, bold=over.bold)
    typed = "\n".join(filter(None, _lines(cell.blocks)))
    struck = " ".join(_struck(cell.blocks))
    if any(mark in typed for mark in _NO_SIGN):
        told.setdefault(_RAISED, []).append(place)
    text = charcheck.without_forbidden(typed)
    if text != typed:
        told.setdefault(_INVISIBLE, []).append(place)
    if next(charcheck.find(text), None) is not None:
        return Cell(place, "", cell.span, fault=_LEGACY)
    return Cell(place, text, cell.span, bold=_all_bold(cell.blocks), struck=struck)


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    for paragraph in paragraphs_of(tuple(blocks)):
        text = "\n".join(on_one_line(faces.words(line)) for line in paragraph.lines)
        yield f"- {text.removeprefix(paragraph.label).lstrip()}" if paragraph.bullet and text else text


def _struck(blocks: Sequence[Block]) -> Iterator[str]:
    for paragraph in paragraphs_of(tuple(blocks)):
        for line in paragraph.lines:
            if words := faces.struck(line):
                yield words


def _all_bold(blocks: Sequence[Block]) -> bool:
    lines = [line for paragraph in paragraphs_of(tuple(blocks)) for line in paragraph.lines]
    return bool(lines) and all(line.share("bold") == "all" for line in lines)


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
                return self._day(day, shown, read)
            case Decimal():
                if read.doubt:
                    self._tell(read.place, read.doubt)
                return read.words
        return str(read.value)

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
