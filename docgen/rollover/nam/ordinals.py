"""The ordinals of what comes again: events and games, sessions, courses; a person knows the next one."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from docgen.rollover.changes import Treatment, Years
from docgen.rollover.nam.mention import YearMention, around, cues
from docgen.text.patterns import lazy_re
from docgen.text.wording import roman

_NEAR: Final = 80  # letters before what is read


def of_ordinals(text: str, moving: Sequence[YearMention], years: Years) -> Iterator[Treatment]:
    """Yield the ordinals of events that come again, and of what has a date among those `moving`; a person knows the next one."""
    own_behind = lazy_re(rf"[\s,(–-]*(?:năm\s+)?{years.old}", re.IGNORECASE)
    own_before = lazy_re(rf"{years.old}[\s,(–-]*$")
    yield from _of_courses(text, years)
    for match in cues.ORDINAL.finditer(text):
        lead = text[max(0, match.start() - 120) : match.start()]
        congress = cues.CONGRESS.search(lead) is not None
        weak = (match["weak"] or "").lower()
        is_event = cues.EVENT.search(lead) is not None and not weak.startswith("năm")
        beside_own = weak in ("", "lần") and bool(own_behind.match(text, match.end()) or own_before.search(lead))
        if weak in ("lần", "mùa") and not (match["n"].isupper() or (is_event and match["n"].isdecimal())):
            continue  # "lần 2" of a report, "mùa hai"
        if not beside_own and (congress or not (is_event or _is_dated_with(match, text, lead, moving))):
            continue
        comes_seldom = cues.EVERY_FEW_YEARS.search(text, match.start(), match.end() + 80)
        new = None if congress or comes_seldom or not beside_own else _next_ordinal(match["n"], years.step)
        why = (
            "thứ tự của sự kiện, đúng nếu tổ chức hằng năm; xem lại" if new else "thứ tự của sự kiện; sửa nếu kỳ sau mang số khác"
        )
        yield Treatment(*match.span("n"), new, why, sure=False)
    yield from _of_games(text, years)


def _is_dated_with(match: re.Match[str], text: str, lead: str, moving: Sequence[YearMention]) -> bool:
    """Return whether the ordinal is of what is held anew and stands in one sentence with a date that moves."""
    first_ones = match["n"].lower() in ("nhất", "hai", "1", "2")
    if cues.NOT_HELD.search(lead) or cues.OF_A_ROUND.search(lead) or (first_ones and not match["weak"]):
        return False
    return any(
        one.opens - len((near := around(text, one)).lead) <= match.start() < one.closes + len(near.trail) for one in moving
    )


def _of_games(text: str, years: Years) -> Iterator[Treatment]:
    for match in cues.NUMBERED_GAMES.finditer(text):
        year = cues.YEAR_OF_GAMES.match(text, match.end())
        brought_back = cues.BROUGHT_BACK.search(text, max(0, match.start() - _NEAR), match.start())
        past = (year and int(year[1]) < years.old) or brought_back
        if not past:
            yield Treatment(*match.span("n"), None, "đại hội không diễn ra hằng năm; xem kỳ sau có tham dự không", sure=False)


def _of_courses(text: str, years: Years) -> Iterator[Treatment]:
    for match in cues.NUMBERED_COURSE.finditer(text):
        taught = cues.STUDENTS.search(text) or text[match.start()] == "K"
        if taught and int(match["year"]) <= years.old <= int(match["last"]):
            yield Treatment(*match.span("n"), str(int(match["n"]) + years.step), "số khóa, mỗi năm một khóa; xem lại", sure=False)


def _next_ordinal(written: str, step: int) -> str | None:
    if written.isdecimal():
        return f"{int(written) + step:0{len(written)}d}"
    values = {roman(number): number for number in range(1, 200)}
    return roman(values[written] + step) if written in values else None
