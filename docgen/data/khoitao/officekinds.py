"""What an office's name tells: its kind, its level and its place; and the units that such an office has, for the example plan."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import cycle, islice
from typing import Final

from docgen.data.model.donvi import SoDonVi, joined_names
from docgen.text.wording import sentence_start

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


@dataclass(frozen=True, slots=True)
class Names:
    """Who leads what in the example: three units, and how all of them are called together.

    `nhom` is their group as a new registry has it, and `nhom_khac` its other spelling.
    """

    dau_moi: str
    thu_hai: str
    thu_ba: str
    tat_ca: str
    nhom: str = ""
    nhom_khac: str = ""


_COMMITTEES: Final[Mapping[Cap, Names]] = {
    Cap.TINH: Names(
        "Sở Nội vụ", "Văn phòng Ủy ban nhân dân {cap}", "Sở Tư pháp", "", "các sở, ban, ngành {cap}", "các sở, ban, ngành"
    ),
    Cap.HUYEN: Names(
        "Phòng Nội vụ",
        "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân {cap}",
        "Phòng Tư pháp",
        "",
        "các phòng, ban, ngành {cap}",
        "các phòng, ban, ngành",
    ),
    Cap.XA: Names(
        "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân {cap}",
        "Phòng Văn hóa - Xã hội",
        "Phòng Kinh tế",
        "",
        "các phòng, ban thuộc {cap}",
        "các phòng, ban",
    ),
}
_OFFICES: Final[Mapping[Kind, Names]] = {
    Kind.SO: Names(
        "Văn phòng Sở",
        "Phòng Tổ chức cán bộ",
        "Phòng Kế hoạch - Tài chính",
        "",
        "các phòng, đơn vị thuộc Sở",
        "các phòng, đơn vị trực thuộc Sở",
    ),
    Kind.TRUONG: Names("Tổ Văn phòng", "Tổ Ngữ văn", "Tổ Toán - Tin", "", "các tổ thuộc trường", "các tổ chuyên môn"),
}
_ANY_OFFICE: Final = Names(
    "Phòng Hành chính - Tổng hợp",
    "Phòng Tổ chức cán bộ",
    "Phòng Nghiệp vụ",
    "",
    "các phòng, đơn vị trực thuộc",
    "các phòng, đơn vị",
)


def example_names(office: str) -> Names:
    """Return examples for the office called `office`."""
    kind = kind_of(office)
    level, word = level_of(office)
    names = _COMMITTEES[level] if kind in (Kind.UY_BAN, Kind.HOI_DONG) else _OFFICES.get(kind, _ANY_OFFICE)
    group = names.nhom.format(cap=word)
    return replace(
        names,
        dau_moi=names.dau_moi.format(cap=word),
        thu_hai=names.thu_hai.format(cap=word),
        tat_ca=sentence_start(group),
        nhom=group,
    )


def known_names(so: SoDonVi, year: int) -> Names | None:
    """Return names that `so` knows through the whole of `year`, None where it has no unit then."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    known = so.group_names()
    asked = {group.ten for group in so.nhom if group.loi_giao != "giao"}
    units = [one for one in so.don_vi if one.existed(first, first) and one.existed(last, last)]
    ordered = [one for one in units if not asked.intersection(name for _, name in joined_names(one.nhom, known))]
    names = [one.ten for one in ordered or units]
    if not names:
        return None
    groups = [name for one in ordered for _, name in joined_names(one.nhom, known) if name in known.values()]
    together = sentence_start(groups[0]) if groups else "; ".join(names)
    one, two, three = islice(cycle(names), 3)
    return Names(one, two, three, together)
