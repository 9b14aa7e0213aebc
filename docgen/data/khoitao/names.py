"""The units in the example plan: those of a registry that is there, otherwise examples for an office of that kind and level."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import cycle, islice
from typing import Final

from docgen.data.khoitao.kinds import Cap, Kind, kind_of, level_of
from docgen.data.model.donvi import SoDonVi, joined_names
from docgen.text.wording import sentence_start


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
