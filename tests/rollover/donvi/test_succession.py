"""Units that ended, as lists and prose name them."""

from datetime import date

import pytest

from docgen.data.model.coquan import CoQuan
from docgen.rollover.changes import Years
from docgen.rollover.donvi import Succession
from tests.rollover.donvi.reading import FIRST, LAST, SO, DonVi, Nhom, SoDonVi, TenGoi, becomes, treated

ASKED = "[cần chọn đơn vị thay Sở Thông tin và Truyền thông]"


@pytest.mark.parametrize(
    ("cell", "next_year"),
    [
        ("Sở Kế hoạch và Đầu tư", "Sở Tài chính"),
        ("Sở Giao thông vận tải; Sở Y tế", "Sở Xây dựng; Sở Y tế"),
        ("Sở Giao thông vận tải tỉnh Ví Dụ", "Sở Xây dựng tỉnh Ví Dụ"),
        ("SỞ GIAO THÔNG VẬN TẢI", "SỞ XÂY DỰNG"),
        ("SỞ GTVT", "SỞ XÂY DỰNG"),
        ("Ban Dân tộc tỉnh, Sở Y tế", "Sở Dân tộc và Tôn giáo tỉnh, Sở Y tế"),
        ("Sở TN&MT", "Sở NN&MT"),
        ("Sở TNMT", "Sở NNMT"),
        ("Sở GTVT", "Sở Xây dựng"),
        ("Sở Y tế, TN&MT", "Sở Y tế, NN&MT"),
        ("Sở Y tế, Giao thông vận tải, Tài chính", "Sở Y tế, Xây dựng, Tài chính"),
        ("Sở Giao thông vận tải, Y tế", "Sở Xây dựng, Y tế"),
        ("Các sở, ngành; Sở Y tế", "Các sở, ngành; Sở Y tế"),
    ],
)
def test_a_unit_with_one_successor_is_replaced_in_the_same_manner_of_writing(cell: str, next_year: str) -> None:
    assert becomes(cell) == next_year


def test_nothing_is_done_for_a_year_in_which_the_unit_is_still_there() -> None:
    cell = "Sở Kế hoạch và Đầu tư; Sở TT&TT; Ban Dân tộc; UBND các huyện, thị xã tỉnh Sóc Trăng; Bộ TT&TT"
    assert treated(cell, 2024, old=2023) == ()


def test_the_reason_names_the_day_and_how_long_the_old_name_holds() -> None:
    (within,) = treated("Sở GTVT", 2025)
    assert within.why == "từ ngày 20/02/2025 “Sở Giao thông vận tải” thành “Sở Xây dựng”, đến hết ngày 19/02/2025 vẫn ghi tên cũ"
    assert within.sure
    (behind,) = treated("Sở GTVT", 2026)
    assert behind.why == "từ ngày 20/02/2025 “Sở Giao thông vận tải” thành “Sở Xây dựng”"


@pytest.mark.parametrize(
    ("cell", "next_year"),
    [
        ("Sở KH&ĐT; Sở Tài chính; Sở Y tế", "Sở Tài chính; Sở Y tế (?)"),
        ("Sở Tài chính, Sở Y tế và Sở Kế hoạch và Đầu tư", "Sở Tài chính, Sở Y tế (?)"),
        ("Sở Tài chính, Kế hoạch và Đầu tư, Y tế", "Sở Tài chính, Y tế (?)"),
        ("Sở Kế hoạch và Đầu tư, Tài chính", "Sở Tài chính (?)"),
        ("các Sở Kế hoạch và Đầu tư, Tài chính, Y tế", "các Sở Tài chính, Y tế (?)"),
        ("- Sở KH&ĐT\n- Sở Tài chính", "- Sở Tài chính (?)"),
        ("Sở KH&ĐT; các phòng, ban; Sở Tài chính", "Các phòng, ban; Sở Tài chính (?)"),
        ("Sở KH&ĐT (chủ trì), Sở Tài chính", "Sở Tài chính (chủ trì), Sở Tài chính (?)"),
        ("Sở Y tế; Sở GTVT, Sở KHĐT; Sở Tài chính; Sở Xây dựng", "Sở Y tế; Sở Tài chính; Sở Xây dựng (?)"),
        ("Sở GTVT; Sở KHĐT; Sở Tài chính; Sở Xây dựng", "Sở Tài chính; Sở Xây dựng (?)"),
    ],
)
def test_a_list_names_nobody_twice(cell: str, next_year: str) -> None:
    assert becomes(cell) == next_year


def test_two_units_that_become_one_stand_once() -> None:
    unit = DonVi(ten="Sở Nông nghiệp và Phát triển nông thôn", den=LAST, thanh=("Sở Nông nghiệp và Môi trường",))
    so = SoDonVi(don_vi=(*SO.don_vi, unit), nhom=SO.nhom)
    cell = "Sở Tài nguyên và Môi trường, Sở Nông nghiệp và Phát triển nông thôn, Sở Y tế"
    assert becomes(cell, so=so) == "Sở Nông nghiệp và Môi trường, Sở Y tế (?)"


def test_a_name_that_stands_in_another_item_of_the_list_is_said() -> None:
    (one,) = treated("Sở KH&ĐT", beside=("Sở Y tế", "Sở Tài chính"))
    assert (one.new, one.sure) == ("Sở Tài chính", False)
    assert "đã có ở chỗ khác trong danh sách này" in one.why
    (alone,) = treated("Sở KH&ĐT", beside=("Sở Y tế",))
    assert alone.sure


@pytest.mark.parametrize(
    ("cell", "next_year"),
    [
        ("Sở Thông tin và Truyền thông", f"{ASKED} (?)"),
        ("Sở Y tế, TT&TT", f"Sở Y tế, {ASKED} (?)"),
        ("Sở TT&TT tỉnh Ví Dụ; Sở Y tế", f"{ASKED} tỉnh Ví Dụ; Sở Y tế (?)"),
        ("Sở Thông tin và Truyền thông, Y tế", "Sở Thông tin và Truyền thông, Y tế (?)"),
        ("Đài Truyền thanh Ví Dụ", "[cần chọn đơn vị thay Đài Truyền thanh Ví Dụ] (?)"),
    ],
)
def test_a_unit_with_several_successors_or_none_is_a_blank(cell: str, next_year: str) -> None:
    assert becomes(cell) == next_year


def test_the_reason_of_a_blank_names_the_candidates() -> None:
    (one,) = treated("Sở TT&TT")
    assert one.why.endswith("chọn “Sở Khoa học và Công nghệ” hoặc “Sở Văn hóa, Thể thao và Du lịch”")
    (other,) = treated("Đài Truyền thanh Ví Dụ", 2025)
    assert other.why.endswith("danh mục chưa ghi đơn vị thay, ghi tên đơn vị đó")


@pytest.mark.parametrize(
    ("name", "cell", "next_year"),
    [
        ("Sở Thông tin và Truyền thông", "Sở TT&TT, Sở Y tế", "Sở VHTT&DL, Sở Y tế"),
        ("Sở TT&TT", "Sở Thông tin và Truyền thông", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở TT&TT", "Sở TT&TT; Sở VHTTDL", "Sở VHTTDL (?)"),
        ("Sở TT&TT", "Sở Y tế, Thông tin và Truyền thông", "Sở Y tế, Văn hóa, Thể thao và Du lịch (?)"),
        ("Đội Thông tin lưu động", "Đội Thông tin lưu động", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở KH&ĐT", "Sở KHĐT", "Sở VHTTDL"),
    ],
)
def test_a_choice_decides_for_every_spelling(name: str, cell: str, next_year: str) -> None:
    assert becomes(cell, choices={name: "Sở Văn hóa, Thể thao và Du lịch"}) == next_year


def test_chains_are_followed_to_the_end_of_the_new_year() -> None:
    so = SoDonVi(
        don_vi=(
            DonVi(ten="Sở Một", den=date(2023, 6, 30), thanh=("Sở Hai",)),
            DonVi(ten="Sở Hai", tu=date(2023, 7, 1), den=date(2025, 3, 31), thanh=("Sở Ba",)),
            DonVi(ten="Sở Ba", tu=date(2025, 4, 1), den=date(2026, 12, 31), thanh=("Sở Bốn",)),
        )
    )
    assert [becomes("Sở Một", year, so=so) for year in (2025, 2026, 2027)] == ["Sở Ba", "Sở Ba", "Sở Bốn"]
    assert becomes("Sở Hai", 2025, so=so) == "Sở Ba"


def test_a_chain_of_which_one_way_is_lost_is_not_guessed() -> None:
    so = SoDonVi(
        don_vi=(
            DonVi(ten="Sở Một", den=LAST, thanh=("Sở Hai", "Sở Ba")),
            DonVi(ten="Sở Hai"),
            DonVi(ten="Sở Ba", den=LAST),
        )
    )
    (one,) = treated("Sở Một", so=so)
    assert one.new == "[cần chọn đơn vị thay Sở Một]"
    assert one.why.endswith("chọn “Sở Hai” hoặc đơn vị khác")


def test_a_unit_made_anew_under_the_same_name_stays() -> None:
    so = SoDonVi(don_vi=(DonVi(ten="Sở Một", den=LAST, thanh=("Sở Một",)), DonVi(ten="Sở Một", tu=FIRST)))
    assert treated("Sở Một", so=so) == ()
    shortened = SoDonVi(
        don_vi=(DonVi(ten="Sở Một", viet_tat=("SM",), den=LAST, thanh=("Sở Một",)), DonVi(ten="Sở Một", tu=FIRST))
    )
    assert treated("SM", so=shortened) == ()


def test_of_two_units_of_one_name_the_one_of_the_old_year_is_followed() -> None:
    so = SoDonVi(
        don_vi=(
            DonVi(ten="Sở Một", den=date(2020, 12, 31), thanh=("Sở Hai",)),
            DonVi(ten="Sở Một", tu=date(2022, 1, 1), den=LAST, thanh=("Sở Ba",)),
            DonVi(ten="Sở Hai"),
            DonVi(ten="Sở Ba"),
        )
    )
    assert becomes("Sở Một", so=so) == "Sở Ba"


def test_a_unit_that_is_not_there_yet_is_asked_about() -> None:
    (one,) = treated("Sở Dân tộc và Tôn giáo", 2024, old=2023)
    assert (one.new, one.sure) == (None, False)
    assert one.why == "“Sở Dân tộc và Tôn giáo” chỉ có từ ngày 20/02/2025, sau năm 2024; khi đó là “Ban Dân tộc”"


def test_a_choice_for_no_name_chooses_nothing() -> None:
    assert becomes("Sở Y tế, Sở Xây dựng", choices={"-": "Sở Tài chính", "": "Sở Tài chính"}) == "Sở Y tế, Sở Xây dựng"


def test_a_choice_for_a_name_of_the_whole_country_decides_for_all_its_spellings() -> None:
    chosen = {"Sở Thông tin và Truyền thông": "Sở Khoa học và Công nghệ"}
    assert becomes("Sở TT&TT", so=SoDonVi(), choices=chosen) == "Sở Khoa học và Công nghệ"


def test_a_committee_is_written_as_before() -> None:
    so = SoDonVi(
        don_vi=(DonVi(ten="UBND xã Đông", den=LAST, thanh=("UBND phường Đông",)), DonVi(ten="UBND phường Đông", tu=FIRST))
    )
    assert becomes("Ủy ban nhân dân xã Đông", so=so) == "Ủy ban nhân dân phường Đông"
    assert becomes("UBND xã Đông", so=so) == "UBND phường Đông"


def test_a_place_that_the_new_name_says_itself_is_not_said_twice() -> None:
    so = SoDonVi(don_vi=(DonVi(ten="Ban Dân tộc", den=LAST, thanh=("Sở Dân tộc tỉnh",)),))
    assert becomes("Ban Dân tộc tỉnh", so=so) == "Sở Dân tộc tỉnh"
    assert becomes("Ban Dân tộc tỉnh Ví Dụ", so=so) == "Sở Dân tộc tỉnh Ví Dụ"


@pytest.mark.parametrize(
    ("prose", "next_year"),
    [
        ("Giao Giám đốc Sở Giao thông vận tải chủ trì.", "Giao Giám đốc Sở Xây dựng chủ trì."),
        ("Theo đề nghị của sở Giao thông vận tải tại cuộc họp.", "Theo đề nghị của sở Xây dựng tại cuộc họp."),
        ("Đồng chí Trưởng Ban Dân tộc tỉnh dự họp.", "Đồng chí Trưởng Sở Dân tộc và Tôn giáo tỉnh dự họp. (?)"),
        ("Sở Tài chính phối hợp với Sở KH&ĐT thẩm định.", "Sở Tài chính phối hợp với Sở Tài chính thẩm định. (?)"),
        ("Sở Xây dựng (trước đây là Sở Giao thông vận tải)", "Sở Xây dựng (trước đây là Sở Giao thông vận tải) (?)"),
        ("Ông A, nguyên Giám đốc Sở GTVT", "Ông A, nguyên Giám đốc Sở GTVT (?)"),
        ("Trụ sở của Sở Giao thông vận tải (cũ).", "Trụ sở của Sở Giao thông vận tải (cũ). (?)"),
        ("Phòng Quản lý xây dựng thuộc Sở GTVT.", "Phòng Quản lý xây dựng thuộc Sở Xây dựng. (?)"),
        ("Gửi Sở Y tế, Giao thông vận tải trước ngày 15.", "Gửi Sở Y tế, Xây dựng trước ngày 15."),
        ("Phát triển giao thông vận tải bền vững.", "Phát triển giao thông vận tải bền vững."),
        ("Sở Giao thông vận tải Vĩnh Long", "Sở Giao thông vận tải Vĩnh Long"),
    ],
)
def test_prose_is_read_as_a_careful_person_reads_it(prose: str, next_year: str) -> None:
    assert becomes(prose, is_list=False) == next_year


def test_what_a_citation_covers_is_not_touched() -> None:
    text = "Quyết định số 5/QĐ-UBND về việc giao Sở GTVT quản lý; Sở GTVT báo cáo"
    (one,) = treated(text, is_list=False, taken=((0, 52),))
    assert text[one.start : one.end] == "Sở GTVT"
    assert one.start > 52


def test_a_group_without_members_left_is_a_blank_and_one_with_a_successor_is_replaced() -> None:
    members = (DonVi(ten="UBND huyện Đông", nhom=("UBND các huyện",), den=date(2025, 6, 30)),)
    lost = SoDonVi(don_vi=members, nhom=(Nhom(ten="UBND các huyện"),))
    assert becomes("UBND các huyện; Sở Y tế", so=lost) == "[cần chọn đơn vị thay UBND các huyện]; Sở Y tế (?)"
    followed = SoDonVi(don_vi=members, nhom=(Nhom(ten="UBND các huyện", thanh=("UBND các xã, phường",)),))
    assert becomes("UBND các huyện; Sở Y tế", so=followed) == "UBND các xã, phường; Sở Y tế (?)"
    assert becomes("Ủy ban nhân dân các huyện", so=followed) == "Ủy ban nhân dân các xã, phường (?)"
    parted = SoDonVi(don_vi=members, nhom=(Nhom(ten="UBND các huyện", thanh=("UBND các xã", "UBND các phường")),))
    (one,) = treated("UBND các huyện", so=parted)
    assert one.new == "[cần chọn đơn vị thay UBND các huyện]"
    assert one.why.endswith("chọn “UBND các xã” hoặc “UBND các phường”")
    new = DonVi(ten="UBND xã Đông", nhom=("UBND các huyện",), tu=date(2025, 7, 1))
    renewed = SoDonVi(don_vi=(*members, new), nhom=(Nhom(ten="UBND các huyện"),))
    assert becomes("UBND các huyện", so=renewed) == "UBND các huyện (?)"


def test_a_group_ends_on_its_own_last_day() -> None:
    group = Nhom(ten="các hội quần chúng", den=date(2025, 6, 30), thanh=("các tổ chức hội",))
    so = SoDonVi(don_vi=(DonVi(ten="Hội A", nhom=("các hội quần chúng",)),), nhom=(group,))
    assert becomes("Các hội quần chúng", so=so) == "Các tổ chức hội (?)"
    assert becomes("Các hội quần chúng", 2024, so=so) == "Các hội quần chúng"


def test_a_name_that_is_no_unit_is_only_asked_about() -> None:
    so = SoDonVi(ten_goi=(TenGoi(ten="Viện Quy hoạch", den=date(2025, 3, 31), thanh=("Viện Kiến trúc",)),))
    (one,) = treated("Báo cáo Viện Quy hoạch.", is_list=False, so=so)
    assert (one.new, one.sure) == (None, False)
    assert "“Viện Kiến trúc”" in one.why
    assert treated("Báo cáo Viện Quy hoạch.", 2024, old=2023, is_list=False, so=so) == ()


def test_the_issuing_office_that_ended_is_asked_about_in_full_and_without_its_place() -> None:
    office = CoQuan(
        ten="Ủy ban nhân dân tỉnh Ví Dụ", viet_tat="UBND", dia_danh="Ví Dụ",
        den=date(2025, 6, 30), thanh=("Ủy ban nhân dân tỉnh Thí Dụ",),
    )  # fmt: skip
    succession = Succession(SO, office, Years(2024, 2025))
    found = succession.treatments("UBND tỉnh báo cáo; Ủy ban nhân dân tỉnh Ví Dụ ban hành", is_list=False)
    assert [(one.start, one.new, one.sure) for one in found] == [(0, None, False), (19, None, False)]
    assert all("“Ủy ban nhân dân tỉnh Thí Dụ”" in one.why for one in found)
    assert Succession(SO, office, Years(2023, 2024)).treatments("UBND tỉnh báo cáo", is_list=False) == ()
