"""Both sides of a file that somebody saved elsewhere while it was typed in here: nothing of either is lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import docgen

CHANGED: Final = (
    "Tệp đã được sửa ở nơi khác trong lúc bạn đang sửa, nên chưa lưu. Chỗ chỉ một bên sửa thì đã lấy bên đó; chỗ hai bên cùng "
    "sửa thì chữ của bạn nằm trong ô, chữ trong tệp nằm ngay dưới. Chọn xong thì lưu lại."
)
FORGOTTEN: Final = (
    "Trang này mở từ lâu nên docgen không còn nhớ bản gốc, nên chưa lưu. Chỗ khác với tệp thì chữ của bạn nằm trong ô, chữ trong "
    "tệp nằm ngay dưới. Chọn xong thì lưu lại."
)


@dataclass(frozen=True)
class Sides:
    """The texts of a form with what either side alone changed; `theirs`: what the file holds where both did."""

    fields: Mapping[str, str]
    theirs: Mapping[str, str]


def both_sides(typed: Mapping[str, str], was: Mapping[str, str] | None, now: Mapping[str, str]) -> Sides:
    """Return what was `typed` into a form of the texts `was`, together with the texts that the file holds `now`.

    Where it is no longer known what they were every difference is one of both sides.
    """
    fields, theirs = {}, {}
    for name, text in typed.items():
        mine, before, there = text.strip(), was[name].strip() if was is not None else None, now[name].strip()
        fields[name] = now[name] if mine == before else text
        if mine not in (before, there) and there != before:
            theirs[name] = now[name]
    return Sides(fields, theirs)


def both_tables(
    typed: Sequence["docgen.TaskTable"], was: Sequence["docgen.TaskTable"], now: Sequence["docgen.TaskTable"]
) -> tuple[tuple["docgen.TaskTable", ...], dict[str, str]]:
    """Return the tables of tasks of both sides, as `both_sides` does the texts, and their rows where both changed a table."""
    tables, theirs = [], {}
    for mine, old in zip(typed, was, strict=False):
        there = next((one for one in now if one.index == mine.index), None)
        if there is None or there == old:
            tables.append(mine)
        elif mine.rows == old.rows and mine.tieu_de.strip() == old.tieu_de:
            tables.append(there)
        else:
            routes = {_cells(row): row.route for row in there.rows}
            came = {row.route: row for row in old.rows}
            rows = [replace(row, route=routes.get(_cells(came[row.route]), ()) if row.route else ()) for row in mine.rows]
            tables.append(replace(mine, rows=tuple(rows)))
            theirs[f"pl{mine.index}"] = "\n".join(f"{row.kind}: {'; '.join(row.cells.values())}" for row in there.rows)
    return tuple(tables), theirs


def _cells(row: "docgen.TaskRow") -> tuple[str, tuple[tuple[str, str], ...]]:
    return row.kind, tuple(row.cells.items())
