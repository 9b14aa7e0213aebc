"""Reads the rows of one form into answers: what is doubtful is told with its cell, what is not understood is kept as a note."""

from docgen.forms.gathering.drafts import Draft, Drafts, text_of, words_of
from docgen.forms.gathering.figures import FigureReader
from docgen.forms.gathering.filling import Filling, filled_names, is_answered
from docgen.forms.gathering.further import Further
from docgen.forms.gathering.placing import Places
from docgen.forms.gathering.signing import Signature
from docgen.forms.gathering.values import Answer, Asked, Findings, Form, Row
from docgen.text.folding import folded


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
