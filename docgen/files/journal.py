"""Moves a set of waiting files into their places, or none, by a journal that whoever finds it carries on.

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
from pathlib import Path
from typing import Final, NamedTuple

from docgen.errors import FileError, Problem
from docgen.files.refusals import Remedies, refused
from docgen.files.workarea import area_in, flush_file, flush_folder

NEW: Final = "moi"
_OLD: Final = "cu"
_FORWARD: Final = "tien.json"
_BACK: Final = "lui.json"
_DRAFT: Final = "nhap.json"
_CHANGED_MEANWHILE: Final = "tệp này vừa được sửa trong lúc docgen đang chạy nên chưa ghi gì; chạy lại"

Look = tuple[int, int]  # size and time of a file: what shows without reading it whether it is still the same one


class _Move(NamedTuple):
    """A file to be moved to its place: how the one that stands there looked when this was decided, and how the new one looks."""

    target: Path
    before: Look | None
    after: Look

    @property
    def waiting(self) -> Path:
        return area_in(self.target.parent) / NEW / self.target.name

    @property
    def kept(self) -> Path:
        return area_in(self.target.parent) / _OLD / self.target.name


def look(path: Path) -> Look | None:
    """Return how the file at `path` looks, None where there is none."""
    try:
        return _look_of(path)
    except (FileNotFoundError, NotADirectoryError):
        return None


class Journal:
    """The journal in the work area `area`, which is held."""

    def __init__(self, area: Path, remedies: Remedies) -> None:
        self._area = area
        self._remedies = remedies

    def carry_out(self, expected: Mapping[Path, Look | None], *, whole: bool) -> set[Path]:
        """Move what waits for the places `expected` there, where each was seen to look so.

        What somebody has changed since is left, and returned; where the set is to be `whole`, it is an error.
        """
        decided = [_Move(path, seen, _look_of(area_in(path.parent) / NEW / path.name)) for path, seen in expected.items()]
        for move in decided:
            if move.before is not None and look(move.target) == move.before:
                self._keep(move)
        self._write(decided)
        return self._go_forward(decided, whole=whole)

    def resume(self) -> None:
        """Finish what a run that was cut short had decided, if it had."""
        if (self._area / _BACK).exists():
            if problems := self._go_back(self._read(_BACK)):
                raise FileError(problems)
        elif (self._area / _FORWARD).exists():
            self._go_forward(self._read(_FORWARD), whole=False)

    def clear(self) -> None:
        """Remove what is in the area besides a journal and the lock; what cannot be cleared now is cleared by the next run."""
        for name in (NEW, _OLD):
            shutil.rmtree(self._area / name, ignore_errors=True)
        with contextlib.suppress(OSError):
            (self._area / _DRAFT).unlink(missing_ok=True)

    def _keep(self, move: _Move) -> None:
        try:
            move.kept.parent.mkdir(exist_ok=True)
            _second_name(move.target, move.kept)
        except OSError as error:
            raise refused("không giữ được bản cũ", move.target, error, self._remedies) from error
        with contextlib.suppress(OSError):  # not every file system has rights
            shutil.copymode(move.target, move.waiting)

    def _go_forward(self, decided: Sequence[_Move], *, whole: bool) -> set[Path]:
        waiting = [move for move in decided if move.waiting.exists()]
        ready = [move for move in waiting if look(move.target) == move.before]
        left = {move.target: None for move in waiting if move not in ready}
        try:
            if whole and left:
                raise FileError.at(str(next(iter(left))), _CHANGED_MEANWHILE)
            for move in ready:  # from here to the end of the loop the folder is mixed: nothing slow in it
                self._put(move)
        except FileError as error:
            raise FileError([*error.problems, *self._go_back(decided)]) from error
        except BaseException:
            self._go_back(decided)
            raise
        _flush_places(decided)
        with contextlib.suppress(OSError):  # all is in its place: who finds the journal finds nothing to do
            (self._area / _FORWARD).unlink()
        return set(left)

    def _put(self, move: _Move) -> None:
        try:
            move.waiting.replace(move.target)
        except OSError as error:
            raise refused("không ghi được", move.target, error, self._remedies) from error

    def _go_back(self, decided: Sequence[_Move]) -> list[Problem]:
        """Put the old files back, then take the new ones away, among which are copies of what could not be put back.

        Return what could not be put back; then the journal stays, for the next run to try again.
        """
        if (self._area / _FORWARD).exists():
            (self._area / _FORWARD).replace(self._area / _BACK)
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
                problems += refused("không trả lại được bản cũ", move.target, error, self._remedies).problems
        _flush_places(decided)
        if not problems:
            (self._area / _BACK).unlink()
        return problems

    def _write(self, decided: Iterable[_Move]) -> None:
        draft = self._area / _DRAFT
        draft.write_text(json.dumps([(_from(self._area.parent, move.target), *move[1:]) for move in decided]), "utf-8")
        flush_file(draft)
        draft.replace(self._area / _FORWARD)
        flush_folder(self._area)

    def _read(self, name: str) -> list[_Move]:
        try:
            entries = json.loads((self._area / name).read_text("utf-8"))
            return [_Move(self._area.parent / way, old and _as_look(old), _as_look(new)) for way, old, new in entries]
        except (ValueError, TypeError, OverflowError, RecursionError):  # a strange hand: the next run makes the set anew
            return []


def _look_of(path: Path) -> Look:
    stat = path.stat()
    return stat.st_size, stat.st_mtime_ns


def _as_look(entry: Sequence[int]) -> Look:
    size, time = entry
    return int(size), int(time)


def _from(folder: Path, target: Path) -> str:
    """Return the way from `folder` to `target`, which stays right where an office's folder is moved as a whole."""
    try:
        return os.path.relpath(target, folder)
    except ValueError:  # two disks of Windows
        return str(target)


def _second_name(path: Path, kept: Path) -> None:
    """Give the file at `path` the name `kept` too, or copy it where the file system has no second names."""
    try:
        os.link(path, kept)
    except OSError:
        shutil.copy2(path, kept)


def _flush_places(decided: Iterable[_Move]) -> None:
    for folder in {move.target.parent: None for move in decided}:
        flush_folder(folder)
