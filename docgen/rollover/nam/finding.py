"""Finds the years and dates of a text; what a pattern has claimed no later one reads again."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from docgen.rollover.changes import Years
from docgen.rollover.nam.bare import is_near
from docgen.rollover.nam.mention import Kind, Mention, around
from docgen.rollover.nam.patterns import CLAIMS, DASH, YEAR

HIDDEN: Final = "\ufffc"
_YEAR: Final = re.compile(rf"(?<!\d){YEAR}(?!\d)")
_QUARTERS: Final = {"i": 1, "ii": 4, "iii": 7, "iv": 10}
_QUARTER_WORD: Final = re.compile(r"(?:quý|quí|\bq)", re.IGNORECASE)
_DAY_MONTH: Final = r"\d{1,2}/\d{1,2}"
_LINK: Final = rf"(?:đến|tới|và|hoặc|,|{DASH})"
_OF_TIME: Final = re.compile(
    r"(?:\bngày|\btrước|\bsau|\bhạn|\bhạn\s+(?:cuối|chót|nộp|gửi)|\bnhất|\bvào|\bdịp|\blễ|\bsáng|\bchiều|\btối|\bmừng|\btức|\bnhằm|\bniệm|\bhết|\bxong|\blà|nhật,|thứ\s\w+,)"
    r"(?:\s+(?:là|ngày|hết|lễ))*[\s:(]*$",
    re.IGNORECASE,
)
_BEFORE_A_DAY: Final = re.compile(rf"\s*{_LINK}\s*(?:hết\s+)?(?:ngày\s+)?{_DAY_MONTH}", re.IGNORECASE)
_BEHIND_A_DAY: Final = re.compile(rf"{_DAY_MONTH}(?:/\d{{4}})?\s*{_LINK}\s*(?:hết\s+)?(?:ngày\s+)?$", re.IGNORECASE)
_ONLY_TIME: Final = re.compile(r"\W*(?:(?:từ|đến|hết|và|ngày)\W+)*$", re.IGNORECASE)
_SHARE: Final = re.compile(
    r"\s*(?:tổng\s+số|số|xã|huyện|phường|thị\s+trấn|đơn\s+vị|cơ\s+quan|tỉnh|sở|hộ|người|chỉ\s+tiêu|tiêu\s+chí|giờ|trường|thôn|ấp|khóm|bộ)\b",
    re.IGNORECASE,
)
_LIST_GAP: Final = re.compile(r"\s*(?:,|;|&|và|hoặc|hay|,\s*và)\s*(?:kế\s+hoạch\s+)?", re.IGNORECASE)
_PLAIN: Final = (Kind.NAM, Kind.TRO)
_COMPARED: Final = re.compile(r"(?:so\s+với|cùng\s+kỳ|bằng)[^,;]*$", re.IGNORECASE)


def find(text: str, years: Years, taken: Sequence[tuple[int, int]] = ()) -> tuple[Mention, ...]:
    """Return the years and dates of `text` outside `taken` in their order."""
    open_text = hidden(text, taken)
    found: list[Mention] = []
    for kind, pattern in CLAIMS:
        for match in pattern.finditer(open_text):
            free = all(match.end() <= one.opens or one.closes <= match.start() for one in found)
            if free and (mention := _mention(kind, match, years)) and not _is_a_share(open_text, mention):
                found.append(mention)
    return tuple(sorted(found, key=lambda one: one.start))


def hidden(text: str, taken: Sequence[tuple[int, int]]) -> str:
    """Return `text`, as long as it was, with nothing to be read in the parts that are `taken`."""
    for start, end in taken:
        text = text[:start] + HIDDEN * (end - start) + text[end:]
    return text


def is_range_end(year: int, last: str) -> bool:
    """Return whether two figures can end a range that opens with `year`: "2023-24"."""
    return len(last) == 4 or int(last) == (year + 1) % 100


def _mention(kind: Kind, match: re.Match[str], years: Years) -> Mention | None:
    groups = match.groupdict()
    if kind is Kind.KY_HIEU:
        said = [int(year) for year in _YEAR.findall(match.group())]
        return Mention(kind, *match.span(), *match.span(), year=next((year for year in said if is_near(years, year)), 0))
    if kind is Kind.BANG_CHU:
        return Mention(kind, *match.span("year"), *match.span())
    month = _month(match) if groups.get("month") else 0
    if kind is Kind.NGAY_THANG:
        return Mention(kind, match.start("day"), match.end(), *match.span(), month=month, day=int(match["day"]))
    year = int(match["year"])
    if year < 100:
        year += 2000
        if not years.old - 1 <= year <= years.new + 1:
            return None
    if groups.get("last"):
        if not is_range_end(year, match["last"]):
            return None
        last = int(match["last"]) if len(match["last"]) == 4 else year + 1
        return Mention(kind, match.start("year"), match.end("last"), *match.span(), year=year, last=last)
    return Mention(kind, *match.span("year"), *match.span(), year=year, month=month, day=int(groups.get("day") or 0))


def _month(match: re.Match[str]) -> int:
    """Return the month that is written, the first of a quarter, or 0 where it is in words."""
    written = match["month"].lower()
    if not written.isdecimal():
        return _QUARTERS.get(written, 1 if written in ("giêng", "một") else 0)
    return 3 * int(written) - 2 if _QUARTER_WORD.match(match.group()) else int(written)


def _is_a_share(text: str, mention: Mention) -> bool:
    """Return whether "3/5" counts something ("3/5 xã", "24/7") and is no day."""
    if mention.kind is not Kind.NGAY_THANG or text[mention.opens] in "Nn" or "tháng" in text[mention.start : mention.end].lower():
        return False
    near = around(text, mention)
    if near.followed_by(_SHARE) or text[mention.start : mention.end] == "24/7":
        return True
    dated = near.led_by(_OF_TIME) or near.followed_by(_BEFORE_A_DAY) or near.led_by(_BEHIND_A_DAY)
    return not dated and _ONLY_TIME.match(near.lead) is None


def lists(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, ...]]:
    """Yield the years that stand in one list: "năm 2021, 2022 và 2023"."""
    members: list[Mention] = []
    for one in mentions:
        if members and one.kind in _PLAIN and _LIST_GAP.fullmatch(text, members[-1].closes, one.opens):
            members.append(one)
            continue
        if len(members) > 1:
            yield tuple(members)
        opens = one.kind in (*_PLAIN, Kind.THANG) and not around(text, one).led_by(_COMPARED)
        members = [one] if opens else []
    if len(members) > 1:
        yield tuple(members)
