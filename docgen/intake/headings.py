"""Finds the rows of headings in a grid, however they are merged, and what the columns under them hold, by their words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from docgen.intake.grids import MARKED_TIME, NUMBER, TIME_FROM, TIME_TO, Column, Row
from docgen.intake.typed import mark_of
from docgen.text.folding import folded_words, on_one_line
from docgen.text.patterns import lazy_re
from docgen.text.wording import roman

LONGEST: Final = 150  # letters; what is longer is no heading

_OFFICE: Final = r"(?:don vi|co quan|phong|ban|nguoi|bo phan|to chuc|ca nhan|can bo|noi|cong chuc|chuyen vien)"
_MEANINGS: Final = tuple(
    (name, lazy_re(pattern))
    for name, pattern in (
        (NUMBER, r"(?:s ?)?t ?t|so(?: thu tu| tt)?"),
        ("ma", r"ma(?: so)?(?: nhiem vu| nv| viec)?"),
        (TIME_FROM, r"(?:ngay |thoi gian |thoi diem )?bat dau(?: thuc hien)?"),
        (TIME_TO, r"(?:ngay |thoi gian |thoi diem )?ket thuc"),
        (
            "ten",
            r"(?:ten |cac |danh muc |noi dung |dau )*(?:nhiem vu|noi dung|hoat dong|cong viec|giai phap|de an|dau viec|"
            r"viec(?= lam|$)|cong tac|chuong trinh|muc tieu)\b(?!.*\b(?:chu tri|phoi hop|lanh dao)\b).*",
        ),
        ("ghi_chu", r"(?:ghi chu|chu thich)\b.*"),
        ("theo_doi", r".*\b(?:theo doi|giam sat|don doc)\b.*|lanh dao\b.*|.*\blanh dao (?:phu trach|chi dao)\b.*"),
        ("kinh_phi", r".*\b(?:kinh phi|nguon von)\b.*|du toan\b.*"),
        ("chu_tri", r".*\bchu tri\b.*|.*\bdau moi\b.*"),
        ("phoi_hop", r".*\bphoi hop\b.*"),
        ("san_pham", r".*\bsan pham\b.*|(?:du kien |yeu cau )?(?:ket qua|dau ra)\b.*"),
        (
            "thoi_gian",
            r".*\b(?:thoi gian|thoi han|tien do|moc thoi gian|thoi diem|lo trinh)\b.*|(?:ngay )?hoan thanh\b.*|han\b.*|"
            r"xong (?:truoc|trong)\b.*|(?:ngay|tuan|thang)(?: thang)?(?: nam)?(?: thuc hien)?",
        ),
        (
            "chu_tri",
            rf"(?:{_OFFICE}(?: hoac)? )*{_OFFICE}(?: duoc)?(?: giao| tham muu| chiu trach nhiem| phu trach| chinh| thuc hien)*"
            r"|phan cong\b.*|trach nhiem\b.*|phu trach\b.*|chiu trach nhiem\b.*|thuc hien",
        ),
        ("ten", r"(?!so |tong |ty le|ti le).*\b(?:nhiem vu|noi dung|hoat dong|cong viec)\b.*|(?:ten )?chuyen de\b.*"),
    )
)
_QUARTER: Final = lazy_re(r"(?:quy|q) ?(?P<number>[1-4]|iv|i{1,3})")
_MONTH: Final = lazy_re(r"(?:thang|t) ?0?(?P<number>1[0-2]|[1-9])")
_CALENDAR: Final = lazy_re(r"(?:cac )?(?:thang|(?P<quarters>quy))\b(?! \d)")
_BARE: Final = lazy_re(r"(?P<number>1[0-2]|[1-9]|iv|i{1,3})")
_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_UNDER_TIME: Final = {"tu": TIME_FROM, "tu ngay": TIME_FROM, "den": TIME_TO, "den ngay": TIME_TO, "hoan thanh": TIME_TO}
_TELLING: Final = frozenset({"chu_tri", "phoi_hop", "thoi_gian", "san_pham", TIME_FROM, TIME_TO})
_PERSON: Final = lazy_re(r"người|cán bộ|chuyên viên|công chức|lãnh đạo", re.IGNORECASE)
_DEEPEST: Final = 3  # rows of headings


def meaning(heading: str, parent: str = "") -> str:
    """Return what a column under `heading`, itself under `parent`, holds; blank where its words say nothing known."""
    own, over = folded_words(heading), folded_words(parent)
    if max(len(own), len(over)) > LONGEST:
        return ""
    above = _plain(over)
    calendar = _CALENDAR.match(over)
    if marked := _marked_time(
        f"q{own}" if calendar and calendar["quarters"] and own.isdigit() else own,
        is_under_time=above == "thoi_gian" or calendar is not None,
    ):
        return marked
    if above == "thoi_gian" and own in _UNDER_TIME:
        return _UNDER_TIME[own]
    return _plain(own) or (_plain(f"{over} {own}") if over else "")


def _plain(words: str) -> str:
    return next((name for name, pattern in _MEANINGS if words and pattern.fullmatch(words)), "")


def _marked_time(words: str, *, is_under_time: bool) -> str:
    """Return the meaning of a column that is marked where a task falls into its quarter or month."""
    if match := _QUARTER.fullmatch(words):
        return f"{MARKED_TIME}:Quý {roman(_number(match))}"
    if match := _MONTH.fullmatch(words) or (_BARE.fullmatch(words) if is_under_time else None):
        quarter = match["number"] in _ROMAN
        return f"{MARKED_TIME}:{f'Quý {roman(_number(match))}' if quarter else f'Tháng {_number(match)}'}"
    return ""


def _number(match: re.Match[str]) -> int:
    return _ROMAN.get(match["number"]) or int(match["number"])


@dataclass(frozen=True, slots=True)
class HeadRows:
    """The rows of headings, from `first` to before `end`, and what stands under them."""

    first: int
    end: int
    columns: Mapping[int, Column]
    others: Mapping[int, str]


def head_rows(rows: Sequence[Row]) -> Iterator[HeadRows]:
    """Yield the rows of headings of each table of tasks in `rows`."""
    at = 0
    while at < len(rows):
        heads = _head_rows_at(rows, at)
        if heads is not None:
            yield heads
        at = heads.end if heads else at + 1


def _head_rows_at(rows: Sequence[Row], first: int) -> HeadRows | None:
    """Return the headings that begin with the row `first`, of as many rows as are merged with it or stand under it."""
    best: HeadRows | None = None
    own = [cell.text for cell in rows[first].cells.values() if cell.text and not cell.above]
    if len(own) < 2 or mark_of(own[0]) is not None:
        return None
    for end in range(first + 1, min(first + _DEEPEST, len(rows)) + 1):
        if end > first + 1 and not _belongs(rows[end - 2], rows[end - 1]):
            break
        columns, others = _columns(rows[first:end])
        if _tells_tasks(columns):
            best = HeadRows(first, end, *_one_leader(columns, others))
    return best


def _tells_tasks(columns: Mapping[int, Column]) -> bool:
    """Return whether the columns are those of tasks: names, and who or when or what; "Đơn vị" alone may be a measure."""
    known = {column.meaning for column in columns.values() if column.heading.casefold() != "đơn vị"}
    return "ten" in known and (bool(known & _TELLING) or sum(each.startswith(MARKED_TIME) for each in known) > 1)


def _belongs(over: Row, row: Row) -> bool:
    """Return whether `row` holds headings below those of `over`: merged cells run into it, or its own stand below a wide one."""
    own = [(column, cell) for column, cell in row.cells.items() if cell.text and not cell.above]
    if not own or any(len(cell.text) > LONGEST for _, cell in own):
        return False
    if any(cell.above for cell in row.cells.values()):
        return True
    wide = [range(column, column + cell.width) for column, cell in over.cells.items() if cell.width > 1]
    lone = [column for column, _ in own if not any(column in span for span in wide)]
    return bool(wide) and not lone and all(not cell.text[:1].isdigit() for _, cell in own)


def _columns(rows: Sequence[Row]) -> tuple[dict[int, Column], dict[int, str]]:
    columns: dict[int, Column] = {}
    others: dict[int, str] = {}
    for index in sorted({column for row in rows for column in row.cells}):
        path = list(_path(rows, index))
        if not path:
            continue
        heading, parent = path[-1], " ".join(path[:-1])
        known = meaning(heading, parent)
        if known:
            columns[index] = Column(known, heading, parent)
        else:
            others[index] = " ".join(path)
    return columns, others


def _one_leader(columns: Mapping[int, Column], others: Mapping[int, str]) -> tuple[dict[int, Column], dict[int, str]]:
    """Return the columns with one alone for who leads; a second that names persons is for who watches over the task."""
    leading = [at for at, column in columns.items() if column.meaning == "chu_tri"]
    first = next((at for at in leading if "chủ trì" in columns[at].heading.casefold()), leading[0] if leading else None)
    watched = any(column.meaning == "theo_doi" for column in columns.values())
    kept, left = dict(columns), dict(others)
    for at in leading:
        if at != first and _PERSON.match(columns[at].heading) and not watched:
            kept[at], watched = replace(columns[at], meaning="theo_doi"), True
        elif at != first:
            left[at] = kept.pop(at).heading
    return kept, left


def _path(rows: Sequence[Row], column: int) -> Iterator[str]:
    """Yield the headings over a column, the widest first."""
    for row in rows:
        cell = row.covering(column)
        if cell is not None and cell.text and not cell.above:
            yield on_one_line(cell.text)
