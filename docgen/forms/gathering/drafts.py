"""Answers while they are being read: what is sure, and what a person has to look at, each with its cell."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from docgen.data.model.ketqua import TO_LOOK_AT, KetQuaViec, SoLieu, TrangThai
from docgen.data.sheetcells import FilledCell
from docgen.forms.gathering.cellvalues import written
from docgen.forms.gathering.filledrows import Answer, Findings, Form, Row
from docgen.text.folding import folded_code
from docgen.text.wording import short_date, shortened

LABELS: Final = {
    "ten": "tên", "trang_thai": "trạng thái", "ngay_hoan_thanh": "ngày hoàn thành", "noi_dung": "kết quả",
    "so_lieu": "số liệu", "kho_khan": "khó khăn", "kien_nghi": "kiến nghị", "ghi_chu": "ghi chú",
}  # fmt: skip
TEXTS: Final = ("noi_dung", "kho_khan", "kien_nghi")


@dataclass(slots=True)
class Draft:
    """What one unit says of one task."""

    ma: str
    ten: str
    place: str
    status: TrangThai | None = None
    day: date | None = None
    texts: dict[str, str] = field(default_factory=dict)
    figures: list[SoLieu] = field(default_factory=list)
    plain_notes: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def finished(self, file: str = "", unit: str | None = None) -> Answer:
        """Return the answer; one without a status says so."""
        marked = [f"{TO_LOOK_AT} {note}" for note in dict.fromkeys(self.notes)]
        result = KetQuaViec(
            ma=self.ma,
            ten=self.ten,
            don_vi=unit,
            trang_thai=self.status or TrangThai.CHUA_RO,
            ngay_hoan_thanh=self.day,
            noi_dung=self.texts.get("noi_dung"),
            so_lieu=tuple(self.figures),
            kho_khan=self.texts.get("kho_khan"),
            kien_nghi=self.texts.get("kien_nghi"),
            ghi_chu="\n".join([*self.plain_notes, *marked]) or None,
        )
        return Answer(result, file, self.place)


class Drafts:
    """The drafts of one form by their codes, and what is to be told of its cells."""

    def __init__(self, form: Form, findings: Findings) -> None:
        self.all: dict[str, Draft] = {}
        self._form = form
        self._findings = findings

    def keep(self, draft: Draft) -> Draft:
        """Keep `draft`, and return the one kept of its task: where there is one already, what differs is kept as a note."""
        known = self.all.setdefault(folded_code(draft.ma), draft)
        if known is not draft:
            names = [name for name in LABELS if getattr(draft.finished().result, name)]
            said = differences(known.finished().result, draft.finished().result, names)
            if said:
                self.note(known, draft.place, f"ghi thêm cho cùng nhiệm vụ {known.ma}: {'; '.join(said)}")
        return known

    def doubt(self, place: str, sentence: str) -> None:
        """Tell what is doubtful of a cell or row and was dealt with."""
        self._findings.doubts.append(self._form.problem(place, sentence))

    def fault(self, place: str, sentence: str) -> None:
        """Tell what cannot be placed."""
        self._findings.faults.append(self._form.problem(place, sentence))

    def note(self, draft: Draft, place: str, sentence: str) -> None:
        """Tell what is doubtful, and keep it with the result."""
        self.doubt(place, f"{sentence} (đã chép vào ⦃ghi_chu¦ghi chú⦄)")
        draft.notes.append(f"{place}: {sentence}")

    def note_comment(self, draft: Draft, cell: FilledCell) -> None:
        """Keep a comment that hangs on a cell."""
        if cell.comment:
            self.note(draft, cell.place, f"có lời ghi chú (comment): “{cell.comment}”")

    def note_others(self, draft: Draft, row: Row) -> None:
        """Keep what stands under headings that docgen does not know."""
        for heading, cell in row.others:
            self.note(draft, cell.place, f"{heading}: {text_of(cell) or cell.fault or cell.comment}")


STRUCK: Final = "chữ gạch ngang “{words}” không lấy"


def text_of(cell: FilledCell) -> str:
    """Return what stands in a cell as words, its line ends kept."""
    if isinstance(cell.value, Decimal):
        return cell.words or written(cell.value)
    if isinstance(cell.value, date):
        return f"{cell.value.month}/{cell.value.year}" if cell.lacks_day else short_date(cell.value)
    return cell.value or ""


def words_of(cell: FilledCell) -> str:
    """Return what stands in a cell on one line, a number as it is typed in a code."""
    return f"{cell.value:f}" if isinstance(cell.value, Decimal) else " ".join(text_of(cell).split())


def differences(one: KetQuaViec, other: KetQuaViec, names: Sequence[str] = tuple(LABELS)) -> list[str]:
    """Return what `other` says otherwise than `one`, each as "kết quả: …"."""
    return [f"{LABELS[name]}: {said(other, name)}" for name in names if getattr(one, name) != getattr(other, name)]


def changes(one: KetQuaViec, other: KetQuaViec) -> list[str]:
    """Return what changed from `one` to `other`, long words cut short."""
    return [
        f"{LABELS[name]}: {shortened(said(one, name))} → {shortened(said(other, name))}"
        for name in LABELS
        if getattr(one, name) != getattr(other, name)
    ]


def said(result: KetQuaViec, name: str) -> str:
    """Return what a result says in one of its fields, as words on one line."""
    value = getattr(result, name)
    if not value:
        return "(trống)"
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, tuple):
        return "; ".join(" ".join(filter(None, (each.chi_tieu, written(each.so_luong), each.don_vi_tinh))) for each in value)
    return " ".join(str(value).split())
