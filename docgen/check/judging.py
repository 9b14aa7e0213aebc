"""Judges a paper by every rule: what was found, what could not be judged, how many rules were applied, what the verdict is."""

from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from docgen.check.anatomy import Paper, read_paper
from docgen.check.anatomy.components import Component, components_of
from docgen.check.confidence import bounded
from docgen.check.docview import open_view
from docgen.check.docview.as_unicode import holds_old_code, recode
from docgen.check.finding import CannotJudge, DoesNotApply, Fault, Finding, Rule, Severity, quoted
from docgen.check.gauges.citations import issued_on
from docgen.check.rules import RULES
from docgen.check.view import Line, Paragraph
from docgen.decree30 import IN_FORCE
from docgen.text.folding import without_marks
from docgen.text.wording import long_date, short_date

_OF_LETTERS: Final = "P04"
_NO_HEAD: Final = "không thấy đầu văn bản (Quốc hiệu, số, địa danh); chỉ kiểm những gì không cần đến đầu văn bản"
_BEFORE: Final = (
    f"trước khi Nghị định 30/2020/NĐ-CP có hiệu lực ({short_date(IN_FORCE)}); không xét theo điều khoản của Nghị định"
)
_TRACKED: Final = "văn bản còn dấu vết sửa đổi (Track Changes); kiểm như đã chấp nhận hết"
SEVERITIES: Final = {without_marks(severity.word).replace(" ", "-"): severity for severity in reversed(Severity)}
PLAIN_WORDS: Final = {severity: word for word, severity in SEVERITIES.items()}


@dataclass(frozen=True)
class Report:
    """What is said of one paper. `unjudged` holds the id of a rule, "" where it is none's, and why, in Vietnamese.

    `components` are the words that were taken for each component; `paper` is what was judged.
    """

    name: str
    loai: str | None
    findings: tuple[Finding, ...]
    unjudged: tuple[tuple[str, str], ...]
    applied: int
    out_of_scope: str | None
    has_head: bool = True  # or is an appendix, which has none
    components: tuple[Component, ...] = ()
    paper: Paper | None = field(default=None, repr=False, compare=False)

    def count(self, severity: Severity) -> int:
        """Return how many findings there are of `severity`."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def told(self) -> str:
        """The verdict and its counts in one line."""
        return verdict_line(self, Severity.ERROR)


def judge(name: str, data: bytes, *, skip: frozenset[str] = frozenset()) -> Report:
    """Return what the rules say of the .docx `data`, without the rules in `skip`; raise `FileError` where it cannot be read.

    A paper that the decree does not bind (of the Party, a normative act) is not judged; the report says why.
    """
    view = open_view(name, data)
    paper = read_paper(name, view)
    of_letters: list[Fault] | None = None
    if holds_old_code(view):  # what its letters are is one fault; the other rules judge the words that they stand for
        of_letters = next(list(rule.judge(paper)) for rule in RULES if rule.id == _OF_LETTERS)
        recode(view := open_view(name, data))
        paper = read_paper(name, view)
    components, day = components_of(paper), issued_on(paper)
    if paper.out_of_scope:
        return Report(name, paper.loai, (), (), 0, paper.out_of_scope, components=components, paper=paper)
    findings: list[Finding] = []
    unjudged = _unread(paper)
    applied = 0
    for rule in RULES:
        if rule.id in skip or not rule.holds_on(day):
            continue
        try:
            for fault in of_letters if of_letters is not None and rule.id == _OF_LETTERS else rule.judge(paper):
                findings.append(_finding(rule, fault))
            applied += 1
        except CannotJudge as reason:
            unjudged.append((rule.id, str(reason)))
        except DoesNotApply:
            pass
    has_head = paper.is_whole or any(appendix.label for appendix in paper.phu_luc)
    return Report(name, paper.loai, tuple(findings), tuple(unjudged), applied, None, has_head, components, paper)


def _unread(paper: Paper) -> list[tuple[str, str]]:
    """Return what the paper as a whole leaves unread."""
    reasons = [*paper.view.unread]
    if paper.view.tracked:
        reasons.append(_TRACKED)
    if not paper.is_whole:
        reasons.append(_NO_HEAD)
    day = issued_on(paper)
    if day is not None and day < IN_FORCE:
        reasons.append(f"văn bản đề {long_date(day, day.year)}, {_BEFORE}")
    return [("", reason) for reason in reasons]


def _finding(rule: Rule, fault: Fault) -> Finding:
    places = tuple(_paragraph(place) for place in (fault.where, *fault.others) if place is not None)
    severity = bounded(rule.severity if fault.severity is None else fault.severity, rule.id)
    clause = fault.clause or rule.clause
    return Finding(rule, severity, clause, fault.message, fault.remedy, places, quoted(fault.where), fault.mends)


def _paragraph(place: Line | Paragraph) -> Paragraph:
    return place.paragraph if isinstance(place, Line) else place


class Verdict(Enum):
    """What one line says of a paper. What could not be judged is never a pass."""

    PASSED = "ĐẠT"
    FAILED = "CHƯA ĐẠT"
    OUT_OF_SCOPE = "KHÔNG XÉT"
    NOT_JUDGED = "CHƯA KIỂM ĐƯỢC"
    UNREADABLE = "KHÔNG ĐỌC ĐƯỢC"


def verdict(report: Report, level: Severity) -> Verdict:
    """Return the verdict where findings of `level` or graver fail a paper."""
    if any(finding.severity >= level for finding in report.findings):
        return Verdict.FAILED
    if report.out_of_scope is not None:
        return Verdict.OUT_OF_SCOPE
    return Verdict.PASSED if report.applied and report.has_head else Verdict.NOT_JUDGED


def verdict_line(report: Report, level: Severity) -> str:
    """Return the verdict with its counts: `ĐẠT: không có lỗi, 2 cảnh báo; đã áp dụng 55 quy định, 3 mục chưa kiểm được`."""
    judged = f"đã áp dụng {report.applied} quy định"
    if report.unjudged:
        judged += f", {len(report.unjudged)} mục chưa kiểm được"
    said = verdict(report, level)
    reason = f"{report.out_of_scope}; " if said is Verdict.OUT_OF_SCOPE else ""
    return f"{said.value}: {reason}{counts(report)}; {judged}"


def counts(report: Report) -> str:
    """Return how many findings there are: `1 lỗi, 2 cảnh báo`."""
    errors = report.count(Severity.ERROR)
    rest = ((report.count(severity), severity.word) for severity in (Severity.WARNING, Severity.NOTE))
    return ", ".join([f"{errors} lỗi" if errors else "không có lỗi", *(f"{count} {word}" for count, word in rest if count)])
