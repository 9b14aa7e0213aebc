"""Schedules and lists of one year: each is one decision, its heading and its dates together."""

from typing import Any

import pytest
import yaml

from docgen.data.model.coquan import CoQuan
from docgen.data.yamlfile import of_text
from docgen.rollover.changes import Change, Years
from docgen.rollover.roll import Known, roll

OFFICE = CoQuan.model_validate({"ten": "Sở Y tế tỉnh Lâm Đồng", "viet_tat": "SYT", "dia_danh": "Lâm Đồng", "ky": {}})
DAYS = [f"{day}/{month}" for month in range(2, 9) for day in (6, 13, 20)]
UNITS = [f"Trường THCS {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
DATES = [f"{day}/3/2026" for day in range(5, 10)]


def rolled(**parts: Any) -> tuple[Change, ...]:
    """Return what becomes of a plan of 2026 that holds `parts`, but for its year and subject."""
    plan = {"loai": "kế hoạch", "nam": 2026, "trich_yeu": "Công tác năm 2026", **parts}
    texts = tuple(of_text("kehoach.yaml", yaml.safe_dump(plan, allow_unicode=True, sort_keys=False)).texts())
    found = roll(texts, Years(2026, 2027), Known(OFFICE)).changes
    return tuple(one for one in found if one.route not in (("nam",), ("trich_yeu",)))


def section(title: str, **parts: Any) -> tuple[Change, ...]:
    return rolled(phan=[{"tieu_de": title, **parts}])


def table(columns: list[str], rows: list[list[str]], **more: Any) -> tuple[Change, ...]:
    return section("Kiểm tra", bang={**more, "cot": columns, "dong": rows})


SCHEDULES = {
    "a column whose heading names the year": (table(["Ngày (năm 2026)", "Nội dung"], [[day, "x"] for day in DAYS]), 22),
    "a table whose title does": (table(["STT", "Ngày"], [["1", day] for day in DAYS], tieu_de="Lịch kiểm tra năm 2026"), 22),
    "a column below two rows of headings, between rows across the table": (
        section(
            "Kiểm tra",
            bang={
                "cot": [["Đơn vị", "Thời gian năm 2026", "như bên trái"], ["như trên", "Ngày", "Buổi"]],
                "dong": [{"nhom": "Đợt 1"}, *([["Sở A", "Phó Giám đốc"], day, "Sáng"] for day in DAYS[:6]), {"nhom": "Đợt 2"}],
            },
        ),
        7,
    ),
    "units with their dates": (table(["Đơn vị", "Thời gian"], [list(row) for row in zip(UNITS, DATES, strict=False)]), 5),
    "days of the week beside the dates": (
        table(
            ["Đơn vị", "Ngày kiểm tra trong năm 2026"],
            [["Sở Y tế", f"thứ Tư, {day}"] for day in DAYS[:4]],
        ),
        9,
    ),
    "items below a title": (section("Lịch tiếp công dân năm 2026", y=[f"Ngày {day}: Giám đốc" for day in DAYS]), 22),
    "items behind a sentence that leads in": (
        section("Họp", noi_dung=[{"doan": "Lịch họp năm 2026 như sau:"}, {"y": [f"Sáng {day}: họp" for day in DAYS[:6]]}]),
        7,
    ),
    "months of units": (section("Lịch kiểm tra năm 2026", y=[f"{unit}: tháng 3/2026" for unit in UNITS[:6]]), 7),
    "days in one sentence": (
        section("Dân", doan="Lịch tiếp dân năm 2026: ngày 15/01, ngày 15/02, ngày 15/3, ngày 15/4."),
        5,
    ),
    "lines of one text": (section("Lịch", doan="Lịch phát sóng năm 2026\n- 15/3: phóng sự\n- 22/3: tọa đàm\n- 29/3: tin\n"), 4),
    "units without dates": (section("Danh sách đơn vị được kiểm tra năm 2026", y=UNITS), 1),
    "units that a sentence lists": (section("Tra", doan="29 đơn vị được thanh tra năm 2026: Trường A, Trường B, Trường C."), 1),
    "items that are dates behind a sentence": (
        section("Tra", doan="Thời gian kiểm tra năm 2026 như sau:", y=[f"Sở {letter}: ngày 05/3/2026" for letter in "ABCDE"]),
        6,
    ),
    "paragraphs": (section("Lịch", doan=["Lịch kiểm tra năm 2026:", "15/3: xã A", "22/3: xã B", "29/3: xã C"]), 4),
    "spans of days": (
        section(
            "Các đợt cao điểm năm 2026", y=["Đợt 1: từ 15/01 đến 15/02", "Đợt 2: từ 15/4 đến 15/5", "Đợt 3: từ 1/10 đến 1/11"]
        ),
        7,
    ),
    "days of remembrance": (section("Lễ", doan="Các ngày lễ lớn trong năm 2026: 03/02, 08/3, 30/4, 01/5, 19/5, 02/9."), 7),
    "quarters of units": (
        table(
            ["Đơn vị được thanh tra", "Quý"], [[unit, "Quý II/2026"] for unit in UNITS[:8]], tieu_de="Danh mục thanh tra năm 2026"
        ),
        9,
    ),
    "units behind a sentence": (section("Giám sát", doan="Các đơn vị được giám sát trong năm 2026 gồm:", y=UNITS[:8]), 1),
    "times of tasks below a heading that names the year": (
        rolled(
            phu_luc=[
                {
                    "tieu_de": "Nhiệm vụ",
                    "ten_cot": {"thoi_gian": "Thời gian (năm 2026)"},
                    "nhiem_vu": [{"ten": "Việc", "chu_tri": "Phòng A", "thoi_gian": f"Ngày {day}"} for day in DAYS[:5]],
                }
            ]
        ),
        6,
    ),
    "an appendix that lists inspected communes": (
        rolled(
            phu_luc=[
                {
                    "tieu_de": "Danh sách các xã được kiểm tra năm 2026",
                    "nhiem_vu": [{"ten": "Xã", "chu_tri": "Phòng A", "thoi_gian": day} for day in DATES],
                }
            ]
        ),
        6,
    ),
}


@pytest.mark.parametrize(("changes", "places"), SCHEDULES.values(), ids=SCHEDULES)
def test_a_schedule_is_one_decision(changes: tuple[Change, ...], places: int) -> None:
    assert len({(one.lot, one.why, one.sure) for one in changes if one.lot}) == 1
    assert [one.lot for one in changes].count(changes[0].lot) == places == len(changes)


@pytest.mark.parametrize(
    ("columns", "cell", "new", "sure"),
    [
        (["Số, ký hiệu", "Ngày ban hành"], "15/01/2026", None, True),
        (["Văn bản", "Ngày, tháng ký"], "15 tháng 01 năm 2026", None, True),
        (["Văn bản", "Ngày"], "15/01/2026", None, False),
        (["Văn bản", "Thời gian thực hiện"], "15/01/2026", "2027", True),
        (["Văn bản", "Ngày"], "Trước ngày 15/01/2026", "2027", True),
    ],
)
def test_the_day_of_issue_in_a_table_of_documents_stays(columns: list[str], cell: str, new: str | None, sure: bool) -> None:
    changes = table(columns, [["Quyết định số 12/QĐ-BYT", cell], ["Công văn số 5/SYT-NV", "x"]])
    (day,) = [one for one in changes if one.route[-2:] == (0, 1)]
    assert (day.new, day.sure) == (new or day.old, sure)


def test_each_of_two_columns_is_one_decision() -> None:
    changes = table(["Lớp", "Từ ngày", "Đến ngày"], [["1", day, day.replace("/3/", "/4/")] for day in DATES])
    assert sorted(one.lot for one in changes) == ["Từ ngày"] * 5 + ["Đến ngày"] * 5


@pytest.mark.parametrize(
    "changes",
    [
        section("Nhiệm vụ năm 2026", y=[f"Hoàn thành báo cáo trước ngày {day}" for day in DAYS[:4]]),
        rolled(
            phu_luc=[
                {
                    "tieu_de": "Nhiệm vụ năm 2026",
                    "nhiem_vu": [{"ten": "Việc", "chu_tri": "Phòng A", "thoi_gian": f"Trước {day}"} for day in DATES],
                }
            ]
        ),
        section("Lịch năm 2026", y=["Ngày 15/3: họp", "Ngày 15/4: họp"]),
        rolled(
            phu_luc=[
                {
                    "tieu_de": "Nhiệm vụ năm 2026",
                    "nhiem_vu": [{"ten": "Việc", "chu_tri": "Phòng A", "thoi_gian": f"Ngày {day}"} for day in DATES],
                }
            ]
        ),
        table(["Chỉ tiêu", "Kế hoạch 2026"], [["Thu", "110"], ["Chi", "95"], ["Nợ", "4"]]),
        section("Chung", doan="Trong năm 2026 tổ chức hai đợt, ngày 15/3 và ngày 15/9."),
    ],
    ids=[
        "deadlines of duties",
        "deadlines of tasks",
        "two days",
        "days of tasks",
        "a column of figures",
        "two days in a sentence",
    ],
)
def test_deadlines_and_single_days_are_looked_at_one_by_one(changes: tuple[Change, ...]) -> None:
    assert changes
    assert not any(one.lot for one in changes)
