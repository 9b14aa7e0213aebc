"""A folder of docgen's own where files wait that are to be written: one run at a time has it, by a lock.

The lock is the system's own, which lets it go when its holder dies, however it dies. (A process number in a file would be
simpler, but numbers come back, and Windows has no harmless way to ask whether one is alive.) It belongs to the open file, which
processes that a run starts do not inherit: a maker of letters that outlives its run, and LibreOffice, hold nothing. Two writers
in one process are kept apart as well. The package filelock locks by the same calls; the folder around the lock, the race for a
file that its last holder deletes, and network folders without locks, nearly all of what stands here, it would leave to us.
"""

import contextlib
import errno
import os
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from docgen.files.refusals import NOT_OFFERED

_OWN: Final = ".docgen-"
_NAME: Final = f"{_OWN}tam"
_LOCK: Final = "khoa"
_NO_LOCK: Final = b"khong khoa"  # in the file of a run that could not lock it
_WINDOWS: Final = os.name == "nt"
_TAKEN: Final = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
_TRIES: Final = 100
_PAUSE: Final = 0.1

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Occupied(Exception):
    """Another run has the work area."""


class WorkArea:
    """The work area at `path`, ours alone inside the `with`; it goes at the end, unless something in it is still needed.

    Another run is waited for, `patience` seconds at the most; then the `with` raises `Occupied`. A `private` one is nobody
    else's to look into. Where the system knows no locks, the area counts as free, unless that has to be `certain`; what a run
    has without a lock is never certainly free.
    """

    def __init__(self, path: Path, *, patience: float = 0, private: bool = False, certain: bool = False) -> None:
        self.path = path
        self._patience = patience
        self._mode = 0o700 if private else 0o777
        self._certain = certain
        self._descriptor: int | None = None

    def __enter__(self) -> Self:
        for _ in range(round(self._patience / _PAUSE)):
            if self._take():
                return self
            time.sleep(_PAUSE)
        if not self._take():
            raise Occupied
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is None:
            return
        if _WINDOWS:
            os.close(descriptor)  # an open file cannot be deleted; if another run has just opened it, it stays
        with contextlib.suppress(OSError):
            (self.path / _LOCK).unlink()
            self.path.rmdir()
        if not _WINDOWS:
            os.close(descriptor)

    def _take(self) -> bool:
        """Return whether the lock was free, and is ours now."""
        for left in reversed(range(_TRIES)):
            self.path.mkdir(self._mode, exist_ok=True)
            try:
                descriptor = os.open(self.path / _LOCK, os.O_RDWR | os.O_CREAT, 0o666)
            except OSError as error:
                if left and isinstance(error, FileNotFoundError):  # Windows says so of a name that is too long as well
                    continue  # the run before has just cleared it away
                with contextlib.suppress(OSError):
                    self.path.rmdir()
                raise
            is_free = _taken(descriptor, certain=self._certain)
            if is_free and (_WINDOWS or _is_at(self.path / _LOCK, descriptor)):  # an open file stays where it is on Windows
                self._descriptor = descriptor
                return True
            os.close(descriptor)
            if not is_free:
                return False
        return False


def area_in(folder: Path) -> Path:
    """Return where the work area of `folder` is."""
    return folder / _NAME


def area_beside(folder: Path) -> Path:
    """Return where the work area is of a `folder` that is not there yet."""
    return folder.parent / f"{_NAME}-{folder.name}"


def is_own(name: str) -> bool:
    """Return whether a file or folder of this name is docgen's own."""
    return name.startswith(_OWN)


def is_work_area(folder: Path) -> bool:
    """Return whether a run of docgen works in `folder`, or was killed there: what lies in it is nobody's paper."""
    return any(map(is_own, folder.parts))


def flush_file(path: Path) -> None:
    """See that the file at `path` is on the disk, and not only on its way there."""
    with path.open("r+b") as opened:
        _flush(opened.fileno())


def flush_folder(folder: Path) -> None:
    """See that what was put into `folder` stays there if the power goes."""
    with contextlib.suppress(OSError):  # Windows cannot open a folder to flush it
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            _flush(descriptor)
        finally:
            os.close(descriptor)


def _flush(descriptor: int) -> None:
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in NOT_OFFERED:  # some network folders cannot tell, and need not
            raise


def _taken(descriptor: int, *, certain: bool) -> bool:
    try:
        _lock(descriptor)
    except OSError as error:
        if error.errno in _TAKEN or certain:
            return False
        with contextlib.suppress(OSError):
            os.write(descriptor, _NO_LOCK)
        return True  # a network folder without locks can still be written to
    return not (certain and os.fstat(descriptor).st_size)


def _is_at(path: Path, descriptor: int) -> bool:
    """Return whether the file that was opened is still the one at `path`: its last holder may have deleted it in between."""
    with contextlib.suppress(FileNotFoundError):
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    return False
