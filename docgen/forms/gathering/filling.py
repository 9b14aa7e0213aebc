"""Fills a draft from the cells of its row."""

from datetime import date
from typing import Final

from docgen.data.model.ketqua import TrangThai, read_status
from docgen.data.sheetcells import FilledCell
from docgen.forms.gathering.cellvalues import read_day
from docgen.forms.gathering.drafts import STRUCK, TEXTS, Draft, Drafts, text_of
from docgen.forms.gathering.filledrows import Row
from docgen.text.folding import folded
from docgen.text.wording import short_date, shortened

INPUTS: Final = ("trang_thai", "ngay_hoan_thanh", *TEXTS)
_LAST_DAY: Final = (3, 31)  # of the next year: forms are filled in after the year has ended
_NOT_DONE: Final = (TrangThai.CHUA_THUC_HIEN, TrangThai.KHONG_THUC_HIEN)


def filled_names(row: Row) -> list[str]:
    """Return which cells for answers are filled in, those of a merged cell among them."""
    return [name for name in INPUTS if not row.cell(name).is_blank]


def is_answered(row: Row) -> bool:
    """Return whether anybody wrote into this very row."""
    return bool(row.others) or any(not row.cell(name).shared for name in filled_names(row))


class Filling:
    """Fills the drafts of one form of the year `nam`."""

    def __init__(self, drafts: Drafts, nam: int) -> None:
        self._drafts = drafts
        self._nam = nam
        self._days: list[tuple[FilledCell, date]] = []
        self._typed_as_text = False

    def fill(self, draft: Draft, row: Row) -> None:
        """Take what the row says into `draft`."""
        for name in INPUTS:
            cell = row.cell(name)
            self._drafts.note_comment(draft, cell)
            if cell.struck:
                self._drafts.note(draft, cell.place, STRUCK.format(words=shortened(cell.struck)))
            if cell.fault:
                self._drafts.note(draft, cell.place, cell.fault)
            elif not cell.is_blank and cell.value is not None:
                if cell.shared:
                    self._drafts.doubt(cell.place, f"ô gộp {cell.shared}: “{text_of(cell)}” được dùng cho cả dòng này")
                self._take(draft, name, cell)
        self._drafts.note_others(draft, row)
        if row.cell("trang_thai").is_blank:
            self._drafts.note(draft, row.cell("trang_thai").place, f"chưa ghi trạng thái nên ghi “{TrangThai.CHUA_RO}”")

    def tell_swapped_days(self) -> None:
        """Tell of dates that a program with American settings may have read month first: such a one leaves others as text."""
        for cell, day in self._days if self._typed_as_text else ():
            if day.day <= 12 and day.day != day.month:
                other = short_date(date(day.year, day.day, day.month))
                self._drafts.doubt(cell.place, f"ngày {short_date(day)} có thể bị đảo ngày và tháng ({other}); xem lại")

    def _take(self, draft: Draft, name: str, cell: FilledCell) -> None:
        match name:
            case "trang_thai":
                draft.status = read_status(text_of(cell))
                if draft.status is not None and folded(draft.status) != folded(text_of(cell)):
                    self._drafts.doubt(cell.place, f"trạng thái “{text_of(cell)}” đọc thành “{draft.status}”")
                if draft.status is None:
                    self._drafts.note(draft, cell.place, f"không rõ trạng thái “{text_of(cell)}” nên ghi “{TrangThai.CHUA_RO}”")
            case "ngay_hoan_thanh":
                self._take_day(draft, cell)
            case _:
                draft.texts[name] = text_of(cell)

    def _take_day(self, draft: Draft, cell: FilledCell) -> None:
        read = read_day(cell, self._nam)
        if read.day is None:
            self._drafts.note(draft, cell.place, f"ngày hoàn thành: {read.doubt}")
            return
        draft.day = read.day
        if read.doubt:
            self._drafts.doubt(cell.place, read.doubt)
        if not date(self._nam, 1, 1) <= read.day <= date(self._nam + 1, *_LAST_DAY):
            self._drafts.doubt(cell.place, f"ngày hoàn thành {short_date(read.day)} nằm ngoài năm {self._nam}; xem lại")
        if draft.status in _NOT_DONE:
            self._drafts.doubt(cell.place, f"có ngày hoàn thành {short_date(read.day)} nhưng trạng thái là “{draft.status}”")
        if isinstance(cell.value, date):
            self._days.append((cell, read.day))
        else:
            self._typed_as_text |= read.day.day > 12
