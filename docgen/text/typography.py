"""How wide a text is in Times New Roman, so that lines, rules and columns get the right length without a word processor.

`__FACES` are the advance widths of the font (and of every metric-compatible one), in 1/2048 of the type size; letters with tone
marks are as wide as without, so only base letters stand there.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Final, Literal

from docgen.text.dinhdang import PARAGRAPH, has_marks, runs, spread

_UNITS: Final = 2048
_FACES: Final[dict[str, dict[int, str]]] = {
    "regular": {
        369: "'",
        410: "|",
        512: " ,.",
        569: "/:;\\ijlt",
        614: "²³",
        682: "!()-I[]`fr‘’·",
        717: "•",
        797: "Js",
        819: "°",
        836: '"',
        909: "?acez“”",
        961: "^",
        983: "{}",
        1024: "#$*0123456789_bdghknopquvxyđ–«»§€",
        1050: "₫",
        1083: "ơ",
        1108: "~",
        1110: "ư",
        1124: "÷±≤≥",
        1139: "FPS",
        1155: "+<=>×",
        1251: "ELTZ",
        1366: "BCR",
        1479: "ADGHKNOQUVXYwĐƠ",
        1536: "½",
        1589: "Ư",
        1593: "&m",
        1706: "%",
        1821: "M",
        1886: "@",
        1933: "W",
        2048: "—…→",
    },
    "bold": {
        451: "|",
        512: " ,.",
        569: "'/\\il",
        614: "²³",
        682: "!()-:;[]`fjt‘’",
        683: "·",
        717: "•",
        797: "Is",
        807: "{}",
        819: "°",
        909: "cerz",
        1024: "#$*0123456789?J_agovxy–“”«»§€",
        1050: "₫",
        1065: "~",
        1124: "÷±≤≥",
        1134: "ơ",
        1137: '"',
        1139: "Sbdhknpquđ",
        1167: "+<=>×",
        1190: "^",
        1229: "ư",
        1251: "FP",
        1366: "BELTZ",
        1479: "ACDNRUVXYwĐ",
        1536: "½",
        1593: "GHKOQƠ",
        1630: "Ư",
        1706: "&m",
        1905: "@",
        1933: "M",
        2048: "%W—…→",
    },
    "italic": {
        438: "'",
        512: " ,.·",
        563: "|",
        569: "/\\fijlt",
        614: "²³",
        682: "!()-:;I`‘’",
        717: "•",
        797: "[]rsz",
        819: "{}°",
        860: '"',
        864: "^",
        909: "Jcekvxy",
        1024: "#$*0123456789?S_abdghnopquđ–«»§€",
        1050: "₫",
        1093: "ơ",
        1108: "~",
        1117: "ư",
        1124: "÷±≤≥",
        1139: "LTYZ“”",
        1251: "ABEFPRVX",
        1366: "CKNw",
        1382: "+<=>×",
        1479: "DGHOQUmĐƠ",
        1536: "½",
        1544: "Ư",
        1593: "&",
        1706: "%MW",
        1821: "—…",
        1884: "@",
        2048: "→",
    },
}


Face = Literal["regular", "bold", "italic"]

MM_PER_POINT: Final = 25.4 / 72
_RAISED: Final = 0.65  # of the type size: the figure that calls for a footnote
_HORN: Final = "\u031b"
_HORNED: Final = {"o": "ơ", "u": "ư", "O": "Ơ", "U": "Ư"}
_WIDTHS: Final = {
    face: {character: width for width, characters in table.items() for character in characters} for face, table in _FACES.items()
}


@lru_cache(maxsize=50_000)
def width(text: str, size: float, face: Face = "regular") -> float:
    """Return the width in mm of `text` on one line at `size` points, its marked letters in their own face.

    A character that is not known counts as a digit.
    """
    if has_marks(text):
        return sum(
            _width("0", size * _RAISED, face) if run.chu_thich else _width(run.chu, size, _marked(face, run.dam, run.nghieng))
            for run in runs(text)
        )
    return _width(text, size, face)


def _width(text: str, size: float, face: Face) -> float:
    return sum(_advance(character, face) for character in text) / _UNITS * size * MM_PER_POINT


def _marked(face: Face, dam: bool, nghieng: bool) -> Face:
    return "bold" if dam or face == "bold" else "italic" if nghieng else face


@cache
def _advance(character: str, face: Face) -> int:
    known = _WIDTHS[face]
    decomposed = unicodedata.normalize("NFD", character)
    base = decomposed[0].replace("\u00a0", " ")
    if _HORN in decomposed:
        base = _HORNED.get(base, base)
    return known.get(character) or known.get(base) or known["0"]


def _words(text: str) -> list[str]:
    blanks = spread(text).replace("\t", " ").replace("\n", " ").replace(PARAGRAPH, " ")
    return [word for word in blanks.split(" ") if word]  # a no-break space holds its words together


def longest_word(texts: Iterable[str], size: float, face: Face = "regular") -> float:
    """Return the width in mm of the widest word in `texts`, 0 where there is none."""
    words = {word for text in texts for word in _words(text)}
    return max((width(word, size, face) for word in words), default=0.0)


def balanced_lines(text: str, size: float, face: Face, limit: float) -> list[str]:
    """Return `text` broken into as few lines of at most `limit` mm as it takes, as even in width as they can be.

    A line break in `text` is kept. A word wider than `limit` stands alone on its line.
    """
    return [line for part in text.splitlines() for line in _balanced(_words(part), size, face, limit)]


def _balanced(words: list[str], size: float, face: Face, limit: float) -> list[str]:
    if not words:
        return []
    space, widths = width(" ", size, face), [width(word, size, face) for word in words]
    count = len(_first_words(widths, space, limit))
    narrow, wide = 0.0, limit
    while wide - narrow > 0.5:
        middle = (narrow + wide) / 2
        if len(_first_words(widths, space, middle)) <= count:
            wide = middle
        else:
            narrow = middle
    starts = _first_words(widths, space, wide)
    return [" ".join(words[start:end]) for start, end in zip(starts, [*starts[1:], len(words)], strict=True)]


def _first_words(widths: Sequence[float], space: float, limit: float) -> list[int]:
    """Return with which of the words of these `widths` each line begins that takes as many as it holds."""
    starts = [0]
    used = widths[0]
    for index in range(1, len(widths)):
        if used + space + widths[index] > limit:
            starts.append(index)
            used = widths[index]
        else:
            used += widths[index] + space
    return starts


@lru_cache(maxsize=1_000)
def narrowest(text: str, size: float, face: Face, lines: int) -> float:
    """Return the least width in mm in which `text` takes no more than so many `lines`."""
    words = _words(text)
    low, high = longest_word([text], size, face), width(" ".join(words), size, face)
    space, widths = width(" ", size, face), [width(word, size, face) for word in words] or [0.0]
    if len(_first_words(widths, space, low)) <= lines:
        return low
    while high - low > 0.1:
        middle = (low + high) / 2
        low, high = (low, middle) if len(_first_words(widths, space, middle)) <= lines else (middle, high)
    return high


def line_count(text: str, size: float, limit: float, indent: float = 0.0) -> int:
    """Return how many lines of `limit` mm `text` takes in the regular face, the first shorter by `indent` mm."""
    words, widths = _measured(text, size)
    if not words:
        return 0
    space = width(" ", size)
    if indent:
        padding = "\u00a0" * round(indent / space)
        widths = [width(padding + words[0], size), *widths[1:]]
    return len(_first_words(widths, space, limit))


@lru_cache(maxsize=5_000)
def _measured(text: str, size: float) -> tuple[list[str], list[float]]:
    """Return the words of `text` and their widths in mm; columns are tried in several widths."""
    words = _words(text)
    return words, [width(word, size) for word in words]
