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
        ("Chỉ tiêu: diện tích gieo trồng năm 2023 đạt 82.000 ha", ["2023"]),
        ("An toàn trong mùa lễ hội 2023", ["2023"]),
        ("Ngày hội tòng quân năm 2023", ["2023"]),
        ("Xuân Quý Mão năm 2024", ["Quý Mão"]),
        ("Tết Giáp Thìn 2024", []),
        ("giảm 5% (năm 2023 giảm 4%)", []),
        ("Ước thực hiện năm 2023", []),
        ("Năm 2023", []),
        ("cây giống gieo ươm từ tháng 6/2023", []),
        ("Thực hiện từ tháng 6/2023", ["2023"]),
    ],
)
def test_leftovers_of_the_year_before(text: str, stale: list[str]) -> None:
    assert [text[one.start : one.end] for one in leftovers(text, 2024)] == stale


def test_the_school_year_before_that_of_the_subject_is_left_over() -> None:
    subject = "Đào tạo năm học 2024 - 2025"
    assert [one.new for one in leftovers("năm học 2023 - 2024 đối với các khóa", 2024, subject=subject)] == ["2024 - 2025"]
    assert leftovers("kết quả năm học 2023 - 2024", 2024, subject=subject) == ()
    assert leftovers("năm học 2023 - 2024", 2024, subject="Đào tạo năm học 2023 - 2024") == ()


def test_a_lunar_year_is_named_as_the_year_beside_it() -> None:
    (one,) = leftovers("XUÂN QUÝ MÃO NĂM 2024", 2024)
    assert one.new == "GIÁP THÌN"


def test_a_leftover_says_what_should_stand_there() -> None:
    (one,) = leftovers("Trong năm 2023", 2024)
    assert one.new == "2024"


def test_cited_documents_are_no_leftovers() -> None:
    assert leftovers("ngày 12 tháng 5 năm 2023", 2024, taken=((0, 24),)) == ()
