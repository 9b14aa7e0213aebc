"""The writer of a batch: takes papers one at a time, and puts them in their places together."""

import os
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from docgen.errors import FileError
from docgen.files.batch import moves
from docgen.files.batch.listing import LISTING, listed, listing
from docgen.files.lock import Lock
from docgen.files.oswords import is_folder
from docgen.files.stamp import is_untouched
from docgen.files.storage import content, flush_folder, free_name, refuse_untouchable, unwritable

_RESERVED: Final = ".docgen-"
_AREA: Final = f"{_RESERVED}tam"
_LOCK: Final = "khoa"
_OTHER_RUN: Final = (
    "một lần chạy docgen khác đang ghi vào thư mục này; chờ nó xong rồi chạy lại, hoặc dùng -o để ghi sang thư mục khác"
)


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What became of a batch, by the names of its files; `written` are those that are new or were changed."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    kept: tuple[str, ...]  # edited by hand, or not docgen's; what the batch would have written there was not
    backed_up: tuple[str, ...]  # the copies of replaced files that had been edited by hand
    stale: tuple[str, ...]  # written by an earlier batch of this kind, and not made any more


class Batch:
    """Papers that go into `folder` together or not at all; a context in which they are added and then committed.

    Files wait in a work area on the same disk: in the folder, or beside it where the folder does not exist yet. A batch of one
    kind ("congvan") does not call the files of another left over; nor does one that is not `whole`, made for some units alone.
    """

    def __init__(self, folder: Path, kind: str, *, overwrite_edits: bool = False, whole: bool = True) -> None:
        self._folder = folder
        self._kind = kind
        self._overwrite_edits = overwrite_edits
        self._whole = whole
        self._names: dict[str, str] = {}
        self._staged: dict[str, moves.Look | None] = {}  # with how the file looked that stands in its place
        self._unchanged: list[str] = []
        self._kept: set[str] = set()
        self._backups: list[str] = []

    def __enter__(self) -> Self:
        try:
            self._is_new = not self._folder.exists()
            if not self._is_new and not is_folder(self._folder):
                raise FileError.at(str(self._folder), "đây là tệp, không phải thư mục; dùng -o để ghi sang thư mục khác")
            place = Path(os.path.realpath(self._folder))
            beside = place.parent / f"{_AREA}-{place.name}"
            if not is_folder(place.parent):
                raise FileError.at(
                    str(self._folder), f"không có thư mục {self._folder.parent}; tạo thư mục ấy trước rồi chạy lại"
                )
            if not self._is_new and is_folder(beside):
                self._open(beside)
                self._close()
            self._open(beside if self._is_new else place / _AREA)
        except OSError as error:
            raise unwritable(self._folder, error) from error
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            moves.recover(self._area, self._folder)
            moves.clear(self._area)
        except (FileError, OSError):
            if error is None:
                raise  # otherwise what went wrong first is what has to be said
        finally:
            self._lock.drop()

    def add(self, name: str, data: bytes) -> None:
        """Take a paper; it waits on the disk, unless the one in its place is the same or is to be kept.

        Raises `ValueError` where some system would take `name` for a name that was added before.
        """
        self._admit(name)
        path = self._folder / name
        before, old = _standing(path)
        if old == data:
            self._unchanged.append(name)
        elif old is None or is_untouched(old):
            self._stage(name, data, before)
        elif self._overwrite_edits:
            self._back_up(path, old)
            self._stage(name, data, before)
        else:
            self._kept.add(name)

    def commit(self) -> BatchResult:
        """Put every paper in its place, or raise `FileError` with the folder as it was."""
        before, old = _standing(self._folder / LISTING)
        kinds = listed(old)
        earlier = kinds.get(self._kind, [])
        left = [name for name in earlier if self._is_left(name)]
        ours = {*self._names.values(), *left} - (self._kept - set(earlier))
        new = listing({**kinds, self._kind: ours})
        if ours and new != old:
            self._stage(LISTING, new, before)
        refuse_untouchable([self._folder / name for name in self._staged])
        try:
            changed_since = self._put() if self._staged else set()
        except OSError as error:
            raise unwritable(self._folder, error) from error
        return BatchResult(
            written=tuple(name for name in self._names.values() if name in self._staged and name not in changed_since),
            unchanged=tuple(self._unchanged),
            kept=tuple(name for name in self._names.values() if name in self._kept or name in changed_since),
            backed_up=tuple(self._backups),
            stale=tuple(left) if self._whole else (),
        )

    def _open(self, area: Path) -> None:
        self._area = area
        self._lock = Lock(area / _LOCK)
        if not self._lock.take():
            raise FileError.at(str(self._folder), _OTHER_RUN)
        try:
            moves.recover(area, self._folder)
            moves.clear(area)
            (area / moves.NEW).mkdir(exist_ok=True)
        except BaseException:
            self._lock.drop()
            raise

    def _close(self) -> None:
        moves.clear(self._area)
        self._lock.drop()

    def _admit(self, name: str) -> None:
        key = _key(name)
        if Path(name).name != name or not name.strip(".") or key.startswith(_RESERVED):
            raise ValueError(f"not the name of a paper: {name!r}")
        if key in self._names:
            raise ValueError(f"two papers of one batch have one name: {self._names[key]!r} and {name!r}")
        self._names[key] = name

    def _stage(self, name: str, data: bytes, before: moves.Look | None) -> None:
        try:
            (self._area / moves.NEW / name).write_bytes(data)
        except OSError as error:
            raise unwritable(self._folder / name, error) from error
        self._staged[name] = before

    def _back_up(self, path: Path, old: bytes) -> None:
        kept = free_name(path, old)
        self._backups.append(kept.name)
        if not kept.exists():
            self._stage(kept.name, old, None)

    def _put(self) -> set[str]:
        if not self._is_new:
            return moves.carry_out(self._area, self._folder, self._staged)
        if self._folder.exists():
            raise FileError.at(str(self._folder), "thư mục này vừa được tạo trong lúc docgen đang chạy; chạy lại")
        moves.flush(self._area / moves.NEW, self._staged)
        (self._area / moves.NEW).rename(self._folder)
        flush_folder(self._folder.parent)
        return set()

    def _is_left(self, name: str) -> bool:
        """Return whether this batch did not make the file `name`, which is still there."""
        path, made = self._folder / name, self._names.get(_key(name))
        if made is None:
            return path.exists()
        return made != name and path.exists() and not ((self._folder / made).exists() and path.samefile(self._folder / made))


def _standing(path: Path) -> tuple[moves.Look | None, bytes | None]:
    """Return how the file at `path` looks and what it holds; the look first, so that a change in between shows later."""
    try:
        before = moves.look(path)
    except OSError as error:
        raise unwritable(path, error) from error
    return before, None if before is None else content(path, moves.REMEDIES)


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
