"""Reads the table of figures: each row is one figure of the task whose code it bears."""

from collections.abc import Sequence
from typing import Final

from docgen.data.model.ketqua import SoLieu
from docgen.forms.gathering.cellvalues import read_amount, written
from docgen.forms.gathering.drafts import Draft, Drafts, text_of, words_of
from docgen.forms.gathering.filledrows import Row
from docgen.forms.gathering.placing import Places
from docgen.text.folding import folded, folded_code

_INPUTS: Final = ("chi_tieu", "don_vi_tinh", "so_luong")


class FigureReader:
    """Reads the figures of one form into the drafts of its results."""

    def __init__(self, drafts: Drafts, places: Places) -> None:
        self._drafts = drafts
        self._places = places
        self._above: Draft | None = None

    def read(self, rows: Sequence[Row]) -> None:
        """Read all rows."""
        for row in rows:
            filled = [name for name in _INPUTS if not row.cell(name).is_blank and not row.cell(name).shared]
            draft = self._draft(row) if filled or row.others else None
            if draft is not None:
                self._above = draft
                for name in _INPUTS:
                    self._drafts.note_comment(draft, row.cell(name))
                self._drafts.note_others(draft, row)
                if filled:
                    self._add(draft, row)

    def _draft(self, row: Row) -> Draft | None:
        code = words_of(row.cell("ma"))
        if not folded(code) and self._above is not None:
            self._drafts.doubt(row.place, f"dòng số liệu không có mã; tính cho nhiệm vụ {self._above.ma} ở trên")
            return self._above
        known = self._drafts.all.get(folded_code(code))
        if known is not None or (work := self._places.by_code(code)) is None:
            if known is None:
                what = f"không có mã “{code}” trong biểu mẫu" if folded(code) else "dòng số liệu không có mã nhiệm vụ"
                self._drafts.fault(row.place, f"{what} nên không biết số này của nhiệm vụ nào: “{_said(row)}”")
            return known
        placed = self._places.place(code, work.ten)
        if placed.work is None:
            self._drafts.fault(row.place, placed.fault)
            return None
        return self._drafts.all.get(folded_code(work.ma)) or self._unanswered(row, placed.work.ma, placed.work.ten)

    def _unanswered(self, row: Row, ma: str, ten: str) -> Draft:
        draft = self._drafts.keep(Draft(ma, ten, row.place))
        self._drafts.note(draft, row.place, "có số liệu nhưng trang kết quả chưa ghi gì về nhiệm vụ này")
        return draft

    def _add(self, draft: Draft, row: Row) -> None:
        measure, amount = text_of(row.cell("chi_tieu")), row.cell("so_luong")
        unit = text_of(row.cell("don_vi_tinh"))
        if amount.is_blank or amount.fault or not measure:
            why = amount.fault or ("chưa có số lượng" if amount.is_blank else "chưa ghi chỉ tiêu")
            self._drafts.note(draft, amount.place, f"số liệu “{_said(row)}”: {why}")
            return
        read = read_amount(amount)
        if read.number is None or (read.unit and unit and folded(read.unit) != folded(unit)):
            self._drafts.note(draft, amount.place, f"số liệu “{_said(row)}”: {read.doubt or 'hai đơn vị tính khác nhau'}")
            return
        if read.doubt or (read.unit and read.unit != "%"):
            sentence = read.doubt or f"“{text_of(amount)}” đọc thành {written(read.number)} {read.unit}"
            self._drafts.doubt(amount.place, sentence)
        values = {"chi_tieu": measure, "don_vi_tinh": unit or read.unit or None, "so_luong": written(read.number)}
        draft.figures.append(SoLieu.model_validate(values))


def _said(row: Row) -> str:
    return ", ".join(text_of(row.cell(name)) or row.cell(name).fault for name in _INPUTS if not row.cell(name).is_blank)
