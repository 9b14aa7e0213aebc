import pytest

from docgen.check.finding import Severity
from tests.check.judged import findings, messages
from tests.check.papers.clean import HEADER_LAYOUTS, bao_cao, cong_van, quyet_dinh
from tests.check.papers.mutate import at, mutated
from tests.check.papers.spoil import replace_text

_RULES = ("N01", "N02", "N03", "N04", "N05")


def _letter(written: str) -> bytes:
    return mutated(cong_van(), at("Số:", replace_text("Số: 612/UBND-VX", written)))


def _report(written: str) -> bytes:
    return mutated(bao_cao(), at("Số:", replace_text("Số: 06/BC-SNV", written)))


@pytest.mark.parametrize(
    "written",
    [
        "Số: 05/UBND-VX",
        "Số:05/UBND-VX",
        "Số: 1234/SGDĐT-GDTrH&GDTX",
        "Số: 15a/UBND-VX",
        "Số: 99/VPCP-KTTH",
        "Số: 12/BCĐ389-TH",
        "Số:        /UBND-VX",
        "Số: ……/UBND-VX",
        "Số: ...../UBND-VX",
        "Số: ____/UBND-VX",
        "Số: /UBND-VX",
        "Số:         /",
    ],
)
def test_letters_as_offices_number_them_pass(written: str) -> None:
    assert [messages(_letter(written), rule) for rule in _RULES] == [[]] * 5


@pytest.mark.parametrize(
    "written", ["Số: 06/BC-SNV", "Số:       /BC-SNV", "Số: …./BC-SNV", "Số: 06/BC-…", "Số: 152/BC-ĐĐBQH&HĐND"]
)
def test_reports_as_offices_number_them_pass(written: str) -> None:
    assert [messages(_report(written), rule) for rule in _RULES] == [[]] * 5


@pytest.mark.parametrize("layout", HEADER_LAYOUTS)
def test_every_layout_of_the_head_passes(layout: str) -> None:
    paper = HEADER_LAYOUTS[layout]()
    assert [messages(paper, rule) for rule in _RULES] == [[]] * 5


@pytest.mark.parametrize(
    ("written", "rule", "severity"),
    [
        ("Số 06/BC-SNV", "N01", Severity.ERROR),
        ("Số: 06-BC-SNV", "N01", Severity.ERROR),
        ("Số: 06-BC/SNV", "N01", Severity.ERROR),
        ("Số: 06/2024/BC-SNV", "N01", Severity.ERROR),
        ("Số:     /2024/BC-SNV", "N01", Severity.ERROR),
        ("Số: 06/BC", "N01", Severity.ERROR),
        ("Số: 06/BC-SNV.TH", "N01", Severity.WARNING),
        ("Số: 06/BC-snv", "N01", Severity.ERROR),
        ("Số: 6/BC-SNV", "N02", Severity.ERROR),
        ("Số: 06 /BC-SNV", "N03", Severity.WARNING),
        ("Số: 06/BC - SNV", "N03", Severity.WARNING),
        ("Số : 06/BC-SNV", "N03", Severity.WARNING),
        ("Số:      / BC-SNV", "N03", Severity.WARNING),
        ("Số: 06/BCTH-SNV", "N04", Severity.ERROR),
    ],
)
def test_one_rule_speaks_of_each_fault(written: str, rule: str, severity: Severity) -> None:
    paper = _report(written)
    assert [each for each in _RULES if messages(paper, each)] == [rule]
    assert [each.severity for each in findings(paper, rule)] == [severity]


def test_a_letter_of_one_group_is_a_warning() -> None:
    assert [each.severity for each in findings(_letter("Số: 12/THCS"), "N01")] == [Severity.WARNING]


@pytest.mark.parametrize(
    ("written", "severity"),
    [
        ("Số: 12/CV-UBND", Severity.ERROR),
        ("Số: 12/KH-UBND", Severity.ERROR),
        ("Số: 12/CT-TTHT", Severity.NOTE),
        ("Số: 12/TTr-NV1", Severity.NOTE),
        ("Số: 12/SNV-CV", Severity.WARNING),
    ],
)
def test_a_kind_in_the_symbol_of_a_letter(written: str, severity: Severity) -> None:
    assert [each.severity for each in findings(_letter(written), "N05")] == [severity]


def test_the_year_in_the_number_of_a_contract_is_a_warning() -> None:
    contract = mutated(_report("Số: 06/2024/HĐ-SNV"), at("BÁO CÁO", replace_text("BÁO CÁO", "HỢP ĐỒNG")))
    assert [(each.message, each.severity) for each in findings(contract, "N01")] == [
        ("Số, ký hiệu văn bản hành chính không ghi năm", Severity.WARNING)
    ]


def test_a_normative_act_is_not_blamed_for_its_year() -> None:
    from docgen.check.judging import judge  # noqa: PLC0415

    paper = mutated(quyet_dinh(), at("Số:", replace_text("845/", "845/2024/")))
    assert judge("van-ban.docx", paper).out_of_scope
