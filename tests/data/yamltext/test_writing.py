"""Values to YAML: read back as the same values, and pleasant to read."""

import random
import unicodedata

import pytest

from docgen.data.yamlfile import of_text
from docgen.data.yamltext.writing import Writable, item_lines, lines_of

PIECES = (
    "a", "ă", "Đ", "1", " ", "  ", ":", " :", ": ", "#", " #", "# ", "-", "- ", "'", '"', "\\", "\n", "\n\n", "\n  ", "\t",
    "%", "@", "&", "*", "!", "|", ">", "{", "}", "[", "]", ",", "?", "null", "~", "=", "…", "“", "\u00a0", "😀", "---", "...",
    "<<", "0x1", "e3",
)  # fmt: skip


def back(lines: list[str]) -> object:
    source = of_text("a.yaml", "\n".join(lines) + "\n")
    assert source.problems == ()
    return source.value


@pytest.mark.parametrize("seed", range(20))
def test_hostile_texts_are_read_back(seed: int) -> None:
    drawn = random.Random(seed)
    for _ in range(200):
        text = "".join(drawn.choice(PIECES) for _ in range(drawn.choice((1, 2, 3, 5, 8, 15, 80)))).strip()
        if not text:
            continue
        values: dict[str, Writable] = {"a": text, "b": [{"c": "1", "d": text}, {"c": text}], "e": [text, "x"], "f": {"g": text}}
        nfc = unicodedata.normalize("NFC", text)
        assert back(lines_of(values, 0)) == {"a": nfc, "b": [{"c": "1", "d": nfc}, {"c": nfc}], "e": [nfc, "x"], "f": {"g": nfc}}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("hoàn thành", "k: hoàn thành"),
        ("2023-06-20", "k: 2023-06-20"),
        ("Tin, bài (đợt 1:2)", "k: Tin, bài (đợt 1:2)"),
        ("null", 'k: "null"'),
        ("Thời gian: quý II", 'k: "Thời gian: quý II"'),
        ('"Dân vận khéo" là phong trào', "k: '\"Dân vận khéo\" là phong trào'"),
        ("- một", 'k: "- một"'),
        ("Phòng # 15", 'k: "Phòng # 15"'),
        ("kết thúc:", 'k: "kết thúc:"'),
        (" trước", 'k: " trước"'),
        ("", 'k: ""'),
    ],
)
def test_a_short_text_stands_on_its_line(text: str, line: str) -> None:
    assert lines_of({"k": text}, 0) == [line]


def test_a_long_text_is_folded_and_a_broken_one_keeps_its_lines() -> None:
    words = "Tuyên truyền, phổ biến các ấn phẩm truyền thông quảng bá về ASEAN do các cơ quan Trung ương cung cấp (Sách, tờ rơi)"
    lines = lines_of({"ten": words, "ghi": "một\n\n  hai", "rong": None, "khong": []}, 2)
    assert lines == [
        "  ten: >-",
        "    Tuyên truyền, phổ biến các ấn phẩm truyền thông quảng bá về ASEAN do các cơ quan Trung ương cung cấp",
        "    (Sách, tờ rơi)",
        "  ghi: |-",
        "    một",
        "",
        "      hai",
        "  rong:",
        "  khong: []",
    ]


def test_an_item_bears_its_comment() -> None:
    assert item_lines({"ma": "I.1", "ten": "Một"}, 2, "docgen: a.xlsx") == ["  - ma: I.1 # docgen: a.xlsx", "    ten: Một"]


def test_what_is_folded_is_never_broken_at_two_blanks() -> None:
    text = "hai  dấu cách " * 30
    assert back(lines_of({"k": text.strip()}, 0)) == {"k": text.strip()}
