"""A plan as a form: each of its keys a field of text, its body one typed text, its tasks rows; and back into the same file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from docgen.data.model.kehoach import KeHoach
from docgen.data.reworked import reworked
from docgen.data.taskgrid import COLUMNS, GROUP, TaskRow, rows_of, table_of
from docgen.data.typedbody import typed_body, with_body
from docgen.data.validate import note_remarks, problems_of
from docgen.data.yamlfile import Route, YamlFile, of_text
from docgen.data.yamltext.saved import text_of
from docgen.errors import Place, Problem
from docgen.workflows.fields import as_text, as_value, kept_date, reached, shown_date, with_value
from docgen.workflows.saving import StrPath, read_data

BODY: Final = "than"
APPENDICES: Final = "phu_luc"
LINES: Final = ("can_cu", "mo_dau", "ket_thuc", "noi_nhan", "ky.quyen_han")  # a line for each of their texts
SINGLE: Final = (
    "so", "ngay", "du_thao", "nam", "trich_yeu", "luu", "ky.chuc_vu", "ky.ho_ten",
    "cong_van.ky_hieu", "cong_van.trich_yeu", "cong_van.bao_cao.gui", "cong_van.bao_cao.han",
)  # fmt: skip
_DATES: Final = ("ngay", "cong_van.ngay")
_LETTERS: Final = "cong_van"  # most of it has no field but on the screen of the letters
_OF_LETTERS: Final = tuple(
    f"{_LETTERS}.{name}"
    for name in (
        "so_bat_dau", "ngay", "du_thao", "mo_dau", "ket_thuc", "noi_nhan", "luu", "kieu", "viec_chung", "ky.quyen_han",
        "ky.chuc_vu", "ky.ho_ten",
    )
)  # fmt: skip
_BODY_KEYS: Final = ("phan", "to_chuc_thuc_hien", "bang_bieu", "chu_thich")
_OF_TABLE: Final = ("tieu_de", "kem_theo")
_NAMED: Final = re.compile(r"([a-z_]+(?:\.[a-z_]+)*): ")
_OF_CELL: Final = re.compile(r"pl\d+\.\d+\.\w+")
_OWN_WAY: Final = "chỗ này ghi theo cách riêng; sửa trong tệp"


@dataclass(frozen=True)
class TaskTable:
    """An appendix with a table of tasks: its title, the line below it, its rows; its place among the appendices."""

    index: int
    tieu_de: str
    kem_theo: str
    rows: tuple[TaskRow, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that a row uses, and those that every table has."""
        used = {name for row in self.rows for name in row.cells} | {"ten", "chu_tri", "phoi_hop", "thoi_gian"}
        return tuple(name for name in COLUMNS if name in used)


@dataclass(frozen=True)
class PlanForm:
    """A plan's file as a form. `fields` are its texts by name, `locked` says of a field why it is edited in the file alone."""

    path: Path
    data: bytes
    fields: Mapping[str, str]
    locked: Mapping[str, str]
    tables: tuple[TaskTable, ...]
    _file: YamlFile

    def changed(self, fields: Mapping[str, str], tables: Sequence[TaskTable] | None = None) -> bytes:
        """Return the file with these texts in its fields, those not named as they are, and the rows of these tables.

        Raises `DataError` where it cannot be edited in place.
        """
        values: dict[str, Any] = dict(self._file.written)
        for name, typed in fields.items():
            text = _as_kept(name, typed)
            if name not in self.locked and text != _as_kept(name, self.fields.get(name, "")):
                values = (
                    with_body(values, text)
                    if name == BODY
                    else with_value(values, name.split("."), as_value(text, lines=_has_lines(name)))
                )
        if tables is not None:
            values = self._with_tables(values, tables)
        return reworked(str(self.path), self.data, values)

    def _with_tables(self, values: dict[str, Any], tables: Sequence[TaskTable]) -> dict[str, Any]:
        listed = values.get(APPENDICES)
        old = list(listed) if isinstance(listed, list) else [] if listed is None else [listed]
        made = list(old)
        for table in tables:
            before = old[table.index] if table.index < len(old) else {}
            titled = dict(before)
            for key in _OF_TABLE:
                if (text := getattr(table, key).strip()) != (before.get(key) or ""):
                    titled = with_value(titled, [key], text or None)
            if (now := table_of(table.rows, titled)) or before:  # no appendix of a title and rows that are blank yet
                made[table.index : table.index + 1] = [now or None]
        if made == old:
            return values
        made = [one for one in made if one is not None]
        return {**values, APPENDICES: made if isinstance(listed, list) or len(made) != 1 or listed is None else made[0]}

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the plan, as the commands say it."""
        return problems_of(KeHoach, self._file)

    @property
    def remarks(self) -> tuple[Problem, ...]:
        """What may be wrong with its texts."""
        return (*self._file.remarks, *note_remarks(self._file))

    def at_fields(self, problems: Sequence[Problem]) -> dict[str, list[Problem]]:
        """Return problems by the names of the fields that they are about; those about none of them stand under ""."""
        found: dict[str, list[Problem]] = {}
        for one in problems:
            found.setdefault(self.field_of(one), []).append(one)
        return found

    def field_of(self, problem: Problem) -> str:
        """Return the name of the field that a problem is about, "" where it is about none."""
        found, named = self._at(problem.place), _NAMED.match(problem.message)
        if named and found.startswith(_LETTERS):  # of two keys of one name that beside what stands at the place
            beside = f"{found.rpartition('.')[0] or _LETTERS}.{named[1]}"
            return beside if beside in self.fields else found if found != _LETTERS else ""
        if named and _OF_CELL.fullmatch(found) and named[1] in COLUMNS:
            return f"{found.rpartition('.')[0]}.{named[1]}"
        if named and not (found == BODY or found.startswith("pl")):  # a key that is missing stands nowhere
            key = named[1].partition(".")[0]
            found = next((name for name in (named[1], key) if name in self.fields), BODY if key in _BODY_KEYS else found)
        return found if found != _LETTERS else ""

    def field_at(self, place: Place) -> str:
        """Return the name of the field that holds what stands at a place in the plan's file, "" where none does."""
        found = self._at(place)
        return found if found != _LETTERS else ""

    def _at(self, place: Place) -> str:
        if place.file != str(self.path) or place.line is None:
            return ""
        holding = [(last - first, name) for first, last, name in self._spans if first <= place.line <= last]
        return min(holding)[1] if holding else ""

    def line_of(self, place: Place) -> int:
        """Return which line of the typed body, from 1, stands at a place, 0 where the file does not hold it as typed."""
        for body in self._file.bodies:
            first = self._file.place(body.route).line
            if body.route == ("phan",) and first is not None and place.line is not None:
                return max(place.line - first, 0)
        return 0

    @cached_property
    def _spans(self) -> list[tuple[int, int, str]]:
        return [
            (self._file.key_place(route).line or 1, self._file.last_line(route), name)
            for name, route in self._routes()
            if self._file.has_key(route) or isinstance(route[-1], int)
        ]

    def _routes(self) -> Iterator[tuple[str, Route]]:
        yield from ((name, tuple(name.split("."))) for name in self.fields if name != BODY)
        yield from ((BODY, (key,)) for key in _BODY_KEYS)
        yield _LETTERS, (_LETTERS,)
        listed = isinstance(self._file.written.get(APPENDICES), list)
        for table in self.tables:
            start: Route = (APPENDICES, table.index) if listed else (APPENDICES,)
            yield from ((f"pl{table.index}.{key}", (*start, key)) for key in _OF_TABLE)
            if not self._file.has_key((*start, "tieu_de")):
                yield f"pl{table.index}.tieu_de", start
            for number, row in enumerate(table.rows):
                if row.route:
                    yield f"pl{table.index}.{number}.ten", (*start, *row.route)
                    keys = {"ten": "tieu_de"} if row.kind == GROUP else {name: name for name in row.cells}
                    yield from ((f"pl{table.index}.{number}.{name}", (*start, *row.route, key)) for name, key in keys.items())


def _has_lines(name: str) -> bool:
    return name.removeprefix(f"{_LETTERS}.") in LINES


def plan_form(path: StrPath, data: bytes | None = None, *, letters: bool = False) -> PlanForm:
    """Return the plan at `path`, or what `data` would be in its place, as a form; with `letters` also the wording of its letters.

    Raises `FileError` where it cannot be read, `DataError` where it is not YAML that docgen takes.
    """
    path = Path(path)
    data = read_data(path) if data is None else data
    file = of_text(str(path), text_of(data))
    fields: dict[str, str] = {}
    locked: dict[str, str] = {}
    for name in (*SINGLE, *LINES, *(_OF_LETTERS if letters else ())):
        text = as_text(reached(file.written, name.split(".")), lines=_has_lines(name))
        fields[name] = shown_date(text or "") if name in _DATES else text or ""
        if text is None:
            locked[name] = _OWN_WAY
    body = typed_body(file.written)
    fields[BODY] = body.text
    if body.why_not:
        locked[BODY] = f"{body.why_not}; sửa trong tệp"
    return PlanForm(path, data, fields, locked, tuple(_tables(file.written.get(APPENDICES))), file)


def _tables(appendices: Any) -> Iterator[TaskTable]:
    """Yield the appendices that are tables of tasks; one to be filled where there is no appendix at all."""
    listed = appendices if isinstance(appendices, list) else [] if appendices is None else [appendices]
    for index, each in enumerate(listed):
        if isinstance(each, dict) and not {"noi_dung", "phan"} & set(each) and (rows := rows_of(each)) is not None:
            title, below = (as_text(each.get(key), lines=False) for key in _OF_TABLE)
            if (rows or not set(each) - {"tieu_de", "kem_theo", "huong"}) and title is not None and below is not None:
                yield TaskTable(index, title, below, rows)
    if not listed:
        yield TaskTable(0, "", "", ())


def _as_kept(name: str, text: str) -> str:
    if name in _DATES:
        return kept_date(text)
    return "\n".join(line.strip() for line in text.strip().split("\n")) if name != BODY else text.strip()
