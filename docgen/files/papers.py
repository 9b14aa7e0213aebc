"""The papers that a user names: files, folders with all that is in them, names with * and ?; and their bytes."""

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from docgen.errors import FileError
from docgen.files.refusals import is_folder, reason
from docgen.files.workarea import is_work_area

MAX_BYTES: Final = 200_000_000
_ENDINGS: Final = (".docx",)
_LOCK: Final = "~$"  # Word's own file beside a paper that is open
_MISSING: Final = "không có tệp này; xem lại tên và thư mục"


def find_papers(named: Iterable[Path]) -> list[Path | FileError]:
    """Return the papers that `named` stands for, each once, and in its place an error for each name that stands for none."""
    return list(dict.fromkeys(each for path in named for each in _found(path)))


def read_paper(path: Path) -> bytes:
    """Return the bytes of the paper at `path`; raise `FileError` where it cannot be read or is far too large."""
    try:
        data = _bytes(path) if path.is_file() or not path.exists() else b""
    except (FileNotFoundError, NotADirectoryError):
        raise FileError.at(str(path), _MISSING) from None
    except OSError as error:
        raise FileError.at(str(path), f"không đọc được tệp ({reason(error)}); đóng tệp trong Word rồi chạy lại") from error
    if len(data) > MAX_BYTES:
        raise FileError.at(str(path), f"tệp lớn hơn {MAX_BYTES // 1_000_000} MB; đây có đúng là văn bản không?")
    return data


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _found(path: Path) -> Sequence[Path | FileError]:
    if is_folder(path):
        return _in_folder(path) or [FileError.at(str(path), "thư mục này không có tệp .docx nào")]
    if any(mark in path.name for mark in "*?") and not path.exists():  # Windows leaves these to the program
        found = sorted(each for each in path.parent.glob(_pattern(path.name)) if _is_paper(each.name) and each.is_file())
        return found or [FileError.at(str(path), "không có tệp .docx nào có tên như vậy; xem lại tên và thư mục")]
    return [path]


def _pattern(name: str) -> str:
    """Return `name` for `Path.glob`, where nothing but * and ? has a meaning of its own."""
    return re.sub(r"\*+", "*", name.replace("[", "[[]"))


def _in_folder(folder: Path) -> list[Path | FileError]:
    refused: list[OSError] = []
    walk = os.walk(folder, onerror=refused.append)
    found = sorted(
        Path(place, name) for place, _, names in walk if not is_work_area(Path(place)) for name in names if _is_paper(name)
    )
    return [*found, *(FileError.at(str(error.filename), f"không mở được thư mục ({reason(error)})") for error in refused)]


def _is_paper(name: str) -> bool:
    return name.lower().endswith(_ENDINGS) and not name.startswith(_LOCK)
