"""Fills a draft from the cells of its row, and from the table of figures: each row is one figure of the task of its code."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from docgen.data.model.ketqua import FIGURE_LEFT_OUT, SoLieu, TrangThai, read_status
from docgen.data.sheetcells import FilledCell
from docgen.forms.gathering.cellvalues import read_amount, read_day, written
from docgen.forms.gathering.drafts import STRUCK, TEXTS, Draft, Drafts, text_of, words_of
from docgen.forms.gathering.filledrows import Row
from docgen.forms.gathering.placing import Places
from docgen.text.folding import folded, folded_code, measure_key
from docgen.text.wording import short_date, shortened
from docgen.work.contradictions import contradiction

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
        if said := contradiction(draft.status, [draft.texts.get("noi_dung", "")]):
            self._drafts.doubt(row.cell("trang_thai").place, said)
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
                if cell.doubt:
                    self._drafts.doubt(cell.place, cell.doubt)

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


_FIGURE_CELLS: Final = ("chi_tieu", "don_vi_tinh", "so_luong")


class FigureReader:
    """Reads the figures of one form into the drafts of its results."""

    def __init__(self, drafts: Drafts, places: Places) -> None:
        self._drafts = drafts
        self._places = places
        self._above: Draft | None = None

    def read(self, rows: Sequence[Row]) -> None:
        """Read all rows."""
        for row in rows:
            filled = [name for name in _FIGURE_CELLS if not row.cell(name).is_blank and not row.cell(name).shared]
            draft = self._draft(row) if filled or row.others else None
            if draft is not None:
                self._above = draft
                for name in _FIGURE_CELLS:
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
            self._drafts.note(draft, amount.place, f"{FIGURE_LEFT_OUT}{_said(row)}”: {why}")
            return
        read = read_amount(amount)
        if read.number is None or (read.unit and unit and folded(measure_key(read.unit)) != folded(measure_key(unit))):
            self._drafts.note(draft, amount.place, f"{FIGURE_LEFT_OUT}{_said(row)}”: {read.doubt or 'hai đơn vị tính khác nhau'}")
            return
        if read.doubt or (read.unit and read.unit != "%"):
            sentence = read.doubt or f"“{text_of(amount)}” đọc thành {written(read.number)} {read.unit}"
            self._drafts.doubt(amount.place, sentence)
        values = {"chi_tieu": measure, "don_vi_tinh": unit or read.unit or None, "so_luong": written(read.number)}
        draft.figures.append(SoLieu.model_validate(values))


def _said(row: Row) -> str:
    return ", ".join(text_of(row.cell(name)) or row.cell(name).fault for name in _FIGURE_CELLS if not row.cell(name).is_blank)
