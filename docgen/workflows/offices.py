"""What an office's folder holds: the plans of its years, found by what they say, not by how they are called."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from docgen.data.model.coquan import CoQuan
from docgen.data.model.kehoach import KIND, KeHoach
from docgen.data.yamltext.saved import read_text
from docgen.errors import DocgenError, Problem
from docgen.files.workarea import is_work_area
from docgen.text.patterns import lazy_re
from docgen.workflows.datafiles import OFFICE_FILE, read
from docgen.workflows.saving import StrPath

_PLAN: Final = lazy_re(rf"^loai:\s*[\"']?{KIND}\b", re.MULTILINE | re.IGNORECASE)
_YEAR: Final = lazy_re(r"^nam:\s*[\"']?(\d{4})\b", re.MULTILINE)
_DEEPEST: Final = 2  # folders below the office's: a year, and what an office parts its year into


@dataclass(frozen=True)
class PlanFound:
    """A plan in an office's folder: its file, its year and subject as far as they can be read, what is wrong with it."""

    path: Path
    nam: int | None
    trich_yeu: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class OfficeFound:
    """An office's folder: the office's name, what is wrong with its file, its plans, the latest year first."""

    folder: Path
    ten: str
    problems: tuple[Problem, ...]
    plans: tuple[PlanFound, ...]

    @property
    def is_office(self) -> bool:
        """Whether there is an office, or at least a plan."""
        return bool(self.ten or self.problems or self.plans)


def find_office(folder: StrPath) -> OfficeFound:
    """Return what the office's folder at `folder` holds; a file that is wrong is told in its place and hinders no other."""
    folder, ten, problems = Path(folder), "", tuple[Problem, ...]()
    if (folder / OFFICE_FILE).is_file():
        try:
            ten = read(CoQuan, folder / OFFICE_FILE).model.ten
        except DocgenError as error:
            problems = error.problems
    plans = sorted((_found(path, text) for path, text in _plans(folder)), key=lambda one: (-(one.nam or 0), str(one.path)))
    return OfficeFound(folder, ten, problems, tuple(plans))


def plan_files(folder: StrPath) -> tuple[Path, ...]:
    """Return the files in the office's folder that say they are plans, be they right or wrong."""
    return tuple(path for path, _ in _plans(Path(folder)))


def _plans(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield each file that says it is a plan, with its text."""
    for depth in range(_DEEPEST + 1):
        for path in sorted(folder.glob("*/" * depth + "*.yaml")):
            if not is_work_area(path.relative_to(folder)) and (text := _text(path)) is not None and _PLAN.search(text):
                yield path, text


def _text(path: Path) -> str | None:
    try:
        return read_text(path)
    except DocgenError:
        return None


def _found(path: Path, text: str) -> PlanFound:
    try:
        plan = read(KeHoach, path).model
    except DocgenError as error:
        year = _YEAR.search(text)
        return PlanFound(path, int(year[1]) if year else None, "", error.problems)
    return PlanFound(path, plan.nam, plan.trich_yeu)
