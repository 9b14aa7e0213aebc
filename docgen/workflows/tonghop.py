"""The stages of `tonghop`: load, assign, read the forms, gather their answers, merge them into `ketqua.yaml`, write."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Final

from docgen.data.model.ketqua import KetQuaViec, to_look_at
from docgen.errors import DataError, FileError, Place, Problem
from docgen.files import storage
from docgen.forms.gathering.filledrows import Answer, Asked, Findings, Work
from docgen.forms.gathering.gather import Gathered, Identities, gather_answers
from docgen.forms.gathering.reconciling import Merged, came_from, merge, unanswered, with_own_codes
from docgen.forms.gathering.resultfile import ResultFile
from docgen.text.folding import folded_code, on_one_line
from docgen.work.assignments import Vai
from docgen.work.tiendo import Name
from docgen.workflows.asking import Asked as AskedOfUnit
from docgen.workflows.asking import Asking, refuse_like_codes
from docgen.workflows.datafiles import RESULTS_FILE
from docgen.workflows.office import Office
from docgen.workflows.saving import READING, WRITING, Saved, Say, StrPath, plain, silent
from docgen.workflows.takenforms import DoubtfulAnswer, Dropped, Taken, accepted_answer, doubtful_answer, take

_ADVICE: Final = "sửa rồi chạy lại, hoặc thêm {despite_errors} để ghi những gì chắc chắn và bỏ lại những chỗ trên"
_LEFT_OUT: Final = "(chưa lấy)"
_REFUSED: Final = "nhiệm vụ {code} của {unit}: người xem chọn không lấy câu trả lời này"
_CHANGED_MEANWHILE: Final = "tệp này vừa được sửa trong lúc docgen đang chạy nên chưa ghi gì; chạy lại"
_NOT_THE_PLANS: Final = (
    "mã {code} trong kế hoạch là “{right}” nhưng ở đây ghi “{said}”; sửa cho khớp, nếu không baocao sẽ báo lỗi"
)
_NOBODYS: Final = (
    "{many} việc kế hoạch không giao cho ai nên không có trong biểu mẫu nào: {codes}; "
    "người lập báo cáo ghi kết quả vào ⦃ketqua.yaml¦bảng kết quả⦄, không ghi ⦃don_vi¦đơn vị⦄"
)


@dataclass(frozen=True)
class GatheredResults:
    """The file of results as it is to be: its bytes (None where nothing changes), its path, what was left out, what to know.

    `doubtful` are the answers to be written of which something was not read with certainty; each says so in its note until
    `accepted`.
    """

    data: bytes | None
    path: Path
    left_out: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    summary: str
    doubtful: tuple[DoubtfulAnswer, ...]
    _unreadable: bool
    _file: ResultFile
    _decided: Callable[[frozenset[int], frozenset[int]], "GatheredResults"] = field(repr=False)

    def accepted(self, doubtful: Iterable[int], refused: Iterable[int] = ()) -> "GatheredResults":
        """Return the results with these of the `doubtful` answers, by their places from 0, taken as they were read.

        The `refused` are left out, and told among what is.
        """
        return self._decided(frozenset(doubtful), frozenset(refused))

    def save(self, *, despite_errors: bool = False, data: bytes | None = None, say: Say | None = None) -> Saved:
        """Write the file to `self.path`, where what the clerk wrote stays as it is; `despite_errors`: although some is left out.

        `data` is what a person made of `self.data`, as `ResultForm.changed` gives it.

        Raises `DataError` or `FileError` with everything that was left out, `FileError` where the file cannot be written.
        """
        if self.left_out and not despite_errors:
            error = FileError(self.left_out) if self._unreadable else DataError(self.left_out)
            error.remedy = _ADVICE
            raise error
        told = [_as_left_out(problem) for problem in self.left_out]
        if self.data is None:
            return Saved((), tuple(told), self.summary)
        (say or silent)(WRITING)
        if not self._file.is_as_it_was():
            raise FileError.at(str(self.path), _CHANGED_MEANWHILE)
        told += plain(storage.write_all({self.path: data or self.data}, overwrite_edits=True))
        return Saved((self.path,), tuple(told), self.summary)


def gather(
    data: StrPath,
    forms: Iterable[StrPath | Dropped],
    *,
    out: StrPath | None = None,
    period: str | None = None,
    say: Say | None = None,
) -> GatheredResults:
    """Gather the answers in filled forms into the file of results of the plan at `data`.

    Args:
        data: A kehoach.yaml; coquan.yaml and donvi.yaml stand beside it or in a folder above.
        forms: Filled forms (.xlsx), folders that hold some, names with `*`, or files that are on no disk, as (name, bytes).
        out: The file of results, ketqua.yaml beside the plan where none is given; what stands there is kept.
        period: In words; takes the forms of that period alone.
        say: Hears of each stage in a few words.

    Returns:
        The new file, to be saved; `left_out` is every form that cannot be read and every answer that cannot be placed.

    Raises:
        DataError: The data are wrong; every problem with its place.
        FileError: A file of data is missing or cannot be read.
    """
    say, data = say or silent, Path(data)
    say(READING)
    given = Office(data)
    file = given.checked_with(partial(ResultFile, Path(out) if out else data.with_name(RESULTS_FILE)))
    asked = _asked(given)
    ky = None if period is None else given.period(period)
    say("đọc biểu mẫu")
    taken, findings = take(one if isinstance(one, tuple) else Path(one) for one in forms), Findings()
    say("tổng hợp")
    gathered = gather_answers(taken.forms, Identities(asked, given.registry), findings, ky, came_from(file.standing))
    gathered = gathered._replace(answers=with_own_codes(file.standing, gathered.answers, asked, findings))
    return _Gathering(given, asked, file, taken, findings, gathered).made()


@dataclass(frozen=True)
class _Gathering:
    """Answers gathered, and all that they are merged with."""

    given: Office
    asked: Asked
    file: ResultFile
    taken: Taken
    findings: Findings
    gathered: Gathered

    def made(self, accepted: frozenset[int] = frozenset(), refused: frozenset[int] = frozenset()) -> GatheredResults:
        """Return the results with these of the doubtful answers taken as they were read, and without the refused ones."""
        given, asked, file, taken, gathered = self.given, self.asked, self.file, self.taken, self.gathered
        doubtful = self._doubtful
        looked, left = ({answer.key for index, answer in enumerate(doubtful) if index in some} for some in (accepted, refused))
        answers = [accepted_answer(each) if each.key in looked else each for each in gathered.answers if each.key not in left]
        merged = merge(file.standing, answers, asked)
        results = _results(file, merged)
        changes = bool(merged.added or merged.replaced)
        new = file.with_answers(merged, nam=asked.nam, ke_hoach=asked.ke_hoach) if changes else None
        warnings = [
            *taken.remarks,
            *self.findings.doubts,
            *_told(file, merged, asked),
            *plain([*_empty(gathered), *unanswered(asked, results), *_of_nobody(given, asked.counted(results))]),
        ]
        return GatheredResults(
            new,
            file.path,
            (
                *taken.unreadable,
                *taken.not_forms,
                *self.findings.faults,
                *(_refused(doubtful[index]) for index in sorted(refused)),
            ),
            tuple(warnings),
            _summary(taken, gathered, merged),
            tuple(doubtful_answer(taken, answer) for answer in doubtful),
            bool(taken.unreadable),
            file,
            self.made,
        )

    @cached_property
    def _doubtful(self) -> tuple[Answer, ...]:
        """Return the answers that would be written with words of docgen's to a person."""
        merged = merge(self.file.standing, self.gathered.answers, self.asked)
        written = (answer for _, answer in (*merged.added, *merged.replaced))
        return tuple(answer for answer in written if to_look_at(answer.result.ghi_chu or ""))


def _refused(answer: Answer) -> Problem:
    return Problem(Place(f"{answer.name}: {answer.place}"), _REFUSED.format(code=answer.result.ma, unit=answer.result.don_vi))


def _as_left_out(problem: Problem) -> Problem:
    if problem.remedy:
        return replace(problem, remedy=f"{problem.remedy} {_LEFT_OUT}")
    return replace(problem, message=f"{problem.marked} {_LEFT_OUT}")


def _asked(given: Office) -> Asked:
    asking = Asking(given)
    refuse_like_codes(asking, given.kehoach.file)
    leads: dict[str, list[str]] = {task.ma: [] for task in given.assignments.nhiem_vu}
    watchers: dict[str, list[str]] = {task.ma: [] for task in given.assignments.nhiem_vu}
    for work in given.assignments.don_vi:
        for share in (*work.viec, *work.theo_doi):
            if share.vai is not Vai.PHOI_HOP:
                (leads if share.vai is Vai.CHU_TRI else watchers)[share.nhiem_vu.ma].append(work.ten)
    return Asked(
        nam=given.plan.nam,
        ke_hoach=given.plan.trich_yeu,
        ma_ke_hoach=asking.digest,
        all=[_work(one) for one in asking.all().values()],
        leads=leads,
        of={work.ten: [_work(one) for one in asking.of(work)] for work in given.assignments.co_viec},
        watchers=watchers,
    )


def _work(one: AskedOfUnit) -> Work:
    """Return what is asked as results name it; the name of a line stands on one line, so that it is easily typed."""
    return Work(one.ma, on_one_line(one.ten) if one.ten_chung else one.ten, one.ten_chung)


def _of_nobody(given: Office, results: Iterable[KetQuaViec]) -> Iterator[str]:
    """Yield which tasks without a result are in no form, because the plan gives them to nobody."""
    answered = {folded_code(result.ma) for result in results}
    given_out = {folded_code(share.nhiem_vu.ma) for work in given.assignments.don_vi for share in work.viec}
    codes = [
        task.ma
        for task in given.assignments.nhiem_vu
        if task.given_to_nobody and folded_code(task.ma) not in {*answered, *given_out}
    ]
    if codes:
        yield _NOBODYS.format(many=len(codes), codes=", ".join(codes))


def _results(file: ResultFile, merged: Merged) -> list[KetQuaViec]:
    replaced = dict(merged.replaced)
    standing = [replaced[index].result if index in replaced else one.result for index, one in enumerate(file.standing)]
    return [*standing, *(answer.result for _, answer in merged.added)]


def _told(file: ResultFile, merged: Merged, asked: Asked) -> Iterator[Problem]:
    """Yield what became of the results that were in the file, and which of them name another task than the plan."""
    yield from (file.located(index, sentence) for index, sentence in merged.remarks)
    names = {folded_code(work.ma): Name(work.ten, work.ten_chung) for work in asked.all}
    for index, one in enumerate(file.standing):
        right = names.get(folded_code(one.result.ma))
        if right is not None and not right.is_said(one.result.ten):
            sentence = _NOT_THE_PLANS.format(code=one.result.ma, right=on_one_line(right.full), said=one.result.ten)
            yield file.located(index, sentence)


def _empty(gathered: Gathered) -> Iterator[str]:
    if gathered.empty:
        yield f"{len(gathered.empty)} biểu mẫu chưa có câu trả lời nào: {'; '.join(gathered.empty)}"


def _summary(taken: Taken, gathered: Gathered, merged: Merged) -> str:
    return (
        f"{len(taken.forms)} biểu mẫu, {len(gathered.units)} đơn vị trả lời; thêm {len(merged.added)} kết quả, "
        f"cập nhật {len(merged.replaced)}, như cũ {merged.unchanged}, "
        f"giữ bản sửa tay {len(merged.remarks) - len(merged.replaced)}"
    )
