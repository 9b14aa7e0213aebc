"""The lines drawn under a component: every way in which offices draw them. Lengths in mm."""

from typing import Any, Final, Literal, get_args

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from tests.check.papers.word import Letters, Shape, shape, tiny, write

Kind = Literal["inline", "anchor", "vml", "border", "underscores"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

_SPACES: Final = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)
_GRAPHIC: Final = (
    '<wp:extent cx="{emu}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/>{wrap}'
    '<wp:docPr id="{id}" name="Straight Connector {id}"/><wp:cNvGraphicFramePr/><a:graphic>'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/><wps:spPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="{emu}" cy="0"/></a:xfrm><a:prstGeom prst="{form}"><a:avLst/></a:prstGeom>'
    '<a:ln w="6350"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
    "</a:graphicData></a:graphic>"
)
_INLINE: Final = f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">{_GRAPHIC}</wp:inline></w:drawing>'
_VML: Final = (
    '<w:pict><v:line id="Line{id}" style="position:absolute;z-index:{id};mso-position-horizontal:center;'
    'mso-position-horizontal-relative:text" from="0,{top}pt" to="{points}pt,{top}pt"'
    ' strokecolor="black" strokeweight=".5pt"/></w:pict>'
)
_ANCHOR: Final = (
    '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300"'
    ' simplePos="0" relativeHeight="25165{id}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
    '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>{drop}</wp:posOffset></wp:positionV>'
    f"{_GRAPHIC}</wp:anchor></w:drawing></mc:Choice><mc:Fallback>{_VML}</mc:Fallback></mc:AlternateContent>"
)
_TINY: Final = Letters(3)


def rule(
    under: Paragraph, length: float, kind: Kind = "inline", *, room: float, lines: int = 1, letters: Letters, after: float = 6
) -> None:
    """Draw a line of `length` under the paragraph `under`, centred in `room`.

    An anchored line hangs on the paragraph itself, below its `lines` in `letters`; the others take a paragraph of their own.
    """
    if kind == "anchor":
        drop = round(Pt(lines * letters.size * 1.15 + 2))
        under._p.append(_run(_ANCHOR, under, length, drop=drop))
        under.paragraph_format.space_after = Pt(after)
        return
    under._p.addnext(OxmlElement("w:p"))
    element: Any = under._p.getnext()
    own = tiny(Paragraph(element, under._parent))
    shape(own, Shape("center", before=1, after=after, keep_next=True))
    if kind == "underscores":
        write(own, "_" * round(length / _TINY.width("_")), _TINY)
    elif kind == "border":
        own.paragraph_format.left_indent = own.paragraph_format.right_indent = Mm((room - length) / 2)
        border(own, "bottom")
    else:
        add_rule(own, length, kind)


def add_rule(paragraph: Paragraph, length: float, kind: Literal["inline", "vml"] = "inline") -> None:
    """Add a drawn line among the words of `paragraph`."""
    paragraph._p.append(_run(_INLINE if kind == "inline" else _VML, paragraph, length))


def border(paragraph: Paragraph, edge: Literal["top", "bottom"]) -> None:
    """Draw a border along one edge of `paragraph`."""
    line = f'<w:pBdr {nsdecls("w")}><w:{edge} w:val="single" w:sz="4" w:space="1" w:color="000000"/></w:pBdr>'
    following = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:rPr")
    paragraph._p.get_or_add_pPr().insert_element_before(parse_xml(line), *following)


def _run(form: str, paragraph: Paragraph, length: float, drop: int = 0) -> BaseOxmlElement:
    tree = paragraph._p.getroottree()
    known = sum(len(tree.findall(f".//{qn(tag)}")) for tag in ("w:drawing", "w:pict"))
    anchored = form is _ANCHOR
    drawn = form.format(
        emu=round(Mm(length)),
        points=round(Mm(length).pt, 2),
        id=known + 1001,
        drop=drop,
        top=round(drop / Pt(1), 1) or 2,
        form="straightConnector1" if anchored else "line",
        wrap="<wp:wrapNone/>" if anchored else "",
    )
    made: BaseOxmlElement = parse_xml(f'<w:r {nsdecls("w")} {_SPACES}><w:rPr><w:sz w:val="6"/></w:rPr>{drawn}</w:r>')
    return made
