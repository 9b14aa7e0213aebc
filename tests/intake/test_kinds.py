"""Numbers typed before the name of a task go; those of a list of things to do in one cell stay."""

import pytest

from docgen.intake.appendix import appendices
from docgen.intake.grids import Cell, Grid, Row
from docgen.intake.tasktables import tables


def name_of(number: str, words: str) -> str:
    """Return the name of the only task of a table, whose cells of number and name hold these words."""
    heads = {1: Cell("A1", "STT"), 2: Cell("B1", "Nhiệm vụ"), 3: Cell("C1", "Chủ trì")}
    cells = {1: Cell("A2", number), 2: Cell("B2", words), 3: Cell("C2", "Sở A")}
    (made,) = appendices(tables([Grid("bảng", [Row("1", heads), Row("2", cells)])]))
    ((task,),) = (group.tasks for group in made.groups)
    return task.words["ten"]


@pytest.mark.parametrize(
    ("number", "words", "name"),
    [
        ("1", "1. Rà soát văn bản", "Rà soát văn bản"),
        ("", "1. Rà soát văn bản", "Rà soát văn bản"),
        ("1", "1. Rà soát văn bản:\nBáo cáo kết quả", "Rà soát văn bản:\nBáo cáo kết quả"),
        ("2", "1. Rà soát văn bản", "1. Rà soát văn bản"),
        ("", "- Rà soát văn bản", "Rà soát văn bản"),
    ],
)
def test_the_number_of_the_row_before_its_name_goes(number: str, words: str, name: str) -> None:
    assert name_of(number, words) == name


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("1", "1. Rà soát văn bản\n2. Báo cáo kết quả"),
        ("", "1. Rà soát văn bản\n2. Báo cáo kết quả"),
        ("", "- Rà soát văn bản\n- Báo cáo kết quả"),
        ("", "a) Rà soát văn bản;\nb) Báo cáo kết quả;\nc) Lưu hồ sơ"),
    ],
)
def test_a_list_in_the_cell_of_a_name_keeps_all_its_marks(number: str, words: str) -> None:
    assert name_of(number, words) == words
