"""The words of one text, as a reader walks over them: their folded letters, what stands between them, and their capitals."""

from functools import cached_property
from typing import Final

from docgen.text.spelling import Spelling, spelling

_LATIN: Final = range(ord("Ỹ") + 1)
CAPITAL: Final = f"[{''.join(chr(code) for code in _LATIN if chr(code).isupper())}]"  # for patterns: any capital of Vietnamese


class Words:
    """The words of a text, counted from 0; a word past the end follows nothing."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spelling: Spelling = spelling(text)

    def __len__(self) -> int:
        return len(self.spelling.words)

    @cached_property
    def all_capitals(self) -> bool:
        """Return whether the text is in capitals, so that they tell nothing."""
        return self.text.isupper()

    def key(self, word: int) -> str:
        """Return the folded letters of `word`; none for "và" and "các"."""
        return self.spelling.key[self.spelling.starts[word] : self.spelling.ends[word]]

    def gap(self, word: int) -> str:
        """Return what stands in the text before `word` and behind the one before it."""
        start = self.spelling.words[word - 1][1] if word else 0
        return self.text[start : self.spelling.words[word][0]]

    def follows(self, word: int) -> bool:
        """Return whether `word` runs on from the one before it, with nothing but space between."""
        return 0 < word < len(self) and self.gap(word).isspace()

    def is_capital(self, word: int) -> bool:
        """Return whether `word` opens with a capital letter."""
        return self.text[self.spelling.words[word][0]].isupper()

    def slice(self, first: int, last: int) -> str:
        """Return the text from `first` to `last`, as written."""
        return self.text[self.spelling.words[first][0] : self.spelling.words[last][1]]

    def start(self, word: int) -> int:
        """Return where `word` stands in the text."""
        return self.spelling.words[word][0]
