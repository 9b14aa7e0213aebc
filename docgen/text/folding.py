"""Words and codes as they are compared, however they were typed again."""

import re
import unicodedata
from typing import Final

from docgen.text.wording import without_marks

_SEPARATORS: Final = re.compile(r"[\s.,;:/\\_-]+")
_NOT_LETTERS: Final = re.compile(r"[^a-z0-9]+")


def folded(text: str) -> str:
    """Return the letters and digits of `text` alone, small and without marks."""
    return _NOT_LETTERS.sub("", without_marks(unicodedata.normalize("NFC", text)).lower())


def folded_words(text: str) -> str:
    """Return the words of `text`, small and without marks, one blank between them."""
    return _NOT_LETTERS.sub(" ", without_marks(unicodedata.normalize("NFC", text)).lower()).strip()


def folded_code(code: str) -> str:
    """Return a code as it is compared: "i, 2" is "I.2"."""
    return _SEPARATORS.sub(".", without_marks(code)).strip(".").upper()
