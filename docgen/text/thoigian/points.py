"""Cuts a time expression into tokens and reads one point out of them: "ngày 15/12/2023", "quý II", "6 tháng đầu năm"."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final, NamedTuple, TypeAlias

from docgen.text.patterns import lazy_re
from docgen.text.thoigian.calendar import Length, Moc
from docgen.text.thoigian.phrases import HOURS, OFTEN, UNIT

_TOKEN: Final = lazy_re(
    rf"(?P<lap>{OFTEN})"
    rf"|(?P<gio>{HOURS})"
    rf"|(?P<hang>(?:hằng|hàng|mỗi|từng)\s+{UNIT}(?!\s*\d))"
    r"|(?P<mai>(?:(?:và|,)\s*)?(?:các|những)\s+năm\s+(?:tiếp\s+theo|sau\s+đó|sau|kế\s+tiếp)|trở\s+đi|về\s+sau)"
    r"|(?P<so>\d+)|(?P<chu>[^\W\d_]+)|(?P<dau>[^\w\s])",
    re.IGNORECASE,
)
_DASHES: Final = str.maketrans(dict.fromkeys("–—−‑‐", "-"))
Read: TypeAlias = tuple[Moc, int] | None  # the point, and the token behind it
_NUMBERS: Final = {
    "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "nhất": 1, "nhì": 2,
}  # fmt: skip
_ROMANS: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}
_QUARTER: Final = ("quý", "quí", "q")
_ENDS: Final = ("đầu", "giữa", "cuối")
_TENS: Final = {"thượng": "đầu", "trung": "giữa", "hạ": "cuối"}
_YEARS: Final = range(1900, 2101)
_WEEKS: Final = ("tuần 1", "tuần 2", "tuần 3", "tuần 4", "tuần cuối")  # of a quarter or a year too; a month says so of any other
EVERY: Final = -1  # the number of a month or quarter that stands for each of the year


class Token(NamedTuple):
    """A piece of a time expression in small letters, with its kind and its place."""

    kind: str
    text: str
    start: int
    end: int


def normalized(text: str) -> str:
    """Return `text` as it is cut and quoted: composed letters, one kind of dash."""
    return unicodedata.normalize("NFC", text).translate(_DASHES)


def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a `normalized` text."""
    return tuple(
        Token(match.lastgroup or "", " ".join(match.group().lower().split()), *match.span()) for match in _TOKEN.finditer(text)
    )


class Points:
    """The tokens of one expression and the plan's year, for "năm nay" and "năm sau"."""

    def __init__(self, tokens: Sequence[Token], year: int) -> None:
        self._tokens = tokens
        self._year = year

    def word(self, at: int, *words: str) -> bool:
        """Return whether the token at `at` is one of `words`."""
        return at < len(self._tokens) and self._tokens[at].text in words

    def number(self, at: int) -> int | None:
        """Return the number at `at`, written in figures."""
        token = self._tokens[at] if at < len(self._tokens) else None
        return int(token.text) if token and token.kind == "so" and len(token.text) <= 4 else None

    def point(self, at: int) -> Read:
        """Return the point that opens at `at`."""
        return self._part(at) or self._day(at) or self._month(at) or self._quarter(at) or self._named_year(at) or self._bare(at)

    def _part(self, at: int) -> Read:
        return self._some_months(at) or self._week(at) or self._third(at)

    def _some_months(self, at: int) -> Read:
        count = self.number(at) or (_NUMBERS.get(self._tokens[at].text) if at < len(self._tokens) else None)
        if count is None or not self.word(at + 1, "tháng", *_QUARTER) or not self.word(at + 2, "đầu", "cuối"):
            return None
        months = count if self.word(at + 1, "tháng") else 3 * count
        year, behind = self._year_at(self._of(at + 3))
        return Moc(Length.NAM, 0, year=year, part=f"{self._tokens[at + 2].text} {months}"), behind

    def counts_weeks(self, at: int) -> bool:
        """Return whether a week that is counted opens at `at`: "tuần 2", "tuần thứ hai"."""
        counted = self.word(at, "tuần") and not self.word(at + 1, "lễ")  # "tuần lễ 8/8" is the week of a day
        return counted and self._count(self._behind_week(at))[0] is not None

    def _week(self, at: int, others: int = 3) -> Read:
        """Return the week that opens at `at`; up to `others` weeks may stand between it and the month that it is of."""
        if self.word(at, *_TENS) and self.word(at + 1, "tuần"):
            return self._with_part(_TENS[self._tokens[at].text], at + 2)
        if not self.word(at, "tuần"):
            return None
        behind = self._behind_week(at)
        if self.word(behind, "đầu"):
            name, behind = "tuần 1", behind + 1 + self.word(behind + 1, "tiên")
        elif self.word(behind, "cuối"):
            name, behind = "tuần cuối", behind + 1 + self.word(behind + 1, "cùng")
        else:
            count, behind = self._count(behind)
            name = f"tuần {count}"
        read = self._with_part(name, behind) if name != "tuần None" else None
        if read is None and others and self.word(behind, ",", "và", "-", "đến"):
            further = self._week(behind + 1, others - 1)  # "tuần 1 và tuần 2 tháng 8": the second says the month of both
            read = (further[0]._replace(part=name), behind) if further else None
        return read if read and (name in _WEEKS or read[0].kind is Length.THANG) else None

    def _behind_week(self, at: int) -> int:
        behind = at + 1 + self.word(at + 1, "lễ")
        return behind + self.word(behind, "thứ")

    def _third(self, at: int) -> Read:
        if self.word(at, "nửa") and self.word(at + 1, "đầu", "cuối", "sau"):
            return self._with_part("nửa đầu" if self.word(at + 1, "đầu") else "nửa cuối", at + 2)
        if self.word(at, "tháng") and self.word(at + 1, *_ENDS):
            read = self._with_part(f"tháng {self._tokens[at + 1].text}", at + 2)
            return read if read and read[0].kind is Length.QUY else None
        return self._with_part(self._tokens[at].text, at + 1) if self.word(at, *_ENDS) else None

    def _with_part(self, part: str, at: int) -> Read:
        behind = self._of(at)
        if self.word(behind, "hằng tháng", "hàng tháng", "mỗi tháng"):
            return Moc(Length.THANG, EVERY, part=part), behind + 1
        if self.word(behind, "hằng quý", "hàng quý", "mỗi quý"):
            return Moc(Length.QUY, EVERY, part=part), behind + 1
        read = self._month(behind) or self._quarter(behind) or self._named_year(behind)
        if read is None:
            return None
        whole, behind = read
        return Moc(whole.kind, whole.number, year=whole.year, part=part), behind

    def _day(self, at: int) -> Read:
        named = self.word(at, "ngày", "mùng", "mồng")
        at += named
        if read := self._year_first(at):
            return read
        day = self.number(at)
        if day is None or day > 99:
            return None
        month = self.number(at + 2)
        if self.word(at + 1, "/") and month is not None and month <= 99:
            year, behind = self._year_behind(at + 3, "/")
            return Moc(Length.NGAY, day, month, year), behind
        if self.word(at + 1, "-", ".") and month is not None and month <= 99 and self._glued(at + 1):
            year, behind = self._year_behind(at + 3, self._tokens[at + 1].text)
            if year is not None:
                return Moc(Length.NGAY, day, month, year), behind
        if self.word(at + 1, "tháng") and month is not None:
            year, behind = self._year_behind(at + 3, "/", "-", ".")
            return Moc(Length.NGAY, day, month, year), behind
        return (Moc(Length.NGAY, day), at + 1) if named else None

    def _year_first(self, at: int) -> Read:
        """Return the day or the month that is written as in files: 2026-05-10, 2026-05."""
        year, month, day = self.number(at), self.number(at + 2), self.number(at + 4)
        if year not in _YEARS or month is None or month > 99 or not self.word(at + 1, "-", "/", ".") or not self._glued(at + 1):
            return None
        if day is not None and day <= 99 and self.word(at + 3, self._tokens[at + 1].text) and self._glued(at + 3):
            return Moc(Length.NGAY, day, month, year), at + 5
        is_month = self.word(at + 1, "-") and len(self._tokens[at + 2].text) == 2 and month <= 12
        return (Moc(Length.THANG, month, year=year), at + 3) if is_month else None

    def _glued(self, at: int) -> bool:
        token, before, behind = self._tokens[at], self._tokens[at - 1], self._tokens[at + 1]
        return before.end == token.start and token.end == behind.start

    def _month(self, at: int) -> Read:
        if self.word(at, "tháng", "t"):
            count, behind = self._count(at + 1)
            if count is not None and count <= 99:
                year, behind = self._year_behind(behind, "/", "-", ".")
                return Moc(Length.THANG, count, year=year), behind
            return None
        month, year = self.number(at), self.number(at + 2)
        if month is not None and month <= 99 and self.word(at + 1, "/") and year in _YEARS:
            return Moc(Length.THANG, month, year=year), at + 3
        return None

    def _quarter(self, at: int) -> Read:
        if not self.word(at, *_QUARTER):
            return None
        count, behind = self._count(at + 1)
        if count is None:
            return None
        year, behind = self._year_behind(behind, "/", "-", ".")
        return Moc(Length.QUY, count, year=year), behind

    def _named_year(self, at: int) -> Read:
        year = self.number(at)
        if year in _YEARS:
            return Moc(Length.NAM, 0, year=year), at + 1
        if not self.word(at, "năm") or self.word(at + 1, "học"):
            return None
        year, behind = self._year_at(at)
        return Moc(Length.NAM, 0, year=year), behind

    def _bare(self, at: int) -> Read:
        if at >= len(self._tokens):
            return None
        number = self.number(at) or _ROMANS.get(self._tokens[at].text)
        if number is None or number > 31:
            return None
        year, behind = self._year_behind(at + 1, "/")
        return Moc(Length.SO, number, year=year), behind

    def _count(self, at: int) -> tuple[int | None, int]:
        number = self.number(at)
        if number is not None:
            return number, at + 1
        if self.word(at, "mười") and self.word(at + 1, "một", "hai"):
            return 10 + _NUMBERS[self._tokens[at + 1].text], at + 2
        text = self._tokens[at].text if at < len(self._tokens) else ""
        if text == "năm" and self.number(at + 1) is not None:
            return None, at
        return _ROMANS.get(text, _NUMBERS.get(text)), at + 1

    def _of(self, at: int) -> int:
        return at + self.word(at, "của", "trong")

    def _year_behind(self, at: int, *marks: str) -> tuple[int | None, int]:
        """Return the year behind a month or a quarter: "/2023", " năm 2023", "năm sau".

        " 2023" and ", 2023" say it too, unless a span of years opens with them.
        """
        bare = at + self.word(at, ",")
        if self.number(bare) in _YEARS and not self.word(bare + 1, "-"):
            return self.number(bare), bare + 1
        if self.word(at, *marks) and self.number(at + 1) in _YEARS:
            return self.number(at + 1), at + 2
        behind = self._of(at)
        return self._year_at(behind) if self.word(behind, "năm") else (None, at)

    def _year_at(self, at: int) -> tuple[int | None, int]:
        if not self.word(at, "năm"):
            return None, at
        if self.number(at + 1) in _YEARS:
            return self.number(at + 1), at + 2
        if self.word(at + 1, "nay"):
            return self._year, at + 2
        if self.word(at + 1, "sau", "tới", "trước"):
            return self._year + (-1 if self.word(at + 1, "trước") else 1), at + 2
        return None, at + 1
