"""Puts together, unit by unit, the tasks of the appendices and the duties of the body."""

from collections import defaultdict
from dataclasses import replace

from docgen.data.model.kehoach import KeHoach
from docgen.work.assignments.duties import Duties
from docgen.work.assignments.remarks import Remarks
from docgen.work.assignments.tasks import shares, tasks
from docgen.work.assignments.values import Assignments, Share, TrachNhiem, UnitWork
from docgen.work.units import Registry


def assign(plan: KeHoach, registry: Registry) -> Assignments:
    """Return who does what in `plan`, with every unit of its year in the registry's order, and what a person has to look at."""
    remarks = Remarks()
    viec: dict[str, list[Share]] = defaultdict(list)
    trach_nhiem: dict[str, list[TrachNhiem]] = defaultdict(list)
    for bound in Duties(registry, plan.nam, remarks).of(plan):
        for name, groups in bound.units.items():
            trach_nhiem[name].append(replace(bound.duty, qua_nhom=groups))
    read = tuple(tasks(plan, remarks))
    for task, (_, _, written) in zip(read, plan.tasks(), strict=True):
        for name, share in shares(task, written, registry, remarks).items():
            viec[name].append(share)
    names = dict.fromkeys([unit.ten for unit in registry.don_vi] + [*viec, *trach_nhiem])
    work = (UnitWork(name, registry.is_asked(name), tuple(viec[name]), tuple(trach_nhiem[name])) for name in names)
    return Assignments(read, tuple(work), tuple(remarks.found))
