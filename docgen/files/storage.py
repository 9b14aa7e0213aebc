"""Files on disk: a set is written whole or not at all, nothing is left half-written, and no work of a person is overwritten."""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final, NamedTuple

from docgen.errors import FileError, Place, Problem
from docgen.files.openfiles import open_elsewhere
from docgen.files.oswords import is_folder, reason
from docgen.files.stamp import is_untouched
from docgen.files.workarea import WorkArea, flush, left_behind

_OPEN_IN_WORD: Final = "tệp đang mở trong Word hoặc không cho ghi đè; đóng tệp lại rồi chạy lại, hoặc dùng -o để ghi sang"
_EDITED: Final = (
    "tệp này đã được sửa tay (hoặc không do docgen tạo) nên không ghi đè; "
    "dùng -o để ghi sang tên khác, hoặc --ghi-de để ghi đè và giữ bản cũ thành .bak"
)
_READ_ONLY: Final = (
    "tệp này chỉ cho đọc nên không ghi đè; bỏ thuộc tính chỉ đọc (Read-only) rồi chạy lại, hoặc dùng -o để ghi sang tên khác"
)
_CHANGED_MEANWHILE: Final = "tệp này vừa được sửa trong lúc docgen đang chạy nên chưa ghi gì; chạy lại"


@dataclass(frozen=True, slots=True)
class Remedies:
    """What a person can do where a file cannot be put in its place, in the words of the command that writes it."""

    elsewhere: str
    is_folder: str


_OF_A_SET: Final = Remedies("tên khác", "đây là thư mục; ghi rõ tên tệp sau -o")


def write_all(files: Mapping[Path, bytes], *, overwrite_edits: bool, ours: Collection[Path] = ()) -> list[str]:
    """Write every file of `files`, or none. Return what a person should know, in Vietnamese.

    A file that somebody has open is refused with `FileError`, and so is one that is read-only, and one that docgen did not
    write, or that was edited since, unless it is among `ours`; with `overwrite_edits` such a one is kept beside the new one
    under a name that ends in `.bak`. Where one file cannot be put in its place, those that already were are put back as they
    had been. A file that holds the same already is left alone, and a link stays a link.
    """
    places = {_behind_link(path): data for path, data in files.items()}
    beside = {path.parent: path for path in places}
    if not any(map(left_behind, beside)) and all(content(path, _OF_A_SET) == data for path, data in places.items()):
        return []
    with ExitStack() as stack:
        areas = {
            folder: _area(beside[folder], stack) for folder in sorted(beside)
        }  # in one order, so that no two runs wait for ever
        present = {path: _standing(path) for path in places}
        new = {path: data for path, data in places.items() if present[path].data != data}
        refuse_untouchable(new)
        known = {_behind_link(path) for path in ours}
        before = {path: data for path in new if path not in known and (data := present[path].data) is not None}
        edited = {path: old for path, old in before.items() if not is_untouched(old)}
        if edited and not overwrite_edits:
            raise FileError(Problem(Place(str(path)), _EDITED) for path in edited)
        kept = {path: free_name(path, old) for path, old in edited.items()}
        copies = {kept[path]: old for path, old in edited.items() if not kept[path].exists()}
        _place({**copies, **new}, present, areas)
    return [f"bản cũ đã được giữ lại: {name}" for name in kept.values()]


@contextmanager
def folders_for(paths: Iterable[Path]) -> Iterator[None]:
    """Make the folders that `paths` need; where what is done inside fails, those made for it are taken away again."""
    made: list[Path] = []
    try:
        for folder in dict.fromkeys(path.parent for path in paths):
            made += _made(folder)
        yield
    except BaseException:
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise


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


def free_name(path: Path, old: bytes) -> Path:
    """Return the first name beside `path` for a copy of `old`, which stood there: a free one, or that of such a copy."""
    for number in count(1):
        kept = path.with_name(f"{path.name}.bak{number if number > 1 else ''}")
        if not kept.exists() or (kept.is_file() and kept.read_bytes() == old):
            return kept
    raise AssertionError


def refuse_untouchable(paths: Collection[Path]) -> None:
    """Raise `FileError` for those of `paths` that somebody has open, or has marked as not to be changed.

    The system itself would let a file be replaced that is marked so.
    """
    marked = [path for path in paths if path.is_file() and not path.stat().st_mode & 0o222]
    if problems := [*open_elsewhere(paths), *(Problem(Place(str(path)), _READ_ONLY) for path in marked)]:
        raise FileError(problems)


class _Standing(NamedTuple):
    """What stands at a place: its bytes, and how the file looked before they were read."""

    data: bytes | None
    look: tuple[int, int, int] | None


def _standing(path: Path) -> _Standing:
    look = _look(path)
    return _Standing(content(path, _OF_A_SET), look)


def _look(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns


def _behind_link(path: Path) -> Path:
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def _area(path: Path, stack: ExitStack) -> WorkArea:
    """Return the work area beside `path`, which `stack` gives up."""
    if not is_folder(path.parent):
        raise FileError.at(str(path), "không có thư mục này; tạo thư mục trước, hoặc ghi sang chỗ khác bằng -o")
    try:
        return stack.enter_context(WorkArea(path.parent))
    except OSError as error:
        raise unwritable(path, error) from error


def _place(new: Mapping[Path, bytes], present: Mapping[Path, _Standing], areas: Mapping[Path, WorkArea]) -> None:
    old = {path: standing for path, standing in present.items() if path in new and standing.data is not None}
    waiting: dict[Path, Path] = {}
    kept: dict[Path, Path] = {}
    for path, data in new.items():
        try:
            waiting[path] = areas[path.parent].written(path, data)
            if path in old:
                kept[path] = areas[path.parent].kept(path)
        except OSError as error:
            raise unwritable(path, error) from error
    placed: list[Path] = []
    try:
        for path in new:
            if path in present and _look(path) != present[path].look:
                raise FileError.at(str(path), _CHANGED_MEANWHILE)
            _put(waiting[path], path)
            placed.append(path)
    except FileError as error:
        raise FileError([*error.problems, *_put_back(placed, kept)]) from error
    except BaseException:
        _put_back(placed, kept)
        raise
    for folder in areas:
        flush_folder(folder)


def _put(made: Path, path: Path) -> None:
    try:
        made.replace(path)
    except OSError as error:
        raise refused("không ghi được", path, error, _OF_A_SET) from error


def _put_back(placed: Sequence[Path], kept: Mapping[Path, Path]) -> list[Problem]:
    """Put back what stood at the places, the last first; stop at what refuses, since copies of it lie at the first places."""
    for path in reversed(placed):
        try:
            if path in kept:
                kept[path].replace(path)
            else:
                path.unlink(missing_ok=True)
        except OSError as error:
            return list(refused("không trả lại được bản cũ", path, error, _OF_A_SET).problems)
    return []


def _made(folder: Path) -> Iterator[Path]:
    """Make `folder` and those above it that are missing, and yield each one made, the uppermost first."""
    for one in reversed([folder, *folder.parents]):
        try:
            if not one.is_dir():
                one.mkdir()
                yield one
        except OSError as error:
            if not is_folder(one):
                sentence = f"không tạo được thư mục này ({reason(error)}); ghi tên thư mục khác, hoặc chọn nơi có quyền ghi"
                raise FileError.at(str(one), sentence) from error


def flush_folder(folder: Path) -> None:
    """See that what was put into `folder` stays there if the power goes."""
    with suppress(OSError):  # Windows cannot open a folder to flush it
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            flush(descriptor)
        finally:
            os.close(descriptor)
