"""Writes a set of files whole or not at all: nothing is left half-written, and no work of a person is overwritten."""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Final

from docgen.errors import FileError, Place, Problem
from docgen.files.refusals import Remedies, is_folder, reason, refuse_untouchable, unwritable
from docgen.files.stamp import is_untouched
from docgen.files.transaction import Transaction, content
from docgen.files.workarea import Occupied, WorkArea, area_in, left_behind

_EDITED: Final = "tệp này đã được sửa tay (hoặc không do docgen tạo) nên không ghi đè"
_OVERWRITE: Final = "dùng {out} để ghi sang tên khác, hoặc {overwrite} để ghi đè và giữ bản cũ thành .bak"
_OTHER_RUN: Final = "một lần chạy docgen khác đang ghi vào thư mục này; chờ nó xong rồi chạy lại"
_PATIENCE: Final = 10  # seconds; another run needs far less than one unless the disk hangs
_REMEDIES: Final = Remedies("tên khác", "đây là thư mục", "ghi rõ tên tệp sau {out}")


def write_all(files: Mapping[Path, bytes], *, overwrite_edits: bool, ours: Collection[Path] = ()) -> list[str]:
    """Write every file of `files`, or none. Return what a person should know, in Vietnamese.

    A file that somebody has open is refused with `FileError`, and so is one that is read-only, and one that docgen did not
    write, or that was edited since, unless it is among `ours`; with `overwrite_edits` such a one is kept beside the new one
    under a name that ends in `.bak`. A file that holds the same already is left alone, and a link stays a link.
    """
    places = {_behind_link(path): data for path, data in files.items()}
    folders = {path.parent for path in places}
    if not any(map(left_behind, folders)) and all(content(path, _REMEDIES) == data for path, data in places.items()):
        return []
    with ExitStack() as stack:
        moving = _opened(places, stack)
        present = {path: moving.standing(path) for path in places}
        new = {path: data for path, data in places.items() if present[path].data != data}
        refuse_untouchable(new)
        known = {_behind_link(path) for path in ours}
        before = {path: data for path in new if path not in known and (data := present[path].data) is not None}
        edited = {path: old for path, old in before.items() if not is_untouched(old)}
        if edited and not overwrite_edits:
            raise FileError(Problem(Place(str(path)), _EDITED, _OVERWRITE) for path in edited)
        kept = {path: free_name(path, old) for path, old in edited.items()}
        for path, old in edited.items():
            if not kept[path].exists():
                moving.stage(kept[path], old, None)
        for path, data in new.items():
            moving.stage(path, data, present[path].look)
        if new:
            _commit(moving, next(iter(new)))
    return [f"bản cũ đã được giữ lại: {name}" for name in kept.values()]


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


def free_name(path: Path, old: bytes) -> Path:
    """Return the first name beside `path` for a copy of `old`, which stood there: a free one, or that of such a copy."""
    for number in count(1):
        kept = path.with_name(f"{path.name}.bak{number if number > 1 else ''}")
        if not kept.exists() or (kept.is_file() and kept.read_bytes() == old):
            return kept
    raise AssertionError


def _behind_link(path: Path) -> Path:
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def _opened(places: Iterable[Path], stack: ExitStack) -> Transaction:
    """Return the transaction for `places`, which `stack` ends."""
    beside = {path.parent: path for path in places}
    for path in beside.values():
        if not is_folder(path.parent):
            raise FileError.at(str(path), "không có thư mục này", "tạo thư mục trước, hoặc ghi sang chỗ khác bằng {out}")
    areas = {folder: WorkArea(area_in(folder), patience=_PATIENCE) for folder in sorted(beside)}  # so that no two wait for ever
    try:
        return stack.enter_context(Transaction(areas, _REMEDIES))
    except Occupied as error:
        raise FileError.at(str(error), _OTHER_RUN) from None
    except OSError as error:
        raise unwritable(next(iter(beside.values())), error) from error


def _commit(moving: Transaction, path: Path) -> None:
    try:
        moving.commit(whole=True)
    except OSError as error:
        raise unwritable(path, error) from error


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
