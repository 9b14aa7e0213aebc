"""A review list to try the forms on."""

from docgen.errors import Place
from docgen.rollover.changes import Change, Route, Years
from docgen.rollover.rasoat import RaSoat, ra_soat
from tests.conftest import SAMPLE, plan_of

OLD, NEW = "data/asean-2023/kehoach.yaml", "data/asean-2024/kehoach.yaml"
YEAR = "năm của kế hoạch"


def at(line: int, column: int, file: str = NEW) -> Place:
    return Place(file, line, column)


def moved(route: Route, before: str = "", behind: str = "") -> Change:
    return Change(route, len(before), "2023", "2024", YEAR, before=before, behind=behind)


def review(*items: tuple[Change, Place]) -> RaSoat:
    return ra_soat(plan_of(SAMPLE), Years(2023, 2024), OLD, NEW, items)


CHANGES = (
    (moved(("trich_yeu",), "về tuyên truyền, quảng bá ASEAN năm ", " trên địa bàn tỉnh Sóc Trăng"), at(33, 80)),
    (Change(("can_cu", 1), 9, "giai đoạn 2021 - 2025", "giai đoạn 2021 - 2025", "giai đoạn gồm cả năm 2024"), at(40, 9)),
    (
        Change(("can_cu", 2), 15, "3334/QĐ-UBND", "[cần điền số]", "dự toán giao từng năm", sure=False, before="Quyết định số "),
        at(45, 20),
    ),
    (moved(("mo_dau",), "quảng bá ASEAN trong năm ", " phù hợp với điều kiện của địa phương"), at(52, 90)),
    (
        Change(("phuong_huong", 0), 0, "", "", "phương hướng đã nêu; xem đưa vào", sure=False, behind="Tiếp tục tuyên truyền"),
        at(128, 5, "ketqua.yaml"),
    ),
)
