"""Names that ended all over the country. No office's data has to hold them, and so they only ever make docgen ask."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from docgen.data.model.donvi import TenGoi
from docgen.rollover.values import Years
from docgen.text.spelling import name_key

_BO: Final = "Nghị quyết số 176/2025/QH15 về cơ cấu tổ chức của Chính phủ"
_SO: Final = "Nghị định số 45/2025/NĐ-CP về cơ quan chuyên môn của Ủy ban nhân dân"
_BAN: Final = "Kết luận số 121-KL/TW về tinh gọn tổ chức bộ máy"
_LAST_DAY: Final = date(2025, 2, 28)  # of the ministries, by the resolution; departments ended on days about it
_FROM_MARCH: Final = "từ ngày 01/03/2025"
_FROM_SPRING: Final = "từ đầu năm 2025"
_CULTURE: Final = "Văn hóa, Thể thao và Du lịch"  # press and information: Nghị định số 43/2025/NĐ-CP

_MINISTRIES: Final[Mapping[str, tuple[str, ...]]] = {
    "Bộ Thông tin và Truyền thông|Bộ TT&TT|Bộ TTTT|Bộ TT và TT": ("Bộ Khoa học và Công nghệ", f"Bộ {_CULTURE}"),
    "Bộ Kế hoạch và Đầu tư|Bộ KH&ĐT|Bộ KHĐT|Bộ KH và ĐT": ("Bộ Tài chính",),
    "Bộ Giao thông vận tải|Bộ GTVT": ("Bộ Xây dựng",),
    "Bộ Tài nguyên và Môi trường|Bộ TN&MT|Bộ TNMT|Bộ TN và MT": ("Bộ Nông nghiệp và Môi trường",),
    "Bộ Nông nghiệp và Phát triển nông thôn|Bộ NN&PTNT|Bộ NNPTNT|Bộ NN và PTNT|Bộ Nông nghiệp và PTNT": (
        "Bộ Nông nghiệp và Môi trường",
    ),
    "Bộ Lao động - Thương binh và Xã hội|Bộ LĐTBXH|Bộ LĐ-TBXH|Bộ LĐTB&XH|Bộ LĐ-TB&XH|Bộ LĐTB và XH": (
        "Bộ Nội vụ", "Bộ Giáo dục và Đào tạo", "Bộ Y tế",
    ),
    "Ủy ban Dân tộc": ("Bộ Dân tộc và Tôn giáo",),
}  # fmt: skip
_DEPARTMENTS: Final[Mapping[str, tuple[str, ...]]] = {
    "Sở Thông tin và Truyền thông|Sở TT&TT|Sở TTTT|Sở TT và TT": ("Sở Khoa học và Công nghệ", f"Sở {_CULTURE}"),
    "Sở Kế hoạch và Đầu tư|Sở KH&ĐT|Sở KHĐT|Sở KH và ĐT": ("Sở Tài chính",),
    "Sở Giao thông vận tải|Sở GTVT": ("Sở Xây dựng",),
    "Sở Tài nguyên và Môi trường|Sở TN&MT|Sở TNMT|Sở TN và MT": ("Sở Nông nghiệp và Môi trường",),
    "Sở Nông nghiệp và Phát triển nông thôn|Sở NN&PTNT|Sở NNPTNT|Sở NN và PTNT|Sở Nông nghiệp và PTNT": (
        "Sở Nông nghiệp và Môi trường",
    ),
    "Sở Lao động - Thương binh và Xã hội|Sở LĐTBXH|Sở LĐ-TBXH|Sở LĐTB&XH|Sở LĐ-TB&XH|Sở LĐTB và XH|Sở Lao động - TB&XH": (
        "Sở Nội vụ", "Sở Giáo dục và Đào tạo", "Sở Y tế",
    ),
    "Ban Dân tộc": ("Sở Dân tộc và Tôn giáo",),
}  # fmt: skip
_PARTY: Final[Mapping[str, tuple[str, ...]]] = {
    f"{name}{place}": (f"Ban Tuyên giáo và Dân vận{place}",)
    for name in ("Ban Tuyên giáo", "Ban Dân vận")
    for place in ("", " Tỉnh ủy", " Thành ủy", " Trung ương")
}


@dataclass(frozen=True, slots=True)
class EndedName:
    """A name with its last day, when it ended in words, and the law by which it did."""

    goi: TenGoi
    khi: str
    nguon: str

    def is_news(self, years: Years) -> bool:
        """Return whether the name ends in the years that a roll-over crosses, so that the plan's author could not know."""
        last = self.goi.den or date.max
        return years.old <= last.year and last < date(years.new, 12, 31)

    @property
    def why(self) -> str:
        """Return what ended and what followed."""
        names = " hoặc ".join(f"“{name}”" for name in self.goi.thanh)
        return f"{self.khi} “{self.goi.ten}” thành {names} ({self.nguon}); cần xác nhận"


def _ended_names() -> Iterator[EndedName]:
    tables = (
        (_MINISTRIES, _LAST_DAY, _FROM_MARCH, _BO),
        (_DEPARTMENTS, _LAST_DAY, _FROM_SPRING, _SO),
        (_PARTY, date(2025, 1, 31), _FROM_SPRING, _BAN),
    )
    for table, last, khi, nguon in tables:
        for written, thanh in table.items():
            ten, *viet_tat = written.split("|")
            yield EndedName(TenGoi(ten=ten, viet_tat=tuple(viet_tat), den=last, thanh=thanh), khi, nguon)


@cache
def ended_names() -> Mapping[str, EndedName]:
    """Return the names that ended by the folded letters of every spelling."""
    return {name_key(name): one for one in _ended_names() for name in (one.goi.ten, *one.goi.viet_tat)}


@cache
def names_that_followed() -> frozenset[str]:
    """Return the folded letters of the names that followed, which must not be taken for the shorter ones that ended."""
    return frozenset(name_key(name) for one in _ended_names() for name in one.goi.thanh)
