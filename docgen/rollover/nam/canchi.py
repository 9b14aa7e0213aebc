"""The names of lunar years, such as Quý Mão for 2023."""

import re
from typing import Final

_CAN: Final = "Giáp Ất Bính Đinh Mậu Kỷ Canh Tân Nhâm Quý".split()
_CHI: Final = "Tý Sửu Dần Mão Thìn Tỵ Ngọ Mùi Thân Dậu Tuất Hợi".split()
_SPELLINGS: Final = {"Kỉ": "Kỷ", "Quí": "Quý", "Tí": "Tý", "Mẹo": "Mão", "Tị": "Tỵ"}


def _either_case(words: list[str]) -> str:
    return "|".join((*words, *(word.upper() for word in words)))


CAN_CHI: Final = re.compile(
    rf"(?<!\w)(?P<can>{_either_case([*_CAN, 'Kỉ', 'Quí'])})\s+(?P<chi>{_either_case([*_CHI, 'Tí', 'Mẹo', 'Tị'])})(?!\w)"
)


def can_chi(year: int) -> str:
    """Return the name of the lunar year that opens in `year`."""
    return f"{_CAN[(year - 4) % 10]} {_CHI[(year - 4) % 12]}"


def year_named(can: str, chi: str, near: int) -> int | None:
    """Return the year of that name nearest to `near`; None where no year bears it."""
    stem, branch = (_SPELLINGS.get(word.capitalize(), word.capitalize()) for word in (can, chi))
    name = f"{stem} {branch}"
    return next((year for away in range(31) for year in (near + away, near - away) if can_chi(year) == name), None)
