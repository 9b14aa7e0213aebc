"""A blank document to build on: python-docx's own start without what no paper needs, and a package that is the same each time."""

import io

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from docgen.decree30 import FONT
from docgen.files.package import packed, read_parts
from templates.ooxml import compact

_WORD = "http://schemas.microsoft.com/office/word"
_KEPT_PARTS = ("officeDocument", "core-properties", "styles", "settings", "header", "footer", "fontTable", "theme")
_SETTINGS = f"""
<w:settings {nsdecls("w")}>
  <w:defaultTabStop w:val="720"/>
  <w:characterSpacingControl w:val="doNotCompress"/>
  <w:compat>
    <w:doNotExpandShiftReturn/>
    <w:compatSetting w:name="compatibilityMode" w:uri="{_WORD}" w:val="15"/>
    <w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="{_WORD}" w:val="1"/>
    <w:compatSetting w:name="enableOpenTypeFeatures" w:uri="{_WORD}" w:val="1"/>
    <w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="{_WORD}" w:val="1"/>
  </w:compat>
  <w:themeFontLang w:val="vi-VN"/>
  <w:decimalSymbol w:val=","/>
  <w:listSeparator w:val=";"/>
</w:settings>"""

_FONT_TABLE = f"""
<w:fonts {nsdecls("w")}>
  <w:font w:name="{FONT}">
    <w:panose1 w:val="02020603050405020304"/>
    <w:charset w:val="00"/>
    <w:family w:val="roman"/>
    <w:pitch w:val="variable"/>
  </w:font>
</w:fonts>"""
_COLOURS = {  # those that Word offers in a new document; docgen itself prints in black (PL I.I.4)
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6", "accent1": "4472C4", "accent2": "ED7D31",
    "accent3": "A5A5A5", "accent4": "FFC000", "accent5": "5B9BD5", "accent6": "70AD47", "hlink": "0563C1", "folHlink": "954F72",
}  # fmt: skip
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_THEME = f"""
<a:theme {nsdecls("a")} name="ND30">
  <a:themeElements>
    <a:clrScheme name="ND30">
      {"".join(f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in _COLOURS.items())}
    </a:clrScheme>
    <a:fontScheme name="ND30">
      <a:majorFont><a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface="{FONT}"/></a:majorFont>
      <a:minorFont><a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface="{FONT}"/></a:minorFont>
    </a:fontScheme>
    <a:fmtScheme name="ND30">
      <a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>
      <a:lnStyleLst>{f'<a:ln w="9525">{_FILL}</a:ln>' * 3}</a:lnStyleLst>
      <a:effectStyleLst>{"<a:effectStyle><a:effectLst/></a:effectStyle>" * 3}</a:effectStyleLst>
      <a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>
    </a:fmtScheme>
  </a:themeElements>
</a:theme>"""
_WRITTEN_PARTS = {"fontTable": _FONT_TABLE, "theme": _THEME}


def blank_document() -> Document:
    """Return a document without content, in the mode of the present Word, in Vietnamese."""
    document = docx.Document()
    for part in (document.part, document.part.package):
        for relation in [key for key, value in part.rels.items() if not value.reltype.endswith(_KEPT_PARTS)]:
            del part.rels[relation]
    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if kind in _WRITTEN_PARTS:
            relation.target_part._blob = etree.tostring(
                compact(_WRITTEN_PARTS[kind]), xml_declaration=True, encoding="UTF-8", standalone=True
            )
    settings = document.settings.element
    settings[:] = list(parse_xml(_SETTINGS))
    return document


def saved(document: Document, title: str) -> bytes:
    """Return `document` as a .docx, with `title` among its properties."""
    for leftover in document.element.findall(f".//{qn('w:docGrid')}"):
        leftover.getparent().remove(leftover)
    properties = document.core_properties
    properties.title, properties.author, properties.language = title, "docgen", "vi-VN"
    for name in (
        "keywords",
        "description",
    ):  # not by python-docx's namespaces: docxcompose, that docxtpl before 0.20.2 brings, changes them
        properties._element.find(f"{{*}}{name}").text = ""
    buffer = io.BytesIO()
    document.save(buffer)
    return packed(read_parts(buffer.getvalue()))  # with nothing in it that the time or the machine decides
