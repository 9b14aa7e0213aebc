"""`--lam-lai`: a command done again whenever a file that it reads is saved, until the user stops it."""

import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final

import click

import docgen
from docgen.cli.options import NAMES
from docgen.cli.voice import complaint, in_colour, remark, told
from docgen.errors import DocgenError

_PAUSE: Final = 0.3  # seconds between two looks; a file is read once it has stayed the same for one of them
_OLD_NAME: Final = "--theo-doi"
_Look = dict[Path, tuple[int, int] | None]


def lam_lai(command: Any) -> Any:
    """Add `--lam-lai` to `command`, and the name that it had before, which is told and does the same."""
    old = click.option(_OLD_NAME, is_flag=True, hidden=True, expose_value=False, callback=_note_old_name)
    new = click.option("--lam-lai", "watch", is_flag=True, help="Làm lại mỗi khi lưu một tệp dữ liệu; bấm Ctrl+C để dừng.")
    return new(old(command))


def _note_old_name(context: click.Context, _: click.Parameter, is_given: bool) -> None:
    if is_given:
        context.meta[_OLD_NAME] = True


def watched(build: Callable[[], None], files: Callable[[], Iterable[Path]], *, watch: bool) -> None:
    """Do `build`; with `watch` do it again whenever one of `files`, asked for anew each time, is saved, made or deleted.

    While watching, what is wrong is told and does not end the watch.
    """
    if _OLD_NAME in click.get_current_context().meta:
        remark(f"{_OLD_NAME} nay tên là --lam-lai; tên cũ vẫn dùng được")
        watch = True
    if not watch:
        build()
        return
    while True:
        seen = _look(files())
        _attempt(build)
        told("… đang theo dõi; lưu tệp dữ liệu để làm lại, bấm Ctrl+C để dừng")
        try:
            _wait_for_change(files, seen)
        except KeyboardInterrupt:
            told("đã dừng theo dõi")
            return


def _attempt(build: Callable[[], None]) -> None:
    try:
        build()
    except DocgenError as error:
        click.echo(complaint(error.told(NAMES), in_colour=in_colour(sys.stderr)), err=True, nl=False)


def _wait_for_change(files: Callable[[], Iterable[Path]], seen: _Look) -> None:
    before, now = seen, _look(files())
    while now == seen or now != before:
        time.sleep(_PAUSE)
        before, now = now, _look(files())


def _look(files: Iterable[Path]) -> _Look:
    return {path: _stamp(path) for path in files}


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def data_files(data: Path, *others: Path | None) -> Callable[[], Iterable[Path]]:
    """Return what gives the files that a command reads for the plan at `data`: it, those it looks for, and `others`."""

    def found() -> Iterable[Path]:
        return [*docgen.data_files(data), *(path for path in others if path is not None)]

    return found
