"""What a process is given: streams closed, full, or with nobody at the other end; a clock that shows 1970 or 2110."""

import os
import sys
import zipfile
from time import struct_time
from typing import Any, Final

_FIRST_DAY: Final = struct_time((1980, 1, 1, 0, 0, 0, 1, 1, 0))


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


class _Stopped:
    """Stands in the place of the module `time` for whoever asks only which time a file in a zip is to bear."""

    @staticmethod
    def time() -> float:
        return 0.0

    @staticmethod
    def localtime(_: float | None = None) -> struct_time:
        return _FIRST_DAY


def stop_clock() -> None:
    """Let no zip that the libraries for Word and Excel write ask the clock, whose years a zip may not hold: docgen has none."""
    place: Any = zipfile
    place.time = _Stopped
