"""Days that fall otherwise in the new year. 15/12/2024 is a Sunday, 30/11/2024 and 20/4/2024 are Saturdays."""

import pytest

from docgen.rollover.changes import Years
from docgen.rollover.nam import treat_years
from tests.rollover.nam.reading import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trước ngày 15/12/2023", ["2023>2024?"]),
        ("Chậm nhất ngày 30 tháng 11 năm 2023", ["2023>2024?"]),
        ("Hạn cuối: 01/5", ["01/5?"]),
        ("báo cáo trước ngày 15/12", ["15/12?"]),
        ("Khai mạc ngày 15/12/2023", ["2023>2024"]),
        ("ngày hội 20/4/2023", ["2023>2024"]),
        ("Thứ Tư ngày 18/01/2023", ["Thứ Tư>Thứ Năm?", "2023>2024"]),
        ("xong trước 01/01/2023", ["2023>2024"]),
        ("khởi động từ 23/02/2023", ["2023>2024"]),
        ("các ngày Chủ nhật xanh 05/3, 12/3, 19/3/2023", ["05/3?", "12/3?", "2023>2024?"]),
        ("thứ Sáu, ngày 15/12/2023", ["thứ Sáu>Chủ nhật?", "2023>2024"]),
        ("thứ sáu ngày 20/10/2023", ["thứ sáu>chủ nhật?", "2023>2024"]),
        ("ngày 05/9/2023 (thứ Ba)", ["2023>2024", "thứ Ba>thứ Năm?"]),
        ("Thứ 3, 05/9/2023", ["Thứ 3>Thứ 5?", "2023>2024"]),
        ("ngày 29/4/2023 (tức 10/3 âm lịch)", ["29/4/2023>[cần điền ngày dương lịch]?", "10/3"]),
        ("rằm tháng 10 (tức ngày 27/11/2023)", ["27/11/2023>[cần điền ngày dương lịch]?"]),
        ("ngày 10/3 âm lịch", ["10/3"]),
        ("ngày 31/6/2023", ["2023?"]),
        ("ngày Chủ nhật 23/4/2023", ["Chủ nhật>thứ Ba?", "2023>2024"]),
        ("CN, 17/12/2023", ["CN>T3?", "2023>2024"]),
        (
            "từ ngày 03/6/2023 đến ngày 06/6/2023 (từ thứ Bảy đến thứ Ba)",
            ["2023>2024", "2023>2024", "thứ Bảy>thứ Hai?", "thứ Ba>thứ Năm?"],
        ),
        ("từ 03/02/2023 (24 tháng Chạp)", ["2023>2024?"]),
        ("từ ngày 28/4/2023 đến ngày 03/5/2023", ["2023>2024?", "2023>2024?"]),
        ("xuống giống từ 10-20/10/2023 né rầy", ["2023>2024?"]),
        ("Chủ nhật thứ ba của tháng 11 - ngày 19/11/2023", ["2023>2024?"]),
        ("chiến dịch 92 ngày đêm từ 01/10/2023 đến 31/12/2023", ["2023>2024?", "2023>2024?"]),
        ("từ ngày 01/6/2023 đến ngày 15/6/2023", ["2023>2024", "2023>2024"]),
        ("Tết Chôl Chnăm Thmây, ngày 14/4/2023", ["2023>2024?"]),
    ],
)
def test_days_of_the_new_year(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thứ 6 ngày 15/12/2023", ["Thứ 6>Chủ nhật?", "2023>2024"]),
        ("T6, 15/12/2023", ["T6>CN?", "2023>2024"]),
        ("T7 16/12/2023", ["T7>T2?", "2023>2024"]),
        ("T.7, 16/12/2023", ["T.7>T.2?", "2023>2024"]),
        ("THỨ SÁU NGÀY 15/12/2023", ["THỨ SÁU>CHỦ NHẬT?", "2023>2024"]),
        ("CHỦ NHẬT, 17/12/2023", ["CHỦ NHẬT>THỨ BA?", "2023>2024"]),
        ("Thứ bảy ngày 16/12/2023", ["Thứ bảy>Thứ hai?", "2023>2024"]),
        ("Chủ nhật, 17/12/2023", ["Chủ nhật>Thứ Ba?", "2023>2024"]),
        ("sáng Chủ nhật, 17/12/2023", ["Chủ nhật>thứ Ba?", "2023>2024"]),
        ("thứ Sáu, ngày 15/12", ["thứ Sáu>Chủ nhật?", "15/12"]),
    ],
)
def test_a_day_of_the_week_keeps_its_manner_of_writing(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_a_saturday_in_figures_that_becomes_a_sunday_is_written_out() -> None:
    assert said("Thứ 7, 15/12/2018", 2018, 2019) == ["Thứ 7>Chủ nhật?", "2018>2019"]


def test_a_day_that_falls_on_the_same_day_of_the_week_is_asked_about_and_left() -> None:
    assert said("thứ Sáu, ngày 15/12/2023", 2023, 2028) == ["thứ Sáu?", "2023>2028"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kỷ niệm ngày thành lập thứ Ba, 08/8/1967", ["1967"]),
        ("cuộc họp thứ Hai, ngày 15/8/2022", ["2022?"]),
        ("từ tháng 6/2023 đến tháng 12/2023 (từ thứ Bảy đến thứ Ba)", ["2023>2024", "2023>2024"]),
        ("ngày 03/6/2023 và ngày 06/6/2023 (từ thứ Bảy đến thứ Ba)", ["2023>2024", "2023>2024"]),
        ("thứ Hai, 2023", ["2023?"]),
        ("họp thứ Sáu tháng 12/2023", ["2023>2024"]),
    ],
)
def test_a_day_of_the_week_that_belongs_to_no_date_of_the_new_year_stays(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_29_february_is_not_guessed() -> None:
    assert said("trước ngày 29/02/2024", 2024, 2025) == ["29/02/2024>[cần điền ngày]?"]
    assert said("trước ngày 29/02/2024", 2024, 2028) == ["2024>2028"]
    assert said("trước ngày 29/02", 2024, 2025) == ["29/02?"]


def test_a_day_on_which_offices_are_closed_names_the_working_day_before() -> None:
    (deadline,) = treat_years("Trước ngày 15/12/2023", Years(2023, 2024))
    assert deadline.why == "năm của kế hoạch; 15/12/2024 là Chủ nhật, ngày làm việc liền trước là 13/12/2024"
    (after_a_holiday,) = treat_years("chậm nhất 01/5", Years(2024, 2025))
    assert after_a_holiday.why.endswith("01/05/2025 là ngày nghỉ lễ, ngày làm việc liền trước là 29/04/2025")


def test_an_event_on_a_day_off_gets_a_remark_without_another_day() -> None:
    (event,) = treat_years("Khai mạc ngày 15/12/2023", Years(2023, 2024))
    assert event.why == "năm của kế hoạch; 15/12/2024 là Chủ nhật"


def test_a_working_day_gets_no_remark() -> None:
    (deadline,) = treat_years("Trước ngày 15/12/2023", Years(2023, 2025))
    assert (deadline.sure, deadline.why) == (True, "năm của kế hoạch")
