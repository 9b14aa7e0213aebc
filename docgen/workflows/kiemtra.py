"""The stages of `kiemtra` and `quydinh`: any paper judged, copies with the findings as comments, the rules themselves."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from docgen.check import catalogue, reports
from docgen.check.comments import UNREADABLE, commented
from docgen.check.finding import Rule, Severity
from docgen.check.htmlview import HtmlForm, More, as_html, style
from docgen.check.judging import SEVERITIES, Report, Verdict, judge, verdict
from docgen.check.reports import Paint
from docgen.check.rules import RULES
from docgen.errors import Argument, DataError, ExitCode, FileError, Problem
from docgen.files import stamp, storage
from docgen.files.named import find_papers, read_paper
from docgen.workflows.saving import WRITING, Saved, Say, StrPath, plain, silent

UNNAMED: Final = "van-ban.docx"  # what a paper is called that is given as bytes


def check(paper: StrPath | bytes, *, skip: Iterable[str] = ()) -> Report:
    """Judge any Word paper, ours or not, by decree 30/2020/NĐ-CP.

    Args:
        paper: The path of a .docx, or its bytes.
        skip: Ids of rules that are left aside, such as "H04".

    Returns:
        The report: its `findings`, each with rule, severity, clause, message, remedy and place; what could not be judged.

    Raises:
        DataError: There is no such rule.
        FileError: The paper cannot be read.
    """
    name, data = named_paper(paper)
    return judge(name, data, skip=rule_ids(skip))


@dataclass(frozen=True)
class Said:
    """What is said of one paper: the text of its report, why it could not be read, the exit code that it asks for."""

    report: str
    error: FileError | None = None
    exit_code: ExitCode = ExitCode.DONE


@dataclass(frozen=True)
class PapersChecked:
    """Papers to be judged one after another: iterating judges each, and says last what stands at the end of all."""

    papers: tuple[Path | FileError, ...]
    _skip: frozenset[str]
    _level: Severity
    _form: reports.Form

    def __len__(self) -> int:
        return len(self.papers) + 1

    def __iter__(self) -> Iterator[Said]:
        for paper in self.papers:
            try:
                if isinstance(paper, FileError):
                    raise paper
                report = judge(str(paper), read_paper(paper), skip=self._skip)
            except FileError as error:
                yield Said(self._form.unreadable(error), error, error.exit_code)
            else:
                failed = verdict(report, self._level) is Verdict.FAILED
                yield Said(self._form.paper(report), exit_code=ExitCode.BREAKS_DECREE if failed else ExitCode.DONE)
        yield Said(self._form.end())


def check_files(
    paths: Iterable[StrPath],
    *,
    skip: Iterable[str] = (),
    level: str = "loi",
    form: str = "nguoi",
    paint: Paint | None = None,
    components: bool = False,
) -> PapersChecked:
    """Return the papers that `paths` stand for (files, folders, names with `*`), to be judged and told one after another.

    Args:
        paths: Files, folders, names with `*`.
        skip: Ids of rules that are left aside.
        level: From which severity on a paper fails: "loi", "canh-bao" or "luu-y".
        form: How each report is told: "nguoi" (for people), "dong" (a line for each finding), "json", or "html" (the papers
            with the findings at their paragraphs, one file).
        paint: Colours words of the report for people.
        components: Whether each report also tells which words were taken for which component ("nguoi", "json").

    Raises:
        DataError: There is no such rule.
    """
    severity = SEVERITIES[level]
    told = HtmlForm(severity) if form == "html" else reports.named(form, severity, paint, components=components)
    return PapersChecked(tuple(find_papers(map(Path, paths))), rule_ids(skip), severity, told)


@dataclass(frozen=True)
class CommentedCopy:
    """A copy of the paper `of` (a file's name) that bears the findings as Word comments."""

    data: bytes
    of: str

    def save(self, path: StrPath, *, overwrite: bool = False, say: Say | None = None) -> Saved:
        """Write the copy to `path`; `overwrite`: also over a copy that a person edited, which is kept as `.bak`."""
        (say or silent)(WRITING)
        files = {Path(path): self.data}
        told = storage.write_all(
            files, overwrite_edits=overwrite, is_ours=partial(stamp.is_copy_of, paper=self.of, kind=stamp.COMMENTED)
        )
        return Saved(tuple(files), tuple(plain(told)))


def annotate(paper: StrPath | bytes, *, skip: Iterable[str] = ()) -> CommentedCopy:
    """Return a copy of `paper` with what `check` finds as comments; raise `FileError` where it cannot be read."""
    name, data = named_paper(paper)
    findings = judge(name, data, skip=rule_ids(skip)).findings
    of = Path(name or UNNAMED).name
    try:
        return CommentedCopy(stamp.stamped_copy_of(commented(name, data, findings), of, stamp.COMMENTED), of)
    except SyntaxError:  # lxml's word for XML that is not well-formed
        raise FileError.at(name, UNREADABLE) from None


def paper_html(report: Report, more: More | None = None) -> str:
    """Return the paper of `report` as HTML, every finding with clause, quote and remedy beside its paragraph.

    It has no script and no style of its own; `paper_style` is what its classes mean.

    Args:
        report: What `check` found.
        more: Gives HTML that a finding ends with, for its number from 1 and itself.
    """
    return as_html(report, more)


def paper_style() -> str:
    """Return the CSS of `paper_html`."""
    return style()


def named_paper(paper: StrPath | bytes) -> tuple[str, bytes]:
    """Return the name and the bytes of a paper; one that is given as bytes has no name."""
    return ("", paper) if isinstance(paper, bytes) else (os.fspath(paper), read_paper(Path(paper)))


@dataclass(frozen=True)
class RuleList:
    """Rules that papers are judged by, and how people read them."""

    rules: tuple[Rule, ...]

    def listed(self) -> str:
        """Return every rule of docgen on a line of its own, under its component."""
        return catalogue.listed()

    def told(self) -> str:
        """Return the whole pages of these rules."""
        return catalogue.told(self.rules)

    def markdown(self) -> str:
        """Return the pages of every rule of docgen in Markdown; `{skip}` stands for what leaves a rule out."""
        return catalogue.markdown()


def rules(*ids: str) -> RuleList:
    """Return the rules called `ids`, every one where none is named; raise `DataError` where there is no such rule."""
    found = {rule_id: catalogue.find(rule_id) for rule_id in ids}
    unknown = [Problem(Argument("ids"), catalogue.unknown(rule_id)) for rule_id, rule in found.items() if rule is None]
    if unknown:
        raise DataError(unknown)
    return RuleList(tuple(rule for rule in found.values() if rule is not None) if ids else tuple(RULES))


def rule_ids(named: Iterable[str]) -> frozenset[str]:
    """Return the ids of rules as the rule book has them; raise `DataError` where there is no such rule."""
    asked = list(named)
    return frozenset(rule.id for rule in rules(*asked).rules) if asked else frozenset()
