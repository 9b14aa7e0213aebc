"""What the head of a plan says: names in capitals as they are written, a subject without the mark of letters."""

from pathlib import Path

import docx
import pytest

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
