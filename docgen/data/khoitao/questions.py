"""What an office has to answer for: the questions, and what its name or a title already tells (offered or told, never silent)."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from docgen.data.khoitao.officekinds import Kind, kind_of, parts_of, place_of
from docgen.text.folding import nfc, on_one_line
from docgen.text.patterns import lazy_re
from docgen.text.wording import blank, sentence_start

_FULL_NAMES: Final = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}
_SHORT_NAME: Final = lazy_re(rf"\b(?:{'|'.join(_FULL_NAMES)})\b", re.IGNORECASE)
_SHORT_OPENING: Final = lazy_re(r"\A(?:văn phòng hđnd và ubnd|ubnd|hđnd)\b", re.IGNORECASE)
_INITIALS_LEFT_OUT: Final = frozenset({"và"})
_DEPUTY: Final = lazy_re(r"PHÓ (.+?)(?: THƯỜNG TRỰC)?")
_COLLECTIVE: Final = {Kind.UY_BAN: "TM. ỦY BAN NHÂN DÂN", Kind.HOI_DONG: "TM. HỘI ĐỒNG NHÂN DÂN"}
_SYMBOLS: Final = {Kind.UY_BAN: "UBND", Kind.HOI_DONG: "HĐND"}
_NAMED_FOR_PEOPLE: Final = frozenset({"Hồ Chí Minh"})
_NO_SUPERIOR: Final = frozenset({Kind.UY_BAN, Kind.HOI_DONG})

Given = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """One question: the answer's name, its words, what a blank for it says."""

    key: str
    words: str
    blank: str


QUESTIONS: Final = (
    Question("ten", "Tên đầy đủ của cơ quan", blank("tên cơ quan")),
    Question("viet_tat", "Chữ viết tắt trong ký hiệu văn bản", blank("chữ viết tắt")),
    Question("co_quan_chu_quan", "Cơ quan chủ quản trực tiếp", blank("tên cơ quan chủ quản")),
    Question("dia_danh", "Địa danh ghi trước ngày tháng", blank("địa danh")),
    Question("chuc_vu", "Chức vụ của người ký", f"CHỨC VỤ {blank('chức vụ người ký')}"),
    Question("quyen_han", "Quyền hạn ký, ngăn nhau bằng dấu phẩy", ""),
    Question("ho_ten", "Họ và tên người ký", blank("họ và tên người ký")),
)


@dataclass(frozen=True, slots=True)
class Answers:
    """What the office answered; a text that nobody gave is its blank, or empty where there may be nothing."""

    ten: str
    viet_tat: str
    co_quan_chu_quan: str
    dia_danh: str
    chuc_vu: str
    quyen_han: str
    ho_ten: str

    @property
    def signing_lines(self) -> tuple[str, ...]:
        """Return the lines of authority one by one."""
        return tuple(line for line in (each.strip() for each in self.quyen_han.split(",")) if line)


def normalized(key: str, text: str) -> str:
    """Return an answer as it is kept: in one line and NFC, the office's name written out."""
    words = on_one_line(nfc(text))
    if key not in ("ten", "co_quan_chu_quan"):
        return words
    opening = _SHORT_OPENING.match(words)
    written = _SHORT_NAME.sub(lambda match: _FULL_NAMES[match[0].upper()], opening[0]) if opening else ""
    return written + words[opening.end() :] if opening else words


def is_asked(key: str, given: Given) -> bool:
    """Return whether the question makes sense after the answers `given`: a people's committee has no superior office."""
    return key != "co_quan_chu_quan" or kind_of(given.get("ten", "")) not in _NO_SUPERIOR


def required(key: str, given: Given) -> bool:
    """Return whether what nobody answers has to stay as a visible blank."""
    if key == "co_quan_chu_quan":
        return kind_of(given.get("ten", "")) in (Kind.SO, Kind.PHONG, Kind.TRUONG)
    return key != "quyen_han"


def guess(key: str, given: Given) -> str:
    """Return what the answers `given` so far say of `key`, nothing where they say nothing."""
    maker = _GUESSES.get(key)
    return maker(given) if maker else ""


def _symbol(given: Given) -> str:
    name = given.get("ten", "")
    kind = kind_of(name)
    if kind not in (Kind.SO, Kind.PHONG):
        return _SYMBOLS.get(kind, "")
    words = re.findall(r"[^\W\d_]+", parts_of(name)[0])
    return "".join(word[0] for word in words if word.lower() not in _INITIALS_LEFT_OUT).upper()


def _superior(given: Given) -> str:
    name = given.get("ten", "")
    level, place = place_of(name)
    if not place or kind_of(name) not in (Kind.SO, Kind.PHONG):
        return ""
    return f"Ủy ban nhân dân {_full_name(level, place) or f'{level} {place}'}"


def _place(given: Given) -> str:
    level, place = place_of(given.get("ten", ""), given.get("co_quan_chu_quan", ""))
    return _full_name(level, place) or place


def _full_name(level: str, place: str) -> str:
    """Return the full name of a place called by a number or for a person, as papers have it (PL I.II.4.a); else nothing."""
    return f"{sentence_start(level)} {place}" if place.isdigit() or place in _NAMED_FOR_PEOPLE else ""


def _authority(given: Given) -> str:
    title = given.get("chuc_vu", "").upper()
    deputy = _DEPUTY.fullmatch(title)
    lines = [_COLLECTIVE.get(kind_of(given.get("ten", "")), ""), f"KT. {deputy[1]}" if deputy else ""]
    return ", ".join(line for line in lines if line)


_GUESSES: Final[Mapping[str, Callable[[Given], str]]] = {
    "viet_tat": _symbol, "co_quan_chu_quan": _superior, "dia_danh": _place, "quyen_han": _authority,
}  # fmt: skip
