"""What can go wrong for a user: each exception owns its exit code; each problem says what, where and what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Self


class ExitCode(IntEnum):
    """The exit codes of the command, a promise to scripts."""

    DONE = 0
    BREAKS_DECREE = 1
    USAGE = 2
    DATA = 3
    TEMPLATE = 4
    FILES = 5
    INTERNAL = 70


@dataclass(frozen=True, slots=True)
class Place:
    """Where a problem stands: a file, and where known its line and column, both counted from 1."""

    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that a person has to mend: the place, the sentence, and the remedy inside the sentence; told on one line."""

    place: Place
    message: str

    def __str__(self) -> str:
        return " ".join(f"{self.place}: {self.message}".splitlines())


class DocgenError(Exception):
    """A stop that the user can do something about. Its text is Vietnamese and complete, with the remedy."""

    exit_code = ExitCode.INTERNAL
    advice = ""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    @classmethod
    def at(cls, file: str, message: str) -> Self:
        """Return an error with one problem that concerns `file` as a whole."""
        return cls(Problem(Place(file), message))


class DecreeError(DocgenError):
    """A paper that docgen made breaks the decree."""

    exit_code = ExitCode.BREAKS_DECREE
    advice = "sửa rồi chạy lại, hoặc thêm --van-ghi để vẫn ghi"


class DataError(DocgenError):
    """The data are wrong; every problem found is listed."""

    exit_code = ExitCode.DATA


class TemplateError(DocgenError):
    """The Word template is wrong: not a .docx, a misspelt tag, a value that it asks for and nobody gives."""

    exit_code = ExitCode.TEMPLATE


class FileError(DocgenError):
    """A file cannot be read or written, or an outside program that is needed is missing."""

    exit_code = ExitCode.FILES
