"""What can go wrong for a user: each exception owns its exit code; each problem says what, where and what to do.

Nothing here knows how a command line or a page calls things: where a remedy is an argument or a function of the API it is
named in braces, `{out}`, `{gather}`, and whoever shows the problem says what that is called there. Where a sentence names a
key or a file of data it stands in marks, `⦃noi_nhan⦄`; where it is another sentence for who does not see the file, both stand in
them: `⦃thêm dòng “luu: …”¦ghi vào ô “{luu}”⦄`. A `Problem` is told by the file everywhere but on the page.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final, Self

_NAMED: Final = re.compile(r"\{([\w.]+)\}")
_MARKED: Final = re.compile(r"⦃(?:([a-z][\w.-]*)|([^⦃⦄¦]*)¦([^⦃⦄]*))⦄", re.ASCII)
_ANY_MARK: Final = re.compile("[⦃⦄¦]")
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
    `marked` is the sentence as it was given, with its marks.
    """

    place: Place
    message: str
    remedy: str = ""
    marked: str = field(default="", compare=False, repr=False)

    def __post_init__(self) -> None:
        if as_in_file(self.marked) != self.message:
            object.__setattr__(self, "marked", self.message)
            object.__setattr__(self, "message", as_in_file(self.message))

    def told(self, names: Mapping[str, str] = _AS_IN_PYTHON) -> str:
        """Return the problem in one line, arguments and functions called as `names` says, otherwise as they are in Python."""
        file = str(self.place)
        place = names.get(file, file) if isinstance(self.place, Argument) else file
        said = as_in_file(self._said(self.message, names))
        return " ".join((f"{place}: {said}" if place else said).splitlines())

    def on_page(self, names: Mapping[str, str], label: Callable[[str], str]) -> str:
        """Return the problem without its place for who sees no file; `label` says what a key or a file is called there."""
        return " ".join(as_on_page(self._said(self.marked, names), label).splitlines())

    def _said(self, sentence: str, names: Mapping[str, str]) -> str:
        gap = " " if self.remedy.startswith("(") else "; "
        return sentence + (gap + with_names(self.remedy, names) if self.remedy else "")

    def __str__(self) -> str:
        return self.told()


def with_names(remedy: str, names: Mapping[str, str]) -> str:
    """Return `remedy` with each argument or function in braces called as `names` says, otherwise by its own name."""
    return _NAMED.sub(lambda match: names.get(match[1], match[1]), remedy)


def as_in_file(words: str) -> str:
    """Return words with keys and files called as they are written there."""
    return _MARKED.sub(lambda match: match[1] or match[2], words)


def in_two_ways(in_file: str, on_page: str) -> str:
    """Return marked words that are `in_file` for who sees the file; what somebody typed may stand in them."""
    return in_file if _ANY_MARK.search(in_file + on_page) else f"⦃{in_file}¦{on_page}⦄"


def as_on_page(words: str, label: Callable[[str], str]) -> str:
    """Return words with keys and files called as `label` says, and what is worded otherwise on the page in those words."""

    def told(match: re.Match[str]) -> str:
        return label(match[1]) if match[1] else _NAMED.sub(lambda key: label(key[1]), match[3])

    return _MARKED.sub(told, words)


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
