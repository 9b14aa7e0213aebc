"""The stages of `khoitao`: an office's answers, given, asked for, guessed or left blank; the files that are not there yet."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from pydantic import BaseModel

from docgen.data import luocdo
from docgen.data.khoitao import (
    QUESTIONS,
    Answers,
    Names,
    Question,
    example_names,
    guess,
    is_asked,
    known_names,
    normalized,
    office_text,
    plan_text,
    registry_text,
    required,
)
from docgen.data.model.coquan import CoQuan
from docgen.data.model.donvi import SoDonVi
from docgen.data.model.kehoach import KeHoach
from docgen.data.validate import validate
from docgen.data.yamlfile import of_text
from docgen.errors import Argument, DataError, FileError, Place, Problem
from docgen.files import storage
from docgen.workflows.luocdo import luocdo_standing, schemas
from docgen.workflows.office import OFFICE_FILE, REGISTRY_FILE, read
from docgen.workflows.saving import WRITING, Saved, Say, StrPath, silent

_YEAR: Final = Question("nam", "Năm của kế hoạch", "")
_GUESSED: Final = "chưa ghi nên lấy “{text}” theo tên cơ quan, chức vụ; xem lại trong {file}"
_BLANK: Final = "chưa ghi nên để chỗ trống “{blank}”; điền trong {file}"
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
class Terminal:
    """How a person is asked (the words and what is offered; what was typed), and told why an answer will not do."""

    ask: Callable[[str, str], str]
    tell: Callable[[str], None]


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
    said = {key: normalized(key, text) for key, text in (given or {}).items()}
    return tuple(
        OfficeQuestion(one.key, one.words, guess(one.key, said), is_asked(one.key, said), required(one.key, said))
        for one in QUESTIONS
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
    given = {question.key: text for question, text in zip(QUESTIONS, answers, strict=True) if text is not None}
    folder, said = Path(folder), None if year is None else str(year)
    _refuse_wrong(said, given)
    start = _Start(folder, given, _year_of(said, terminal), [])
    if start.is_complete():
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

    def is_complete(self) -> bool:
        return all(path.exists() for path in self.files)

    def made(self, terminal: Terminal | None) -> dict[Path, bytes]:
        """Return the bytes of each file that is not there, each one held to its model."""
        made: dict[Path, bytes] = {}
        if self.office.exists():
            office = read(CoQuan, self.office).model
            self._told(self.office, _NOT_USED if self.given else _KEPT)
        else:
            answers = _answers_of(self.given, terminal, self.office, self.remarks)
            text = office_text(answers, schema_path("coquan"))
            office = validate(CoQuan, of_text(str(self.office), text))
            made[self.office] = text.encode()
        names = example_names(office.ten)
        if self.registry.exists():
            names = self._known(names)
            self._told(self.registry, _KEPT)
        else:
            made[self.registry] = _checked(SoDonVi, self.registry, registry_text(names, schema_path("donvi")))
        if self.plan.exists():
            self._told(self.plan, _KEPT)
        else:
            text = plan_text(str(self.year), office.ten, office.co_quan_chu_quan, names, f"../{schema_path('kehoach')}")
            made[self.plan] = _checked(KeHoach, self.plan, text)
        return made

    def _told(self, path: Path, words: str) -> None:
        self.remarks.append(Problem(Place(str(path)), words))

    def _known(self, examples: Names) -> Names:
        names = known_names(read(SoDonVi, self.registry).model, self.year)
        if names is None:
            self._told(self.registry, _NO_UNITS.format(year=self.year))
        return names or examples


def schema_path(name: str) -> str:
    """Return where the schema of a kind of file stands, seen from the office's folder."""
    return f"{SCHEMA_FOLDER}/{luocdo.file_name(name)}"


def _checked(model: type[_Model], path: Path, text: str) -> bytes:
    validate(model, of_text(str(path), text))
    return text.encode()


def new_schemas(folder: Path, remarks: list[Problem]) -> dict[Path, bytes]:
    """Return the schemas that are not there; those that are stay, and where they are of another docgen that is told."""
    files = schemas().files(folder / SCHEMA_FOLDER)
    standing = luocdo_standing(files)
    if any(old != files[path] for path, old in standing.items()):
        remarks.append(Problem(Place(str(folder / SCHEMA_FOLDER)), _OLD_SCHEMAS, _RENEW.format(folder=folder / SCHEMA_FOLDER)))
    return {path: data for path, data in files.items() if path not in standing}


def _refuse_wrong(year: str | None, given: Mapping[str, str]) -> None:
    """Raise `DataError` with everything that is wrong with the year and the answers given by options."""
    options = [(_YEAR, normalized(_YEAR.key, year))] if year is not None else []
    options += [(question, normalized(question.key, given[question.key])) for question in QUESTIONS if question.key in given]
    problems = [Problem(Argument(question.key), fault) for question, text in options for fault in _faults(question, text)]
    if problems:
        raise DataError(problems)


def _year_of(given: str | None, terminal: Terminal | None) -> int:
    """Return the year that was given, otherwise asked for."""
    if given is not None:
        return _plan(normalized(_YEAR.key, given)).nam
    if terminal is None:
        raise ValueError("a year has to be given or asked for")
    return _plan(_asked(_YEAR, "", terminal)).nam


def _answers_of(given: Mapping[str, str], terminal: Terminal | None, file: Path, remarks: list[Problem]) -> Answers:
    """Return the answers for the office's `file`: those `given` under their keys, the others asked for, guessed or blank.

    What was guessed or left blank is added to `remarks`.
    """
    said: dict[str, str] = {}
    for question in QUESTIONS:
        key, offered = question.key, guess(question.key, said)
        if key in given:
            said[key] = normalized(key, given[key])
        elif not is_asked(key, said):
            continue
        elif terminal is not None:
            said[key] = _asked(question, offered, terminal)
        elif offered:
            said[key] = offered
            remarks.append(Problem(Argument(key), _GUESSED.format(text=offered, file=file)))
    blanks = [question for question in QUESTIONS if not said.get(question.key) and required(question.key, said)]
    remarks += [Problem(Argument(one.key), _BLANK.format(blank=one.blank, file=file)) for one in blanks]
    return _answers({**said, **{one.key: one.blank for one in blanks}})


def _answers(said: Mapping[str, str]) -> Answers:
    return Answers(**{question.key: said.get(question.key, "") for question in QUESTIONS})


def _asked(question: Question, offered: str, terminal: Terminal) -> str:
    while True:
        typed = normalized(question.key, terminal.ask(question.words, offered))
        fault = "; ".join(_faults(question, typed))
        if not fault:
            return typed
        terminal.tell(fault)


def _faults(question: Question, text: str) -> Iterator[str]:
    """Yield what the models have to say against one answer; no answer is a blank, but a year there must be."""
    try:
        if question is _YEAR:
            _plan(text)
        elif text:
            blanks = {one.key: one.blank for one in QUESTIONS}
            validate(CoQuan, of_text("", office_text(_answers({**blanks, question.key: text}), "")))
    except DataError as error:
        yield from dict.fromkeys(problem.message.removeprefix(f"{question.key}: ") for problem in error.problems)


def _plan(year: str) -> KeHoach:
    return validate(KeHoach, of_text("", plan_text(year, "A", "", example_names(""), "")))
