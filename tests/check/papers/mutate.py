"""Ways to spoil a clean paper, one fault at a time: `mutated(cong_van(), at("Nơi nhận:", spoil.set_size(14)))`."""

import io
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Literal

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from tests.check.papers.spoil import Spoil
from tests.check.papers.word import light

Change = Callable[[Document], None]


@lru_cache(maxsize=8)
def mutated(paper: bytes, *changes: Change) -> bytes:
    """Return `paper` with `changes` made to it."""
    document = docx.Document(io.BytesIO(light(paper)))
    for change in changes:
        change(document)
    package = io.BytesIO()
    document.save(package)
    return package.getvalue()


def paragraphs_of(document: Document) -> Iterator[Paragraph]:
    """Yield every paragraph of the body, those in cells included, in the order of the file."""
    for element in document.element.body.iter(qn("w:p")):
        yield Paragraph(element, document._body)


def find(document: Document, start: str, nth: int = 0) -> Paragraph:
    """Return the `nth` paragraph whose words begin with `start`; it is an error if there is none."""
    beginning_so = (paragraph for paragraph in paragraphs_of(document) if paragraph.text.lstrip().startswith(start))
    found = next(islice(beginning_so, nth, None), None)
    if found is None:
        raise LookupError(f"no paragraph {nth} begins with {start!r}")
    return found


def at(start: str, *spoils: Spoil, nth: int = 0) -> Change:
    """Return the change that makes `spoils` to the `nth` paragraph that begins with `start`."""

    def change(document: Document) -> None:
        found = find(document, start, nth)
        for spoil in spoils:
            spoil(found)

    return change


def everywhere(*spoils: Spoil, beginning: str = "") -> Change:
    """Return the change that makes `spoils` to every paragraph that has words and begins with `beginning`."""

    def change(document: Document) -> None:
        for paragraph in list(paragraphs_of(document)):
            if paragraph.text and paragraph.text.startswith(beginning):
                for spoil in spoils:
                    spoil(paragraph)

    return change


def set_margins(section: int = 0, **sides: float) -> Change:
    """Set margins in mm by side: `set_margins(left=25)`."""

    def change(document: Document) -> None:
        for side, length in sides.items():
            setattr(document.sections[section], f"{side}_margin", Mm(length))

    return change


def set_page_size(width: float, height: float, section: int = 0) -> Change:
    """Set the size of the page in mm; a page wider than high lies on its side."""

    def change(document: Document) -> None:
        page = document.sections[section]
        page.page_width, page.page_height = Mm(width), Mm(height)
        page.orientation = WD_ORIENT.LANDSCAPE if width > height else WD_ORIENT.PORTRAIT

    return change


def move_page_number_to_footer(document: Document) -> None:
    """Take the page number from the header and print it in the footer."""
    section = document.sections[0]
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    for run in list(header.runs):
        footer._p.append(run._r)
    footer.alignment = header.alignment


def show_number_on_first_page(document: Document) -> None:
    """Let page 1 have the header of all pages."""
    for section in document.sections:
        section.different_first_page_header_footer = False


def in_header(*spoils: Spoil) -> Change:
    """Return the change that makes `spoils` to the paragraph of the page number."""

    def change(document: Document) -> None:
        for spoil in spoils:
            spoil(document.sections[0].header.paragraphs[0])

    return change


def drop(tag: str, *, where: Literal["sections", "rows"]) -> Change:
    """Take a mark such as `w:pgNumType`, `w:tblHeader` or `w:cantSplit` out of all sections or rows."""
    holder = {"sections": "w:sectPr", "rows": "w:trPr"}[where]

    def change(document: Document) -> None:
        for properties in document.element.body.iter(qn(holder)):
            for mark in properties.findall(qn(tag)):
                properties.remove(mark)

    return change
