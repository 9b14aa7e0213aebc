"""What stands in one list or sentence is not moved by halves, in a plan of 2023 that becomes one of 2024."""

import pytest

from docgen.rollover.changes import Years
from docgen.rollover.nam import treat_years
from tests.rollover.nam.reading import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("các luật có hiệu lực từ ngày 01/01/2023, 01/7/2023", ["2023?", "2023?"]),
        ("có hiệu lực thi hành từ ngày 01/01/2023 và ngày 01/7/2023", ["2023?", "2023?"]),
        ("năm học 2022-2023 và 2023-2024", ["2022-2023>2023-2024", "2023-2024>2024-2025"]),
        ("Thực hiện 2021 | Ước 2022 | Dự toán 2023", ["2021?", "2022?", "2023>2024?"]),
        ("khởi công tháng 3/2023, hoàn thành tháng 8/2024", ["2023?", "2024?"]),
        ("khởi công tháng 3/2023, hoàn thành tháng 8/2023", ["2023?", "2023>2024?"]),
        ("khởi công tháng 3/2022, hoàn thành tháng 8/2023", ["2022?", "2023>2024?"]),
        ("lập hồ sơ trong quý III/2023, thi công năm 2024", ["2023>2024?", "2024?"]),
        ("Hội chợ AgroViet 2023 tại Hà Nội, ngày 11 - 14/9/2023", ["2023?", "2023>2024?"]),
        ("Hội chợ Xuân Giáp Thìn 2024, khai mạc cuối tháng 01/2024", ["Giáp Thìn>Ất Tỵ", "2024>2025", "2024>2025"]),
        ("từ 01/3 đến 31/3/2023; khởi động từ 23/02/2023", ["01/3", "2023>2024", "2023>2024"]),
        ("Kết quả: trồng 81.527 ha lúa. Vụ Hè Thu 2023 trồng giống mới", ["2023>2024?"]),
        ("Kết quả: trồng 81.527 ha lúa. Báo cáo trước ngày 20/12/2023", ["2023>2024"]),
        ("Phấn đấu năm 2023 tăng 10% so với năm 2022", ["2023?", "2022?"]),
        ("Cuối năm 2023 đạt từ 50% trở lên; đến năm 2025 đạt 80%", ["2023?", "2025"]),
        ("ý nghĩa ngày 08/3 (08/3/1910 - 08/3/2023), khởi nghĩa (năm 40 - 2023)", ["08/3", "1910", "2023>2024", "2023?"]),
    ],
)
def test_one_list_or_sentence_moves_together_or_is_asked_about(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_the_courses_of_a_school_move_together() -> None:
    assert said("đào tạo K15 (2021 - 2024), K16 (2022 - 2025)") == [
        "15>16?",
        "2021 - 2024>2022 - 2025?",
        "16>17?",
        "2022 - 2025>2023 - 2026?",
    ]
    assert said("Quốc hội khóa 15 (2021 - 2026)") == ["2021 - 2026"]


def test_a_list_of_the_plans_own_years_moves_as_one() -> None:
    subject = "Kích cầu du lịch trong hai năm 2023 - 2024"
    assert said("Hai năm 2023, 2024 hỗ trợ 10 điểm", 2023, 2025, subject=subject) == ["2023>2025?", "2024>2026?"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Riêng vụ Hè Thu 2023, nắng hạn kéo dài làm 1.250 ha lúa thiếu nước", ["2023?"]),
        ("Diễn đàn quốc gia lần thứ VII năm 2023 tổ chức 2 năm/lần", ["VII?", "2023?"]),
        ("Hội thi năm 2023, hai năm một lần", ["2023?"]),
        ("chứng thư hết hạn ngày 31/3/2023", ["2023?"]),
        ("Thay thế 2023 thiết bị", ["2023"]),
        ("Trong 2023 hộ nghèo", ["2023?"]),
        ("Thanh tra 2023", ["2023?"]),
        ("chuyển đổi số 2023", ["2023?"]),
        ("Quốc phòng 2023", ["2023?"]),
        ("Tổng điều tra dân số 2029", ["2029"]),
        ("ĐT.2023 chưa được nâng cấp", ["2023"]),
        ("thi tốt nghiệp THPT 2023", ["2023>2024"]),
        ("chuyển tiếp từ năm 2022 sang, hoàn thành trong năm 2023", ["2022?", "2023>2024"]),
        ("chuyển nguồn từ năm 2022", ["2022?"]),
        ("07 vụ chuyển từ năm 2022 sang", ["2022?"]),
        ("gieo ươm từ tháng 6/2022", ["2022?"]),
        ("so với Tháng Thanh niên 2022 tăng 10%", ["2022?"]),
        ("học sinh sinh năm 2012 - 2015", ["2012 - 2015?"]),
        ("người ứng cử tính đến ngày bầu cử (sinh trước ngày 12/6/2001)", ["2001?"]),
        ("bầu trưởng thôn nhiệm kỳ 2023 - 2026", ["2023 - 2026?"]),
        ("Nghị quyết Đại hội nhiệm kỳ 2023 - 2028", ["2023 - 2028"]),
        ("28 năm Việt Nam gia nhập ASEAN (28/7/1995 - 28/7/2023)", ["28>29", "1995", "2023>2024"]),
        ("Năm 2023 đạt trên 95%", ["2023?"]),
        ("Kim ngạch năm 2023 đạt 5 tỷ USD, tăng 9% so với ước thực hiện năm 2022", ["2023?", "2022?"]),
        ("Hội trại tòng quân mùa 2023", ["2023>2024"]),
    ],
)
def test_what_is_past_counted_carried_over_or_aimed_at(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_a_figure_of_the_plans_year_is_not_called_a_result() -> None:
    (one,) = treat_years("Tổng diện tích gieo trồng năm 2023 đạt 82.000 ha", Years(2023, 2024))
    assert one.why == "chỉ tiêu thì đổi thành năm 2024, kết quả đã có thì thay bằng số liệu mới"


def test_what_stays_in_doubt_says_what_to_do() -> None:
    (next_year,) = treat_years("duy trì năm 2024", Years(2023, 2024))
    assert next_year.why == "năm sau của kế hoạch 2023; nếu chuyển cùng kế hoạch thì đổi thành 2025"
    (pair,) = treat_years("trong năm 2022-2023", Years(2023, 2024))
    assert pair.why == "chưa rõ là giai đoạn hay năm gối nhau; nếu chuyển theo năm thì đổi thành 2023 - 2024"
