"""Papers and days as a text names them: kind, number and symbol, day, office and subject (PL I.II.6.a, b)."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from docgen.check.gauges.prose import LOWER, UPPER
from docgen.check.view import Line
from docgen.text.wording import MARKER

_KINDS: Final = (
    "Thông tư liên tịch|Nghị quyết liên tịch|Quyết định|Kế hoạch|Công văn|Chỉ thị|Nghị quyết|Nghị định|Thông tư|Báo cáo|Tờ trình"
    "|Thông báo|Hướng dẫn|Chương trình|Công điện|Kết luận|Quy định|Quy chế|Giấy mời|Phương án|Đề án|Văn bản|Bộ luật|Luật"
)
_KIND: Final = re.compile(rf"\b({_KINDS}) $")
_DATE: Final = re.compile(
    r"(\d{1,2})(?: ?([/.-]) ?(\d{1,2}) ?\2 ?((?:19|20)\d{2,9})(?![\d/])| tháng (\d{1,2})(?: năm (\d{4,9}))?(?!\d))"
)
_LETTERS: Final = rf"[{UPPER}][{UPPER}{LOWER}\d&]*"
_NUMBER: Final = re.compile(rf"[Ss]ố:? ?(\d+[a-zđ]?(?:-({_LETTERS}))?/(?:(\d{{4}})/)?({_LETTERS})(?:-[{UPPER}{LOWER}\d&]+)*)")
_OTHER_DAYS: Final = r"\b(?:từ|trước|sau|đến|vào|hết|trong|hiệu lực)\b"  # "có hiệu lực từ ngày …" is not the day of issue
_DATED: Final = re.compile(rf",? ?(?:(?:của|do) (?:(?!{_OTHER_DAYS})[^;.:()\n]){{3,60}}?,? )?(?:ban hành |ký )?ngày ")
_TERMS: Final = {11: (2002, 2007), 12: (2007, 2011), 13: (2011, 2016), 14: (2016, 2021), 15: (2021, 2026), 16: (2026, 2031)}
_TERM: Final = re.compile(r"QH(\d\d)\b")
_LEAP_YEAR: Final = 2024
_LONGEST_KIND: Final = 24  # characters
_MENTIONED: Final = (
    "Nghị định", "Nghị quyết liên tịch", "Nghị quyết", "Quyết định", "Thông tư liên tịch", "Thông tư", "Chỉ thị", "Công văn",
    "Công điện", "Kế hoạch liên tịch", "Kế hoạch", "Thông báo", "Hướng dẫn", "Tờ trình", "Báo cáo", "Kết luận", "Văn bản",
)  # fmt: skip
_NUMBER_OR_BLANK: Final = r"(?:\d+[a-z]?|[.…_\s]{2,}|[.…_])"
_SYMBOL_LETTERS: Final = r"[A-ZĐ][A-Za-zĐđƯưÔô&.0-9]*"
_SYMBOL: Final = (
    rf"{_NUMBER_OR_BLANK}\s*(?:-\s*{_SYMBOL_LETTERS}\s*)?/\s*(?:\d{{4}}\s*/\s*)?{_SYMBOL_LETTERS}(?:\s?-\s?{_SYMBOL_LETTERS})*"
)
_CITATION: Final = re.compile(rf"\b({'|'.join(_MENTIONED)})\s+(?:(số)\s*:?\s*)?({_SYMBOL})", re.IGNORECASE)
_OPENING: Final = re.compile(rf"^(?:Căn cứ|Thực hiện|Theo|Xét)\s+({'|'.join(_MENTIONED)})\b", re.IGNORECASE)
_BLANK: Final = r"[.…_\s]*"
_WHOLE_DATE: Final = re.compile(
    rf"\bngày\s*(?:\d{{1,2}}|{_BLANK})\s*(?:tháng\s*(?:\d{{1,2}}|{_BLANK})\s*năm\s*(?:\d{{4}}|{_BLANK})"
    r"|[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4})",
    re.IGNORECASE,
)
_ANY_DATE: Final = re.compile(r"\bngày\b", re.IGNORECASE)
_OFFICE: Final = re.compile(r"\b(?:của|do|giữa)\s+\w", re.IGNORECASE)
_LEADS: Final = re.compile(
    r"(?:^|[,.;:(] ?)(?:[-+\da-zđ.)]{0,4} ?)(?:thực hiện|căn cứ|theo|trên cơ sở|triển khai) (?:nội dung |các )?$", re.IGNORECASE
)
_OFFICE_BEFORE: Final = re.compile(r"\btại\s+$", re.IGNORECASE)  # "của Sở Y tế tại Tờ trình số …"
_SUBJECT: Final = re.compile(
    r"\b(?:về|quy định|phê duyệt|ban hành|sửa đổi|bổ sung|hướng dẫn|triển khai|thực hiện|giao|công bố|thành lập|kiện toàn"
    r"|bổ nhiệm|điều chỉnh|tổ chức|phát động|tăng cường|đẩy mạnh|thông qua|phân bổ|phân cấp|ủy quyền|uỷ quyền|đề nghị|báo cáo"
    r"|v/v|công nhận)\b",
    re.IGNORECASE,
)
_CLAUSE_END: Final = re.compile(r"(?:[;:)]|(?<!TP)(?<!Tp)(?<!TX)(?<!Tx)\.)(?:\s|$)")
_NUMBERED: Final = re.compile(rf"\bsố\b|{MARKER.pattern}")  # also where a person has still to write
_NEAR: Final = 40  # characters before a citation that tell what it is for
_LONGEST_OFFICE: Final = 10  # words; where there are more, some of them are the subject
_DIGITS_OR_BLANK: Final = r"[\d._… ]*"
_LINE: Final = re.compile(
    r"(?P<place>.*?)(?P<comma> ?,)? ?(?P<word>ngày)"
    rf" ?(?P<day>{_DIGITS_OR_BLANK}?) ?tháng ?(?P<month>{_DIGITS_OR_BLANK}?) ?năm ?(?P<year>{_DIGITS_OR_BLANK})",
    re.IGNORECASE,
)
_DIGITS: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Day:
    """A day written from `start` to `end` of a text; `year` is None where none is given."""

    start: int
    end: int
    words: str
    day: int
    month: int
    year: int | None

    @property
    def exists(self) -> bool:
        """Return whether the calendar has this day."""
        year = self.year or _LEAP_YEAR
        return 1 <= self.month <= 12 and year <= date.max.year and 1 <= self.day <= calendar.monthrange(year, self.month)[1]

    @property
    def date(self) -> date | None:
        """Return the day, None where the calendar has no such day or no year is given."""
        return date(self.year, self.month, self.day) if self.year and self.exists else None


@dataclass(frozen=True, slots=True)
class Citation:
    """A paper named from `start` to `end` of a text by its symbol.

    `kind` is as typed, "" where it stands elsewhere; `letters` is the symbol's first group (NĐ, TTr), `year` the year inside it;
    `day` is the day of issue written behind it.
    """

    start: int
    end: int
    kind: str
    symbol: str
    letters: str
    year: int | None
    day: Day | None

    @property
    def year_is_wrong(self) -> bool:
        """Return whether the symbol tells another year than the day, or another term of the National Assembly."""
        if self.day is None or self.day.year is None:
            return False
        term = _TERM.search(self.symbol)
        first, last = _TERMS.get(int(term[1]), (0, 9999)) if term else (0, 9999)
        return not first <= self.day.year <= last or self.year not in (None, self.day.year)


@lru_cache(maxsize=4)
def days(text: str) -> tuple[Day, ...]:
    """Return the days written in `text`, in digits (05/3/2024) and in words (ngày 05 tháng 3 năm 2024)."""
    return tuple(_days(text))


@lru_cache(maxsize=4)
def citations(text: str) -> tuple[Citation, ...]:
    """Return the papers that `text` names by number and symbol."""
    return tuple(_citations(text))


def _days(text: str) -> Iterator[Day]:
    for match in _DATE.finditer(text):
        day, mark, month, year, long_month, long_year = match.groups()
        in_year = int(year or long_year or 0) or None
        if _begins_day(text, match.start(), in_digits=mark is not None):
            yield Day(match.start(), match.end(), match[0], int(day), int(month or long_month), in_year)


def _citations(text: str) -> Iterator[Citation]:
    numbers = list(_NUMBER.finditer(text))
    dated = {day.start: day for day in days(text)} if numbers else {}
    for match in numbers:
        symbol, party, year, letters = match.groups()
        kind = _KIND.search(text, max(0, match.start() - _LONGEST_KIND), match.start())
        behind = _DATED.match(text, match.end())
        day = dated.get(behind.end()) if behind else None
        start, typed = (kind.start(), kind[1]) if kind else (match.start(), "")
        yield Citation(start, match.end(), typed, symbol, party or letters, int(year) if year else None, day)


def _begins_day(text: str, place: int, *, in_digits: bool) -> bool:
    if in_digits:
        return place == 0 or not (text[place - 1].isalnum() or text[place - 1] in "/.,-" or text.endswith("số ", 0, place))
    return text.endswith(("ngày ", "Ngày "), 0, place)


@dataclass(frozen=True, slots=True)
class Mention:
    """A paper cited: its kind and symbol as written, whether "số" stands between, what it lacks of date, office and subject.

    `leads`: whether it opens its clause ("Thực hiện Công văn số …").
    """

    kind: str
    symbol: str
    says_number: bool
    lacks: tuple[str, ...]
    leads: bool


def mentions(text: str) -> Iterator[Mention]:
    """Yield the papers that `text`, with one blank between words, cites by their symbol, with or without "số" before it.

    What a person has still to write behind one may be anything, so that it lacks nothing.
    """
    if "/" not in text:
        return
    found = list(_CITATION.finditer(text))
    for index, match in enumerate(found):
        behind = text[match.end() : found[index + 1].start() if index + 1 < len(found) else len(text)]
        end = _CLAUSE_END.search(behind)
        clause = behind[: end.start()] if end else behind
        lacks = () if MARKER.search(clause) else tuple(_lacking(clause))
        before = max(0, match.start() - _NEAR), match.start()
        if _OFFICE_BEFORE.search(text, *before):
            lacks = tuple(part for part in lacks if part == "ngày tháng năm")
        yield Mention(match[1], "".join(match[3].split()), bool(match[2]), lacks, bool(_LEADS.search(text, *before)))


def names_no_symbol(text: str) -> bool:
    """Return whether `text`, a legal basis, opens with a kind of paper that has to have a number, and gives none."""
    return bool(_OPENING.match(text)) and not _CITATION.search(text) and not _NUMBERED.search(text)


def _lacking(behind: str) -> Iterator[str]:
    """Yield what the words behind a symbol leave out."""
    if not _WHOLE_DATE.search(behind):
        yield "năm ban hành" if _ANY_DATE.search(behind) else "ngày tháng năm"
    if not _OFFICE.search(behind):
        yield "cơ quan ban hành"
    elif not _SUBJECT.search(behind) and len(_WHOLE_DATE.sub("", behind).split()) <= _LONGEST_OFFICE:
        yield "trích yếu"


@dataclass(frozen=True, slots=True)
class DongNgay:
    """Place, day, month, year as written; "" where it is a blank to write in. `word` is the word `ngày` as written."""

    dia_danh: str
    has_comma: bool
    word: str
    ngay: str
    thang: str
    nam: str


def read_place_and_day(line: Line) -> DongNgay | None:
    """Return what the line says, None where it is not written with the words ngày, tháng, năm."""
    match = _LINE.fullmatch(line.words)
    if match is None:
        return None
    ngay, thang, nam = (_digits(match[name]) for name in ("day", "month", "year"))
    return DongNgay(match["place"].strip(), match["comma"] is not None, match["word"], ngay, thang, nam)


def _digits(written: str) -> str:
    """Return the digits, "" for a blank, also one that dots fill or that stands behind a first digit (20…)."""
    digits = _DIGITS.search(written)
    return digits.group() if digits and digits.group() == written.strip(" ") else ""
