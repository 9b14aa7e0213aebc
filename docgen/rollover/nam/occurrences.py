"""Finds the years and dates of a text by the patterns below, in their order; what one has claimed no later one reads again."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from docgen.rollover.changes import Spans, Years
from docgen.rollover.nam.hints import is_near
from docgen.rollover.nam.mention import DASH, HIDDEN, YEAR, YearForm, YearMention, around, cues, runs
from docgen.text.patterns import lazy_re

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
    rf"|(?i:\b(?:số|(?:mẫu|biểu|biểu\s+mẫu|phụ\s+biểu|phiếu|gói\s+thầu|hồ\s+sơ|mã)(?:\s+số)?))\s*:?\s*\d+\s?/\s?{YEAR}(?![/\d])"
    rf"|\b{_SYMBOL}{{2,12}}-\d{{1,4}}/{YEAR}(?!\d)"
)

_OWN_YEAR: Final = rf"(?P<year>{YEAR})"
_CLAIMS: Final = (  # "(?i)": in capitals or not
    (YearForm.KY_HIEU, rf"(?i){_ADDRESS}"),
    (YearForm.KY_HIEU, _STANDARD),
    (YearForm.KY_HIEU, _NUMBERED),
    (
        YearForm.NGAY,
        rf"(?i)(?:\bngày\s+)?(?<![\w/]){_NO_COUNT}(?P<day>{_DAY})\s+tháng\s+(?P<month>{_MONTH})\s*(?:,?\s*năm\s+|[/.-]\s?)(?P<year>{YEAR})(?!\d)",
    ),
    (
        YearForm.NGAY,
        rf"(?i)(?:\bngày\s+)?(?<![\w/.])(?P<day>{_DAY})\s?(?P<mark>[/.-])\s?(?P<month>{_MONTH})\s?(?P=mark)\s?(?P<year>{YEAR})(?!\w)",
    ),
    (YearForm.NGAY, rf"(?i)(?:\bngày\s+)?(?<![\w/.])(?P<day>{_DAY})/(?P<month>{_MONTH})/(?P<year>\d\d)(?![\w/])"),
    (
        YearForm.THANG,
        rf"(?i)\b(?:tháng|quý|quí|học\s+kỳ|kỳ|đợt|tuần)\s*(?P<month>\d{{1,2}}|{_ROMAN}\b|{_WORD_NUMBER}\b)"
        rf"\s*(?:[/.]\s?|{DASH}\s?|,?\s*(?:của\s+)?năm\s+|\s)(?P<year>{YEAR})(?!\w)(?!\s?{DASH}\s?{YEAR}(?!\d))",
    ),
    (YearForm.THANG, rf"(?<!\w)[TtQ]\.?\s?(?P<month>\d{{1,2}}|{_ROMAN})\s?[/-]\s?(?P<year>{YEAR})(?!\w)"),
    (YearForm.THANG, rf"(?<!\w)(?:[TtQ]\.?\s?|(?i:tháng|quý|quí)\s+)(?P<month>\d{{1,2}}|{_ROMAN})/(?P<year>\d\d)(?![\w/])"),
    (YearForm.THANG, rf"(?<![\w/.])(?P<month>{_ROMAN}|{_MONTH})\s?/\s?(?P<year>{YEAR})(?![\w/])"),
    (
        YearForm.KHOANG,
        rf"(?i)(?:\bnăm\s+(?:{_OF_YEAR}\s+)?)?(?<![\w/])(?P<year>{YEAR})(?:\s*{DASH}\s*|/)(?:năm\s+)?{_NEXT_YEAR}(?!\w)(?![/.]\d)",
    ),
    (YearForm.KHOANG, rf"(?i){_BEHIND_A_SEASON}(?P<year>\d\d)\s?{DASH}\s?(?P<last>\d\d)(?!\w)(?![/.,]\d)"),
    (
        YearForm.NOI,
        rf"(?i)(?:\bnăm\s+)?(?<![\w/])(?P<year>{YEAR})\s+(?:đến|tới|sang)\s+(?:hết\s+|cuối\s+)?(?:năm\s+)?(?P<last>{YEAR})(?!\w)",
    ),
    (YearForm.KY_HIEU, r"(?<![\w/])(?:\+84|0)(?:[ .-]?\d){8,10}(?!\d)"),
    (YearForm.NAM, rf"(?i)\bnăm\s*:?\s*(?:{_OF_YEAR}\s+)?(?P<year>{YEAR})(?!\w)"),
    (YearForm.BANG_CHU, rf"(?i)\bnăm\s+(?P<year>(?:một|hai)\s+(?:nghìn|ngàn)(?:\s+{_SPOKEN}\b)+)"),
    (YearForm.DINH, rf"(?<!\w)[^\W\d_]\w{{0,40}}?(?P<year>{YEAR})(?!\w)"),
    (YearForm.TRO, rf"(?<!\w)(?P<year>{YEAR})(?!\w)"),
    (YearForm.NGAY_THANG, rf"(?i)(?:\bngày\s+)?(?<![\w/]){_NO_COUNT}(?P<day>{_DAY})\s+tháng\s+(?P<month>{_MONTH})(?!\w)"),
    (
        YearForm.NGAY_THANG,
        rf"(?i)\bngày\s+(?P<day>{_DAY})\s?(?P<mark>[/.-])\s?(?P<month>{_MONTH})(?!\w)(?!(?P=mark)\d)(?!{DASH}?\d*/\d)",
    ),
    (YearForm.NGAY_THANG, rf"(?<![\w/.,])(?P<day>{_DAY})/(?P<month>{_MONTH})(?![\w/%])(?![.,]\d)"),
)
CLAIMS: Final = tuple((form, lazy_re(pattern)) for form, pattern in _CLAIMS)
_WITHOUT_YEARS: Final = tuple(claim for claim, (_, pattern) in zip(CLAIMS, _CLAIMS, strict=True) if _OWN_YEAR not in pattern)
_WITHOUT_DIGITS: Final = (CLAIMS[0], *(claim for claim in CLAIMS if claim[0] is YearForm.BANG_CHU))
_DIGIT: Final = re.compile(r"\d")
_ANY_YEAR: Final = re.compile(YEAR)

_YEAR: Final = lazy_re(rf"(?<!\d){YEAR}(?!\d)")
_QUARTERS: Final = {"i": 1, "ii": 4, "iii": 7, "iv": 10}
_QUARTER_WORD: Final = lazy_re(r"(?:quý|quí|\bq)", re.IGNORECASE)
_BARE_DAY: Final = r"\d{1,2}/\d{1,2}"
_LINK: Final = rf"(?:đến|tới|và|hoặc|,|{DASH})"
_BEFORE_A_DAY: Final = lazy_re(rf"\s*{_LINK}\s*(?:hết\s+)?(?:ngày\s+)?{_BARE_DAY}", re.IGNORECASE)
_BEHIND_A_DAY: Final = lazy_re(rf"{_BARE_DAY}(?:/\d{{4}})?\s*{_LINK}\s*(?:hết\s+)?(?:ngày\s+)?$", re.IGNORECASE)
_ONLY_TIME: Final = lazy_re(r"\W*(?:(?:từ|đến|hết|và|ngày)\W+)*$", re.IGNORECASE)


def find(text: str, years: Years, taken: Sequence[tuple[int, int]] = ()) -> tuple[YearMention, ...]:
    """Return the years and dates of `text` outside `taken` in their order."""
    open_text = hidden(text, taken)
    found: list[YearMention] = []
    claimed = Spans()
    claims = CLAIMS if _ANY_YEAR.search(open_text) else _WITHOUT_YEARS if _DIGIT.search(open_text) else _WITHOUT_DIGITS
    for kind, pattern in claims:
        for match in pattern.finditer(open_text):
            free = claimed.is_free(match.span())
            if free and (mention := _mention(kind, match, years)) and not _is_a_share(open_text, mention):
                found.append(mention)
                claimed.add(match.span())
    return tuple(sorted(found, key=lambda one: one.start))


def hidden(text: str, taken: Sequence[tuple[int, int]]) -> str:
    """Return `text`, as long as it was, with nothing to be read in the parts that are `taken`."""
    pieces, at = [], 0
    for start, end in Spans(taken):
        pieces += [text[at:start], HIDDEN * (end - start)]
        at = end
    return "".join((*pieces, text[at:]))


def _mention(kind: YearForm, match: re.Match[str], years: Years) -> YearMention | None:
    groups = match.groupdict()
    if kind is YearForm.KY_HIEU:
        said = [int(year) for year in _YEAR.findall(match.group())]
        return YearMention(kind, *match.span(), *match.span(), year=next((year for year in said if is_near(years, year)), 0))
    if kind is YearForm.BANG_CHU:
        return YearMention(kind, *match.span("year"), *match.span())
    month = _month(match) if groups.get("month") else 0
    if kind is YearForm.NGAY_THANG:
        return YearMention(kind, match.start("day"), match.end(), *match.span(), month=month, day=int(match["day"]))
    year = int(match["year"])
    if year < 100:
        year += 2000
        if not years.old - 1 <= year <= years.new + 1:
            return None
    if groups.get("last"):
        if len(match["last"]) == 2 and int(match["last"]) != (year + 1) % 100:
            return None  # no range: "2023-24" is one, "2023-15" is none
        last = int(match["last"]) if len(match["last"]) == 4 else year + 1
        return YearMention(kind, match.start("year"), match.end("last"), *match.span(), year=year, last=last)
    return YearMention(kind, *match.span("year"), *match.span(), year=year, month=month, day=int(groups.get("day") or 0))


def _month(match: re.Match[str]) -> int:
    """Return the month that is written, the first of a quarter, or 0 where it is in words."""
    written = match["month"].lower()
    if not written.isdecimal():
        return _QUARTERS.get(written, 1 if written in ("giêng", "một") else 0)
    return 3 * int(written) - 2 if _QUARTER_WORD.match(match.group()) else int(written)


def _is_a_share(text: str, mention: YearMention) -> bool:
    """Return whether "3/5" counts something ("3/5 xã", "24/7") and is no day."""
    if (
        mention.kind is not YearForm.NGAY_THANG
        or text[mention.opens] in "Nn"
        or "tháng" in text[mention.start : mention.end].lower()
    ):
        return False
    near = around(text, mention)
    if near.followed_by(cues.SHARE) or text[mention.start : mention.end] == "24/7":
        return True
    dated = near.led_by(cues.BEFORE_A_BARE_DAY) or near.followed_by(_BEFORE_A_DAY) or near.led_by(_BEHIND_A_DAY)
    return not dated and _ONLY_TIME.match(near.lead) is None


def lists(text: str, mentions: Sequence[YearMention]) -> Iterator[tuple[YearMention, ...]]:
    """Yield the years that stand in one list: "năm 2021, 2022 và 2023"."""

    def opens(one: YearMention) -> bool:
        return (one.is_year or one.kind is YearForm.THANG) and not around(text, one).led_by(cues.LIST_COMPARED)

    def goes_on(before: YearMention, one: YearMention) -> bool:
        return one.is_year and cues.YEARS_GO_ON.fullmatch(text, before.closes, one.opens) is not None

    return runs(mentions, opens, goes_on)
