"""What a repair came to, for people: what was mended, what is left, and why."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from docgen.check.finding import Finding, Severity
from docgen.check.judging import Report, counts
from docgen.check.repair.repairing import Left
from docgen.check.reports import Paint, place_words

_NEEDS_A_PERSON: Final = "cần người soạn sửa"


def told(report: Report, repaired: tuple[Finding, ...], left: tuple[Left, ...], paint: Paint, *, planned: bool) -> str:
    """Return what was mended in a paper, or `planned` to be, rule by rule, and what is left of it."""
    mended = "Sẽ sửa" if planned else "Đã sửa"
    parts = [paint(report.name, "strong") + (f" ({report.loai})" if report.loai else "")]
    if repaired:
        parts.append("\n".join([paint(mended, "strong"), *_mended(repaired)]))
    if left:
        parts.append("\n".join([paint("Còn lại", "strong"), *(_left(each) for each in left)]))
    parts.append(f"{paint(f'{mended} {_said(repaired)}', 'passed' if repaired else 'strong')}; còn lại: {counts(report)}")
    return "\n\n".join(parts) + "\n"


def _mended(repaired: tuple[Finding, ...]) -> Iterator[str]:
    for rule, group in groupby(repaired, key=lambda finding: finding.rule.id):
        for finding in group:
            yield f"  {rule}: {finding.message} → {finding.remedy} ({place_words(finding.places).lower()})"


def _left(each: Left) -> str:
    finding = each.finding
    head = f"  {finding.severity.word.capitalize()} {finding.rule.id}: {finding.message} ({place_words(finding.places).lower()})"
    return f"{head}\n    {each.why or _NEEDS_A_PERSON}: {finding.remedy}"


def _said(findings: Iterable[Finding]) -> str:
    found = list(findings)
    said = ((sum(each.severity is severity for each in found), severity.word) for severity in reversed(Severity))
    return ", ".join(f"{count} {word}" for count, word in said if count) or "0 lỗi"
