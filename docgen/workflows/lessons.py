"""What the results of the year that ended teach: read where there are any, held against the plan, with their places."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from docgen.data.model.ketqua import KetQua
from docgen.data.yamlfile import YamlFile
from docgen.errors import DataError, Place
from docgen.rollover.changes import Change, Route, Years
from docgen.rollover.ketqua import BaiHoc, BaiHocKind, learn
from docgen.workflows.assigning import REGISTRY_FILE, assigned
from docgen.workflows.loading import find_if_any, read
from docgen.workflows.matching import RESULTS_FILE, names_asked, refuse_mismatches

_OF_TASKS: Final = (BaiHocKind.CHUYEN_TIEP, BaiHocKind.DE_NGHI_BO)


@dataclass(frozen=True)
class Lessons:
    """The notes to stand above tasks, what is said of tasks, and what is said of the results, with its place there."""

    notes: dict[Route, str]
    of_tasks: tuple[Change, ...] = ()
    of_results: tuple[tuple[Change, Place], ...] = ()


def lessons(data: Path, asked: Path | None, years: Years) -> Lessons:
    """Return what the results at `asked`, or else beside the plan, teach; nothing where there are none.

    Raises a `DocgenError` where they are wrong, or are those of another plan.
    """
    path = asked or data.with_name(RESULTS_FILE)
    if asked is None and not path.exists():
        return Lessons({})
    file, results = read(KetQua, path)
    if find_if_any(data, REGISTRY_FILE) is None:
        raise DataError.at(
            str(path), f"cần {REGISTRY_FILE} cạnh kế hoạch hay ở thư mục trên để biết ai trả lời; chép vào rồi chạy lại"
        )
    given = assigned(data)
    refuse_mismatches(file, results, names_asked(given))
    learnt = learn(given.assignments, results, years, lambda text: given.registry.read(text).don_vi)
    return Lessons(
        {one.route: one.note for one in learnt if one.kind in _OF_TASKS},
        tuple(one.change for one in learnt if one.kind in _OF_TASKS),
        tuple(_of_results(learnt, file)),
    )


def _of_results(learnt: tuple[BaiHoc, ...], file: YamlFile) -> Iterator[tuple[Change, Place]]:
    return ((one.change, file.place(one.route)) for one in learnt if one.kind not in _OF_TASKS)
