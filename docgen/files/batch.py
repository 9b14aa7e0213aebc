"""Writes many papers into one folder as one set: all of them or none, at whatever moment the run is cut short.

Beside them it keeps a list of what batches wrote: by it the next batch knows which files are left over from before. The stamp in
a paper cannot tell this: a plan written into the same folder bears it too, and a letter edited since has lost it.
"""

import json
import os
import unicodedata
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from docgen.errors import FileError
from docgen.files.refusals import Remedies, is_folder, refuse_untouchable, unwritable
from docgen.files.stamp import is_untouched
from docgen.files.storage import free_name
from docgen.files.transaction import Transaction
from docgen.files.workarea import Occupied, WorkArea, area_beside, area_in, is_own

LISTING: Final = ".docgen-danh-muc.json"
_REMEDIES: Final = Remedies("thư mục khác", "đây là thư mục, trùng với tên tệp cần ghi; đổi tên thư mục này rồi chạy lại")
_OTHER_RUN: Final = "một lần chạy docgen khác đang ghi vào thư mục này"
_WAIT: Final = "chờ nó xong rồi chạy lại, hoặc dùng {out} để ghi sang thư mục khác"


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
        self._staged: set[str] = set()
        self._unchanged: list[str] = []
        self._kept: set[str] = set()
        self._backups: list[str] = []
        self._open = ExitStack()

    def __enter__(self) -> Self:
        folder = self._folder
        try:
            self._is_new = not folder.exists()
            if not self._is_new and not is_folder(folder):
                raise FileError.at(str(folder), "đây là tệp, không phải thư mục", "dùng {out} để ghi sang thư mục khác")
            beside = area_beside(Path(os.path.realpath(folder)))
            if not is_folder(beside.parent):
                raise FileError.at(str(folder), f"không có thư mục {folder.parent}; tạo thư mục ấy trước rồi chạy lại")
            if not self._is_new and is_folder(beside):
                with self._area(beside):
                    pass  # clears what a run left there that was killed
            self._moving = self._open.enter_context(self._area(beside if self._is_new else area_in(folder)))
        except Occupied:
            raise FileError.at(str(folder), _OTHER_RUN, _WAIT) from None
        except OSError as error:
            raise unwritable(folder, error) from error
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._open.__exit__(kind, error, trace)

    def add(self, name: str, data: bytes) -> None:
        """Take a paper; it waits on the disk, unless the one in its place is the same or is to be kept.

        Raises `ValueError` where some system would take `name` for a name that was added before.
        """
        self._admit(name)
        path = self._folder / name
        seen, old = self._moving.standing(path)
        if old == data:
            self._unchanged.append(name)
        elif old is not None and not is_untouched(old) and not self._overwrite_edits:
            self._kept.add(name)
        else:
            if old is not None and not is_untouched(old):
                self._back_up(path, old)
            self._moving.stage(path, data, seen)
            self._staged.add(name)

    def commit(self) -> BatchResult:
        """Put every paper in its place, or raise `FileError` with the folder as it was."""
        left = self._listed()
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

    def _area(self, path: Path) -> Transaction:
        return Transaction({self._folder: WorkArea(path)}, _REMEDIES)

    def _admit(self, name: str) -> None:
        key = _key(name)
        if Path(name).name != name or not name.strip(".") or is_own(key):
            raise ValueError(f"not the name of a paper: {name!r}")
        if key in self._names:
            raise ValueError(f"two papers of one batch have one name: {self._names[key]!r} and {name!r}")
        self._names[key] = name

    def _back_up(self, path: Path, old: bytes) -> None:
        kept = free_name(path, old)
        self._backups.append(kept.name)
        if not kept.exists():
            self._moving.stage(kept, old, None)
            self._staged.add(kept.name)

    def _listed(self) -> list[str]:
        """Let the new list wait with the papers; return what earlier batches of this kind wrote and this one did not make."""
        seen, old = self._moving.standing(self._folder / LISTING)
        kinds = _kinds(old)
        earlier = kinds.get(self._kind, [])
        left = [name for name in earlier if self._is_left(name)]
        ours = {*self._names.values(), *left} - (self._kept - set(earlier))
        new = _listing({**kinds, self._kind: ours})
        if ours and new != old:
            self._moving.stage(self._folder / LISTING, new, seen)
            self._staged.add(LISTING)
        return left

    def _put(self) -> set[str]:
        if not self._is_new:
            return {path.name for path in self._moving.commit(whole=False)}
        if self._folder.exists():
            raise FileError.at(str(self._folder), "thư mục này vừa được tạo trong lúc docgen đang chạy; chạy lại")
        self._moving.commit_as(self._folder)
        return set()

    def _is_left(self, name: str) -> bool:
        """Return whether this batch did not make the file `name`, which is still there."""
        path, made = self._folder / name, self._names.get(_key(name))
        if made is None:
            return path.exists()
        return made != name and path.exists() and not ((self._folder / made).exists() and path.samefile(self._folder / made))


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _kinds(data: bytes | None) -> dict[str, list[str]]:
    """Return the names of files by kind of batch; a list that somebody spoiled counts as none."""
    try:
        kinds = json.loads(data or b"{}")
    except ValueError:
        return {}
    if not isinstance(kinds, dict):
        return {}
    return {
        kind: [name for name in names if isinstance(name, str) and Path(name).name == name]
        for kind, names in kinds.items()
        if isinstance(names, list)
    }


def _listing(kinds: dict[str, Iterable[str]]) -> bytes:
    ordered = {kind: sorted(names) for kind, names in sorted(kinds.items())}
    return (json.dumps(ordered, ensure_ascii=False, indent=0) + "\n").encode()
