"""Dates: their year, days on which offices are closed, days of the week, and days that go by the moon or the holidays."""

import itertools
import re
from collections.abc import Container, Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from docgen.rollover.changes import Treatment, Years
from docgen.rollover.nam.events import is_of_single_event
from docgen.rollover.nam.mention import Around, PlanYears, YearForm, YearMention, YearVerdict, around, cues, first_at, written
from docgen.text.patterns import lazy_re
from docgen.text.wording import blank, sentence_start, short_date

_WEEKDAYS: Final = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_HOLIDAYS: Final = ((1, 1), (30, 4), (1, 5), (2, 9))  # those of the solar calendar alone


def weekday(day: date) -> str:
    """Return the day of the week: "thứ Sáu", "Chủ nhật"."""
    return _WEEKDAYS[day.weekday()]


def is_holiday(day: date) -> bool:
    """Return whether `day` is a national holiday of the solar calendar."""
    return (day.day, day.month) in _HOLIDAYS


def day_off(day: date) -> str | None:
    """Return why offices are closed on `day`; None where they work."""
    if is_holiday(day):
        return "ngày nghỉ lễ"
    return weekday(day) if day.weekday() >= 5 else None


def working_day_before(day: date) -> date:
    """Return the nearest day before `day` on which offices work."""
    before = day - timedelta(days=1)
    while day_off(before):
        before -= timedelta(days=1)
    return before


def closed_on(day: date, *, deadline: bool) -> str | None:
    """Return the remark that offices are closed on `day`, and of a deadline the working day before; a holiday asks no event."""
    closed = day_off(day)
    if closed is None or (is_holiday(day) and not deadline):
        return None
    said = f"{short_date(day)} là {closed}"
    return f"{said}, ngày làm việc liền trước là {short_date(working_day_before(day))}" if deadline else said


_DAY: Final = r"(?P<day>\d\d?)(?:[/.-](?P<month>\d\d?))?(?:[/.-]\d{2,4})?"
_TO: Final = r"\s*(?:đến|tới|[-–—])\s*(?:hết\s+)?(?:\d\d?\s*(?:giờ|h|g)\s*(?:\d\d)?,?\s*)?(?:ngày\s+)?"
_BEGUN: Final = lazy_re(rf"(?<![\d/.]){_DAY}{_TO}$", re.IGNORECASE)
_ENDS: Final = lazy_re(rf"{_TO}(?P<day>\d\d?)[/.-](?P<month>\d\d?)", re.IGNORECASE)
_FEASTS: Final = {  # the months of the solar calendar in which each falls
    "TET": (1, 2, 3), "HUNG_KINGS": (3, 4, 5), "KHMER_NEW_YEAR": (4,), "BUDDHAS_BIRTHDAY": (4, 5, 6), "MID_AUTUMN": (8, 9, 10),
    "SENE_DOLTA": (9, 10, 11), "OK_OM_BOK": (10, 11, 12),
}  # fmt: skip
_LONGEST_HOLIDAY: Final = timedelta(days=9)


def why_movable(mention: YearMention, near: Around, subject: str) -> str | None:
    """Return why a person has to choose the date anew, or None where it moves with the year."""
    feast = _is_near_feast(mention, near.sentence) or (not near.led_by(cues.DEADLINE) and _is_near_feast(mention, subject))
    if feast or cues.LUNAR_DAY.search(near.sentence):
        return "đi theo ngày âm lịch hoặc ngày Tết, mỗi năm một khác"
    if _covers_holiday(mention, near):
        return "lịch nghỉ lễ mỗi năm một khác"
    if cues.TIDE.search(near.sentence) and not near.led_by(cues.DEADLINE):
        return "lịch thời vụ, con nước mỗi năm một khác"
    if cues.NTH_WEEKDAY.search(near.sentence) or near.led_by(cues.DAYS_OF_THE_WEEK):
        return "ngày tính theo thứ trong tháng"
    if near.led_by(cues.CAMPAIGN):
        return "đợt cao điểm của riêng một năm"
    return None


def _is_near_feast(mention: YearMention, words: str) -> bool:
    return any(mention.month in months and getattr(cues, feast).search(words) for feast, months in _FEASTS.items())


def _covers_holiday(mention: YearMention, near: Around) -> bool:
    """Return whether a short span of days, of which the mention is the first or the last, has a holiday in it."""
    begun, ends = _BEGUN.search(near.lead), _ENDS.match(near.trail)
    here = mention.day_in(mention.year)
    other = begun or ends
    if here is None or other is None:
        return False
    there = mention._replace(day=int(other["day"]), month=int(other["month"] or mention.month)).day_in(mention.year)
    if there is None:
        return False
    first, last = (there, here) if begun else (here, there)
    if not timedelta(0) < last - first <= _LONGEST_HOLIDAY or (is_holiday(first) and is_holiday(last)):
        return False
    return any(is_holiday(first + timedelta(days=count)) for count in range((last - first).days + 1))


_FROM_A_YEAR: Final = lazy_re(r"(\d{4})\s*[-–—]\s*$")
_YEAR_OF_THE_SPAN: Final = lazy_re(r"\s*(?:đến|tới|và|-|–|—|,)[^;.()]{0,20}?\d{1,2}[/.-]\d{1,2}[/.-](\d{4})")
TO_A_DAY: Final = lazy_re(r"[\s,(]*(?:ngày\s*)?", re.IGNORECASE)


def of_day(text: str, mention: YearMention, verdict: YearVerdict, near: Around, plan: PlanYears) -> Treatment:
    """Return the treatment of a date with its year, on which `verdict` says what its year alone would become."""
    years = plan.years
    if not verdict.moves:
        return written(text, mention, verdict, years)
    if mention.day_in(mention.year) is None:
        return _left(mention, "lịch không có ngày này; xem lại ngày và tháng", sure=False)
    if near.led_by(cues.OF_LUNAR) or near.followed_by(cues.AS_LUNAR):
        return _blank(text, mention, "ngày dương lịch", f"ngày theo âm lịch, sang {years.new} rơi vào ngày dương lịch khác")
    moved_to = mention.day_in(mention.year + years.step)
    if moved_to is None:
        return _blank(text, mention, "ngày", f"năm {mention.year + years.step} không có ngày 29/02; chọn ngày khác")
    treatment = written(text, mention, verdict, years)
    if near.followed_by(cues.IS_LUNAR) or _counts_years(near, years):
        return treatment
    if movable := why_movable(mention, near, f"{plan.subject}\n{plan.beside}"):
        return treatment._replace(why=f"{treatment.why}; {movable}, xem lại ngày", sure=False)
    return _with_remark(treatment, moved_to, near)


def of_day_without_year(mention: YearMention, near: Around, plan: PlanYears) -> Treatment:
    """Return the treatment of a day such as "15/12": it stays, with a remark where offices are closed on it next year."""
    years = plan.years
    if near.followed_by(cues.IS_LUNAR):
        return _left(mention, "ngày âm lịch, không ghi năm")
    if near.led_by(cues.OF_LUNAR) or near.followed_by(cues.AS_LUNAR):
        return _left(mention, f"ngày theo âm lịch; tra ngày dương lịch năm {years.new}", sure=False)
    day = day_meant(mention, near, years)
    if day is None and mention.day_in(2000) is None:
        return _left(mention, "lịch không có ngày này; xem lại ngày và tháng", sure=False)
    if day is None and (mention.day, mention.month) == (29, 2) and _year_meant(near, years) == years.new:
        return _left(mention, f"năm {years.new} không có ngày 29/02; chọn ngày khác", sure=False)
    if is_of_single_event(mention, near) or cues.DAY_OF_ONCE.search(plan.beside):
        return _left(mention, "sự kiện không diễn ra hằng năm; xem lại ngày", sure=False)
    if movable := why_movable(mention._replace(year=years.old), near, plan.beside):
        return _left(mention, f"{movable}; xem lại ngày", sure=False)
    plain = _left(mention, "ngày không ghi năm")
    return _with_remark(plain, day, near) if day else plain


def day_meant(mention: YearMention, near: Around, years: Years) -> date | None:
    """Return the day of the new year that a mention will say; None where it belongs to another year."""
    if mention.kind is YearForm.NGAY_THANG:
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
    opens_year, ends_span = (day.day, day.month) == (1, 1), near.led_by(_BEGUN)
    deadline = near.led_by(cues.DEADLINE) and not ends_span and not opens_year
    remark = closed_on(day, deadline=deadline)
    if remark is None:
        return treatment
    return treatment._replace(why=f"{treatment.why}; {remark}", sure=treatment.sure and not deadline)


def _left(mention: YearMention, why: str, *, sure: bool = True) -> Treatment:
    return Treatment(mention.start, mention.end, None, why, sure)


def _blank(text: str, mention: YearMention, what: str, why: str) -> Treatment:
    start = mention.opens + len(TO_A_DAY.match(text, mention.opens, mention.closes).group())  # type: ignore[union-attr]
    return Treatment(start, mention.closes, blank(what), why, sure=False)


_NAME: Final = r"(?:(?i:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)|CN|T\.?[2-7])"
_WEEKDAY: Final = lazy_re(rf"(?<!\w)(?<!lần\s)(?<!kỳ\s){_NAME}(?!\w)")
_FROM_TO: Final = lazy_re(rf"[\s,(]*(?:từ\s+)?(?P<first>{_NAME})\s*(?:đến|tới|-|–)\s*(?:hết\s+)?(?P<last>{_NAME})(?!\w)")
_LINK: Final = lazy_re(r"\s*(?:đến|tới|-|–|—)\s*(?:hết\s+)?(?:ngày\s+)?", re.IGNORECASE)
_NEAR: Final = 40  # letters before the name of a day
_OPENS: Final = lazy_re(r"(?:^|[.!?]\s|\n)\W*$")
_SHORT: Final = lazy_re(r"T\.?[2-7]")
_NUMBERS: Final = {"Hai": "2", "Ba": "3", "Tư": "4", "Năm": "5", "Sáu": "6", "Bảy": "7"}


def of_weekdays(text: str, mentions: Sequence[YearMention], moved: Container[YearMention], years: Years) -> Iterator[Treatment]:
    """Yield the days of the week that stand beside dates of the new year."""
    for span, mention in (*_beside_spans(text, mentions), *_beside_days(text, mentions)):
        if mention.kind is YearForm.NGAY and mention not in moved:
            continue
        day = day_meant(mention, around(text, mention), years)
        if day is not None:
            old = text[slice(*span)]
            new = _in_the_style_of(old, day, opens=_OPENS.search(text, max(0, span[0] - _NEAR), span[0]) is not None)
            why = f"{day.day:02d}/{day.month:02d}/{day.year} là {weekday(day)}; chọn giữ ngày hay giữ thứ"
            yield Treatment(*span, None if new == old else new, why, sure=False)


def _beside_days(text: str, mentions: Sequence[YearMention]) -> Iterator[tuple[tuple[int, int], YearMention]]:
    for match in _WEEKDAY.finditer(text):
        near = first_at(mentions, match.start())
        beside = next((one for one in mentions[max(0, near - 1) : near + 2] if _is_beside(text, match, one)), None)
        if beside is not None:
            yield match.span(), beside


def _beside_spans(text: str, mentions: Sequence[YearMention]) -> Iterator[tuple[tuple[int, int], YearMention]]:
    """Yield the two days of the week behind the two dates of a span."""
    for first, last in itertools.pairwise(mentions):
        match = _FROM_TO.match(text, last.closes)
        if match and _is_day(first) and _is_day(last) and _LINK.fullmatch(text, first.closes, last.opens):
            yield match.span("first"), first
            yield match.span("last"), last


def _is_day(mention: YearMention) -> bool:
    return mention.kind in (YearForm.NGAY, YearForm.NGAY_THANG)


def _is_beside(text: str, match: re.Match[str], mention: YearMention) -> bool:
    if not _is_day(mention):
        return False
    before = match.end() <= mention.opens and TO_A_DAY.fullmatch(text, match.end(), mention.opens)
    behind = mention.closes < match.start() and TO_A_DAY.fullmatch(text, mention.closes, match.start())
    return bool(before or behind)


def _in_the_style_of(old: str, day: date, *, opens: bool) -> str:
    """Return the day of the week with the capitals and the figures of `old`; `opens` tells that a sentence begins with it."""
    name = weekday(day)
    if old == "CN" or _SHORT.fullmatch(old):
        return "CN" if day.weekday() == 6 else f"{'T' if old == 'CN' else old[:-1]}{_NUMBERS[name.split()[1]]}"
    if old[-1].isdigit() and day.weekday() < 6:
        name = f"thứ {_NUMBERS[name.split()[1]]}"
    if old.isupper():
        return name.upper()
    if old.split()[1].islower() and old.split(maxsplit=1)[0] != "Chủ":
        name = name.lower()
    capital = opens if old.startswith("Chủ") else old[0].isupper()
    return sentence_start(name) if capital else name
