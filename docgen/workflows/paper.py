"""One way from a template to a paper on disk: laid out for the office, rendered, stamped, held to the decree, saved."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Self

from docgen.check.judging import Report
from docgen.data.model.coquan import CoQuan
from docgen.errors import FileError, Problem
from docgen.files import libreoffice, stamp, storage
from docgen.paper.context.page_ends import with_page_ends
from docgen.paper.context.unparted import unparted
from docgen.paper.layout import Layout
from docgen.paper.notices import stale_pdf, unprinted
from docgen.paper.render import Template, open_template
from docgen.workflows.ownfindings import PaperFinding, refuse_errors, told_of_draft
from docgen.workflows.saving import PRINTING, WRITING, Saved, Say, StrPath, plain, silent


@dataclass(frozen=True)
class Paper:
    """A paper as made: the bytes of its .docx, where it goes unless told otherwise, what the decree finds, what else to know.

    `is_final`: whether it has its number and its whole date; without them it is a draft, the clerk's working copy. `report` is
    what `check` says of it, which `paper_html` shows.
    """

    data: bytes
    path: Path
    findings: tuple[PaperFinding, ...]
    warnings: tuple[Problem, ...]
    is_final: bool
    report: Report = field(repr=False)

    def pdf(self) -> bytes:
        """Return the paper as PDF, made by LibreOffice; raise `FileError` where there is none."""
        return stamp.stamped_pdf(libreoffice.to_pdf({str(self.path): self.data})[str(self.path)])

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

        A draft is written whatever the decree finds in it, which is told; a final paper that breaks the decree only with
        `despite_errors`. `overwrite`: also over a file that a person edited, which is kept as `.bak`.

        Raises `DecreeError` where a final paper breaks the decree, `FileError` where it cannot be written, or not under the
        name of a .docx.
        """
        say, target = say or silent, Path(path or self.path)
        if target.suffix.lower() != ".docx":  # its PDF would take its place
            raise FileError.at(str(target), "tên của văn bản phải có đuôi .docx")
        refuse_errors({target: self.findings}, only_tell=despite_errors or not self.is_final)
        told = [one.at(target) for one in self.findings]
        told += [] if self.is_final else told_of_draft(target, {target: self.findings})
        files = {target: self.data}
        if pdf:
            say(PRINTING)
            told += font_warning()
            files[target.with_suffix(".pdf")] = replace(self, path=target).pdf()
        else:
            told += stale_pdf(target, self.data)
        say(WRITING)
        told += plain(storage.write_all(files, overwrite_edits=overwrite))
        return Saved(tuple(files), tuple(told))


def font_warning() -> list[Problem]:
    """Return the warning that PDFs will not break lines as Word does, where that is so."""
    return plain([warning] if (warning := libreoffice.font_warning()) else [])


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
        held = unparted(with_page_ends(values, self.layout), self.layout)
        ready, notes = named_values(held), getattr(held, "chu_thich", {})
        paper = self.template.render(ready, values.thuoc_tinh, notes=notes, parsed_later=parsed_later)
        return stamp.stamped_docx(paper, self.digest_of(source))

    def digest_of(self, source: Iterable[str]) -> str:
        """Return what a paper that is printed of `source` bears in its stamp."""
        return stamp.source_digest([*source, self.template.digest])

    def left_out(self, values: Any) -> list[Problem]:
        """Return a warning for each of `values` that the template does not print."""
        return plain(unprinted(self.template, named_values(values)))


def default_template(kind: str) -> Path:
    """Return docgen's own template for `kind`: inside the installed package, or beside it where docgen runs from its source."""
    package = Path(__file__).parent.parent
    installed = package / "templates" / f"{kind}.docx"
    return installed if installed.exists() else package.parent / "templates" / f"{kind}.docx"


def named_values(values: Any) -> dict[str, Any]:
    """Return the fields of a dataclass of values by name, as templates ask for them; words call for footnotes themselves."""
    return {field.name: getattr(values, field.name) for field in fields(values) if field.name != "chu_thich"}
