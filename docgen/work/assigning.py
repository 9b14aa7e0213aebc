"""Reads one plan for who does what: the tasks of its appendices and the duties of its body, put together unit by unit."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, Final

from docgen.data.model.kehoach import KeHoach
from docgen.data.model.nhiemvu import NhomNhiemVu, table_place
from docgen.data.model.noidung import Khoan, Muc, TieuMuc, TrongKhoan, Y
from docgen.data.model.phanviec import CELLS, TaskRow
from docgen.text import thoigian
from docgen.text.dinhdang import notes, plain
from docgen.text.folding import on_one_line, same_words
from docgen.text.patterns import lazy_re
from docgen.text.wording import ended
from docgen.work.assignments import (
    Assignments,
    Route,
    Share,
    Task,
    TrachNhiem,
    UnitWork,
    Vai,
    in_plain_words,
    through_groups,
)
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
    if not task.given_to_nobody and not through_groups((*leads, *partners)):
        remarks.nobody(task, {one.nhom for one in (*leads, *partners) if one.nhom})
    elif leads and not through_groups(leads):
        remarks.unled(task, {one.nhom for one in leads if one.nhom})
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


@dataclass(frozen=True, slots=True)
class _Heading:
    title: str = ""
    route: Route = ()
    mentions: tuple[Mention, ...] = ()
    is_unit: bool = False
    below: tuple[str, ...] = ()  # the titles that name no unit, below the uppermost


@dataclass(frozen=True, slots=True)
class Bound:
    """A duty and the units that it binds, each with the groups that brought it in."""

    duty: TrachNhiem
    units: dict[str, tuple[str, ...]]


class Duties:
    """Reads the duties of one plan."""

    def __init__(self, registry: Registry, year: int, remarks: Remarks) -> None:
        self._registry = registry
        self._year = year
        self._remarks = remarks
        self._told: set[Route] = set()

    def of(self, plan: KeHoach) -> Iterator[Bound]:
        """Yield every duty in the order of the plan; a phần that gives work is read as `to_chuc_thuc_hien` is."""
        parts = list(plan.parts_that_give_work())
        giving = {route for route, _ in parts}
        for index, other in enumerate(plan.phan):
            if ("phan", index) not in giving:
                self._look_for_units(other, ("phan", index))
        for route, part in parts:
            if route[0] == "phan":
                yield from self._inside(part, route, _Heading())
        for index, section in enumerate(plan.to_chuc_thuc_hien):
            yield from self._section(section, ("to_chuc_thuc_hien", index), _Heading())
        for route, part in parts:
            if route[0] == "phu_luc":
                yield from self._inside(part, route, _Heading())

    def _look_for_units(self, section: TrongKhoan, route: Route) -> None:
        """Note the items that name units where the part gives no work."""
        for kind, part, place in section.placed(route):
            if kind == "y" and part.don_vi:
                self._remarks.idle((*place, "don_vi"))
            elif kind in ("khoan", "tieu_muc", "muc"):
                self._look_for_units(part, place)

    def _section(self, section: Khoan | TieuMuc | Muc, route: Route, outer: _Heading) -> Iterator[Bound]:
        heading = self._heading(section, route, outer)
        if section.cung_dong is not None:
            led = "" if section.tieu_de is None or heading.is_unit else ended(section.tieu_de, ":")
            item = Y.model_construct(noi_dung=section.cung_dong)
            above = replace(heading, below=() if heading.is_unit else outer.below)
            yield from self._item(item, (*route, "cung_dong"), above, led)
        yield from self._inside(section, route, heading)

    def _heading(self, section: Khoan | TieuMuc | Muc, route: Route, outer: _Heading) -> _Heading:
        if section.tieu_de is None:
            return outer
        reading = self._registry.read(section.tieu_de)
        if reading.mentions:
            self._remarks.reading(reading, (*route, "tieu_de"))
        own = bool(reading.mentions)
        below = () if own or not outer.title else (*outer.below, ended(section.tieu_de, ""))
        return _Heading(section.tieu_de, (*route, "tieu_de"), reading.mentions or outer.mentions, own, below)

    def _inside(self, section: TrongKhoan, route: Route, heading: _Heading) -> Iterator[Bound]:
        for kind, part, place in section.placed(route):
            match kind:
                case "doan":
                    yield from self._item(Y.model_construct(noi_dung=part), place, heading)
                case "y":
                    yield from self._item(part, place, heading)
                case "khoan" | "tieu_muc" | "muc":
                    yield from self._section(part, place, heading)
                case "bang":
                    self._remarks.table(place)

    def _item(self, item: Y, route: Route, heading: _Heading, led: str = "") -> Iterator[Bound]:
        """Yield what an item lays on units; `led` is the heading that it runs on behind, where that names none of them."""
        mentions = self._bound(item, route, heading)
        openings = [self._registry.read_opening(text) for text in item.cong]
        own = [index for index, reading in enumerate(openings) if reading.mentions]
        shared = tuple(text for index, text in enumerate(item.cong) if index not in own)
        leads_up = bool(own) and not shared and not item.don_vi and not self._registry.read_opening(item.noi_dung).mentions
        if not leads_up:
            yield from self._bind(TrachNhiem(heading.title, f"{led} {item.noi_dung}".lstrip(), route, shared), heading, mentions)
        for index in own:
            place = (*route, "cong", index)
            self._remarks.reading(openings[index], place)
            duty = TrachNhiem(heading.title, item.cong[index], place, dan=item.noi_dung)
            yield from self._bind(duty, heading, openings[index].mentions)

    def _bound(self, item: Y, route: Route, heading: _Heading) -> Sequence[Mention] | None:
        """Return whom an item binds: those it names in `don_vi`, those it opens with, otherwise those of its heading.

        Nothing comes back where it names or opens with a unit that the registry does not know: it then binds no other.
        """
        if item.don_vi:
            return list(self._outright(item.don_vi, (*route, "don_vi"))) or None  # who is not known is told there
        opening = self._registry.read_opening(item.noi_dung)
        self._remarks.reading(opening, _text_route(item, route))
        if opening.mentions:
            return opening.mentions
        unknown = [left for left in opening.leftovers if not left.vague]
        return None if unknown else heading.mentions

    def _outright(self, names: Sequence[str], route: Route) -> Iterator[Mention]:
        for index, reading in enumerate(self._registry.read_all(names)):
            self._remarks.reading(reading, (*route, index))
            yield from reading.mentions

    def _bind(self, duty: TrachNhiem, heading: _Heading, mentions: Sequence[Mention] | None) -> Iterator[Bound]:
        if mentions:
            han = tuple(
                time for text in (duty.noi_dung, *duty.cong) for time in thoigian.deadlines(text, self._year, within=True)
            )
            for time in han:
                self._remarks.time(time, duty.route)
            told = replace(duty, han=han, duoi=" - ".join(heading.below))
            yield Bound(in_plain_words(told), through_groups(mentions))
        elif mentions is not None:
            self._untold(plain(duty.noi_dung), duty.route, heading)

    def _untold(self, text: str, route: Route, heading: _Heading) -> None:
        if not heading.title:
            self._remarks.unassigned(text, route)
        elif heading.route not in self._told:
            self._told.add(heading.route)
            self._remarks.heading(heading.title, self._registry.nearest(heading.title), heading.route)


def _text_route(item: Y, route: Route) -> Route:
    return (*route, "noi_dung") if item.cong or item.don_vi else route


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
