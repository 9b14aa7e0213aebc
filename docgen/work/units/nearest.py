"""The name that a misspelt one was probably meant to be."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from docgen.text.folding import folded_words

_ALIKE: Final = 0.75
_SHORT: Final = 15  # letters; in so few, what looks alike is often something else
_SHORT_ALIKE: Final = 0.8
_CANDIDATES: Final = 12
_RARE: Final = 0.2  # a word in more names than this share tells little
_WORDS: Final = 14  # names are no longer; the rest of a long sentence is not compared


class Nearest:
    """The names of a registry, by the words in them; marks and letter case are set aside."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._names = [(folded_words(written), full) for written, full in names]
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for index, (plain, _) in enumerate(self._names):
            for word in set(plain.split()):
                self._by_word[word].append(index)
        self.name = lru_cache(maxsize=4096)(self._name)

    def _name(self, text: str, alike: float = _ALIKE) -> str | None:
        """Return the full name of the unit or group whose name, or a short form of it, is most like `text`."""
        plain = " ".join(folded_words(text).split()[:_WORDS])
        matcher = SequenceMatcher(autojunk=False, b=plain)
        best, full = max(alike, _SHORT_ALIKE if len(plain) < _SHORT else 0), None
        longest, opened = "", None
        for index in self._candidates(plain):
            name = self._names[index][0]
            if plain.startswith(name + " ") and len(name) > len(longest):
                longest, opened = name, self._names[index][1]
            matcher.set_seq1(name)
            if matcher.real_quick_ratio() >= best and matcher.quick_ratio() >= best and (ratio := matcher.ratio()) >= best:
                best, full = ratio + 1e-9, self._names[index][1]
        return full or (opened if alike == _ALIKE else None)

    def _candidates(self, plain: str) -> list[int]:
        lists = [self._by_word[word] for word in plain.split() if word in self._by_word]
        rare = [found for found in lists if len(found) <= max(50, _RARE * len(self._names))]
        shared = Counter(index for found in rare or lists[:1] for index in found)
        return [index for index, _ in shared.most_common(_CANDIDATES)]
