"""What ended all over the country: ministries, departments, districts, provinces."""

import pytest

from docgen.rollover.changes import Years
from docgen.rollover.donvi.national import merged_provinces, merger_remark
from tests.rollover.donvi.reading import DonVi, SoDonVi, treated


def asked(text: str, new: int = 2025, *, old: int = 2024, is_list: bool = False) -> list[str]:
    """Return the pieces of `text` that a person is asked about, by an office that knows no unit."""
    found = treated(text, new, old=old, is_list=is_list, so=SoDonVi())
    assert all(one.new is None and not one.sure for one in found)
    return [text[one.start : one.end] for one in found]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("UBND các huyện, thị xã, thành phố", ["UBND các huyện, thị xã, thành phố"]),
        ("từ cấp tỉnh, cấp huyện đến cấp xã", ["cấp huyện"]),
        ("các quận, huyện và thành phố Thủ Đức", ["các quận, huyện và thành phố Thủ Đức"]),
        ("tổ chức tại huyện Kế Sách và quận 1", ["huyện Kế Sách", "quận 1"]),
        ("Phòng Văn hóa và Thông tin huyện Phú Tân", ["Phòng Văn hóa và Thông tin", "huyện Phú Tân"]),
        ("Huyện ủy, Thị uỷ", ["Huyện ủy", "Thị uỷ"]),
        ("UBND xã, phường, thị trấn", ["UBND xã, phường, thị trấn"]),
        ("thành phố Mỹ Tho; Thành phố Hồ Chí Minh; TP.HCM; TP. Cần Thơ; thành phố thông minh", ["thành phố Mỹ Tho"]),
        ("các xã, phường; công tác xã hội; chính trị - xã hội", []),
        ("tại các huyện, ở các huyện", ["các huyện"]),
    ],
)
def test_words_of_the_district_level_are_asked_about(text: str, pieces: list[str]) -> None:
    assert asked(text) == pieces


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("trên địa bàn tỉnh Sóc Trăng", ["tỉnh Sóc Trăng"]),
        ("Người dân Sóc Trăng và người Sóc Trăng ở tỉnh Sóc Trăng", ["Sóc Trăng"]),
        ("TỈNH HÒA BÌNH", ["TỈNH HÒA BÌNH"]),
        ("vì hòa bình, ổn định ở tỉnh Hoà Bình", ["tỉnh Hoà Bình"]),
        ("tỉnh Bà Rịa – Vũng Tàu", ["tỉnh Bà Rịa – Vũng Tàu"]),
        ("tỉnh Vĩnh Long, tỉnh An Giang, tỉnh Lâm Đồng", []),
        ("đường Thái Bình, cầu Bình Định", []),
    ],
)
def test_merged_provinces_are_asked_about_once_in_a_text(text: str, pieces: list[str]) -> None:
    assert asked(text) == pieces


def test_the_question_names_the_new_province_and_the_law() -> None:
    (one,) = treated("tỉnh Sóc Trăng", 2026, so=SoDonVi())
    expected = "từ ngày 01/07/2025 tỉnh Sóc Trăng hợp nhất vào thành phố Cần Thơ (Nghị quyết số 202/2025/QH15); cần xác nhận"
    assert one.why == expected


def test_of_63_provinces_34_are_left() -> None:
    unchanged, merged = 11, merged_provinces()
    assert len(merged) + unchanged == 34
    assert len(merged) + unchanged + sum(map(len, merged.values())) == 63


def test_a_province_that_kept_its_name_is_told_what_came_to_it() -> None:
    assert "gồm cả Kiên Giang" in (merger_remark("tỉnh An Giang") or "")
    assert "gồm cả Sóc Trăng, Hậu Giang" in (merger_remark("thành phố Cần Thơ") or "")
    assert merger_remark("tỉnh Nghệ An") is None
    assert merger_remark("") is None


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("báo cáo Bộ Thông tin và Truyền thông", ["Bộ Thông tin và Truyền thông"]),
        ("Bộ KH&ĐT, Bộ Tài chính", ["Bộ KH&ĐT"]),
        ("Sở Lao động - Thương binh và Xã hội chủ trì", ["Sở Lao động - Thương binh và Xã hội"]),
        ("Bộ Nông nghiệp và Môi trường, Sở Khoa học và Công nghệ", []),
        ("Ban Tuyên giáo Tỉnh ủy; Ban Tuyên giáo và Dân vận Tỉnh ủy", ["Ban Tuyên giáo Tỉnh ủy"]),
    ],
)
def test_ministries_and_departments_put_together_are_asked_about(text: str, pieces: list[str]) -> None:
    assert asked(text) == pieces


@pytest.mark.parametrize("text", ["Bộ TT&TT", "tỉnh Sóc Trăng", "cấp huyện"])
@pytest.mark.parametrize(("years", "is_asked"), [((2023, 2024), False), ((2025, 2026), True), ((2026, 2027), False)])
def test_only_a_roll_over_that_crosses_2025_asks(text: str, years: tuple[int, int], is_asked: bool) -> None:
    span = Years(*years)
    assert bool(asked(text, span.new, old=span.old)) is is_asked


def test_a_unit_that_ended_all_over_the_country_is_asked_about_under_the_offices_own_short_name() -> None:
    so = SoDonVi(don_vi=(DonVi(ten="Sở Thông tin và Truyền thông", viet_tat=("Sở 4T",)),))
    (one,) = treated("Sở 4T", 2026, so=so)
    assert (one.new, one.sure) == (None, False)
