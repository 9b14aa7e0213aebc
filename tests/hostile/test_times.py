"""Any words about time: they never stop the program, what is read lies in the calendar, and months and quarters read back."""

from calendar import monthrange
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from docgen.text.dinhdang import plain
from docgen.text.thoigian import NotAPeriod, deadlines, read, read_period
from tests.hostile.words import HOSTILE, thorough

MONTHS = st.integers(1, 12)
YEARS = st.integers(1990, 2090)
NUMBERS = st.integers(0, 99).map(str) | st.sampled_from(
    ["00", "31", "30", "29", "2023", "9999", "0000", "99999999999999999999", "²", "٣", "Ⅳ", "-1"]
)
TIMES = st.lists(
    st.sampled_from(
        [
            "tháng",
            "quý",
            "ngày",
            "năm",
            "từ",
            "đến",
            "trước",
            "sau",
            "tuần",
            "đầu",
            "cuối",
            "giữa",
            "hằng",
            "I",
            "IV",
            "XII",
            "/",
            "-",
            ".",
            ",",
            ";",
            "(",
            ")",
            "và",
            "lần",
            "thứ",
            "6 tháng",
            "giai đoạn",
            "nửa",
            "chậm nhất",
            "hết",
            "dịp",
        ]
    )
    | NUMBERS,
    max_size=10,
)
FORMS_OF_A_DAY = ("{0.day}/{0.month}/{0.year}", "{0.day:02d}/{0.month:02d}/{0.year}", "ngày {0.day} tháng {0.month} năm {0.year}")
EXPRESSIONS = TIMES.map(" ".join) | TIMES.map("".join) | HOSTILE


def last(month: int, year: int) -> date:
    return date(year, month, monthrange(year, month)[1])


@thorough(1200)
@given(EXPRESSIONS, st.sampled_from([1, 1945, 2023, 2024, 2100, 9999]))
def test_any_words_are_read_or_said_to_be_unclear(words: str, year: int) -> None:
    heard = read(words, year)
    assert heard.chu == plain(words)
    assert heard.dot or heard.chua_ro
    assert list(heard.dot) == sorted(heard.dot, key=lambda dot: (dot.tu, dot.den or date.max))
    assert all(dot.den is None or dot.tu <= dot.den for dot in heard.dot)
    deadlines(f"Báo cáo trước {words}", year)


@thorough(300)
@given(EXPRESSIONS, st.integers(1945, 2100))
def test_any_words_are_a_period_of_the_year_or_refused(words: str, year: int) -> None:
    try:
        period = read_period(words, year)
    except NotAPeriod:
        return
    assert period.tu.year == period.den.year == year


@thorough(200)
@given(MONTHS, MONTHS, YEARS)
def test_from_month_to_month(first: int, second: int, year: int) -> None:
    heard = read(f"Từ tháng {min(first, second)} đến tháng {max(first, second)}", year)
    assert (heard.tu, heard.den, heard.chua_ro) == (date(year, min(first, second), 1), last(max(first, second), year), None)


@thorough(200)
@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)), st.sampled_from(FORMS_OF_A_DAY))
def test_a_day_reads_back(day: date, form: str) -> None:
    assert read(f"Chậm nhất {form.format(day)}", day.year).den == day
    heard = read(form.format(day), day.year)
    assert (heard.tu, heard.den) == (day, day)


@thorough(100)
@given(st.integers(1, 4), YEARS)
def test_a_quarter_reads_back_in_digits_and_in_roman_numbers(quarter: int, year: int) -> None:
    whole = (date(year, 3 * quarter - 2, 1), last(3 * quarter, year))
    for written in (f"Quý {quarter}", f"Quý {('I', 'II', 'III', 'IV')[quarter - 1]} năm {year}"):
        heard = read(written, year)
        assert (heard.tu, heard.den) == whole
