"""The paragraphs of the body: which have to stand as PL I.II.6.e says, how far apart they are, how they are numbered."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, Literal, TypeVar

from docgen.check.anatomy import Item, Paper
from docgen.check.finding import Fault, Severity
from docgen.check.view import Paragraph
from docgen.text import typography
from docgen.text.patterns import lazy_re
from docgen.text.wording import KHOAN_LETTERS, roman_value

TITLED: Final = frozenset({"phần", "chương", "mục", "tiểu mục"})
LISTED: Final = frozenset({"khoản con", "điểm", "ngoặc", "gạch", "cộng", "dấu tròn"})
_Thing = TypeVar("_Thing")
_SURELY_ONE_LINE: Final = 45  # so many characters of 14 pt never fill 155 mm, and the other number always does
_SURELY_SEVERAL: Final = 130
_DISPLAYED: Final = 3  # a centred paragraph of so many lines is no heading, no caption, no formula
_PICTURES: Final = ("}drawing", "}pict", "}object")
_MEASURE: Final = 155.0  # the narrowest text that the margins allow, where a paragraph's own is not known
_RANKS: Final = ("phần", "chương", "mục", "tiểu mục", "La Mã", "điều", "khoản", "khoản con", "điểm")
_ROMAN: Final = lazy_re(r"[IVXLC]+")
_WORD: Final = lazy_re(r"^(?:phần|chương|tiểu mục|mục|điều)\s+", re.IGNORECASE)
_FOREIGN: Final = ("f", "j", "w", "z")
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_MOST_DIGITS: Final = 4
_FAR: Final = 3  # a number so far beyond the one before, alone, opens a sentence and counts nothing


def body(paper: Paper) -> tuple[Item, ...]:
    """Return the paragraphs of the body that hold words, the legal bases too."""
    listed = {id(item.paragraph) for item in paper.muc}
    bases = tuple(Item(base, "đoạn", "", base.words) for base in paper.can_cu if id(base) not in listed)
    return tuple(item for item in bases + paper.muc if any(letter.isalpha() for letter in item.paragraph.text))


def ordinary(paper: Paper) -> tuple[Item, ...]:
    """Return the paragraphs of running text, of lists and of the headings before them; not what is set in the middle."""
    return tuple(item for item in body(paper) if item.level not in TITLED and not is_displayed(item.paragraph))


def is_displayed(paragraph: Paragraph) -> bool:
    """Return whether it is a short text set in the middle or at the right, as headings, captions and units of measure are."""
    return paragraph.align in ("center", "right") and printed_lines(paragraph) < _DISPLAYED


def printed_lines(paragraph: Paragraph) -> int:
    """Return how many lines the paragraph's longest part between manual breaks takes, about."""
    longest = max(paragraph.lines, key=lambda line: len(line.words), default=None)
    if longest is None or len(longest.words) < _SURELY_ONE_LINE:
        return 1
    if len(longest.words) > _SURELY_SEVERAL * _DISPLAYED:
        return _DISPLAYED
    room = (paragraph.width or _MEASURE) - paragraph.left - paragraph.right
    return typography.line_count(longest.words, longest.sizes[0], max(room, 1), max(paragraph.first_line, 0))


def first_line_start(paragraph: Paragraph) -> float:
    """Return how far in mm from the text's left edge the first line begins."""
    return paragraph.left + paragraph.first_line


def typed_indent(paragraph: Paragraph) -> str:
    """Return the tabs and blanks that were typed before the first word."""
    text = "".join(span.text for span in paragraph.spans if not span.automatic)
    return "" if paragraph.label else text[: len(text) - len(text.lstrip(" \t\u00a0"))]


def neighbours(items: Sequence[Item]) -> Iterator[tuple[Paragraph, Paragraph]]:
    """Yield each paragraph with the one right below it, nothing between them, not even an empty one."""
    for above, below in pairwise(items):
        upper, lower = above.paragraph, below.paragraph
        if lower.number == upper.number + 1 and upper.section == lower.section and not lower.page_break_before:
            yield upper, lower


def gap_between(upper: Paragraph, lower: Paragraph) -> float:
    """Return the gap in points that Word leaves between two paragraphs."""
    same = upper.style == lower.style
    after = 0.0 if upper.contextual and same else upper.gap_after
    before = 0.0 if lower.contextual and same else lower.gap_before
    return after + before


def empties_between(paper: Paper, items: Sequence[Item]) -> tuple[Paragraph, ...]:
    """Return the empty paragraphs that stand between two paragraphs of `items`, with nothing but such around them."""
    known = {id(item.paragraph) for item in items}
    ends = {id(section.last) for section in paper.view.sections}
    found: list[Paragraph] = []
    run: list[Paragraph] | None = None
    for block in paper.view.blocks:
        if id(block) in known:
            found += run or []
            run = []
        elif run is not None and isinstance(block, Paragraph) and _is_empty(block) and id(block) not in ends:
            run.append(block)
        else:
            run = None
    return tuple(found)


def _is_empty(paragraph: Paragraph) -> bool:
    if paragraph.words or paragraph.rules or paragraph.fields or paragraph.page_break_before or "\f" in paragraph.text:
        return False
    return paragraph.element is None or not any(str(each.tag).endswith(_PICTURES) for each in paragraph.element.iter())


def grouped(things: Iterable[_Thing], said: Callable[[_Thing], str]) -> Iterator[tuple[str, list[_Thing]]]:
    """Yield `things` by what is `said` of each, in the order of the first of each."""
    groups: dict[str, list[_Thing]] = {}
    for thing in things:
        groups.setdefault(said(thing), []).append(thing)
    yield from groups.items()


def many(places: Sequence[Paragraph], says: str, remedy: str, severity: Severity | None = None) -> Fault:
    """Return one fault for all `places`: `says` goes on with "Đoạn này" or with how many they are."""
    subject = "Đoạn này" if len(places) == 1 else f"{len(places)} đoạn"
    return Fault(places[0], f"{subject} {says}", remedy, severity, others=tuple(places[1:]))


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
