"""What a plan's text still says of the year before, which nobody moved when it was made from the plan of that year."""

import re
from collections.abc import Sequence
from typing import Final

from docgen.rollover.changes import Treatment, Years
from docgen.rollover.nam.events import misnamed_lunar_years, of_lunar_years
from docgen.rollover.nam.mention import Around, PlanYears, YearForm, YearMention, around, cues, moved, written
from docgen.rollover.nam.occurrences import hidden
from docgen.rollover.nam.treatment import judged
from docgen.text.patterns import lazy_re

_NOW: Final = r"(?<!\d){year}(?!\d)"
_IN_BRACKETS: Final = lazy_re(r"\(\s*$")


def leftovers(text: str, year: int, *, subject: str = "", taken: Sequence[tuple[int, int]] = ()) -> tuple[Treatment, ...]:
    """Return the pieces of a text in a plan of `year` that are surely left from the year before, with what they should say."""
    years = Years(year - 1, year)
    open_text = hidden(text, taken)
    own_span = PlanYears(Years(year, year + 1), subject).span or ()
    ends = (f"{one % 100:02}" for one in (years.old, *own_span[:1]))  # without which no year of `text` is left from then
    stale = [
        written(open_text, mention, moved(verdict.why) if verdict.own else verdict, years)
        for mention, verdict in (judged(open_text, PlanYears(years)) if any(end in open_text for end in ends) else ())
        if verdict
        and ((verdict.moves and verdict.sure) or verdict.own)
        and _is_of(years.old, mention, own_span)
        and _is_time_of_work(mention, around(open_text, mention), year, subject)
    ]
    lunar = [one for one in of_lunar_years(open_text, years) if one.sure and one.why == f"năm âm lịch {year}" and one.new]
    misnamed = misnamed_lunar_years(open_text, year)
    return tuple(sorted((*stale, *lunar, *misnamed), key=lambda one: one.start))


def _is_of(before: int, mention: YearMention, own_span: tuple[int, ...]) -> bool:
    """Return whether `mention` ends in the year `before`, or, of a range, in the year in which the range of the subject opens."""
    if own_span and mention.last:
        return mention.last == own_span[0]
    return max(mention.year, mention.last) == before and before not in own_span


def _looks_at_the_year_before(mention: YearMention, near: Around) -> bool:
    """Return whether brackets, a column or section on the results, or an old beginning name the year on purpose."""
    if mention.is_year:
        return near.led_by(_IN_BRACKETS) or (cues.RESULTS_COLUMN.fullmatch(near.lead) is not None and not near.trail.strip(" :)"))
    return mention.kind is YearForm.THANG and near.led_by(cues.BEGUN_THEN) and not near.followed_by(cues.SPAN_GOES_ON)


def _is_time_of_work(mention: YearMention, near: Around, year: int, subject: str) -> bool:
    """Return whether the words around tell when the plan is carried out, and do not look back on purpose."""
    if re.search(_NOW.format(year=year), near.sentence) or _looks_at_the_year_before(mention, near):
        return False
    if near.led_by(cues.DEADLINE):
        return True
    if cues.LOOKS_BACK.search(near.lead):
        return False
    if mention.kind in (YearForm.KHOANG, YearForm.NOI, YearForm.NAM) or not near.lead.strip(" :–-"):
        return True
    if any(map(near.led_by, (cues.WORK, cues.BEGINS_A_SPAN))):
        return True
    if mention.kind is YearForm.THANG:
        return near.own[:1].isalpha() and not near.lead.rstrip().endswith("(")
    return mention.kind is YearForm.TRO and PlanYears(Years(year, year + 1), subject).names(near.lead + near.own)
