"""What an office's name tells: its kind, its level and its place; and the units that such an office has, for the example plan."""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import cycle, islice
from typing import Final, NamedTuple

from docgen.data.model.donvi import DonVi, SoDonVi, joined_names
from docgen.text.patterns import lazy_re
from docgen.text.wording import sentence_start

_LEVEL: Final = lazy_re(r"\b(tỉnh|thành phố|thị xã|huyện|quận|phường|xã(?! hội)|thị trấn|đặc khu) ", re.IGNORECASE)
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


@dataclass(frozen=True, slots=True)
class ExampleUnit:
    """A unit as a new registry has it; `nhom` is its group, none where the office asks it and does not order it."""

    ten: str
    viet_tat: tuple[str, ...] = ()
    nhom: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """Who leads what in the example: three units, how all of them are called together, and who is asked, if anybody.

    A new registry has the units `don_vi` and their group `nhom`, with its other spellings.
    """

    dau_moi: str
    thu_hai: str
    thu_ba: str
    tat_ca: str
    de_nghi: str = ""
    don_vi: tuple[ExampleUnit, ...] = ()
    nhom: str = ""
    nhom_khac: tuple[str, ...] = ()


class _Units(NamedTuple):
    """The units of a kind of office, `{cap}` in them for the word of its level, and how they are called together."""

    ten: tuple[str, ...]
    nhom: str
    nhom_khac: tuple[str, ...]


_BOTH_OFFICES: Final = "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân {cap}"
_FRONT: Final = "Ủy ban Mặt trận Tổ quốc Việt Nam {cap}"
_COMMITTEES: Final[Mapping[Cap, _Units]] = {
    Cap.TINH: _Units(
        ("Sở Nội vụ", "Văn phòng Ủy ban nhân dân {cap}", "Sở Tư pháp"), "các sở, ban, ngành {cap}", ("các sở, ban, ngành",)
    ),
    Cap.HUYEN: _Units(
        ("Phòng Nội vụ", _BOTH_OFFICES, "Phòng Tư pháp"), "các phòng, ban, ngành {cap}", ("các phòng, ban, ngành",)
    ),
    Cap.XA: _Units(  # since 1 July 2025, Nghị định 150/2025/NĐ-CP
        (_BOTH_OFFICES, "Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Trung tâm Phục vụ hành chính công"),
        "các phòng, ban, đơn vị thuộc {cap}",
        ("các phòng, ban thuộc {cap}", "các phòng, ban"),
    ),
}
_URBAN: Final[Mapping[str, str]] = {"Phòng Kinh tế": "Phòng Kinh tế, Hạ tầng và Đô thị"}  # of a ward, and of most special zones
_SPELLINGS: Final[Mapping[str, tuple[str, ...]]] = {
    _BOTH_OFFICES: ("Văn phòng HĐND và UBND", "VP HĐND và UBND"),
    "Phòng Văn hóa - Xã hội": ("Phòng VH-XH", "P. VH-XH"),
    _FRONT: ("UBMTTQ Việt Nam {cap}", "Mặt trận Tổ quốc {cap}"),
}
_OFFICES: Final[Mapping[Kind, _Units]] = {
    Kind.SO: _Units(
        ("Văn phòng Sở", "Phòng Tổ chức cán bộ", "Phòng Kế hoạch - Tài chính"),
        "các phòng, đơn vị thuộc Sở",
        ("các phòng, đơn vị trực thuộc Sở",),
    ),
    Kind.TRUONG: _Units(("Tổ Văn phòng", "Tổ Ngữ văn", "Tổ Toán - Tin"), "các tổ thuộc trường", ("các tổ chuyên môn",)),
}
_ANY_OFFICE: Final = _Units(
    ("Phòng Hành chính - Tổng hợp", "Phòng Tổ chức cán bộ", "Phòng Nghiệp vụ"),
    "các phòng, đơn vị trực thuộc",
    ("các phòng, đơn vị",),
)


def example_names(office: str) -> Names:
    """Return examples for the office called `office`; a people's committee asks the Front of its level and orders the others."""
    level, word = level_of(office)
    is_committee = kind_of(office) in (Kind.UY_BAN, Kind.HOI_DONG)
    units = _COMMITTEES[level] if is_committee else _OFFICES.get(kind_of(office), _ANY_OFFICE)
    urban = _URBAN if word in ("phường", "đặc khu") else {}
    group = units.nhom.format(cap=word)
    made = [_unit(urban.get(name, name), word, group) for name in units.ten]
    asked = [_unit(_FRONT, word)] if is_committee else []
    first, second, third, *_ = (unit.ten for unit in made)
    return Names(
        first, second, third, sentence_start(group), "".join(unit.ten for unit in asked),
        (*made, *asked), group, tuple(name.format(cap=word) for name in units.nhom_khac),
    )  # fmt: skip


def _unit(name: str, word: str, group: str = "") -> ExampleUnit:
    spellings = (spelling.format(cap=word) for spelling in _SPELLINGS.get(name, ()))
    return ExampleUnit(name.format(cap=word), tuple(spellings), group)


def known_names(so: SoDonVi, year: int) -> Names | None:
    """Return names that `so` knows through the whole of `year`, None where it has no unit then."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    known = so.group_names()
    asked = {group.ten for group in so.nhom if group.loi_giao != "giao"}
    units = [one for one in so.don_vi if one.existed(first, first) and one.existed(last, last)]
    ordered = [one for one in units if not _is_asked(one, asked, known)]
    names = [one.ten for one in ordered or units]
    if not names:
        return None
    groups = [name for one in ordered for _, name in joined_names(one.nhom, known) if name in known.values()]
    together = sentence_start(groups[0]) if groups else "; ".join(names)
    one, two, three = islice(cycle(names), 3)
    return Names(one, two, three, together)


def _is_asked(unit: DonVi, asked: Container[str], known: Mapping[str, str]) -> bool:
    said = unit.loi_giao or ("đề nghị" if any(name in asked for _, name in joined_names(unit.nhom, known)) else "giao")
    return said == "đề nghị"
