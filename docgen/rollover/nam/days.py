"""Dates: besides their year, the days on which offices are closed, 29 February, and days that go by the moon or the holidays."""

import re
from dataclasses import replace
from datetime import date
from typing import Final

from docgen.rollover.changes import Treatment, Years
from docgen.rollover.nam import cues
from docgen.rollover.nam.fixed import is_of_single_event
from docgen.rollover.nam.lich import closed_on
from docgen.rollover.nam.mention import Around, Kind, Mention, Verdict
from docgen.rollover.nam.movable import ends_span, why_movable
from docgen.rollover.nam.plan import Plan
from docgen.rollover.nam.writing import written
from docgen.text.marker import blank

_LUNAR: Final = re.compile(r"\s*\(?\s*(?:âm\s+lịch|ÂL\b|(?:năm\s+)?[A-ZĐ]\w+\s+[A-ZĐ]\w+\s*\(?âm)", re.IGNORECASE)
_AS_LUNAR: Final = re.compile(r"\s*[(,–-]?\s*(?:tức|nhằm|rằm|mùng|mồng|\d{1,2}[/.-]\d{1,2}\s*(?:âm|ÂL))(?!\w)", re.IGNORECASE)
_OF_LUNAR: Final = re.compile(r"(?:tức|nhằm)(?:\s+là)?(?:\s+vào)?\s*$|âm\s+lịch\s*[(,–-]+\s*$", re.IGNORECASE)
_FROM_A_YEAR: Final = re.compile(r"(\d{4})\s*[-–—]\s*$")
_YEAR_OF_THE_SPAN: Final = re.compile(r"\s*(?:đến|tới|và|-|–|—|,)[^;.()]{0,20}?\d{1,2}[/.-]\d{1,2}[/.-](\d{4})")
TO_A_DAY: Final = re.compile(r"[\s,(]*(?:ngày\s*)?", re.IGNORECASE)


def of_day(text: str, mention: Mention, verdict: Verdict, near: Around, plan: Plan) -> Treatment:
    """Return the treatment of a date with its year, on which `verdict` says what its year alone would become."""
    years = plan.years
    if not verdict.moves:
        return written(text, mention, verdict, years)
    if mention.day_in(mention.year) is None:
        return _left(mention, "lịch không có ngày này; xem lại ngày và tháng", sure=False)
    if near.led_by(_OF_LUNAR) or near.followed_by(_AS_LUNAR):
        return _blank(text, mention, "ngày dương lịch", f"ngày theo âm lịch, sang {years.new} rơi vào ngày dương lịch khác")
    moved_to = mention.day_in(mention.year + years.step)
    if moved_to is None:
        return _blank(text, mention, "ngày", f"năm {mention.year + years.step} không có ngày 29/02; chọn ngày khác")
    treatment = written(text, mention, verdict, years)
    if near.followed_by(_LUNAR) or _counts_years(near, years):
        return treatment
    if movable := why_movable(mention, near, plan.subject):
        return replace(treatment, why=f"{treatment.why}; {movable}, xem lại ngày", sure=False)
    return _with_remark(treatment, moved_to, near)


def of_day_without_year(mention: Mention, near: Around, plan: Plan) -> Treatment:
    """Return the treatment of a day such as "15/12": it stays, with a remark where offices are closed on it next year."""
    years = plan.years
    if near.followed_by(_LUNAR):
        return _left(mention, "ngày âm lịch, không ghi năm")
    if near.led_by(_OF_LUNAR) or near.followed_by(_AS_LUNAR):
        return _left(mention, f"ngày theo âm lịch; tra ngày dương lịch năm {years.new}", sure=False)
    day = day_meant(mention, near, years)
    if day is None and mention.day_in(2000) is None:
        return _left(mention, "lịch không có ngày này; xem lại ngày và tháng", sure=False)
    if day is None and (mention.day, mention.month) == (29, 2) and _year_meant(near, years) == years.new:
        return _left(mention, f"năm {years.new} không có ngày 29/02; chọn ngày khác", sure=False)
    if is_of_single_event(mention, near):
        return _left(mention, "sự kiện không diễn ra hằng năm; xem lại ngày", sure=False)
    if movable := why_movable(replace(mention, year=years.old), near, ""):
        return _left(mention, f"{movable}; xem lại ngày", sure=False)
    plain = _left(mention, "ngày không ghi năm")
    return _with_remark(plain, day, near) if day else plain


def day_meant(mention: Mention, near: Around, years: Years) -> date | None:
    """Return the day of the new year that a mention will say; None where it belongs to another year."""
    if mention.kind is Kind.NGAY_THANG:
        return mention.day_in(years.new) if _year_meant(near, years) == years.new else None
    return mention.day_in(mention.year + years.step)


def _counts_years(near: Around, years: Years) -> bool:
    """Return whether the date is the second of an anniversary: "(08/8/1967 - 08/8/2023)"."""
    base = _FROM_A_YEAR.search(near.lead)
    return base is not None and int(base[1]) < years.old - 1


def _year_meant(near: Around, years: Years) -> int:
    said = _YEAR_OF_THE_SPAN.match(near.trail)
    return years.new if said is None or int(said[1]) == years.old else int(said[1])


def _with_remark(treatment: Treatment, day: date, near: Around) -> Treatment:
    opens_year = (day.day, day.month) == (1, 1)
    deadline = near.led_by(cues.DEADLINE) and not ends_span(near) and not opens_year
    remark = closed_on(day, deadline=deadline)
    if remark is None:
        return treatment
    return replace(treatment, why=f"{treatment.why}; {remark}", sure=treatment.sure and not deadline)


def _left(mention: Mention, why: str, *, sure: bool = True) -> Treatment:
    return Treatment(mention.start, mention.end, None, why, sure)


def _blank(text: str, mention: Mention, what: str, why: str) -> Treatment:
    start = mention.opens + len(TO_A_DAY.match(text, mention.opens, mention.closes).group())  # type: ignore[union-attr]
    return Treatment(start, mention.closes, blank(what), why, sure=False)
