"""The stages of `tonghop`: load, assign, read the forms, gather their answers, merge them into `ketqua.yaml`, write."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from docgen.data.model.ketqua import KetQuaViec
from docgen.errors import DataError, DocgenError, FileError, Problem
from docgen.files import storage
from docgen.forms.gathering.filledrows import Asked, Findings, Work
from docgen.forms.gathering.gather import Gathered, gather
from docgen.forms.gathering.identity import Identities
from docgen.forms.gathering.merging import Merged, came_from, merge, unanswered
from docgen.text.folding import folded, folded_code
from docgen.work.assignments import Vai
from docgen.workflows.asking import Asking
from docgen.workflows.formfiles import Taken, take
from docgen.workflows.office import RESULTS_FILE, Office
from docgen.workflows.orders import Made, Say
from docgen.workflows.resultfile import ResultFile

_ADVICE: Final = "sửa rồi chạy lại, hoặc thêm {despite_errors} để ghi những gì chắc chắn và bỏ lại những chỗ trên"
_LEFT_OUT: Final = "{problem} (chưa lấy)"
_CHANGED_MEANWHILE: Final = "tệp này vừa được sửa trong lúc docgen đang chạy nên chưa ghi gì; chạy lại"
_NOT_THE_PLANS: Final = (
    "mã {code} trong kế hoạch là “{right}” nhưng ở đây ghi “{said}”; sửa cho khớp, nếu không baocao sẽ báo lỗi"
)


@dataclass(frozen=True)
class GatherOrder:
    """What a user asked for: the plan, the filled forms, the file of results, of which period alone.

    `despite_errors`: whether what is sure is written although something could not be read or placed.
    """

    data: Path
    forms: tuple[Path, ...]
    out: Path | None = None
    period: str | None = None
    despite_errors: bool = False


def tonghop(order: GatherOrder, say: Say) -> Made:
    """Gather the answers in the forms into the file of results, in which everything that the clerk wrote stays as it is.

    Raises a `DocgenError` with every form that cannot be read and every answer that cannot be placed; nothing is written then.
    """
    say("đọc và kiểm tra dữ liệu")
    given = Office(order.data).checked("kehoach", "coquan", "donvi")
    asked = _asked(given)
    ky = None if order.period is None else given.period(order.period)
    file = ResultFile(order.out or order.data.with_name(RESULTS_FILE))
    say("đọc biểu mẫu")
    taken, findings = take(order.forms), Findings()
    say("tổng hợp")
    gathered = gather(taken.forms, Identities(asked, given.registry), findings, ky, came_from(file.standing))
    left_out = _refuse(taken, findings, only_tell=order.despite_errors)
    merged = merge(file.standing, gathered.answers, asked)
    written = _write(file, merged, asked, say)
    warnings = [
        *map(str, [*taken.remarks, *findings.doubts]),
        *(_LEFT_OUT.format(problem=problem) for problem in left_out),
        *_told(file, merged, asked),
        *_empty(gathered),
        *unanswered(asked, _results(file, merged)),
        *written.warnings,
    ]
    return Made(written.files, tuple(warnings), _summary(taken, gathered, merged))


def _asked(given: Office) -> Asked:
    asking = Asking(given)
    leads: dict[str, list[str]] = {task.ma: [] for task in given.assignments.nhiem_vu}
    for work in given.assignments.don_vi:
        for share in work.viec:
            if share.vai is Vai.CHU_TRI:
                leads[share.nhiem_vu.ma].append(work.ten)
    return Asked(
        nam=given.plan.nam,
        ke_hoach=given.plan.trich_yeu,
        ma_ke_hoach=asking.digest,
        all=[Work(one.ma, one.ten) for one in asking.all().values()],
        leads=leads,
        of={work.ten: [Work(one.ma, one.ten) for one in asking.of(work)] for work in given.assignments.co_viec},
    )


def _refuse(taken: Taken, findings: Findings, *, only_tell: bool) -> list[Problem]:
    """Raise what hinders a complete gathering, or return it where it is only to be told."""
    problems = [*taken.unreadable, *taken.not_forms, *findings.faults]
    if problems and not only_tell:
        kind: type[DocgenError] = FileError if taken.unreadable else DataError
        error = kind(problems)
        error.remedy = _ADVICE
        raise error
    return problems


def _write(file: ResultFile, merged: Merged, asked: Asked, say: Say) -> Made:
    if not merged.added and not merged.replaced:
        return Made((), ())
    say("ghi tệp")
    data = file.with_answers(merged, nam=asked.nam, ke_hoach=asked.ke_hoach)
    if not file.is_as_it_was():
        raise FileError.at(str(file.path), _CHANGED_MEANWHILE)
    return Made((file.path,), tuple(storage.write_all({file.path: data}, overwrite_edits=True)))


def _results(file: ResultFile, merged: Merged) -> list[KetQuaViec]:
    replaced = dict(merged.replaced)
    standing = [replaced[index].result if index in replaced else one.result for index, one in enumerate(file.standing)]
    return [*standing, *(answer.result for _, answer in merged.added)]


def _told(file: ResultFile, merged: Merged, asked: Asked) -> Iterator[str]:
    """Yield what became of the results that were in the file, and which of them name another task than the plan."""
    yield from (str(file.located(index, sentence)) for index, sentence in merged.remarks)
    names = {folded_code(work.ma): work.ten for work in asked.all}
    for index, one in enumerate(file.standing):
        right = names.get(folded_code(one.result.ma))
        if right is not None and folded(right) != folded(one.result.ten):
            sentence = _NOT_THE_PLANS.format(code=one.result.ma, right=right, said=one.result.ten)
            yield str(file.located(index, sentence))


def _empty(gathered: Gathered) -> Iterator[str]:
    if gathered.empty:
        yield f"{len(gathered.empty)} biểu mẫu chưa có câu trả lời nào: {'; '.join(gathered.empty)}"


def _summary(taken: Taken, gathered: Gathered, merged: Merged) -> str:
    kept = len(merged.remarks) - len(merged.replaced)
    return (
        f"{len(taken.forms)} biểu mẫu, {len(gathered.units)} đơn vị trả lời; thêm {len(merged.added)} kết quả, "
        f"cập nhật {len(merged.replaced)}, như cũ {merged.unchanged}, giữ bản sửa tay {kept}"
    )
