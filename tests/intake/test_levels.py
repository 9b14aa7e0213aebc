"""Which level of the data a paragraph of a paper comes in at: by its number, its turn among the others, Word's own styles."""

from dataclasses import replace
from typing import Any

import pytest

from docgen.check.ink import Face
from docgen.check.view import Paragraph
from docgen.intake.outlines import outline, values_of
from docgen.intake.typedpaper import view_of_text
from docgen.text.soan_dan_y import write

FACE = Face("Times New Roman", "Times New Roman", 14.0)


def body(text: str, style: str = "") -> list[Paragraph]:
    """Return the lines of `text` as paragraphs; "**" makes one bold, "#" before it gives it the style "Heading 1", "##" 2."""
    paragraphs = []
    for line in text.splitlines():
        words = line.lstrip("#")
        depth = len(line) - len(words)
        (paragraph,) = view_of_text(words.strip())[0].paragraphs
        paragraphs.append(replace(paragraph, style=f"{style or 'Heading'} {depth}" if depth else "Normal"))
    return paragraphs


def parts(text: str, style: str = "") -> list[Any]:
    made = outline(body(text, style), lambda _: None)
    return [values_of(node, (), {}) for node in (*made.before, *made.parts)]


@pytest.mark.parametrize(
    "words",
    [
        "V.I. Lênin từng nói: “Học, học nữa, học mãi”.",
        "V. I. Lênin từng nói: học, học nữa, học mãi.",
        "V.v. và nhiều việc khác.",
        "I. Newton tìm ra định luật này năm 1687.",
        "X. Nguyễn viết như sau:",
        "L. Tolstoi là nhà văn Nga.",
        "C. Mác và Ph. Ăngghen viết năm 1848.",
        "M. Gorki viết “Người mẹ”.",
        "v.v. các việc khác.",
        "ts. Nguyễn Văn A trình bày.",
        "2.5 triệu liều vắc xin đã được tiêm.",
        "1.160 tỷ đồng là con số của ngành.",
        "15.3.2026 là ngày thi.",
    ],
)
def test_a_sentence_that_opens_like_a_number_is_a_paragraph_and_is_typed_so(words: str) -> None:
    made = parts(f"I. NỘI DUNG\n{words}\n1. Việc một\n- Làm.\nII. TỔ CHỨC\n- Làm nữa.")
    assert made == [
        {"tieu_de": "NỘI DUNG", "doan": [words], "muc": [{"tieu_de": "Việc một", "y": ["Làm."]}]},
        {"tieu_de": "TỔ CHỨC", "y": ["Làm nữa."]},
    ]
    assert words in write(made).text


@pytest.mark.parametrize("line", ["1. 2. Mục đích", "1. a) Mục đích", "1. **2. Mục đích**", "1.1. 2. Mục đích.", "a) 2. x"])
def test_a_line_with_two_numbers_loses_no_word_and_is_told(line: str) -> None:
    made = outline(body(f"I. NỘI DUNG\n{line}\n- Làm."), lambda _: None)
    (part,) = (values_of(node, (), {}) for node in made.parts)
    assert part == {"tieu_de": "NỘI DUNG", "doan": [line], "y": ["Làm."]}
    bare = line.replace("**", "")
    assert [words for _, words in made.told] == [f"“{bare}” mở đầu bằng hai số thứ tự nên nhập thành đoạn văn; xem lại"]
    assert f"\\{line}" in write([part]).text


def test_signs_of_the_data_in_a_paper_are_words_and_a_dash_alone_is_nothing() -> None:
    made = parts("I. NỘI DUNG\n-\n- Hai ** ba {20/11} chào\n1. Việc 2.5 triệu\n1.1. 2.5 triệu liều vắc xin")
    assert made[0]["y"] == ["Hai ** ba {20/11} chào"]
    assert made[0]["muc"] == [{"tieu_de": "Việc 2.5 triệu", "tieu_muc": [{"tieu_de": "2.5 triệu liều vắc xin"}]}]


def test_sentences_numbered_like_parts_stay_sections() -> None:
    assert parts("1. **Mục đích**\n- Nâng cao.\n2. Phòng B: làm việc B.\n3. Phòng C tổng hợp, báo cáo.") == [
        {"tieu_de": "Mục đích", "y": ["Nâng cao."]},
        {"doan": ["Phòng B: làm việc B."]},
        {"doan": ["Phòng C tổng hợp, báo cáo."]},
    ]


def test_a_part_that_is_a_sentence_and_one_that_runs_on_are_told() -> None:
    made = outline(body("I. Phòng C tổng hợp, báo cáo năm.\nII. **Thời gian:** Quý II."), lambda _: None)
    assert [words for _, words in made.told] == [
        "câu “Phòng C tổng hợp, báo cáo năm.” đánh số như một phần nên nhập thành tiêu đề, in hoa, đậm; xem lại",
        "tiêu đề phần đứng riêng một dòng nên nội dung sau “Thời gian” được tách thành đoạn ở dưới",
    ]


@pytest.mark.parametrize("style", ["heading", "Heading", "Tiêu đề"])
def test_headings_without_numbers_are_told_by_words_own_styles(style: str) -> None:
    made = parts("#Mục đích\nĐoạn văn.\n#Nội dung\n##Việc một\n- Ý một.\n##Việc hai", style)
    assert made == [
        {"tieu_de": "Mục đích", "doan": ["Đoạn văn."]},
        {"tieu_de": "Nội dung", "muc": [{"tieu_de": "Việc một", "y": ["Ý một."]}, {"tieu_de": "Việc hai"}]},
    ]


def test_a_heading_that_runs_on_at_a_letter_keeps_its_form() -> None:
    (part,) = parts("I. NỘI DUNG\n1. Xử lý\na) Phạm vi: bán kính 200 m\nb) Thời gian xử lý không quá 48 giờ.")
    khoan = [{"tieu_de": "Phạm vi", "cung_dong": "bán kính 200 m"}, {"doan": ["Thời gian xử lý không quá 48 giờ."]}]
    assert part["muc"] == [{"tieu_de": "Xử lý", "khoan": khoan}]
