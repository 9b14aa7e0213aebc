"""Numbers as Vietnamese papers print them: 1.234,5; 85,7%; 150.000.000 đồng; 07. The one door to babel."""

from collections.abc import Iterable
from decimal import Decimal, localcontext
from typing import Final

COUNTED: Final = (  # what numbers count, as a pattern
    "triệu|tỷ|tỉ|nghìn|ngàn|đồng|%|km|m|m2|m²|m3|m³|ha|kg|tấn|tạ|lít|giờ|phút|tuần|người|lượt|hộ|em|lớp|buổi|"
    r"cuộc|đợt|ca|điểm|bản|tin|bài|cái|chiếc|bộ|suất|căn|xã|phường|(?:ngày|tháng|năm|quý)(?!\s\d)"
)
_LOCALE: Final = "vi"
_PLAIN: Final = "#,##0.#"
MAX_DIGITS: Final = 100  # of a number that is data: more is a slip of the keyboard
_ONE_PLACE: Final = Decimal("0.1")
_ROOM: Final = 4 * MAX_DIGITS  # no sum, difference or share of such numbers has more


def number(value: Decimal | int) -> str:
    """Return `value` with every digit that it has: 1.234,5."""
    return _formatted(value)


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
    """Return `value` percent, the sign close behind it: 85,7%."""
    return f"{_formatted(value)}%"


def share(part: Decimal, whole: Decimal) -> Decimal:
    """Return how many percent of `whole`, which is not 0, `part` is, to one place; a half is rounded up.

    What is not all is never 100, what is something never 0: 149.999.999 of 150.000.000 đồng is 99,9%.
    """
    with localcontext(prec=_ROOM):
        exact = part * 100 / whole
        rounded = exact.quantize(_ONE_PLACE, rounding="ROUND_HALF_UP")
        return rounded if rounded not in (0, 100) else rounded + _ONE_PLACE * ((exact > rounded) - (exact < rounded))


def rounded_off(parts: Iterable[Decimal]) -> str:
    """Return what a column of percentages is told to add up to, blank where they come to 100: each was rounded by itself."""
    whole = total(parts)
    return "" if whole in (0, 100) else f"Tổng các tỷ lệ là {percent(whole)} do làm tròn số."


def total(parts: Iterable[Decimal]) -> Decimal:
    """Return the sum of `parts` with every digit."""
    with localcontext(prec=_ROOM):
        return sum(parts, Decimal(0))


def difference(more: Decimal, less: Decimal) -> Decimal:
    """Return `more` without `less`, with every digit."""
    with localcontext(prec=_ROOM):
        return more - less


def _formatted(value: Decimal | int) -> str:
    from babel.numbers import format_decimal  # noqa: PLC0415  # most plans print no number, and it takes long to load

    with localcontext(prec=_ROOM):
        return str(format_decimal(value, _PLAIN, locale=_LOCALE, decimal_quantization=False))
