import pytest

from docgen.decree30 import QUOC_HIEU, TIEU_NGU
from docgen.text import typography


@pytest.mark.parametrize(
    ("text", "size", "face", "millimetres"),
    [
        (QUOC_HIEU, 13, "bold", 95.6),
        (TIEU_NGU, 14, "bold", 60.4),
        ("ỦY BAN NHÂN DÂN", 13, "bold", 43.1),
        ("Sóc Trăng, ngày        tháng        năm 2023", 14, "italic", 83.1),
        ("tuyên truyền, quảng bá ASEAN năm 2023 trên địa bàn tỉnh Sóc Trăng", 14, "bold", 148.5),
    ],
)
def test_widths_agree_with_those_measured_on_paper(text: str, size: float, face: typography.Face, millimetres: float) -> None:
    assert typography.width(text, size, face) == pytest.approx(millimetres, abs=0.3)


def test_every_vietnamese_letter_has_a_width_of_its_base() -> None:
    assert typography.width("ế", 14) == typography.width("e", 14)
    assert typography.width("ữ", 14) == typography.width("ư", 14) > typography.width("u", 14)


def test_lines_are_as_even_as_they_can_be() -> None:
    lines = typography.balanced_lines("một hai ba bốn năm sáu bảy tám chín mười", 14, "regular", 60)
    widths = [typography.width(line, 14) for line in lines]
    assert len(lines) == 2
    assert max(widths) - min(widths) < 15


def test_a_line_break_of_the_author_is_kept() -> None:
    assert typography.balanced_lines("một hai\nba", 14, "regular", 100) == ["một hai", "ba"]
    assert typography.balanced_lines("\nmột hai\n\n \nba", 14, "regular", 100) == ["một hai", "ba"]


def test_no_word_is_lost_where_one_is_wider_than_the_line() -> None:
    assert typography.balanced_lines("a nghiêng b", 14, "regular", 3) == ["a", "nghiêng", "b"]


def test_blanks_to_write_in_are_not_broken() -> None:
    blank = "số\u00a0\u00a0\u00a0/KH-UBND"
    assert typography.balanced_lines(f"Kế hoạch {blank}", 14, "regular", 30) == ["Kế hoạch", blank]


def test_the_lines_of_a_paragraph_are_counted_with_its_indent() -> None:
    line = "chữ " * 20
    limit = typography.width(line.strip(), 14) + 0.5
    assert typography.line_count(line, 14, limit) == 1
    assert typography.line_count(line, 14, limit, indent=12.7) == 2
    assert typography.line_count("  ", 14, limit) == 0


# In the regular face at 14 points a digit is 2.47 mm wide, a blank 1.23 mm: "00 00" is 11.11 mm.
@pytest.mark.parametrize(("limit", "lines"), [(11.2, 1), (11.0, 2), (9.9, 2), (5.0, 2)])
def test_the_blank_between_words_takes_room(limit: float, lines: int) -> None:
    assert typography.line_count("00 00", 14, limit) == lines


@pytest.mark.parametrize(("limit", "lines"), [(23.5, ["00 00 00 00"]), (18.6, ["00 00", "00 00"]), (17.2, ["00 00", "00 00"])])
def test_each_line_begins_without_a_blank(limit: float, lines: list[str]) -> None:
    assert typography.balanced_lines("00 00 00 00", 14, "regular", limit) == lines
    assert typography.line_count("00 00 00 00", 14, 11.2) == 2


def test_tabs_and_line_breaks_part_words() -> None:
    assert typography.line_count("00\t00\n00", 14, 5.0) == 3
    assert typography.longest_word(["00\t000\n0"], 14) == pytest.approx(7.4, abs=0.02)
    assert typography.longest_word([], 14) == 0


def test_a_no_break_space_is_as_wide_as_a_blank_and_holds_words_together() -> None:
    assert typography.width("\u00a0", 14) == typography.width(" ", 14) == pytest.approx(1.23, abs=0.01)
    assert typography.line_count("00\u00a000 00", 14, 12) == 2
    assert typography.longest_word(["00\u00a000 00"], 14) == pytest.approx(11.11, abs=0.02)


def test_an_unknown_character_is_as_wide_as_a_digit() -> None:
    assert typography.width("漢", 14) == typography.width("0", 14) == pytest.approx(2.47, abs=0.01)


@pytest.mark.parametrize(("indent", "lines"), [(0, 1), (2.6, 1), (6.2, 2)])
def test_the_indent_takes_room_of_the_first_line(indent: float, lines: int) -> None:
    assert typography.line_count("00 00", 14, 14, indent) == lines
