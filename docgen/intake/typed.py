"""What offices type into cells: numbers, letters and dashes before groups and tasks, line breaks, signs for "the same"."""

import re
from dataclasses import dataclass
from typing import Final

from docgen.data.model.phanviec import is_same_as_above
from docgen.text.patterns import lazy_re

_BLANKS: Final = lazy_re(r"[ \t\u00a0\u2002-\u200a\u202f\u3000]+")
_DITTO: Final = lazy_re(r"(?:[-–]\s*)?(?:nt|như trên|\"|''|”|〃|//|-//-)(?:\s*[-–])?[.;]?", re.IGNORECASE)
_LIST: Final = lazy_re(r"\s*(?:[-–—•+*▪·]|\(?[\da-zđA-ZĐ]{1,2}[.)])\s*\S")
_ENDED: Final = tuple(".;:!?…")
_ROMAN: Final = lazy_re(r"(?=[IVXL])X{0,3}L?X{0,3}(?:IX|IV|V?I{0,3})")
_LETTERS: Final = "ABCDĐEFGHIJKLMNOPQRSTUVWXYZ"
_TYPED: Final = lazy_re(
    r"(?P<mark>(?i:phần|mục|nhóm)\s+(?:[IVXL]+|\d{1,2}|[A-ZĐ])\b|\d{1,3}(?:\.\d{1,3})*|[IVXL]+|[A-ZĐ]|[a-zđ])"
    r"(?P<end>[.):/]+(?=\s|[^\W\d]{2}|$)|\s*[-–](?=\s)|$)\s*"
)
_DASH: Final = lazy_re(r"[-–—•+*▪·](?:\s+|(?=[^\W\d_]))")
_TICK: Final = lazy_re(r"[xX×✓✔√vV●•■+*1]")
ROLE: Final = lazy_re(
    r"(?<!\w)(?:(?:đơn vị|cơ quan|bộ phận)\s+)?(?P<role>chủ trì|phối hợp)(?:\s+thực hiện)?\s*:\s*", re.IGNORECASE
)
_BEFORE: Final = lazy_re(r"(?:phần|mục|nhóm)\s+", re.IGNORECASE)
_NAMES_GROUP: Final = lazy_re(r"nhóm\s", re.IGNORECASE)


def without_blanks(text: str) -> str:
    """Return `text` with one blank between words and none at the ends of its lines; blank lines are gone."""
    lines = (_BLANKS.sub(" ", line).strip() for line in re.split(r"[\n\v\f]", text))
    return "\n".join(line for line in lines if line)


def told_words(text: str, *, names: bool = False) -> str:
    """Return the words of a cell: lines that were broken for the width of the cell alone are one line again.

    `names`: whether it names units; there a line that opens with "các" is a group of its own.
    """
    joined: list[str] = []
    for line in without_blanks(text).split("\n"):
        if joined and _runs_on(joined[-1], line) and not (names and line.startswith("các ") and joined[-1][-1:].isalnum()):
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


def is_tick(text: str) -> bool:
    """Return whether a cell is ticked: in a column of a month or a quarter a task falls into it."""
    return _TICK.fullmatch(text.strip()) is not None


def _runs_on(above: str, line: str) -> bool:
    return line[:1].islower() and not above.endswith(_ENDED) and not _LIST.match(line)


@dataclass(frozen=True, slots=True)
class Mark:
    """A number as it was typed, and its kind: "I", "A", "a", "1" and below it "1.1"; "-" of a dash."""

    text: str
    kind: str

    @property
    def opens_groups(self) -> bool:
        """Return whether groups are numbered so, and tasks hardly ever."""
        return self.kind in ("I", "A")


def mark_of(text: str, before: str = "") -> Mark | None:
    """Return the number that a cell of numbers holds, None where it holds none; `before` is the letter before it in the table."""
    bare = _BEFORE.sub("", text.strip()).strip(" .):/(-–")
    if not bare:
        return Mark(text.strip(), "-") if text.strip() in ("-", "–", "—", "•", "+", "*") else None
    kind = _kind(bare, before)
    return Mark(bare, kind) if kind else None


def split(text: str, before: str = "") -> tuple[Mark | None, str]:
    """Return the number that `text` opens with, if it does, and the words behind it; of "Nhóm 1: …" all are words."""
    match = _TYPED.match(text)
    if match is None or not match["end"] or match.end() == len(text):
        dash = _DASH.match(text)
        return (Mark(dash.group().strip(), "-"), text[dash.end() :]) if dash else (None, text)
    mark = mark_of(match["mark"], before)
    return (mark, text if _NAMES_GROUP.match(text) else text[match.end() :]) if mark else (None, text)


def unmarked(title: str) -> str:
    """Return a title without the numbers that it opens with, blank where it says nothing else."""
    mark, words = split(title)
    while mark is not None and words not in ("", title):
        title = words
        mark, words = split(title)
    return "" if mark_of(title) is not None and not _BEFORE.match(title) else title


def _kind(bare: str, before: str) -> str:
    if re.fullmatch(r"\d{1,3}(?:\.\d{1,3})*", bare):
        return ".".join("1" for _ in bare.split("."))
    if re.fullmatch(r"(?:[IVXL]+|[A-ZĐ])\.\d{1,3}(?:\.\d{1,3})*", bare):  # "I.1", "A.2"
        return ".".join("1" for _ in bare.split(".")[1:])
    if len(bare) == 1 and bare in _LETTERS and (_follows(bare, before) or not _ROMAN.fullmatch(bare)):
        return "A"
    if _ROMAN.fullmatch(bare):
        return "I"
    return "a" if re.fullmatch(r"[a-zđ]", bare) else ""


def _follows(letter: str, before: str) -> bool:
    return len(before) == 1 and before in _LETTERS and _LETTERS.index(letter) == _LETTERS.index(before) + 1 and letter not in "V"
