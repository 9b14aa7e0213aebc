"""Counting: shares and numbers as they are told, what decides over a task, deadlines, the period, figures added up."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType

import pytest

from docgen.data.model.ketqua import KetQua, KetQuaViec, TrangThai
from docgen.errors import as_in_file
from docgen.text import thoigian
from docgen.text.so import count, dong, number, percent, quantity, rounded_off, share, total
from docgen.text.thoigian import read_period
from docgen.work.answers import TaskParts, parts
from docgen.work.assignments import Assignments, Share, Task, TrachNhiem, UnitWork, Vai
from docgen.work.so_lieu import figures, is_rate, not_added
from docgen.work.theo_doi import follow
from docgen.work.tiendo import (
    Dem,
    Han,
    Name,
    TienDo,
    by_deadline,
    by_group,
    by_lead,
    dem,
    mismatches,
)

YEAR = 2023


@pytest.mark.parametrize(
    ("counts", "wanted", "told"),
    [
        ((6, 1), ("85.7", "14.3"), ""),
        ((1, 1, 1), ("33.3", "33.3", "33.3"), "Tổng các tỷ lệ là 99,9% do làm tròn số."),
        ((1, 2), ("33.3", "66.7"), ""),
        ((1, 1, 1, 1, 1, 1), ("16.7",) * 6, "Tổng các tỷ lệ là 100,2% do làm tròn số."),
        ((0, 5), ("0", "100"), ""),
        ((0, 0), ("0", "0"), ""),
    ],
)
def test_each_share_is_rounded_by_itself_and_a_sum_that_is_off_is_told(
    counts: tuple[int, ...], wanted: tuple[str, ...], told: str
) -> None:
    statuses = tuple(TrangThai)
    found = Dem(dict(zip(statuses, counts, strict=False)))
    assert tuple(found.ty_le.values()) == tuple(map(Decimal, wanted))
    assert rounded_off(found.ty_le.values()) == told


def test_numbers_of_any_length_are_printed_whole() -> None:
    long = Decimal("1234567890123456789012345678901234567890")
    assert number(long) == "1.234.567.890.123.456.789.012.345.678.901.234.567.890"
    assert number(Decimal("0.12345678901234567")) == "0,12345678901234567"
    assert total([long, Decimal("0.05")]) == Decimal("1234567890123456789012345678901234567890.05")
    assert share(long, long) == 100


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
    aliases: Mapping[str, str] = MappingProxyType({}),
    groups: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> TienDo:
    units = [UnitWork(name, False, tuple(Share(one, Vai.CHU_TRI) for one in tasks)) for name in lead]
    units.append(UnitWork(join, False, tuple(Share(one, Vai.PHOI_HOP) for one in tasks)))
    known = {*lead, join}
    results = KetQua(loai="kết quả thực hiện", ket_qua=tuple(answers), den_ngay=den_ngay)
    return follow(
        Assignments(tuple(tasks), tuple(units), ()),
        results,
        read_period(ky, YEAR),
        {"TN.1": ("Trách nhiệm", TaskParts({}, frozenset()))},
        lambda text: groups.get(text) or tuple(known & {aliases.get(text, text)}),
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
    assert (one.tra_loi, one.khac, one.khong_tinh) == ((answers[1],), (), (answers[0],))


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


def test_tasks_without_a_group_are_one_and_groups_of_one_table_are_several() -> None:
    inside = ("phan", 1, "noi_dung", 0)
    tasks = [
        replace(task("B1.I.1"), nhom="Một", route=(*inside, "nhom_nhiem_vu", 0, "nhiem_vu", 0)),
        replace(task("B1.II.1"), nhom="Hai", route=(*inside, "nhom_nhiem_vu", 1, "nhiem_vu", 0)),
        replace(task("B2.1"), route=("phan", 2, "nhiem_vu", 0)),
        replace(task("1"), route=("phu_luc", 0, "nhiem_vu", 0)),
    ]
    found = by_group(followed(tasks, []).viec)
    assert [(title, len(members)) for title, members in found] == [("Một", 1), ("Hai", 1), ("", 2)]


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
    assert "2 đơn vị tính" in next(not_added(found))[1]


def test_one_figure_is_one_however_the_tone_mark_and_the_money_are_written() -> None:
    said = [("Hồ sơ số hóa", "hồ sơ"), ("hồ sơ số hoá", "Hồ sơ"), ("Kinh phí", "đồng"), ("Kinh phí", "VNĐ"), ("kinh phí", "đ")]
    answers = [
        answer(str(number), "xong", None, so_lieu=[{"chi_tieu": name, "don_vi_tinh": unit, "so_luong": "10"}])
        for number, (name, unit) in enumerate(said, start=1)
    ]
    found = figures((each.ma, each) for each in answers)
    assert [(each.ten, each.don_vi_tinh, each.tong) for each in found] == [
        ("Hồ sơ số hóa", "hồ sơ", Decimal(20)),
        ("Kinh phí", "đồng", Decimal(30)),
    ]


def test_rates_of_several_are_not_added_up_and_that_is_said() -> None:
    answers = [
        answer(ma, "xong", who, so_lieu=[{"chi_tieu": name, "don_vi_tinh": unit, "so_luong": many}])
        for ma, who, name, unit, many in (
            ("1", "A", "Hồ sơ đúng hạn", "%", "98,77"),
            ("2", "B", "hồ sơ đúng hạn", "%", "90"),
            ("1", "A", "Tỷ lệ giải ngân", "", "50"),
        )
    ]
    found = figures((each.ma, each) for each in answers)
    assert [(one.tong, len(one.nguon)) for one in found] == [(None, 2), (Decimal(50), 1)]
    [(ma, said)] = not_added(found)
    assert ma == "1"
    assert said.startswith("chỉ tiêu “Hồ sơ đúng hạn” là tỷ lệ, mức bình quân, điểm hoặc thứ hạng nên không cộng")


@pytest.mark.parametrize(
    ("rates", "counts"),
    [
        ("Tỷ lệ hài lòng", "Số xã đạt tỷ lệ 100%"),
        ("Tỉ lệ hộ nghèo (%)", "Hộ có mức sống trung bình"),
        ("ty le giai ngan", "Lượt người đạt tỷ lệ"),
        ("Thu nhập bình quân đầu người", "Xã đạt 100% tiêu chí"),
        ("Số ngày xử lý trung bình", "Số ngày xử lý"),
        ("Điểm chuyển đổi số", "Điểm cầu truyền hình"),
        ("Tổng điểm", "Số điểm bán hàng"),
        ("Số điểm đạt được", "Mô hình thí điểm"),
        ("Xếp hạng PCI", "Di tích được xếp hạng"),
        ("Thứ hạng PAPI", "Số chỉ số tăng hạng"),
        ("Chỉ số hài lòng", "Sản phẩm xếp hạng 4 sao"),
        ("Mật độ dân số", "Xã đạt trên 80 điểm"),
    ],
)
def test_what_a_rate_is_and_what_a_count(rates: str, counts: str) -> None:
    assert is_rate(rates, "")
    assert not is_rate(counts, "")


@pytest.mark.parametrize(
    ("rates", "counts"),
    [
        ("%", "hồ sơ"),
        ("‰", "tin/bài"),
        ("điểm", "điểm cầu"),
        ("triệu đồng/người/năm", "triệu đồng"),
        ("phần trăm", "phần"),
        ("tạ/ha", "ha"),
    ],
)
def test_what_measures_a_rate_and_what_a_count(rates: str, counts: str) -> None:
    assert is_rate("Kết quả", rates)
    assert not is_rate("Kết quả" if counts != "điểm cầu" else "Điểm cầu", counts.removesuffix(" cầu"))


def test_figures_without_a_unit_of_measure_are_added_up_among_themselves() -> None:
    said = [("3", None), ("4", "lớp"), ("5", None)]
    answers = [
        answer(str(number), "xong", None, so_lieu=[{"chi_tieu": "Lớp", "don_vi_tinh": unit, "so_luong": many}])
        for number, (many, unit) in enumerate(said, start=1)
    ]
    found = figures((each.ma, each) for each in answers)
    assert [(each.don_vi_tinh, each.tong, each.nguon) for each in found] == [
        ("", Decimal(8), (("1", "", Decimal(3)), ("3", "", Decimal(5)))),
        ("lớp", Decimal(4), (("2", "", Decimal(4)),)),
    ]
    assert [said for _, said in not_added(found)] == [
        "chỉ tiêu “Lớp” có 2 đơn vị tính (không ghi đơn vị, “lớp”) nên không cộng chung; xem lại"
    ]


def test_a_result_is_refused_where_code_and_name_disagree() -> None:
    names = {"I.1": "Việc một", "I.2": "Việc hai"}
    results = [
        KetQuaViec(ma="I.1", ten="VIỆC  MỘT.", trang_thai="xong"),
        KetQuaViec(ma="I.2", ten="Việc một", trang_thai="xong"),
        KetQuaViec(ma="I.3", ten="Việc hai", trang_thai="xong"),
        KetQuaViec(ma="K.1", ten="Việc khác", trang_thai="xong"),
    ]
    found = list(mismatches(results, {code: Name(ten) for code, ten in names.items()}, "K."))
    assert [one.route for one in found] == [("ket_qua", 1, "ten"), ("ket_qua", 2, "ma")]
    assert "trong kế hoạch là “Việc hai”; tên ghi ở đây là của mã I.1" in found[0].message
    assert "nhiệm vụ tên này có mã I.2" in found[1].message


def lessons(many: int) -> dict[str, object]:
    return {"so_lieu": [{"chi_tieu": "Lớp", "don_vi_tinh": "lớp", "so_luong": str(many)}]}


def test_the_clerks_own_row_decides_over_the_figures_too() -> None:
    answers = [answer("1", "hoàn thành", "A", **lessons(5)), answer("1", "hoàn thành", "C", **lessons(7))]
    progress = followed([task("1")], [*answers, answer("1", "hoàn thành", None, **lessons(12))])
    assert [one.tong for one in figures(progress.tra_loi)] == [12]
    assert [each.don_vi for each in progress.viec[0].khong_tinh] == ["A", "C"]
    assert [as_in_file(one.message) for one in progress.nhac] == [
        "số liệu của A về nhiệm vụ 1 không cộng vào, vì kết quả không có don_vi quyết định",
        "số liệu của C về nhiệm vụ 1 không cộng vào, vì kết quả không có don_vi quyết định",
    ]


def test_a_unit_that_has_no_part_in_a_task_counts_nowhere() -> None:
    answers = [answer("1", "hoàn thành", unit, **lessons(many)) for unit, many in (("A", 5), ("B", 7), ("X", 9))]
    progress = followed([task("1")], answers)
    assert [one.tong for one in figures(progress.tra_loi)] == [12]
    assert [one.message for one in progress.nhac] == [
        "X trả lời nhiệm vụ 1 nhưng kế hoạch không giao; chỉ ghi ở phụ lục, không tính"
    ]


def test_the_figures_of_those_that_take_part_are_added_to_the_leaders() -> None:
    progress = followed([task("1")], [answer("1", "hoàn thành", "A", **lessons(5)), answer("1", "hoàn thành", "C", **lessons(7))])
    assert [one.tong for one in figures(progress.tra_loi)] == [12]
    [said] = progress.nhac
    assert said.route == ("ket_qua", 1, "so_lieu")
    assert said.message.startswith("số liệu nhiệm vụ 1 cộng cả số của đơn vị phối hợp (C: 7 ")
    alone = followed([task("1")], [answer("1", "hoàn thành", "A"), answer("1", "hoàn thành", "C", **lessons(7))])
    assert alone.nhac == ()


@pytest.mark.parametrize("group_first", [True, False])
def test_the_answer_of_a_group_is_not_added_to_those_of_its_members(group_first: bool) -> None:
    alone = [answer("1", "hoàn thành", "A", **lessons(10))]
    shared = [answer("1", "đang thực hiện", "các sở", **lessons(100))]
    answers = [*shared, *alone] if group_first else [*alone, *shared]
    progress = followed([task("1")], answers, groups={"các sở": ("A", "B")})
    (one,) = progress.viec
    assert [each.tong for each in figures(progress.tra_loi)] == [Decimal(10)]
    assert (one.trang_thai, one.chua_tra_loi) == (TrangThai.HOAN_THANH, ("B",))
    assert [each.don_vi for each in one.khong_tinh] == ["các sở"]
    (remark,) = progress.nhac
    assert remark.route == ("ket_qua", answers.index(shared[0]), "don_vi")
    assert "không tính câu chung" in remark.message


def test_the_answer_of_a_group_counts_where_no_member_answers_by_itself() -> None:
    progress = followed([task("1")], [answer("1", "hoàn thành", "các sở", **lessons(100))], groups={"các sở": ("A", "B")})
    assert [each.tong for each in figures(progress.tra_loi)] == [Decimal(100)]
    assert (progress.viec[0].chua_tra_loi, progress.nhac) == ((), ())


def test_an_answer_that_does_not_count_takes_nothing_from_that_of_the_group() -> None:
    answers = [answer("1", "hoàn thành", "D", **lessons(10)), answer("1", "hoàn thành", "các sở", **lessons(100))]
    progress = followed([task("1")], answers, groups={"các sở": ("A", "B", "D"), "D": ("D",)})
    assert [each.tong for each in figures(progress.tra_loi)] == [Decimal(100)]


@pytest.mark.parametrize(
    ("unit", "leads", "status"),
    [
        ("B", ("A",), TrangThai.HOAN_THANH),  # no unit of the registry, but the plan's words name it
        ("C", ("A",), TrangThai.CHUA_BAO_CAO),  # its words stand there, but the registry knows it as one that takes part
        ("D", ("A",), TrangThai.CHUA_BAO_CAO),
        ("A", ("A",), TrangThai.HOAN_THANH),
    ],
)
def test_who_leads_is_who_the_registry_or_else_the_words_of_the_plan_say(
    unit: str, leads: tuple[str, ...], status: TrangThai
) -> None:
    one = replace(task("1"), chu_tri="A, B, nhóm C")
    assert followed([one], [answer("1", "hoàn thành", unit)], lead=leads).viec[0].trang_thai is status


def test_units_that_lead_through_a_group_are_told_as_the_group() -> None:
    one = task("1")
    through = [UnitWork(name, False, (Share(one, Vai.CHU_TRI, ("các sở",)),)) for name in ("A", "B")]
    units = (*through, UnitWork("C", False, (Share(one, Vai.CHU_TRI),)))
    who = parts(Assignments((one,), units, ()))["1"]
    assert who.chu_tri == {"các sở": {"A", "B"}, "C": {"C"}}
    assert who.silent(frozenset({"B"})) == ("các sở (A)", "C")
    assert who.silent(frozenset({"C"})) == ("các sở",)


@pytest.mark.parametrize(
    ("up_to", "told"), [("2023-03-31", "trước kỳ"), ("2023-04-01", ""), ("2023-06-30", ""), ("2023-07-01", "sau kỳ")]
)
def test_a_day_of_the_figures_outside_the_period_is_told(up_to: str, told: str) -> None:
    nhac = followed([task("1")], [answer("1", "đang thực hiện", "A")], ky="quý II", den_ngay=date.fromisoformat(up_to)).nhac
    assert [told in one.message for one in nhac if one.route == ("den_ngay",)] == ([True] if told else [])


def test_the_deadlines_of_a_unit_are_those_of_what_comes_once() -> None:
    tasks = [task("1"), task("2", "Quý II"), task("3", "Hằng quý"), task("4", "Quý I"), task("5", "Khi có yêu cầu")]
    duty = TrachNhiem("", "Gửi báo cáo", (), han=tuple(thoigian.deadlines("trước ngày 15/12/2023", YEAR)))
    unit = UnitWork("A", False, tuple(Share(one, Vai.CHU_TRI) for one in tasks), (duty,))
    assert unit.han == (date(2023, 3, 31), date(2023, 6, 30), date(2023, 12, 14))


def test_a_unit_that_answers_under_two_names_counts_once() -> None:
    answers = [answer("1", "hoàn thành", "A", **lessons(5)), answer("1", "đang thực hiện", "Sở A", **lessons(6))]
    progress = followed([task("1")], answers, aliases={"Sở A": "A"})
    assert progress.viec[0].trang_thai is TrangThai.HOAN_THANH
    assert [one.tong for one in figures(progress.tra_loi)] == [5]
    assert "Sở A trả lời nhiệm vụ 1 hai lần (đơn vị này đã trả lời ở trên); không tính, giữ một" in [
        one.message for one in progress.nhac
    ]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("chưa rõ", None, "chưa rõ"),
        ("chưa rõ", "hoàn thành", "chưa rõ"),
        ("chưa rõ", "chưa thực hiện", "chưa rõ"),
        ("chưa rõ", "đang thực hiện", "đang thực hiện"),
        ("chưa rõ", "chưa có báo cáo", "chưa rõ"),
    ],
)
def test_an_answer_that_nobody_could_read_is_never_a_status(first: str, second: str | None, whole: str) -> None:
    answers = [answer("1", first, "A"), *([answer("1", second, "B")] if second else [])]
    (one,) = followed([task("1")], answers).viec
    assert one.trang_thai == whole


def test_nothing_is_overdue_by_a_day_that_nobody_gave() -> None:
    tasks = [task("1", "Quý I"), task("2", "Quý II"), task("3", "Quý IV")]
    answers = [answer("1", "đang thực hiện", "A"), answer("2", "hoàn thành", "A", ngay_hoan_thanh="2023-07-02")]
    progress = followed(tasks, answers, lead=("A",))
    assert progress.chot is None
    assert [one.han for one in progress.viec] == [Han.CHUA_RO, Han.TRE_HAN, Han.CHUA_RO]


def lines(*times: str) -> list[Task]:
    whole = task("1")
    each = [task(f"1.{number}", time) for number, time in enumerate(times, start=1)]
    return [replace(line, ten=whole.ten, cua=whole, phan_viec=f"Dòng {line.ma}") for line in each]


DONE, UNDER_WAY, NOT_YET, DROPPED, UNCLEAR, SILENT = TrangThai
_DAY = {DONE: {"ngay_hoan_thanh": "2023-03-01"}}


@pytest.mark.parametrize(
    ("statuses", "whole"),
    [
        ((DONE, DONE), DONE),
        ((DONE, NOT_YET), UNDER_WAY),
        ((DONE, UNDER_WAY), UNDER_WAY),
        ((DROPPED, DROPPED), DROPPED),
        ((DONE, DROPPED), UNDER_WAY),
        ((NOT_YET, DROPPED), NOT_YET),
        ((NOT_YET, NOT_YET), NOT_YET),
        ((DONE, SILENT), SILENT),
        ((SILENT, SILENT), SILENT),
        ((UNDER_WAY, SILENT), UNDER_WAY),
        ((DONE, UNCLEAR), UNCLEAR),
        ((NOT_YET, UNCLEAR, SILENT), UNCLEAR),
    ],
)
def test_a_task_is_done_where_all_its_lines_are(statuses: tuple[TrangThai, ...], whole: TrangThai) -> None:
    tasks = lines(*(["Quý I"] * len(statuses)))
    answers = [
        answer(one.ma, status, "A", **_DAY.get(status, {}))
        for one, status in zip(tasks, statuses, strict=True)
        if status is not SILENT
    ]
    progress = followed(tasks, answers, lead=("A",), den_ngay=date(2023, 12, 20))
    [one] = progress.viec
    assert (one.nhiem_vu.ma, one.trang_thai) == ("1", whole)
    assert [line.trang_thai for line in one.lines] == list(statuses)
    assert dem(progress.viec).tong == 1
    assert [code for code, _ in progress.tra_loi] == [each.ma for each in answers]
    assert one.ngay == (date(2023, 3, 1) if whole is DONE else None)
    told = [each.message for each in progress.nhac]
    assert [("1.2" in each, "thêm kết quả hoàn thành mã 1.2" in each) for each in told] == (
        [(True, True)] if statuses == (DONE, DROPPED) else []
    )


@pytest.mark.parametrize(
    ("times", "days", "han"),
    [
        (("Quý I", "Quý II"), ("2023-03-01", "2023-06-01"), Han.DUNG_HAN),
        (("Quý I", "Quý II"), ("2023-04-02", "2023-06-01"), Han.TRE_HAN),
        (("Quý I", "Quý II"), ("2023-03-01", None), Han.QUA_HAN),
        (("Quý I", "Quý IV"), ("2023-04-02", None), Han.CHUA_DEN),
        (("Quý I", "Thường xuyên"), ("2023-03-01", None), Han.KHONG_XET),
    ],
)
def test_the_worst_of_the_lines_tells_how_a_task_stands_to_its_deadlines(
    times: tuple[str, ...], days: tuple[str | None, ...], han: Han
) -> None:
    tasks = lines(*times)
    answers = [
        answer(one.ma, "hoàn thành" if day else "đang thực hiện", "A", **({"ngay_hoan_thanh": day} if day else {}))
        for one, day in zip(tasks, days, strict=True)
    ]
    [one] = followed(tasks, answers, lead=("A",), den_ngay=date(2023, 7, 31)).viec
    assert one.han is han


def test_a_line_outside_the_period_is_not_awaited_and_adds_nothing() -> None:
    tasks = lines("Quý I", "Quý IV")
    figures_of = {"so_lieu": [{"chi_tieu": "Lớp", "so_luong": "2"}]}
    first, later = (
        answer("1.1", "hoàn thành", "A", ngay_hoan_thanh="2023-03-01"),
        answer("1.2", "đang thực hiện", "A", **figures_of),
    )
    for answers in ([first], [first, later]):
        progress = followed(tasks, answers, lead=("A",), ky="quý I", den_ngay=date(2023, 3, 31))
        [one] = progress.viec
        assert one.trang_thai is UNDER_WAY
        assert [line.trong_ky for line in one.lines] == [True, False]
        assert progress.tra_loi == (("1.1", first),)
    assert [each.ma for each in followed(tasks, [first], ky="quý II", den_ngay=date(2023, 6, 30)).ngoai_ky] == ["1"]


def test_who_only_watches_over_a_task_decides_nothing() -> None:
    one = replace(task("1"), chu_tri="", giao_theo="Theo Quyết định số 1")
    watching = UnitWork("T", False, theo_doi=(Share(one, Vai.THEO_DOI),))
    said = [answer("1", "chưa thực hiện", "T"), answer("1", "hoàn thành", "A")]
    results = KetQua(loai="kết quả thực hiện", ket_qua=tuple(said))
    units = (UnitWork("A", False), watching)
    progress = follow(Assignments((one,), units, ()), results, read_period("", YEAR), {}, lambda text: (text,))
    [found] = progress.viec
    assert (found.trang_thai, found.tra_loi, found.khong_tinh) == (DONE, (said[1],), (said[0],))
    assert [each.message for each in progress.nhac] == ["T chỉ theo dõi nhiệm vụ 1; câu trả lời chỉ ghi ở phụ lục, không tính"]
    assert by_lead(progress.viec) == {}  # another paper gives it; those words are no unit


def test_a_line_is_named_as_its_task_or_with_what_tells_it_from_the_others() -> None:
    names = {"1.1": Name("Kiểm tra - Kế hoạch", "Kiểm tra"), "1.2": Name("Kiểm tra - Báo cáo", "Kiểm tra"), "2": Name("Rà soát")}
    said = [
        ("1.1", "Kiểm tra"),
        ("1.2", "Kiểm tra\n- Báo cáo"),
        ("1.1", "Kiểm tra - Báo cáo"),
        ("1", "Kiểm tra"),
        ("2", "Kiểm tra"),
    ]
    results = [KetQuaViec(ma=ma, ten=ten, trang_thai="xong") for ma, ten in said]
    assert [(one.route[1], as_in_file(one.message)) for one in mismatches(results, names, "K.")] == [
        (2, "ten: không khớp mã 1.1, trong kế hoạch là “Kiểm tra - Kế hoạch”; tên ghi ở đây là của mã 1.2"),
        (3, "ma: nhiệm vụ 1 có phân việc; ghi kết quả theo từng dòng: 1.1, 1.2"),
        (4, "ten: không khớp mã 2, trong kế hoạch là “Rà soát”; tên ghi ở đây là của mã 1.1, 1.2"),
    ]
