"""What the reader knows of the whole plan: its years, and the years and names that its subject gives it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from docgen.rollover.changes import Years
from docgen.rollover.nam.patterns import DASH, YEAR

_TWO_YEARS: Final = re.compile(rf"(?<![\d/])({YEAR})\s*(?:{DASH}|/)\s*({YEAR})(?![\d/])")
_YEAR_SAID: Final = re.compile(rf"\bnăm\s+({YEAR})(?!\d)(?!\s*[-–/])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Plan:
    """The years of a roll-over and the subject (trích yếu) of the plan."""

    years: Years
    subject: str = ""

    @property
    def span(self) -> tuple[int, int] | None:
        """Return the two years of the subject, such as a school year, where the plan's own is one of them."""
        pairs = ((int(one[1]), int(one[2])) for one in _TWO_YEARS.finditer(self.subject))
        return next((pair for pair in pairs if pair[1] == pair[0] + 1 and self.years.old in pair), None)

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
