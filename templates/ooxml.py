"""The pieces of WordprocessingML that python-docx has no words for: drawn lines, page fields, widths, outline levels."""

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm
from docx.styles.style import ParagraphStyle
from docx.table import _Cell
from docx.text.paragraph import Paragraph

_LINE = """
<w:r {w}>
  <mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
    <mc:Choice xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" Requires="wps">
      <w:drawing>
        <wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
            distT="0" distB="0" distL="0" distR="0">
          <wp:extent cx="{length}" cy="0"/>
          <wp:effectExtent l="0" t="0" r="0" b="0"/>
          <wp:docPr id="{number}" name="Đường kẻ {number}" descr="{tag}"/>
          <wp:cNvGraphicFramePr/>
          <a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
            <a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
              <wps:wsp>
                <wps:cNvCnPr/>
                <wps:spPr>
                  <a:xfrm><a:off x="0" y="0"/><a:ext cx="{length}" cy="0"/></a:xfrm>
                  <a:prstGeom prst="line"><a:avLst/></a:prstGeom>
                  <a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>
                </wps:spPr>
                <wps:bodyPr/>
              </wps:wsp>
            </a:graphicData>
          </a:graphic>
        </wp:inline>
      </w:drawing>
    </mc:Choice>
    <mc:Fallback>
      <w:pict>
        <v:line xmlns:v="urn:schemas-microsoft-com:vml" from="0,0" to="{points}pt,0" strokecolor="black" strokeweight=".75pt"/>
      </w:pict>
    </mc:Fallback>
  </mc:AlternateContent>
</w:r>"""


def compact(xml: str) -> Any:
    """Return the element that `xml` spells, without the white space between tags."""
    return parse_xml("".join(line.strip() + (" " if not line.strip().endswith(">") else "") for line in xml.splitlines()))


def add_line(paragraph: Paragraph, length: Mm, number: int, tag: str) -> None:
    """Add a drawn line to `paragraph`; `tag`, its alternative text, gives its length when the template is filled."""
    paragraph._p.append(
        compact(_LINE.format(w=nsdecls("w"), length=int(length), points=round(length.pt), number=number, tag=tag))
    )


def add_page_number(paragraph: Paragraph) -> None:
    """Add the number of the page as a field."""
    for kind, text in (("begin", None), (None, "PAGE"), ("separate", None), ("text", "2"), ("end", None)):
        run = paragraph.add_run(text if kind == "text" else None)
        if kind is None:
            instruction = OxmlElement("w:instrText")
            instruction.text = text
            run._r.append(instruction)
        elif kind != "text":
            character = OxmlElement("w:fldChar")
            character.set(qn("w:fldCharType"), kind)
            run._r.append(character)


def set_outline_level(style: ParagraphStyle, level: int) -> None:
    """Show paragraphs of `style` in the navigation pane at `level`, from 0."""
    outline = OxmlElement("w:outlineLvl")
    outline.set(qn("w:val"), str(level))
    style.element.get_or_add_pPr().append(outline)


def set_row(row: Any, *, header: bool = False) -> None:
    """Keep `row` whole on one page; repeat it on each page where it is a `header`."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if header:
        properties.append(OxmlElement("w:tblHeader"))


def set_cell_margins(table: Any, **twips: int) -> None:
    """Set the margins of all cells of `table`, in twips, by side."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("top", "left", "bottom", "right"):
        if side in twips:
            margin = OxmlElement(f"w:{side}")
            margin.set(qn("w:w"), str(twips[side]))
            margin.set(qn("w:type"), "dxa")
            margins.append(margin)
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    look.addprevious(margins)


def text_of(cell: _Cell, style: str, text: str) -> Paragraph:
    """Set the first paragraph of `cell` to `text` in `style`, and return it."""
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    paragraph.add_run(text)
    return paragraph
