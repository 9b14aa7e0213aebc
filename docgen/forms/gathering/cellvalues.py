"""Reads a number with its unit of measure, or a day, out of a cell: typed by Excel's rules or in whatever words people write."""

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, NamedTuple

from docgen.data.model.ketqua import read_number
from docgen.data.sheetcells import FilledCell
from docgen.text.patterns import lazy_re
from docgen.text.thoigian import read
from docgen.text.wording import short_date

_EPOCH: Final = date(1899, 12, 30)
_SERIALS: Final = range(36526, 73051)  # the days of 2000 to 2099
_DAY: Final = lazy_re(r"(?:ngày\s*)?(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})\.?", re.IGNORECASE)
_YEAR_FIRST: Final = lazy_re(r"(\d{4})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:[T ]\d.*)?")
_WITHOUT_YEAR: Final = lazy_re(r"\d{1,2}\s*[/.-]\s*\d{1,2}|(?:ngày\s*)?\d{1,2}\s+tháng\s+\d{1,2}", re.IGNORECASE)
_RUN_TOGETHER: Final = lazy_re(r"(\d{2})(\d{2})(20\d{2})")
_DIGITS: Final = lazy_re(r"\d+")
_WITH_UNIT: Final = lazy_re(r"(-?\d[\d.,\s]*\d|-?\d)\s*([^\W\d_%].*|%)", re.DOTALL)
_TWO_WAYS: Final = lazy_re(r"-?\d{1,3},\d{3}")


class Day(NamedTuple):
    """The day that was read, None where none could be; and what a person has to look at, blank where it is plain."""

    day: date | None = None
    doubt: str = ""


def read_day(cell: FilledCell, nam: int) -> Day:
    """Return the day that a filled cell names in a form of the year `nam`."""
    if isinstance(cell.value, date):
        if cell.lacks_day:
            return Day(None, f"chỉ có tháng {cell.value.month}/{cell.value.year}, không có ngày")
        return Day(cell.value)
    if isinstance(cell.value, Decimal):
        return _of_count(cell.value)
    text = " ".join(str(cell.value).split())
    return _of_count(Decimal(text)) if _DIGITS.fullmatch(text) else _of_words(text, nam)


def _of_count(number: Decimal) -> Day:
    if number != int(number):
        return Day(None, f"“{number}” không phải ngày")
    day = _EPOCH + timedelta(days=int(number)) if int(number) in _SERIALS else _of_eight_digits(f"{int(number):08d}")
    if day is None:
        return Day(None, f"“{number}” không phải ngày")
    return Day(day, f"ô ghi số {number}, đọc thành {short_date(day)}")


def _of_eight_digits(digits: str) -> date | None:
    match = _RUN_TOGETHER.fullmatch(digits)
    return _in_calendar(match[3], match[2], match[1]) if match else None


def _of_words(text: str, nam: int) -> Day:
    if match := _DAY.fullmatch(text):
        return _of_counts(text, match[3], match[2], match[1])
    if match := _YEAR_FIRST.fullmatch(text):
        return _of_counts(text, match[1], match[2], match[3])
    heard = read(text, nam)
    if heard.chua_ro is None and len(heard.dot) == 1 and heard.tu == heard.den and heard.tu is not None:
        guessed = f"“{text}” không ghi năm, đọc thành {short_date(heard.tu)}" if _WITHOUT_YEAR.fullmatch(text) else ""
        return Day(heard.tu, guessed)
    if heard.chua_ro is None and heard.dot:
        return Day(None, f"“{text}” không phải một ngày")
    return Day(None, f"“{text}” không đọc được thành ngày")


def _of_counts(text: str, year: str, month: str, day: str) -> Day:
    found = _in_calendar(year, month, day)
    return Day(found) if found else Day(None, f"trong lịch không có ngày “{text}”")


def _in_calendar(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return None


class Amount(NamedTuple):
    """The number that was read, None where none could be; the unit that stood beside it; what a person has to look at."""

    number: Decimal | None = None
    unit: str = ""
    doubt: str = ""


def read_amount(cell: FilledCell) -> Amount:
    """Return the number in a filled cell."""
    if isinstance(cell.value, Decimal):
        return Amount(cell.value, cell.unit, cell.doubt) if cell.unit or cell.doubt else _of_number(cell.value)
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


def _of_number(number: Decimal) -> Amount:
    thousand = number * 1000
    if number != int(number) and thousand == int(thousand) and (thousand / 10) != int(thousand / 10) and abs(number) < 1000:
        return Amount(number, "", f"ô là số lẻ {written(number).rstrip('0')}; nếu là {written(thousand)} thì sửa lại")
    return Amount(number)
