"""What is known when a plan has been read for who does what; ready for a matrix and for letters."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, TypeAlias

from docgen.text.thoigian import ThoiGian

Route: TypeAlias = tuple[str | int, ...]


class Vai(StrEnum):
    """The part that a unit takes in a task."""

    CHU_TRI = "chủ trì"
    PHOI_HOP = "phối hợp"


SIGNS: Final = {Vai.CHU_TRI: "C", Vai.PHOI_HOP: "P"}  # in a matrix of units and tasks


class RemarkKind(StrEnum):
    """What a remark is about, so that a command can choose which ones stop it."""

    NOT_THEN = "not_then"  # a unit that did not bear this name in the plan's year
    UNKNOWN = "unknown"  # words that may name a unit
    VAGUE = "vague"  # words that name nobody in particular
    TIME = "time"  # a time that could not be read
    UNASSIGNED = "unassigned"  # a duty or a task that nobody has


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that a person has to look at: its place in the data, the words, where they stand in that text, the sentence."""

    kind: RemarkKind
    route: Route
    text: str
    start: int
    message: str


@dataclass(frozen=True, slots=True)
class Task:
    """A task of an appendix, with the cells that say "như trên" filled in from above."""

    ma: str
    ten: str
    chu_tri: str
    phoi_hop: str
    thoi_gian: str
    san_pham: str
    nhom: str  # the title of its group of tasks, blank where there is none
    han: ThoiGian | None
    route: Route


@dataclass(frozen=True, slots=True)
class Share:
    """A unit's part in a task, and the groups through which it has it; none where it is named itself."""

    nhiem_vu: Task
    vai: Vai
    qua_nhom: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TrachNhiem:
    """A duty that the body of the plan lays on a unit, word for word."""

    tieu_de: str  # the heading it stands under, blank where there is none
    noi_dung: str
    route: Route
    cong: tuple[str, ...] = ()
    dan: str = ""  # the item that leads up to it, where it is a sub-item
    qua_nhom: tuple[str, ...] = ()
    han: tuple[ThoiGian, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitWork:
    """All that one unit has to do, in the order of the plan."""

    ten: str
    de_nghi: bool  # the office asks it ("đề nghị") instead of ordering it ("giao")
    viec: tuple[Share, ...] = ()
    trach_nhiem: tuple[TrachNhiem, ...] = ()

    @property
    def chu_tri(self) -> tuple[Share, ...]:
        """Return the tasks that it leads."""
        return tuple(share for share in self.viec if share.vai is Vai.CHU_TRI)

    @property
    def phoi_hop(self) -> tuple[Share, ...]:
        """Return the tasks in which it takes part."""
        return tuple(share for share in self.viec if share.vai is Vai.PHOI_HOP)

    @property
    def han(self) -> tuple[date, ...]:
        """Return the last days of its tasks and duties that come once, the earliest first."""
        times = [share.nhiem_vu.han for share in self.viec] + [time for duty in self.trach_nhiem for time in duty.han]
        return tuple(sorted({time.den for time in times if time and time.den and not time.dinh_ky}))

    @property
    def co_viec(self) -> bool:
        """Return whether there is anything for it to do."""
        return bool(self.viec or self.trach_nhiem)


@dataclass(frozen=True, slots=True)
class Assignments:
    """Who does what: every task, every unit of the plan's year with its work, and what a person has to look at."""

    nhiem_vu: tuple[Task, ...]
    don_vi: tuple[UnitWork, ...]
    remarks: tuple[Remark, ...]

    @property
    def co_viec(self) -> tuple[UnitWork, ...]:
        """Return the units that have something to do."""
        return tuple(unit for unit in self.don_vi if unit.co_viec)

    @property
    def khong_co_viec(self) -> tuple[str, ...]:
        """Return the units of the registry that have nothing to do."""
        return tuple(unit.ten for unit in self.don_vi if not unit.co_viec)
