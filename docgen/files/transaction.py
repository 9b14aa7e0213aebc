"""Writes files into their places together or not at all, and never over a person's work."""

import contextlib
from collections.abc import Callable, Mapping
from enum import Enum
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Final, NamedTuple, Self

from docgen.errors import FileError
from docgen.files.journal import NEW, Journal, Look, look
from docgen.files.refusals import Remedies, is_folder, refused, unwritable
from docgen.files.stamp import is_untouched
from docgen.files.workarea import Occupied, WorkArea, flush_file, flush_folder

Judge = Callable[[bytes], bool]
_AT_ONCE: Final = 8  # flushes: half the time of one after the other on ext4, for they share what they wait for
_OTHER_RUN: Final = "một lần chạy docgen khác đang ghi vào thư mục này"


class Fate(Enum):
    """What becomes of a file that is offered for a place."""

    WAITS = "waits"
    SAME = "same"  # as what stands there
    REFUSED = "refused"  # what stands there was edited by hand, or is not docgen's


class Offered(NamedTuple):
    """What becomes of a file, and the copy of what stood there, where a person's work is replaced."""

    fate: Fate
    copy: Path | None = None


class Transaction:
    """Files that wait for their places, each in the work area of its folder, which is held meanwhile.

    Inside the `with` the folders are as they were or as they were to be, whatever befell the run before. What concerns no single
    file is told at `place`.
    """

    def __init__(self, areas: Mapping[Path, WorkArea], remedies: Remedies, place: Path) -> None:
        self._areas = areas
        self._journals = [Journal(area.path, remedies) for area in areas.values()]
        self._remedies = remedies
        self._place = place
        self._staged: dict[Path, Look | None] = {}  # with how the file looks that stands in its place

    def __enter__(self) -> Self:
        with contextlib.ExitStack() as stack:
            for folder, area in self._areas.items():
                try:
                    stack.enter_context(area)
                except Occupied:
                    raise FileError.at(str(folder), _OTHER_RUN, self._remedies.wait) from None
                except OSError as error:
                    raise unwritable(self._place, error) from error
            self._settle()
            self._held = stack.pop_all()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with self._held:
            try:
                self._settle()
            except FileError:
                if error is None:
                    raise  # otherwise what went wrong first is what has to be said

    @property
    def places(self) -> list[Path]:
        """The places for which files wait."""
        return list(self._staged)

    def offer(self, path: Path, data: bytes, *, overwrite_edits: bool, is_ours: Judge = is_untouched) -> Offered:
        """Let `data` wait for its place `path`, unless the same stands there already, or a person's work that is to stay.

        `is_ours` says of what stands there whether docgen can make it again, and nobody has edited it since.
        """
        try:
            seen = look(path)  # before its bytes, so that a change in between shows
        except OSError:
            seen = None  # reading it says why
        old = content(path, self._remedies)
        if old == data:
            return Offered(Fate.SAME)
        copy = None
        if old is not None and not is_ours(old):
            if not overwrite_edits:
                return Offered(Fate.REFUSED)
            copy = _free_name(path, old)
            if not copy.exists():
                self._stage(copy, old, None)
        self._stage(path, data, seen)
        return Offered(Fate.WAITS, copy)

    def commit(self, *, whole: bool) -> set[Path]:
        """Move what waits to its places; raise `FileError` with everything as it was.

        What somebody has changed since it was offered is left, and returned; where the set is to be `whole`, it is an error.
        """
        try:
            self._flush()
            return self._journals[0].carry_out(self._staged, whole=whole) if self._staged else set()
        except OSError as error:
            raise unwritable(self._place, error) from error

    def commit_as(self, folder: Path) -> None:
        """Let what waits become `folder`, in one step; its work area stands beside it."""
        if folder.exists():
            raise FileError.at(str(folder), "thư mục này vừa được tạo trong lúc docgen đang chạy; chạy lại")
        try:
            self._flush()
            (self._areas[folder].path / NEW).rename(folder)
        except OSError as error:
            raise unwritable(self._place, error) from error
        flush_folder(folder.parent)

    def _stage(self, path: Path, data: bytes, seen: Look | None) -> None:
        waiting = self._waiting(path)
        try:
            waiting.parent.mkdir(exist_ok=True)
            waiting.write_bytes(data)
        except OSError as error:
            raise unwritable(path, error) from error
        self._staged[path] = seen

    def _waiting(self, path: Path) -> Path:
        return self._areas[path.parent].path / NEW / path.name

    def _flush(self) -> None:
        """See that what waits is on the disk, and not only on its way there."""
        waiting = [self._waiting(path) for path in self._staged]
        if len(waiting) == 1:
            flush_file(waiting[0])
        elif waiting:
            from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415  # what a single paper has no use for

            with ThreadPoolExecutor(_AT_ONCE) as pool:
                list(pool.map(flush_file, waiting))
        for folder in {path.parent: None for path in waiting}:
            flush_folder(folder)

    def _settle(self) -> None:
        """Finish what a run that was cut short had decided, if it had; clear its areas and ours."""
        try:
            for journal in self._journals:
                journal.resume()
        except OSError as error:
            raise unwritable(self._place, error) from error
        for journal in self._journals:
            journal.clear()


def content(path: Path, remedies: Remedies) -> bytes | None:
    """Return what stands at `path`, None where nothing does."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        if is_folder(path):
            raise FileError.at(str(path), remedies.is_folder, remedies.other_name) from None
        raise refused("không đọc được tệp đang có ở đây", path, error, remedies) from error


def _free_name(path: Path, old: bytes) -> Path:
    """Return the first name beside `path` for a copy of `old`, which stood there: a free one, or that of such a copy."""
    for number in count(1):
        kept = path.with_name(f"{path.name}.bak{number if number > 1 else ''}")
        if not kept.exists() or (kept.is_file() and kept.read_bytes() == old):
            return kept
    raise AssertionError
