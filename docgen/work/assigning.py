"""Reads one plan for who does what: the tasks of its appendices and the duties of its body, put together unit by unit."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any, Final

from docgen.data.model.kehoach import KeHoach
from docgen.data.model.nhiemvu import NhomNhiemVu, table_place
from docgen.data.model.phanviec import CELLS, TaskRow
from docgen.text import thoigian
from docgen.text.dinhdang import notes, plain
from docgen.text.folding import on_one_line, same_words
from docgen.text.patterns import lazy_re
from docgen.work.assignments import Assignments, Route, Share, Task, TrachNhiem, UnitWork, Vai, in_plain_words
from docgen.work.duties import Duties, through_groups
from docgen.work.remarks import Remarks
from docgen.work.units import Mention, Registry

# what tells lines apart, the best first
_TELLING: Final = ("san_pham", "chu_tri", "thoi_gian", "phoi_hop", "kinh_phi", "ghi_chu")
_A_LETTER: Final = lazy_re(r"\w")
_PARTNERS: Final = lazy_re(r"(?<!điều )\bphối hợp\b", re.IGNORECASE)  # no "Ban Điều phối hợp tác quốc tế"
_LEADS_TO: Final = lazy_re(r"[;\n]|\bchủ trì\b[\s,]*", re.IGNORECASE)


def tasks(plan: KeHoach, remarks: Remarks) -> Iterator[Task]:
    """Yield every task, of one with lines every line, each cell with the words that hold for it."""
    for table, rows in groupby(plan.rows(), key=lambda row: table_place(row.route)):
        is_led = plan.at(table[:-1]).is_led
        for (is_line, _), found in groupby(rows, key=lambda row: (row.index is not None, row.place)):
            read = [_task(plan, row, remarks, is_led=is_led) for row in found]
            yield from _lines(read) if is_line else read


def _task(plan: KeHoach, row: TaskRow, remarks: Remarks, *, is_led: bool) -> Task:
    han = thoigian.read(row.cells["thoi_gian"], plan.nam) if row.cells["thoi_gian"] else None
    if han is not None and "thoi_gian" not in row.same:
        remarks.time(han, row.route_of("thoi_gian"))
    cells: dict[str, Any] = {**row.cells, "co_chu_tri": is_led}
    return in_plain_words(Task(row.ma, row.task.ten, nhom=_group(plan, row.route), han=han, route=row.route, **cells))


def _lines(lines: Sequence[Task]) -> Iterator[Task]:
    """Yield the lines of one task, each with the task as a whole and with what tells it from the others."""
    printed = [one.printed for one in lines]
    joined: dict[str, Any] = {
        name: "; ".join(dict.fromkeys(text for one in printed if (text := getattr(one, name)))) for name in CELLS
    }
    ma, route = lines[0].ma.rpartition(".")[0], lines[0].route[:-2]
    whole = in_plain_words(replace(printed[0], ma=ma, route=route, han=None, **joined))
    for line, words in zip(lines, _told_apart(lines), strict=True):
        yield replace(line, cua=whole, phan_viec=words)


def _told_apart(lines: Sequence[Task]) -> list[str]:
    """Return for each line what no other line of its task says in the same column, otherwise its number."""
    for name in _TELLING:
        words = [on_one_line(getattr(line, name)) for line in lines]
        if all(words) and len({same_words(text) for text in words}) == len(words):
            return words
    return [f"phân việc {number}" for number in range(1, len(lines) + 1)]


def _group(plan: KeHoach, route: Route) -> str:
    """Return the title of the group of tasks in which the task at `route` stands."""
    table = table_place(route)
    group: NhomNhiemVu | None = plan.at(route[: len(table) + 1]) if table[-1] == "nhom_nhiem_vu" else None
    return group.tieu_de if group else ""


def shares(task: Task, row: TaskRow, registry: Registry, remarks: Remarks) -> dict[str, Share]:
    """Return the part of each unit in `task`. Who leads it only leads it; who is named takes part by name."""
    leads, behind = _led(task, row, registry, remarks)
    joining = _read(task, row, "phoi_hop", registry, remarks)
    partners = [*behind, *joining]
    groups_led = dict.fromkeys(one.nhom for one in leads if one.nhom)
    empty = dict.fromkeys(one.nhom for one in (*leads, *partners) if one.nhom and not one.don_vi)
    if not task.given_to_nobody and not through_groups((*leads, *partners)):
        remarks.nobody(task, {one.nhom for one in (*leads, *partners) if one.nhom})
    else:
        remarks.short(task, () if through_groups(leads) else groups_led, empty)
    written, found = task.printed, dict[str, Share]()
    for vai, here, cell, named in (
        (Vai.PHOI_HOP, partners, written.phoi_hop, joining),
        (Vai.CHU_TRI, leads, written.chu_tri, [*leads, *behind]),
    ):
        for name, groups in through_groups(here).items():
            found[name] = Share(task, vai, groups, con_chu=_tells_more(cell, named, name))
    return found


def _tells_more(cell: str, mentions: Sequence[Mention], name: str) -> bool:
    """Return whether a cell, in which these are mentioned, tells more than that it is the unit `name`."""
    if len(mentions) != 1 or mentions[0].nhom or mentions[0].don_vi != (name,) or any(notes(cell)):
        return bool(cell)
    [one], words = mentions, plain(cell)
    return bool(_A_LETTER.search(words[: one.start] + words[one.end :]))


def _led(task: Task, row: TaskRow, registry: Registry, remarks: Remarks) -> tuple[list[Mention], list[Mention]]:
    """Return who leads, and who stands behind "phối hợp với" in the leaders' cell."""
    mentions = _read(task, row, "chu_tri", registry, remarks)
    cues = (cue for cue in _PARTNERS.finditer(task.chu_tri) if not any(one.start <= cue.start() < one.end for one in mentions))
    split = next(cues, None)
    if split is None:
        return mentions, []
    if all(one.start < split.start() for one in mentions):  # "Sở A; Sở B phối hợp": who stands before the words takes part
        behind = max((cut.end() for cut in _LEADS_TO.finditer(task.chu_tri, 0, split.start())), default=0)
        if any(one.start < behind for one in mentions):
            return [one for one in mentions if one.start < behind], [one for one in mentions if one.start >= behind]
    return [one for one in mentions if one.start < split.start()], [one for one in mentions if one.start > split.start()]


def _read(task: Task, row: TaskRow, name: str, registry: Registry, remarks: Remarks) -> list[Mention]:
    text = getattr(task, name)
    if not text:
        return []
    reading = registry.read(text)
    if name not in row.same:
        remarks.reading(reading, row.route_of(name))
    return list(reading.mentions)


def assign(plan: KeHoach, registry: Registry) -> Assignments:
    """Return who does what in `plan`, with every unit of its year in the registry's order, and what a person has to look at."""
    remarks = Remarks()
    viec: dict[str, list[Share]] = defaultdict(list)
    trach_nhiem: dict[str, list[TrachNhiem]] = defaultdict(list)
    for bound in Duties(registry, plan.nam, remarks).of(plan):
        for name, groups in bound.units.items():
            trach_nhiem[name].append(replace(bound.duty, qua_nhom=groups))
    read = tuple(tasks(plan, remarks))
    watched: dict[str, list[Share]] = defaultdict(list)
    others: dict[str, list[Task]] = defaultdict(list)
    for task, row in zip(read, plan.rows(), strict=True):
        found = shares(task, row, registry, remarks)
        for name, share in found.items():
            viec[name].append(share)
        watchers = registry.read(task.theo_doi).mentions if task.theo_doi else ()
        watching = through_groups(watchers)
        for name, groups in watching.items():
            if name not in found:
                more = _tells_more(task.printed.theo_doi, watchers, name)
                watched[name].append(Share(task, Vai.THEO_DOI, groups, con_chu=more))
        if task.theo_doi and not watching:
            others[on_one_line(plain(task.theo_doi))].append(task)
    seen = {share.nhiem_vu.ma for name, many in watched.items() if name in viec or name in trach_nhiem for share in many}
    remarks.not_given(read, {share.nhiem_vu.ma for many in viec.values() for share in many}, seen)
    names = dict.fromkeys([unit.ten for unit in registry.don_vi] + [*viec, *trach_nhiem, *watched])
    work = (
        UnitWork(name, registry.is_asked(name), tuple(viec[name]), tuple(trach_nhiem[name]), tuple(watched[name]))
        for name in names
    )
    return Assignments(read, tuple(work), remarks.found, {name: tuple(found) for name, found in others.items()})
