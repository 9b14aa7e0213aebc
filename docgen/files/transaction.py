"""Puts a whole set of waiting files into their places, or none, with a journal that the next run can finish from.

The work area of a folder holds, besides its lock:

- `moi/`: the new files, complete but not in their places;
- `cu/`: for each file that is to be replaced, a second name of the old one, so that it can be put back as it was;
- `tien.json`: the journal of the set. Once it is there, the set is decided, and whoever finds it carries on;
- `lui.json`: the same journal once a file could not be moved. Whoever finds it goes on putting the old files back.

A set that spans several folders has one journal, in the first of them; the next run that writes into all of them follows it.
"""

import contextlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, NamedTuple, Self

from docgen.errors import FileError, Problem
from docgen.files.refusals import Remedies, is_folder, refused, unwritable
from docgen.files.workarea import NEW, OLD, WorkArea, area_in, flush, flush_folder, second_name

_FORWARD: Final = "tien.json"
_BACK: Final = "lui.json"
_DRAFT: Final = "nhap.json"
_AT_ONCE: Final = 8  # flushes: half the time of one after the other on ext4, for they share what they wait for
_CHANGED_MEANWHILE: Final = "tệp này vừa được sửa trong lúc docgen đang chạy nên chưa ghi gì; chạy lại"


class Look(NamedTuple):
    """What shows without reading a file whether it is still the same one."""

    size: int
    time: int


class Standing(NamedTuple):
    """What stands at a place: its bytes, and how the file looked before they were read, so that a change in between shows."""

    look: Look | None
    data: bytes | None


@dataclass(frozen=True, slots=True)
class _Move:
    """A file to be moved to its place: how the one that stands there looked when this was decided, and how the new one looks."""

    target: Path
    before: Look | None
    after: Look

    @property
    def waiting(self) -> Path:
        return area_in(self.target.parent) / NEW / self.target.name

    @property
    def kept(self) -> Path:
        return area_in(self.target.parent) / OLD / self.target.name


class Transaction:
    """Files that go into their places together or not at all, each through the work area of its folder, which is held.

    Inside the `with` the folders are as they were or as they were to be, whatever befell the run before.
    """

    def __init__(self, areas: Mapping[Path, WorkArea], remedies: Remedies) -> None:
        self._areas = areas
        self._remedies = remedies
        self._staged: dict[Path, Look | None] = {}

    def __enter__(self) -> Self:
        with contextlib.ExitStack() as stack:
            for area in self._areas.values():
                stack.enter_context(area)
            self._recover()
            self._clear()
            self._held = stack.pop_all()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with self._held:
            try:
                self._recover()
                self._clear()
            except (FileError, OSError):
                if error is None:
                    raise  # otherwise what went wrong first is what has to be said

    def standing(self, path: Path) -> Standing:
        """Return what stands at `path`."""
        try:
            seen = look(path)
        except OSError:
            seen = None  # reading it says why
        return Standing(seen, content(path, self._remedies))

    def stage(self, path: Path, data: bytes, seen: Look | None) -> None:
        """Let `data` wait for its place `path`, where the file that stands there looks as `seen`."""
        waiting = self._areas[path.parent].path / NEW
        try:
            waiting.mkdir(exist_ok=True)
            (waiting / path.name).write_bytes(data)
        except OSError as error:
            raise unwritable(path, error) from error
        self._staged[path] = seen

    def commit(self, *, whole: bool) -> set[Path]:
        """Move what waits to its places; raise an error with everything as it was.

        What somebody has changed since it was seen is left, and returned; where the set is to be `whole`, it is an error.
        """
        for path, seen in self._staged.items():
            if seen is not None and look(path) == seen:
                self._keep(path)
        self._flush()
        decided = [_Move(path, seen, _look_of(_waiting(path))) for path, seen in self._staged.items()]
        area = next(iter(self._areas.values())).path
        _write_journal(area, decided)
        return _go_forward(area, decided, self._remedies, whole=whole)

    def commit_as(self, folder: Path) -> None:
        """Let what waits become `folder`, in one step; its area stands beside it."""
        self._flush()
        (self._areas[folder].path / NEW).rename(folder)
        flush_folder(folder.parent)

    def _keep(self, path: Path) -> None:
        kept = area_in(path.parent) / OLD
        try:
            kept.mkdir(exist_ok=True)
            second_name(path, kept / path.name)
        except OSError as error:
            raise refused("không giữ được bản cũ", path, error, self._remedies) from error
        with contextlib.suppress(OSError):  # not every file system has rights
            shutil.copymode(path, _waiting(path))

    def _flush(self) -> None:
        """See that what waits is on the disk, and not only on its way there."""
        waiting = [self._areas[path.parent].path / NEW / path.name for path in self._staged]
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            for _ in pool.map(_flush_file, waiting):
                pass
        for folder in {path.parent: None for path in waiting}:
            flush_folder(folder)

    def _recover(self) -> None:
        """Finish what a run that was cut short had decided, if it had."""
        for area in (area.path for area in self._areas.values()):
            if (area / _BACK).exists():
                if problems := _go_back(area, _journal(area / _BACK), self._remedies):
                    raise FileError(problems)
            elif (area / _FORWARD).exists():
                _go_forward(area, _journal(area / _FORWARD), self._remedies, whole=False)

    def _clear(self) -> None:
        """Remove what is in the areas, and nothing that docgen would not have put there."""
        for area in (area.path for area in self._areas.values()):
            for name in (NEW, OLD):
                shutil.rmtree(area / name, ignore_errors=True)
            with contextlib.suppress(OSError):  # the next run clears what this one cannot
                (area / _DRAFT).unlink(missing_ok=True)


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


def look(path: Path) -> Look | None:
    """Return how the file at `path` looks, None where there is none."""
    try:
        return _look_of(path)
    except (FileNotFoundError, NotADirectoryError):
        return None


def _look_of(path: Path) -> Look:
    stat = path.stat()
    return Look(stat.st_size, stat.st_mtime_ns)


def _waiting(path: Path) -> Path:
    return area_in(path.parent) / NEW / path.name


def _go_forward(area: Path, decided: Sequence[_Move], remedies: Remedies, *, whole: bool) -> set[Path]:
    waiting = [move for move in decided if move.waiting.exists()]
    ready = [move for move in waiting if look(move.target) == move.before]
    left = [move.target for move in waiting if move not in ready]
    try:
        if whole and left:
            raise FileError.at(str(left[0]), _CHANGED_MEANWHILE)
        for move in ready:  # from here to the end of the loop the folder is mixed: nothing slow in it
            _put(move, remedies)
    except FileError as error:
        raise FileError([*error.problems, *_go_back(area, decided, remedies)]) from error
    except BaseException:
        _go_back(area, decided, remedies)
        raise
    _flush_places(decided)
    with contextlib.suppress(OSError):  # all is in its place: who finds the journal finds nothing to do
        (area / _FORWARD).unlink()
    return set(left)


def _put(move: _Move, remedies: Remedies) -> None:
    try:
        move.waiting.replace(move.target)
    except OSError as error:
        raise refused("không ghi được", move.target, error, remedies) from error


def _go_back(area: Path, decided: Sequence[_Move], remedies: Remedies) -> list[Problem]:
    """Put the old files back, then take the new ones away, among which are copies of what could not be put back.

    Return what could not be put back; then the journal stays, for the next run to try again.
    """
    if (area / _FORWARD).exists():
        (area / _FORWARD).replace(area / _BACK)
    problems: list[Problem] = []
    for move in sorted(decided, key=lambda move: move.before is None):
        if move.waiting.exists() or look(move.target) != move.after or (move.before is None and problems):
            continue
        try:
            if move.before is None:
                move.target.unlink()
            else:
                move.kept.replace(move.target)
        except FileNotFoundError:
            continue  # somebody has deleted what there was to put back
        except OSError as error:
            problems += refused("không trả lại được bản cũ", move.target, error, remedies).problems
    _flush_places(decided)
    if not problems:
        (area / _BACK).unlink()
    return problems


def _flush_places(decided: Iterable[_Move]) -> None:
    for folder in {move.target.parent: None for move in decided}:
        flush_folder(folder)


def _write_journal(area: Path, moves: Iterable[_Move]) -> None:
    draft = area / _DRAFT
    entries = [(_from(area.parent, move.target), move.before, move.after) for move in moves]
    draft.write_text(json.dumps(entries), "utf-8")
    _flush_file(draft)
    draft.replace(area / _FORWARD)
    flush_folder(area)


def _from(folder: Path, target: Path) -> str:
    """Return the way from `folder` to `target`, which stays right where an office's folder is moved as a whole."""
    try:
        return os.path.relpath(target, folder)
    except ValueError:  # two disks of Windows
        return str(target)


def _journal(path: Path) -> list[_Move]:
    try:
        entries = json.loads(path.read_text("utf-8"))
    except (
        ValueError
    ):  # only a broken disk does this; the files are whole all the same, and the run that follows makes the set anew
        return []
    folder = path.parent.parent
    return [_Move(folder / name, before and Look(*before), Look(*after)) for name, before, after in entries]


def _flush_file(path: Path) -> None:
    with path.open("r+b") as opened:
        flush(opened.fileno())
