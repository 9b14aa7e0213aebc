"""Where docgen speaks and listens, as whoever started it left them: closed, full, or with nobody at the other end."""

import os
import sys
from typing import Any


def open_missing() -> None:
    """Put nothing in the place of each stream that is closed, so that no file of data gets its number and hears what is said."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115  # open to the end


def let_go() -> None:
    """Drop what could not be said, so that the system does not try again when the program ends, and complain."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            _silence(stream)


def _silence(stream: Any) -> None:
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, stream.fileno())
    os.close(nothing)
