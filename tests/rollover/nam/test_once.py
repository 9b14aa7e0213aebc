"""What is of one year alone, or has begun for good, is asked about, in a plan of 2023 that becomes one of 2024."""

import pytest

from docgen.rollover.changes import Years
from docgen.rollover.nam import treat_years
from tests.rollover.nam.reading import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Từ ngày 01/4/2023, Chi cục Thú y sáp nhập vào Chi cục Chăn nuôi", ["2023?"]),
        ("Từ ngày 15/6/2023, chức năng quản lý chợ chuyển sang Phòng Kinh tế", ["2023?"]),
        ("Từ ngày 01/7/2023, xã vận hành chính quyền địa phương 02 cấp", ["2023?"]),
        ("Từ ngày 01/6/2023, các tổ ra quân dọn vệ sinh", ["2023>2024"]),
    ],
)
def test_the_day_of_a_reorganisation_does_not_come_again(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Theo biên bản làm việc với Công ty Điện lực ngày 14/3/2023", ["2023?"]),
        ("Thực hiện hợp đồng thuê máy chủ ngày 02-5-2023", ["2023?"]),
        ("Thực hiện Thư ngỏ của Hội Khuyến học (ngày 21/3/2023)", ["2023?"]),
        ("Giải quyết đơn của các hộ dân ngày 06/4/2023", ["2023?"]),
        ("Theo nghị quyết kỳ họp thứ tám HĐND thị trấn khóa V, ngày 07/4/2023", ["2023?"]),
        ("Các đơn vị ra quân ngày 10/3/2023", ["2023>2024"]),
        ("Phòng đọc của thư viện mở cửa ngày 12/4/2023", ["2023>2024"]),
        ("Ký quyết định thành lập tổ trước ngày 14/3/2023", ["2023>2024"]),
        ("Gửi biên bản kiểm tra trước ngày 14/3/2023", ["2023>2024"]),
        ("Hoàn thành hợp đồng trước ngày 14/3/2023", ["2023>2024"]),
        ("Ký hợp đồng từ ngày 14/3/2023 đến ngày 20/3/2023", ["2023>2024", "2023>2024"]),
    ],
)
def test_a_paper_without_a_number_keeps_its_day(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giải bóng chuyền mở rộng tổ chức một lần trong năm 2023", ["2023?"]),
        ("Chương trình chỉ diễn ra 01 lần vào tháng 8/2023", ["2023?"]),
        ("Mỗi ấp tổ chức 01 lần trong năm 2023", ["2023>2024"]),
        ("Tổ chức ít nhất 01 lần trong năm 2023", ["2023>2024"]),
        ("Đối thoại định kỳ, tổ chức một lần trong quý III/2023", ["2023>2024"]),
    ],
)
def test_what_is_held_once_is_told_from_how_often(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Khẩu hiệu: “Nước sạch cho mọi nhà” của Tuần lễ nước sạch năm 2023", ["2023?"]),
        ("Phương châm là “Nhanh, gọn, đúng” cho năm 2023", ["2023?"]),
        ("Triển khai mô hình “Nước sạch cho mọi nhà” năm 2023", ["2023>2024"]),
    ],
)
def test_a_slogan_in_front_of_its_year(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giảm 50% lệ phí từ năm học 2023-2024", ["2023-2024?"]),
        ("Áp dụng chương trình mới từ năm học 2023-2024 theo Nghị quyết", ["2023-2024?"]),
        ("Tổ chức câu lạc bộ trong năm học 2023-2024", ["2023-2024>2024-2025"]),
        ("Lập thành tích hướng tới Đại hội Công đoàn nhiệm kỳ 2023-2028", ["2023-2028?"]),
        ("Thực hiện Nghị quyết Đại hội Công đoàn nhiệm kỳ 2022-2027", ["2022-2027"]),
        ("Cấp thẻ thư viện khóa 2022-2025", ["2022-2025?"]),
        ("Đại biểu HĐND khóa 2021-2026", ["2021-2026"]),
        ("Trao 40 suất quà (Tết Vì người nghèo 2022 trao 35 suất)", ["2022?"]),
    ],
)
def test_terms_courses_and_results(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("Trưng bày ảnh về 60 năm Báo Sóc Trăng", ["60>61?"]), ("Trồng 60 năm Lim xanh", [])]
)
def test_a_round_number_of_years_is_asked_about_without_the_word_for_it(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("time", "of", "expected"),
    [
        ("Quý II/2023", "Tuyên truyền bầu cử trưởng ấp", [("2023", None, False)]),
        ("Tháng 9/2023", "Sơ kết 03 năm thực hiện Đề án 06", [("2023", None, False)]),
        ("Tháng 9/2023", "Tổng kết Đề án giai đoạn 2019-2023", [("2023", None, False)]),
        ("Tháng 9/2023", "Khánh thành nhà văn hóa ấp", [("2023", None, False)]),
        ("Trước 30/9/2023", "Khánh thành nhà văn hóa ấp", [("2023", "2024", True)]),
        ("Tháng 6/2023", "Tổng kết năm học 2022-2023", [("2023", "2024", True)]),
        ("Tháng 6/2023", "Tuyên truyền Nghị quyết Đại hội Đảng bộ", [("2023", "2024", True)]),
        ("18/01/2023 - 27/01/2023", "Trực Tết Nguyên đán", [("2023", "2024", False), ("2023", "2024", False)]),
        ("18/01", "Trực Tết Nguyên đán", [("18/01", None, False)]),
        ("20/5", "Ngày bầu cử", [("20/5", None, False)]),
        ("20/5", "Họp giao ban", [("20/5", None, True)]),
    ],
)
def test_a_time_is_read_with_the_name_of_its_task(time: str, of: str, expected: list[tuple[str, str | None, bool]]) -> None:
    treated = treat_years(time, Years(2023, 2024), beside=of)
    assert [(time[one.start : one.end], one.new, one.sure) for one in treated] == expected


@pytest.mark.parametrize("hour", ["17 giờ", "16 giờ 30 phút", "11h30", "17 giờ 00,"])
def test_the_hour_does_not_hide_the_deadline(hour: str) -> None:
    assert said(f"Nộp hồ sơ chậm nhất {hour} ngày 13/4/2023") == ["2023>2024?"]  # 13/4/2024 is a Saturday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hoàn thành bệnh án điện tử trước ngày 30/9/2023 theo Thông tư số 46/TT-BYT", ["2023>2024?"]),
        ("Công khai trước ngày 15/01/2023 theo quy định tại Nghị định về ngân sách", ["2023>2024?"]),
        ("Nộp báo cáo trước ngày 15/01/2023 theo Luật Kế toán", ["2023>2024?"]),
        ("Báo cáo trước ngày 30/9/2023 theo kế hoạch", ["2023>2024"]),
    ],
)
def test_a_deadline_that_a_law_sets_may_be_of_one_year_alone(text: str, expected: list[str]) -> None:
    assert said(text) == expected
