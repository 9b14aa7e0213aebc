"""Judges a paper by every rule: what was found, what could not be judged, how many rules were applied."""

from dataclasses import dataclass
from typing import Final

from docgen.check.anatomy import Paper, read_paper
from docgen.check.docview import open_view
from docgen.check.finding import CannotJudge, DoesNotApply, Fault, Finding, Rule, Severity, quoted
from docgen.check.rulebook import RULES
from docgen.check.view import Line, Paragraph

_NO_HEAD: Final = "không thấy đầu văn bản (Quốc hiệu, số, địa danh); chỉ kiểm những gì không cần đến đầu văn bản"
_TRACKED: Final = "văn bản còn dấu vết sửa đổi (Track Changes); kiểm như đã chấp nhận hết"


@dataclass(frozen=True)
class Report:
    """What is said of one paper. `unjudged` holds the id of a rule, "" where it is none's, and why, in Vietnamese."""

    name: str
    loai: str | None
    findings: tuple[Finding, ...]
    unjudged: tuple[tuple[str, str], ...]
    applied: int
    out_of_scope: str | None
    has_head: bool = True  # or is an appendix, which has none

    def count(self, severity: Severity) -> int:
        """Return how many findings there are of `severity`."""
        return sum(finding.severity is severity for finding in self.findings)


def judge(name: str, data: bytes, *, skip: frozenset[str] = frozenset()) -> Report:
    """Return what the rules say of the .docx `data`, without the rules in `skip`; raise `FileError` where it cannot be read.

    A paper that the decree does not bind (of the Party, a normative act) is not judged; the report says why.
    """
    paper = read_paper(name, open_view(name, data))
    if paper.out_of_scope:
        return Report(name, paper.loai, (), (), 0, paper.out_of_scope)
    findings: list[Finding] = []
    unjudged = _unread(paper)
    applied = 0
    for rule in RULES:
        if rule.id in skip:
            continue
        try:
            for fault in rule.judge(paper):
                findings.append(_finding(rule, fault))
            applied += 1
        except CannotJudge as reason:
            unjudged.append((rule.id, str(reason)))
        except DoesNotApply:
            pass
    has_head = paper.is_whole or any(appendix.label for appendix in paper.phu_luc)
    return Report(name, paper.loai, tuple(findings), tuple(unjudged), applied, None, has_head)


def _unread(paper: Paper) -> list[tuple[str, str]]:
    """Return what the paper as a whole leaves unread."""
    reasons = [*paper.view.unread]
    if paper.view.tracked:
        reasons.append(_TRACKED)
    if not paper.is_whole:
        reasons.append(_NO_HEAD)
    return [("", reason) for reason in reasons]


def _finding(rule: Rule, fault: Fault) -> Finding:
    places = tuple(_paragraph(place) for place in (fault.where, *fault.others) if place is not None)
    severity = rule.severity if fault.severity is None else fault.severity
    return Finding(rule, severity, fault.clause or rule.clause, fault.message, fault.remedy, places, quoted(fault.where))


def _paragraph(place: Line | Paragraph) -> Paragraph:
    return place.paragraph if isinstance(place, Line) else place
