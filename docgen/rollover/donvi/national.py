"""Names and places that ended all over the country: as no office has to have them in its data, they only ever make docgen ask."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, Final, NamedTuple

from docgen.data.model.donvi import TenGoi
from docgen.rollover.changes import Treatment, Years
from docgen.text.folding import name_key
from docgen.text.patterns import lazy_re, listed
from docgen.work.units.words import CAPITAL


class EndedName(NamedTuple):
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


@cache
def _listed() -> dict[str, Any]:
    return listed(__package__, "national.toml")


def _ended_names() -> Iterator[EndedName]:
    for law in _listed()["ended"]:
        for written, thanh in law["thanh"].items():
            ten, *viet_tat = written.split("|")
            goi = TenGoi(ten=ten, viet_tat=tuple(viet_tat), den=law["den"], thanh=tuple(thanh))
            yield EndedName(goi, law["khi"], law["nguon"])


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


_SOURCE: Final = "Nghị quyết số 202/2025/QH15"
_YEAR_OF_REFORM: Final = 2025
_FROM: Final = "từ ngày 01/07/2025"

_DASHED: Final = lazy_re(r"\s*[-–]\s*")


def _pattern(name: str) -> str:
    return r"\s*[-–]\s*".join(re.escape(part).replace(r"\ ", r"\s+") for part in _DASHED.split(name))


def merged_provinces() -> Mapping[str, list[str]]:
    """Return what there is now, and the provinces that went into it under other names."""
    merged: dict[str, list[str]] = _listed()["merged"]
    return merged


@cache
def _merged() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return what each province that ended went into, and what other spellings of their names stand for."""
    return {old: now for now, olds in merged_provinces().items() for old in olds}, _listed()["spellings"]


@cache
def _province() -> re.Pattern[str]:
    names = "|".join(_pattern(written) for known in _merged() for name in known for written in (name, name.upper()))
    return re.compile(rf"(?:(?i:tỉnh)\s+)?\b(?P<name>{names})\b")


_NEAR: Final = 30  # letters before a name
_OTHER_PLACE: Final = lazy_re(
    r"\b(?:thành phố|tp\.?|thị xã|tx\.?|huyện|quận|xã|phường|thị trấn|đường|phố|cầu|sông)\s*\Z", re.IGNORECASE
)


def ended_provinces(text: str) -> Iterator[Treatment]:
    """Yield a question for each name of a province in `text` that ended; a town of the same name is no province."""
    for match in _province().finditer(text):
        if not _OTHER_PLACE.search(text, max(0, match.start() - _NEAR), match.start()):
            yield Treatment(match.start(), match.end(), None, _why_ended(_plain(match["name"])), sure=False)


def merger_remark(place: str) -> str | None:
    """Return what the merger means for an office at `place` ("tỉnh Sóc Trăng"), if anything."""
    name = _plain(place.removeprefix("tỉnh "))
    if name in _merged()[0] and place.startswith("tỉnh "):
        return _why_ended(name)
    joined = next((olds for now, olds in merged_provinces().items() if now.casefold() == place.casefold()), None)
    if joined is None:
        return None
    return f"{_FROM} {place} gồm cả {', '.join(joined)} ({_SOURCE}); cần xác nhận địa bàn của kế hoạch"


def _plain(name: str) -> str:
    now, spellings = _merged()
    spaced = " ".join(_DASHED.sub(" - ", name).split())
    known = next((one for one in (*now, *spellings) if spaced in (one, one.upper())), spaced)
    return spellings.get(known, known)


def _why_ended(name: str) -> str:
    return f"{_FROM} tỉnh {name} hợp nhất vào {_merged()[0][name]} ({_SOURCE}); cần xác nhận"
