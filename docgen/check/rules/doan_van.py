"""Rules of how the paragraphs of the body stand: justified, indented, apart, their lines not too close (PL I.II.6.e)."""

from typing import Final

from docgen.check.anatomy import Item, Paper
from docgen.check.finding import Fault, Rules, Severity, Verdicts, applies, found
from docgen.check.rules.than_bai import (
    LISTED,
    empties_between,
    first_line_start,
    gap_between,
    grouped,
    many,
    neighbours,
    ordinary,
    printed_lines,
    typed_indent,
)
from docgen.check.rules.typeset import numbers
from docgen.check.view import Paragraph
from docgen.decree30 import PARAGRAPH_GAP

rule = Rules("Nội dung văn bản")

_CLAUSE: Final = "PL I.II.6.e"
_FEW: Final = 0.2  # docgen's choice, no clause: a paragraph in five may be an oversight, more is how the paper was set
_INDENTS: Final = (10.0, 12.7)
_INDENT_SLACK: Final = 0.3
_SINGLE: Final = 1.15  # what Word makes of one line of Times New Roman, in sizes of type
_LEAST: Final = 0.995
_MOST: Final = 1.505
_ALIGN_WORDS: Final = {"left": "canh trái", "right": "canh phải", "center": "canh giữa"}


@rule("B02", Severity.ERROR, _CLAUSE)
def canh_deu(paper: Paper) -> Verdicts:
    """Nội dung được canh đều cả hai lề.

    Chỉ xét các đoạn dài hơn một dòng in. Quá 20% số đoạn không canh đều là lỗi, ít hơn là cảnh báo.

    Đạt: mọi đoạn canh đều hai bên
    Không đạt: các đoạn canh trái, mép phải lồi lõm
    """
    judged = [item.paragraph for item in _judged(paper) if not item.is_heading and printed_lines(item.paragraph) > 1]
    ragged = [paragraph for paragraph in judged if paragraph.align != "both"]
    severity = Severity.WARNING if len(ragged) <= len(judged) * _FEW else None
    for align, places in grouped(ragged, lambda paragraph: _ALIGN_WORDS.get(paragraph.align, "không canh đều")):
        yield many(places, f"{align}, phải canh đều cả hai lề", "canh đều hai bên (Ctrl+J)", severity)


@rule("B03", Severity.ERROR, _CLAUSE)
def lui_dau_dong(paper: Paper) -> Verdicts:
    """Khi xuống dòng, chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm.

    Các gạch đầu dòng được lùi sâu hơn. Phần lớn các đoạn lùi sai là lỗi, ít hơn là cảnh báo. Lùi bằng phím Tab hay phím cách
    là cảnh báo: hình thức trên giấy có thể đúng mà tệp thì lệch ở máy khác.

    Đạt: First line 1,27 cm
    Không đạt: First line 1,5 cm
    """
    judged = [item for item in _judged(paper) if not _is_free(item)]
    typed = [item.paragraph for item in judged if _is_typed(item.paragraph)]
    if typed:
        remedy = "xóa các dấu Tab, dấu cách ở đầu đoạn, đặt First line 1 cm hoặc 1,27 cm"
        yield many(typed, "lùi đầu dòng bằng phím Tab hoặc phím cách", remedy, Severity.WARNING)
    wrong = [item.paragraph for item in judged if not _is_typed(item.paragraph) and not _is_indented(item)]
    severity = Severity.WARNING if len(wrong) * 2 <= len(judged) else None
    for length, places in grouped(wrong, lambda paragraph: numbers(first_line_start(paragraph))):
        says = "không lùi đầu dòng" if length in ("0", "-0") else f"lùi đầu dòng {length} mm"
        remedy = "đặt First line (Special) 1 cm hoặc 1,27 cm"
        yield many(places, f"{says}, phải lùi 10 mm hoặc 12,7 mm", remedy, severity)


def _is_free(item: Item) -> bool:
    """Return whether its first line may begin elsewhere: a heading of a mục, a hanging list, what goes on with a sentence."""
    hanging = item.level in LISTED and item.paragraph.first_line < 0
    goes_on = item.level == "đoạn" and item.rest[:1].islower()
    return hanging or goes_on or (item.level == "La Mã" and item.is_heading)


def _is_typed(paragraph: Paragraph) -> bool:
    typed = typed_indent(paragraph)
    return "\t" in typed or (len(typed) > 1 and first_line_start(paragraph) < _INDENTS[0] - _INDENT_SLACK)


def _is_indented(item: Item) -> bool:
    start = first_line_start(item.paragraph)
    deeper = item.level in LISTED or item.paragraph.label
    return any(abs(start - indent) <= _INDENT_SLACK for indent in _INDENTS) or bool(deeper and start > _INDENTS[-1])


@rule("B04", Severity.ERROR, _CLAUSE)
def cach_doan(paper: Paper) -> Verdicts:
    """Khoảng cách giữa các đoạn văn tối thiểu là 6 pt.

    Khoảng cách là After của đoạn trên cộng với Before của đoạn dưới. Quá 20% số chỗ hẹp hơn là lỗi, ít hơn là cảnh báo.
    Dùng đoạn trống để giãn cách là cảnh báo.

    Đạt: Before 6 pt, After 0 pt
    Không đạt: Before 0 pt, After 0 pt
    """
    items = _judged(paper)
    pairs = list(neighbours(items))
    close = {lower: gap for upper, lower in pairs if (gap := gap_between(upper, lower)) < PARAGRAPH_GAP - 0.01}
    severity = Severity.WARNING if len(close) <= len(pairs) * _FEW else None
    for apart, places in grouped(close, lambda paragraph: numbers(close[paragraph])):
        yield many(places, f"cách đoạn trên {apart} pt, phải từ 6 pt", "đặt Spacing Before hoặc After 6 pt", severity)
    if empties := empties_between(paper, items):
        subject = f"{len(empties)} đoạn trống" if len(empties) > 1 else "Đoạn trống"
        remedy = "xóa đoạn trống, đặt Spacing Before hoặc After 6 pt"
        yield Fault(empties[0], f"{subject} dùng để giãn cách", remedy, Severity.WARNING, others=empties[1:])


@rule("B05", Severity.ERROR, _CLAUSE)
def gian_dong(paper: Paper) -> Verdicts:
    """Khoảng cách giữa các dòng tối thiểu là dòng đơn, tối đa là 1,5 dòng.

    Giãn dòng cố định (Exactly) bằng điểm được so với dòng đơn của cỡ chữ; cỡ 14 thì từ 14 pt đến 24 pt.

    Đạt: Line spacing: Multiple 1,15
    Không đạt: Line spacing: Double
    """
    paragraphs = [item.paragraph for item in _judged(paper)]
    for says, places in grouped(paragraphs, _spacing_fault):
        if says:
            yield many(places, says, "đặt Line spacing từ Single đến 1.5 lines")


def _spacing_fault(paragraph: Paragraph) -> str:
    """Return what is wrong with the paragraph's line spacing, "" where nothing is."""
    if paragraph.line_rule == "auto":
        if _LEAST <= paragraph.line_height <= _MOST:
            return ""
        limit = "tối thiểu là dòng đơn" if paragraph.line_height < 1 else "tối đa là 1,5"
        return f"giãn dòng {_multiple(paragraph.line_height)} dòng, {limit}"
    size = paragraph.whole.sizes[0]
    if paragraph.line_rule == "exact" and paragraph.line < size:
        return f"giãn dòng cố định {numbers(paragraph.line)} pt, nhỏ hơn dòng đơn của cỡ chữ {numbers(size)}"
    if paragraph.line > size * _SINGLE * _MOST:
        return f"giãn dòng {numbers(paragraph.line)} pt, lớn hơn 1,5 dòng của cỡ chữ {numbers(size)}"
    return ""


def _multiple(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def _judged(paper: Paper) -> tuple[Item, ...]:
    applies(paper.is_whole)
    return found(ordinary(paper), "nội dung văn bản")
