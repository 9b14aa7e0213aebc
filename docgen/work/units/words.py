"""The words of one text as a reader walks over them, the names looked up among them, and the place behind a name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

from docgen.text.folding import Spelling, name_key, spelling
from docgen.text.patterns import lazy_re

_LATIN: Final = range(ord("Ỹ") + 1)
CAPITAL: Final = f"[{''.join(chr(code) for code in _LATIN if chr(code).isupper())}]"  # for patterns: any capital of Vietnamese
_OPENING: Final = 2  # letters that choose how far to look
LEVEL: Final = r"(?:tỉnh|thành phố|thị xã|huyện|quận|phường|xã|thị trấn|đặc khu)"
_PLACE: Final = lazy_re(rf"\b((?i:{LEVEL}))\s+((?={CAPITAL}|\d)\w.*?)\s*(?:,|$)")
_LINKS: Final = ("", "trên địa bàn ", "thuộc ", "của ", "hoạt động trên địa bàn ")
_OTHER_BODIES: Final = frozenset(map(name_key, ("ủy", "đoàn", "đội", "lỵ")))


class Words:
    """The words of a text, counted from 0; a word past the end follows nothing."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spelling: Spelling = spelling(text)

    def __len__(self) -> int:
        return len(self.spelling.words)

    @cached_property
    def all_capitals(self) -> bool:
        """Return whether the text is in capitals, so that they tell nothing."""
        return self.text.isupper()

    def key(self, word: int) -> str:
        """Return the folded letters of `word`; none for "và" and "các"."""
        return self.spelling.key[self.spelling.starts[word] : self.spelling.ends[word]]

    def gap(self, word: int) -> str:
        """Return what stands in the text before `word` and behind the one before it."""
        start = self.spelling.words[word - 1][1] if word else 0
        return self.text[start : self.spelling.words[word][0]]

    def follows(self, word: int) -> bool:
        """Return whether `word` runs on from the one before it, with nothing but space between."""
        return 0 < word < len(self) and self.gap(word).isspace()

    def is_capital(self, word: int) -> bool:
        """Return whether `word` opens with a capital letter."""
        return self.text[self.spelling.words[word][0]].isupper()

    def slice(self, first: int, last: int) -> str:
        """Return the text from `first` to `last`, as written."""
        return self.text[self.spelling.words[first][0] : self.spelling.words[last][1]]

    def start(self, word: int) -> int:
        """Return where `word` stands in the text."""
        return self.spelling.words[word][0]


class NameSet:
    """A set of folded names, with the length of the longest for each two letters that they open with."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._keys = frozenset(keys)
        self._longest: dict[str, int] = defaultdict(int)
        for key in self._keys:
            self._longest[key[:_OPENING]] = max(self._longest[key[:_OPENING]], len(key))

    def ends(self, text: Spelling, word: int, head: str = "") -> Iterator[int]:
        """Yield each word of `text` at which a name ends that opens at `word`, the longest name first.

        With `head`, the name's first words, the text has to hold the rest of it only.
        """
        start = text.starts[word]
        opening = (head or text.key[start : start + _OPENING])[:_OPENING]
        longest = start - len(head) + self._longest.get(opening, 0)
        last = word
        while last < len(text.ends) and text.ends[last] <= longest:
            last += 1
        for end in range(last - 1, word - 1, -1):
            if text.ends[end] > (text.ends[end - 1] if end else 0) and head + text.key[start : text.ends[end]] in self._keys:
                yield end

    def end(self, text: Spelling, word: int, head: str = "") -> int | None:
        """Return the word at which the longest name ends that opens at `word`, if one does."""
        return next(self.ends(text, word, head), None)


_LEVELS: Final = NameSet(map(name_key, ("tỉnh", "thành phố", "thị xã", "huyện", "quận", "phường", "xã", "thị trấn", "đặc khu")))


def own_place(*names: str | None) -> str:
    """Return the place of the first of `names` that holds one: "Ủy ban nhân dân tỉnh Sóc Trăng" gives "tỉnh Sóc Trăng"."""
    found = (_PLACE.search(name) for name in names if name)
    return next((f"{match[1].lower()} {match[2]}" for match in found if match), "")


class OwnPlace:
    """One office's place, in the forms in which it follows a unit's name."""

    def __init__(self, place: str) -> None:
        match = _PLACE.search(place)
        level, name = (match[1], match[2]) if match else ("", "")
        self._level = NameSet([name_key(link + level) for link in _LINKS] if level else ())
        self._name = NameSet([name_key(name)] if name else ())
        self._full = NameSet([name_key(f"{link}{level} {name}") for link in _LINKS] if name else ())

    def end(self, words: Words, last: int) -> int:
        """Return the last word of a name that ends at `last` and of the place behind it."""
        first = last + 1
        if first >= len(words) or ";" in words.gap(first):
            return last
        full = self._full.end(words.spelling, first)
        if full is not None:
            return full
        if not words.follows(first):
            return last
        short = self._name.end(words.spelling, first)
        if short is not None:
            return short
        level = self._level.end(words.spelling, first)
        return last if level is None or self._opens_other_name(words, first, level) else level

    @staticmethod
    def _opens_other_name(words: Words, first: int, level: int) -> bool:
        if words.is_capital(first) and not words.all_capitals:
            return True
        return words.follows(level + 1) and (words.is_capital(level + 1) or words.key(level + 1) in _OTHER_BODIES)


def end_of_other_place(words: Words, last: int) -> int:
    """Return the last word of a place not our own that stands behind a name ending at `last`, or `last` where there is none.

    Two capital words are a place: "Sở Công Thương tỉnh Bạc Liêu", "Sở Y tế Cần Thơ"; one may open the next phrase.
    """
    first = last + 1
    if words.all_capitals or not words.follows(first):
        return last
    level = _LEVELS.end(words.spelling, first)
    name = first if level is None else level + 1
    end = name
    while words.follows(end) and words.is_capital(end):
        end += 1
    return end - 1 if end - name >= 2 else last
