"""What the head of a plan says: names in capitals as they are written, a subject without the mark of letters."""

from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

import docgen
from tests.intake.test_wordplan import body, foot, head


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("MẶT TRẬN TỔ QUỐC VIỆT NAM\nXÃ QUỲNH AN", "Mặt trận Tổ quốc Việt Nam xã Quỳnh An"),
        ("SỞ LAO ĐỘNG - THƯƠNG BINH\nVÀ XÃ HỘI", "Sở Lao động - Thương binh và Xã hội"),
        ("SỞ VĂN HÓA, THỂ THAO\nVÀ DU LỊCH", "Sở Văn hóa, Thể thao và Du lịch"),
        ("CHI CỤC THUẾ KHU VỰC XIV", "Chi cục Thuế khu vực XIV"),
        ("TRƯỜNG TRUNG HỌC CƠ SỞ\nNGUYỄN DU", "Trường Trung học cơ sở Nguyễn Du"),
    ],
)
def test_an_office_in_capitals_is_written_as_names_are(typed: str, written: str, tmp_path: Path) -> None:
    document = docx.Document()
    head(document)
    (name,) = [each for cell in document.tables[0]._cells for each in cell.paragraphs if each.text == "SỞ NỘI VỤ"]
    name.runs[0].text = typed
    body(document)
    foot(document)
    document.save(str(tmp_path / "kh.docx"))
    assert docgen.import_plan(tmp_path / "kh.docx", out=tmp_path / "vp").data["coquan"]["ten"] == written


def test_a_subject_keeps_no_mark_of_letters(tmp_path: Path) -> None:
    document = docx.Document()
    head(document)
    document.paragraphs[-1].runs[0].text = "V/v cải cách hành chính năm 2025"
    body(document)
    foot(document)
    document.save(str(tmp_path / "kh.docx"))
    made = docgen.import_plan(tmp_path / "kh.docx", out=tmp_path / "vp")
    assert made.data["kehoach"]["trich_yeu"] == "Cải cách hành chính năm 2025"


def test_recipients_without_dashes_are_a_line_each(tmp_path: Path) -> None:
    document = docx.Document()
    head(document)
    body(document)
    foot(document)
    cell = document.tables[-1].cell(0, 0)
    cell.text = "Nơi nhận:\nUBND thành phố (để b/c);\nCác phòng, đơn vị\nthuộc Sở;\nLưu: VT, CCHC."
    document.save(str(tmp_path / "kh.docx"))
    made = docgen.import_plan(tmp_path / "kh.docx", out=tmp_path / "vp")
    assert made.data["kehoach"]["noi_nhan"] == ["UBND thành phố (để b/c)", "Các phòng, đơn vị thuộc Sở"]
    assert made.data["kehoach"]["luu"] == "VT, CCHC"


def test_days_without_a_zero_and_dates_with_strokes_are_read_and_nothing_is_lost(tmp_path: Path) -> None:
    for day in ("Cần Thơ, ngày 5 tháng 2 năm 2025", "Cần Thơ, ngày 5/2/2025"):
        document = docx.Document()
        head(document, day=day)
        body(document)
        foot(document)
        document.save(str(tmp_path / "kh.docx"))
        made = docgen.import_plan(tmp_path / "kh.docx", out=tmp_path / "vp")
        assert (made.data["kehoach"]["ngay"], made.data["coquan"]["dia_danh"]) == ("2025-02-05", "Cần Thơ")


@pytest.mark.parametrize(("typed", "form"), [("KT/ GIÁM ĐỐC", "KT. GIÁM ĐỐC"), ("T/M BAN GIÁM ĐỐC", "TM. BAN GIÁM ĐỐC")])
def test_a_form_of_authority_is_written_as_the_decree_does(typed: str, form: str, tmp_path: Path) -> None:
    document = docx.Document()
    head(document)
    body(document)
    foot(document)
    (line,) = [each for each in document.tables[-1].cell(0, 1).paragraphs if each.text == "KT. GIÁM ĐỐC"]
    line.runs[0].text = typed
    document.save(str(tmp_path / "kh.docx"))
    assert docgen.import_plan(tmp_path / "kh.docx", out=tmp_path / "vp").data["coquan"]["ky"]["quyen_han"] == [form]


@pytest.mark.parametrize("label", ["PHỤ LỤC 01/KH", "BIỂU SỐ 01", "Phụ lục số 1A"])
def test_an_appendix_may_be_called_in_other_ways(label: str, tmp_path: Path) -> None:
    document = docx.Document()
    head(document)
    body(document)
    foot(document)
    document.add_page_break()
    for words in (label, "DANH MỤC NHIỆM VỤ", "(Kèm theo Kế hoạch số 15/KH-SNV ngày 05/02/2025 của Sở Nội vụ)"):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(words).bold = True
    document.add_paragraph("Rà soát văn bản.")
    document.save(str(tmp_path / "kh.docx"))
    (appendix,) = docgen.import_plan(tmp_path / "kh.docx", out=tmp_path / "vp").data["kehoach"]["phu_luc"]
    assert appendix["tieu_de"] == "DANH MỤC NHIỆM VỤ"


@pytest.mark.parametrize("number", ["Số: 15/KH-SNV", "Số: 15-KH/SNV", "Số: 15/2025/KH-SNV", "Số: 15/KH - SNV"])
def test_the_letters_of_the_office_stand_last_in_the_symbol(number: str, tmp_path: Path) -> None:
    document = docx.Document()
    head(document, number)
    body(document)
    foot(document)
    document.save(str(tmp_path / "kh.docx"))
    assert docgen.import_plan(tmp_path / "kh.docx", out=tmp_path / "vp").data["coquan"]["viet_tat"] == "SNV"


def test_marks_before_recipients_and_items_are_docgens_to_set(tmp_path: Path) -> None:
    document = docx.Document()
    head(document)
    body(document)
    document.add_paragraph("- → Báo cáo kết quả __ hằng tháng **ngay [^9].")
    foot(document)
    cell = document.tables[-1].cell(0, 0)
    cell.text = "Nơi nhận:\n→ UBND thành phố;\n● Các phòng;\n- Lưu: VT, CCHC."
    document.save(str(tmp_path / "kh.docx"))
    made = docgen.import_plan(tmp_path / "kh.docx", out=tmp_path / "vp")
    assert made.data["kehoach"]["noi_nhan"] == ["UBND thành phố", "Các phòng"]
    assert "- Báo cáo kết quả __ hằng tháng ** ngay [ ^9]." in made.data["kehoach"]["phan"]


def test_a_dash_alone_among_the_bases_and_and_so_on_alone_lose_nothing(tmp_path: Path) -> None:
    document = docx.Document()
    head(document)
    body(document)
    foot(document)
    document.paragraphs[2].insert_paragraph_before("-")  # the first basis stands there
    document.paragraphs[4].insert_paragraph_before("Căn cứ Luật Cán bộ, công chức;")
    document.paragraphs[5].insert_paragraph_before("–")
    next(each for each in document.paragraphs if each.text.startswith("I. ")).insert_paragraph_before("V.v.")
    document.save(str(tmp_path / "kh.docx"))
    made = docgen.import_plan(tmp_path / "kh.docx", out=tmp_path / "vp").data["kehoach"]
    assert made["can_cu"] == ["Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025", "Luật Cán bộ, công chức"]
    assert made["mo_dau"][-1] == "V.v."
