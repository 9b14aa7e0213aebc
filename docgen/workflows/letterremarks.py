"""What a person should know of the letters of a plan: of their words, what the decree finds in several, what else lies there."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from docgen.errors import NOWHERE, Place, Problem
from docgen.files.storage import BatchResult
from docgen.work.assignments import RemarkKind, Task
from docgen.work.doichieu import Held
from docgen.workflows.letters import Maker
from docgen.workflows.office import Office
from docgen.workflows.ownfindings import PaperFinding, draft_with_number, is_final
from docgen.workflows.saving import STALE, left_standing

MERGED_FILE: Final = "cong-van-gop.pdf"
_LONG_SUBJECT: Final = "trích yếu công văn (V/v) in ra {lines} dòng, nên tối đa {most}; ghi câu ngắn hơn ở ⦃cong_van.trich_yeu⦄"
_MOST_LINES: Final = 3  # of a subject under the number, whose column is narrow
_ORDERED: Final = (
    "{names} là cơ quan Đảng, Mặt trận hoặc đoàn thể nhưng công văn đang “giao”; "
    "⦃thêm “loi_giao: đề nghị” vào đơn vị hoặc nhóm (nếu đúng là giao thì ghi “loi_giao: giao” ở đơn vị)"
    "¦bấm tên từng đơn vị ở màn hình “Ai làm gì” để đổi thành đề nghị, hoặc cho biết đúng là giao⦄"
)
_TOLD: Final = tuple(kind for kind in RemarkKind if kind not in (RemarkKind.VAGUE, RemarkKind.NOT_THEN))
_NO_REPORT: Final = (
    "công văn chưa ghi nơi nhận báo cáo và hạn báo cáo; thêm ⦃cong_van.bao_cao (gui, han)¦ở ô {bao_cao.gui} và {bao_cao.han}⦄"
)
_ONLY_WATCH: Final = "chỉ theo dõi, không có việc phải làm nên không có công văn: {names}"
_UNNUMBERED_PLAN: Final = (
    "công văn đã có số hoặc ngày nhưng kế hoạch chưa có ⦃so, ngay¦số, ngày⦄ nên chỗ dẫn kế hoạch còn để trống"
)
_OLD_PDF: Final = "PDF này là của bản trước"
_RENEW: Final = "chạy lại với {{{option}}} để làm mới, hoặc xóa đi"
_KEPT: Final = "tệp này đã được sửa tay nên được giữ nguyên"


def warnings_of(maker: Maker, outcome: Held) -> Iterator[Problem]:
    """Yield what a person should know of the letters before they are made, held against the plan with this `outcome`."""
    given, wording, place = maker.given, maker.letters.wording, Place(str(maker.data))
    yield from given.remarks
    yield from given.located(_TOLD)
    if wording.bao_cao is None:
        yield Problem(place, _NO_REPORT)
    lines = maker.letters.head(wording.so_bat_dau)[1].count("\n") + 1
    if lines > _MOST_LINES:
        yield Problem(place, _LONG_SUBJECT.format(lines=lines, most=_MOST_LINES))
    if ordered := given.registry.ordered_bodies(work.ten for work in maker.works):
        yield Problem(Place(str(given.donvi.file.file)), _ORDERED.format(names=", ".join(f"“{name}”" for name in ordered)))
    if (wording.so_bat_dau or isinstance(wording.ngay, date)) and not is_final(given.plan.so, given.plan.ngay):
        yield Problem(place, _UNNUMBERED_PLAN)
    if watching := [unit.ten for unit in given.assignments.co_phan if not unit.co_viec]:
        yield Problem(place, _ONLY_WATCH.format(names=", ".join(watching)))
    if (said := draft_with_number(wording.du_thao, wording.so_bat_dau, "so_bat_dau")) is not None:
        yield Problem(given.kehoach.file.place(("cong_van", "du_thao")), said)
    if outcome.uncovered:
        names, many = ", ".join(outcome.uncovered), len(outcome.uncovered)
        unclear = ", ".join(f"“{words}”" for words in outcome.unclear)
        said = f"không nêu tên {many}" if unclear else f"chưa có {many}"
        asked = f"; xem {unclear} có gồm các đơn vị này không" if unclear else ""
        yield Problem(place, f"nơi nhận của kế hoạch {said} đơn vị được giao việc: {names}{asked}")


def nobody_has(given: Office, task: Task) -> Iterator[Problem]:
    """Yield why a task is in no letter: words of its cells in which no unit was recognised.

    One whose units are known to have no members yet, or that names none, is told with the letters of the others.
    """
    unknown = [
        remark
        for remark in given.assignments.remarks
        if remark.kind is RemarkKind.UNKNOWN and remark.route[:-1] in (task.route, task.whole.route)
    ]
    for remark in unknown:
        yield Problem(given.kehoach.file.place(remark.route), remark.message)
    if unknown or not any(task.ma in remark.tasks for remark in given.assignments.remarks):
        sentence = f"nhiệm vụ {task.ma} “{task.ten}” không có trong công văn nào; xem lại đơn vị chủ trì và phối hợp"
        yield Problem(given.kehoach.file.place((*task.route, "chu_tri")), sentence)


def told_of(findings: Mapping[Path, Sequence[PaperFinding]]) -> list[Problem]:
    """Return each remark on the letters once, with how many letters it is about where there are several."""
    alike: dict[tuple[Place | None, str], list[Problem]] = defaultdict(list)
    for path, many in findings.items():
        for one in many:
            alike[one.source, one.words].append(one.at(path))
    return [
        told[0] if len(told) == 1 else Problem(source or NOWHERE, f"{len(told)} công văn: {words}")
        for (source, words), told in alike.items()
    ]


def left_in(folder: Path, result: BatchResult) -> Iterator[Problem]:
    """Yield what stands in the folder that this run did not make."""
    changed = {Path(name).with_suffix(".pdf").name for name in result.written}
    made = {*changed, *(Path(name).with_suffix(".pdf").name for name in (*result.unchanged, *result.kept))}

    def told(name: str) -> Iterator[tuple[str, str]]:
        if name == MERGED_FILE and changed:
            yield _OLD_PDF, _RENEW.format(option="merged")
        if name in changed:
            yield _OLD_PDF, _RENEW.format(option="pdf")
        if name not in made and name != MERGED_FILE:
            yield STALE, ""

    return left_standing(folder, result, _KEPT, told)
