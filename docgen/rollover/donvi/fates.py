"""What becomes of one name by the end of the new year: nothing, another name, or a question."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from docgen.data.model.coquan import CoQuan
from docgen.data.model.donvi import DonVi, Nhom, SoDonVi, TenGoi
from docgen.rollover.donvi.groups import Groups
from docgen.rollover.donvi.national import ended_names, names_that_followed
from docgen.rollover.donvi.reasons import Reasons
from docgen.rollover.values import Years
from docgen.text.spelling import name_key
from docgen.work.units import Validity, own_place

_Entry = DonVi | Nhom | TenGoi


@dataclass(frozen=True, slots=True)
class Fate:
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
        self._fates: dict[str, Fate | None] = {}

    @property
    def keys(self) -> frozenset[str]:
        """Return the folded letters of all names to look for, also of those that followed others."""
        return frozenset((*self._bearers, *ended_names(), *names_that_followed(), *self._choices))

    def of(self, key: str) -> Fate | None:
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

    def _fate(self, key: str) -> Fate | None:
        if key in self._choices:
            chosen, thanh = self._choices[key]
            return Fate(chosen, self._reasons.chosen(chosen), thanh, sure=True)
        return self._known_fate(key) or self._national_fate(key)

    def _known_fate(self, key: str) -> Fate | None:
        if key not in self._bearers:
            return None
        entry = self._bearer(key)
        if isinstance(entry, Nhom):
            return self._fate_of_group(entry)
        if any(isinstance(one, TenGoi) and self._now.holds(one) for one in self._bearers[key]):
            return None
        return self._fate_of_unit(entry) if isinstance(entry, DonVi) else self._fate_of_other(entry)

    def _fate_of_unit(self, unit: DonVi) -> Fate | None:
        if unit.den is None or unit.den >= self._end:
            return Fate(unit.ten, self._now.fault(unit) or "")
        heirs = self._now.heirs(unit)
        if heirs.names == (unit.ten,):
            return None
        if len(heirs.names) == 1 and not heirs.lost:
            return Fate(unit.ten, self._reasons.one(unit.ten, unit.den, heirs.names[0]), heirs.names[0], sure=True)
        return Fate(unit.ten, self._reasons.several(unit.ten, unit.den, heirs), marked=True)

    def _fate_of_other(self, name: TenGoi) -> Fate | None:
        if name.den is None or name.den >= self._end:
            return None
        return Fate(name.ten, self._reasons.other(name.ten, name.den, self._now.heirs(name)))

    def _fate_of_group(self, group: Nhom) -> Fate | None:
        last = self._groups.last_day(group)
        if last is None:
            return None
        why, thanh = self._reasons.lost_group(group, last), group.thanh[0] if len(group.thanh) == 1 else None
        return Fate(group.ten, why, thanh, marked=thanh is None and not self._groups.now(group))

    def _national_fate(self, key: str) -> Fate | None:
        keys = [name_key(name) for name in _spellings(self._bearer(key))] if key in self._bearers else [key]
        known = ended_names()
        ended = next((known[one] for one in keys if one in known), None)
        return Fate(ended.goi.ten, ended.why) if ended is not None and ended.is_news(self._years) else None

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
