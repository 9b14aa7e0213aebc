"""The sample office's registry: the real changes of 2025."""

import pytest

from docgen.data.model.coquan import CoQuan
from docgen.data.model.donvi import SoDonVi
from docgen.data.validate import validate
from docgen.data.yamlfile import load
from docgen.rollover.changes import Years
from docgen.rollover.donvi import Succession
from tests.conftest import ROOT
from tests.rollover.donvi.reading import written

SO = validate(SoDonVi, load(ROOT / "data" / "donvi.yaml"))
OFFICE = validate(CoQuan, load(ROOT / "data" / "coquan.yaml"))
TTTT = "Sở Thông tin và Truyền thông"


def rolled(text: str, new: int, *, is_list: bool = True, **choices: str) -> tuple[str, bool]:
    """Return `text` as it stands in the year `new`, and whether nobody has to decide."""
    chosen = {TTTT: choices["tttt"]} if choices else {}
    found = Succession(SO, OFFICE, Years(2023, new), chosen).treatments(text, is_list=is_list)
    return written(text, found), all(one.sure for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "Ban Tuyên giáo Tỉnh ủy, Sở Thông tin và Truyền thông",
        "Báo Sóc Trăng; Đài Phát thanh và Truyền hình Sóc Trăng",
        "UBND các huyện, thị xã, thành phố",
        "Cục TTĐN - Bộ TT&TT",
        "Ủy ban nhân dân tỉnh Sóc Trăng",
    ],
)
def test_in_2024_nothing_changes(text: str) -> None:
    assert Succession(SO, OFFICE, Years(2023, 2024)).treatments(text, is_list=True) == ()


@pytest.mark.parametrize("new", [2025, 2026])
@pytest.mark.parametrize(
    ("text", "next_year", "sure"),
    [
        ("Sở KH&ĐT", "Sở Tài chính", True),
        ("Sở Giao thông vận tải", "Sở Xây dựng", True),
        ("Sở TN&MT", "Sở NN&MT", True),
        ("Sở Nông nghiệp và Phát triển nông thôn", "Sở Nông nghiệp và Môi trường", True),
        ("Sở LĐ-TB&XH", "Sở Nội vụ", True),
        ("Ban Dân tộc", "Sở Dân tộc và Tôn giáo", True),
        ("Sở TT&TT", f"[cần chọn đơn vị thay {TTTT}]", False),
        ("Báo Sóc Trăng", "[cần chọn đơn vị thay Báo Sóc Trăng]", False),
        ("UBND các huyện, thị xã, thành phố", "UBND các xã, phường", False),
        ("Ủy ban nhân dân các huyện, thị xã, thành phố", "Ủy ban nhân dân các xã, phường", False),
        ("UBND huyện Kế Sách", "[cần chọn đơn vị thay UBND huyện Kế Sách]", False),
        ("Cục TTĐN - Bộ TT&TT", "Cục TTĐN - Bộ TT&TT", False),
        ("Sở Công Thương; Sở Tài chính", "Sở Công Thương; Sở Tài chính", True),
    ],
)
def test_from_2025_on_the_reorganised_units_are_followed_or_asked_about(text: str, next_year: str, sure: bool, new: int) -> None:
    assert rolled(text, new) == (next_year, sure)


def test_who_leads_the_press_work_is_chosen_once_for_all() -> None:
    chosen = rolled("Ban Tuyên giáo Tỉnh ủy; Sở Thông tin và Truyền thông", 2025, tttt="Sở Văn hóa, Thể thao và Du lịch")
    assert chosen[0] == "Ban Tuyên giáo Tỉnh ủy; Sở Văn hóa, Thể thao và Du lịch"
    text = "Giao Sở Thông tin và Truyền thông chủ trì; gửi về Sở TT&TT"
    assert rolled(text, 2026, is_list=False, tttt="Sở Khoa học và Công nghệ") == (
        "Giao Sở Khoa học và Công nghệ chủ trì; gửi về Sở KH&CN",
        True,
    )
