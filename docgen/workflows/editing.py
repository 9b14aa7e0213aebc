"""Saving what a page edits: in place, held against the file that was read, never over what somebody else has saved meanwhile."""

from pathlib import Path
from typing import Final

from docgen.data.yamltext.saved import read_bytes
from docgen.errors import FileError
from docgen.files import storage
from docgen.workflows.saving import Saved, StrPath

_CHANGED: Final = "tệp này đã được sửa ở nơi khác trong lúc đang sửa ở đây nên chưa ghi gì; xem hai bản rồi chọn"
_GONE: Final = "tệp này không còn ở chỗ cũ (đã đổi tên, chuyển đi hoặc xóa) nên chưa ghi gì"


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
