"""The days of the week that stand beside dates: "thứ Sáu, ngày 15/12/2023", "(từ thứ Bảy đến thứ Ba)"."""

import itertools
import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from docgen.rollover.changes import Treatment, Years
from docgen.rollover.nam.days import TO_A_DAY, day_meant
from docgen.rollover.nam.lich import weekday
from docgen.rollover.nam.mention import Kind, Mention, around
from docgen.text.wording import sentence_start

_NAME: Final = r"(?:(?i:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)|CN|T\.?[2-7])"
_WEEKDAY: Final = re.compile(rf"(?<!\w){_NAME}(?!\w)")
_FROM_TO: Final = re.compile(rf"[\s,(]*(?:từ\s+)?(?P<first>{_NAME})\s*(?:đến|tới|-|–)\s*(?:hết\s+)?(?P<last>{_NAME})(?!\w)")
_LINK: Final = re.compile(r"\s*(?:đến|tới|-|–|—)\s*(?:hết\s+)?(?:ngày\s+)?", re.IGNORECASE)
_OPENS: Final = re.compile(r"(?:^|[.!?]\s|\n)\W*$")
_SHORT: Final = re.compile(r"T\.?[2-7]")
_NUMBERS: Final = {"Hai": "2", "Ba": "3", "Tư": "4", "Năm": "5", "Sáu": "6", "Bảy": "7"}


def of_weekdays(text: str, mentions: Sequence[Mention], moved: Sequence[Mention], years: Years) -> Iterator[Treatment]:
    """Yield the days of the week that stand beside dates of the new year."""
    for span, mention in (*_beside_spans(text, mentions), *_beside_days(text, mentions)):
        if mention.kind is Kind.NGAY and mention not in moved:
            continue
        day = day_meant(mention, around(text, mention), years)
        if day is not None:
            old = text[slice(*span)]
            new = _in_the_style_of(old, day, opens=_OPENS.search(text, 0, span[0]) is not None)
            why = f"{day.day:02d}/{day.month:02d}/{day.year} là {weekday(day)}; chọn giữ ngày hay giữ thứ"
            yield Treatment(*span, None if new == old else new, why, sure=False)


def _beside_days(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[tuple[int, int], Mention]]:
    for match in _WEEKDAY.finditer(text):
        beside = next((one for one in mentions if _is_beside(text, match, one)), None)
        if beside is not None:
            yield match.span(), beside


def _beside_spans(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[tuple[int, int], Mention]]:
    """Yield the two days of the week behind the two dates of a span."""
    for first, last in itertools.pairwise(mentions):
        match = _FROM_TO.match(text, last.closes)
        if match and _is_day(first) and _is_day(last) and _LINK.fullmatch(text, first.closes, last.opens):
            yield match.span("first"), first
            yield match.span("last"), last


def _is_day(mention: Mention) -> bool:
    return mention.kind in (Kind.NGAY, Kind.NGAY_THANG)


def _is_beside(text: str, match: re.Match[str], mention: Mention) -> bool:
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
