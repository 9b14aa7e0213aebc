"""Names and places that ended all over the country: as no office has to have them in its data, they only ever make docgen ask."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from docgen.data.model.donvi import TenGoi
from docgen.rollover.changes import Treatment, Years
from docgen.text.folding import name_key
from docgen.text.patterns import lazy_re
from docgen.work.units.words import CAPITAL

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


_DISTRICTS: Final = (
    "cấp huyện kết thúc hoạt động từ ngày 01/07/2025 (Nghị quyết số 203/2025/QH15); cần xác nhận ghi cơ quan, địa bàn nào"
)
_TOWNSHIPS: Final = "từ ngày 01/07/2025 không còn thị trấn (Luật số 72/2025/QH15); cần xác nhận ghi xã, phường nào"

_LEVEL: Final = r"(?:quận|huyện|thị xã|thị trấn|thành phố|phường|xã|đặc khu|tx|tp)"
_LEAD: Final = r"(?:ubnd|hđnd|(?:ủy|uỷ) ban nhân dân|hội đồng nhân dân|cấp|tuyến|các)"
_NAME: Final = rf"(?:\.?\s*(?:{CAPITAL}\w*(?:\s+{CAPITAL}\w*)*|\d+\b))?"
_PLACES: Final = lazy_re(
    rf"\b(?i:(?:{_LEAD}\s+)*{_LEVEL})\b(?P<further>(?i:\s*(?:[,/–-]\s*(?:và\s+)?|\b(?:và|hoặc)\s+)(?:các\s+)?{_LEVEL}\b)*)"
    rf"(?P<name>{_NAME})"
)
_OFFICES: Final = lazy_re(
    r"\b(?:phòng (?:văn hóa(?:,| và) thông tin|vh&tt|giáo dục và đào tạo|gd&đt)|(?:quận|huyện|thị) (?:ủy|uỷ|đoàn))\b",
    re.IGNORECASE,
)
_DISTRICT: Final = lazy_re(r"\b(?:quận|huyện|thị xã|tx)\b", re.IGNORECASE)
_TOWNSHIP: Final = lazy_re(r"\bthị trấn\b", re.IGNORECASE)
_CITY: Final = lazy_re(r"(?:\b(?:thành phố|tp))\Z", re.IGNORECASE)
_CENTRAL: Final = lazy_re(r"(?:hà nội|hồ chí minh|hcm|hải phòng|đà nẵng|cần thơ|huế)\b", re.IGNORECASE)


def reform_is_news(years: Years) -> bool:
    """Return whether the roll-over crosses the end of the districts, so that the plan's author could not know of it."""
    return years.old <= _YEAR_OF_REFORM <= years.new


def ended_districts(text: str) -> Iterator[Treatment]:
    """Yield a question for each place in `text` that names districts, their offices, or townships."""
    for match in _OFFICES.finditer(text):
        yield Treatment(match.start(), match.end(), None, _DISTRICTS, sure=False)
    for match in _PLACES.finditer(text):
        why = _why(match)
        if why is not None:
            yield Treatment(match.start(), match.end(), None, why, sure=False)


def _why(match: re.Match[str]) -> str | None:
    levels, name = match.group()[: match.start("name") - match.start()], match["name"].lstrip(". ")
    if _DISTRICT.search(levels) or (name and _CITY.search(levels) and not _CENTRAL.match(name)):
        return _DISTRICTS
    return _TOWNSHIPS if _TOWNSHIP.search(levels) else None


SOURCE: Final = "Nghị quyết số 202/2025/QH15"
_YEAR_OF_REFORM: Final = 2025
_FROM: Final = "từ ngày 01/07/2025"

MERGED: Final[Mapping[str, tuple[str, ...]]] = {  # what there is now, and the provinces that went into it under other names
    "tỉnh Tuyên Quang": ("Hà Giang",),
    "tỉnh Lào Cai": ("Yên Bái",),
    "tỉnh Thái Nguyên": ("Bắc Kạn",),
    "tỉnh Phú Thọ": ("Vĩnh Phúc", "Hòa Bình"),
    "tỉnh Bắc Ninh": ("Bắc Giang",),
    "tỉnh Hưng Yên": ("Thái Bình",),
    "thành phố Hải Phòng": ("Hải Dương",),
    "tỉnh Ninh Bình": ("Hà Nam", "Nam Định"),
    "tỉnh Quảng Trị": ("Quảng Bình",),
    "thành phố Đà Nẵng": ("Quảng Nam",),
    "tỉnh Quảng Ngãi": ("Kon Tum",),
    "tỉnh Gia Lai": ("Bình Định",),
    "tỉnh Khánh Hòa": ("Ninh Thuận",),
    "tỉnh Lâm Đồng": ("Đắk Nông", "Bình Thuận"),
    "tỉnh Đắk Lắk": ("Phú Yên",),
    "Thành phố Hồ Chí Minh": ("Bà Rịa - Vũng Tàu", "Bình Dương"),
    "tỉnh Đồng Nai": ("Bình Phước",),
    "tỉnh Tây Ninh": ("Long An",),
    "thành phố Cần Thơ": ("Sóc Trăng", "Hậu Giang"),
    "tỉnh Vĩnh Long": ("Bến Tre", "Trà Vinh"),
    "tỉnh Đồng Tháp": ("Tiền Giang",),
    "tỉnh Cà Mau": ("Bạc Liêu",),
    "tỉnh An Giang": ("Kiên Giang",),
}
_NOW: Final = {old: now for now, olds in MERGED.items() for old in olds}
_SPELLINGS: Final = {"Bắc Cạn": "Bắc Kạn", "Đắc Nông": "Đắk Nông", "Đăk Nông": "Đắk Nông", "Hoà Bình": "Hòa Bình"}
_DASHED: Final = lazy_re(r"\s*[-–]\s*")


def _pattern(name: str) -> str:
    return r"\s*[-–]\s*".join(re.escape(part).replace(r"\ ", r"\s+") for part in _DASHED.split(name))


_NAMES: Final = "|".join(_pattern(written) for name in (*_NOW, *_SPELLINGS) for written in (name, name.upper()))
_PROVINCE: Final = lazy_re(rf"(?:(?i:tỉnh)\s+)?\b(?P<name>{_NAMES})\b")
_NEAR: Final = 30  # letters before a name
_OTHER_PLACE: Final = lazy_re(
    r"\b(?:thành phố|tp\.?|thị xã|tx\.?|huyện|quận|xã|phường|thị trấn|đường|phố|cầu|sông)\s*\Z", re.IGNORECASE
)


def ended_provinces(text: str) -> Iterator[Treatment]:
    """Yield a question for each name of a province in `text` that ended; a town of the same name is no province."""
    for match in _PROVINCE.finditer(text):
        if not _OTHER_PLACE.search(text, max(0, match.start() - _NEAR), match.start()):
            yield Treatment(match.start(), match.end(), None, _why_ended(_plain(match["name"])), sure=False)


def merger_remark(place: str) -> str | None:
    """Return what the merger means for an office at `place` ("tỉnh Sóc Trăng"), if anything."""
    _, _, name = place.partition("tỉnh ") if place.startswith("tỉnh ") else place.partition("thành phố ")
    if _plain(name) in _NOW and place.startswith("tỉnh "):
        return _why_ended(_plain(name))
    joined = next((olds for now, olds in MERGED.items() if now.casefold() == place.casefold()), None)
    if joined is None:
        return None
    return f"{_FROM} {place} gồm cả {', '.join(joined)} ({SOURCE}); cần xác nhận địa bàn của kế hoạch"


def _plain(name: str) -> str:
    spaced = " ".join(_DASHED.sub(" - ", name).split())
    known = next((one for one in (*_NOW, *_SPELLINGS) if spaced in (one, one.upper())), spaced)
    return _SPELLINGS.get(known, known)


def _why_ended(name: str) -> str:
    return f"{_FROM} tỉnh {name} hợp nhất vào {_NOW[name]} ({SOURCE}); cần xác nhận"
