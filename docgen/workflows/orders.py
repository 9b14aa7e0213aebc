"""What a user asked for, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from docgen.errors import Problem

Say = Callable[[str], None]


@dataclass(frozen=True)
class Made:
    """The files that a command wrote, what a person should know about them, and what was found in order."""

    files: tuple[Path, ...]
    warnings: tuple[str | Problem, ...]
    summary: str = ""


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


@dataclass(frozen=True)
class ReportOrder(Order):
    """What a user asked for of a report: the results, where they do not stand beside the plan, and the period in words."""

    results: Path | None = None
    period: str | None = None


@dataclass(frozen=True)
class LetterOrder:
    """What a user asked for of the letters: the data, the folder, to which units alone, which template, which PDFs, over edits.

    `merged`: one PDF of all letters besides. `workers`: how many processes make them, None for as many as pay.
    """

    data: Path
    folder: Path
    units: tuple[str, ...] = ()
    template: Path | None = None
    with_pdf: bool = False
    merged: bool = False
    overwrite: bool = False
    despite_errors: bool = False
    workers: int | None = None
