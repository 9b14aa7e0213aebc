"""Where next year's plan goes, and why a plan cannot be rolled over to some year."""

import os
import re
from pathlib import Path
from typing import Final

from docgen.data.yamlfile import YamlFile
from docgen.errors import DataError, Problem

_SAME: Final = "kế hoạch này đã là của năm {year}; ghi năm sau, ví dụ {next}"
_BACK: Final = "kế hoạch này của năm {old}, không chuyển ngược về năm {year} được; ghi năm sau, ví dụ {next}"
_FAR: Final = "năm {year} cách năm {old} của kế hoạch quá xa; có gõ nhầm không? Chỉ chuyển tới năm {last} trở về trước"
_FARTHEST: Final = 10  # years; beyond that a typing slip is likelier


def refuse_other_years(plan_file: YamlFile, old: int, new: int) -> None:
    """Raise `DataError` unless `new` is a year after `old`, and not far after it."""
    if new == old:
        sentence = _SAME
    elif new < old:
        sentence = _BACK
    elif new > old + _FARTHEST:
        sentence = _FAR
    else:
        return
    said = sentence.format(year=new, old=old, next=old + 1, last=old + _FARTHEST)
    raise DataError(Problem(plan_file.place(("nam",)), f"nam: {said}"))


def next_path(data: Path, old: int, new: int) -> Path:
    """Return where the plan of the year `new` goes: as `data`, with the year changed in its own name and that of its folder.

    Where neither holds the year, the new file stands beside the old one with the year behind its name.
    """
    folder, stem = _renamed(_folder_name(data), old, new), _renamed(data.stem, old, new)
    if folder is None:
        return data.with_name(f"{stem or f'{data.stem}-{new}'}{data.suffix}")
    place = data.parent.parent if data.parent.name else Path(os.pardir)
    return place / folder / f"{stem or data.stem}{data.suffix}"


def _folder_name(data: Path) -> str:
    return Path(os.path.abspath(data)).parent.name  # noqa: PTH100  # `..` is resolved by name, links are left alone


def _renamed(name: str, old: int, new: int) -> str | None:
    """Return `name` with its last `old` changed to `new`, None where it has none."""
    found = list(re.finditer(rf"(?<!\d){old}(?!\d)", name))
    return f"{name[: found[-1].start()]}{new}{name[found[-1].end() :]}" if found else None
