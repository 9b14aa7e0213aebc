"""A number such as 2023 that stands alone: a time, the end of a name, or no year at all."""

import re
from typing import Final

from docgen.rollover.changes import Years
from docgen.rollover.nam import cues
from docgen.rollover.nam.mention import Around

_HEADING: Final = re.compile(
    r"\W*(?:ước(?:\s+(?:thực\s+hiện|đạt))?|dự\s+kiến|thực\s+hiện|kế\s+hoạch|dự\s+toán|tiến\s+độ|kinh\s+phí|chỉ\s+tiêu|giao|số\s+liệu|mục\s+tiêu)"
    r"\s*(?:năm\s+)?",
    re.IGNORECASE,
)


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
    if near.led_by(cues.LUNAR_NAME_BEFORE) or near.led_by(cues.SEASON):
        return True
    return near.led_by(cues.TIME_WORD) and not near.led_by(cues.EVENT_NAME)


def is_a_name(near: Around) -> bool:
    """Return whether the year ends a name: "Hội chợ Xuân 2023", "ASEAN 2025"."""
    return near.led_by(cues.EVENT_NAME) or near.led_by(cues.LASTING_NAME) or near.led_by(cues.CAPITAL_WORD)


def heads_a_column(near: Around) -> bool:
    """Return whether nothing stands there but the heading of a column: "Ước 2025", "Dự kiến 2026"."""
    return not near.trail.strip(" )") and _HEADING.fullmatch(near.lead) is not None
