"""The words of a cell as the plan is to have them: line breaks of the width gone, lists kept, signs for "the same" read."""

import re
from typing import Final

from docgen.data.model.phuluc import is_same_as_above

_BLANKS: Final = re.compile(r"[ \t\u00a0\u2002-\u200a\u202f\u3000]+")
_DITTO: Final = re.compile(r"(?:[-–]\s*)?(?:nt|như trên|\"|''|”|〃|//|-//-)(?:\s*[-–])?[.;]?", re.IGNORECASE)
_LIST: Final = re.compile(r"\s*(?:[-–—•+*▪·]|\(?[\da-zđA-ZĐ]{1,2}[.)])\s*\S")
_ENDED: Final = tuple(".;:!?…")


def without_blanks(text: str) -> str:
    """Return `text` with one blank between words and none at the ends of its lines; blank lines are gone."""
    lines = (_BLANKS.sub(" ", line).strip() for line in re.split(r"[\n\v\f]", text))
    return "\n".join(line for line in lines if line)


def told_words(text: str) -> str:
    """Return the words of a cell: lines that were broken for the width of the cell alone are one line again."""
    joined: list[str] = []
    for line in without_blanks(text).split("\n"):
        if joined and _runs_on(joined[-1], line):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return "\n".join(joined)


def says_nothing(text: str) -> bool:
    """Return whether a cell is blank, or holds nothing but dashes or dots."""
    return text.strip() == "/" or not text.strip(" \t\n\u00a0-–—_.…")


def is_ditto(text: str) -> bool:
    """Return whether a cell asks for the words of the one above: "như trên", "-nt-", two strokes."""
    return is_same_as_above(text) or _DITTO.fullmatch(text.strip()) is not None


def _runs_on(above: str, line: str) -> bool:
    return line[:1].islower() and not above.endswith(_ENDED) and not _LIST.match(line)
