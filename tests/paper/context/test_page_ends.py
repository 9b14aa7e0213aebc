"""Rows stay whole but where a page would stay blank for them: there they go on over the next."""

from dataclasses import replace

from docgen.paper.context.bang import fitted
from docgen.paper.context.column_widths import Column
from docgen.paper.context.kehoach import KeHoachIn
from docgen.paper.context.page_ends import with_page_ends
from docgen.paper.context.printable import BangIn, Hang, Khoi, PhuLucIn
from docgen.paper.layout import Layout
from tests.conftest import OFFICE, SAMPLE, office_of, own_layout, plan_of, values_of

LAYOUT: Layout = own_layout()
WORDS = "nghiêng"  # one of these fills a line of the first column


def row(lines: int, merge: str = "") -> Hang:
    return Hang(("", "", " ".join([WORDS] * lines), "x"), ("", merge))


def table(*rows: Hang) -> BangIn:
    room = LAYOUT.landscape_room
    return fitted([Column("A", centred=False), Column("B", centred=False)], rows, room, {0: 30 / room.width * 100})


def printed(*rows: Hang) -> tuple[Hang, ...]:
    """Return the rows as an appendix on its side prints them, whose title takes about 22 mm of 170, its headings 8."""
    values: KeHoachIn = values_of(plan_of(SAMPLE), office_of(OFFICE))
    appendix = PhuLucIn("Phụ lục", "TÊN", "(Kèm theo)", 0, True, (Khoi("Bảng", bang=table(*rows)),))
    made = with_page_ends(replace(values, phu_luc=(appendix,)), LAYOUT)
    [block] = made.phu_luc[0].khoi
    assert block.bang is not None
    return tuple(block.bang.hang)


def goes_on(*rows: Hang) -> list[bool]:
    return [each.dai for each in printed(*rows)]


def test_a_row_in_the_middle_of_a_page_stays_whole() -> None:
    assert goes_on(row(6), row(6)) == [False, False]


def test_a_row_goes_on_where_it_would_leave_more_than_a_tenth_blank() -> None:
    assert goes_on(row(10), row(10), row(10)) == [False, False, True]  # 55 mm each, 140 left, so 30 for the third


def test_a_row_stays_whole_where_it_leaves_little_blank() -> None:
    assert goes_on(row(10), row(10), row(4), row(10), row(10)) == [False] * 5  # 5 mm left for the fourth, which turns the page


def test_rows_are_followed_over_several_pages() -> None:
    assert goes_on(*[row(10) for _ in range(6)]) == [False, False, True, False, False, True]


def test_a_low_row_stays_whole() -> None:
    assert goes_on(*[row(2) for _ in range(20)]) == [False] * 20


def test_a_row_higher_than_a_third_of_a_page_goes_on_wherever_it_stands() -> None:
    assert goes_on(row(11), row(1)) == [True, False]


def test_rows_that_share_a_cell_part_where_together_they_would_leave_much_blank() -> None:
    sharing = (row(3, "restart"), row(3, "continue"), row(3, "continue"))
    assert [each.giu for each in printed(*sharing)] == [True, True, False]
    assert [each.giu for each in printed(row(10), row(10), *sharing)][2:] == [False, False, False]


def test_the_title_of_a_group_stays_with_its_first_task_which_goes_on() -> None:
    made = printed(row(10), row(10), Hang(("I", "Nhóm")), row(10))
    assert [each.dai for each in made] == [False, False, False, True]


def test_tables_of_the_body_are_reckoned_from_the_head_of_the_paper() -> None:
    values = values_of(plan_of(SAMPLE), office_of(OFFICE))
    blocks = tuple(Khoi("Nội dung", "Một dòng.") for _ in range(11))
    one = Khoi("Bảng", bang=fitted([Column("A", centred=False)], [Hang(("", "", " ".join(["x" * 70] * 10)), ("",))], LAYOUT.room))
    [*_, low] = with_page_ends(replace(values, khoi=(one,)), LAYOUT).khoi
    [*_, at_end] = with_page_ends(replace(values, khoi=(*blocks, one)), LAYOUT).khoi
    assert [block.bang.hang[0].dai for block in (low, at_end)] == [False, True]


def test_a_cell_that_goes_on_downwards_makes_only_its_last_row_higher() -> None:
    def heights(lines: int) -> list[int]:
        words = " ".join([WORDS] * lines)
        rows = (Hang(("", "", words, "x"), ("restart", "")), Hang(("", "", "", "y"), ("continue", "")))
        return [round(each.cao) for each in table(*rows).hang]

    assert heights(2) == [8, 8]  # 13 mm, which the two have room for
    assert heights(6) == [8, 26]  # 34 mm
