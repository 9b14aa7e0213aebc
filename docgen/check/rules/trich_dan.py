"""Papers and days as a text names them: kind, number and symbol, day of issue."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from docgen.check.rules.prose import LOWER, UPPER

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
