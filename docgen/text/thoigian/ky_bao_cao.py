"""The period of a report: the words that name it, its days, and how the time of a task lies to it."""

import re
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from docgen.text.patterns import lazy_re
from docgen.text.thoigian.calendar import ThoiGian
from docgen.text.thoigian.reader import read

_YEAR: Final = lazy_re(r"\d{4}")
_MONTHS: Final = lazy_re(r"\A(\d{1,2} tháng)(?= năm\b)", re.IGNORECASE)  # "9 tháng năm 2023" are its first nine
_PERIOD_REMEDY: Final = "ghi như “năm {year}”, “quý III năm {year}” hoặc “6 tháng đầu năm {year}”"


class NotAPeriod(ValueError):
    """The words are no period of the plan's year; the sentence says why and what to write."""


class ViTri(StrEnum):
    """How the time of a task lies to a period."""

    TRONG = "trong kỳ"
    TRUOC = "đã đến hạn trước kỳ này"
    SAU = "chưa đến kỳ thực hiện"
    NGOAI = "không thuộc kỳ này"


class KyBaoCao(NamedTuple):
    """A period: its words as they are printed, always with the year, its first and its last day."""

    chu: str
    tu: date
    den: date

    def position(self, han: ThoiGian | None) -> ViTri:
        """Return how a task's time lies to this period; what recurs or could not be read lies within it."""
        if han is None or not han.dot or any(dot.tu <= self.den and (dot.den is None or dot.den >= self.tu) for dot in han.dot):
            return ViTri.TRONG
        if han.dot[0].tu > self.den:
            return ViTri.SAU
        return ViTri.TRUOC if han.dot[-1].tu < self.tu else ViTri.NGOAI


def read_period(words: str | None, nam: int) -> KyBaoCao:
    """Return the period that `words` name in the year `nam`, all of it without words. Raises `NotAPeriod`."""
    chu = _with_year(" ".join((words or "").split()), nam)
    han = read(_MONTHS.sub(r"\1 đầu", chu), nam)
    remedy = _PERIOD_REMEDY.format(year=nam)
    if han.chua_ro is not None or han.dinh_ky or len(han.dot) != 1 or han.den is None:
        raise NotAPeriod(f"“{chu}” không phải một kỳ báo cáo; {remedy}")
    if han.dot[0].tu.year != nam or han.den.year != nam:
        raise NotAPeriod(f"kỳ “{chu}” không nằm trong năm {nam} của kế hoạch; {remedy}")
    return KyBaoCao(chu, han.dot[0].tu, han.den)


def _with_year(words: str, nam: int) -> str:
    if not words or _YEAR.search(words):
        return words or f"năm {nam}"
    return f"{words} {nam}" if words.casefold().endswith("năm") else f"{words} năm {nam}"
