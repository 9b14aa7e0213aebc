from datetime import date

import pytest

from docgen.text.thoigian import NgayChuaDu, first_day, last_day, read_date


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("2025-12", 12), ("2025-3", 3), ("12/2025", 12), ("3/2025", 3), ("12-2025", 12), ("12 / 2025", 12), ("tháng 12/2025", 12),
        ("Tháng 12 năm 2025", 12), ("tháng12-2025", 12), ("ngày … tháng 12 năm 2025", 12),
        ("ngày   tháng 12/2025", 12), (".../12/2025", 12), ("/12/2025", 12), ("2025", None), ("năm 2025", None),
    ],
)  # fmt: skip
def test_a_month_or_a_year_is_read_as_clerks_type_it(typed: str, month: int | None) -> None:
    assert read_date(typed) == NgayChuaDu(2025, month)


@pytest.mark.parametrize("typed", ["2025-12-05", "2025-12-5", "05/12/2025", "5/12/2025", "5-12-2025", "5.12.2025"])
def test_a_whole_date_is_read(typed: str) -> None:
    assert read_date(typed) == date(2025, 12, 5)


@pytest.mark.parametrize("typed", ["12", "12/25", "quý IV/2025", "tháng 12", "12.2025", "05/12", "tháng 05/12/2025", ""])
def test_other_words_are_no_date(typed: str) -> None:
    assert read_date(typed) is None


@pytest.mark.parametrize("typed", ["2025-02-29", "31/4/2025", "13/2025", "2025-00", "tháng 0 năm 2025"])
def test_what_the_calendar_has_not_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # its words are nobody's
        read_date(typed)


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (NgayChuaDu(2024, 2), date(2024, 2, 1), date(2024, 2, 29)),
        (NgayChuaDu(2025, 12), date(2025, 12, 1), date(2025, 12, 31)),
        (NgayChuaDu(2025), date(2025, 1, 1), date(2025, 12, 31)),
        (date(2025, 3, 5), date(2025, 3, 5), date(2025, 3, 5)),
    ],
)
def test_a_half_date_can_be_any_day_of_its_month_or_year(day: NgayChuaDu | date, first: date, last: date) -> None:
    assert (first_day(day), last_day(day)) == (first, last)
