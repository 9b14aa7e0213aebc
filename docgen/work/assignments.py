"""What is known when a plan has been read for who does what, ready for a matrix and for letters, and remarks for a person."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final, TypeAlias, TypeVar

from docgen.text.dinhdang import plain
from docgen.text.folding import on_one_line
from docgen.text.thoigian import ThoiGian
from docgen.text.wording import shortened
from docgen.work.units import Mention, Reading

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
SIGNS: Final = {Vai.CHU_TRI: "C", Vai.PHOI_HOP: "P", Vai.THEO_DOI: "T"}  # in a matrix of units and tasks


_IN_NONE: Final = "không có trong công văn, biểu mẫu nào; kết quả do người lập báo cáo ghi vào ketqua.yaml, không ghi don_vi"


class RemarkKind(StrEnum):
    """What a remark is about, so that a command can choose which ones stop it."""

    NOT_THEN = "not_then"  # a unit that did not bear this name in the plan's year
    UNKNOWN = "unknown"  # words that may name a unit
    VAGUE = "vague"  # words that name nobody in particular
    TIME = "time"  # a time that could not be read
    UNASSIGNED = "unassigned"  # a duty or a task that nobody has
    EXCEPTED = "excepted"  # a unit that the text leaves out of a group
    NOT_GIVEN = "not_given"  # a task that this plan itself gives to nobody: another paper does, or the table has no leaders


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

        Where there is any, the `parties` (`chu_tri`, `phoi_hop`) stand before it: no column is left out then.
        """
        more = [(heading, getattr(self, name)) for name, heading in OTHER_CELLS.items() if name != "thoi_gian"]
        said = {"chu_tri": self.led_by, "phoi_hop": self.phoi_hop}
        who = [(PARTIES[name], said[name]) for name in parties] if any(words for _, words in more) else []
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


@dataclass(frozen=True, slots=True)
class Share:
    """A unit's part in a task, and the groups through which it has it; none where it is named itself."""

    nhiem_vu: Task
    vai: Vai
    qua_nhom: tuple[str, ...] = ()


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
    typed: dict[str, Any] = {}
    words: dict[str, Any] = {}
    for each in fields(one):
        text = getattr(one, each.name)
        said = plain(text) if isinstance(text, str) else tuple(map(plain, text)) if each.name == "cong" else text
        if said != text:
            typed[each.name], words[each.name] = text, said
    return replace(one, **words, typed=typed) if typed else one


@dataclass(frozen=True, slots=True)
class UnitWork:
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

    @property
    def so_nhiem_vu(self) -> int:
        """Return how many tasks there are; one with several lines is one."""
        return len({task.whole.ma for task in self.nhiem_vu})


class Remarks:
    """The remarks found so far, in the order in which they were found."""

    def __init__(self) -> None:
        self._found: list[Remark] = []
        self._empty: dict[str, int] = {}  # groups without members, and where the remark on each stands
        self._idle: dict[str, list[str]] = defaultdict(list)  # the tasks that nobody has because of them

    @property
    def found(self) -> tuple[Remark, ...]:
        """Return the remarks; one on a group without members names all tasks that nobody has because of it."""
        told = list(self._found)
        for nhom, index in self._empty.items():
            codes = self._idle[nhom]
            why = f" nên chưa giao được nhiệm vụ {', '.join(codes)}" if codes else ""
            remedy = "ghi tên nhóm vào mục nhom của các thành viên trong donvi.yaml"
            told[index] = replace(told[index], message=f"nhóm “{nhom}” chưa có đơn vị nào{why}; {remedy}")
        return tuple(told)

    def _add(self, kind: RemarkKind, route: Route, text: str, message: str, start: int = 0) -> None:
        self._found.append(Remark(kind, route, text, start, message))

    def reading(self, reading: Reading, route: Route) -> None:
        """Note the units that there were not then, and the words in which no unit was recognised."""
        for mention in reading.mentions:
            without = [name for name in mention.tru if name not in reading.don_vi]  # who is named besides has a part all the same
            if mention.fault is not None:
                self._add(RemarkKind.NOT_THEN, route, mention.text, mention.fault, mention.start)
            elif without:
                message = f"“{mention.text}” ở đây trừ {', '.join(without)} nên không giao việc này cho {_it(without)}"
                self._add(RemarkKind.EXCEPTED, route, mention.text, message, mention.start)
            elif mention.nhom is not None and not mention.don_vi and mention.nhom not in self._empty:
                self._empty[mention.nhom] = len(self._found)
                self._add(RemarkKind.UNASSIGNED, route, mention.text, "", mention.start)
        for left in reading.leftovers:
            kind = RemarkKind.VAGUE if left.vague else RemarkKind.UNKNOWN
            self._add(kind, route, left.text, left.message, left.start)

    def time(self, han: ThoiGian, route: Route) -> None:
        """Note what is not clear about a time."""
        if han.chua_ro is not None:
            self._add(RemarkKind.TIME, route, han.chu, han.chua_ro)

    def nobody(self, task: Task, groups: Collection[str]) -> None:
        """Note a task that nobody leads or takes part in, `groups` though it names; of one without members that is told once."""
        if why := next((nhom for nhom in self._empty if nhom in groups), None):
            self._idle[why].append(task.ma)
            return
        message = f"nhiệm vụ {task.ma} chưa giao được cho đơn vị nào; xem lại đơn vị chủ trì và phối hợp"
        self._add(RemarkKind.UNASSIGNED, (*task.route, "chu_tri"), task.chu_tri, message)

    def not_given(self, tasks: Iterable[Task], given: Collection[str]) -> None:
        """Note the tasks that the plan itself gives to nobody, and why; those with a code among `given` somebody has."""
        leaderless: dict[Route, list[str]] = defaultdict(list)
        for task in tasks:
            if task.giao_theo:
                words = on_one_line(plain(task.giao_theo))
                message = f"nhiệm vụ {task.ma} do văn bản khác giao (“{words}”) nên {_IN_NONE}"
                self._add(RemarkKind.NOT_GIVEN, (*task.route, "giao_theo"), task.giao_theo, message)
            elif not task.co_chu_tri and task.ma not in given:
                leaderless[task.route[:-1] if task.cua is None else task.route[:-3]].append(task.ma)
        for route, codes in leaderless.items():
            which = f"{len(codes)} nhiệm vụ ({codes[0]}{f' đến {codes[-1]}' if codes[1:] else ''})"
            message = f"bảng này không có đơn vị chủ trì nên {which} {_IN_NONE}"
            self._add(RemarkKind.NOT_GIVEN, route, "", message)

    def unassigned(self, text: str, route: Route) -> None:
        """Note a duty that is laid on nobody."""
        message = "chưa giao được cho đơn vị nào; mở đầu bằng tên đơn vị, hoặc thêm mục don_vi"
        self._add(RemarkKind.UNASSIGNED, route, text, f"“{shortened(text, 36, whole_words=True)}” {message}")

    def heading(self, title: str, nearest: str | None, route: Route) -> None:
        """Note a heading that names no known unit though there are duties under it that name none either."""
        guess = f"có phải “{nearest}”? Nếu là đơn vị khác thì" if nearest else "sửa lại cho đúng tên, hoặc"
        message = f"“{title}” không nêu đơn vị nào trong danh mục nên có ý ở dưới chưa giao cho ai; {guess} thêm vào donvi.yaml"
        self._add(RemarkKind.UNKNOWN, route, title, message)

    def table(self, route: Route) -> None:
        """Note a table among the duties, which is not read."""
        part = "phần tổ chức thực hiện" if route[0] == "to_chuc_thuc_hien" else "phần giao việc này"
        self._add(RemarkKind.UNASSIGNED, route, "", f"bảng ở {part} không được đọc để giao việc; ghi thành các ý (y)")


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


def _it(units: Collection[str]) -> str:
    return "đơn vị này" if len(units) == 1 else "các đơn vị này"
