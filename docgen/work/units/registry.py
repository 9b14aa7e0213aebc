"""The registry of one plan: the units and groups that there were in its year, found in any text."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from docgen.data.model.donvi import DonVi, Entry, Nhom, SoDonVi, joined_names
from docgen.text.spelling import name_key
from docgen.work.units.leftovers import Leftover, Nearest, bodies_behind, end_of_opener, leftover, leftovers, unknown_name
from docgen.work.units.scan import FoundName, Scan
from docgen.work.units.validity import Validity
from docgen.work.units.words import NameSet, OwnPlace, Words


@dataclass(frozen=True, slots=True)
class Mention:
    """A unit or a group that a text names, with its words and their place in the text."""

    text: str
    start: int
    don_vi: tuple[str, ...]  # the unit, or the members of the group, by their full names in the registry's order
    nhom: str | None = None
    fault: str | None = None  # a sentence, where the unit did not bear this name in the plan's year

    @property
    def end(self) -> int:
        """Return where the words end."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read out of one text, in the order of the text."""

    mentions: tuple[Mention, ...] = ()
    leftovers: tuple[Leftover, ...] = ()

    @property
    def don_vi(self) -> tuple[str, ...]:
        """Return every unit named, alone or by its group, once each."""
        return tuple(dict.fromkeys(name for mention in self.mentions for name in mention.don_vi))


class Registry:
    """Reads units out of text as a person of the office would in the year `nam`, who knows them all."""

    def __init__(self, so: SoDonVi, nam: int, ngay: date | None = None, place: str = "") -> None:
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

    def read(self, text: str) -> Reading:
        """Return every unit and group in a list of units, such as a cell or a heading, and all other words as leftovers."""
        words = Words(text)
        found = tuple(Scan(words, self._names, self._place).all())
        return Reading(tuple(self._mention(words, one) for one in found), tuple(self._leftovers(words, found)))

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
        words = Words(text)
        behind = end_of_opener(text)
        first = next((index for index, (start, _) in enumerate(words.spelling.words) if start >= behind), len(words))
        mentions = tuple(self._mention(words, one) for one in Scan(words, self._names, self._place).opening(first))
        if mentions:
            unread = bodies_behind(text, mentions[-1].end)
        else:
            name = unknown_name(text)
            unread = [name, *bodies_behind(text, name[1])] if name else []
        return Reading(mentions, tuple(leftover(text[start:end], start, self._nearest) for start, end in unread))

    def nearest(self, text: str) -> str | None:
        """Return the full name of the unit or group whose name is most like `text`, if one is."""
        return self._nearest.name(text)

    def _mention(self, words: Words, found: FoundName) -> Mention:
        first = _first_word(words, found)
        text, start = words.slice(first, found.last), words.start(first)
        entry = self._validity.chosen(self._bearers[found.key])
        if isinstance(entry, Nhom):
            return Mention(text, start, self._members[entry.ten], entry.ten)
        return Mention(text, start, (entry.ten,), None, self._validity.fault(entry))

    def _leftovers(self, words: Words, found: Sequence[FoundName]) -> Iterable[Leftover]:
        behind = 0
        for one in found:
            start = words.start(_first_word(words, one))
            yield from leftovers(words.text, behind, start, name_behind=True, nearest=self._nearest)
            behind = words.spelling.words[one.last][1]
        yield from leftovers(words.text, behind, len(words.text), name_behind=False, nearest=self._nearest)

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


def _first_word(words: Words, found: FoundName) -> int:
    """Return the first word of a name, its "các" included."""
    before = found.first - 1
    is_cac = before >= 0 and words.slice(before, before).casefold() == "các" and words.follows(found.first)
    return before if is_cac else found.first


def _with_larger(names: Iterable[str], larger: dict[str, list[str]]) -> Iterable[str]:
    found = dict.fromkeys(names)
    waiting = list(found)
    while waiting:
        for name in larger[waiting.pop()]:
            if name not in found:
                found[name] = None
                waiting.append(name)
    return found
