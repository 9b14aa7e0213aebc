"""Groups of units: who is in them at the end of the new year, and the last day of those that lost everyone."""

from collections.abc import Iterator
from datetime import date

from docgen.data.model.donvi import Nhom, SoDonVi
from docgen.rollover.values import Years
from docgen.work.units import Registry


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
