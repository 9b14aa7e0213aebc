from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from docgen.errors import DataError
from docgen.text.thoigian import NgayChuaDu
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
        ("ngay: 13/2025", "trong lịch không có ngày “13/2025”; xem lại ngày và tháng"),
        ("ngay: 2025-00", "trong lịch không có ngày “2025-00”; xem lại ngày và tháng"),
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


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("có", "DỰ THẢO"),
        ("true", "DỰ THẢO"),
        ("dự thảo", "DỰ THẢO"),
        ("lần 2", "DỰ THẢO LẦN 2"),
        ("2", "DỰ THẢO LẦN 2"),
        ("02", "DỰ THẢO LẦN 2"),
        ("lan 2", "DỰ THẢO LẦN 2"),
        ("lần thứ 2", "DỰ THẢO LẦN 2"),
        ("Dự thảo (lần 2)", "DỰ THẢO LẦN 2"),
        ("dự thảo 2 (lần cuối)", "DỰ THẢO 2 (LẦN CUỐI)"),
        ("Dự thảo lần 3", "DỰ THẢO LẦN 3"),
        ("(DỰ THẢO LẦN 2)", "DỰ THẢO LẦN 2"),
        ("Dự thảo 4", "DỰ THẢO LẦN 4"),
        ("lần thứ hai, ngày 10/12/2025", "DỰ THẢO LẦN THỨ HAI, NGÀY 10/12/2025"),
        ("không", None),
        ("", None),
    ],
)
def test_a_draft_says_which_it_is(write_plan: Callable[[str], Path], typed: str, printed: str | None) -> None:
    plan = plan_of(write_plan(f"{PLAN}du_thao: {typed}\ncong_van: {{du_thao: '{typed}'}}\n"))
    assert (plan.du_thao, plan.cong_van.du_thao) == (printed, printed)


@pytest.mark.parametrize("typed", ["lần", "0", "-1", "---", "xin ý kiến các sở, ban, ngành và Ủy ban nhân dân các xã"])
def test_what_is_no_draft_is_refused(write_plan: Callable[[str], Path], typed: str) -> None:
    with pytest.raises(DataError) as raised:
        plan_of(write_plan(f"{PLAN}du_thao: '{typed}'\n"))
    (problem,) = raised.value.problems
    assert problem.message == f"du_thao: “{typed}” không phải lần dự thảo; ghi “có”, hoặc ngắn như “lần 2”"


APPENDIX = "phu_luc:\n  - tieu_de: Nhiệm vụ\n    doan: Hai\n    kem_theo: {}\n"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (
            "Ban hành kèm theo {van_ban} của Chủ tịch Ủy ban nhân dân tỉnh",
            "Ban hành kèm theo {van_ban} của Chủ tịch Ủy ban nhân dân tỉnh",
        ),
        ("(Kèm theo {van_ban} của Sở (cũ))", "Kèm theo {van_ban} của Sở (cũ)"),
        ("(Cũ) kèm theo {van_ban} (mới)", "(Cũ) kèm theo {van_ban} (mới)"),
        ("Kèm theo Kế hoạch này", "Kèm theo Kế hoạch này"),
        ("(Kèm theo {van_ban} của Sở.", "Kèm theo {van_ban} của Sở"),
        ("Kèm theo {van_ban} của Sở);", "Kèm theo {van_ban} của Sở"),
    ],
)
def test_an_appendix_says_in_its_own_words_what_it_belongs_to(write_plan: Callable[[str], Path], typed: str, kept: str) -> None:
    assert plan_of(write_plan(PLAN + APPENDIX.format(typed))).phu_luc[0].kem_theo == kept


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Kèm theo {so} ngày {ngay}", "không có chỗ điền {so}, {ngay}; chỉ dùng được {van_ban}"),
        ("Kèm theo {van_ban", "không có chỗ điền {van_ban; chỉ dùng được {van_ban}"),
        ("'(…)'", "dòng này phải có chữ “kèm theo”, ví dụ: Ban hành kèm theo {van_ban} của …"),
        ("Phụ lục của {van_ban}", "dòng này phải có chữ “kèm theo”, ví dụ: Ban hành kèm theo {van_ban} của …"),
        ("{van_ban}", 'câu mở đầu bằng dấu { phải đặt trong dấu nháy kép: "{van_ban}"'),
        ("[a, b]", "phải là một đoạn chữ, không phải danh sách hay nhóm mục"),
    ],
)
def test_a_wrong_line_of_an_appendix_is_refused(write_plan: Callable[[str], Path], typed: str, said: str) -> None:
    with pytest.raises(DataError) as raised:
        plan_of(write_plan(PLAN + APPENDIX.format(typed)))
    (problem,) = raised.value.problems
    assert problem.message == f"kem_theo: {said}"
