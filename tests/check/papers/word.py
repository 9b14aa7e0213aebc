"""The building blocks of a Word file, from python-docx, with lxml for what it lacks. Lengths in mm, sizes of type in points."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final, Literal

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement
from docx.section import Section
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from docgen.text import typography

Align = Literal["left", "center", "right", "both"]
Place = Document | _Cell

FONT: Final = "Times New Roman"
ALIGNMENTS: Final[dict[Align, WD_ALIGN_PARAGRAPH]] = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
MARGINS: Final = (20.0, 20.0, 30.0, 15.0)  # top, bottom, left, right


@dataclass(frozen=True, slots=True)
class Letters:
    """A size of type in points, and its style."""

    size: float
    bold: bool = False
    italic: bool = False

    @property
    def face(self) -> typography.Face:
        return "bold" if self.bold else "italic" if self.italic else "regular"

    def width(self, text: str) -> float:
        """Return the width in mm of `text` on one line."""
        return typography.width(text, self.size, self.face)

    def lines(self, text: str, room: float) -> list[str]:
        """Return `text` in as few lines of at most `room` mm as it takes, as even as can be."""
        return typography.balanced_lines(text, self.size, self.face, room)


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph stands: indents in mm, gaps in points, line spacing as a multiple."""

    align: Align = "left"
    first: float = 0
    left: float = 0
    right: float = 0
    before: float = 0
    after: float = 0
    spacing: float = 1
    keep_next: bool = False


@lru_cache(maxsize=16)
def light(paper: bytes) -> bytes:
    """Return `paper` without what most of its bytes are: the styles of tables that it has not, and those kept for Word 2007."""
    document = docx.Document(io.BytesIO(paper))
    for number, relation in list(document.part.rels.items()):
        if relation.reltype.endswith("/stylesWithEffects"):
            del document.part.rels[number]
    used = {"TableGrid", *(name.get(qn("w:val")) for name in document.element.body.iter(qn("w:tblStyle")))}
    styles = document.styles.element
    for style in styles.xpath("w:style[@w:type='table'][not(@w:default)]"):
        if style.styleId not in used:
            styles.remove(style)
    package = io.BytesIO()
    document.save(package)
    return package.getvalue()


@cache
def _empty() -> bytes:
    package = io.BytesIO()
    docx.Document().save(package)
    return light(package.getvalue())


def empty() -> Document:
    """Return the empty document of python-docx, light."""
    return docx.Document(io.BytesIO(_empty()))


def blank(body: float = 14, margins: tuple[float, float, float, float] = MARGINS, page_number: float = 14) -> Document:
    """Return an empty A4 document in Times New Roman, with its page number in the header from page 2 on."""
    document = empty()
    defaults = document.styles.element.find(qn("w:docDefaults"))
    fonts = " ".join(f'w:{script}="{FONT}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    defaults.getparent().replace(
        defaults,
        parse_xml(
            f"<w:docDefaults {nsdecls('w')}><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
            '<w:lang w:val="vi-VN" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
        ),
    )
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(body)
    named = normal.element.rPr.rFonts
    named.set(qn("w:eastAsia"), FONT)
    named.set(qn("w:cs"), FONT)
    normal.paragraph_format.space_before, normal.paragraph_format.space_after = Pt(0), Pt(6)
    normal.paragraph_format.line_spacing = 1.0
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = (Mm(side) for side in margins)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    header = section.header.paragraphs[0]
    shape(header, Shape("center"))
    field(header, "PAGE", Letters(page_number))
    section.first_page_header.is_linked_to_previous = False
    properties = document.core_properties
    properties.author = properties.title = properties.comments = ""
    return document


def text_width(document: Document) -> float:
    """Return the width in mm of the text in the last section."""
    section = document.sections[-1]
    page, left, right = (int(length or 0) for length in (section.page_width, section.left_margin, section.right_margin))
    return (page - left - right) / Mm(1)


def shape(paragraph: Paragraph, wanted: Shape) -> Paragraph:
    """Give `paragraph` its alignment, indents and gaps."""
    layout = paragraph.paragraph_format
    layout.alignment = ALIGNMENTS[wanted.align]
    layout.first_line_indent = Mm(wanted.first) if wanted.first else None
    layout.left_indent = Mm(wanted.left) if wanted.left else None
    layout.right_indent = Mm(wanted.right) if wanted.right else None
    layout.space_before, layout.space_after = Pt(wanted.before), Pt(wanted.after)
    layout.line_spacing = wanted.spacing
    layout.keep_with_next = wanted.keep_next or None
    return paragraph


def write(paragraph: Paragraph, text: str, letters: Letters) -> Paragraph:
    r"""Add `text` to `paragraph`: `**words**` are bold, `\n` is a manual line break, `\t` a tab."""
    for place, words in enumerate(re.split(r"\*\*", text)):
        if words:
            run = paragraph.add_run(words)
            run.font.size = Pt(letters.size)
            run.font.bold = True if letters.bold or place % 2 else None
            run.font.italic = letters.italic or None
    return paragraph


def paragraph(place: Place, text: str, letters: Letters, wanted: Shape) -> Paragraph:
    """Add a paragraph to `place`; a cell's own empty paragraph is used first."""
    fresh = place.paragraphs[0] if isinstance(place, _Cell) and len(place._tc) <= 2 and not len(place.paragraphs[0]._p) else None
    return write(shape(fresh or place.add_paragraph(), wanted), text, letters)


def field(paragraph: Paragraph, instruction: str, letters: Letters) -> None:
    """Add a field, such as `PAGE`, with 2 for its last value."""
    for kind in ("begin", "instruction", "separate", "value", "end"):
        run = paragraph.add_run("2" if kind == "value" else None)
        run.font.size = Pt(letters.size)
        if kind == "instruction":
            words = OxmlElement("w:instrText")
            words.set(qn("xml:space"), "preserve")
            words.text = f" {instruction} "
            run._r.append(words)
        elif kind != "value":
            character = OxmlElement("w:fldChar")
            character.set(qn("w:fldCharType"), kind)
            run._r.append(character)


def table(document: Document, rows: int, widths: Sequence[float], *, ruled: bool = False, header: bool = False) -> Table:
    """Add a table of fixed columns whose rows stay whole; `ruled` draws its borders, `header` repeats its first row."""
    made: Table = document.add_table(rows, len(widths))
    made.autofit = False
    whole: Any = made._tbl.tblPr.find(qn("w:tblW"))
    whole.set(qn("w:type"), "dxa")
    whole.set(qn("w:w"), str(Mm(sum(widths)).twips))
    if ruled:
        made.style = "Table Grid"
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    for number, row in enumerate(made.rows):
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if header and number == 0:
            properties.append(OxmlElement("w:tblHeader"))
    return made


def new_section(document: Document, *, landscape: bool = False) -> Section:
    """Begin a section on a new page, its pages numbered from 1 again, the first without its number."""
    section: Section = document.add_section(WD_SECTION.NEW_PAGE)
    *_, before, end = document.paragraphs
    end.paragraph_format.space_after = Pt(0)
    if not before.text:  # what follows a table can end the section itself
        before._p.getparent().remove(before._p)
    if landscape:
        section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    numbers: Any = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "1")
    section._sectPr.insert_element_before(numbers, "w:cols", "w:titlePg", "w:docGrid")
    return section


def tiny(paragraph: Paragraph) -> Paragraph:
    """Give `paragraph` a style of tiny type: it holds a drawn line, or stands where Word wants a paragraph and no words are."""
    styles = paragraph.part.document.styles  # type: ignore[attr-defined]  # the part of a document's body
    if "Tiny" not in styles:
        style = styles.add_style("Tiny", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, style.font.size = styles["Normal"], Pt(3)
    paragraph.style = styles["Tiny"]
    return paragraph
