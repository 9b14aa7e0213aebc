"""Whether a file is open in Word, Excel or LibreOffice: each leaves a file of its own beside the one that it has open."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from docgen.errors import Place, Problem

_OPEN: Final = "tệp đang mở ({lock}); đóng tệp ấy rồi chạy lại. Nếu không ai mở thì xóa {lock}"


def open_elsewhere(paths: Iterable[Path]) -> list[Problem]:
    """Return, for each of `paths` that somebody has open, the sentence that says by which file that is known.

    Replacing such a file would lose what is written there: the next save puts the old text back.
    """
    return [Problem(Place(str(path)), _OPEN.format(lock=lock.name)) for path in paths for lock in _locks(path)]


def _locks(path: Path) -> Iterator[Path]:
    if path.exists():
        candidates = (path.with_name(name) for name in _names(path))
        yield from [lock for lock in candidates if lock.exists()][:1]


def _names(path: Path) -> tuple[str, ...]:
    """Return the names of the files by which Word (the first letters of long names left out), Excel and LibreOffice tell."""
    cut = 2 if len(path.stem) > 7 else 1 if len(path.stem) == 7 else 0
    return f"~${path.name[cut:]}", f"~${path.name}", f".~lock.{path.name}#"
