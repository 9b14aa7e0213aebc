"""Automatic numbering, which puts marks on paper that are in no paragraph's text."""

from collections.abc import Sequence
from typing import Final

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

_AFTER_NUMBER: Final = ("w:pBdr", "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def numbering(document: Document, levels: Sequence[tuple[str, str]], first: float) -> int:
    """Define automatic numbering, a `(format, text)` such as `("decimal", "%1.")` for each level; return its number."""
    part = document.part.numbering_part.element
    abstract = max((int(known.get(qn("w:abstractNumId"))) for known in part.findall(qn("w:abstractNum"))), default=0) + 1
    indent = f'<w:pPr><w:ind w:left="0" w:firstLine="{Mm(first).twips}"/></w:pPr>'
    spelled = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>{indent}</w:lvl>'
        for level, (kind, text) in enumerate(levels)
    )
    opening = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract}">'
    made = parse_xml(f'{opening}<w:multiLevelType w:val="multilevel"/>{spelled}</w:abstractNum>')
    part.find(qn("w:num")).addprevious(made)
    number: int = part.add_num(abstract).numId
    return number


def number(paragraph: Paragraph, numbers: int, level: int, *, bold: bool = False) -> None:
    """Number `paragraph` by the automatic numbering `numbers`; the mark is `bold` with the paragraph's own mark."""
    properties = paragraph._p.get_or_add_pPr()
    mark = parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{numbers}"/></w:numPr>')
    properties.insert_element_before(mark, *_AFTER_NUMBER)
    if bold:
        properties.insert_element_before(parse_xml(f"<w:rPr {nsdecls('w')}><w:b/></w:rPr>"), "w:sectPr", "w:pPrChange")
