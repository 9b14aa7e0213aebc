"""Phrases that are one piece of a time expression: how often something comes again, and the hours of a day."""

from typing import Final

from docgen.text.patterns import lazy_re

UNIT: Final = r"(?:ngày|tuần|tháng|quý|quí|năm)"
_COUNT: Final = r"(?:\d+|một|hai|ba|sáu)"
_WEEKDAY: Final = r"(?:thứ\s+[^\W\d_]+|thứ\s+\d|chủ\s+nhật)"
OFTEN: Final = "|".join(
    (
        rf"{_WEEKDAY}(?:\s*(?:,|và)\s*{_WEEKDAY})*\s+(?:hằng|hàng|mỗi)\s+tuần",
        rf"{_COUNT}\s*(?:lần|kỳ|số|đợt|buổi)\s*/\s*(?:{_COUNT}\s+)?{UNIT}",
        rf"(?:(?:mỗi|hằng|hàng|từng)\s+)?(?:{_COUNT}\s+)?{UNIT}\s*/?\s*{_COUNT}\s*(?:lần|kỳ|đợt|buổi|cuộc|số)\b",
        rf"định\s+k[ỳì](?:\s+(?:(?:hằng|hàng|mỗi)\s+)?(?:{_COUNT}\s+)?{UNIT}(?!\s+đầu)(?!\s*\d)"
        rf"(?:\s*(?:,|và)\s*(?:(?:cả|hằng|hàng|một)\s+)?(?:{_COUNT}\s+)?{UNIT}(?!\s*[\dIVX]))*)?",
        rf"(?:(?:hằng|hàng)\s+)?(?:{UNIT}\s*(?:,|và)\s*)*{_COUNT}\s+tháng\s*(?:,|và|/)\s*(?:(?:cả|một|1|hằng|hàng)\s+)?năm(?!\s*\d)",
        r"thường\s+xuyên|thường\s+kỳ|liên\s+tục",
        r"24\s*(?:h|giờ)?\s*/\s*24(?:\s*(?:h|giờ)\b)?(?:\s*/\s*(?:7|ngày)\b)?(?![\d/])",
    )
)
_PART_OF_DAY: Final = r"(?:\s*(?:buổi\s+)?(?:sáng|trưa|chiều|tối)\b)"
_MINUTES: Final = r"\s*(?:phút|p\b|['’′])"
_HOUR: Final = (
    rf"(?<!\d)(?:[01]?\d|2[0-4])(?:\s*(?:giờ|h|g)\b(?:\s*[0-5]?\d(?![\d/.-])(?:{_MINUTES})?)?"
    rf"|\s*[hg][0-5]\d\b(?:{_MINUTES})?|:[0-5]\d(?!\d)){_PART_OF_DAY}?"
)
HOURS: Final = (
    rf"{_HOUR}(?:\s*(?:-|đến(?:\s+trước)?|tới)\s*{_HOUR})?"
    rf"|(?:(?:cuối|đầu|hết|trong)\s+)?(?:giờ\s+(?:làm\s+việc|hành\s+chính|chiều|sáng)|buổi(?=\s+(?:sáng|chiều|tối))){_PART_OF_DAY}?"
)
_MIDNIGHT: Final = lazy_re(r"00?(?: ?(?:giờ|h|g) ?(?:00?(?: ?phút|p|')?)?|:00)")
_FROM_TO: Final = lazy_re(r"-|đến|tới")


def at_hour(bound: str, hours: str) -> str:
    """Return how a day is bounded by `hours` of it: what is due before 17 giờ is due on that day, before 0 giờ the day before."""
    if _MIDNIGHT.fullmatch(hours):
        return "trước" if bound == "đến" else bound
    return {"trước": "đến", "sau": "từ", "từ": "trong" if _FROM_TO.search(hours) else "từ"}.get(bound, bound)
