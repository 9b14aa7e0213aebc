"""What `kiemtra` does to a paper, and how docgen's own papers are held to the decree before they are written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from docgen.check.comments import UNREADABLE, commented
from docgen.check.finding import Finding, Severity
from docgen.check.judging import Report, Verdict, judge, verdict
from docgen.check.reports import Form, place_words
from docgen.errors import DecreeError, ExitCode, FileError, Place, Problem
from docgen.files import stamp, storage
from docgen.files.named import read_paper


@dataclass(frozen=True)
class Asked:
    """How papers are to be judged: without which rules, and from which severity on a paper fails."""

    skip: frozenset[str]
    level: Severity


@dataclass(frozen=True)
class Said:
    """What is said of one paper: the text of its report, why it could not be read, the exit code that it asks for."""

    report: str
    error: FileError | None = None
    exit_code: ExitCode = ExitCode.DONE


def reports(papers: Iterable[Path | FileError], asked: Asked, form: Form) -> Iterator[Said]:
    """Yield what is said of each of `papers`, and behind the last what stands at the end of all."""
    for paper in papers:
        try:
            report = _judged(paper, asked)
        except FileError as error:
            yield Said(form.unreadable(error), error, error.exit_code)
        else:
            failed = verdict(report, asked.level) is Verdict.FAILED
            yield Said(form.paper(report), exit_code=ExitCode.BREAKS_DECREE if failed else ExitCode.DONE)
    yield Said(form.end())


def _judged(paper: Path | FileError, asked: Asked) -> Report:
    if isinstance(paper, FileError):
        raise paper
    return judge(str(paper), read_paper(paper), skip=asked.skip)


def write_with_comments(paper: Path, copy: Path, asked: Asked, *, overwrite: bool) -> list[str]:
    """Write `paper` with the findings as comments to `copy`; return what a person should know."""
    data = read_paper(paper)
    findings = judge(str(paper), data, skip=asked.skip).findings
    try:
        made = stamp.stamped_comments(commented(str(paper), data, findings), paper.name)
    except SyntaxError:  # lxml's word for XML that is not well-formed
        raise FileError.at(str(paper), UNREADABLE) from None
    return storage.write_all({copy: made}, overwrite_edits=overwrite, is_ours=lambda old: stamp.is_comments_of(old, paper.name))


@dataclass(frozen=True)
class Fault:
    """A finding in a paper of our own that a person has to know of: how grave, the rule's words alone, and with their place."""

    severity: Severity
    words: str
    problem: Problem


def faults_of(path: Path, data: bytes) -> list[Fault]:
    """Return the errors and warnings in our own paper `data`, to be written to `path`."""
    found = judge(str(path), data).findings
    return [_fault(path, finding) for finding in found if finding.severity is not Severity.NOTE]


def hold_to_decree(papers: Mapping[Path, bytes], *, only_tell: bool) -> list[str]:
    """Return what a person should know of `papers` before they are written: warnings, and errors too where `only_tell`.

    Raises `DecreeError` with every error found unless `only_tell`.
    """
    found = [fault for path, data in papers.items() for fault in faults_of(path, data)]
    refuse_errors(found, only_tell=only_tell)
    return [str(fault.problem) for fault in found]


def refuse_errors(found: Iterable[Fault], *, only_tell: bool) -> None:
    """Raise `DecreeError` with every error in `found` unless `only_tell`."""
    errors = [fault.problem for fault in found if fault.severity is Severity.ERROR]
    if errors and not only_tell:
        raise DecreeError(errors)


def _fault(path: Path, finding: Finding) -> Fault:
    where = place_words(finding.places).lower()
    quote = f", “{finding.quote}”" if finding.quote else ""
    words = f"{finding.message}; {finding.remedy} ({finding.rule.id}, {finding.clause})"
    return Fault(finding.severity, words, Problem(Place(str(path)), f"{where}{quote}: {words}"))
