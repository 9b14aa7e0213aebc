"""Reads a whole expression: its spans, its occasions with their dates, the words that say no time."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from docgen.text.dinhdang import plain
from docgen.text.patterns import lazy_re
from docgen.text.thoigian.calendar import Length, NotInCalendar, ThoiGian
from docgen.text.thoigian.points import Token, normalized, tokens
from docgen.text.thoigian.spans import TimeSpan, TimeSpans, periods

_NOISE: Final = frozenset(
    "giai đoạn thực hiện hoàn thành dự kiến khoảng vào trong thời gian điểm xong cả suốt toàn các của là tổ chức triển khai và "
    "hoặc diễn ra , ; . : ( ) / + &".split()
)
_STOPS: Final = (",", ";", "(", ")")
_OCCASION: Final = ("dịp", "nhân", "kỷ", "kỉ", "lễ", "ngày", "tuần")
_LUNAR: Final = lazy_re(
    r"\btết\b|âm lịch|nguyên đán|trung thu|phật đản|vu lan|\brằm\b|giỗ tổ|tháng giêng|tháng chạp", re.IGNORECASE
)
_DEPENDS: Final = lazy_re(r"\b(khi|theo(?!\s+dõi)|sau|đột xuất|tùy|tuỳ|phát sinh|kể từ|vòng|ngay|yêu cầu)\b", re.IGNORECASE)
_UNNAMED: Final = lazy_re(r"\b(tháng|quý|tuần|ngày)\s*\.?\s*\Z", re.IGNORECASE)
_DEADLINE: Final = lazy_re(
    r"\b(trước|chậm nhất|muộn nhất|hạn cuối|hạn chót|không (?:quá|muộn hơn)|(?<!tính )đến hết)\b", re.IGNORECASE
)
_WITHIN: Final = lazy_re(r"\btrong\s+(?=tháng|quý|quí|tuần|nửa|\d+\s+(?:tháng|quý))", re.IGNORECASE)
_BOUNDS: Final = ("trước", "chậm", "muộn", "hạn", "không", "đến", "từ")  # with which a time may open in the middle of a sentence
_IN: Final = ("trong", "vào")
_NAMED_REPORT: Final = lazy_re(r"\bbáo cáo\s+(?:định kỳ\s+)?(?:\d+\s+)?(?:tuần|tháng|quý|năm)\b(?!\s*[\dIVX])", re.IGNORECASE)
_SAYS_TIME: Final = lazy_re(
    r"\b(?:ngày|tháng|quý|quí|tuần|thứ|năm|kỳ|kì|dịp|lễ|mùa|hè|đợt|giờ|buổi|đầu|giữa|cuối|hạn|[ivx]+)\b|\d\s*[/.-]\s*\d|\d{4}",
    re.IGNORECASE,
)
_DAY_OR_ALWAYS: Final = lazy_re(  # with no other number and no word behind which a day stands
    r"(?:(?!(?:ngày|trước|đến|hết|từ|sau|hạn|dịp)\b)[^\d])*24/7[^\d/]*", re.IGNORECASE
)
_WHICH: Final = "“{words}”: chưa rõ là ngày 24 tháng 7 hay suốt ngày đêm; ghi “ngày 24/7”, hoặc “Thường xuyên”"
_REMEDY: Final = "ghi như “Quý II”, “Tháng 6” hoặc “Trước ngày 15/12/{year}”"
_LONGEST: Final = 1_000  # letters; no office needs so many to say when
_REACH: Final = 160  # letters in which a deadline is said, so that a long sentence is cut into tokens once, not at each "trước"
_SHOWN: Final = 60
_TOO_LONG: Final = f"“{{words}}…” quá dài nên không đọc được thời gian; {_REMEDY}"


def read(chu: str, nam: int) -> ThoiGian:
    """Return what the words `chu` of a plan of the year `nam` say about time, or why they say nothing."""
    chu = plain(chu)
    if len(chu) > _LONGEST:
        return ThoiGian(chu, chua_ro=_TOO_LONG.format(words=chu[:_SHOWN], year=nam))
    text = normalized(chu)
    if _DAY_OR_ALWAYS.fullmatch(text):
        return ThoiGian(chu, chua_ro=_WHICH.format(words=chu.strip()))
    heard = _listen(tokens(text), nam)
    pieces = (text[start:end].strip(" ()") for start, end in heard.unread)
    unread = [words for words in pieces if not heard.spans or _speaks_of_time(words)]
    try:
        dots = tuple(sorted(set(periods(heard.spans, nam)), key=lambda dot: (dot.tu, dot.den or dot.tu.max)))
    except NotInCalendar as fault:
        return ThoiGian(chu, chua_ro=f"“{chu.strip()}”: {fault}")
    if not dots and not unread:
        unread = [text.strip()]
    recurs = any(span.recurs for span in heard.spans)
    return ThoiGian(chu, dots, recurs, "; ".join(_reason(words, nam) for words in unread) or None)


def _speaks_of_time(words: str) -> bool:
    """Return whether `words` may say when; "báo cáo quý" is the name of a report."""
    rest = _NAMED_REPORT.sub("", words)
    return any(cue.search(rest) for cue in (_SAYS_TIME, _LUNAR, _DEPENDS))


def deadlines(prose: str, nam: int, *, within: bool = False) -> tuple[ThoiGian, ...]:
    """Return the days before which a sentence asks for something: "báo cáo trước ngày 15/12/2023".

    With `within` those too within which something is to be done, as far as they lie in `nam`: "trong tháng 01/2023 và …".
    """
    text = normalized(plain(prose))
    openings = [*_DEADLINE.finditer(text), *(_WITHIN.finditer(text) if within else ())]
    found = []
    behind = 0
    for match in sorted(openings, key=lambda match: match.start()):
        if match.start() < behind:
            continue
        cut = tokens(text[match.start() : match.start() + _REACH])
        heard = TimeSpans(cut, nam).span(0 if match.re.pattern == _DEADLINE.pattern else 1)
        if heard is None or not _is_definite(heard[0]):
            continue
        end = match.start() + cut[heard[1] - 1].end
        time = read(text[match.start() : end], nam)
        if match.re.pattern == _DEADLINE.pattern or all(dot.tu.year == nam for dot in time.dot):
            found.append(time)
            behind = end
    return tuple(found)


def _is_definite(span: TimeSpan) -> bool:
    return span.first.kind not in (Length.SO, Length.NAM) or span.first.year is not None or bool(span.first.part)


@dataclass(slots=True)
class _Heard:
    """What was read, and where the words stand that were not; those of one sentence are one piece, whatever commas it has."""

    spans: list[TimeSpan] = field(default_factory=list)
    unread: list[tuple[int, int]] = field(default_factory=list)
    is_open: bool = False

    def read(self, spans: Iterable[TimeSpan]) -> None:
        self.spans += spans
        self.is_open = False

    def miss(self, first: Token, last: Token) -> None:
        start = self.unread.pop()[0] if self.is_open else first.start
        self.unread.append((start, last.end))
        self.is_open = True


def _listen(cut: Sequence[Token], nam: int) -> _Heard:
    heard = _Heard()
    reader = TimeSpans(cut, nam)
    at = 0
    while at < len(cut):
        read_here = reader.span(at)
        if read_here is not None and _ends_well(cut, read_here):
            heard.read([read_here[0]])
            at = read_here[1]
        elif (cut[at].kind == "mai" and heard.spans) or cut[at].text in _NOISE:
            heard.is_open = heard.is_open and cut[at].text != ";"
            at += 1
        else:
            end = _next_stop(cut, at)
            if cut[at].text in _OCCASION and not reader.counts_weeks(at) and (inside := list(_of_occasion(cut, at, end, nam))):
                heard.read(inside)
                at = end
            else:
                opens = next((index for index in range(at + 1, end) if _opens_in_prose(cut, index, reader)), end)
                heard.miss(cut[at], cut[opens - 1])
                at = opens
    return heard


def _opens_in_prose(cut: Sequence[Token], at: int, reader: TimeSpans) -> bool:
    """Return whether words that bound a time open one in the middle of a sentence: "ban hành chậm nhất là 31/3/2026 để …".

    A day alone does not: "Quyết định số 12/QĐ-BYT ngày 05/02/2026" is a citation.
    """
    opens = cut[at].text
    read_here = reader.span(at + (opens in _IN)) if opens in (*_BOUNDS, *_IN) else None
    if read_here is None or not _ends_well(cut, read_here):
        return False
    span = read_here[0]
    return span.last is not None if opens == "từ" else _is_definite(span) or opens == "trong"


def _ends_well(cut: Sequence[Token], read_here: tuple[TimeSpan, int]) -> bool:
    """Return whether a bare number ends where a part of a list does: "30 ngày kể từ ngày ký" opens with no date."""
    span, behind = read_here
    bare = (span.last or span.first).kind is Length.SO
    return not bare or behind == len(cut) or cut[behind].text in (*_STOPS, ".", "và", "/", "-", "&", "+")


def _next_stop(cut: Sequence[Token], at: int) -> int:
    """Return where the words that opened at `at` end; an occasion keeps the dates in brackets behind it."""
    stops = (";",) if cut[at].text in _OCCASION else _STOPS[:2]
    return next((index for index in range(at + 1, len(cut)) if cut[index].text in stops), len(cut))


def _of_occasion(cut: Sequence[Token], at: int, end: int, nam: int) -> Iterator[TimeSpan]:
    """Yield the dates of an occasion; of those with years, such as the first time it was held, the plan's year's alone."""
    found: list[TimeSpan] = []
    reader = TimeSpans(cut[:end], nam)
    while at < end:
        read_here = reader.span(at)
        if read_here is not None and read_here[0].first.kind in (Length.NGAY, Length.THANG) and _is_dated(read_here[0]):
            found += _one_by_one(read_here[0])
            at = read_here[1]
        else:
            at += 1
    yield from [span for span in found if span.first.year in (None, nam)]


def _is_dated(span: TimeSpan) -> bool:
    return span.first.kind is not Length.NGAY or span.first.month is not None or span.last is not None


def _one_by_one(span: TimeSpan) -> list[TimeSpan]:
    """Return "8/8/1967 - 8/8/2023" as two days: an anniversary is no period."""
    if span.last is not None and span.first.year != span.last.year and span.first.year is not None:
        return [TimeSpan("trong", span.first), TimeSpan("trong", span.last)]
    return [span]


def _reason(words: str, nam: int) -> str:
    quoted = f"“{words.strip()}”"
    if _LUNAR.search(words):
        return f"{quoted} tính theo âm lịch; ghi thêm ngày dương lịch nếu cần tính hạn"
    if _DEPENDS.search(words):
        return f"{quoted} phụ thuộc việc khác nên chưa có ngày; nếu cần tính hạn thì {_REMEDY.format(year=nam)}"
    if unnamed := _UNNAMED.search(words):
        return f"{quoted} chưa rõ {unnamed[1].lower()} nào; {_REMEDY.format(year=nam)}"
    return f"{quoted} chưa đọc được thành ngày tháng; {_REMEDY.format(year=nam)}"
