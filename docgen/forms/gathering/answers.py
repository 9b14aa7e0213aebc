"""Reads the rows of one form into answers: what is doubtful is told with its cell, what is not understood is kept as a note."""

from typing import Final

from docgen.data.model.ketqua import NAMELESS
from docgen.forms.gathering.drafts import Draft, Drafts, text_of, words_of
from docgen.forms.gathering.filledrows import Answer, Asked, Findings, Form, Row
from docgen.forms.gathering.filling import FigureReader, Filling, filled_names, is_answered
from docgen.forms.gathering.placing import Places
from docgen.text.folding import folded, folded_code
from docgen.text.patterns import lazy_re

PREFIX: Final = "K."
_CODE: Final = lazy_re(r"K\.?\d+")
_ROLE: Final = "vieckhac"
_OPENINGS: Final = lazy_re(
    r"(tm|kt|tl|tuq)?(nguoilap|nguoibaocao|thutruong|giamdoc|phogiamdoc|chutich|phochutich|truongphong|truongban|chanhvanphong)(bieu|donvi)?"
    r"|ky(ten|ghiro|va).*|.{0,30}ngay\d*thang\d*nam(20\d\d)?"
)
_TOLD: Final = "từ dòng này coi là phần ký tên nên không đọc; nếu còn câu trả lời thì ghi mã nhiệm vụ vào dòng đó"


class Further:
    """The further work of one form; its codes count within the form."""

    def __init__(self, drafts: Drafts, places: Places) -> None:
        self._drafts = drafts
        self._places = places
        self._used: set[str] = set()

    @staticmethod
    def is_code(code: str) -> bool:
        """Return whether `code` is one of further work."""
        return _CODE.fullmatch(folded_code(code)) is not None

    def is_further(self, row: Row, code: str, name: str) -> bool:
        """Return whether the row tells of work that the plan does not name."""
        if self._places.by_code(code) is not None:
            return False
        if self.is_code(code) or folded(words_of(row.cell("vai"))) == _ROLE:
            return True
        placed = self._places.place("", name)
        return not folded(code) and bool(folded(name)) and is_answered(row) and placed.work is None and not placed.fault

    def draft(self, row: Row, code: str, name: str) -> Draft:
        """Return a draft under the row's own code, or under the next free one."""
        own = f"{PREFIX}{folded_code(code).lstrip('K.')}"
        if own in self._used or not self.is_code(code):
            own = next(each for number in range(1, 100_000) if self._is_free(each := f"{PREFIX}{number}"))
            self._drafts.doubt(row.place, f"dòng thêm, không có trong kế hoạch; ghi là việc khác, mã {own}")
        self._used.add(own)
        draft = Draft(own, text_of(row.cell("ten")) or NAMELESS, row.place)
        if not folded(name):
            self._drafts.note(draft, row.place, "chưa ghi tên việc")
        if text_of(row.cell("thoi_gian")):
            draft.plain_notes.append(f"Thời gian: {text_of(row.cell('thoi_gian'))}")
        return draft

    def _is_free(self, code: str) -> bool:
        return code not in self._used and self._places.by_code(code) is None


class Signature:
    """Finds where the signing of one form begins; from there on only rows that name a task are answers."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts
        self._has_begun = False
        self._is_told = False

    def is_part(self, row: Row, name: str) -> bool:
        """Return whether a row that names no task belongs to the signing."""
        words = [folded(words_of(cell)) for cell in row.cells.values()]
        if row.cell("trang_thai").is_blank and (not folded(name) or _OPENINGS.fullmatch(folded(name))):
            self._has_begun |= any(_OPENINGS.fullmatch(text) for text in words)
        if self._has_begun and is_answered(row) and not self._is_told:
            self._is_told = True
            self._drafts.doubt(row.place, _TOLD)
        return self._has_begun


def read_form(form: Form, unit: str, asked: Asked, findings: Findings) -> list[Answer]:
    """Return the answers in the form of `unit`, in its order; what is odd goes into `findings`."""
    drafts = Drafts(form, findings)
    places = Places(asked, unit, form.sent)
    for place, sentence in form.remarks:
        drafts.doubt(place, sentence)
    _ResultReader(drafts, places, asked.nam).read(form)
    FigureReader(drafts, places).read(form.figures)
    return [draft.finished(form.file, unit) for draft in drafts.all.values()]


class _ResultReader:
    """Reads the table of results."""

    def __init__(self, drafts: Drafts, places: Places, nam: int) -> None:
        self._drafts = drafts
        self._places = places
        self._filling = Filling(drafts, nam)
        self._further = Further(drafts, places)
        self._signature = Signature(drafts)
        self._above: Draft | None = None

    def read(self, form: Form) -> None:
        """Read all rows."""
        for row in form.rows:
            code = "" if row.cell("ma").shared else words_of(row.cell("ma"))
            name = "" if row.cell("ten").shared else words_of(row.cell("ten"))
            is_signature = not self._is_placed(code, name) and self._signature.is_part(row, name)
            draft = None if is_signature else self._draft(row, code, name)
            if draft is not None:
                if row.is_hidden:
                    self._drafts.doubt(row.place, "dòng này bị ẩn hoặc bị lọc nhưng vẫn được đọc")
                self._filling.fill(draft, row)
                self._above = self._drafts.keep(draft)
        self._filling.tell_swapped_days()

    def _is_placed(self, code: str, name: str) -> bool:
        known = self._places.by_code(code) or self._places.place("", name).work
        return known is not None or self._further.is_code(code)

    def _draft(self, row: Row, code: str, name: str) -> Draft | None:
        """Return a draft for what the row is about, None where it says nothing or cannot be placed."""
        if self._further.is_further(row, code, name):
            return self._further.draft(row, code, name) if filled_names(row) or folded(name) else None
        if not folded(code) and not folded(name):
            if is_answered(row):
                self._beside_above(row)
            return None
        if not is_answered(row) and not (filled_names(row) and self._places.place(code, name).work):
            return None
        placed = self._places.place(code, name)
        if placed.work is None:
            self._drafts.fault(row.place, placed.fault)
            return None
        if placed.doubt:
            self._drafts.doubt(row.place, placed.doubt)
        return Draft(placed.work.ma, placed.work.ten, row.place)

    def _beside_above(self, row: Row) -> None:
        """Keep what stands in a row without code and words with the task above it."""
        said = [text_of(row.cell(each)) or row.cell(each).fault for each in filled_names(row) if not row.cell(each).shared]
        words = "; ".join([*said, *(f"{heading}: {text_of(cell)}" for heading, cell in row.others)])
        if self._above is None:
            self._drafts.fault(row.place, f"dòng này không có mã và tên nên không biết của nhiệm vụ nào: “{words}”")
        else:
            self._drafts.note(self._above, row.place, f"dòng không có mã, để cùng nhiệm vụ {self._above.ma} ở trên: “{words}”")
