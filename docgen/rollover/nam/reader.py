"""Reads the years and dates of one text and says what becomes of each."""

from collections.abc import Iterator, Sequence

from docgen.rollover.nam.amlich import of_lunar_years
from docgen.rollover.nam.anniversaries import of_anniversaries, of_ordinals, of_themes
from docgen.rollover.nam.days import of_day, of_day_without_year, of_weekdays
from docgen.rollover.nam.deciding import decide
from docgen.rollover.nam.finding import find, hidden, listed
from docgen.rollover.nam.mention import Kind, Mention, Verdict, around
from docgen.rollover.nam.writing import written
from docgen.rollover.values import Treatment, Years, without_overlaps


def treat_years(text: str, years: Years, *, subject: str = "", taken: Sequence[tuple[int, int]] = ()) -> tuple[Treatment, ...]:
    """Return what becomes of every year and date of `text` outside the `taken` spans, in the order of the text.

    `subject` is the plan's trích yếu: a name with the plan's year that stands in it moves with the plan.
    """
    open_text = hidden(text, taken)
    treated = without_overlaps(_treatments(open_text, years, subject))
    return tuple(sorted(treated, key=lambda one: one.start))


def judged(text: str, years: Years, subject: str) -> Iterator[tuple[Mention, Verdict | None]]:
    """Yield the mentions of `text` with what becomes of their years; days without a year have none."""
    mentions = find(text, years)
    in_lists = set(listed(text, mentions))
    for one in mentions:
        if one.kind is Kind.NGAY_THANG:
            yield one, None
        elif verdict := decide(one, around(text, one), years, subject=subject, in_list=one in in_lists):
            yield one, verdict


def _treatments(text: str, years: Years, subject: str) -> Iterator[Treatment]:
    heard = tuple(judged(text, years, subject))
    mentions = [mention for mention, _ in heard]
    for mention, verdict in heard:
        near = around(text, mention)
        if verdict is None:
            yield of_day_without_year(mention, near, years)
        elif mention.kind is Kind.NGAY:
            yield of_day(text, mention, verdict, near, years)
        else:
            yield written(text, mention, verdict, years)
    moved = [mention for mention, verdict in heard if verdict is not None and verdict.moves]
    yield from of_weekdays(text, mentions, moved, years)
    yield from of_lunar_years(text, years)
    yield from of_anniversaries(text, mentions, years)
    yield from of_ordinals(text, years)
    yield from of_themes(text, years)
