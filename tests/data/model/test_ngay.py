from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from docgen.errors import DataError
from docgen.text.ngaythang import NgayChuaDu
from tests.conftest import plan_of

PLAN = "loai: kế hoạch\nnam: 2024\ntrich_yeu: Thử\nnoi_nhan: [A]\nluu: VT\nphan:\n  - {tieu_de: Một, doan: Hai}\n"
NO_DATE = "“{}” không phải ngày; ghi như 2023-12-15 hoặc 15/12/2023; chưa biết ngày thì ghi tháng, năm như 2023-12, hoặc năm"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2025-12", NgayChuaDu(2025, 12)),
        ("12/2025", NgayChuaDu(2025, 12)),
        ("tháng 1 năm 2026", NgayChuaDu(2026, 1)),
        ("2025", NgayChuaDu(2025)),
        ("'2025'", NgayChuaDu(2025)),
        ("2025-12-05", date(2025, 12, 5)),
    ],
)
def test_the_day_of_a_plan_and_of_its_letters_may_be_known_by_halves(
    write_plan: Callable[[str], Path], typed: str, day: date | NgayChuaDu
) -> None:
    plan = plan_of(write_plan(f"{PLAN}ngay: {typed}\ncong_van:\n  ngay: {typed}\n"))
    assert (plan.ngay, plan.cong_van.ngay) == (day, day)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("ngay: 13/2025", "trong lịch không có tháng “13/2025”; xem lại tháng"),
        ("ngay: 2025-00", "trong lịch không có tháng “2025-00”; xem lại tháng"),
        ("ngay: 15/12", NO_DATE.format("15/12")),
        ("ngay: 1512", NO_DATE.format("1512")),
        ("ngay: 31/2/2025", "trong lịch không có ngày “31/2/2025”; xem lại ngày và tháng"),
        (
            "so: 15\nngay: 2025-12",
            "đã có so thì phải ghi đủ ngày, tháng, năm, ví dụ 2023-12-15; bản dự thảo thì để trống so",
        ),
        (
            "cong_van: {so_bat_dau: 7, ngay: 2025}",
            "đã có so_bat_dau thì phải ghi đủ ngày, tháng, năm, ví dụ 2023-12-15; bản dự thảo thì để trống so_bat_dau",
        ),
    ],
)
def test_half_a_date_that_cannot_be_is_refused(write_plan: Callable[[str], Path], lines: str, said: str) -> None:
    path = write_plan(f"{PLAN}{lines}\n")
    with pytest.raises(DataError) as raised:
        plan_of(path)
    (problem,) = raised.value.problems
    assert problem.message == f"ngay: {said}"
