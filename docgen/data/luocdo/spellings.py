"""Patterns for fixed words as docgen takes them: in any letter case, with blanks around, in any Unicode form."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import permutations


def pattern(words: Iterable[str]) -> str:
    """Return the regular expression, of the kind that editors know too, that takes any spelling of one of `words`."""
    return rf"^\s*(?:{'|'.join(''.join(map(_letter, word)) for word in words)})\s*$"


def _letter(letter: str) -> str:
    forms = sorted({form for case in (letter.lower(), letter.upper()) for form in _forms(case)})
    if len(forms) == 1:
        return re.escape(letter) if letter != " " else letter
    return f"[{''.join(forms)}]" if all(len(form) == 1 for form in forms) else f"(?:{'|'.join(forms)})"


def _forms(letter: str) -> Iterator[str]:
    """Yield each way in which a keyboard may compose `letter` of a base and its marks."""
    base, *marks = list(unicodedata.normalize("NFD", letter))
    for order in permutations(marks):
        for count in range(len(order) + 1):
            form = unicodedata.normalize("NFC", base + "".join(order[:count])) + "".join(order[count:])
            if unicodedata.normalize("NFC", form) == letter:
                yield form
