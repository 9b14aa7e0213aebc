"""Numbers as people write them in a cell, and as they are written down."""

from datetime import date
from decimal import Decimal

import pytest

from docgen.data.model.ketqua import read_number
from docgen.data.sheetcells import CellValue, FilledCell
from docgen.forms.gathering.cellvalues import Amount, read_amount, read_day, written

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
        ("khi có yêu cầu", "“khi có yêu cầu” không đọc được thành ngày"),
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


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (Decimal(325), "325"), ("1.234,5", "1234.5"), ("1.234.567", "1234567"), ("15 000", "15000"), ("12,5", "12.5"), ("0", "0"),
        (Decimal("0.5"), "0.5"), ("-3", "-3"), ("1.234", "1234"), (Decimal("1234.567"), "1234.567"),
    ],
)  # fmt: skip
def test_a_plain_number(value: CellValue, number: str) -> None:
    assert read_amount(FilledCell("A1", value)) == Amount(Decimal(number))


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        (FilledCell("A1", "325 tin"), Amount(Decimal(325), "tin")),
        (FilledCell("A1", "1.234,5 triệu đồng"), Amount(Decimal("1234.5"), "triệu đồng")),
        (FilledCell("A1", "85%"), Amount(Decimal(85), "%")),
        (FilledCell("A1", Decimal("85.7"), unit="%"), Amount(Decimal("85.7"), "%")),
    ],
)
def test_a_number_with_its_unit(cell: FilledCell, amount: Amount) -> None:
    assert read_amount(cell) == amount


def test_a_fraction_that_may_be_a_thousand_is_told() -> None:
    found = read_amount(FilledCell("A1", Decimal("1.234")))
    assert (found.number, found.doubt) == (Decimal("1.234"), "ô là số lẻ 1,234; nếu là 1234 thì sửa lại")


@pytest.mark.parametrize("text", ["khoảng 300", "1,234", "200-300", "nhiều", "1.23.4", "12/15"])
def test_what_is_no_number(text: str) -> None:
    assert read_amount(FilledCell("A1", text)) == Amount(None, "", f"“{text}” không đọc được thành số")


@pytest.mark.parametrize(
    "number", ["0", "5", "1234", "1234567", "0.5", "1.234", "12.345", "999.999", "1234.567", "-1.5", "100", "1.50"]
)
def test_what_is_written_is_read_again(number: str) -> None:
    assert read_number(written(Decimal(number))) == Decimal(number)
