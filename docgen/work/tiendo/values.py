"""What is known of the progress of a plan: each task with its answers, its status, and how it stands to its deadline."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from docgen.data.model.ketqua import KetQuaViec, TrangThai
from docgen.text.thoigian.ky import KyBaoCao
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


@dataclass(frozen=True, slots=True)
class Viec:
    """A task as it is reported: who leads it, what they answered, what the others did, and what that comes to."""

    nhiem_vu: Task
    chu_tri: tuple[str, ...]  # units and groups, by their full names
    tra_loi: tuple[KetQuaViec, ...]  # the answers that decide
    khac: tuple[KetQuaViec, ...]  # the answers of those that take part
    chua_tra_loi: tuple[str, ...]  # those that lead and have not answered
    trang_thai: TrangThai
    ngay: date | None  # the last day on which one who leads finished
    han: Han


@dataclass(frozen=True, slots=True)
class ViecThem:
    """What was answered beside the tasks: a duty of the plan, or work that no plan asked for."""

    ma: str
    ten: str
    tra_loi: tuple[KetQuaViec, ...]


@dataclass(frozen=True, slots=True)
class Nhac:
    """Something that a person has to look at: where in the results, and the sentence."""

    route: Route
    message: str


@dataclass(frozen=True, slots=True)
class TienDo:
    """The progress of a plan in a period, up to a day: what counts, what does not, and what to look at."""

    ky: KyBaoCao
    tinh_den: date
    viec: tuple[Viec, ...]
    ngoai_ky: tuple[Task, ...]  # tasks that do not fall into the period
    trach_nhiem: tuple[ViecThem, ...]
    viec_khac: tuple[ViecThem, ...]
    nhac: tuple[Nhac, ...]

    @property
    def tra_loi(self) -> tuple[tuple[str, KetQuaViec], ...]:
        """Return every answer that the report holds, with its code."""
        of_tasks = [(one.nhiem_vu.ma, answer) for one in self.viec for answer in (*one.tra_loi, *one.khac)]
        further = [(one.ma, answer) for one in (*self.trach_nhiem, *self.viec_khac) for answer in one.tra_loi]
        return (*of_tasks, *further)
