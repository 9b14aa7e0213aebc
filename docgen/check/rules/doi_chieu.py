"""Rules of what a text says of the papers that it names: symbol, kind and day have to fit together, and be possible."""

import re
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Final

from docgen.check.anatomy import Paper
from docgen.check.finding import Fault, Rules, Severity, Verdicts, applies, found
from docgen.check.gauges.citations import citations, year_is_wrong
from docgen.check.gauges.lettering import THONG_LE
from docgen.check.gauges.prose import Hit, faults, prose
from docgen.decree30 import KIND_ABBREVIATIONS
from docgen.text import wording
from docgen.text.viendan import VienDan, days

rule = Rules("Đối chiếu viện dẫn")

_KIND_OF: Final = {letters: kind for kind, letters in KIND_ABBREVIATIONS.items()} | {"NĐ": "nghị định", "TT": "thông tư"}
_JUDGED: Final = frozenset(
    ("quyết định", "kế hoạch", "chỉ thị", "nghị quyết", "nghị định", "thông tư", "báo cáo", "tờ trình", "thông báo", "hướng dẫn")
)
_HABITS: Final = frozenset((("TT", "tờ trình"), ("CT", "chương trình"), ("QĐ", "quy định")))  # of offices, no slips of the pen
_NEVER_OF_LETTERS: Final = frozenset(("QĐ", "NĐ", "NQ", "TTr"))  # other letters may well be those of an office
_POINTER: Final = re.compile(r"\bNhư\s+Điều\s+(\d{1,4})\b", re.IGNORECASE)
_ARTICLE: Final = re.compile(r"Điều\s+(\d{1,4})\b", re.IGNORECASE)
_YEAR: Final = re.compile(r"năm ((?:19|20)\d\d)\b")
_COMPARE: Final = "đối chiếu với văn bản được viện dẫn"


@rule("X05", Severity.WARNING, THONG_LE)
def nam_trong_ky_hieu(paper: Paper) -> Verdicts:
    """Năm trong số, ký hiệu của văn bản được viện dẫn khớp với ngày ban hành ghi liền sau đó.

    Với luật, nghị quyết của Quốc hội thì xét theo khóa: QH15 là từ năm 2021 đến năm 2026.

    Đạt: Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020
    Không đạt: Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2021
    """
    yield from faults(prose(paper).citing, find_years)


@rule("X06", Severity.WARNING, THONG_LE)
def ngay_thang(paper: Paper) -> Verdicts:
    """Ngày ghi trong văn bản phải có trong lịch; văn bản được viện dẫn không thể ban hành sau văn bản đang soạn.

    Đạt: ngày 28 tháng 02 năm 2023
    Không đạt: ngày 31 tháng 02 năm 2023
    """
    yield from faults(prose(paper).named, find_days)
    issued = _issued(paper)
    if issued is not None:
        yield from faults(prose(paper).citing, partial(_find_later, issued))


@rule("X07", Severity.WARNING, THONG_LE)
def loai_va_ky_hieu(paper: Paper) -> Verdicts:
    """Tên loại của văn bản được viện dẫn khớp với chữ viết tắt tên loại trong ký hiệu của nó.

    Chữ viết tắt theo PL III, Mục I; công văn không có chữ viết tắt tên loại.

    Đạt: Kế hoạch số 15/KH-UBND
    Không đạt: Kế hoạch số 15/QĐ-UBND
    """
    yield from faults(prose(paper).written, find_kinds)


@rule("X08", Severity.WARNING, THONG_LE)
def nhu_dieu(paper: Paper) -> Verdicts:
    """“Như Điều …” ở Nơi nhận chỉ đến một điều có trong văn bản.

    Đạt: - Như Điều 3; (quyết định có ba điều)
    Không đạt: - Như Điều 4; (quyết định có ba điều)
    """
    pointers = [(line, match) for line in paper.danh_sach if (match := _POINTER.search(line.words))]
    applies(pointers)
    labels = [_ARTICLE.match(item.label) for item in paper.muc if item.level == "điều"]
    last = max(found([int(label[1]) for label in labels if label], "các điều của văn bản"))
    for line, match in pointers:
        if int(match[1]) > last:
            message = f"Nơi nhận ghi “{match[0]}” mà văn bản chỉ có {last} điều"
            yield Fault(line, message, "ghi số của điều quy định trách nhiệm thi hành")


def find_years(text: str) -> Iterator[Hit]:
    """Yield citations whose symbol tells another year than their date."""
    for cited in citations(text):
        if cited.ngay_ban_hanh is not None and year_is_wrong(cited):
            message = f"Số {_symbol(cited)} không khớp với năm ban hành {cited.ngay_ban_hanh.year}"
            yield Hit(cited.start, _end(cited), message, _COMPARE)


def find_days(text: str) -> Iterator[Hit]:
    """Yield days that the calendar has not."""
    for day in days(text):
        if not day.exists:
            yield Hit(day.start, day.end, f"Không có ngày {day.text}", "ghi lại ngày, tháng, năm")


def find_kinds(text: str) -> Iterator[Hit]:
    """Yield citations whose kind is not the one that the symbol names."""
    for cited in citations(text):
        kind, typed = _KIND_OF.get(cited.letters), cited.loai.text.lower()
        judged = typed in _JUDGED or (typed == "công văn" and cited.letters in _NEVER_OF_LETTERS)
        if kind is not None and judged and typed != kind and (cited.letters, typed) not in _HABITS:
            message = f"{cited.loai.text} số {_symbol(cited)} có ký hiệu của {kind}"
            yield Hit(cited.start, _end(cited), message, _COMPARE)


def _issued(paper: Paper) -> date | None:
    """Return the day of the paper; where only the year is written, the last day of it."""
    words = paper.head.dia_danh.words if paper.head.dia_danh is not None else ""
    if written := days(words):
        return written[0].date
    year = _YEAR.search(words)
    return date(int(year[1]), 12, 31) if year else None


def _find_later(issued: date, text: str) -> Iterator[Hit]:
    """Yield citations of papers younger than the day `issued`."""
    for cited in citations(text):
        day = cited.ngay_ban_hanh
        if day is not None and day > issued and not year_is_wrong(cited):
            message = f"Số {_symbol(cited)} ghi {wording.long_date(day, day.year)}, sau ngày của văn bản này"
            yield Hit(cited.start, _end(cited), message, _COMPARE)


def _symbol(cited: VienDan) -> str:
    return cited.ky_hieu.text if cited.ky_hieu else ""


def _end(cited: VienDan) -> int:
    """Return where the number and symbol end, of which a finding speaks."""
    return cited.ky_hieu.end if cited.ky_hieu else cited.end
