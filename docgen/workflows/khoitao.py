"""The stages of `khoitao`: the answers, the files that are not there yet, all of them written or none."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from pydantic import BaseModel

from docgen.data import luocdo
from docgen.data.khoitao import Names, example_names, known_names, office_text, plan_text, registry_text
from docgen.data.model.coquan import CoQuan
from docgen.data.model.donvi import SoDonVi
from docgen.data.model.kehoach import KeHoach
from docgen.data.validate import validate
from docgen.data.yamlfile import of_text
from docgen.errors import FileError, Place, Problem
from docgen.files import storage
from docgen.workflows.answers import Terminal, answers_of, refuse_wrong, year_of
from docgen.workflows.luocdo import luocdo_files, luocdo_standing
from docgen.workflows.office import OFFICE_FILE, REGISTRY_FILE, read
from docgen.workflows.orders import Made, Say

PLAN_FILE: Final = "kehoach.yaml"
SCHEMA_FOLDER: Final = ".docgen"
_ALL_THERE: Final = "đã có đủ {files} nên không ghi gì"
_OTHER_YEAR: Final = "sửa thẳng trong các tệp đó, hoặc ghi năm khác sau {nam}"
_KEPT: Final = "tệp này đã có nên giữ nguyên"
_NOT_USED: Final = "tệp này đã có nên giữ nguyên, không dùng các câu trả lời sau lệnh; cần thì sửa thẳng trong tệp"
_NO_UNITS: Final = "không có đơn vị nào trong năm {year} nên kế hoạch ghi tên ví dụ; thêm đơn vị rồi sửa kế hoạch"
_OLD_SCHEMAS: Final = "lược đồ ở đây là của bản docgen khác"
_RENEW: Final = "chạy {{schemas}} {{out}} “{folder}” để làm mới"

_Model = TypeVar("_Model", bound=BaseModel)


@dataclass(frozen=True)
class StartOrder:
    """What a user asked for: the folder, the year, and the answers given by options, under their keys."""

    folder: Path
    year: str | None
    given: Mapping[str, str]


def khoitao(order: StartOrder, terminal: Terminal | None, say: Say) -> Made:
    """Start an office's folder: its file, its registry and the plan of one year; those that are there stay as they are.

    The summary of what was made is the plan's path. Raises a `DocgenError` where an answer is wrong, where all the files are
    there, or where one cannot be written; then nothing is written.
    """
    refuse_wrong(order.year, order.given)
    year = year_of(order.year, terminal)
    start = _Start(order, year, [])
    if start.is_complete():
        names = ", ".join(path.relative_to(order.folder).as_posix() for path in start.files)
        raise FileError.at(str(order.folder), _ALL_THERE.format(files=names), _OTHER_YEAR)
    made = start.made(terminal)
    say("ghi tệp")
    files = _new_schemas(order.folder, start.remarks) | made  # the plan last: once it is there, nothing is missing
    with storage.folders_for(files):
        storage.write_all(files, overwrite_edits=False)
    return Made(tuple(made), tuple(start.remarks), str(start.plan))


@dataclass(frozen=True)
class _Start:
    """The files of one office's beginning."""

    order: StartOrder
    year: int
    remarks: list[Problem]

    @property
    def office(self) -> Path:
        return self.order.folder / OFFICE_FILE

    @property
    def registry(self) -> Path:
        return self.order.folder / REGISTRY_FILE

    @property
    def plan(self) -> Path:
        return self.order.folder / str(self.year) / PLAN_FILE

    @property
    def files(self) -> tuple[Path, ...]:
        return self.office, self.registry, self.plan

    def is_complete(self) -> bool:
        return all(path.exists() for path in self.files)

    def made(self, terminal: Terminal | None) -> dict[Path, bytes]:
        """Return the bytes of each file that is not there, each one held to its model."""
        made: dict[Path, bytes] = {}
        if self.office.exists():
            office = read(CoQuan, self.office).model
            self._told(self.office, _NOT_USED if self.order.given else _KEPT)
        else:
            answers = answers_of(self.order.given, terminal, self.office, self.remarks)
            text = office_text(answers, _schema("coquan"))
            office = validate(CoQuan, of_text(str(self.office), text))
            made[self.office] = text.encode()
        names = example_names(office.ten)
        if self.registry.exists():
            names = self._known(names)
            self._told(self.registry, _KEPT)
        else:
            made[self.registry] = _checked(SoDonVi, self.registry, registry_text(names, _schema("donvi")))
        if self.plan.exists():
            self._told(self.plan, _KEPT)
        else:
            text = plan_text(str(self.year), office.ten, office.co_quan_chu_quan, names, f"../{_schema('kehoach')}")
            made[self.plan] = _checked(KeHoach, self.plan, text)
        return made

    def _told(self, path: Path, words: str) -> None:
        self.remarks.append(Problem(Place(str(path)), words))

    def _known(self, examples: Names) -> Names:
        names = known_names(read(SoDonVi, self.registry).model, self.year)
        if names is None:
            self._told(self.registry, _NO_UNITS.format(year=self.year))
        return names or examples


def _schema(name: str) -> str:
    return f"{SCHEMA_FOLDER}/{luocdo.file_name(name)}"


def _checked(model: type[_Model], path: Path, text: str) -> bytes:
    validate(model, of_text(str(path), text))
    return text.encode()


def _new_schemas(folder: Path, remarks: list[Problem]) -> dict[Path, bytes]:
    """Return the schemas that are not there; those that are stay, and where they are of another docgen that is told."""
    files = luocdo_files(folder / SCHEMA_FOLDER)
    standing = luocdo_standing(files)
    if any(old != files[path] for path, old in standing.items()):
        remarks.append(Problem(Place(str(folder / SCHEMA_FOLDER)), _OLD_SCHEMAS, _RENEW.format(folder=folder / SCHEMA_FOLDER)))
    return {path: data for path, data in files.items() if path not in standing}
