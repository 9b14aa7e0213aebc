"""The table of results as it is typed: its lines by the task and the unit that they are of, back into the cells of a file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import docgen
from docgen.errors import DataError, Problem
from docgen.web.asking import Form
from docgen.web.sides import both_sides
from docgen.web.wording import told

LABELS: Final = {
    "ten": "Tên việc", "trang_thai": "Trạng thái", "ngay_hoan_thanh": "Ngày hoàn thành", "noi_dung": "Kết quả thực hiện",
    "so_lieu": "Số liệu", "kho_khan": "Khó khăn, vướng mắc", "kien_nghi": "Kiến nghị", "ghi_chu": "Ghi chú",
}  # fmt: skip
MORE: Final = ("kho_khan", "kien_nghi", "ghi_chu")  # which are folded away where there is nothing in them
_KEY: Final = ".la"
_OF_ROW: Final = "ket_qua."


@dataclass(frozen=True)
class Line:
    """A line of the table: its result, what is typed in it, what is wrong with that and what the file says meanwhile, by cells.

    Of a result with docgen's own words to a person these are no part of what is typed; they go once it `is_seen`.
    """

    row: docgen.ResultRow
    typed: Mapping[str, str]
    faults: Mapping[str, list[str]] = field(default_factory=dict)
    theirs: Mapping[str, str] = field(default_factory=dict)
    is_seen: bool = False

    @property
    def key(self) -> str:
        """What no two lines share."""
        return f"{self.row.ma}|{self.row.don_vi}"

    @property
    def says_more(self) -> bool:
        """Whether there is anything in the cells that are folded away otherwise."""
        return any(self.typed[name] or name in self.faults or name in self.theirs for name in MORE)

    @property
    def is_changed(self) -> bool:
        """Whether anything else stands in it than was read, or a person has looked at it."""
        return bool(self.row.doubts and self.is_seen) or bool(self.differing)

    @property
    def differing(self) -> dict[str, str]:
        """What is typed otherwise than it was read."""
        was = self.row.accepted
        return {name: text for name, text in self.typed.items() if text.strip() != was[name].strip()}


def lines_of(rows: Iterable[docgen.ResultRow]) -> list[Line]:
    """Return the lines of the table before anybody has typed, one for each task and unit."""
    return list({line.key: line for line in (Line(row, row.accepted) for row in rows)}.values())


def place_of(ma: str, unit: str, name: str) -> str:
    """Return what the cell `name` of a result, or the whole of it where that is "", is called above the table."""
    return ", ".join(filter(None, (f"{ma} {unit}".rstrip(), LABELS.get(name, ""))))


def cells_in(form: Form, name: str, was: Mapping[str, str]) -> dict[str, str]:
    """Return the cells of one result that a form has under `name`; one that it does not have is as it `was`."""
    return {cell: form.text(f"{name}.{cell}") if form.has(f"{name}.{cell}") else was[cell] for cell in LABELS}


def typed_lines(form: Form, lines: Sequence[Line]) -> list[Line]:
    """Return the lines with what was typed into them."""
    names = {form.text(name): name.removesuffix(_KEY) for name in form.names() if name.endswith(_KEY)}
    return [
        replace(line, typed=cells_in(form, name, line.typed), is_seen=form.has(f"{name}.da-xem"))
        if (name := names.get(line.key))
        else line
        for line in lines
    ]


def changed(results: docgen.ResultForm, lines: Iterable[Line]) -> bytes:
    """Return the file of results as these lines make it; raise `DataError` where it cannot be made."""
    touched = [line for line in lines if line.is_changed]
    standing = {line.row.index: line.typed for line in touched if not line.row.is_new}
    return results.changed({}, standing, [(line.row, line.typed) for line in touched if line.row.is_new])


def judged(lines: Sequence[Line], made: docgen.ResultForm) -> list[Line]:
    """Return the lines with what is wrong in them once they make `made`."""
    found: dict[str, dict[str, list[str]]] = {}
    keys = {row.index: f"{row.ma}|{row.don_vi}" for row in made.rows}
    for name, some in made.at_fields(made.problems).items():
        if name.startswith(_OF_ROW):
            index, _, cell = name.removeprefix(_OF_ROW).partition(".")
            found.setdefault(keys.get(int(index), ""), {}).setdefault(cell, []).extend(map(told, some))
    return [replace(line, faults=found.get(line.key, {})) for line in lines]


def refused(results: docgen.ResultForm, lines: Sequence[Line], problems: Sequence[Problem]) -> list[Line]:
    """Return the lines of which no file could be made, what is wrong at the cells that are to blame, else at the first."""
    shown = [replace(line, faults=_faults(results, line)) for line in lines]
    if any(line.faults for line in shown):
        return shown
    first = next((number for number, line in enumerate(shown) if line.is_changed), 0)
    shown[first] = replace(shown[first], faults={"": [told(one) for one in problems]})
    return shown


def _faults(results: docgen.ResultForm, line: Line) -> dict[str, list[str]]:
    for name, text in line.differing.items():
        alone = replace(line, typed={**line.row.accepted, name: text})
        try:
            changed(results, [alone])
        except DataError as error:
            return {name: [told(one) for one in error.problems]}
    return {}


def beside(lines: Sequence[Line], now: Sequence[Line], *, is_forgotten: bool = False) -> list[Line]:
    """Return the lines of the file as it is `now` with what was typed, and the file's own words where both sides differ.

    Where it is forgotten what was read each difference is one of both sides.
    """
    mine = {line.key: line for line in lines if line.is_changed}
    merged = []
    for line in now:
        if (old := mine.get(line.key)) is None:
            merged.append(line)
            continue
        sides = both_sides(old.typed, None if is_forgotten else old.row.accepted, line.typed)
        merged.append(replace(line, typed=sides.fields, theirs=sides.theirs, is_seen=old.is_seen))
    return merged
