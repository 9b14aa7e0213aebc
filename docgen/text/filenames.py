"""Names of files that sort, say what they hold, and are safe on Windows, in e-mail and in archives."""

import re
from typing import Final

from docgen.text.wording import without_marks

_LONGEST: Final = 60  # characters of a name, so that a path stays within what Windows takes
_NOT_SAFE: Final = re.compile(r"[^a-z0-9]+")
_DEVICES: Final = frozenset({"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))})


def plain_name(words: str) -> str:
    """Return `words` in small letters without marks, joined by hyphens: `Sở Công Thương` becomes `so-cong-thuong`."""
    name = _NOT_SAFE.sub("-", without_marks(words).lower()).strip("-")
    if len(name) > _LONGEST:
        name = name[:_LONGEST].rpartition("-")[0] or name[:_LONGEST]
    return f"{name}-" if name in _DEVICES else name or "khong-ten"


def numbered_name(number: int, count: int, words: str) -> str:
    """Return a name that sorts by `number` among `count`."""
    return f"{number:0{max(len(str(count)), 2)}d}-{plain_name(words)}"
