"""Moves a whole set of waiting files into their places, or none, with a journal that the next run can finish from.

A work area holds:

- `moi/`: the new files, complete but not in their places;
- `cu/`: for each file that is to be replaced, a second name of the old one, so that it can be put back as it was;
- `tien.json`: the journal. Once it is there, the set is decided, and whoever finds it carries on;
- `lui.json`: the same journal once a file could not be moved. Whoever finds it goes on putting the old files back.
"""

import contextlib
import json
import shutil
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Final, NamedTuple

from docgen.errors import FileError, Problem
from docgen.files.storage import Remedies, flush_folder, refused
from docgen.files.workarea import flush as flush_file
from docgen.files.workarea import second_name

NEW: Final = "moi"
_OLD: Final = "cu"
_FORWARD: Final = "tien.json"
_BACK: Final = "lui.json"
_DRAFT: Final = "nhap.json"
_AT_ONCE: Final = 8  # flushes: half the time of one after the other on ext4, for they share what they wait for

REMEDIES: Final = Remedies("thư mục khác", "đây là thư mục, trùng với tên tệp cần ghi; đổi tên thư mục này rồi chạy lại")


class Look(NamedTuple):
    """What shows without reading a file whether it is still the same one."""

    size: int
    time: int


@dataclass(frozen=True, slots=True)
class Move:
    """A file to be moved to its place: how the one that stands there looked when this was decided, and how the new one looks."""

    name: str
    before: Look | None
    after: Look


def look(path: Path) -> Look | None:
    """Return how the file at `path` looks, None where there is none."""
    try:
        stat = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return Look(stat.st_size, stat.st_mtime_ns)


def flush(folder: Path, names: Iterable[str]) -> None:
    """See that the files in `folder` are on the disk, and not only on their way there."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for _ in pool.map(_flush_file, (folder / name for name in names)):
            pass
    flush_folder(folder)


def carry_out(area: Path, folder: Path, expected: dict[str, Look | None]) -> set[str]:
    """Move the files `expected` from the area to `folder`, where each was seen to look as `expected` says.

    Return those that were left, since somebody has changed what stands in their places.
    """
    (area / _OLD).mkdir(exist_ok=True)
    for name, before in expected.items():
        if before is not None and look(folder / name) == before:
            try:
                second_name(folder / name, area / _OLD / name)
            except OSError as error:
                raise refused("không giữ được bản cũ", folder / name, error, REMEDIES) from error
            with contextlib.suppress(OSError):  # not every file system has rights
                shutil.copymode(folder / name, area / NEW / name)
    flush(area / NEW, expected)
    decided = [Move(name, before, _look_of(area / NEW / name)) for name, before in expected.items()]
    _write_journal(area, decided)
    return _go_forward(area, folder, decided)


def recover(area: Path, folder: Path) -> None:
    """Finish what a run that was cut short had decided, if it had."""
    if (area / _BACK).exists():
        problems = _go_back(area, folder, _journal(area / _BACK))
        if problems:
            raise FileError(problems)
    elif (area / _FORWARD).exists():
        _go_forward(area, folder, _journal(area / _FORWARD))


def clear(area: Path) -> None:
    """Remove what is in the area, and nothing that docgen would not have put there."""
    for name in (NEW, _OLD):
        shutil.rmtree(area / name, ignore_errors=True)
    with contextlib.suppress(OSError):  # the next run clears what this one cannot
        (area / _DRAFT).unlink(missing_ok=True)


def _go_forward(area: Path, folder: Path, decided: Sequence[Move]) -> set[str]:
    waiting = [move for move in decided if (area / NEW / move.name).exists()]
    ready = [move for move in waiting if look(folder / move.name) == move.before]
    steps = [(area / NEW / move.name, folder / move.name) for move in ready]
    try:
        for source, target in steps:  # from here to the end of the loop the folder is mixed: nothing slow in it
            source.replace(target)
    except OSError as error:
        raise FileError(
            [*refused("không ghi được", target, error, REMEDIES).problems, *_go_back(area, folder, decided)]
        ) from error
    except BaseException:
        _go_back(area, folder, decided)
        raise
    flush_folder(folder)
    with contextlib.suppress(OSError):  # all is in its place: who finds the journal finds nothing to do
        (area / _FORWARD).unlink()
    return {move.name for move in waiting} - {move.name for move in ready}


def _go_back(area: Path, folder: Path, decided: Sequence[Move]) -> list[Problem]:
    """Put the old files back. Return what could not be put back; then the journal stays, for the next run to try again."""
    if (area / _FORWARD).exists():
        (area / _FORWARD).replace(area / _BACK)
    problems: list[Problem] = []
    for move in reversed(decided):
        target = folder / move.name
        if (area / NEW / move.name).exists() or look(target) != move.after:
            continue
        try:
            if move.before is None:
                target.unlink()
            else:
                (area / _OLD / move.name).replace(target)
        except FileNotFoundError:
            continue  # somebody has deleted what there was to put back
        except OSError as error:
            problems += refused("không trả lại được bản cũ", target, error, REMEDIES).problems
    flush_folder(folder)
    if not problems:
        (area / _BACK).unlink()
    return problems


def _look_of(path: Path) -> Look:
    stat = path.stat()
    return Look(stat.st_size, stat.st_mtime_ns)


def _write_journal(area: Path, moves: Iterable[Move]) -> None:
    draft = area / _DRAFT
    draft.write_text(json.dumps([astuple(move) for move in moves]), "utf-8")
    _flush_file(draft)
    draft.replace(area / _FORWARD)
    flush_folder(area)


def _journal(path: Path) -> list[Move]:
    try:
        entries = json.loads(path.read_text("utf-8"))
    except (
        ValueError
    ):  # only a broken disk does this; the files are whole all the same, and the run that follows makes the set anew
        return []
    return [Move(name, before and Look(*before), Look(*after)) for name, before, after in entries]


def _flush_file(path: Path) -> None:
    with path.open("r+b") as opened:
        flush_file(opened.fileno())
