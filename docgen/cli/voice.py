"""How the commands speak: words to stderr, in colours on a terminal alone, nothing but errors where silence is asked for."""

import os
import re
import sys
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TextIO, TypeVar

import click

from docgen.cli.options import NAMES
from docgen.errors import Problem

_TONES: Final[dict[str, dict[str, Any]]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "note": {"fg": "cyan"},
    "passed": {"fg": "green", "bold": True},
    "strong": {"bold": True},
}
_COMMANDS_A_TERMINAL: Final = re.compile(  # save the colours of `painted`
    "\033(?!\\[(?:0|1|3[1-6])m)|[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]"
)
_Item = TypeVar("_Item")
_PATIENCE: Final = 1.0  # seconds after which somebody at a terminal wants to know what goes on


@dataclass(frozen=True)
class Manner:
    """How the user wants to be spoken to: told each stage, or told nothing but errors."""

    verbose: bool = False
    quiet: bool = False


def remark(said: str | Problem) -> None:
    """Say something that a person should know."""
    words = said.told(NAMES) if isinstance(said, Problem) else said
    _say(f"{_opening('Lưu ý:', 'warning')} {words}")


def done(words: str) -> None:
    """Say that a work is done, and how it went."""
    _say(f"{_opening('Đã xong:', 'passed')} {words}")


def told(words: str) -> None:
    """Say something on a line of its own."""
    _say(words)


def outcome(warnings: Iterable[str | Problem], files: Iterable[Path], summary: str = "") -> None:
    """Say what a person should know of a work, how it went where there is a `summary`, and, to stdout, the files it made."""
    for words in dict.fromkeys(one.told(NAMES) if isinstance(one, Problem) else one for one in warnings):
        remark(words)
    if summary:
        done(f"{summary}.")
    for path in files:
        tell(str(path))


def progress(manner: Manner) -> Callable[[str], None]:
    """Return the function that hears of each stage: it tells them where asked to, or on a terminal once it takes long."""
    if manner.verbose:
        return _tell_stage
    return _Waiting().begin if shows_progress() else lambda _: None


def shows_progress() -> bool:
    """Return whether somebody at a terminal wants to see how far a long work has come."""
    return sys.stderr.isatty() and not _is_quiet()


class _Waiting:
    """Tells on a terminal what goes on, as soon as it has gone on for a second."""

    def __init__(self) -> None:
        self._stage = ""
        self._is_long = False
        self._timer: threading.Timer | None = None

    def begin(self, stage: str) -> None:
        self._stage = stage
        if self._is_long:
            _tell_stage(stage)
        elif self._timer is None:
            self._timer = threading.Timer(_PATIENCE, self._grow_long)
            self._timer.daemon = True
            self._timer.start()
            click.get_current_context().call_on_close(self._timer.cancel)

    def _grow_long(self) -> None:
        self._is_long = True
        _tell_stage(self._stage)


def _tell_stage(stage: str) -> None:
    over_a_bar = "\r\033[K" if sys.stderr.isatty() else ""
    click.echo(f"{over_a_bar}… {shown(stage)}", err=True)


def _say(words: str) -> None:
    if not _is_quiet():
        tell(words, err=True)


def _is_quiet() -> bool:
    context = click.get_current_context(silent=True)
    manner = context.find_root().obj if context else None
    return isinstance(manner, Manner) and manner.quiet


def _opening(words: str, tone: str) -> str:
    return painted(words, tone) if in_colour(sys.stderr) else words


def painted(text: str, tone: str) -> str:
    """Return `text` in the colours of its tone, for a terminal."""
    return click.style(text, **_TONES[tone])


def in_colour(stream: TextIO) -> bool:
    """Return whether colours may be used on `stream`: on a terminal, unless NO_COLOR forbids them (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def gathered(items: Iterable[_Item], count: int) -> list[_Item]:
    """Return the `count` items when the last one is ready, a bar on stderr meanwhile."""
    with click.progressbar(items, length=count, file=sys.stderr, label="Đang kiểm tra", show_pos=True, show_eta=False) as bar:
        return list(bar)


def complain(message: object) -> None:
    """Say each line of `message` as an error is told; nothing where there is none."""
    for line in str(message or "").splitlines():
        tell(f"{_opening('Lỗi:', 'error')} {line}", err=True)


def shown(text: str) -> str:
    r"""Return `text` with each character that would command a terminal, or turn the order of letters, spelled as `\u001b`."""
    return _COMMANDS_A_TERMINAL.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def tell(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Say `text`: for a person as it can be shown without harm, for a program that reads the output as it is."""
    click.echo(shown(text) if err or sys.stdout.isatty() else text, err=err, nl=nl)
