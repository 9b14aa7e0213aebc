"""Texts in the codes that came before Unicode: known for what they are, changed letter by letter, and no other text touched."""

import codecs

import pytest

from docgen.text.bang_ma import Code, code_of, code_of_font, decoded, in_unicode

# the letters of the tables of TCVN 5712 and of VNI for Windows, as they show in a font of Unicode
TCVN3 = "C¨n cø LuËt Tæ chøc; ñy ban nh©n d©n tØnh Sãc Tr¨ng; thùc hiÖn nhiÖm vô; ®\u00ad\u00eang, \u00adu tiªn, quü, nghÜa, gi÷"
VNI = "Vieäc thöïc hieän nhieäm vuï; Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam; ñöôøng, UÛY BAN, quyõ, Soùc Traêng, kî, tænh"
PLAIN_TCVN3 = "Căn cứ Luật Tổ chức; ủy ban nhân dân tỉnh Sóc Trăng; thực hiện nhiệm vụ; đường, ưu tiên, quỹ, nghĩa, giữ"
PLAIN_VNI = "Việc thực hiện nhiệm vụ; Cộng hòa xã hội chủ nghĩa Việt Nam; đường, ỦY BAN, quỹ, Sóc Trăng, kỵ, tỉnh"
WINDOWS = "Việc thực hiện"


@pytest.mark.parametrize(("typed", "code", "plain"), [(TCVN3, "TCVN3", PLAIN_TCVN3), (VNI, "VNI", PLAIN_VNI)])
def test_each_code_is_known_and_changed(typed: str, code: Code, plain: str) -> None:
    assert code_of(typed) == code
    assert in_unicode(typed, code) == plain


@pytest.mark.parametrize(
    ("typed", "plain"), [("KÕ HO¹CH", "KẾ HOẠCH"), ("KÕ ho¹ch", "Kế hoạch"), ("ViÖt Nam\nBé Néi vô", "Việt Nam\nBộ Nội vụ")]
)
def test_capitals_that_tcvn3_does_not_have_are_taken_from_the_line(typed: str, plain: str) -> None:
    assert in_unicode(typed, "TCVN3") == plain


def test_a_font_of_capitals_shows_capitals() -> None:
    assert in_unicode("kÕ ho¹ch", "TCVN3", capitals=True) == "KẾ HOẠCH"


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Nghị định số 30/2020/NĐ-CP, mục 5 §2, ngày 05/3/2020",
        "MỤC ĐÍCH",
        "các cá nhân và là cán bộ",
        "có lý do",
        "Münster, Ångström, façade, naïve café",
        "25 µm ± 5 µm; © 2024 Công ty ABC®",
        "Ke hoach nam 2024",
    ],
)
def test_other_texts_are_in_no_such_code(text: str) -> None:
    assert code_of(text) is None


@pytest.mark.parametrize(
    ("font", "code"),
    [(".VnTime", "TCVN3"), (".vnArialH", "TCVN3"), ("VNI-Times", "VNI"), ("Times New Roman", None), ("Vnagency", None)],
)
def test_fonts_tell_their_code(font: str, code: Code | None) -> None:
    assert code_of_font(font) == code


@pytest.mark.parametrize(
    ("data", "text", "code"),
    [
        ("Một việc\r\nHai".encode(), "Một việc\nHai", None),
        (codecs.BOM_UTF8 + "Một".encode(), "Một", None),
        (codecs.BOM_UTF16_LE + "Một".encode("utf-16-le"), "Một", None),
        (codecs.BOM_UTF16_BE + "Một".encode("utf-16-be"), "Một", None),
        ("Rà soát hồ sơ".encode("utf-16-le"), "Rà soát hồ sơ", None),
        ("Mô\u0323t viê\u0323c".encode(), "Một việc", None),
        (b"Vi\xea\xf2c th\xfd\xf2c hi\xea\xf2n", WINDOWS, "Windows-1258"),
        (TCVN3.encode("latin-1"), PLAIN_TCVN3, "TCVN3"),
        (VNI.encode("latin-1"), PLAIN_VNI, "VNI"),
        (TCVN3.encode(), PLAIN_TCVN3, "TCVN3"),
    ],
)
def test_files_are_read_whatever_their_code(data: bytes, text: str, code: str | None) -> None:
    assert decoded(data) == (text, code)


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(ValueError, match="no text"):
        decoded(b"\xff\x00\x01\x00\x00\x00\x02\x03" * 40)
