import re

import pytest

from docgen.text.folding import folded_words, name_key, numbered_name, plain_name, same_words

RESERVED = "con prn aux nul com1 com9 lpt1 lpt9 com0".split()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Sở Công Thương", "so-cong-thuong"),
        ("Sở Văn hóa, Thể thao và Du lịch", "so-van-hoa-the-thao-va-du-lich"),
        ("Đoàn TNCS Hồ Chí Minh – tỉnh", "doan-tncs-ho-chi-minh-tinh"),
        ("UBND xã “Ea H'Leo”", "ubnd-xa-ea-h-leo"),
        ("  A/B\\C:D*E?F<G>H|I. ", "a-b-c-d-e-f-g-h-i"),
        ("Ban 15\u00a0\t\n(2)", "ban-15-2"),
        ("So\u031b\u0309 Y te\u0302\u0301", "so-y-te"),
        ("…", "khong-ten"),
        ("", "khong-ten"),
        ("東京", "khong-ten"),
    ],
)
def test_a_name_has_plain_letters_digits_and_hyphens(words: str, name: str) -> None:
    assert plain_name(words) == name


@pytest.mark.parametrize("device", RESERVED)
def test_a_name_of_a_device_of_windows_is_never_used(device: str) -> None:
    assert plain_name(device.upper()) == f"{device}-"
    assert numbered_name(1, 5, device).partition(".")[0] not in RESERVED


@pytest.mark.parametrize("length", [59, 60, 61, 120, 1000])
def test_a_long_name_is_cut_between_words(length: int) -> None:
    name = plain_name(("mười " * length)[:length])
    assert len(name) <= 60
    assert re.fullmatch(r"(muoi-)*m?u?o?i?", name)
    if length > 60:
        assert set(name.split("-")) == {"muoi"}
    assert len(plain_name("a" * length)) == min(length, 60)


def test_names_sort_as_their_numbers() -> None:
    assert numbered_name(3, 7, "Sở Y tế") == "03-so-y-te"
    assert numbered_name(7, 3321, "Xã A") == "0007-xa-a"
    names = [numbered_name(number, 120, "x") for number in range(1, 121)]
    assert names == sorted(names)


def test_numbers_part_units_of_one_plain_name() -> None:
    assert plain_name("Xã Hòa An") == plain_name("Xã Hoà Ân")
    assert numbered_name(1, 2, "Xã Hòa An") != numbered_name(2, 2, "Xã Hoà Ân")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Tổ chức  hội thảo.", "tổ chức hội\nthảo", True),
        ("Hội tha\u0309o", "hội thảo", True),
        ("Hội thao", "Hội thảo", False),
        ("Mục d", "Mục đ", False),
        ("Tin, bài:", "tin, bài", True),
        ("Tin, bài", "Tin bài", False),
    ],
)
def test_words_are_the_same_in_any_case_and_spacing_but_not_without_their_marks(one: str, other: str, same: bool) -> None:
    assert (same_words(one) == same_words(other)) is same


def test_folded_words_lose_marks_and_signs() -> None:
    assert folded_words(" Đơn vị (chủ trì) – ") == "don vi chu tri"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Xã Hòa An", "xã Hoà An", True),
        ("Xã Hòa An", "Xã Hỏa An", False),
        ("Xã Hòa An", "Xã Hoa An", False),
        ("UBND xã A", "Ủy ban nhân dân xã A", True),
        ("Sở Văn hóa và Thể thao", "Sở Văn hóa, Thể thao", True),
        ("Phường 1, 2", "Phường 12", False),
    ],
)
def test_names_of_units_keep_their_tones(one: str, other: str, same: bool) -> None:
    assert (name_key(one) == name_key(other)) is same
