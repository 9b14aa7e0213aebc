"""Tables of tasks: the office's own order and widths of columns, headings in few lines, rows that may go on over a page."""

import pytest

from docgen.data.model.nhiemvu import BangNhiemVu
from docgen.paper.context.bang import fitted, task_table
from docgen.paper.context.column_widths import Column
from docgen.paper.context.printable import BangIn, Hang
from docgen.paper.layout import Room
from docgen.text.typography import balanced_lines, longest_word, width

UPRIGHT = Room(165, 13, 257)
ON_ITS_SIDE = Room(252, 13, 170)
MM = 25.4 / 1440
PADDING = 4.5
ROUNDED = 0.02  # widths are whole twips
LONG = "Rà soát, sửa đổi, bổ sung hoặc bãi bỏ các văn bản quy phạm pháp luật thuộc thẩm quyền của Ủy ban nhân dân tỉnh"


def table(room: Room = ON_ITS_SIDE, **given: object) -> BangIn:
    tasks = (
        {"nhiem_vu": [{"ten": LONG, "chu_tri": "Sở Tư pháp", "san_pham": "Quyết định"}]} if "nhom_nhiem_vu" not in given else {}
    )
    made = BangNhiemVu.model_validate({**tasks, **given})
    return task_table(made, "nhom_nhiem_vu" if "nhom_nhiem_vu" in given else "nhiem_vu", room)


def widths(made: BangIn) -> list[float]:
    return [column.rong * MM for column in made.cot]


def test_columns_stand_in_the_offices_own_order() -> None:
    made = table(thu_tu_cot=["san_pham", "ten", "ghi_chu", "chu_tri"])
    assert [column.chu for column in made.cot] == ["SẢN PHẨM", "NHIỆM VỤ", "GHI CHÚ", "ĐƠN VỊ CHỦ TRÌ"]
    assert made.hang[0].words[2:] == ("Quyết định", LONG, "", "Sở Tư pháp")


def test_numbers_stand_where_the_office_puts_them() -> None:
    made = table(thu_tu_cot=["ten", "stt", "chu_tri", "san_pham"])
    assert made.hang[0].words[2:] == (LONG, "1", "Sở Tư pháp", "Quyết định")


def test_a_groups_title_runs_over_all_columns_where_no_number_stands_first() -> None:
    groups = [{"tieu_de": "Cải cách thể chế", "nhiem_vu": [{"ten": LONG, "chu_tri": "Sở Tư pháp"}]}]
    made = table(nhom_nhiem_vu=groups, thu_tu_cot=["ten", "chu_tri"])
    [cell] = made.hang[0].o
    assert (cell.chu, cell.qua, cell.kieu) == ("Cải cách thể chế", 2, "Bảng nhóm")
    later = table(nhom_nhiem_vu=groups, thu_tu_cot=["ten", "stt", "chu_tri"])
    assert later.hang[0].o[0].chu == "I. Cải cách thể chế"
    numbered = table(nhom_nhiem_vu=groups)
    assert (numbered.hang[0].so, numbered.hang[0].nhom) == ("I", "Cải cách thể chế")


def test_widths_that_the_office_sets_are_kept_and_the_others_share_the_rest() -> None:
    made = table(rong={"ten": 50, "stt": 6})
    stt, ten, *others = widths(made)
    assert (round(ten, 1), round(stt, 1)) == (126.0, 15.1)
    assert round(sum(others) + ten + stt, 1) == 252.0


def test_widths_set_for_every_column_fill_the_table() -> None:
    made = table(rong={"ten": 49.5, "stt": 5, "chu_tri": 25, "san_pham": 20})
    assert widths(made) == pytest.approx([12.66, 125.37, 63.32, 50.65], abs=0.02)


def test_a_width_too_small_for_a_word_is_told() -> None:
    assert table(rong={"ten": 3}).hep == ("NHIỆM VỤ",)
    assert table(rong={"ten": 90}).hep == ("STT", "ĐƠN VỊ CHỦ TRÌ", "SẢN PHẨM")
    assert table(rong={"ten": 30}).hep == ()


HEADINGS = ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Sản phẩm hoàn thành", "Thời gian hoàn thành", "Ghi chú"]


def lines_of(column: Column, wide: float) -> int:
    return len(balanced_lines(column.title, 13, "bold", wide - PADDING + ROUNDED))


def test_headings_of_narrow_columns_stand_on_two_lines_at_most() -> None:
    columns = [Column(title.upper(), centred=False) for title in HEADINGS]
    cells = ("1", LONG, "Sở Tư pháp", "Các sở, ban, ngành tỉnh; Ủy ban nhân dân các huyện", "Báo cáo", "31/12/2026", "15/KH-UBND")
    made = fitted(columns, [Hang(("", "", *cells), ("",) * 7)] * 3, ON_ITS_SIDE)
    assert [lines_of(column, wide) for column, wide in zip(columns, widths(made), strict=True)] == [1, 1, 2, 2, 2, 2, 1]
    assert all(wide - PADDING + ROUNDED >= longest_word([cell], 13) for cell, wide in zip(cells, widths(made), strict=True))


def test_nothing_breaks_inside_a_word_of_a_table_of_nine_columns() -> None:
    cells = {
        "phoi_hop": "Các sở, ban, ngành tỉnh",
        "thoi_gian": "Trước ngày 31/12/2026",
        "san_pham": "Quyết định của Ủy ban nhân dân",
    }
    cells |= {"kinh_phi": "1.250.000.000", "theo_doi": "Phó Chủ tịch Huỳnh Thị Diễm Ngọc", "ghi_chu": "Kế hoạch số 15/KH-UBND"}
    made = table(nhiem_vu=[{"ten": LONG, "chu_tri": "Văn phòng Ủy ban nhân dân tỉnh", **cells}])
    assert not made.chat
    assert len(made.cot) == 9
    for text, column in zip(made.hang[0].words[2:], made.cot, strict=True):
        assert column.rong * MM - PADDING + ROUNDED >= longest_word([text], 13)
        assert column.rong * MM - PADDING + ROUNDED >= longest_word([column.chu], 13, "bold")
        assert lines_of(Column(column.chu, centred=False), column.rong * MM) <= 2


def test_symbols_break_behind_their_hyphens_before_any_word_or_date_does() -> None:
    columns = [Column("NHIỆM VỤ", centred=False) for _ in range(7)]
    cells = ("15/KH-UBND", "1160/QĐ-TTg", "31/12/2026", "30/6/2026", "nghiệm", "nghiệm", "nghiệm")
    made = fitted(columns, [Hang(("", "", *cells), ("",) * 7)], UPRIGHT)
    wholes = ("UBND", "1160/QĐ-", "31/12/2026", "30/6/2026", "nghiệm", "nghiệm", "nghiệm")
    assert not made.chat
    assert all(wide - 4.1 + ROUNDED >= longest_word([text], 13) for text, wide in zip(wholes, widths(made), strict=True))
    assert widths(made)[0] - PADDING < longest_word(["15/KH-UBND"], 13)


@pytest.mark.parametrize(
    ("room", "lines", "goes_on"),
    [(ON_ITS_SIDE, 10, False), (ON_ITS_SIDE, 11, True), (UPRIGHT, 15, False), (UPRIGHT, 16, True)],
    ids=["low", "high", "low upright", "high upright"],
)
def test_a_row_higher_than_a_third_of_a_page_may_go_on_over_the_next(room: Room, lines: int, *, goes_on: bool) -> None:
    columns = [Column("A", centred=False), Column("B", centred=False)]
    row = Hang(("", "", " ".join(["nghiêng"] * lines), "ba"), ("", ""))
    [made] = fitted(columns, [row], room, {0: 30 / room.width * 100}).hang  # 30 mm: one of these words on a line
    assert made.dai is goes_on


def test_rows_that_share_a_cell_are_kept_together_where_they_are_low() -> None:
    columns = [Column("A", centred=False), Column("B", centred=False)]

    def kept(text: str, room: Room) -> list[bool]:
        rows = [
            Hang(("", "", "x", text), ("", "restart")),
            Hang(("", "", "y", ""), ("", "continue")),
            Hang(("", "", "z", ""), ("", "")),
        ]
        return [row.giu for row in fitted(columns, rows, room).hang]

    assert kept("một dòng", ON_ITS_SIDE) == [True, False, False]
    assert kept("\n".join(["một dòng"] * 8), ON_ITS_SIDE) == [False, False, False]


def test_months_days_and_quarters_hold_together_in_a_narrow_column() -> None:
    tasks = [
        {"ten": LONG, "chu_tri": "Sở Tư pháp", "san_pham": f"{LONG}. " * 6, "thoi_gian": when}
        for when in ("Tháng 3", "Quý IV", "Từ tháng 3 đến tháng 10")
    ]
    made = table(UPRIGHT, nhiem_vu=tasks)
    at = [column.chu for column in made.cot].index("THỜI GIAN")
    inside = widths(made)[at] - PADDING + ROUNDED
    assert longest_word(["Tháng\u00a03", "Quý\u00a0IV"], UPRIGHT.size) <= inside
    assert made.hang[0].words[at + 2] == "Tháng 3"  # it does not part, so that its blank stays
    narrow = table(UPRIGHT, nhiem_vu=tasks, rong={"thoi_gian": 13})
    assert narrow.hang[2].words[at + 2] == "Từ tháng\u00a03 đến tháng 10"


def test_amounts_and_symbols_hold_together_in_a_narrow_column() -> None:
    tasks = [{"ten": LONG, "chu_tri": "Sở Y tế", "kinh_phi": "1.500.000 đồng", "ghi_chu": "Quyết định số 45/QĐ-UBND"}] * 2
    made = table(ON_ITS_SIDE, nhiem_vu=tasks)
    at = [column.chu for column in made.cot].index("KINH PHÍ")
    assert longest_word(["1.500.000\u00a0đồng"], ON_ITS_SIDE.size) <= widths(made)[at] - PADDING + ROUNDED
    room = width("Quyết định số 45/QĐ-", ON_ITS_SIDE.size) + PADDING + 1
    narrow = table(ON_ITS_SIDE, nhiem_vu=tasks, rong={"ghi_chu": room / ON_ITS_SIDE.width * 100})
    assert narrow.hang[0].words[-1] == "Quyết định số 45/QĐ\u2011UBND"
    wide = table(ON_ITS_SIDE, nhiem_vu=tasks, rong={"ghi_chu": 40})
    assert wide.hang[0].words[-1] == "Quyết định số 45/QĐ-UBND"


def test_days_stay_whole_where_amounts_cannot() -> None:
    """Where not all columns have room for what belongs together, those keep it that need least for it."""
    tasks = [{"ten": "x" * 28, "chu_tri": "y" * 5, "thoi_gian": "Tháng 3", "kinh_phi": "123.456.789.012 đồng"}]
    made = table(UPRIGHT, nhiem_vu=tasks)
    inside = dict(zip((column.chu for column in made.cot), widths(made), strict=True))
    assert inside["THỜI GIAN"] - PADDING + ROUNDED >= longest_word(["Tháng\u00a03"], UPRIGHT.size)


def test_headings_stand_on_two_lines_before_a_wide_column_takes_the_rest() -> None:
    tasks = [{"ten": LONG, "chu_tri": "Tổ Toán", "san_pham": f"{LONG}; " * 4, "thoi_gian": "Tháng 3"}] * 4
    made = table(UPRIGHT, nhiem_vu=tasks)
    for column, wide in zip(made.cot, widths(made), strict=True):
        assert len(balanced_lines(column.chu, UPRIGHT.size, "bold", wide - PADDING + ROUNDED)) <= 2
