"""Where citations begin: a kind with number and symbol, a symbol alone, a law by its name, a decision by its date."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from docgen.text.viendan.days import DAY
from docgen.text.viendan.kinds import DATED_KIND, KIND, NAMED_KIND
from docgen.text.viendan.symbols import DRAFT_SYMBOL, KNOWN_SYMBOL, LONE_NUMBER, NUMBER_OF_YEAR, SYMBOL
from docgen.text.viendan.values import Manh

_SO: Final = r"(?i:số)\s{0,60}(?::\s{0,60})?"
_NAME_ENDS: Final = (
    r"(?:trong|theo|trên|cho|đến|tại|từ|vào|được|đã|đang|các|những|hiện hành|cùng|khi|để|nhằm|kèm)\b"
    r"|[Vv]ăn bản|[Nn]ghị định|[Kk]ế hoạch"
)
_WORDS: Final = rf"(?:(?:,|\s+(?:và|của))?\s+(?!{_NAME_ENDS})(?!và\s+(?:các|những)\b)[^\W\d_]+)"
_NO_OTHER_LAW: Final = r"(?!,?\s+(?:và\s+)?(?:Bộ\s+luật|Luật|Pháp\s+lệnh)\b)"
_NAME: Final = (  # of a law; another law may stand in it only as one that it amends
    rf"(?P<ten>\s+sửa\s+đổi(?:,?\s+bổ\s+sung)?\s+(?:một\s+số\s+điều\s+)?(?:của\s+)?\w+{_WORDS}{{1,40}}?"
    rf"|(?!\s+sửa\s+đổi)(?:{_NO_OTHER_LAW}{_WORDS}){{0,22}}?)"
)
_LAW_DAY: Final = rf"(?:,?\s+(?:(?:ban hành|thông qua)\s+)?ngày\s*(?P<ngay>{DAY}))"
_LAW_YEAR: Final = r",?\s*\(?\s*(?:năm\s+)?(?P<nam>(?:19|20)\d\d)(?!\s?[-–/]\s?\d|\d|\.\d)"
_ISSUER: Final = r"(?:của|do)\s+(?:(?!ngày\b|số\b)[^\W\d_]+\s+){1,10}?(?:ban hành\s+)?"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


_WITH_SYMBOL: Final = _pattern(rf"(?P<loai>{KIND})\s+(?:{_SO})?(?P<ky_hieu>{SYMBOL})")
_DRAFT: Final = _pattern(rf"(?P<loai>{KIND})\s+{_SO}(?P<ky_hieu>{DRAFT_SYMBOL})")
_NUMBERED: Final = _pattern(rf"(?P<loai>{KIND})\s+{_SO}(?P<so>{LONE_NUMBER})(?=,?\s+(?:ký\s+)?ngày\s*{DAY})")
_OF_YEAR: Final = _pattern(rf"(?P<loai>{DATED_KIND})\s+(?:{_SO})?(?P<so>{NUMBER_OF_YEAR})")
_BARE: Final = _pattern(rf"(?<!\w){_SO}(?P<ky_hieu>{SYMBOL})")
_KNOWN: Final = _pattern(rf"(?<![\w/.\-])(?P<ky_hieu>{KNOWN_SYMBOL})")
_LAW: Final = _pattern(rf"(?P<loai>{NAMED_KIND}){_NAME}\s+(?:{_SO})(?P<ky_hieu>{SYMBOL})")
_LAW_DATED: Final = _pattern(rf"(?P<loai>{NAMED_KIND}){_NAME}(?:{_LAW_DAY}|{_LAW_YEAR})")
_BY_DATE: Final = _pattern(rf"(?P<loai>{DATED_KIND})\s+(?:{_ISSUER})?(?=ngày\s*{DAY})")
_ALL: Final = (_WITH_SYMBOL, _DRAFT, _LAW, _LAW_DATED, _NUMBERED, _OF_YEAR, _BARE, _KNOWN, _BY_DATE)


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of a citation up to `end`, behind which date, issuer and title may stand; `ten` is the name of a law."""

    end: int
    loai: Manh
    so: Manh | None = None
    ky_hieu: Manh | None = None
    ngay: Manh | None = None
    nam: Manh | None = None
    ten: Manh | None = None

    @property
    def start(self) -> int:
        """Return where the citation begins."""
        return self.loai.start


def heads(text: str) -> list[Head]:
    """Return the beginnings of all citations in `text`, in their order; of those that meet, the one that begins first."""
    found: list[Head] = []
    for head in sorted(_all(text), key=lambda one: (one.start, one.so is None, -one.end)):
        if not found or head.start >= found[-1].end:
            found.append(head)
    return found


def piece(text: str, start: int, end: int) -> Manh | None:
    """Return the words from `start` to `end` without the blanks around them, None where there are none."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Manh(words.strip(), start, start + len(words.strip())) if words.strip() else None


def _all(text: str) -> Iterator[Head]:
    for pattern in _ALL:
        for match in pattern.finditer(text):
            if pattern in (_LAW, _LAW_DATED) and _is_a_name_of_nothing(match):
                continue
            yield _head(text, match)


def _head(text: str, match: re.Match[str]) -> Head:
    def cut(name: str) -> Manh | None:
        return piece(text, *match.span(name)) if name in match.re.groupindex and match[name] is not None else None

    number = cut("so")
    start = number.start if number else match.end()
    end = match.end("loai") if match.re is _BY_DATE else match.end()
    kind = cut("loai") or Manh("", start, start)
    if kind.text == "" and (symbol := cut("ky_hieu")) is not None:
        kind = Manh("", symbol.start, symbol.start)
    return Head(end, kind, number, cut("ky_hieu") or number, cut("ngay"), cut("nam"), cut("ten"))


def _is_a_name_of_nothing(match: re.Match[str]) -> bool:
    """Return whether "Luật năm 2015" or "Luật ngày …" names no law; the constitution needs no name."""
    return not match["ten"].strip() and match["loai"] != "Hiến pháp"
