"""A table of tasks as rows of texts, one for each group, task and line of a task, and back; what a row does not show stays."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from docgen.data.model.phanviec import TASK_TEXTS
from docgen.data.yamlfile import Route

GROUP, TASK, LINE = "nhóm", "việc", "dòng"
COLUMNS: Final = ("ma", *TASK_TEXTS)
_KEYS: Final = ("nhom_nhiem_vu", "nhiem_vu")


@dataclass(frozen=True)
class TaskRow:
    """One row: a group (its title under `ten`), a task, or a line of the task above; the cells that are not blank.

    `route` is where its values stand in the table, () for a new one.
    """

    kind: str
    cells: Mapping[str, str]
    route: Route = ()


@dataclass
class _Group:
    value: dict[str, Any]
    tasks: list[dict[str, Any]] = field(default_factory=list)


def rows_of(table: Mapping[str, Any]) -> tuple[TaskRow, ...] | None:
    """Return the rows of a table of tasks as the data hold it; None where it is written in a way that no rows can show."""
    if all(table.get(key) for key in _KEYS):
        return None
    try:
        return tuple(_rows(table))
    except TypeError:
        return None


def _rows(table: Mapping[str, Any]) -> Iterator[TaskRow]:
    for place, group in enumerate(_listed(table.get("nhom_nhiem_vu"))):
        here: Route = ("nhom_nhiem_vu", place)
        yield TaskRow(GROUP, _texts({"ten": _mapping(group).get("tieu_de")}), here)
        yield from _tasks(_listed(group.get("nhiem_vu")), (*here, "nhiem_vu"))
    yield from _tasks(_listed(table.get("nhiem_vu")), ("nhiem_vu",))


def _tasks(tasks: Sequence[Any], route: Route) -> Iterator[TaskRow]:
    for index, task in enumerate(tasks):
        here = (*route, index)
        yield TaskRow(TASK, _texts(_mapping(task)), here)
        for line, each in enumerate(_listed(task.get("phan_viec"))):
            yield TaskRow(LINE, _texts(_mapping(each)), (*here, "phan_viec", line))


def table_of(rows: Sequence[TaskRow], old: Mapping[str, Any]) -> dict[str, Any]:
    """Return the table `old` with the tasks of `rows`; cells that a row came with and still has are as they were written.

    A new row without a word in it is none.
    """
    loose = _Group({})
    groups: list[_Group] = []
    tasks = loose.tasks
    for row in rows:
        value = _merged(row, old)
        if not row.cells and not value:
            continue  # a row that nobody has written into yet
        if row.kind == GROUP:
            groups.append(_Group(value))
            tasks = groups[-1].tasks
        elif row.kind == LINE and tasks:
            tasks[-1].setdefault("phan_viec", []).append(value)
        else:
            tasks.append(value)
    if groups and loose.tasks:  # a person has to give that group its title
        groups.insert(0, _Group({"tieu_de": None}, loose.tasks))
    found: dict[str, Any] = {}
    if groups:
        found["nhom_nhiem_vu"] = [{**group.value, "nhiem_vu": group.tasks} for group in groups]
    elif loose.tasks:
        found["nhiem_vu"] = loose.tasks
    return {**{key: value for key, value in old.items() if key not in _KEYS}, **found}


def _merged(row: TaskRow, old: Mapping[str, Any]) -> dict[str, Any]:
    """Return the value of a row: the old one with the cells that changed, the others as they were written."""
    before = _at(old, row.route) if row.route else {}
    shown = {"ten": "tieu_de"} if row.kind == GROUP else {name: name for name in COLUMNS}
    made = {key: value for key, value in before.items() if key not in ("nhiem_vu", "phan_viec")}
    for name, key in shown.items():
        text = row.cells.get(name, "").strip()
        if text == (before.get(key) or ""):
            continue
        if text:
            made[key] = text
        else:
            made.pop(key)
    order = {key: place for place, key in enumerate([*before, *shown.values()])}
    return dict(sorted(made.items(), key=lambda one: order[one[0]]))


def _at(value: Any, route: Route) -> dict[str, Any]:
    for step in route:
        value = _listed(value)[step] if isinstance(step, int) else value[step]
    return _mapping(value)


def _texts(value: Mapping[str, Any]) -> dict[str, str]:
    found = {name: value.get(name) for name in COLUMNS}
    if any(isinstance(text, (list, dict)) for text in found.values()):
        raise TypeError
    return {name: text for name, text in found.items() if isinstance(text, str) and text}


def _mapping(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise TypeError
    return value


def _listed(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
