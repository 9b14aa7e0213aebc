"""What is known when a plan has been read for who does what, ready for a matrix and for letters, and remarks for a person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar

from docgen.text.dinhdang import plain
from docgen.text.folding import on_one_line
from docgen.text.thoigian import ThoiGian

Route: TypeAlias = tuple[str | int, ...]


class Vai(StrEnum):
    """The part that a unit takes in a task."""

    CHU_TRI = "chủ trì"
    PHOI_HOP = "phối hợp"
    THEO_DOI = "theo dõi"  # watches over it, and does nothing of it


OTHER_CELLS: Final = {
    "thoi_gian": "Thời gian", "san_pham": "Sản phẩm", "kinh_phi": "Kinh phí", "theo_doi": "Theo dõi", "ghi_chu": "Ghi chú",
}  # fmt: skip
PARTIES: Final = {"chu_tri": "Chủ trì", "phoi_hop": "Phối hợp"}
OWN_CELL: Final = {Vai.CHU_TRI: "chu_tri", Vai.PHOI_HOP: "phoi_hop", Vai.THEO_DOI: "theo_doi"}  # that names a unit for its part
SIGNS: Final = {Vai.CHU_TRI: "C", Vai.PHOI_HOP: "P", Vai.THEO_DOI: "T"}  # in a matrix of units and tasks


class RemarkKind(StrEnum):
    """What a remark is about, so that a command can choose which ones stop it."""

    NOT_THEN = "not_then"  # a unit that did not bear this name in the plan's year
    UNKNOWN = "unknown"  # words that may name a unit
    VAGUE = "vague"  # words that name nobody in particular
    TIME = "time"  # a time that could not be read
    UNASSIGNED = "unassigned"  # a duty or a task that nobody has
    EMPTY = "empty"  # a group that has no members, so that what it is given nobody has
    EXCEPTED = "excepted"  # a unit that the text leaves out of a group
    NOT_GIVEN = "not_given"  # a task that this plan itself gives to nobody: another paper does, or the table has no leaders


class Remark(NamedTuple):
    """Something that a person has to look at: its place in the data, the words, where they stand in that text, the sentence.

    `tasks` are the codes of those that nobody has because of it, `nhom` the group that has no members,
    `nearest` the name that the words may be meant for.
    """

    kind: RemarkKind
    route: Route
    text: str
    start: int
    message: str
    tasks: tuple[str, ...] = ()
    nhom: str = ""
    nearest: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """What somebody does, is asked about and answers for: a task, or one line of a task that has several.

    Cells that say "như trên" are filled in from above, those that a line leaves to its task from there. A line has its own code
    (`I.2.1`) and its task's name; `cua` is the task as a whole, which is what counts, and `phan_viec` what tells the line from
    the task's other lines. All texts are plain words; `typed` holds those that have marks.
    """

    ma: str
    ten: str
    chu_tri: str
    phoi_hop: str
    thoi_gian: str
    san_pham: str
    nhom: str  # the title of its group of tasks, blank where there is none
    han: ThoiGian | None
    route: Route
    kinh_phi: str = ""
    theo_doi: str = ""
    ghi_chu: str = ""
    giao_theo: str = ""  # by which other paper it is given; nobody leads it here then
    co_chu_tri: bool = True  # whether its table says at all who leads
    cua: "Task | None" = None
    phan_viec: str = ""
    typed: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def printed(self) -> "Task":
        """Return the task with its texts as they are to be printed, their marks in them."""
        return replace(self, **self.typed, typed={}) if self.typed else self

    @property
    def whole(self) -> "Task":
        """Return the task that it is a line of, itself where it is no line."""
        return self.cua or self

    def other_cells(self, *parties: str) -> tuple[str, ...]:
        """Return what its columns say of product, costs, who monitors it, and its note, a line each with its heading.

        The `parties` (`chu_tri`, `phoi_hop`) stand before these.
        """
        more = [(heading, getattr(self, name)) for name, heading in OTHER_CELLS.items() if name != "thoi_gian"]
        who = [(PARTIES[name], self.led_by if name == "chu_tri" else self.phoi_hop) for name in parties]
        return tuple(f"{heading}: {on_one_line(words)}" for heading, words in (*who, *more) if words)

    @property
    def led_by(self) -> str:
        """Return the words that say who leads it: the plan's own, or which other paper says so."""
        return self.chu_tri or self.giao_theo

    @property
    def given_to_nobody(self) -> bool:
        """Return whether the plan itself means to give it to nobody: another paper does, or its table has no leaders."""
        return bool(self.giao_theo) or not self.co_chu_tri

    @property
    def full_name(self) -> str:
        """Return the name by which it is asked about: that of its task, of a line with what tells it from the others."""
        return f"{self.ten}\n- {self.phan_viec}" if self.phan_viec else self.ten


class Share(NamedTuple):
    """A unit's part in a task, and the groups through which it has it; none where it is named itself.

    `con_chu` says whether the cell of its part tells more than its own name: others beside it, a group, a note.
    """

    nhiem_vu: Task
    vai: Vai
    qua_nhom: tuple[str, ...] = ()
    con_chu: bool = False


def count_tasks(shares: Iterable[Share]) -> int:
    """Return how many tasks `shares` are in; several lines of one task are one."""
    return len({share.nhiem_vu.whole.ma for share in shares})


@dataclass(frozen=True, slots=True)
class TrachNhiem:
    """A duty that the body of the plan lays on a unit, word for word; its texts are plain, `typed` holds those with marks."""

    tieu_de: str  # the heading it stands under, blank where there is none
    noi_dung: str
    route: Route
    cong: tuple[str, ...] = ()
    dan: str = ""  # the item that leads up to it, where it is a sub-item
    duoi: str = ""  # the headings right above it that name no unit: "Công tác khám bệnh - Khám tại xã"
    qua_nhom: tuple[str, ...] = ()
    han: tuple[ThoiGian, ...] = ()
    typed: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def printed(self) -> "TrachNhiem":
        """Return the duty with its texts as they are to be printed, their marks in them."""
        return replace(self, **self.typed, typed={}) if self.typed else self


_Read = TypeVar("_Read", Task, TrachNhiem)


def in_plain_words(one: _Read) -> _Read:
    """Return a task or a duty in plain words, with its texts that have marks as `typed`; itself where there are none."""
    typed, words = dict[str, Any](), dict[str, Any]()
    for each in fields(one):
        text = getattr(one, each.name)
        said = plain(text) if isinstance(text, str) else tuple(map(plain, text)) if each.name == "cong" else text
        if said != text:
            typed[each.name], words[each.name] = text, said
    return replace(one, **words, typed=typed) if typed else one


class UnitWork(NamedTuple):
    """All that one unit has to do, in the order of the plan."""

    ten: str
    de_nghi: bool  # the office asks it ("đề nghị") instead of ordering it ("giao")
    viec: tuple[Share, ...] = ()
    trach_nhiem: tuple[TrachNhiem, ...] = ()
    theo_doi: tuple[Share, ...] = ()  # what it watches over alone; by this it has nothing to do

    @property
    def chu_tri(self) -> tuple[Share, ...]:
        """Return the tasks that it leads."""
        return tuple(share for share in self.viec if share.vai is Vai.CHU_TRI)

    @property
    def phoi_hop(self) -> tuple[Share, ...]:
        """Return the tasks in which it takes part."""
        return tuple(share for share in self.viec if share.vai is Vai.PHOI_HOP)

    def signs(self) -> dict[str, str]:
        """Return its signs in a matrix by the codes of the tasks and lines in which it has a part."""
        return {share.nhiem_vu.ma: SIGNS[share.vai] for share in (*self.viec, *self.theo_doi)}

    @property
    def so_chu_tri(self) -> int:
        """Return how many tasks it leads; several lines of one task are one."""
        return count_tasks(self.chu_tri)

    @property
    def so_phoi_hop(self) -> int:
        """Return in how many tasks it takes part and leads no line."""
        return count_tasks(self.viec) - count_tasks(self.chu_tri)

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
    """Who does what: every task or line of one, every unit of the plan's year with its work, and remarks for a person."""

    nhiem_vu: tuple[Task, ...]
    don_vi: tuple[UnitWork, ...]
    remarks: tuple[Remark, ...]
    nguoi_theo_doi: Mapping[str, tuple[Task, ...]] = field(default_factory=dict)  # who watches over tasks and is no unit

    @property
    def co_viec(self) -> tuple[UnitWork, ...]:
        """Return the units that have something to do."""
        return tuple(unit for unit in self.don_vi if unit.co_viec)

    @property
    def co_phan(self) -> tuple[UnitWork, ...]:
        """Return the units that have something to do or to watch over."""
        return tuple(unit for unit in self.don_vi if unit.co_viec or unit.theo_doi)

    @property
    def khong_co_viec(self) -> tuple[str, ...]:
        """Return the units of the registry that have no part in anything."""
        return tuple(unit.ten for unit in self.don_vi if not (unit.co_viec or unit.theo_doi))
