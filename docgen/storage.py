"""Files on disk: a set is written whole or not at all, nothing is left half-written, and no work of a person is overwritten."""

import contextlib
import os
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from docgen.errors import FileError, Place, Problem
from docgen.openfiles import open_elsewhere
from docgen.oswords import is_folder, reason
from docgen.stamp import is_untouched

_OPEN_IN_WORD: Final = "tệp đang mở trong Word hoặc không cho ghi đè; đóng tệp lại rồi chạy lại, hoặc dùng -o để ghi sang"
_EDITED: Final = (
    "tệp này đã được sửa tay (hoặc không do docgen tạo) nên không ghi đè; "
    "dùng -o để ghi sang tên khác, hoặc --ghi-de để ghi đè và giữ bản cũ thành .bak"
)


@dataclass(frozen=True, slots=True)
class Remedies:
    """What a person can do where a file cannot be put in its place, in the words of the command that writes it."""

    elsewhere: str
    is_folder: str


_OF_A_SET: Final = Remedies("tên khác", "đây là thư mục; ghi rõ tên tệp sau -o")


def write_all(files: Mapping[Path, bytes], *, overwrite_edits: bool) -> list[str]:
    """Write every file of `files`, or none. Return what a person should know, in Vietnamese.

    A file that somebody has open is refused with `FileError`, and so is one that docgen did not write, or that was edited since;
    with `overwrite_edits` such a one is kept beside the new one under a name that ends in `.bak`. Where one file cannot be put in
    its place, those that already were are put back as they had been.
    """
    present = {path: content(path, _OF_A_SET) for path in files}
    if busy := open_elsewhere(path for path, old in present.items() if old != files[path]):
        raise FileError(busy)
    edited = {path: old for path, old in present.items() if old not in (None, files[path]) and not is_untouched(old)}
    if edited and not overwrite_edits:
        raise FileError(Problem(Place(str(path)), _EDITED) for path in edited)
    kept = {path: free_name(path) for path in edited}
    waiting: dict[Path, Path] = {}
    placed: list[Path] = []
    try:
        for path, data in [*files.items(), *((kept[path], old) for path, old in edited.items())]:
            waiting[path] = _written_beside(path, data)
        for path in (*kept.values(), *files):
            _put(waiting[path], path)
            placed.append(path)
    except FileError:
        _put_back(placed, present)
        raise
    finally:
        for made in waiting.values():
            made.unlink(missing_ok=True)
    return [f"bản cũ đã được giữ lại: {name}" for name in kept.values()]


def content(path: Path, remedies: Remedies) -> bytes | None:
    """Return what stands at `path`, None where nothing does."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        if is_folder(path):
            raise FileError.at(str(path), remedies.is_folder) from None
        raise refused("không đọc được tệp đang có ở đây", path, error, remedies) from error


def refused(what: str, path: Path, error: OSError, remedies: Remedies) -> FileError:
    """Return the error that says what could not be done with the file that stands at `path`, why, and what to do."""
    return FileError.at(str(path), f"{what} ({reason(error)}); {_OPEN_IN_WORD} {remedies.elsewhere}")


def unwritable(path: Path, error: OSError) -> FileError:
    """Return the error that says why nothing can be written where `path` is to be."""
    return FileError.at(str(path), f"không ghi được vào thư mục này ({reason(error)}); ghi sang chỗ khác bằng -o")


def free_name(path: Path) -> Path:
    """Return the first free name beside `path` for a copy of what stands there."""
    kept = path.with_name(f"{path.name}.bak")
    number = 2
    while kept.exists():
        kept = path.with_name(f"{path.name}.bak{number}")
        number += 1
    return kept


def _written_beside(path: Path, data: bytes) -> Path:
    made = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".docgen-", suffix=path.suffix, delete=False) as file:
            made = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        made.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
    except OSError as error:
        if made is not None:
            made.unlink(missing_ok=True)
        if is_folder(path.parent):
            raise unwritable(path, error) from error
        raise FileError.at(str(path), "không có thư mục này; tạo thư mục trước, hoặc ghi sang chỗ khác bằng -o") from error
    return made


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _put(made: Path, path: Path) -> None:
    try:
        made.replace(path)
    except OSError as error:
        raise refused("không ghi được", path, error, _OF_A_SET) from error
    flush_folder(path.parent)


def _put_back(placed: Iterable[Path], before: Mapping[Path, bytes | None]) -> None:
    for path in placed:
        old = before.get(path)
        if old is None:
            path.unlink(missing_ok=True)
        else:
            _put(_written_beside(path, old), path)


def flush_folder(folder: Path) -> None:
    """See that what was put into `folder` stays there if the power goes."""
    with contextlib.suppress(OSError):  # Windows cannot open a folder to flush it
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
