"""The office's own place: "tỉnh Sóc Trăng" behind a unit's name says nothing new; another place names another unit."""

import re
from typing import Final

from docgen.text.spelling import name_key
from docgen.work.units.names import Names
from docgen.work.units.words import CAPITAL, Words

_LEVEL: Final = r"(?:tỉnh|thành phố|thị xã|huyện|quận|phường|xã|thị trấn|đặc khu)"
_PLACE: Final = re.compile(rf"\b((?i:{_LEVEL}))\s+((?={CAPITAL}|\d)\w.*?)\s*(?:,|$)")
_LINKS: Final = ("", "trên địa bàn ", "thuộc ", "của ", "hoạt động trên địa bàn ")
_LEVELS: Final = Names(map(name_key, ("tỉnh", "thành phố", "thị xã", "huyện", "quận", "phường", "xã", "thị trấn", "đặc khu")))
_OTHER_BODIES: Final = frozenset(map(name_key, ("ủy", "đoàn", "đội", "lỵ")))


def own_place(*names: str | None) -> str:
    """Return the place of the first of `names` that holds one: "Ủy ban nhân dân tỉnh Sóc Trăng" gives "tỉnh Sóc Trăng"."""
    found = (_PLACE.search(name) for name in names if name)
    return next((f"{match[1].lower()} {match[2]}" for match in found if match), "")


class Place:
    """One office's place, in the forms in which it follows a unit's name."""

    def __init__(self, place: str) -> None:
        match = _PLACE.search(place)
        level, name = (match[1], match[2]) if match else ("", "")
        self._level = Names([name_key(link + level) for link in _LINKS] if level else ())
        self._name = Names([name_key(name)] if name else ())
        self._full = Names([name_key(f"{link}{level} {name}") for link in _LINKS] if name else ())

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
