"""The rule book holds every rule of the reference, each with clause and examples, and the page made of them is up to date."""

from collections import Counter

import pytest

from docgen.check import catalogue
from docgen.check.finding import Rule, Severity
from docgen.check.gauges.lettering import THONG_LE
from docgen.check.rules import RULES
from docgen.cli import main as cli
from tests.conftest import ROOT

UNFINISHED = "X11"  # nobody may send out a paper with a hole in it, though no clause says so
PAGE = ROOT / "docs" / "quy-dinh.md"
REFERENCE = "P:8 H:9 N:5 D:4 T:4 C:2 B:10 K:1 R:4 G:4 A:6 U:1 X:4"  # how many rules each group has, numbered from 01


def test_the_rule_book_holds_the_rules_of_the_reference() -> None:
    groups = (group.split(":") for group in REFERENCE.split())
    expected = {f"{letter}{number:02d}" for letter, count in groups for number in range(1, int(count) + 1)}
    assert len(expected) == 62
    assert expected <= {rule.id for rule in RULES}


def test_every_rule_has_an_id_of_its_own() -> None:
    assert [rule_id for rule_id, count in Counter(rule.id for rule in RULES).items() if count > 1] == []


def test_the_rules_of_a_component_stand_together() -> None:
    components = [component for component, _ in catalogue.by_component()]
    assert len(components) == len(set(components))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_a_clause_a_sentence_and_both_examples(rule: Rule) -> None:
    page = catalogue.page(rule)
    if rule.clause == THONG_LE and rule.id != UNFINISHED:
        assert rule.severity is not Severity.ERROR
    assert rule.clause == THONG_LE or rule.clause.startswith("PL ")
    assert page.asks.endswith(".")
    assert page.passes
    assert page.fails
    assert rule.text.count("\n    Đạt: ") == rule.text.count("\n    Không đạt: ") == 1


def test_the_page_in_the_documentation_is_the_one_that_the_rules_make() -> None:
    assert PAGE.read_text("utf-8") == catalogue.markdown().replace("{skip}", "--bo-qua"), "run: make docs"


def test_a_rule_is_found_in_small_letters_too() -> None:
    assert catalogue.find("h02") is catalogue.find("H02")
    assert catalogue.find("H99") is None


def test_the_page_of_a_rule(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "RULES", (rule_with_page(),))
    assert cli.run(["quydinh", "h02"]) == 0
    assert capsys.readouterr().out == (
        "H02: Quốc hiệu và Tiêu ngữ (lỗi, PL I.II.1.b)\n"
        "\n"
        "Tiêu ngữ ghi đúng.\n"
        "\n"
        "Chữ cái đầu mỗi cụm từ viết hoa;\n"
        "giữa các cụm từ có gạch nối.\n"
        "\n"
        "Đạt: Độc lập - Tự do - Hạnh phúc\n"
        "Không đạt: Độc lập – Tự do – Hạnh phúc\n"
    )


def test_the_list_of_rules(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "RULES", (rule_with_page(),))
    assert cli.run(["quydinh"]) == 0
    assert capsys.readouterr().out == "Quốc hiệu và Tiêu ngữ\n  H02  lỗi       PL I.II.1.b  Tiêu ngữ ghi đúng.\n"


def test_the_page_in_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["quydinh", "--markdown"]) == 0
    assert capsys.readouterr().out == catalogue.markdown().replace("{skip}", "--bo-qua")


def test_every_rule_is_listed_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["quydinh"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines if line.startswith("  ")] == [rule.id for rule in RULES]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("H2", "không có quy định “H2”; có phải H02?; xem: docgen quydinh --help"),
        ("lề", "không có quy định “lề”; gõ docgen quydinh để xem các mã; xem: docgen quydinh --help"),
    ],
)
def test_an_unknown_rule_is_told(asked: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["quydinh", "H01", asked]) == 2
    assert capsys.readouterr().err == f"Lỗi: {said}\n"


def rule_with_page() -> Rule:
    def judge(_: object) -> None:
        """Tiêu ngữ ghi đúng.

        Chữ cái đầu mỗi cụm từ viết hoa;
        giữa các cụm từ có gạch nối.

        Đạt: Độc lập - Tự do - Hạnh phúc
        Không đạt: Độc lập – Tự do – Hạnh phúc
        """

    return Rule("H02", Severity.ERROR, "PL I.II.1.b", "Quốc hiệu và Tiêu ngữ", judge)  # type: ignore[arg-type]
