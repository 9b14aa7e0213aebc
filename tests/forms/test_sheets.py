"""The register of letters, read back."""

import io
from datetime import date, datetime
from typing import Any

import openpyxl

from docgen.files.stamp import is_untouched, stamped_copy
from docgen.forms import LetterRow, register
from docgen.forms.sheets import BookProperties, Column, Sheet, workbook

TEN = (
    "Số, ký hiệu văn bản",
    "Ngày tháng văn bản",
    "Tên loại và trích yếu nội dung văn bản",
    "Người ký",
    "Nơi nhận văn bản",
    "Đơn vị, người nhận bản lưu",
    "Số lượng bản",
    "Ngày chuyển",
    "Ký nhận",
    "Ghi chú",
)
ROWS = [
    LetterRow(
        "Sở Y tế", "thư mục/01 so-y-te#.docx", "V/v thực hiện Kế hoạch", 1, 2, 3, date(2023, 6, 30), nguoi_ky="A", luu="VT"
    ),
    LetterRow("=Sở", "02.docx", "thực hiện Kế hoạch", so_ky_hieu="16/UBND-VX", ngay=date(2023, 1, 6), so_luong=2, ghi_chu="-x"),
]


def made() -> bytes:
    return register(ROWS, nam=2023, co_quan="Ủy ban nhân dân tỉnh", co_quan_chu_quan="", ke_hoach="Tuyên truyền")


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def test_the_register_has_the_ten_columns_of_the_decree() -> None:
    book = opened(made())
    assert book.sheetnames == ["Sổ đăng ký văn bản đi", "Danh mục công văn"]
    rows = list(book["Sổ đăng ký văn bản đi"].iter_rows(values_only=True))
    assert [row[0] for row in rows[:3]] == ["ỦY BAN NHÂN DÂN TỈNH", "SỔ ĐĂNG KÝ VĂN BẢN ĐI", "Năm: 2023"]
    assert rows[3] == TEN
    assert rows[4] == tuple(f"({number})" for number in range(1, 11))
    subject = "Công văn về việc thực hiện Kế hoạch"
    assert rows[5] == (None, None, subject, "A", "Sở Y tế", "VT", None, None, None, None)
    assert rows[6] == ("16/UBND-VX", datetime(2023, 1, 6), subject, None, "=Sở", None, 2, None, None, "-x")
    assert book["Sổ đăng ký văn bản đi"].print_title_rows == "$4:$5"


def test_the_list_links_to_the_letters() -> None:
    page = opened(made())["Danh mục công văn"]
    rows = list(page.iter_rows(min_row=3, values_only=True))
    assert rows[1] == (
        1, "Sở Y tế", "thư mục/01 so-y-te#.docx", "thực hiện Kế hoạch", 1, 2, 3, datetime(2023, 6, 30), None
    )  # fmt: skip
    assert page["C4"].hyperlink.target == "th%C6%B0%20m%E1%BB%A5c/01%20so-y-te%23.docx"
    assert page["H4"].number_format == "dd/mm/yyyy"
    assert (page["B5"].data_type, page["B5"].quotePrefix) == ("s", True)


def test_the_superior_office_stands_above() -> None:
    page = opened(register(ROWS, nam=2023, co_quan="Sở Nội vụ", co_quan_chu_quan="UBND tỉnh"))["Sổ đăng ký văn bản đi"]
    assert [page["A1"].value, page["A2"].value] == ["UBND TỈNH", "SỞ NỘI VỤ"]


def test_the_same_letters_give_the_same_bytes_and_take_a_stamp() -> None:
    assert made() == made()
    stamped = stamped_copy(made(), "x")
    assert is_untouched(stamped)
    assert not is_untouched(made())
    assert opened(stamped).custom_doc_props["docgen.version"].value


def test_an_empty_register() -> None:
    assert opened(register([], nam=2023, co_quan="U"))["Danh mục công văn"].max_row == 2


def test_a_row_is_as_tall_as_its_words_and_no_word_is_lost_in_silence() -> None:
    rows = [("ngắn",), ("chữ " * 40,), ("x" * 100,), ("a\nb\nc",), ("chữ " * 9000,), ("có\x0bdấu lạ",)]
    page = opened(workbook([Sheet("A", [Column("B", 20)], rows)], BookProperties("T")))["A"]
    heights = [page.row_dimensions[number].height for number in range(2, 8)]
    assert heights[0] is None
    assert heights[3] == 46.5
    assert heights[1] > 60
    assert heights[2] > 60
    assert heights[4] == 409
    assert page["A6"].value.endswith("… (còn nữa, xem tệp dữ liệu)")
    assert page["A7"].value == "códấu lạ"
