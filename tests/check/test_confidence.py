"""Severity means confidence; rules hold from a day on; a person sees what was read as what."""

from datetime import date

import pytest

from docgen.check.confidence import FIRST_SIGHT, MEASURED, SEEN, Figure, bounded, figure_of
from docgen.check.finding import Rule, Severity
from docgen.check.judging import judge
from docgen.check.rules import RULES
from docgen.decree30 import IN_FORCE, TWO_TIERS
from tests.check.papers import spoil
from tests.check.papers.clean import bao_cao, cong_van, quyet_dinh
from tests.check.papers.ke_hoach import ke_hoach
from tests.check.papers.mutate import at, mutated

CORPUS = {"R01": (60, 60), "R02": (40, 50), "R03": (3, 4), "H01": (19, 19), "T01": (38, 40), "T02": (15, 21), "T03": (1, 1)}


@pytest.mark.parametrize(
    ("rule", "figure"),
    [
        ("R01", Figure(60, 60)),
        ("R02", Figure(40, 50)),
        ("R03", Figure(103, 114, shared=True)),
        ("R04", Figure(103, 114, shared=True)),
        ("H01", None),
        ("T01", Figure(38, 40)),
        ("T03", Figure(54, 62, shared=True)),
        ("X01", None),
    ],
)
def test_the_figure_of_a_rule_or_of_its_family(rule: str, figure: Figure | None) -> None:
    assert figure_of(rule, CORPUS) == figure


@pytest.mark.parametrize(
    ("rule", "said", "severity"),
    [
        ("R01", Severity.ERROR, Severity.ERROR),
        ("R02", Severity.ERROR, Severity.WARNING),
        ("R02", Severity.NOTE, Severity.NOTE),
        ("R03", Severity.ERROR, Severity.WARNING),
        ("T01", Severity.ERROR, Severity.ERROR),
        ("T02", Severity.ERROR, Severity.NOTE),
        ("T03", Severity.ERROR, Severity.WARNING),
        ("H01", Severity.ERROR, Severity.ERROR),
        ("X01", Severity.WARNING, Severity.WARNING),
    ],
)
def test_a_severity_is_bounded_by_what_was_right(rule: str, said: Severity, severity: Severity) -> None:
    assert bounded(said, rule, CORPUS) is severity


def test_each_measurement_bounds_a_severity() -> None:
    well, badly = {"R01": (40, 40)}, {"R02": (18, 20)}
    assert bounded(Severity.ERROR, "R01", well) is Severity.ERROR
    assert bounded(Severity.ERROR, "R01", well, badly) is bounded(Severity.ERROR, "R01", badly, well) is Severity.WARNING


def test_what_was_measured_is_of_rules_that_there_are() -> None:
    for measured in MEASURED:
        assert set(measured) <= {rule.id for rule in RULES}
        assert all(0 <= right <= said for right, said in measured.values())
    assert [sum(said for _, said in each.values()) for each in (FIRST_SIGHT, SEEN)] == [99, 506]


def rule(name: str) -> Rule:
    return next(each for each in RULES if each.id == name)


@pytest.mark.parametrize(
    ("name", "day", "holds"),
    [
        ("H01", IN_FORCE, True),
        ("H01", date(2020, 3, 4), False),
        ("H01", None, True),
        ("X03", date(1999, 1, 1), True),
        ("X19", TWO_TIERS, True),
        ("X19", date(2025, 6, 30), False),
    ],
)
def test_a_rule_holds_from_its_day_on(name: str, day: date | None, holds: bool) -> None:
    assert rule(name).holds_on(day) is holds


@pytest.mark.parametrize("day", ["ngày 15 tháng 02 năm 2019", "ngày 04 tháng 3 năm 2020", "ngày 15 tháng 02 năm 2012"])
def test_a_paper_older_than_the_decree_is_not_held_to_it(day: str) -> None:
    change = at("Sóc Trăng, ngày", spoil.set_text(f"Sóc Trăng, {day}"))
    report = judge("tờ", mutated(ke_hoach(), change, at("Nơi nhận:", spoil.set_text("NƠI NHẬN"))))
    assert not [each for each in report.findings if each.clause.startswith(("PL ", "Điều "))]
    assert any("trước khi Nghị định 30/2020/NĐ-CP có hiệu lực" in reason for _, reason in report.unjudged)


@pytest.mark.parametrize("day", ["ngày 05 tháng 3 năm 2020", "ngày 15 tháng 02 năm 2024", "ngày      tháng      năm 2024"])
def test_a_paper_of_the_decree_s_time_is_held_to_it(day: str) -> None:
    change = at("Sóc Trăng, ngày", spoil.set_text(f"Sóc Trăng, {day}"))
    report = judge("tờ", mutated(ke_hoach(), change, at("Nơi nhận:", spoil.set_text("NƠI NHẬN"))))
    assert "R01" in {each.rule.id for each in report.findings}


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (cong_van(), "Loại văn bản", "công văn"),
        (cong_van(), "Trích yếu", "V/v tổ chức Ngày Sách và Văn hóa đọc Việt Nam năm 2024"),
        (cong_van(), "Quyền hạn, chức vụ", "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"),
        (cong_van(), "Họ tên người ký", "Trần Thị Ngọc Bình"),
        (bao_cao(), "Cơ quan chủ quản", "UBND TỈNH SÓC TRĂNG"),
        (bao_cao(), "Kính gửi", "Kính gửi: Ủy ban nhân dân tỉnh Sóc Trăng"),
        (quyet_dinh(), "Thẩm quyền ban hành", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SÓC TRĂNG / QUYẾT ĐỊNH:"),
        (ke_hoach(), "Số, ký hiệu", "Số: 25/KH-UBND"),
        (mutated(ke_hoach(), at("Số:", spoil.set_text(""))), "Số, ký hiệu", ""),
        (mutated(ke_hoach(), at("- Lưu", spoil.set_text("- Lưu: VT, VX. (M.Anh)"))), "Ký hiệu người soạn thảo", "(M.Anh)"),
    ],
)
def test_which_words_were_taken_for_a_component(data: bytes, name: str, words: str) -> None:
    assert dict(judge("tờ", data).components)[name] == words


def test_what_no_paper_needs_is_not_told_as_missing() -> None:
    names = {name for name, _ in judge("tờ", cong_van()).components}
    assert names.isdisjoint({"Độ khẩn", "Độ mật", "Phụ lục", "Thẩm quyền ban hành", "Tên loại", "Cơ quan chủ quản"})
