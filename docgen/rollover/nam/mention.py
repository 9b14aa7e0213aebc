"""A year or a date as it stands in a text, the words around it, what is known of the plan, and what is to become of it."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from enum import Enum, auto
from typing import Final, NamedTuple, TypeVar

from docgen.rollover.changes import Treatment, Years
from docgen.text.patterns import Cues, lazy_re
from docgen.text.wording import blank

YEAR: Final = r"(?:1[89]|20)\d\d"
HIDDEN: Final = "\ufffc"  # stands for each letter of what is read elsewhere, such as a cited document
DASH: Final = r"[-–—−‑‐]"
cues: Final = Cues(__package__, year=YEAR, dash=DASH, hidden=HIDDEN)
_SENTENCE_END: Final = lazy_re(r"[.!?;](?=\s)|\n\s*[-+•]\s")
_Item = TypeVar("_Item")
_FAR: Final = 400  # letters: words farther away say nothing of a year


class YearForm(Enum):
    """How a year is written."""

    NAM = auto()  # "năm 2023"
    THANG = auto()  # "tháng 6/2023", "Quý II năm 2023"
    NGAY = auto()  # "15/12/2023"
    NGAY_THANG = auto()  # "15/12", without a year
    TRO = auto()  # "2023" alone: a year, a part of a name, or a number
    DINH = auto()  # "Techfest2023"
    KHOANG = auto()  # "2021 - 2025"
    NOI = auto()  # "từ năm 2021 đến năm 2025"
    BANG_CHU = auto()  # "năm hai nghìn không trăm hai mươi ba"
    KY_HIEU = auto()  # "15/2023/QĐ-UBND", an address, a telephone number


class YearMention(NamedTuple):
    """A year or date: the piece that a change would replace, where the words that belong to it open, and what they say.

    `last` is the second year of a range; `month` opens the month or quarter that is named.
    """

    kind: YearForm
    start: int
    end: int
    opens: int
    closes: int
    year: int = 0
    last: int = 0
    month: int = 0
    day: int = 0

    @property
    def is_year(self) -> bool:
        """Return whether it is a year by itself, with or without "năm"."""
        return self.kind in (YearForm.NAM, YearForm.TRO)

    def day_in(self, year: int) -> date | None:
        """Return this day in `year`, where the calendar has it."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


class Around(NamedTuple):
    """The words of the sentence before a mention, those that open it ("năm học", "ngày"), and those behind it."""

    lead: str
    own: str
    trail: str

    @property
    def sentence(self) -> str:
        """Return all the words around the mention."""
        return f"{self.lead} {self.trail}"

    def led_by(self, pattern: re.Pattern[str]) -> bool:
        """Return whether the words right before match `pattern`, which ends with `$`."""
        return pattern.search(self.lead) is not None

    def followed_by(self, pattern: re.Pattern[str]) -> bool:
        """Return whether the words right behind match `pattern`."""
        return pattern.match(self.trail) is not None


def around(text: str, mention: YearMention) -> Around:
    """Return the words of the sentence that stand on both sides of `mention`."""
    earliest = max(0, mention.opens - _FAR)
    start = max((end.end() for end in _SENTENCE_END.finditer(text, earliest, mention.opens)), default=earliest)
    end = _SENTENCE_END.search(text, mention.closes, mention.closes + _FAR)
    own = text[mention.opens : mention.start]
    return Around(text[start : mention.opens], own, text[mention.closes : end.start() if end else mention.closes + _FAR])


def first_at(mentions: Sequence[YearMention], place: int) -> int:
    """Return the index of the first of `mentions`, in their order, that opens at `place` or behind it."""
    return bisect_left(mentions, place, key=lambda one: one.opens)


def runs(
    items: Iterable[_Item], opens: Callable[[_Item], bool], goes_on: Callable[[_Item, _Item], bool]
) -> Iterator[tuple[_Item, ...]]:
    """Yield what stands in one list, two `items` or more: the first `opens` it, the others each `goes_on` behind one."""
    found: list[list[_Item]] = [[]]
    for one in items:
        if found[-1] and goes_on(found[-1][-1], one):
            found[-1].append(one)
        else:
            found.append([one] if opens(one) else [])
    yield from (tuple(run) for run in found if len(run) > 1)


class YearVerdict(NamedTuple):
    """What becomes of a mention: whether it moves by the step of the years, why, and whether that is sure.

    `blank` names what a person has to write in its place; of a range `only_last` moves the second year alone; `own`: whether it
    stays although it is the plan's own year, as it is told of this year alone; `of_paper`: whether it dates a document, and so
    says nothing of the other times in its sentence.
    """

    moves: bool
    why: str
    sure: bool = True
    blank: str = ""
    only_last: bool = False
    own: bool = False
    of_paper: bool = False


def moved(why: str, *, sure: bool = True) -> YearVerdict:
    """Return the verdict that a mention moves with the plan."""
    return YearVerdict(True, why, sure)


def left(why: str, *, sure: bool = True) -> YearVerdict:
    """Return the verdict that a mention stays as it is."""
    return YearVerdict(False, why, sure)


def asked(why: str) -> YearVerdict:
    """Return the verdict that a mention stays until a person has decided."""
    return YearVerdict(False, why, sure=False)


def blanked(what: str, why: str) -> YearVerdict:
    """Return the verdict that a person has to write `what` in the place of a mention."""
    return YearVerdict(True, why, sure=False, blank=what)


_TWO_YEARS: Final = lazy_re(rf"(?<![\d/])({YEAR})\s*(?:{DASH}|/)\s*({YEAR})(?![\d/])")
_YEAR_SAID: Final = lazy_re(rf"\bnăm\s+({YEAR})(?!\d)(?!\s*[-–/])", re.IGNORECASE)


class PlanYears(NamedTuple):
    """The years of a roll-over and the subject (trích yếu) of the plan; `beside` is the task or row whose time is read."""

    years: Years
    subject: str = ""
    beside: str = ""

    @property
    def span(self) -> tuple[int, int] | None:
        """Return the two years of the subject, such as a school year, where the plan's own is one of them."""
        pairs = ((int(one[1]), int(one[2])) for one in _TWO_YEARS.finditer(self.subject))
        return next((pair for pair in pairs if pair[1] == pair[0] + 1 and self.years.old in pair), None)

    @property
    def period(self) -> tuple[int, int] | None:
        """Return the years of a plan that is one of several years, not made anew for each, and still runs in the new one."""
        for one in _TWO_YEARS.finditer(self.subject):
            first, last = int(one[1]), int(one[2])
            rest = self.subject[: one.start()] + self.subject[one.end() :]
            if first + 2 <= last and first <= self.years.old < self.years.new <= last and str(self.years.old) not in rest:
                return first, last
        return None

    @property
    def own(self) -> frozenset[int]:
        """Return the years in which the plan is carried out: its own, and those next to it that the subject names."""
        ahead = {int(one[1]) for one in _YEAR_SAID.finditer(self.subject)} & {self.years.old + 1}
        return frozenset({self.years.old, *(self.span or ()), *ahead})

    def names(self, lead: str) -> bool:
        """Return whether the subject has the plan's year behind the last words of `lead`, in full or as an abbreviation."""
        words = lead.split()[-2:]
        if not words:
            return False
        old = str(self.years.old)
        if re.search(r"\s+".join((*map(re.escape, words), old)), self.subject, re.IGNORECASE):
            return True
        before = re.split(r"[\s,]+", self.subject.partition(old)[0].strip())
        return (
            words[-1].isupper() and words[-1].isalpha() and len(words[-1]) > 1 and _initials(before, len(words[-1])) == words[-1]
        )


def _initials(words: Sequence[str], count: int) -> str:
    return "".join(word[:1] for word in words[-count:]).upper()


_SHORT_END: Final = lazy_re(r"(?<=\D)\d\d(?!\d)")
_SHORT_YEAR: Final = lazy_re(r"(?<!\d)\d\d(?!\d)")
_FULL_YEAR: Final = lazy_re(YEAR)


def written(text: str, mention: YearMention, verdict: YearVerdict, years: Years) -> Treatment:
    """Return the treatment of `mention`: its year moved, a blank in its place, or the piece as it is."""
    piece = text[mention.start : mention.end]
    new = None
    if verdict.moves:
        new = blank(verdict.blank) if verdict.blank else shifted(piece, years.step, only_last=verdict.only_last)
    return Treatment(mention.start, mention.end, new, verdict.why, verdict.sure)


def shifted(piece: str, step: int, *, only_last: bool = False) -> str:
    """Return `piece`, a year or a range, moved by `step`: "2023", "23", "2023 - 2024", "2023-24", "23-24"."""
    found = list(_FULL_YEAR.finditer(piece))
    if not found:
        return _SHORT_YEAR.sub(lambda short: f"{(int(short[0]) + step) % 100:02d}", piece)
    moving = found[-1:] if only_last else found
    for year in reversed(moving):
        piece = piece[: year.start()] + str(int(year.group()) + step) + piece[year.end() :]
    short_end = _SHORT_END.search(piece, found[0].end()) if len(found) == 1 else None
    if short_end is None:
        return piece
    return piece[: short_end.start()] + f"{(int(short_end.group()) + step) % 100:02d}" + piece[short_end.end() :]
