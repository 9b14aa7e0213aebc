"""How reports are printed: for people, or for programs as one JSON document or a line for each finding."""

import json
from collections.abc import Iterator
from typing import Any, Final, Protocol

from docgen.check.finding import Finding, Severity
from docgen.check.judging import Report
from docgen.check.report import Paint, PeopleForm, unpainted
from docgen.check.verdict import PLAIN_WORDS, Verdict, verdict
from docgen.errors import FileError

DECREE: Final = "30/2020/NĐ-CP"
_PASSED: Final = {Verdict.PASSED: True, Verdict.FAILED: False}
_NUMBERED: Final = ("body", "box")


class Form(Protocol):
    """How reports are printed: each paper as it is judged, then what stands at the end."""

    def paper(self, report: Report) -> str:
        """Return what to print of a paper that was judged."""

    def unreadable(self, error: FileError) -> str:
        """Return what to print of a file that could not be read."""

    def end(self) -> str:
        """Return what to print behind the last paper."""


def named(name: str, level: Severity, paint: Paint | None = None) -> Form:
    """Return the form called `name` by users; findings of `level` or graver fail a paper."""
    match name:
        case "dong":
            return LineForm()
        case "json":
            return JsonForm(level)
    return PeopleForm(level, paint or unpainted)


class LineForm:
    """A line for each finding, `file:paragraph: severity rule message`, and for each thing that could not be judged."""

    def paper(self, report: Report) -> str:
        """Return the lines of a paper; paragraph 0 is the paper as a whole."""
        return "".join(f"{line}\n" for line in self._lines(report))

    def unreadable(self, error: FileError) -> str:
        """Return the line of a file that could not be read."""
        return "".join(f"{problem.place.file}:0: khong-doc-duoc - {problem.message}\n" for problem in error.problems)

    def end(self) -> str:
        """Return nothing: programs count by themselves."""
        return ""

    @staticmethod
    def _lines(report: Report) -> Iterator[str]:
        for finding in report.findings:
            place = next(iter(_numbers(finding)), 0)
            yield f"{report.name}:{place}: {PLAIN_WORDS[finding.severity]} {finding.rule.id} {finding.message}"
        for rule, reason in report.unjudged:
            yield f"{report.name}:0: chua-kiem-duoc {rule or '-'} {reason}"


class JsonForm:
    """One JSON document of all papers. Its keys are a promise to scripts, listed in docs/huong-dan.md."""

    def __init__(self, level: Severity) -> None:
        self._level = level
        self._papers: list[dict[str, Any]] = []

    def paper(self, report: Report) -> str:
        """Keep the paper for the document at the end."""
        self._papers.append(
            {
                "tep": report.name,
                "loai": report.loai,
                "dat": _PASSED.get(verdict(report, self._level)),
                "so_loi": report.count(Severity.ERROR),
                "so_canh_bao": report.count(Severity.WARNING),
                "so_luu_y": report.count(Severity.NOTE),
                "da_ap_dung": report.applied,
                "phat_hien": [_finding(finding) for finding in report.findings],
                "chua_kiem_duoc": [{"quy_dinh": rule or None, "ly_do": reason} for rule, reason in report.unjudged],
                "ngoai_pham_vi": report.out_of_scope,
                "khong_doc_duoc": None,
            }
        )
        return ""

    def unreadable(self, error: FileError) -> str:
        """Keep the file, with the same keys, for the document at the end."""
        counts = dict.fromkeys(("so_loi", "so_canh_bao", "so_luu_y", "da_ap_dung"), 0)
        unknown: dict[str, Any] = {"phat_hien": [], "chua_kiem_duoc": [], "ngoai_pham_vi": None}
        for problem in error.problems:
            name, message = problem.place.file, problem.message
            self._papers.append({"tep": name, "loai": None, "dat": None, **counts, **unknown, "khong_doc_duoc": message})
        return ""

    def end(self) -> str:
        """Return the document."""
        return json.dumps({"nghi_dinh": DECREE, "van_ban": self._papers}, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "quy_dinh": finding.rule.id,
        "thanh_phan": finding.rule.component,
        "muc": PLAIN_WORDS[finding.severity],
        "dieu_khoan": finding.clause,
        "noi_dung": finding.message,
        "cach_sua": finding.remedy,
        "doan": _numbers(finding),
        "trich": finding.quote,
    }


def _numbers(finding: Finding) -> list[int]:
    return sorted({place.number for place in finding.places if place.story in _NUMBERED})
