"""The provinces merged by Nghị quyết 202/2025/QH15, 63 into 34: which names ended, and which now mean more than before."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from docgen.rollover.values import Treatment, Years

SOURCE: Final = "Nghị quyết số 202/2025/QH15"
_YEAR: Final = 2025
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
_DASHED: Final = re.compile(r"\s*[-–]\s*")


def _pattern(name: str) -> str:
    return r"\s*[-–]\s*".join(re.escape(part).replace(r"\ ", r"\s+") for part in _DASHED.split(name))


_NAMES: Final = "|".join(_pattern(written) for name in (*_NOW, *_SPELLINGS) for written in (name, name.upper()))
_PROVINCE: Final = re.compile(rf"(?:(?i:tỉnh)\s+)?\b(?P<name>{_NAMES})\b")
_OTHER_PLACE: Final = re.compile(
    r"\b(?:thành phố|tp\.?|thị xã|tx\.?|huyện|quận|xã|phường|thị trấn|đường|phố|cầu|sông)\s*\Z", re.IGNORECASE
)


def is_news(years: Years) -> bool:
    """Return whether the roll-over crosses the merger, so that the plan's author could not know of it."""
    return years.old <= _YEAR <= years.new


def ended_provinces(text: str) -> Iterator[Treatment]:
    """Yield a question for each name of a province in `text` that ended; a town of the same name is no province."""
    for match in _PROVINCE.finditer(text):
        if not _OTHER_PLACE.search(text, 0, match.start()):
            yield Treatment(match.start(), match.end(), None, _why_ended(_plain(match["name"])), sure=False)


def remark(place: str) -> str | None:
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
