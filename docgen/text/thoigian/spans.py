"""Reads how points bound a time ("trước …", "từ … đến …", "hằng tháng"), and which days that makes."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple, TypeAlias

from docgen.text.thoigian.calendar import Dot, Length, Moc, NotInCalendar
from docgen.text.thoigian.phrases import at_hour
from docgen.text.thoigian.points import EVERY, Points, Token

_UNTIL: Final = (("chậm", "nhất"), ("muộn", "nhất"), ("không", "quá"), ("không", "muộn"), ("hạn", "cuối"), ("hạn", "chót"))
_UNTIL_ONE: Final = ("đến", "tới", "hết", "hạn")
_SMALL: Final = ("là", "vào", "ngay", "hết", "trong", "đến", "khoảng", ":")
_EACH_QUARTER: Final = ("quý", "hằng quý", "hàng quý", "mỗi quý")
_THIRDS: Final = {"đầu": 0, "giữa": 1, "cuối": 2}


class TimeSpan(NamedTuple):
    """A time between points: how `first` bounds it, the point up to which it goes, and the months in which it comes again."""

    bound: str
    first: Moc
    last: Moc | None = None
    months: tuple[int, ...] = ()
    recurs: bool = False
    endless: bool = False


Read: TypeAlias = tuple[TimeSpan, int] | None


class TimeSpans:
    """The tokens of one expression, read for spans."""

    def __init__(self, tokens: Sequence[Token], year: int) -> None:
        self._tokens = tokens
        self._points = Points(tokens, year)
        self.word = self._points.word
        self.counts_weeks = self._points.counts_weeks

    def span(self, at: int) -> Read:
        """Return the span that opens at `at`, and the token behind it."""
        if at < len(self._tokens) and self._tokens[at].kind in ("lap", "hang"):
            return TimeSpan("trong", Moc(Length.NAM, 0), recurs=True), at + 1
        school = self._school_year(at) or self._summer(at)
        return school or self._bounded(at)

    def _bounded(self, at: int) -> Read:
        bound, start = self._bound(at)
        if bound == "từ" and self.word(start, "nay"):
            until, start = self._bound(start + 1)
            bound = until if until in ("đến", "trước") else "trong"
        if self._is(start, "lap", "hang") and self._is(start - 1, "gio"):
            return self.span(start)
        read = self._points.point(start)
        if read is None:
            return None
        first, behind = read
        if bound in ("trong", "từ"):
            last, behind = self._up_to(behind)
            if last is not None:
                return self._recurring(TimeSpan("khoảng", first, last), behind)
        opened = behind + self.word(behind, "(", ",")
        hour = opened + self.word(opened, "lúc", "vào")
        if first.kind is Length.NGAY and self._is(hour, "gio"):  # "trước ngày 10/4 (17 giờ)"
            bound, behind = at_hour(bound, self._tokens[hour].text), hour + 1 + self.word(hour + 1, ")")
        return self._recurring(TimeSpan(bound, first), behind)

    def _bound(self, at: int) -> tuple[str, int]:
        bound, start = self._bound_alone(at)
        behind = self._behind_small(start) if bound in ("trước", "sau", "đến") or self._is(start, "gio") else start
        hour = next((index for index in range(start, behind) if self._is(index, "gio")), None)
        return bound if hour is None else at_hour(bound, self._tokens[hour].text), behind

    def _is(self, at: int, *kinds: str) -> bool:
        return at < len(self._tokens) and self._tokens[at].kind in kinds

    def _bound_alone(self, at: int) -> tuple[str, int]:
        if self.word(at, "trước", "sau"):
            return self._tokens[at].text, at + 1
        if any(self.word(at, one) and self.word(at + 1, other) for one, other in _UNTIL):
            return "đến", at + 2 + self.word(at + 2, "hơn")
        if self.word(at, *_UNTIL_ONE):
            return "đến", at + 1
        if self.word(at, "kể", "bắt") and self.word(at + 2 - self.word(at, "kể"), "từ"):
            return "từ", at + (2 if self.word(at, "kể") else 3)
        return ("từ", at + 1) if self.word(at, "từ") else ("trong", at)

    def _behind_small(self, at: int) -> int:
        """Return the token behind words that say no more, and behind an hour: "hạn cuối: 17 giờ 30 phút ngày 20/11"."""
        while self.word(at, *_SMALL) or self._is(at, "gio") or (self.word(at, ",", "của") and self._is(at - 1, "gio")):
            at += 1
        return at

    def _up_to(self, at: int) -> tuple[Moc | None, int]:
        if not self.word(at, "-", "đến", "tới"):
            return None, at
        read = self._points.point(self._behind_small(at + 1))
        return read if read is not None else (None, at)

    def _recurring(self, span: TimeSpan, at: int) -> Read:
        if span.first.number == EVERY and span.first.kind in (Length.THANG, Length.QUY):
            return span._replace(months=_every(span.first.kind), recurs=True), at
        if self.word(at, "hằng tháng", "hàng tháng", "mỗi tháng", "từng tháng"):
            return (span._replace(months=tuple(range(1, 13)), recurs=True), at + 1) if span.first.kind is Length.NGAY else None
        month = at + self.word(at, "của")
        at_quarter = month + 2 + self.word(month + 2, "của")
        third = _THIRDS.get(self._tokens[month + 1].text) if month + 1 < len(self._tokens) else None
        if self.word(month, "tháng") and third is not None and self.word(at_quarter, *_EACH_QUARTER):
            return span._replace(months=tuple(month + third for month in (1, 4, 7, 10)), recurs=True), at_quarter + 1
        if self.word(at, "hằng năm", "hàng năm", "mỗi năm"):
            return span._replace(recurs=True), at + 1
        if at < len(self._tokens) and self._tokens[at].kind == "mai":
            return span._replace(endless=True), at + 1
        return span, at

    def _school_year(self, at: int) -> Read:
        if not (self.word(at, "năm") and self.word(at + 1, "học")):
            return None
        first = self._points.number(at + 2)
        if first is None or first < 1900 or not self.word(at + 3, "-") or self._points.number(at + 4) != first + 1:
            return None
        return TimeSpan("khoảng", Moc(Length.THANG, 9, year=first), Moc(Length.THANG, 5, year=first + 1)), at + 5

    def _summer(self, at: int) -> Read:
        at += self.word(at, "mùa", "dịp", "kỳ")
        if not self.word(at, "hè"):
            return None
        behind = at + 1 + self.word(at + 1, "năm")
        year = self._points.number(behind)
        known = year is not None and year >= 1900
        first, last = Moc(Length.THANG, 6, year=year if known else None), Moc(Length.THANG, 8, year=year if known else None)
        return TimeSpan("khoảng", first, last), behind + known if known else at + 1


def _every(kind: Length) -> tuple[int, ...]:
    return tuple(range(1, 13)) if kind is Length.THANG else (1, 2, 3, 4)


def periods(spans: Sequence[TimeSpan], year: int) -> Iterator[Dot]:
    """Yield the days of `spans`, which stand in one expression of a plan of `year`; what one leaves out its neighbour says.

    Raises `NotInCalendar` where there is no such time.
    """
    for span in _with_what_neighbours_say(_with_bounds(spans), year):
        if span.months:
            yield from (_period(_in_month(span, month, year), year) for month in span.months)
        else:
            yield _period(span, year)


def _in_month(span: TimeSpan, month: int, year: int) -> TimeSpan:
    first = span.first.in_year(year)
    if first.kind is not Length.NGAY:
        return span._replace(first=first._replace(number=month))
    _, last = Moc(Length.THANG, month, year=first.year).days()
    last_day = Moc(Length.NGAY, min(first.number, last.day), month, first.year)
    if span.bound in ("trước", "đến"):
        return TimeSpan(
            "khoảng",
            Moc(Length.NGAY, 1, month, first.year),
            last_day._replace(number=max(1, last_day.number - 1)) if span.bound == "trước" else last_day,
        )
    return span._replace(first=last_day)


def _period(span: TimeSpan, year: int) -> Dot:
    for point in (span.first, span.last):
        if point is not None and point.kind is Length.NGAY and point.month is None:
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


def _with_bounds(spans: Sequence[TimeSpan]) -> list[TimeSpan]:
    """Return the spans, the second day of "Trước ngày 30/6 và 15/12" bounded as the first is."""
    known: list[TimeSpan] = []
    for span in spans:
        before = known[-1] if known else span
        goes_on = span.bound == "trong" and before.bound in ("trước", "đến") and span.first.kind is before.first.kind
        known.append(span._replace(bound=before.bound) if goes_on else span)
    return known


def _with_what_neighbours_say(spans: Sequence[TimeSpan], year: int) -> list[TimeSpan]:
    points = [point for span in spans for point in ((span.first, span.last) if span.last else (span.first,))]
    points = _with_years(_with_kinds(points), year)
    waiting = iter(points)
    return [span._replace(first=next(waiting), last=next(waiting) if span.last else None) for span in spans]


def _with_kinds(points: Sequence[Moc]) -> list[Moc]:
    """Return the points with the kind or the month that "Quý I, III" and "15 - 20/8" say once."""
    known = list(points)
    counted = next((index for index, one in enumerate(known) if one.kind in (Length.THANG, Length.QUY)), len(known))
    for index in range(len(known) - 2, -1, -1):
        here, behind = known[index], known[index + 1]
        counts_days = here.kind is Length.SO and index <= counted
        if (counts_days or (here.kind is Length.NGAY and here.month is None)) and behind.kind is Length.NGAY:
            known[index] = here._replace(kind=Length.NGAY, month=behind.month)
    for index, here in enumerate(known):
        if here.kind is Length.SO:
            before = known[index - 1] if index else here
            if before.kind not in (Length.THANG, Length.QUY):
                raise NotInCalendar(f"chưa rõ “{here.number}” là ngày, tháng hay quý; ghi rõ, ví dụ Tháng {here.number}")
            known[index] = here._replace(kind=before.kind)
    return known


def _with_years(points: Sequence[Moc], year: int) -> list[Moc]:
    """Return the points with the year of the next one that has one, as in "Quý I, III/2024", unless that turns them round."""
    dated: list[Moc] = []
    behind: Moc | None = None
    for point in reversed(points):
        if point.kind is Length.NGAY and point.month is None and point.year is None:
            dated.append(point)
            continue
        own = point.in_year(year)
        if point.year is None and behind is not None and point.kind is not Length.NAM:
            own = point.in_year(behind.year or year)
            if _opens(own) > _opens(behind):
                own = point.in_year(year)
        dated.append(own)
        behind = own
    return dated[::-1]


def _opens(point: Moc) -> tuple[int, int, int]:
    month = {Length.NGAY: point.month or 0, Length.THANG: point.number, Length.QUY: 3 * point.number - 2}.get(point.kind, 0)
    return point.year or 0, month, point.number if point.kind is Length.NGAY else 0
