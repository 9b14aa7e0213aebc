"""What is said of the plan's form as it stands: problems and remarks at their fields, the units that its rows name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import docgen
from docgen.errors import DataError, Problem
from docgen.web.desk import Notice
from docgen.web.planfields import Typed
from docgen.web.wording import OF_LETTERS, told


@dataclass(frozen=True)
class AtFields:
    """Words about a form by the names of its fields, each once; `elsewhere` what is about none of them."""

    words: Mapping[str, list[str]]
    elsewhere: Sequence[Problem]

    def __len__(self) -> int:
        return len(self.elsewhere) + sum(map(len, self.words.values()))


def at_fields(form: "docgen.PlanForm", problems: Sequence[Problem], typed: Typed) -> AtFields:
    """Return problems at the fields of what was `typed`; of the body with their line."""
    found = form.at_fields(problems)
    elsewhere = [one for name in list(found) if not name or name.startswith(OF_LETTERS) for one in found.pop(name)]
    words: dict[str, dict[str, None]] = {}
    for name, many in found.items():
        for one in many:
            line = form.line_of(one.place) if name == "than" else 0
            words.setdefault(typed.shown_as(name), {})[f"dòng {line}: {told(one)}" if line else told(one)] = None
    return AtFields({name: list(each) for name, each in words.items()}, elsewhere)


def unknown_words(one: "docgen.NotRecognised") -> str:
    """Return what is said in its cell of words in which no unit was recognised; the nearest name stands on the button there."""
    return f"“{one.text}” không có trong danh mục đơn vị." if one.nearest else told(one.problem)


def recognised(plan: Path, typed: Typed) -> dict[str, "docgen.ReadUnits"]:
    """Return what the cells of leaders and partners name, by the names of their fields."""
    cells = {
        f"{typed.row(table.index, number)}.{column}": text
        for table in typed.tables
        for number, row in enumerate(table.rows)
        for column in ("chu_tri", "phoi_hop")
        if (text := row.cells.get(column, "")) and row.kind != "nhóm"
    }
    year = typed.fields.get("nam", "").strip()
    read = docgen.read_units(plan, int(year), cells.values()) if year.isdigit() else ()
    return dict(zip(cells, read, strict=False))


def saved_notice(plan: Path, now: bytes) -> Notice:
    """Return what is said after a save: that it is done, and how many places are wrong in what was saved."""
    try:
        form = docgen.plan_form(plan, now)
        wrong = len(at_fields(form, form.problems, Typed(form.fields, form.tables)))
    except DataError as error:
        wrong = len(error.problems)
    return Notice(f"Đã lưu; còn {wrong} chỗ phải sửa.", tone="warn") if wrong else Notice("Đã lưu.")
