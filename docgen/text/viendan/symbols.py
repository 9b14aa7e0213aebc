"""Numbers and symbols of documents: 3334/QĐ-UBND, 30/2020/NĐ-CP, 29-NQ/TW, 123/BTTTT-TTĐN, and those with their number blank."""

import re
from typing import Final

_YEAR: Final = r"(?:(?:19|20)\d\d|\[cần điền năm[^\]\n]*\])"
_LETTER: Final = "A-ZĐÂĂÊÔƠƯ"
_CODE: Final = rf"[{_LETTER}][{_LETTER}a-zđâăêôơư0-9&]*(?:\.[{_LETTER}][{_LETTER}a-zđâăêôơư0-9&]*)*(?!\w)"
_DASH: Final = r"[-–‑]"
_CODES: Final = rf"{_CODE}(?:\s?{_DASH}\s?{_CODE}(?:{_DASH}{_CODE})*)?"
_FILLED: Final = r"(?:(?<![\d/.,])\d{1,6}[a-zđ]?|\[cần điền số[^\]\n]*\])"
_DOTS: Final = r"[.…_](?:\s?[.…_])*"
_OF_PARTY: Final = rf"\s?{_DASH}\s?{_CODE}\s?/\s?{_CODES}"
_OF_STATE: Final = rf"\s*/\s?{_CODES}"

SYMBOL: Final = rf"(?P<so>{_FILLED}(?:\s?/\s?{_YEAR})?)(?:{_OF_PARTY}|{_OF_STATE})"
DRAFT_SYMBOL: Final = rf"(?:{_DOTS})?(?:\s*/\s*(?:{_YEAR}\s?(?=/)|{_DOTS}\s?(?=/)))?(?:{_OF_STATE}|{_OF_PARTY})"
LONE_NUMBER: Final = rf"(?<![\d/.,])\d{{1,6}}[a-zđ]?(?:\s?/\s?{_YEAR})?(?![\w/])"
NUMBER_OF_YEAR: Final = rf"(?<![\d/.,])\d{{1,6}}\s?/\s?{_YEAR}(?![\w/])"
KNOWN_SYMBOL: Final = (
    rf"(?P<so>{_FILLED}(?:/{_YEAR})?)"
    rf"(?:/(?:QĐ|NĐ|NQ|KH|TT|TTLT|CT|CTr|TTr|TB|BC|HD|KL|CĐ|QC|QyĐ|ĐA|PA|CV){_DASH}{_CODE}(?:{_DASH}{_CODE})*"
    rf"|/(?:QH|UBTVQH)\d\d(?!\w)|{_DASH}(?:NQ|QĐ|KH|CT|CTr|TTr|TB|BC|HD|KL|CV|ĐA|QC){_DASH}?/{_CODES})"
)
_ISSUED_IN: Final = re.compile(r"/((?:19|20)\d\d)\Z")


def symbol_key(symbol: str) -> str:
    """Return what all ways of writing one symbol have in common: no blanks, one dash, no leading zeros, one letter case."""
    joined = re.sub(r"\s+", "", re.sub(_DASH, "-", symbol)).casefold()
    return re.sub(r"^0+(?=\d)", "", joined)


def year_in_number(number: str) -> int | None:
    """Return the year that the number of a normative document holds: 2020 of "30/2020"."""
    match = _ISSUED_IN.search(re.sub(r"\s+", "", number))
    return int(match[1]) if match else None
