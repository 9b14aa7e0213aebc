"""A form as its bytes: what is locked, what may stand where, how it prints, by what it is known again."""

import io
import re
import subprocess
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pdfplumber
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.formula import ArrayFormula

from docgen.data.model.ketqua import REPORTABLE, read_status
from docgen.files.package import read_parts
from docgen.forms import formlayout as at
from docgen.forms.unitform import FormHead, form

IDENTITY = at.FormIdentity("Sở Y tế", 2023, "quý II năm 2023", "Khám sức khỏe", "0123456789abcdef")
HEAD = FormHead(
    "Ủy ban nhân dân tỉnh", "Kế hoạch số 05/KH-UBND: Khám", date(2023, 1, 1), date(2024, 3, 31), "Gửi về Sở Y tế trước ngày 30/6."
)
LONG = "Khám sức khỏe cho người cao tuổi ở từng xã, phường, thị trấn trên địa bàn " * 6
ROWS = [
    at.FormRow("I.1", "Khám tại trạm", "chủ trì", "Quý II"),
    at.FormRow("I.2", LONG.strip(), "chủ trì", "Tháng 3", "đã đến hạn trước kỳ này"),
    at.FormRow("II.1", "=SUM(A1:A9)", "phối hợp", "-3 tháng"),
    at.FormRow("TN.1", "@Báo cáo\n+ Từng quý", at.DUTY_ROLE),
]
BY_CODE = {"I.1": 9, "I.2": 10, "II.1": 12, "TN.1": 14, "K.1": 16, "K.5": 20}
OPEN = {name: at.RESULT_HEADINGS.index(name) + 1 for name in at.INPUTS}


@pytest.fixture(scope="module")
def data() -> bytes:
    return form(IDENTITY, HEAD, ROWS)


@pytest.fixture
def book(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def rows_of(page: Any) -> dict[Any, int]:
    return {page.cell(row, 1).value: row for row in range(1, page.max_row + 1)}


def test_the_table_has_a_row_for_each_task_and_duty_and_for_further_work(book: Any) -> None:
    page = book[at.RESULTS]
    assert tuple(page.cell(7, column).value for column in range(1, 10)) == at.RESULT_HEADINGS
    assert [page.cell(row, 1).value for row in range(8, page.max_row + 1)] == [
        at.BAND_LED, "I.1", "I.2", at.BAND_JOINED, "II.1", at.BAND_DUTIES, "TN.1",
        at.BAND_FURTHER, "K.1", "K.2", "K.3", "K.4", "K.5",
    ]  # fmt: skip
    assert [page.cell(9, column).value for column in range(1, 6)] == ["I.1", "Khám tại trạm", "chủ trì", "Quý II", None]
    assert page["D10"].value == "Tháng 3\n(đã đến hạn trước kỳ này)"
    assert [page.cell(16, column).value for column in range(1, 6)] == ["K.1", None, at.FURTHER_ROLE, None, None]


def test_the_lines_above_say_whose_form_it_is(book: Any) -> None:
    page = book[at.RESULTS]
    assert [page.cell(row, 1).value for row in range(1, 6)] == [
        "ỦY BAN NHÂN DÂN TỈNH",
        "BIỂU MẪU BÁO CÁO KẾT QUẢ THỰC HIỆN NHIỆM VỤ QUÝ II NĂM 2023",
        "Thực hiện: Kế hoạch số 05/KH-UBND: Khám",
        "Đơn vị báo cáo: Sở Y tế",
        at.REPORTER_LABEL,
    ]
    assert page["G4"].value == "Kỳ báo cáo: quý II năm 2023"
    assert page["A6"].value.endswith("Gửi về Sở Y tế trước ngày 30/6.")
    assert not page["C5"].protection.locked


def test_a_text_is_never_a_formula(book: Any, data: bytes) -> None:
    page = book[at.RESULTS]
    for cell, text in (("B12", "=SUM(A1:A9)"), ("D12", "-3 tháng"), ("B14", "@Báo cáo\n+ Từng quý")):
        assert (page[cell].value, page[cell].data_type, page[cell].quotePrefix) == (text, "s", True)
    assert b"<f>" not in read_parts(data)["xl/worksheets/sheet1.xml"]
    assert b"<f>" not in read_parts(data)["xl/worksheets/sheet4.xml"]
    for name, column in OPEN.items():
        if name in (at.DONE, at.DIFFICULTIES, at.PROPOSALS):
            assert page.cell(9, column).number_format == "@"


def test_only_what_is_to_be_filled_in_is_open(book: Any) -> None:
    page = book[at.RESULTS]
    assert page.protection.sheet
    assert page.protection.password is None
    open_cells = {cell.coordinate for row in page.iter_rows() for cell in row if not cell.protection.locked}
    expected = {f"{get_column_letter(column)}{row}" for column in OPEN.values() for row in (9, 10, 12, 14, *range(16, 21))}
    expected |= {f"{column}{row}" for column in "BD" for row in range(16, 21)}
    expected |= {f"{column}5" for column in "CDEFG"}
    assert open_cells == expected
    assert {page[cell].fill.fgColor.rgb for cell in open_cells - {"D5", "E5", "F5", "G5"}} == {"00FFF8DC"}  # merged with C5
    assert all(page.cell(row, 2).fill.fill_type is None for row in (9, 10, 12, 14))


def test_figures_are_open_but_for_the_name_that_follows_the_code(book: Any) -> None:
    page = book[at.FIGURES]
    assert tuple(page.cell(4, column).value for column in range(1, 6)) == at.FIGURE_HEADINGS
    assert page.protection.sheet
    assert page.max_row == 34
    assert [page.cell(5, column).protection.locked for column in range(1, 6)] == [False, True, False, False, False]
    assert [page.cell(5, column).number_format for column in (1, 3, 4, 5)] == ["@", "@", "@", "General"]
    assert not isinstance(page["B5"].value, ArrayFormula)
    assert page["B5"].value == '=IFERROR(VLOOKUP(A5,\'Kết quả\'!$A$8:$B$20,2,FALSE)&"","")'


def test_there_are_more_rows_for_figures_where_there_are_more_tasks() -> None:
    rows = [at.FormRow(str(number), f"Việc {number}", "chủ trì") for number in range(1, 41)]
    page = openpyxl.load_workbook(io.BytesIO(form(IDENTITY, HEAD, rows)))[at.FIGURES]
    assert page.max_row - 4 == 2 * (40 + 5)


def checks(page: Any) -> dict[str, Any]:
    return {check.type: check for check in page.data_validations.dataValidation}


def test_statuses_are_chosen_from_those_that_docgen_reads(book: Any) -> None:
    check = checks(book[at.RESULTS])["list"]
    assert (str(check.sqref), check.errorStyle, check.showDropDown, check.showErrorMessage) == ("E8:E20", "stop", False, True)
    choices = check.formula1.strip('"').split(",")
    assert tuple(map(read_status, choices)) == REPORTABLE
    assert all(choice[0].isupper() for choice in choices)


def test_days_and_numbers_are_asked_about(book: Any) -> None:
    day, number = checks(book[at.RESULTS])["date"], checks(book[at.FIGURES])["decimal"]
    assert (str(day.sqref), day.operator, day.errorStyle) == ("F8:F20", "between", "warning")
    origin = datetime(1899, 12, 30)
    assert [(datetime(2023, 1, 1) - origin).days, (datetime(2024, 3, 31) - origin).days] == [int(day.formula1), int(day.formula2)]
    assert "từ 01/01/2023 đến 31/03/2024" in day.error
    assert book[at.RESULTS]["F9"].number_format == "dd/mm/yyyy"
    assert (str(number.sqref), number.operator, number.formula1) == ("E5:E34", "greaterThanOrEqual", "0")
    assert all(len(text) <= 255 for check in (day, number) for text in (check.prompt, check.error))


def test_codes_of_figures_are_chosen_from_the_forms_own(book: Any) -> None:
    check = checks(book[at.FIGURES])["list"]
    assert check.formula1 == "_docgen!$D$2:$D$10"
    listed = [row[0].value for row in book[at.META]["D2:D10"]]
    assert listed == ["I.1", "I.2", "II.1", "TN.1", "K.1", "K.2", "K.3", "K.4", "K.5"]


def test_a_hidden_sheet_says_what_the_form_is(book: Any) -> None:
    page = book[at.META]
    assert page.sheet_state == "veryHidden"
    assert book.security.lockStructure
    fields = {page.cell(row, 1).value: page.cell(row, 2).value for row in range(1, 8)}
    assert fields == {
        "kieu": at.FORM_KIND,
        "don_vi": "Sở Y tế",
        "nam": "2023",
        "ky": "quý II năm 2023",
        "ke_hoach": "Khám sức khỏe",
        "ma_ke_hoach": "0123456789abcdef",
        "phien_ban": at.FORM_VERSION,
    }
    sent = [tuple(page.cell(row, column).value for column in (4, 5, 6)) for row in range(at.SENT_FIRST, at.SENT_FIRST + 5)]
    assert sent == [*((row.ma, row.ten, row.vai) for row in ROWS), ("K.1", None, at.FURTHER_ROLE)]


def test_a_task_may_bear_the_code_of_further_work() -> None:
    page = openpyxl.load_workbook(io.BytesIO(form(IDENTITY, HEAD, [at.FormRow("k.2", "Việc", "chủ trì")])))[at.RESULTS]
    assert [page.cell(row, 1).value for row in range(9, 16)] == ["k.2", at.BAND_FURTHER, "K.1", "K.3", "K.4", "K.5", "K.6"]


@pytest.mark.parametrize(("sheet", "headings", "area", "frozen"), [
    (at.RESULTS, 7, "$A$1:$I$20", "C8"), (at.FIGURES, 4, "$A$1:$E$34", "B5")
])  # fmt: skip
def test_it_prints_on_a4_on_its_side(book: Any, sheet: str, headings: int, area: str, frozen: str) -> None:
    page = book[sheet]
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight, page.sheet_properties.pageSetUpPr.fitToPage) == (1, 0, True)
    assert page.print_title_rows == f"${headings}:${headings}"
    assert page.print_area == f"'{sheet}'!{area}"
    assert page.freeze_panes == frozen


def test_rows_are_tall_enough_and_grow(book: Any, data: bytes) -> None:
    page = book[at.RESULTS]
    assert page.row_dimensions[10].height > 6 * page.row_dimensions[8].height
    assert page.row_dimensions[9].height >= 2 * 14
    assert b"customHeight" not in read_parts(data)["xl/worksheets/sheet1.xml"]


def test_the_guidance_is_in_vietnamese(book: Any) -> None:
    page = book[at.GUIDE]
    assert page["A1"].value == "HƯỚNG DẪN ĐIỀN BIỂU MẪU"
    assert [page.cell(row, 1).value for row in range(2, page.max_row + 1)] == [f"{number}." for number in range(1, page.max_row)]
    for heading in ("Trạng thái", "Ngày hoàn thành", "Kết quả thực hiện", "Số liệu", "Công việc khác"):
        assert any(heading in page.cell(row, 2).value for row in range(2, page.max_row + 1))


def test_the_same_form_gives_the_same_bytes(data: bytes) -> None:
    assert form(IDENTITY, HEAD, ROWS) == data


def test_a_role_that_has_no_part_of_the_table_is_not_left_out_in_silence() -> None:
    with pytest.raises(KeyError):
        form(IDENTITY, HEAD, [at.FormRow("I.1", "Việc", "giám sát")])


def converted(source: Path, kind: str, folder: Path) -> Path:
    """Return `source` as LibreOffice saves it again."""
    profile = (folder / "profile").as_uri()
    command = [
        "soffice",
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(folder),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"{source.stem}.{kind}"


def test_libreoffice_keeps_it_and_prints_all_of_it(data: bytes, tmp_path: Path) -> None:
    filled = openpyxl.load_workbook(io.BytesIO(data))
    filled[at.RESULTS]["E9"] = "Hoàn thành"
    filled[at.RESULTS]["F9"] = date(2023, 6, 20)
    filled[at.RESULTS]["G9"] = "=1+1 là kết quả"
    filled[at.RESULTS]["G9"].data_type = "s"
    filled[at.FIGURES]["A5"] = "I.2"
    source = tmp_path / "bieu-mau.xlsx"
    filled.save(source)
    again = tmp_path / "again"
    again.mkdir()
    book = openpyxl.load_workbook(converted(converted(source, "ods", tmp_path), "xlsx", again), data_only=True)
    page = book[at.RESULTS]
    assert book.sheetnames == [at.RESULTS, at.FIGURES, at.GUIDE, at.META]
    assert book[at.META].sheet_state != "visible"
    assert book[at.META]["B1"].value == at.FORM_KIND
    assert rows_of(page) | BY_CODE == rows_of(page)
    assert (page["E9"].value, page["F9"].value, page["G9"].value) == ("Hoàn thành", datetime(2023, 6, 20), "=1+1 là kết quả")
    assert (page["B12"].value, page["B14"].value) == ("=SUM(A1:A9)", "@Báo cáo\n+ Từng quý")
    assert book[at.FIGURES]["B5"].value == LONG.strip()
    assert all(book[name].protection.sheet for name in (at.RESULTS, at.FIGURES, at.GUIDE, at.META))
    assert set(checks(page)) == {"list", "date"}


def test_no_word_of_a_task_is_cut_off_on_paper(data: bytes, tmp_path: Path) -> None:
    source = tmp_path / "bieu-mau.xlsx"
    source.write_bytes(data)
    with pdfplumber.open(converted(source, "pdf", tmp_path)) as paper:
        pages = [page.extract_text() or "" for page in paper.pages]
        assert all(page.width > page.height for page in paper.pages)
        cells = [cell or "" for page in paper.pages[:2] for table in page.extract_tables() for row in table for cell in row]
    words = [re.sub(r"\s+", " ", cell) for cell in cells]
    assert LONG.strip() in words
    assert "_docgen" not in "".join(pages)
    assert len(pages) == 3


def test_what_else_the_plan_says_of_a_task_stands_below_its_time() -> None:
    row = at.FormRow("I.1", "Khám", "chủ trì", "Quý II", "đã đến hạn trước kỳ này", "Sản phẩm: Báo cáo\nKinh phí: 50 triệu đồng")
    page = openpyxl.load_workbook(io.BytesIO(form(IDENTITY, HEAD, [row])))[at.RESULTS]
    assert page["D9"].value == "Quý II\nSản phẩm: Báo cáo\nKinh phí: 50 triệu đồng\n(đã đến hạn trước kỳ này)"
