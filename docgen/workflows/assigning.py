"""Who does what, from the files: the plan, the office's file and the registry found beside it or above, and what they come to."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from docgen.data.model.coquan import CoQuan
from docgen.data.model.donvi import SoDonVi
from docgen.data.model.kehoach import KeHoach
from docgen.data.yamlfile import YamlFile
from docgen.errors import DataError, Place, Problem
from docgen.work.assignments import Assignments, Remark, RemarkKind, UnitWork, assign
from docgen.work.units import Reading, Registry, own_place
from docgen.workflows.loading import OFFICE_FILE, find_beside_or_above, read, with_every_problem

REGISTRY_FILE: Final = "donvi.yaml"


@dataclass(frozen=True)
class Assigned:
    """A plan, the office and the registry with their files, the registry as it was in the plan's year, and who does what."""

    plan: KeHoach
    plan_file: YamlFile
    office: CoQuan
    office_file: YamlFile
    so: SoDonVi
    registry: Registry
    registry_file: YamlFile
    assignments: Assignments

    def located(self, kinds: Iterable[RemarkKind] = tuple(RemarkKind)) -> tuple[Problem, ...]:
        """Return the remarks of these kinds, each with its place, in the order of the plan's file."""
        wanted = frozenset(kinds)
        return tuple(Problem(place, remark.message) for remark, place in self.placed() if remark.kind in wanted)

    def placed(self) -> list[tuple[Remark, Place]]:
        """Return each remark with the place in the plan's file of the value that holds its words, in the order of the file."""
        found = [(remark, self.plan_file.place(remark.route)) for remark in self.assignments.remarks]
        return sorted(found, key=lambda one: (one[1].line or 0, one[1].column or 0))

    def chosen(self, names: Sequence[str]) -> tuple[UnitWork, ...]:
        """Return the work of the units that `names` name, as a plan would name them, also by a group; of all without any.

        Raises `DataError` with every name that is unknown, or that the unit did not bear in the plan's year.
        """
        if not names:
            return self.assignments.don_vi
        work = {unit.ten: unit for unit in self.assignments.don_vi}
        found: dict[str, UnitWork] = {}
        problems: list[Problem] = []
        for name in names:
            reading = self.registry.read(name)
            problems += [Problem(Place("--don-vi"), words) for words in self._not_chosen(name, reading, work)]
            found |= {ten: work[ten] for ten in reading.don_vi if ten in work}
        if problems:
            raise DataError(problems)
        return tuple(found.values())

    @staticmethod
    def _not_chosen(name: str, reading: Reading, known: Container[str]) -> Iterator[str]:
        """Yield why `name` chooses no unit, or not all that it seems to name."""
        for left in reading.leftovers:
            yield f"“{left.text}” không chỉ rõ đơn vị nào; ghi rõ tên" if left.vague else left.message
        for mention in reading.mentions:
            if mention.fault and not all(ten in known for ten in mention.don_vi):
                yield mention.fault
            elif not mention.don_vi:
                yield f"nhóm “{mention.nhom}” không có đơn vị nào trong năm của kế hoạch"
        if not reading.leftovers and not reading.mentions:
            yield f"“{name}” không phải tên đơn vị; ghi tên như trong {REGISTRY_FILE}"


def assigned(data: Path) -> Assigned:
    """Return who does what by the plan at `data`; raise `DataError` with every problem of all three files."""
    ((plan_file, plan), (office_file, office)), (registry_file, so) = with_every_problem(
        lambda: with_every_problem(lambda: read(KeHoach, data), lambda: read(CoQuan, find_beside_or_above(data, OFFICE_FILE))),
        lambda: read(SoDonVi, find_beside_or_above(data, REGISTRY_FILE)),
    )
    registry = Registry(so, plan.nam, plan.ngay, own_place(office.ten, office.co_quan_chu_quan))
    return Assigned(plan, plan_file, office, office_file, so, registry, registry_file, assign(plan, registry))
