"""The days on which offices are closed, and the names of the days of the week."""

from datetime import date, timedelta
from typing import Final

from docgen.text.wording import short_date

_WEEKDAYS: Final = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_HOLIDAYS: Final = ((1, 1), (30, 4), (1, 5), (2, 9))  # those of the solar calendar alone


def weekday(day: date) -> str:
    """Return the day of the week: "thứ Sáu", "Chủ nhật"."""
    return _WEEKDAYS[day.weekday()]


def is_holiday(day: date) -> bool:
    """Return whether `day` is a national holiday of the solar calendar."""
    return (day.day, day.month) in _HOLIDAYS


def day_off(day: date) -> str | None:
    """Return why offices are closed on `day`; None where they work."""
    if is_holiday(day):
        return "ngày nghỉ lễ"
    return weekday(day) if day.weekday() >= 5 else None


def working_day_before(day: date) -> date:
    """Return the nearest day before `day` on which offices work."""
    before = day - timedelta(days=1)
    while day_off(before):
        before -= timedelta(days=1)
    return before


def closed_on(day: date, *, deadline: bool) -> str | None:
    """Return the remark that offices are closed on `day`, and of a deadline the working day before; a holiday asks no event."""
    closed = day_off(day)
    if closed is None or (is_holiday(day) and not deadline):
        return None
    said = f"{short_date(day)} là {closed}"
    return f"{said}, ngày làm việc liền trước là {short_date(working_day_before(day))}" if deadline else said
