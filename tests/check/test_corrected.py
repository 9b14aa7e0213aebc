"""A paper that a person corrects never scores worse than its draft: the drafts of bench/corpus/papers, mended one by one.

Each keyed defect that a rule covers is mended as a person would. Each mend loses what it mends and brings nothing new; at the
end neither error nor warning is left.
"""

import copy
import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from docgen.check.finding import Severity
from docgen.check.judging import judge
from tests.check.papers.mutate import Change, at, find, mutated, paragraphs_of, set_margins, set_page_size
from tests.check.papers.rules import add_rule
from tests.check.papers.spoil import (
    Spoil,
    delete_paragraph,
    remove_rule,
    replace_text,
    set_align,
    set_bold,
    set_font,
    set_indent,
    set_italic,
    set_size,
    set_spacing,
    set_text,
)
from tests.check.papers.word import Letters, field

_PAPERS: Final = Path(__file__).parents[2] / "bench" / "corpus" / "papers"


def _words(start: str, old: str, new: str, nth: int = 0) -> Change:
    return at(start, replace_text(old, new), nth=nth)


def _all(start: str, *spoils: Spoil) -> Change:
    """Return the change of every paragraph with words that begins with `start`, footed tables and cells left as they are."""

    def change(document: Document) -> None:
        for each in list(paragraphs_of(document)):
            if each.text.strip() and each.text.startswith(start):
                for spoil in spoils:
                    spoil(each)

    return change


def _body(*spoils: Spoil) -> Change:
    """Return the change of every justified or left paragraph with words that stands in no cell."""

    def change(document: Document) -> None:
        for each in document.paragraphs:
            if each.text.strip() and each.alignment != WD_ALIGN_PARAGRAPH.CENTER:
                for spoil in spoils:
                    spoil(each)

    return change


def _each_run(font: str) -> Change:
    def change(document: Document) -> None:
        for part in (document.element, *(section.header._element for section in document.sections)):
            for fonts in part.iter(qn("w:rFonts")):
                for name in ("ascii", "hAnsi", "cs", "eastAsia"):
                    fonts.set(qn(f"w:{name}"), font)
        for fonts in document.styles.element.iter(qn("w:rFonts")):
            for name in list(fonts.attrib):
                del fonts.attrib[name]
            for name in ("ascii", "hAnsi", "cs", "eastAsia"):
                fonts.set(qn(f"w:{name}"), font)

    return change


def _above(start: str, words: str) -> Change:
    """Return the change that puts a paragraph of `words` above the one that begins with `start`, set as that is."""

    def change(document: Document) -> None:
        below = find(document, start)
        element = copy.deepcopy(below._p)
        below._p.addprevious(element)
        set_text(words)(Paragraph(element, below._parent))

    return change


def _together(*changes: Change) -> Change:
    def change(document: Document) -> None:
        for each in changes:
            each(document)

    return change


def _drawn(start: str, length: float) -> Change:
    """Return the change that draws a line of `length` mm under a paragraph that has none."""
    return at(start, lambda paragraph: add_rule(paragraph, length))


def _redrawn(start: str, length: float) -> Change:
    return at(start, remove_rule, lambda paragraph: add_rule(paragraph, length))


def _rows_of_marks(document: Document) -> None:
    """Take away the lines typed as rows of marks, and draw them."""
    lengths = iter((12.0, 60.0, 31.0))
    for each in list(paragraphs_of(document)):
        if each.text and set(each.text) <= {"-", "_"}:
            above = Paragraph(each._p.getprevious(), each._parent)
            delete_paragraph(each)
            add_rule(above, next(lengths))


def _number_in_header(document: Document) -> None:
    section = document.sections[0]
    section.different_first_page_header_footer = True
    for story in (section.footer, section.first_page_footer, section.header):
        for paragraph in story.paragraphs:
            paragraph.clear()
    head = section.header.paragraphs[0]
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field(head, "PAGE", Letters(14))


def _restart(document: Document) -> None:
    for section in list(document.sections)[1:]:
        kinds = section._sectPr.findall(qn("w:pgNumType"))
        kind = kinds[0] if kinds else section._sectPr.makeelement(qn("w:pgNumType"), {})
        kind.set(qn("w:start"), "1")
        if not kinds:
            section._sectPr.find(qn("w:pgMar")).addnext(kind)


def _to_the_end(start: str) -> Change:
    """Return the change that moves a recipient to the end of its list."""

    def change(document: Document) -> None:
        moved = find(document, start)._p
        moved.getparent().findall(qn("w:p"))[-1].addnext(moved)

    return change


MENDS: Final[dict[str, tuple[tuple[str, Change], ...]]] = {
    "15_cv_xa_my_tu": (
        ("N05", _words("Số:", "CV-UBND", "UBND-KT")),
        ("T04", at("V/v", set_bold(False))),
        ("R03", _above("- TT Đảng ủy", "- Như trên;")),
    ),
    "16_kh_so_y_te_so_trang_duoi": (
        ("P06 P07", _number_in_header),
        ("B08", _together(_words("IV.", "IV.", "V."), _words("III.", "III.", "IV."), _words("II. NỘI", "II.", "III."))),
        ("X06", _words("3. Trạm y tế", "31 tháng 11", "30 tháng 11")),
    ),
    "17_bc_phong_kinh_te_le_hep": (
        ("P02", set_margins(top=20, bottom=20, left=30, right=20)),
        ("N03", _words("Số:", " / BC - KT", "/BC-KT")),
        ("T02", _words("Tình hình", "2026.", "2026")),
        ("B03", _body(set_indent(first=12.7))),
    ),
    "18_qd_ubnd_xa_can_cu": (
        ("C01", _together(_all("Căn cứ", set_italic(True)), at("Theo đề nghị", set_italic(True)))),
        ("C01", _words("Theo đề nghị", ",", ".")),
        ("C02", _words("Căn cứ Kế hoạch", "Kế hoạch 52", "Kế hoạch số 52")),
        ("B08", _words("Điều 4.", "Điều 4.", "Điều 3.")),
        ("G02", at("CHỦ TỊCH", set_text("PHÓ CHỦ TỊCH"), nth=1)),
        ("H04 H07 T03", _rows_of_marks),
    ),
    "19_tb_truong_thcs_so_ngay": (
        ("H06", _words("TRƯỜNG THCS", "THCS", "TRUNG HỌC CƠ SỞ")),
        ("N02", _words("Số:", "7", "07")),
        ("D01", _together(_words("Cái Răng, ngày", "ngày 5", "ngày 05"), _words("Cái Răng, ngày", "tháng 1", "tháng 01"))),
        ("T03", _drawn("Về việc nghỉ", 36)),
        ("R02", _words("- Lưu: VT", "VT", "VT.")),
    ),
    "20_ttr_xa_khong_kinh_gui": (
        ("N04", _words("Số:", "TT-", "TTr-")),
        ("K01", _above("Ủy ban nhân dân xã Thạnh Phú kính", "Kính gửi: Ủy ban nhân dân Thành phố.")),
        ("B10", _words("Kính đề nghị", "quyết định.", "quyết định./.")),
    ),
    "21_gm_phuong_sai_thu": (
        ("T01", at("GIẤY MỜI", set_size(14))),
        ("G01", _words("TL CHỦ TỊCH", "TL ", "TL. ")),
        ("X14", _words("Thời gian", "thứ ba", "thứ Hai")),
        ("X03", _together(_words("Địa điểm", " .", "."), _words("Đề nghị các", "đúng  thành", "đúng thành"))),
    ),
    "22_bb_nghiem_thu_vat_tu": (("R02", _together(at("- Hội đồng", set_size(11)), at("- Lưu", set_size(11)))),),
    "23_pc_phong_chu_arial": (
        ("P04", _each_run("Times New Roman")),
        ("H06", _words("HĐND VÀ UBND", "HĐND VÀ UBND", "HỘI ĐỒNG NHÂN DÂN VÀ ỦY BAN NHÂN DÂN")),
        ("B01", _all("Văn phòng ", set_size(13))),
        ("G03", at("NGUYỄN ĐÌNH QUÝ", set_text("Nguyễn Đình Quý"))),
        ("X06", _words("Văn phòng chuyển", "30 tháng 02", "30 tháng 3")),
    ),
    "24_qd_quy_che_lam_viec": (
        ("A04", _words("(Kèm theo", "85/QĐ", "58/QĐ")),
        ("B06", _together(_words("Chương 1", "1", "I"), _words("Chương 2", "2", "II"))),
        ("B08", _words("Điều 3. Chế độ báo cáo", "Điều 3", "Điều 4")),
        ("X01", _words("2. Thực hiện đúng", "Khoản", "khoản")),
    ),
    "25_kh_tieu_ngu_sai": (
        ("H01", _together(at("CỘNG HÒA", set_size(13)), at("Độc lập", set_size(14)))),
        ("H02", _words("Độc lập", "Độc lập – Tự do – Hạnh", "Độc lập - Tự do - Hạnh")),
        ("H04", _redrawn("Độc lập", 56)),
        ("H05", at("UBND TỈNH", set_bold(False))),
    ),
    "26_bc_xa_cap_huyen_cu": (
        ("H06", _together(_words("UBND XÃ", "UBND ", ""), at("UBND HUYỆN", set_text("ỦY BAN NHÂN DÂN"), set_bold(True)))),
        ("G01", _words("K/T", "K/T", "KT.")),
        ("X12", _words("Kính gửi", "Thành phố", "thành phố")),
    ),
    "27_tb_noi_nhan": (
        ("R01", at("Nơi nhận", set_size(12), set_italic(True), set_bold(True))),
        ("R02", _together(_words("+ Các phòng", "+ Các phòng", "- Các phòng;"), _words("- Lãnh đạo", ",", ";"))),
        ("R04", _together(_to_the_end("- Lưu"), _words("- Lưu", "VP", "VP."))),
    ),
    "28_cv_so_tu_phap_ky": (
        ("D04", _words("TP. Việt Trì", "TP. Việt Trì", "Phú Thọ")),
        ("T04", _words("V/v", "V/v: Về việc", "V/v")),
        ("K01", _words("- Ủy ban nhân dân các xã", ";", ".")),
        ("G01", _words("KT GIÁM", "KT ", "KT. ")),
        ("G03", _words("ThS.", "ThS. ", "")),
    ),
    "29_kh_phu_luc_hai": (
        ("A02", _together(_words("PHỤ LỤC 1", "PHỤ LỤC 1", "Phụ lục I"), _words("PHỤ LỤC 2", "PHỤ LỤC 2", "Phụ lục II"))),
        ("A01", _words("Kiểm kê tài sản tại", "Phụ lục 1", "Phụ lục I, Phụ lục II")),
        ("A05", _restart),
        ("A04", _words("(Kèm theo", "36/KH", "63/KH")),
    ),
    "30_cv_thieu_phu_luc": (
        ("A01", _words("Ủy ban nhân dân xã đề nghị", " theo phân công tại Phụ lục I và Phụ lục II kèm theo", "")),
        ("X11", _words("Các trường báo cáo", "[tên đơn vị]", "Phòng Văn hóa - Xã hội")),
        ("X11", _words("Các trường báo cáo", "ngày …/9/2026", "ngày 10 tháng 9 năm 2026")),
    ),
    "31_bc_font_vntime_nfd": (
        ("P04", at("Lực lượng kiểm lâm", set_font("Times New Roman"))),
        ("P05", at("Đề nghị phòng", delete_paragraph)),
    ),
    "32_tb_can_trai_gian_dong": (
        ("H04", _drawn("Độc lập", 60)),
        ("H07", _drawn("XÚC TIẾN", 17)),
        ("T02", at("TUYỂN DỤNG", set_text("Tuyển dụng viên chức năm 2026"))),
        ("T03", _drawn("Tuyển dụng", 32)),
        ("B02", _body(set_align("both"))),
        ("B05", _body(set_spacing(lines=1.2))),
    ),
    "33_qd_khen_thuong_vien_dan": (
        ("X01", _words("Điều 3. Văn phòng", "điều 1", "Điều 1")),
        ("X05", _words("Căn cứ Nghị định", "2021", "2020")),
    ),
    "34_kh_diem_khoan_thu_tu": (
        ("N04", _words("Số:", "BC-", "KH-")),
        ("D01", _words("Hòa Tiến", "tháng 2", "tháng 02")),
        ("B07", _together(_words("g) Đua", "g)", "e)"), _words("e) Nhảy", "e)", "đ)"))),
        ("B07", _together(_words("1) Ngân", "1)", "1."), _words("3) Xã", "3)", "2."))),
        ("B08", _together(_words("IV. KINH", "IV.", "III."), _words("V. TỔ", "V.", "IV."))),
    ),
    "35_bc_viet_hoa": (
        ("X02", _words("Kính gửi", "Ủy Ban Nhân Dân", "Ủy ban nhân dân")),
        ("X02", _words("Trong 04 ngày", "thủ đô", "Thủ đô")),
        ("X02", _words("Đề nghị hội", "hội đồng", "Hội đồng")),
        ("X12", _words("Khách chủ yếu", "Tỉnh", "tỉnh")),
        ("X14", _words("Khách chủ yếu", "tây bắc", "Tây Bắc")),
        ("X14", _words("Kết quả đón khách", "quốc khánh", "Quốc khánh")),
    ),
    "36_kh_kho_letter_ngang": (
        ("P01", set_page_size(210, 297)),
        ("P06", _number_in_header),
    ),
    "37_cv_co_tieu_de": (
        ("D01", _words("Huế", "Ngày", "ngày")),
        ("T04", _together(at("CÔNG VĂN", delete_paragraph), at("Mời giảng lớp", delete_paragraph))),
        ("B10", _words("Rất mong", "./. ./.", "./.")),
    ),
    "39_hd_so_noi_vu_khoang_cach": (
        ("H04 H07", _rows_of_marks),
        ("N01", _together(_words("Số 72", "Số 72", "Số: 72"), at("Số: 72", set_size(13), set_bold(False)))),
        ("D01", at("Tuyên Quang", set_italic(True))),
        ("B04", _body(set_spacing(before=6))),
    ),
}  # fmt: skip


@cache
def _draft(name: str) -> bytes:
    return (_PAPERS / f"{name}.docx").read_bytes()


def _score(data: bytes) -> Counter[tuple[str, Severity]]:
    """Return at how many places each rule finds fault, by severity."""
    score = Counter[tuple[str, Severity]]()
    for finding in judge("thu.docx", data).findings:
        score[finding.rule.id, finding.severity] += len(finding.places) or 1
    return score


@pytest.mark.parametrize("name", MENDS)
def test_each_mend_loses_its_finding_and_gains_none(name: str) -> None:
    data = _draft(name)
    before = _score(data)
    for rules, mend in MENDS[name]:
        data = mutated(data, mend)
        after = _score(data)
        assert after - before == Counter(), rules
        for rule in rules.split():
            assert sum(n for (each, _), n in after.items() if each == rule) < sum(
                n for (each, _), n in before.items() if each == rule
            )
        before = after
    assert [(rule, places) for (rule, severity), places in before.items() if severity > Severity.NOTE] == []


def test_every_draft_with_a_keyed_defect_is_mended() -> None:
    key = json.loads((_PAPERS / "key.json").read_text("utf-8"))
    drafts = {name.removesuffix(".docx") for name, defects in key.items() if any(each["must"] for each in defects)}
    assert drafts == set(MENDS)
