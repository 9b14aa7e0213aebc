"""Puts the list together: equal treatments of equal words become one item; decisions come first; the rest as in the file."""

from collections import defaultdict
from collections.abc import Iterable

from docgen.data.model.kehoach import KeHoach
from docgen.errors import Place
from docgen.rollover.rasoat.names import PlaceNames
from docgen.rollover.rasoat.values import ORDER, Cho, MucRaSoat, RaSoat
from docgen.rollover.values import Change, Group, Years


def ra_soat(plan: KeHoach, years: Years, nguon: str, dich: str, changes: Iterable[tuple[Change, Place]]) -> RaSoat:
    """Return the review list of `changes`, each with its place in the new file; `plan` is the one that was rolled over."""
    names = PlaceNames(plan)
    places = [Cho(change, names.of(change.route), place) for change, place in changes]
    alike: dict[tuple[str, ...], list[Cho]] = defaultdict(list)
    for group in ORDER:
        for one in places:
            if one.change.group is group:
                alike[_likeness(one.change)].append(one)
    items = tuple(MucRaSoat(number, tuple(several)) for number, several in enumerate(alike.values(), start=1))
    return RaSoat(" ".join(plan.trich_yeu.split()), years, nguon, dich, items)


def _likeness(change: Change) -> tuple[str, ...]:
    """Return what changes have in common that one tick settles; each thing to decide on as a whole stands for itself."""
    alone = change.group is Group.DECIDE and not change.old and not change.new
    return change.group, change.old, change.new, change.why, change.behind if alone else ""
