"""Layouts of real offices: addressees in the head's table, nested tables, boxes, forms, texts attached to a decision."""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement
from docx.table import _Cell

from docgen.check.anatomy import Paper as Read
from docgen.check.anatomy import read_paper
from docgen.check.docview import open_view
from docgen.check.finding import Severity
from docgen.check.judging import Report, judge
from tests.check.papers.blocks import Paper
from tests.check.papers.clean import UBND, bao_cao, cong_van, quyet_dinh
from tests.check.papers.head import Head
from tests.check.papers.ke_hoach import ke_hoach
from tests.check.papers.mutate import find, mutated
from tests.check.papers.word import Letters, Shape, paragraph, table

BODY = "Ủy ban nhân dân tỉnh yêu cầu các cơ quan, đơn vị báo cáo kết quả thực hiện trước ngày 15 tháng 4 năm 2026./."
VV = "V/v báo cáo công tác văn thư năm 2026"


def read(data: bytes) -> Read:
    return read_paper("tờ", open_view("tờ", data))


def said(report: Report) -> dict[str, list[str]]:
    rules: dict[str, list[str]] = {}
    for each in report.findings:
        rules.setdefault(each.rule.id, []).append(each.message)
    return rules


def judged(data: bytes) -> dict[str, list[str]]:
    return said(judge("tờ", data))


def letter(
    layout: str, fill: Callable[[Any], None], *, first: str = "Như trên", so: str = "Số: 15/UBND-VX", vv: str = VV
) -> bytes:
    """Return a letter whose addressees stand in rows added to the head's table by `fill`."""
    paper = Paper()
    paper.head(Head(UBND, so, "Huế, ngày 05 tháng 3 năm 2026", v_v=vv), layout)
    fill(paper.document.tables[0])
    paper.body(BODY)
    paper.signature((first, "Sở Nội vụ", "Lưu: VT, VX"), ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Trần Thị Ngọc Bình")
    return paper.bytes()


def _line(cell: _Cell, words: str, shape: Shape | None = None) -> None:
    paragraph(cell, words, Letters(14), shape or Shape())


def spanning(*lines: str) -> Callable[[Any], None]:
    """Return what adds a row of one merged cell."""

    def fill(made: Any) -> None:
        cells = made.add_row().cells
        whole = cells[0].merge(cells[-1])
        for words in lines:
            _line(whole, words, Shape("center") if words.startswith("Kính gửi") else Shape(left=50))

    return fill


def beside(left: str, *right: str) -> Callable[[Any], None]:
    """Return what adds a row with "Kính gửi:" in one cell and the names in another."""

    def fill(made: Any) -> None:
        cells = made.add_row().cells
        _line(cells[0], left, Shape("right"))
        for words in right:
            _line(cells[-1], words)

    return fill


def rows(*lines: str) -> Callable[[Any], None]:
    """Return what adds a row for each line."""

    def fill(made: Any) -> None:
        for words in lines:
            spanning(words)(made)

    return fill


ONE = ["Kính gửi: Sở Nội vụ"]
MANY = ["Kính gửi:", "- Sở Nội vụ;", "- Sở Tài chính."]
FILLS = [spanning(*ONE), spanning(*MANY), beside(*MANY), rows(*MANY), beside("Kính gửi:", "Sở Nội vụ")]


@pytest.mark.parametrize("layout", ["2x2", "1x2", "3x2", "2x3"])
@pytest.mark.parametrize("fill", FILLS)
def test_addressees_in_the_head_s_table_are_no_subject(layout: str, fill: Callable[[Any], None]) -> None:
    made = letter(layout, fill)
    found = read(made)
    assert [line.words for line in found.head.trich_yeu_cong_van] == [VV]
    assert found.kinh_gui[0].words.startswith("Kính gửi")
    assert "Sở Nội vụ" in " ".join(line.words for line in found.kinh_gui)
    findings = judged(made)
    assert not {"T04", "R03"} & set(findings), findings
    assert not any("thiếu phần" in each for each in findings.get("K01", []))


@pytest.mark.parametrize(
    ("fill", "first", "rule"),
    [
        (spanning("Kính gửi Sở Nội vụ"), "Như trên", "K01"),
        (spanning("Kính gửi:", "- Sở Nội vụ", "- Sở Tài chính"), "Như trên", "K01"),
        (beside("Kính gửi:", "Sở Nội vụ;", "Sở Tài chính."), "Như trên", "K01"),
        (rows("Kính gửi:", "+ Sở Nội vụ;", "• Sở Tài chính."), "Như trên", "K01"),
        (spanning(*ONE), "Như kính gửi", "R03"),
        (spanning(*MANY), "Bộ Nội vụ", "R03"),
        (beside(*MANY), "Như kính gửi", "R03"),
        (rows(*MANY), "Bộ Nội vụ", "R03"),
    ],
)
def test_faults_of_addressees_in_the_head_s_table_are_found(fill: Callable[[Any], None], first: str, rule: str) -> None:
    assert rule in judged(letter("2x2", fill, first=first))


# A signature's table nested in others.


def framed(document: Document, element: Any, columns: int = 1) -> Any:
    """Put `element` into a new table without lines, of one row; return the table."""
    outer: Any = document.add_table(1, columns)._tbl
    element.addprevious(outer)
    cell = outer.find(f".//{qn('w:tc')}")
    for each in cell.findall(qn("w:p")):
        cell.remove(each)
    cell.append(element)
    cell.append(OxmlElement("w:p"))
    return outer


def signature_in_a_frame(document: Document) -> None:
    framed(document, find(document, "Nơi nhận:")._p.getparent().getparent().getparent())


def signature_in_two_frames(document: Document) -> None:
    made: Any = find(document, "Nơi nhận:")._p.getparent().getparent().getparent()
    framed(document, framed(document, made))


def _nest_cell(document: Document, start: str) -> None:
    """Put what stands in the cell that begins with `start` into a table of its own inside the cell."""
    cell: Any = find(document, start)._p.getparent()
    inner: Any = document.add_table(1, 1)._tbl
    inner_cell = inner.find(f".//{qn('w:tc')}")
    for each in inner_cell.findall(qn("w:p")):
        inner_cell.remove(each)
    for each in cell.findall(qn("w:p")):
        inner_cell.append(each)
    cell.append(inner)
    cell.append(OxmlElement("w:p"))


def recipients_in_a_table_of_their_own(document: Document) -> None:
    _nest_cell(document, "Nơi nhận:")


def signer_in_a_table_of_his_own(document: Document) -> None:
    _nest_cell(document, "TM." if any(p.text.startswith("TM.") for p in _cells(document)) else "GIÁM ĐỐC")


def _cells(document: Document) -> Any:
    return (p for made in document.tables for row in made.rows for cell in row.cells for p in cell.paragraphs)


def whole_foot_row_below_a_merged_row(document: Document) -> None:
    made: Any = find(document, "Nơi nhận:")._p.getparent().getparent().getparent()
    row = copy.deepcopy(made.find(qn("w:tr")))
    for cell in row.findall(qn("w:tc")):
        for each in cell.findall(qn("w:p"))[1:]:
            cell.remove(each)
        for each in list(cell.find(qn("w:p")).findall(qn("w:r"))):
            cell.find(qn("w:p")).remove(each)
    made.find(qn("w:tr")).addprevious(row)


NESTED = [
    signature_in_a_frame,
    signature_in_two_frames,
    recipients_in_a_table_of_their_own,
    signer_in_a_table_of_his_own,
    whole_foot_row_below_a_merged_row,
]


@pytest.mark.parametrize("nested", NESTED)
@pytest.mark.parametrize(("paper", "name"), [(cong_van, "Trần Thị Ngọc Bình"), (bao_cao, "Phạm Hoài Nam")])
def test_a_nested_signature_keeps_its_columns(paper: Callable[[], bytes], name: str, nested: Callable[[Document], None]) -> None:
    found = read(mutated(paper(), nested))
    assert [block.ho_ten.words for block in found.chu_ky if block.ho_ten] == [name]
    assert name not in [line.words for line in found.danh_sach]
    assert found.danh_sach[0].words == "- Như trên;"
    assert {"G01", "G03", "R02", "R03", "R04"}.isdisjoint(judged(mutated(paper(), nested)))


@pytest.mark.parametrize("nested", NESTED)
@pytest.mark.parametrize(
    ("start", "words", "rule"), [("- Như trên", "- Như kính gửi;", "R03"), ("Trần Thị", "ThS. Trần Thị Ngọc Bình", "G03")]
)
def test_faults_in_a_nested_signature_are_found(nested: Callable[[Document], None], start: str, words: str, rule: str) -> None:
    def wrong(document: Document) -> None:
        find(document, start).runs[0].text = words

    assert rule in judged(mutated(cong_van(), wrong, nested))


# Titles and subjects in boxes; words that are not there for a reader.


def boxed(start: str, *more: str) -> Callable[[Document], None]:
    """Return what puts the paragraph that begins with `start`, and `more`, into a table of one cell."""

    def change(document: Document) -> None:
        element = find(document, start)._p
        outer = framed(document, element)
        cell = element.getparent()
        for each in more:
            cell.insert(len(cell) - 1, find(document, each)._p)
        cell.remove(cell.findall(qn("w:p"))[-1])
        assert outer is not None

    return change


@pytest.mark.parametrize(
    ("paper", "change", "subject"),
    [
        (ke_hoach, boxed("Phổ cập kỹ năng số"), "Phổ cập kỹ năng số trên địa bàn tỉnh Sóc Trăng năm 2024"),
        (ke_hoach, boxed("KẾ HOẠCH", "Phổ cập kỹ năng số"), "Phổ cập kỹ năng số trên địa bàn tỉnh Sóc Trăng năm 2024"),
        (ke_hoach, boxed("KẾ HOẠCH"), "Phổ cập kỹ năng số trên địa bàn tỉnh Sóc Trăng năm 2024"),
        (bao_cao, boxed("Kết quả công tác"), "Kết quả công tác văn thư, lưu trữ năm 2023"),
        (bao_cao, boxed("BÁO CÁO", "Kết quả công tác"), "Kết quả công tác văn thư, lưu trữ năm 2023"),
        (bao_cao, boxed("BÁO CÁO"), "Kết quả công tác văn thư, lưu trữ năm 2023"),
    ],
)
def test_a_subject_in_a_table_of_one_cell(paper: Callable[[], bytes], change: Callable[[Document], None], subject: str) -> None:
    found = read(mutated(paper(), change))
    assert " ".join(line.words for line in found.trich_yeu) == subject
    assert {"T01", "T02"}.isdisjoint(judged(mutated(paper(), change)))


def above(start: str, words: str, *, box: bool = False, bold: bool = True) -> Callable[[Document], None]:
    """Return what adds a line of bold capitals above the paragraph that begins with `start`, in a ruled table where `box`."""

    def change(document: Document) -> None:
        element = find(document, start)._p
        if box:
            made = table(document, 1, (60,), ruled=True)
            paragraph(made.rows[0].cells[0], words, Letters(13, bold=bold), Shape("center"))
            element.addprevious(made._tbl)
        else:
            line = paragraph(document, words, Letters(13, bold=bold), Shape("center"))
            element.addprevious(line._p)

    return change


@pytest.mark.parametrize("words", ["DỰ THẢO", "DỰ THẢO LẦN 2", "(DỰ THẢO)", "Dự thảo", "BẢN DỰ THẢO", "DỰ THẢO 3"])
@pytest.mark.parametrize("box", [True, False])
def test_du_thao_is_no_kind(words: str, box: bool) -> None:
    data = mutated(ke_hoach(), above("KẾ HOẠCH", words, box=box))
    found = read(data)
    assert (found.loai, found.ten_loai and found.ten_loai.words) == ("kế hoạch", "KẾ HOẠCH")
    assert "T01" not in judged(data)


# The lines of a pointer, of a subject.


def attached(*pointer: str, title: str = "QUY CHẾ", subject: str = "Tiếp công dân của Ủy ban nhân dân xã") -> bytes:
    """Return a regulation in a file of its own, as a decision issues it (mẫu 1.3): no number, no date."""
    paper = Paper()
    paper.head(Head(("ỦY BAN NHÂN DÂN", "XÃ ĐÔNG HẢI")), "1x2")
    paper._centred(title, before=18)
    if subject:
        paper._centred(subject)
    for line in pointer[:-1]:
        paragraph(paper.document, line, Letters(14, italic=True), Shape("center"))
    paper._over_rule(pointer[-1], Letters(14, italic=True))
    paper.part("Chương I", "QUY ĐỊNH CHUNG")
    paper.body(
        """
        **Điều 1. Phạm vi điều chỉnh**
        Quy chế này quy định việc tiếp công dân của Ủy ban nhân dân xã và trách nhiệm của các cơ quan, đơn vị có liên quan.
        **Điều 2. Đối tượng áp dụng**
        Các cơ quan, đơn vị, cá nhân có liên quan đến việc tiếp công dân trên địa bàn xã chịu trách nhiệm thi hành Quy chế này./.
        """
    )
    return paper.bytes()


ISSUED = "(Ban hành kèm theo Quyết định số 15/QĐ-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân xã Đông Hải)"


@pytest.mark.parametrize(
    ("title", "subject", "pointer"),
    [
        ("QUY CHẾ", "Tiếp công dân của Ủy ban nhân dân xã", (ISSUED,)),
        ("QUY ĐỊNH", "Về tiếp công dân", (ISSUED,)),
        ("ĐIỀU LỆ", "Hội thi Tin học trẻ năm 2026", (ISSUED,)),
        ("QUY CHẾ", "Tiếp công dân", ("(Kèm theo Quyết định số 15/QĐ-UBND", "ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân xã)")),
        ("QUY CHẾ", "Tiếp công dân", ("(Ban hành kèm theo Quyết định", "số 15/QĐ-UBND ngày 05 tháng 3 năm 2026 của UBND xã)")),
        ("QUY CHẾ", "Tiếp công dân", ("( Ban hành kèm theo Quyết định số      /QĐ-UBND ngày    /3/2026 của UBND xã)",)),
        ("QUY ĐỊNH", "Về tiếp công dân", ("(Được ban hành kèm theo Quyết định số 15/QĐ-UBND ngày 05/3/2026 của UBND xã)",)),
        ("QUY CHẾ", "", (ISSUED,)),
    ],
)
def test_a_text_that_a_decision_issues(title: str, subject: str, pointer: tuple[str, ...]) -> None:
    data = attached(*pointer, title=title, subject=subject)
    found = read(data)
    assert found.ten_loai is not None
    assert found.ten_loai.words == title
    assert " ".join(line.words for line in found.trich_yeu) == subject
    assert found.head.dia_danh is None
    assert found.head.so_ky_hieu is None
    assert {"D01", "N01", "T02", "T03", "G01", "R01", "B06"}.isdisjoint(judged(data)), judged(data)


@pytest.mark.parametrize("heading", ["QUY ĐỊNH CHUNG", "NHỮNG QUY ĐỊNH CHUNG", "QUY ĐỊNH CỤ THỂ", "ĐIỀU KHOẢN THI HÀNH"])
def test_the_heading_of_a_chapter_is_no_kind(heading: str) -> None:
    paper = Paper()
    paper.head(Head(("ỦY BAN NHÂN DÂN", "XÃ ĐÔNG HẢI"), "Số: 15/QC-UBND", "Đông Hải, ngày 05 tháng 3 năm 2026"))
    paper._centred(heading, before=18)
    paper.body("**Điều 1. Phạm vi điều chỉnh**\nQuy chế này quy định việc tiếp công dân của Ủy ban nhân dân xã./.")
    found = read(paper.bytes())
    assert found.ten_loai is None
    assert found.trich_yeu == ()


@pytest.mark.parametrize(
    ("lines", "subject"),
    [
        (("Tiếp công dân", "(giai đoạn 2026 - 2030)"), "Tiếp công dân (giai đoạn 2026 - 2030)"),
        (
            ("Kết quả thực hiện Nghị quyết số 18-NQ/TW", "(sơ kết 05 năm)"),
            "Kết quả thực hiện Nghị quyết số 18-NQ/TW (sơ kết 05 năm)",
        ),
        (
            ("Sơ kết công tác", "(từ ngày 01/01/2026", "đến ngày 30/6/2026)"),
            "Sơ kết công tác (từ ngày 01/01/2026 đến ngày 30/6/2026)",
        ),
        (("Tiếp công dân",), "Tiếp công dân"),
    ],
)
def test_a_subject_goes_on_with_a_bracket(lines: tuple[str, ...], subject: str) -> None:
    paper = Paper()
    paper.head(Head(("ỦY BAN NHÂN DÂN", "XÃ ĐÔNG HẢI"), "Số: 15/KH-UBND", "Đông Hải, ngày 05 tháng 3 năm 2026"))
    paper._centred("KẾ HOẠCH", before=18)
    for line in lines[:-1]:
        paper._centred(line)
    paper._over_rule(lines[-1], Letters(14, bold=True))
    paper.body("Ủy ban nhân dân xã ban hành Kế hoạch với các nội dung sau đây./.")
    paper.signature(("Lưu: VT",), ("CHỦ TỊCH",), "Phạm Hoài Nam")
    found = read(paper.bytes())
    assert " ".join(line.words for line in found.trich_yeu) == subject
    assert {"T02", "T03"}.isdisjoint(judged(paper.bytes()))


def no_number(document: Document) -> None:
    find(document, "Số:").clear()


@pytest.mark.parametrize(
    "vv",
    [
        "V/v trả lời Công văn số 3653/BNV-VP\nngày 05/3/2026",
        "V/v trả lời Công văn\nsố 3653/BNV-VP ngày 05/3/2026",
        "V/v triển khai Công văn\nsố 3653/BNV-VP",
        "V/v góp ý dự thảo Nghị định\nsố 30/2020/NĐ-CP của Chính phủ",
        "V/v báo cáo theo Công văn\nsố 12/SNV-VP ngày 05/3/2026 của Sở Nội vụ",
    ],
)
def test_a_number_in_the_subject_is_not_the_paper_s(vv: str) -> None:
    def change(document: Document) -> None:
        no_number(document)
        find(document, "V/v").runs[0].text = vv

    found = read(mutated(cong_van(), change))
    assert found.head.so_ky_hieu is None
    assert " ".join(line.words for line in found.head.trich_yeu_cong_van) == vv.replace("\n", " ")
    assert judged(mutated(cong_van(), change)).get("N01") == ["Thiếu số, ký hiệu"]


@pytest.mark.parametrize("so", ["Số: 3653/UBND-VX", "Số 3653/UBND-VX", "Số:      /UBND-VX", "số: 12/UBND-VX"])
def test_the_paper_s_own_number_is_found(so: str) -> None:
    def change(document: Document) -> None:
        find(document, "Số:").runs[0].text = so

    assert read(mutated(cong_van(), change)).head.so_ky_hieu is not None


# Forms that are no papers of Điều 7.


def form(title: str, so: str | None = None) -> bytes:
    paper = Paper()
    paper.head(Head(("SỞ NỘI VỤ",), so, "Huế, ngày 05 tháng 3 năm 2026", ("UBND THÀNH PHỐ HUẾ",)))
    paper._centred(title, before=18)
    paper._plain("Kính gửi: Giám đốc Sở", Shape("center"))
    paper.grid((1, 2), [("Nội dung", "Ý kiến"), ("Tuyển dụng viên chức", "Đồng ý"), ("Kinh phí", "")])
    return paper.bytes()


@pytest.mark.parametrize(
    "title",
    ["PHIẾU TRÌNH", "PHIẾU TRÌNH GIẢI QUYẾT CÔNG VIỆC", "PHIẾU GHI Ý KIẾN", "PHIẾU LẤY Ý KIẾN THÀNH VIÊN", "PHIẾU CHUYỂN",
     "PHIẾU ĐỀ XUẤT", "PHIẾU XỬ LÝ VĂN BẢN ĐẾN", "PHIẾU GIẢI QUYẾT VĂN BẢN ĐẾN", "ĐƠN XIN NGHỈ PHÉP", "TỜ KHAI", "GIẤY ĐỀ NGHỊ",
     "BẢNG KÊ CHỨNG TỪ"],
)  # fmt: skip
def test_a_form_is_not_judged(title: str) -> None:
    report = judge("tờ", form(title))
    assert report.findings == ()
    assert report.out_of_scope is not None
    assert "Điều 7" in report.out_of_scope


@pytest.mark.parametrize(
    ("title", "so"),
    [
        ("PHIẾU CHUYỂN", "Số: 15/PC-SNV"),
        ("PHIẾU GỬI", "Số: 15/PG-SNV"),
        ("PHIẾU BÁO", "Số: 15/PB-SNV"),
        ("GIẤY MỜI", "Số: 15/GM-SNV"),
        ("GIẤY ỦY QUYỀN", "Số: 15/GUQ-SNV"),
        ("BÁO CÁO", "Số: 15/BC-SNV"),
        ("TỜ TRÌNH", "Số: 15/TTr-SNV"),
        ("BẢN GHI NHỚ", "Số: 15/BGN-SNV"),
    ],
)
def test_a_paper_of_the_decree_is_judged(title: str, so: str) -> None:
    assert judge("tờ", form(title, so)).out_of_scope is None


# Specimen forms in an annex.


def annexed(*lines: str) -> bytes:
    """Return a plan with one appendix, in which `lines` stand in the middle, the state's name among them."""
    paper = Paper()
    paper.head(Head(("ỦY BAN NHÂN DÂN", "XÃ ĐÔNG HẢI"), "Số: 15/KH-UBND", "Đông Hải, ngày 05 tháng 3 năm 2026"))
    paper.title("KẾ HOẠCH", "Công tác văn thư năm 2026")
    paper.body("Các đơn vị báo cáo theo mẫu tại Phụ lục kèm theo Kế hoạch này./.")
    paper.signature(("Lưu: VT",), ("CHỦ TỊCH",), "Phạm Hoài Nam")
    paper.appendix("MẪU BÁO CÁO", "(Kèm theo Kế hoạch số 15/KH-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân xã Đông Hải)")
    for words in lines:
        paragraph(paper.document, words, Letters(14, bold=True), Shape("center"))
    return paper.bytes()


STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


@pytest.mark.parametrize(
    "lines",
    [
        (STATE, "BÁO CÁO", "Phụ lục"),
        (STATE, "BÁO CÁO", "PHỤ LỤC 2"),
        ("Mẫu số 01", "BÁO CÁO", "Phụ lục"),
        ("Mẫu số 01", "BÁO CÁO", "PHỤ LỤC SỐ LIỆU"),
        ("Biểu mẫu số 02", "Phụ lục", "Phụ lục"),
    ],
)
def test_a_specimen_s_appendix_is_not_the_paper_s(lines: tuple[str, ...]) -> None:
    assert len(read(annexed(*lines)).phu_luc) == 1


@pytest.mark.parametrize("lines", [("Phụ lục II",), ("Bảng số liệu", "Phụ lục II"), ("PHỤ LỤC SỐ LIỆU",)])
def test_an_appendix_behind_another_is_found(lines: tuple[str, ...]) -> None:
    assert len(read(annexed(*lines)).phu_luc) == 2


@pytest.mark.parametrize(
    ("lines", "severity"),
    [
        ((STATE, "Tôi tên là [họ và tên]"), Severity.NOTE),
        (("Mẫu số 01", "Đơn vị: [tên đơn vị]"), Severity.NOTE),
        (("Tôi tên là [họ và tên]",), Severity.ERROR),
        (("Tôi tên là [họ và tên]", STATE), Severity.ERROR),
    ],
)
def test_what_a_specimen_leaves_to_fill_in_is_noted(lines: tuple[str, ...], severity: Severity) -> None:
    assert [each.severity for each in judge("tờ", annexed(*lines)).findings if each.rule.id == "X11"] == [severity]


def test_a_numbered_row_goes_on_behind_a_specimen() -> None:
    paper = Paper()
    paper.head(Head(("ỦY BAN NHÂN DÂN", "XÃ ĐÔNG HẢI"), "Số: 15/QĐ-UBND", "Đông Hải, ngày 05 tháng 3 năm 2026"))
    paper.title("KẾ HOẠCH", "Công tác văn thư năm 2026")
    paper.body("Chi tiết tại Phụ lục I, II kèm theo./.")
    paper.signature(("Lưu: VT",), ("CHỦ TỊCH",), "Phạm Hoài Nam")
    paper.appendix("MẪU BÁO CÁO", ISSUED, "I")
    for words in (STATE, "BÁO CÁO", "Phụ lục"):
        paragraph(paper.document, words, Letters(14, bold=True), Shape("center"))
    paper.appendix("DANH MỤC", ISSUED, "II")
    assert [appendix.label.words for appendix in read(paper.bytes()).phu_luc if appendix.label] == ["Phụ lục I", "Phụ lục II"]


def test_a_decision_s_own_articles_are_no_subject() -> None:
    assert [line.words for line in read(quyet_dinh()).trich_yeu] == [
        "Về việc thành lập Ban Tổ chức Hội thi Tin học trẻ tỉnh Sóc Trăng năm 2024"
    ]


# Stamps and digital signatures: they were put on the paper and are no part of it.


def stamped(*lines: str) -> Callable[[Document], None]:
    """Return what anchors a box of red Arial `lines` in the first paragraph."""

    def change(document: Document) -> None:
        face = '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:color w:val="FF0000"/><w:sz w:val="20"/></w:rPr>'
        written = "".join(f"<w:p><w:r>{face}<w:t>{line}</w:t></w:r></w:p>" for line in lines)
        box = f"<w:pict><v:shape><v:textbox><w:txbxContent>{written}</w:txbxContent></v:textbox></v:shape></w:pict>"
        run = parse_xml(f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml">{box}</w:r>')
        document.tables[0].rows[0].cells[0].paragraphs[0]._p.append(run)

    return change


def signed_at_the_top(*lines: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        for line in lines:
            made = paragraph(document, line, Letters(10), Shape())
            document.element.body[0].addprevious(made._p)

    return change


@pytest.mark.parametrize("paper", [cong_van, ke_hoach, quyet_dinh, bao_cao])
@pytest.mark.parametrize(
    "change",
    [
        stamped("CÔNG VĂN ĐẾN", "Số: 1234", "Ngày: 05/3/2026", "Chuyển: VP"),
        stamped("SỞ NỘI VỤ", "ĐẾN Số: 1234", "Ngày: 05 tháng 3 năm 2026"),
        stamped("SAO Y", "Ngày 05 tháng 3 năm 2026"),
        stamped("Ký bởi: Sở Nội vụ", "Cơ quan: Tỉnh Sóc Trăng", "Ngày ký: 12-11-2026 08:15:22 +07:00"),
        signed_at_the_top("Người ký: Ủy ban nhân dân tỉnh", "Email: ubnd@soctrang.gov.vn", "Thời gian ký: 12.11.2026 08:15:22"),
    ],
)
def test_a_stamp_is_no_part_of_the_paper(paper: Callable[[], bytes], change: Callable[[Document], None]) -> None:
    assert judged(mutated(paper(), change)) == {}


def test_a_red_box_that_is_no_stamp_is_told() -> None:
    assert judged(mutated(cong_van(), stamped("Xem lại chỗ này"))).keys() == {"P04", "P05"}


def test_recipients_in_two_columns_inside_their_cell() -> None:
    data = (Path(__file__).parents[2] / "bench" / "corpus" / "papers" / "33_qd_khen_thuong_vien_dan.docx").read_bytes()
    assert [line.words for line in read(data).danh_sach] == ["- Như Điều 3;", "- Lưu: VT, CA."]
