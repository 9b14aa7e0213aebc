"""Points of the calendar, as texts name them: a day, a month, a quarter, a year, or a part of one; and periods.

The date of a paper is a day, or what a draft knows of it: its month, or its year.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from typing import Final, NamedTuple, TypeAlias

from docgen.text.patterns import lazy_re

_ISO: Final = lazy_re(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2}))?(?:-(?P<day>\d{1,2}))?")
_VIETNAMESE: Final = lazy_re(
    r"(?:ngày\s+)?(?P<day>\d{1,2})(?:[/.-]|\s+tháng\s+)(?P<month>\d{1,2})(?:[/.-]|\s+năm\s+)(?P<year>\d{4})", re.IGNORECASE
)
_MONTH: Final = lazy_re(  # also with the blank for the day, as papers have it
    r"(?:năm\s+|(?:(?:ngày[\s.…_]*)?tháng\s*|[.…_]*/)?(?P<month>\d{1,2})(?:\s*[/-]\s*|\s+năm\s+))(?P<year>\d{4})", re.IGNORECASE
)
_THIRDS: Final = {"đầu": 0, "giữa": 1, "cuối": 2}


class Length(IntEnum):
    """How long a point is; a bare number waits for its neighbour to say what it counts."""

    SO = 0
    NGAY = 1
    THANG = 2
    QUY = 3
    NAM = 4


class NotInCalendar(ValueError):
    """There is no such day, month or quarter; the sentence says which."""


class Moc(NamedTuple):
    """A point: the number of its kind, the month of a day, the year where one is written, and which part of it is meant."""

    kind: Length
    number: int
    month: int | None = None
    year: int | None = None
    part: str = ""

    def in_year(self, year: int) -> "Moc":
        """Return this point with the year that it says itself, otherwise `year`."""
        return self if self.year is not None else self._replace(year=year)

    def days(self) -> tuple[date, date]:
        """Return the first and the last day; the year has to be known."""
        assert self.year is not None
        match self.kind:
            case Length.NGAY:
                first = last = _day(self.year, self.month or 0, self.number)
            case Length.THANG:
                first, last = _months(self.year, self.number, 1)
            case Length.QUY:
                if self.number not in range(1, 5):
                    raise NotInCalendar(f"một năm không có quý {self.number}; ghi từ Quý I đến Quý IV")
                first, last = _months(self.year, 3 * self.number - 2, 3)
            case _:
                first, last = _months(self.year, 1, 12)
        return _part(self.part, first, last) if self.part else (first, last)


def _day(year: int, month: int, day: int) -> date:
    if month not in range(1, 13):
        raise NotInCalendar(f"một năm không có tháng {month}; xem lại ngày và tháng")
    try:
        return date(year, month, day)
    except ValueError:
        raise NotInCalendar(f"tháng {month}/{year} không có ngày {day}; xem lại ngày và tháng") from None


def _months(year: int, first: int, count: int) -> tuple[date, date]:
    if first not in range(1, 13):
        raise NotInCalendar(f"một năm không có tháng {first}; ghi từ tháng 1 đến tháng 12")
    last = first + count - 1
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def _part(part: str, first: date, last: date) -> tuple[date, date]:
    """Return the part of a month, a quarter or a year that `part` names: a third, a half, a week, or some months."""
    name, _, count = part.partition(" ")
    match name:
        case "tuần" if count == "cuối":
            return last - timedelta(days=6), last
        case "tuần" if int(count) not in range(1, 5):
            raise NotInCalendar(
                f"chưa rõ tuần {count} của tháng là những ngày nào; ghi tuần 1 đến tuần 4, tuần cuối, hoặc ghi ngày"
            )
        case "tuần":  # counted from the first day; what is left of a month belongs to its fourth week
            start = first + timedelta(days=7 * (int(count) - 1))
            return start, last if int(count) == 4 and first.month == last.month else start + timedelta(days=6)
        case "tháng" if count in _THIRDS:
            return _months(first.year, first.month + _THIRDS[count], 1)
        case "nửa" if first.month == last.month:
            return (first, first.replace(day=15)) if count == "đầu" else (first.replace(day=16), last)
        case "nửa" if last.month - first.month == 2:
            middle = first.replace(month=first.month + 1, day=15)
            return (first, middle) if count == "đầu" else (middle + timedelta(days=1), last)
        case "nửa":
            return _some_months(first.year, 6, count)
        case "đầu" | "cuối" if count:
            return _some_months(first.year, int(count), name)
        case _:
            return _third(name, first, last)


def _some_months(year: int, count: int, end: str) -> tuple[date, date]:
    if count not in range(1, 13):
        raise NotInCalendar(f"một năm không có {count} tháng; xem lại số tháng")
    return _months(year, 1 if end == "đầu" else 13 - count, count)


def _third(name: str, first: date, last: date) -> tuple[date, date]:
    """Return ten days of a month, a month of a quarter; of a year the first quarter, the last, or the two between."""
    if first.month == last.month:
        starts = (1, 11, 21, last.day + 1)
        index = _THIRDS[name]
        return first.replace(day=starts[index]), first.replace(day=starts[index + 1] - 1)
    if last.month - first.month == 2:
        return _months(first.year, first.month + _THIRDS[name], 1)
    start, count = {"đầu": (1, 3), "giữa": (4, 6), "cuối": (10, 3)}[name]
    return _months(first.year, start, count)


@dataclass(frozen=True, slots=True, order=True)
class Dot:
    """A period, both days counted in; without `den` it goes on for good."""

    tu: date
    den: date | None


class ThoiGian(NamedTuple):
    """A time expression: its words, its periods in order, whether they recur, and what is not clear, as a sentence."""

    chu: str
    dot: tuple[Dot, ...] = ()
    dinh_ky: bool = False
    chua_ro: str | None = None

    @property
    def tu(self) -> date | None:
        """Return the first day, if any could be read."""
        return self.dot[0].tu if self.dot else None

    @property
    def den(self) -> date | None:
        """Return the last day, if there is one and it could be read."""
        days = [dot.den for dot in self.dot if dot.den is not None]
        return max(days) if days and len(days) == len(self.dot) else None


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

    "2025-12-05", "05/12/2025", "05 tháng 12 năm 2025"; "2025-12", "12/2025", "tháng 12 năm 2025"; "2025".
    Raises `ValueError` where the calendar has no such day or month.
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
