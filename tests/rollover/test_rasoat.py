"""The review list: its items, their order, and what a person calls their places."""

import pytest

from docgen.data.model.kehoach import KeHoach
from docgen.data.validate import validate
from docgen.data.yamlfile import of_text
from docgen.rollover.changes import Change, ReviewGroup, Route
from docgen.rollover.rasoat import ORDER, PlaceNames
from tests.conftest import BLOCKS, SAMPLE, plan_of
from tests.rollover.rasoat_samples import CHANGES, NEW, OLD, at, moved, review


def test_decisions_come_first_and_items_are_numbered_through() -> None:
    made = review(*CHANGES)
    assert [(item.so, item.group) for item in made.muc] == [
        (1, ReviewGroup.DECIDE),
        (2, ReviewGroup.DECIDE),
        (3, ReviewGroup.DONE),
        (4, ReviewGroup.LEFT),
    ]


def test_equal_treatments_are_one_item_with_all_their_places_in_order() -> None:
    (done,) = review(*CHANGES).of(ReviewGroup.DONE)
    assert [(place.ten, place.place) for place in done.cho] == [("Trích yếu", at(33, 80)), ("Mở đầu", at(52, 90))]


def test_other_words_other_reasons_and_other_sureness_stay_apart() -> None:
    base = moved(("trich_yeu",))
    others = (
        Change(("mo_dau",), 0, "2023", "2024", "lý do khác"),
        Change(("mo_dau",), 9, "2023", "2024", base.why, sure=False),
        Change(("mo_dau",), 19, "2023", "2023", base.why),
    )
    made = review((base, at(1, 1)), *((one, at(2, 1)) for one in others))
    assert [len(item.cho) for item in made.muc] == [1, 1, 1, 1]


def test_each_task_or_direction_to_decide_on_is_an_item_of_its_own() -> None:
    why = "phương hướng đã nêu"
    told = [Change(("phuong_huong", index), 0, "", "", why, sure=False, behind=f"Việc {index}") for index in range(3)]
    assert [len(item.cho) for item in review(*((one, at(1, 1)) for one in told)).muc] == [1, 1, 1]
    kept = [Change(("phu_luc", 0, "nhiem_vu", index), 0, "", "", "chưa có báo cáo", behind=f"Việc {index}") for index in range(3)]
    assert [len(item.cho) for item in review(*((one, at(1, 1)) for one in kept)).muc] == [3]


def test_no_place_is_lost() -> None:
    made = review(*CHANGES, *CHANGES)
    assert sum(made.places(group) for group in ORDER) == 2 * len(CHANGES)


def test_the_heading_facts() -> None:
    made = review()
    assert (made.nguon, made.dich, made.years.old, made.years.new, made.muc) == (OLD, NEW, 2023, 2024, ())
    assert made.trich_yeu.startswith("Triển khai thực hiện Chương trình hành động của Chính phủ")
    assert "\n" not in made.trich_yeu


MIXED = """
loai: kế hoạch
nam: 2023
trich_yeu: Phòng, chống thiên tai năm 2023
can_cu: Luật Phòng, chống thiên tai năm 2013
mo_dau: [Đoạn một, Đoạn hai]
phan:
  - tieu_de: Nội dung
    noi_dung:
      - muc: {tieu_de: Một, khoan: [Việc thứ nhất, {tieu_de: Hai, y: [Ý một, {noi_dung: Ý hai, cong: [a, b]}]}]}
      - doan: Đoạn giữa
      - muc: {tieu_de: Hai, bang: {cot: [Tháng, Việc], dong: [["1", Họp], ["2", Tập huấn]]}}
  - tieu_de: Kinh phí
    doan: Từ ngân sách năm 2023
to_chuc_thuc_hien:
  - tieu_de: Sở A
    y: Chủ trì
noi_nhan: Lưu trữ
luu: VT
phu_luc:
  - {tieu_de: Một, nhiem_vu: [{ten: Việc một, chu_tri: Sở A, thoi_gian: Quý I}, {ma: X9, ten: Việc hai, chu_tri: Sở A}]}
  - {tieu_de: Hai, nhom_nhiem_vu: [{tieu_de: Nhóm, nhiem_vu: [{ten: Việc ba, chu_tri: Sở A}]}]}
"""


def names_of(text: str) -> PlaceNames:
    return PlaceNames(validate(KeHoach, of_text("kehoach.yaml", text)))


@pytest.mark.parametrize(
    ("route", "wanted"),
    [
        (("trich_yeu",), "Trích yếu"),
        (("nam",), "Năm"),
        (("can_cu", 2), "Căn cứ 3"),
        (("mo_dau",), "Mở đầu"),
        (("phan", 1, "muc", 0, "y", 1), "Phần II, mục 1, ý 2"),
        (("phan", 2, "muc", 0, "cung_dong"), "Phần III, mục 1, nội dung sau tiêu đề"),
        (("phan", 3, "doan"), "Phần IV"),
        (("phan", 3, "doan", 0), "Phần IV"),
        (("to_chuc_thuc_hien", 0, "tieu_de"), "Tổ chức thực hiện, mục 1, tiêu đề"),
        (("to_chuc_thuc_hien", 1, "y", 3), "Tổ chức thực hiện, mục 2, ý 4"),
        (("ket_thuc",), "Kết thúc"),
        (("noi_nhan", 4), "Nơi nhận 5"),
        (("phu_luc", 0, "tieu_de"), "Phụ lục, tiêu đề"),
        (("phu_luc", 0, "nhom_nhiem_vu", 1, "tieu_de"), "Phụ lục, nhóm II, tiêu đề"),
        (("phu_luc", 0, "nhom_nhiem_vu", 0, "nhiem_vu", 1, "thoi_gian"), "Phụ lục, nhiệm vụ I.2, thời gian"),
        (("phu_luc", 0, "nhom_nhiem_vu", 1, "nhiem_vu", 2), "Phụ lục, nhiệm vụ II.3"),
        (("cong_van", "trich_yeu"), "Công văn, trích yếu"),
        (("phuong_huong", 1), "Kết quả, phương hướng 2"),
        (("vi_du",), "Kết quả, ví dụ"),
        ((), "Cả kế hoạch"),
        (("lời ghi chú",), "Lời ghi chú"),
    ],
)
def test_places_of_the_sample(route: Route, wanted: str) -> None:
    assert PlaceNames(plan_of(SAMPLE)).of(route) == wanted


@pytest.mark.parametrize(
    ("route", "wanted"),
    [
        (("can_cu",), "Căn cứ"),
        (("noi_nhan",), "Nơi nhận"),
        (("mo_dau", 1), "Mở đầu, đoạn 2"),
        (("phan", 0, "noi_dung", 0, "muc", "tieu_de"), "Phần I, mục 1, tiêu đề"),
        (("phan", 0, "noi_dung", 0, "muc", "khoan", 0), "Phần I, mục 1, khoản a"),
        (("phan", 0, "noi_dung", 0, "muc", "khoan", 1, "y", 0), "Phần I, mục 1, khoản b, ý 1"),
        (("phan", 0, "noi_dung", 0, "muc", "khoan", 1, "y", 1, "noi_dung"), "Phần I, mục 1, khoản b, ý 2"),
        (("phan", 0, "noi_dung", 0, "muc", "khoan", 1, "y", 1, "cong", 1), "Phần I, mục 1, khoản b, ý 2, dấu cộng 2"),
        (("phan", 0, "noi_dung", 1, "doan"), "Phần I, đoạn 1"),
        (("phan", 0, "noi_dung", 2, "muc", "bang", "dong", 1, 0), "Phần I, mục 2, bảng 1, dòng 2, ô 1"),
        (("phan", 0, "noi_dung", 2, "muc", "bang", "cot", 1), "Phần I, mục 2, bảng 1, cột 2"),
        (("to_chuc_thuc_hien", 0, "y"), "Tổ chức thực hiện, mục 1, ý 1"),
        (("phu_luc", 0, "nhiem_vu", 0, "thoi_gian"), "Phụ lục I, nhiệm vụ 1, thời gian"),
        (("phu_luc", 0, "nhiem_vu", 1, "ten"), "Phụ lục I, nhiệm vụ X9, tên nhiệm vụ"),
        (("phu_luc", 1, "nhom_nhiem_vu", 0, "nhiem_vu", 0, "chu_tri"), "Phụ lục II, nhiệm vụ I.1, chủ trì"),
    ],
)
def test_places_of_a_plan_of_all_kinds_of_parts_and_of_single_values_for_lists(route: Route, wanted: str) -> None:
    assert names_of(MIXED).of(route) == wanted


def test_places_in_sections_below_sections_parts_of_appendices_and_free_tables() -> None:
    names = PlaceNames(plan_of(BLOCKS))
    assert {route: names.of(route) for route in SAID_OF_BLOCKS} == SAID_OF_BLOCKS


SAID_OF_BLOCKS: dict[Route, str] = {
    ("phan", 0, "muc", 0, "tieu_muc", 1, "khoan", 1, "doan"): "Phần I, mục 1, tiểu mục 1.2, khoản b",
    ("phan", 0, "muc", 1, "noi_dung", 1, "tieu_muc", "cung_dong"): "Phần I, mục 2, tiểu mục 2.1, nội dung sau tiêu đề",
    ("phan", 0, "muc", 1, "noi_dung", 2, "tieu_muc", 1, "y", 0): "Phần I, mục 2, tiểu mục 2.3, ý 1",
    ("phan", 1, "muc", 1, "tieu_muc", 0, "tieu_de"): "Phần II, mục 2, tiểu mục 2.1, tiêu đề",
    ("phan", 2, "bang", "cot", 1, 2): "Phần III, bảng 1, dòng tiêu đề 2, cột 3",
    ("phan", 2, "bang", "dong", 0, "nhom"): "Phần III, bảng 1, dòng 1",
    ("phan", 2, "bang", "dong", 1, 3, 1): "Phần III, bảng 1, dòng 2, ô 4, đoạn 2",
    ("phu_luc", 0, "phan", 0, "muc", 1, "tieu_muc", 0, "y"): "Phụ lục I, phần I, mục 2, tiểu mục 2.1, ý 1",
    ("phu_luc", 1, "noi_dung", 2, "phan", "noi_dung", 2, "muc", "tieu_de"): "Phụ lục II, phần II, mục 2, tiêu đề",
    ("phu_luc", 1, "noi_dung", 1, "phan", "nhom_nhiem_vu", 0, "nhiem_vu", 1, "ten"): (
        "Phụ lục II, phần I, nhiệm vụ I.2, tên nhiệm vụ"
    ),
}
