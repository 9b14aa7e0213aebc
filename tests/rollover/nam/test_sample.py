"""Every year and date of the first real plan, in sentences of our own, rolled over to three years."""

import pytest

from docgen.text.wording import MARKER
from tests.rollover.nam.reading import rolled, said

OWN = (
    "Sóc Trăng, ngày        tháng        năm {}",
    "Chương trình tuyên truyền, quảng bá ASEAN năm {} trên địa bàn tỉnh",
    "Ủy ban nhân dân tỉnh ban hành Kế hoạch quảng bá ASEAN năm\n{} trên địa bàn tỉnh",
    "Trong năm {}.",
    "Trong năm {}",
    "Trên đây là Kế hoạch quảng bá ASEAN năm {} trên địa bàn tỉnh",
    "CÁC HOẠT ĐỘNG QUẢNG BÁ ASEAN NĂM {} TRÊN ĐỊA BÀN TỈNH",
    "(Kèm theo Kế hoạch số:          /KH-UBND ngày       tháng       năm {} của Ủy ban nhân dân tỉnh)",
    "Đưa tin về sự kiện quan trọng của ASEAN trong năm {}; thông tin thường kỳ",
    "thực hiện Kế hoạch quảng bá ASEAN năm {}",
    "Giao dự toán chi ngân sách cho đơn vị dùng ngân sách tỉnh năm {} và nguồn kinh phí khác",
)
LEFT_IN_2024_AND_2025 = (
    ("về quảng bá ASEAN giai đoạn 2021 - 2025, tầm nhìn đến năm 2030 tại tỉnh", ["2021 - 2025", "2030"]),
    ("Thực hiện Kế hoạch tổng thể Cộng đồng Kinh tế ASEAN 2025, nhất là đầu tư", ["2025"]),
)


@pytest.mark.parametrize("new", [2024, 2025, 2026])
@pytest.mark.parametrize("sentence", OWN)
def test_the_plans_own_year_moves(sentence: str, new: int) -> None:
    assert said(sentence.format(2023), 2023, new) == [f"2023>{new}"]
    assert rolled(sentence.format(2023), 2023, new) == sentence.format(new)


@pytest.mark.parametrize("new", [2024, 2025])
@pytest.mark.parametrize(("sentence", "expected"), LEFT_IN_2024_AND_2025)
def test_periods_and_names_that_reach_the_new_year_stay(sentence: str, expected: list[str], new: int) -> None:
    assert said(sentence, 2023, new) == expected


def test_a_period_that_ended_before_the_new_year_is_left_to_a_person() -> None:
    sentence = "về quảng bá ASEAN giai đoạn 2021 - 2025, tầm nhìn đến năm 2030 tại tỉnh"
    assert said(sentence, 2023, 2026) == ["2021 - 2025>[cần điền giai đoạn]?", "2030"]
    assert MARKER.search(rolled(sentence, 2023, 2026))


def test_a_name_that_carries_a_year_now_past_is_asked_about() -> None:
    assert said("Kế hoạch tổng thể Cộng đồng Kinh tế ASEAN 2025, nhất là đầu tư", 2023, 2026) == ["2025?"]


@pytest.mark.parametrize("new", [2024, 2025, 2026])
def test_the_theme_of_the_year_is_asked_about_with_its_year(new: int) -> None:
    sentence = "bám sát chủ đề ASEAN năm 2023 “Một ASEAN tầm vóc”, khẳng định"
    assert said(sentence, 2023, new) == ["2023?", "Một ASEAN tầm vóc?"]


@pytest.mark.parametrize("new", [2024, 2025, 2026])
def test_cited_documents_are_anothers_business(new: int) -> None:
    cited = "Quyết định số 3334/QĐ-UBND ngày 09 tháng 12 năm 2022"
    sentence = f"{cited} về giao dự toán tỉnh năm 2023"
    assert said(sentence, 2023, new, taken=((0, len(cited)),)) == [f"2023>{new}"]


@pytest.mark.parametrize("sentence", ["Quý II", "Thường xuyên", "cả 3 trụ cột", "dịch Covid-19", "tại khoản 2.1, Mục 2 Phụ lục"])
def test_what_is_no_year_is_not_spoken_of(sentence: str) -> None:
    assert said(sentence) == []
