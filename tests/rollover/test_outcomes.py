"""Learning from the year that ended: what is carried over, what may go, what is taken up; nothing is ever removed."""

from typing import Any

import pytest

from docgen.data.model.ketqua import KetQua
from docgen.data.validate import validate
from docgen.data.yamlfile import load
from docgen.rollover.changes import ReviewGroup, Years
from docgen.rollover.outcomes import BaiHoc, BaiHocKind, learn
from docgen.text import thoigian
from docgen.work.assignments import Assignments, Share, Task, UnitWork, Vai
from docgen.workflows.office import Office
from tests.conftest import SAMPLE

YEARS = Years(2023, 2024)


def learnt(thoi_gian: str, *answers: dict[str, Any], leads: tuple[str, ...] = ("Sở A",), **results: Any) -> tuple[BaiHoc, ...]:
    han = thoigian.read(thoi_gian, 2023) if thoi_gian else None
    task = Task("1", "Tổ chức hội nghị", ", ".join(leads), "Sở C", thoi_gian, "", "", han, ("phu_luc", 0, "nhiem_vu", 0))
    work = [UnitWork(name, False, (Share(task, Vai.CHU_TRI),)) for name in leads]
    plan = Assignments((task,), (*work, UnitWork("Sở C", False, (Share(task, Vai.PHOI_HOP),))), ())
    rows = [{"ma": "1", "ten": "Tổ chức hội nghị", **answer} for answer in answers]
    told = KetQua.model_validate({"loai": "kết quả thực hiện", "ket_qua": rows, **results})
    return learn(plan, told, YEARS, lambda text: (text,))


@pytest.mark.parametrize("status", ["đang thực hiện", "chưa thực hiện"])
def test_an_unfinished_task_is_carried_over_and_marked(status: str) -> None:
    (one,) = learnt("Quý II", {"trang_thai": status})
    assert (one.route, one.kind) == (("phu_luc", 0, "nhiem_vu", 0), BaiHocKind.CHUYEN_TIEP)
    assert one.note == f"chuyển tiếp từ năm 2023: {status}"
    assert one.change.sure
    assert one.change.group is ReviewGroup.LEFT
    assert f"năm 2023 {status}" in one.change.why


def test_a_task_that_nobody_reported_on_is_carried_over() -> None:
    (one,) = learnt("Quý II")
    assert (one.kind, one.note) == (BaiHocKind.CHUYEN_TIEP, "chuyển tiếp từ năm 2023: chưa có báo cáo")


def test_a_task_that_was_given_up_needs_a_decision() -> None:
    (one,) = learnt("Quý II", {"trang_thai": "không thực hiện"})
    assert (one.kind, one.change.group) == (BaiHocKind.CHUYEN_TIEP, ReviewGroup.DECIDE)


def test_what_the_unit_asks_for_is_told() -> None:
    asked = {"trang_thai": "đang thực hiện", "don_vi": "Sở A", "kien_nghi": "Cho làm tiếp trong quý I năm 2024"}
    (one,) = learnt("Trong năm 2023", asked)
    assert one.change.why.endswith("Sở A kiến nghị: “Cho làm tiếp trong quý I năm 2024”")


def test_a_request_without_a_name_is_told_of_the_results_and_no_request_of_nobody() -> None:
    (one,) = learnt("Quý II", {"trang_thai": "đang thực hiện", "kien_nghi": "Bổ sung kinh phí"})
    assert one.change.why == "năm 2023 đang thực hiện; giữ lại cho năm 2024 và ghi chú; kết quả kiến nghị: “Bổ sung kinh phí”"
    (one,) = learnt("Quý II", {"trang_thai": "không thực hiện", "don_vi": "Sở A"})
    assert one.change.why == "năm 2023 không thực hiện; quyết định giữ hay bỏ ở năm 2024"


@pytest.mark.parametrize(
    "thoi_gian", ["Quý II", "Tháng 6", "Trước ngày 15/12/2023", "6 tháng đầu năm", "Ngày 08/8/2023", "Từ tháng 3 đến tháng 9"]
)
def test_a_finished_task_of_one_time_is_proposed_for_removal(thoi_gian: str) -> None:
    (one,) = learnt(thoi_gian, {"trang_thai": "hoàn thành", "ngay_hoan_thanh": "2023-07-05"})
    assert (one.kind, one.note) == (BaiHocKind.DE_NGHI_BO, "đề nghị bỏ: đã hoàn thành ngày 05/07/2023")
    assert one.change.group is ReviewGroup.DECIDE
    assert thoi_gian in one.change.why


def test_a_finished_task_without_its_day_is_said_to_be_done_in_the_year() -> None:
    (one,) = learnt("Quý II", {"trang_thai": "hoàn thành"})
    assert one.note == "đề nghị bỏ: đã hoàn thành trong năm 2023"


def test_who_has_not_answered_for_a_finished_task_is_named() -> None:
    (one,) = learnt("Quý II", {"trang_thai": "hoàn thành", "don_vi": "Sở A"}, leads=("Sở A", "Sở B"))
    assert one.note == "đề nghị bỏ: đã hoàn thành trong năm 2023 (chưa có báo cáo của Sở B)"
    assert "chưa có báo cáo của Sở B" in one.change.why


@pytest.mark.parametrize(
    "thoi_gian",
    [
        *("Thường xuyên", "Hằng quý", "Trong năm 2023", "Cả năm", "", "Khi có yêu cầu"),
        *("Tháng 11 hằng năm", "Giai đoạn 2022 - 2024", "Từ năm 2023 trở đi", "Quý II, cả năm"),
    ],
)
def test_finished_work_that_comes_again_is_nothing_to_speak_of(thoi_gian: str) -> None:
    assert learnt(thoi_gian, {"trang_thai": "hoàn thành"}) == ()


def test_recurring_work_that_was_not_done_is_marked_as_such() -> None:
    (one,) = learnt("Thường xuyên", {"trang_thai": "chưa thực hiện"})
    assert one.note == "chuyển tiếp từ năm 2023: chưa thực hiện (nhiệm vụ thường xuyên)"


def test_the_leaders_decide_as_they_do_in_the_report() -> None:
    done, under_way = {"trang_thai": "hoàn thành"}, {"trang_thai": "đang thực hiện"}
    (one,) = learnt("Quý II", {"don_vi": "Sở A", **done}, {"don_vi": "Sở B", **under_way}, leads=("Sở A", "Sở B"))
    assert one.note == "chuyển tiếp từ năm 2023: đang thực hiện"
    (one,) = learnt("Quý II", {"don_vi": "Sở A", **done}, {"don_vi": "Sở C", **under_way})
    assert one.kind is BaiHocKind.DE_NGHI_BO


def test_a_task_due_in_january_is_followed_too() -> None:
    (one,) = learnt("Trước ngày 15/01/2024", {"trang_thai": "đang thực hiện"})
    assert one.kind is BaiHocKind.CHUYEN_TIEP


def test_each_direction_of_the_report_is_one_thing_to_decide() -> None:
    found = learnt("Thường xuyên", {"trang_thai": "hoàn thành"}, phuong_huong=["Tiếp tục tuyên truyền", "Hoàn thành tiểu phẩm"])
    assert [(one.route, one.kind, one.change.behind) for one in found] == [
        (("phuong_huong", 0), BaiHocKind.PHUONG_HUONG, "Tiếp tục tuyên truyền"),
        (("phuong_huong", 1), BaiHocKind.PHUONG_HUONG, "Hoàn thành tiểu phẩm"),
    ]
    assert all(one.change.group is ReviewGroup.DECIDE and one.note == "" for one in found)


@pytest.mark.parametrize(
    ("results", "wanted"),
    [
        ({"vi_du": "có"}, "ví dụ"),
        ({"den_ngay": "2022-12-15"}, "không phải của năm 2023"),
        ({"den_ngay": "2023-06-30"}, "mới tính đến 30/06/2023"),
        ({"den_ngay": "2023-11-30"}, "mới tính đến 30/11/2023"),
        ({"den_ngay": "2023-12-01"}, None),
        ({"den_ngay": "2024-12-31"}, None),
        ({"den_ngay": "2025-01-01"}, "không phải của năm 2023"),
    ],
)
def test_results_that_are_not_those_of_the_whole_year_are_asked_about(results: dict[str, Any], wanted: str | None) -> None:
    found = learnt("Thường xuyên", {"trang_thai": "hoàn thành"}, **results)
    assert [one.kind for one in found] == [BaiHocKind.XEM_LAI] * (wanted is not None)
    assert wanted is None or wanted in found[0].change.why


def test_the_sample() -> None:
    given = Office(SAMPLE)
    results = validate(KetQua, load(SAMPLE.with_name("ketqua.yaml")))
    found = learn(given.assignments, results, YEARS, lambda text: given.registry.read(text).don_vi)
    codes = {route: code for code, route, _ in given.plan.tasks()}
    assert [(codes.get(one.route, ""), one.kind) for one in found] == [
        ("", BaiHocKind.XEM_LAI),
        ("I.2", BaiHocKind.DE_NGHI_BO),
        ("II.3", BaiHocKind.CHUYEN_TIEP),
        ("", BaiHocKind.PHUONG_HUONG),
        ("", BaiHocKind.PHUONG_HUONG),
    ]
