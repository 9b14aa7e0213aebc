"""What every function of the API shares: how it is asked and tells its stages, what became of a save."""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from docgen.errors import NOWHERE, Problem

Say: TypeAlias = Callable[[str], None]
StrPath: TypeAlias = str | os.PathLike[str]
READING: Final = "đọc và kiểm tra dữ liệu"
FILLING: Final = "điền mẫu"
JUDGING: Final = "kiểm tra thể thức"
PRINTING: Final = "tạo PDF"
WRITING: Final = "ghi tệp"


def silent(_: str) -> None:
    """Hear of a stage and say nothing."""


def path_or_none(path: StrPath | None) -> Path | None:
    """Return `path` as a `Path`, None where none is given."""
    return None if path is None else Path(path)


def plain(warnings: Iterable[str]) -> list[Problem]:
    """Return sentences that say themselves what they are about."""
    return [Problem(NOWHERE, words) for words in warnings]


@dataclass(frozen=True)
class Saved:
    """What became of a save: the files written, what a person should know besides, how it went in a few words."""

    files: tuple[Path, ...]
    warnings: tuple[Problem, ...] = ()
    summary: str = ""


def each_name(names: str | Iterable[str]) -> tuple[str, ...]:
    """Return `names` one by one; a single text is one name, not its letters."""
    return (names,) if isinstance(names, str) else tuple(names)
