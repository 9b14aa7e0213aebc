import pytest

from docgen.intake.appendix import appendices
from docgen.intake.grids import Appendix, Cell, Grid, Row
from docgen.intake.tabletitles import any_years, own_pointer, title_of, years
from docgen.intake.tasktables import tables


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["Phụ lục I", "Danh mục nhiệm vụ"], "Danh mục nhiệm vụ"),
        (["PHỤ LỤC 01: DANH MỤC NHIỆM VỤ"], "DANH MỤC NHIỆM VỤ"),
        (["PHỤ LỤC II DANH MỤC NHIỆM VỤ (Kèm theo Kế hoạch số 5/KH-UBND)"], "DANH MỤC NHIỆM VỤ"),
        (["PHỤ LỤC", "CÁC VIỆC", "CỦA NĂM 2024", "(Kèm theo Kế hoạch)", "Đơn vị tính: triệu đồng"], "CÁC VIỆC CỦA NĂM 2024"),
        (["PHỤ LỤC PHÂN CÔNG NHIỆM VỤ"], "PHÂN CÔNG NHIỆM VỤ"),
        (["UBND HUYỆN A", "Độc lập - Tự do - Hạnh phúc", "KẾ HOẠCH CÔNG TÁC"], "KẾ HOẠCH CÔNG TÁC"),
        (["PHỤ LỤC I", "Danh mục nhiệm vụ", "năm 2024"], "Danh mục nhiệm vụ năm 2024"),
        (["Sở Y tế báo cáo các việc như sau:", "CÁC VIỆC", "NĂM 2024", "(Kèm theo Kế hoạch số 5)"], "CÁC VIỆC NĂM 2024"),
        (["CÁC VIỆC", "Lời dẫn dài", "NĂM 2024"], "NĂM 2024"),
        (["CÁC VIỆC", "Phân công nhiệm vụ như sau:"], ""),
        (["Phân công nhiệm vụ như sau:"], ""),
        (["Ngân sách tỉnh bảo đảm kinh phí thực hiện."], ""),
        (["Sóc Trăng, ngày 05 tháng 01 năm 2024"], ""),
        ([], ""),
    ],
)
def test_the_title_is_found_among_the_lines_above_a_table(lines: list[str], title: str) -> None:
    assert title_of(lines) == title


def test_years_are_those_called_so_and_those_in_times() -> None:
    assert years(["CÁC VIỆC NĂM 2024", "giai đoạn 2021 - 2025, trong năm 2024"]) == [2024]
    assert any_years(["15/12/2024", "Quý I/2025", "Tháng 3"]) == [2024, 2025]


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (
            ["(Ban hành kèm theo Kế hoạch số 15/KH-UBND ngày 05 tháng 01 năm 2024", "của Chủ tịch Ủy ban nhân dân tỉnh)"],
            "Ban hành kèm theo {van_ban} của Chủ tịch Ủy ban nhân dân tỉnh",
        ),
        (["(kèm theo Kế hoạch số:    /KH-UBND ngày … của Giám đốc Sở Nội vụ)"], "Kèm theo {van_ban} của Giám đốc Sở Nội vụ"),
        (["( Đính kèm theo Kế hoạch số 5/KH-SNV của Sở Nội vụ )"], "Đính kèm theo {van_ban} của Sở Nội vụ"),
        (["(Kèm theo Kế hoạch số 15/KH-UBND ngày 05/01/2024 của Ủy ban nhân dân tỉnh)"], None),
        (["(Ban hành kèm theo Kế hoạch số 5/KH-UBND)"], None),
        (["(Ban hành kèm theo Quyết định số 5/QĐ-UBND của Chủ tịch Ủy ban nhân dân tỉnh)"], None),
        (["PHỤ LỤC", "DANH MỤC NHIỆM VỤ"], None),
    ],
)
def test_the_line_on_the_plan_is_kept_where_docgen_would_print_another(lines: list[str], kept: str | None) -> None:
    assert own_pointer(lines) == kept


def made(*rows: str) -> Appendix:
    """Return what is made of a table, its cells between strokes; one behind "^" is merged with the one above it."""
    grid = [
        Row(
            str(number),
            {
                column: Cell(f"{column}:{number}", each.removeprefix("^"), above=each[0] == "^")
                for column, each in enumerate(row.split("|"), start=1)
                if each
            },
        )
        for number, row in enumerate(rows, start=1)
    ]
    (appendix,) = appendices(tables([Grid("bảng", grid, above=["DANH MỤC"])]))
    return appendix


def test_columns_without_a_place_are_told_with_how_many_cells_are_filled_in() -> None:
    table = made("STT|Nhiệm vụ|Chủ trì|Người làm", "1|Khám|Sở A|Lan", "2|Sổ|Sở B|^Lan", "3|Họp|Sở B|-", "4|Bàn|Sở B|Huệ|x")
    assert [(one.places, one.message) for one in table.remarks] == [
        (("1",), "cột “Người làm” không có chỗ trong kế hoạch nên không nhập (2 ô có chữ)"),
        (("1",), "cột “thứ 5, không có tiêu đề” không có chỗ trong kế hoạch nên không nhập (1 ô có chữ)"),
    ]


@pytest.mark.parametrize(
    ("heads", "printed", "told"),
    [
        ("STT|Nhiệm vụ|Đơn vị chủ trì", {}, False),
        ("TT|NỘI DUNG|Chủ trì", {"stt": "TT", "ten": "Nội dung", "chu_tri": "Chủ trì"}, False),
        ("STT|Nhiệm vụ|Đơn vị chủ trì, phối hợp", {"chu_tri": "Đơn vị chủ trì, phối hợp"}, True),
    ],
)
def test_headings_are_kept_where_docgen_prints_others(heads: str, printed: dict[str, str], told: bool) -> None:
    table = made(heads, "1|Khám|Sở A")
    assert table.values.get("ten_cot", {}) == printed
    assert ["cả đơn vị chủ trì và phối hợp" in one.message for one in table.remarks] == ([True] if told else [])
