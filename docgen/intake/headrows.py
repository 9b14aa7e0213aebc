"""Finds the rows of headings in a grid, however they are merged, and what the columns under them hold."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from docgen.intake.heads import LONGEST, meaning
from docgen.intake.marks import mark_of
from docgen.intake.values import MARKED_TIME, TIME_FROM, TIME_TO, Column, Row
from docgen.text.folding import on_one_line

_TELLING: Final = frozenset({"chu_tri", "phoi_hop", "thoi_gian", "san_pham", TIME_FROM, TIME_TO})
_PERSON: Final = re.compile(r"người|cán bộ|chuyên viên|công chức|lãnh đạo", re.IGNORECASE)
_DEEPEST: Final = 3  # rows of headings


@dataclass(frozen=True, slots=True)
class HeadRows:
    """The rows of headings, from `first` to before `end`, and what stands under them."""

    first: int
    end: int
    columns: Mapping[int, Column]
    others: Mapping[int, str]


def head_rows(rows: Sequence[Row]) -> Iterator[HeadRows]:
    """Yield the rows of headings of each table of tasks in `rows`."""
    at = 0
    while at < len(rows):
        heads = _head_rows_at(rows, at)
        if heads is not None:
            yield heads
        at = heads.end if heads else at + 1


def _head_rows_at(rows: Sequence[Row], first: int) -> HeadRows | None:
    """Return the headings that begin with the row `first`, of as many rows as are merged with it or stand under it."""
    best: HeadRows | None = None
    own = [cell.text for cell in rows[first].cells.values() if cell.text and not cell.above]
    if len(own) < 2 or mark_of(own[0]) is not None:
        return None
    for end in range(first + 1, min(first + _DEEPEST, len(rows)) + 1):
        if end > first + 1 and not _belongs(rows[end - 2], rows[end - 1]):
            break
        columns, others = _columns(rows[first:end])
        if _tells_tasks(columns):
            best = HeadRows(first, end, *_one_leader(columns, others))
    return best


def _tells_tasks(columns: Mapping[int, Column]) -> bool:
    """Return whether the columns are those of tasks: names, and who or when or what; "Đơn vị" alone may be a measure."""
    known = {column.meaning for column in columns.values() if column.heading.casefold() != "đơn vị"}
    return "ten" in known and (bool(known & _TELLING) or sum(each.startswith(MARKED_TIME) for each in known) > 1)


def _belongs(over: Row, row: Row) -> bool:
    """Return whether `row` holds headings below those of `over`: merged cells run into it, or its own stand below a wide one."""
    own = [(column, cell) for column, cell in row.cells.items() if cell.text and not cell.above]
    if not own or any(len(cell.text) > LONGEST for _, cell in own):
        return False
    if any(cell.above for cell in row.cells.values()):
        return True
    wide = [range(column, column + cell.width) for column, cell in over.cells.items() if cell.width > 1]
    lone = [column for column, _ in own if not any(column in span for span in wide)]
    return bool(wide) and not lone and all(not cell.text[:1].isdigit() for _, cell in own)


def _columns(rows: Sequence[Row]) -> tuple[dict[int, Column], dict[int, str]]:
    columns: dict[int, Column] = {}
    others: dict[int, str] = {}
    for index in sorted({column for row in rows for column in row.cells}):
        path = list(_path(rows, index))
        if not path:
            continue
        heading, parent = path[-1], " ".join(path[:-1])
        known = meaning(heading, parent)
        if known:
            columns[index] = Column(known, heading, parent)
        else:
            others[index] = " ".join(path)
    return columns, others


def _one_leader(columns: Mapping[int, Column], others: Mapping[int, str]) -> tuple[dict[int, Column], dict[int, str]]:
    """Return the columns with one alone for who leads; a second that names persons is for who watches over the task."""
    leading = [at for at, column in columns.items() if column.meaning == "chu_tri"]
    first = next((at for at in leading if "chủ trì" in columns[at].heading.casefold()), leading[0] if leading else None)
    watched = any(column.meaning == "theo_doi" for column in columns.values())
    kept, left = dict(columns), dict(others)
    for at in leading:
        if at != first and _PERSON.match(columns[at].heading) and not watched:
            kept[at], watched = replace(columns[at], meaning="theo_doi"), True
        elif at != first:
            left[at] = kept.pop(at).heading
    return kept, left


def _path(rows: Sequence[Row], column: int) -> Iterator[str]:
    """Yield the headings over a column, the widest first."""
    for row in rows:
        cell = row.covering(column)
        if cell is not None and cell.text and not cell.above:
            yield on_one_line(cell.text)
