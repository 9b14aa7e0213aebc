"""Writes a verdict on a mention as the treatment of a piece of the text."""

import re
from typing import Final

from docgen.rollover.changes import Treatment, Years
from docgen.rollover.nam.mention import Mention, Verdict
from docgen.rollover.nam.patterns import YEAR
from docgen.text.marker import blank

_SHORT_END: Final = re.compile(r"(?<=\D)\d\d(?!\d)")
_SHORT_YEAR: Final = re.compile(r"(?<!\d)\d\d(?!\d)")
_YEAR: Final = re.compile(YEAR)


def written(text: str, mention: Mention, verdict: Verdict, years: Years) -> Treatment:
    """Return the treatment of `mention`: its year moved, a blank in its place, or the piece as it is."""
    piece = text[mention.start : mention.end]
    new = None
    if verdict.moves:
        new = blank(verdict.blank) if verdict.blank else shifted(piece, years.step, only_last=verdict.only_last)
    return Treatment(mention.start, mention.end, new, verdict.why, verdict.sure)


def shifted(piece: str, step: int, *, only_last: bool = False) -> str:
    """Return `piece`, a year or a range, moved by `step`: "2023", "23", "2023 - 2024", "2023-24", "23-24"."""
    found = list(_YEAR.finditer(piece))
    if not found:
        return _SHORT_YEAR.sub(lambda short: f"{(int(short[0]) + step) % 100:02d}", piece)
    moving = found[-1:] if only_last else found
    for year in reversed(moving):
        piece = piece[: year.start()] + str(int(year.group()) + step) + piece[year.end() :]
    short_end = _SHORT_END.search(piece, found[0].end()) if len(found) == 1 else None
    if short_end is None:
        return piece
    return piece[: short_end.start()] + f"{(int(short_end.group()) + step) % 100:02d}" + piece[short_end.end() :]
