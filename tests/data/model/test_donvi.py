"""The registry's third list, and groups with a last day."""

from datetime import date

import pytest
from pydantic import ValidationError

from docgen.data.model.donvi import DonVi, Nhom, SoDonVi, TenGoi
from docgen.work.units import Registry

BO = TenGoi(ten="Bộ Một", viet_tat=("BM",), den=date(2025, 2, 28), thanh=("Bộ Hai",))


def test_a_name_that_is_no_unit_is_not_seen_by_the_registry() -> None:
    so = SoDonVi(don_vi=(DonVi(ten="Sở A"),), ten_goi=(BO,))
    reading = Registry(so, 2024).read("Sở A; Bộ Một")
    assert reading.don_vi == ("Sở A",)
    assert [left.text for left in reading.leftovers] == ["Bộ Một"]
    assert [unit.ten for unit in Registry(so, 2024).don_vi] == ["Sở A"]


def test_no_spelling_belongs_to_a_unit_and_to_another_name_on_one_day() -> None:
    with pytest.raises(ValidationError) as caught:
        SoDonVi(don_vi=(DonVi(ten="BM"),), ten_goi=(BO,))
    assert [error["loc"] for error in caught.value.errors()] == [("ten_goi", 0, "viet_tat", 0)]
    assert SoDonVi(don_vi=(DonVi(ten="BM", tu=date(2025, 3, 1)),), ten_goi=(BO,)).ten_goi == (BO,)


def test_a_name_ends_no_sooner_than_it_begins() -> None:
    with pytest.raises(ValidationError, match="ngày cuối đứng trước ngày đầu"):
        TenGoi(ten="Bộ Một", tu=date(2025, 3, 1), den=date(2025, 2, 28))


def test_a_unit_may_say_itself_how_it_is_asked_whatever_its_groups_say() -> None:
    groups = (Nhom(ten="các hội tỉnh", loi_giao="đề nghị"), Nhom(ten="các sở tỉnh"))
    units = (
        DonVi(ten="Hội A", nhom=("các hội tỉnh",)),
        DonVi(ten="Hội B", nhom=("các hội tỉnh",), loi_giao="giao"),
        DonVi.model_validate({"ten": "Mặt trận", "nhom": "các sở tỉnh", "loi_giao": "Đề nghị"}),
        DonVi(ten="Sở C", nhom=("các sở tỉnh",)),
    )
    so = Registry(SoDonVi(don_vi=units, nhom=groups), 2026)
    assert [so.is_asked(unit.ten) for unit in units] == [True, False, True, False]


def test_the_last_day_of_a_group_does_not_change_who_is_in_it() -> None:
    group = Nhom(ten="các sở, ngành", den=date(2024, 6, 30), thanh=("các cơ quan",))
    so = SoDonVi(don_vi=(DonVi(ten="Sở A", nhom=("các sở, ngành",)),), nhom=(group,))
    assert Registry(so, 2025).members("các sở, ngành") == ("Sở A",)
