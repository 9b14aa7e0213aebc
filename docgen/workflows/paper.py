"""One way from a template to a paper on disk: laid out for the office, rendered, stamped, held to the decree, saved."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Self

from docgen.check.finding import Finding, Severity
from docgen.check.judging import judge
from docgen.check.reports import place_words
from docgen.data.model.coquan import CoQuan
from docgen.errors import DecreeError, Place, Problem
from docgen.files import pdf as printing
from docgen.files import stamp, storage
from docgen.paper.layout import Layout
from docgen.paper.notices import stale_pdf, unprinted
from docgen.paper.render import Template, open_template
from docgen.workflows.saving import PRINTING, WRITING, Saved, Say, StrPath, plain, silent


@dataclass(frozen=True, slots=True)
class PaperFinding:
    """What the decree finds in a paper of docgen's own: which rule, how grave, the clause, what is wrong, what to do, where.

    `where` is the place in the paper in words ("đoạn 5"), `quote` the paper's own words there, blank where there are none.
    """

    rule: str
    severity: Severity
    clause: str
    message: str
    remedy: str
    where: str
    quote: str

    @property
    def words(self) -> str:
        """What is wrong and what to do, with rule and clause."""
        return f"{self.message}; {self.remedy} ({self.rule}, {self.clause})"

    def at(self, path: Path) -> Problem:
        """Return the finding as it is told of the paper at `path`."""
        quote = f", “{self.quote}”" if self.quote else ""
        return Problem(Place(str(path)), f"{self.where}{quote}: {self.words}")


def findings_of(path: Path, data: bytes) -> tuple[PaperFinding, ...]:
    """Return the errors and warnings in our own paper `data`, to be written to `path`."""
    return tuple(_told(one) for one in judge(str(path), data).findings if one.severity is not Severity.NOTE)


def _told(finding: Finding) -> PaperFinding:
    where = place_words(finding.places).lower()
    return PaperFinding(
        finding.rule.id, finding.severity, finding.clause, finding.message, finding.remedy, where, finding.quote or ""
    )


def refuse_errors(found: Mapping[Path, Iterable[PaperFinding]], *, only_tell: bool) -> None:
    """Raise `DecreeError` with every error found in the papers at these paths unless `only_tell`."""
    errors = [one.at(path) for path, many in found.items() for one in many if one.severity is Severity.ERROR]
    if errors and not only_tell:
        raise DecreeError(errors)


@dataclass(frozen=True)
class Paper:
    """A paper as made: the bytes of its .docx, where it goes unless told otherwise, what the decree finds, what else to know."""

    data: bytes
    path: Path
    findings: tuple[PaperFinding, ...] = ()
    warnings: tuple[Problem, ...] = ()

    def pdf(self) -> bytes:
        """Return the paper as PDF, made by LibreOffice; raise `FileError` where there is none."""
        return stamp.stamped_pdf(printing.to_pdf({self.path.name: self.data})[self.path.name])

    def save(
        self,
        path: StrPath | None = None,
        *,
        pdf: bool = False,
        overwrite: bool = False,
        despite_errors: bool = False,
        say: Say | None = None,
    ) -> Saved:
        """Write the paper to `path`, or else to `self.path`, with `pdf` its PDF beside it; both or neither.

        `overwrite`: also over a file that a person edited, which is kept as `.bak`. `despite_errors`: although it breaks the
        decree. Raises `DecreeError` where it does, `FileError` where it cannot be written.
        """
        say, target = say or silent, Path(path or self.path)
        refuse_errors({target: self.findings}, only_tell=despite_errors)
        told = [one.at(target) for one in self.findings]
        files = {target: self.data}
        if pdf:
            say(PRINTING)
            told += font_warning()
            files[target.with_suffix(".pdf")] = self.pdf()
        else:
            told += stale_pdf(target, self.data)
        say(WRITING)
        told += plain(storage.write_all(files, overwrite_edits=overwrite))
        return Saved(tuple(files), tuple(told))


def font_warning() -> list[Problem]:
    """Return the warning that PDFs will not break lines as Word does, where that is so."""
    return plain([warning] if (warning := printing.font_warning()) else [])


@dataclass(frozen=True)
class Press:
    """A template opened, laid out and compiled, that prints papers of one kind."""

    template: Template
    layout: Layout

    @classmethod
    def of(cls, kind: str, template: StrPath | None, coquan: CoQuan | None = None) -> Self:
        """Return the press of `template`, or else of docgen's own for `kind`, laid out as `coquan` sets it."""
        opened = open_template(Path(template) if template else default_template(kind))
        layout = opened.layout
        if coquan is not None:
            layout = layout.with_office_settings(coquan.trinh_bay.le.model_dump(), coquan.trinh_bay.co_chu)
        return cls(opened.compiled(layout), layout)

    def printed(self, values: Any, source: Iterable[str], *, parsed_later: bool = False) -> bytes:
        """Return the stamped .docx of `values`; `source` is what it is made of, by which a later run knows it again."""
        paper = self.template.render(named_values(values), values.thuoc_tinh, parsed_later=parsed_later)
        return stamp.stamped_docx(paper, stamp.source_digest([*source, self.template.digest]))

    def left_out(self, values: Any) -> list[Problem]:
        """Return a warning for each of `values` that the template does not print."""
        return plain(unprinted(self.template, named_values(values)))


def default_template(kind: str) -> Path:
    """Return docgen's own template for `kind`: inside the installed package, or beside it where docgen runs from its source."""
    package = Path(__file__).parent.parent
    installed = package / "templates" / f"{kind}.docx"
    return installed if installed.exists() else package.parent / "templates" / f"{kind}.docx"


def named_values(values: Any) -> dict[str, Any]:
    """Return the fields of a dataclass of values by name, as templates ask for them."""
    return {field.name: getattr(values, field.name) for field in fields(values)}
