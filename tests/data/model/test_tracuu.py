"""The register of cited documents: what is refused, in which words."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from docgen.data.model.tracuu import SoVanBan
from docgen.workflows.datafiles import read

SAMPLE = Path(__file__).parents[3] / "data" / "van-ban.yaml"


def _faults(*entries: dict[str, Any]) -> list[tuple[tuple[str | int, ...], str]]:
    with pytest.raises(ValidationError) as caught:
        SoVanBan.model_validate({"van_ban": list(entries)})
    return [(fault["loc"], fault["msg"]) for fault in caught.value.errors()]


def test_the_sample_register_holds_the_bases_of_the_sample_plan_and_what_was_replaced() -> None:
    _, so = read(SoVanBan, SAMPLE)
    assert [(one.ky_hieu, one.ngay, one.den) for one in so.van_ban] == [
        ("1160/QĐ-TTg", date(2021, 7, 13), date(2025, 12, 31)),
        ("152/KH-UBND", date(2021, 10, 14), date(2025, 12, 31)),
        ("3334/QĐ-UBND", date(2022, 12, 9), date(2023, 12, 31)),
        ("66-QĐ/TW", None, None),
        ("399-QĐ/TW", date(2026, 1, 9), None),
        ("36-HD/VPTW", None, None),
        ("05-HD/VPTW", date(2026, 5, 27), None),
    ]


def test_an_empty_register_is_one() -> None:
    assert SoVanBan.model_validate({"van_ban": None}).van_ban == ()


def test_one_document_and_one_successor_need_no_list() -> None:
    so = SoVanBan.model_validate({"van_ban": {"ky_hieu": "số 15/KH-UBND", "thay_boi": "16/KH-UBND"}})
    assert so.van_ban[0].ky_hieu == "15/KH-UBND"
    assert so.van_ban[0].thay_boi == ("16/KH-UBND",)


@pytest.mark.parametrize("symbol", ["15/KH-UBND", "30/2020/NĐ-CP", "29-NQ/TW", "15a/KH-UBND", "83/2015/QH13", "12/UBND-VX"])
def test_symbols_of_state_and_party_are_taken(symbol: str) -> None:
    assert SoVanBan.model_validate({"van_ban": [{"ky_hieu": symbol}]}).van_ban[0].ky_hieu == symbol


@pytest.mark.parametrize("symbol", ["QĐ-UBND", "15", "Quyết định 15/QĐ-UBND", "Luật Báo chí"])
def test_what_is_no_symbol_is_refused(symbol: str) -> None:
    ((place, sentence),) = _faults({"ky_hieu": symbol})
    assert place == ("van_ban", 0, "ky_hieu")
    assert f"“{symbol}” không phải số, ký hiệu" in sentence


def test_the_last_day_stands_behind_the_first() -> None:
    entry = {"ky_hieu": "15/KH-UBND", "ngay": "2023-01-10", "den": "2022-12-31"}
    assert _faults(entry) == [(("van_ban", 0, "den"), "ngày hết hiệu lực đứng trước ngày đầu (ngay); xem lại hai ngày này")]


def test_no_document_replaces_itself() -> None:
    ((place, sentence),) = _faults({"ky_hieu": "05/KH-UBND", "thay_boi": "5/KH-UBND"})
    assert place == ("van_ban", 0, "thay_boi", 0)
    assert "chính nó" in sentence


def test_documents_do_not_replace_one_another_in_a_circle() -> None:
    faults = _faults({"ky_hieu": "1/QĐ-UBND", "thay_boi": "2/QĐ-UBND"}, {"ky_hieu": "2/QĐ-UBND", "thay_boi": "1/QĐ-UBND"})
    assert [place for place, _ in faults] == [("van_ban", 0, "thay_boi"), ("van_ban", 1, "thay_boi")]


def test_the_same_number_and_day_is_listed_once() -> None:
    entry = {"ky_hieu": "15/KH-UBND", "ngay": "2023-01-10"}
    ((place, sentence),) = _faults(entry, {**entry, "ky_hieu": "15/KH–UBND"})
    assert place == ("van_ban", 1, "ky_hieu")
    assert "ngày 10/01/2023 đã có ở trên" in sentence


def test_the_same_number_of_two_years_is_two_documents() -> None:
    entries = [{"ky_hieu": "15/KH-UBND", "ngay": "2022-01-10"}, {"ky_hieu": "15/KH-UBND", "ngay": "2023-01-10"}]
    assert len(SoVanBan.model_validate({"van_ban": entries}).van_ban) == 2


def test_a_number_without_its_day_cannot_be_told_from_another() -> None:
    ((place, _),) = _faults({"ky_hieu": "15/KH-UBND", "ngay": "2022-01-10"}, {"ky_hieu": "15/KH-UBND"})
    assert place == ("van_ban", 1, "ky_hieu")


def test_unknown_keys_are_refused() -> None:
    ((place, _),) = _faults({"ky_hieu": "15/KH-UBND", "het": "2023-01-10"})
    assert place == ("van_ban", 0, "het")
