"""A draft of which the month alone is known, that says which draft it is: on every paper of its year, and in the next year."""

import re
import zipfile
from pathlib import Path
from typing import Final

import docx
import openpyxl
import pytest

from docgen.check.anatomy import read_paper
from docgen.check.docview import open_view
from docgen.check.judging import judge
from docgen.cli.main import run
from tests.conftest import OFFICE, ROOT

PLAN: Final = """\
loai: kế hoạch
nam: 2024
so:
ngay: {day}
du_thao: {draft}
trich_yeu: Chuyển đổi số năm 2024
phan: [{{tieu_de: Nội dung, doan: "Nhiệm vụ tại Phụ lục kèm theo."}}]
noi_nhan: [Sở Y tế]
luu: VT, VX
phu_luc:
  - tieu_de: Nhiệm vụ
    nhiem_vu: [{{ten: Khám bệnh từ xa, chu_tri: Sở Y tế, thoi_gian: Quý II}}]
  - tieu_de: Lịch
    kem_theo: Ban hành kèm theo {{van_ban}} của Chủ tịch Ủy ban nhân dân tỉnh
    doan: Lịch làm việc.
cong_van: {{ngay: 2024-01, du_thao: lần 3}}
"""
ANSWERS: Final = "loai: kết quả thực hiện\nden_ngay: 2024-12-01\nngay: 12/2024\ndu_thao: có\n"
CITED: Final = "Kế hoạch số           /KH-UBND ngày        tháng 12 năm 2023"
NUMBERED: Final = "đã có {0} nên không in “{1}”; xóa du_thao, hoặc để trống {0} nếu còn là dự thảo"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "coquan.yaml").write_bytes(OFFICE.read_bytes())
    (tmp_path / "donvi.yaml").write_text("don_vi: [{ten: Sở Y tế}]\n", "utf-8")
    (tmp_path / "kehoach.yaml").write_text(PLAN.format(day="2023-12", draft="lần 2"), "utf-8")
    (tmp_path / "ketqua.yaml").write_text(ANSWERS, "utf-8")
    return tmp_path


def lines_of(paper: Path, style: str = "") -> list[str]:
    """Return the paragraphs of a paper in the order of the file, those of one style where it is named."""
    whole = docx.Document(str(paper))
    texts = [(one.style.name if one.style else "", one.text) for one in whole.iter_inner_content() if not hasattr(one, "rows")]
    cells = [
        (one.style.name if one.style else "", one.text)
        for table in whole.tables
        for row in table.rows
        for cell in row.cells
        for one in cell.paragraphs
    ]
    return [text for name, text in (*cells, *texts) if text and style in ("", name.removeprefix("ND30 "))]


def test_every_paper_says_what_is_known_and_leaves_room_for_the_day(folder: Path) -> None:
    plan, letter = str(folder / "kehoach.yaml"), folder / "cong-van" / "01-so-y-te.docx"
    assert [run([name, plan]) for name in ("kehoach", "congvan", "thuthap", "baocao")] == [0, 0, 0, 0]
    made = folder / "kehoach.docx"
    assert lines_of(made, "Địa danh thời gian") == ["Sóc Trăng, ngày        tháng 12 năm 2023"]
    assert lines_of(made, "Kèm theo") == [
        f"(Kèm theo {CITED} của Ủy ban nhân dân tỉnh Sóc Trăng)",
        f"(Ban hành kèm theo {CITED}\ncủa Chủ tịch Ủy ban nhân dân tỉnh)",
    ]
    assert lines_of(letter, "Địa danh thời gian") == ["Sóc Trăng, ngày        tháng 01 năm 2024"]
    assert lines_of(letter, "Nội dung")[0].startswith(f"Thực hiện {CITED} của Ủy ban nhân dân tỉnh Sóc Trăng về chuyển đổi số")
    assert lines_of(folder / "baocao.docx", "Địa danh thời gian") == ["Sóc Trăng, ngày        tháng 12 năm 2024"]
    assert any(f"Thực hiện {CITED} của" in line for line in lines_of(folder / "baocao.docx"))
    register = openpyxl.load_workbook(folder / "cong-van" / "so-dang-ky-van-ban-di.xlsx").worksheets[0]
    assert [cell.value for row in register.iter_rows() for cell in row if str(cell.value).endswith("/01/2024")] == [
        "        /01/2024"
    ]
    (form,) = folder.glob("bieu-mau*/*-so-y-te.xlsx")
    assert openpyxl.load_workbook(form).worksheets[0]["A3"].value == (
        "Thực hiện: Kế hoạch ngày        tháng 12 năm 2023 của Ủy ban nhân dân tỉnh Sóc Trăng: Chuyển đổi số năm 2024"
    )


def test_a_draft_says_so_below_its_number_and_what_stands_under_it(folder: Path) -> None:
    plan, letter = str(folder / "kehoach.yaml"), folder / "cong-van" / "01-so-y-te.docx"
    assert [run([name, plan]) for name in ("kehoach", "congvan", "baocao")] == [0, 0, 0]
    number = {
        paper.name: [one.text for one in docx.Document(str(paper)).tables[0].rows[1].cells[0].paragraphs]
        for paper in (folder / "kehoach.docx", letter, folder / "baocao.docx")
    }
    assert number == {
        "kehoach.docx": ["Số:           /KH-UBND", "DỰ THẢO LẦN 2"],
        "01-so-y-te.docx": ["Số:           /UBND-VX", "V/v thực hiện Kế hoạch\nchuyển đổi số năm 2024", "DỰ THẢO LẦN 3"],
        "baocao.docx": ["Số:           /BC-UBND", "DỰ THẢO"],
    }


@pytest.mark.parametrize("draft", ["lần 2", "lần 2, ngày 10/12/2023", "số 3 (lấy ý kiến)"])
def test_the_checker_takes_it_for_no_title_and_finds_no_fault(folder: Path, draft: str) -> None:
    plan, letter = str(folder / "kehoach.yaml"), folder / "cong-van" / "01-so-y-te.docx"
    text = PLAN.format(day="2023-12", draft=draft).replace("du_thao: lần 3", f"du_thao: '{draft}'")
    (folder / "kehoach.yaml").write_text(text, "utf-8")
    assert [run([name, plan]) for name in ("kehoach", "congvan", "baocao")] == [0, 0, 0]
    for paper, kind in ((folder / "kehoach.docx", "kế hoạch"), (letter, "công văn"), (folder / "baocao.docx", "báo cáo")):
        read = read_paper(paper.name, open_view(str(paper), paper.read_bytes()))
        assert (read.loai, read.is_draft) == (kind, True)
        assert [line.words for line in read.head.trich_yeu_cong_van if "DỰ THẢO" in line.words] == []
        assert [
            (one.rule.id, one.message) for one in judge(str(paper), paper.read_bytes()).findings if one.rule.id != "X11"
        ] == []


def test_with_a_number_it_is_gone_and_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = folder / "kehoach.yaml"
    text = PLAN.format(day="2024-01-15", draft="lần 2").replace("so:\n", "so: 7\n").replace("ngay: 2024-01,", "so_bat_dau: 9,")
    plan.write_text(text, "utf-8")
    (folder / "ketqua.yaml").write_text(ANSWERS.replace("ngay: 12/2024", "ngay: 2024-12-02\nso: 4"), "utf-8")
    assert [run([name, str(plan)]) for name in ("kehoach", "congvan", "baocao")] == [0, 0, 0]
    told = [line.replace(f"{folder}/", "") for line in capsys.readouterr().err.splitlines() if "DỰ THẢO" in line]
    assert told == [
        f"Lưu ý: kehoach.yaml:5:10: {NUMBERED.format('so', 'DỰ THẢO LẦN 2')}",
        f"Lưu ý: kehoach.yaml:16:36: {NUMBERED.format('so_bat_dau', 'DỰ THẢO LẦN 3')}",
        f"Lưu ý: ketqua.yaml:5:10: {NUMBERED.format('so', 'DỰ THẢO')}",
    ]
    papers = (folder / "kehoach.docx", folder / "cong-van" / "01-so-y-te.docx", folder / "baocao.docx")
    assert not any("DỰ THẢO" in line for paper in papers for line in lines_of(paper))
    assert lines_of(folder / "kehoach.docx", "Kèm theo")[1] == (
        "(Ban hành kèm theo Kế hoạch số 07/KH-UBND ngày 15 tháng 01 năm 2024\ncủa Chủ tịch Ủy ban nhân dân tỉnh)"
    )


def test_without_it_a_draft_is_as_before(folder: Path) -> None:
    plan = folder / "kehoach.yaml"
    assert run(["kehoach", str(plan), "-o", str(folder / "a.docx")]) == 0
    plan.write_text(PLAN.format(day="2023-12", draft="không"), "utf-8")
    assert run(["kehoach", str(plan), "-o", str(folder / "b.docx")]) == 0
    with zipfile.ZipFile(folder / "a.docx") as with_it, zipfile.ZipFile(folder / "b.docx") as without:
        marked, plain = (package.read("word/document.xml").decode() for package in (with_it, without))
    paragraph = re.compile(r"<w:p>(?:(?!</w:p>).)*DỰ THẢO LẦN 2.*?</w:p>")
    assert paragraph.sub("", marked) == plain


def test_next_year_begins_without_day_and_draft(folder: Path) -> None:
    plan = folder / "2024" / "kehoach.yaml"
    plan.parent.mkdir()
    plan.write_text(PLAN.format(day="12/2023", draft="lần 2"), "utf-8")
    review = folder / "ra-soat.md"
    assert run(["chuyennam", str(plan), "2025", "--ra-soat", str(review)]) == 0
    rolled = (folder / "2025" / "kehoach.yaml").read_text("utf-8")
    assert rolled.splitlines()[2:5] == ["so:", "ngay:", "du_thao:"]
    assert "cong_van: {ngay: ~, du_thao: ~}" in rolled
    assert "kem_theo: Ban hành kèm theo {van_ban} của Chủ tịch Ủy ban nhân dân tỉnh\n" in rolled
    assert "lần dự thảo của văn bản năm trước" in review.read_text("utf-8")


def test_what_an_appendix_lacks_is_told_where_it_stands_in_the_data(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = folder / "kehoach.yaml"
    plan.write_text(PLAN.format(day="2023-12", draft="có").replace(" của Chủ tịch Ủy ban nhân dân tỉnh", ""), "utf-8")
    assert run(["kehoach", str(plan)]) == 0
    (said,) = capsys.readouterr().err.replace(f"{folder}/", "").splitlines()
    assert said.startswith("Lưu ý: kehoach.yaml:14:15: đoạn ")
    assert "Dòng “Kèm theo” thiếu tên cơ quan (của …) của văn bản chính" in said


def test_a_template_without_it_is_named_only_where_it_would_be_printed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan, old = folder / "kehoach.yaml", folder / "mau.docx"
    own = ROOT / "templates" / "congvan.docx"
    with zipfile.ZipFile(own) as source, zipfile.ZipFile(old, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            target.writestr(entry, data.replace(b"du_thao", b"ho_ten") if entry.filename == "word/document.xml" else data)
    said = []
    for text in (PLAN, PLAN.replace("ngay: 2024-01,", "so_bat_dau: 9,")):
        plan.write_text(text.format(day="2023-12", draft=""), "utf-8")
        assert run(["congvan", str(plan), "--mau", str(old), "--ghi-de"]) == 0
        said.append("mẫu này không in mục “du_thao”" in capsys.readouterr().err)
    assert said == [True, False]
