"""Values of a file of data as the texts of fields, and back: a key in each, a line for each text of a list."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from docgen.text.thoigian import NgayChuaDu, NgayVanBan, read_date

_DASH: Final = re.compile(r"\A\s*[-–•]\s+")  # a clerk types it as on paper; docgen prints it


def reached(value: Any, keys: Sequence[str]) -> Any:
    """Return the value below these keys, None where there is none."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def as_text(value: Any, *, lines: bool) -> str | None:
    """Return a value as the text of its field, a line for each text of a list; None where it is something else."""
    match value:
        case None:
            return ""
        case str():
            return value
        case list() if lines and all(isinstance(each, str) and "\n" not in each for each in value):
            return "\n".join(value)
    return None


def as_value(text: str, *, lines: bool) -> Any:
    """Return what stands in a file for the text of a field; None where it is blank."""
    if not lines:
        return " ".join(text.split()) or None
    found = [_DASH.sub("", line).strip() for line in text.split("\n")]
    return [line for line in found if line] or None


def shown_date(text: str) -> str:
    """Return the date of a file as a page shows it, 15/12/2025 or less where less is known; other words as they are."""
    day = _date(text)
    if isinstance(day, NgayChuaDu):
        return f"{day.month:02}/{day.year}" if day.month else str(day.year)
    return text if day is None else f"{day:%d/%m/%Y}"


def kept_date(text: str) -> str:
    """Return the date that somebody typed as a file has it, 2025-12-15; words that are none as they are."""
    day = _date(text)
    if isinstance(day, NgayChuaDu):
        return f"{day.year}-{day.month:02}" if day.month else str(day.year)
    return text.strip() if day is None else day.isoformat()


def _date(text: str) -> NgayVanBan | None:
    try:
        return read_date(" ".join(text.split()))
    except ValueError:  # told with the other problems of the file
        return None


def with_value(values: Mapping[str, Any], keys: Sequence[str], value: Any) -> dict[str, Any]:
    """Return `values` with another value; a key that gets none stays where it is written already."""
    key, *below = keys
    old = values.get(key)
    if below:
        value = with_value(old if isinstance(old, dict) else {}, below, value)
        value = value if any(each is not None for each in value.values()) or isinstance(old, dict) else None
    if isinstance(value, list) and isinstance(old, str) and len(value) == 1:
        value = value[0]
    if value is None and key not in values:
        return dict(values)
    return {**values, key: value}
