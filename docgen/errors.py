"""What can go wrong for a user: each exception owns its exit code; each problem says what, where and what to do.

Nothing here knows how a command line or a page calls things: where a remedy is an argument or a function of the API it is
named in braces, `{out}`, `{gather}`, and whoever shows the problem says what that is called there.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Final, Self

_NAMED: Final = re.compile(r"\{(\w+)\}")
_AS_IN_PYTHON: Final[Mapping[str, str]] = {}


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


class Argument(Place):
    """The argument of the API whose value is at fault."""

    __slots__ = ()


NOWHERE: Final = Place("")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that a person has to mend or should know: the place, the sentence, what to do; told on one line.

    A remedy that lies in the data stands in the sentence. `remedy` is one that names arguments or functions of the API.
    """

    place: Place
    message: str
    remedy: str = ""

    def told(self, names: Mapping[str, str] = _AS_IN_PYTHON) -> str:
        """Return the problem in one line, arguments and functions called as `names` says, otherwise as they are in Python."""
        file = str(self.place)
        place = names.get(file, file) if isinstance(self.place, Argument) else file
        gap = " " if self.remedy.startswith("(") else "; "
        said = self.message + (gap + with_names(self.remedy, names) if self.remedy else "")
        return " ".join((f"{place}: {said}" if place else said).splitlines())

    def __str__(self) -> str:
        return self.told()


def with_names(remedy: str, names: Mapping[str, str]) -> str:
    """Return `remedy` with each argument or function in braces called as `names` says, otherwise by its own name."""
    return _NAMED.sub(lambda match: names.get(match[1], match[1]), remedy)


class DocgenError(Exception):
    """A stop that the user can do something about. Its text is Vietnamese and complete, with the remedies.

    `remedy` is what helps against all its problems at once, with arguments of the API in braces; blank where there is none.
    """

    exit_code = ExitCode.INTERNAL
    remedy = ""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    @classmethod
    def at(cls, file: str | Place, message: str, remedy: str = "") -> Self:
        """Return an error with one problem, that concerns `file` as a whole where no line is given."""
        return cls(Problem(file if isinstance(file, Place) else Place(file), message, remedy))

    def told(self, names: Mapping[str, str] = _AS_IN_PYTHON) -> str:
        """Return the problems, each in a line, told as `Problem.told` does."""
        return "\n".join(problem.told(names) for problem in self.problems)


class DecreeError(DocgenError):
    """A paper that docgen made breaks the decree."""

    exit_code = ExitCode.BREAKS_DECREE
    remedy = "sửa rồi chạy lại, hoặc thêm {despite_errors} để vẫn ghi"


class DataError(DocgenError):
    """The data are wrong; every problem found is listed."""

    exit_code = ExitCode.DATA


class TemplateError(DocgenError):
    """The Word template is wrong: not a .docx, a misspelt tag, a value that it asks for and nobody gives."""

    exit_code = ExitCode.TEMPLATE


class FileError(DocgenError):
    """A file cannot be read or written, or an outside program that is needed is missing."""

    exit_code = ExitCode.FILES
