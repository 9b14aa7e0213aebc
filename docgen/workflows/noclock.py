"""docgen has no clock: on a machine whose own shows 1970 or 2110, years that a zip cannot hold, it writes the same papers."""

import zipfile
from time import struct_time
from typing import Any, Final

_FIRST_DAY: Final = struct_time((1980, 1, 1, 0, 0, 0, 1, 1, 0))


class _Stopped:
    """Stands in the place of the module `time` for whoever asks only which time a file in a zip is to bear."""

    @staticmethod
    def time() -> float:
        return 0.0

    @staticmethod
    def localtime(_: float | None = None) -> struct_time:
        return _FIRST_DAY


def stop_clock() -> None:
    """Let no zip that the libraries for Word and Excel write ask the clock; docgen packs what they wrote anew in any case."""
    place: Any = zipfile
    place.time = _Stopped
