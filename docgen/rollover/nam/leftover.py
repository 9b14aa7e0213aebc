"""Pieces of an ordinary plan that surely still say the year before: times of the work, which the roll-over would have moved."""

import re
from collections.abc import Sequence
from typing import Final

from docgen.rollover.changes import Treatment, Years
from docgen.rollover.nam import cues
from docgen.rollover.nam.amlich import misnamed_lunar_years, of_lunar_years
from docgen.rollover.nam.finding import hidden
from docgen.rollover.nam.mention import Around, Kind, Mention, around
from docgen.rollover.nam.plan import Plan
from docgen.rollover.nam.reader import judged
from docgen.rollover.nam.writing import written

_NOW: Final = r"(?<!\d){year}(?!\d)"
_WORK: Final = re.compile(
    r"(?<!\w)(?:trong|cả|suốt|hết|đầu|cuối|giữa|vào|từ|đến|tháng|ngày|định\s+kỳ|hoàn\s+thành|xong|trước|triển\s+khai|thực\s+hiện|tổ\s+chức"
    r"|mùa(?:\s+\w+){0,2})\s*$",
    re.IGNORECASE,
)
_IN_BRACKETS: Final = re.compile(r"\(\s*$")
_COLUMN: Final = re.compile(r"\W*(?:(?:\d+|[IVX]+)[.)]\s*)?(?:(?:ước\s+)?(?:thực\s+hiện|TH)|ước)?\s*", re.IGNORECASE)
_BEGUN: Final = re.compile(
    r"(?<!triển\skhai\s)(?<!thực\shiện\s)(?<!tổ\schức\s)(?<!bắt\sđầu\s)(?<!thời\sgian\s)(?<!gian:\s)(?<=\w\s)từ\s*$",
    re.IGNORECASE,
)


def leftovers(text: str, year: int, *, subject: str = "", taken: Sequence[tuple[int, int]] = ()) -> tuple[Treatment, ...]:
    """Return the pieces of a text in a plan of `year` that are surely left from the year before, with what they should say."""
    years = Years(year - 1, year)
    open_text = hidden(text, taken)
    own_span = Plan(Years(year, year + 1), subject).span or ()
    stale = [
        written(open_text, mention, verdict, years)
        for mention, verdict in judged(open_text, Plan(years))
        if verdict
        and verdict.moves
        and verdict.sure
        and _is_of(years.old, mention, own_span)
        and _is_time_of_work(mention, around(open_text, mention), year, subject)
    ]
    lunar = [one for one in of_lunar_years(open_text, years) if one.sure and one.why == f"năm âm lịch {year}" and one.new]
    misnamed = misnamed_lunar_years(open_text, year)
    return tuple(sorted((*stale, *lunar, *misnamed), key=lambda one: one.start))


def _is_of(before: int, mention: Mention, own_span: tuple[int, ...]) -> bool:
    """Return whether `mention` ends in the year `before`, or, of a range, in the year in which the range of the subject opens."""
    if own_span and mention.last:
        return mention.last == own_span[0]
    return max(mention.year, mention.last) == before and before not in own_span


def _looks_at_the_year_before(mention: Mention, near: Around) -> bool:
    """Return whether brackets, a column or section on the results, or an old beginning name the year on purpose."""
    if mention.kind in (Kind.NAM, Kind.TRO):
        return near.led_by(_IN_BRACKETS) or (_COLUMN.fullmatch(near.lead) is not None and not near.trail.strip(" :)"))
    return mention.kind is Kind.THANG and near.led_by(_BEGUN) and not near.followed_by(cues.SPAN_GOES_ON)


def _is_time_of_work(mention: Mention, near: Around, year: int, subject: str) -> bool:
    """Return whether the words around tell when the plan is carried out, and do not look back on purpose."""
    if re.search(_NOW.format(year=year), near.sentence) or _looks_at_the_year_before(mention, near):
        return False
    if near.led_by(cues.DEADLINE):
        return True
    if cues.LOOKS_BACK.search(near.lead):
        return False
    if mention.kind in (Kind.KHOANG, Kind.NOI, Kind.NAM) or not near.lead.strip(" :–-"):
        return True
    if any(map(near.led_by, (_WORK, cues.BEGINS_A_SPAN))):
        return True
    if mention.kind is Kind.THANG:
        return near.own[:1].isalpha() and not near.lead.rstrip().endswith("(")
    return mention.kind is Kind.TRO and Plan(Years(year, year + 1), subject).names(near.lead + near.own)
