"""The rows that tasks and their lines make: which words hold in each cell, and which cells are one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.data.model.phanviec import TaskRow
from docgen.errors import DataError
from tests.conftest import plan_of

HEAD = """\
loai: kế hoạch
nam: 2024
trich_yeu: Cải cách hành chính năm 2024
noi_nhan: [A]
luu: VT
phan: [{tieu_de: A, doan: B}]
"""


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str], list[TaskRow]]:
    def rows(tasks: str) -> list[TaskRow]:
        path = tmp_path / "kehoach.yaml"
        path.write_text(f"{HEAD}phu_luc:\n{tasks}", "utf-8")
        return list(plan_of(path).rows())

    return rows


def cells(rows: list[TaskRow], name: str) -> list[tuple[str, str, bool]]:
    return [(row.ma, row.cells[name], name in row.same) for row in rows]


def test_a_line_has_its_own_words_its_tasks_or_those_above(read: Callable[[str], list[TaskRow]]) -> None:
    rows = read("""\
  - tieu_de: B
    nhom_nhiem_vu:
      - tieu_de: Một
        nhiem_vu:
          - {ten: a, chu_tri: Sở A, thoi_gian: Quý I}
          - ten: b
            thoi_gian: như trên
            phan_viec:
              - {san_pham: Kế hoạch, chu_tri: như trên}
              - {san_pham: Báo cáo, chu_tri: Sở B}
              - {san_pham: Quyết định, chu_tri: như trên, thoi_gian: Tháng 6}
              - {san_pham: Tờ trình, chu_tri: Sở C}
      - tieu_de: Hai
        nhiem_vu:
          - {ten: c, chu_tri: như trên}
""")
    codes = ["I.1", "I.2.1", "I.2.2", "I.2.3", "I.2.4", "II.1"]
    leaders = [("Sở A", False), ("Sở A", True), ("Sở B", False), ("Sở B", True), ("Sở C", False), ("Sở C", True)]
    assert cells(rows, "chu_tri") == [(code, *said) for code, said in zip(codes, leaders, strict=True)]
    times = [("Quý I", False), ("Quý I", True), ("Quý I", True), ("Tháng 6", False), ("Quý I", False), ("", False)]
    assert cells(rows, "thoi_gian") == [(code, *said) for code, said in zip(codes, times, strict=True)]
    place = ("phu_luc", 0, "nhom_nhiem_vu", 0, "nhiem_vu", 1)
    assert (rows[1].route, rows[1].place) == ((*place, "phan_viec", 0), place)
    assert rows[1].route_of("thoi_gian") == (*place, "thoi_gian")
    assert rows[1].route_of("san_pham") == (*place, "phan_viec", 0, "san_pham")


def test_another_paper_stands_for_leaders_and_partners_of_a_task_or_of_a_line(read: Callable[[str], list[TaskRow]]) -> None:
    rows = read("""\
  - tieu_de: B
    nhiem_vu:
      - {ten: a, giao_theo: Theo Quyết định số 1}
      - {ten: b, giao_theo: như trên}
      - ten: c
        giao_theo: Theo Quyết định số 2
        phan_viec:
          - {san_pham: x}
          - {san_pham: y, phoi_hop: Sở B, chu_tri: ""}
          - {san_pham: z, chu_tri: Sở A}
          - {san_pham: t, giao_theo: Theo Quyết định số 3}
      - ten: d
        chu_tri: Sở A
        phoi_hop: Sở B
        phan_viec: [{san_pham: x, giao_theo: Theo Quyết định số 4}, {san_pham: y}]
""")
    said = [(row.ma, row.cells["giao_theo"], row.cells["chu_tri"], row.cells["phoi_hop"]) for row in rows]
    assert said == [
        ("1", "Theo Quyết định số 1", "", ""),
        ("2", "Theo Quyết định số 1", "", ""),
        ("3.1", "Theo Quyết định số 2", "", ""),
        ("3.2", "", "", "Sở B"),
        ("3.3", "", "Sở A", ""),
        ("3.4", "Theo Quyết định số 3", "", ""),
        ("4.1", "Theo Quyết định số 4", "", ""),
        ("4.2", "", "Sở A", "Sở B"),
    ]
    assert [row.ma for row in rows if "giao_theo" in row.same] == ["2"]


def test_a_table_in_which_no_task_has_a_leader_has_no_column_for_it(tmp_path: Path) -> None:
    def columns(tasks: str) -> tuple[str, ...]:
        path = tmp_path / "kehoach.yaml"
        path.write_text(f"{HEAD}phu_luc: {{tieu_de: B, nhiem_vu: [{tasks}]}}\n", "utf-8")
        return plan_of(path).phu_luc[0].columns

    assert columns("{ten: a, thoi_gian: Quý I}, {ten: b}") == ("stt", "ten", "thoi_gian")
    assert columns('{ten: a, chu_tri: ""}, {ten: b, chu_tri: ""}') == ("stt", "ten", "chu_tri")
    assert columns("{ten: a, giao_theo: Theo Quyết định số 1}") == ("stt", "ten", "chu_tri")
    assert columns("{ten: a, phan_viec: [{chu_tri: Sở A, ghi_chu: x}, {chu_tri: Sở B}]}") == ("stt", "ten", "chu_tri", "ghi_chu")
    with pytest.raises(DataError, match="chu_tri: thiếu mục này"):
        columns("{ten: a, phan_viec: [{san_pham: x}]}, {ten: b, chu_tri: Sở A}")
