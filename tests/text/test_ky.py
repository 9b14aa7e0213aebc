"""Periods of forms and reports: how they are named, what they are, how the time of a task lies to them."""

from datetime import date

import pytest

from docgen.text.thoigian import NotAPeriod, ViTri, read, read_period


@pytest.mark.parametrize(
    ("words", "printed", "first", "last"),
    [
        (None, "năm 2023", "2023-01-01", "2023-12-31"),
        ("", "năm 2023", "2023-01-01", "2023-12-31"),
        ("quý III năm 2023", "quý III năm 2023", "2023-07-01", "2023-09-30"),
        ("Quý   III", "Quý III năm 2023", "2023-07-01", "2023-09-30"),
        ("quý 3/2023", "quý 3/2023", "2023-07-01", "2023-09-30"),
        ("6 tháng đầu năm", "6 tháng đầu năm 2023", "2023-01-01", "2023-06-30"),
        ("6 tháng cuối năm 2023", "6 tháng cuối năm 2023", "2023-07-01", "2023-12-31"),
        ("9 tháng năm 2023", "9 tháng năm 2023", "2023-01-01", "2023-09-30"),
        ("9 tháng", "9 tháng năm 2023", "2023-01-01", "2023-09-30"),
        ("tháng 6", "tháng 6 năm 2023", "2023-06-01", "2023-06-30"),
        ("từ ngày 01/3/2023 đến ngày 15/4/2023", "từ ngày 01/3/2023 đến ngày 15/4/2023", "2023-03-01", "2023-04-15"),
    ],
)
def test_a_period_is_read(words: str | None, printed: str, first: str, last: str) -> None:
    ky = read_period(words, 2023)
    assert (ky.chu, ky.tu.isoformat(), ky.den.isoformat()) == (printed, first, last)


@pytest.mark.parametrize(
    "words",
    [
        "abc",
        "hằng tháng",
        "quý I, III",
        "khi có yêu cầu",
        "quý V",
        "từ nay trở đi",
        "từ năm 2023 trở đi",
        "quý II và khi có yêu cầu",
    ],
)
def test_what_is_no_period_is_said(words: str) -> None:
    with pytest.raises(NotAPeriod, match=r"không phải một kỳ báo cáo; ghi như “năm 2023”"):
        read_period(words, 2023)


@pytest.mark.parametrize(
    "words", ["năm 2022", "quý I năm 2024", "từ tháng 10/2022 đến tháng 3/2023", "từ tháng 10/2023 đến tháng 3/2024"]
)
def test_a_period_of_another_year_is_said(words: str) -> None:
    with pytest.raises(NotAPeriod, match="không nằm trong năm 2023 của kế hoạch"):
        read_period(words, 2023)


@pytest.mark.parametrize(
    ("time", "lies"),
    [
        ("Quý II", ViTri.TRONG),
        ("Trong năm 2023", ViTri.TRONG),
        ("Tháng 6, tháng 10", ViTri.TRONG),
        ("Thường xuyên", ViTri.TRONG),
        ("Khi có yêu cầu", ViTri.TRONG),
        ("Hằng quý", ViTri.TRONG),
        ("Ngày 30/6", ViTri.TRONG),
        ("Ngày 01/4", ViTri.TRONG),
        ("Từ năm 2022 trở đi", ViTri.TRONG),
        ("Tháng 3", ViTri.TRUOC),
        ("Ngày 31/3", ViTri.TRUOC),
        ("Ngày 01/7", ViTri.SAU),
        ("Quý IV", ViTri.SAU),
        ("Quý I, quý IV", ViTri.NGOAI),
    ],
)
def test_how_a_time_lies_to_the_second_quarter(time: str, lies: ViTri) -> None:
    assert read_period("quý II", 2023).position(read(time, 2023)) is lies


def test_a_task_without_a_time_lies_in_every_period() -> None:
    ky = read_period("quý II", 2023)
    assert ky.position(None) is ViTri.TRONG
    assert (ky.tu, ky.den) == (date(2023, 4, 1), date(2023, 6, 30))
