"""What the tests of repairs share: a paper repaired, and what a reader sees of it, held against another."""

import tempfile
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from openxml_audit import FileFormat, OpenXmlValidator

from docgen.check.docview import open_view
from docgen.check.finding import Severity
from docgen.check.ink import Face, Span
from docgen.check.judging import Report
from docgen.check.repair.acceptance import accepted, alike, refused
from docgen.check.repair.repairing import Repair, mended
from docgen.files.package import packed, read_parts


def repaired(data: bytes, *only: str) -> Repair:
    """Return the paper repaired; its changes refused give back the paper, and its words stay but where rules have their own."""
    made = mended("thu.docx", data, only=only)
    assert alike(read_parts(data), refused(read_parts(made.data)))
    return made


def accepting(made: Repair) -> bytes:
    """Return the copy once its changes are accepted."""
    return packed(accepted(read_parts(made.data)))


def graver(report: Report) -> Counter[str]:
    """Return how many errors and warnings of each rule there are."""
    return Counter(finding.rule.id for finding in report.findings if finding.severity > Severity.NOTE)


def seen(data: bytes) -> list[tuple[Any, ...]]:
    """Return what a reader sees of the paper: its pages, and its paragraphs with words and effective formatting."""
    view = open_view("thu.docx", data)
    pages = [(each.width, each.height, sorted(each.margins.items()), each.title_page) for each in view.sections]
    return [*pages, *(_paragraph(each) for each in view.paragraphs if each.words)]


def _paragraph(paragraph: Any) -> tuple[Any, ...]:
    layout = (paragraph.align, paragraph.left, paragraph.first_line, paragraph.gap_before, paragraph.gap_after)
    lines = (paragraph.line_rule, paragraph.line, [(rule.kind, round(rule.length or 0)) for rule in paragraph.rules])
    return (_joined(paragraph.spans), *layout, *lines)


def _joined(spans: tuple[Span, ...]) -> list[tuple[str, Face]]:
    joined: list[tuple[str, Face]] = []
    for span in spans:
        if joined and (joined[-1][1] == span.face or span.text.isspace()):
            joined[-1] = (joined[-1][0] + span.text, joined[-1][1])
        else:
            joined.append((span.text, span.face))
    return joined


@cache
def _validator() -> OpenXmlValidator:
    return OpenXmlValidator(file_format=FileFormat.OFFICE_2019)


def new_faults(data: bytes, before: bytes) -> Counter[str]:
    """Return the faults of structure that the file `before` had not."""
    found = _faults_of_structure(data)
    return found and found - _faults_of_structure(before)


def _faults_of_structure(data: bytes) -> Counter[str]:
    """Return what the schema of ECMA-376 has against the file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "thu.docx")
        path.write_bytes(data)
        found = Counter(each.description for each in _validator().validate(path).errors)
    return Counter({words: count for words, count in found.items() if "definition '0'" not in words})  # which is: no list
