"""Takes a name out of a list together with what separates it from the others."""

import re
from typing import Final

_SEPARATOR: Final = r"(?:\s*[,;/+&]\s*(?:và\s+)?|\s*\n\s*[-–+•]?\s*|\s+(?:và|cùng với|cùng)\s+|\s+[-–]\s+)"
_BEFORE: Final = re.compile(rf"{_SEPARATOR}\Z")
_BEHIND: Final = re.compile(_SEPARATOR)
_BULLETS: Final = " \t\n-–+•"
_END: Final = re.compile(r"\s*[.;]?\s*\Z")


def cut(text: str, start: int, end: int, floor: int) -> tuple[int, int] | None:
    """Return from where to where the list `text` loses the name from `start` to `end`; nothing where it is no item by itself.

    What stands before `floor` is gone already.
    """
    opening = _BEFORE.search(text, floor, start)
    before = opening.start() if opening else None
    behind = _BEHIND.match(text, end)
    is_last = _END.match(text, end) is not None
    if is_last and before is not None:
        return before, end
    if not behind or is_last:
        return None
    if before is None:
        return (start, behind.end()) if not text[floor:start].strip(_BULLETS) else None
    loses_less = ";" in text[before:start] and ";" not in behind.group()
    return (start, behind.end()) if loses_less else (before, end)
