"""The days of the spans of one expression: what one leaves out, such as its year or its month, its neighbour says."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from docgen.text.thoigian.calendar import Kind, Moc, NotInCalendar
from docgen.text.thoigian.spans import Span
from docgen.text.thoigian.values import Dot


def periods(spans: Sequence[Span], year: int) -> Iterator[Dot]:
    """Yield the days of `spans`, which stand in one expression of a plan of `year`; what one leaves out its neighbour says.

    Raises `NotInCalendar` where there is no such time.
    """
    for span in _with_what_neighbours_say(_with_bounds(spans), year):
        if span.months:
            yield from (_period(_in_month(span, month, year), year) for month in span.months)
        else:
            yield _period(span, year)


def _in_month(span: Span, month: int, year: int) -> Span:
    first = span.first.in_year(year)
    if first.kind is not Kind.NGAY:
        return replace(span, first=replace(first, number=month))
    _, last = Moc(Kind.THANG, month, year=first.year).days()
    last_day = Moc(Kind.NGAY, min(first.number, last.day), month, first.year)
    if span.bound in ("trước", "đến"):
        return Span("khoảng", Moc(Kind.NGAY, 1, month, first.year), _day_before(last_day) if span.bound == "trước" else last_day)
    return replace(span, first=last_day)


def _day_before(day: Moc) -> Moc:
    return replace(day, number=max(1, day.number - 1))


def _period(span: Span, year: int) -> Dot:
    for point in (span.first, span.last):
        if point is not None and point.kind is Kind.NGAY and point.month is None:
            raise NotInCalendar(f"chưa rõ ngày {point.number} của tháng nào; ghi rõ, ví dụ {point.number}/6")
    first, last = span.first.days()
    whole = date(min(year, first.year), 1, 1)
    match span.bound:
        case "khoảng" if span.last is not None:
            _, end = span.last.days()
            if end < first:
                raise NotInCalendar("ngày cuối đứng trước ngày đầu; nếu sang năm khác thì ghi rõ năm")
            return Dot(first, None if span.endless else end)
        case "trước":
            end = first - timedelta(days=1)
            return Dot(min(whole, date(end.year, 1, 1)), end)
        case "đến":
            return Dot(whole, last)
        case "từ":
            return Dot(first, None if span.endless else date(max(year, first.year), 12, 31))
        case "sau":
            return Dot(last + timedelta(days=1), date((last + timedelta(days=1)).year, 12, 31))
        case _:
            return Dot(first, None if span.endless else last)


def _with_bounds(spans: Sequence[Span]) -> list[Span]:
    """Return the spans, the second day of "Trước ngày 30/6 và 15/12" bounded as the first is."""
    known: list[Span] = []
    for span in spans:
        before = known[-1] if known else span
        goes_on = span.bound == "trong" and before.bound in ("trước", "đến") and span.first.kind is before.first.kind
        known.append(replace(span, bound=before.bound) if goes_on else span)
    return known


def _with_what_neighbours_say(spans: Sequence[Span], year: int) -> list[Span]:
    points = [point for span in spans for point in ((span.first, span.last) if span.last else (span.first,))]
    points = _with_years(_with_kinds(points), year)
    waiting = iter(points)
    return [replace(span, first=next(waiting), last=next(waiting) if span.last else None) for span in spans]


def _with_kinds(points: Sequence[Moc]) -> list[Moc]:
    """Return the points with the kind or the month that "Quý I, III" and "15 - 20/8" say once."""
    known = list(points)
    for index in range(len(known) - 2, -1, -1):
        here, behind = known[index], known[index + 1]
        counts_days = here.kind is Kind.SO and not any(one.kind in (Kind.THANG, Kind.QUY) for one in known[:index])
        if (counts_days or (here.kind is Kind.NGAY and here.month is None)) and behind.kind is Kind.NGAY:
            known[index] = replace(here, kind=Kind.NGAY, month=behind.month)
    for index, here in enumerate(known):
        if here.kind is Kind.SO:
            before = known[index - 1] if index else here
            if before.kind not in (Kind.THANG, Kind.QUY):
                raise NotInCalendar(f"chưa rõ “{here.number}” là ngày, tháng hay quý; ghi rõ, ví dụ Tháng {here.number}")
            known[index] = replace(here, kind=before.kind)
    return known


def _with_years(points: Sequence[Moc], year: int) -> list[Moc]:
    """Return the points with the year of the next one that has one, as in "Quý I, III/2024", unless that turns them round."""
    dated: list[Moc] = []
    behind: Moc | None = None
    for point in reversed(points):
        if point.kind is Kind.NGAY and point.month is None and point.year is None:
            dated.append(point)
            continue
        own = point.in_year(year)
        if point.year is None and behind is not None and point.kind is not Kind.NAM:
            own = point.in_year(behind.year or year)
            if _opens(own) > _opens(behind):
                own = point.in_year(year)
        dated.append(own)
        if _opens(own) or behind is None:
            behind = own
    return dated[::-1]


def _opens(point: Moc) -> tuple[int, int, int]:
    month = {Kind.NGAY: point.month or 0, Kind.THANG: point.number, Kind.QUY: 3 * point.number - 2}.get(point.kind, 0)
    return point.year or 0, month, point.number if point.kind is Kind.NGAY else 0
