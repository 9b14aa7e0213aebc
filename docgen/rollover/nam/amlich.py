"""The names of lunar years, such as Quý Mão for 2023: that of the plan's year becomes that of the new year."""

import re
from collections.abc import Iterator
from typing import Final

from docgen.rollover.changes import Treatment, Years

_CAN: Final = "Giáp Ất Bính Đinh Mậu Kỷ Canh Tân Nhâm Quý".split()
_CHI: Final = "Tý Sửu Dần Mão Thìn Tỵ Ngọ Mùi Thân Dậu Tuất Hợi".split()
_SPELLINGS: Final = {"Kỉ": "Kỷ", "Quí": "Quý", "Tí": "Tý", "Mẹo": "Mão", "Tị": "Tỵ"}


def _either_case(words: list[str]) -> str:
    return "|".join((*words, *(word.upper() for word in words)))


_CAN_CHI: Final = re.compile(
    rf"(?<!\w)(?P<can>{_either_case([*_CAN, 'Kỉ', 'Quí'])})\s+(?P<chi>{_either_case([*_CHI, 'Tí', 'Mẹo', 'Tị'])})(?!\w)"
)
_FESTIVE: Final = re.compile(r"(?:tết|xuân|đán|năm|mới|mừng|đón)[\s,(–-]*$", re.IGNORECASE)
_NAME_BEFORE: Final = re.compile(r"(?<!\w)[A-ZĐ]\w*\s+$")
_YEAR_BEHIND: Final = re.compile(r"[\s,(–-]*(?:năm\s+)?((?:19|20)\d\d)(?!\w)", re.IGNORECASE)


def can_chi(year: int) -> str:
    """Return the name of the lunar year that opens in `year`."""
    return f"{_CAN[(year - 4) % 10]} {_CHI[(year - 4) % 12]}"


def year_named(can: str, chi: str, near: int) -> int | None:
    """Return the year of that name nearest to `near`; None where no year bears it."""
    stem, branch = (_SPELLINGS.get(word.capitalize(), word.capitalize()) for word in (can, chi))
    name = f"{stem} {branch}"
    return next((year for away in range(31) for year in (near + away, near - away) if can_chi(year) == name), None)


def of_lunar_years(text: str, years: Years) -> Iterator[Treatment]:
    """Yield what becomes of each name of a lunar year."""
    for match in _CAN_CHI.finditer(text):
        year = year_named(match["can"], match["chi"], years.old)
        if year is not None:
            yield _treated(text, match, year, years)


def misnamed_lunar_years(text: str, year: int) -> Iterator[Treatment]:
    """Yield the names of lunar years that do not fit `year`, which is written behind them, with the name that does."""
    for match in _CAN_CHI.finditer(text):
        said = _YEAR_BEHIND.match(text, match.end())
        if said and int(said[1]) == year and year_named(match["can"], match["chi"], year) != year:
            new = can_chi(year).upper() if match.group().isupper() else can_chi(year)
            yield Treatment(*match.span(), new, f"năm {year} là {new}")


def _treated(text: str, match: re.Match[str], year: int, years: Years) -> Treatment:
    festive = _FESTIVE.search(text, 0, match.start()) is not None
    said = _YEAR_BEHIND.match(text, match.end())
    if said and int(said[1]) != year:
        same_name = (int(said[1]) - year) % 60 == 0
        why = f"năm âm lịch {int(said[1])}" if same_name else f"{can_chi(year)} là năm {year}, không phải {said[1]}; xem lại"
        return Treatment(*match.span(), None, why, sure=same_name)
    new = can_chi(year + years.step)
    new = new.upper() if match.group().isupper() else new
    if year == years.old:
        if not festive and not said and _NAME_BEFORE.search(text, 0, match.start()):
            return Treatment(*match.span(), None, f"có thể là tên người; nếu là năm âm lịch thì đổi thành {new}", sure=False)
        return Treatment(*match.span(), new, f"năm âm lịch {years.new}")
    if year == years.old + 1 and festive:
        return Treatment(*match.span(), new, "năm âm lịch liền sau năm kế hoạch, chuyển cùng kế hoạch")
    return Treatment(*match.span(), None, f"năm âm lịch {year}", sure=year < years.old - 1)
