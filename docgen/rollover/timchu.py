"""Finds words in a text whatever their case, spacing, quotes, dashes and marks: whole words only, and whole numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from docgen.text.spelling import name_key

_WORD: Final = re.compile(r"\d+(?:[.,]\d+)*|(?:[^\W\d_][\u0300-\u036f]*)+|\d+")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text as they are compared, and where each stands."""

    keys: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def find(self, wanted: "Words") -> Iterator[tuple[int, int]]:
        """Yield from where to where the words of `wanted` stand here one behind the other."""
        many = len(wanted.keys)
        for first in range(len(self.keys) - many + 1):
            if self.keys[first : first + many] == wanted.keys:
                yield self.spans[first][0], self.spans[first + many - 1][1]

    def names(self, wanted: "Words") -> bool:
        """Return whether the text names `wanted`: its first two words together, the others anywhere."""
        return any(self.find(wanted.head)) and set(wanted.keys) <= set(self.keys)

    def behind(self, wanted: "Words") -> int | None:
        """Return where `wanted` ends that is named last: its first two words together, the others behind in their order."""
        heads = [end for _, end in self.find(wanted.head)]
        if not heads:
            return None
        end = heads[-1]
        for key in wanted.keys[2:]:
            ends = [span[1] for other, span in zip(self.keys, self.spans, strict=True) if other == key and span[0] >= end]
            if not ends:
                return None
            end = ends[0]
        return end

    @property
    def head(self) -> "Words":
        """Return the first two words."""
        return Words(self.keys[:2], self.spans[:2])


def words_of(text: str) -> Words:
    """Return the words of `text`."""
    found = list(_WORD.finditer(text))
    keys = tuple(name_key(match.group()) or match.group().casefold() for match in found)
    return Words(keys, tuple(match.span() for match in found))
