"""Centred words break by sense; the lines are written by hand."""

import pytest

from docgen.paper.context.titles import centred_lines
from docgen.paper.layout import Layout
from docgen.paper.render import open_template
from docgen.workflows.paper import default_template


@pytest.fixture(scope="module")
def layout() -> Layout:
    return open_template(default_template("baocao")).layout


@pytest.mark.parametrize(
    ("text", "limit", "lines"),
    [
        ("Nhiệm vụ cải cách hành chính năm 2026", 60, ["NHIỆM VỤ CẢI CÁCH", "HÀNH CHÍNH NĂM 2026"]),
        ("Kết quả cải cách hành chính", 74, ["KẾT QUẢ CẢI CÁCH", "HÀNH CHÍNH"]),
        ("Kết quả chuyển đổi số năm 2026", 74, ["KẾT QUẢ CHUYỂN ĐỔI SỐ", "NĂM 2026"]),
        ("Công tác Lao động - Thương binh và Xã hội", 74, ["CÔNG TÁC LAO ĐỘNG -", "THƯƠNG BINH VÀ XÃ HỘI"]),
        ("Nhiệm vụ trên địa bàn tỉnh Sóc Trăng", 76, ["NHIỆM VỤ TRÊN ĐỊA BÀN", "TỈNH SÓC TRĂNG"]),
        ("Kế hoạch tuần 12, quý II", 40, ["KẾ HOẠCH", "TUẦN 12, QUÝ II"]),
        ("Kết quả công tác\ncủa Sở", 74, ["KẾT QUẢ CÔNG TÁC", "CỦA SỞ"]),
    ],
)
def test_titles_break_between_words(layout: Layout, text: str, limit: float, lines: list[str]) -> None:
    assert centred_lines(text, "Tên phụ lục", layout, limit, in_capitals=True) == lines


def test_what_does_not_fit_breaks_where_it_can(layout: Layout) -> None:
    assert centred_lines("kế hoạch", "Trích yếu", layout, 15) == ["kế", "hoạch"]


def test_the_blanks_of_a_number_to_write_in_stay(layout: Layout) -> None:
    blank = "số\u00a0\u00a0\u00a0/KH-UBND"
    assert centred_lines(f"của Kế hoạch {blank}", "Trích yếu", layout, 40) == ["của Kế hoạch", blank]
