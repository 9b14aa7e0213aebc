"""Anniversaries: "kỷ niệm 56 năm", "1013 năm Thăng Long - Hà Nội (1010 - 2023)"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from docgen.rollover.changes import Treatment, Years
from docgen.rollover.nam.mention import Kind, Mention
from docgen.rollover.nam.patterns import DASH, YEAR

_OF_A_DAY: Final = (
    r"(?:ngày|thành\s+lập|tái\s+lập|giải\s+phóng|truyền\s+thống|chiến\s+thắng|quan\s+hệ|thiết\s+lập|năm\s+sinh|quốc\s+khánh"
    r"|cách\s+mạng)"
)
_COUNT: Final = re.compile(
    r"(?:(?:kỷ|kỉ)\s+niệm|(?:chào\s+)?mừng)\s+(?:lần\s+thứ\s+)?(?P<a>\d{1,3})(?:\s+năm)?(?!\w|[/.]\d)(?!\s*[-–])"
    rf"|(?<![\d/.,])(?P<b>\d{{1,3}})\s+năm\s+(?={_OF_A_DAY})"
    r"|(?<=[mệừn,]\s)(?P<d>\d{3,4})\s+năm\s+(?=(?-i:[A-ZĐ]))"
    rf"|lần\s+thứ\s+(?P<c>\d{{1,3}})\s+(?:năm\s+)?(?={_OF_A_DAY})",
    re.IGNORECASE,
)
_PROVEN: Final = re.compile(
    rf"(?<![\d/.,])(?P<n>\d{{1,4}})\s+năm\s+(?:(?!\d+\s+năm\s)[^;.()]){{1,100}}?\((?:năm\s+)?(?P<dated>(?:ngày\s+)?\d\d?/\d\d?/)?"
    rf"(?P<base>\d{{1,4}})\s*{DASH}\s*(?(dated)(?:ngày\s+)?\d\d?/\d\d?/)(?P<now>{YEAR})\)",
    re.IGNORECASE,
)
_IS_COUNT: Final = re.compile(r"\s+năm\s")
_SUMMED_UP: Final = re.compile(r"(?:sơ\s+kết|tổng\s+kết|đánh\s+giá|nhìn\s+lại|trong)\s*$", re.IGNORECASE)
_OUTLOOK: Final = re.compile(r"(?:sơ\s+kết|tổng\s+kết)\s+(?P<n>\d{1,2})\s+năm(?!\w)(?!\s+(?:19|20)\d\d)", re.IGNORECASE)


def _proven(text: str, years: Years) -> Iterator[Treatment]:
    """Yield the counts of years that the two years behind them bear out, with those years."""
    for match in _PROVEN.finditer(text):
        base = int(match["base"])
        if _SUMMED_UP.search(text, 0, match.start()):
            continue
        if int(match["now"]) == years.old == base + int(match["n"]):
            yield _told(match.span("n"), int(match["n"]), base, years)
            if match["dated"]:
                continue
            yield Treatment(
                match.start("base"),
                match.end("now"),
                f"{text[match.start('base') : match.start('now')]}{years.new}",
                f"tính từ mốc {base} đến năm của kế hoạch",
            )


def of_anniversaries(text: str, mentions: Sequence[Mention], years: Years) -> Iterator[Treatment]:
    """Yield the counts of anniversaries, one up for each year, and what sums up a number of years."""
    yield from _proven(text, years)
    for match in _COUNT.finditer(text):
        group = next(name for name in ("a", "b", "c", "d") if match[name])
        yield _counted(text, match.span(group), mentions, years)
    for match in _OUTLOOK.finditer(text):
        why = f"tổng kết {match['n']} năm là việc của riêng năm {years.old}; xem có làm lại không"
        yield Treatment(*match.span("n"), None, why, sure=False)


def _counted(text: str, span: tuple[int, int], mentions: Sequence[Mention], years: Years) -> Treatment:
    count = int(text[slice(*span)])
    base = _base(text, span[1], mentions, years)
    if base is None:
        words = f"{count + years.step:0{span[1] - span[0]}d}"
        return Treatment(*span, words, f"số năm kỷ niệm, thêm {years.step}; xem lại vì không ghi mốc đầu", sure=False)
    if count != years.old - base:
        why = f"từ {base} đến {years.old} là {years.old - base} năm, không phải {count}; xem lại"
        return Treatment(*span, None, why, sure=False)
    return _told(span, count, base, years)


def _told(span: tuple[int, int], count: int, base: int, years: Years) -> Treatment:
    new = count + years.step
    words = f"{new:0{span[1] - span[0]}d}"
    why = f"từ {base} đến {years.new} là {new} năm"
    if count % 5 == 0 or new % 5 == 0:
        return Treatment(*span, words, f"{why}; có năm tròn nên xem lại quy mô và lời văn", sure=False)
    return Treatment(*span, words, why)


def _base(text: str, behind: int, mentions: Sequence[Mention], years: Years) -> int | None:
    """Return the year from which an anniversary counts: the first one behind it, before the next anniversary."""
    following = _COUNT.search(text, behind)
    end = min(following.start() if following else len(text), text.find(";", behind) % (len(text) + 1))
    plain = (Kind.NGAY, Kind.KHOANG, Kind.TRO, Kind.NAM)
    return next(
        (
            one.year
            for one in mentions
            if behind <= one.start < end and one.kind in plain and one.year < years.old and not _IS_COUNT.match(text, one.closes)
        ),
        None,
    )
