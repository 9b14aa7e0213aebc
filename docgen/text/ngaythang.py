"""The date of a paper, of which a draft may know no more than the month, or the year: how it is typed, which days it can be."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from docgen.text.patterns import lazy_re

_ISO: Final = lazy_re(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2}))?(?:-(?P<day>\d{1,2}))?")
_VIETNAMESE: Final = lazy_re(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})")
_MONTH: Final = lazy_re(  # also with the blank for the day, as papers have it
    r"(?:năm\s+|(?:(?:ngày[\s.…_]*)?tháng\s*|[.…_]*/)?(?P<month>\d{1,2})(?:\s*[/-]\s*|\s+năm\s+))(?P<year>\d{4})", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class NgayChuaDu:
    """A date whose day is not known yet: its year, and its month where that is known."""

    year: int
    month: int | None = None

    def __post_init__(self) -> None:
        """Raise `ValueError` where there is no such month."""
        date(self.year, 1 if self.month is None else self.month, 1)


NgayVanBan: TypeAlias = date | NgayChuaDu


def read_date(text: str) -> NgayVanBan | None:
    """Return the date that `text` writes, of which the day may be left out, and the month; None where it writes none.

    "2025-12-05", "05/12/2025"; "2025-12", "12/2025", "tháng 12 năm 2025"; "2025". Raises `ValueError` where the calendar has
    no such day or month.
    """
    match = _ISO.fullmatch(text) or _VIETNAMESE.fullmatch(text) or _MONTH.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in map(match.groupdict().get, ("year", "month", "day")))
    assert year is not None
    return NgayChuaDu(year, month) if month is None or day is None else date(year, month, day)


def first_day(day: NgayVanBan) -> date:
    """Return the first day that a date can be."""
    return day if isinstance(day, date) else date(day.year, day.month or 1, 1)


def last_day(day: NgayVanBan) -> date:
    """Return the last day that a date can be."""
    if isinstance(day, date):
        return day
    month = day.month or 12
    return date(day.year, month, calendar.monthrange(day.year, month)[1])
