"""Vietnamese words for paper: numerals, letters, dates, capitals and the marks that end a text."""

import unicodedata
from datetime import date
from typing import Final

KHOAN_LETTERS: Final = "abcdđeghiklmnopqrstuvxy"  # the Vietnamese order: đ after d, no f, j, w, z (PL I.II.6.đ)

_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_END_MARKS: Final = ".,;:"

NUMBER_BLANK: Final = " " * 10  # room to write a number by hand
DAY_BLANK: Final = " " * 8  # room to write two digits


def roman(number: int) -> str:
    """Return `number`, 1 or more, in Roman numerals."""
    numeral = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        numeral += letters * count
    return numeral


def letter(number: int) -> str:
    """Return the letter of the khoản at place `number`, from 1: a, b, c, d, đ, e, and aa, ab behind y."""
    rounds, index = divmod(number - 1, len(KHOAN_LETTERS))
    return (KHOAN_LETTERS[rounds - 1] if rounds else "") + KHOAN_LETTERS[index]


def capitals(text: str) -> str:
    """Return `text` in capitals (IN HOA)."""
    return text.upper()


def without_marks(text: str) -> str:
    """Return `text` in the letters of ASCII as far as they go: `trích yếu` becomes `trich yeu`."""
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def sentence_start(text: str) -> str:
    """Return `text` with its first letter capital and the rest untouched."""
    return text[:1].upper() + text[1:]


def paper_number(number: str | None) -> str:
    """Return a paper's number as printed: below 10 with a leading 0 (PL I.II.3.c); a blank to write in where there is none."""
    if number is None:
        return NUMBER_BLANK
    digits = number.rstrip("abcdefghijklmnopqrstuvwxyz")
    return f"{int(digits):02d}{number[len(digits) :]}"


def long_date(day: date | None, year: int) -> str:
    """Return `ngày 05 tháng 01 năm 2024` (PL I.II.4.b: days below 10 and months 1, 2 with a leading 0).

    Without a date the day and month are blanks to write in, and the year is `year`.
    """
    if day is None:
        return f"ngày{DAY_BLANK}tháng{DAY_BLANK}năm {year}"
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def short_date(day: date) -> str:
    """Return `05/01/2024`, as lists and tables have it."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def ended(text: str, mark: str) -> str:
    """Return `text` ended with `mark` in place of the mark it ends with; an ellipsis is words and stays."""
    bare = text.rstrip()
    if bare.endswith("./."):
        bare = bare[:-3]
    if not bare.endswith("..."):
        bare = bare.rstrip(_END_MARKS + " ")
    return bare + mark
