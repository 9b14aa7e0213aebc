"""What a citation is made of, as patterns: kinds, numbers and symbols, days of issue; and where in a text citations begin."""

import calendar
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, NamedTuple

from docgen.text.patterns import lazy_re, listed


class Manh(NamedTuple):
    """A piece of the text: its words, and from where to where they stand."""

    text: str
    start: int
    end: int


class VienDan(NamedTuple):
    """One citation, from its kind to the end of its title; what it does not say is None.

    `so` is the number alone ("3334", "30/2020"), `ky_hieu` number and symbol as written ("3334/QĐ-UBND", "30/2020/NĐ-CP",
    "29-NQ/TW"); `ngay` the words of the date behind "ngày", and `ngay_ban_hanh` the day that they say. `nam` is the year by
    which a law is named ("Luật Báo chí năm 2016"), `trich_yeu` then its name. `loai` is empty where only the symbol stands;
    `says_number`: whether "số" stands before the symbol.
    """

    start: int
    end: int
    loai: Manh
    so: Manh | None = None
    ky_hieu: Manh | None = None
    ngay: Manh | None = None
    ngay_ban_hanh: date | None = None
    co_quan: Manh | None = None
    trich_yeu: Manh | None = None
    nam: Manh | None = None
    says_number: bool = False

    @property
    def letters(self) -> str:
        """Return the first letters of the symbol, which tell the kind: "NĐ" of 30/2020/NĐ-CP, "NQ" of 29-NQ/TW; else ""."""
        match = _LETTERS.search(self.ky_hieu.text) if self.ky_hieu is not None else None
        return match[1] if match else ""


class Ngay(NamedTuple):
    """A day written from `start` to `end` of a text as `text`; `year` is None where none is given."""

    start: int
    end: int
    text: str
    day: int
    month: int
    year: int | None

    @property
    def exists(self) -> bool:
        """Return whether the calendar has this day; without a year, whether some year has it."""
        year = self.year or _LEAP_YEAR
        return 1 <= self.month <= 12 and year <= date.max.year and 1 <= self.day <= calendar.monthrange(year, self.month)[1]

    @property
    def date(self) -> date | None:
        """Return the day, None where the calendar has no such day or no year is given."""
        return date(self.year, self.month, self.day) if self.year and self.exists else None


_LEAP_YEAR: Final = 2024
WORDS: Final = listed(__package__, "words.toml")


def words(name: str) -> str:
    """Return the pattern `name` of the list of words."""
    return str(WORDS[name]).replace("\n", "")


def any_of(names: Iterable[str]) -> str:
    """Return the pattern of any of `names`, the longest first, whatever blanks stand in them."""
    return "|".join(name.replace(" ", r"\s+") for name in sorted(names, key=len, reverse=True))


KIND: Final = rf"(?<!\w)(?:(?i:{any_of(WORDS['kinds'])})|{any_of(WORDS['short_kinds'])})(?!\w)"
DATED_KIND: Final = rf"(?<!\w)(?:{any_of(WORDS['dated_kinds'])})(?!\w)"  # known by their date alone: "Kết luận ngày 05/6/2023"
NAMED_KIND: Final = rf"(?<!\w)(?:{any_of(WORDS['named_kinds'])}|BỘ LUẬT|LUẬT)(?!\w)"
_YEAR_OR_BLANK: Final = r"(?:(?:19|20)\d\d|\[cần điền năm[^\]\n]*\])"
_LETTER: Final = "A-ZĐÂĂÊÔƠƯ"
_CODE: Final = rf"[{_LETTER}][{_LETTER}a-zđâăêôơư0-9&]*(?:\.[{_LETTER}][{_LETTER}a-zđâăêôơư0-9&]*)*(?!\w)"
_DASH: Final = r"[-–‑]"
_CODES: Final = rf"{_CODE}(?:\s?{_DASH}\s?{_CODE}(?:{_DASH}{_CODE})*)?"
_FILLED: Final = r"(?:(?<![\d/.,])\d{1,6}[a-zđ]?|\[cần điền số[^\]\n]*\])"
_DOTS: Final = r"[.…_](?:\s?[.…_])*"
_OF_PARTY: Final = rf"\s?{_DASH}\s?{_CODE}\s?/\s?{_CODES}"
_OF_STATE: Final = rf"\s*/\s?{_CODES}"

SYMBOL: Final = rf"(?P<so>{_FILLED}(?:\s?/\s?{_YEAR_OR_BLANK})?)(?:{_OF_PARTY}|{_OF_STATE})"
DRAFT_SYMBOL: Final = rf"(?:{_DOTS})?(?:\s*/\s*(?:{_YEAR_OR_BLANK}\s?(?=/)|{_DOTS}\s?(?=/)))?(?:{_OF_STATE}|{_OF_PARTY})"
LONE_NUMBER: Final = rf"(?<![\d/.,])\d{{1,6}}[a-zđ]?(?:\s?/\s?{_YEAR_OR_BLANK})?(?![\w/])"
NUMBER_OF_YEAR: Final = rf"(?<![\d/.,])\d{{1,6}}\s?/\s?{_YEAR_OR_BLANK}(?![\w/])"
KNOWN_SYMBOL: Final = (
    rf"(?P<so>{_FILLED}(?:/{_YEAR_OR_BLANK})?)"
    rf"(?:/(?:QĐ|NĐ|NQ|KH|TT|TTLT|CT|CTr|TTr|TB|BC|HD|KL|CĐ|QC|QyĐ|ĐA|PA|CV){_DASH}{_CODE}(?:{_DASH}{_CODE})*"
    rf"|/(?:QH|UBTVQH)\d\d(?!\w)|{_DASH}(?:NQ|QĐ|KH|CT|CTr|TTr|TB|BC|HD|KL|CV|ĐA|QC){_DASH}?/{_CODES})"
)
_LETTERS: Final = lazy_re(rf"[-–‑/]\s?(?!\d)([{_LETTER}][^\s\-–‑/]*)")
_ISSUED_IN: Final = lazy_re(r"/((?:19|20)\d\d)\Z")


def symbol_key(symbol: str) -> str:
    """Return what all ways of writing one symbol have in common: no blanks, one dash, no leading zeros, one letter case."""
    joined = re.sub(r"\s+", "", re.sub(_DASH, "-", symbol)).casefold()
    return re.sub(r"^0+(?=\d)", "", joined)


def year_in_number(number: str) -> int | None:
    """Return the year that the number of a normative document holds: 2020 of "30/2020"."""
    match = _ISSUED_IN.search(re.sub(r"\s+", "", number))
    return int(match[1]) if match else None


_BLANK: Final = r"[.…_\s]*+"
_MONTH: Final = r"\d{1,2}|[.…_]+"
DAY: Final = (
    r"(?i:\d{1,2}\s*(?P<mark>[/.\-–])\s*\d{1,2}\s*(?P=mark)\s*(?:\d{4}|\d{2})(?![\d/])"
    r"|\d{1,2}\s+tháng\s+\d{1,2}(?:\s*(?:,\s*)?năm\s+\d{4})?(?!\d)"
    r"|\[cần điền ngày[^\]\n]*\]"
    rf"|(?:\d{{1,2}}\s+|{_BLANK})tháng\s*(?:\d{{1,2}}\s+|{_BLANK})năm(?:\s*\d{{4}}(?!\d)|{_BLANK})"
    rf"|[.…_]+\s*/\s*(?:{_MONTH})\s*/\s*(?:\d{{4}}(?!\d)|[.…_]+)"
    r"|\d{1,2}/\d{1,2}(?![\d/]))"
)
_ANY_DAY: Final = lazy_re(
    r"(\d{1,2})(?: ?(?P<mark>[/.-]) ?(\d{1,2}) ?(?P=mark) ?((?:19|20)\d{2,9})(?![\d/])| tháng (\d{1,2})(?: năm (\d{4,9}))?(?!\d))"
)
_IN_DIGITS: Final = lazy_re(r"(\d{1,2})\s*[/.\-–]\s*(\d{1,2})\s*[/.\-–]\s*(\d{4})")
_IN_WORDS: Final = lazy_re(r"(\d{1,2})\s+tháng\s+(\d{1,2})\s*,?\s*năm\s+(\d{4})")


def read_day(words: str) -> date | None:
    """Return the day that `words` say, None where they leave something open or the calendar has no such day."""
    match = _IN_DIGITS.fullmatch(words.lower()) or _IN_WORDS.fullmatch(words.lower())
    if match is None:
        return None
    day, month, year = (int(group) for group in match.groups())
    return Ngay(0, len(words), words, day, month, year).date


def days(text: str) -> tuple[Ngay, ...]:
    """Return the days written in `text`, in digits (05/3/2024) and in words (ngày 05 tháng 3 năm 2024), also impossible ones."""
    found = (one for one in _ANY_DAY.finditer(text) if _begins_day(text, one))
    read = ((*one.span(), one[0], int(one[1]), int(one[3] or one[5]), int(one[4] or one[6] or 0) or None) for one in found)
    return tuple(Ngay(*each) for each in read)


def _begins_day(text: str, match: re.Match[str]) -> bool:
    place = match.start()
    if match["mark"]:
        return place == 0 or not (text[place - 1].isalnum() or text[place - 1] in "/.,-" or text.endswith("số ", 0, place))
    return text.endswith(("ngày ", "Ngày "), 0, place)


_SO: Final = r"(?i:số)\s{0,60}(?::\s{0,60})?"
_NAME_ENDS: Final = (
    r"(?:trong|theo|trên|cho|đến|tại|từ|vào|được|đã|đang|các|những|hiện hành|cùng|khi|để|nhằm|kèm)\b"
    r"|[Vv]ăn bản|[Nn]ghị định|[Kk]ế hoạch"
)
_WORDS: Final = rf"(?:(?:,|\s+(?:và|của))?\s+(?!{_NAME_ENDS})(?!và\s+(?:các|những)\b)[^\W\d_]+)"
_NO_OTHER_LAW: Final = r"(?!,?\s+(?:và\s+)?(?:Bộ\s+luật|Luật|Pháp\s+lệnh)\b)"
_LAW_NAME: Final = (  # of a law; another law may stand in it only as one that it amends
    rf"(?P<ten>\s+sửa\s+đổi(?:,?\s+bổ\s+sung)?\s+(?:một\s+số\s+điều\s+)?(?:của\s+)?\w+{_WORDS}{{1,40}}?"
    rf"|(?!\s+sửa\s+đổi)(?:{_NO_OTHER_LAW}{_WORDS}){{0,22}}?)"
)
_LAW_DAY: Final = rf"(?:,?\s+(?:(?:ban hành|thông qua)\s+)?ngày\s*+(?P<ngay>{DAY}))"
_LAW_YEAR: Final = r",?\s*\(?\s*(?:năm\s+)?(?P<nam>(?:19|20)\d\d)(?!\s?[-–/]\s?\d|\d|\.\d)"
_ISSUER: Final = r"(?:của|do)\s+(?:(?!ngày\b|số\b)[^\W\d_]+\s+){1,10}?(?:ban hành\s+)?"
_OF_A_KIND: Final = lazy_re(
    rf"(?P<loai>{KIND})\s+(?:(?:{_SO})?(?P<ky_hieu>{SYMBOL})"
    rf"|{_SO}(?:(?P<blank>{DRAFT_SYMBOL})|(?P<lone>{LONE_NUMBER})(?=,?\s+(?:ký\s+)?ngày\s*+{DAY})))"
)
_OF_YEAR: Final = lazy_re(rf"(?P<loai>{DATED_KIND})\s+(?:{_SO})?(?P<so>{NUMBER_OF_YEAR})")
_BARE: Final = lazy_re(rf"(?<!\w){_SO}(?P<ky_hieu>{SYMBOL})")
_KNOWN: Final = lazy_re(rf"(?<![\w/.\-])(?P<ky_hieu>{KNOWN_SYMBOL})")
_LAW: Final = lazy_re(rf"(?P<loai>{NAMED_KIND}){_LAW_NAME}\s+(?:{_SO})(?P<ky_hieu>{SYMBOL})")
_LAW_DATED: Final = lazy_re(rf"(?P<loai>{NAMED_KIND}){_LAW_NAME}(?:{_LAW_DAY}|{_LAW_YEAR})")
_BY_DATE: Final = lazy_re(rf"(?P<loai>{DATED_KIND})\s+(?:{_ISSUER})?(?=ngày\s*+{DAY})")
_OF_LAWS: Final = (_LAW, _LAW_DATED)
_WITH_SLASH: Final = (_OF_YEAR, _BARE, _KNOWN)
_LAWS: Final = ("uật", "UẬT", "Pháp", "Hiến")  # one of them stands in the name of each law


class CitationHead(NamedTuple):
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


def heads(text: str) -> list[CitationHead]:
    """Return the beginnings of all citations in `text`, in their order; of those that meet, the one that begins first."""
    found: list[CitationHead] = []
    for head in sorted(_all(text), key=lambda one: (one.start, one.so is None, -one.end)):
        if not found or head.start >= found[-1].end:
            found.append(head)
    return found


def piece(text: str, start: int, end: int) -> Manh | None:
    """Return the words from `start` to `end` without the blanks around them, None where there are none."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Manh(words.strip(), start, start + len(words.strip())) if words.strip() else None


def _all(text: str) -> Iterator[CitationHead]:
    of_laws = _OF_LAWS if any(law in text for law in _LAWS) else ()
    for pattern in (_OF_A_KIND, *of_laws, *(_WITH_SLASH if "/" in text else ()), _BY_DATE):
        for match in pattern.finditer(text):
            if pattern not in _OF_LAWS or not _is_a_name_of_nothing(match):
                yield _head(text, match)


def _head(text: str, match: re.Match[str]) -> CitationHead:
    def cut(name: str) -> Manh | None:
        return piece(text, *match.span(name)) if name in match.re.groupindex and match[name] is not None else None

    number = cut("so") or cut("lone")
    start = number.start if number else match.end()
    end = match.end("loai") if match.re.pattern == _BY_DATE.pattern else match.end()
    kind = cut("loai") or Manh("", start, start)
    if kind.text == "" and (symbol := cut("ky_hieu")) is not None:
        kind = Manh("", symbol.start, symbol.start)
    return CitationHead(end, kind, number, cut("ky_hieu") or cut("blank") or number, cut("ngay"), cut("nam"), cut("ten"))


def _is_a_name_of_nothing(match: re.Match[str]) -> bool:
    """Return whether "Luật năm 2015" or "Luật ngày …" names no law; the constitution needs no name."""
    return not match["ten"].strip() and match["loai"] != "Hiến pháp"
