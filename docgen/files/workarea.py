"""A folder of docgen's own beside files that are to be written, where they wait: one run at a time has it.

What a run that was killed left there goes with the next one that writes into the same folder.
"""

import contextlib
import os
import shutil
import time
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from docgen.errors import FileError
from docgen.files.lock import Lock
from docgen.files.oswords import NOT_OFFERED, is_folder

_OWN: Final = ".docgen-"
NAME: Final = f"{_OWN}ghi"
_LOCK: Final = "khoa"
_OTHER_RUN: Final = "một lần chạy docgen khác đang ghi vào thư mục này; chờ nó xong rồi chạy lại"
_PATIENCE: Final = 100  # looks at the other run, which needs far less than a second unless the disk hangs
_PAUSE: Final = 0.1


class WorkArea:
    """The work area in `folder`, ours alone inside the `with`; the folder that it is goes at the end."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._area = folder / NAME
        self._lock = Lock(self._area / _LOCK)
        self._count = 0

    def __enter__(self) -> Self:
        tries = 0
        while not self._lock.take():
            tries += 1
            if tries == _PATIENCE:
                raise FileError.at(str(self._folder), _OTHER_RUN)
            time.sleep(_PAUSE)
        self._clear()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._clear()
        self._lock.drop()

    def written(self, path: Path, data: bytes) -> Path:
        """Return a file that holds `data`, is safe on the disk, and has the rights that the one at `path` has."""
        made = self._free(path)
        with made.open("xb") as file:
            file.write(data)
            file.flush()
            flush(file.fileno())
        with contextlib.suppress(OSError):  # nothing stands at `path` yet, or the file system knows no rights
            shutil.copymode(path, made)
        return made

    def kept(self, path: Path) -> Path:
        """Return a second name of the file at `path`, by which it can be put back as it was."""
        kept = self._free(path)
        second_name(path, kept)
        return kept

    def _free(self, path: Path) -> Path:
        self._count += 1
        return self._area / f"{_OWN}{self._count}{path.suffix}"

    def _clear(self) -> None:
        with contextlib.suppress(OSError):  # what cannot be cleared now is cleared by the next run
            for path in self._area.iterdir():
                if path.name != _LOCK:
                    path.unlink()


def left_behind(folder: Path) -> bool:
    """Return whether a run that was killed in `folder` left its work area, or another one is at work there."""
    return is_folder(folder / NAME)


def is_work_area(folder: Path) -> bool:
    """Return whether a run of docgen works in `folder`, or was killed there: what lies in it is nobody's paper."""
    return any(part.startswith(_OWN) for part in folder.parts)


def second_name(path: Path, kept: Path) -> None:
    """Give the file at `path` the name `kept` too, or copy it where the file system has no second names."""
    try:
        os.link(path, kept)
    except OSError:
        shutil.copy2(path, kept)


def flush(descriptor: int) -> None:
    """See that an open file is on the disk; some network folders cannot tell, and need not."""
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in NOT_OFFERED:
            raise
