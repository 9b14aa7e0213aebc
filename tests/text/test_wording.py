from datetime import date

import pytest

from docgen.text import wording
from docgen.text.thoigian import NgayChuaDu


@pytest.mark.parametrize(("number", "numeral"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (99, "XCIX")])
def test_roman_numerals(number: int, numeral: str) -> None:
    assert wording.roman(number) == numeral


def test_letters_follow_the_vietnamese_alphabet() -> None:
    assert [wording.letter(number) for number in range(1, 13)] == list("abcdđeghiklm")


def test_letters_go_on_behind_the_last() -> None:
    assert [wording.letter(number) for number in (23, 24, 25)] == ["y", "aa", "ab"]
    assert [wording.letter(number) for number in (552, 553, 554)] == ["yy", "aaa", "aab"]


@pytest.mark.parametrize(("given", "printed"), [("5", "05"), ("05", "05"), ("15", "15"), ("152", "152"), ("7a", "07a")])
def test_numbers_below_ten_get_a_leading_zero(given: str, printed: str) -> None:
    assert wording.paper_number(given) == printed


def test_a_draft_has_room_to_write_its_number() -> None:
    assert len(wording.paper_number(None)) == 10
    assert not wording.paper_number(None).strip()


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2024, 1, 5), "ngày 05 tháng 01 năm 2024"),
        (date(2024, 2, 29), "ngày 29 tháng 02 năm 2024"),
        (date(2024, 3, 9), "ngày 09 tháng 3 năm 2024"),
        (date(2024, 12, 31), "ngày 31 tháng 12 năm 2024"),
    ],
)
def test_days_below_ten_and_the_first_two_months_get_a_leading_zero(day: date, words: str) -> None:
    assert wording.long_date(day, 1999) == words


def test_a_draft_has_room_to_write_day_and_month() -> None:
    assert wording.long_date(None, 2023).split() == ["ngày", "tháng", "năm", "2023"]
    assert wording.long_date(None, 2023).count(" ") == 17


@pytest.mark.parametrize(
    ("day", "words", "spoken"),
    [
        (NgayChuaDu(2025, 12), "ngày        tháng 12 năm 2025", "tháng 12/2025"),
        (NgayChuaDu(2025, 2), "ngày        tháng 02 năm 2025", "tháng 2/2025"),
        (NgayChuaDu(2025), "ngày        tháng        năm 2025", "năm 2025"),
        (date(2025, 3, 9), "ngày 09 tháng 3 năm 2025", "ngày 09/03/2025"),
    ],
)
def test_what_is_not_known_of_a_date_is_room_to_write(day: date | NgayChuaDu, words: str, spoken: str) -> None:
    assert wording.long_date(day, 1999) == words
    assert wording.spoken_date(day) == spoken


@pytest.mark.parametrize(
    ("text", "mark", "result"),
    [
        ("Căn cứ Luật Du lịch", ";", "Căn cứ Luật Du lịch;"),
        ("Căn cứ Luật Du lịch,", ".", "Căn cứ Luật Du lịch."),
        ("như sau:", ":", "như sau:"),
        ("quyết định.", "./.", "quyết định./."),
        ("quyết định./.", "./.", "quyết định./."),
        ("ngôn ngữ,...", ";", "ngôn ngữ,...;"),
        ("video clip,…", ".", "video clip,…."),
    ],
)
def test_texts_end_with_one_mark(text: str, mark: str, result: str) -> None:
    assert wording.ended(text, mark) == result


@pytest.mark.parametrize(
    ("text", "most", "quoted"),
    [
        ("Tổ chức  hội\nnghị", 20, "Tổ chức hội nghị"),
        ("Tổ chức hội nghị", 16, "Tổ chức hội nghị"),
        ("Tổ chức hội nghị", 15, "Tổ chức hội ng…"),
        ("Tổ chức hội nghị", 9, "Tổ chức…"),
    ],
)
def test_a_quoted_text_is_one_line_of_so_many_letters_at_most(text: str, most: int, quoted: str) -> None:
    assert wording.shortened(text, most) == quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Tổ chức hội nghị", "Tổ chức hội…"),
        ("Tổ chức, hội nghị tổng kết", "Tổ chức, hội…"),
        ("Tuyên truyền, vận động", "Tuyên truyền…"),
    ],
)
def test_whole_words_are_quoted_without_a_comma_behind_them(text: str, quoted: str) -> None:
    assert wording.shortened(text, 15, whole_words=True) == quoted


@pytest.mark.parametrize(
    ("text", "up", "down"),
    [("2", "²", "₂"), ("-3", "⁻³", "₋₃"), ("o", "ᵒ", "ₒ"), ("k", "^k", "_k"), ("2,5", "^(2,5)", "_(2,5)")],
)
def test_small_letters_above_and_below_the_line_are_never_read_as_plain_ones(text: str, up: str, down: str) -> None:
    assert (wording.raised(text), wording.lowered(text)) == (up, down)
