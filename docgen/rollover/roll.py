"""Year N to year N+1: every text of a plan is read for what it cites, for yearly values, years, dates and names of offices."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from docgen.data.model.coquan import CoQuan
from docgen.data.model.donvi import SoDonVi
from docgen.data.model.tracuu import GiaTri, SoVanBan
from docgen.data.yamltext.inplace import Piece, with_pieces
from docgen.rollover.bases import Bases
from docgen.rollover.changes import Change, Route, Spans, Treatment, Years, explained, without_overlaps
from docgen.rollover.donvi import Succession
from docgen.rollover.giatri import yearly_treatments
from docgen.rollover.lich import schedules_as_one
from docgen.rollover.nam import treat_years
from docgen.rollover.nam.hints import has_figures, heads_results
from docgen.rollover.routes import OF_ONE_PAPER, cell_of, heads_of, is_list_of_units, is_read, unit_headings
from docgen.text.dinhdang import has_marks, plain, typed_at, typed_span
from docgen.text.patterns import lazy_re


@dataclass(frozen=True)
class Known:
    """The office, its registry of units and of legal bases, its yearly values, and the names that a person has chosen."""

    office: CoQuan
    so: SoDonVi = field(default_factory=SoDonVi)
    van_ban: SoVanBan | None = None
    gia_tri: tuple[GiaTri, ...] = ()
    thay: Mapping[str, str] = field(default_factory=dict)


_ISSUE: Final = lazy_re(r"ngày[^.;]{0,15}\s(?:ban hành|ký|văn bản|phát hành)|(?:ban hành|ký)\s+ngày", re.IGNORECASE)
_TIME: Final = lazy_re(r"thời\s+(?:gian|hạn|điểm)|tiến\s+độ|hạn|lịch|thực\s+hiện|hoàn\s+thành", re.IGNORECASE)
_ONLY_DAY: Final = lazy_re(r"\W*(?:ngày\s+)?\d{1,2}(?:[/.-]\d{1,2}[/.-]|\s+tháng\s+\d{1,2}\s+năm\s+)\d{4}\W*", re.IGNORECASE)
_OF_ROW: Final = "ngày của văn bản ở cùng dòng"
_OF_BASIS: Final = "ngày ghi trong căn cứ, có thể là ngày của văn bản được dẫn; điền căn cứ dùng cho năm mới"
_DATE_ENDS: Final = lazy_re(r"(?:\d[/.-]|(?:tháng\s+\d{1,2}|đầu|giữa|cuối)\s+năm\s+)\Z", re.IGNORECASE)
_YEAR_AFTER_YEAR: Final = "bảng có cột của nhiều năm, cả năm mới, nên không tự đổi; xem lại cả bảng"
_OLD_FIGURES: Final = "số liệu trong cột là của năm cũ, thay bằng số liệu mới"
_FIGURE: Final = lazy_re(
    r"(?:trên|từ|dưới|khoảng|[≥≤><~+-])?\s*\d[\d.,]*(?!\s*[/-]\s*\d)(?:\s*(?:%|[^\W\d_]+)){0,3}", re.IGNORECASE
)
_LETTERS: Final = lazy_re(r"[^\W\d_]+")
_LONGEST_TIME: Final = 8  # words of a cell that is a time, and no sentence that tells itself what it is of
_OPENING: Final = 8  # letters before a document that a cell is there to name ("1. ", "- ")
_YEAR_OF_PLAN: Final = "năm của kế hoạch"
_RESULTS: Final = "phần nêu tình hình, kết quả đã có; thay số liệu cho kế hoạch năm {year}"
_ANY_YEAR: Final = lazy_re(r"(?:19|20)\d\d")
_OF_ONE_PAPER: Final = "số, ngày của văn bản năm trước; bản dự thảo năm mới để trống"
_OF_ONE_DRAFT: Final = "lần dự thảo của văn bản năm trước; ghi lại nếu văn bản năm mới cũng in “DỰ THẢO”"
_OWN_CODE: Final = "mã nhiệm vụ do cơ quan đặt; kết quả thực hiện tìm nhiệm vụ theo mã này"
_SIGNER: Final = (
    "người ký là {name}; xem năm {year} ai ký, sửa ở ⦃coquan.yaml hoặc mục ky của kế hoạch¦trang Cơ quan, "
    "hoặc phần người ký của kế hoạch⦄"
)
_NOTE: Final = lazy_re(r"#\s*(?:chuyển tiếp từ năm \d{4}|đề nghị bỏ): ")
_OLD_NOTE: Final = "ghi chú của lần chuyển năm trước; xóa khi không cần nữa"
_COMMENT: Final = "lời ghi chú trong tệp, không in ra; sửa tay nếu cần"


@dataclass(frozen=True)
class RolledOver:
    """What a roll-over comes to: every change with its reason, and what it takes to make them.

    `widths` are the widths that bear the words of a heading as their key, by the route of that heading: the key changes with it.
    """

    changes: tuple[Change, ...]
    pieces: Mapping[Route, tuple[Piece, ...]]
    cleared: tuple[Route, ...]
    remarks: tuple[Change, ...]
    widths: Mapping[Route, Route] = field(default_factory=dict)


def roll(texts: Sequence[tuple[Route, str]], years: Years, known: Known, giving: Collection[Route] = ()) -> RolledOver:
    """Return what becomes of `texts`, all that a plan's file holds, in the order of the file; the parts at `giving` give work.

    They are read in plain words; the pieces, and where the changes stand, are those of the texts as typed.
    """
    pieces, changes = dict[Route, tuple[Piece, ...]](), list[Change]()
    words = [(route, plain(text)) for route, text in texts]
    reader = _Reader(words, years, known, giving)
    for route, text in words:
        treatments = sorted(reader.treatments(route, text), key=lambda one: one.start)
        changes += explained(route, text, treatments)
        changed = tuple(one for one in treatments if one.new not in (None, text[one.start : one.end]))
        if changed and route not in OF_ONE_PAPER:
            pieces[route] = tuple(Piece(one.start, one.end, one.new or "") for one in changed)
    cleared = tuple(route for route, _ in texts if route in OF_ONE_PAPER)
    bound = schedules_as_one({route: text for route, text in words if is_read(route)}, changes, years)
    marked = {route: text for route, text in texts if has_marks(text)}
    for route in marked.keys() & pieces.keys():
        pieces[route] = tuple(Piece(*typed_span(marked[route], one.start, one.end, one.new)) for one in pieces[route])
        marked[route] = with_pieces(marked[route], pieces[route])
    placed = (one._replace(start=typed_at(marked[one.route], one.start)) if one.route in marked else one for one in bound)
    return RolledOver(tuple(placed), pieces, cleared, tuple(reader.remarks()), dict(_widths_by_heading(texts)))


def _widths_by_heading(texts: Sequence[tuple[Route, str]]) -> Iterator[tuple[Route, Route]]:
    widths = {route for route, _ in texts if route[-2:-1] == ("rong",)}
    for route, text in texts if widths else ():
        if "cot" in route and (width := (*route[: route.index("cot")], "rong", text)) in widths:
            yield route, width


def comments_left(comments: Iterable[tuple[int, str]], years: Years) -> Iterator[tuple[int, Change]]:
    """Yield, with its line, each comment that names the old year or is a note of an earlier roll-over."""
    for line, text in comments:
        if _NOTE.match(text):
            yield line, Change(("lời ghi chú",), 0, text, text, _OLD_NOTE)
        elif re.search(rf"\b{years.old}\b", text):
            yield line, Change(("lời ghi chú",), 0, text, text, _COMMENT)


class _Reader:
    """Reads one text after another, knowing the whole plan."""

    def __init__(self, texts: Sequence[tuple[Route, str]], years: Years, known: Known, giving: Collection[Route]) -> None:
        self._years = years
        self._known = known
        self._texts = {route: text for route, text in texts if is_read(route)}
        self._lists: dict[Route, list[Route]] = defaultdict(list)
        self._headings = unit_headings(self._texts, giving)
        for route in filter(self._is_list, self._texts):
            self._lists[route[:-1]].append(route)
        self._rows: dict[Route, list[Route]] = defaultdict(list)
        for route in self._texts:
            if (cell := cell_of(route)) is not None:
                self._rows[cell[0]].append(route)
        self._results = _headings_of_results(self._texts)
        self._subject = self._texts.get(("trich_yeu",), "")
        self._bases = Bases(self._texts, years, known.van_ban)
        self._succession = Succession(known.so, known.office, years, known.thay)

    def treatments(self, route: Route, text: str) -> Iterator[Treatment]:
        if route == ("nam",):
            yield Treatment(0, len(text), str(self._years.new), _YEAR_OF_PLAN)
        elif route in OF_ONE_PAPER:
            yield Treatment(0, len(text), "", _OF_ONE_DRAFT if route[-1] == "du_thao" else _OF_ONE_PAPER)
        elif is_read(route):
            yield from without_overlaps(self._read(route, text))
        elif route[-1:] == ("ma",) and str(self._years.old) in text:
            yield Treatment(0, len(text), None, _OWN_CODE)

    def remarks(self) -> Iterator[Change]:
        yield from self._succession.remarks(self._texts.values())
        signer = self._texts.get(("ky", "ho_ten")) or self._known.office.ky.ho_ten
        if signer:
            yield Change(("ky",), 0, "", "", _SIGNER.format(name=signer, year=self._years.new), sure=False)

    def _read(self, route: Route, text: str) -> Iterator[Treatment]:
        taken = Spans(self._bases.claimed(route))
        yield from self._bases.treatments(route)
        yearly = [one for one in yearly_treatments(text, self._known.gia_tri, self._years) if taken.is_free(one.span)]
        yield from yearly
        for one in yearly:
            taken.add(one.span)
        if (words := self._results.get(route)) is not None:
            yield Treatment(*words, None, _RESULTS.format(year=self._years.new), sure=False)
        dated = self._in_row(route, self._dated(route, text, tuple(taken)))
        yield from dated
        for one in dated:
            taken.add(one.span)
        if self._is_list(route):
            beside = [self._texts[other] for other in self._lists[route[:-1]] if other != route]
            yield from self._succession.treatments(text, is_list=True, taken=taken, beside=beside)
        else:
            yield from self._succession.treatments(text, is_list=False, taken=taken)

    def _is_list(self, route: Route) -> bool:
        return is_list_of_units(route) or route in self._headings

    def _dated(self, route: Route, text: str, taken: tuple[tuple[int, int], ...]) -> Sequence[Treatment]:
        """Return what becomes of the years and dates of `text`; no day in the list of legal bases moves without a question."""
        treated = treat_years(text, self._years, subject=self._subject, beside=self._beside(route), taken=taken)
        if self._heads_next_year_too(route):
            return [one._replace(new=None, why=_YEAR_AFTER_YEAR, sure=False) if one.new else one for one in treated]
        if self._heads_figures(route):
            return [
                one._replace(why=f"{one.why}; {_OLD_FIGURES}", sure=False) if one.sure and one.new else one for one in treated
            ]
        if route[:1] != ("can_cu",):
            return treated
        return [one._replace(new=None, why=_OF_BASIS, sure=False) if _moves_a_day(text, one) else one for one in treated]

    def _heads_next_year_too(self, route: Route) -> bool:
        """Return whether the text heads a column of a table that has one of the new year already: its years are a period."""
        if "cot" not in route:
            return False
        table = route[: route.index("cot") + 1]
        year = str(self._years.new)
        return any(year in text for other, text in self._texts.items() if other[: len(table)] == table and other != route)

    def _heads_figures(self, route: Route) -> bool:
        """Return whether the text heads a column of which most cells are figures."""
        if "cot" not in route or not isinstance(column := route[-1], int):
            return False
        table = route[: route.index("cot")]
        texts = (self._texts.get((*row, column), "").strip() for row in self._rows if row[:-2] == table)
        cells = [text for text in texts if text]
        return bool(cells) and 2 * sum(_FIGURE.fullmatch(text) is not None for text in cells) > len(cells)

    def _beside(self, route: Route) -> str:
        """Return what a time is of: the name of its task, the first words of its row; blank for all other texts."""
        if route[-1:] == ("thoi_gian",):
            name = self._texts.get((*route[:-1], "ten"), "")
            return name or self._texts.get((*route[:-3], "ten"), "")
        cell = cell_of(route)
        if cell is None or len(_LETTERS.findall(self._texts[route])) > _LONGEST_TIME:
            return ""
        beside: dict[int, str] = {}
        for one in self._rows[cell[0]]:
            if (other := cell_of(one)) is not None and other != cell:
                beside[other[1]] = f"{beside.get(other[1], '')} {self._texts[one]}".strip()
        return next((text for text in beside.values() if _LETTERS.search(text)), "")

    def _in_row(self, route: Route, dated: Sequence[Treatment]) -> Sequence[Treatment]:
        """Return `dated`, of a cell, so that no day of issue moves that a row of a table of documents holds."""
        cell = cell_of(route)
        if cell is None or not dated:
            return dated
        row, column = cell
        heading = " ".join(self._texts.get(one, "") for one in heads_of(self._texts, row[:-2], column))
        of_issue = _ISSUE.search(heading) is not None
        beside = (self._bases.cited(other) for other in self._rows[row] if cell_of(other) != cell)
        names_one = any(found and found[0].start < _OPENING and found[0].ngay is None for found in beside)
        if not of_issue and not (names_one and _ONLY_DAY.fullmatch(self._texts[route]) and not _TIME.search(heading)):
            return dated
        return [one._replace(new=None, why=_OF_ROW, sure=of_issue) for one in dated]


def _headings_of_results(texts: Mapping[Route, str]) -> dict[Route, tuple[int, int]]:
    """Return where the words are of headings of what has been under which figures name no year: nobody else asks for new ones."""
    figures = (route for route, text in texts.items() if has_figures(text) and not _ANY_YEAR.search(text))
    with_figures = {route[:end] for route in figures for end in range(1, len(route))}
    found: dict[Route, tuple[int, int]] = {}
    for route, text in texts.items():
        words = heads_results(text) if route[-1:] == ("tieu_de",) and route[:-1] in with_figures else None
        above = any((*route[:end], "tieu_de") in found for end in range(len(route) - 1))
        if words and not above and not _ANY_YEAR.search(text):
            found[route] = words
    return found


def _moves_a_day(text: str, one: Treatment) -> bool:
    return one.new is not None and _DATE_ENDS.search(text, max(0, one.start - 20), one.start) is not None
