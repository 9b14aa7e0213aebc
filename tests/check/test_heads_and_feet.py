"""Heads and feet of papers in the layouts of real offices: every component is found, nothing is told of a clean paper."""

from collections.abc import Callable
from typing import Any

import pytest
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm

from docgen.check.judging import Report, judge
from tests.check.papers.blocks import Paper
from tests.check.papers.head import LARGE, Head, Line, Sides, sides
from tests.check.papers.rules import rule
from tests.check.papers.word import Letters, Shape, paragraph, table, write

HEAD = Head(
    ("SỞ NỘI VỤ",), "Số: 15/SNV-VP", "Huế, ngày 05 tháng 3 năm 2026", ("UBND THÀNH PHỐ HUẾ",), "V/v báo cáo công tác văn thư"
)
BODY = "Sở Nội vụ đề nghị Sở Tài chính báo cáo kết quả trước ngày 15 tháng 4 năm 2026, gửi về Sở Nội vụ để tổng hợp./."
RECIPIENTS = ("- Như trên;", "- Giám đốc, các PGĐ Sở;", "- Lưu: VT, VP. (Hùng)")
TITLES = ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
NAME = "Phạm Hoài Nam"


def fill(cell: Any, *lines: Line) -> None:
    for line in lines:
        under = paragraph(cell, line.text, line.letters, Shape("center", before=line.before))
        if line.rule:
            rule(under, line.rule, "inline", room=int(cell.width or 0) / Mm(1) - 3.8, letters=line.letters)


def two_tables(paper: Paper, head: Sides) -> None:
    for left, right in ((head.top_left, head.top_right), (head.low_left, head.low_right)):
        made = table(paper.document, 1, (64, 101))
        fill(made.rows[0].cells[0], *left)
        fill(made.rows[0].cells[1], *right)
        paper._plain("", Shape())


def rows_of_two(paper: Paper, head: Sides, lows: int) -> None:
    made = table(paper.document, 2, (64, 101))
    for row, left, right in zip(made.rows, (head.top_left, head.low_left[:lows]), (head.top_right, head.low_right), strict=True):
        fill(row.cells[0], *left)
        fill(row.cells[1], *right)


def subject_in_a_table(paper: Paper, head: Sides) -> None:
    rows_of_two(paper, head, 1)
    paper._plain("", Shape())
    fill(table(paper.document, 1, (64,)).rows[0].cells[0], *head.low_left[1:])


def subject_in_a_paragraph(paper: Paper, head: Sides) -> None:
    rows_of_two(paper, head, 1)
    paragraph(paper.document, head.low_left[1].text, Letters(12), Shape("center", right=100, before=6))


def five_columns(paper: Paper, head: Sides) -> None:
    made = table(paper.document, 5, (2, 60, 3, 100, 2))
    left = (head.top_left[:1], head.top_left[1:], (), head.low_left[:1], head.low_left[1:])
    right = (head.top_right[:1], head.top_right[1:], (), head.low_right, ())
    for row, one, other in zip(made.rows, left, right, strict=True):
        fill(row.cells[1], *one)
        fill(row.cells[3], *other)


def nested_in_cells(paper: Paper, head: Sides) -> None:
    made = table(paper.document, 1, (64, 101))
    columns = ((*head.top_left, *head.low_left), (*head.top_right, *head.low_right))
    for cell, lines in zip(made.rows[0].cells, columns, strict=True):
        fill(cell.add_table(1, 1).rows[0].cells[0], *lines)


def four_columns(paper: Paper, head: Sides) -> None:
    made = table(paper.document, 2, (10, 54, 10, 91))
    for row, left, right in zip(made.rows, (head.top_left, head.low_left), (head.top_right, head.low_right), strict=True):
        fill(row.cells[0].merge(row.cells[1]), *left)
        fill(row.cells[2].merge(row.cells[3]), *right)


def whole(paper: Paper, head: Sides) -> None:
    rows_of_two(paper, head, 2)


def recipients(place: Any) -> None:
    paragraph(place, "Nơi nhận:", Letters(12, bold=True, italic=True), Shape())
    for each in RECIPIENTS:
        paragraph(place, each, Letters(11), Shape())


def signer(cell: Any, *titles: str, name: str = NAME) -> None:
    for each in titles or TITLES:
        paragraph(cell, each, Letters(14, bold=True), Shape("center"))
    paragraph(cell, name, Letters(14, bold=True), Shape("center", before=70))


def manual_breaks(paper: Paper) -> None:
    left, right = table(paper.document, 1, (75, 90)).rows[0].cells
    listed = write(paragraph(left, "", Letters(11), Shape()), "Nơi nhận:", Letters(12, bold=True, italic=True))
    for each in RECIPIENTS:
        write(listed, f"\n{each}", Letters(11))
    words = "\n".join((*TITLES, "", "", "", NAME))
    write(paragraph(right, "", Letters(14), Shape("center")), words, Letters(14, bold=True))


def three_columns(paper: Paper) -> None:
    cells = table(paper.document, 1, (70, 10, 85)).rows[0].cells
    recipients(cells[0])
    signer(cells[2])


def a_row_a_line(paper: Paper) -> None:
    made = table(paper.document, 4, (75, 90))
    for row, words in zip(made.rows, ("Nơi nhận:", *RECIPIENTS), strict=True):
        heading = words.startswith("Nơi")
        paragraph(row.cells[0], words, Letters(12, bold=True, italic=True) if heading else Letters(11), Shape())
    for row, words in zip(made.rows, (*TITLES, "", NAME), strict=True):
        paragraph(row.cells[1], words, Letters(14, bold=True), Shape("center"))


def merged_cells(paper: Paper) -> None:
    made = table(paper.document, 2, (75, 90))
    recipients(made.rows[0].cells[0].merge(made.rows[1].cells[0]))
    for words in TITLES:
        paragraph(made.rows[0].cells[1], words, Letters(14, bold=True), Shape("center"))
    paragraph(made.rows[1].cells[1], NAME, Letters(14, bold=True), Shape("center"))


def tabs(paper: Paper) -> None:
    for left, right in zip(("Nơi nhận:", *RECIPIENTS, ""), (*TITLES, "", "", NAME), strict=True):
        line = paper.document.add_paragraph()
        line.paragraph_format.tab_stops.add_tab_stop(Mm(120), WD_TAB_ALIGNMENT.CENTER)
        write(line, left, Letters(12, bold=True, italic=True) if left.startswith("Nơi") else Letters(11))
        write(line, f"\t{right}" if right else "", Letters(14, bold=True))


def two_signers(paper: Paper) -> None:
    made = table(paper.document, 2, (80, 85))
    signer(made.rows[0].cells[0], "GIÁM ĐỐC SỞ TÀI CHÍNH", name="Nguyễn Văn An")
    signer(made.rows[0].cells[1], *TITLES)
    recipients(made.rows[1].cells[0])


def two_signers_in_a_cell(paper: Paper) -> None:
    cells = table(paper.document, 1, (75, 90)).rows[0].cells
    recipients(cells[0])
    inner = cells[1].add_table(1, 2).rows[0].cells
    signer(inner[0], "KẾ TOÁN TRƯỞNG", name="Nguyễn Văn An")
    signer(inner[1], *TITLES)


def usual(paper: Paper) -> None:
    cells = table(paper.document, 1, (75, 90)).rows[0].cells
    recipients(cells[0])
    signer(cells[1])


def judged(head: Callable[[Paper, Sides], None], foot: Callable[[Paper], None]) -> Report:
    paper = Paper()
    head(paper, sides(HEAD, LARGE))
    paper.kinh_gui("Sở Tài chính")
    paper.body(BODY)
    foot(paper)
    return judge("tờ", paper.bytes())


HEADS = (whole, two_tables, subject_in_a_table, subject_in_a_paragraph, five_columns, nested_in_cells, four_columns)
FEET = (usual, manual_breaks, three_columns, a_row_a_line, merged_cells, tabs, two_signers, two_signers_in_a_cell)


@pytest.mark.parametrize("head", HEADS, ids=lambda head: head.__name__)
def test_every_component_of_a_head_is_found(head: Callable[[Paper, Sides], None]) -> None:
    report = judged(head, usual)
    found = dict(report.components)
    assert [each.message for each in report.findings] == []
    assert (found["Cơ quan ban hành"], found["Cơ quan chủ quản"]) == ("SỞ NỘI VỤ", "UBND THÀNH PHỐ HUẾ")
    assert (found["Số, ký hiệu"], found["Địa danh và thời gian"]) == (HEAD.so, HEAD.ngay)
    assert (found["Trích yếu"], found["Kính gửi"]) == (HEAD.v_v, "Kính gửi: Sở Tài chính")


@pytest.mark.parametrize("foot", FEET, ids=lambda foot: foot.__name__)
def test_every_component_of_a_foot_is_found(foot: Callable[[Paper], None]) -> None:
    report = judged(whole, foot)
    assert [each.message for each in report.findings] == []
    assert [words for name, words in report.components if name == "Họ tên người ký"][-1] == NAME
    assert [words for name, words in report.components if name == "Quyền hạn, chức vụ"][-1] == " / ".join(TITLES)
    assert dict(report.components)["Nơi nhận"] == "Nơi nhận: / - Như trên; / - Giám đốc, các PGĐ Sở; / - Lưu: VT, VP."
    assert dict(report.components)["Ký hiệu người soạn thảo"] == "(Hùng)"


def minutes(paper: Paper) -> None:
    cells = table(paper.document, 1, (80, 85)).rows[0].cells
    signer(cells[0], "THƯ KÝ", name="Nguyễn Văn An")
    signer(cells[1], *TITLES)
    recipients(paper.document)


def minutes_apart(paper: Paper) -> None:
    cells = table(paper.document, 1, (80, 85)).rows[0].cells
    signer(cells[1], *TITLES)
    paper._plain("", Shape())
    recipients(paper.document)


@pytest.mark.parametrize("foot", [minutes, minutes_apart], ids=lambda foot: foot.__name__)
def test_a_signature_above_the_recipients_is_found(foot: Callable[[Paper], None]) -> None:
    report = judged(whole, foot)
    assert [words for name, words in report.components if name == "Họ tên người ký"][-1] == NAME
    assert dict(report.components)["Nơi nhận"].startswith("Nơi nhận: / - Như trên;")
    assert not {"G01", "G04", "B10"} & {rule for rule, _ in report.unjudged}
