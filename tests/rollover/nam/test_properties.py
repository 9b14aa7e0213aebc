"""What holds for any text: no crash, no overlap, every year spoken of."""

import random
import re

import pytest

from docgen.rollover.changes import Years
from docgen.rollover.nam import leftovers, treat_years
from tests.rollover.nam.test_wordings import OTHERS, OWN_YEAR

_PIECES = (
    "năm 2023 2022 2024 2025 - – / . , ; ( ) “ ” 15/12/2023 15/12 29/02 31/6/2023 "
    "từ đến trước ngày tháng quý II 6 tháng đầu kỷ niệm "
    "56 năm thứ Sáu Chủ nhật lần thứ XV Quý Mão Quý Thìn giai đoạn 2021-2025 2023-24 nhiệm kỳ Hội chợ "
    "Xuân 0299.2023.456 12/2023 số TCVN ISO a@b.vn "
    "hai nghìn không trăm chủ đề 99/99/2023 00/00 １２ ٣ 2023年 \n \t İ ß ￼ [cần điền số]"
).split(" ")
_LONG = [text for text, _ in OTHERS] + OWN_YEAR.strip().splitlines()


def _texts() -> list[str]:
    dice = random.Random(6)
    words = [" ".join(dice.choices(_PIECES, k=dice.randint(1, 14))) for _ in range(600)]
    glued = ["".join(dice.choices(_PIECES, k=dice.randint(1, 8))) for _ in range(400)]
    joined = [" ".join(dice.choices(_LONG, k=3)) for _ in range(300)]
    return ["", " ", *words, *glued, *joined]


@pytest.mark.parametrize("years", [Years(2023, 2024), Years(2023, 2026), Years(1999, 2000)])
def test_pieces_lie_in_the_text_and_apart(years: Years) -> None:
    for text in _texts():
        end = 0
        for one in treat_years(text, years, subject=text):
            assert end <= one.start < one.end <= len(text), text
            assert one.new != text[one.start : one.end], text
            assert one.why
            assert not one.why.endswith(".")
            end = one.end


def test_every_year_behind_the_word_year_is_spoken_of() -> None:
    for text in _texts():
        covered = [(one.start, one.end) for one in treat_years(text, Years(2023, 2024))]
        for match in re.finditer(r"(?<!\w)(?i:năm) ((?:19|20)\d\d)(?!\w)", text):
            assert any(start < match.end(1) and match.start(1) < end for start, end in covered), (text, match.group())


def test_the_plans_own_year_is_never_passed_over() -> None:
    for text in _texts():
        covered = [(one.start, one.end) for one in treat_years(text, Years(2023, 2024))]
        for match in re.finditer(r"\b2023\b", text):
            assert any(start < match.end() and match.start() < end for start, end in covered), text


def test_nothing_is_said_of_what_is_taken() -> None:
    for text in _texts():
        half = len(text) // 2
        assert all(one.start >= half for one in treat_years(text, Years(2023, 2024), taken=((0, half),)))


def test_leftovers_lie_in_the_text() -> None:
    for text in _texts():
        assert all(0 <= one.start < one.end <= len(text) for one in leftovers(text, 2024))
