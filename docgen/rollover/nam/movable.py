"""Dates that no one can move by the year alone: by the moon, by the tide, around a holiday, or of a single campaign."""

import re
from datetime import date, timedelta
from typing import Final

from docgen.rollover.nam import cues
from docgen.rollover.nam.lich import is_holiday
from docgen.rollover.nam.mention import Around, Mention

_FEASTS: Final = tuple(
    (re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE), months)
    for words, months in (
        (
            r"tết(?!\s+(?:dương|trung|chôl|chol|đoan|thiếu|độc))|nguyên\s+đán|giao\s+thừa|nguyên\s+tiêu|hội\s+xuân|mừng\s+xuân|(?-i:đ)ón\s+xuân"
            r"|xuân\s+(?:giáp|ất|bính|đinh|mậu|k[ỷỉ]|canh|tân|nhâm|qu[ýí])",
            (1, 2, 3),
        ),
        (r"giỗ\s+tổ|đền\s+hùng|hùng\s+vương", (3, 4, 5)),
        (r"chôl|chol|chnăm|thmây|pi\s+mai", (4,)),
        (r"phật\s+đản|vía\s+bà|tết\s+đoan\s+ngọ", (4, 5, 6)),
        (r"trung\s+thu|vu\s+lan", (8, 9, 10)),
        (r"sene|sen\s+đôn|đôn\s+ta|dolta|katê", (9, 10, 11)),
        (r"[oó][ck]\s+om\s+b[oó][ck]|ghe\s+ngo|kathina", (10, 11, 12)),
    )
)
_LUNAR_DAY: Final = re.compile(
    r"(?<!\w)(?:âm\s+lịch|nhằm\s+ngày|(?:tháng\s+)?(?:chạp|giêng)|(?:mùng|mồng|rằm)\s+\w+|\d\d?\s+tết)(?!\w)", re.IGNORECASE
)
_TIDE: Final = re.compile(
    r"(?<!\w)(?:xuống\s+giống|gieo\s+sạ|né\s+rầy|lịch\s+thời\s+vụ|con\s+nước|triều\s+cường)(?!\w)", re.IGNORECASE
)
_NTH_WEEKDAY: Final = re.compile(
    r"(?<!\w)(?:chủ\s+nhật|thứ\s+(?:hai|ba|tư|năm|sáu|bảy))\s+(?:đầu\s+tiên|cuối\s+cùng|cuối|(?:tuần\s+)?thứ\s+\w+)",
    re.IGNORECASE,
)
_DAYS_OF_THE_WEEK: Final = re.compile(
    r"(?<!\w)các\s+(?:ngày\s+)?(?:chủ\s+nhật|thứ\s+(?:hai|ba|tư|năm|sáu|bảy))(?!\w)[^;.]{0,60}$", re.IGNORECASE
)
_CAMPAIGN: Final = re.compile(
    r"(?<!\w)(?:chiến\s+dịch|cao\s+điểm|nước\s+rút|thi\s+đua|đợt)\s[^;.]{0,30}\d{2,3}\s+ngày(?!\s+làm)[^;.]{0,80}$", re.IGNORECASE
)
_DAY: Final = r"(?P<day>\d\d?)(?:[/.-](?P<month>\d\d?))?(?:[/.-]\d{2,4})?"
_TO: Final = r"\s*(?:đến|tới|[-–—])\s*(?:hết\s+)?(?:\d\d?\s*(?:giờ|h|g)\s*(?:\d\d)?,?\s*)?(?:ngày\s+)?"
_BEGUN: Final = re.compile(rf"(?<![\d/.]){_DAY}{_TO}$", re.IGNORECASE)
_ENDS: Final = re.compile(rf"{_TO}(?P<day>\d\d?)[/.-](?P<month>\d\d?)", re.IGNORECASE)
_LONGEST_HOLIDAY: Final = timedelta(days=9)


def why_movable(mention: Mention, near: Around, subject: str) -> str | None:
    """Return why a person has to choose the date anew, or None where it moves with the year."""
    feast = _is_near_feast(mention, near.sentence) or (not near.led_by(cues.DEADLINE) and _is_near_feast(mention, subject))
    if feast or _LUNAR_DAY.search(near.sentence):
        return "đi theo ngày âm lịch hoặc ngày Tết, mỗi năm một khác"
    if _covers_holiday(mention, near):
        return "lịch nghỉ lễ mỗi năm một khác"
    if _TIDE.search(near.sentence) and not near.led_by(cues.DEADLINE):
        return "lịch thời vụ, con nước mỗi năm một khác"
    if _NTH_WEEKDAY.search(near.sentence) or near.led_by(_DAYS_OF_THE_WEEK):
        return "ngày tính theo thứ trong tháng"
    if near.led_by(_CAMPAIGN):
        return "đợt cao điểm của riêng một năm"
    return None


def ends_span(near: Around) -> bool:
    """Return whether the date is the last of a span of days."""
    return near.led_by(_BEGUN)


def _is_near_feast(mention: Mention, words: str) -> bool:
    return any(mention.month in months and feast.search(words) for feast, months in _FEASTS)


def _covers_holiday(mention: Mention, near: Around) -> bool:
    """Return whether a short span of days, of which the mention is the first or the last, has a holiday in it."""
    begun, ends = _BEGUN.search(near.lead), _ENDS.match(near.trail)
    here = mention.day_in(mention.year)
    other = begun or ends
    if here is None or other is None:
        return False
    there = _day(int(other["day"]), int(other["month"] or mention.month), mention.year)
    if there is None:
        return False
    first, last = (there, here) if begun else (here, there)
    if not timedelta(0) < last - first <= _LONGEST_HOLIDAY or (is_holiday(first) and is_holiday(last)):
        return False
    return any(is_holiday(first + timedelta(days=count)) for count in range((last - first).days + 1))


def _day(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
