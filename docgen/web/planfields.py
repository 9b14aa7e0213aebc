"""The plan's form as it is typed: its texts, its rows, the buttons that move rows; what is said of it at its fields."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import docgen
from docgen.errors import DataError, DocgenError, Problem
from docgen.web.asking import Form
from docgen.web.desk import Notice
from docgen.web.wording import OF_LETTERS, said, told

ROW_KINDS: Final = ("nhóm", "việc", "dòng")
_TAKEN: Final = "Đã thêm {count} dòng, các cột hiểu là: {labels}. Không đúng thì xóa các dòng ấy rồi dán lại kèm hàng tiêu đề."
_ASTRAY: Final = "{many} kết quả đã nhận không còn khớp việc nào của kế hoạch; mở “Biểu mẫu, kết quả” để sửa."
_OF_ROW: Final = re.compile(r"pl(\d+)\.(\d+)\.(\w+)")


@dataclass(frozen=True)
class Typed:
    """What stands in the form: its texts by name, its tables."""

    fields: Mapping[str, str]
    tables: tuple["docgen.TaskTable", ...]
    names: Mapping[int, Sequence[str]] = field(default_factory=dict)  # of the rows of tables, where these are not numbers
    pasted: Mapping[str, str] = field(default_factory=dict)  # blocks of a sheet that are in no table yet, by names of fields
    told: Mapping[str, list[str]] = field(default_factory=dict)  # why they are not
    taken: Mapping[str, str] = field(default_factory=dict)  # what the columns of a block that went into a table were taken for

    def shown_as(self, name: str) -> str:
        """Return what a field of the plan that this makes is called in the form, whose blank rows are none in the plan."""
        parted = _OF_ROW.fullmatch(name)
        table = next((one for one in self.tables if parted and one.index == int(parted[1])), None)
        if parted is None or table is None:
            return name
        written = [number for number, row in enumerate(table.rows) if row.cells or row.route]
        if int(parted[2]) >= len(written):
            return name
        return f"{self.row(table.index, written[int(parted[2])])}.{parted[3]}"

    def with_blocks_told(self, words: str) -> "Typed | None":
        """Return this with `words` at each block of a sheet that is in no table yet; None where there is none."""
        left = {name: [words] for name, block in self.pasted.items() if block.strip()}
        return replace(self, names={}, told=left) if left else None

    def row(self, table: int, number: int) -> str:
        """Return what the row of this number is called in the form."""
        names = self.names.get(table, ())
        return f"pl{table}.{names[number] if names else number}"


def typed_in(form: Form, base: "docgen.PlanForm") -> Typed:
    """Return what was typed into the form that was made of `base`; a row that says it came from nowhere there is a new one."""
    fields = {name: form.text(name) for name in base.fields if form.has(name)}
    tables = tuple(_table(form, table) for table in base.tables if form.has(f"pl{table.index}.tieu_de"))
    names = {table.index: form.texts(f"pl{table.index}.hang") for table in tables}
    return Typed(fields, tables, names, {name: form.text(name) for name in (f"pl{table.index}.dan" for table in tables)})


def _table(form: Form, base: "docgen.TaskTable") -> "docgen.TaskTable":
    known = {".".join(map(str, row.route)): row.route for row in base.rows}
    rows = []
    for name in form.texts(f"pl{base.index}.hang"):
        here = f"pl{base.index}.{name}"
        kind = form.text(f"{here}.loai")
        cells = {column: text for column in COLUMNS if (text := _cell(form.text(f"{here}.{column}")))}
        rows.append(docgen.TaskRow(kind if kind in ROW_KINDS else "việc", cells, known.get(form.text(f"{here}.goc"), ())))
    return replace(
        base, tieu_de=form.text(f"pl{base.index}.tieu_de"), kem_theo=form.text(f"pl{base.index}.kem_theo"), rows=tuple(rows)
    )


COLUMNS: Final = ("ma", "ten", "chu_tri", "phoi_hop", "thoi_gian", "san_pham", "kinh_phi", "theo_doi", "ghi_chu")


def _cell(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().split("\n"))


def after_button(typed: Typed, button: str) -> Typed:
    """Return the form after a button of its tables.

    These are `them:TABLE:ROW:KIND`, `xoa`, `len` and `xuong:TABLE:ROW`, `dan:TABLE`, `thay:TABLE:ROW:COLUMN:OLD→NEW`.
    """
    what, _, where = button.partition(":")
    place, _, rest = where.partition(":")
    number, _, kind = rest.partition(":")  # the kind of a new row, or the column in which words are put in place of others
    tables, pasted, told_of, taken = [], dict(typed.pasted), {}, dict[str, str]()
    for table in typed.tables:
        if str(table.index) == place:
            rows = list(table.rows)
            at = int(number) if number.isdigit() and int(number) < len(rows) else len(rows)
            if what == "them":
                rows.insert(min(at + 1, len(rows)), docgen.TaskRow(kind if kind in ROW_KINDS else "việc", {}))
            elif what == "dan":
                block = f"pl{place}.dan"
                try:
                    added = docgen.pasted_rows(pasted[block], [name for name in table.columns if name != "ma"])
                    columns = dict.fromkeys(name for row in added for name in row.cells)
                    labels = "; ".join(said(f"nhiem_vu.{name}").label for name in columns)
                    taken[block], pasted[block] = _TAKEN.format(count=len(added), labels=labels) if added else "", ""
                    rows += added
                except DataError as error:
                    told_of[block] = [told(one) for one in error.problems]
            elif what == "thay" and at < len(rows):
                column, _, words = kind.partition(":")
                old, _, new = words.partition("→")
                rows[at] = replace(
                    rows[at], cells={**rows[at].cells, column: rows[at].cells.get(column, "").replace(old, new, 1)}
                )
            elif what == "xoa" and at < len(rows):
                del rows[at]
            elif what == "len" and 0 < at < len(rows):
                rows[at - 1], rows[at] = rows[at], rows[at - 1]
            elif what == "xuong" and at + 1 < len(rows):
                rows[at + 1], rows[at] = rows[at], rows[at + 1]
            table = replace(table, rows=tuple(rows))  # noqa: PLW2901
        tables.append(table)
    return replace(typed, tables=tuple(tables), names={}, pasted=pasted, told=told_of, taken=taken)


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
    if wrong:
        return Notice(f"Đã lưu; còn {wrong} chỗ phải sửa.", tone="warn")
    many = len(results_astray(plan))
    return Notice(f"Đã lưu. {_ASTRAY.format(many=many)}", tone="warn") if many else Notice("Đã lưu.")


def results_astray(plan: Path) -> tuple[docgen.Astray, ...]:
    """Return the results that are of no task of the plan by now; none where that cannot be read."""
    try:
        results = docgen.result_form(plan)
        return () if results.is_new else docgen.astray(plan, results)
    except DocgenError:
        return ()
