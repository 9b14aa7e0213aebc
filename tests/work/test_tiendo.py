"""Counting: shares that add up to 100, what decides over a task, deadlines, the period, figures added up."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from docgen.data.model.ketqua import KetQua, KetQuaViec, TrangThai
from docgen.text import thoigian
from docgen.text.so import count, dong, number, percent, quantity, share, shares
from docgen.text.thoigian import read_period
from docgen.work.assignments import Assignments, Share, Task, UnitWork, Vai
from docgen.work.theo_doi import follow
from docgen.work.tiendo import Han, TienDo, by_deadline, by_group, by_lead, dem, figures, measured_in_two_ways, mismatches

YEAR = 2023


@pytest.mark.parametrize(
    ("counts", "wanted"),
    [
        ((6, 1), ("85.7", "14.3")),
        ((1, 1, 1), ("33.4", "33.3", "33.3")),
        ((1, 2), ("33.3", "66.7")),
        ((1, 1, 1, 1, 1, 1), ("16.7", "16.7", "16.7", "16.7", "16.6", "16.6")),
        ((0, 5), ("0", "100")),
        ((0, 0), ("0", "0")),
        ((), ()),
    ],
)
def test_shares_are_rounded_so_that_they_add_up(counts: tuple[int, ...], wanted: tuple[str, ...]) -> None:
    assert shares(counts) == tuple(map(Decimal, wanted))


def test_shares_of_any_counts_add_up_to_100_and_none_is_off_by_a_tenth() -> None:
    for first in range(0, 40, 3):
        for second in range(0, 40, 7):
            for third in range(1, 500, 83):
                counts = (first, second, third)
                found = shares(counts)
                assert sum(found) == 100
                assert all(
                    abs(each - Decimal(many * 100) / sum(counts)) < Decimal("0.1")
                    for each, many in zip(found, counts, strict=True)
                )


def test_numbers_are_printed_the_vietnamese_way() -> None:
    assert number(Decimal("1234.5")) == "1.234,5"
    assert number(Decimal("0.125")) == "0,125"
    assert dong(Decimal(150_000_000)) == "150.000.000 đồng"
    assert percent(Decimal("85.7")) == "85,7%"
    assert percent(Decimal("100.0")) == "100%"
    assert [count(each) for each in (0, 7, 10, 1234)] == ["0", "07", "10", "1.234"]
    assert [quantity(Decimal(each)) for each in ("4", "96.5", "1180", "-3")] == ["04", "96,5", "1.180", "-3"]
    assert share(Decimal(2), Decimal(3)) == Decimal("66.7")


def task(ma: str, thoi_gian: str = "", *, nhom: str = "") -> Task:
    han = thoigian.read(thoi_gian, YEAR) if thoi_gian else None
    return Task(ma, f"Việc {ma}", "A, B", "", thoi_gian, "", nhom, han, ("phu_luc", 0, "nhiem_vu", 0))


def answer(ma: str, trang_thai: str, don_vi: str | None = None, **more: object) -> KetQuaViec:
    return KetQuaViec.model_validate({"ma": ma, "ten": f"Việc {ma}", "trang_thai": trang_thai, "don_vi": don_vi, **more})


def followed(
    tasks: Sequence[Task],
    answers: Sequence[KetQuaViec],
    *,
    ky: str = "",
    den_ngay: date | None = None,
    lead: tuple[str, ...] = ("A", "B"),
    join: str = "C",
) -> TienDo:
    units = [UnitWork(name, False, tuple(Share(one, Vai.CHU_TRI) for one in tasks)) for name in lead]
    units.append(UnitWork(join, False, tuple(Share(one, Vai.PHOI_HOP) for one in tasks)))
    known = {*lead, join}
    results = KetQua(loai="kết quả thực hiện", ket_qua=tuple(answers), den_ngay=den_ngay)
    return follow(
        Assignments(tuple(tasks), tuple(units), ()),
        results,
        read_period(ky, YEAR),
        {"TN.1": "Trách nhiệm"},
        lambda text: tuple(known & {text}),
    )


def test_the_leaders_answer_decides_and_the_others_are_kept_beside_it() -> None:
    progress = followed([task("1")], [answer("1", "hoàn thành", "C"), answer("1", "đang thực hiện", "A")])
    (one,) = progress.viec
    assert one.trang_thai is TrangThai.DANG_THUC_HIEN
    assert [each.don_vi for each in one.khac] == ["C"]
    assert one.chua_tra_loi == ("B",)
    assert progress.nhac == ()


def test_without_the_leaders_answer_nothing_is_known() -> None:
    (one,) = followed([task("1")], [answer("1", "hoàn thành", "C")]).viec
    assert one.trang_thai is TrangThai.CHUA_BAO_CAO
    assert one.chua_tra_loi == ("A", "B")


def test_what_the_clerk_wrote_without_a_unit_decides_over_all() -> None:
    answers = [answer("1", "hoàn thành", "A"), answer("1", "không thực hiện")]
    (one,) = followed([task("1")], answers).viec
    assert one.trang_thai is TrangThai.KHONG_THUC_HIEN
    assert one.chua_tra_loi == ()


def test_leaders_who_differ_leave_the_task_under_way_and_that_is_told() -> None:
    answers = [answer("1", "hoàn thành", "A", ngay_hoan_thanh="2023-03-01"), answer("1", "chưa thực hiện", "B")]
    progress = followed([task("1")], answers)
    assert progress.viec[0].trang_thai is TrangThai.DANG_THUC_HIEN
    assert progress.viec[0].ngay is None
    assert "trả lời khác nhau" in progress.nhac[0].message


def test_a_unit_that_has_no_part_in_the_task_does_not_count_and_that_is_told() -> None:
    progress = followed([task("1")], [answer("1", "hoàn thành", "Đơn vị lạ")])
    assert progress.viec[0].trang_thai is TrangThai.CHUA_BAO_CAO
    assert progress.nhac[0].route == ("ket_qua", 0, "don_vi")


@pytest.mark.parametrize(
    ("status", "day", "up_to", "han"),
    [
        ("hoàn thành", "2023-06-30", "2023-12-15", Han.DUNG_HAN),
        ("hoàn thành", "2023-07-01", "2023-12-15", Han.TRE_HAN),
        ("hoàn thành", None, "2023-12-15", Han.CHUA_RO),
        ("đang thực hiện", None, "2023-07-01", Han.QUA_HAN),
        ("chưa thực hiện", None, "2023-06-30", Han.CHUA_DEN),
        ("không thực hiện", None, "2023-12-15", Han.KHONG_XET),
    ],
)
def test_a_task_of_the_second_quarter_and_its_deadline(status: str, day: str | None, up_to: str, han: Han) -> None:
    answers = [answer("1", status, "A", ngay_hoan_thanh=day)]
    (one,) = followed([task("1", "Quý II")], answers, den_ngay=date.fromisoformat(up_to)).viec
    assert one.han is han
    assert by_deadline([one])[han] == [one]


def test_what_goes_on_all_year_or_names_no_day_has_no_deadline() -> None:
    for words in ("Thường xuyên", "", "Khi có yêu cầu"):
        assert followed([task("1", words)], [answer("1", "hoàn thành", "A")]).viec[0].han is Han.KHONG_XET


@pytest.mark.parametrize(
    ("words", "status", "day", "counts"),
    [
        ("Quý II", "hoàn thành", "2023-05-01", True),
        ("Quý III", "hoàn thành", "2023-05-01", True),  # finished early, in the period
        ("Quý III", "chưa thực hiện", None, False),
        ("Quý I", "hoàn thành", "2023-03-01", False),
        ("Quý I", "hoàn thành", "2023-04-02", True),  # finished late, in the period
        ("Quý I", "đang thực hiện", None, True),  # still open
        ("Quý I", "không thực hiện", None, False),
        ("Thường xuyên", "hoàn thành", None, True),
        ("Trong năm 2023", "đang thực hiện", None, True),
    ],
)
def test_what_counts_in_the_second_quarter(words: str, status: str, day: str | None, counts: bool) -> None:
    progress = followed([task("1", words)], [answer("1", status, "A", ngay_hoan_thanh=day)], ky="quý II")
    assert bool(progress.viec) is counts
    assert bool(progress.ngoai_ky) is not counts


def test_what_was_finished_after_the_period_was_not_finished_in_it() -> None:
    answers = [answer("1", "hoàn thành", "A", ngay_hoan_thanh="2023-08-01")]
    progress = followed([task("1", "Trong năm 2023")], answers, ky="6 tháng đầu năm 2023")
    assert progress.viec[0].trang_thai is TrangThai.DANG_THUC_HIEN
    assert "sau kỳ báo cáo" in progress.nhac[0].message


@pytest.mark.parametrize(
    ("status", "day", "said"),
    [
        ("hoàn thành", "2022-12-31", "trước năm 2023"),
        ("hoàn thành", "2023-12-16", "sau ngày chốt số liệu 15/12/2023"),
        ("đang thực hiện", "2023-05-01", "trạng thái là đang thực hiện"),
    ],
)
def test_doubtful_days_are_told(status: str, day: str, said: str) -> None:
    answers = [answer("1", status, "A", ngay_hoan_thanh=day)]
    (remark,) = followed([task("1")], answers, den_ngay=date(2023, 12, 15)).nhac
    assert said in remark.message
    assert remark.route == ("ket_qua", 0, "ngay_hoan_thanh")


def test_counts_by_group_and_by_who_leads() -> None:
    tasks = [task("1", nhom="Nhóm"), task("2", nhom="Nhóm"), task("3")]
    progress = followed(tasks, [answer("1", "hoàn thành", "A"), answer("3", "xong", "B")])
    assert [(title, len(members)) for title, members in by_group(progress.viec)] == [("Nhóm", 2), ("", 1)]
    assert {name: dem(members).so[TrangThai.HOAN_THANH] for name, members in by_lead(progress.viec).items()} == {"A": 2, "B": 2}
    assert dem(progress.viec).so[TrangThai.CHUA_BAO_CAO] == 1
    assert sum(dem(progress.viec).ty_le.values()) == 100


def test_no_task_at_all_counts_as_nothing() -> None:
    counts = dem(followed([], []).viec)
    assert counts.tong == 0
    assert set(counts.ty_le.values()) == {Decimal(0)}


def test_duties_and_other_work_stand_beside_the_tasks() -> None:
    progress = followed([task("1")], [answer("TN.1", "hoàn thành", "A"), answer("K.1", "hoàn thành", "A")])
    assert [one.ma for one in progress.trach_nhiem] == ["TN.1"]
    assert [one.ma for one in progress.viec_khac] == ["K.1"]
    assert dem(progress.viec).tong == 1


def test_figures_of_one_name_and_unit_are_added_up_however_they_are_typed() -> None:
    one = answer("1", "xong", "A", so_lieu=[{"chi_tieu": "Tin, bài", "don_vi_tinh": "tin", "so_luong": "1.234,5"}])
    two = answer("2", "xong", "B", so_lieu=[{"chi_tieu": "tin,  bài.", "don_vi_tinh": "Tin", "so_luong": "10"}])
    three = answer("3", "xong", "B", so_lieu=[{"chi_tieu": "Tin, bài", "don_vi_tinh": "giờ", "so_luong": "2"}])
    found = figures((each.ma, each) for each in (one, two, three))
    assert [(each.ten, each.don_vi_tinh, each.tong) for each in found] == [
        ("Tin, bài", "tin", Decimal("1244.5")),
        ("Tin, bài", "giờ", Decimal(2)),
    ]
    assert found[0].nguon == (("1", "A", Decimal("1234.5")), ("2", "B", Decimal(10)))
    assert "2 đơn vị tính" in next(measured_in_two_ways(found))


def test_a_result_is_refused_where_code_and_name_disagree() -> None:
    names = {"I.1": "Việc một", "I.2": "Việc hai"}
    results = [
        KetQuaViec(ma="I.1", ten="VIỆC  MỘT.", trang_thai="xong"),
        KetQuaViec(ma="I.2", ten="Việc một", trang_thai="xong"),
        KetQuaViec(ma="I.3", ten="Việc hai", trang_thai="xong"),
        KetQuaViec(ma="K.1", ten="Việc khác", trang_thai="xong"),
    ]
    found = list(mismatches(results, names, "K."))
    assert [one.route for one in found] == [("ket_qua", 1, "ten"), ("ket_qua", 2, "ma")]
    assert "trong kế hoạch là “Việc hai”; tên ghi ở đây là của mã I.1" in found[0].message
    assert "nhiệm vụ tên này có mã I.2" in found[1].message
