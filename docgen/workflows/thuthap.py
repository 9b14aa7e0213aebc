"""The stages of `thuthap`: load, assign, then one form for each unit to fill in, and the list of them; all of it or nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from docgen.decree30 import KIND_ABBREVIATIONS
from docgen.errors import DataError, Place, Problem
from docgen.files import stamp
from docgen.files.storage import Batch
from docgen.forms.formlayout import FormIdentity, FormRow
from docgen.forms.registers import SentForm, form_list
from docgen.forms.unitform import FormHead, form
from docgen.text.folding import numbered_name, plain_name
from docgen.text.thoigian import KyBaoCao, ViTri
from docgen.text.wording import ended, long_date, paper_number, sentence_start
from docgen.work.assignments import RemarkKind, UnitWork
from docgen.workflows.asking import Asked, Asking, refuse_like_codes
from docgen.workflows.office import Office
from docgen.workflows.saving import READING, WRITING, Saved, Say, StrPath, each_name, left_standing, silent

LIST_FILE: Final = "danh-muc-bieu-mau.xlsx"
_KIND: Final = "thuthap"
_TOLD: Final = (RemarkKind.UNKNOWN, RemarkKind.UNASSIGNED, RemarkKind.EMPTY, RemarkKind.EXCEPTED, RemarkKind.NOT_GIVEN)
_LATE: Final = (3, 31)  # of the next year: forms are filled in after the year has ended
_NO_WORK: Final = "kế hoạch chưa giao việc cho đơn vị nào trong ⦃donvi.yaml⦄ nên không có biểu mẫu"
_KEPT: Final = "tệp này đã được điền hoặc sửa tay nên được giữ nguyên"


@dataclass(frozen=True)
class UnitForm:
    """The form of one unit: its file's name, its bytes (.xlsx), the unit."""

    name: str
    data: bytes
    don_vi: str


@dataclass(frozen=True)
class FormSet:
    """The forms of a plan for one period, the list of them (None for single units), where they go unless told otherwise."""

    folder: Path
    forms: tuple[UnitForm, ...]
    listed: bytes | None
    warnings: tuple[Problem, ...]
    period: str

    def save(self, folder: StrPath | None = None, *, overwrite: bool = False, say: Say | None = None) -> Saved:
        """Write the forms and the list of them into `folder`, or else into `self.folder`; all of it or nothing.

        `overwrite`: also over forms that somebody filled in or edited, which are kept as `.bak`. Raises `FileError` where the set
        cannot be written.
        """
        say, folder = say or silent, Path(folder or self.folder)
        with Batch(folder, _KIND, overwrite_edits=overwrite, whole=self.listed is not None) as batch:
            for each in self.forms:
                batch.add(each.name, each.data)
            if self.listed is not None:
                batch.add(LIST_FILE, self.listed)
            say(WRITING)
            result = batch.commit()
        made = f"{len(self.forms)} biểu mẫu {self.period}"
        summary = f"{made}; {len(result.written)} tệp mới hoặc thay đổi, {len(result.unchanged)} tệp như cũ"
        return Saved(tuple(folder / name for name in result.written), tuple(left_standing(folder, result, _KEPT)), summary)


def make_forms(data: StrPath, *, period: str | None = None, units: str | Iterable[str] = (), say: Say | None = None) -> FormSet:
    """Make the Excel form on which each unit with something to do by the plan at `data` reports its results.

    Args:
        data: A kehoach.yaml; coquan.yaml and donvi.yaml stand beside it or in a folder above.
        period: In words ("quý III năm 2023"), the whole year of the plan where none is given.
        units: Name or names of units or groups as a plan has them; forms for these alone, for all where there are none.
        say: Hears of each stage in a few words.

    Returns:
        The forms, to be saved into a folder beside `data`.

    Raises:
        DataError: The data are wrong, a name in `units` is unknown or its unit has nothing to do.
        FileError: A file is missing or cannot be read.
    """
    say, data, names = say or silent, Path(data), each_name(units)
    say(READING)
    given = Office(data).checked("kehoach", "coquan", "donvi")
    ky = given.period(period)
    works = _chosen(given, names)
    say("lập biểu mẫu")
    forms = _Forms(given, ky)
    made = tuple(UnitForm(forms.name(work), forms.made(work), work.ten) for work in works)
    listed = None if names else forms.listed(works)
    return FormSet(
        data.parent / f"bieu-mau-{plain_name(ky.chu)}", made, listed, (*given.remarks, *given.located(_told(ky))), ky.chu
    )


def _told(ky: KyBaoCao) -> tuple[RemarkKind, ...]:
    """Return what is told: times that can't be read matter where a part of the year is asked for."""
    return _TOLD if _is_whole_year(ky) else (*_TOLD, RemarkKind.TIME)


def _is_whole_year(ky: KyBaoCao) -> bool:
    return (ky.tu, ky.den) == (date(ky.tu.year, 1, 1), date(ky.tu.year, 12, 31))


def _chosen(given: Office, names: Sequence[str]) -> tuple[UnitWork, ...]:
    """Return the units that `names` name among those with work; all of these without any."""
    problems = list(given.located((RemarkKind.NOT_THEN,)))
    if not given.assignments.co_viec:
        problems.append(Problem(Place(str(given.data)), _NO_WORK))
    if problems:
        raise DataError(problems)
    return given.busy(names)


class _Forms:
    """Makes the forms of one plan for one period."""

    def __init__(self, given: Office, ky: KyBaoCao) -> None:
        self._given = given
        self._ky = ky
        self._asking = Asking(given)
        refuse_like_codes(self._asking, given.kehoach.file)
        self._digest = self._asking.digest
        self._places = {unit.ten: index for index, unit in enumerate(given.donvi.model.don_vi, start=1)}
        self._head = _head(given, ky)

    def name(self, work: UnitWork) -> str:
        """Return the name of a form's file: that of the unit's letter, with its own ending."""
        return f"{numbered_name(self._places[work.ten], len(self._places), work.ten)}.xlsx"

    def made(self, work: UnitWork) -> bytes:
        """Return the form of one unit."""
        plan = self._given.plan
        identity = FormIdentity(work.ten, plan.nam, self._ky.chu, " ".join(plan.trich_yeu.split()), self._digest)
        rows = [self._row(asked) for asked in self._asking.of(work)]
        source = stamp.source_digest([repr(identity), repr(self._head), repr(rows)])
        return stamp.stamped_copy(form(identity, self._head, rows), source)

    def listed(self, works: Sequence[UnitWork]) -> bytes:
        """Return the list of the forms."""
        sent = [SentForm(work.ten, self.name(work), work.so_chu_tri, work.so_phoi_hop, len(work.trach_nhiem)) for work in works]
        made = form_list(sent, ky=self._ky.chu, ke_hoach=self._head.ke_hoach, co_quan=self._head.co_quan)
        return stamp.stamped_copy(made, "")

    def _row(self, asked: Asked) -> FormRow:
        lies = {self._ky.position(han) for han in asked.han} or {ViTri.TRONG}
        note = "" if ViTri.TRONG in lies else str(next(iter(lies)) if len(lies) == 1 else ViTri.NGOAI)
        return FormRow(asked.ma, asked.ten, asked.vai, asked.thoi_gian, note, asked.chi_tiet)


def _head(given: Office, ky: KyBaoCao) -> FormHead:
    plan, office = given.plan, " ".join(given.coquan.model.ten.split())
    number = f" số {paper_number(plan.so)}/{KIND_ABBREVIATIONS[plan.loai]}-{given.coquan.model.viet_tat}" if plan.so else ""
    day = f" {long_date(plan.ngay, plan.nam)}" if plan.ngay else ""
    cited = f"{sentence_start(plan.loai)}{number}{day} của {office}: {' '.join(plan.trich_yeu.split())}"
    deadlines = [han.den for task in given.assignments.nhiem_vu if (han := task.han) and han.den]
    last = max([date(plan.nam + 1, *_LATE), *deadlines])
    report = plan.cong_van.bao_cao
    back = ended(f"Gửi về {report.gui} {report.han}", ".") if report and _is_whole_year(ky) else ""
    return FormHead(office, cited, date(plan.nam, 1, 1), last, back)
