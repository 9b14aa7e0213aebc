"""A text as its author typed it, and as it is read: without the characters that must not reach paper."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final

from docgen.data import charcheck

Position = tuple[int, int]
_MOST_TOLD: Final = 100
_COMMENT_LIKE_WORDS: Final = re.compile(r"#(?<=[ \t]#)\w[^\n]*")


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
        self.read = charcheck.without_forbidden(typed)

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
        kept = [index for index, character in enumerate(typed) if charcheck.without_forbidden(character)]
        return line, (kept[column - 1] if column <= len(kept) else len(typed)) + 1

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
        for start, end, description in charcheck.forbidden(self.typed):
            line += self.typed.count("\n", line_start, start)
            line_start = self.typed.rfind("\n", 0, start) + 1
            yield Removed((line, start - line_start + 1), start - gone, description)
            gone += end - start


def words_taken_for_comment(text: str) -> dict[int, re.Match[str]]:
    """Return what looks like words that open with a number sign behind other words, by the index at which those others end."""
    found = {}
    for match in _COMMENT_LIKE_WORDS.finditer(text):
        line_start = text.rfind("\n", 0, match.start()) + 1
        found[line_start + len(text[line_start : match.start()].rstrip(" \t"))] = match
    return found


def line_and_column(text: str, index: int) -> Position:
    """Return the line and the column, both from 1, of the character at `index`."""
    return text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1
