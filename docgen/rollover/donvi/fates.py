"""What becomes of one name by the end of the new year: nothing, another name, or a question; and the sentence that says why."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from docgen.data.model.coquan import CoQuan
from docgen.data.model.donvi import DonVi, Nhom, SoDonVi, TenGoi
from docgen.rollover.changes import Years
from docgen.rollover.donvi.national import ended_names, names_that_followed
from docgen.text.folding import name_key
from docgen.text.wording import short_date
from docgen.work.units import Heirs, Registry, Validity, own_place


class Reasons:
    """Sentences for a roll-over between two years: during the new year, the old name still holds for a while."""

    def __init__(self, years: Years) -> None:
        self._years = years

    def one(self, ten: str, last: date, thanh: str) -> str:
        """Return why `ten` is replaced by its only successor."""
        return f"{_from(last)} “{ten}” thành “{thanh}”{self._until(last)}"

    def several(self, ten: str, last: date, heirs: Heirs) -> str:
        """Return why nobody can say without being asked what stands for `ten`."""
        return f"{_from(last)} không còn “{ten}”{self._until(last)}; {_candidates(heirs)}"

    def other(self, ten: str, last: date, heirs: Heirs) -> str:
        """Return what followed a name that is no unit of the office."""
        followed = f"; nay là {_either(heirs.names)}" if heirs.names else ""
        return f"{_from(last)} không còn “{ten}”{self._until(last)}{followed}; cần xác nhận tên phải ghi"

    def lost_group(self, group: Nhom, last: date) -> str:
        """Return what is to be done about a group that nobody may name after `last`."""
        if len(group.thanh) == 1:
            return f"{_from(last)} “{group.ten}” được thay bằng “{group.thanh[0]}”{self._until(last)}; cần xác nhận"
        lost = f"{_from(last)} nhóm “{group.ten}” không còn đơn vị nào của năm {self._years.old}{self._until(last)}"
        return f"{lost}; {f'chọn {_either(group.thanh)}' if group.thanh else 'ghi đơn vị, nhóm đơn vị thay'}"

    @staticmethod
    def chosen(ten: str) -> str:
        """Return why a name is replaced as the command line says."""
        return f"đơn vị thay “{ten}” đã chọn khi chạy lệnh"

    def _until(self, last: date) -> str:
        return f", đến hết ngày {short_date(last)} vẫn ghi tên cũ" if last.year == self._years.new else ""


def _from(last: date) -> str:
    return f"từ ngày {short_date(last + timedelta(days=1))}"


def _candidates(heirs: Heirs) -> str:
    if not heirs.names:
        return "danh mục chưa ghi đơn vị thay, ghi tên đơn vị đó"
    further = " hoặc đơn vị khác" if heirs.lost else ""
    return f"chọn {_either(heirs.names)}{further}"


def _either(names: Sequence[str]) -> str:
    return " hoặc ".join(f"“{name}”" for name in names)


class Groups:
    """The groups of a registry, in the old year and at the end of the new one."""

    def __init__(self, so: SoDonVi, years: Years) -> None:
        self._so = so
        self._end = date(years.new, 12, 31)
        self._then, self._now = Registry(so, years.old), Registry(so, years.new, self._end)

    def now(self, group: Nhom) -> tuple[str, ...]:
        """Return the members at the end of the new year."""
        return self._now.members(group.ten)

    def last_day(self, group: Nhom) -> date | None:
        """Return the last day on which plans may name `group`, if it comes before the end of the new year."""
        if group.den is not None:
            return group.den if group.den < self._end else None
        then = self._then.members(group.ten)
        if not then or set(then) & set(self.now(group)):
            return None
        return max((unit.den for unit in self._so.don_vi if unit.ten in then and unit.den is not None), default=None)

    def changed(self) -> Iterator[tuple[Nhom, tuple[str, ...], tuple[str, ...]]]:
        """Yield each group that goes on with other members, who left it and who came."""
        for group in self._so.nhom:
            then, now = self._then.members(group.ten), self.now(group)
            left = tuple(name for name in then if name not in now)
            came = tuple(name for name in now if name not in then)
            if (left or came) and self.last_day(group) is None:
                yield group, left, came


_Entry = DonVi | Nhom | TenGoi


class NameFate(NamedTuple):
    """What becomes of the name `ten`: it is replaced by `thanh`, or by a blank where it is `marked`, or only asked about."""

    ten: str
    why: str
    thanh: str | None = None
    marked: bool = False
    sure: bool = False


class Fates:
    """The fate of every name that the office's data, its choices and the country's changes know."""

    def __init__(self, so: SoDonVi, office: CoQuan, years: Years, choices: Mapping[str, str]) -> None:
        so = so.model_copy(update={"ten_goi": (*so.ten_goi, *_issuing(office))})
        self._years = years
        self._end = date(years.new, 12, 31)
        self._reasons = Reasons(years)
        self._groups = Groups(so, years)
        self._then, self._now = Validity(so, years.old), Validity(so, years.new, self._end)
        self._bearers: dict[str, list[_Entry]] = defaultdict(list)
        entries: tuple[_Entry, ...] = (*so.don_vi, *so.nhom, *so.ten_goi)
        for entry in entries:
            for name in _spellings(entry):
                self._bearers[name_key(name)].append(entry)
        self._choices = dict(self._chosen(choices))
        self._fates: dict[str, NameFate | None] = {}

    @property
    def keys(self) -> frozenset[str]:
        """Return the folded letters of all names to look for, also of those that followed others."""
        return frozenset((*self._bearers, *ended_names(), *names_that_followed(), *self._choices))

    def of(self, key: str) -> NameFate | None:
        """Return what becomes of the name with the folded letters `key`; nothing where it stays."""
        if key not in self._fates:
            self._fates[key] = self._fate(key)
        return self._fates[key]

    def ten(self, key: str) -> str:
        """Return the folded letters of the full name that `key` is a spelling of."""
        if key in self._bearers:
            return name_key(self._bearer(key).ten)
        return name_key(ended_names()[key].goi.ten) if key in ended_names() else key

    def spellings(self, name: str) -> tuple[str, ...]:
        """Return all spellings of `name`, the full one first."""
        key = name_key(name)
        return _spellings(self._bearer(key)) if key in self._bearers else (name,)

    def _fate(self, key: str) -> NameFate | None:
        if key in self._choices:
            chosen, thanh = self._choices[key]
            return NameFate(chosen, self._reasons.chosen(chosen), thanh, sure=True)
        return self._known_fate(key) or self._national_fate(key)

    def _known_fate(self, key: str) -> NameFate | None:
        if key not in self._bearers:
            return None
        entry = self._bearer(key)
        if isinstance(entry, Nhom):
            return self._fate_of_group(entry)
        if any(isinstance(one, TenGoi) and self._now.holds(one) for one in self._bearers[key]):
            return None
        return self._fate_of_unit(entry) if isinstance(entry, DonVi) else self._fate_of_other(entry)

    def _fate_of_unit(self, unit: DonVi) -> NameFate | None:
        if unit.den is None or unit.den >= self._end:
            return NameFate(unit.ten, self._now.fault(unit) or "")
        heirs = self._now.heirs(unit)
        if heirs.names == (unit.ten,):
            return None
        if len(heirs.names) == 1 and not heirs.lost:
            return NameFate(unit.ten, self._reasons.one(unit.ten, unit.den, heirs.names[0]), heirs.names[0], sure=True)
        return NameFate(unit.ten, self._reasons.several(unit.ten, unit.den, heirs), marked=True)

    def _fate_of_other(self, name: TenGoi) -> NameFate | None:
        if name.den is None or name.den >= self._end:
            return None
        return NameFate(name.ten, self._reasons.other(name.ten, name.den, self._now.heirs(name)))

    def _fate_of_group(self, group: Nhom) -> NameFate | None:
        last = self._groups.last_day(group)
        if last is None:
            return None
        why, thanh = self._reasons.lost_group(group, last), group.thanh[0] if len(group.thanh) == 1 else None
        return NameFate(group.ten, why, thanh, marked=thanh is None and not self._groups.now(group))

    def _national_fate(self, key: str) -> NameFate | None:
        keys = [name_key(name) for name in _spellings(self._bearer(key))] if key in self._bearers else [key]
        known = ended_names()
        ended = next((known[one] for one in keys if one in known), None)
        return NameFate(ended.goi.ten, ended.why) if ended is not None and ended.is_news(self._years) else None

    def _bearer(self, key: str) -> _Entry:
        """Return who bore the name in the old year, otherwise the first."""
        bearers = self._bearers[key]
        return next((one for one in bearers if isinstance(one, Nhom) or self._then.holds(one)), bearers[0])

    def _chosen(self, choices: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, str]]]:
        for name, thanh in choices.items():
            key = name_key(name)
            if not key:
                continue
            spellings = _spellings(self._bearer(key)) if key in self._bearers else (name,)
            if key in ended_names():
                spellings += _spellings(ended_names()[key].goi)
            yield from ((name_key(one), (spellings[0], thanh)) for one in (name, *spellings))


def _spellings(entry: _Entry) -> tuple[str, ...]:
    return (entry.ten, *entry.viet_tat)


def _issuing(office: CoQuan) -> Iterator[TenGoi]:
    """Yield the issuing office as a name that texts use, where its end is known: also without the name of its place."""
    if office.den is not None:
        place = own_place(office.ten)
        name = place.split(" ", 1)[-1]
        short = (office.ten.removesuffix(name).strip(),) if place and office.ten.endswith(place) else ()
        yield TenGoi(ten=office.ten, viet_tat=short, den=office.den, thanh=office.thanh)
