"""The stages of `sua`: any paper repaired in a copy, every mend a tracked change, proved before anything is written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Final

from docgen.check.comments import commented
from docgen.check.finding import Finding, Severity
from docgen.check.judging import Report, counts
from docgen.check.repair.repairing import Left, mended
from docgen.check.reports import Paint, place_words, unpainted
from docgen.errors import ExitCode, FileError
from docgen.files import stamp, storage
from docgen.files.named import find_papers
from docgen.workflows.kiemtra import UNNAMED, named_paper, rule_ids
from docgen.workflows.saving import WRITING, Saved, Say, StrPath, path_or_none, plain, silent

_ENDING = "-da-sua"


@dataclass(frozen=True)
class Repaired:
    """A paper repaired in a copy: what was `repaired`, what is `left` and why, the copy's `data`, the path that `save` gives it.

    `report` is what is found in the copy once its changes are accepted.
    """

    data: bytes
    repaired: tuple[Finding, ...]
    left: tuple[Left, ...]
    report: Report
    path: Path
    of: str

    @property
    def is_changed(self) -> bool:
        """Return whether anything was done that is worth writing."""
        return bool(self.repaired) or self._is_commented

    _is_commented: bool = False

    def save(self, path: StrPath | None = None, *, overwrite: bool = False, say: Say | None = None) -> Saved:
        """Write the copy, unless nothing was mended; `overwrite`: also over one that a person edited, which is kept as `.bak`."""
        if not self.is_changed:
            return Saved((), summary="không có chỗ nào docgen sửa được; chưa ghi tệp nào")
        (say or silent)(WRITING)
        files = {path_or_none(path) or self.path: self.data}
        is_ours = partial(stamp.is_copy_of, paper=self.of, kind=stamp.REPAIRED)
        return Saved(tuple(files), tuple(plain(storage.write_all(files, overwrite_edits=overwrite, is_ours=is_ours))))

    def told(self, paint: Paint | None = None, *, planned: bool = False) -> str:
        """Return for people what was mended, or is `planned` to be, and what is left and why."""
        return told(self.report, self.repaired, self.left, paint or unpainted, planned=planned)


def repair(
    paper: StrPath | bytes, *, rules: Iterable[str] = (), skip: Iterable[str] = (), tracked: bool = True, comments: bool = False
) -> Repaired:
    """Repair in a copy what decree 30/2020/NĐ-CP lays down without doubt, every mend a tracked change of Word.

    Args:
        paper: The path of a .docx, or its bytes.
        rules: Ids of the rules whose faults are mended, every one where none is named.
        skip: Ids of rules that are left aside.
        tracked: Whether the changes stand in the copy as tracked ones; otherwise it is clean.
        comments: Whether what is left stands in the copy as comments.

    Returns:
        The copy, what was `repaired`, what is `left` and why, the `report` of the copy.

    Raises:
        DataError: There is no such rule.
        FileError: The paper cannot be read, or is not docgen's to touch.
    """
    name, data = named_paper(paper)
    made = mended(name, data, only=rule_ids(rules), skip=rule_ids(skip), tracked=tracked)
    path = Path(name or UNNAMED)
    is_commented = comments and bool(made.left)
    copy = commented(name, made.data, [each.finding for each in made.left]) if is_commented else made.data
    stamped = stamp.stamped_copy_of(copy, path.name, stamp.REPAIRED) if copy is not data else data
    return Repaired(stamped, made.repaired, made.left, made.after, path.with_stem(path.stem + _ENDING), path.name, is_commented)


@dataclass(frozen=True)
class PaperRepaired:
    """What came of one paper: the repaired copy, or why it was not touched, and the exit code that it asks for."""

    paper: Repaired | None
    error: FileError | None = None
    exit_code: ExitCode = ExitCode.DONE


@dataclass(frozen=True)
class PapersRepaired:
    """Papers to be repaired one after another: iterating repairs each."""

    papers: tuple[Path | FileError, ...]
    _rules: tuple[str, ...]
    _skip: tuple[str, ...]
    _tracked: bool
    _comments: bool

    def __len__(self) -> int:
        return len(self.papers)

    def __iter__(self) -> Iterator[PaperRepaired]:
        for path in self.papers:
            try:
                if isinstance(path, FileError):
                    raise path
                paper = repair(path, rules=self._rules, skip=self._skip, tracked=self._tracked, comments=self._comments)
            except FileError as error:
                yield PaperRepaired(None, error, error.exit_code)
            else:
                breaks = paper.report.count(Severity.ERROR) > 0
                yield PaperRepaired(paper, exit_code=ExitCode.BREAKS_DECREE if breaks else ExitCode.DONE)


def repair_files(
    paths: Iterable[StrPath], *, rules: Iterable[str] = (), skip: Iterable[str] = (), tracked: bool = True, comments: bool = False
) -> PapersRepaired:
    """Return the papers that `paths` stand for (files, folders, names with `*`), to be repaired one after another.

    The copies of an earlier run are no papers of a folder. Raises `DataError` where there is no such rule.
    """
    found = find_papers(map(Path, paths))
    copies = {each.with_stem(each.stem + _ENDING) for each in found if isinstance(each, Path)}
    papers = tuple(each for each in found if each not in copies)
    return PapersRepaired(papers, tuple(rule_ids(rules)), tuple(rule_ids(skip)), tracked, comments)


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
