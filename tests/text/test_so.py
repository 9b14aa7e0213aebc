"""Numbers as papers print them: with every digit, however many."""

from decimal import Decimal

import pytest

from docgen.text.so import difference, dong, number, percent, quantity, share, total


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("0", "0"),
        ("1234.50", "1.234,5"),
        ("-1234567", "-1.234.567"),
        ("1E+6", "1.000.000"),
        ("1234567890123456789", "1.234.567.890.123.456.789"),
        ("123456789012345678901234567890123456", "123.456.789.012.345.678.901.234.567.890.123.456"),
        ("0.123456789012", "0,123456789012"),
        ("0.1234567890123456789012345678901234567", "0,1234567890123456789012345678901234567"),
        ("999999999999999999999.000000000000000000001", "999.999.999.999.999.999.999,000000000000000000001"),
    ],
)
def test_every_digit_is_printed(value: str, printed: str) -> None:
    assert number(Decimal(value)) == printed
    assert dong(Decimal(value)) == f"{printed} đồng"


def test_small_counts_have_a_leading_zero_and_only_they() -> None:
    assert [quantity(Decimal(each)) for each in ("0", "7", "7.0", "7.5", "-7", "10")] == ["0", "07", "07", "7,5", "-7", "10"]


def test_sums_and_differences_lose_no_digit() -> None:
    assert total([Decimal("1E+30"), Decimal("1E-30")]) == Decimal(
        "1000000000000000000000000000000.000000000000000000000000000001"
    )
    assert difference(Decimal("1E+40"), Decimal(1)) == Decimal("9" * 40)


def test_a_share_of_any_size_has_one_place() -> None:
    assert share(Decimal(1), Decimal(3)) == Decimal("33.3")
    assert percent(share(Decimal("1E+40"), Decimal(3))) == "333." * 13 + "333,3%"
    assert percent(share(Decimal("9" * 100), Decimal("1E-99"))).startswith("999.999.")


@pytest.mark.parametrize(
    ("part", "said"),
    [(149_999_999, "99,9%"), (150_000_001, "100,1%"), (1, "0,1%"), (-1, "-0,1%"), (0, "0%"), (150_000_000, "100%")],
)
def test_what_is_not_all_is_never_printed_as_all_nor_something_as_nothing(part: int, said: str) -> None:
    assert percent(share(Decimal(part), Decimal(150_000_000))) == said
