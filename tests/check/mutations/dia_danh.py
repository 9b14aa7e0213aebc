"""Ways to spoil the place and the date."""

from docx.document import Document
from docx.shared import Mm, Pt

from tests.check.mutations import Mutation
from tests.check.papers.mutate import Change, at, find
from tests.check.papers.spoil import delete_paragraph, replace_text, set_align, set_bold, set_italic, set_size

_LINE = "Sóc Trăng, ngày"


def _written(old: str, new: str) -> Change:
    return at(_LINE, replace_text(old, new))


def _below(document: Document) -> None:
    """Put the date in a row of its own under the number."""
    table = document.tables[0]
    row = table.add_row()
    old = find(document, _LINE)
    row.cells[1].paragraphs[0]._p.addprevious(old._p)
    for cell, width in zip(row.cells, (65, 100), strict=True):
        cell.width = Mm(width)
        cell.paragraphs[-1].paragraph_format.space_after = Pt(0)
    table.rows[-2].cells[1].add_paragraph()


MUTATIONS = (
    Mutation("D01", "missing", "bao_cao", at(_LINE, delete_paragraph), "Thiếu địa danh"),
    Mutation("D01", "upright", "cong_van", at(_LINE, set_italic(False)), "nghiêng"),
    Mutation("D01", "bold", "quyet_dinh", at(_LINE, set_bold(True)), "không được đậm"),
    Mutation("D01", "size 12", "to_trinh", at(_LINE, set_size(12)), "cỡ chữ 12"),
    Mutation("D01", "a full stop behind", "quyet_dinh", _written("năm 2024", "năm 2024."), "không có dấu chấm"),
    Mutation("D01", "no comma", "ke_hoach", _written("Trăng,", "Trăng"), "dấu phẩy"),
    Mutation("D01", "no place", "cong_van", _written("Sóc Trăng, ", ""), "Thiếu địa danh"),
    Mutation("D01", "day 5", "bao_cao", _written("05", "5"), "05"),
    Mutation("D01", "month 2", "to_trinh", _written("tháng 9", "tháng 2"), "02"),
    Mutation("D01", "in figures", "quyet_dinh", _written("ngày 09 tháng 4 năm 2024", "ngày 09/4/2024"), "ngày … tháng … năm"),
    Mutation("D01", "no such year", "cong_van", _written("năm 2024", "năm 202"), "Năm 202 không có"),
    Mutation("D01", "no such day", "cong_van", _written("ngày 18", "ngày 38"), "38"),
    Mutation("D02", "month 03", "cong_van", _written("tháng 3", "tháng 03"), "03"),
    Mutation("D02", "month 09", "to_trinh", _written("tháng 9", "tháng 09"), "09"),
    Mutation("D03", "below the number", "cong_van", _below, "không cùng dòng"),
    Mutation("D03", "at the right", "bao_cao", at(_LINE, set_align("right")), "không canh giữa"),
    Mutation("D03", "at the left", "ke_hoach", at(_LINE, set_align("left")), "không canh giữa"),
    Mutation("D04", "TP.", "cong_van", _written("Sóc Trăng,", "TP. Sóc Trăng,"), "viết tắt"),
    Mutation("D04", "TX", "bao_cao", _written("Sóc Trăng,", "TX. Vĩnh Châu,"), "viết tắt"),
    Mutation("D04", "a province's own noun", "to_trinh", _written("Sóc Trăng,", "Tỉnh Sóc Trăng,"), "thường chỉ ghi “Sóc Trăng”"),
)
