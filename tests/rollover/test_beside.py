"""A time is read with what it is of: the name of its task, the label of its row, the list of legal bases."""

import pytest

from docgen.data.model.coquan import CoQuan
from docgen.rollover.changes import Route, Years
from docgen.rollover.roll import Known, roll
from docgen.rollover.routes import unit_headings

OFFICE = CoQuan.model_validate({"ten": "UBND xã Lai Hòa", "viet_tat": "UBND", "dia_danh": "Lai Hòa", "ky": {}})
TASK: Route = ("phu_luc", 0, "nhiem_vu", 0)
ROW: Route = ("phan", 0, "noi_dung", 0, "bang", "dong", 0)


@pytest.mark.parametrize(
    ("texts", "sure"),
    [
        ([((*TASK, "ten"), "Điều tra dân số giữa kỳ"), ((*TASK, "thoi_gian"), "Tháng 4/2026")], False),
        ([((*TASK, "ten"), "Điều tra dư luận xã hội"), ((*TASK, "thoi_gian"), "Tháng 4/2026")], True),
        (
            [((*TASK, "ten"), "Phục vụ bầu cử"), ((*TASK, "phan_viec", 0, "thoi_gian"), "Tháng 4/2026")],
            False,
        ),
        ([((*ROW, 0), "Bắn pháo hoa đêm giao thừa"), ((*ROW, 1), "16/02/2026")], False),
        ([((*ROW, 0), "1"), ((*ROW, 1), "Ra mắt trang tin"), ((*ROW, 2), "Tháng 5/2026")], False),
        ([((*ROW, 0), "Họp mặt cán bộ hưu trí"), ((*ROW, 1), "Tháng 5/2026")], True),
        ([((*ROW, 0, 0), "Bắn pháo hoa"), ((*ROW, 0, 1), "đêm giao thừa"), ((*ROW, 1, 0), "16/02/2026")], False),
    ],
)
def test_a_time_is_sure_as_what_it_is_of(texts: list[tuple[Route, str]], sure: bool) -> None:
    changes = roll(texts, Years(2026, 2027), Known(OFFICE)).changes
    assert [(one.old, one.sure) for one in changes if one.route == texts[-1][0]] == [("2026", sure)]


@pytest.mark.parametrize(
    "text",
    [
        "Kết quả khảo sát của Đoàn công tác ngày 21/01/2026",
        "Ý kiến thống nhất của tập thể lãnh đạo, ngày 21 tháng 01 năm 2026",
        "Thư ngỏ của Chủ tịch Hội Chữ thập đỏ tỉnh 21/01/2026",
    ],
)
def test_no_day_in_a_legal_basis_moves_without_a_question(text: str) -> None:
    (change,) = roll([(("can_cu", 0), text)], Years(2026, 2027), Known(OFFICE)).changes
    assert (change.new == change.old, change.sure) == (True, False)


@pytest.mark.parametrize(
    ("heading", "cells", "sure"),
    [
        ("Dự kiến 2026", ["1.250", "48,5 %", "03 mô hình"], False),
        ("Kinh phí năm 2026", ["120.000.000 đồng", "", "35 triệu đồng"], False),
        ("Thời hạn năm 2026", ["Quý I", "12/5", "Trước 20/11"], True),
        ("Nội dung năm 2026", ["Mở 03 lớp tập huấn cho cán bộ ấp", "Kiểm tra chợ"], True),
        ("Năm 2026", [], True),
    ],
)
def test_a_column_of_figures_is_not_next_year_s_by_its_heading_alone(heading: str, cells: list[str], sure: bool) -> None:
    table: Route = ("phan", 0, "noi_dung", 0, "bang")
    rows: list[tuple[Route, str]] = [((*table, "dong", index, 1), cell) for index, cell in enumerate(cells)]
    changes = roll([((*table, "cot", 1), heading), *rows], Years(2026, 2027), Known(OFFICE)).changes
    assert [(one.old, one.new, one.sure) for one in changes if "cot" in one.route] == [("2026", "2027", sure)]
    changes = roll([((*table, "cot", 1, 1), heading), *rows], Years(2026, 2027), Known(OFFICE)).changes
    assert [(one.old, one.new, one.sure) for one in changes if "cot" in one.route] == [("2026", "2027", sure)]


@pytest.mark.parametrize(
    ("route", "is_heading"),
    [
        (("phan", 1, "muc", 0, "tieu_de"), True),
        (("phan", 1, "muc", "tieu_de"), True),
        (("phan", 1, "noi_dung", 2, "noi_dung", "muc", "tieu_de"), True),
        (("phan", 0, "muc", 0, "tieu_de"), False),
        (("phan", 1, "tieu_de"), False),
        (("phan", 1, "muc", 0, "tieu_muc", 0, "tieu_de"), False),
        (("phan", 1, "bang", 0, "tieu_de"), False),
        (("phu_luc", "noi_dung", 3, "phan", "muc", "tieu_de"), True),
        (("phu_luc", 0, "noi_dung", 3, "phan", 0, "noi_dung", 1, "muc", 4, "tieu_de"), True),
        (("phu_luc", "muc", "tieu_de"), False),
    ],
)
def test_the_headings_right_below_a_part_that_gives_work_name_units(route: Route, is_heading: bool) -> None:
    giving = [("phan", 1), ("phu_luc", 0, "noi_dung", 3, "phan", 0)]
    assert (unit_headings([route], giving) == {route}) is is_heading


def test_columns_of_a_period_that_holds_the_new_year_are_left_and_asked_about() -> None:
    table: Route = ("phan", 0, "bang", 0)
    heads: list[tuple[Route, str]] = [((*table, "cot", at), f"Năm {2025 + at}") for at in range(3)]
    changes = [one for one in roll(heads, Years(2025, 2026), Known(OFFICE)).changes if one.route == (*table, "cot", 0)]
    assert [(one.old, one.new, one.sure) for one in changes] == [("2025", "2025", False)]


def test_results_up_to_a_day_do_not_move() -> None:
    text = "KẾT QUẢ THỰC HIỆN ĐẾN NGÀY 31/8/2025"
    (change,) = roll([(("phan", 0, "tieu_de"), text)], Years(2025, 2026), Known(OFFICE)).changes
    assert (change.new == change.old, change.sure) == (True, False)
