"""The day of issue as citations write it: in digits, in words, without its year, or left blank in a draft."""

import re
from datetime import date
from typing import Final

_BLANK: Final = r"[.…_\s]*"
_MONTH: Final = r"\d{1,2}|[.…_]+"
DAY: Final = (
    r"(?i:\d{1,2}\s*(?P<mark>[/.\-–])\s*\d{1,2}\s*(?P=mark)\s*(?:\d{4}|\d{2})(?![\d/])"
    r"|\d{1,2}\s+tháng\s+\d{1,2}(?:\s*(?:,\s*)?năm\s+\d{4})?(?!\d)"
    r"|\[cần điền ngày[^\]\n]*\]"
    rf"|(?:\d{{1,2}}\s+|{_BLANK})tháng\s*(?:\d{{1,2}}\s+|{_BLANK})năm(?:\s*\d{{4}}(?!\d)|{_BLANK})"
    rf"|[.…_]+\s*/\s*(?:{_MONTH})\s*/\s*(?:\d{{4}}(?!\d)|[.…_]+)"
    r"|\d{1,2}/\d{1,2}(?![\d/]))"
)
_IN_DIGITS: Final = re.compile(r"(\d{1,2})\s*[/.\-–]\s*(\d{1,2})\s*[/.\-–]\s*(\d{4})")
_IN_WORDS: Final = re.compile(r"(\d{1,2})\s+tháng\s+(\d{1,2})\s*,?\s*năm\s+(\d{4})")


def read_day(words: str) -> date | None:
    """Return the day that `words` say, None where they leave something open or the calendar has no such day."""
    match = _IN_DIGITS.fullmatch(words.lower()) or _IN_WORDS.fullmatch(words.lower())
    if match is None:
        return None
    day, month, year = (int(group) for group in match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None
