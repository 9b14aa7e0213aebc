"""Regular expressions that are compiled when they are first used: a command needs few of the hundreds that its rooms hold."""

import re
from typing import Any, cast


class _Awaited:
    """Stands for a pattern until it is asked for something; what was asked for is kept, so that a second time costs nothing."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        kept = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, kept)
        return kept


def lazy_re(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` does, compiled when it is first used; a match knows it by its `pattern`, not by identity."""
    return cast("re.Pattern[str]", _Awaited(source, flags))
