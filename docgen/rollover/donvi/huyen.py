"""The districts, which ended all over the country: their words in a text, where only a person can say what stands there now."""

import re
from collections.abc import Iterator
from typing import Final

from docgen.rollover.values import Treatment, Years
from docgen.work.units.words import CAPITAL

_YEAR: Final = 2025
_DISTRICTS: Final = (
    "cấp huyện kết thúc hoạt động từ ngày 01/07/2025 (Nghị quyết số 203/2025/QH15); cần xác nhận ghi cơ quan, địa bàn nào"
)
_TOWNSHIPS: Final = "từ ngày 01/07/2025 không còn thị trấn (Luật số 72/2025/QH15); cần xác nhận ghi xã, phường nào"

_LEVEL: Final = r"(?:quận|huyện|thị xã|thị trấn|thành phố|phường|xã|đặc khu|tx|tp)"
_LEAD: Final = r"(?:ubnd|hđnd|(?:ủy|uỷ) ban nhân dân|hội đồng nhân dân|cấp|tuyến|các)"
_NAME: Final = rf"(?:\.?\s*(?:{CAPITAL}\w*(?:\s+{CAPITAL}\w*)*|\d+\b))?"
_PLACES: Final = re.compile(
    rf"\b(?i:(?:{_LEAD}\s+)*{_LEVEL})\b(?P<further>(?i:\s*(?:[,/–-]\s*(?:và\s+)?|\b(?:và|hoặc)\s+)(?:các\s+)?{_LEVEL}\b)*)"
    rf"(?P<name>{_NAME})"
)
_OFFICES: Final = re.compile(
    r"\b(?:phòng (?:văn hóa(?:,| và) thông tin|vh&tt|giáo dục và đào tạo|gd&đt)|(?:quận|huyện|thị) (?:ủy|uỷ|đoàn))\b",
    re.IGNORECASE,
)
_DISTRICT: Final = re.compile(r"\b(?:quận|huyện|thị xã|tx)\b", re.IGNORECASE)
_TOWNSHIP: Final = re.compile(r"\bthị trấn\b", re.IGNORECASE)
_CITY: Final = re.compile(r"(?:\b(?:thành phố|tp))\Z", re.IGNORECASE)
_CENTRAL: Final = re.compile(r"(?:hà nội|hồ chí minh|hcm|hải phòng|đà nẵng|cần thơ|huế)\b", re.IGNORECASE)


def is_news(years: Years) -> bool:
    """Return whether the roll-over crosses the end of the districts, so that the plan's author could not know of it."""
    return years.old <= _YEAR <= years.new


def ended_districts(text: str) -> Iterator[Treatment]:
    """Yield a question for each place in `text` that names districts, their offices, or townships."""
    for match in _OFFICES.finditer(text):
        yield Treatment(match.start(), match.end(), None, _DISTRICTS, sure=False)
    for match in _PLACES.finditer(text):
        why = _why(match)
        if why is not None:
            yield Treatment(match.start(), match.end(), None, why, sure=False)


def _why(match: re.Match[str]) -> str | None:
    levels, name = match.group()[: match.start("name") - match.start()], match["name"].lstrip(". ")
    if _DISTRICT.search(levels) or (name and _CITY.search(levels) and not _CENTRAL.match(name)):
        return _DISTRICTS
    return _TOWNSHIPS if _TOWNSHIP.search(levels) else None
