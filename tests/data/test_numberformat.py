"""What Excel shows of a number, by its format: sections, scale, leading zeros, words; and which digits it hides."""

from decimal import Decimal

import pytest

from docgen.data.numberformat import shown, shown_text


@pytest.mark.parametrize(
    ("value", "code", "words", "number", "unit"),
    [
        ("12", '0 "triệu đồng"', "12 triệu đồng", "12", "triệu đồng"),
        ("30", '0" lớp"', "30 lớp", "30", "lớp"),
        ("1000", '#,##0" cuốn"', "1.000 cuốn", "1000", "cuốn"),
        ("1234567", '#,##0 "đồng"', "1.234.567 đồng", "1234567", "đồng"),
        ("1500000", '#,##0.00\\ "₫"', "1.500.000 ₫", "1500000", "₫"),
        ("1500000", "#,##0\\ [$₫-42A]", "1.500.000 ₫", "1500000", "₫"),
        ("0.5", "0%", "50%", "50", "%"),
        ("0.857", "0.0%", "85,7%", "85.7", "%"),
        ("150000000", "#,##0,,", "150", "150", ""),
        ("25000000", "#,##0.0,,", "25", "25", ""),
        ("1500000", '0.0,," triệu"', "1,5 triệu", "1.5", "triệu"),
        ("7", "000", "007", "7", ""),
        ("939123456", "0000000000", "0939123456", "939123456", ""),
        ("3", '"Quý "0', "Quý 3", "3", "Quý"),
        ("0", '#,##0;-#,##0;"-"', "-", "0", ""),
        ("0", '0;-0;"không"', "không", "0", ""),
        ("-5", "#,##0;(#,##0)", "(5)", "-5", ""),
        ("-5", "0", "-5", "-5", ""),
        ("-1234.5", "#,##0.0", "-1.234,5", "-1234.5", ""),
        ("12", "General", "12", "12", ""),
        ("1234.5", "General", "1234,5", "1234.5", ""),
        ("5", '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)', "5", "5", ""),
        ("0", '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)', "-", "0", ""),
        ("2500000", '[>=1000000]0.0,," triệu";[>=1000]0," nghìn";0', "2,5 triệu", "2.5", "triệu"),
        ("2000", '[>=1000000]0.0,," triệu";[>=1000]0," nghìn";0', "2 nghìn", "2", "nghìn"),
        ("20", '[>=1000000]0.0,," triệu";[>=1000]0," nghìn";0', "20", "20", ""),
        ("12", "[Red]0 \"hộ\"", "12 hộ", "12", "hộ"),
        ("1234567890123456789", "0", "1234567890123456789", "1234567890123456789", ""),
        ("5", '0";"', "5;", "5", ";"),
        ("5", 'General" lớp"', "5 lớp", "5", "lớp"),
        ("1234.5", '"Khoảng "General', "Khoảng 1234,5", "1234.5", "Khoảng"),
        ("5", '0" general"', "5 general", "5", "general"),
        ("25000000", '#,##0,,.0" triệu"', "25 triệu", "25", "triệu"),
        ("12", "", "12", "12", ""),
        ("12", f"0{'%' * 250}", f"12{'0' * 500}{'%' * 250}", f"12{'0' * 500}", "%" * 250),
        ("12", f"0.{'0' * 253}", "12", "12", ""),
        ("12", f"0{'%' * 400}", "12", "12", ""),
        ("12", "[" * 200_000, "12", "12", ""),
    ],
)  # fmt: skip
def test_what_is_shown_is_what_is_read(value: str, code: str, words: str, number: str, unit: str) -> None:
    seen = shown(Decimal(value), code)
    assert (seen.words, seen.number, seen.unit) == (words, Decimal(number), unit)
    assert seen.rounded == ""


@pytest.mark.parametrize(
    ("value", "code", "words", "rounded"),
    [
        ("12.3456", "0.0", "12,3456", "12,3"),
        ("1234567", "#,##0,", "1.234,567", "1.235"),
        ("0.3333", "0%", "33,33%", "33%"),
        ("2.5", '0 "lớp"', "2,5 lớp", "3 lớp"),
        ("-0.5", "0", "-0,5", "-1"),
    ],
)
def test_digits_that_are_hidden_are_kept_and_told(value: str, code: str, words: str, rounded: str) -> None:
    seen = shown(Decimal(value), code)
    assert (seen.words, seen.rounded) == (words, rounded)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ('@" (tạm tính)"', "dự kiến (tạm tính)"),
        ('0;-0;0;"khoảng "@', "khoảng dự kiến"),
        ('_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)', "dự kiến"),
        ("General", "dự kiến"),
        ("@", "dự kiến"),
        ('0" lớp"', "dự kiến"),
        ('0;-0;0;""', "dự kiến"),
    ],
)
def test_a_text_has_the_words_that_its_format_puts_around_it(code: str, words: str) -> None:
    assert shown_text("dự kiến", code) == words
