"""Vietnamese words for paper: numerals, letters, dates, capitals, the marks that end a text, blanks to fill in, words quoted.

`MARKER` is the visible blank: words in square brackets where a person has to write, in the data and highlighted on paper.
`kiemtra` finds it in a final paper as an error (X11), and in a draft as a note.
"""

from datetime import date
from typing import Final

from docgen.text.dinhdang import end_of_words, has_marks, kept
from docgen.text.folding import on_one_line
from docgen.text.patterns import lazy_re
from docgen.text.thoigian import NgayVanBan

_RAISED: Final = str.maketrans("0123456789+-=()niao", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵒ")
_LOWERED: Final = str.maketrans("0123456789+-=()aeox", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓ")
_SIMPLE: Final = lazy_re(r"\w+")
KHOAN_LETTERS: Final = "abcdđeghiklmnopqrstuvxy"  # the Vietnamese order: đ after d, no f, j, w, z (PL I.II.6.đ)

_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_END_MARKS: Final = ".,;:"
_NOTE: Final = lazy_re(r"(\[\^\w+\])")

NUMBER_BLANK: Final = " " * 10  # room to write a number by hand
DAY_BLANK: Final = " " * 8  # room to write two digits
MARKER: Final = lazy_re(r"\[(?i:cần)\s[^\[\]\n]{1,300}\]")  # headings in capitals have it in capitals


def raised(text: str) -> str:
    """Return `text` as superscript letters, with ^ before it where there are none for it."""
    made = text.translate(_RAISED)
    return made if not set(made) & set(text) else f"^{text}" if _SIMPLE.fullmatch(text) else f"^({text})"


def lowered(text: str) -> str:
    """Return `text` as subscript letters, with _ before it where there are none for it."""
    made = text.translate(_LOWERED)
    return made if not set(made) & set(text) else f"_{text}" if _SIMPLE.fullmatch(text) else f"_({text})"


def roman(number: int) -> str:
    """Return `number`, 1 or more, in Roman numerals."""
    numeral = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        numeral += letters * count
    return numeral


def roman_value(numeral: str) -> int:
    """Return the number that a Roman `numeral` writes, in capitals or not."""
    worth = {letters: value for value, letters in _ROMAN}
    values = [worth[letter] for letter in numeral.upper()]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def letter(number: int) -> str:
    """Return the letter of the khoản at place `number`, from 1: a, b, c, d, đ, e, and aa, ab behind y, aaa behind yy."""
    rounds, index = divmod(number - 1, len(KHOAN_LETTERS))
    return (letter(rounds) if rounds else "") + KHOAN_LETTERS[index]


def capitals(text: str) -> str:
    """Return `text` in capitals (IN HOA); the names of its footnotes stay."""
    return "".join(part if index % 2 else part.upper() for index, part in enumerate(_NOTE.split(text)))


def sentence_start(text: str) -> str:
    """Return `text` with its first letter capital and the rest untouched."""
    first = next(iter(kept(text)), 0) if has_marks(text) else 0
    return text[:first] + text[first : first + 1].upper() + text[first + 1 :]


def paper_number(number: str | None) -> str:
    """Return a paper's number as printed: below 10 with a leading 0 (PL I.II.3.c); a blank to write in where there is none."""
    if number is None:
        return NUMBER_BLANK
    digits = number.rstrip("abcdefghijklmnopqrstuvwxyz")
    return f"{int(digits):02d}{number[len(digits) :]}"


def long_date(day: NgayVanBan | None, year: int) -> str:
    """Return `ngày 05 tháng 01 năm 2024` (PL I.II.4.b: days below 10 and months 1, 2 with a leading 0).

    A day or a month that is not known is a blank to write in; without a date the year is `year`.
    """
    if day is None:
        return f"ngày{DAY_BLANK}tháng{DAY_BLANK}năm {year}"
    month = f" {day.month:02d} " if day.month and day.month <= 2 else f" {day.month} " if day.month else DAY_BLANK
    return f"ngày{f' {day.day:02d} ' if isinstance(day, date) else DAY_BLANK}tháng{month}năm {day.year}"


def short_date(day: date) -> str:
    """Return `05/01/2024`, as lists and tables have it."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def spoken_date(day: NgayVanBan) -> str:
    """Return a paper's date as a sentence names it: `ngày 05/01/2024`, or no more than is known: `tháng 12/2025`, `năm 2025`."""
    if isinstance(day, date):
        return f"ngày {short_date(day)}"
    return f"tháng {day.month}/{day.year}" if day.month else f"năm {day.year}"


def ended(text: str, mark: str) -> str:
    """Return `text` ended with `mark` in place of the mark it ends with; an ellipsis is words and stays.

    An end mark that stands before the call for a footnote, or within bold letters, is replaced where it stands.
    """
    bare, behind = text.rstrip(), ""
    if has_marks(text) and text[: (end := end_of_words(text))].endswith(tuple(_END_MARKS)):
        bare, behind = text[:end], bare[end:]
    if bare.endswith("./."):
        bare = bare[:-3]
    if not bare.endswith("..."):
        bare = bare.rstrip(_END_MARKS + " ")
    return bare + mark + behind


def shortened(text: str, most: int = 60, *, whole_words: bool = False) -> str:
    """Return `text` on one line, as a message quotes it: of more than `most` letters the first and an ellipsis, `most` in all.

    With `whole_words` it is cut behind a word, where there is one, and ends with no comma.
    """
    words = on_one_line(text)
    if len(words) <= most:
        return words
    cut = words[: most - 1]
    return f"{cut.rpartition(' ')[0].rstrip(' ,;.') if whole_words else cut.rstrip()}…"


def blank(what: str) -> str:
    """Return the blank that asks for `what`: `[cần điền số]`."""
    return f"[cần điền {what}]"


def chosen(what: str) -> str:
    """Return the blank that asks a person to choose: `[cần chọn đơn vị thay Sở A]`."""
    return f"[cần chọn {what}]"
