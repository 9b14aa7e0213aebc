"""The file of results as a form: the clerk's own parts each a field of text, each result a row; and back into the same file."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Final

from docgen.data.model.ketqua import REPORTABLE, KetQua, TrangThai, looked_at, read_status, to_look_at
from docgen.data.reworked import reworked
from docgen.data.validate import problems_of
from docgen.data.yamlfile import Route, YamlFile, of_text
from docgen.data.yamltext.saved import text_of
from docgen.errors import DataError, Place, Problem
from docgen.files import storage
from docgen.forms.formlayout import DUTY_ROLE, FURTHER_CODE
from docgen.forms.gathering.reconciling import Merged
from docgen.forms.gathering.resultfile import ResultFile
from docgen.text.folding import folded_code, on_one_line
from docgen.work.assignments import Vai
from docgen.workflows.asking import Asking
from docgen.workflows.datafiles import RESULTS_FILE
from docgen.workflows.fields import as_text, as_value, kept_date, reached, shown_date, with_value
from docgen.workflows.office import Office
from docgen.workflows.saving import Saved, StrPath, read_data, save_data

LIST: Final = "ket_qua"
SINGLE: Final = ("den_ngay", "so", "ngay", "bieu_do", "luu", "kinh_phi.du_toan", "kinh_phi.thuc_hien", "kinh_phi.ghi_chu")
LINES: Final = (
    "kinh_gui", "chi_dao", "danh_gia.uu_diem", "danh_gia.han_che", "danh_gia.nguyen_nhan", "danh_gia.bai_hoc", "phuong_huong",
    "kien_nghi", "noi_nhan",
)  # fmt: skip
CELLS: Final = ("ten", "trang_thai", "ngay_hoan_thanh", "noi_dung", "so_lieu", "kho_khan", "kien_nghi", "ghi_chu")
RESULT_STATUSES: Final = (*map(str, REPORTABLE), str(TrangThai.CHUA_RO))
"""What the status of a result can be; a blank one is that of a task on which nobody has reported."""
_STATUS: Final = "trang_thai"
_FIGURES: Final = "so_lieu"
_FIGURE: Final = ("chi_tieu", "don_vi_tinh", "so_luong")
_BETWEEN: Final = "|"
_NOT_THREE: Final = "mỗi dòng một số liệu: chỉ tiêu | đơn vị tính | số lượng; dòng này ghi khác: “{line}”"
_DONE_ON: Final = "ngay_hoan_thanh"
_DATES: Final = ("den_ngay", "ngay", _DONE_ON)
_OWN_WAY: Final = "chỗ này ghi theo cách riêng; sửa trong tệp"


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A result: its place in the file from 0, its task, who answered, the texts of `CELLS` by their names.

    A figure is a line `what is counted | unit of measure | how many`. One that is not in the file yet belongs behind the place
    `index`, -1 where it comes first.
    """

    index: int
    ma: str
    ten: str
    don_vi: str
    cells: Mapping[str, str]
    is_new: bool = False

    @property
    def is_further(self) -> bool:
        """Whether it is of work that the plan does not name, so that its name is whatever is written."""
        return self.ma.startswith(FURTHER_CODE)

    @property
    def doubts(self) -> tuple[str, ...]:
        """What docgen asks a person to look at, in its own words."""
        return to_look_at(self.cells["ghi_chu"])

    @property
    def accepted(self) -> Mapping[str, str]:
        """The cells of the result once a person has looked at it: without docgen's words to them."""
        return {**self.cells, "ghi_chu": looked_at(self.cells["ghi_chu"])}


@dataclass(frozen=True)
class ResultForm:
    """The results of a plan as a form. `data` is the file as it was read, `is_new` whether it is not there yet.

    `locked` says of a field why it is edited in the file alone.
    """

    path: Path
    data: bytes
    is_new: bool
    fields: Mapping[str, str]
    locked: Mapping[str, str]
    rows: tuple[ResultRow, ...]
    _file: YamlFile

    def changed(
        self,
        fields: Mapping[str, str],
        rows: Mapping[int, Mapping[str, str]] | None = None,
        added: Sequence[tuple[ResultRow, Mapping[str, str]]] = (),
    ) -> bytes:
        """Return the file with these texts in its fields and in the cells of these results, every other byte as it is.

        `added` are results that are `unreported` as yet, with their cells.

        Raises `DataError` where a text cannot be what is asked for, or the file cannot be edited in place.
        """
        values: dict[str, Any] = dict(self._file.written)
        for name, text in fields.items():
            kept, before = (kept_date(each) if name in _DATES else each.strip() for each in (text, self.fields[name]))
            if name not in self.locked and kept != before:
                values = with_value(values, name.split("."), as_value(kept, lines=name in LINES))
        listed = values.get(LIST)
        standing = listed if isinstance(listed, list) else []
        if rows:
            standing = [self._result(one, self.rows[at], rows[at]) if at in rows else one for at, one in enumerate(standing)]
            values[LIST] = standing
        made = reworked(str(self.path), self.data, values)
        if not added:
            return made
        new: dict[int, list[Any]] = defaultdict(list)
        for row, cells in added:
            named = {"ma": row.ma, "ten": row.ten} | ({"don_vi": row.don_vi} if row.don_vi else {})
            new[row.index].append(self._result(named, row, cells))
        more = [*new[-1], *(each for index, one in enumerate(standing) for each in (one, *new[index]))]
        return reworked(str(self.path), made, {**values, LIST: more})

    def _result(self, values: dict[str, Any], row: ResultRow, cells: Mapping[str, str]) -> dict[str, Any]:
        for name, text in cells.items():
            typed, before = (kept_date(each) if name in _DATES else each.strip() for each in (text, row.cells[name]))
            if typed != before:
                kept = typed or (str(TrangThai.CHUA_BAO_CAO) if name == _STATUS and not row.is_new else None)
                values = with_value(values, [name], self._figures(row, text) if name == _FIGURES else kept)
        return values

    def _figures(self, row: ResultRow, text: str) -> list[dict[str, str]] | None:
        found = []
        for line in filter(None, map(str.strip, text.split("\n"))):
            parts = [part.strip() for part in line.split(_BETWEEN)]
            if len(parts) != len(_FIGURE) or not parts[0] or not parts[2]:
                place = Place(str(self.path)) if row.is_new else self._file.place((LIST, row.index))
                raise DataError(Problem(place, f"⦃{_FIGURES}: ¦⦄{_NOT_THREE.format(line=line)}"))
            found.append({key: part for key, part in zip(_FIGURE, parts, strict=True) if part})
        return found or None

    def save(self, now: bytes) -> Saved:
        """Write `now` in place of what was read.

        Raises `ChangedMeanwhile` where the file holds something else by now, `FileError` where it cannot be written.
        """
        if not self.is_new:
            return save_data(self.path, self.data, now)
        storage.write_all({self.path: now}, overwrite_edits=False)
        return Saved((self.path,))

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the file, as the commands say it."""
        return problems_of(KetQua, self._file)

    def at_fields(self, problems: tuple[Problem, ...]) -> dict[str, list[Problem]]:
        """Return problems by the names of the fields that they are about, `ket_qua.0.trang_thai` for a cell; others under ""."""
        found: dict[str, list[Problem]] = {}
        for one in problems:
            line = one.place.line if one.place.file == str(self.path) else None
            holding = [(last - first, name) for first, last, name in self._spans if line and first <= line <= last]
            found.setdefault(min(holding)[1] if holding else "", []).append(one)
        return found

    @cached_property
    def _spans(self) -> list[tuple[int, int, str]]:
        routes: list[tuple[str, Route]] = [(name, tuple(name.split("."))) for name in (*SINGLE, *LINES)]
        for row in self.rows:
            cells = ((f"{LIST}.{row.index}.{name}", (LIST, row.index, name)) for name in CELLS[not row.is_further :])
            routes += [(f"{LIST}.{row.index}.", (LIST, row.index)), *cells]
        return [
            (self._file.place(route).line or 1, self._file.last_line(route), name)
            for name, route in routes
            if isinstance(route[-1], int) or self._file.has_key(route)
        ]


def result_form(data: StrPath, typed: bytes | None = None) -> ResultForm:
    """Return the results of the plan at `data` as a form, or what `typed` would be in their place.

    Where there is no file of results yet the form is of the one that docgen starts. Raises `FileError` where it cannot be read,
    `DataError` where it is not YAML that docgen takes.
    """
    path = Path(data).with_name(RESULTS_FILE)
    is_new = not path.is_file()
    data_now = typed if typed is not None else _started(Path(data), path) if is_new else read_data(path)
    file = of_text(str(path), text_of(data_now))
    fields: dict[str, str] = {}
    locked: dict[str, str] = {}
    for name in (*SINGLE, *LINES):
        text = as_text(reached(file.written, name.split(".")), lines=name in LINES)
        fields[name] = shown_date(text or "") if name in _DATES else text or ""
        if text is None:
            locked[name] = _OWN_WAY
    listed = file.written.get(LIST)
    rows = [_row(index, each) for index, each in enumerate(listed) if isinstance(each, dict)] if isinstance(listed, list) else []
    return ResultForm(path, data_now, is_new, fields, locked, tuple(rows), file)


def _started(plan: Path, path: Path) -> bytes:
    given = Office(plan)
    file = given.checked_with(partial(ResultFile, path))
    return file.with_answers(Merged((), (), 0, ()), nam=given.plan.nam, ke_hoach=given.plan.trich_yeu)


def unreported(data: StrPath, results: ResultForm) -> tuple[ResultRow, ...]:
    """Return what the plan at `data` asks and nobody has answered in `results`: a blank result for each unit that leads it.

    Raises `DataError` or `FileError` where plan, office or registry cannot be read.
    """
    office = Office(Path(data)).checked("kehoach", "coquan", "donvi")
    asking = Asking(office)
    leads: dict[str, list[str]] = defaultdict(list)
    for work in office.assignments.don_vi:
        for one in asking.of(work):
            if one.vai in (Vai.CHU_TRI, DUTY_ROLE):
                leads[one.ma].append(work.ten)
    told: dict[str, set[str]] = defaultdict(set)
    last: dict[str, int] = {}
    for row in results.rows:
        told[folded_code(row.ma)] |= set(office.registry.read(row.don_vi).don_vi) if row.don_vi else {""}
        last[folded_code(row.ma)] = row.index
    found: list[ResultRow] = []
    behind = -1
    for code, one in asking.all().items():
        said = told[folded_code(code)]
        behind = last.get(folded_code(code), behind)
        name = on_one_line(one.ten) if one.ten_chung else one.ten
        waiting = [unit for unit in leads[code] or [""] if unit not in said] if "" not in said else []
        found += [ResultRow(behind, code, name, unit, dict.fromkeys(CELLS, ""), is_new=True) for unit in waiting]
    return tuple(found)


def cells_of(values: Mapping[str, Any]) -> dict[str, str]:
    """Return the texts of `CELLS` of a result as it is written."""
    cells = {name: as_text(values.get(name), lines=False) or "" for name in CELLS if name != _FIGURES}
    if (status := read_status(cells[_STATUS])) is not None:
        cells[_STATUS] = str(status)
    elif on_one_line(cells[_STATUS]).casefold() == TrangThai.CHUA_BAO_CAO:
        cells[_STATUS] = ""
    cells[_DONE_ON] = shown_date(cells[_DONE_ON])
    figures = values.get(_FIGURES) or []
    lines = [figures] if isinstance(figures, dict) else figures
    shown = "\n".join(f" {_BETWEEN} ".join(each.get(key) or "" for key in _FIGURE) for each in lines)
    return {name: shown if name == _FIGURES else cells[name] for name in CELLS}


def _row(index: int, values: dict[str, Any]) -> ResultRow:
    said = {name: as_text(values.get(name), lines=False) or "" for name in ("ma", "ten", "don_vi")}
    return ResultRow(index, said["ma"], said["ten"], said["don_vi"], cells_of(values))
