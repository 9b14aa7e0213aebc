"""What is said of the whole plan."""

from datetime import date

from docgen.data.model.coquan import CoQuan
from docgen.rollover.changes import Years
from docgen.rollover.donvi import Succession
from tests.rollover.donvi.reading import OFFICE, SO, DonVi, Nhom, SoDonVi


def said(texts: list[str], years: Years, so: SoDonVi = SO, office: CoQuan = OFFICE, **choices: str) -> list[tuple[str, bool]]:
    succession = Succession(so, office, years, {name.replace("_", " "): thanh for name, thanh in choices.items()})
    return [(one.why, one.sure) for one in succession.remarks(texts)]


def test_a_group_that_goes_on_is_told_who_left_and_who_came() -> None:
    expected = (
        "nhóm “các sở, ngành” vẫn giữ tên; trong năm 2025 không còn “Sở Kế hoạch và Đầu tư”, “Sở Giao thông vận tải”, "
        "“Ban Dân tộc”, thêm “Sở Dân tộc và Tôn giáo”"
    )
    assert said(["Gửi các sở, ngành"], Years(2024, 2025)) == [(expected, True)]
    assert said(["Gửi Sở Y tế"], Years(2024, 2025)) == []
    assert said(["Gửi các sở, ngành"], Years(2023, 2024)) == []


def test_a_group_that_lost_everyone_needs_a_decision() -> None:
    unit = DonVi(ten="UBND huyện Đông", nhom=("UBND các huyện",), den=date(2025, 6, 30))
    so = SoDonVi(don_vi=(unit,), nhom=(Nhom(ten="UBND các huyện"),))
    ((why, sure),) = said(["UBND các huyện"], Years(2024, 2026), so)
    assert why.startswith("từ ngày 01/07/2025 nhóm “UBND các huyện” không còn đơn vị nào của năm 2024")
    assert not sure


def test_a_name_that_ends_with_the_year_is_still_there() -> None:
    so = SoDonVi(don_vi=(DonVi(ten="Sở A", den=date(2025, 12, 31), thanh=("Sở B",)),))
    assert said(["Sở A chủ trì"], Years(2024, 2025), so) == [
        ("“Sở A” mang tên này đến hết ngày 31/12/2025, sau đó là “Sở B”", True)
    ]
    assert Succession(so, OFFICE, Years(2024, 2025)).treatments("Sở A chủ trì", is_list=False) == ()


def test_the_issuing_office_that_ends() -> None:
    office = OFFICE.model_copy(update={"den": date(2025, 6, 30), "thanh": ("Ủy ban nhân dân tỉnh Thí Dụ",)})
    ((why, sure),) = said([], Years(2024, 2025), office=office)
    assert why.startswith("cơ quan ban hành: từ ngày 01/07/2025 không còn “Ủy ban nhân dân tỉnh Ví Dụ”")
    assert "“Ủy ban nhân dân tỉnh Thí Dụ”" in why
    assert not sure
    assert said([], Years(2023, 2024), office=office) == []


def test_the_issuing_office_of_a_merged_province_of_a_district_or_of_an_ended_department() -> None:
    for ten, chu_quan, words in (
        ("Ủy ban nhân dân tỉnh Sóc Trăng", None, "thành phố Cần Thơ"),
        ("Ủy ban nhân dân huyện Đông", None, "cấp huyện kết thúc hoạt động"),
        ("Sở Thông tin và Truyền thông", "Ủy ban nhân dân tỉnh Nghệ An", "“Sở Khoa học và Công nghệ” hoặc"),
    ):
        office = CoQuan(ten=ten, viet_tat="X", dia_danh="X", co_quan_chu_quan=chu_quan)
        ((why, sure),) = said([], Years(2024, 2025), SoDonVi(), office)
        assert words in why
        assert not sure
        assert said([], Years(2023, 2024), SoDonVi(), office) == []


def test_a_choice_for_a_name_that_the_plan_does_not_hold_is_said() -> None:
    assert said(["Sở Y tế"], Years(2024, 2025), Sở_Lạ="Sở Y tế") == [
        ("tên thay cho “Sở Lạ”: kế hoạch không có tên này; xem lại cách viết", False)
    ]
    assert said(["Sở TT&TT"], Years(2024, 2025), Sở_Thông_tin_và_Truyền_thông="Sở Y tế") == []


def test_a_choice_that_ended_itself_is_said() -> None:
    ((why, sure),) = said(["Sở TT&TT"], Years(2024, 2025), Sở_Thông_tin_và_Truyền_thông="Ban Dân tộc")
    assert why.startswith("đã chọn “Ban Dân tộc” để thay, nhưng từ ngày 20/02/2025")
    assert not sure
