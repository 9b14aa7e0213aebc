"""Reads a number out of a cell, in the Vietnamese way or as a number, with its unit of measure where that was typed beside it."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from docgen.data.model.ketqua import read_number
from docgen.data.sheetcells import FilledCell

_WITH_UNIT: Final = re.compile(r"(-?\d[\d.,\s]*\d|-?\d)\s*([^\W\d_%].*|%)", re.DOTALL)
_HUNDRED: Final = Decimal(100)
_TWO_WAYS: Final = re.compile(r"-?\d{1,3},\d{3}")


@dataclass(frozen=True, slots=True)
class Amount:
    """The number that was read, None where none could be; the unit that stood beside it; what a person has to look at."""

    number: Decimal | None = None
    unit: str = ""
    doubt: str = ""


def read_amount(cell: FilledCell) -> Amount:
    """Return the number in a filled cell."""
    if isinstance(cell.value, Decimal):
        return _of_number(cell.value, is_percent=cell.is_percent)
    text = str(cell.value).strip()
    number = read_number(text)
    if number is not None:
        return Amount(number)
    match = _WITH_UNIT.fullmatch(text)
    number = read_number(match[1]) if match else None
    if match is None or number is None:
        return Amount(None, "", f"“{text}” không đọc được thành số")
    return Amount(number, match[2].strip())


def written(number: Decimal) -> str:
    """Return a number as `ketqua.yaml` has it, with a comma before the fraction; it is read back as the same number."""
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    text = text.replace(".", ",")
    return f"{text}0" if _TWO_WAYS.fullmatch(text) else text


def _of_number(number: Decimal, *, is_percent: bool) -> Amount:
    if is_percent:
        return Amount(number * _HUNDRED, "%")
    thousand = number * 1000
    if number != int(number) and thousand == int(thousand) and (thousand / 10) != int(thousand / 10) and abs(number) < 1000:
        return Amount(number, "", f"ô là số lẻ {written(number).rstrip('0')}; nếu là {written(thousand)} thì sửa lại")
    return Amount(number)
