"""Rule of box 5b: the subject of a letter, under its number (PL I.II.5)."""

import re
from collections.abc import Iterator
from typing import Final

from docgen.check.anatomy import Paper
from docgen.check.finding import Fault, Rules, Severity, Verdicts, applies
from docgen.check.rules.lettering import lettering
from docgen.check.rules.ten_loai import centre_faults
from docgen.check.rules.typeset import face_faults, gathered
from docgen.check.view import Line, Paragraph

rule = Rules("Tên loại và trích yếu nội dung văn bản")

_GAP: Final = 6.0
_SIZES: Final = (12.0, 13.0)


@rule("T04", Severity.ERROR, "PL I.II.5.b")
def trich_yeu_cong_van(paper: Paper) -> Verdicts:
    """Trích yếu công văn ghi sau chữ “V/v”, cỡ 12 đến 13, đứng, không đậm, canh giữa dưới số, ký hiệu và cách 6 pt.

    Công văn không có tên loại “CÔNG VĂN”; dưới trích yếu công văn không có đường kẻ.

    Đạt: V/v nâng bậc lương năm 2019
    Không đạt: V/v: Về việc nâng bậc lương năm 2019
    """
    applies(paper.is_whole and paper.is_cong_van)
    if paper.ten_loai is not None:
        remedy = "bỏ dòng “CÔNG VĂN”, ghi trích yếu sau chữ “V/v” dưới số, ký hiệu"
        yield Fault(paper.ten_loai, "Công văn không ghi tên loại", remedy, clause="PL III, Mẫu 1.5")
    lines = paper.head.trich_yeu_cong_van
    if not lines and paper.ten_loai is None:
        yield Fault(paper.head.so_ky_hieu, "Công văn không có trích yếu", "ghi “V/v …” dưới số, ký hiệu, cỡ chữ 12 đến 13")
    if not lines:
        return
    yield from _opening_faults(lines[0])
    yield from gathered(
        fault
        for line in lines
        for fault in face_faults(lettering(line), "Trích yếu công văn", sizes=_SIZES, bold=False, italic=False)
    )
    if re.search(r"[^.]\.$", lines[-1].words):
        yield Fault(lines[-1], "Trích yếu công văn không có dấu chấm cuối", "bỏ dấu chấm", Severity.WARNING)
    yield from _gap_faults(paper.head.so_ky_hieu, lines[0])
    if paper.head.layout == "table":
        yield from gathered(fault for line in lines for fault in centre_faults(line, "Trích yếu công văn"))
    if paper.head.ke_cong_van:
        message = "Dưới trích yếu công văn có đường kẻ"
        yield Fault(lines[-1], message, "bỏ đường kẻ", Severity.WARNING, "PL I.V #5b")


def _opening_faults(line: Line) -> Iterator[Fault]:
    opening = re.match(r"(v\s*/\s*v|vv|về việc)\b\W*(về việc\b)?", line.words, re.IGNORECASE)
    if opening is None:
        return
    form, doubled = opening.groups()
    if doubled:
        yield Fault(line, "“V/v” đã là “về việc”, không ghi hai lần", "bỏ “về việc” sau “V/v”")
    elif form != "V/v":
        yield Fault(line, f"Trích yếu công văn bắt đầu bằng “{form}”, phải là “V/v”", "thay bằng “V/v”")
    elif re.match(r"V/v\s*:", line.words):
        yield Fault(line, "Sau “V/v” không có dấu hai chấm", "bỏ dấu hai chấm", Severity.WARNING)


def _gap_faults(above: Line | None, line: Line) -> Iterator[Fault]:
    upper, lower = above.paragraph if above else None, line.paragraph
    if upper is None or not _stands_under(upper, lower):
        return
    gap = 0.0 if upper is lower else upper.gap_after + lower.gap_before
    if gap < _GAP - 0.01:
        loose = lower.line_rule != "auto" or lower.line_height > 1
        message = "Trích yếu công văn phải cách số, ký hiệu 6 pt"
        yield Fault(line, message, "đặt Spacing Before 6 pt cho dòng “V/v”", Severity.WARNING if loose else None)


def _stands_under(upper: Paragraph, lower: Paragraph) -> bool:
    """Return whether `lower` is the next paragraph of the same cell, or the same paragraph."""
    cells = [(id(each.place.table), each.place.row, each.place.column) if each.place else None for each in (upper, lower)]
    return cells[0] == cells[1] and 0 <= lower.number - upper.number <= 1
