"""The date of a paper, of which a draft may know no more than the month, or the year: how it is typed, which days it can be."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from docgen.text.patterns import lazy_re

_ISO: Final = lazy_re(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2}))?")
_VIETNAMESE: Final = lazy_re(r"(?:năm\s+|(?:tháng\s*)?(?P<month>\d{1,2})(?:\s*[/-]\s*|\s+năm\s+))(?P<year>\d{4})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NgayChuaDu:
    """A date whose day is not known yet: its year, and its month where that is known."""

    year: int
    month: int | None = None


NgayVanBan: TypeAlias = date | NgayChuaDu


def read_half(text: str) -> NgayChuaDu | None:
    """Return the half-known date that `text` writes ("2025-12", "12/2025", "tháng 12 năm 2025", "2025"), None where it is none.

    The month is as typed: nobody has looked whether there is such a one.
    """
    match = _ISO.fullmatch(text) or _VIETNAMESE.fullmatch(text)
    return NgayChuaDu(int(match["year"]), int(match["month"]) if match["month"] else None) if match else None


def first_day(day: NgayVanBan) -> date:
    """Return the first day that a date can be."""
    return day if isinstance(day, date) else date(day.year, day.month or 1, 1)


def last_day(day: NgayVanBan) -> date:
    """Return the last day that a date can be."""
    if isinstance(day, date):
        return day
    month = day.month or 12
    return date(day.year, month, calendar.monthrange(day.year, month)[1])
