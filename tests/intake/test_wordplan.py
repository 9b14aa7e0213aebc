"""A whole Word plan to the data of an office's folder: everything in its key, nothing lost, what is doubtful asked."""

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.table import _Cell

import docgen
from docgen.check.docview import open_view
from docgen.cli import main as cli
from docgen.data.yamlfile import load
from tests.conftest import ROOT, SAMPLE


def centred(cell: _Cell, lines: Sequence[tuple[str, bool]]) -> None:
    for number, (words, bold) in enumerate(lines):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(words).bold = bold


def head(document: Document, number: str = "Số: 15/KH-SNV", day: str = "Cần Thơ, ngày 05 tháng 02 năm 2025") -> None:
    left, right = document.add_table(1, 2).rows[0].cells
    centred(left, [("UBND THÀNH PHỐ CẦN THƠ", False), ("SỞ NỘI VỤ", True), (number, False)])
    centred(right, [("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True), ("Độc lập - Tự do - Hạnh phúc", True), (day, False)])
    for words in ("KẾ HOẠCH", "Cải cách hành chính năm 2025"):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(words).bold = True


def foot(document: Document) -> None:
    left, right = document.add_table(1, 2).rows[0].cells
    left.text = "Nơi nhận:\n- UBND thành phố (để b/c);\n- Các phòng, đơn vị thuộc Sở;\n- Lưu: VT, CCHC."
    centred(right, [("KT. GIÁM ĐỐC", True), ("PHÓ GIÁM ĐỐC", True), ("", False), ("Trần Thị Bình", True)])


def line(document: Document, words: str, *, bold: bool = False) -> None:
    document.add_paragraph().add_run(words).bold = bold


def body(document: Document) -> None:
    line(document, "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;")
    line(document, "Sở Nội vụ ban hành Kế hoạch cải cách hành chính năm 2025 như sau:")
    line(document, "I. MỤC ĐÍCH, YÊU CẦU", bold=True)
    line(document, "1. Mục đích", bold=True)
    line(document, "- Nâng cao chất lượng phục vụ người dân.")
    line(document, "+ Giảm thời gian chờ.")
    paragraph = document.add_paragraph()
    paragraph.add_run("2. Thời gian:").bold = True
    paragraph.add_run(" Trong năm 2025.")
    line(document, "II. NHIỆM VỤ", bold=True)
    line(document, "1. Rà soát thủ tục hành chính, công bố trước ngày 30/6/2025.")
    line(document, "a) Rà soát.")
    line(document, "III. TỔ CHỨC THỰC HIỆN", bold=True)
    line(document, "1. Văn phòng Sở chủ trì, tổng hợp báo cáo.")
    line(document, "Trên đây là Kế hoạch cải cách hành chính năm 2025 của Sở Nội vụ./.")


@pytest.fixture
def imported(tmp_path: Path) -> Callable[[Document], tuple[docgen.Imported, dict[str, Any]]]:
    """Return a function that imports a document; the plan is read again from the file that it makes."""

    def taken(document: Document) -> tuple[docgen.Imported, dict[str, Any]]:
        document.save(str(tmp_path / "kh.docx"))
        made = docgen.import_plan(tmp_path / "kh.docx", out=tmp_path / "vp")
        made.save()
        return made, load(made.plan).value

    return taken


Taken = Callable[[Document], tuple[docgen.Imported, dict[str, Any]]]


def plan() -> Document:
    document = docx.Document()
    head(document)
    body(document)
    foot(document)
    return document


def test_everything_comes_into_its_key(imported: Taken) -> None:
    made, data = imported(plan())
    office = made.data["coquan"]
    assert (office["ten"], office["viet_tat"], office["dia_danh"]) == ("Sở Nội vụ", "SNV", "Cần Thơ")
    assert office["co_quan_chu_quan"] == "UBND thành phố Cần Thơ"
    assert office["ky"] == {"quyen_han": ["KT. GIÁM ĐỐC"], "chuc_vu": "PHÓ GIÁM ĐỐC", "ho_ten": "Trần Thị Bình"}
    assert {key: data[key] for key in ("nam", "so", "ngay", "trich_yeu", "luu")} == {
        "nam": "2025",
        "so": "15",
        "ngay": "2025-02-05",
        "trich_yeu": "Cải cách hành chính năm 2025",
        "luu": "VT, CCHC",
    }
    assert data["can_cu"] == ["Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"]
    assert data["mo_dau"] == ["Sở Nội vụ ban hành Kế hoạch cải cách hành chính năm 2025 như sau:"]
    assert data["noi_nhan"] == ["UBND thành phố (để b/c)", "Các phòng, đơn vị thuộc Sở"]
    assert data["ket_thuc"] == ["Trên đây là Kế hoạch cải cách hành chính năm 2025 của Sở Nội vụ."]
    assert data["phan"] == [
        {
            "tieu_de": "MỤC ĐÍCH, YÊU CẦU",
            "muc": [
                {
                    "tieu_de": "Mục đích",
                    "y": [{"noi_dung": "Nâng cao chất lượng phục vụ người dân.", "cong": ["Giảm thời gian chờ."]}],
                },
                {"tieu_de": "Thời gian", "cung_dong": "Trong năm 2025."},
            ],
        },
        {
            "tieu_de": "NHIỆM VỤ",
            "muc": [{"doan": "Rà soát thủ tục hành chính, công bố trước ngày 30/6/2025.", "khoan": [{"doan": "Rà soát."}]}],
        },
        {"tieu_de": "TỔ CHỨC THỰC HIỆN", "muc": [{"doan": "Văn phòng Sở chủ trì, tổng hợp báo cáo."}]},
    ]


def test_what_was_guessed_is_asked(imported: Taken) -> None:
    made, _ = imported(plan())
    assert [question.message for question in made.questions] == [
        "“UBND THÀNH PHỐ CẦN THƠ” viết chữ thường là “UBND thành phố Cần Thơ”, do docgen đoán"
    ]


def test_each_piece_of_the_paper_has_its_place(imported: Taken) -> None:
    made, _ = imported(plan())
    (piece,) = [one for one in made.places if one.words == "a) Rà soát."]
    line_in_file = made.plan.read_text("utf-8").split("\n")[(piece.target.line or 0) - 1]
    assert line_in_file.strip() == "a) Rà soát."
    assert [one.words for one in made.not_carried] == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "KẾ HOẠCH",
    ]
    assert {one.why for one in made.not_carried} == {"docgen tự in"}


def test_tables_become_tasks_where_they_are_and_free_tables_else(imported: Taken) -> None:
    document = docx.Document()
    head(document)
    body(document)
    foot(document)
    document.add_page_break()
    for words in ("PHỤ LỤC", "NHIỆM VỤ NĂM 2025"):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(words).bold = True
    rows = [["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian"], ["1", "Tập huấn", "Văn phòng Sở", "Quý I"]]
    other = [["Chỉ tiêu", "Số lượng"], ["Lớp tập huấn", "3"]]
    for table in (rows, other):
        made_table = document.add_table(len(table), len(table[0]))
        for row, texts in zip(made_table.rows, table, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        document.add_paragraph("Ghi chú dưới bảng.")
    made, data = imported(document)
    (appendix,) = data["phu_luc"]
    assert appendix["tieu_de"] == "NHIỆM VỤ NĂM 2025"
    assert [sorted(set(block) - {"ten_cot"}) for block in appendix["noi_dung"]] == [["nhiem_vu"], ["doan"], ["bang"], ["doan"]]
    assert appendix["noi_dung"][0]["nhiem_vu"][0]["chu_tri"] == "Văn phòng Sở"
    assert appendix["noi_dung"][2]["bang"] == [{"cot": ["Chỉ tiêu", "Số lượng"], "dong": [["Lớp tập huấn", "3"]]}]
    assert made.data["donvi"]["don_vi"][0] == {"ten": "Văn phòng Sở"}


def test_docgens_own_paper_comes_back_word_for_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["kehoach", str(SAMPLE), "-o", str(tmp_path / "kh.docx")]) == 0
    capsys.readouterr()
    assert cli.run(["nhap", str(tmp_path / "kh.docx"), "-o", str(tmp_path / "vp"), "--doi-chieu", str(tmp_path / "dc.html")]) == 0
    told = capsys.readouterr().err
    assert "Đã nhập: 2.396 trên 2.396 chữ, 1 việc cần quyết định." in told
    assert "2023/kehoach.yaml:" in (tmp_path / "dc.html").read_text("utf-8").replace("\\", "/")
    made, own = load(tmp_path / "vp" / "2023" / "kehoach.yaml").value, load(SAMPLE).value
    assert made["can_cu"] == own["can_cu"]
    assert made["noi_nhan"] == own["noi_nhan"]


@pytest.mark.parametrize("name", ["dinh-dang", "khoi", "phan-viec", "so"])
def test_a_paper_of_every_construct_comes_back_and_makes_the_same_paper(name: str, tmp_path: Path) -> None:
    source = ROOT / "tests" / "plans" / name / "kehoach.yaml"
    made = docgen.make_plan(source)
    made.save(tmp_path / "kh.docx", despite_errors=True)
    taken = docgen.import_plan(tmp_path / "kh.docx", out=tmp_path / "vp")
    taken.save()
    again = docgen.make_plan(taken.plan)
    assert words_of(again.data) == words_of(made.data)


def words_of(data: bytes) -> list[str]:
    paragraphs = open_view("", data).paragraphs
    return [paragraph.words.casefold() for paragraph in paragraphs if paragraph.words]


def test_what_runs_on_behind_a_heading_is_not_bold() -> None:
    made = docgen.make_plan(ROOT / "tests" / "plans" / "khoi" / "kehoach.yaml").data
    run_on = [one for one in open_view("", made).paragraphs if one.style == "ND30 Mục chạy dòng"]
    assert {one.whole.share("bold") for one in run_on} == {"some"}


def test_a_footnote_comes_with_the_words_that_call_for_it(imported: Taken) -> None:
    source = ROOT / "tests" / "plans" / "dinh-dang" / "kehoach.yaml"
    notes: Any = load(source).value["chu_thich"]
    document = docx.Document(io.BytesIO(docgen.make_plan(source).data))
    _, data = imported(document)
    assert set(data["chu_thich"].values()) == set(notes.values())


def test_the_mark_of_a_draft_and_a_month_alone_are_read(imported: Taken) -> None:
    document = docx.Document()
    head(document, "Số:        /KH-SNV", "Cần Thơ, ngày     tháng 02 năm 2025")
    document.tables[0].rows[0].cells[0].add_paragraph("DỰ THẢO LẦN 2")
    body(document)
    foot(document)
    _, data = imported(document)
    assert (data["so"], data["ngay"], data["du_thao"]) == (None, "2025-02", "LẦN 2")


def test_a_number_without_its_day_is_asked_about(imported: Taken) -> None:
    document = docx.Document()
    head(document, day="Cần Thơ, ngày     tháng 02 năm 2025")
    body(document)
    foot(document)
    made, data = imported(document)
    assert (data["so"], data["ngay"]) == ("15", None)
    assert "văn bản có số mà ngày chưa đủ nên để trống ngày" in [question.message for question in made.questions]


def test_a_second_run_keeps_what_is_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan().save(str(tmp_path / "kh.docx"))
    assert cli.run(["nhap", str(tmp_path / "kh.docx"), "-o", str(tmp_path / "vp")]) == 0
    office = tmp_path / "vp" / "coquan.yaml"
    office.write_text(office.read_text("utf-8") + "# của tôi\n", "utf-8")
    (tmp_path / "vp" / "donvi.yaml").unlink()
    before = office.read_bytes()
    capsys.readouterr()
    assert cli.run(["nhap", str(tmp_path / "kh.docx"), "-o", str(tmp_path / "vp")]) == 0
    said = capsys.readouterr()
    assert said.err.count("tệp này đã có nên giữ nguyên") == 2
    assert said.out.splitlines() == [str(tmp_path / "vp" / "donvi.yaml")]
    assert office.read_bytes() == before


def test_one_command_leads_to_next_years_plan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan().save(str(tmp_path / "kh.docx"))
    assert cli.run(["chuyennam", str(tmp_path / "kh.docx"), "2026", "--vao", str(tmp_path / "vp")]) == 0, capsys.readouterr().err
    draft = load(tmp_path / "vp" / "2026" / "kehoach.yaml").value
    assert (draft["nam"], draft["so"], draft["trich_yeu"]) == ("2026", None, "Cải cách hành chính năm 2026")


@pytest.mark.parametrize(("title", "said"), [("BÁO CÁO", "đây là báo cáo"), ("QUYẾT ĐỊNH", "đây là quyết định")])
def test_other_papers_are_refused_in_words(title: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = plan()
    next(one for one in document.paragraphs if one.text == "KẾ HOẠCH").runs[0].text = title
    document.save(str(tmp_path / "kh.docx"))
    assert cli.run(["nhap", str(tmp_path / "kh.docx"), "-o", str(tmp_path / "vp")]) == 3
    assert said in capsys.readouterr().err
    assert not (tmp_path / "vp").exists()


def test_a_comparison_needs_a_name_of_its_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan().save(str(tmp_path / "kh.docx"))
    assert cli.run(["nhap", str(tmp_path / "kh.docx"), "--doi-chieu", str(tmp_path / "dc.txt")]) == 2
    assert "phải có đuôi .html hoặc .md" in capsys.readouterr().err


def test_pluses_without_a_dash_above_them_are_the_items(imported: Taken) -> None:
    document = docx.Document()
    head(document)
    line(document, "I. NỘI DUNG", bold=True)
    line(document, "1. Pháp luật", bold=True)
    for words in ("+ Hiến pháp;", "+ Luật Trẻ em;", "- Nghị định;", "+ Điều 2."):
        line(document, words)
    foot(document)
    _, data = imported(document)
    (section,) = data["phan"][0]["muc"]
    assert section["y"] == ["Hiến pháp;", "Luật Trẻ em;", {"noi_dung": "Nghị định;", "cong": ["Điều 2."]}]


def test_who_drafted_it_and_how_many_copies_stay_in_the_filing_line(imported: Taken) -> None:
    document = plan()
    cell = document.tables[-1].rows[0].cells[0]
    cell.text = ""
    for words in ("Nơi nhận:", "- UBND thành phố;", "- Lưu: VT, CCHC.", "Nam.15b"):
        cell.add_paragraph(words)
    _, data = imported(document)
    assert data["luu"] == "VT, CCHC, Nam.15b"


def test_a_signer_without_a_name_is_a_blank(imported: Taken) -> None:
    document = plan()
    cell = document.tables[-1].rows[0].cells[1]
    cell.paragraphs[-1].runs[0].text = ""
    made, _ = imported(document)
    assert made.data["coquan"]["ky"]["ho_ten"] == "[cần điền họ tên người ký]"


@pytest.mark.parametrize(
    ("lines", "signs"),
    [
        (["Q. GIÁM ĐỐC"], {"chuc_vu": "Q. GIÁM ĐỐC"}),
        (["TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"], {"quyen_han": ["TM. ỦY BAN NHÂN DÂN"], "chuc_vu": "Q. CHỦ TỊCH"}),
        (["KT. GIÁM ĐỐC"], {"quyen_han": ["KT. GIÁM ĐỐC"], "chuc_vu": "[cần điền chức vụ người ký]"}),
    ],
)
def test_a_signer_always_has_a_title(lines: list[str], signs: dict[str, Any], imported: Taken) -> None:
    document = docx.Document()
    head(document)
    body(document)
    left, right = document.add_table(1, 2).rows[0].cells
    left.text = "Nơi nhận:\n- Lưu: VT, CCHC."
    centred(right, [*((line, True) for line in lines), ("", False), ("Trần Thị Bình", True)])
    made, _ = imported(document)
    office = made.data["coquan"]["ky"]
    assert {key: value for key, value in office.items() if value} == {**signs, "ho_ten": "Trần Thị Bình"}
    docgen.make_plan(made.plan)


@pytest.mark.parametrize(
    "words", ["Yêu cầu toàn thể cán bộ nghiêm túc thực hiện Kế hoạch này.", "Sở Nội vụ đề nghị các cơ quan phối hợp./."]
)
def test_closing_sentences_are_known_without_this_is_the_plan(words: str, imported: Taken) -> None:
    document = docx.Document()
    head(document)
    line(document, "I. TỔ CHỨC THỰC HIỆN", bold=True)
    line(document, "1. Văn phòng Sở chủ trì, tổng hợp báo cáo.")
    line(document, words)
    foot(document)
    _, data = imported(document)
    assert data["ket_thuc"] == [words.replace("./.", ".")]


def test_articles_are_parts_and_a_third_number_a_level_of_its_own(imported: Taken) -> None:
    document = docx.Document()
    head(document)
    line(document, "Điều 1. Mục đích", bold=True)
    line(document, "1. Nâng cao chất lượng.")
    line(document, "Điều 2. Kinh phí", bold=True)
    line(document, "Ngân sách bảo đảm.")
    foot(document)
    _, data = imported(document)
    assert [part["tieu_de"] for part in data["phan"]] == ["Mục đích", "Kinh phí"]
    assert data["phan"][0]["muc"] == [{"doan": "Nâng cao chất lượng."}]


def test_a_paper_laid_out_in_one_cell_and_set_between_two_sizes_is_read(imported: Taken) -> None:
    document = docx.Document()
    head(document)
    cell = document.add_table(1, 1).rows[0].cells[0]
    for words in ("I. MỤC ĐÍCH", "1. Nâng cao chất lượng phục vụ.", "a) Giảm thời gian chờ.", "2. Công khai thủ tục."):
        run = cell.add_paragraph().add_run(words)
        run.bold, run.font.size = words.startswith("I."), Pt(13.5)
    foot(document)
    made, data = imported(document)
    (part,) = data["phan"]
    assert [section["doan"] for section in part["muc"]] == ["Nâng cao chất lượng phục vụ.", "Công khai thủ tục."]
    assert "co_chu" not in made.data["coquan"]["trinh_bay"]


def test_words_that_no_key_is_for_are_told_with_their_place(imported: Taken) -> None:
    document = docx.Document()
    head(document)
    document.tables[0].rows[0].cells[0].add_paragraph("V/v cải cách hành chính")
    body(document)
    foot(document)
    made, _ = imported(document)
    assert [str(told).partition("kh.docx: ")[2] for told in made.warnings] == [
        "bảng 1, dòng 1, cột 1: “V/v cải cách hành chính” không có chỗ trong dữ liệu nên không nhập"
    ]


def test_a_part_whose_number_stands_alone_is_named_by_the_line_below(tmp_path: Path) -> None:
    document = docx.Document()
    head(document)
    line(document, "Sở Nội vụ ban hành Kế hoạch như sau:")
    for words in ("Phần thứ nhất", "KẾT QUẢ NĂM 2024"):
        line(document, words, bold=True)
    line(document, "I. Kết quả", bold=True)
    document.add_paragraph("Đạt 95%.")
    for words in ("Phần thứ hai", "NHIỆM VỤ NĂM 2025,", "TỔ CHỨC THỰC HIỆN"):
        line(document, words, bold=True)
    document.add_paragraph("1. Văn phòng Sở: tổng hợp.")
    document.add_paragraph("2. Thanh tra Sở: kiểm tra.")
    foot(document)
    document.save(str(tmp_path / "kh.docx"))
    made = docgen.import_plan(tmp_path / "kh.docx", out=tmp_path / "vp")
    assert made.data["kehoach"]["phan"].split("\n") == [
        "I. KẾT QUẢ NĂM 2024",
        "1. Kết quả",
        "Đạt 95%.",
        "II. NHIỆM VỤ NĂM 2025, TỔ CHỨC THỰC HIỆN",
        "1. Văn phòng Sở: tổng hợp.",
        "2. Thanh tra Sở: kiểm tra.",
    ]


def test_a_plan_of_one_table_has_one_part_without_a_title(tmp_path: Path) -> None:
    document = docx.Document()
    head(document)
    line(document, "Sở Nội vụ ban hành Kế hoạch như sau:")
    table = document.add_table(3, 3)
    for cell, text in zip(
        table._cells,
        ["Tháng", "Nội dung", "Phụ trách", "9/2025", "Khai giảng", "Văn phòng Sở", "10/2025", "Hội thi", "Thanh tra Sở"],
        strict=True,
    ):
        cell.text = text
    foot(document)
    document.save(str(tmp_path / "kh.docx"))
    made = docgen.import_plan(tmp_path / "kh.docx", out=tmp_path / "vp")
    made.save()
    assert [one.message for one in made.questions if "phần" in one.message] == []
    (part,) = made.data["kehoach"]["phan"]
    assert part["tieu_de"] == ""
    assert [task["thoi_gian"] for task in part["nhiem_vu"]] == ["9/2025", "10/2025"]
    printed = [paragraph.words for paragraph in open_view("", docgen.make_plan(made.plan).data).paragraphs]
    assert not any(words.startswith("I. ") for words in printed)
