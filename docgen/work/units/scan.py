"""Walks over the words of a text and finds the names in it, each the longest that opens where it stands."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from docgen.text.folding import name_key
from docgen.text.patterns import lazy_re
from docgen.work.units.leftovers import is_link
from docgen.work.units.words import NameSet, OwnPlace, Words, end_of_other_place

_BETWEEN_UNITS: Final = lazy_re(r"\s*[,;/&\n–—-]?\s*")
_TITLES: Final = frozenset(map(name_key, ("trưởng", "chánh", "phó", "đốc")))  # "đồng chí Trưởng Ban Dân tộc"
_LONG_NAME: Final = 4  # words; so long a name is meant even where it is written in small letters


class FoundName(NamedTuple):
    """A name in a text: its folded letters, its first word, its last one, and the last of the place behind it."""

    key: str
    first: int
    name_last: int
    last: int
    heads: tuple[str, ...]  # what the next name may leave out, the longest first: "Sở Tài chính, Y tế"
    head: str = ""  # what this name leaves out itself


class Scan:
    """One text, and the names to look for."""

    def __init__(self, words: Words, names: NameSet, place: OwnPlace) -> None:
        self._words = words
        self._names = names
        self._place = place

    def all(self) -> Iterator[FoundName]:
        """Yield every name in the text."""
        last: FoundName | None = None
        word = 0
        while word < len(self._words):
            found = self._found(word, last)
            if found is not None:
                yield found
                last = found
            word = found.last + 1 if found is not None else word + 1

    def anywhere(self) -> Iterator[FoundName]:
        """Yield every name in prose, also where the words before it are none that lead up to a unit."""
        last: FoundName | None = None
        word = 0
        while word < len(self._words):
            found = self._named_in_prose(word, last) if self._words.key(word) else None
            if found is not None:
                yield found
                last = found
            word = found.last + 1 if found is not None else word + 1

    def opening(self, word: int) -> Iterator[FoundName]:
        """Yield the names that stand one behind another from `word` on, with nothing but a comma or "và" between them."""
        last: FoundName | None = None
        while (word := self._skip_fillers(word)) < len(self._words):
            if last is not None and not self._is_next(last.last, word):
                return
            found = self._found(word, last, prose=True)
            if found is None:
                return
            yield found
            last, word = found, found.last + 1

    def _skip_fillers(self, word: int) -> int:
        while word < len(self._words) and not self._words.key(word):
            word += 1
        return word

    def _is_next(self, last: int, word: int) -> bool:
        return all(_BETWEEN_UNITS.fullmatch(self._words.gap(between)) for between in range(last + 1, word + 1))

    def _found(self, word: int, last: FoundName | None, *, prose: bool = False) -> FoundName | None:
        if not self._words.key(word):
            return None
        return self._named_in_full(word, last) or self._named_in_part(word, last, prose)

    def _named_in_full(self, word: int, last: FoundName | None) -> FoundName | None:
        end = self._names.end(self._words.spelling, word)
        if end is None or self._is_a_bare_word(word, end) or self._is_inside_a_name(word, last) or self._is_of_another_place(end):
            return None
        return FoundName(self._key(word, end), word, end, self._end_of_place(end), self._heads("", word, end))

    def _named_in_prose(self, word: int, last: FoundName | None) -> FoundName | None:
        end = self._names.end(self._words.spelling, word)
        if end is not None and self._is_a_bare_word(word, end):
            return None
        if end is None or (self._is_inside_a_name(word, last) and not self._is_sure_of_itself(word, end)):
            return self._named_in_part(word, last, prose=True)
        if self._is_of_another_place(end):
            return None
        return FoundName(self._key(word, end), word, end, self._end_of_place(end), self._heads("", word, end))

    def _is_a_bare_word(self, word: int, end: int) -> bool:
        """Return whether a name of one common word stands without the "các" by which it is one: "các ấp", not "Trưởng ấp".

        A word that stands alone is a short form in small letters: "syt".
        """
        if word != end or len(self._words) == 1 or not self._words.slice(word, end).islower():
            return False
        return not word or self._words.slice(word - 1, word - 1).casefold() not in ("các", "những")

    def _is_sure_of_itself(self, word: int, end: int) -> bool:
        """Return whether the words before, though they lead up to no unit, leave no doubt that one is named."""
        before = word - 1
        if before >= 0 and self._words.key(before) in _TITLES:
            return True
        if self._words.is_capital(word) or (before >= 0 and self._words.follows(word) and self._words.is_capital(before)):
            return False
        return (before >= 0 and not self._words.key(before)) or end - word + 1 >= _LONG_NAME

    def _named_in_part(self, word: int, last: FoundName | None, prose: bool) -> FoundName | None:
        """Return the name whose first words stand in the name before it only.

        It has a capital and ends where a part of a list does; in `prose` it may run on if it opens with a capital.
        """
        if last is None or not self._is_next(last.last, word) or ";" in self._words.gap(word) or not self._is_apart(word):
            return None
        for head in last.heads:
            end = self._names.end(self._words.spelling, word, head)
            if end is not None and not self._words.slice(word, end).islower():
                reach = self._end_of_place(end)
                if self._is_apart(reach + 1) or (prose and self._words.is_capital(word)):
                    key = head + self._key(word, end)
                    heads = dict.fromkeys((*self._heads(head, word, end), *last.heads))
                    return FoundName(key, word, end, reach, tuple(heads), head)
        return None

    def _key(self, first: int, last: int) -> str:
        spelled = self._words.spelling
        return spelled.key[spelled.starts[first] : spelled.ends[last]]

    def _heads(self, head: str, first: int, last: int) -> tuple[str, ...]:
        return tuple(head + self._key(first, word) for word in range(last - 1, first - 1, -1) if self._words.key(word))

    def _is_apart(self, word: int) -> bool:
        return not self._words.follows(word) or not self._words.key(word) or not self._words.key(word - 1)

    def _is_inside_a_name(self, word: int, last: FoundName | None) -> bool:
        """Return whether the words before show that a longer name goes on.

        "Hội Nhà báo Sóc Trăng" holds no "Báo Sóc Trăng", and "Trạm Y tế các xã" no "các xã".
        """
        words = self._words
        before = word - 1 if (word and words.key(word - 1)) or not words.follows(word - 1) else word - 2
        if words.all_capitals or not words.follows(before + 1) or not words.key(before) or (last and before <= last.last):
            return False
        if words.is_capital(word):
            return words.is_capital(before) and words.follows(before) and bool(words.key(before - 1))
        return not is_link(words.slice(self._start_of_run(before, last), before))

    def _start_of_run(self, word: int, last: FoundName | None) -> int:
        while self._words.follows(word) and not (last and word - 1 <= last.last):
            word -= 1
        return word

    def _is_of_another_place(self, end: int) -> bool:
        reach = self._end_of_place(end)
        other = end_of_other_place(self._words, end)
        opens_name = any(
            self._names.end(self._words.spelling, word) is not None
            for word in takewhile(self._words.follows, range(end + 1, other + 1))
        )
        return reach == end and other > end and not opens_name

    def _end_of_place(self, end: int) -> int:
        reach = self._place.end(self._words, end)
        opens_name = reach > end and self._names.end(self._words.spelling, end + 1) is not None
        return end if opens_name else reach


class Named(NamedTuple):
    """A name in a text: its folded letters, from where to where it stands, and where the place behind it ends.

    `head` are the folded letters that it shares with the name before it and leaves out ("Sở Tài chính, Y tế"), `lends` those
    that the names behind it leave out; `start_with_cac` is where "các" stands before it.
    """

    key: str
    start: int
    end: int
    reach: int
    start_with_cac: int
    head: str = ""
    lends: tuple[str, ...] = ()


class Finder:
    """Finds the names whose folded letters are `keys`, as a person of the office at `place` would."""

    def __init__(self, keys: Iterable[str], place: str = "") -> None:
        self._names = NameSet(keys)
        self._place = OwnPlace(place)
        self._found: dict[tuple[str, bool], tuple[Named, ...]] = {}  # most cells of a plan hold the words of another one

    def find(self, text: str, *, is_list: bool) -> tuple[Named, ...]:
        """Return every name in `text`, which is a list of units or prose."""
        if (text, is_list) not in self._found:
            self._found[text, is_list] = self._read(text, is_list=is_list)
        return self._found[text, is_list]

    def _read(self, text: str, *, is_list: bool) -> tuple[Named, ...]:
        words = Words(text)
        scan = Scan(words, self._names, self._place)
        found = tuple(scan.all() if is_list else scan.anywhere())
        ends = [end for _, end in words.spelling.words]
        return tuple(_named(words, ends, found, index) for index in range(len(found)))


def _named(words: Words, ends: Sequence[int], found: Sequence[FoundName], index: int) -> Named:
    one = found[index]
    start = words.start(one.first)
    before = one.first - 1
    is_cac = before >= 0 and words.slice(before, before).casefold() == "các" and words.follows(one.first)
    lends = []
    for at in range(index + 1, len(found)):
        other = found[at]
        if not other.head:
            break
        if one.key.startswith(other.head) and not one.head.startswith(other.head):
            lends.append(other.head)
    first = words.start(before) if is_cac else start
    return Named(one.key, start, ends[one.name_last], ends[one.last], first, one.head, tuple(lends))
