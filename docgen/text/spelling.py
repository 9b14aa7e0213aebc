"""How names are compared: one key for all ways of writing a name, and where its words stand in the text."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
_FILLERS: Final = ("và", "các")
_SHORT_FORMS: Final = {
    "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "MTTQ": "Mặt trận Tổ quốc", "MTTQVN": "Mặt trận Tổ quốc Việt Nam",
    "UBMTTQ": "Ủy ban Mặt trận Tổ quốc", "UBMTTQVN": "Ủy ban Mặt trận Tổ quốc Việt Nam", "TP": "thành phố", "TX": "thị xã",
}  # fmt: skip


def _letters(word: str) -> str:
    """Return `word` in small letters with its tone behind it, so that hòa and hoà are one."""
    letters = unicodedata.normalize("NFD", word.casefold())
    tones = [letter for letter in letters if letter in _TONES]
    return "".join([letter for letter in letters if letter not in _TONES] + tones)


_READ_AS: Final = {
    **{_letters(filler): "" for filler in _FILLERS},
    **{_letters(short): "".join(_letters(word) for word in full.split()) for short, full in _SHORT_FORMS.items()},
}


@lru_cache(maxsize=65536)
def _key(word: str) -> str:
    letters = _letters(word)
    return _READ_AS.get(letters, letters)


@dataclass(frozen=True, slots=True)
class Spelling:
    """A text as names are compared: `key` is its letters without spaces, marks of punctuation, "và" and "các".

    `words` are where the words stand in the text, `starts` and `ends` where they stand in `key`. A semicolon stays, and so does
    a space between two numbers: no name runs across the one, and "Phường 1, 2" is not "Phường 12".
    """

    key: str
    words: tuple[tuple[int, int], ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def spelling(text: str) -> Spelling:
    """Return `text` folded: letter case, spacing, dashes, where the tone mark stands, and the short forms that everyone uses."""
    pieces: list[str] = []
    words: list[tuple[int, int]] = []
    starts: list[int] = []
    ends: list[int] = []
    length = behind = 0
    last = ""
    for match in _WORD.finditer(text):
        key = _key(match.group())
        gap = ";" if ";" in text[behind : match.start()] else " " if last[-1:].isdigit() and key[:1].isdigit() else ""
        pieces += (gap, key)
        words.append(match.span())
        starts.append(length + len(gap))
        length += len(gap) + len(key)
        ends.append(length)
        behind, last = match.end(), key or last
    return Spelling("".join(pieces), tuple(words), tuple(starts), tuple(ends))


def name_key(text: str) -> str:
    """Return what all ways of writing one name have in common."""
    return spelling(text).key
