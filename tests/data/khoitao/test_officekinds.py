"""The units in the example plan."""

import pytest

from docgen.data.khoitao import Names, example_names, known_names, registry_text
from docgen.data.model.donvi import SoDonVi
from docgen.data.validate import validate
from docgen.data.yamlfile import of_text
from docgen.work.units import Registry

OFFICES = (
    "Ủy ban nhân dân tỉnh Sóc Trăng", "Ủy ban nhân dân huyện Mỹ Xuyên", "Ủy ban nhân dân xã Tân Hưng", "Sở Nội vụ",
    "Trường THPT Nguyễn Huệ", "Hội đồng nhân dân tỉnh Sóc Trăng", "Bệnh viện A", "",
)  # fmt: skip


def registry(text: str) -> SoDonVi:
    return validate(SoDonVi, of_text("donvi.yaml", text))


@pytest.mark.parametrize("office", OFFICES)
def test_every_name_of_the_examples_is_found_in_the_registry_made_of_them(office: str) -> None:
    names = example_names(office)
    so = registry(registry_text(names, "s"))
    found = Registry(so, 2024, None, "").read(f"{names.tat_ca}; {names.dau_moi}")
    assert set(found.don_vi) == {unit.ten for unit in names.don_vi if unit.nhom} >= {names.dau_moi, names.thu_hai, names.thu_ba}
    assert not found.leftovers


def test_a_commune_is_not_given_departments_of_a_province() -> None:
    assert [unit.ten for unit in example_names("Ủy ban nhân dân xã Tân Hưng").don_vi] == [
        "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã",
        "Phòng Văn hóa - Xã hội",
        "Phòng Kinh tế",
        "Trung tâm Phục vụ hành chính công",
        "Ủy ban Mặt trận Tổ quốc Việt Nam xã",
    ]
    assert example_names("Ủy ban nhân dân phường Cái Răng").thu_ba == "Phòng Kinh tế, Hạ tầng và Đô thị"
    assert example_names("Ủy ban nhân dân thành phố Cần Thơ").nhom == "các sở, ban, ngành thành phố"
    assert example_names("Sở Y tế").dau_moi == "Văn phòng Sở"


@pytest.mark.parametrize(
    "words", ["Văn phòng HĐND và UBND", "VP HĐND và UBND", "Văn phòng HĐND và UBND xã", "văn phòng HĐND & UBND xã"]
)
def test_the_office_of_council_and_committee_is_one_unit_however_it_is_written(words: str) -> None:
    so = registry(registry_text(example_names("Ủy ban nhân dân xã Tân Hưng"), "s"))
    found = Registry(so, 2026).read(f"{words}; P. VH-XH")
    assert found.don_vi == ("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã", "Phòng Văn hóa - Xã hội")
    assert not found.leftovers


def test_the_departments_of_a_special_zone_are_to_be_looked_up() -> None:
    text = registry_text(example_names("Ủy ban nhân dân đặc khu Phú Quốc"), "s")
    assert "# Tên các phòng của đặc khu theo quyết định của từng nơi: hãy đối chiếu.\n" in text
    assert "đối chiếu" not in registry_text(example_names("Ủy ban nhân dân xã Tân Hưng"), "s")


def test_a_committee_asks_the_front_and_orders_its_own() -> None:
    so = registry(registry_text(example_names("Ủy ban nhân dân xã Tân Hưng"), "s"))
    assert [unit.ten for unit in so.don_vi if Registry(so, 2026).is_asked(unit.ten)] == ["Ủy ban Mặt trận Tổ quốc Việt Nam xã"]


def test_a_unit_that_is_asked_leads_nothing_in_the_example() -> None:
    text = "don_vi: [{ten: Hội A, loi_giao: đề nghị}, {ten: Phòng B}]"
    assert known_names(registry(text), 2024) == Names("Phòng B", "Phòng B", "Phòng B", "Phòng B")


REGISTRY = """\
don_vi:
  - {ten: Sở Cũ, den: 2024-06-30, nhom: [các sở tỉnh]}
  - {ten: Hội Nông dân, nhom: [các hội tỉnh]}
  - {ten: Sở Y tế, nhom: [các sở tỉnh]}
  - {ten: Sở Nội vụ, nhom: [các sở tỉnh]}
  - {ten: Sở Mới, tu: 2024-07-01}
nhom:
  - {ten: các hội tỉnh, loi_giao: đề nghị}
  - {ten: các sở tỉnh}
"""


def test_a_known_registry_gives_the_units_of_the_whole_year_that_are_ordered_not_asked() -> None:
    assert known_names(registry(REGISTRY), 2024) == Names("Sở Y tế", "Sở Nội vụ", "Sở Y tế", "Các sở tỉnh")


def test_units_of_other_years_are_other_units() -> None:
    assert known_names(registry(REGISTRY), 2023) == Names("Sở Cũ", "Sở Y tế", "Sở Nội vụ", "Các sở tỉnh")


def test_without_a_group_the_units_are_named_one_by_one() -> None:
    assert known_names(registry("don_vi: [{ten: Phòng A}, {ten: Phòng B}]"), 2024) == Names(
        "Phòng A", "Phòng B", "Phòng A", "Phòng A; Phòng B"
    )


def test_where_all_are_asked_they_are_taken_all_the_same() -> None:
    text = "don_vi: [{ten: Hội A, nhom: các hội tỉnh}]\nnhom: [{ten: các hội tỉnh, loi_giao: đề nghị}]"
    names = known_names(registry(text), 2024)
    assert names is not None
    assert (names.dau_moi, names.tat_ca) == ("Hội A", "Hội A")


def test_a_registry_without_units_then_gives_none() -> None:
    assert known_names(registry("don_vi: [{ten: Sở Mới, tu: 2024-07-01}]"), 2024) is None
    assert known_names(registry("nhom: [{ten: các sở tỉnh}]"), 2024) is None
