"""The decree's own specimen forms (PL III, Mẫu 1.1-1.10, 2.1, 2.2), rebuilt: no rule finds an error in them."""

import pytest

from docgen.check.finding import Severity
from docgen.check.judging import judge
from tests.check.papers.clean import HEADER_LAYOUTS, cong_van
from tests.check.papers.mau import MAU
from tests.check.papers.rules import KINDS, Kind


@pytest.mark.parametrize("name", MAU)
def test_a_specimen_has_no_error(name: str) -> None:
    report = judge("mau.docx", MAU[name]())
    assert [finding.message for finding in report.findings if finding.severity is Severity.ERROR] == []
    assert report.applied >= 20


@pytest.mark.parametrize("layout", HEADER_LAYOUTS)
def test_a_letter_has_no_error_however_its_head_is_laid_out(layout: str) -> None:
    report = judge("cong-van.docx", cong_van(layout))
    assert [finding.message for finding in report.findings if finding.severity is Severity.ERROR] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_has_no_error_however_its_lines_are_drawn(kind: Kind) -> None:
    report = judge("cong-van.docx", cong_van(rules=kind))
    assert [finding.message for finding in report.findings if finding.severity is Severity.ERROR] == []
    assert {finding.rule.id for finding in report.findings} <= ({"H04", "H07"} if kind == "underscores" else set())
