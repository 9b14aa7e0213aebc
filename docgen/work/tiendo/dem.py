"""Counts: by status, by group of tasks, by who leads, by deadline; figures added up."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from docgen.data.model.ketqua import KetQuaViec, SoLieu, TrangThai
from docgen.text.folding import same_words
from docgen.text.so import shares
from docgen.work.tiendo.values import Han, Viec


@dataclass(frozen=True, slots=True)
class Dem:
    """How many tasks there are of each status, and their shares in percent, which add up to 100."""

    so: dict[TrangThai, int]

    @property
    def tong(self) -> int:
        """Return how many there are in all."""
        return sum(self.so.values())

    @property
    def ty_le(self) -> dict[TrangThai, Decimal]:
        """Return the share of each status."""
        return dict(zip(self.so, shares(tuple(self.so.values())), strict=True))


def dem(viec: Iterable[Viec]) -> Dem:
    """Return how many of `viec` there are of each status, in the order of the statuses."""
    found = Counter(one.trang_thai for one in viec)
    return Dem({status: found[status] for status in TrangThai})


def by_group(viec: Sequence[Viec]) -> list[tuple[str, list[Viec]]]:
    """Return the tasks of each group behind its title, in the order of the plan; blank for those without one."""
    groups: dict[tuple[str | int, ...], list[Viec]] = defaultdict(list)
    for one in viec:
        groups[one.nhiem_vu.route[:4] if one.nhiem_vu.nhom else one.nhiem_vu.route[:2]].append(one)
    return [(members[0].nhiem_vu.nhom, members) for members in groups.values()]


def by_lead(viec: Iterable[Viec]) -> dict[str, list[Viec]]:
    """Return the tasks of each that leads some; a task that several lead stands with each of them.

    Where the registry knows none of those who lead, the plan's own words stand for them.
    """
    leads: dict[str, list[Viec]] = defaultdict(list)
    for one in viec:
        for name in one.chu_tri or (one.nhiem_vu.chu_tri,):
            leads[name].append(one)
    return dict(leads)


def by_deadline(viec: Iterable[Viec]) -> dict[Han, list[Viec]]:
    """Return the tasks that stand to their deadline in each way."""
    found: dict[Han, list[Viec]] = {han: [] for han in Han}
    for one in viec:
        found[one.han].append(one)
    return found


@dataclass(frozen=True, slots=True)
class ChiTieu:
    """A figure: what is counted, in which unit of measure, how many in all, and which answer brought how many."""

    ten: str
    don_vi_tinh: str
    tong: Decimal
    nguon: tuple[tuple[str, str, Decimal], ...]  # code, who answered, how many


def figures(answers: Iterable[tuple[str, KetQuaViec]]) -> list[ChiTieu]:
    """Return the figures in `answers`, each of one name and one unit of measure added up, in the order in which they come."""
    found: dict[tuple[str, str], list[tuple[SoLieu, str, str]]] = defaultdict(list)
    for ma, answer in answers:
        for one in answer.so_lieu:
            found[same_words(one.chi_tieu), same_words(one.don_vi_tinh or "")].append((one, ma, answer.don_vi or ""))
    return [
        ChiTieu(
            ten=parts[0][0].chi_tieu,
            don_vi_tinh=parts[0][0].don_vi_tinh or "",
            tong=sum((one.so_luong for one, _, _ in parts), Decimal(0)),
            nguon=tuple((ma, who, one.so_luong) for one, ma, who in parts),
        )
        for parts in found.values()
    ]


def measured_in_two_ways(found: Iterable[ChiTieu]) -> Iterator[str]:
    """Yield a sentence for each figure of one name that is measured in different units, which nobody can add up."""
    units: dict[str, list[ChiTieu]] = defaultdict(list)
    for one in found:
        units[same_words(one.ten)].append(one)
    for several in units.values():
        if len(several) > 1:
            said = ", ".join(f"“{one.don_vi_tinh}”" if one.don_vi_tinh else "không ghi đơn vị" for one in several)
            yield f"chỉ tiêu “{several[0].ten}” có {len(several)} đơn vị tính ({said}) nên không cộng chung; xem lại"
