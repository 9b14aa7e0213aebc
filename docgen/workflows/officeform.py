"""The office's own file, `coquan.yaml`, as a form and edited in place."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from docgen.data.model.coquan import CoQuan
from docgen.data.reworked import reworked
from docgen.data.validate import validate
from docgen.data.yamlfile import YamlFile, of_text
from docgen.data.yamltext.saved import text_of
from docgen.errors import DataError, Problem
from docgen.workflows.datafiles import OFFICE_FILE
from docgen.workflows.fields import as_text, as_value, reached, with_value
from docgen.workflows.saving import StrPath, read_data

OFFICE_FIELDS: Final = (
    "ten", "viet_tat", "co_quan_chu_quan", "dia_danh", "ky.quyen_han", "ky.chuc_vu", "ky.ho_ten",
    "trinh_bay.le.tren", "trinh_bay.le.duoi", "trinh_bay.le.trai", "trinh_bay.le.phai", "trinh_bay.co_chu",
)  # fmt: skip
_LINES: Final = ("ky.quyen_han",)


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
