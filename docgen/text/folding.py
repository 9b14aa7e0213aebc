"""Words, codes and names of files with case, marks, spacing and Unicode form set aside, each as far as it may.

`name_key` is the one for names of units: one key for all ways of writing a name, and where its words stand in the text.
"""

import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from docgen.text.dinhdang import plain
from docgen.text.patterns import lazy_re

_WORD: Final = lazy_re(r"(?:[^\W_][\u0300-\u036f]*)+")
_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
_FILLERS: Final = ("và", "các")
_SHORT_FORMS: Final = {
    "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "MTTQ": "Mặt trận Tổ quốc", "MTTQVN": "Mặt trận Tổ quốc Việt Nam",
    "UBMTTQ": "Ủy ban Mặt trận Tổ quốc", "UBMTTQVN": "Ủy ban Mặt trận Tổ quốc Việt Nam", "TP": "thành phố", "TX": "thị xã",
}  # fmt: skip
_TONE_LAST: Final = lazy_re(r"(?:o[áàảãạéèẻẽẹ]|u[ýỳỷỹỵ])\b")
_TONE_FIRST: Final = dict(
    zip(
        "oá oà oả oã oạ oé oè oẻ oẽ oẹ uý uỳ uỷ uỹ uỵ".split(),
        "óa òa ỏa õa ọa óe òe ỏe õe ọe úy ùy ủy ũy ụy".split(),
        strict=True,
    )
)
_MONEY: Final = lazy_re(r"(tr|triệu|tỷ|tỉ|nghìn|ngàn)?\.? ?(?:đ|đồng|vnđ|vnd|đồng việt nam|việt nam đồng)")
_SCALES: Final = {"tr": "triệu", "tỉ": "tỷ", "ngàn": "nghìn", None: ""}
_SEPARATORS: Final = lazy_re(r"[\s.,;:/\\_-]+")
_END_MARKS: Final = " .;,:"
_LONGEST: Final = 60  # characters of a file's name, so that a path stays within what Windows takes
_DEVICES: Final = frozenset({"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))})


def _letters(word: str) -> str:
    """Return `word` in small letters with its tone behind it, so that hòa and hoà are one."""
    letters = unicodedata.normalize("NFD", word.casefold())
    tones = [letter for letter in letters if letter in _TONES]
    return "".join([letter for letter in letters if letter not in _TONES] + tones)


_READ_AS: Final = {
    **{_letters(filler): "" for filler in _FILLERS},
    **{_letters(short): "".join(_letters(word) for word in full.split()) for short, full in _SHORT_FORMS.items()},
}


@lru_cache(maxsize=65536)
def _key(word: str) -> str:
    letters = _letters(word)
    return _READ_AS.get(letters, letters)


class Spelling(NamedTuple):
    """A text as names are compared: `key` is its letters without spaces, marks of punctuation, "và" and "các".

    `words` are where the words stand in the text, `starts` and `ends` where they stand in `key`. A semicolon stays, and so does
    a space between two numbers: no name runs across the one, and "Phường 1, 2" is not "Phường 12".
    """

    key: str
    words: tuple[tuple[int, int], ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def spelling(text: str) -> Spelling:
    """Return `text` folded: letter case, spacing, dashes, where the tone mark stands, and the short forms that everyone uses."""
    pieces: list[str] = []
    words: list[tuple[int, int]] = []
    starts: list[int] = []
    ends: list[int] = []
    length = behind = 0
    last = ""
    for match in _WORD.finditer(text):
        key = _key(match.group())
        gap = ";" if ";" in text[behind : match.start()] else " " if last[-1:].isdigit() and key[:1].isdigit() else ""
        pieces += (gap, key)
        words.append(match.span())
        starts.append(length + len(gap))
        length += len(gap) + len(key)
        ends.append(length)
        behind, last = match.end(), key or last
    return Spelling("".join(pieces), tuple(words), tuple(starts), tuple(ends))


@lru_cache(maxsize=8192)  # a set of forms names the same units in every row
def name_key(text: str) -> str:
    """Return what all ways of writing one name have in common."""
    return spelling(text).key


def nfc(text: str) -> str:
    """Return `text` with its letters and marks put together, one character each."""
    return unicodedata.normalize("NFC", text)


def on_one_line(text: str) -> str:
    """Return `text` with nothing but single blanks between its words, none at its ends."""
    return " ".join(text.split())


class _Bare(dict[int, str]):
    """Letters without their marks, by code; each is made when it is first asked for."""

    def __missing__(self, code: int) -> str:
        self[code] = "".join(each for each in unicodedata.normalize("NFD", chr(code)) if not unicodedata.combining(each))
        return self[code]


class _Plain(dict[int, str]):
    """Letters as `folded` has them, by code, small and bare, a blank for what is no letter or digit."""

    def __missing__(self, code: int) -> str:
        self[code] = "".join(each if each in _LETTERS else " " for each in _BARE[code].lower())
        return self[code]


_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
_BARE: Final = _Bare({ord("đ"): "d", ord("Đ"): "D"})
_PLAIN: Final = _Plain()


def without_marks(text: str) -> str:
    """Return `text` in the letters of ASCII as far as they go: `trích yếu` becomes `trich yeu`."""
    return text.translate(_BARE)


def same_words(text: str) -> str:
    """Return what two texts of the same words have in common, every mark of their letters kept: "hội thao" is not "hội thảo".

    Set aside are case, spacing, Unicode form, where the tone mark stands (hòa, hoà), the marks that end the text, bold and italic
    letters and calls for footnotes.
    """
    words = on_one_line(nfc(plain(text))).rstrip(_END_MARKS).casefold()
    return _TONE_LAST.sub(lambda match: _TONE_FIRST[match.group()], words)


def measure_key(unit: str) -> str:
    """Return what all ways of writing one unit of measure have in common: đồng, đ and VNĐ are one."""
    words = same_words(unit)
    money = _MONEY.fullmatch(words)
    return f"{_SCALES.get(money[1], money[1])} đồng".strip() if money else words


def folded(text: str) -> str:
    """Return the letters and digits of `text` alone, small and without marks."""
    return "".join(text.translate(_PLAIN).split())


def folded_words(text: str, joint: str = " ") -> str:
    """Return the words of `text`, small and without marks, one `joint` between them."""
    return joint.join(text.translate(_PLAIN).split())


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
