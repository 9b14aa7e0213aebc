"""Rules of box 6, the body: its letters, its list marks, the mark at its end (PL I.II.6.e)."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from docgen.check.anatomy import Item, Paper
from docgen.check.anatomy.opening import BASIS
from docgen.check.finding import Fault, Rules, Severity, Verdicts, applies, found
from docgen.check.gauges.body import (
    TITLED,
    body,
    grouped,
    is_displayed,
    many,
    printed_lines,
)
from docgen.check.gauges.lettering import numbers
from docgen.check.mends import Letters, Words, ended
from docgen.check.view import Paragraph, Table
from docgen.decree30 import BODY_SIZE
from docgen.text.patterns import lazy_re

rule = Rules("Nội dung văn bản")
_CLAUSE: Final = "PL I.II.6.e"
_SPOTS: Final = 5  # fewer characters of another size are a mark or a sign, not text
_END: Final = lazy_re(r"\.\s?/\s?\.$")
_TWICE: Final = lazy_re(r"(?:\.\s?/\s?\.\s*){2}$")
_REMARK: Final = lazy_re(r"\(.*\)$")
_NOTES: Final = ("đơn vị tính", "đvt", "ghi chú", "nguồn:", "nguồn số liệu")
_UNENDED: Final = frozenset({"hợp đồng", "bản ghi nhớ", "bản thỏa thuận"})  # contracts have no "./."


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
