"""The numbers, letters and dashes that offices type before groups and tasks, and that docgen sets itself."""

import re
from dataclasses import dataclass
from typing import Final

_ROMAN: Final = re.compile(r"(?=[IVXL])X{0,3}L?X{0,3}(?:IX|IV|V?I{0,3})")
_LETTERS: Final = "ABCDĐEFGHIJKLMNOPQRSTUVWXYZ"
_TYPED: Final = re.compile(
    r"(?P<mark>(?i:phần|mục|nhóm)\s+(?:[IVXL]+|\d{1,2}|[A-ZĐ])\b|\d{1,3}(?:\.\d{1,3})*|[IVXL]+|[A-ZĐ]|[a-zđ])"
    r"(?P<end>[.):/]+(?=\s|[^\W\d]{2}|$)|\s*[-–](?=\s)|$)\s*"
)
_DASH: Final = re.compile(r"[-–—•+*▪·](?:\s+|(?=[^\W\d_]))")
_BEFORE: Final = re.compile(r"(?:phần|mục|nhóm)\s+", re.IGNORECASE)


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
    """Return the number that `text` opens with, if it does, and the words behind it."""
    match = _TYPED.match(text)
    if match is None or not match["end"] or match.end() == len(text):
        dash = _DASH.match(text)
        return (Mark(dash.group().strip(), "-"), text[dash.end() :]) if dash else (None, text)
    mark = mark_of(match["mark"], before)
    return (mark, text[match.end() :]) if mark else (None, text)


def unmarked(title: str) -> str:
    """Return a title without the numbers that it opens with."""
    mark, words = split(title)
    while mark is not None and words:
        title = words
        mark, words = split(title)
    return title


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
