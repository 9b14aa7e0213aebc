"""The files that a user names, in every command alike: files, folders with all that is in them, names with * and ?."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from docgen.errors import FileError, Place, Problem
from docgen.files.package import TooLarge
from docgen.files.refusals import is_folder, reason
from docgen.files.workarea import is_own, is_work_area

MAX_BYTES: Final = 200_000_000  # of a paper: far more than one with a hundred photographs
MISSING: Final = "không có tệp này; xem lại tên và thư mục"
_NOT_IN_FOLDER: Final = "thư mục này không có tệp .docx nào"
_NOT_SO_NAMED: Final = "không có tệp .docx nào có tên như vậy; xem lại tên và thư mục"
_LOCKS: Final = ("~$", ".~lock")  # what Word, Excel and LibreOffice leave beside a file that is open


class Named(NamedTuple):
    """What one name stands for: the files in their order, and what is to be told of folders that cannot be opened."""

    files: tuple[Path, ...]
    is_itself: bool = False
    is_folder: bool = False
    closed: tuple[Problem, ...] = ()


def stands_for(path: Path) -> Named:
    """Return the files that the name `path` stands for; a name of one file is taken whatever it is, and whether it is there.

    A folder stands for all that lies in it and below, `*` and `?` for the files of such a name: Windows leaves these to the
    program, and elsewhere a name in quotes comes with them. What docgen and the programs that open papers keep for themselves
    is nobody's.
    """
    if is_folder(path):
        return _in_folder(path)
    if any(mark in path.name for mark in "*?") and not path.exists():
        found = sorted(each for each in path.parent.glob(_pattern(path.name)) if each.is_file() and not _is_kept(each.name))
        return Named(tuple(found))
    return Named((path,), is_itself=True)


def find_papers(named: Iterable[Path]) -> list[Path | FileError]:
    """Return the papers that `named` stands for, each once, and in its place an error for each name that stands for none."""
    return list(dict.fromkeys(each for path in named for each in _papers(path)))


def read_paper(path: Path) -> bytes:
    """Return the bytes of the paper at `path`; raise `FileError` where it cannot be read or is far too large."""
    try:
        return read_named(path, MAX_BYTES)
    except (FileNotFoundError, NotADirectoryError):
        raise FileError.at(str(path), MISSING) from None
    except OSError as error:
        raise FileError.at(str(path), f"không đọc được tệp ({reason(error)}); đóng tệp trong Word rồi chạy lại") from error
    except TooLarge:
        raise FileError.at(str(path), f"tệp lớn hơn {MAX_BYTES // 1_000_000} MB; đây có đúng là văn bản không?") from None


def read_named(path: Path, most: int) -> bytes:
    """Return the bytes of a file that a user named; what is no file, as a pipe, holds nothing and is not waited for."""
    return read_bounded(path, most) if path.is_file() or not path.exists() else b""


def read_bounded(path: Path, most: int) -> bytes:
    """Return the bytes at `path`; raise `TooLarge` where there are more than `most`, of which no more are read."""
    with path.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise TooLarge
    return data


def _papers(path: Path) -> Iterator[Path | FileError]:
    named = stands_for(path)
    papers = [each for each in named.files if named.is_itself or each.suffix.lower() == ".docx"]
    yield from papers
    yield from (FileError(problem) for problem in named.closed)
    if not papers and not named.closed:
        yield FileError.at(str(path), _NOT_IN_FOLDER if named.is_folder else _NOT_SO_NAMED)


def _pattern(name: str) -> str:
    """Return `name` for `Path.glob`, where nothing but * and ? has a meaning of its own."""
    return re.sub(r"\*+", "*", name.replace("[", "[[]"))


def _in_folder(folder: Path) -> Named:
    refused: list[OSError] = []
    walk = os.walk(folder, onerror=refused.append)
    files = sorted(Path(place, name) for place, _, names in walk if not is_work_area(Path(place)) for name in names)
    closed = [Problem(Place(str(error.filename)), f"không mở được thư mục ({reason(error)})") for error in refused]
    return Named(tuple(each for each in files if not _is_kept(each.name)), is_folder=True, closed=tuple(closed))


def _is_kept(name: str) -> bool:
    return name.startswith(_LOCKS) or is_own(name)
