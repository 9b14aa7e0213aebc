"""The line of place and date, taken apart."""

import re
from dataclasses import dataclass
from typing import Final

from docgen.check.view import Line

_NUMBER: Final = r"[\d._… ]*"
_LINE: Final = re.compile(
    r"(?P<place>.*?)(?P<comma> ?,)? ?(?P<word>ngày)"
    rf" ?(?P<day>{_NUMBER}?) ?tháng ?(?P<month>{_NUMBER}?) ?năm ?(?P<year>{_NUMBER})",
    re.IGNORECASE,
)
_DIGITS: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class DongNgay:
    """Place, day, month, year as written; "" where it is a blank to write in. `word` is the word `ngày` as written."""

    dia_danh: str
    has_comma: bool
    word: str
    ngay: str
    thang: str
    nam: str


def read_place_and_day(line: Line) -> DongNgay | None:
    """Return what the line says, None where it is not written with the words ngày, tháng, năm."""
    match = _LINE.fullmatch(line.words)
    if match is None:
        return None
    ngay, thang, nam = (_digits(match[name]) for name in ("day", "month", "year"))
    return DongNgay(match["place"].strip(), match["comma"] is not None, match["word"], ngay, thang, nam)


def _digits(written: str) -> str:
    """Return the digits, "" for a blank, also one that dots fill or that stands behind a first digit (20…)."""
    digits = _DIGITS.search(written)
    return digits.group() if digits and digits.group() == written.strip(" ") else ""
