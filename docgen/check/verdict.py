"""What a report comes to: a verdict in two words and a line of counts, and the words that programs know severities by."""

from enum import Enum
from typing import Final

from docgen.check.finding import Severity
from docgen.check.judging import Report
from docgen.text.folding import without_marks

SEVERITIES: Final = {without_marks(severity.word).replace(" ", "-"): severity for severity in reversed(Severity)}
PLAIN_WORDS: Final = {severity: word for word, severity in SEVERITIES.items()}


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
