"""A year or a date as it stands in a text, the words around it, and what is to become of it."""

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Final, NamedTuple

_SENTENCE_END: Final = re.compile(r"[.!?;](?=\s)|\n\s*[-+•]\s")
_FAR: Final = 400  # letters: words farther away say nothing of a year


class Kind(Enum):
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


@dataclass(frozen=True, slots=True)
class Mention:
    """A year or date: the piece that a change would replace, where the words that belong to it open, and what they say.

    `last` is the second year of a range; `month` opens the month or quarter that is named.
    """

    kind: Kind
    start: int
    end: int
    opens: int
    closes: int
    year: int = 0
    last: int = 0
    month: int = 0
    day: int = 0

    def day_in(self, year: int) -> date | None:
        """Return this day in `year`, where the calendar has it."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Around:
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


def around(text: str, mention: Mention) -> Around:
    """Return the words of the sentence that stand on both sides of `mention`."""
    earliest = max(0, mention.opens - _FAR)
    start = max((end.end() for end in _SENTENCE_END.finditer(text, earliest, mention.opens)), default=earliest)
    end = _SENTENCE_END.search(text, mention.closes, mention.closes + _FAR)
    own = text[mention.opens : mention.start]
    return Around(text[start : mention.opens], own, text[mention.closes : end.start() if end else mention.closes + _FAR])


class Verdict(NamedTuple):
    """What becomes of a mention: whether it moves by the step of the years, why, and whether that is sure.

    `blank` names what a person has to write in its place; of a range `only_last` moves the second year alone.
    """

    moves: bool
    why: str
    sure: bool = True
    blank: str = ""
    only_last: bool = False


def moved(why: str, *, sure: bool = True) -> Verdict:
    """Return the verdict that a mention moves with the plan."""
    return Verdict(True, why, sure)


def left(why: str, *, sure: bool = True) -> Verdict:
    """Return the verdict that a mention stays as it is."""
    return Verdict(False, why, sure)


def blanked(what: str, why: str) -> Verdict:
    """Return the verdict that a person has to write `what` in the place of a mention."""
    return Verdict(True, why, sure=False, blank=what)
