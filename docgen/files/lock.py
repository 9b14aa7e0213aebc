"""One run at a time in a folder: a lock that the system lets go when its holder dies, however it dies.

A process number in a file would be simpler, but numbers come back, and Windows has no harmless way to ask whether one is alive.
POSIX record locks, unlike flock, don't pass to the processes that make the letters: one that outlives a killed run holds nothing.
"""

import contextlib
import errno
import os
import sys
from pathlib import Path
from typing import Final

_WINDOWS: Final = os.name == "nt"
_TAKEN: Final = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
_TRIES: Final = 100

_ours: set[Path] = set()  # a POSIX lock belongs to the whole process, and would not keep two batches in it apart

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lock:
    """A lock by the file `path`; the folder of this file comes with the lock, and goes with it once nothing else is there."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def take(self) -> bool:
        """Return whether the lock was free, and is ours now."""
        try:
            return self._take()
        except OSError:
            with contextlib.suppress(OSError):
                self._path.parent.rmdir()
            raise

    def _take(self) -> bool:
        tries = 0
        while self._path not in _ours:
            self._path.parent.mkdir(exist_ok=True)
            try:
                descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o666)
            except FileNotFoundError:
                tries += 1
                if tries == _TRIES:  # Windows says so of a name that is too long as well
                    raise
                continue  # the run before has just cleared it away
            if not _taken(descriptor):
                os.close(descriptor)
                return False
            if _WINDOWS or _is_at(self._path, descriptor):  # an open file stays where it is on Windows
                self._descriptor = descriptor
                _ours.add(self._path)
                return True
            os.close(descriptor)
        return False

    def drop(self) -> None:
        """Give the lock up, where it is ours."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is None:
            return
        _ours.discard(self._path)
        if _WINDOWS:
            os.close(descriptor)  # an open file cannot be deleted; if another run has just opened it, it stays
        with contextlib.suppress(OSError):
            self._path.unlink()
            self._path.parent.rmdir()
        if not _WINDOWS:
            os.close(descriptor)


def _taken(descriptor: int) -> bool:
    try:
        _take(descriptor)
    except OSError as error:
        return error.errno not in _TAKEN  # a network folder without locks can still be written to
    return True


def _is_at(path: Path, descriptor: int) -> bool:
    """Return whether the file that was opened is still the one at `path`: its last holder may have deleted it in between."""
    with contextlib.suppress(FileNotFoundError):
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    return False
