"""What a user asked for, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Say = Callable[[str], None]


@dataclass(frozen=True)
class Made:
    """The files that a command wrote, and what a person should know about them."""

    files: tuple[Path, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class Order:
    """What a user asked for: where the data are, where the paper goes, which template, whether as PDF too, whether over edits.

    `despite_errors`: whether it is written although it breaks the decree.
    """

    data: Path
    out: Path | None = None
    template: Path | None = None
    with_pdf: bool = False
    overwrite: bool = False
    despite_errors: bool = False
