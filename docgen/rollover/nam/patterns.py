"""How years and dates are written: the patterns, in the order in which they claim their part of a text."""

import re
from typing import Final

from docgen.rollover.nam.mention import Kind

YEAR: Final = r"(?:1[89]|20)\d\d"
DASH: Final = r"[-–—−‑‐]"
_NO_COUNT: Final = r"(?<!tuần\s)(?<!đợt\s)(?<!thứ\s)(?<!kỳ\s)(?<!lần\s)"
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH: Final = r"(?:0?[1-9]|1[0-2])"
_ROMAN: Final = r"[IVX]{1,4}"
_WORD_NUMBER: Final = r"(?:giêng|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?:\s+một|\s+hai)?|chạp)"
_SYMBOL: Final = r"[A-ZĐÂÊÔƠƯ]"
_SPOKEN: Final = r"(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|linh|lẻ)"
_OF_YEAR: Final = (
    r"(?:học|mới|tài\s+chính|tài\s+khóa|ngân\s+sách|kế\s+hoạch|sản\s+xuất|dương\s+lịch|công\s+tác|báo\s+cáo|đánh\s+giá)"
)
_BEHIND_A_SEASON: Final = r"(?<=\s)(?:(?<=học\s)|(?<=độ\s)|(?<=khóa\s)|(?<=xuân\s)|(?<=khô\s)|(?<=\d\d\d\d\shoặc\s))"
_NEXT_YEAR: Final = rf"(?P<last>{YEAR}|\d\d)"

_ADDRESS: Final = (
    r"(?:https?://|www\.)\S+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+"
    r"|(?<![\w.-])[\w-]{1,64}(?:\.[\w-]{1,64}){0,8}\.(?:vn|com|org|net|docx?|xlsx?|pdf|pptx?|zip)\b(?:/\S*)?"
)
_STANDARD: Final = (
    rf"\b(?:TCVN|QCVN|TCXDVN|TCCS|ISO|IEC)(?:[/\s]+(?:ISO|IEC|BTTTT))*[\s-]*\d[\d.-]*(?:\s?:\s?{YEAR})?(?:/{_SYMBOL}+)?"
)
_NUMBERED: Final = (
    rf"\b\d{{1,6}}[a-zđ]?/{YEAR}/{_SYMBOL}[\w&-]*"
    rf"|\b\d{{1,6}}[a-zđ]?/{_SYMBOL}{{2,}}[\w&-]*"
    rf"|\b{_SYMBOL}{{2,12}}[-_./]{YEAR}[-_./]\w+"
    rf"|(?i:\bsố)\s*:?\s*\d+\s?/\s?{YEAR}(?![/\d])"
)

CLAIMS: Final = tuple(
    (kind, re.compile(pattern, flags))
    for kind, pattern, flags in (
        (Kind.KY_HIEU, _ADDRESS, re.IGNORECASE),
        (Kind.KY_HIEU, _STANDARD, 0),
        (Kind.KY_HIEU, _NUMBERED, 0),
        (
            Kind.NGAY,
            rf"(?:\bngày\s+)?(?<![\w/]){_NO_COUNT}(?P<day>{_DAY})\s+tháng\s+(?P<month>{_MONTH})\s*(?:,?\s*năm\s+|[/.-]\s?)(?P<year>{YEAR})(?!\d)",
            re.IGNORECASE,
        ),
        (
            Kind.NGAY,
            rf"(?:\bngày\s+)?(?<![\w/.])(?P<day>{_DAY})\s?(?P<mark>[/.-])\s?(?P<month>{_MONTH})\s?(?P=mark)\s?(?P<year>{YEAR})(?!\w)",
            re.IGNORECASE,
        ),
        (
            Kind.NGAY,
            rf"(?:\bngày\s+)?(?<![\w/.])(?P<day>{_DAY})/(?P<month>{_MONTH})/(?P<year>\d\d)(?![\w/])",
            re.IGNORECASE,
        ),
        (
            Kind.THANG,
            rf"\b(?:tháng|quý|quí|học\s+kỳ|kỳ|đợt|tuần)\s*(?P<month>\d{{1,2}}|{_ROMAN}\b|{_WORD_NUMBER}\b)"
            rf"\s*(?:[/.]\s?|{DASH}\s?|,?\s*(?:của\s+)?năm\s+|\s)(?P<year>{YEAR})(?!\w)(?!\s?{DASH}\s?{YEAR}(?!\d))",
            re.IGNORECASE,
        ),
        (Kind.THANG, rf"(?<!\w)[TtQ]\.?\s?(?P<month>\d{{1,2}}|{_ROMAN})\s?[/-]\s?(?P<year>{YEAR})(?!\w)", 0),
        (Kind.THANG, rf"(?<!\w)(?:[TtQ]\.?\s?|(?i:tháng|quý|quí)\s+)(?P<month>\d{{1,2}}|{_ROMAN})/(?P<year>\d\d)(?![\w/])", 0),
        (Kind.THANG, rf"(?<![\w/.])(?P<month>{_ROMAN}|{_MONTH})\s?/\s?(?P<year>{YEAR})(?![\w/])", 0),
        (
            Kind.KHOANG,
            rf"(?:\bnăm\s+(?:{_OF_YEAR}\s+)?)?(?<![\w/])(?P<year>{YEAR})(?:\s*{DASH}\s*|/)(?:năm\s+)?{_NEXT_YEAR}(?!\w)(?![/.]\d)",
            re.IGNORECASE,
        ),
        (
            Kind.KHOANG,
            rf"{_BEHIND_A_SEASON}(?P<year>\d\d)\s?{DASH}\s?(?P<last>\d\d)(?!\w)(?![/.,]\d)",
            re.IGNORECASE,
        ),
        (
            Kind.NOI,
            rf"(?:\bnăm\s+)?(?<![\w/])(?P<year>{YEAR})\s+(?:đến|tới|sang)\s+(?:hết\s+|cuối\s+)?(?:năm\s+)?(?P<last>{YEAR})(?!\w)",
            re.IGNORECASE,
        ),
        (Kind.KY_HIEU, r"(?<![\w/])(?:\+84|0)(?:[ .-]?\d){8,10}(?!\d)", 0),
        (Kind.NAM, rf"\bnăm\s*:?\s*(?:{_OF_YEAR}\s+)?(?P<year>{YEAR})(?!\w)", re.IGNORECASE),
        (Kind.BANG_CHU, rf"\bnăm\s+(?P<year>(?:một|hai)\s+(?:nghìn|ngàn)(?:\s+{_SPOKEN}\b)+)", re.IGNORECASE),
        (Kind.DINH, rf"(?<!\w)[^\W\d_]\w{{0,40}}?(?P<year>{YEAR})(?!\w)", 0),
        (Kind.TRO, rf"(?<!\w)(?P<year>{YEAR})(?!\w)", 0),
        (
            Kind.NGAY_THANG,
            rf"(?:\bngày\s+)?(?<![\w/]){_NO_COUNT}(?P<day>{_DAY})\s+tháng\s+(?P<month>{_MONTH})(?!\w)",
            re.IGNORECASE,
        ),
        (
            Kind.NGAY_THANG,
            rf"\bngày\s+(?P<day>{_DAY})\s?(?P<mark>[/.-])\s?(?P<month>{_MONTH})(?!\w)(?!(?P=mark)\d)(?!{DASH}?\d*/\d)",
            re.IGNORECASE,
        ),
        (Kind.NGAY_THANG, rf"(?<![\w/.,])(?P<day>{_DAY})/(?P<month>{_MONTH})(?![\w/%])(?![.,]\d)", 0),
    )
)
