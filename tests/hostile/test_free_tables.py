"""Free tables of any mix of joined cells and rows across them: refused in words, or printed so that every row fills the grid."""

from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from docgen.data.model.bang import Bang
from docgen.paper.context.bang import free_table
from docgen.paper.context.printable import O
from docgen.paper.layout import Room
from tests.hostile.words import thorough

_JOINED = ("như trên", "như bên trái")
_WORDS = ("", "12", "Hai chữ", "Họp giao ban đầu tuần của lãnh đạo các phòng")
_SAID = {"nothing_above", "nothing_left", "no_rectangle"}


@st.composite
def tables(draw: st.DrawFn) -> dict[str, object]:
    columns = draw(st.integers(1, 4))
    plain = st.lists(st.sampled_from(_WORDS), min_size=columns, max_size=columns)
    row = plain | st.lists(st.sampled_from((*_JOINED, *_WORDS)), min_size=columns, max_size=columns)
    rows = draw(st.lists(row | st.just({"nhom": "Nhóm"}), max_size=4))
    return {"cot": [draw(plain), *draw(st.lists(row, max_size=1))], "dong": [draw(plain), *rows]}


def refused(values: dict[str, object]) -> set[str]:
    """Return the kinds of what is wrong with a table."""
    try:
        Bang.model_validate(values)
    except ValidationError as error:
        return {one["type"] for one in error.errors()}
    return set()


def area(column: int, cell: O) -> tuple[int, int]:
    return column, cell.qua


@thorough(600)
@given(tables())
def test_every_row_fills_the_grid_and_every_cell_goes_on_below_itself(values: dict[str, object]) -> None:
    said = refused(values)
    assert said <= _SAID
    if said:
        return
    made = free_table(Bang.model_validate(values), Room(165, 13, 240))
    for rows in (made.dau, made.hang):
        open_above: dict[int, tuple[int, int]] = {}
        for row in rows:
            column, open_now = 0, {}
            for cell in row.o:
                assert cell.rong == sum(one.rong for one in made.cot[column : column + cell.qua])
                if cell.gop == "continue":
                    assert open_above[column] == area(column, cell)
                    assert cell.chu == ""
                if cell.gop:
                    open_now[column] = area(column, cell)
                column += cell.qua
            assert column == len(made.cot)
            open_above = open_now


@thorough(200)
@given(tables())
def test_no_word_is_lost(values: dict[str, object]) -> None:
    if refused(values):
        return
    table = Bang.model_validate(values)
    made = free_table(table, Room(165, 13, 240))
    typed = [text for row in table.dong if isinstance(row, tuple) for text in row if text not in _JOINED]
    printed = [cell.chu for row in made.hang for cell in row.o]
    assert all(printed.count(text) >= typed.count(text) for text in set(typed) - {""})
