"""Rules of capitals in running text: feast days, weekdays, regions, the beginnings of sentences (PL II.I, II.V.8)."""

import re
from collections.abc import Iterator
from typing import Final

from docgen.check.anatomy import Paper
from docgen.check.finding import Rules, Severity, Verdicts
from docgen.check.gauges.prose import LOWER, Hit, begins_nothing, faults, lowered, places, prose, rewritten
from docgen.text.patterns import lazy_re, rare_re

rule = Rules("Viết hoa")

_TET: Final = lazy_re(r"[Tt]ết (?:[Nn]guyên [Đđ]án|[Tt]rung [Tt]hu|[Đđ]oan [Nn]gọ)")
_DAY: Final = lazy_re(r"thứ (hai|ba|tư|năm|sáu|bảy)\b(?: (?:hằng|hàng) tuần)?")
_MONTH: Final = lazy_re(r"[Cc]ách mạng tháng (tám|mười)\b")
_DATED: Final = lazy_re(r",? \(?(?:ngày )?\d{1,2}(?:/\d| tháng)")
_QUOC_KHANH: Final = rare_re(r"(?:ngày|lễ|dịp) (quốc khánh)\b|(quốc khánh)(?= \d{1,2}[-/]\d)", "quốc khánh")
_LUNAR: Final = lazy_re(
    r"\b(?:Giáp|Ất|Bính|Đinh|Mậu|Kỷ|Canh|Tân|Nhâm|Quý) (?:tý|sửu|dần|mão|thìn|tỵ|ngọ|mùi|thân|dậu|tuất|hợi)\b"
)
_RANK: Final = rare_re(r"\b(?:Huân|Huy) chương [^.;,\n]{2,30} hạng (nhất|nhì|ba)\b", " chương ")
_LAW_DAY: Final = rare_re(r"\b[Nn]gày (pháp luật)(?= (?:nước|Việt Nam|năm|\d))", "gày pháp luật")
_FEASTS: Final = (
    *("Quốc tế Lao động 1", "Quốc tế Phụ nữ 8", "Phụ nữ Việt Nam 20", "Quốc tế Thiếu nhi 1", "Nhà giáo Việt Nam 20"),
    *("Thầy thuốc Việt Nam 27", "Doanh nhân Việt Nam 13", "Gia đình Việt Nam 28"),
)
_REGION: Final = rare_re(r"\b(?:vùng|khu vực|miền|tỉnh) (tây bắc|Tây bắc|đông bắc|Đông bắc)\b", " bắc")
_HALF_OF_DAY: Final = ("sáng ", "chiều ", "tối ")
_REGIONS: Final = ("Tây Nguyên", "Bắc Bộ", "Trung Bộ", "Nam Bộ", "Bắc Trung Bộ", "Nam Trung Bộ", "Đông Nam Bộ", "Tây Bắc Bộ")
_VOWELS: Final = "".join(sorted({*LOWER[3:], *"aeiouy"} - {"đ"}))
_SENTENCE: Final = lazy_re(rf"[.?!] (?=([{LOWER}]{{2,}}) )")
_WHOLE_WORD: Final = lazy_re(
    rf"(?<![\w/.])(?=[{LOWER}]{{2}})[b-df-hj-np-tv-xzđ]*[{_VOWELS}][{LOWER}]*$"
)  # abbreviations have no vowel
_SHORT: Final = lazy_re(r"\b(?:tel|ext|stt|fax|mail|ths|tsk)$", re.IGNORECASE)


@rule("X14", Severity.WARNING, "PL II.V.2, V.5, V.8, III.1.đ")
def ngay_le_va_vung(paper: Paper) -> Verdicts:
    """Ngày tết, ngày lễ, năm âm lịch, ngày trong tuần, tháng bằng chữ, hạng huân chương và tên vùng viết hoa như Nghị định nêu.

    Chữ Tết chỉ viết hoa khi đứng một mình, thay cho tết Nguyên đán.

    Đạt: tết Nguyên đán; sáng thứ Hai; vùng Tây Nguyên, Bắc Bộ
    Không đạt: Tết nguyên đán; sáng thứ hai; vùng Tây nguyên, Bắc bộ
    """
    yield from faults(prose(paper).written, find_days)


@rule("X15", Severity.WARNING, "PL II.I")
def dau_cau(paper: Paper) -> Verdicts:
    """Chữ cái đầu câu, sau dấu chấm, dấu chấm hỏi, dấu chấm than, viết hoa.

    Đạt: Các đơn vị báo cáo trước ngày 15. Sở Nội vụ tổng hợp.
    Không đạt: Các đơn vị báo cáo kịp thời. sở Nội vụ tổng hợp.
    """
    yield from faults(prose(paper).written, find_sentences)


def find_days(text: str) -> Iterator[Hit]:
    """Yield tết, weekdays, months and regions that are not written as the decree writes them."""
    for match in _TET.finditer(text):
        right = "tết " + match[0][4:].capitalize()
        if match[0] not in (right, f"T{right[1:]}") or (match[0] != right and begins_nothing(text, match.start())):
            yield rewritten(match.start(), match[0], right)._replace(severity=Severity.NOTE)  # offices write Tết as a rule
    for match in _DAY.finditer(text):
        dated = _DATED.match(text, match.end()) is not None
        if dated or match[0].endswith("tuần") or text.endswith(_HALF_OF_DAY, 0, match.start()):
            yield rewritten(match.start(), f"thứ {match[1]}", f"thứ {match[1].capitalize()}")
    for match in _LUNAR.finditer(text):
        yield rewritten(match.start(), match[0], match[0].title())
    for match in _RANK.finditer(text):
        yield rewritten(match.start(1), match[1], match[1].capitalize())
    yield from _feasts(text)
    for match in _MONTH.finditer(text):
        yield rewritten(match.start(), match[0], f"Cách mạng tháng {match[1].capitalize()}")
    for match in _QUOC_KHANH.finditer(text):
        yield rewritten(match.start(1) if match[1] else match.start(2), "quốc khánh", "Quốc khánh")
    for match in _REGION.finditer(text):
        yield rewritten(match.start(1), match[1], match[1].title())
    yield from _regions(text)


def _feasts(text: str) -> Iterator[Hit]:
    for match in _LAW_DAY.finditer(text):
        yield rewritten(match.start(1), match[1], "Pháp luật")
    small = lowered(text)
    for wanted in _FEASTS:
        for place in places(small, wanted.lower()):
            written = text[place : place + len(wanted)]
            if written != wanted and not written.isupper():
                yield rewritten(place, written, wanted)


def find_sentences(text: str) -> Iterator[Hit]:
    """Yield sentences that begin with a small letter."""
    for match in _SENTENCE.finditer(text):
        before = max(0, match.start() - 12), match.start()
        if _WHOLE_WORD.search(text, *before) and not _SHORT.search(text, *before):
            word = match[1]
            yield Hit(match.end(), match.end() + len(word), f"“{word}” đầu câu phải viết hoa", f"gõ lại: {word.capitalize()}")


def _regions(text: str) -> Iterator[Hit]:
    for right in _REGIONS:
        wrong = right.capitalize()
        for place in places(text, wrong):
            if begins_nothing(text, place) and not text[place + len(wrong) : place + len(wrong) + 1].isalpha():
                yield rewritten(place, wrong, right)
