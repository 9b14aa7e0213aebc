"""What a plan of 2024 surely still has from 2023."""

import pytest

from docgen.rollover.nam import leftovers


@pytest.mark.parametrize(
    ("text", "stale"),
    [
        ("Thực hiện trong năm 2023", ["2023"]),
        ("Trước ngày 15/12/2023", ["2023"]),
        ("Quý II/2023", ["2023"]),
        ("trước ngày 15/12/23", ["23"]),
        ("năm học 2022 - 2023", ["2022 - 2023"]),
        ("Tết Quý Mão", ["Quý Mão"]),
        ("năm học 2023 - 2024", []),
        ("Trong năm 2024", []),
        ("trước ngày 15/01/2025", []),
        ("kết quả năm 2023", []),
        ("so với năm 2023", []),
        ("phát huy thành tích năm 2023", []),
        ("Tổng kết năm 2023, triển khai nhiệm vụ năm 2024", []),
        ("Từ tháng 12/2023 đến tháng 3/2024", []),
        ("ban hành ngày 15/3/2023", []),
        ("giai đoạn 2021 - 2023", []),
        ("Tết Giáp Thìn", []),
        ("2023 tỷ đồng", []),
        ("Báo cáo kết quả trước ngày 15/12/2023", ["2023"]),
        ("Từ tháng 3 đến tháng 9 năm 2023", ["2023"]),
        ("(được sửa đổi, bổ sung năm 2023)", []),
        ("bão Yagi (09/2023)", []),
        ("Họp tháng 6/2023", ["2023"]),
        ("bão số 3 (Yagi) tháng 9/2023", []),
        ("kỳ gốc 2023", []),
        ("cháy năm 2023", ["2023"]),
        ("danh sách hộ nghèo năm 2023", ["2023"]),
    ],
)
def test_leftovers_of_the_year_before(text: str, stale: list[str]) -> None:
    assert [text[one.start : one.end] for one in leftovers(text, 2024)] == stale


def test_a_leftover_says_what_should_stand_there() -> None:
    (one,) = leftovers("Trong năm 2023", 2024)
    assert one.new == "2024"


def test_cited_documents_are_no_leftovers() -> None:
    assert leftovers("ngày 12 tháng 5 năm 2023", 2024, taken=((0, 24),)) == ()
