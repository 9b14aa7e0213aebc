"""How far the tasks of a plan have come, counted by status, group, leader and deadline; results whose code and name disagree."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from docgen.data.model.ketqua import KetQuaViec, TrangThai
from docgen.data.model.nhiemvu import table_place
from docgen.text.folding import same_words
from docgen.text.so import share
from docgen.text.thoigian import KyBaoCao
from docgen.text.wording import shortened
from docgen.work.assignments import Task

Route: TypeAlias = tuple[str | int, ...]


class Han(StrEnum):
    """How a task stands to its deadline on the day up to which results are told."""

    DUNG_HAN = "hoàn thành đúng hạn"
    TRE_HAN = "hoàn thành sau hạn"
    QUA_HAN = "quá hạn chưa hoàn thành"
    CHUA_DEN = "chưa đến hạn"
    CHUA_RO = "chưa đủ dữ liệu để xét"
    KHONG_XET = "không xét"  # nothing to keep: it goes on all year, names no day, or is not done at all


class Viec(NamedTuple):
    """A task as it is reported: who leads it, what they answered, what the others did, and what that comes to.

    Of a task with lines each is reported by itself in `phan_viec`; the task as a whole holds what its lines in the period say.
    """

    nhiem_vu: Task
    chu_tri: tuple[str, ...]  # units and groups, by their full names
    tra_loi: tuple[KetQuaViec, ...]  # the answers that decide
    khac: tuple[KetQuaViec, ...]  # the answers of those that take part: their figures count too
    khong_tinh: tuple[KetQuaViec, ...]  # told in the appendix, counted nowhere
    chua_tra_loi: tuple[str, ...]  # those that lead and have not answered
    trang_thai: TrangThai
    ngay: date | None  # the last day on which one who leads finished
    han: Han
    phan_viec: "tuple[Viec, ...]" = ()
    trong_ky: bool = True  # a line may lie outside the period in which its task counts

    @property
    def lines(self) -> "tuple[Viec, ...]":
        """Return its lines; a task without any is its own."""
        return self.phan_viec or (self,)

    @property
    def counted(self) -> "tuple[Viec, ...]":
        """Return the lines that lie in the period."""
        return tuple(line for line in self.lines if line.trong_ky)


class ViecThem(NamedTuple):
    """What was answered beside the tasks: a duty of the plan, or work that no plan asked for."""

    ma: str
    ten: str
    tra_loi: tuple[KetQuaViec, ...]
    chua_tra_loi: tuple[str, ...] = ()  # those that have the duty too and have not answered


class Nhac(NamedTuple):
    """Something that a person has to look at: where in the results, and the sentence."""

    route: Route
    message: str


class TienDo(NamedTuple):
    """The progress of a plan in a period, up to a day: what counts, what does not, and what to look at."""

    ky: KyBaoCao
    chot: date | None  # the day up to which results are told, within the period; None where nobody gave it
    viec: tuple[Viec, ...]
    ngoai_ky: tuple[Task, ...]  # tasks that do not fall into the period
    trach_nhiem: tuple[ViecThem, ...]
    viec_khac: tuple[ViecThem, ...]
    nhac: tuple[Nhac, ...]

    @property
    def dong(self) -> tuple[Viec, ...]:
        """Return every task that counts, of one with lines those in the period."""
        return tuple(line for one in self.viec for line in one.counted)

    @property
    def tra_loi(self) -> tuple[tuple[str, KetQuaViec], ...]:
        """Return every answer that counts, with its code."""
        of_tasks = [(one.nhiem_vu.ma, answer) for one in self.dong for answer in (*one.tra_loi, *one.khac)]
        further = [(one.ma, answer) for one in (*self.trach_nhiem, *self.viec_khac) for answer in one.tra_loi]
        return (*of_tasks, *further)


@dataclass(frozen=True, slots=True)
class Name:
    """The name of something that is asked about, and of a line the shorter one of its task, which several lines share."""

    full: str
    of_task: str = ""

    def is_said(self, text: str) -> bool:
        """Return whether `text` is one of its names."""
        return same_words(text) in {same_words(name) for name in (self.full, self.of_task) if name}


def mismatches(results: Sequence[KetQuaViec], names: Mapping[str, Name], further: str) -> Iterator[Nhac]:
    """Yield what is wrong with codes and names; `names` are those of the plan by code, `further` opens codes of other work."""
    by_name: dict[str, list[str]] = defaultdict(list)
    for code, name in names.items():
        for text in {same_words(each) for each in (name.full, name.of_task) if each}:
            by_name[text].append(code)
    for index, result in enumerate(results):
        codes = ", ".join(by_name.get(same_words(result.ten), ()))
        if result.ma not in names:
            if lines := [code for code, name in names.items() if name.of_task and code.rpartition(".")[0] == result.ma]:
                message = f"⦃ma: ¦⦄nhiệm vụ {result.ma} có phân việc; ghi kết quả theo từng dòng: {', '.join(lines)}"
                yield Nhac(("ket_qua", index, "ma"), message)
            elif not result.ma.startswith(further):
                remedy = f"nhiệm vụ tên này có mã {codes}" if codes else "xem lại mã trong kế hoạch"
                yield Nhac(("ket_qua", index, "ma"), f"⦃ma: ¦⦄kế hoạch không có nhiệm vụ mã {result.ma}; {remedy}")
        elif not names[result.ma].is_said(result.ten):
            remedy = f"tên ghi ở đây là của mã {codes}" if codes else "sửa lại mã hoặc tên"
            message = f"⦃ten: ¦⦄không khớp mã {result.ma}, trong kế hoạch là “{shortened(names[result.ma].full, 80)}”; {remedy}"
            yield Nhac(("ket_qua", index, "ten"), message)


class Dem(NamedTuple):
    """How many tasks there are of each status, and their shares in percent."""

    so: dict[TrangThai, int]

    @property
    def tong(self) -> int:
        """Return how many there are in all."""
        return sum(self.so.values())

    @property
    def ty_le(self) -> dict[TrangThai, Decimal]:
        """Return the share of each status, each rounded by itself; all are 0 where there is nothing."""
        return {status: share(Decimal(many), Decimal(self.tong or 1)) for status, many in self.so.items()}


def dem(viec: Iterable[Viec]) -> Dem:
    """Return how many of `viec` there are of each status, in the order of the statuses."""
    found = Counter(one.trang_thai for one in viec)
    return Dem({status: found[status] for status in TrangThai})


def by_group(viec: Sequence[Viec]) -> list[tuple[str, list[Viec]]]:
    """Return the tasks of each group behind its title, in the order of the plan; blank for those without one, of all tables."""
    groups: dict[tuple[str | int, ...], list[Viec]] = defaultdict(list)
    for one in viec:
        route = one.nhiem_vu.route
        groups[route[: len(table_place(route)) + 1] if one.nhiem_vu.nhom else ()].append(one)
    return [(members[0].nhiem_vu.nhom, members) for members in groups.values()]


def by_lead(viec: Iterable[Viec]) -> dict[str, list[Viec]]:
    """Return the tasks of each that leads some; a task that several lead stands with each of them.

    Where the registry knows none of those who lead, the plan's own words stand for them; tasks that the plan itself gives to
    nobody are left out.
    """
    leads: dict[str, list[Viec]] = defaultdict(list)
    for one in viec:
        words = one.nhiem_vu.chu_tri
        for name in one.chu_tri or ((words,) if words or not one.nhiem_vu.given_to_nobody else ()):
            leads[name].append(one)
    return dict(leads)


def by_deadline(viec: Iterable[Viec]) -> dict[Han, list[Viec]]:
    """Return the tasks that stand to their deadline in each way."""
    found: dict[Han, list[Viec]] = {han: [] for han in Han}
    for one in viec:
        found[one.han].append(one)
    return found
