"""The two ways to write: a set of files wherever they belong, and a batch of papers into one folder; all of them or none.

Beside the papers of a batch stands a list of what batches wrote: by it the next one knows which files are left over from before.
The stamp in a paper cannot tell this: a plan written into the same folder bears it too, and a letter edited since has lost it.
"""

import json
import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Final, NamedTuple, Self

from docgen.errors import FileError, Place, Problem
from docgen.files.refusals import Remedies, is_folder, reason, refuse_untouchable, unwritable
from docgen.files.stamp import is_untouched
from docgen.files.transaction import Fate, Judge, Offered, Transaction, content
from docgen.files.workarea import WorkArea, area_beside, area_in, is_own

LISTING: Final = ".docgen-danh-muc.json"
_OF_FOLDER: Final = Remedies(
    "thư mục khác",
    "đây là thư mục, trùng với tên tệp cần ghi; đổi tên thư mục này rồi chạy lại",
    wait="chờ nó xong rồi chạy lại, hoặc dùng {out} để ghi sang thư mục khác",
)
_EDITED: Final = "tệp này đã được sửa tay (hoặc không do docgen tạo) nên không ghi đè"
_OVERWRITE: Final = "dùng {out} để ghi sang tên khác, hoặc {overwrite} để ghi đè và giữ bản cũ thành .bak"
_PATIENCE: Final = 10  # seconds; another run needs far less than one unless the disk hangs
_OF_FILE: Final = Remedies("tên khác", "đây là thư mục", "ghi rõ tên tệp sau {out}")


def write_all(files: Mapping[Path, bytes], *, overwrite_edits: bool, is_ours: Judge = is_untouched) -> list[str]:
    """Write every file of `files`, or none. Return what a person should know, in Vietnamese.

    A file that somebody has open is refused with `FileError`, and so is one that is read-only, and one that docgen did not
    write, or that was edited since, as `is_ours` says; with `overwrite_edits` such a one is kept beside the new one under a
    name that ends in `.bak`. A file that holds the same already is left alone, and a link stays a link.
    """
    folders: dict[str, Path] = {}  # one name for each, so that none is waited for by ourselves
    places = {}
    for path, data in files.items():
        real = Path(os.path.realpath(path)) if path.is_symlink() else path
        places[folders.setdefault(os.path.realpath(real.parent), real.parent) / real.name] = data
    left_behind = any(is_folder(area_in(path.parent)) for path in places)  # by a run that was killed, or another is at work there
    if not left_behind and all(content(path, _OF_FILE) == data for path, data in places.items()):
        return []
    offered: dict[Path, Offered] = {}
    with _transaction(places) as moving:
        for path, data in places.items():
            offered[path] = moving.offer(path, data, overwrite_edits=overwrite_edits, is_ours=is_ours)
        refuse_untouchable([path for path, (fate, _) in offered.items() if fate is not Fate.SAME])
        if edited := [path for path, (fate, _) in offered.items() if fate is Fate.REFUSED]:
            raise FileError(Problem(Place(str(path)), _EDITED, _OVERWRITE) for path in edited)
        moving.commit(whole=True)
    return [f"bản cũ đã được giữ lại: {copy}" for _, copy in offered.values() if copy]


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


class BatchResult(NamedTuple):
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
        self._offered: dict[str, Offered] = {}
        self._open = ExitStack()

    def __enter__(self) -> Self:
        folder = self._folder
        try:
            self._is_new = not folder.exists()
        except OSError as error:
            raise unwritable(folder, error) from error
        if not self._is_new and not is_folder(folder):
            raise FileError.at(str(folder), "đây là tệp, không phải thư mục", "dùng {out} để ghi sang thư mục khác")
        beside = area_beside(Path(os.path.realpath(folder)))
        if not is_folder(beside.parent):
            raise FileError.at(str(folder), f"không có thư mục {folder.parent}; tạo thư mục ấy trước rồi chạy lại")
        if not self._is_new and is_folder(beside):
            with self._area(beside):
                pass  # clears what a run left there that was killed
        self._moving = self._open.enter_context(self._area(beside if self._is_new else area_in(folder)))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._open.__exit__(kind, error, trace)

    def add(self, name: str, data: bytes) -> None:
        """Take a paper; it waits on the disk, unless the one in its place is the same or is to be kept.

        Raises `ValueError` where some system would take `name` for a name that was added before.
        """
        self._admit(name)
        self._offered[name] = self._moving.offer(self._folder / name, data, overwrite_edits=self._overwrite_edits)

    def commit(self) -> BatchResult:
        """Put every paper in its place, or raise `FileError` with the folder as it was."""
        left = self._listed()
        refuse_untouchable(self._moving.places)
        refused, changed_since = set(self._fated(Fate.REFUSED)), set[str]()
        if self._is_new and self._moving.places:
            self._moving.commit_as(self._folder)
        else:
            changed_since = {path.name for path in self._moving.commit(whole=False)}
        return BatchResult(
            written=tuple(name for name in self._fated(Fate.WAITS) if name not in changed_since),
            unchanged=tuple(self._fated(Fate.SAME)),
            kept=tuple(name for name in self._offered if name in changed_since or name in refused),
            backed_up=tuple(offered.copy.name for offered in self._offered.values() if offered.copy),
            stale=tuple(left) if self._whole else (),
        )

    def _fated(self, fate: Fate) -> list[str]:
        return [name for name, offered in self._offered.items() if offered.fate is fate]

    def _area(self, path: Path) -> Transaction:
        return Transaction({self._folder: WorkArea(path)}, _OF_FOLDER, self._folder)

    def _admit(self, name: str) -> None:
        key = _key(name)
        if Path(name).name != name or not name.strip(".") or is_own(key):
            raise ValueError(f"not the name of a paper: {name!r}")
        if key in self._names:
            raise ValueError(f"two papers of one batch have one name: {self._names[key]!r} and {name!r}")
        self._names[key] = name

    def _listed(self) -> list[str]:
        """Let the new list wait with the papers; return what earlier batches of this kind wrote and this one did not make."""
        kinds = _kinds(self._folder / LISTING)
        earlier = kinds.get(self._kind, [])
        left = [name for name in earlier if self._is_left(name)]
        ours = {*self._names.values(), *left} - ({*self._fated(Fate.REFUSED)} - {*earlier})
        if ours:
            new = _listing({**kinds, self._kind: ours})
            self._moving.offer(self._folder / LISTING, new, overwrite_edits=False, is_ours=lambda _: True)
        return left

    def _is_left(self, name: str) -> bool:
        """Return whether this batch did not make the file `name`, which is still there."""
        path, made = self._folder / name, self._names.get(_key(name))
        if made is None:
            return path.exists()
        return made != name and path.exists() and not ((self._folder / made).exists() and path.samefile(self._folder / made))


def _transaction(places: Iterable[Path]) -> Transaction:
    beside = {path.parent: path for path in places}
    for path in beside.values():
        if not is_folder(path.parent):
            raise FileError.at(str(path), "không có thư mục này", "tạo thư mục trước, hoặc ghi sang chỗ khác bằng {out}")
    areas = {folder: WorkArea(area_in(folder), patience=_PATIENCE) for folder in sorted(beside)}  # so that no two wait for ever
    return Transaction(areas, _OF_FILE, next(iter(beside.values())))


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


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _kinds(path: Path) -> dict[str, list[str]]:
    """Return the names of files by kind of batch; a list that somebody spoiled counts as none."""
    try:
        kinds = json.loads(content(path, _OF_FOLDER) or b"{}")
    except (ValueError, RecursionError):
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
