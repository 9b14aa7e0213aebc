"""Numbers as people write them in a cell, and as they are written down."""

from decimal import Decimal

import pytest

from docgen.data.model.ketqua import read_number
from docgen.data.sheetcells import CellValue, FilledCell
from docgen.forms.gathering.amounts import Amount, read_amount, written


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
        (FilledCell("A1", Decimal("0.857"), is_percent=True), Amount(Decimal("85.7"), "%")),
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
