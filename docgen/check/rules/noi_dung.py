"""Rules of box 6, the body: size, justification, indents, gaps, list marks, the mark at its end (PL I.II.6.e)."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from docgen.check.anatomy import Item, Paper
from docgen.check.anatomy.opening import BASIS
from docgen.check.finding import Fault, Rules, Severity, Verdicts, applies, found
from docgen.check.gauges.body import (
    LISTED,
    TITLED,
    body,
    empties_between,
    first_line_start,
    gap_between,
    grouped,
    is_displayed,
    many,
    neighbours,
    ordinary,
    printed_lines,
    typed_indent,
)
from docgen.check.gauges.lettering import numbers
from docgen.check.mends import Layout, Letters, Words, ended
from docgen.check.view import AUTO_LINE, LineRule, Paragraph, Table
from docgen.decree30 import BODY_SIZE, PARAGRAPH_GAP
from docgen.text.patterns import lazy_re

rule = Rules("Nội dung văn bản")
_CLAUSE: Final = "PL I.II.6.e"
_SPOTS: Final = 5  # fewer characters of another size are a mark or a sign, not text
_END: Final = lazy_re(r"\.\s?/\s?\.$")
_TWICE: Final = lazy_re(r"(?:\.\s?/\s?\.\s*){2}$")
_REMARK: Final = lazy_re(r"\(.*\)$")
_NOTES: Final = ("đơn vị tính", "đvt", "ghi chú", "nguồn:", "nguồn số liệu")
_UNENDED: Final = frozenset({"hợp đồng", "bản ghi nhớ", "bản thỏa thuận"})  # contracts have no "./."
_FEW: Final = 0.2  # docgen's choice, no clause: a paragraph in five may be an oversight, more is how the paper was set
_INDENTS: Final = (10.0, 12.7)
_INDENT_SLACK: Final = 0.3  # mm: what rounding to inches and back leaves (12,5 for half an inch)
_SINGLE: Final = 1.15  # what Word makes of one line of Times New Roman, in sizes of type: (1825 + 443 + 87) / 2048 of the font
_LEAST: Final = 0.995  # one line and one and a half, with what rounding leaves
_MOST: Final = 1.505
_ALIGN_WORDS: Final = {"left": "canh trái", "right": "canh phải", "center": "canh giữa"}


@rule("B01", Severity.ERROR, _CLAUSE)
def co_chu(paper: Paper) -> Verdicts:
    """Nội dung dùng chữ đứng, cỡ 13 đến 14, một cỡ chữ cho cả phần nội dung.

    Cỡ ngoài khoảng là lỗi; lẫn cỡ 13 với cỡ 14 là cảnh báo: các cỡ chữ phải tăng, giảm thống nhất (ghi chú 1 của PL I.V).

    Đạt: tất cả các đoạn cỡ 14
    Không đạt: các đoạn cỡ 14, một đoạn dán từ nơi khác cỡ 12
    """
    applies(paper.is_whole)
    apart = {id(paragraph) for paragraph in (*paper.can_cu, *_titles_of_tables(paper))}
    items = [item for item in body(paper) if id(item.paragraph) not in apart and not _is_note(item)]
    paragraphs = [item.paragraph for item in items]
    found(paragraphs, "nội dung văn bản")
    yield from _size_faults(paragraphs)
    slanted = [item for item in items if item.paragraph.whole.share("italic") == "all"]
    leaning = [item.paragraph for item in slanted if len(slanted) * 2 > len(items) or _is_sentence(item)]
    if leaning:
        mends = [Letters(each, italic=False) for each in leaning]
        yield many(leaning, "in nghiêng, nội dung phải là chữ đứng", "bỏ chữ nghiêng", Severity.WARNING, mends=mends)


def _is_sentence(item: Item) -> bool:
    """Return whether it is an entry of a list or a paragraph of several lines, and neither a remark nor a quotation."""
    if not item.rest.endswith((".", ";")) or item.rest.startswith(("(", "*", "“", '"', "‘")):
        return False
    long = printed_lines(item.paragraph) > 1 and item.rest[:1].isupper()
    return item.level != "đoạn" or (long and not BASIS.match(item.rest))


def _titles_of_tables(paper: Paper) -> Iterator[Paragraph]:
    """Yield what stands in the middle right above a table in a size of the body: no clause says that of a table."""
    for above, below in pairwise(paper.view.blocks):
        if isinstance(above, Paragraph) and isinstance(below, Table) and is_displayed(above) and _in_size(above):
            yield above


def _in_size(paragraph: Paragraph) -> bool:
    return all(size in BODY_SIZE for size in paragraph.whole.sizes)


def _size_faults(paragraphs: list[Paragraph]) -> Iterator[Fault]:
    ruling = Counter[float]()
    places: dict[float, list[Paragraph]] = {}
    for paragraph in paragraphs:
        for size, count in _sizes(paragraph).items():
            ruling[size] += count
            places.setdefault(size, []).append(paragraph)
    usual = max((size for size in ruling if size in BODY_SIZE), key=lambda size: ruling[size], default=None)
    for size, where in places.items():
        remedy = f"đặt cỡ chữ {numbers(usual)} như các đoạn khác" if usual else "đặt cỡ chữ 13 hoặc 14"
        wanted = (usual, usual) if usual else (BODY_SIZE.low, BODY_SIZE.high)
        mends = [Letters(paragraph, size=wanted) for paragraph in where]
        if size not in BODY_SIZE:
            whole = any(paragraph.whole.sizes[0] == size for paragraph in where)
            says = f"{'' if whole else 'có chữ '}cỡ {numbers(size)}, phải là 13 đến 14"
            yield many(where, says, remedy, None if whole else Severity.WARNING, mends=mends)
        elif usual is not None and size != usual:
            says = f"có cỡ chữ {numbers(size)}, phần lớn nội dung cỡ {numbers(usual)}"
            yield many(where, says, remedy, Severity.WARNING, mends=mends)


def _sizes(paragraph: Paragraph) -> Counter[float]:
    count = Counter[float]()
    for span in paragraph.whole.inked:
        if not span.face.raised:
            count[span.face.size] += span.visible
    usual = max(count, key=lambda size: count[size], default=0)
    return Counter({size: visible for size, visible in count.items() if size == usual or visible >= _SPOTS})


def _is_note(item: Item) -> bool:
    """Return whether it is a unit of measure, a source or a remark beside a table."""
    paragraph = item.paragraph
    beside = is_displayed(paragraph) and item.level not in TITLED and paragraph.whole.share("bold") != "all"
    return beside or paragraph.words.lstrip("(* ").lower().startswith(_NOTES)


@rule("B09", Severity.NOTE, "PL I.II.6.đ, thông lệ")
def dau_dau_dong(paper: Paper) -> Verdicts:
    """Các ý trong nội dung được gạch đầu dòng bằng “-”, “+”, không dùng dấu tròn, ô vuông, mũi tên của Word.

    Nghị định chỉ có khoản “1.”, điểm “a)”; dưới đó các cơ quan dùng gạch đầu dòng.

    Đạt: - Tuyên truyền trên hệ thống truyền thanh cơ sở.
    Không đạt: • Tuyên truyền trên hệ thống truyền thanh cơ sở.
    """
    applies(paper.is_whole)
    marked = [item for item in paper.muc if item.level == "dấu tròn" or item.paragraph.bullet]
    for mark, places in grouped(marked, lambda item: item.label or item.paragraph.words[:1]):
        yield many([item.paragraph for item in places], f"dùng dấu “{mark}” đầu dòng", "thay bằng gạch đầu dòng “-” hoặc dấu “+”")


@rule("B10", Severity.WARNING, "PL III, Mẫu 1.1 đến 1.10")
def ket_thuc(paper: Paper) -> Verdicts:
    """Nội dung kết thúc bằng dấu “./.”, ghi một lần, ngay trước phần chữ ký.

    Không có điều khoản nào nói đến dấu này, nhưng tất cả các mẫu của Phụ lục III đều có.

    Đạt: … tổng hợp, báo cáo Ủy ban nhân dân tỉnh./.
    Không đạt: … tổng hợp, báo cáo Ủy ban nhân dân tỉnh.
    """
    applies(paper.is_whole and paper.loai not in _UNENDED)
    written = [paragraph for paragraph in paper.main if paragraph.words and not _REMARK.match(paragraph.words)]
    last = found(written, "nội dung văn bản")[-1]
    found(paper.chu_ky, "chữ ký")
    is_ended = bool(_END.search(last.words))
    applies(is_ended or not _ends_with_table(paper, last))
    early = [paragraph for paragraph in written[:-1] if _END.search(paragraph.words)]
    early += [last] if _TWICE.search(last.words) else []
    if not is_ended:
        ends = () if last.words.endswith((":", "…", "...")) else ended(last, "./.")
        yield Fault(last, "Thiếu dấu “./.” ở cuối nội dung", "thay dấu chấm cuối bằng “./.”", mends=ends)
    elif early:
        mends = tuple(Words(each, mark[0], "./." if each is last else ".", last=True) for each in early if (mark := _marks(each)))
        message, remedy = "Dấu “./.” ghi nhiều lần", "chỉ để dấu “./.” ở cuối nội dung"
        yield Fault(early[0], message, remedy, others=tuple(early[1:]), mends=mends)


def _marks(paragraph: Paragraph) -> re.Match[str] | None:
    return re.search(r"(?:\.\s?/\s?\.\s*?)+$", paragraph.text.rstrip())


def _ends_with_table(paper: Paper, last: Paragraph) -> bool:
    numbers_in_tables = [paragraph.number for table in paper.tables for paragraph in table.paragraphs[:1]]
    return any(number > last.number for number in numbers_in_tables)


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
        mends = [Layout(each, align="both") for each in places]
        yield many(places, f"{align}, phải canh đều cả hai lề", "canh đều hai bên (Ctrl+J)", severity, mends=mends)


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
