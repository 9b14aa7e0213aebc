"""Reads a filled form, whatever became of it: tables by their headings, unit and period by the hidden sheet or the face."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final, NamedTuple

from openpyxl.utils import get_column_letter

from docgen.data.sheetcells import FilledCell, Grid, grid, sheet_name
from docgen.files.workbooks import NotAWorkbook, Opened
from docgen.forms import formlayout as at
from docgen.forms.gathering.filledrows import Form, Identity, Row, Sent
from docgen.text.folding import folded, folded_words
from docgen.text.patterns import lazy_re

RESULT_WORDS: Final = {
    "ma": (at.CODE, "mã nhiệm vụ", "mã việc", "mã số", "mã nv"),
    "ten": (at.TASK, "tên nhiệm vụ", "nội dung nhiệm vụ", "công việc"),
    "vai": (at.ROLE,),
    "thoi_gian": (at.TIME, "thời hạn", "hạn"),
    "trang_thai": (at.STATUS, "tình trạng", "tiến độ"),
    "ngay_hoan_thanh": (at.DONE_ON, "ngày ht", "thời gian hoàn thành", "ngày xong"),
    "noi_dung": (at.DONE, "kết quả", "nội dung thực hiện", "nội dung đã thực hiện"),
    "kho_khan": (at.DIFFICULTIES, "khó khăn", "vướng mắc"),
    "kien_nghi": (at.PROPOSALS, "đề xuất"),
}
_FIGURE_WORDS: Final = {
    "ma": RESULT_WORDS["ma"],
    "ten": RESULT_WORDS["ten"],
    "chi_tieu": (at.MEASURE,),
    "don_vi_tinh": (at.MEASURED_IN, "đvt", "đv tính"),
    "so_luong": (at.AMOUNT, "số liệu"),
}
_RESULT_SPELLINGS: Final = {name: [folded_words(word) for word in words] for name, words in RESULT_WORDS.items()}
_FIGURE_SPELLINGS: Final = {name: [folded_words(word) for word in words] for name, words in _FIGURE_WORDS.items()}
_SPELLINGS: Final = {word for words in (*_RESULT_SPELLINGS.values(), *_FIGURE_SPELLINGS.values()) for word in words}
_LONGEST_HEADING: Final = max(word.count(" ") + 1 for word in _SPELLINGS)  # words
_NUMBER_COLUMN: Final = frozenset({"stt", "tt", "sott"})
_TELLING: Final = ({"trang_thai", "noi_dung"}, {"chi_tieu", "so_luong"})
__all__ = ["NotAForm", "NotAWorkbook", "read_forms"]

_NEEDED: Final = {"ma": at.CODE, "trang_thai": at.STATUS, "ngay_hoan_thanh": at.DONE_ON, "noi_dung": at.DONE}
_NEEDED_FIGURES: Final = {"ma": at.CODE, "chi_tieu": at.MEASURE, "so_luong": at.AMOUNT}
_YEAR: Final = lazy_re(r"\b(?:19|20)\d{2}\b")
_NO_TABLE: Final = (
    "không thấy bảng kết quả của biểu mẫu (dòng tiêu đề có các cột “Mã”, “Trạng thái”, “Kết quả thực hiện”); "
    "xin đơn vị điền đúng biểu mẫu, hoặc bỏ tệp này ra nếu không phải biểu mẫu"
)
_NOT_READ: Final = "trang này không có bảng của biểu mẫu nên không được đọc; xem có câu trả lời nào ở đây không"
_COLUMN_GONE: Final = "không thấy cột “{heading}”; đã đọc các cột còn lại"


class Headings(NamedTuple):
    """What the columns of a table mean, the headings that are unknown, and whether it is the table of figures."""

    columns: Mapping[int, str]
    others: Mapping[int, str]
    is_figures: bool


def headings(texts: Mapping[int, str], least: int) -> Headings | None:
    """Return what a row of these texts by their columns heads, None where fewer than `least` headings are known."""
    plain = {column: words for column, text in texts.items() if _opens_a_heading(words := folded_words(text))}
    results, figures = _columns(plain, _RESULT_SPELLINGS), _columns(plain, _FIGURE_SPELLINGS)
    is_figures = len(figures) > len(results)
    known = figures if is_figures else results
    if len(known) < least or not _TELLING[is_figures] & set(known.values()):
        return None
    others = {column: text for column, text in texts.items() if column not in known and folded(text) not in _NUMBER_COLUMN}
    return Headings(known, others, is_figures)


def _opens_a_heading(words: str) -> bool:
    """Return whether folded words are those of a heading, or open with them: next to no row of a form has such a cell."""
    parts = words.split(" ", _LONGEST_HEADING)
    return any(" ".join(parts[:count]) in _SPELLINGS for count in range(1, _LONGEST_HEADING + 1))


def _columns(plain: Mapping[int, str], words: Mapping[str, Sequence[str]]) -> dict[int, str]:
    """Return which column of folded words has which meaning: first by the whole heading, then by how it opens."""
    found: dict[int, str] = {}
    for is_whole in (True, False) if plain else ():
        for name, spellings in words.items():
            for word in spellings:
                free = ((column, text) for column, text in plain.items() if column not in found)
                means = (column for column, text in free if (text == word if is_whole else text.startswith(f"{word} ")))
                if name not in found.values() and (first := next(means, None)) is not None:
                    found[first] = name
    return found


class NotAForm(ValueError):
    """A workbook without a table of results or figures; the sentence says what to do."""


@dataclass(slots=True)
class _Page:
    """What one sheet holds."""

    name: str
    face: Identity = field(default_factory=Identity)
    face_place: str = ""
    rows: list[Row] = field(default_factory=list)
    figures: list[Row] = field(default_factory=list)
    remarks: list[tuple[str, str]] = field(default_factory=list)
    has_table: bool = False
    has_results: bool = False
    has_words: bool = False


def read_forms(file: str, data: bytes) -> list[Form]:
    """Return the form in `data`, or the forms of several units that somebody put into one workbook.

    Raises `NotAWorkbook` where it cannot be opened and `NotAForm` where it is something else.
    """
    opened = Opened(data)
    grids = {sheet.title: (sheet, grid(sheet, opened)) for sheet in opened.sheets}
    hidden = next((cells for _, cells in grids.values() if _is_meta(cells)), None)
    pages = [_page(sheet, cells) for sheet, cells in grids.values() if cells is not hidden and not _is_guide(sheet, cells)]
    tables = [page for page in pages if page.has_table]
    if not tables:
        raise NotAForm(_NO_TABLE)
    odd = [(page.name, _NOT_READ) for page in pages if page.has_words and not page.has_table]
    return _forms(file, tables, hidden, odd)


def _forms(file: str, tables: Sequence[_Page], hidden: Grid | None, odd: Sequence[tuple[str, str]]) -> list[Form]:
    """Return one form, or one for each unit where several sheets of results name different ones."""
    sent_as = _identity(hidden) if hidden is not None else None
    named = [folded(page.face.don_vi) for page in tables if page.has_results and page.face.don_vi]
    names = list(dict.fromkeys(named))
    if len(names) < 2:
        ordered = sorted(tables, key=lambda page: not page.has_results)
        return [_form(file, ordered, sent_as, hidden, odd)]
    found = []
    for name in names:
        own = [page for page in tables if folded(page.face.don_vi) in (name, "" if name == names[0] else name)]
        is_sent = sent_as is not None and folded(sent_as.don_vi) == name
        found.append(_form(file, own, sent_as if is_sent else None, hidden if is_sent else None, odd if name == names[0] else ()))
    return found


def _form(
    file: str, pages: Sequence[_Page], sent_as: Identity | None, hidden: Grid | None, odd: Sequence[tuple[str, str]]
) -> Form:
    first = next((page for page in pages if page.face.don_vi), pages[0])
    return Form(
        file,
        sent_as,
        first.face,
        first.face_place,
        [row for page in pages for row in page.rows],
        [row for page in pages for row in page.figures],
        _sent(hidden) if hidden is not None else [],
        [*(remark for page in pages for remark in page.remarks), *odd],
        [(page.face_place, page.face.don_vi) for page in pages if page is not first and page.face.don_vi],
    )


def _is_meta(cells: Grid) -> bool:
    return any(_text(row.get(1)) == at.KIND_FIELD and _text(row.get(2)) == at.FORM_KIND for row in cells.values())


def _identity(cells: Grid) -> Identity:
    said = {_text(row.get(1)): _text(row.get(2)) for row in cells.values()}
    return Identity(**{name: said.get(name, "") for name in Identity._fields})


def _sent(cells: Grid) -> list[Sent]:
    rows = (row for number, row in cells.items() if number >= at.SENT_FIRST)
    return [Sent(_text(row.get(at.SENT_CODE)), _text(row.get(at.SENT_TASK))) for row in rows if at.SENT_CODE in row]


def _is_guide(sheet: Any, cells: Grid) -> bool:
    opening = next((_text(cell) for row in cells.values() for cell in row.values()), "")
    return folded(sheet.title) == folded(at.GUIDE) or folded(opening).startswith("huongdandienbieumau")


def _page(sheet: Any, cells: Grid) -> _Page:
    page = _Page(sheet_name(sheet))
    table: Headings | None = None
    for number, row in cells.items():
        texts = {column: _text(cell) for column, cell in row.items() if isinstance(cell.value, str)}
        heading = headings(texts, least=3 if table else 2)
        if heading is not None:
            table = heading
            page.remarks += _columns_gone(page, number, table)
            page.has_results |= not table.is_figures
        elif table is not None:
            (page.figures if table.is_figures else page.rows).append(_row(sheet, number, row, table))
        else:
            page.has_words = True
            _read_face(page, row)
    page.has_table = table is not None
    return page


def _columns_gone(page: _Page, number: int, table: Headings) -> Iterator[tuple[str, str]]:
    for name, heading in (_NEEDED_FIGURES if table.is_figures else _NEEDED).items():
        if name not in table.columns.values():
            yield f"{page.name}!{number}:{number}", _COLUMN_GONE.format(heading=heading)


def _row(sheet: Any, number: int, row: Mapping[int, FilledCell], table: Headings) -> Row:
    name = sheet_name(sheet)
    cells = {
        meaning: row.get(column) or FilledCell(f"{name}!{get_column_letter(column)}{number}")
        for column, meaning in table.columns.items()
        if not (table.is_figures and meaning == "ten")  # a formula there
    }
    beside = [
        (table.others.get(column, f"cột {get_column_letter(column)}"), cell)
        for column, cell in row.items()
        if column not in table.columns and (column in table.others or column > min(table.columns)) and not cell.is_blank
    ]
    return Row(number, f"{name}!{number}:{number}", cells, beside, bool(sheet.row_dimensions[number].hidden))


def _read_face(page: _Page, row: Mapping[int, FilledCell]) -> None:
    for column, cell in row.items():
        for name, label in (("don_vi", at.UNIT_LABEL), ("ky", at.PERIOD_LABEL), ("ke_hoach", at.PLAN_LABEL)):
            words = _behind(_text(cell), label)
            if words is None or getattr(page.face, name):
                continue
            beside = next((_text(other) for index, other in row.items() if index > column), "")
            said = words or ("" if _is_label(beside) else beside)
            if name == "don_vi":
                page.face_place = cell.place
            year = {"nam": found.group() if (found := _YEAR.search(said)) else ""} if name == "ky" else {}
            page.face = page.face._replace(**{name: said}, **year)


def _is_label(text: str) -> bool:
    return any(_behind(text, label) is not None for label in (at.UNIT_LABEL, at.PERIOD_LABEL, at.PLAN_LABEL))


def _behind(text: str, label: str) -> str | None:
    """Return the words behind a label, however it was typed; None where the text opens otherwise."""
    opening, colon, words = text.partition(":")
    return words.strip() if colon and folded(opening) == folded(label) else None


def _text(cell: FilledCell | None) -> str:
    if cell is None or cell.value is None:
        return ""
    return f"{cell.value:f}" if isinstance(cell.value, Decimal) else " ".join(str(cell.value).split())
