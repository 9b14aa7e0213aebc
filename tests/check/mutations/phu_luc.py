"""Appendices and tables."""

import copy
from collections.abc import Sequence
from typing import Any, Final

from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from tests.check.mutations import Mutation
from tests.check.papers import spoil
from tests.check.papers.mutate import Change, at, drop, find
from tests.check.papers.word import Letters, Shape, new_section, paragraph

_SOURCE: Final = "(Kèm theo Báo cáo số 06/BC-SNV ngày 05 tháng 01 năm 2024 của Sở Nội vụ tỉnh Sóc Trăng)"
_LAST_WORDS: Final = "Trên đây là kết quả"


def _appended(labels: Sequence[str], pointer: str, *changes: Change, own_section: bool = True) -> Change:
    """Return the change that adds an appendix for each of `labels` and names them in the last words, then makes `changes`."""

    def change(document: Document) -> None:
        spoil.replace_text("Trên đây là", pointer)(find(document, _LAST_WORDS))
        for label in labels:
            if own_section:
                new_section(document)
            else:
                document.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)
            for words, letters in (
                (label, Letters(14, bold=True)),
                ("SỐ LIỆU CÔNG TÁC VĂN THƯ NĂM 2023", Letters(14, bold=True)),
            ):
                paragraph(document, words, letters, Shape("center"))
            paragraph(document, _SOURCE, Letters(13, italic=True), Shape("center", after=12))
            paragraph(document, "Số văn bản đi trong năm là 2.936 văn bản.", Letters(14), Shape("both", first=12.7, after=6))
        for each in changes:
            each(document)

    return change


_TWO: Final = ("Phụ lục I", "Phụ lục II")
_POINTER: Final = "Số liệu chi tiết tại Phụ lục I và Phụ lục II kèm theo. Trên đây là"


def _table(document: Document) -> Any:
    return document.tables[-1]


def _widened(document: Document) -> None:
    for row in _table(document).rows:
        for cell in row.cells:
            cell.width = Mm(cell.width / Mm(1) * 1.2)
    for column in _table(document).columns:
        column.width = Mm(column.width / Mm(1) * 1.2)


def _some_rows_smaller(document: Document) -> None:
    for row in _table(document).rows[5:12]:
        for cell in row.cells:
            for each in cell.paragraphs:
                for run in each.runs:
                    run.font.size = Pt(11)


def _head_not_repeated(document: Document) -> None:
    for mark in list(document.element.body.iter(qn("w:tblHeader"))):
        mark.getparent().remove(mark)


def _long_table(document: Document) -> None:
    """Let the table go over several pages, its head on the first only."""
    table = _table(document)
    for row in list(table.rows)[2:6]:
        for _ in range(8):
            table._tbl.append(copy.deepcopy(row._tr))
    _head_not_repeated(document)


def _in_source(old: str, new: str) -> Change:
    return at("(Kèm theo", spoil.replace_text(old, new))


MUTATIONS: Final = (
    Mutation("A01", "nothing points to the appendix", "ke_hoach", at("Các nhiệm vụ cụ thể", spoil.delete_paragraph), "chỉ dẫn"),
    Mutation(
        "A01",
        "only another paper's appendix is named",
        "ke_hoach",
        at("Các nhiệm vụ cụ thể", spoil.replace_text("Phụ lục kèm theo Kế hoạch này", "Phụ lục I Luật Đầu tư công")),
        "chỉ dẫn",
    ),
    Mutation("A01", "an appendix that is not there", "bao_cao", _appended((), _POINTER), "không có phụ lục"),
    Mutation("A01", "one of two is named", "bao_cao", _appended(_TWO, "(Chi tiết tại Phụ lục I) Trên đây là"), "Phụ lục II"),
    Mutation("A02", "capitals", "ke_hoach", at("Phụ lục", spoil.set_text("PHỤ LỤC")), "in thường"),
    Mutation("A02", "as small as the text may be", "ke_hoach", at("Phụ lục", spoil.set_size(13)), "cỡ chữ 13"),
    Mutation("A02", "not bold", "ke_hoach", at("Phụ lục", spoil.set_bold(False)), "phải đậm"),
    Mutation("A02", "on the left", "ke_hoach", at("Phụ lục", spoil.set_align("left")), "canh giữa"),
    Mutation("A02", "Arabic numbers", "bao_cao", _appended(("Phụ lục 1", "Phụ lục 2"), _POINTER), "La Mã"),
    Mutation("A02", "a leading 0", "ke_hoach", at("Phụ lục", spoil.set_text("Phụ lục số 01")), "“01”"),
    Mutation("A02", "no numbers", "bao_cao", _appended(("Phụ lục", "Phụ lục"), _POINTER), "số thứ tự La Mã"),
    Mutation(
        "A02", "a number left out", "bao_cao", _appended(("Phụ lục I", "Phụ lục III"), _POINTER.replace("II", "III")), "liên tục"
    ),
    Mutation("A02", "the title on its line", "bao_cao", _appended(("Phụ lục I. SỐ LIỆU", "Phụ lục II"), _POINTER), "dòng riêng"),
    Mutation("A03", "not in capitals", "ke_hoach", at("DANH MỤC", spoil.set_text("Danh mục nhiệm vụ năm 2024")), "in hoa"),
    Mutation("A03", "not bold", "ke_hoach", at("DANH MỤC", spoil.set_bold(False)), "phải đậm"),
    Mutation("A03", "too small", "bao_cao", _appended(_TWO, _POINTER, at("SỐ LIỆU", spoil.set_size(12))), "cỡ chữ 12"),
    Mutation("A04", "upright", "ke_hoach", at("(Kèm theo", spoil.set_italic(False)), "nghiêng"),
    Mutation("A04", "too small", "ke_hoach", at("(Kèm theo", spoil.set_size(12)), "cỡ chữ 12"),
    Mutation("A04", "another number", "ke_hoach", _in_source("25/KH-UBND", "24/KH-UBND"), "số 24/KH-UBND"),
    Mutation("A04", "another symbol", "bao_cao", _appended(_TWO, _POINTER, _in_source("BC-SNV", "BC-SVHTT")), "BC-SVHTT"),
    Mutation("A04", "another day", "ke_hoach", _in_source("ngày 15", "ngày 16"), "ngày 16"),
    Mutation(
        "A04", "another kind", "ke_hoach", _in_source("Kế hoạch số 25/KH-", "Quyết định số     /QĐ-"), "văn bản chính là kế hoạch"
    ),
    Mutation("A04", "no day", "ke_hoach", _in_source(" ngày 15 tháng 02 năm 2024", ""), "thiếu ngày tháng năm"),
    Mutation("A04", "on the left", "ke_hoach", at("(Kèm theo", spoil.set_align("left")), "canh giữa"),
    Mutation(
        "A04",
        "in capitals",
        "ke_hoach",
        at("(Kèm theo", spoil.set_text("(KÈM THEO KẾ HOẠCH SỐ 25/KH-UBND NGÀY 15 THÁNG 02 NĂM 2024 CỦA ỦY BAN NHÂN DÂN TỈNH)")),
        "phải là chữ in thường",
    ),
    Mutation("A04", "bold", "ke_hoach", at("(Kèm theo", spoil.set_bold(True)), "đậm"),
    Mutation("A04", "no such line", "ke_hoach", at("(Kèm theo", spoil.delete_paragraph), "thiếu dòng"),
    Mutation("A05", "numbers go on", "ke_hoach", drop("w:pgNumType", where="sections"), "bắt đầu lại từ 1"),
    Mutation(
        "A05",
        "only a page break",
        "bao_cao",
        _appended(("Phụ lục",), "(Chi tiết tại Phụ lục kèm theo) Trên đây là", own_section=False),
        "section",
    ),
    Mutation("A06", "wider than the page", "ke_hoach", _widened, "vùng chữ chỉ rộng"),
    Mutation("A06", "some rows smaller", "ke_hoach", _some_rows_smaller, "nhiều cỡ"),
    Mutation("A06", "a head on the first page only", "ke_hoach", _long_table, "không lặp lại"),
)
