"""Finds characters that must not reach paper: control and invisible ones, lost ones, and texts typed in TCVN3 or VNI."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_FORBIDDEN: Final = re.compile(
    "([\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, save tab and line feed
    "\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"  # invisible: soft hyphen, zero widths, direction marks
    "\ufffd\ufffe\uffff\ue000-\uf8ff])\\1*"  # lost or private; equal neighbours together
)
_TCVN3_INSIDE_WORD: Final = re.compile(r"[^\W\d_][µ¸¶¹¨¼½¾©®ª¬][^\W\d_]")
_TCVN3_WORD: Final = re.compile(r"[^\W\d_][µ¸¶·¹¨¼½¾ª¬]|[®§][a-zà-ỹ]")
_NEVER_VIETNAMESE: Final = re.compile("[äåæçëîïñöøûüÿþßÄÅÆÇËÎÏÑÖØÛÜÞð]")
_WORDS_THAT_CONVINCE: Final = 2
_NAMES: Final = {
    "\u00ad": "dấu gạch nối mềm (ký tự ẩn)",
    "\ufffd": "ký tự hỏng \ufffd (chữ gốc đã mất khi chuyển mã)",
}


def find(text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset in `text` and a Vietnamese description of everything in it that must not be printed."""
    for match in _FORBIDDEN.finditer(text):
        yield match.start(), _describe(match.group(1))
    legacy = _legacy_encoding(text)
    if legacy is not None:
        yield legacy


def forbidden(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and a Vietnamese description of each character that must not be printed; equal neighbours are one."""
    for match in _FORBIDDEN.finditer(text):
        yield match.start(), match.end(), _describe(match.group(1))


def without_forbidden(text: str) -> str:
    """Return `text` without the characters that must not be printed."""
    return _FORBIDDEN.sub("", text)


def _describe(character: str) -> str:
    name = _NAMES.get(character)
    if name is None:
        category = unicodedata.category(character)
        name = {"Cf": "ký tự ẩn", "Co": "ký tự riêng của một phông chữ"}.get(category, "ký tự điều khiển")
        name = f"{name} U+{ord(character):04X}"
    return f"có {name}; hãy xóa và gõ lại chỗ này"


def _legacy_encoding(text: str) -> tuple[int, str] | None:
    inside = _TCVN3_INSIDE_WORD.search(text)
    if inside is not None:
        return inside.start(), _legacy_message("TCVN3 (phông .Vn…)", text, inside.start())
    for encoding, odd in (("TCVN3 (phông .Vn…)", _TCVN3_WORD), ("VNI hoặc TCVN3", _NEVER_VIETNAMESE)):
        words = [word.start() for word in re.finditer(r"\S+", text) if odd.search(word.group())]
        if len(words) >= _WORDS_THAT_CONVINCE:
            return words[0], _legacy_message(encoding, text, words[0])
    return None


def _legacy_message(encoding: str, text: str, start: int) -> str:
    sample = text[max(0, start - 10) : start + 20].strip()
    return f"chữ có vẻ gõ bằng bảng mã {encoding}: “{sample}”; hãy chuyển sang Unicode (UniKey: Công cụ chuyển mã)"
