"""The stages of `khoitao`: an office's answers, given, asked for, guessed or left blank; the files that are not there yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from pydantic import BaseModel

from docgen.data import khoitao
from docgen.data.model.coquan import CoQuan
from docgen.data.model.donvi import SoDonVi
from docgen.data.model.kehoach import KeHoach
from docgen.data.validate import validate
from docgen.data.yamlfile import of_text
from docgen.errors import FileError, Place, Problem
from docgen.files import storage
from docgen.workflows.datafiles import OFFICE_FILE, REGISTRY_FILE, read
from docgen.workflows.luocdo import new_schemas, schema_path
from docgen.workflows.officeanswers import Terminal, answers_of, refuse_wrong, year_of
from docgen.workflows.saving import WRITING, Saved, Say, StrPath, silent

PLAN_FILE: Final = "kehoach.yaml"
_ALL_THERE: Final = "đã có đủ {files} nên không ghi gì"
_OTHER_YEAR: Final = "sửa thẳng trong các tệp đó, hoặc ghi năm khác sau {nam}"
_KEPT: Final = "tệp này đã có nên giữ nguyên"
_NOT_USED: Final = "tệp này đã có nên giữ nguyên, không dùng các câu trả lời sau lệnh; cần thì sửa thẳng trong tệp"
_NO_UNITS: Final = "không có đơn vị nào trong năm {year} nên kế hoạch ghi tên ví dụ; thêm đơn vị rồi sửa kế hoạch"
_Model = TypeVar("_Model", bound=BaseModel)


@dataclass(frozen=True)
class StartedOffice:
    """An office's folder as it is to be: the bytes of each file that is not there yet, its plan, what a person should know."""

    files: Mapping[Path, bytes]
    plan: Path
    warnings: tuple[Problem, ...]
    _schemas: Mapping[Path, bytes]

    def save(self, *, say: Say | None = None) -> Saved:
        """Write the files, and the schemas for an editor; raise `FileError` where one cannot be written, then none is."""
        (say or silent)(WRITING)
        files = {**self._schemas, **self.files}  # the plan last: once it is there, nothing is missing
        with storage.folders_for(files):
            storage.write_all(files, overwrite_edits=False)
        return Saved(tuple(self.files))


@dataclass(frozen=True)
class OfficeQuestion:
    """What a new office is asked, by the name of the argument of `start_office`: its words, what is offered.

    Where it is not `asked`, the answers before leave nothing to ask; where it is not `required`, it may stay blank.
    """

    key: str
    words: str
    offered: str
    asked: bool
    required: bool


def office_questions(given: Mapping[str, str] | None = None) -> tuple[OfficeQuestion, ...]:
    """Return the questions of `start_office` after the answers `given` so far, what these already tell offered."""
    said = {key: khoitao.normalized(key, text) for key, text in (given or {}).items()}
    return tuple(
        OfficeQuestion(
            one.key, one.words, khoitao.guess(one.key, said), khoitao.is_asked(one.key, said), khoitao.required(one.key, said)
        )
        for one in khoitao.QUESTIONS
    )


def start_office(
    folder: StrPath,
    year: int | str | None = None,
    *,
    ten: str | None = None,
    viet_tat: str | None = None,
    co_quan_chu_quan: str | None = None,
    dia_danh: str | None = None,
    chuc_vu: str | None = None,
    quyen_han: str | None = None,
    ho_ten: str | None = None,
    terminal: Terminal | None = None,
) -> StartedOffice:
    """Start an office's folder: its file, its registry and the plan of one year; those that are there stay as they are.

    Args:
        folder: Where; it is made if it is not there.
        year: The plan's year; it may be missing where there is a terminal.
        ten: The office's full name.
        viet_tat: Its letters in the symbol of a paper.
        co_quan_chu_quan: Its superior office; a people's committee has none.
        dia_danh: The place before the date.
        chuc_vu: The title of who signs.
        quyen_han: The lines of authority above it, parted by commas.
        ho_ten: The name of who signs.
        terminal: How to ask a person for what is not given; without one it is guessed from the name or left blank, and told.

    Raises:
        DataError: An answer is wrong, or a file that is there.
        FileError: All the files are there, or one cannot be read.
    """
    answers = (ten, viet_tat, co_quan_chu_quan, dia_danh, chuc_vu, quyen_han, ho_ten)
    given = {question.key: text for question, text in zip(khoitao.QUESTIONS, answers, strict=True) if text is not None}
    folder, said = Path(folder), None if year is None else str(year)
    refuse_wrong(said, given)
    start = _Start(folder, given, year_of(said, terminal), [])
    if all(path.exists() for path in start.files):
        names = ", ".join(path.relative_to(folder).as_posix() for path in start.files)
        raise FileError.at(str(folder), _ALL_THERE.format(files=names), _OTHER_YEAR)
    made = start.made(terminal)
    schemas = new_schemas(folder, start.remarks)
    return StartedOffice(made, start.plan, tuple(start.remarks), schemas)


@dataclass(frozen=True)
class _Start:
    """The files of one office's beginning."""

    folder: Path
    given: Mapping[str, str]
    year: int
    remarks: list[Problem]

    @property
    def office(self) -> Path:
        return self.folder / OFFICE_FILE

    @property
    def registry(self) -> Path:
        return self.folder / REGISTRY_FILE

    @property
    def plan(self) -> Path:
        return self.folder / str(self.year) / PLAN_FILE

    @property
    def files(self) -> tuple[Path, ...]:
        return self.office, self.registry, self.plan

    def made(self, terminal: Terminal | None) -> dict[Path, bytes]:
        """Return the bytes of each file that is not there, each one held to its model."""
        made: dict[Path, bytes] = {}
        if self.office.exists():
            office = read(CoQuan, self.office).model
            self._told(self.office, _NOT_USED if self.given else _KEPT)
        else:
            answers = answers_of(self.given, terminal, self.office, self.remarks)
            text = khoitao.office_text(answers, schema_path("coquan"))
            office = validate(CoQuan, of_text(str(self.office), text))
            made[self.office] = text.encode()
        names = khoitao.example_names(office.ten)
        if self.registry.exists():
            names = self._known(names)
            self._told(self.registry, _KEPT)
        else:
            made[self.registry] = _checked(SoDonVi, self.registry, khoitao.registry_text(names, schema_path("donvi")))
        if self.plan.exists():
            self._told(self.plan, _KEPT)
        else:
            text = khoitao.plan_text(str(self.year), office.ten, office.co_quan_chu_quan, names, f"../{schema_path('kehoach')}")
            made[self.plan] = _checked(KeHoach, self.plan, text)
        return made

    def _told(self, path: Path, words: str) -> None:
        self.remarks.append(Problem(Place(str(path)), words))

    def _known(self, examples: khoitao.Names) -> khoitao.Names:
        names = khoitao.known_names(read(SoDonVi, self.registry).model, self.year)
        if names is None:
            self._told(self.registry, _NO_UNITS.format(year=self.year))
        return names or examples


def _checked(model: type[_Model], path: Path, text: str) -> bytes:
    validate(model, of_text(str(path), text))
    return text.encode()
