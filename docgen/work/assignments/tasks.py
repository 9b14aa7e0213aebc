"""The tasks of the appendices, and who leads them and takes part in them."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from docgen.data.model.kehoach import KeHoach
from docgen.data.model.phuluc import NhiemVu, is_same_as_above
from docgen.text import thoigian
from docgen.text.thoigian import ThoiGian
from docgen.work.assignments.remarks import Remarks
from docgen.work.assignments.values import Route, Share, Task, Vai
from docgen.work.units import Mention, Registry

_CELLS: Final = ("chu_tri", "phoi_hop", "thoi_gian", "san_pham")
_PARTNERS: Final = re.compile(r"\bphối hợp\b", re.IGNORECASE)


def tasks(plan: KeHoach, remarks: Remarks) -> Iterator[Task]:
    """Yield every task, each cell with its own words or those above it."""
    above: dict[str, str] = {}
    part: Route = ()
    for ma, route, task in plan.tasks():
        if route[:3] != part:
            above, part = {}, route[:3]
        cells = {name: _cell(task, name, above.get(name, "")) for name in _CELLS}
        above = cells
        han = _time(cells["thoi_gian"], plan.nam)
        if han is not None and not is_same_as_above(task.thoi_gian):
            remarks.time(han, (*route, "thoi_gian"))
        yield Task(ma=ma, ten=task.ten, nhom=_group(plan, route), han=han, route=route, **cells)


def _cell(task: NhiemVu, name: str, above: str) -> str:
    text = getattr(task, name)
    return above if is_same_as_above(text) else text or ""


def _time(text: str, year: int) -> ThoiGian | None:
    return thoigian.read(text, year) if text else None


def _group(plan: KeHoach, route: Route) -> str:
    """Return the title of the group of tasks in which the task at `route` stands."""
    match route:
        case ("phu_luc", int(appendix), "nhom_nhiem_vu", int(group), *_):
            return plan.phu_luc[appendix].nhom_nhiem_vu[group].tieu_de
        case _:
            return ""


def shares(task: Task, written: NhiemVu, registry: Registry, remarks: Remarks) -> dict[str, Share]:
    """Return the part of each unit in `task`. Who leads it only leads it; who is named takes part by name."""
    leads, partners = _led(task, written, registry, remarks)
    partners = [*partners, *_read(task, written, "phoi_hop", registry, remarks)]
    if not leads and not partners:
        remarks.nobody(task)
    joined = {name: Share(task, Vai.PHOI_HOP, groups) for name, groups in through_groups(partners).items()}
    led = {name: Share(task, Vai.CHU_TRI, groups) for name, groups in through_groups(leads).items()}
    return joined | led


def _led(task: Task, written: NhiemVu, registry: Registry, remarks: Remarks) -> tuple[list[Mention], list[Mention]]:
    """Return who leads, and who stands behind "phối hợp với" in the leaders' cell."""
    mentions = _read(task, written, "chu_tri", registry, remarks)
    split = _PARTNERS.search(task.chu_tri)
    if split is None:
        return mentions, []
    return [one for one in mentions if one.start < split.start()], [one for one in mentions if one.start > split.start()]


def _read(task: Task, written: NhiemVu, name: str, registry: Registry, remarks: Remarks) -> list[Mention]:
    text = getattr(task, name)
    if not text:
        return []
    reading = registry.read(text)
    if not is_same_as_above(getattr(written, name)):
        remarks.reading(reading, (*task.route, name))
    return list(reading.mentions)


def through_groups(mentions: Iterable[Mention]) -> dict[str, tuple[str, ...]]:
    """Return every unit of `mentions` with the groups that brought it in; none where it is named itself."""
    groups: dict[str, tuple[str, ...]] = {}
    named: set[str] = set()
    for mention in mentions:
        for name in mention.don_vi:
            if mention.nhom is None:
                named.add(name)
            groups[name] = tuple(dict.fromkeys((*groups.get(name, ()), *((mention.nhom,) if mention.nhom else ()))))
    return {name: () if name in named else through for name, through in groups.items()}
