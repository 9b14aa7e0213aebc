"""What Excel shows of a number: the part of its format that holds, its scale, its leading zeros, the words around it.

The format language is that of ECMA-376 part 1, 18.8.31. The number is kept with every digit, also where the format rounds it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import lru_cache
from typing import Final

from docgen.text.patterns import lazy_re

_TOKEN: Final = lazy_re(r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|\[(?P<bracket>[^\]]*)\]|[_*](?P<pad>.)|(?P<sign>.)', re.DOTALL)
_SECTION: Final = lazy_re(r'(?:"[^"]*"?|\\.|\[[^\]]*\]|[_*].|[^;])*', re.DOTALL)
_CONDITION: Final = lazy_re(r"(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)")
_CURRENCY: Final = lazy_re(r"\$([^-]*)(?:-[0-9A-Fa-f]+)?")
_PLACES: Final = "0#?"
_NO_NUMBER: Final = lazy_re(r"[dmyhs/e@]", re.IGNORECASE)  # dates, fractions, exponents: shown as they are
_GENERAL: Final = lazy_re(r'(?P<words>"[^"]*"?|\\.|\[[^\]]*\])|general', re.IGNORECASE | re.DOTALL)
_ALL_DIGITS: Final = f"0.{'#' * 30}"  # what "General" prints of a number, whatever words stand beside it
_HOLDS: Final = {
    "<": Decimal.__lt__, "<=": Decimal.__le__, ">": Decimal.__gt__, ">=": Decimal.__ge__, "=": Decimal.__eq__,
    "<>": Decimal.__ne__,
}  # fmt: skip
_LONGEST: Final = 255  # characters of a format; Excel takes no more (its specifications and limits)
_MOST_DIGITS: Final = 1500  # a double has some 310 before its point and as many behind it; the longest format moves it by 510


@dataclass(frozen=True, slots=True)
class Shown:
    """A number as its reader sees it: its words in the Vietnamese way, the number that they say, its unit of measure.

    `rounded` is what Excel shows where that hides digits that are there, blank elsewhere.
    """

    words: str
    number: Decimal
    unit: str = ""
    rounded: str = ""


@dataclass(frozen=True, slots=True)
class _Part:
    """A section of a format, taken apart: words before and behind, least digits, decimals, grouping, scale in powers of ten."""

    before: str
    behind: str
    least: int
    decimals: int
    grouped: bool
    power: int
    is_empty: bool


def shown(value: Decimal, code: str) -> Shown:
    """Return what a cell of the format `code` shows of `value`."""
    plain = Shown(_vietnamese(value, 1, grouped=False), value)
    if not code or len(code) > _LONGEST:
        return plain
    section, magnitude = _chosen(value, _sections(code))
    if section is None or _is_plain(section):
        return plain
    part = _taken_apart(section)
    if part.is_empty:
        return Shown(f"{part.before}{part.behind}".strip(), value)
    with localcontext(prec=_MOST_DIGITS):
        number = magnitude.scaleb(part.power)
        seen = number.quantize(Decimal(1).scaleb(-part.decimals), rounding=ROUND_HALF_UP)
        kept = value.scaleb(part.power)
    words = _around(part, number)
    unit = f"{part.before} {part.behind}".strip(" -+()")
    return Shown(words, kept, unit, "" if seen == number else _around(part, seen))


def shown_text(text: str, code: str) -> str:
    """Return what a cell of the format `code` shows of a text: the words that a section for texts puts around it."""
    sections = _sections(code)
    section = sections[3] if len(sections) > 3 else sections[-1] if "@" in sections[-1] else "@"
    pieces = [
        text if match["sign"] == "@" else match["quoted"] or match["escaped"] or (match["sign"] or "")
        for match in _TOKEN.finditer(section)
    ]
    return "".join(pieces) if text in pieces else text


@lru_cache(maxsize=256)
def _sections(code: str) -> tuple[str, ...]:
    found: list[str] = []
    at = 0
    while at <= len(code):
        match = _SECTION.match(code, at)
        assert match
        found.append(_GENERAL.sub(lambda one: one["words"] or _ALL_DIGITS, match.group()))
        at = match.end() + 1
    return tuple(found)


def _chosen(value: Decimal, sections: Sequence[str]) -> tuple[str | None, Decimal]:
    """Return the section that holds for `value`, and the number that it prints: its sign is the section's own matter."""
    numeric = sections[:3]
    conditions = [_condition(section) for section in numeric]
    if any(conditions):
        for section, condition in zip(numeric, conditions, strict=True):
            if condition is None or _HOLDS[condition[0]](value, condition[1]):
                return section, value
        return None, value
    if len(numeric) == 1 or value > 0 or (value == 0 and len(numeric) == 2):
        return numeric[0], value
    return (numeric[1], abs(value)) if value < 0 else (numeric[2], value)


def _condition(section: str) -> tuple[str, Decimal] | None:
    for match in _TOKEN.finditer(section):
        if match["bracket"] and (found := _CONDITION.fullmatch(match["bracket"].strip())):
            return found[1], Decimal(found[2])
    return None


def _is_plain(section: str) -> bool:
    bare = "".join(match["sign"] or "" for match in _TOKEN.finditer(section))
    return _NO_NUMBER.search(bare) is not None


@lru_cache(maxsize=256)
def _taken_apart(section: str) -> _Part:
    before, behind, digits = "", "", ""
    percent = 0
    for match in _TOKEN.finditer(section):
        sign, words = match["sign"], match["quoted"] or match["escaped"] or ""
        if match["bracket"] is not None:
            currency = _CURRENCY.fullmatch(match["bracket"])
            words = currency[1] if currency else ""
        elif match["pad"] is not None:
            words = " " if digits and not behind else ""
        elif sign and (sign in _PLACES or (sign in ".," and (digits or sign == "."))):
            digits += sign
            continue
        elif sign:
            words = sign
        percent += 2 if sign == "%" else 0
        if digits:
            behind += words
        else:
            before += words
    whole, _, fraction = digits.partition(".")
    scaled = sum(len(each) - len(each.rstrip(",")) for each in (whole, fraction))
    return _Part(
        before=before,
        behind=behind,
        least=whole.count("0"),
        decimals=sum(each in _PLACES for each in fraction),
        grouped="," in whole.rstrip(","),
        power=percent - 3 * scaled,
        is_empty=not any(each in _PLACES for each in digits),
    )


def _around(part: _Part, number: Decimal) -> str:
    words = f"{part.before}{_vietnamese(abs(number), part.least, grouped=part.grouped)}{part.behind}".strip()
    return f"-{words}" if number < 0 else words


def _vietnamese(number: Decimal, least: int, *, grouped: bool) -> str:
    sign = "-" if number < 0 else ""
    whole, _, fraction = f"{abs(number):f}".partition(".")
    fraction = fraction.rstrip("0")
    whole = whole.lstrip("0").zfill(max(least, 1))
    if grouped:
        whole = f"{int(whole):,}".replace(",", ".").zfill(len(whole)) if len(whole) > 3 else whole
    return f"{sign}{whole}{',' if fraction else ''}{fraction}"
