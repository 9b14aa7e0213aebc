"""A free table: cells that run over several, rows that span it, headings in two lines, widths."""

import pytest
from pydantic import ValidationError

from docgen.data.model.bang import Bang, OGhep
from docgen.errors import as_in_file


def faults(**keys: object) -> list[tuple[tuple[int | str, ...], str]]:
    with pytest.raises(ValidationError) as caught:
        Bang.model_validate(keys)
    return [(one["loc"], as_in_file(one["msg"])) for one in caught.value.errors()]


def table(*rows: object, columns: int = 2) -> Bang:
    return Bang.model_validate({"cot": [f"Cột {number}" for number in range(columns)], "dong": list(rows)})


def test_a_cell_runs_over_the_one_above_and_the_one_on_its_left() -> None:
    made = table(
        ["1", "Họp", "như bên trái"], ["2", "như trên", "như bên trái"], ["Như  trên", "NHƯ TRÊN", "như trên"], columns=3
    )
    assert list(made.rows()) == [
        (OGhep("1", 0), OGhep("Họp", 1, 2, "restart")),
        (OGhep("2", 0, 1, "restart"), OGhep("", 1, 2, "continue")),
        (OGhep("", 0, 1, "continue"), OGhep("", 1, 2, "continue")),
    ]


def test_behind_a_row_that_spans_the_table_the_words_above_are_said_again() -> None:
    made = table(
        ["a", "b"], ["như trên", "c"], {"nhom": "Nhóm"}, {"nhom": "Nhóm nữa"}, ["như trên", "như trên"], ["d", "như trên"]
    )
    assert list(made.rows()) == [
        (OGhep("a", 0, 1, "restart"), OGhep("b", 1)),
        (OGhep("", 0, 1, "continue"), OGhep("c", 1)),
        "Nhóm",
        "Nhóm nữa",
        (OGhep("a", 0), OGhep("c", 1, 1, "restart")),
        (OGhep("d", 0), OGhep("", 1, 1, "continue")),
    ]


def test_paragraphs_of_a_cell_stand_on_lines_of_their_own() -> None:
    made = table([["Một.", 2], "", "c"], columns=3)
    assert list(made.rows()) == [(OGhep("Một.\n2", 0), OGhep("", 1), OGhep("c", 2))]
    assert faults(cot=["A", "B"], dong=[[["Một.", ""], []]]) == [
        (("dong", 0, 0, 1), "còn trống; ghi nội dung"),
        (("dong", 0, 1), 'ô này còn trống; ghi nội dung, hoặc "" nếu để trống'),
    ]


def test_headings_in_two_lines() -> None:
    made = Bang.model_validate({"cot": [["STT", "Quý", "như bên trái"], ["như trên", "I", "II"]], "dong": [["1", "x", "y"]]})
    assert list(made.heads()) == [
        (OGhep("STT", 0, 1, "restart"), OGhep("Quý", 1, 2)),
        (OGhep("", 0, 1, "continue"), OGhep("I", 1), OGhep("II", 2)),
    ]
    assert made.columns == ("STT", "I", "II")


def test_one_row_of_headings_is_a_list_of_texts_or_a_text() -> None:
    assert Bang.model_validate({"cot": ["A", "B"], "dong": [["1", "2"]]}).columns == ("A", "B")
    assert Bang.model_validate({"cot": "A", "dong": [["1"]]}).columns == ("A",)
    assert Bang.model_validate({"cot": ["A", ""], "dong": [["1", "2"]]}).columns == ("A", "")
    assert faults(cot=["A", None], dong=[["1", "2"]]) == [(("cot", 1), 'ô này còn trống; ghi nội dung, hoặc "" nếu để trống')]


@pytest.mark.parametrize(
    "rows",
    [
        [["a", "như bên trái"], ["như trên", "b"]],
        [["a", "b"], ["như trên", "như bên trái"]],
        [["a", "như bên trái"], ["b", "như trên"]],
    ],
)
def test_cells_that_make_no_rectangle_are_refused_once(rows: list[list[str]]) -> None:
    ((place, said),) = faults(cot=["A", "B"], dong=rows)
    assert place[:2] == ("dong", 1)
    assert said.startswith("các ô gộp không thành hình chữ nhật; trong khối 2 dòng, 2 cột này")


@pytest.mark.parametrize(
    ("widths", "shares"),
    [
        ({"B": "40"}, {1: 40.0}),
        ({"b": 60, "A": 39.5}, {1: 60.0, 0: 39.5}),
        (["10", None], {0: 10.0}),
        ([30, 70], {0: 30.0, 1: 70.0}),
        (None, {}),
    ],
)
def test_widths_by_heading_or_in_turn(widths: object, shares: dict[int, float]) -> None:
    assert Bang.model_validate({"cot": ["A", "B"], "rong": widths, "dong": [["1", "2"]]}).shares == shares


def test_widths_that_come_to_more_or_less_than_the_table() -> None:
    def said(widths: object) -> list[tuple[tuple[int | str, ...], str]]:
        return faults(cot=["A", "B"], rong=widths, dong=[["1", "2"]])

    assert said([30, 60]) == [(("rong",), "các cột cộng lại là 90%; phải là 100%")]
    assert said({"A": 70, "B": 40}) == [(("rong",), "các cột cộng lại là 110%; phải là 100%")]
    assert said({"A": 100}) == [(("rong",), "các cột đã ghi cộng lại là 100%, không còn chỗ cho 1 cột kia; ghi nhỏ lại")]
    assert said({"C": 100}) == [(("rong", "C"), "bảng không có cột “C”; ghi đúng tiêu đề cột ở cot")]
