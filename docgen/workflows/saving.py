"""What every function of the API shares: how it is asked and tells its stages, how an edited file is saved, what became of it."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from docgen.data.yamltext.saved import read_bytes
from docgen.errors import NOWHERE, FileError, Place, Problem
from docgen.files import storage
from docgen.files.storage import BatchResult

Say: TypeAlias = Callable[[str], None]
StrPath: TypeAlias = str | os.PathLike[str]
READING: Final = "đọc và kiểm tra dữ liệu"
FILLING: Final = "điền mẫu"
JUDGING: Final = "kiểm tra thể thức"
PRINTING: Final = "tạo PDF"
WRITING: Final = "ghi tệp"
STALE: Final = "tệp của lần chạy trước, nay không còn trong kế hoạch; xem lại rồi xóa nếu không dùng"
_OVERWRITE: Final = "dùng {overwrite} để ghi đè và giữ bản cũ thành .bak"
_CHANGED: Final = "tệp này đã được sửa ở nơi khác trong lúc đang sửa ở đây nên chưa ghi gì; xem hai bản rồi chọn"
_GONE: Final = "tệp này không còn ở chỗ cũ (đã đổi tên, chuyển đi hoặc xóa) nên chưa ghi gì"


def silent(_: str) -> None:
    """Hear of a stage and say nothing."""


def path_or_none(path: StrPath | None) -> Path | None:
    """Return `path` as a `Path`, None where none is given."""
    return None if path is None else Path(path)


def plain(warnings: Iterable[str]) -> list[Problem]:
    """Return sentences that say themselves what they are about."""
    return [Problem(NOWHERE, words) for words in warnings]


@dataclass(frozen=True)
class Saved:
    """What became of a save: the files written, what a person should know besides, how it went in a few words."""

    files: tuple[Path, ...]
    warnings: tuple[Problem, ...] = ()
    summary: str = ""


def left_standing(
    folder: Path, result: BatchResult, kept: str, told: Callable[[str], Iterable[tuple[str, str]]] = lambda _: [(STALE, "")]
) -> Iterator[Problem]:
    """Yield what stands in `folder` that a run did not make: `kept` says why files are as they were, `told` what is old."""
    yield from (Problem(Place(str(folder / name)), kept, _OVERWRITE) for name in result.kept)
    yield from (Problem(NOWHERE, f"bản cũ đã được giữ lại: {folder / name}") for name in result.backed_up)
    yield from (Problem(Place(str(folder / name)), *words) for name in result.stale for words in told(name))


def each_name(names: str | Iterable[str]) -> tuple[str, ...]:
    """Return `names` one by one; a single text is one name, not its letters."""
    return (names,) if isinstance(names, str) else tuple(names)


class ChangedMeanwhile(FileError):
    """A file is no longer what was read; nothing was written. `now` is what it holds."""

    now: bytes = b""


def read_data(path: StrPath) -> bytes:
    """Return the bytes of a file of data, which `save_data` wants back; raise `FileError` where it cannot be read."""
    return read_bytes(Path(path))


def save_data(path: StrPath, was: bytes, now: bytes) -> Saved:
    """Write `now` in place of `was`, the file as it was read; the bytes before are worth keeping, saving them back undoes it.

    Raises `ChangedMeanwhile` where the file holds something else by now, and `FileError` where it is gone or cannot be written.
    """
    path = Path(path)
    if not path.is_file():
        raise FileError.at(str(path), _GONE)
    if (found := read_bytes(path)) != was:
        raise _changed(path, found)
    try:
        storage.write_all({path: now}, overwrite_edits=False, is_ours=lambda old: old == was)
    except FileError:
        if (found := read_bytes(path)) not in (was, now):  # between the look and the write
            raise _changed(path, found) from None
        raise
    return Saved((path,))


def _changed(path: Path, found: bytes) -> ChangedMeanwhile:
    error = ChangedMeanwhile.at(str(path), _CHANGED)
    error.now = found
    return error
