"""What a row of a table is: a task, a group, more words of the task above, a sum; and numbers typed before a name."""

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


def outline(*rows: str) -> list[str]:
    """Return the groups and tasks of a table, each task with its words of who leads, when and costs.

    Cells stand between strokes, a bold one behind a star; a row behind "=" is merged over all columns.
    """
    heads = ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian", "Kinh phí"]
    made = [Row("1", {column: Cell(f"{column}:1", text) for column, text in enumerate(heads, start=1)})]
    for number, text in enumerate(rows, start=2):
        if text.startswith("="):
            cells = {1: Cell(f"1:{number}", text[1:], width=len(heads))}
        else:
            words = {column: each.strip() for column, each in enumerate(text.split("|"), start=1) if each.strip()}
            cells = {
                column: Cell(f"{column}:{number}", each.removeprefix("*"), bold=each[0] == "*") for column, each in words.items()
            }
        made.append(Row(str(number), cells))
    found: list[str] = []
    (appendix,) = appendices(tables([Grid("bảng", made)]))
    for group in appendix.groups:
        found += [f"# {group.title}"] if group.title else []
        for task in group.tasks:
            found.append(" | ".join(filter(None, map(task.words.get, ("ten", "chu_tri", "thoi_gian", "kinh_phi")))))
    return found


KHAM, SO = "Khám | Sở A | Quý I", "Sổ | Sở B | Quý II"


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (["1|Khám|Sở A|Quý I", "2|Sổ|Sở B|Quý II"], [KHAM, SO]),
        (["I|Khám|Sở A|Quý I", "II|Sổ|Sở B|Quý II"], [KHAM, SO]),
        (["1|Khám|Sở A|Quý I", "||||", "–|-||", "2|Sổ|Sở B|Quý II"], [KHAM, SO]),
        (["(1)|(2)|(3)|(4)|(5)", "1|Khám|Sở A|Quý I"], [KHAM]),
        (["STT|Nhiệm vụ|Chủ trì|Thời gian|Kinh phí", "1|Khám|Sở A|Quý I"], [KHAM]),
        (
            ["I|Nhóm một||", "1|Khám|Sở A|Quý I", "II|Nhóm hai||", "1|Sổ|Sở B|Quý II"],
            ["# Nhóm một", KHAM, "# Nhóm hai", SO],
        ),
        (["I|Nhóm một|Sở C||", "1|Khám|Sở A|Quý I"], ["# Nhóm một", KHAM]),
        (["A|Khối||", "I|Nhóm một||", "1|Khám|Sở A|Quý I", "II|Nhóm hai||", "1|Sổ|Sở B|Quý II"],
         ["# Khối – Nhóm một", KHAM, "# Khối – Nhóm hai", SO]),
        (["=I. Nhóm một", "1|Khám|Sở A|Quý I", "=Ghi chú: xem thêm"], ["# Nhóm một", KHAM]),
        (["1|Nhóm một||", "1.1|Khám|Sở A|Quý I", "1.2|Sổ|Sở B|Quý II"], ["# Nhóm một", KHAM, SO]),
        (["1|NHÓM MỘT||", "a|Khám|Sở A|Quý I", "2|NHÓM HAI||", "a|Sổ|Sở B|Quý II"], ["# NHÓM MỘT", KHAM, "# NHÓM HAI", SO]),
        (["1|Nhóm một||", "|Khám|Sở A|Quý I"], ["# Nhóm một", KHAM]),
        (["1|Nhóm một||", "2|Khám|Sở A|Quý I"], ["Nhóm một", KHAM]),  # numbered as the task behind it
        (["1|*Nhóm một||", "2|Khám|Sở A|Quý I"], ["Nhóm một", KHAM]),
        (["1|Khám|Sở A|Quý I", "|Nhóm sau||", "1|Sổ|Sở B|Quý II"], ["# [cần điền tên nhóm]", KHAM, "# Nhóm sau", SO]),
        (["1|Khám|Sở A|Quý I", "|báo cáo kết quả||"], ["Khám báo cáo kết quả | Sở A | Quý I"]),
        (["1|Khám|Sở A|Quý I", "-|báo cáo||"], ["Khám báo cáo | Sở A | Quý I"]),
        (["1|Khám|Sở A|Quý I|5", "||Sở B|Quý II|"], ["Khám | Sở A\nSở B | Quý I\nQuý II | 5"]),
        (["1|Khám|Sở A|Quý I", "|nt|Sở B|Quý II"], ["Khám | Sở A\nSở B | Quý I\nQuý II"]),
        (["1|Khám|Sở A|Quý I|5", "|Tổng cộng|||5"], ["Khám | Sở A | Quý I | 5"]),
        (["1|Khám|Sở A|Quý I|5", "|Cộng|Sở B||5"], ["Khám | Sở A | Quý I | 5", "Cộng | Sở B | 5"]),
        (["1|Khám|Sở A|Quý I", "Nơi nhận:|||", "- Như trên;|||"], [KHAM]),
        (["1|Khám|Sở A|Quý I", "|Nơi nhận: Sở A|Sở B|Quý II"], [KHAM, "Nơi nhận: Sở A | Sở B | Quý II"]),
    ],
)  # fmt: skip
def test_what_the_rows_of_a_table_are(rows: list[str], found: list[str]) -> None:
    assert outline(*rows) == found
