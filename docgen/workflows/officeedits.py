"""The office's own two files edited in place: `coquan.yaml` as a form; the registry of units, and what a cell names by it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from docgen.data.model.coquan import CoQuan
from docgen.data.model.donvi import SoDonVi
from docgen.data.model.phanviec import is_same_as_above
from docgen.data.reworked import reworked
from docgen.data.validate import validate
from docgen.data.yamlfile import YamlFile, of_text
from docgen.data.yamltext.saved import text_of
from docgen.errors import NOWHERE, Argument, DataError, DocgenError, Problem
from docgen.text.dinhdang import plain
from docgen.text.folding import name_key
from docgen.work.units import Registry, own_place
from docgen.workflows.datafiles import OFFICE_FILE, REGISTRY_FILE, find_beside_or_above
from docgen.workflows.fields import as_text, as_value, reached, with_value
from docgen.workflows.office import Office
from docgen.workflows.saving import Saved, StrPath, read_data, save_data

_NO_NAME: Final = "phải ghi tên"
_UNKNOWN: Final = "“{name}” không có trong danh mục đơn vị; chọn một đơn vị hoặc nhóm đã có"
_NOT_KNOWN: Final = "“{name}” không có trong danh mục đơn vị"
_HAS_IT: Final = "“{name}” đã là tên hoặc cách viết khác của “{unit}”"
_LISTS: Final = ("don_vi", "nhom")
OFFICE_FIELDS: Final = (
    "ten", "viet_tat", "co_quan_chu_quan", "dia_danh", "ky.quyen_han", "ky.chuc_vu", "ky.ho_ten",
    "trinh_bay.le.tren", "trinh_bay.le.duoi", "trinh_bay.le.trai", "trinh_bay.le.phai", "trinh_bay.co_chu",
)  # fmt: skip
_LINES: Final = ("ky.quyen_han",)


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
            within = [entry["nhom"]] if isinstance(entry.get("nhom"), str) else list(entry.get("nhom") or [])
            entries[key][index] = {**entry, "nhom": list(dict.fromkeys([*within, own]))}
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
    known, words = name_key(name), _one_line(other)
    path, was, values = _read(data)
    for key in _LISTS:
        entries = list(values.get(key) or [])
        for index, entry in enumerate(entries):
            if name_key(entry.get("ten") or "") == known:
                entries[index] = {**entry, "viet_tat": [*_names(entry), words]}
                if name_key(words) in map(name_key, (entry["ten"], *_names(entry))):
                    raise DataError.at(str(path), _HAS_IT.format(name=words, unit=entry["ten"]))
                return _made(path, was, {**values, key: entries})
    raise DataError.at(str(path), _UNKNOWN.format(name=name))


def registry_problems(path: StrPath, data: bytes) -> tuple[Problem, ...]:
    """Return what is wrong with the registry of units that `data` would be at `path`, each with its place."""
    try:
        validate(SoDonVi, of_text(str(path), text_of(data)))
    except DataError as error:
        return error.problems
    return ()


def _names(entry: dict[str, Any]) -> list[str]:
    names = entry.get("viet_tat")
    return [names] if isinstance(names, str) else list(names or [])


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


@dataclass(frozen=True)
class OfficeForm:
    """The office's file as a form: its texts by name, `ky.ho_ten` for a key below a key."""

    path: Path
    data: bytes
    fields: Mapping[str, str]
    _file: YamlFile

    def changed(self, fields: Mapping[str, str]) -> bytes:
        """Return the file with these texts, those not named as they are; raise `DataError` where it cannot be edited in place."""
        values: dict[str, Any] = dict(self._file.written)
        for name, text in fields.items():
            if name in self.fields and " ".join(text.split()) != " ".join(self.fields[name].split()):
                values = with_value(values, name.split("."), as_value(text, lines=name in _LINES))
        return reworked(str(self.path), self.data, values)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the file, as the commands say it."""
        try:
            validate(CoQuan, self._file)
        except DataError as error:
            return error.problems
        return ()

    def field_of(self, problem: Problem) -> str:
        """Return the name of the field that a problem is about, "" where it is about none."""
        named = problem.message.partition(":")[0]
        if named in self.fields:
            return named
        line = problem.place.line or 0
        routes = {name: tuple(name.split(".")) for name in self.fields}
        spans = {
            name: (self._file.key_place(route).line or 0, self._file.last_line(route))
            for name, route in routes.items()
            if self._file.has_key(route)
        }
        return next((name for name, (first, last) in spans.items() if first <= line <= last), "")


def office_form(folder: StrPath, data: bytes | None = None) -> OfficeForm:
    """Return the office's file in `folder`, or what `data` would be in its place, as a form.

    Raises `FileError` where it cannot be read, `DataError` where it is not YAML that docgen takes.
    """
    path = Path(folder) / OFFICE_FILE
    data = read_data(path) if data is None else data
    file = of_text(str(path), text_of(data))
    texts = {name: as_text(reached(file.written, name.split(".")), lines=name in _LINES) for name in OFFICE_FIELDS}
    return OfficeForm(path, data, {name: text for name, text in texts.items() if text is not None}, file)
