"""Roman numerals as they are read."""

from typing import Final

_VALUES: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def roman_value(numeral: str) -> int:
    """Return the number that `numeral` writes, in capitals or not."""
    values = [_VALUES[letter] for letter in numeral.upper()]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
