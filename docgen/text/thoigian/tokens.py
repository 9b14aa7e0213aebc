"""Cuts a time expression into tokens: numbers, words, marks, and the phrases that say how often."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

_UNIT: Final = r"(?:ngày|tuần|tháng|quý|quí|năm)"
_COUNT: Final = r"(?:\d+|một|hai|ba|sáu)"
_WEEKDAY: Final = r"(?:thứ\s+[^\W\d_]+|thứ\s+\d|chủ\s+nhật)"
_OFTEN: Final = "|".join(
    (
        rf"{_WEEKDAY}(?:\s*(?:,|và)\s*{_WEEKDAY})*\s+(?:hằng|hàng|mỗi)\s+tuần",
        rf"{_COUNT}\s*(?:lần|kỳ|số|đợt|buổi)\s*/\s*(?:{_COUNT}\s+)?{_UNIT}",
        rf"(?:(?:mỗi|hằng|hàng|từng)\s+)?(?:{_COUNT}\s+)?{_UNIT}\s*/?\s*{_COUNT}\s*lần\b",
        rf"định\s+k[ỳì](?:\s+(?:(?:hằng|hàng|mỗi)\s+)?(?:{_COUNT}\s+)?{_UNIT}(?!\s+đầu)(?!\s*\d)"
        rf"(?:\s*(?:,|và)\s*(?:(?:cả|hằng|hàng|một)\s+)?(?:{_COUNT}\s+)?{_UNIT}(?!\s*[\dIVX]))*)?",
        rf"(?:(?:hằng|hàng)\s+)?(?:{_UNIT}\s*(?:,|và)\s*)*{_COUNT}\s+tháng\s*(?:,|và|/)\s*(?:(?:cả|một|1|hằng|hàng)\s+)?năm(?!\s*\d)",
        r"thường\s+xuyên|thường\s+kỳ|liên\s+tục",
    )
)
_TOKEN: Final = re.compile(
    rf"(?P<lap>{_OFTEN})"
    rf"|(?P<hang>(?:hằng|hàng|mỗi|từng)\s+{_UNIT}(?!\s*\d))"
    r"|(?P<mai>(?:(?:và|,)\s*)?(?:các|những)\s+năm\s+(?:tiếp\s+theo|sau\s+đó|sau|kế\s+tiếp)|trở\s+đi|về\s+sau)"
    r"|(?P<so>\d+)|(?P<chu>[^\W\d_]+)|(?P<dau>[^\w\s])",
    re.IGNORECASE,
)
_DASHES: Final = "–—−‑‐"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a time expression in small letters, with its kind and its place."""

    kind: str
    text: str
    start: int
    end: int


def normalized(text: str) -> str:
    """Return `text` as it is cut and quoted: composed letters, one kind of dash."""
    composed = unicodedata.normalize("NFC", text)
    return "".join("-" if letter in _DASHES else letter for letter in composed)


def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a `normalized` text."""
    return tuple(
        Token(match.lastgroup or "", " ".join(match.group().lower().split()), *match.span()) for match in _TOKEN.finditer(text)
    )
