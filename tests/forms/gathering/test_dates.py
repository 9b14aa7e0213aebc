"""Days as people write them in a cell."""

from datetime import date
from decimal import Decimal

import pytest

from docgen.data.sheetcells import CellValue, FilledCell
from docgen.forms.gathering.dates import read_day

DAY = date(2023, 6, 20)


@pytest.mark.parametrize(
    "value",
    [
        DAY, "20/6/2023", "20.6.23", "20-06-2023", "2023-06-20", "2023-06-20 00:00:00", "ngày 20 tháng 6 năm 2023",
        "20 tháng 6 năm 2023", " Ngày 20/6/2023. ", "20 / 6 / 2023", "ngày 20\ntháng 6 năm 2023",
    ],
)  # fmt: skip
def test_a_plain_day(value: CellValue) -> None:
    found = read_day(FilledCell("A1", value), 2023)
    assert (found.day, found.doubt) == (DAY, "")


@pytest.mark.parametrize(
    ("value", "doubt"),
    [
        (Decimal(45097), "ô ghi số 45097, đọc thành 20/06/2023"),
        ("45097", "ô ghi số 45097, đọc thành 20/06/2023"),
        (Decimal(20062023), "ô ghi số 20062023, đọc thành 20/06/2023"),
        ("20/6", "“20/6” không ghi năm, đọc thành 20/06/2023"),
        ("ngày 20 tháng 6", "“ngày 20 tháng 6” không ghi năm, đọc thành 20/06/2023"),
    ],
)
def test_a_day_that_is_told(value: CellValue, doubt: str) -> None:
    found = read_day(FilledCell("A1", value), 2023)
    assert (found.day, found.doubt) == (DAY, doubt)


@pytest.mark.parametrize(
    ("value", "doubt"),
    [
        ("6/2023", "“6/2023” không phải một ngày"),
        ("Quý II", "“Quý II” không phải một ngày"),
        ("từ 1/6 đến 20/6/2023", "“từ 1/6 đến 20/6/2023” không phải một ngày"),
        ("20/6/2023 và 25/6/2023", "“20/6/2023 và 25/6/2023” không phải một ngày"),
        ("trước 20/6/2023", "“trước 20/6/2023” không phải một ngày"),
        ("31/02/2023", "trong lịch không có ngày “31/02/2023”"),
        ("2023-13-01", "trong lịch không có ngày “2023-13-01”"),
        ("đã xong", "“đã xong” không đọc được thành ngày"),
        (Decimal(2023), "“2023” không phải ngày"),
        (Decimal("20.6"), "“20.6” không phải ngày"),
        ("99999999999999999999", "“99999999999999999999” không phải ngày"),
    ],
)
def test_what_is_no_day(value: CellValue, doubt: str) -> None:
    found = read_day(FilledCell("A1", value), 2023)
    assert (found.day, found.doubt) == (None, doubt)


def test_a_date_shown_without_its_day_is_none() -> None:
    assert read_day(FilledCell("A1", date(2023, 6, 1), lacks_day=True), 2023).doubt == "chỉ có tháng 6/2023, không có ngày"
