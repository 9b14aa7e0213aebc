"""Finds characters that must not reach paper: control and invisible ones, lost ones, and texts typed in TCVN3 or VNI."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final, TypeAlias

from docgen.text.patterns import lazy_re

Position: TypeAlias = tuple[int, int]  # line and column, both from 1

_FORBIDDEN: Final = lazy_re(
    "([\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, save tab and line feed
    "\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"  # invisible: soft hyphen, zero widths, direction marks
    "\ufffc-\uffff\ue000-\uf8ff])\\1*"  # lost or private; equal neighbours together
)
_TCVN3_INSIDE_WORD: Final = lazy_re(r"[^\W\d_][µ¸¶¹¨¼½¾©®ª¬][^\W\d_]")
_TCVN3_WORD: Final = lazy_re(r"[^\W\d_][µ¸¶·¹¨¼½¾ª¬]|[®§][a-zà-ỹ]")
_NEVER_VIETNAMESE: Final = lazy_re("[äåæçëîïñöøûüÿþßÄÅÆÇËÎÏÑÖØÛÜÞð]")
_SUSPECT: Final = lazy_re("[µ¸¶·¹¨¼½¾©®ª¬§äåæçëîïñöøûüÿþßÄÅÆÇËÎÏÑÖØÛÜÞð]")  # one of them is in all that the three above find
_WORDS_THAT_CONVINCE: Final = 2
_MOST_TOLD: Final = 100
_NAMES: Final = {
    "\u00ad": "dấu gạch nối mềm (ký tự ẩn)",
    "\ufffc": "chỗ của một hình đã dán (ký tự ẩn U+FFFC)",
    "\ufffd": "ký tự hỏng \ufffd (chữ gốc đã mất khi chuyển mã)",
}


def is_clean(text: str) -> bool:
    """Return whether nothing can be found in `text`, nor in any part of it."""
    return _FORBIDDEN.search(text) is None and _SUSPECT.search(text) is None


def find(text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset in `text` and a Vietnamese description of everything in it that must not be printed."""
    for match in _FORBIDDEN.finditer(text):
        yield match.start(), _describe(match.group(1))
    legacy = _legacy_encoding(text) if _SUSPECT.search(text) else None
    if legacy is not None:
        yield legacy


def without_forbidden(text: str) -> str:
    """Return `text` without the characters that must not be printed."""
    return _FORBIDDEN.sub("", text)


def _describe(character: str) -> str:
    name = _NAMES.get(character)
    if name is None:
        category = unicodedata.category(character)
        name = {"Cf": "ký tự ẩn", "Co": "ký tự riêng của một phông chữ"}.get(category, "ký tự điều khiển")
        name = f"{name} U+{ord(character):04X}"
    return f"có {name}; hãy xóa và gõ lại chỗ này"


def _legacy_encoding(text: str) -> tuple[int, str] | None:
    inside = _TCVN3_INSIDE_WORD.search(text)
    if inside is not None:
        return inside.start(), _legacy_message("TCVN3 (phông .Vn…)", text, inside.start())
    for encoding, odd in (("TCVN3 (phông .Vn…)", _TCVN3_WORD), ("VNI hoặc TCVN3", _NEVER_VIETNAMESE)):
        words = [word.start() for word in re.finditer(r"\S+", text) if odd.search(word.group())]
        if len(words) >= _WORDS_THAT_CONVINCE:
            return words[0], _legacy_message(encoding, text, words[0])
    return None


def _legacy_message(encoding: str, text: str, start: int) -> str:
    sample = text[max(0, start - 10) : start + 20].strip()
    return f"chữ có vẻ gõ bằng bảng mã {encoding}: “{sample}”; hãy chuyển sang Unicode (UniKey: Công cụ chuyển mã)"


@dataclass(frozen=True)
class Removed:
    """A character, or equal neighbours, left out: where it was typed, before which index of what is read, what it is."""

    position: Position
    index: int
    description: str


class SourceText:
    """The text of a file, and what is read of it; the lines are the same in both, the columns are not."""

    def __init__(self, typed: str) -> None:
        self.typed = typed
        self.read = without_forbidden(typed)

    @cached_property
    def removed(self) -> tuple[Removed, ...]:
        """The characters that were left out, the first hundred of them."""
        return tuple(islice(self._removals(), _MOST_TOLD)) if self.read != self.typed else ()

    @cached_property
    def _lines(self) -> list[str]:
        return self.typed.split("\n")

    def typed_position(self, position: Position) -> Position:
        """Return where the character that is read at `position` (line and column from 1) was typed."""
        if self.read == self.typed:
            return position
        line, column = position
        typed = self._lines[line - 1] if line <= len(self._lines) else ""
        kept = [index for index, character in enumerate(typed) if without_forbidden(character)]
        return line, (kept[column - 1] if column <= len(kept) else len(typed)) + 1

    def position(self, index: int) -> Position:
        """Return the line and the column, both from 1, of the letter `index` of what is read."""
        line = bisect_left(self._line_ends, index)
        return line + 1, index - (self._line_ends[line - 1] + 1 if line else 0) + 1

    def typed_index(self, index: int) -> int:
        """Return at which letter of the typed text the letter `index` of what is read stands."""
        line, column = self.typed_position(self.position(index))
        return self.line_start(line) + column - 1

    def line_start(self, line: int) -> int:
        """Return at which letter of the typed text the line `line`, from 1, begins."""
        return self._typed_starts[line - 1]

    @cached_property
    def _line_ends(self) -> list[int]:
        return [match.start() for match in re.finditer("\n", self.read)]

    @cached_property
    def _typed_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.typed))]

    def removed_outside_comments(self, values: Iterable[tuple[int, int]]) -> Iterator[Removed]:
        """Yield what was left out, save in comments; `values` are the first and last index of every value in what is read."""
        spans = list(values) if self.removed else []
        for removed in self.removed:
            line, column = removed.position
            inside = any(start <= removed.index <= end for start, end in spans)
            if inside or "#" not in self._lines[line - 1][: column - 1]:
                yield removed

    def _removals(self) -> Iterator[Removed]:
        line, line_start, gone = 1, 0, 0
        for match in _FORBIDDEN.finditer(self.typed):
            start, end = match.span()
            line += self.typed.count("\n", line_start, start)
            line_start = self.typed.rfind("\n", 0, start) + 1
            yield Removed((line, start - line_start + 1), start - gone, _describe(match.group(1)))
            gone += end - start


def line_and_column(text: str, index: int) -> Position:
    """Return the line and the column, both from 1, of the character at `index`."""
    return text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1
