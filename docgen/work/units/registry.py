"""The registry of one plan: the units and groups that there were in its year, found in any text."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from docgen.data.model.donvi import DonVi, Entry, Nhom, SoDonVi, joined_names
from docgen.text.dinhdang import plain
from docgen.text.folding import name_key
from docgen.text.patterns import lazy_re
from docgen.text.thoigian import NgayVanBan
from docgen.work.units.leftovers import Leftover, Nearest, bodies_behind, end_of_opener, leftover, leftovers, unknown_name
from docgen.work.units.narrowing import LeftOut, NamePlace, blanked, left_out, may_leave_out, narrowed
from docgen.work.units.scan import FoundName, Scan
from docgen.work.units.validity import Validity
from docgen.work.units.words import NameSet, OwnPlace, Words

_POLITICAL: Final = lazy_re(  # bodies of the Party, of the Front and of the masses, which an office asks and does not order
    r"\b(?:MTTQ|mặt trận tổ quốc|(?:tỉnh|thành|thị|huyện|quận|đảng)\s?(?:ủy|uỷ)|(?:tỉnh|thành|thị|huyện)\s?đoàn"
    r"|đoàn (?:thanh niên|TNCS)|liên đoàn lao động|công đoàn)\b"
    r"|\A(?:hội(?! đồng\b)|liên hiệp (?:các )?(?:hội|tổ chức)|(?:ủy|uỷ) ban kiểm tra"
    r"|ban (?:tuyên giáo|tổ chức|dân vận|nội chính|xây dựng đảng))\b",
    re.IGNORECASE,
)
_LISTS: Final = 4096


class Mention(NamedTuple):
    """A unit or a group that a text names, with its words and their place in the text."""

    text: str
    start: int
    don_vi: tuple[str, ...]  # the unit, or the members of the group, by their full names in the registry's order
    nhom: str | None = None
    fault: str | None = None  # a sentence, where the unit did not bear this name in the plan's year
    tru: tuple[str, ...] = ()  # the members of the group that the text leaves out of it

    @property
    def end(self) -> int:
        """Return where the words end."""
        return self.start + len(self.text)


class Reading(NamedTuple):
    """All that was read out of one text, in the order of the text."""

    mentions: tuple[Mention, ...] = ()
    leftovers: tuple[Leftover, ...] = ()

    @property
    def don_vi(self) -> tuple[str, ...]:
        """Return every unit named, alone or by its group, once each."""
        return tuple(dict.fromkeys(name for mention in self.mentions for name in mention.don_vi))


class Registry:
    """Reads units out of text as a person of the office would in the year `nam`, who knows them all."""

    def __init__(self, so: SoDonVi, nam: int, ngay: NgayVanBan | None = None, place: str = "") -> None:
        self._so = so
        self._place = OwnPlace(place)
        self._bearers: dict[str, list[Entry]] = defaultdict(list)
        for _, entry in so.entries():
            for name in (entry.ten, *entry.viet_tat):
                self._bearers[name_key(name)].append(entry)
        self._names = NameSet(self._bearers)
        self._asked = {unit.ten: unit.loi_giao for unit in so.don_vi if unit.loi_giao}
        self._validity = Validity(so, nam, ngay)
        self._members = self._members_of_all()
        self._lists = lru_cache(maxsize=_LISTS)(self._list)  # the same stand in many cells, and in the plan as it is edited

    @property
    def don_vi(self) -> tuple[DonVi, ...]:
        """Return the units that there are in the plan's year, in the registry's order."""
        return tuple(unit for unit in self._so.don_vi if self._validity.holds(unit))

    def members(self, nhom: str) -> tuple[str, ...]:
        """Return the units of a group and of the groups in it, those of the plan's year, in the registry's order."""
        return self._members.get(nhom, ())

    def groups_of(self, ten: str) -> tuple[Nhom, ...]:
        """Return every group that the unit of this full name is a member of."""
        return tuple(group for group in self._so.nhom if ten in self._members[group.ten])

    def is_asked(self, ten: str) -> bool:
        """Return whether the office asks this unit ("đề nghị") instead of ordering it, as it says itself or one of its groups."""
        said = self._asked.get(ten)
        return said == "đề nghị" if said else any(group.loi_giao == "đề nghị" for group in self.groups_of(ten))

    def ordered_bodies(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the bodies of the Party, the Front and the masses among `names` of which nothing says that they are asked."""
        return tuple(name for name in names if _POLITICAL.search(name) and name not in self._asked and not self.is_asked(name))

    def read(self, text: str) -> Reading:
        """Return every unit and group in a list of units, such as a cell or a heading, and all other words as leftovers."""
        return self._lists(text)

    def _list(self, text: str) -> Reading:
        return self._read(text, lambda words: Scan(words, self._names, self._place).all(), is_list=True)

    def read_all(self, items: Sequence[str]) -> tuple[Reading, ...]:
        """Return a reading for each of `items`; a name with commas that YAML took for several items is read in the first."""
        alone = tuple(self.read(item) for item in items)
        if not any(reading.leftovers for reading in alone) or len(items) == 1:
            return alone
        joined = self.read(", ".join(items))
        lost = sum(len(reading.leftovers) for reading in alone)
        return (joined, *(Reading() for _ in items[1:])) if len(joined.leftovers) < lost else alone

    def read_opening(self, text: str) -> Reading:
        """Return the units with which a sentence opens, also behind "Đề nghị" or "Giao"; leftovers are bodies among them."""
        return self._read(text, self._opening, is_list=False)

    def _opening(self, words: Words) -> Iterator[FoundName]:
        scan = Scan(words, self._names, self._place)
        opening = tuple(scan.opening(0))  # "Giao" may open a name
        behind = end_of_opener(words.text)
        first = next((index for index, (start, _) in enumerate(words.spelling.words) if start >= behind), len(words))
        yield from opening or scan.opening(first)

    def _read(self, text: str, scan: Callable[[Words], Iterable[FoundName]], *, is_list: bool) -> Reading:
        text = plain(text)
        phrases = self._left_out(text, is_list=is_list)
        words = Words(blanked(text, phrases))
        found = [self._mention(words, one) for one in scan(words)]
        excepted = {unit for one in phrases for unit in one.units}
        mentions: list[Mention] = []
        taken: list[tuple[int, int]] = []
        unread = [Leftover(text[start:end], start, excepted=True) for start, end in _unclear(text, phrases, found)]
        for one in found:
            less = narrowed(words.text, one.end, is_list=is_list) if one.nhom is not None else None
            start = one.start
            if less is None:
                mentions.append(_without(one, excepted))
            else:
                while mentions and _is_one_phrase(text, mentions[-1], start):  # "các cơ quan, đơn vị có liên quan"
                    start = mentions.pop().start
                    taken.pop()
                phrase = text[start : less[0]]
                unread.append(Leftover(phrase, start, vague=True) if less[1] else leftover(phrase, start, self._nearest))
            taken.append((start, less[0] if less else one.end))
        unread += self._leftovers(words.text, taken) if is_list else self._bodies(words.text, taken)
        mentions = sorted((*mentions, *_alone(text, phrases, mentions)), key=lambda one: one.start)
        return Reading(tuple(mentions), tuple(sorted(unread, key=lambda left: left.start)))

    def _left_out(self, text: str, *, is_list: bool) -> tuple[LeftOut, ...]:
        if not may_leave_out(text):
            return ()
        words = Words(text)
        found = (self._mention(words, one) for one in Scan(words, self._names, self._place).all())
        return left_out(text, [NamePlace(one.start, one.end, one.don_vi, one.nhom is None) for one in found], is_list=is_list)

    def _bodies(self, text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Leftover]:
        """Yield the bodies nobody knows among the units that a sentence opens with."""
        name = None if taken else unknown_name(text)
        behind = taken[-1][1] if taken else name[1] if name else None
        for start, end in [*([name] if name else []), *(bodies_behind(text, behind) if behind is not None else [])]:
            yield leftover(text[start:end], start, self._nearest)

    def nearest(self, text: str) -> str | None:
        """Return the full name of the unit or group whose name is most like `text`, if one is."""
        return self._nearest.name(plain(text))

    def _mention(self, words: Words, found: FoundName) -> Mention:
        first = _first_word(words, found)
        text, start = words.slice(first, found.last), words.start(first)
        entry = self._validity.chosen(self._bearers[found.key])
        if isinstance(entry, Nhom):
            return Mention(text, start, self._members[entry.ten], entry.ten)
        return Mention(text, start, (entry.ten,), None, self._validity.fault(entry))

    def _leftovers(self, text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Leftover]:
        behind = 0
        for start, end in taken:
            yield from leftovers(text, behind, start, name_behind=True, nearest=self._nearest)
            behind = end
        yield from leftovers(text, behind, len(text), name_behind=False, nearest=self._nearest)

    @cached_property
    def _nearest(self) -> Nearest:
        return Nearest((name, entry.ten) for _, entry in self._so.entries() for name in (entry.ten, *entry.viet_tat))

    def _members_of_all(self) -> dict[str, tuple[str, ...]]:
        known = self._so.group_names()
        larger = {group.ten: [name for _, name in joined_names(group.nhom, known)] for group in self._so.nhom}
        members: dict[str, list[str]] = {group.ten: [] for group in self._so.nhom}
        for unit in self.don_vi:
            for name in _with_larger([name for _, name in joined_names(unit.nhom, known)], larger):
                members[name].append(unit.ten)
        return {name: tuple(units) for name, units in members.items()}


@lru_cache(maxsize=4)
def registry_of(so: SoDonVi, nam: int, ngay: NgayVanBan | None, place: str) -> Registry:
    """Return the registry that reads as said; it is kept for the next paper of the same office."""
    return Registry(so, nam, ngay, place)


def _first_word(words: Words, found: FoundName) -> int:
    """Return the first word of a name, its "các" included."""
    before = found.first - 1
    is_cac = before >= 0 and words.slice(before, before).casefold() == "các" and words.follows(found.first)
    return before if is_cac else found.first


def _without(mention: Mention, excepted: Collection[str]) -> Mention:
    if mention.nhom is None or not excepted:
        return mention
    stay = tuple(unit for unit in mention.don_vi if unit not in excepted)
    return mention._replace(don_vi=stay, tru=tuple(unit for unit in mention.don_vi if unit in excepted))


def _alone(text: str, phrases: Sequence[LeftOut], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield for each phrase that leaves out whom no group holds a mention of nobody."""
    members = {unit for one in mentions for unit in one.tru}
    for one in phrases:
        if (units := tuple(unit for unit in one.units if unit not in members)) and not one.unclear:
            words = text[one.start : one.end].strip(" ,;\n")
            words = words.strip("()[]") if words[:1] in ("(", "[") else words
            yield Mention(words, text.index(words, one.start), (), tru=units)


def _unclear(text: str, phrases: Sequence[LeftOut], found: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Yield what of `phrases` that stand right behind a group is not clear."""
    ends = {group.end for group in found if group.nhom is not None}
    for one in phrases:
        if len(text[: one.start].rstrip()) in ends:
            yield from one.unclear


def _is_one_phrase(text: str, before: Mention, start: int) -> bool:
    """Return whether the group at `start` goes on the one `before` without a "các" of its own."""
    gap = text[before.end : start].strip().casefold()
    return before.nhom is not None and gap in (",", "và") and not text[start:].casefold().startswith("các ")


def _with_larger(names: Iterable[str], larger: dict[str, list[str]]) -> Iterable[str]:
    found = dict.fromkeys(names)
    waiting = list(found)
    while waiting:
        for name in larger[waiting.pop()]:
            if name not in found:
                found[name] = None
                waiting.append(name)
    return found
