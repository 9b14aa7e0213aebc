"""Vietnamese in the codes that came before Unicode, as Unicode: TCVN3 (.VnTime), VNI (VNI-Times), bytes of plain text files."""

import codecs
import re
import unicodedata
from functools import lru_cache
from typing import Final, Literal

from docgen.text.patterns import lazy_re

Code = Literal["TCVN3", "VNI"]

_TCVN3: Final = str.maketrans(
    "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊËÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ®¡¢£¤¥¦§",
    "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđĂÂÊÔƠƯĐ",
)
_TONES: Final = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_HATS: Final = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_BREVES: Final = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_MARKS: Final = {
    **_TONES,
    **{mark: f"\u0302{tone}" for mark, tone in _HATS.items()},
    **{mark: f"\u0306{tone}" for mark, tone in _BREVES.items()},
}
_ALONE: Final = {"ñ": "đ", "ö": "ư", "ô": "ơ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI: Final = lazy_re(
    f"[ao][{''.join(_TONES)}{''.join(_HATS)}]|a[{''.join(_BREVES)}]|e[{''.join(_TONES)}{''.join(_HATS)}]"
    f"|[uyöô][{''.join(_TONES)}]|[{''.join(_ALONE)}]",
    re.IGNORECASE,
)
_SYLLABLE: Final = lazy_re(r"(?:ngh|ng|nh|ch|th|tr|ph|kh|gh|gi|qu|[bcdđghklmnpqrstvx])?[aăâeêioôơuưy]{1,3}(?:ng|nh|ch|[cmnptk])?")
_WORDS: Final = lazy_re(r"[^\s\d!-/:-@\[-`{-~“”‘’–—…•]+")
_TONE_MARKS: Final = "\u0300\u0301\u0303\u0309\u0323"
_MODERN: Final = lazy_re(r"[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u0300-\u0323]")
_CONVINCING: Final = 2  # words of a text
_MOST_WRONG: Final = 0.25  # of the words with marks: names and foreign words
_FEWEST_CAPITALS: Final = 3
_NUMBER_LINE: Final = lazy_re(r"\s*Sè\s*[:.\d]")  # "Số: 05/KH-UBND", which has no other small letter
_FONTS: Final[tuple[tuple[str, Code], ...]] = ((".vn", "TCVN3"), ("vni-", "VNI"), ("vni ", "VNI"))


@lru_cache(maxsize=256)
def code_of_font(font: str) -> Code | None:
    """Return the code in which letters of `font` are typed, None for those of Unicode."""
    return next((code for opening, code in _FONTS if font.lower().startswith(opening)), None)


def is_modern(text: str) -> bool:
    """Return whether `text` holds letters that only Unicode has, so that it cannot be in one of the codes."""
    return _MODERN.search(text) is not None


def code_of(text: str, *, least: int = _CONVINCING) -> Code | None:
    """Return the code in which `text` seems to be typed, by at least `least` words that are Vietnamese in no other way."""
    if text.isascii() or is_modern(text):
        return None
    marked = [word for word in _WORDS.findall(text) if not word.isascii()]
    if sum(not _is_vietnamese(word) for word in marked) < least:
        return None
    wrong, code = min((sum(not _is_vietnamese(in_unicode(word, code)) for word in marked), code) for code in ("TCVN3", "VNI"))
    return code if wrong <= _MOST_WRONG * len(marked) else None  # type: ignore[return-value]


def in_unicode(text: str, code: Code, *, capitals: bool = False) -> str:
    """Return `text`, typed in `code`, in Unicode; `capitals`: in a font whose small letters show as capitals (.VnTimeH).

    TCVN3 has few capitals with marks: in a line whose plain letters are all capitals the others are meant to be.
    """
    if code == "VNI":
        return _VNI.sub(lambda match: _letter(match.group()), text)
    rows = (row.translate(_TCVN3).upper() if capitals or _is_capital(row) else row.translate(_TCVN3) for row in text.split("\n"))
    return "\n".join(rows)


def decoded(data: bytes) -> tuple[str, str | None]:
    """Return the text in the bytes of a file, in NFC with plain line ends, and the code that it was in where not in Unicode.

    Raises `ValueError` where the bytes are no text.
    """
    code: str | None = None
    text = _unicode(data)
    if text is None:
        old = data.decode("cp1252", errors="replace").replace("\ufffd", "")
        windows = unicodedata.normalize("NFC", data.decode("cp1258", errors="replace"))
        found = code_of(old, least=1)
        if found is None or _faults(windows) <= _faults(in_unicode(old, found)):
            text, code = windows, "Windows-1258"
        else:
            text, code = in_unicode(old, found), found
    elif found := code_of(text):
        text, code = in_unicode(text, found), found
    if "\0" in text:
        raise ValueError("no text")
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n"), code


def _unicode(data: bytes) -> str | None:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data[:200]:
        odd = data[1:200:2].count(0) > data[0:200:2].count(0)
        return data.decode("utf-16-le" if odd else "utf-16-be", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _is_capital(row: str) -> bool:
    plain = [letter for letter in row if letter.isascii() and letter.isalpha()]
    return len(plain) >= _FEWEST_CAPITALS and all(map(str.isupper, plain)) and not _NUMBER_LINE.match(row)


def _letter(typed: str) -> str:
    first, mark = typed[0], typed[1:]
    base = _ALONE.get(first.lower(), first.lower())
    made = unicodedata.normalize("NFC", base + _MARKS.get(mark.lower(), ""))
    return made.upper() if first.isupper() else made


def _faults(text: str) -> int:
    return sum(not _is_vietnamese(word) for word in _WORDS.findall(text) if not word.isascii())


def _is_vietnamese(word: str) -> bool:
    """Return whether `word` is spelled as a Vietnamese syllable, or as several of them joined."""
    parts = unicodedata.normalize("NFD", word.lower())
    if sum(parts.count(tone) for tone in _TONE_MARKS) > 1:
        return False
    bare = unicodedata.normalize("NFC", "".join(letter for letter in parts if letter not in _TONE_MARKS))
    return _SYLLABLE.fullmatch(bare) is not None
