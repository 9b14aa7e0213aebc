import pytest

from docgen.intake.appendix import any_years, title_of, years


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["Phụ lục I", "Danh mục nhiệm vụ"], "Danh mục nhiệm vụ"),
        (["PHỤ LỤC 01: DANH MỤC NHIỆM VỤ"], "DANH MỤC NHIỆM VỤ"),
        (["PHỤ LỤC II DANH MỤC NHIỆM VỤ (Kèm theo Kế hoạch số 5/KH-UBND)"], "DANH MỤC NHIỆM VỤ"),
        (["PHỤ LỤC", "CÁC VIỆC", "CỦA NĂM 2024", "(Kèm theo Kế hoạch)", "Đơn vị tính: triệu đồng"], "CÁC VIỆC CỦA NĂM 2024"),
        (["PHỤ LỤC PHÂN CÔNG NHIỆM VỤ"], "PHÂN CÔNG NHIỆM VỤ"),
        (["UBND HUYỆN A", "Độc lập - Tự do - Hạnh phúc", "KẾ HOẠCH CÔNG TÁC"], "KẾ HOẠCH CÔNG TÁC"),
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
