"""The running texts of a paper by their levels: which they are, and whether their numbers and letters follow one another."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from docgen.check.anatomy import Item, Paper, PhuLuc
from docgen.check.anatomy.attachments import specimens
from docgen.check.anatomy.numbers import items_of
from docgen.check.finding import applies, found
from docgen.check.mends import Words
from docgen.check.view import Paragraph
from docgen.text.patterns import lazy_re
from docgen.text.wording import KHOAN_LETTERS, roman_value

_RANKS: Final = ("phần", "chương", "mục", "tiểu mục", "La Mã", "điều", "khoản", "khoản con", "điểm")
_ROMAN: Final = lazy_re(r"[IVXLC]+")
_TYPED: Final = lazy_re(r"\s*(\(?([IVXLC]+|\d{1,3}|[a-zđ]{1,2})\s*[./)–:-]+)")
_WORD: Final = lazy_re(r"^(?:phần|chương|tiểu mục|mục|điều)\s+", re.IGNORECASE)
_FOREIGN: Final = ("f", "j", "w", "z")
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_MOST_DIGITS: Final = 4
_FAR: Final = 3  # a number so far beyond the one before, alone, opens a sentence and counts nothing
_CLOSES: Final = lazy_re(r"”[.;,]?$")


def texts(paper: Paper) -> tuple[tuple[Item, ...], ...]:
    """Return the running text of the body and that of each text attached, each with levels of its own, without what it quotes."""
    applies(paper.is_whole)
    found(paper.muc, "nội dung văn bản")
    return _all_texts(paper)


@lru_cache(maxsize=2)  # three rules ask
def _all_texts(paper: Paper) -> tuple[tuple[Item, ...], ...]:
    return (_unquoted(paper.muc), *(_unquoted(items_of(_running(attached))) for attached in paper.phu_luc))


def _unquoted(items: Sequence[Item]) -> tuple[Item, ...]:
    """Return `items` without those of a quotation of several paragraphs, whose numbers are those of another text."""
    ends: dict[int, int] = {}
    opened: int | None = None
    for place, item in enumerate(items):
        words = item.paragraph.words
        if opened is None and words.startswith("“") and words.count("“") > words.count("”"):
            opened = place
        elif opened is not None and _CLOSES.search(words):
            ends[opened], opened = place, None
    quoted = {place for start, end in ends.items() for place in range(start, end + 1)}
    return tuple(item for place, item in enumerate(items) if place not in quoted)


def _running(attached: PhuLuc) -> Iterator[Paragraph]:
    """Yield the paragraphs of an attached text without its heads, and without the forms in it, whose levels are their own."""
    heads = {id(line.paragraph) for line in (attached.label, attached.kem_theo, *attached.ten) if line is not None}
    left_out = heads | set(map(id, specimens(attached)))
    return (each for each in attached.paragraphs if each.place is None and each.story == "body" and id(each) not in left_out)


class Break(NamedTuple):
    """A place where the order breaks: the item, the label before it on its level (None where it is the first), how it breaks."""

    item: Item
    before: Item | None
    kind: Literal["nhảy", "trùng", "lùi", "bắt đầu", "lạc"]


@dataclass
class _Count:
    """How far each level has been counted under its present parent, and under the one before."""

    now: dict[str, tuple[int, Item]] = field(default_factory=dict)
    nested: dict[str, tuple[int, Item]] = field(default_factory=dict)  # 1.1 and 1.1.1, by the numbers before the last
    above: dict[str, int] = field(default_factory=dict)

    def enter(self, level: str) -> None:
        """Begin the levels below `level` anew; articles are counted through the whole paper."""
        if level not in ("khoản con", "điểm"):
            self.nested.clear()
        for deeper in _RANKS[_RANKS.index(level) + 1 :]:
            if deeper != "điều" and deeper in self.now:
                self.above[deeper] = self.now.pop(deeper)[0]

    def turn_to(self, parent: str) -> None:
        """Go on with the count under `parent`, which a deeper one may have broken off."""
        self.now.pop("khoản con", None)
        self.above.pop("khoản con", None)
        if parent in self.nested:
            self.now["khoản con"] = self.nested[parent]


def breaks(items: Sequence[Item]) -> Iterator[Break]:
    """Yield where the numbers and letters of `items` do not follow one another."""
    count = _Count()
    previous: Item | None = None
    for index, item in enumerate(items):
        value = value_of(item)
        if value is not None and not _opens_a_sentence(items, index, value, count):
            level = item.level
            if level == "khoản con":
                count.turn_to(_parent(item))
            kind = "lạc" if _is_astray(item, count) else _break(item, value, count, previous)
            if kind:
                yield Break(item, count.now[level][1] if level in count.now else None, kind)
            count.now[level] = value, item
            count.nested[_parent(item)] = value, item
            count.enter(level)
        previous = item


def value_of(item: Item) -> int | None:
    """Return the number that the item's label counts, None where it counts nothing."""
    if item.level not in _RANKS:
        return None
    if item.level == "khoản con":
        return int(item.label.rstrip(".)").rpartition(".")[2])
    mark = _WORD.sub("", item.label).strip(" ().,:/-")
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


def lettered_runs(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Yield the lists of điểm, each from where its parent opens it."""
    run: list[Item] = []
    for item in items:
        if item.level == "điểm":
            run.append(item)
        elif item.level in _RANKS and run:
            yield run
            run = []
    if run:
        yield run


def letter_of(item: Item) -> str:
    """Return the letter of a điểm."""
    return item.label.strip("().,")


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


def renumbered(item: Item, form: str) -> tuple[Words, ...]:
    """Return what gives the number that opens an item another form, nothing where Word sets the number by itself."""
    typed = _TYPED.match(item.paragraph.text)
    if typed is None or item.paragraph.label:
        return ()
    gap = "" if item.paragraph.text[typed.end() : typed.end() + 1].isspace() else " "
    return (Words(item.paragraph, typed[1], form.format(typed[2]) + gap),)
