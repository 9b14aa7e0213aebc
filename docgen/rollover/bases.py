"""All the documents that a plan cites, read together: what is cited in full in one place is cited in short in others."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from docgen.data.model.tracuu import SoVanBan
from docgen.rollover.changes import Route, Spans, Treatment, Years, without_overlaps
from docgen.rollover.nam import treat_years
from docgen.rollover.title_years import Sort, TitleYear, marks
from docgen.rollover.verdicts import BasisFate, BasisVerdict, is_draft, is_waiting, issued_in, judged, number_blank, treated
from docgen.text.patterns import lazy_re
from docgen.text.viendan import Manh, VienDan, citations, symbol_key

_LEADS_TO_YEAR: Final = lazy_re(
    r"[\s,(]*(?:(?:hoàn thành|xong|báo cáo)\s+)?(?:(?:trong|của|cho|trước|vào|đến)\s+)?(?:ngày\s+)?"
    r"(?:\d\d?[/.-]\d\d?[/.-]|(?:quý|tháng)\s+[\dIVX]+\s?[/-]?\s*)?(?:năm\s+)?\Z",
    re.IGNORECASE,
)
_ISSUED: Final = lazy_re(r"(?:(?:đã|được|vừa|mới)\s+)*(?:ban hành|ký|phát hành|thông qua|phê duyệt)", re.IGNORECASE)
_LISTED: Final = lazy_re(r"\s*(?:,|,?\s*(?:và|hoặc|cùng))\s*(?:số\s*)?", re.IGNORECASE)


class _Cited(NamedTuple):
    """A citation, the years of its title, and those that stand in it but are the plan's own words; and what becomes of it."""

    route: Route
    cited: VienDan
    marks: tuple[TitleYear, ...]
    foreign: tuple[TitleYear, ...]
    verdict: BasisVerdict
    key: str

    @property
    def day(self) -> date | None:
        return self.cited.ngay_ban_hanh


class Bases:
    """The citations in all `texts` of a plan, and what becomes of them when it is rolled over."""

    def __init__(self, texts: Mapping[Route, str], years: Years, so: SoVanBan | None = None) -> None:
        self._texts = texts
        self._years = years
        found = [one for route, text in texts.items() for one in _read(route, text, years, so)]
        named: dict[str, list[_Cited]] = {}
        for one in found:
            named.setdefault(one.key, []).append(one)
        distinct = {(one.key, one.day): one for one in found}
        telling = {both: _telling(one, named[one.key]) for both, one in distinct.items()}
        self._verdicts = {id(one): _together(one, telling[one.key, one.day]) for one in found}
        self._read_years: dict[str, tuple[Treatment, ...]] = {}
        self._by_route: dict[Route, list[_Cited]] = {}
        for one in found:
            self._by_route.setdefault(one.route, []).append(one)
        self._gone = [one for one in found if self._verdicts[id(one)].blanks and not is_waiting(one.cited)]

    def cited(self, route: Route) -> tuple[VienDan, ...]:
        """Return the documents that the text at `route` cites, in their order."""
        return tuple(sorted((one.cited for one in self._by_route.get(route, ())), key=lambda cited: cited.start))

    def treatments(self, route: Route) -> tuple[Treatment, ...]:
        """Return what becomes of the citations in the text at `route`, in their order."""
        text = self._texts[route]
        full = [treatment for one in self._by_route.get(route, ()) for treatment in self._treated(text, one)]
        return tuple(sorted((*full, *self._short(route, text)), key=lambda treatment: treatment.start))

    def claimed(self, route: Route) -> tuple[tuple[int, int], ...]:
        """Return the spans of the text at `route` that belong to citations, in their order."""
        spans = [_own_span(one, self._texts[route]) for one in self._by_route.get(route, ())]
        return tuple(sorted({*spans, *((one.start, one.end) for one in self._short(route, self._texts[route]))}))

    def _treated(self, text: str, one: _Cited) -> Iterator[Treatment]:
        """Yield what becomes of `one`; in a title that is next year's, festivals and anniversaries move too, to be confirmed."""
        verdict = self._verdicts[id(one)]
        asked = verdict.fate is BasisFate.ONE_YEAR and one.cited.trich_yeu is not None
        further = self._years_in(text) if asked else ()
        yield from without_overlaps(
            (
                *treated(text, one.cited, one.marks, verdict, self._years),
                *(each._replace(sure=False) for each in further if _inside(each, one.cited.trich_yeu)),
            )
        )

    def _years_in(self, text: str) -> tuple[Treatment, ...]:
        if text not in self._read_years:
            self._read_years[text] = treat_years(text, self._years)
        return self._read_years[text]

    def _short(self, route: Route, text: str) -> Iterator[Treatment]:
        """Yield the bare numbers by which a document that has to go is named ("theo Quyết định 3334")."""
        taken = Spans((one.cited.start, one.cited.end) for one in self._by_route.get(route, ()))
        for kind, number, why in dict.fromkeys(self._bare_names()):
            pattern = rf"(?<!\w){re.escape(kind)}\s+(?:số\s*)?(?P<so>{re.escape(number)})(?![\w/]|[.,-]\w)"
            for match in re.finditer(pattern, text, re.IGNORECASE):
                if taken.take(match.span("so")):
                    yield number_blank(Manh(number, *match.span("so")), why)

    def _bare_names(self) -> Iterator[tuple[str, str, str]]:
        for one in self._gone:
            if one.cited.so is not None and one.cited.loai.text and len(one.cited.so.text) > 1:
                why = f"nhắc lại văn bản số {one.cited.so.text}; điền văn bản dùng cho năm {self._years.new}"
                yield one.cited.loai.text, one.cited.so.text, why


def _read(route: Route, text: str, years: Years, so: SoVanBan | None) -> Iterator[_Cited]:
    """Yield the citations of `text`; what a title names is read as a part of it ("về thực hiện Nghị quyết số 01/NQ-CP …").

    Documents of one kind in a list have the title behind the last one: like cases get like verdicts.
    """
    scope: tuple[TitleYear, ...] = ()
    behind: VienDan | None = None
    for cited, listed in reversed(_with_kinds(text, citations(text, basis=True if route[:1] == ("can_cu",) else None))):
        title = cited.trich_yeu
        all_marks = marks(text, title.start, title.end) if title is not None else ()
        own = tuple(mark for mark in all_marks if not _is_foreign(mark, cited))
        gap = text[cited.end : behind.start] if behind is not None else None
        meant = listed
        if behind is not None and title is None and behind.loai.text == listed.loai.text and _LISTED.fullmatch(gap or ""):
            meant = listed._replace(trich_yeu=behind.trich_yeu)
        elif title is None or gap is None or gap.strip():
            scope = own
        else:
            scope = (*own, *scope)
        behind = meant
        key = symbol_key(cited.ky_hieu.text) if cited.ky_hieu is not None else ""
        yield _Cited(
            route, cited, own, tuple(mark for mark in all_marks if mark not in own), judged(meant, scope, years, so), key
        )


def _with_kinds(text: str, found: Sequence[VienDan]) -> list[tuple[VienDan, VienDan]]:
    """Return what was `found`, each with what it is as one of a list: "Công văn số 12/SYT-NV, số 15/SYT-NV" are of one kind."""
    listed: list[VienDan] = []
    for cited in found:
        goes_on = listed and not cited.loai.text and _LISTED.fullmatch(text, found[len(listed) - 1].end, cited.start)
        listed.append(cited._replace(loai=cited.loai._replace(text=listed[-1].loai.text)) if goes_on else cited)
    return list(zip(found, listed, strict=True))


def _inside(treatment: Treatment, piece: Manh | None) -> bool:
    return piece is not None and piece.start <= treatment.start and treatment.end <= piece.end


def _is_foreign(mark: TitleYear, cited: VienDan) -> bool:
    """Return whether a single year is long behind the issue: it is the plan's own word, and no longer the title."""
    issued = issued_in(cited)
    return mark.sort in (Sort.NAM, Sort.NGAY) and issued is not None and mark.first > issued + 1


def _own_span(one: _Cited, text: str) -> tuple[int, int]:
    """Return where the citation stands, up to the words that are the plan's own or lead to its month ("…, ban hành trong …")."""
    title = one.cited.trich_yeu
    if title is not None and _ISSUED.fullmatch(title.text):
        return one.cited.start, title.start
    if not one.foreign:
        return one.cited.start, one.cited.end
    return one.cited.start, len(_LEADS_TO_YEAR.sub("", text[: one.foreign[0].start]))


def _telling(one: _Cited, named_alike: Sequence[_Cited]) -> Sequence[_Cited]:
    """Return those of `named_alike` that may be the same document as `one` and, where there are any, tell what it is."""
    same = [other for other in named_alike if one.day is None or other.day is None or one.day == other.day]
    telling = [other for other in same if other.cited.trich_yeu and other.verdict.fate is not BasisFate.DOUBTFUL] or same
    last: dict[tuple[date | None, BasisFate], _Cited] = {}
    for other in telling:
        last.setdefault((other.day, other.verdict.fate), other)
    return list(last.values())


def _together(one: _Cited, telling: Sequence[_Cited]) -> BasisVerdict:
    """Return the verdict on `one` in the light of all other citations of the same document that are `telling`."""
    if not one.key or is_waiting(one.cited) or is_draft(one.cited):
        return one.verdict
    days = {other.day for other in telling if other.day is not None}
    if one.day is None and len(days) > 1 and len({other.verdict.blanks for other in telling}) > 1:
        return BasisVerdict(BasisFate.DOUBTFUL, "kế hoạch dẫn hai văn bản cùng số, ký hiệu; xem đây là văn bản nào")
    return max((other.verdict for other in telling), key=lambda verdict: verdict.fate)
