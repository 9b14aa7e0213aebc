"""The duties that the body of a plan lays on units: whom each item binds, by its own words or those of the headings above."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from docgen.data.model.kehoach import KeHoach
from docgen.data.model.noidung import Khoan, Muc, TieuMuc, TrongKhoan, Y
from docgen.text import thoigian
from docgen.text.dinhdang import plain
from docgen.text.wording import ended
from docgen.work.assignments import Route, TrachNhiem, in_plain_words
from docgen.work.remarks import Remarks
from docgen.work.units import Mention, Registry


class _Heading(NamedTuple):
    title: str = ""
    route: Route = ()
    mentions: tuple[Mention, ...] = ()
    is_unit: bool = False
    below: tuple[str, ...] = ()  # the titles that name no unit, below the uppermost


class Bound(NamedTuple):
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
            above = heading._replace(below=() if heading.is_unit else outer.below)
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
        self._remarks.reading(opening, (*route, "noi_dung") if item.cong or item.don_vi else route)
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


def through_groups(mentions: Iterable[Mention]) -> dict[str, tuple[str, ...]]:
    """Return every unit of `mentions` with the groups that brought it in; none where it is named itself."""
    groups: dict[str, list[str | None]] = defaultdict(list)
    for mention in mentions:
        for name in mention.don_vi:
            groups[name].append(mention.nhom)
    return {name: () if None in through else tuple(dict.fromkeys(filter(None, through))) for name, through in groups.items()}
