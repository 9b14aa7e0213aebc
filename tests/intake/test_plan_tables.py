"""What of a table of tasks docgen sets itself: numbers, signs for "the same", headings again; a plan with them is not refused."""

from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.table import Table

import docgen
from docgen.data.yamlfile import load
from tests.intake.test_wordplan import body, foot, head

HEADS = ["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian"]


def table(document: Document, rows: list[list[str]]) -> Table:
    made: Table = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return made


def plan(*tables: list[list[str]], between: str = "") -> Document:
    document = docx.Document()
    head(document)
    body(document)
    foot(document)
    document.add_page_break()
    for words in ("PHỤ LỤC", "NHIỆM VỤ NĂM 2025"):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(words).bold = True
    for number, rows in enumerate(tables):
        if number and between:
            document.add_paragraph(between)
        table(document, rows)
    return document


def taken(document: Document, folder: Path) -> tuple[docgen.Imported, dict[str, Any]]:
    document.save(str(folder / "kh.docx"))
    made = docgen.import_plan(folder / "kh.docx", out=folder / "vp")
    made.save()
    data: Any = load(made.plan).value
    return made, data["phu_luc"][0]


def left(made: docgen.Imported) -> list[tuple[str, str]]:
    return [(one.words, one.why) for one in made.not_carried if one.why != "docgen tự in"]


def test_groups_that_are_named_by_a_number_keep_their_names(tmp_path: Path) -> None:
    rows = [HEADS, ["I", "NHÓM 1", "", ""], ["1", "Tập huấn", "Văn phòng Sở", "Quý I"]]
    rows += [["II", "Nhóm B: Sau", "", ""], ["1", "Tổng kết", "Văn phòng Sở", "Quý IV"]]
    rows += [["", "Phần III. Cuối", "", ""], ["1", "Báo cáo", "Văn phòng Sở", "Quý IV"]]
    made, appendix = taken(plan(rows), tmp_path)
    assert [group["tieu_de"] for group in appendix["nhom_nhiem_vu"]] == ["NHÓM 1", "Nhóm B: Sau", "Cuối"]
    assert left(made) == []


def test_a_table_of_tasks_that_comes_in_as_a_free_one_is_told(tmp_path: Path) -> None:
    rows = [
        [*HEADS, "Ghi chú", "Sản phẩm", "Kinh phí", "Mã số dự án"],
        ["1", "Tập huấn", "Văn phòng", "Quý I", "a", "b", "c", "Alpha"],
    ]
    made, appendix = taken(plan(rows), tmp_path)
    assert "bang" in appendix
    assert [one.message for one in made.warnings] == [
        "đọc bảng thành nhiệm vụ thì sót “mã số dự án alpha” nên nhập thành bảng thường, không giao việc; "
        "muốn giao thì ghi thành nhiem_vu"
    ]


def test_numbers_that_run_through_the_groups_are_set_anew(tmp_path: Path) -> None:
    rows = [HEADS, ["A", "TRƯỚC", "", ""], ["1", "Tập huấn", "Văn phòng Sở", "Quý I"]]
    rows += [["B", "SAU", "", ""], ["2", "Tổng kết", "Văn phòng Sở", "Quý IV"]]
    made, appendix = taken(plan(rows), tmp_path)
    assert [group["tieu_de"] for group in appendix["nhom_nhiem_vu"]] == ["TRƯỚC", "SAU"]
    assert [task["ten"] for group in appendix["nhom_nhiem_vu"] for task in group["nhiem_vu"]] == ["Tập huấn", "Tổng kết"]
    assert left(made) == []


@pytest.mark.parametrize("sign", ["nt", "-nt-", "Như trên", "//"])
def test_a_sign_for_the_same_is_no_word(sign: str, tmp_path: Path) -> None:
    rows = [HEADS, ["1", "Tập huấn", "Văn phòng Sở", "Quý I"], ["2", "Tổng kết", sign, "Quý IV"]]
    made, appendix = taken(plan(rows), tmp_path)
    assert [task["chu_tri"] for task in appendix["nhiem_vu"]] == ["Văn phòng Sở", "như trên"]
    assert left(made) == []


def test_a_row_that_numbers_the_columns_is_told(tmp_path: Path) -> None:
    rows = [HEADS, ["(1)", "(2)", "(3)", "(4)"], ["1", "Tập huấn", "Văn phòng Sở", "Quý I"]]
    made, appendix = taken(plan(rows), tmp_path)
    assert len(appendix["nhiem_vu"]) == 1
    assert left(made) == [(words, "dòng đánh số cột") for words in ("(1)", "(2)", "(3)", "(4)")]


@pytest.mark.parametrize("again", [True, False])
def test_a_table_goes_on_in_the_next(again: bool, tmp_path: Path) -> None:
    first, second = [HEADS, ["1", "Tập huấn", "Văn phòng Sở", "Quý I"]], [["2", "Tổng kết", "Văn phòng Sở", "Quý IV"]]
    made, appendix = taken(plan(first, [HEADS, *second] if again else second, between="(Tiếp theo)"), tmp_path)
    assert [task["ten"] for task in appendix["nhiem_vu"]] == ["Tập huấn", "Tổng kết"]
    assert left(made) == [("(Tiếp theo)", "bảng ở trên và bảng ở dưới là một")]


def test_headings_of_two_storeys_are_told(tmp_path: Path) -> None:
    rows = [["TT", "Nhiệm vụ", "Trách nhiệm thực hiện", ""], ["", "", "Chủ trì", "Phối hợp"]]
    rows += [["1", "Tập huấn", "Văn phòng Sở", "Phòng A"]]
    document = plan(rows)
    heads = document.tables[-1]
    heads.cell(0, 2).merge(heads.cell(0, 3))
    for column in (0, 1):
        heads.cell(0, column).merge(heads.cell(1, column))
    made, appendix = taken(document, tmp_path)
    (task,) = appendix["nhiem_vu"]
    assert (task["chu_tri"], task["phoi_hop"]) == ("Văn phòng Sở", "Phòng A")
    why = "tiêu đề cột hai tầng, in thành một tầng"
    assert left(made) == [(words, why) for words in ("Trách nhiệm thực hiện", "Chủ trì", "Phối hợp")]


def test_the_words_same_as_above_in_a_free_table_join_its_cells(tmp_path: Path) -> None:
    rows = [["Vật tư", "Nơi cất"], ["Rọ thép", "Kho xã"], ["Bao cát", "Như trên"]]
    _, appendix = taken(plan(rows), tmp_path)
    assert appendix["bang"][0]["dong"] == [["Rọ thép", "Kho xã"], ["Bao cát", "Như trên"]]


def test_parts_with_letters_and_bases_behind_dashes_are_not_lost(tmp_path: Path) -> None:
    document = docx.Document()
    head(document)
    for words in (
        "- Căn cứ Luật Tổ chức chính quyền địa phương;",
        "- Căn cứ tình hình thực tế,",
        "Sở ban hành Kế hoạch như sau:",
    ):
        document.add_paragraph(words)
    for words in ("A. MỤC TIÊU", "B. NHIỆM VỤ"):
        document.add_paragraph().add_run(words).bold = True
        document.add_paragraph("Nâng cao chất lượng phục vụ người dân.")
    foot(document)
    document.save(str(tmp_path / "kh.docx"))
    made = docgen.import_plan(tmp_path / "kh.docx", out=tmp_path / "vp")
    assert made.data["kehoach"]["can_cu"] == ["Luật Tổ chức chính quyền địa phương", "tình hình thực tế"]
    assert made.data["kehoach"]["phan"].startswith("I. MỤC TIÊU\n")


def test_leaders_and_partners_in_one_cell_get_a_column_each(tmp_path: Path) -> None:
    rows = [["TT", "Nhiệm vụ", "Chủ trì/phối hợp", "Thời gian"]]
    rows += [["1", "Tập huấn", "Chủ trì: Phòng A\nPhối hợp: Phòng B, Phòng C", "Quý I"]]
    rows += [["2", "Tổng kết", "Phòng A\nĐơn vị phối hợp: Phòng B", "Quý IV"], ["3", "Báo cáo", "Phòng C", "Quý IV"]]
    made, appendix = taken(plan(rows), tmp_path)
    tasks = appendix["nhiem_vu"]
    assert [task["chu_tri"] for task in tasks] == ["Phòng A", "Phòng A", "Phòng C"]
    assert [task.get("phoi_hop") for task in tasks] == ["Phòng B, Phòng C", "Phòng B", None]
    assert appendix["ten_cot"] == {"stt": "TT"}
    assert left(made) == []


def test_ticks_under_months_are_the_time_of_a_task(tmp_path: Path) -> None:
    rows = [["TT", "Hoạt động", "Thực hiện", "Tháng", "", ""], ["", "", "", "3", "4", "5"]]
    rows += [["1", "Rà soát", "Phòng A", "x", "", "x"], ["2", "Tập huấn", "Phòng B", "", "x", ""]]
    document = plan(rows)
    heads = document.tables[-1]
    heads.cell(0, 3).merge(heads.cell(0, 5))
    for column in range(3):
        heads.cell(0, column).merge(heads.cell(1, column))
    made, appendix = taken(document, tmp_path)
    assert [(task["chu_tri"], task["thoi_gian"]) for task in appendix["nhiem_vu"]] == [
        ("Phòng A", "Tháng 3, Tháng 5"),
        ("Phòng B", "Tháng 4"),
    ]
    assert left(made) == [(words, "cột tháng, quý được ghép vào cột thời gian") for words in ("Tháng", "3", "4", "5")]


def test_the_same_below_a_cell_across_leaders_and_partners_says_its_words(tmp_path: Path) -> None:
    rows = [["TT", "Nhiệm vụ", "Chủ trì", "Phối hợp"], ["1", "Tập huấn", "Phòng A và Phòng B", ""]]
    rows += [["2", "Tổng kết", "Phòng C", "nt"]]
    document = plan(rows)
    document.tables[-1].cell(1, 2).merge(document.tables[-1].cell(1, 3))
    _, appendix = taken(document, tmp_path)
    assert [task.get("phoi_hop") for task in appendix["nhiem_vu"]] == [None, "Phòng A và Phòng B"]


def test_a_list_without_leaders_but_with_columns_of_its_own_is_no_table_of_tasks(tmp_path: Path) -> None:
    rows = [["Lớp", "Nội dung", "Thời gian", "Địa điểm"], ["01", "Ký số", "Quý I", "Hội trường"]]
    _, appendix = taken(plan(rows), tmp_path)
    assert appendix["bang"][0]["cot"] == rows[0]


def test_dashes_below_the_name_of_a_task_do_not_hide_its_number(tmp_path: Path) -> None:
    rows = [HEADS[1:], ["1.1. Chuyên mục\n- hỏi đáp\n- cẩm nang", "Phòng A", "Quý I"], ["1.2. Tổng kết", "Phòng A", "Quý IV"]]
    _, appendix = taken(plan(rows), tmp_path)
    assert [task["ten"] for task in appendix["nhiem_vu"]] == ["Chuyên mục\n- hỏi đáp\n- cẩm nang", "Tổng kết"]


def test_a_table_in_a_cell_is_told_and_its_rows_stay_rows(tmp_path: Path) -> None:
    document = plan([HEADS, ["1", "Thu nhập", "Phòng A", "Quý I"]])
    inner = document.tables[-1].cell(1, 1).add_table(2, 2)
    for cell, text in zip(inner._cells, ["Năm", "Triệu đồng", "2026", "58"], strict=True):
        cell.text = text
    made, appendix = taken(document, tmp_path)
    assert appendix["nhiem_vu"][0]["ten"] == "Thu nhập\nNăm | Triệu đồng\n2026 | 58"
    assert [str(one.place) for one in made.warnings if one.message.startswith("bảng lồng trong ô")] == [
        f"{tmp_path / 'kh.docx'}: bảng 3, dòng 2, cột 2"
    ]


def test_units_that_a_table_lists_are_members_of_the_group(tmp_path: Path) -> None:
    tasks = [HEADS, ["1", "Số hóa", "Các khoa", "Quý I"], ["2", "Tự chấm", "Các đơn vị được kiểm tra", "Quý II"]]
    units = [["TT", "Khoa", "Số giờ"], ["1", "Khoa Cơ khí", "45"], ["2", "Khoa Điện", "30"], ["", "Cộng", "75"]]
    others = [["TT", "Cơ quan", "Tháng"], ["1", "Sở Xây dựng", "3"], ["2", "Văn phòng Sở", "4"]]
    document = plan(tasks)
    for title, rows in (("SỐ HÓA HỌC LIỆU", units), ("DANH SÁCH ĐƠN VỊ ĐƯỢC KIỂM TRA", others)):
        document.add_page_break()
        for words in ("PHỤ LỤC", title):
            paragraph = document.add_paragraph()
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.add_run(words).bold = True
        table(document, rows)
    made, _ = taken(document, tmp_path)
    of_group = {one["ten"]: one["nhom"] for one in made.data["donvi"]["don_vi"] if "nhom" in one}
    assert of_group == {
        "Khoa Cơ khí": ["các khoa"],
        "Khoa Điện": ["các khoa"],
        "Sở Xây dựng": ["các đơn vị được kiểm tra"],
        "Văn phòng Sở": ["các đơn vị được kiểm tra"],
    }
    said = [one.message for one in made.warnings if "liệt kê" in one.message]
    assert said[0] == "2 đơn vị mà bảng của kế hoạch liệt kê được ghi vào nhóm “các khoa” trong donvi.yaml; bổ sung nếu còn thiếu"


def test_who_drafts_the_letters_is_asked_where_the_filing_copy_does_not_say(tmp_path: Path) -> None:
    document = plan([HEADS, ["1", "Tập huấn", "Văn phòng Sở", "Quý I"]])
    (filed,) = [each for one in document.tables for cell in one._cells for each in cell.paragraphs if "Lưu: VT" in each.text]
    filed.text = filed.text.replace("Lưu: VT, CCHC.", "Lưu: VT.")
    made, _ = taken(document, tmp_path)
    assert [one.message.partition(";")[0] for one in made.questions if "soạn thảo" in one.message] == [
        "nơi lưu “VT” chưa nêu đơn vị soạn thảo nên công văn giao việc chưa có ký hiệu"
    ]


def test_dashes_are_no_numbers(tmp_path: Path) -> None:
    rows = [["Nhiệm vụ", "Đơn vị chủ trì", "Thời gian"], ["- Tập huấn", "Văn phòng Sở", "Tháng 2"]]
    _, appendix = taken(plan(rows), tmp_path)
    assert appendix["thu_tu_cot"] == ["ten", "chu_tri", "thoi_gian"]


def test_the_place_of_a_cell_is_its_own_line(tmp_path: Path) -> None:
    rows = [HEADS, ["1", "Tập huấn", "Văn phòng Sở", "Quý I"], ["2", "Tổng kết", "Thanh tra Sở", "Quý IV"]]
    made, _ = taken(plan(rows), tmp_path)
    lines = made.files[made.plan].decode().split("\n")
    at = {one.words: lines[(one.target.line or 0) - 1].strip() for one in made.places}
    assert (at["Thanh tra Sở"], at["Quý I"], at["Tổng kết"]) == ("chu_tri: Thanh tra Sở", "thoi_gian: Quý I", "- ten: Tổng kết")


def test_the_line_on_the_plan_keeps_its_own_words(tmp_path: Path) -> None:
    document = plan([HEADS, ["1", "Tập huấn", "Văn phòng Sở", "Quý I"]])
    title = document.paragraphs[-1]
    pointer = document.add_paragraph("(Kèm theo Kế hoạch số 15/KH-SNV ngày 05/02/2025 của Sở)")
    title._p.addnext(pointer._p)
    _, appendix = taken(document, tmp_path)
    assert appendix["kem_theo"] == "Kèm theo {van_ban} của Sở"
