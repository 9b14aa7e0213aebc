"""The ordinals of events that come again, and the theme of a year: "Hội thi lần thứ XV năm 2023", "SEA Games 32"."""

import re
from collections.abc import Iterator
from typing import Final

from docgen.rollover.changes import Treatment, Years
from docgen.rollover.nam import cues
from docgen.rollover.nam.cohorts import STUDENTS
from docgen.rollover.nam.patterns import DASH, YEAR
from docgen.text.wording import roman

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
_COURSE: Final = re.compile(
    rf"(?<!\w)(?:khóa|khoá|(?-i:K))\s*(?P<n>\d{{1,3}})(?=\s*\(\s*(?P<year>{YEAR})\s*{DASH}\s*(?P<last>{YEAR}))", re.IGNORECASE
)
_GAMES: Final = re.compile(
    r"(?:SEA\s+Games|ASIAD|Asian\s+Games|Para\s+Games)(?:\s+lần\s+thứ)?\s+(?P<n>\d{1,2}(?!\d)|[IVXL]+\b)", re.IGNORECASE
)
_YEAR_BEHIND: Final = re.compile(r"[^;.,]{0,30}?[\s(–-]+(?:năm\s+)?((?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_BROUGHT_BACK: Final = re.compile(r"(?:thành\s+tích|kết\s+quả|thành\s+công)[^;.]{0,40}$", re.IGNORECASE)


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
        comes_seldom = cues.EVERY_FEW_YEARS.search(text, match.start(), match.end() + 80)
        new = None if congress or comes_seldom or not beside_own else _next_ordinal(match["n"], years.step)
        why = (
            "thứ tự của sự kiện, đúng nếu tổ chức hằng năm; xem lại" if new else "thứ tự của sự kiện; sửa nếu kỳ sau mang số khác"
        )
        yield Treatment(*match.span("n"), new, why, sure=False)
    yield from _of_games(text, years)
    yield from _of_courses(text, years)


def _of_games(text: str, years: Years) -> Iterator[Treatment]:
    for match in _GAMES.finditer(text):
        year = _YEAR_BEHIND.match(text, match.end())
        past = (year and int(year[1]) < years.old) or _BROUGHT_BACK.search(text, 0, match.start())
        if not past:
            yield Treatment(*match.span("n"), None, "đại hội không diễn ra hằng năm; xem kỳ sau có tham dự không", sure=False)


def _of_courses(text: str, years: Years) -> Iterator[Treatment]:
    for match in _COURSE.finditer(text):
        taught = STUDENTS.search(text) or text[match.start()] == "K"
        if taught and int(match["year"]) <= years.old <= int(match["last"]):
            yield Treatment(*match.span("n"), str(int(match["n"]) + years.step), "số khóa, mỗi năm một khóa; xem lại", sure=False)


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
