"""Which units there were in a plan's year, and what to call those that there were not."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta

from docgen.model.donvi import DonVi, Entry, Nhom, SoDonVi, joined_names, name_key
from docgen.wording import short_date


class Validity:
    """The units of a registry as they were in the year `nam`, from `ngay` on where the plan has its date."""

    def __init__(self, so: SoDonVi, nam: int, ngay: date | None = None) -> None:
        self._nam = nam
        self._first = ngay if ngay is not None and ngay.year == nam else date(nam, 1, 1)
        self._last = date(nam, 12, 31)
        full = {name_key(name): unit.ten for unit in so.don_vi for name in (*unit.viet_tat, unit.ten)}
        self._by_name: Mapping[str, Sequence[DonVi]] = _grouped((unit.ten, unit) for unit in so.don_vi)
        self._becomes = {id(unit): [name for _, name in joined_names(unit.thanh, full)] for unit in so.don_vi}
        self._was = _grouped((name, unit) for unit in so.don_vi for name in self._becomes[id(unit)])

    def holds(self, unit: DonVi) -> bool:
        """Return whether there was such a unit then."""
        return unit.existed(self._first, self._last)

    def chosen(self, bearers: Sequence[Entry]) -> Entry:
        """Return the one of several bearers of a name that there was then, otherwise the first."""
        return next((one for one in bearers if isinstance(one, Nhom) or self.holds(one)), bearers[0])

    def fault(self, unit: DonVi) -> str | None:
        """Return the sentence that says why a plan may not name `unit`, and which name it had; nothing where it may."""
        if self.holds(unit):
            return None
        if unit.tu is not None and unit.tu > self._last:
            said = f"“{unit.ten}” chỉ có từ ngày {short_date(unit.tu)}, sau năm {self._nam}"
            names = self._followed(unit, lambda one: self._was.get(one.ten, ()))
            return f"{said}; khi đó là {names}" if names else f"{said}; ghi tên đơn vị khi đó"
        ended = unit.den or self._first
        said = f"“{unit.ten}” không còn từ ngày {short_date(ended + timedelta(days=1))}"
        names = self._followed(unit, self._successors)
        return f"{said}; nay là {names}" if names else f"{said}; ghi tên đơn vị tiếp nhận"

    def _successors(self, unit: DonVi) -> Iterable[DonVi]:
        for name in self._becomes[id(unit)]:
            yield from self._by_name.get(name, (DonVi(ten=name),))

    def _followed(self, unit: DonVi, step: Callable[[DonVi], Iterable[DonVi]]) -> str:
        names: dict[str, None] = {}
        waiting, seen = list(step(unit)), {id(unit)}
        while waiting:
            one = waiting.pop(0)
            if id(one) in seen:
                continue
            seen.add(id(one))
            if self.holds(one):
                names[f"“{one.ten}”"] = None
            else:
                waiting += step(one)
        return ", ".join(names)


def _grouped(pairs: Iterable[tuple[str, DonVi]]) -> dict[str, list[DonVi]]:
    grouped: dict[str, list[DonVi]] = defaultdict(list)
    for name, unit in pairs:
        grouped[name].append(unit)
    return grouped
