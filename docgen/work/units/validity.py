"""Which units there were in a plan's year, and what to call those that there were not."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from docgen.data.model.donvi import Entry, Nhom, SoDonVi, TenGoi, joined_names
from docgen.text.folding import name_key
from docgen.text.thoigian import NgayVanBan, first_day
from docgen.text.wording import short_date


class Heirs(NamedTuple):
    """The names that followed another one and hold, once each; `lost` where a way led to a name that holds no more."""

    names: tuple[str, ...]
    lost: bool


class Validity:
    """The names of a registry as they were in the year `nam`, from `ngay` on where the plan has its date."""

    def __init__(self, so: SoDonVi, nam: int, ngay: NgayVanBan | None = None) -> None:
        self._nam = nam
        self._first = first_day(ngay) if ngay is not None and ngay.year == nam else date(nam, 1, 1)
        self._last = date(nam, 12, 31)
        units: tuple[TenGoi, ...] = (*so.ten_goi, *so.don_vi)
        full = {name_key(name): unit.ten for unit in units for name in (*unit.viet_tat, unit.ten)}
        self._by_name: Mapping[str, Sequence[TenGoi]] = _grouped((unit.ten, unit) for unit in units)
        self._becomes = {id(unit): [name for _, name in joined_names(unit.thanh, full)] for unit in units}
        self._was = _grouped((name, unit) for unit in so.don_vi for name in self._becomes[id(unit)])

    def holds(self, unit: TenGoi) -> bool:
        """Return whether there was such a unit then."""
        return unit.existed(self._first, self._last)

    def chosen(self, bearers: Sequence[Entry]) -> Entry:
        """Return the one of several bearers of a name that there was then, otherwise the first."""
        return next((one for one in bearers if isinstance(one, Nhom) or self.holds(one)), bearers[0])

    def fault(self, unit: TenGoi) -> str | None:
        """Return the sentence that says why a plan may not name `unit`, and which name it had; nothing where it may."""
        if self.holds(unit):
            return None
        if unit.tu is not None and unit.tu > self._last:
            said = f"“{unit.ten}” chỉ có từ ngày {short_date(unit.tu)}, sau năm {self._nam}"
            names = _quoted(self._followed(unit, lambda one: self._was.get(one.ten, ())))
            return f"{said}; khi đó là {names}" if names else f"{said}; ghi tên đơn vị khi đó"
        ended = unit.den or self._first
        said = f"“{unit.ten}” không còn từ ngày {short_date(ended + timedelta(days=1))}"
        names = _quoted(self.heirs(unit))
        return f"{said}; nay là {names}" if names else f"{said}; ghi tên đơn vị tiếp nhận"

    def heirs(self, unit: TenGoi) -> Heirs:
        """Return what `unit`, which holds no more, became, through as many changes as there were."""
        return self._followed(unit, self._successors)

    def _successors(self, unit: TenGoi) -> Iterable[TenGoi]:
        for name in self._becomes.get(id(unit), ()):
            bearers = self._by_name.get(name, (TenGoi(ten=name),))
            yield from [one for one in bearers if self.holds(one)] or bearers

    def _followed(self, unit: TenGoi, step: Callable[[TenGoi], Iterable[TenGoi]]) -> Heirs:
        names: dict[str, None] = {}
        waiting, seen, lost = list(step(unit)), {id(unit)}, False
        while waiting:
            one = waiting.pop(0)
            if id(one) in seen:
                continue
            seen.add(id(one))
            if self.holds(one):
                names[one.ten] = None
            else:
                further = list(step(one))
                lost = lost or not further
                waiting += further
        return Heirs(tuple(names), lost)


def _quoted(heirs: Heirs) -> str:
    return ", ".join(f"“{name}”" for name in heirs.names)


def _grouped(pairs: Iterable[tuple[str, TenGoi]]) -> dict[str, list[TenGoi]]:
    grouped: dict[str, list[TenGoi]] = defaultdict(list)
    for name, unit in pairs:
        grouped[name].append(unit)
    return grouped
