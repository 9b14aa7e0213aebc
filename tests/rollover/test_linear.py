"""Words that repeat cost what they are long, not the square of it: counted by the calls that are made, whatever the machine."""

import sys
from types import FrameType
from typing import Any

import pytest

from docgen.data.model.coquan import CoQuan
from docgen.rollover.changes import Spans, Years
from docgen.rollover.roll import Known, roll

OFFICE = CoQuan.model_validate({"ten": "Sở Y tế tỉnh Lâm Đồng", "viet_tat": "SYT", "dia_danh": "Lâm Đồng", "ky": {}})
SHORT = 1_000  # letters
REPEATED = [
    "số 1/QĐ-",
    "số 1/QĐ-UBND ",
    "Quyết định số 1/QĐ-UBND, ",
    "Quyết định số 5/QĐ-A của Bộ Y tế (BYT) ngày 5/2/2024 về giao dự toán năm 2024. ",
    "Ất Tỵ ",
    "Giáp Thìn 2024, ",
    "Trước ngày ",
    "ngày 1/2/2024 ",
    "năm 2024 ",
    "15/3, ",
    "thứ Hai, ngày 15/3/2024 ",
    "2024 - 2025 ",
    "tháng 3/2024 ",
    "SEA Games 33 ",
    "kỷ niệm 50 năm ",
    "tỉnh Sóc Trăng ",
    "riêng năm 2024 ",
    "Bộ Thông tin và Truyền thông ",
    "của Bộ Y tế (BYT) ",
]


def calls(words: str, letters: int) -> int:
    """Return how many functions are called to roll over a plan whose only paragraph is `words` again and again."""
    text = (words * letters)[:letters]
    plan = [(("nam",), "2024"), (("trich_yeu",), "Công tác năm 2024"), (("phan", 0, "doan", 0), text)]
    count = 0

    def counted(_frame: FrameType, event: str, _value: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        roll(plan, Years(2024, 2025), Known(OFFICE))
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("words", REPEATED)
def test_four_times_the_text_takes_about_four_times_the_work(words: str) -> None:
    calls(words, SHORT)  # what is read once and kept
    assert calls(words, 4 * SHORT) < 5 * calls(words, SHORT)


def test_spans_know_what_they_meet() -> None:
    taken = Spans([(5, 8), (1, 3), (7, 12)])
    assert list(taken) == [(1, 3), (5, 12)]
    assert [span for span in ((0, 1), (3, 5), (2, 4), (11, 14), (12, 14), (0, 20)) if taken.is_free(span)] == [
        (0, 1),
        (3, 5),
        (12, 14),
    ]
    assert [taken.take((3, 5)), taken.take((4, 6))] == [True, False]
    assert list(taken) == [(1, 3), (3, 5), (5, 12)]
