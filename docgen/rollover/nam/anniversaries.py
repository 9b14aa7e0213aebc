"""Anniversaries and the ordinals of events that come again: "kỷ niệm 56 năm", "lần thứ XV năm 2023"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from docgen.rollover.nam.mention import Kind, Mention
from docgen.rollover.values import Treatment, Years
from docgen.wording import roman

_OF_A_DAY: Final = (
    r"(?:ngày|thành\s+lập|tái\s+lập|giải\s+phóng|truyền\s+thống|chiến\s+thắng|quan\s+hệ|thiết\s+lập|năm\s+sinh|quốc\s+khánh"
    r"|cách\s+mạng)"
)
_COUNT: Final = re.compile(
    r"(?:(?:kỷ|kỉ)\s+niệm|(?:chào\s+)?mừng)\s+(?:lần\s+thứ\s+)?(?P<a>\d{1,3})(?:\s+năm)?(?!\w|[/.]\d)(?!\s*[-–])"
    rf"|(?<![\d/.,])(?P<b>\d{{1,3}})\s+năm\s+(?={_OF_A_DAY})"
    rf"|lần\s+thứ\s+(?P<c>\d{{1,3}})\s+(?:năm\s+)?(?={_OF_A_DAY})",
    re.IGNORECASE,
)
_OUTLOOK: Final = re.compile(r"(?:sơ\s+kết|tổng\s+kết)\s+(?P<n>\d{1,2})\s+năm(?!\w)(?!\s+(?:19|20)\d\d)", re.IGNORECASE)
_ORDINAL: Final = re.compile(
    r"lần\s+thứ\s+(?P<n>[IVXLC]+|\d{1,3}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?:\s+(?:một|hai|ba|bốn|lăm|sáu|bảy|tám|chín))?)(?!\w)",
    re.IGNORECASE,
)
_EVENT: Final = re.compile(
    r"(?:hội\s+(?:thi|chợ|báo|sách|diễn|thảo|thao|khỏe|xuân|trại|nghị\s+cấp\s+cao)|liên\s+hoan|giải|ngày\s+hội|lễ\s+hội|cuộc\s+thi|festival"
    r"|diễn\s+đàn|triển\s+lãm|tuần\s+lễ|đại\s+hội\s+(?:thể|TDTT)|SEA\s+Games)[^;.]{0,90}$",
    re.IGNORECASE,
)
_CONGRESS: Final = re.compile(r"đại\s+hội(?!\s+(?:thể|TDTT))[^;.]{0,90}$|ban\s+chấp\s+hành[^;.]{0,60}$", re.IGNORECASE)
_THEME: Final = re.compile(
    r"(?:chủ\s+đề|thông\s+điệp|khẩu\s+hiệu|chủ\s+điểm)(?P<between>[^“\"”;]{0,80})[“\"](?P<theme>[^“”\"]{1,300})[”\"]",
    re.IGNORECASE,
)
_YEAR_BESIDE: Final = r"[\s,(–-]*(?:năm\s+)?{year}"


def of_anniversaries(text: str, mentions: Sequence[Mention], years: Years) -> Iterator[Treatment]:
    """Yield the counts of anniversaries, one up for each year, and what sums up a number of years."""
    for match in _COUNT.finditer(text):
        group = next(name for name in ("a", "b", "c") if match[name])
        yield _counted(text, match.span(group), mentions, years)
    for match in _OUTLOOK.finditer(text):
        why = f"tổng kết {match['n']} năm là việc của riêng năm {years.old}; xem có làm lại không"
        yield Treatment(*match.span("n"), None, why, sure=False)


def _counted(text: str, span: tuple[int, int], mentions: Sequence[Mention], years: Years) -> Treatment:
    count = int(text[slice(*span)])
    new = count + years.step
    words = f"{new:0{span[1] - span[0]}d}"
    base = _base(text, span[1], mentions, years)
    if base is None:
        return Treatment(*span, words, f"số năm kỷ niệm, thêm {years.step}; xem lại vì không ghi mốc đầu", sure=False)
    if count != years.old - base:
        why = f"từ {base} đến {years.old} là {years.old - base} năm, không phải {count}; xem lại"
        return Treatment(*span, None, why, sure=False)
    if count % 5 == 0 or new % 5 == 0:
        why = f"từ {base} đến {years.new} là {new} năm; có năm tròn nên xem lại quy mô và lời văn"
        return Treatment(*span, words, why, sure=False)
    return Treatment(*span, words, f"từ {base} đến {years.new} là {new} năm")


def _base(text: str, behind: int, mentions: Sequence[Mention], years: Years) -> int | None:
    """Return the year from which an anniversary counts: the first one behind it, before the next anniversary."""
    following = _COUNT.search(text, behind)
    end = min(following.start() if following else len(text), text.find(";", behind) % (len(text) + 1))
    plain = (Kind.NGAY, Kind.KHOANG, Kind.TRO, Kind.NAM)
    return next((one.year for one in mentions if behind <= one.start < end and one.kind in plain and one.year < years.old), None)


def of_ordinals(text: str, years: Years) -> Iterator[Treatment]:
    """Yield the ordinals of events that come again; a person knows whether they come every year."""
    own_behind = re.compile(_YEAR_BESIDE.format(year=years.old), re.IGNORECASE)
    own_before = re.compile(rf"{years.old}[\s,(–-]*$")
    for match in _ORDINAL.finditer(text):
        lead = text[max(0, match.start() - 120) : match.start()]
        beside_own = bool(own_behind.match(text, match.end()) or own_before.search(lead))
        congress = _CONGRESS.search(lead) is not None
        if not beside_own and (congress or not _EVENT.search(lead)):
            continue
        new = None if congress or not beside_own else _next_ordinal(match["n"], years.step)
        why = (
            "thứ tự của sự kiện, đúng nếu tổ chức hằng năm; xem lại" if new else "thứ tự của sự kiện; sửa nếu kỳ sau mang số khác"
        )
        yield Treatment(*match.span("n"), new, why, sure=False)


def _next_ordinal(written: str, step: int) -> str | None:
    if written.isdecimal():
        return f"{int(written) + step:0{len(written)}d}"
    values = {roman(number): number for number in range(1, 200)}
    return roman(values[written] + step) if written in values else None


def of_themes(text: str, years: Years) -> Iterator[Treatment]:
    """Yield the quoted theme of the plan's year: next year has its own."""
    for match in _THEME.finditer(text):
        if re.search(rf"(?<!\d){years.old}(?!\d)", match["between"] + text[match.end() : match.end() + 20]):
            why = f"chủ đề của năm {years.old}; thay bằng chủ đề của năm {years.new}"
            yield Treatment(*match.span("theme"), None, why, sure=False)
