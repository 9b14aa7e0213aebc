"""Pieces of an ordinary plan that surely still say the year before: what the roll-over would have changed without asking."""

import re
from collections.abc import Sequence
from typing import Final

from docgen.rollover.nam import cues
from docgen.rollover.nam.amlich import of_lunar_years
from docgen.rollover.nam.finding import hidden
from docgen.rollover.nam.mention import Around, Mention, around
from docgen.rollover.nam.reader import judged
from docgen.rollover.nam.writing import written
from docgen.rollover.values import Treatment, Years

_NOW: Final = r"(?<!\d){year}(?!\d)"


def leftovers(text: str, year: int, *, subject: str = "", taken: Sequence[tuple[int, int]] = ()) -> tuple[Treatment, ...]:
    """Return the pieces of a text in a plan of `year` that are surely left from the year before, with what they should say."""
    years = Years(year - 1, year)
    open_text = hidden(text, taken)
    now = re.compile(_NOW.format(year=year))
    stale = [
        written(open_text, mention, verdict, years)
        for mention, verdict in judged(open_text, years, subject)
        if verdict
        and verdict.moves
        and verdict.sure
        and _is_last_year(mention, years)
        and not _looks_back(around(open_text, mention), now)
    ]
    lunar = [one for one in of_lunar_years(open_text, years) if one.sure and one.why == f"năm âm lịch {year}" and one.new]
    return tuple(sorted((*stale, *lunar), key=lambda one: one.start))


def _is_last_year(mention: Mention, years: Years) -> bool:
    return max(mention.year, mention.last) == years.old


def _looks_back(near: Around, now: re.Pattern[str]) -> bool:
    """Return whether the sentence speaks of the year before on purpose: beside the plan's own year, or as what has been."""
    return now.search(near.sentence) is not None or cues.LOOKS_BACK.search(near.lead) is not None
