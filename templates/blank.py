"""A blank document to build on: python-docx's own start without what no paper needs, and a package that is the same each time."""

import io

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from docgen.files.package import repacked

_WORD = "http://schemas.microsoft.com/office/word"
_KEPT_PARTS = ("officeDocument", "core-properties", "styles", "settings", "header", "footer")
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


def blank_document() -> Document:
    """Return a document without content, in the mode of the present Word, in Vietnamese."""
    document = docx.Document()
    for part in (document.part, document.part.package):
        for relation in [key for key, value in part.rels.items() if not value.reltype.endswith(_KEPT_PARTS)]:
            del part.rels[relation]
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
    return repacked(buffer.getvalue())
