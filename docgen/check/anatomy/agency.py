"""The names at the left of the head: which lines name the superior office, which the issuing one."""

from docgen.check.anatomy.words import PLACE_NOUNS, names_unit, opens_with
from docgen.check.view import Line


def split_agency(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return the lines of the superior office and those of the issuing one.

    A change from plain to bold type parts them; where the type does not tell, a line that opens as a new office's name does.
    A line that opens with a place ("TỈNH SÓC TRĂNG") goes on with the name above it.
    """
    cut = _cut_by_type(lines) or _cut_by_words(lines)
    return lines[:cut], lines[cut:]


def _cut_by_type(lines: tuple[Line, ...]) -> int:
    bold = [line.share("bold") for line in lines]
    cut = next((index for index, share in enumerate(bold) if share == "all"), 0)
    clean = all(share == "none" for share in bold[:cut]) and all(share == "all" for share in bold[cut:])
    return cut if clean and cut and not opens_with(lines[cut].words, PLACE_NOUNS) else 0


def _cut_by_words(lines: tuple[Line, ...]) -> int:
    starts = [index for index, line in enumerate(lines) if index and names_unit(line.words) and not _runs_on(lines[index - 1])]
    return starts[-1] if starts else 0


def _runs_on(line: Line) -> bool:
    """Return whether the words of `line` cannot end a name."""
    return line.words.endswith((",", "-", "–")) or line.words.split()[-1].lower() in ("và", "về", "của", "các")
