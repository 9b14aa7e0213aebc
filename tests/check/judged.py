"""What one rule says of a paper."""

from functools import lru_cache

from docgen.check.finding import Finding
from docgen.check.judging import Report, judge


@lru_cache(maxsize=64)
def _report(paper: bytes) -> Report:
    return judge("van-ban.docx", paper)


def findings(paper: bytes, rule: str) -> list[Finding]:
    return [finding for finding in _report(paper).findings if finding.rule.id == rule]


def messages(paper: bytes, rule: str) -> list[str]:
    return [finding.message for finding in findings(paper, rule)]


def unjudged(paper: bytes, rule: str) -> bool:
    return rule in {each for each, _ in _report(paper).unjudged}
