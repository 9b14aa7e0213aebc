"""Dates: besides their year, the days on which offices are closed, 29 February, lunar days, and the day of the week."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from docgen.marker import blank
from docgen.rollover.nam import cues
from docgen.rollover.nam.lich import closed_on, weekday
from docgen.rollover.nam.mention import Around, Kind, Mention, Verdict, around
from docgen.rollover.nam.writing import written
from docgen.rollover.values import Treatment, Years
from docgen.wording import sentence_start

_LUNAR: Final = re.compile(r"\s*\(?\s*(?:âm\s+lịch|ÂL\b|(?:năm\s+)?[A-ZĐ]\w+\s+[A-ZĐ]\w+\s*\(?âm)", re.IGNORECASE)
_AS_LUNAR: Final = re.compile(r"\s*[(,–-]?\s*(?:tức|nhằm|rằm|mùng|mồng|\d{1,2}[/.-]\d{1,2}\s*(?:âm|ÂL))(?!\w)", re.IGNORECASE)
_OF_LUNAR: Final = re.compile(r"(?:tức|nhằm)(?:\s+là)?(?:\s+vào)?\s*$|âm\s+lịch\s*[(,–-]+\s*$", re.IGNORECASE)
_FROM_A_DAY: Final = re.compile(r"\d{4}\s*[-–—]\s*$")
_YEAR_OF_THE_SPAN: Final = re.compile(r"\s*(?:đến|tới|và|-|–|—|,)[^;.()]{0,20}?\d{1,2}[/.-]\d{1,2}[/.-](\d{4})")
_WEEKDAY: Final = re.compile(r"(?<!\w)(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)(?!\w)", re.IGNORECASE)
_TO_A_DAY: Final = re.compile(r"[\s,(]*(?:ngày\s*)?", re.IGNORECASE)
_NUMBERS: Final = {"Hai": "2", "Ba": "3", "Tư": "4", "Năm": "5", "Sáu": "6", "Bảy": "7"}


def of_day(text: str, mention: Mention, verdict: Verdict, near: Around, years: Years) -> Treatment:
    """Return the treatment of a date with its year, on which `verdict` says what its year alone would become."""
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
    if near.followed_by(_LUNAR) or _FROM_A_DAY.search(near.lead):
        return treatment
    if cues.LUNAR_FEAST.search(near.lead):
        return replace(treatment, why=f"{treatment.why}; ngày lễ theo lịch âm đổi theo năm, xem lại ngày", sure=False)
    return _with_remark(treatment, moved_to, near)


def of_day_without_year(mention: Mention, near: Around, years: Years) -> Treatment:
    """Return the treatment of a day such as "15/12": it stays, with a remark where offices are closed on it next year."""
    if near.followed_by(_LUNAR):
        return _left(mention, "ngày âm lịch, không ghi năm")
    if near.led_by(_OF_LUNAR) or near.followed_by(_AS_LUNAR):
        return _left(mention, f"ngày theo âm lịch; tra ngày dương lịch năm {years.new}", sure=False)
    day = day_meant(mention, near, years)
    if day is None and mention.day_in(2000) is None:
        return _left(mention, "lịch không có ngày này; xem lại ngày và tháng", sure=False)
    if day is None and (mention.day, mention.month) == (29, 2) and _year_meant(near, years) == years.new:
        return _left(mention, f"năm {years.new} không có ngày 29/02; chọn ngày khác", sure=False)
    plain = _left(mention, "ngày không ghi năm")
    return _with_remark(plain, day, near) if day else plain


def day_meant(mention: Mention, near: Around, years: Years) -> date | None:
    """Return the day of the new year that a mention will say; None where it belongs to another year."""
    if mention.kind is Kind.NGAY_THANG:
        return mention.day_in(years.new) if _year_meant(near, years) == years.new else None
    return mention.day_in(mention.year + years.step)


def of_weekdays(text: str, mentions: Sequence[Mention], moved: Sequence[Mention], years: Years) -> Iterator[Treatment]:
    """Yield the days of the week that stand beside dates of the new year: "thứ Sáu, ngày 15/12/2023"."""
    for match in _WEEKDAY.finditer(text):
        beside = next((one for one in mentions if _beside(text, match, one)), None)
        if beside is None or (beside.kind is Kind.NGAY and beside not in moved):
            continue
        day = day_meant(beside, around(text, beside), years)
        if day is not None:
            new = _in_the_style_of(match.group(), day)
            why = f"{day.day:02d}/{day.month:02d}/{day.year} là {weekday(day)}; chọn giữ ngày hay giữ thứ"
            yield Treatment(*match.span(), None if new == match.group() else new, why, sure=False)


def _year_meant(near: Around, years: Years) -> int:
    said = _YEAR_OF_THE_SPAN.match(near.trail)
    return years.new if said is None or int(said[1]) == years.old else int(said[1])


def _with_remark(treatment: Treatment, day: date, near: Around) -> Treatment:
    deadline = near.led_by(cues.DEADLINE)
    remark = closed_on(day, deadline=deadline)
    if remark is None:
        return treatment
    return replace(treatment, why=f"{treatment.why}; {remark}", sure=treatment.sure and not deadline)


def _left(mention: Mention, why: str, *, sure: bool = True) -> Treatment:
    return Treatment(mention.start, mention.end, None, why, sure)


def _blank(text: str, mention: Mention, what: str, why: str) -> Treatment:
    start = mention.opens + len(_TO_A_DAY.match(text, mention.opens, mention.closes).group())  # type: ignore[union-attr]
    return Treatment(start, mention.closes, blank(what), why, sure=False)


def _beside(text: str, match: re.Match[str], mention: Mention) -> bool:
    if mention.kind not in (Kind.NGAY, Kind.NGAY_THANG):
        return False
    before = match.end() <= mention.opens and _TO_A_DAY.fullmatch(text, match.end(), mention.opens)
    behind = mention.closes < match.start() and _TO_A_DAY.fullmatch(text, mention.closes, match.start())
    return bool(before or behind)


def _in_the_style_of(old: str, day: date) -> str:
    """Return the day of the week with the capitals and the figures of `old`."""
    name = weekday(day)
    if old[-1].isdigit() and day.weekday() < 6:
        name = f"thứ {_NUMBERS[name.split()[1]]}"
    if old.isupper():
        return name.upper()
    if old.split()[1].islower() and old.split(maxsplit=1)[0] != "Chủ" and old[-1].isalpha():
        name = name.lower()
    return sentence_start(name) if old[0].isupper() else name
