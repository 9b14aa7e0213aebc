"""Reads how points bound a time: "trước …", "đến hết …", "từ … đến …", "hằng tháng"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from docgen.text.thoigian.calendar import Kind, Moc
from docgen.text.thoigian.points import EVERY, Points
from docgen.text.thoigian.tokens import Token

_UNTIL: Final = (
    ("chậm", "nhất"),
    ("muộn", "nhất"),
    ("không", "quá"),
    ("hạn", "cuối"),
    ("hạn", "chót"),
    ("đến", "hết"),
    ("tới", "hết"),
)
_UNTIL_ONE: Final = ("đến", "tới", "hết", "hạn")
_SMALL: Final = ("là", "vào", "ngay", "hết", "trong", "đến", "khoảng")
_EACH_QUARTER: Final = ("quý", "hằng quý", "hàng quý", "mỗi quý")
_THIRDS: Final = {"đầu": 0, "giữa": 1, "cuối": 2}


@dataclass(frozen=True, slots=True)
class Span:
    """A time between points: how `first` bounds it, the point up to which it goes, and the months in which it comes again."""

    bound: str
    first: Moc
    last: Moc | None = None
    months: tuple[int, ...] = ()
    recurs: bool = False
    endless: bool = False


Read: TypeAlias = tuple[Span, int] | None


class Spans:
    """The tokens of one expression, read for spans."""

    def __init__(self, tokens: Sequence[Token], year: int) -> None:
        self._tokens = tokens
        self._points = Points(tokens, year)
        self.word = self._points.word

    def span(self, at: int) -> Read:
        """Return the span that opens at `at`, and the token behind it."""
        if at < len(self._tokens) and self._tokens[at].kind in ("lap", "hang"):
            return Span("trong", Moc(Kind.NAM, 0), recurs=True), at + 1
        school = self._school_year(at) or self._summer(at)
        return school or self._bounded(at)

    def _bounded(self, at: int) -> Read:
        bound, start = self._bound(at)
        if bound == "từ" and self.word(start, "nay"):
            until, start = self._bound(start + 1)
            bound = "đến" if until == "đến" else "trong"
        read = self._points.point(start)
        if read is None:
            return None
        first, behind = read
        if bound in ("trong", "từ"):
            last, behind = self._up_to(behind)
            if last is not None:
                return self._recurring(Span("khoảng", first, last), behind)
        return self._recurring(Span(bound, first), behind)

    def _bound(self, at: int) -> tuple[str, int]:
        if self.word(at, "trước", "sau"):
            return self._tokens[at].text, self._behind_small(at + 1)
        if any(self.word(at, one) and self.word(at + 1, other) for one, other in _UNTIL):
            return "đến", self._behind_small(at + 2)
        if self.word(at, *_UNTIL_ONE):
            return "đến", self._behind_small(at + 1)
        if self.word(at, "kể", "bắt") and self.word(at + 2 - self.word(at, "kể"), "từ"):
            return "từ", at + (2 if self.word(at, "kể") else 3)
        return ("từ", at + 1) if self.word(at, "từ") else ("trong", at)

    def _behind_small(self, at: int) -> int:
        while self.word(at, *_SMALL):
            at += 1
        return at

    def _up_to(self, at: int) -> tuple[Moc | None, int]:
        if not self.word(at, "-", "đến", "tới"):
            return None, at
        read = self._points.point(self._behind_small(at + 1))
        return read if read is not None else (None, at)

    def _recurring(self, span: Span, at: int) -> Read:
        if span.first.number == EVERY and span.first.kind in (Kind.THANG, Kind.QUY):
            return replace(span, months=_every(span.first.kind), recurs=True), at
        if self.word(at, "hằng tháng", "hàng tháng", "mỗi tháng", "từng tháng"):
            return (replace(span, months=tuple(range(1, 13)), recurs=True), at + 1) if span.first.kind is Kind.NGAY else None
        at_quarter = at + 2 + self.word(at + 2, "của")
        third = _THIRDS.get(self._tokens[at + 1].text) if at + 1 < len(self._tokens) else None
        if self.word(at + self.word(at, "của"), "tháng") and third is not None and self.word(at_quarter, *_EACH_QUARTER):
            return replace(span, months=tuple(month + third for month in (1, 4, 7, 10)), recurs=True), at_quarter + 1
        if self.word(at, "hằng năm", "hàng năm", "mỗi năm"):
            return replace(span, recurs=True), at + 1
        if at < len(self._tokens) and self._tokens[at].kind == "mai":
            return replace(span, endless=True), at + 1
        return span, at

    def _school_year(self, at: int) -> Read:
        if not (self.word(at, "năm") and self.word(at + 1, "học")):
            return None
        first = self._points.number(at + 2)
        if first is None or first < 1900 or not self.word(at + 3, "-") or self._points.number(at + 4) != first + 1:
            return None
        return Span("khoảng", Moc(Kind.THANG, 9, year=first), Moc(Kind.THANG, 5, year=first + 1)), at + 5

    def _summer(self, at: int) -> Read:
        at += self.word(at, "mùa", "dịp", "kỳ")
        if not self.word(at, "hè"):
            return None
        behind = at + 1 + self.word(at + 1, "năm")
        year = self._points.number(behind)
        known = year is not None and year >= 1900
        first, last = Moc(Kind.THANG, 6, year=year if known else None), Moc(Kind.THANG, 8, year=year if known else None)
        return Span("khoảng", first, last), behind + known if known else at + 1


def _every(kind: Kind) -> tuple[int, ...]:
    return tuple(range(1, 13)) if kind is Kind.THANG else (1, 2, 3, 4)
