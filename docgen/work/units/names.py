"""Looks up names in a folded text: the longest name that opens at a word and ends with one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from docgen.text.spelling import Spelling

_OPENING: Final = 2  # letters that choose how far to look


class Names:
    """A set of folded names, with the length of the longest for each two letters that they open with."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._keys = frozenset(keys)
        self._longest: dict[str, int] = defaultdict(int)
        for key in self._keys:
            self._longest[key[:_OPENING]] = max(self._longest[key[:_OPENING]], len(key))

    def ends(self, text: Spelling, word: int, head: str = "") -> Iterator[int]:
        """Yield each word of `text` at which a name ends that opens at `word`, the longest name first.

        With `head`, the name's first words, the text has to hold the rest of it only.
        """
        start = text.starts[word]
        opening = (head or text.key[start : start + _OPENING])[:_OPENING]
        longest = start - len(head) + self._longest.get(opening, 0)
        last = word
        while last < len(text.ends) and text.ends[last] <= longest:
            last += 1
        for end in range(last - 1, word - 1, -1):
            if text.ends[end] > (text.ends[end - 1] if end else 0) and head + text.key[start : text.ends[end]] in self._keys:
                yield end

    def end(self, text: Spelling, word: int, head: str = "") -> int | None:
        """Return the word at which the longest name ends that opens at `word`, if one does."""
        return next(self.ends(text, word, head), None)
