"""What the register says of a cited document on a day."""

from datetime import date

import pytest

from docgen.data.model.tracuu import SoVanBan
from docgen.data.validate import validate
from docgen.data.yamlfile import of_text
from docgen.text.viendan import citations
from docgen.work.hieuluc import fault
from tests.conftest import ROOT

SO = SoVanBan.model_validate(
    {
        "van_ban": [
            {"ky_hieu": "3334/QĐ-UBND", "loai": "Quyết định", "ngay": "2022-12-09", "den": "2023-12-31"},
            {"ky_hieu": "10/QĐ-UBND", "loai": "Quyết định", "ngay": "2020-02-01", "thay_boi": "20/QĐ-UBND"},
            {"ky_hieu": "20/QĐ-UBND", "loai": "Quyết định", "ngay": "2022-05-06", "thay_boi": "30/QĐ-UBND"},
            {
                "ky_hieu": "30/QĐ-UBND", "loai": "Quyết định", "ngay": "2024-03-04", "co_quan": "Ủy ban nhân dân tỉnh",
                "trich_yeu": "về việc kiện toàn Ban Chỉ đạo",
            },
            {"ky_hieu": "7/KH-UBND", "thay_boi": "8/KH-UBND"},
            {"ky_hieu": "43/2025/NĐ-CP", "loai": "Nghị định", "ngay": "2025-02-28", "tu": "2025-03-01"},
            {"ky_hieu": "25/2004/QH11", "loai": "Luật", "ngay": "2004-06-15", "trich_yeu": "Trẻ em", "den": "2017-05-31"},
            {"ky_hieu": "15/KH-UBND", "ngay": "2022-01-10", "den": "2022-12-31"},
            {"ky_hieu": "15/KH-UBND", "ngay": "2023-01-10"},
            {"ky_hieu": "50/QĐ-UBND", "ngay": "2021-01-10", "thay_boi": "51/QĐ-UBND"},
            {"ky_hieu": "51/QĐ-UBND"},
            {"ky_hieu": "60/QĐ-UBND", "ngay": "2021-01-10", "thay_boi": "61/QĐ-UBND"},
            {"ky_hieu": "61/QĐ-UBND", "ngay": "2020-01-10"},
        ]
    }
)  # fmt: skip


def _fault(text: str, day: date) -> str | None:
    (cited,) = citations(text)
    return fault(cited, SO, day)


def test_a_document_is_used_up_to_its_last_day() -> None:
    assert _fault("Quyết định số 3334/QĐ-UBND", date(2023, 12, 31)) is None
    assert _fault("Quyết định số 3334/QĐ-UBND", date(2024, 1, 1)) == (
        "theo sổ văn bản, Quyết định số 3334/QĐ-UBND ngày 09/12/2022 chỉ dùng đến ngày 31/12/2023; "
        "dẫn văn bản mới, hoặc bỏ căn cứ này"
    )


def test_a_replaced_document_is_followed_to_the_one_that_holds_today() -> None:
    assert _fault("Quyết định số 10/QĐ-UBND", date(2025, 1, 1)) == (
        "Quyết định số 10/QĐ-UBND ngày 01/02/2020 đã được thay bằng “Quyết định số 30/QĐ-UBND ngày 04/03/2024 "
        "của Ủy ban nhân dân "
        "tỉnh về việc kiện toàn Ban Chỉ đạo”; dẫn văn bản mới"
    )


def test_before_its_replacement_a_document_holds() -> None:
    assert _fault("Quyết định số 20/QĐ-UBND", date(2024, 3, 3)) is None
    assert _fault("Quyết định số 20/QĐ-UBND", date(2024, 3, 4)) is not None


def test_a_replacement_that_the_register_does_not_hold_is_named_by_its_number() -> None:
    sentence = "Văn bản số 7/KH-UBND đã được thay bằng văn bản số 8/KH-UBND; dẫn văn bản mới"
    assert _fault("Kế hoạch số 07/KH-UBND", date(2024, 1, 1)) == sentence


def test_a_replacement_whose_day_the_register_does_not_give_is_in_force() -> None:
    assert _fault("Quyết định số 50/QĐ-UBND", date(2021, 6, 1)) == (
        "Văn bản số 50/QĐ-UBND ngày 10/01/2021 đã được thay bằng “Văn bản số 51/QĐ-UBND”; dẫn văn bản mới"
    )


def test_no_document_is_followed_by_an_older_one_of_that_number() -> None:
    assert _fault("Quyết định số 60/QĐ-UBND", date(2022, 1, 1)) == (
        "Văn bản số 60/QĐ-UBND ngày 10/01/2021 đã được thay bằng văn bản số 61/QĐ-UBND; dẫn văn bản mới"
    )


def test_a_document_does_not_hold_before_its_first_day() -> None:
    assert _fault("Nghị định số 43/2025/NĐ-CP", date(2025, 2, 28)) == (
        "Nghị định số 43/2025/NĐ-CP ngày 28/02/2025 chỉ có hiệu lực từ ngày 01/03/2025; dẫn văn bản đang có hiệu lực"
    )
    assert _fault("Nghị định số 43/2025/NĐ-CP", date(2025, 3, 1)) is None


@pytest.mark.parametrize("text", ["Luật Trẻ em ngày 15 tháng 6 năm 2004", "Luật Trẻ em năm 2004", "Luật số 25/2004/QH11"])
def test_a_law_is_known_by_name_and_year_too(text: str) -> None:
    assert "chỉ dùng đến ngày 31/05/2017" in (_fault(text, date(2023, 1, 1)) or "")


def test_another_law_of_the_same_name_is_not_meant() -> None:
    assert _fault("Luật Trẻ em năm 2016", date(2023, 1, 1)) is None


def test_the_day_tells_documents_with_one_number_apart() -> None:
    assert _fault("Kế hoạch số 15/KH-UBND ngày 10/01/2022", date(2023, 6, 1)) is not None
    assert _fault("Kế hoạch số 15/KH-UBND ngày 10/01/2023", date(2023, 6, 1)) is None


@pytest.mark.parametrize(
    "text", ["Kế hoạch số 15/KH-UBND", "Kế hoạch số 99/KH-UBND", "Quyết định số    /QĐ-UBND", "Luật Trẻ em ngày 31/02/2004"]
)
def test_where_no_one_entry_is_meant_nothing_is_said(text: str) -> None:
    assert _fault(text, date(2023, 6, 1)) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Quy định số 66-QĐ/TW", "Quy định số 399-QĐ/TW ngày 09/01/2026"),
        ("Hướng dẫn số 36-HD/VPTW", "Hướng dẫn số 05-HD/VPTW ngày 27/05/2026"),
    ],
)
def test_the_party_s_new_rules_of_the_sample_are_told_as_to_be_confirmed(old: str, new: str) -> None:
    register = validate(SoVanBan, of_text("van-ban.yaml", (ROOT / "data" / "van-ban.yaml").read_text("utf-8")))
    (cited,) = citations(old)
    assert fault(cited, register, date(2025, 12, 31)) is None
    assert (
        fault(cited, register, date(2026, 6, 1))
        == f"{old} đã được thay bằng “{new} (cần xác nhận trước khi dẫn)”; dẫn văn bản mới"
    )
