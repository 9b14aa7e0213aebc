"""How a cell of a form looks, and how many lines its words take."""

import math
from dataclasses import dataclass
from typing import Any, Final

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from docgen.text.typography import line_count, longest_word

FACE: Final = "Times New Roman"
TEXT: Final = "@"  # nothing that is typed there is reckoned or taken for a date
DAY: Final = "dd/mm/yyyy"
_LETTER: Final = 1.87  # mm; a letter of a column's width
_EDGES: Final = 1.0  # mm; what a cell keeps free beside its words
_BOLD: Final = 1.1  # as wide as the regular face
_RULE: Final = "808080"


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks, and whether it is open to be filled in."""

    bold: bool = False
    italic: bool = False
    centred: bool = False
    middle: bool = False
    boxed: bool = False
    size: float = 11.0
    fill: str = ""
    is_open: bool = False
    form: str = "General"
    is_text: bool = False  # words, though they open as a formula does


def styled(cell: Any, look: Look) -> Any:
    """Return the style that openpyxl keeps for this look; cells may share it as long as none of them is changed."""
    cell.font = Font(name=FACE, size=look.size, bold=look.bold, italic=look.italic)
    cell.alignment = Alignment(
        horizontal="center" if look.centred else "left", vertical="center" if look.middle else "top", wrap_text=True
    )
    side = Side(style="thin", color=_RULE)
    cell.border = Border(left=side, right=side, top=side, bottom=side) if look.boxed else Border()
    if look.fill:
        cell.fill = PatternFill("solid", fgColor=look.fill)
    cell.protection = Protection(locked=not look.is_open)
    cell.number_format = look.form
    cell.quotePrefix = look.is_text
    return cell._style


def line_number(text: str, look: Look, letters: float) -> int:
    """Return how many lines `text` takes in a cell of that many letters; a word that is wider is broken anywhere."""
    limit = (letters * _LETTER - _EDGES) / (_BOLD if look.bold else 1)
    wider = longest_word([text], look.size)
    broken = math.ceil(wider / limit) - 1 if wider > limit else 0
    return sum(max(1, line_count(part, look.size, limit)) for part in text.split("\n")) + broken
