"""Every step that a run takes on the disk, in turn, and what becomes of the one that is chosen: it fails, or the run dies there.

A step is something asked of the system about a path inside the folders watched: opening, reading, writing, closing, flushing,
renaming, making, deleting. This is installed in a process that ends with the run.
"""

import errno
import fcntl
import io
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

_CHANGES: Final = {
    "os.rename": "rename",
    "os.link": "link",
    "os.remove": "remove",
    "os.mkdir": "mkdir",
    "os.rmdir": "rmdir",
    "os.chmod": "chmod",
}
_LOOKS: Final = {"os.listdir": "list", "os.scandir": "list"}
FAILING: Final = {  # what the system says where a step fails once
    "open": errno.EIO,
    "read": errno.EIO,
    "list": errno.EACCES,
    "create": errno.ENOSPC,
    "write": errno.ENOSPC,
    "close": errno.EDQUOT,
    "fsync": errno.EIO,
    "rename": errno.EACCES,
    "link": errno.ENOSPC,
    "remove": errno.EACCES,
    "mkdir": errno.ENOSPC,
    "rmdir": errno.EACCES,
    "chmod": errno.EPERM,
    "lock": errno.ENOLCK,
}
TAKING_ROOM: Final = frozenset({"create", "write", "close", "fsync", "link", "mkdir"})
CHANGING: Final = frozenset({"create", "write", "link", "mkdir", "rename", "remove", "rmdir"})
CLEARING: Final = frozenset({"remove", "rmdir", "list", "open"})  # a folder is opened to clear it


class Steps:
    """Counts the steps, and does to the chosen ones what `fault` says.

    Faults: "once" fails at the step `at` alone; "full" refuses from there on what takes room; "dies" kills the process;
    a name of a step with a number ("rename:13") refuses every such step with this error number.
    """

    def __init__(self, roots: list[str], fault: str, at: int) -> None:
        self._roots = tuple(os.path.join(root, "") for root in roots)  # noqa: PTH118
        self._fault = fault
        self._at = at
        self.taken: list[str] = []
        self.failed: list[str] = []

    def install(self) -> None:
        io.open = self._opened  # type: ignore[assignment,unused-ignore]
        flush, lock = os.fsync, fcntl.flock

        def fsync(descriptor: int) -> None:
            self.step("fsync")
            flush(descriptor)

        def flock(*arguments: Any) -> None:
            self.step("lock")
            lock(*arguments)

        os.fsync = fsync  # type: ignore[assignment,unused-ignore]
        fcntl.flock = flock
        sys.addaudithook(self._hear)

    def step(self, kind: str, path: object = None) -> None:
        """Take one step; raise `OSError` where it is to fail, with the path where the system itself would name it."""
        number = len(self.taken)
        self.taken.append(kind)
        if self._fault == "dies" and number == self._at:
            os.kill(os.getpid(), signal.SIGKILL)
        if self._fault == "once" and number == self._at:
            self._fail(kind, FAILING[kind], path)
        if self._fault == "full" and number >= self._at and kind in TAKING_ROOM:
            self._fail(kind, errno.ENOSPC, path)
        refused, _, code = self._fault.partition(":")
        if code and kind in refused.split("+"):
            self._fail(kind, int(code), path)

    def _fail(self, kind: str, code: int, path: object) -> None:
        self.failed.append(kind)
        raise OSError(code, os.strerror(code), *([] if path is None else [str(path)]))

    def watches(self, path: Any) -> bool:
        if isinstance(path, int | None):
            return False
        return os.path.abspath(os.fsdecode(path)).startswith(self._roots)  # noqa: PTH100

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, mode, flags = arguments
            if self.watches(path):
                creating = bool(flags & (os.O_WRONLY | os.O_RDWR)) if mode is None else any(letter in mode for letter in "wxa+")
                self.step("create" if creating else "open", path)
        elif event in _LOOKS:
            if self.watches(arguments[0]):
                self.step("list", arguments[0])
        elif event in _CHANGES and (self.watches(arguments[0]) or arguments[-1] not in (-1, None)):
            self.step(_CHANGES[event], arguments[0])

    def _opened(  # noqa: PLR0917  # as `open` is
        self,
        file: Any,
        mode: str = "r",
        buffering: int = -1,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
        closefd: bool = True,
        opener: Callable[..., int] | None = None,
    ) -> Any:
        raw = _Disk(file, mode.replace("b", "").replace("t", ""), closefd, opener)
        raw.steps = self if self.watches(file) else None
        if buffering == 0:
            return raw
        buffered = io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw) if raw.writable() else io.BufferedReader(raw)
        return buffered if "b" in mode else io.TextIOWrapper(buffered, encoding or "utf-8", errors, newline)


class _Disk(io.FileIO):
    steps: Steps | None = None

    def _step(self, kind: str) -> None:
        if self.steps is not None:
            self.steps.step(kind)

    def read(self, size: int | None = -1, /) -> Any:
        self._step("read")
        return super().read(-1 if size is None else size)

    def readall(self) -> Any:
        self._step("read")
        return super().readall()

    def readinto(self, buffer: Any, /) -> Any:
        self._step("read")
        return super().readinto(buffer)

    def write(self, data: Any, /) -> Any:
        self._step("write")
        return super().write(data)

    def close(self) -> None:
        was_written = not self.closed and self.writable()
        super().close()
        if was_written:
            self._step("close")


def snapshot(folder: Path) -> dict[str, bytes | str | None]:
    """Return everything in `folder` by its path: the bytes of files, where links lead, None for folders."""
    found: dict[str, bytes | str | None] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = str(path.readlink())
        else:
            found[name] = None if path.is_dir() else path.read_bytes()
    return found
