"""Lines that are borders of paragraphs or cells, or rows of typed characters."""

import re
from typing import Any, Final

from docgen.check.docview.names import VAL, Element, W, child
from docgen.check.view import DrawnRule
from docgen.text.typography import width

_TYPED_RULE: Final = re.compile(r"(_{4,}|[-–—‾¯─━]{5,}|\*{5,})")
_INVISIBLE: Final = frozenset({"nil", "none"})
_PAPER: Final = "FFFFFF"
_ALL_SIDES: Final = ("top", "left", "bottom", "right")
_SHOWING: Final = 2  # sides of a cell that are drawn where it belongs to a ruled table
_SIDES: Final = ("left", "right", "start", "end")


def is_visible(border: Element | None) -> bool:
    """Return whether a border shows: drawn, and not in the colour of the paper."""
    if border is None or (border.get(VAL) or "none") in _INVISIBLE:
        return False
    return (border.get(f"{W}color") or "auto").upper() != _PAPER


def paragraph_rules(borders: dict[str, Any], available: float | None, left: float, right: float) -> list[DrawnRule]:
    """Return the line over or under a paragraph; a box around it is none."""
    if any(is_visible(borders.get(side)) for side in _SIDES) or not any(
        is_visible(borders.get(each)) for each in ("top", "bottom")
    ):
        return []
    if available is None:
        return [DrawnRule("border", None)]
    length = available - left - right
    return [DrawnRule("border", length, left + length / 2)]


def typed_rule(text: str, size: float) -> DrawnRule | None:
    """Return the line that a row of underscores or dashes makes, None where `text` holds more than that."""
    typed = text.strip()
    return (
        DrawnRule("characters", width(typed.replace("‾", "_").replace("¯", "_"), size)) if _TYPED_RULE.fullmatch(typed) else None
    )


def shows_lines(properties: Element | None) -> bool | None:
    """Return whether the `w:tblBorders` in table properties show, None where there are none."""
    borders = child(properties, "tblBorders")
    if borders is None:
        return None
    return any(is_visible(each) for each in borders)


def shows_cell(properties: Element | None, by_table: bool) -> bool:
    """Return whether lines show around a cell: its own borders, where it has them, otherwise those of its table."""
    own = child(properties, "tcBorders")
    if own is None:
        return by_table
    drawn = {side: child(own, side) for side in _ALL_SIDES}
    return sum(by_table if border is None else is_visible(border) for border in drawn.values()) >= _SHOWING


def cell_rule(properties: Element | None, side: str, length: float | None) -> DrawnRule | None:
    """Return the line that a border on one side of a cell makes, None where the cell has more sides than one drawn."""
    borders = child(properties, "tcBorders")
    if borders is None:
        return None
    drawn = {each.tag.replace(W, "") for each in borders if is_visible(each)}
    return DrawnRule("cell border", length, None if length is None else length / 2) if drawn == {side} else None
