"""Rule of tables: they stay within the margins, repeat their heads, keep one size of type."""

from collections.abc import Iterator
from typing import Final

from docgen.check.anatomy import Paper
from docgen.check.finding import Fault, Rules, Severity, Verdicts, applies
from docgen.check.gauges.lettering import THONG_LE, counted, numbers
from docgen.check.gauges.pages import pages
from docgen.check.mends import Repeated
from docgen.check.view import Paragraph, Row, Table

rule = Rules("Bảng biểu")
_OWN_OVERHANG: Final = 5.0  # mm, both sides together: a table's own cell margins stand out of the text, 1,9 mm on each side
_OVERHANG: Final = 7.6  # twice what cell margins make: so much is seen
_SIZE_SHARE: Final = 0.1  # of a table's letters, from which a second size is one


@rule("A06", Severity.WARNING, THONG_LE)
def bang(paper: Paper) -> Verdicts:
    """Bảng không rộng hơn vùng chữ, bảng dài quá một trang lặp lại dòng tiêu đề, chữ trong một bảng cùng một cỡ.

    Nghị định không quy định cỡ chữ trong bảng; đây là điều người đọc cần để theo dõi bảng.

    Đạt: bảng ba trang, dòng tiêu đề có ở đầu mỗi trang
    Không đạt: bảng ba trang, chỉ trang đầu có dòng tiêu đề
    """
    tables = [
        table for table in (*paper.tables, *(each for appendix in paper.phu_luc for each in appendix.tables)) if table.ruled
    ]
    applies(tables)
    yield from counted((fault for table in tables for fault in _width_faults(paper, table)), unit="bảng")
    yield from counted((fault for table in tables for fault in _head_faults(paper, table)), unit="bảng")
    yield from counted((fault for table in tables for fault in _size_faults(table)), unit="bảng")


def _first(table: Table) -> Paragraph | None:
    return next(iter(table.paragraphs), None)


def _width_faults(paper: Paper, table: Table) -> Iterator[Fault]:
    room = paper.view.sections[table.section].text_width
    if table.width is not None and table.width > room + _OWN_OVERHANG:
        message = f"Bảng rộng {numbers(table.width)} mm, vùng chữ chỉ rộng {numbers(room)} mm"
        severity = None if table.width > room + _OVERHANG else Severity.NOTE
        yield Fault(_first(table), message, "thu hẹp các cột cho vừa vùng chữ (AutoFit to Window)", severity)


def _head_faults(paper: Paper, table: Table) -> Iterator[Fault]:
    section = paper.view.sections[table.section]
    if len(table.rows) > 2 and not table.rows[0].header and pages((table,), section, enough=1.0) > 1:
        message = "Bảng dài quá một trang nhưng dòng tiêu đề không lặp lại ở trang sau"
        yield Fault(_first(table), message, "chọn dòng tiêu đề, bật Repeat Header Rows", mends=tuple(_repeated(table)))


def _repeated(table: Table) -> Iterator[Repeated]:
    """Yield what repeats the first row, and the second where cells of the first go on in it."""
    for row in table.rows[: 2 if any(cell.continues for cell in table.rows[1].cells) else 1]:
        yield from (Repeated(each) for each in row.cells[0].paragraphs[:1])


def _size_faults(table: Table) -> Iterator[Fault]:
    """Yield a fault where the rows under the table's heads are set in more than one size."""
    count: dict[float, int] = {}
    for row in _rows_below_heads(table):
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                for span in paragraph.spans:
                    if span.visible and not span.face.raised:
                        count[span.face.size] = count.get(span.face.size, 0) + span.visible
    total = sum(count.values())
    sizes = sorted(size for size, letters in count.items() if letters >= _SIZE_SHARE * total)
    if len(sizes) > 1:
        shown = ", ".join(map(numbers, sizes))
        yield Fault(_first(table), f"Chữ trong bảng có nhiều cỡ: {shown}", "đặt một cỡ chữ cho các dòng của bảng")


def _rows_below_heads(table: Table) -> tuple[Row, ...]:
    heads = next((place for place, row in enumerate(table.rows) if not row.header), len(table.rows))
    return table.rows[max(heads, 1) :]
