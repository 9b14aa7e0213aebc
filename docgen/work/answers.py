"""Who answers for a task or a line of one: which answers decide, which add figures, which count in no way, who is silent."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final, NamedTuple

from docgen.data.model.ketqua import KetQuaViec, TrangThai
from docgen.text.folding import same_words
from docgen.text.so import count, number
from docgen.work.assignments import Assignments, Route, Task, Vai
from docgen.work.contradictions import contradiction
from docgen.work.so_lieu import is_rate, key_of
from docgen.work.tiendo import Nhac

_NAMED: Final = 10  # units of a group that are named, more are counted
PlacedAnswer = tuple[int, KetQuaViec]
ReadUnits = Callable[[str], Sequence[str]]


@dataclass(frozen=True)
class TaskParts:
    """Who has a part in a task or a line: who leads, each name with the units that it stands for, who takes part, who watches."""

    chu_tri: Mapping[str, frozenset[str]]
    phoi_hop: frozenset[str]
    theo_doi: frozenset[str] = frozenset()

    @cached_property
    def dan_dau(self) -> frozenset[str]:
        """Return the units that lead."""
        return frozenset().union(*self.chu_tri.values())

    def silent(self, answered: frozenset[str]) -> tuple[str, ...]:
        """Return those that lead and are not among `answered`; of a group of which some answered, who did not."""
        missing = {name: sorted(units - answered) for name, units in self.chu_tri.items()}
        return tuple(
            name
            if len(left) == len(self.chu_tri[name])
            else f"{name} ({', '.join(left) if len(left) <= _NAMED else f'{count(len(left))} đơn vị'})"
            for name, left in missing.items()
            if left
        )


def duty_parts(assignments: Assignments, codes: Mapping[Route, str]) -> dict[str, TaskParts]:
    """Return who has each duty of the plan, by the code that its place has; units that a plan names as a group by the group."""
    led: dict[str, dict[str, set[str]]] = {code: defaultdict(set) for code in codes.values()}
    for unit in assignments.don_vi:
        for duty in unit.trach_nhiem:
            for name in duty.qua_nhom or (unit.ten,):
                led[codes[duty.route]][name].add(unit.ten)
    return {code: TaskParts({name: frozenset(units) for name, units in who.items()}, frozenset()) for code, who in led.items()}


def parts(assignments: Assignments) -> dict[str, TaskParts]:
    """Return who has a part in each task, by its code; units that a plan names as a group are called by the group."""
    led: dict[str, dict[str, set[str]]] = {task.ma: defaultdict(set) for task in assignments.nhiem_vu}
    joined: dict[str, set[str]] = {task.ma: set() for task in assignments.nhiem_vu}
    watched: dict[str, set[str]] = {task.ma: set() for task in assignments.nhiem_vu}
    for unit in assignments.don_vi:
        for share in unit.viec:
            ma = share.nhiem_vu.ma
            if share.vai is Vai.CHU_TRI:
                for name in share.qua_nhom or (unit.ten,):
                    led[ma][name].add(unit.ten)
            else:
                joined[ma].add(unit.ten)
        for share in unit.theo_doi:
            watched[share.nhiem_vu.ma].add(unit.ten)
    return {
        ma: TaskParts({name: frozenset(units) for name, units in who.items()}, frozenset(joined[ma]), frozenset(watched[ma]))
        for ma, who in led.items()
    }


class SortedAnswers(NamedTuple):
    """Who answers for one task, resolved once: whatever is counted, added up or told of the task reads this.

    The answers that decide over the status; those of units that take part, whose figures count too; those that do not count in
    any way; who leads and is silent; and what there is to look at.
    """

    quyet_dinh: tuple[KetQuaViec, ...]
    khac: tuple[KetQuaViec, ...]
    khong_tinh: tuple[KetQuaViec, ...]
    chua_tra_loi: tuple[str, ...]
    nhac: tuple[Nhac, ...]


def sort_answers(task: Task, who: TaskParts, answers: Sequence[PlacedAnswer], read_units: ReadUnits) -> SortedAnswers:
    """Return the answers to `task`: what the clerk wrote without a unit decides alone, otherwise the leaders' answers do.

    Beside the clerk's nothing else counts; of two answers of one unit the first counts, and one of a unit that has no part
    in the task does not. An answer of several units at once counts where none of them answers by itself, or they would be
    counted twice.
    """
    named = [frozenset(read_units(answer.don_vi)) if answer.don_vi else frozenset[str]() for _, answer in answers]
    alone = frozenset[str]().union(*(units for units in named if len(units) == 1))
    known = (who.dan_dau | who.phoi_hop) if who.chu_tri else alone.union(*named) - who.theo_doi
    alone &= known
    clerks = tuple(answer for _, answer in answers if answer.don_vi is None)
    leaders: list[KetQuaViec] = []
    partners: list[KetQuaViec] = []
    uncounted: list[KetQuaViec] = []
    remarks: list[Nhac] = []
    answered: set[str] = set()
    led: frozenset[str] = frozenset()
    for (index, answer), units in zip(answers, named, strict=True):
        if answer.don_vi is None:
            continue
        only_watches = bool(units) and units <= who.theo_doi - who.phoi_hop
        leads = (
            (not who.chu_tri and not only_watches)
            or units & who.dan_dau
            or (not units and same_words(answer.don_vi) in same_words(task.chu_tri))
        )
        why = ""
        if is_shared := len(units) > 1 and bool(units & (alone | answered)):
            why = f"{answer.don_vi} trả lời chung nhiệm vụ {task.ma} khi có đơn vị trả lời riêng; không tính câu chung, xem lại"
        elif units and units <= answered:
            why = f"{answer.don_vi} trả lời nhiệm vụ {task.ma} hai lần (đơn vị này đã trả lời ở trên); không tính, giữ một"
        elif only_watches:
            why = f"{answer.don_vi} chỉ theo dõi nhiệm vụ {task.ma}; câu trả lời chỉ ghi ở phụ lục, không tính"
        elif not leads and not units & who.phoi_hop:
            why = f"{answer.don_vi} trả lời nhiệm vụ {task.ma} nhưng kế hoạch không giao; chỉ ghi ở phụ lục, không tính"
        elif clerks and answer.so_lieu:
            why = (
                f"số liệu của {answer.don_vi} về nhiệm vụ {task.ma} không cộng vào, "
                "vì kết quả không ⦃có don_vi¦ghi đơn vị⦄ quyết định"
            )
        if why:
            remarks.append(Nhac(("ket_qua", index, "don_vi"), why))
        answered |= frozenset() if is_shared else units & known
        counted = not clerks and not why
        (uncounted if not counted else leaders if leads else partners).append(answer)
        led |= units if counted and leads else frozenset()
    deciding = {id(one) for one in (*clerks, *leaders)}
    for index, answer in answers:
        if id(answer) in deciding and (said := contradiction(answer.trang_thai, [answer.noi_dung or ""])):
            whose = f" của {answer.don_vi}" if answer.don_vi else ""
            remarks.append(Nhac(("ket_qua", index, "trang_thai"), f"nhiệm vụ {task.ma}{whose}: {said}"))
    if clerks:
        return SortedAnswers(clerks, (), tuple(uncounted), (), tuple(remarks))
    remarks += (*_doubts(task, leaders, answers), *_added_to(task, leaders, partners, answers))
    return SortedAnswers(tuple(leaders), tuple(partners), tuple(uncounted), who.silent(led), tuple(remarks))


def _doubts(task: Task, leaders: Sequence[KetQuaViec], answers: Sequence[PlacedAnswer]) -> Iterator[Nhac]:
    known = _known(leaders)
    if len({answer.trang_thai for answer in known}) > 1:
        said = ", ".join(f"{answer.don_vi}: {answer.trang_thai}" for answer in known)
        sentence = f"các đơn vị chủ trì nhiệm vụ {task.ma} trả lời khác nhau ({said}) nên tính là đang thực hiện"
        remedy = f"nếu không phải thì thêm một kết quả mã {task.ma} không ⦃có don_vi¦ghi đơn vị⦄"
        yield Nhac(("ket_qua", answers[0][0]), f"{sentence}; {remedy}")


def _added_to(
    task: Task, leaders: Sequence[KetQuaViec], partners: Sequence[KetQuaViec], answers: Sequence[PlacedAnswer]
) -> Iterator[Nhac]:
    """Yield which figures of those that take part are added to the leaders' own, who may have counted them already."""
    led = {key_of(one) for answer in leaders for one in answer.so_lieu if not is_rate(one.chi_tieu, one.don_vi_tinh or "")}
    twice = [(answer, [one for one in answer.so_lieu if key_of(one) in led]) for answer in partners]
    said = [f"{answer.don_vi}: {number(one.so_luong)} {one.chi_tieu}" for answer, some in twice for one in some]
    if said:
        first = next(answer for answer, some in twice if some)
        index = next(index for index, answer in answers if answer is first)
        sentence = f"số liệu nhiệm vụ {task.ma} cộng cả số của đơn vị phối hợp ({'; '.join(said)})"
        yield Nhac(("ket_qua", index, "so_lieu"), f"{sentence}; nếu số của đơn vị chủ trì đã gồm các số này thì xóa các số này")


def _known(answers: Sequence[KetQuaViec]) -> list[KetQuaViec]:
    """Return the answers that say how far the task has come; of some nobody could read it."""
    return [answer for answer in answers if answer.trang_thai not in (TrangThai.CHUA_RO, TrangThai.CHUA_BAO_CAO)]


def decided(answers: Sequence[KetQuaViec]) -> tuple[TrangThai, date | None]:
    """Return the status and the day of completion that deciding `answers` come to.

    Where some are finished and others not, the task as a whole is under way; where of some nobody knows and the others agree that
    it has ended or not begun, nobody knows of the whole. The day is the last one, known if all are.
    """
    known = _known(answers)
    statuses = {answer.trang_thai for answer in known}
    unclear = any(answer.trang_thai is TrangThai.CHUA_RO for answer in answers)
    if not statuses:
        return TrangThai.CHUA_RO if unclear else TrangThai.CHUA_BAO_CAO, None
    status = statuses.pop() if len(statuses) == 1 else TrangThai.DANG_THUC_HIEN
    if unclear and status is not TrangThai.DANG_THUC_HIEN:
        return TrangThai.CHUA_RO, None
    days = [answer.ngay_hoan_thanh for answer in known if answer.ngay_hoan_thanh is not None]
    finished = status is TrangThai.HOAN_THANH and len(days) == len(known)
    return status, max(days) if finished else None


def without_later_ones(answers: Sequence[KetQuaViec], last: date) -> list[KetQuaViec]:
    """Return `answers` as they stood on the day `last`: what was finished later was not finished then."""
    unfinished = {"trang_thai": TrangThai.DANG_THUC_HIEN, "ngay_hoan_thanh": None}
    return [
        answer.model_copy(update=unfinished) if answer.ngay_hoan_thanh and answer.ngay_hoan_thanh > last else answer
        for answer in answers
    ]
