"""The order of numbers and letters in the body: where it jumps, repeats itself or starts anew."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from docgen.check.anatomy import Item
from docgen.check.rules.so_la_ma import roman_value
from docgen.text.wording import KHOAN_LETTERS

_RANKS: Final = ("phần", "chương", "mục", "tiểu mục", "La Mã", "điều", "khoản", "khoản con", "điểm")
_ROMAN: Final = re.compile(r"[IVXLC]+")
_WORD: Final = re.compile(r"^(?:phần|chương|tiểu mục|mục|điều)\s+", re.IGNORECASE)
_FOREIGN: Final = ("f", "j", "w", "z")
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_MOST_DIGITS: Final = 4
_FAR: Final = 3  # a number so far beyond the one before, alone, opens a sentence and counts nothing


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the order breaks: the item, the label before it on its level (None where it is the first), how it breaks."""

    item: Item
    before: Item | None
    kind: Literal["nhảy", "trùng", "lùi", "bắt đầu", "lạc"]


@dataclass
class _Count:
    """How far each level has been counted under its present parent, and under the one before."""

    now: dict[str, tuple[int, Item]] = field(default_factory=dict)
    above: dict[str, int] = field(default_factory=dict)

    def enter(self, level: str) -> None:
        """Begin the levels below `level` anew; articles are counted through the whole paper."""
        for deeper in _RANKS[_RANKS.index(level) + 1 :]:
            if deeper != "điều" and deeper in self.now:
                self.above[deeper] = self.now.pop(deeper)[0]


def breaks(items: Sequence[Item]) -> Iterator[Break]:
    """Yield where the numbers and letters of `items` do not follow one another."""
    count = _Count()
    previous: Item | None = None
    for index, item in enumerate(items):
        value = value_of(item)
        if value is not None and not _opens_a_sentence(items, index, value, count):
            level = item.level
            if level == "khoản con" and _parent(item) != _parent(count.now.get(level, (0, None))[1]):
                count.now.pop(level, None)
                count.above.pop(level, None)
            kind = "lạc" if _is_astray(item, count) else _break(item, value, count, previous)
            if kind:
                yield Break(item, count.now[level][1] if level in count.now else None, kind)
            count.now[level] = value, item
            count.enter(level)
        previous = item


def value_of(item: Item) -> int | None:
    """Return the number that the item's label counts, None where it counts nothing."""
    if item.level not in _RANKS:
        return None
    if item.level == "khoản con":
        return int(item.label.rstrip(".)").rpartition(".")[2])
    mark = _WORD.sub("", item.label).strip(" ().:/-")
    if item.level == "điểm":
        return KHOAN_LETTERS.find(mark) + 1 if len(mark) == 1 and mark in KHOAN_LETTERS else None
    if mark.isdigit():
        return int(mark) if len(mark) <= _MOST_DIGITS else None
    return roman_value(mark) if _ROMAN.fullmatch(mark) else None


def foreign_letters(items: Sequence[Item]) -> Iterator[Item]:
    """Yield the điểm whose letter is none of the Vietnamese row, or is e right after d, where đ has to stand."""
    before = ""
    for item in items:
        if item.level == "điểm":
            letter = letter_of(item)
            if letter in _FOREIGN or (letter == "e" and before == "d"):
                yield item
            before = letter
        elif item.level in _RANKS:
            before = ""


def letter_of(item: Item) -> str:
    """Return the letter of a điểm."""
    return item.label.strip("().")


def _break(item: Item, value: int, count: _Count, previous: Item | None) -> Literal["", "nhảy", "trùng", "lùi", "bắt đầu"]:
    known = count.now.get(item.level)
    if known is None:
        return "" if value in (1, count.above.get(item.level, 0) + 1) or value > _FAR else "bắt đầu"
    last, before = known
    if value == last + 1 or (value == 1 and _leads_in(previous, before)):
        return ""
    if item.level == "điểm" and _follows_in_latin(before, item):
        return ""
    return "nhảy" if value > last else "trùng" if value == last else "lùi"


def _is_astray(item: Item, count: _Count) -> bool:
    """Return whether 1.1 stands under another khoản than 1."""
    if item.level != "khoản con" or "khoản" not in count.now:
        return False
    return _parent(item).partition(".")[0] != str(count.now["khoản"][0])


def _follows_in_latin(before: Item, item: Item) -> bool:
    one, other = _LATIN.find(letter_of(before)), _LATIN.find(letter_of(item))
    return -1 < one == other - 1 or (other > one > -1 and set(_LATIN[one + 1 : other]) <= set(_FOREIGN))


def _leads_in(previous: Item | None, before: Item) -> bool:
    """Return whether `previous`, the paragraph right above, may open a list of its own."""
    if previous is None or previous is before:
        return previous is not None and previous.rest.endswith(":")
    return previous.level == "đoạn" or previous.rest.endswith(":") or previous.is_heading


def _opens_a_sentence(items: Sequence[Item], index: int, value: int, count: _Count) -> bool:
    """Return whether the number is a quantity or a year that happens to open a paragraph."""
    item = items[index]
    if item.level != "khoản" or item.paragraph.label:
        return False
    last = count.now[item.level][0] if item.level in count.now else count.above.get(item.level, 0)
    return value > last + _FAR and not any(
        value_of(later) == value + 1 for later in items[index + 1 :] if later.level == item.level
    )


def _parent(item: Item | None) -> str:
    return item.label.rstrip(".)").rpartition(".")[0] if item else ""
