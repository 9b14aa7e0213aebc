"""What the reader says of a text, short enough to be written by hand.

`2023>2024` is changed, `2030` left, and a `?` behind says that a person has to decide.
"""

from docgen.rollover.changes import Years
from docgen.rollover.nam import treat_years


def said(text: str, old: int = 2023, new: int = 2024, *, subject: str = "", taken: tuple[tuple[int, int], ...] = ()) -> list[str]:
    """Return the treatments of `text` in their short form."""
    treatments = treat_years(text, Years(old, new), subject=subject, taken=taken)
    return [
        text[one.start : one.end] + (f">{one.new}" if one.new is not None else "") + ("" if one.sure else "?")
        for one in treatments
    ]


def rolled(text: str, old: int = 2023, new: int = 2024, *, subject: str = "") -> str:
    """Return `text` with all changes made."""
    for one in reversed(treat_years(text, Years(old, new), subject=subject)):
        if one.new is not None:
            text = text[: one.start] + one.new + text[one.end :]
    return text
