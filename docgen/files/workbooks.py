"""Opens workbooks that come from anywhere, and saves ours.

Nothing in a stranger's workbook is run, none unpacks without end, none stops us with its faults.
"""

import io
import re
import warnings
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, partial
from itertools import islice
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from openpyxl import Workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.dimensions import SheetDimension
from openpyxl.writer.excel import ExcelWriter

from docgen.files.package import TYPES, UNREADABLE, Archive, member
from docgen.files.stamp import CORE

MAX_BYTES: Final = 50_000_000
_MAX_UNPACKED: Final = 300_000_000
_MAX_XML: Final = 25_000_000  # a form has some fifty thousand; reading takes tens of times as much memory
_MAX_PARTS: Final = 5_000
_MAX_SPANNED: Final = 500_000  # cells in ranges that the library lays out one by one
_SPANS: Final = re.compile(
    rb"""<(?:\w+:)?(?:mergeCell|hyperlink)\s[^>]*?\bref=["']\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)"""
)
_OLD_EXCEL: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_OPEN_DOCUMENT: Final = b"mimetypeapplication/vnd.oasis.opendocument"
_SAVE_AS: Final = "mở bằng Excel hoặc LibreOffice, chọn Save As (Lưu dưới tên khác) và lưu thành .xlsx"
_BROKEN: Final = f"tệp hỏng nên không mở được; {_SAVE_AS}, hoặc xin đơn vị gửi lại"

_TOO_LARGE: Final = "bảng quá lớn nên không đọc; xóa các dòng, cột thừa (kể cả ô chỉ có định dạng) rồi lưu lại"


class Body(NamedTuple):
    """The rows of a sheet below its headings: as the file has them, and the place of the last cell, as in "C12"."""

    rows: Iterable[bytes]
    last: str


Fill = Callable[[], Body]


def saved(book: Workbook, core: bytes, fills: Mapping[str, Fill] = MappingProxyType({})) -> bytes:
    """Return the bytes of `book`, a workbook of ours with the properties `core`.

    Each sheet in `fills` gets its headings and its rows only when it is written: the library's cells take a hundred times as much
    room as the text that they end as.
    """
    buffer = io.BytesIO()
    with _Package(buffer, core) as archive:
        _Book(book, archive, fills).write_data()
    return buffer.getvalue()


class _Package(zipfile.ZipFile):
    """A package of ours, into which the library writes; what it would say of the time and the author stays out."""

    def __init__(self, buffer: io.BytesIO, core: bytes) -> None:
        super().__init__(buffer, "w", zipfile.ZIP_DEFLATED)
        self._core = core

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        """Write the part of that name."""
        super().writestr(member(zinfo_or_arcname), self._core if zinfo_or_arcname == CORE else data)


class _Book(ExcelWriter):
    """Writes sheets without the files that the library makes for them, which would lie about after a run that was killed."""

    _archive: _Package

    def __init__(self, book: Workbook, archive: _Package, fills: Mapping[str, Fill]) -> None:
        super().__init__(book, archive)
        self._fills = fills

    def write_worksheet(self, ws: Any) -> None:
        """Write one sheet, which has no drawings."""
        ws._drawing = SpreadsheetDrawing()  # empty, as the writer expects
        body = self._fills[ws.title]() if ws.title in self._fills else None
        with self._archive.open(member(ws.path[1:]), "w") as part:
            writer: Any = _Sheet(ws, part, body)
            writer.write()
        ws._rels = writer._rels
        self.manifest.append(ws)


class _Sheet(WorksheetWriter):
    """Writes a sheet's own cells, and behind them the rows that come as text."""

    ws: Any
    out: Any
    xf: Any

    def __init__(self, ws: Any, out: Any, body: Body | None) -> None:
        super().__init__(ws, out)
        self._body = body

    def write_dimensions(self) -> None:
        """Write how far the cells reach."""
        self.xf.send(SheetDimension(f"A1:{self._body.last}" if self._body else self.ws.calculate_dimension()).to_tree())

    def write_rows(self) -> None:
        """Write the rows."""
        page = self.xf.send(True)
        with page.element("sheetData"):
            for number, cells in self.rows():
                self.write_row(page, cells, number)
            page.flush()
            for row in self._body.rows if self._body else ():
                self.out.write(row)
        self.xf.send(None)


class NotAWorkbook(ValueError):
    """It cannot be opened; the sentence says why and what to do."""


class Opened:
    """A workbook with its formulas, and what they came to when it was saved. Raises `NotAWorkbook`."""

    def __init__(self, data: bytes) -> None:
        _refuse_other_kinds(data)
        _refuse_bombs(data)
        self._data = data
        self.sheets: Sequence[Any] = _loaded(data, reckoned=False).worksheets

    def result(self, cell: Any) -> Any:
        """Return the cell that holds what the formula in `cell` came to."""
        return self._reckoned[cell.parent.title].cell(cell.row, cell.column)

    @cached_property
    def _reckoned(self) -> Any:
        return _loaded(self._data, reckoned=True)


class _Reader(ExcelReader):
    """Reads merged cells without their lines and locks, which nobody asks for: to lay them out took a sixth of the time."""

    def read_worksheets(self) -> None:
        """Read the sheets."""
        book: Any = self.wb
        book.create_sheet = self._sheet
        super().read_worksheets()

    def _sheet(self, title: str) -> Any:
        sheet: Any = Workbook.create_sheet(self.wb, title)
        sheet._clean_merge_range = partial(_cover, sheet)
        return sheet


def _cover(sheet: Any, span: Any) -> None:
    """Empty the cells that a merged cell covers."""
    for row, column in islice(span.cells, 1, None):
        sheet._cells[row, column] = MergedCell(sheet, row, column)


def _loaded(data: bytes, *, reckoned: bool) -> Any:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reader = _Reader(io.BytesIO(data), data_only=reckoned, keep_links=False, rich_text=True)
            reader.read()
            return reader.wb
    except Exception as error:  # whatever a stranger's file makes the library stumble over
        raise NotAWorkbook(_BROKEN) from error


def _refuse_other_kinds(data: bytes) -> None:
    if data.startswith(_OLD_EXCEL):
        if _ENCRYPTED in data:
            raise NotAWorkbook("tệp đặt mật khẩu nên không mở được; mở bằng Excel, bỏ mật khẩu rồi lưu lại")
        raise NotAWorkbook(f"đây là tệp Excel đời cũ (.xls) hoặc tệp có mật khẩu, docgen không đọc; {_SAVE_AS}")
    if _OPEN_DOCUMENT in data[:200]:
        raise NotAWorkbook(f"đây là bảng tính OpenDocument (.ods), docgen chỉ đọc .xlsx; {_SAVE_AS}")
    if not data:
        raise NotAWorkbook("tệp rỗng, không có gì bên trong; chép lại, hoặc xin gửi lại")
    if not data.startswith(b"PK\x03\x04"):
        raise NotAWorkbook(f"đây không phải tệp Excel .xlsx; {_SAVE_AS}")


def _refuse_bombs(data: bytes) -> None:
    try:
        archive = Archive(data)
        if len(archive.sizes) > _MAX_PARTS or sum(archive.sizes.values()) > _MAX_UNPACKED:
            raise NotAWorkbook("tệp bung ra quá lớn nên không mở; lưu lại bằng Excel, hoặc xin gửi lại")
        texts = [name for name in archive.sizes if name.lower().endswith((".xml", ".rels", ".vml"))]
        if sum(archive.sizes[name] for name in texts) > _MAX_XML:
            raise NotAWorkbook(_TOO_LARGE)
        parts = {name: archive.read(name, _MAX_XML) for name in texts}
        if "xl/workbook.xml" not in parts and b"spreadsheetml" not in parts.get(TYPES, b""):
            raise NotAWorkbook(f"đây không phải tệp Excel .xlsx; {_SAVE_AS}")
    except NotAWorkbook:
        raise
    except UNREADABLE as error:
        raise NotAWorkbook(_BROKEN) from error
    for part in parts.values():
        _refuse_odd_part(part)


def _refuse_odd_part(part: bytes) -> None:
    if b"<!DOCTYPE" in part.replace(b"\0", b""):
        raise NotAWorkbook("tệp có khai báo lạ (DOCTYPE) mà Excel không bao giờ ghi nên không đọc; xin đơn vị gửi lại")
    if sum(_area(*match.groups()) for match in _SPANS.finditer(part)) > _MAX_SPANNED:
        raise NotAWorkbook(_TOO_LARGE)


def _area(left: bytes, top: bytes, right: bytes, bottom: bytes) -> int:
    wide = column_index_from_string(right.decode()) - column_index_from_string(left.decode()) + 1
    return wide * (int(bottom) - int(top) + 1)
