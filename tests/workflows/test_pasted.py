"""A block copied from a sheet: headings and numbers are seen, a cell is one text, and none is lost without a word."""

import pytest

import docgen
from docgen.errors import DataError

COLUMNS = ("ten", "chu_tri", "phoi_hop", "thoi_gian")


def rows(text: str) -> list[tuple[str, dict[str, str]]]:
    return [(row.kind, dict(row.cells)) for row in docgen.pasted_rows(text, COLUMNS)]


def test_a_row_of_headings_is_left_out() -> None:
    block = "STT\tTên nhiệm vụ\tChủ trì\tPhối hợp\tThời gian\n1\tTập huấn\tSở Nội vụ\tSở Y tế\tQuý I\n"
    task = ("việc", {"ten": "Tập huấn", "chu_tri": "Sở Nội vụ", "phoi_hop": "Sở Y tế", "thoi_gian": "Quý I"})
    assert rows(block) == [task]
    assert rows(block.replace("STT\t", "").replace("1\t", "")) == [task]
    inserted = "12\tTập huấn\tSở Nội vụ\tSở Y tế\tQuý I\n12A\tTập huấn\tSở Nội vụ\tSở Y tế\tQuý I"
    assert rows(inserted) == [task, task]


def test_headings_say_which_column_is_which() -> None:
    block = "TT\tNội dung\tThời gian\tCơ quan chủ trì\tKinh phí\r\nI\tTuyên truyền\r\n1\tTập huấn\tQuý I\tSở Nội vụ\t5 triệu\r\n"
    assert rows(block) == [
        ("nhóm", {"ten": "Tuyên truyền"}),
        ("việc", {"ten": "Tập huấn", "thoi_gian": "Quý I", "chu_tri": "Sở Nội vụ", "kinh_phi": "5 triệu"}),
    ]


def test_a_row_of_tasks_is_no_row_of_headings() -> None:
    assert rows("Công tác tuyên truyền\tSở Y tế\t\tQuý IV") == [
        ("việc", {"ten": "Công tác tuyên truyền", "chu_tri": "Sở Y tế", "thoi_gian": "Quý IV"})
    ]


def test_a_cell_of_more_lines_is_one_text() -> None:
    assert rows('1\t"Tập huấn\nnghiệp vụ ""số"""\tSở Nội vụ') == [
        ("việc", {"ten": 'Tập huấn nghiệp vụ "số"', "chu_tri": "Sở Nội vụ"})
    ]
    assert rows('A\t"Ngày hội" đọc sách\tSở Y tế\nb)\t"Ngày hội\tSở Nội vụ') == [
        ("việc", {"ten": '"Ngày hội" đọc sách', "chu_tri": "Sở Y tế"}),
        ("việc", {"ten": '"Ngày hội', "chu_tri": "Sở Nội vụ"}),
    ]


@pytest.mark.parametrize(
    ("block", "told"),
    [
        ("1\tTập huấn\tSở Nội vụ\tSở Y tế\tQuý I\t5 triệu", "“5 triệu” ở cột thứ 6"),
        ("Tập huấn\tSở Nội vụ\tSở Y tế\tQuý I\t5 triệu", "“5 triệu” ở cột thứ 5"),
        ("STT\tNội dung\tCấp độ\tChủ trì\n1\tTập huấn\tCao\tSở Nội vụ", "“Cao” ở cột thứ 3"),
        ("STT\tLĩnh vực\tChủ trì\n1\tY tế\tSở Y tế", "hàng tiêu đề không có cột nào là tên nhiệm vụ"),
    ],
)
def test_a_cell_without_a_column_is_told(block: str, told: str) -> None:
    with pytest.raises(DataError, match=told):
        docgen.pasted_rows(block, COLUMNS)


def test_times_are_known_by_what_they_say_where_printed_tables_have_them_elsewhere() -> None:
    columns = ("ten", "chu_tri", "phoi_hop", "thoi_gian", "san_pham")
    block = "1\tTập huấn\tSở Nội vụ\tSở Y tế\tLớp học\tQuý I\n2\tTổng kết\tSở Y tế\t\tBáo cáo\tTrước 15/12\n"
    first, second = docgen.pasted_rows(block, columns)
    assert (first.cells["san_pham"], first.cells["thoi_gian"]) == ("Lớp học", "Quý I")
    assert list(second.cells.items()) == [
        ("ten", "Tổng kết"), ("chu_tri", "Sở Y tế"), ("san_pham", "Báo cáo"), ("thoi_gian", "Trước 15/12"),
    ]  # fmt: skip
    (unclear,) = docgen.pasted_rows("Tập huấn\tSở Nội vụ\tSở Y tế\tkhi có kinh phí\tLớp học", columns)
    assert unclear.cells["thoi_gian"] == "khi có kinh phí"
