"""One way from a template to a paper on disk: laid out for the office, rendered, stamped, held to the decree, saved."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Final, Self

from docgen.check.finding import Severity
from docgen.check.judging import Report, judge
from docgen.check.reports import place_words
from docgen.data.model.coquan import CoQuan
from docgen.data.model.kehoach import PAPER
from docgen.data.yamlfile import Route, YamlFile
from docgen.errors import DecreeError, FileError, Place, Problem
from docgen.files import libreoffice, stamp, storage
from docgen.paper.context.page_ends import with_page_ends
from docgen.paper.context.unparted import unparted
from docgen.paper.layout import Layout
from docgen.paper.notices import stale_pdf, unprinted
from docgen.paper.render import Template, open_template
from docgen.text.dinhdang import plain as plain_words
from docgen.text.folding import folded
from docgen.text.patterns import lazy_re
from docgen.text.wording import roman_value
from docgen.workflows.saving import PRINTING, WRITING, Saved, Say, StrPath, plain, silent

_FEWEST: Final = 6  # letters and digits of a line by which it is known again; fewer stand in too many places
_BRACES: Final = lazy_re(r"\{[^{}]*\}")  # of typed text, which are not printed
_KEYS_OF: Final = {
    "Tên cơ quan, tổ chức": ("ten", "co_quan_chu_quan"),
    "Địa danh và thời gian": ("dia_danh",),
    "Tên loại và trích yếu nội dung văn bản": ("trich_yeu",),
    "Căn cứ ban hành": ("can_cu",),
    "Chữ ký": ("ky",),
    "Nơi nhận": ("noi_nhan",),
    "Phụ lục": ("kem_theo",),
}
_DRAFT: Final = (
    "dự thảo này còn {count} lỗi thể thức nêu trên; sửa trước khi ghi ⦃so, ngay¦số, ngày⦄: bản chính thức còn lỗi thì không ghi"
)
_NUMBERED_DRAFT: Final = "đã có ⦃{key}⦄ nên không in “{words}”; xóa ⦃du_thao⦄, hoặc để trống ⦃{key}⦄ nếu còn là dự thảo"
_LABEL: Final = lazy_re(r"\s*Phụ lục(?:\s+([IVXLC]+))?\s*\Z", re.IGNORECASE)  # docgen's own words above an appendix


@dataclass(frozen=True, slots=True)
class PaperFinding:
    """What the decree finds in a paper of docgen's own: which rule, how grave, the clause, what is wrong, what to do, where.

    `where` is the place in the paper in words ("đoạn 5"), `quote` the paper's own words there, blank where there are none;
    `source` the place in the data that the words come from, None where they are the template's.
    """

    rule: str
    severity: Severity
    clause: str
    message: str
    remedy: str
    where: str
    quote: str
    source: Place | None = None

    @property
    def words(self) -> str:
        """What is wrong and what to do, with rule and clause."""
        return f"{self.message}; {self.remedy} ({self.rule}, {self.clause})"

    def at(self, path: Path) -> Problem:
        """Return the finding as it is told of the paper at `path`: at its words in the data, otherwise at the paper."""
        quote = f", “{self.quote}”" if self.quote else ""
        where = f"{self.where} của {path.name}" if self.source else self.where
        return Problem(self.source or Place(str(path)), f"{where}{quote}: {self.words}")


class Origins:
    """The words of files of data, by which those of a paper are found again with the line that they come from."""

    def __init__(self, *files: YamlFile, with_appendices: YamlFile | None = None) -> None:
        self._files = files
        self._with_appendices = with_appendices

    @cached_property
    def _known(self) -> list[tuple[str, YamlFile, Route, int]]:
        return [
            (words, file, route, start)
            for file in self._files
            for route, text in file.texts()
            for start, line in _lines(text.replace(PAPER, "\n" * len(PAPER)))
            if len(words := folded(_BRACES.sub("", plain_words(line)))) >= _FEWEST
        ]

    def place(self, printed: str, component: str) -> Place | None:
        """Return where the words of a printed paragraph stand in the data: the longest line that it holds, or that holds it.

        Of lines with the same words those under the keys that a finding about the `component` is about come first.
        """
        if self._with_appendices is not None and (label := _LABEL.match(printed)):
            return self._with_appendices.place(("phu_luc", roman_value(label[1] or "I") - 1))
        words, keys = folded(printed), {*_KEYS_OF.get(component, ())}
        within = [one for one in self._known if one[0] in words]
        around = [one for one in self._known if len(words) >= _FEWEST and words in one[0]]
        found = max(within, key=lambda one: (not keys.isdisjoint((one[2][0], one[2][-1])), len(one[0])), default=None)
        found = found or max(around, key=lambda one: not keys.isdisjoint((one[2][0], one[2][-1])), default=None)
        if found is None:
            return None
        _, file, route, start = found
        return file.char_place(route, start)


def start_of_line(text: str, index: int) -> int:
    """Return where the line of `text` that holds the letter `index` begins to say something."""
    return max((start for start, _ in _lines(text) if start <= index), default=index)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line of `text` that says something, with the place of its first letter."""
    return ((match.start(), match.group()) for match in re.finditer(r"\S[^\n]*", text))


def judged(path: Path, data: bytes) -> Report:
    """Return what the decree says of our own paper `data`, to be written to `path`."""
    return judge(str(path), data)


def findings_of(report: Report, origins: Origins) -> tuple[PaperFinding, ...]:
    """Return the errors and warnings in our own paper, whose words come from `origins`."""
    told = []
    for one in (one for one in report.findings if one.severity is not Severity.NOTE):
        source = origins.place(one.places[0].text, one.rule.component) if one.places else None
        where = place_words(one.places).lower()
        told.append(PaperFinding(one.rule.id, one.severity, one.clause, one.message, one.remedy, where, one.quote, source))
    return tuple(told)


def refuse_errors(found: Mapping[Path, Iterable[PaperFinding]], *, only_tell: bool) -> None:
    """Raise `DecreeError` with every error found in the papers at these paths unless `only_tell`."""
    errors = [one.at(path) for path, many in found.items() for one in many if one.severity is Severity.ERROR]
    if errors and not only_tell:
        raise DecreeError(errors)


def told_of_draft(place: Path, found: Mapping[Path, Iterable[PaperFinding]]) -> list[Problem]:
    """Return what the errors in a draft come to for the final paper, nothing where there are none."""
    count = sum(one.severity is Severity.ERROR for many in found.values() for one in many)
    return [Problem(Place(str(place)), _DRAFT.format(count=count))] if count else []


def draft_with_number(du_thao: str | None, so: object | None, key: str = "so") -> str | None:
    """Return what is told of a paper that calls itself a draft and has its number, under `key`; None where it does not."""
    return _NUMBERED_DRAFT.format(key=key, words=du_thao) if du_thao and so is not None else None


def is_final(so: object | None, ngay: object | None) -> bool:
    """Return whether a paper with this number and date goes out as it is: a draft lacks one, or the day of its date."""
    return so is not None and isinstance(ngay, date)


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
