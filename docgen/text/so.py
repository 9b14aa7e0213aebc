"""Numbers as Vietnamese papers print them: 1.234,5; 85,7%; 150.000.000 đồng; 07. The one door to babel."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from babel.numbers import format_decimal

_LOCALE: Final = "vi"
_ONE_PLACE: Final = "#,##0.#"
_ALL_PLACES: Final = "#,##0.##########"
_TENTHS: Final = 1000  # of a percent, in the whole


def number(value: Decimal | int) -> str:
    """Return `value` with every digit that it has: 1.234,5."""
    return _formatted(value, _ALL_PLACES)


def count(value: int) -> str:
    """Return how many there are, as offices write it: below 10 with a leading 0, but a bare 0."""
    return f"{value:02d}" if 0 < value < 10 else number(value)


def quantity(value: Decimal) -> str:
    """Return a figure: whole ones below 10 with a leading 0, as counts are, all others as they are."""
    return count(int(value)) if value == value.to_integral_value() and value >= 0 else number(value)


def dong(value: Decimal) -> str:
    """Return an amount of money: 150.000.000 đồng."""
    return f"{number(value)} đồng"


def percent(value: Decimal) -> str:
    """Return `value` percent with at most one place behind the comma: 85,7%."""
    return f"{_formatted(value, _ONE_PLACE)}%"


def share(part: Decimal, whole: Decimal) -> Decimal:
    """Return how many percent of `whole`, which is not 0, `part` is, to one place; a half is rounded up."""
    return (part * 100 / whole).quantize(Decimal("0.1"), rounding="ROUND_HALF_UP")


def shares(counts: Sequence[int]) -> tuple[Decimal, ...]:
    """Return how many percent each of `counts` is of them all, to one place, so that they add up to 100 exactly.

    What rounding down leaves over goes to those that lost most by it, the first of equals. Where there is nothing, all are 0.
    """
    whole = sum(counts)
    if whole == 0:
        return (Decimal(0),) * len(counts)
    tenths = [each * _TENTHS // whole for each in counts]
    by_loss = sorted(range(len(counts)), key=lambda index: -(counts[index] * _TENTHS % whole))
    for index in by_loss[: _TENTHS - sum(tenths)]:
        tenths[index] += 1
    return tuple(Decimal(each) / 10 for each in tenths)


def _formatted(value: Decimal | int, pattern: str) -> str:
    return str(format_decimal(value, pattern, locale=_LOCALE))
