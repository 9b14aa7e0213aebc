"""What each unit is asked to report on, each with a code: its tasks, its duties by the plan's words; results are held to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from typing import Final

from docgen.data.yamlfile import YamlFile, in_order
from docgen.errors import DataError, Problem
from docgen.forms.formlayout import DUTY_CODE, DUTY_ROLE, FURTHER_CODE, plan_digest
from docgen.forms.gathering.filledrows import Work
from docgen.forms.gathering.placing import like_codes
from docgen.text.thoigian import ThoiGian
from docgen.work.assignments import OWN_CELL, PARTIES, Route, Share, Task, TrachNhiem, UnitWork
from docgen.work.tiendo import Name, mismatches
from docgen.workflows.office import Office

_LIKE: Final = "⦃ma: ¦⦄“{other}” và “{one}” chỉ khác dấu ngăn, khoảng trắng hay chữ hoa nên trong biểu mẫu dễ ghi lẫn; đổi một mã"


@dataclass(frozen=True, slots=True)
class Asked:
    """A task or a duty as a unit is asked about it; `vai` is "chủ trì", "phối hợp", "theo dõi" or "trách nhiệm"."""

    ma: str
    ten: str
    vai: str
    thoi_gian: str
    han: tuple[ThoiGian, ...]
    route: Route
    chi_tiet: str = ""  # what else the plan's columns say of a task, a line each
    ten_chung: str = ""  # of a line the name of its task, which several lines share


class Asking:
    """What the units of one plan are asked, and the codes of its duties, which count through the plan's file."""

    def __init__(self, office: Office) -> None:
        self._office = office
        taken = {task.ma.casefold() for task in office.assignments.nhiem_vu}
        codes = (f"{DUTY_CODE}{number}" for number in count(1))
        free = (code for code in codes if code.casefold() not in taken)
        self.duty_codes: dict[Route, str] = dict(zip(self._duties(), free, strict=False))

    def of(self, work: UnitWork) -> tuple[Asked, ...]:
        """Return what the unit of `work` is asked: what it leads, takes part in and watches over, its duties."""
        tasks = [_task(share.nhiem_vu, share) for share in (*work.chu_tri, *work.phoi_hop, *work.theo_doi)]
        return (*tasks, *(self._duty(duty) for duty in work.trach_nhiem))

    def all(self) -> dict[str, Asked]:
        """Return everything that anybody is asked, by its code, tasks first; the role of a task is blank here."""
        tasks = {task.ma: _task(task) for task in self._office.assignments.nhiem_vu}
        duties = {self.duty_codes[duty.route]: duty for work in self._office.assignments.don_vi for duty in work.trach_nhiem}
        return tasks | {code: self._duty(duties[code]) for code in self.duty_codes.values()}

    def names(self) -> dict[str, Name]:
        """Return the name of everything that anybody is asked, by its code."""
        return {code: Name(one.ten, one.ten_chung) for code, one in self.all().items()}

    @property
    def digest(self) -> str:
        """Return what tells this plan and its work from any other."""
        plan = self._office.plan
        return plan_digest(plan.nam, plan.trich_yeu, ((ma, one.ten) for ma, one in self.all().items()))

    def _duties(self) -> list[Route]:
        routes = dict.fromkeys(duty.route for work in self._office.assignments.don_vi for duty in work.trach_nhiem)
        return sorted(routes, key=self._place)

    def _place(self, route: Route) -> tuple[int, int]:
        place = self._office.kehoach.file.place(route)
        return place.line or 0, place.column or 0

    def _duty(self, duty: TrachNhiem) -> Asked:
        times = tuple(time for time in duty.han if time.chua_ro is None)
        words = "; ".join(time.chu for time in times)
        return Asked(self.duty_codes[duty.route], duty_words(duty), DUTY_ROLE, words, times, duty.route)


def duty_words(duty: TrachNhiem) -> str:
    """Return a duty in its own words, with the item that leads up to it and its sub-items each on a line."""
    led = f"{duty.dan} " if duty.dan else ""
    return "\n".join([f"{led}{duty.noi_dung}", *(f"+ {text}" for text in duty.cong)])


def _task(task: Task, share: Share | None = None) -> Asked:
    """Return a task as it is asked about; who leads and who takes part, where that is more than the unit that is asked."""
    own = OWN_CELL[share.vai] if share and not (share.con_chu or task.other_cells()) else ""
    details = "\n".join(task.other_cells(*(name for name in PARTIES if name != own)))
    times = (task.han,) if task.han else ()
    shared = task.ten if task.cua else ""
    return Asked(task.ma, task.full_name, str(share.vai) if share else "", task.thoi_gian, times, task.route, details, shared)


def refuse_like_codes(asking: Asking, plan: YamlFile) -> None:
    """Raise `DataError` with the codes that people could type for one another: in forms separators, spaces and case are free."""
    asked = asking.all()
    like = like_codes(Work(one.ma, one.ten) for one in asked.values())
    found = [Problem(plan.place(asked[second.ma].route), _LIKE.format(one=first.ma, other=second.ma)) for first, second in like]
    if found:
        raise DataError(in_order(found))


def refuse_mismatches(office: Office, asked: Mapping[str, Name]) -> None:
    """Raise `DataError` with every result whose code and name are not those of what was `asked`, its name under its code."""
    file, results = office.ketqua
    found = [Problem(file.place(one.route), one.message) for one in mismatches(results.ket_qua, asked, FURTHER_CODE)]
    if found:
        raise DataError(in_order(found))
