"""The cells of a workbook as they were filled in: place, text, number or day, and what makes them doubtful."""

import sys
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Final, TypeAlias

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils import get_column_letter

from docgen.data import charcheck
from docgen.data.numberformat import shown, shown_text
from docgen.files.workbooks import Opened
from docgen.text.folding import nfc, on_one_line
from docgen.text.patterns import lazy_re
from docgen.text.wording import lowered, raised, shortened

CellValue: TypeAlias = str | Decimal | date | None

_ESCAPED: Final = lazy_re(r"_x([0-9A-Fa-f]{4})_")
_QUOTED_IN_FORMAT: Final = lazy_re(r'"[^"]*"|\[[^\]]*\]|\\.')
_NAME_OF_TASK: Final = lazy_re(r'=IFERROR\(VLOOKUP\(\$?A\d+[,;][^,;]*[,;]2[,;]FALSE(\(\))?\)&""[,;]""\)')  # the form's own
_OLD_ENCODING: Final = "chữ gõ bằng bảng mã cũ (TCVN3, VNI) nên chưa chép được; chuyển sang Unicode rồi lấy lại"
_ROUNDED: Final = "ô hiện “{rounded}” nhưng giá trị đầy đủ là “{words}”; lấy giá trị đầy đủ, xem lại"
_VERTICAL: Final[Mapping[str | None, Callable[[str], str]]] = {"superscript": raised, "subscript": lowered}
_HIDDEN: Final = "ô có số “{words}” nhưng định dạng của ô không cho hiện; vẫn lấy số này, xem lại"
_COVERED: Final = "ô hiện “{seen}” mà không hiện số {words} đã gõ; xem lại"
_HOUR: Final = "ô ghi cả giờ ({hour}) nhưng chỉ lấy ngày; bổ sung giờ nếu cần"
_NO_RESULT: Final = "công thức “{formula}” không có kết quả được lưu trong tệp"


@dataclass(frozen=True, slots=True)
class FilledCell:
    """A cell: its place in the workbook ("Kết quả!F12"), what stands in it, and what makes that doubtful.

    A number is the one that Excel shows (85.7 of 85.7 %, 150 where a format shows millions), with every digit that is there.
    `fault` says why the value cannot be had: an error of Excel's, a formula that was never reckoned, an old encoding.
    `shared` is the range ("E5:E7") of a merged cell that also covers the rows above this one, from which the value is.
    """

    place: str
    value: CellValue = None
    fault: str = ""
    comment: str = ""
    shared: str = ""
    lacks_day: bool = False  # shown as a month and a year: nobody typed the day
    words: str = ""  # a number as Excel shows it, but with every digit: "1.500 cuốn"
    unit: str = ""  # its unit of measure where the format of the cell names one: "cuốn", "%"
    doubt: str = ""  # what a person should know of a value that can be had
    struck: str = ""  # words that were struck out, which are not among the value

    @property
    def is_blank(self) -> bool:
        """Return whether nobody filled it in; a lone dash or dots say nothing."""
        empty = self.value is None or (isinstance(self.value, str) and not self.value.strip(" \t\n-–—_./…"))
        return empty and not self.fault and not self.comment


Grid: TypeAlias = Mapping[int, Mapping[int, FilledCell]]  # by row and column, both from 1; without blank cells


def grid(sheet: Any, opened: Opened) -> Grid:
    """Return the cells of a sheet that are not blank."""
    name = sheet_name(sheet)
    rows: dict[int, dict[int, FilledCell]] = defaultdict(dict)
    filled = (each for each in sheet._cells.items() if each[1].value is not None or each[1].data_type != "n" or each[1].comment)
    for (row, column), cell in sorted(filled):
        read = _cell(cell, opened, f"{name}!{get_column_letter(column)}{row}")
        if not read.is_blank or read.value is not None or read.struck:
            rows[row][column] = read
    for span in sheet.merged_cells.ranges:
        _share(rows, span)
    return {row: rows[row] for row in sorted(rows)}


def sheet_name(sheet: Any) -> str:
    """Return the name of a sheet as places tell it."""
    name = _clean(str(sheet.title))
    return f"trang {sheet.parent.index(sheet) + 1}" if _is_spoiled(name) else name


def _share(rows: dict[int, dict[int, FilledCell]], span: Any) -> None:
    """Let a merged cell say for each of its rows what it says for its first."""
    said = rows.get(span.min_row, {}).get(span.min_col)
    if said is None:
        return
    for row in range(span.min_row + 1, span.max_row + 1):
        if row in rows:
            place = f"{said.place.rpartition('!')[0]}!{get_column_letter(span.min_col)}{row}"
            rows[row][span.min_col] = FilledCell(
                place, said.value, said.fault, "", span.coord, said.lacks_day, said.words, said.unit, said.doubt
            )


def _cell(cell: Any, opened: Opened, place: str) -> FilledCell:
    comment = _clean(cell.comment.text) if getattr(cell, "comment", None) else ""
    comment = _OLD_ENCODING if _is_spoiled(comment) else comment
    if cell.data_type != "f":
        return _filled(cell, place, comment)
    formula = str(getattr(cell.value, "text", cell.value))
    if _NAME_OF_TASK.fullmatch(formula):
        return FilledCell(place, None, "", comment)
    formula, result = shortened(formula), opened.result(cell)
    if result.value is None:
        return FilledCell(place, None, _NO_RESULT.format(formula=formula), comment)
    if result.data_type == "e":
        return FilledCell(place, None, f"ô báo lỗi {result.value} (công thức “{formula}”)", comment)
    return _filled(result, place, comment)


def _filled(cell: Any, place: str, comment: str) -> FilledCell:
    value = cell.value
    if cell.data_type == "e":
        return FilledCell(place, None, f"ô báo lỗi {value}", comment)
    if isinstance(value, (time, timedelta)):
        return FilledCell(place, None, f"ô chỉ ghi giờ ({value})", comment)
    if isinstance(value, (int, float)) and not abs(value) <= sys.float_info.max:  # no number is neither more nor less
        return FilledCell(place, None, f"ô ghi số không có thật ({shortened(str(value))})", comment)
    if isinstance(value, CellRichText):
        value, struck = _parted(value, is_struck(cell))
    elif is_struck(cell):
        value, struck = "", str(value)
    else:
        struck = ""
    if struck:
        read = _of_text(value, place, comment)
        return replace(read, struck=on_one_line(_clean(struck)), fault=read.fault if read.value else "")
    if isinstance(value, str):
        return _of_text(shown_text(value, _format_of(cell)), place, comment)
    if isinstance(value, date):
        code = _QUOTED_IN_FORMAT.sub("", _format_of(cell)).lower()
        hour = f"{value:%H:%M}" if isinstance(value, datetime) and "h" in code and value.time() != time() else ""
        doubt = _HOUR.format(hour=hour) if hour else ""
        return FilledCell(place, _value(value), "", comment, lacks_day="d" not in code and "h" not in code, doubt=doubt)
    kept = _value(value)
    if not isinstance(kept, Decimal):
        return FilledCell(place, kept, "", comment)
    seen = shown(kept, _format_of(cell))
    if not seen.words and kept:  # a nought that is not shown says nothing
        words = shown(kept, "").words
        return FilledCell(place, kept, "", comment, words=words, doubt=_HIDDEN.format(words=words))
    doubt = _ROUNDED.format(words=seen.words, rounded=seen.rounded) if seen.rounded else ""
    if kept and not any(map(str.isdigit, seen.words)):
        doubt = _COVERED.format(seen=seen.words, words=shown(kept, "").words)
    return FilledCell(place, seen.number, "", comment, words=seen.words, unit=seen.unit, doubt=doubt)


def is_struck(cell: Any) -> bool:
    """Return whether a cell is struck out as a whole; a broken file may name a face that it does not have."""
    try:
        return cell.value is not None and bool(cell.font.strike)
    except (AttributeError, IndexError, KeyError):
        return False


def _parted(text: CellRichText, otherwise: bool) -> tuple[str, str]:
    """Return the words of a text that stand and those that are struck out; `otherwise` holds for words without a face."""
    live: list[str] = []
    struck: list[str] = []
    for piece in text:
        face = piece.font if isinstance(piece, TextBlock) else None
        words = _VERTICAL.get(face.vertAlign if face else None, str)(str(piece))
        (struck if (otherwise if face is None else face.strike) else live).append(words)
    return "".join(live), "".join(struck)


def _format_of(cell: Any) -> str:
    try:
        return str(cell.number_format or "")
    except (IndexError, KeyError):  # a broken file names a format that it does not have
        return ""


def _value(value: Any) -> CellValue:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, int):
        return Decimal(value)
    if isinstance(value, float):
        return Decimal(format(value, ".15g"))
    return value if isinstance(value, date) else None


def _of_text(value: str, place: str, comment: str) -> FilledCell:
    text = _clean(value)
    if _is_spoiled(text):
        return FilledCell(place, None, _OLD_ENCODING, comment)
    return FilledCell(place, text or None, "", comment)


def _is_spoiled(text: str) -> bool:
    return next(charcheck.find(text), None) is not None


def _clean(text: str) -> str:
    """Return `text` as it is kept: one way of writing its letters and line ends, without characters that nobody sees."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # two escapes may be the halves of one letter
    plain = nfc(text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = (line.rstrip(" \t\u00a0") for line in charcheck.without_forbidden(plain).split("\n"))
    return "\n".join(lines).strip()
