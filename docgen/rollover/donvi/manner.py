"""Writes the successor's name as the old one was written: in full or shortened, in capitals, without the shared first words."""

import re
from collections.abc import Sequence
from typing import Final

from docgen.text.spelling import name_key, spelling

_SHORT_WORD: Final = re.compile(r"[^\W\d_a-z]*[A-ZĐ][^\W\d_a-z]+")
_COMMITTEE: Final = re.compile(r"(?:Ủy|Uỷ) ban nhân dân\b", re.IGNORECASE)
_UBND: Final = re.compile(r"UBND\b")
_LINKS: Final = (" và ", "&", "-")


def in_the_manner_of(written: str, key: str, ten: str, spellings: Sequence[str]) -> str:
    """Return the successor with these `spellings` as `written` shows the old name `ten`, whose folded letters are `key`."""
    is_short = key != name_key(ten) and bool(_short_words(written) - _short_words(ten))
    new = _committee_as(written, _shortened(written, spellings) if is_short else spellings[0])
    if written.isupper() and (not is_short or _first_word(written) == _first_word(ten).upper() != _first_word(ten)):
        return new.upper()
    return _first_letter_as(written, new)


def without_head(name: str, head: str) -> str | None:
    """Return `name` without the words whose folded letters are `head`; nothing where it does not open with them."""
    spelled = spelling(name)
    for word, end in enumerate(spelled.ends[:-1]):
        if spelled.key[:end] == head and spelled.ends[word + 1] > end:
            return name[spelled.words[word + 1][0] :]
    return None


def beside_its_place(name: str, behind: str) -> tuple[str, bool]:
    """Return `name` to be written before the place `behind`, without what it would say twice, and whether it says it all."""
    ours, theirs = name.split(), behind.split()
    if not theirs:
        return name, False
    folded, place = name.casefold().split(), behind.casefold().split()
    if folded[-len(place) :] == place:
        return name, True
    for length in range(min(len(place), len(folded) - 1), 0, -1):
        if folded[-length:] == place[:length]:
            return " ".join(ours[:-length]), False
    level = place[0]
    return name, level in folded and len(place) == 1


def _shortened(written: str, spellings: Sequence[str]) -> str:
    short = [one for one in spellings[1:] if _short_words(one) - _short_words(spellings[0])]
    shape = [link in written for link in _LINKS]
    alike = (one for one in short if [link in one for link in _LINKS] == shape)
    return next(alike, short[0] if short else spellings[0])


def _first_word(text: str) -> str:
    return text.partition(" ")[0]


def _short_words(text: str) -> set[str]:
    return set(_SHORT_WORD.findall(text)) - {"UBND", "HĐND", "TP", "TX"}


def _committee_as(written: str, new: str) -> str:
    if _UBND.match(written):
        return _COMMITTEE.sub("UBND", new, count=1) if _COMMITTEE.match(new) else new
    if full := _COMMITTEE.match(written):
        return full.group() + new[4:] if _UBND.match(new) else new
    return new


def _first_letter_as(written: str, new: str) -> str:
    if written[:1].islower() and not new[:2].isupper():
        return new[:1].lower() + new[1:]
    return new[:1].upper() + new[1:] if written[:1].isupper() else new
