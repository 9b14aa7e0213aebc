import pytest

from docgen.data import charcheck


@pytest.mark.parametrize(
    "text",
    [
        "Triển khai Chương trình hành động của Chính phủ về tuyên truyền, quảng bá ASEAN",
        "“Tư duy Cộng đồng, Hành động Cộng đồng” – 85,7% · ±5°C; §2 «trích»",
        "Công ty Zürich Việt Nam; Microsoft® Windows®; 5 m²; µm",
        "oà oá uỷ ưở iê yê Ở Đ đ ý è ê ô ơ ư",
        "dòng một\ndòng hai\tcột",
        "không\u00a0ngắt",
    ],
)
def test_vietnamese_texts_pass(text: str) -> None:
    assert list(charcheck.find(text)) == []


@pytest.mark.parametrize(
    ("text", "offset", "said"),
    [
        ("ab\u200bc", 2, "ký tự ẩn U+200B"),
        ("\ufeffabc", 0, "ký tự ẩn U+FEFF"),
        ("a\x07", 1, "ký tự điều khiển U+0007"),
        ("mất ch\ufffd", 6, "ký tự hỏng"),
        ("Phát triển \ufffcdu lịch", 11, "chỗ của một hình đã dán"),
        ("chữ \ue000", 4, "ký tự riêng của một phông chữ"),
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", 5, "TCVN3"),
        ("KÕ ho¹ch tuyªn truyÒn", 4, "TCVN3"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", 0, "VNI"),
        ("Uûy ban nhaân daân tænh", 0, "VNI"),
    ],
)
def test_what_must_not_be_printed_is_found_where_it_stands(text: str, offset: int, said: str) -> None:
    assert not charcheck.is_clean(text)
    [(found, description)] = list(charcheck.find(text))
    assert found == offset
    assert said in description
