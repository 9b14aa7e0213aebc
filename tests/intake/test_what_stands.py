"""What was struck out, and signs that are no plain letters, in tables of Word and Excel: as the reader sees them, or told."""

from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from docgen.workflows.nhap import ImportedTable, import_table

HEADS = ("STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian", "Sản phẩm")
STRUCK = InlineFont(strike=True)
Runs = tuple[tuple[str, str], ...]


def of_word(folder: Path, *rows: Runs) -> ImportedTable:
    """Import a table whose names are runs, each with what is done to it."""
    document = Document()
    document.add_paragraph("KẾ HOẠCH")
    table = document.add_table(rows=1, cols=len(HEADS))
    for cell, head in zip(table.rows[0].cells, HEADS, strict=True):
        cell.text = head
    for number, name in enumerate(rows, start=1):
        cells = table.add_row().cells
        cells[0].text, cells[2].text, cells[3].text = str(number), "Sở Y tế", "Quý I"
        for words, way in name:
            run = cells[1].paragraphs[0].add_run(words)
            if way:
                setattr(run.font, way, True)
    document.save(str(folder / "bang.docx"))
    return import_table(folder / "bang.docx")


def of_excel(folder: Path, *names: object, struck: bool = False) -> ImportedTable:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(HEADS)
    for number, name in enumerate(names, start=1):
        sheet.append((number, None, "Sở Y tế", "Quý I"))
        cell = sheet.cell(number + 1, 2)
        cell.value = name  # type: ignore[assignment]
        if struck and number == len(names):
            cell.font = Font(strike=True)
    book.save(folder / "bang.xlsx")
    return import_table(folder / "bang.xlsx")


def names_in(made: ImportedTable) -> list[str]:
    return [line.partition("ten: ")[2] for line in made.text.splitlines() if "- ten: " in line]


def told(made: ImportedTable) -> str:
    return "\n".join(one.message for one in made.warnings)


@pytest.mark.parametrize(
    ("runs", "name"),
    [
        ((("Thu 10", ""), ("6", "superscript"), (" đồng", "")), "Thu 10⁶ đồng"),
        ((("Trồng 500 m", ""), ("2", "superscript")), "Trồng 500 m²"),
        ((("Giảm CO", ""), ("2", "subscript")), "Giảm CO₂"),
        ((("Việc một", ""), (" (bỏ)", "strike"), (" năm nay", "")), "Việc một năm nay"),
        ((("Việc một", ""), (" bỏ", "double_strike")), "Việc một"),
    ],
)
def test_a_name_in_word_is_what_its_reader_sees(tmp_path: Path, runs: Runs, name: str) -> None:
    assert names_in(of_word(tmp_path, runs)) == [name]


def test_words_struck_out_are_told_and_letters_without_a_sign_too(tmp_path: Path) -> None:
    made = of_word(tmp_path, (("Việc một", ""), (" (bỏ)", "strike")), (("Khóa 5", ""), ("th", "superscript")))
    assert names_in(made) == ["Việc một", "Khóa 5^th"]
    assert "chữ gạch ngang “(bỏ)” không nhập; xem lại" in told(made)
    assert "không có ký tự tương ứng nên ghi bằng ^ hoặc _" in told(made)


def test_a_row_struck_out_is_left_out_and_told(tmp_path: Path) -> None:
    made = of_word(tmp_path, (("Việc một", ""),), (("Việc hai đã bỏ", "strike"),))
    assert names_in(made) == ["Việc một"]
    assert "dòng bị gạch ngang nên không nhập" in told(made)
    assert made.summary == (
        "bảng 1: 2 dòng, gồm 1 nhiệm vụ, 0 dòng nhóm, 1 dòng của bảng không nhập; 1 đoạn văn ngoài bảng không nhập"
    )


def test_a_cell_of_excel_struck_out_in_part_or_whole(tmp_path: Path) -> None:
    part = CellRichText("Việc một", TextBlock(STRUCK, " (bỏ)"), " năm nay")
    assert names_in(of_excel(tmp_path, part)) == ["Việc một năm nay"]
    raised = CellRichText("Trồng 10", TextBlock(InlineFont(vertAlign="superscript"), "6"), " cây")
    assert names_in(of_excel(tmp_path, raised)) == ["Trồng 10⁶ cây"]
    made = of_excel(tmp_path, "Việc một", "Việc đã bỏ", struck=True)
    assert names_in(made) == ["Việc một"]
    assert "dòng bị gạch ngang nên không nhập" in told(made)


@pytest.mark.parametrize(
    ("numbers", "words"),
    [(("1", "2", "5"), "số thứ tự ở tệp gốc"), (("1", "1.1", "1.2"), "mục con đánh số kiểu 1.1"), (("1", "2", "3"), "")],
)
def test_numbers_that_the_plan_will_not_have_are_told(tmp_path: Path, numbers: tuple[str, ...], words: str) -> None:
    book = Workbook()
    for row in (HEADS, *((number, f"Việc {place}", "Sở Y tế", "Quý I") for place, number in enumerate(numbers))):
        book.worksheets[0].append(row)
    book.save(tmp_path / "bang.xlsx")
    said = told(import_table(tmp_path / "bang.xlsx"))
    assert words in said
    assert ("docgen đánh lại" in said or "ngang hàng" in said) is bool(words)


def test_a_merged_cell_struck_out_is_told_as_any_other(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (
        HEADS,
        (1, "Việc một", "Sở Y tế", "Quý I"),
        (2, "Việc đã bỏ", "Sở Y tế", "Quý I"),
        (None, None, None, None, "Tờ trình"),
    ):
        sheet.append(row)
    sheet.merge_cells("B3:B4")
    sheet["B3"].font = Font(strike=True)
    book.save(tmp_path / "bang.xlsx")
    made = import_table(tmp_path / "bang.xlsx")
    assert "Việc đã bỏ" not in made.text
    assert "dòng bị gạch ngang nên không nhập" in told(made)


def test_words_that_stand_beside_the_same_ones_struck_out_are_kept(tmp_path: Path) -> None:
    made = of_excel(tmp_path, CellRichText("Việc một", TextBlock(STRUCK, "Việc một")))
    assert names_in(made) == ["Việc một"]
    assert "chữ gạch ngang “Việc một” không nhập; xem lại" in told(made)


@pytest.mark.parametrize("code", [";;;", "0;;"])
def test_a_number_that_its_format_hides_is_kept_and_told(tmp_path: Path, code: str) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(HEADS)
    sheet.append((1, "Việc một", "Sở Y tế", "Quý I", -1500))
    sheet.append((2, "Việc hai", "Sở Y tế", "Quý II", 0))
    sheet["E2"].number_format = sheet["E3"].number_format = code
    book.save(tmp_path / "bang.xlsx")
    made = import_table(tmp_path / "bang.xlsx")
    assert "san_pham: -1500" in made.text.replace('"', "")
    assert made.text.count("san_pham") == 1
    assert "ô có số “-1500” nhưng định dạng của ô không cho hiện; vẫn lấy số này, xem lại" in told(made)


@pytest.mark.parametrize("leader", [None, "Sở Nội vụ"])
def test_a_cell_in_error_is_told_in_a_row_that_is_no_task_of_its_own(tmp_path: Path, leader: str | None) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (HEADS, (1, "Việc một", "Sở Y tế", "Quý I", "Báo cáo"), (None, None, leader, None, "#REF!")):
        sheet.append(row)
    sheet["E3"].data_type = "e"
    book.save(tmp_path / "bang.xlsx")
    said = [one for one in import_table(tmp_path / "bang.xlsx").warnings if one.message == "ô báo lỗi #REF!"]
    assert [str(one.place) for one in said] == [f"{tmp_path / 'bang.xlsx'}: Sheet!E3"]
