"""Words, codes and names of files with case, marks, spacing and Unicode form set aside, each as far as it may.

`spelling.name_key` is the one for names of units.
"""

import re
import unicodedata
from typing import Final

_SEPARATORS: Final = re.compile(r"[\s.,;:/\\_-]+")
_NOT_LETTERS: Final = re.compile(r"[^a-z0-9]+")
_END_MARKS: Final = " .;,:"
_LONGEST: Final = 60  # characters of a file's name, so that a path stays within what Windows takes
_DEVICES: Final = frozenset({"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))})


def nfc(text: str) -> str:
    """Return `text` with its letters and marks put together, one character each."""
    return unicodedata.normalize("NFC", text)


def on_one_line(text: str) -> str:
    """Return `text` with nothing but single blanks between its words, none at its ends."""
    return " ".join(text.split())


def without_marks(text: str) -> str:
    """Return `text` in the letters of ASCII as far as they go: `trích yếu` becomes `trich yeu`."""
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def same_words(text: str) -> str:
    """Return what two texts of the same words have in common, every mark of their letters kept: "hội thao" is not "hội thảo".

    Set aside are case, spacing, Unicode form and the marks that end the text.
    """
    return on_one_line(nfc(text)).rstrip(_END_MARKS).casefold()


def folded(text: str) -> str:
    """Return the letters and digits of `text` alone, small and without marks."""
    return _NOT_LETTERS.sub("", without_marks(text).lower())


def folded_words(text: str, joint: str = " ") -> str:
    """Return the words of `text`, small and without marks, one `joint` between them."""
    return _NOT_LETTERS.sub(joint, without_marks(text).lower()).strip(joint)


def folded_code(code: str) -> str:
    """Return a code as it is compared: "i, 2" is "I.2", but "đ" is not "d"."""
    return _SEPARATORS.sub(".", nfc(code)).strip(".").upper()


def plain_name(words: str) -> str:
    """Return the name of a file that is safe on Windows, in e-mail and in archives: `Sở Công Thương` becomes `so-cong-thuong`."""
    name = folded_words(words, "-")
    if len(name) > _LONGEST:
        name = name[:_LONGEST].rpartition("-")[0] or name[:_LONGEST]
    return f"{name}-" if name in _DEVICES else name or "khong-ten"


def numbered_name(number: int, count: int, words: str) -> str:
    """Return a file's name that sorts by `number` among `count`."""
    return f"{number:0{max(len(str(count)), 2)}d}-{plain_name(words)}"
