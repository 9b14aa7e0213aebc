"""Whatever a table looks like, every row of it is accounted for, and what is made of it is a plan that loads."""

import random

import pytest

from docgen.data.model.kehoach import KeHoach
from docgen.data.validate import validate
from docgen.data.yamlfile import of_text
from docgen.intake.appendix import appendices
from docgen.intake.grids import Cell, Grid, Row
from docgen.intake.planfile import new_plan
from docgen.intake.tasktables import tables

OTHERS = ["STT", "Phối hợp", "Thời gian", "Mã", "Sản phẩm", "Lạ", "Tháng 1", "Tháng 2"]
WORDS = [
    "", "", "", "", "STT", "Nhiệm vụ", "Chủ trì", "Thời gian", "Quý I", "Ghi chú", "I", "II.", "1", "1.1", "A", "a)", "-",
    "- làm",    "x", "như trên", "nt", '"', "Tổng cộng", "Ghi chú: a", "KT. CHỦ TỊCH", "Phụ lục II", "Sở A", "Tuyên truyền",
    "tiếp theo",    "(1)", "I. Việc", "1. làm gì", "Sở B\nsở c", "CÁC VIỆC", "#a: b", "- x\n- y",
    "'", "null", "~", "*a", "&b", "{", "a: b",
]  # fmt: skip


def some_grid(choose: random.Random) -> Grid:
    columns = choose.randint(2, 7)
    headings = ["Nhiệm vụ", "Chủ trì", *choose.sample(OTHERS, columns - 2)]
    choose.shuffle(headings)
    rows = [Row("h", {at: Cell(f"h{at}", text) for at, text in enumerate(headings, start=1)})]
    before: dict[int, Cell] = {}
    for number in range(choose.randint(1, 14)):
        before = some_row(choose, number, columns, before)
        rows.insert(choose.choice([len(rows)] * 9 + [0]), Row(f"r{number}", before, choose.random() < 0.05))
    return Grid("bảng", rows, follows=choose.random() < 0.3)


def some_row(choose: random.Random, number: int, columns: int, before: dict[int, Cell]) -> dict[int, Cell]:
    cells: dict[int, Cell] = {}
    column = 1
    while column <= columns:
        width = 1 if choose.random() < 0.85 else choose.randint(1, columns - column + 1)
        place = f"r{number}c{column}"
        if choose.random() < 0.15 and column in before:
            width = before[column].width
            cells[column] = Cell(place, before[column].text, width, above=True)
        elif choose.random() < 0.8:
            fault = "hỏng" if choose.random() < 0.02 else ""
            cells[column] = Cell(place, choose.choice(WORDS), width, bold=choose.random() < 0.2, fault=fault)
        column += width
    return cells


@pytest.mark.parametrize("seed", range(300))
def test_every_row_is_a_task_a_group_more_of_a_task_or_left_out(seed: int) -> None:
    choose = random.Random(seed)
    found = tables([some_grid(choose) for _ in range(choose.randint(1, 3))])
    made = appendices(found)
    assert found
    for table, one in zip(found, made, strict=True):
        counts = one.counts
        assert counts.rows == len(table.rows)
        assert counts.rows == counts.tasks + counts.groups + counts.lines + counts.joined + counts.left_out
        assert counts.tasks == sum(len(group.tasks) for group in one.groups)
    values = [one.values for one in made if one.counts.tasks]
    if values:
        source = of_text("x", new_plan(values, nam=2024, source="x"))
        assert validate(KeHoach, source).nam == 2024
        assert source.value["phu_luc"] == values
