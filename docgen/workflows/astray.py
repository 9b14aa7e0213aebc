"""Results that are no longer of the plan's tasks: one was deleted, moved or called otherwise after its results came in."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docgen.data.reworked import reworked
from docgen.data.yamlfile import of_text
from docgen.data.yamltext.saved import text_of
from docgen.forms.formlayout import FURTHER_CODE
from docgen.text.folding import same_words
from docgen.workflows.asking import Asking
from docgen.workflows.office import Office
from docgen.workflows.resultform import LIST, ResultForm, ResultRow
from docgen.workflows.saving import StrPath


@dataclass(frozen=True, slots=True)
class Astray:
    """A result whose code and name are not those of one task: `ma` is the code that its name has in the plan by now, if one.

    `ten` is what the plan calls the task of the result's code, "" where there is none or another result is of that name.
    """

    row: ResultRow
    ma: str
    ten: str


def astray(data: StrPath, results: ResultForm) -> tuple[Astray, ...]:
    """Return the results that are of no task of the plan at `data`; those of a task with lines of its own are left out.

    Raises `DataError` or `FileError` where plan, office or registry cannot be read.
    """
    names = Asking(Office(Path(data)).checked("kehoach", "coquan", "donvi")).names()
    codes: dict[str, list[str]] = defaultdict(list)
    for code, name in names.items():
        for words in {same_words(each) for each in (name.full, name.of_task) if each}:
            codes[words].append(code)
    told, found = {same_words(row.ten) for row in results.rows}, list[Astray]()
    for row in results.rows:
        named, now = names.get(row.ma), codes[same_words(row.ten)]
        if row.ma.startswith(FURTHER_CODE) or (named and named.is_said(row.ten)) or len(now) > 1:
            continue
        if not any(code.startswith(f"{row.ma}.") for code in names):
            renamed = named is not None and not told & {same_words(named.full), same_words(named.of_task or named.full)}
            found.append(Astray(row, now[0] if now else "", named.full if named and renamed else ""))
    return tuple(found)


def settled(results: ResultForm, now: Mapping[int, Mapping[str, str] | None]) -> bytes:
    """Return the file of `results` with another code or name (`ma`, `ten`) of these, by their places; without those of None.

    Raises `DataError` where the file cannot be edited in place.
    """
    values: dict[str, Any] = dict(of_text(str(results.path), text_of(results.data)).written)
    kept = [
        {**one, **(now.get(index) or {})} for index, one in enumerate(values.get(LIST) or []) if now.get(index, {}) is not None
    ]
    return reworked(str(results.path), results.data, {**values, LIST: kept})
