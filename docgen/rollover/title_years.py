"""The years in the title of a cited document (a year, a school year, a period, a horizon …), and what becomes of them."""

import re
from enum import Enum, auto
from typing import Final, NamedTuple

from docgen.rollover.changes import Spans, Treatment, Years
from docgen.text.patterns import lazy_re, spaced
from docgen.text.wording import blank

_Y: Final = r"(?:19|20)\d\d"
_TO: Final = r"\s*(?:[-–—]|đến hết|đến|tới)\s*(?:hết )?(?:năm )?"
_SCHOOL: Final = r"(?:năm học|niên khóa|niên khoá|niên độ|năm học mới|vụ(?: \w+){1,3}|mùa(?: \w+){1,2}|mùa)"
_VISION: Final = r"(?:tầm nhìn|định hướng|hướng (?:đến|tới))"


class Sort(Enum):
    """What a year in a title says."""

    HOC = auto()  # năm học 2023 - 2024
    CUON_CHIEU = auto()  # 03 năm 2023 - 2025: moves on every year
    GIAI_DOAN = auto()  # giai đoạn 2021 - 2025
    TAM_NHIN = auto()  # tầm nhìn đến năm 2030
    TU = auto()  # từ năm 2023; năm 2023 và các năm tiếp theo
    DEN = auto()  # đến năm 2025
    NGAY = auto()  # ngày 20/11/2023: of what the document is for, or its own
    NAM = auto()  # năm 2023
    TEN = auto()  # Cộng đồng Kinh tế ASEAN 2025


class TitleYear(NamedTuple):
    """The years `first` to `last`, written from `start` to `end`; `noun` is what the period is called."""

    sort: Sort
    start: int
    end: int
    first: int
    last: int
    noun: str = "giai đoạn"

    @property
    def is_one_year(self) -> bool:
        """Return whether a document with this in its title may be for one year only."""
        return self.sort in (Sort.HOC, Sort.CUON_CHIEU, Sort.NAM)


_YEAR: Final = lazy_re(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHORT_YEAR: Final = lazy_re(r"(?<!\d)\d\d\Z")
_NOUN: Final = r"(?:(?P<noun>giai đoạn|thời kỳ|nhiệm kỳ|lộ trình|các năm) )?"
_TWO: Final = rf"(?<![\d/.])(?P<a>{_Y}){_TO}(?P<b>{_Y}|\d\d)(?![\d/]|\.\d)"
_TABLE: Final = (  # "(?i)": in capitals or not; a blank stands for any blanks
    (Sort.HOC, rf"(?i){_SCHOOL} (?P<whole>{_TWO})"),
    (Sort.TAM_NHIN, rf"(?i){_VISION}(?: (?:phát triển|chiến lược))?(?: (?:đến|tới))? (?:năm )?(?P<whole>{_TWO})"),
    (Sort.CUON_CHIEU, rf"(?i)(?<!\w)(?:0?3|ba) năm,? (?:từ năm )?(?P<whole>{_TWO})"),
    (Sort.GIAI_DOAN, rf"(?i){_NOUN}(?P<whole>(?:từ năm |từ |(?<!\d\s)năm )?{_TWO})"),
    (
        Sort.GIAI_DOAN,
        rf"(?i)(?P<noun>các năm|năm) (?P<whole>(?P<a>{_Y})(?:\s*,\s*(?:năm )?{_Y})*\s*(?:,|và)\s*(?:năm )?(?P<b>{_Y}))",
    ),
    (Sort.TAM_NHIN, rf"(?i){_VISION}(?: \w+){{0,3}}?(?: (?:đến|tới))?(?: hết)? (?:năm )?(?P<whole>(?P<a>{_Y}))"),
    (Sort.TU, rf"(?i)năm (?P<whole>(?P<a>{_Y}))\s*(?:và|,|[-–])\s*(?:các|những) năm (?:tiếp theo|sau|tới|kế tiếp|về sau)"),
    (Sort.TU, rf"(?i)(?:kể )?từ (?:đầu )?(?:năm |năm học )(?P<whole>(?P<a>{_Y}))"),
    (Sort.DEN, rf"(?i)(?:đến|tới|trước|hết) (?:hết |cuối |hết cuối )?(?:năm )?(?P<whole>(?P<a>{_Y}))(?!\d)"),
    (Sort.NGAY, rf"(?i)(?<![\d/.-])\d\d?(?:\s?[/.-]\s?\d\d?\s?[/.-]\s?| tháng \d\d? năm )(?P<whole>(?P<a>{_Y}))(?!\d)"),
    (Sort.NAM, rf"(?i)năm (?:học |ngân sách |tài chính |kế hoạch )?(?P<whole>(?P<a>{_Y}))(?!\d)"),
    (Sort.NAM, rf"(?i)(?<!\w)(?:quý|tháng) [\dIVX]+\s?[/-]\s?(?P<whole>(?P<a>{_Y}))(?!\d)"),
    (
        Sort.NAM,
        rf"(?<!\w)(?:Xuân|Tết|Hè|[Vv]ụ|Nguyên đán)(?: (?:\w+ ){{0,3}}?)?(?P<whole>(?P<a>{_Y}))(?!\d)",
    ),
    (Sort.TEN, rf"(?<!\d)(?P<whole>(?P<a>{_Y}))(?!\d)"),
)
_ISSUED: Final = lazy_re(  # "…, ban hành trong tháng 01 năm 2026" tells when the document was issued, and is no title
    r"(?<!\w)(?:ban\s+hành|ký(?:\s+kết)?|phát\s+hành|thông\s+qua)\s+(?:(?:vào|trong|từ)\s+)?(?:(?:đầu|giữa|cuối)\s+)?"
    r"(?:(?:tháng|quý)\s+[\dIVX]+\s?[/-]?\s*)?(?:năm\s+)?\Z",
    re.IGNORECASE,
)
_ALONE: Final = lazy_re(r"\W*(?:(?:đầu|giữa|cuối)\s+năm|(?:tháng|quý)\s+[\dIVX]+(?:\s?[/-]|\s+năm))\s*", re.IGNORECASE)
_PATTERNS: Final = tuple((sort, lazy_re(spaced(words))) for sort, words in _TABLE)


def marks(text: str, start: int, end: int) -> tuple[TitleYear, ...]:
    """Return the years that `text` names from `start` to `end`, in their order, each once."""
    found: list[TitleYear] = []
    taken = Spans()
    for sort, pattern in _PATTERNS:
        for match in pattern.finditer(text, start, end):
            mark = _mark(sort, match)
            if mark is None:
                continue
            issued = _ISSUED.search(text, start, mark.start) or _ALONE.fullmatch(text, start, mark.start)
            if sort is Sort.NAM and issued is not None:
                mark = mark._replace(sort=Sort.NGAY)
            if taken.take((mark.start, mark.end)):
                found.append(mark)
    return tuple(sorted(found, key=lambda mark: mark.start))


def _mark(sort: Sort, match: re.Match[str]) -> TitleYear | None:
    names = match.re.groupindex
    first = int(match["a"])
    last = int(match["b"]) if "b" in names else first
    if last < 100:
        last += first - first % 100
        if last != first + 1:
            return None
    if last < first:
        return None
    noun = " ".join((match["noun"] or "").lower().split()) if "noun" in names else ""
    return TitleYear(sort, match.start("whole"), match.end("whole"), first, last, noun or "giai đoạn")


def title_treatment(text: str, mark: TitleYear, years: Years, *, moves: bool, sure: bool) -> Treatment:
    """Return what becomes of `mark` in a title; it `moves` where the document was for one year."""
    if moves or (mark.sort is Sort.CUON_CHIEU and mark.first == years.old):
        why = "trích yếu chuyển theo văn bản của năm mới"
        return Treatment(mark.start, mark.end, _moved(text[mark.start : mark.end], years.step), why, sure)
    if mark.sort in (Sort.GIAI_DOAN, Sort.CUON_CHIEU, Sort.DEN):
        return _period(mark, years, sure=sure)
    if mark.sort is Sort.TAM_NHIN:
        if mark.last < years.new:
            return Treatment(mark.start, mark.end, None, f"mốc năm {mark.last} đã qua; xem lại", sure=False)
        return Treatment(mark.start, mark.end, None, f"tầm nhìn, định hướng đến năm {mark.last}", sure=True)
    if mark.sort is Sort.TU:
        return Treatment(mark.start, mark.end, None, f"văn bản áp dụng từ năm {mark.first} trở đi", sure)
    return Treatment(mark.start, mark.end, None, "năm trong tên văn bản được dẫn", sure and mark.first != years.old)


def _period(mark: TitleYear, years: Years, *, sure: bool) -> Treatment:
    said = f"mốc năm {mark.last}" if mark.sort is Sort.DEN else f"{mark.noun} {mark.first} - {mark.last}"
    if mark.first > years.new and mark.sort is not Sort.DEN:
        return Treatment(mark.start, mark.end, None, f"{said} ở sau năm {years.new}", sure=True)
    if mark.last >= years.new:
        return Treatment(mark.start, mark.end, None, f"{said} còn bao trùm năm {years.new}", sure=True)
    if mark.last < years.old:
        return Treatment(mark.start, mark.end, None, f"{said} đã hết từ trước năm {years.old}; xem còn cần dẫn không", sure=False)
    if sure:
        return Treatment(mark.start, mark.end, None, f"{said} không bao trùm năm {years.new}; xem lại", sure=False)
    new = blank("năm") if mark.sort is Sort.DEN else blank(mark.noun)
    return Treatment(mark.start, mark.end, new, f"{said} không bao trùm năm {years.new}; điền theo văn bản mới", sure=False)


def _moved(words: str, step: int) -> str:
    """Return `words` with their years moved, dashes and short forms as they are: "2022-23" becomes "2023-24"."""
    moved = _YEAR.sub(lambda match: str(int(match[0]) + step), words)
    return _SHORT_YEAR.sub(lambda match: f"{(int(match[0]) + step) % 100:02d}", moved)
