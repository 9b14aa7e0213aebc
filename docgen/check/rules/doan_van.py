"""Rules of the paragraphs of the body: justification, indents, gaps, distance of lines (PL I.II.6.e)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from docgen.check.anatomy import Item, Paper
from docgen.check.finding import Fault, Rules, Severity, Verdicts, applies, found
from docgen.check.gauges.body import (
    LISTED,
    body,
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
from docgen.check.gauges.lettering import numbers
from docgen.check.mends import Layout
from docgen.check.view import AUTO_LINE, LineRule, Paragraph
from docgen.decree30 import PARAGRAPH_GAP

rule = Rules("Nội dung văn bản")
_CLAUSE: Final = "PL I.II.6.e"
_FEW: Final = 0.2  # docgen's choice, no clause: a paragraph in five may be an oversight, more is how the paper was set
_INDENTS: Final = (10.0, 12.7)
_INDENT_SLACK: Final = 0.3  # mm: what rounding to inches and back leaves (12,5 for half an inch)
_SINGLE: Final = 1.15  # what Word makes of one line of Times New Roman, in sizes of type: (1825 + 443 + 87) / 2048 of the font
_LEAST: Final = 0.995  # one line and one and a half, with what rounding leaves
_MOST: Final = 1.505
_ALIGN_WORDS: Final = {"left": "canh trái", "right": "canh phải", "center": "canh giữa"}


@rule("B02", Severity.ERROR, _CLAUSE)
def canh_deu(paper: Paper) -> Verdicts:
    """Nội dung được canh đều cả hai lề.

    Chỉ xét các đoạn dài hơn một dòng in. Quá 20% số đoạn không canh đều là lỗi, ít hơn là cảnh báo.

    Đạt: mọi đoạn canh đều hai bên
    Không đạt: các đoạn canh trái, mép phải lồi lõm
    """
    centred = [item for item in body(paper) if item.paragraph.align == "center" and _is_sentence(item)]
    items = [item for item in (*_judged(paper), *centred) if not item.is_heading]
    judged = [item.paragraph for item in items if printed_lines(item.paragraph) > 1]
    ragged = [paragraph for paragraph in judged if paragraph.align != "both"]
    severity = Severity.WARNING if len(ragged) <= len(judged) * _FEW else None
    for align, places in grouped(ragged, lambda paragraph: _ALIGN_WORDS.get(paragraph.align, "không canh đều")):
        mends = [Layout(each, align="both") for each in places]
        yield many(places, f"{align}, phải canh đều cả hai lề", "canh đều hai bên (Ctrl+J)", severity, mends=mends)


def _is_sentence(item: Item) -> bool:
    """Return whether words set in the middle are a sentence of the text all the same."""
    return item.rest[:1].isupper() and item.rest.endswith((".", "./.")) and item.paragraph.whole.share("bold") == "none"


@rule("B03", Severity.ERROR, _CLAUSE)
def lui_dau_dong(paper: Paper) -> Verdicts:
    """Khi xuống dòng, chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm.

    Các gạch đầu dòng được lùi sâu hơn. Phần lớn các đoạn lùi sai là lỗi, ít hơn là cảnh báo. Lùi bằng phím Tab hay phím cách
    chỉ được lưu ý: hình thức trên giấy có thể đúng mà tệp thì lệch ở máy khác.

    Đạt: First line 1,27 cm
    Không đạt: First line 1,5 cm
    """
    judged = [item for item in _judged(paper) if not _is_free(item)]
    typed = [item.paragraph for item in judged if _is_typed(item.paragraph)]
    if typed:
        remedy = "xóa các dấu Tab, dấu cách ở đầu đoạn, đặt First line 1 cm hoặc 1,27 cm"
        yield many(typed, "lùi đầu dòng bằng phím Tab hoặc phím cách", remedy, Severity.NOTE)
    wrong = [item.paragraph for item in judged if not _is_typed(item.paragraph) and not _is_indented(item)]
    severity = Severity.WARNING if len(wrong) * 2 <= len(judged) else None
    for length, places in grouped(wrong, lambda paragraph: numbers(first_line_start(paragraph))):
        says = "không lùi đầu dòng" if length in ("0", "-0") else f"lùi đầu dòng {length} mm"
        remedy = "đặt First line (Special) 1 cm hoặc 1,27 cm"
        mends = [_indented(each, _usual_indent(judged)) for each in places]
        yield many(places, f"{says}, phải lùi 10 mm hoặc 12,7 mm", remedy, severity, mends=mends)


def _usual_indent(judged: Sequence[Item]) -> float:
    """Return the one of the indents that are allowed which most paragraphs have."""
    starts = [first_line_start(item.paragraph) for item in judged]
    return max(_INDENTS, key=lambda indent: (sum(abs(start - indent) <= _INDENT_SLACK for start in starts), indent))


def _indented(paragraph: Paragraph, indent: float) -> Layout:
    """Return the layout in which the paragraph begins at `indent`; what hangs behind its number goes on hanging."""
    hangs = bool(paragraph.label) and paragraph.first_line < 0
    left = indent - paragraph.first_line if hangs else 0.0
    return Layout(paragraph, left=left, first_line=paragraph.first_line if hangs else indent)


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
    Đoạn trống để giãn cách chỉ được lưu ý: Nghị định không cấm.

    Đạt: Before 6 pt, After 0 pt
    Không đạt: Before 0 pt, After 0 pt
    """
    items = _judged(paper)
    pairs = list(neighbours(items))
    close = {lower: gap for upper, lower in pairs if (gap := gap_between(upper, lower)) < PARAGRAPH_GAP - 0.01}
    above, usual = {lower: upper for upper, lower in pairs}, _usual_gaps(items)
    severity = Severity.WARNING if len(close) <= len(pairs) * _FEW else None
    for apart, places in grouped(close, lambda paragraph: numbers(close[paragraph])):
        mends = [mend for each in places for mend in _parted(above[each], each, usual)]
        says, remedy = f"cách đoạn trên {apart} pt, phải từ 6 pt", "đặt Spacing Before hoặc After 6 pt"
        yield many(places, says, remedy, severity, mends=mends)
    if empties := empties_between(paper, items):
        subject = f"{len(empties)} đoạn trống" if len(empties) > 1 else "Đoạn trống"
        remedy = "xóa đoạn trống, đặt Spacing Before hoặc After 6 pt"
        yield Fault(empties[0], f"{subject} dùng để giãn cách", remedy, Severity.NOTE, others=empties[1:])


def _usual_gaps(items: Sequence[Item]) -> tuple[float, float]:
    """Return the gaps before and after that most paragraphs have which keep far enough from one another."""
    gaps = Counter((each.paragraph.gap_before, each.paragraph.gap_after) for each in items)
    wide = [gap for gap, _ in gaps.most_common() if sum(gap) >= PARAGRAPH_GAP]
    return wide[0] if wide else (PARAGRAPH_GAP, 0.0)


def _parted(upper: Paragraph, lower: Paragraph, usual: tuple[float, float]) -> Iterator[Layout]:
    """Yield what sets two paragraphs apart: those with less of a gap than is asked for get the usual ones."""
    apart = upper.contextual or lower.contextual
    narrow = [each for each in (upper, lower) if each.gap_before + each.gap_after < PARAGRAPH_GAP]
    for each in narrow:
        yield Layout(each, gap_before=usual[0], gap_after=usual[1], apart=each.contextual)
    if apart and not narrow:
        yield from (Layout(each, apart=True) for each in (upper, lower) if each.contextual)
    elif not narrow:
        yield Layout(lower, gap_before=PARAGRAPH_GAP)


@rule("B05", Severity.ERROR, _CLAUSE)
def gian_dong(paper: Paper) -> Verdicts:
    """Khoảng cách giữa các dòng tối thiểu là dòng đơn, tối đa là 1,5 dòng.

    Giãn dòng cố định (Exactly) bằng điểm được so với dòng đơn của cỡ chữ; cỡ 14 thì từ 14 pt đến 24 pt.

    Đạt: Line spacing: Multiple 1,15
    Không đạt: Line spacing: Double
    """
    paragraphs = [item.paragraph for item in _judged(paper)]
    spaced = Counter((each.line_rule, each.line) for each in paragraphs if not _spacing_fault(each))
    usual: tuple[LineRule, float] = spaced.most_common(1)[0][0] if spaced else ("auto", AUTO_LINE)
    for says, places in grouped(paragraphs, _spacing_fault):
        if says:
            mends = [Layout(each, line=usual) for each in places]
            yield many(places, says, "đặt Line spacing từ Single đến 1.5 lines", mends=mends)


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
