"""What kind of office a name names, and where."""

import re
from enum import StrEnum
from typing import Final

_LEVEL: Final = re.compile(r"\b(tỉnh|thành phố|thị xã|huyện|quận|phường|xã(?! hội)|thị trấn|đặc khu) ", re.IGNORECASE)
_CITIES_LIKE_PROVINCES: Final = frozenset({"hà nội", "hồ chí minh", "hải phòng", "đà nẵng", "cần thơ", "huế"})


class Kind(StrEnum):
    """A kind of office, as the first words of its name tell."""

    UY_BAN = "ủy ban nhân dân"
    HOI_DONG = "hội đồng nhân dân"
    SO = "sở"
    PHONG = "phòng"
    TRUONG = "trường"
    KHAC = ""


class Cap(StrEnum):
    """The level of a people's committee."""

    TINH = "tỉnh"
    HUYEN = "huyện"
    XA = "xã"


def kind_of(name: str) -> Kind:
    """Return the kind of the office called `name`."""
    plain = name.lower().replace("uỷ", "ủy")
    return next(kind for kind in Kind if re.match(rf"{kind}\b" if kind else "", plain))


def place_of(*names: str) -> tuple[str, str]:
    """Return level and name of the first place in `names`; two empty texts where there is none."""
    return next((found for name in names if (found := parts_of(name)[1:])[1]), ("", ""))


def parts_of(name: str) -> tuple[str, str, str]:
    """Return an office's name without its place, the place's level and the place: Sở Y tế | tỉnh | Sóc Trăng."""
    for match in _LEVEL.finditer(name):
        place = name[match.end() :].partition(",")[0].strip()
        if place[:1].isupper() or place[:1].isdigit():
            return name[: match.start()].strip(), match[1].lower(), place
    return name, "", ""


def level_of(name: str) -> tuple[Cap, str]:
    """Return on which level the office called `name` stands, and the word for it: a city may stand like a province."""
    word, place = place_of(name)
    if word in ("phường", "xã", "thị trấn", "đặc khu"):
        return Cap.XA, word
    if word in ("", "tỉnh") or (word == "thành phố" and place.lower() in _CITIES_LIKE_PROVINCES):
        return Cap.TINH, word or "tỉnh"
    return Cap.HUYEN, word
