"""Reports put together by hand, so that what is printed can be tested whatever the rules find."""

from collections.abc import Sequence
from typing import Any

from docgen.check.finding import Finding, Rule, Severity, Verdicts
from docgen.check.ink import Face, Span
from docgen.check.judging import Report
from docgen.check.view import Paragraph, Story

TIMES = Face("Times New Roman", "Times New Roman", 14)


def paragraph(number: int, text: str, *, story: Story = "body", element: Any = None) -> Paragraph:
    return Paragraph(
        number=number,
        spans=(Span(text, TIMES),),
        align="both",
        left=0,
        right=0,
        first_line=0,
        gap_before=0,
        gap_after=0,
        line_rule="auto",
        line=240,
        mark=TIMES,
        story=story,
        element=element,
    )


def rule(rule_id: str, component: str, severity: Severity = Severity.ERROR) -> Rule:
    def judge(_: object) -> Verdicts:
        yield from ()

    return Rule(rule_id, severity, "PL I.II.1.b", component, judge)


def finding(
    of: Rule, message: str, places: Sequence[Paragraph] = (), severity: Severity | None = None, remedy: str = "gõ lại"
) -> Finding:
    quote = places[0].words if places else ""
    return Finding(of, severity or of.severity, of.clause, message, remedy, tuple(places), quote)


def report(
    name: str,
    *findings: Finding,
    loai: str | None = None,
    unjudged: tuple[tuple[str, str], ...] = (),
    applied: int = 55,
    out_of_scope: str | None = None,
) -> Report:
    return Report(name, loai, findings, unjudged, applied, out_of_scope)
