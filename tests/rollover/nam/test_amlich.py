"""The names of lunar years."""

import pytest

from docgen.rollover.nam.events import can_chi, year_named


@pytest.mark.parametrize(
    ("year", "name"),
    [
        (1945, "Ất Dậu"),
        (1968, "Mậu Thân"),
        (2020, "Canh Tý"),
        (2023, "Quý Mão"),
        (2024, "Giáp Thìn"),
        (2025, "Ất Tỵ"),
        (2026, "Bính Ngọ"),
    ],
)
def test_the_name_of_a_year(year: int, name: str) -> None:
    assert can_chi(year) == name


def test_a_name_is_of_the_nearest_year_whatever_its_spelling() -> None:
    assert year_named("Ất", "Tị", 2023) == 2025
    assert year_named("QUÍ", "MẸO", 2023) == 2023
    assert year_named("Mậu", "Thân", 1970) == 1968


def test_no_year_bears_a_name_of_unequal_halves() -> None:
    assert year_named("Quý", "Thìn", 2023) is None
