"""The stages of `phancong`: load, validate, assignments, then words for the terminal and a workbook to write."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from docgen import forms as workbook
from docgen.errors import Place, Problem, as_in_file
from docgen.files import stamp, storage
from docgen.work import matrix
from docgen.work.assignments import RemarkKind, Task, UnitWork
from docgen.workflows.office import Office
from docgen.workflows.saving import READING, WRITING, Saved, Say, StrPath, plain, silent

_ALL_OF_THEM: Final = "(xem đủ bằng {out}, trang Đơn vị)"
_NAMED: Final = 20  # units without work are named as far as this


@dataclass(frozen=True)
class UnknownName:
    """Words that may name a unit and are in no registry, or a group without members: what is said of them, where they stand.

    `nearest` is the name in the registry that they may be meant for, blank where none is near.
    """

    text: str
    message: str
    place: Place
    nearest: str = ""


@dataclass(frozen=True)
class WorkList:
    """Who does what: as words for a terminal, and by unit; what a person should know."""

    units: tuple[UnitWork, ...]
    warnings: tuple[Problem, ...]
    _office: Office
    _of_all: bool

    @property
    def text(self) -> str:
        """The words for a terminal: the lists of the units that were named, else the matrix of all."""
        return "".join(self.pieces())

    def pieces(self) -> Iterator[str]:
        """Yield these words piece by piece: the matrix of thousands of units is long."""
        if self._of_all:
            yield from matrix.matrix(self._office.assignments)
        else:
            yield "\n".join(map(matrix.unit_list, self.units))

    @property
    def tasks(self) -> tuple[Task, ...]:
        """What somebody does, in the order of the plan."""
        return tuple(self._office.assignments.nhiem_vu)

    @property
    def unknown(self) -> tuple[UnknownName, ...]:
        """The words in which no unit was recognised, each once."""
        return self._of_kind(RemarkKind.UNKNOWN)

    @property
    def empty_groups(self) -> tuple[UnknownName, ...]:
        """The groups that are given something and have no members, each once, by its name in the registry."""
        return self._of_kind(RemarkKind.EMPTY)

    def _of_kind(self, kind: RemarkKind) -> tuple[UnknownName, ...]:
        found: dict[str, UnknownName] = {}
        for remark, place in self._office.placed():
            if remark.kind is kind:
                name = remark.nhom or remark.text
                found.setdefault(name, UnknownName(name, as_in_file(remark.message), place, remark.nearest))
        return tuple(found.values())

    def workbook(self) -> bytes:
        """Return the assignments of all units as .xlsx."""
        office = self._office
        source = stamp.source_digest(source.file.text for source in (office.kehoach, office.coquan, office.donvi))
        return stamp.stamped_copy(_workbook(office), source)

    def save(self, path: StrPath, *, overwrite: bool = False, say: Say | None = None) -> Saved:
        """Write the workbook to `path`; `overwrite` also over one that a person edited, which is kept as `.bak`."""
        (say or silent)(WRITING)
        return Saved((Path(path),), tuple(plain(storage.write_all({Path(path): self.workbook()}, overwrite_edits=overwrite))))


def assignments(data: StrPath, *, units: Iterable[str] = (), say: Say | None = None) -> WorkList:
    """Return who does what by the plan at `data`.

    A unit that did not bear its name in the plan's year is told like every other remark: nothing goes out by this.

    Args:
        data: A kehoach.yaml; coquan.yaml and donvi.yaml stand beside it or in a folder above.
        units: Names of units or groups as a plan would name them; the lists of these, a matrix of all where there are none.
        say: Hears of each stage in a few words.

    Raises:
        DataError: The data are wrong, or a name in `units` is unknown.
        FileError: A file is missing or cannot be read.
    """
    say, names = say or silent, tuple(units)
    say(READING)
    office = Office(Path(data)).checked("kehoach", "coquan", "donvi")
    chosen = office.chosen(names)
    return WorkList(chosen, (*office.remarks, *office.located(), *([] if names else _idle(office))), office, not names)


def _workbook(office: Office) -> bytes:
    name = Path(office.kehoach.file.file).name  # the same workbook, wherever the command was called
    to_look_at = [
        workbook.ToLookAt(str(replace(place, file=name)), remark.kind, remark.text, as_in_file(remark.message))
        for remark, place in office.placed()
    ]
    plan = office.plan
    return workbook.work(office.assignments, to_look_at, nam=plan.nam, ke_hoach=plan.trich_yeu, co_quan=office.coquan.model.ten)


def _idle(office: Office) -> list[Problem]:
    names = office.assignments.khong_co_viec
    if not names:
        return []
    listed, more = "; ".join(names[:_NAMED]), len(names) > _NAMED
    words = f"{len(names)} đơn vị không có việc trong kế hoạch này: {listed}{' …' if more else ''}"
    return [Problem(Place(office.donvi.file.file), words, _ALL_OF_THEM if more else "")]
