"""The registry of units edited in place, and what a cell names by it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from docgen.data.model.donvi import SoDonVi
from docgen.data.model.phanviec import is_same_as_above
from docgen.data.reworked import reworked
from docgen.data.validate import validate
from docgen.data.yamlfile import of_text
from docgen.data.yamltext.saved import text_of
from docgen.errors import NOWHERE, Argument, DataError, DocgenError, Problem
from docgen.text.dinhdang import plain
from docgen.text.folding import name_key
from docgen.work.units import Registry, own_place
from docgen.workflows.datafiles import REGISTRY_FILE, find_beside_or_above
from docgen.workflows.office import Office
from docgen.workflows.saving import Saved, StrPath, read_data, save_data

_NO_NAME: Final = "phải ghi tên"
_UNKNOWN: Final = "“{name}” không có trong danh mục đơn vị; chọn một đơn vị hoặc nhóm đã có"
_NOT_KNOWN: Final = "“{name}” không có trong danh mục đơn vị"
_HAS_IT: Final = "“{name}” đã là tên hoặc cách viết khác của “{unit}”"
_LISTS: Final = ("don_vi", "nhom")


@dataclass(frozen=True)
class EditedRegistry:
    """A registry as it is to be: its path, the bytes that were read, those to be written."""

    path: Path
    was: bytes
    data: bytes

    def save(self) -> Saved:
        """Write it; raise `ChangedMeanwhile` where the file holds something else by now, `FileError` where that fails."""
        return save_data(self.path, self.was, self.data)


def add_unit(data: StrPath, name: str, *, groups: Iterable[str] = (), others: Iterable[str] = ()) -> EditedRegistry:
    """Return the registry of the plan at `data` with one unit more, a member of these groups, also called `others`.

    Raises `DataError` where there cannot be such a unit, `FileError` where the registry is missing or cannot be read.
    """
    words = _one_line(name)
    unit: dict[str, Any] = {"ten": words}
    if names := [_one_line(each) for each in others if name_key(each) != name_key(words)]:
        unit["viet_tat"] = names
    if members := [_one_line(each) for each in groups]:
        unit["nhom"] = members
    path, was, values = _read(data)
    return _made(path, was, {**values, "don_vi": [*(values.get("don_vi") or []), unit]})


def add_members(data: StrPath, group: str, names: Iterable[str], *, new: Collection[str] = ()) -> EditedRegistry:
    """Return the registry of the plan at `data` in which the units called `names` are members of `group` too.

    Those of `new` become units of the registry; any other that is not in it is wrong, which is told with the name that is near.
    Raises `DataError` where a name or the group is unknown, `FileError` where the registry cannot be read.
    """
    path, was, values = _read(data)
    registry = Registry(validate(SoDonVi, of_text(str(path), text_of(was))), date.today().year)
    places: dict[str, tuple[str, int]] = {}
    for key in _LISTS:
        for index, entry in enumerate(values.get(key) or []):
            places |= {name_key(each): (key, index) for each in (entry.get("ten") or "", *_names(entry))}
    kind, at = places.get(name_key(group), ("", 0))
    if kind != "nhom":
        raise DataError.at(str(path), _UNKNOWN.format(name=group))
    entries, problems = {key: list(values.get(key) or []) for key in _LISTS}, list[Problem]()
    own = entries[kind][at]["ten"]
    for name in map(_one_line, names):
        key, index = places.get(name_key(name), ("", 0))
        if key:
            entry = entries[key][index]
            entries[key][index] = {**entry, "nhom": list(dict.fromkeys([*_texts(entry, "nhom"), own]))}
        elif name in new:
            entries["don_vi"].append({"ten": name, "nhom": [own]})
        else:
            asked = f"có phải “{near}”? Nếu là đơn vị mới thì" if (near := registry.nearest(name)) else "là đơn vị mới thì"
            problems.append(Problem(Argument("names"), _NOT_KNOWN.format(name=name), f"{asked} đánh dấu {{new}}"))
    if problems:
        raise DataError(problems)
    return _made(path, was, {**values, **{key: some for key, some in entries.items() if some}})


def add_name(data: StrPath, name: str, other: str) -> EditedRegistry:
    """Return the registry of the plan at `data` in which the unit or group called `name` is also called `other`.

    Raises `DataError` where `name` is unknown or `other` somebody's already, `FileError` where the registry cannot be read.
    """
    words = _one_line(other)
    path, was, values = _read(data)
    key, index, entry = _entry_of(path, values, name)
    if name_key(words) in map(name_key, (entry["ten"], *_names(entry))):
        raise DataError.at(str(path), _HAS_IT.format(name=words, unit=entry["ten"]))
    return _with_entry(path, was, values, (key, index), {**entry, "viet_tat": [*_names(entry), words]})


def set_loi_giao(data: StrPath, name: str, loi_giao: str) -> EditedRegistry:
    """Return the registry of the plan at `data` in which letters to the unit called `name` say `loi_giao`.

    That goes before what its groups say. Raises `DataError` where `name` is unknown or letters have no such word, `FileError`
    where the registry cannot be read.
    """
    path, was, values = _read(data)
    key, index, entry = _entry_of(path, values, name)
    return _with_entry(path, was, values, (key, index), {**entry, "loi_giao": loi_giao})


def _entry_of(path: Path, values: Mapping[str, Any], name: str) -> tuple[str, int, dict[str, Any]]:
    """Return in which list, at which place the unit or group of this full name stands, and what is said of it."""
    for key in _LISTS:
        for index, entry in enumerate(values.get(key) or []):
            if name_key(entry.get("ten") or "") == name_key(name):
                return key, index, entry
    raise DataError.at(str(path), _UNKNOWN.format(name=name))


def _with_entry(path: Path, was: bytes, values: Mapping[str, Any], at: tuple[str, int], entry: dict[str, Any]) -> EditedRegistry:
    key, index = at
    return _made(path, was, {**values, key: [*values[key][:index], entry, *values[key][index + 1 :]]})


def registry_problems(path: StrPath, data: bytes) -> tuple[Problem, ...]:
    """Return what is wrong with the registry of units that `data` would be at `path`, each with its place."""
    try:
        validate(SoDonVi, of_text(str(path), text_of(data)))
    except DataError as error:
        return error.problems
    return ()


def _names(entry: dict[str, Any]) -> list[str]:
    return _texts(entry, "viet_tat")


def _texts(entry: dict[str, Any], key: str) -> list[str]:
    """Return the texts under `key`, where one may stand without a list."""
    texts = entry.get(key)
    return [texts] if isinstance(texts, str) else list(texts or [])


def _one_line(name: str) -> str:
    words = " ".join(name.split())
    if not words:
        raise DataError.at(Argument("name"), _NO_NAME)
    return words


def _read(data: StrPath) -> tuple[Path, bytes, dict[str, Any]]:
    path = find_beside_or_above(Path(data), REGISTRY_FILE)
    was = read_data(path)
    file = of_text(str(path), text_of(was))
    validate(SoDonVi, file)
    return path, was, dict(file.written)


def _made(path: Path, was: bytes, values: dict[str, Any]) -> EditedRegistry:
    data = reworked(str(path), was, values)
    validate(SoDonVi, of_text(str(path), text_of(data)))
    return EditedRegistry(path, was, data)


@dataclass(frozen=True, slots=True)
class NotRecognised:
    """Words in which no unit was recognised, what is told of them, the nearest name."""

    text: str
    problem: Problem
    nearest: str = ""


@dataclass(frozen=True, slots=True)
class ReadUnits:
    """What a text names: the units, a group's members among them by the group's name, and what was not recognised."""

    units: tuple[str, ...]
    unknown: tuple[NotRecognised, ...]


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
        unknown = [NotRecognised(left.text, Problem(NOWHERE, left.message), left.nearest or "") for left in reading.leftovers]
        found.append(ReadUnits(tuple(named), tuple(unknown)))
    return tuple(found)
