from datetime import date

import pytest

from docgen.check.anatomy import read_paper
from docgen.check.docview import open_view
from docgen.check.finding import Severity
from docgen.check.gauges.citations import issued_on
from tests.check.judged import findings, messages
from tests.check.papers.clean import HEADER_LAYOUTS, bao_cao
from tests.check.papers.mau import MAU
from tests.check.papers.mutate import at, mutated
from tests.check.papers.spoil import replace_text, set_align, set_indent

_RULES = ("D01", "D02", "D03", "D04")


def _dated(written: str) -> bytes:
    return mutated(bao_cao(), at("Sóc Trăng, ngày", replace_text("Sóc Trăng, ngày 05 tháng 01 năm 2024", written)))


@pytest.mark.parametrize(
    "written",
    [
        "Hà Nội, ngày 05 tháng 01 năm 2020",
        "Buôn Ma Thuột, ngày 12 tháng 12 năm 2024",
        "Bà Rịa - Vũng Tàu, ngày 31 tháng 3 năm 2024",
        "Thành phố Hồ Chí Minh, ngày 05 tháng 10 năm 2024",
        "Phường 1, ngày 05 tháng 10 năm 2024",
        "Sóc Trăng, ngày        tháng        năm 2024",
        "Sóc Trăng, ngày        tháng 3 năm 2024",
        "Sóc Trăng, ngày … tháng … năm 2024",
        "Sóc Trăng, ngày ..... tháng ..... năm 2024",
        "Sóc Trăng, ngày      tháng 01 năm 20…",
        "………, ngày … tháng … năm 20...",
        "Sóc Trăng, ngày 01 tháng 02 năm 2024",
        "Sóc Trăng, ngày 05 tháng 01 năm 20",
        "Sóc Trăng, ngày   /   tháng   năm 2024".replace("   /   ", "      "),
    ],
)
def test_places_and_dates_as_offices_write_them_pass(written: str) -> None:
    assert [messages(_dated(written), rule) for rule in _RULES] == [[]] * 4


@pytest.mark.parametrize("layout", HEADER_LAYOUTS)
def test_every_layout_of_the_head_passes(layout: str) -> None:
    paper = HEADER_LAYOUTS[layout]()
    assert [messages(paper, rule) for rule in _RULES] == [[]] * 4


@pytest.mark.parametrize(
    ("written", "rule", "severity"),
    [
        ("Sóc Trăng ngày 05 tháng 01 năm 2024", "D01", Severity.ERROR),
        ("Sóc Trăng, ngày 5 tháng 01 năm 2024", "D01", Severity.ERROR),
        ("Sóc Trăng, ngày 05 tháng 1 năm 2024", "D01", Severity.ERROR),
        ("Sóc Trăng, ngày 05/01/2024", "D01", Severity.ERROR),
        ("Sóc Trăng, ngày 00 tháng 01 năm 2024", "D01", Severity.ERROR),
        ("Sóc Trăng, ngày 32 tháng 01 năm 2024", "D01", Severity.ERROR),
        ("Sóc Trăng, ngày 05 tháng 2 năm 2024", "D01", Severity.ERROR),
        ("Sóc Trăng, ngày 05 tháng 00 năm 2024", "D01", Severity.ERROR),
        ("Sóc Trăng, ngày 05 tháng 13 năm 2024", "D01", Severity.ERROR),
        ("Sóc Trăng, ngày 05 tháng 01 năm 202", "D01", Severity.ERROR),
        ("Sóc Trăng, ngày 05 tháng 01 năm 20244", "D01", Severity.ERROR),
        ("SÓC TRĂNG, ngày 05 tháng 01 năm 2024", "D01", Severity.ERROR),
        ("HUẾ, ngày 05 tháng 01 năm 2024", "D01", Severity.ERROR),
        ("sóc Trăng, ngày 05 tháng 01 năm 2024", "D01", Severity.ERROR),
        ("Sóc Trăng, Ngày 05 tháng 01 năm 2024", "D01", Severity.WARNING),
        ("Ngày 05 tháng 01 năm 2024", "D01", Severity.ERROR),
        ("Sóc Trăng, ngày 05 tháng 03 năm 2024", "D02", Severity.NOTE),
        ("Sóc Trăng, ngày 05 tháng 04 năm 2024", "D02", Severity.NOTE),
        ("Sóc Trăng, ngày 05 tháng 09 năm 2024", "D02", Severity.NOTE),
        ("TP. HCM, ngày 05 tháng 10 năm 2024", "D04", Severity.WARNING),
        ("TP. Cần Thơ, ngày 05 tháng 10 năm 2024", "D04", Severity.WARNING),
        ("TP Cần Thơ, ngày 05 tháng 10 năm 2024", "D04", Severity.WARNING),
        ("TPHCM, ngày 05 tháng 10 năm 2024", "D04", Severity.WARNING),
        ("H. Mỹ Tú, ngày 05 tháng 10 năm 2024", "D04", Severity.WARNING),
        ("TT. Huỳnh Hữu Nghĩa, ngày 05 tháng 10 năm 2024", "D04", Severity.WARNING),
        ("TX. Vĩnh Châu, ngày 05 tháng 10 năm 2024", "D04", Severity.WARNING),
        ("Thành phố Sóc Trăng, ngày 05 tháng 10 năm 2024", "D04", Severity.NOTE),
        ("Huyện Mỹ Tú, ngày 05 tháng 10 năm 2024", "D04", Severity.NOTE),
        ("Xã Đông Hải, ngày 05 tháng 10 năm 2024", "D04", Severity.NOTE),
    ],
)
def test_one_rule_speaks_of_each_fault(written: str, rule: str, severity: Severity) -> None:
    paper = _dated(written)
    assert [each for each in _RULES if messages(paper, each)] == [rule]
    assert [each.severity for each in findings(paper, rule)] == [severity]


def test_a_line_pushed_into_the_middle_by_an_indent_is_left_alone() -> None:
    assert messages(mutated(bao_cao(), at("Sóc Trăng, ngày", set_align("left"), set_indent(left=15))), "D03") == []
    barely = at("Sóc Trăng, ngày", set_align("left"), set_indent(left=4))
    off = ["Địa danh và thời gian không canh giữa dưới Tiêu ngữ"]
    assert messages(mutated(bao_cao(), barely), "D03") == off


def test_minutes_need_no_place_and_date_in_the_head() -> None:
    minutes = MAU["1.9"]()
    assert messages(minutes, "D01") == []
    report = mutated(minutes, at("BIÊN BẢN", replace_text("BIÊN BẢN", "BÁO CÁO")))
    assert messages(report, "D01") == ["Thiếu địa danh và thời gian ban hành"]


@pytest.mark.parametrize(
    ("line", "is_draft", "issued"),
    [
        ("Sóc Trăng, ngày        tháng 3 năm 2024", True, date(2024, 3, 31)),
        ("Sóc Trăng, ngày        tháng        năm 2024", True, date(2024, 12, 31)),
        ("Phường 1, ngày … tháng 02 năm 2024", True, date(2024, 2, 29)),
        ("Sóc Trăng, ngày 15 tháng 3 năm 2024", False, date(2024, 3, 15)),
    ],
)
def test_a_month_without_its_day_is_a_drafts_and_its_last_day_counts(line: str, is_draft: bool, issued: date) -> None:
    paper = read_paper("a.docx", open_view("a.docx", _dated(line)))
    assert (paper.is_draft, issued_on(paper)) == (is_draft, issued)
