"""The stages of `phancong`: load, validate, assignments, then words for the terminal and a workbook to write."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from docgen import forms as workbook
from docgen.errors import Place, Problem
from docgen.files import stamp, storage
from docgen.work import matrix
from docgen.workflows.office import Office
from docgen.workflows.orders import Say

_ALL_OF_THEM: Final = "(xem đủ bằng {out}, trang Đơn vị)"
_NAMED: Final = 20  # units without work are named as far as this


@dataclass(frozen=True)
class Shown:
    """What is to be printed, what a person should know, and the files written."""

    text: str
    remarks: tuple[str | Problem, ...]
    files: tuple[Path, ...] = ()


def phancong(data: Path, say: Say, *, names: Sequence[str] = (), out: Path | None = None, overwrite: bool = False) -> Shown:
    """Show who does what by the plan at `data`: the matrix, or the lists of the units `names`; write the workbook to `out`.

    A unit that did not bear its name in the plan's year is told like every other remark: nothing goes out by this command.
    """
    say("đọc và kiểm tra dữ liệu")
    office = Office(data).checked("kehoach", "coquan", "donvi")
    chosen = office.chosen(names)
    text = "\n".join(map(matrix.unit_list, chosen)) if names else matrix.matrix(office.assignments)
    remarks: list[str | Problem] = [*office.located(), *([] if names else _idle(office))]
    if out is None:
        return Shown(text, tuple(remarks))
    say("ghi tệp")
    source = stamp.source_digest(file.text for file in (office.kehoach.file, office.coquan.file, office.donvi.file))
    made = stamp.stamped_copy(_workbook(office), source)
    remarks += storage.write_all({out: made}, overwrite_edits=overwrite)
    return Shown(text, tuple(remarks), (out,))


def _workbook(office: Office) -> bytes:
    name = Path(office.kehoach.file.file).name  # the same workbook, wherever the command was called
    to_look_at = [
        workbook.ToLookAt(str(replace(place, file=name)), remark.kind, remark.text, remark.message)
        for remark, place in office.placed()
    ]
    plan = office.plan
    return workbook.work(office.assignments, to_look_at, nam=plan.nam, ke_hoach=plan.trich_yeu, co_quan=office.coquan.model.ten)


def _idle(office: Office) -> list[Problem]:
    names = office.assignments.khong_co_viec
    if not names:
        return []
    listed, more = "; ".join(names[:_NAMED]), len(names) > _NAMED
    words = f"{len(names)} đơn vị không có việc trong kế hoạch này: {listed}{' …' if more else ''}"
    return [Problem(Place(office.donvi.file.file), words, _ALL_OF_THEM if more else "")]
