"""A number such as 2023 that stands alone: a time, the end of a name, or no year at all."""

import re

from docgen.rollover.nam import cues
from docgen.rollover.nam.mention import Around
from docgen.rollover.values import Years


def is_a_number(near: Around) -> bool:
    """Return whether the four figures count something, or number it."""
    return (
        near.led_by(cues.COUNTED_BEFORE)
        or near.followed_by(cues.COUNTED)
        or (near.lead[-1:] in (".", ",") and near.lead[-2:-1].isdigit())
    )


def is_near(years: Years, year: int) -> bool:
    """Return whether `year` is close enough to the plan's years to be worth a word, even as a number."""
    return years.old - 1 <= year <= years.new + 1


def is_a_time(near: Around) -> bool:
    """Return whether the year follows a word of time, such as "hè" or "đầu", that no name has in it."""
    return near.led_by(cues.LUNAR_NAME_BEFORE) or (near.led_by(cues.TIME_WORD) and not near.led_by(cues.EVENT_NAME))


def is_a_name(near: Around) -> bool:
    """Return whether the year ends a name: "Hội chợ Xuân 2023", "ASEAN 2025"."""
    return near.led_by(cues.EVENT_NAME) or near.led_by(cues.LASTING_NAME) or near.led_by(cues.CAPITAL_WORD)


def is_named_in(subject: str, near: Around, year: int) -> bool:
    """Return whether `subject` has the year behind the same last two words."""
    words = [re.escape(word) for word in near.lead.split()[-2:]]
    return bool(words) and re.search(r"\s+".join((*words, str(year))), subject, re.IGNORECASE) is not None
