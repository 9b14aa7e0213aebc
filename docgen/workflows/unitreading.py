"""Which units a cell names, as the plan's registry reads it: what is completed while one types, and what was recognised."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from docgen.data.model.phanviec import is_same_as_above
from docgen.errors import DocgenError
from docgen.text.dinhdang import plain
from docgen.work.units import Registry, own_place
from docgen.workflows.office import Office
from docgen.workflows.saving import StrPath


@dataclass(frozen=True)
class ReadUnits:
    """What a text names: the units, a group's members among them by the group's name, and what was not recognised."""

    units: tuple[str, ...]
    unknown: tuple[str, ...]


def unit_names(data: StrPath) -> tuple[str, ...]:
    """Return the names of the units and groups in the registry of the plan at `data`, none where it has none that can be read."""
    try:
        registry = Office(Path(data)).donvi_if_any
    except DocgenError:
        return ()
    return (*(one.ten for one in registry.don_vi), *(one.ten for one in registry.nhom))


def read_units(data: StrPath, nam: int, texts: Iterable[str]) -> tuple[ReadUnits, ...]:
    """Return what each of `texts`, cells of leaders or partners, names in the year `nam` by the registry of the plan at `data`.

    Where the office's files cannot be read nothing is recognised and nothing is told.
    """
    try:
        office = Office(Path(data)).checked("coquan", "donvi")
    except DocgenError:
        return tuple(ReadUnits((), ()) for _ in texts)
    own = office.coquan.model
    registry = Registry(office.donvi.model, nam, None, own_place(own.ten, own.co_quan_chu_quan))
    found = []
    for text in texts:
        if not text.strip() or is_same_as_above(text):
            found.append(ReadUnits((), ()))
            continue
        reading = registry.read(plain(text))
        named = dict.fromkeys(name for one in reading.mentions for name in ([one.nhom] if one.nhom else one.don_vi))
        found.append(ReadUnits(tuple(named), tuple(left.message for left in reading.leftovers)))
    return tuple(found)
