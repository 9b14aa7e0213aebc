"""The stages of the letters, in order: load, assign, context, render, check, hold against the plan, write."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from docgen.data.yamlfile import in_order
from docgen.errors import NOWHERE, DataError, Place, Problem, TemplateError
from docgen.files import pdf, stamp
from docgen.files.storage import Batch, BatchResult
from docgen.forms import LetterRow, register
from docgen.paper.merging import merged
from docgen.text.wording import shortened
from docgen.work.assignments import RemarkKind, Task
from docgen.work.doichieu import Held, counted, held
from docgen.workflows.inspection import Fault, refuse_errors
from docgen.workflows.letters import Letter, Maker, made
from docgen.workflows.office import Office
from docgen.workflows.orders import LetterOrder, Made, Say

INDEX_FILE: Final = "so-dang-ky-van-ban-di.xlsx"
_KIND: Final = "congvan"
MERGED_FILE: Final = "cong-van-gop.pdf"
_TOLD: Final = (RemarkKind.UNKNOWN, RemarkKind.UNASSIGNED, RemarkKind.TIME)
_NO_REPORT: Final = "công văn chưa ghi nơi nhận báo cáo và hạn báo cáo; thêm cong_van.bao_cao (gui, han)"

_CHOSEN: Final = "đã đối chiếu {count} công văn được chọn với kế hoạch, đúng từng chữ; chưa đối chiếu cả bộ"
_UNNUMBERED_PLAN: Final = "công văn đã có số hoặc ngày nhưng kế hoạch chưa có so, ngay nên chỗ dẫn kế hoạch còn để trống"
_NOT_EDITED: Final = "bản gộp in theo bản docgen làm, không có chỗ sửa tay trong {names}; in riêng các tệp này"
_OLD_PDF: Final = "PDF này là của bản trước"
_RENEW: Final = "chạy lại với {{{option}}} để làm mới, hoặc xóa đi"
_KEPT: Final = "tệp này đã được sửa tay nên được giữ nguyên"
_OVERWRITE: Final = "dùng {overwrite} để ghi đè và giữ bản cũ thành .bak"
_STALE: Final = "tệp của lần chạy trước, nay không còn trong kế hoạch; xem lại rồi xóa nếu không dùng"

Tick = Callable[[int, int], None]


@dataclass(frozen=True)
class Preview:
    """A letter as it would be written: its file, its unit, how many tasks led and joined, how many duties."""

    file: Path
    don_vi: str
    chu_tri: int
    phoi_hop: int
    trach_nhiem: int


@dataclass(frozen=True)
class Shown:
    """What an order would come to: its letters, and what a person should know about them."""

    letters: tuple[Preview, ...]
    warnings: tuple[str, ...]


def preview(order: LetterOrder) -> Shown:
    """Return the letters that the order would write; raise `DataError` with every problem of the data and of the set."""
    maker = Maker(order)
    chosen = _chosen(maker)
    warnings = tuple(_warnings(maker, _held(maker, chosen)))
    letters = tuple(
        Preview(order.folder / maker.name(work), work.ten, len(work.chu_tri), len(work.phoi_hop), len(work.trach_nhiem))
        for work in (maker.works[index] for index in chosen)
    )
    return Shown(letters, warnings)


def congvan(order: LetterOrder, say: Say, tick: Tick) -> Made:
    """Write a letter to each unit of the plan that has something to do, and the register of them; all of it or nothing.

    Raises a `DocgenError` with every problem found: of the data, of the letters with the decree, of the set with the plan.
    """
    say("đọc và kiểm tra dữ liệu")
    maker = Maker(order)
    chosen = _chosen(maker)
    outcome = _held(maker, chosen)
    say("soạn và kiểm tra từng công văn")
    with Batch(order.folder, _KIND, overwrite_edits=order.overwrite, whole=not order.units) as batch:
        faults: list[Fault] = []
        lost: dict[str, str] = {}
        rows: list[LetterRow] = []
        papers: dict[str, bytes] = {}
        edited: dict[str, bytes] = {}
        for letter in made(maker, chosen):
            batch.add(letter.name, letter.data)
            faults += letter.faults
            lost = dict.fromkeys(letter.lost, letter.name) | lost
            rows.append(_row(maker, letter))
            if order.with_pdf or order.merged:
                papers[letter.name] = letter.data
                edited.update(_edited(order, letter))
            tick(len(rows), len(chosen))
        if lost:
            raise TemplateError(_lost(maker, text, name) for text, name in lost.items())
        refuse_errors(faults, only_tell=order.despite_errors)
        if not order.units:
            batch.add(INDEX_FILE, _register(maker, rows))
        for name, data in _printed(order, papers, edited, say):
            batch.add(name, data)
        say("ghi tệp")
        result = batch.commit()
    warnings: list[str | Problem] = [*_warnings(maker, outcome), *maker.unprinted(), *_told(faults), *_left(order.folder, result)]
    if order.merged and edited:
        warnings.append(f"{order.folder / MERGED_FILE}: {_NOT_EDITED.format(names=', '.join(edited))}")
    agreed = _CHOSEN.format(count=len(rows)) if order.units else outcome.summary
    summary = f"{agreed}; {len(result.written)} tệp mới hoặc thay đổi, {len(result.unchanged)} tệp như cũ"
    return Made(tuple(order.folder / name for name in result.written), tuple(warnings), summary)


def _chosen(maker: Maker) -> list[int]:
    """Return the places of the units that the order names among all that have work; of all where it names none."""
    given, names = maker.given, maker.order.units
    if not maker.works:
        raise DataError.at(str(maker.order.data), "kế hoạch chưa giao việc cho đơn vị nào trong donvi.yaml nên không có công văn")
    wanted = {work.ten for work in given.busy(names)}
    return [index for index, work in enumerate(maker.works) if work.ten in wanted]


def _held(maker: Maker, chosen: Sequence[int]) -> Held:
    """Hold the set against the plan; a choice of single units is held only for what it is."""
    given = maker.given
    works = [maker.works[index] for index in chosen]
    outcome = held(given.assignments, works, given.plan.noi_nhan, given.registry)
    if maker.order.units:
        return replace(outcome, faults=(), lost=())
    problems = [Problem(Place(str(maker.order.data)), fault) for fault in outcome.faults]
    problems += in_order(problem for task in outcome.lost for problem in _nobody(given, task))
    if problems:
        raise DataError(problems)
    return outcome


def _nobody(given: Office, task: Task) -> Iterator[Problem]:
    """Yield why a task is in no letter, with what was not recognised of its units."""
    for remark in given.assignments.remarks:
        if remark.kind is RemarkKind.UNKNOWN and remark.route[:-1] == task.route:
            yield Problem(given.kehoach.file.place(remark.route), remark.message)
    sentence = f"nhiệm vụ {task.ma} “{task.ten}” không có trong công văn nào; xem lại đơn vị chủ trì và phối hợp"
    yield Problem(given.kehoach.file.place((*task.route, "chu_tri")), sentence)


def _lost(maker: Maker, text: str, name: str) -> Problem:
    sentence = f"mẫu này làm mất chữ của kế hoạch: “{shortened(text)}” (công văn {name}); xem lại các thẻ của mẫu"
    return Problem(Place(maker.template.name), sentence)


def _row(maker: Maker, letter: Letter) -> LetterRow:
    work, letters = letter.work, maker.letters
    return LetterRow(
        don_vi=work.ten,
        tep=letter.name,
        trich_yeu=letters.subject,
        chu_tri=len(work.chu_tri),
        phoi_hop=len(work.phoi_hop),
        trach_nhiem=len(work.trach_nhiem),
        han=next(iter(work.han), None),
        so_ky_hieu="" if letter.so is None else letters.number(letter.so).removeprefix("Số: "),
        ngay=letters.wording.ngay,
        nguoi_ky=letters.ky.ho_ten or "",
        luu=letters.wording.luu or letters.plan.luu,
    )


def _register(maker: Maker, rows: Sequence[LetterRow]) -> bytes:
    plan, office = maker.given.plan, maker.given.coquan.model
    book = register(
        rows,
        nam=plan.cong_van.ngay.year if plan.cong_van.ngay else plan.nam,
        co_quan=office.ten,
        co_quan_chu_quan=office.co_quan_chu_quan or "",
        ke_hoach=plan.trich_yeu,
    )
    return stamp.stamped_copy(book, "")


def _edited(order: LetterOrder, letter: Letter) -> dict[str, bytes]:
    """Return the letter as a person edited it, where it is kept so: its PDF has to say the same."""
    path = order.folder / letter.name
    if order.overwrite or not path.is_file():
        return {}
    data = path.read_bytes()
    return {} if data == letter.data or stamp.is_untouched(data) else {letter.name: data}


def _printed(order: LetterOrder, papers: dict[str, bytes], edited: dict[str, bytes], say: Say) -> Iterator[tuple[str, bytes]]:
    """Yield the PDFs that were asked for; one run of LibreOffice makes them all."""
    if not papers:
        return
    say("tạo PDF")
    wanted = papers | edited if order.with_pdf else {}
    if order.merged:
        wanted[MERGED_FILE] = merged(list(papers.values()))
    for name, data in pdf.to_pdf(wanted).items():
        yield str(Path(name).with_suffix(".pdf")), stamp.stamped_pdf(data)


def _warnings(maker: Maker, outcome: Held) -> Iterator[str]:
    given = maker.given
    yield from (str(problem) for problem in given.located(_TOLD))
    if maker.letters.wording.bao_cao is None:
        yield f"{maker.order.data}: {_NO_REPORT}"
    if (maker.letters.wording.so_bat_dau or maker.letters.wording.ngay) and not (given.plan.so and given.plan.ngay):
        yield f"{maker.order.data}: {_UNNUMBERED_PLAN}"
    if outcome.uncovered:
        names = ", ".join(outcome.uncovered)
        yield f"{maker.order.data}: nơi nhận của kế hoạch chưa có {len(outcome.uncovered)} đơn vị được giao việc: {names}"
    if maker.order.with_pdf or maker.order.merged:
        warning = pdf.font_warning()
        if warning:
            yield warning


def _told(faults: Sequence[Fault]) -> list[str]:
    """Return each remark on the letters once, with how many letters it is about."""
    first = {fault.words: str(fault.problem) for fault in reversed(faults)}
    count = Counter(fault.words for fault in faults)
    return counted({first[words] if times == 1 else words: times for words, times in count.items()})


def _left(folder: Path, result: BatchResult) -> Iterator[Problem]:
    """Yield what stands in the folder that this run did not make."""
    for name in result.kept:
        yield Problem(Place(str(folder / name)), _KEPT, _OVERWRITE)
    for name in result.backed_up:
        yield Problem(NOWHERE, f"bản cũ đã được giữ lại: {folder / name}")
    changed = {Path(name).with_suffix(".pdf").name for name in result.written}
    made = {*changed, *(Path(name).with_suffix(".pdf").name for name in (*result.unchanged, *result.kept))}
    for name in result.stale:
        if name == MERGED_FILE and changed:
            yield Problem(Place(str(folder / name)), _OLD_PDF, _RENEW.format(option="merged"))
        if name in changed:
            yield Problem(Place(str(folder / name)), _OLD_PDF, _RENEW.format(option="pdf"))
        if name in made or name == MERGED_FILE:
            continue
        yield Problem(Place(str(folder / name)), _STALE)
