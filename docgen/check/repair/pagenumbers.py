"""The number of the page: put into an empty paragraph of a header, taken out of a footer; a header made where there is none."""

import posixpath
from copy import deepcopy
from itertools import count
from typing import Any, Final

from lxml import etree

from docgen.check.docview.ooxml import R
from docgen.check.docview.wordfile import open_package
from docgen.check.repair.edits import CannotMend, Edited, name_of, word_of
from docgen.check.view import Paragraph
from docgen.decree30 import FONT
from docgen.files.package import TYPES, packed, parsed_part, read_parts, written_part
from docgen.text.patterns import lazy_re

Element = Any
_NO_HEADER: Final = "Word không ghi được đầu trang mới thành dấu vết; bản không để dấu vết thì sửa được"
_IN_FIELD: Final = (
    "số trang nằm trong trường kiểu cũ (fldSimple), không ghi được thành dấu vết; bản không để dấu vết thì sửa được"
)
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
_CONTENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_HEADS: Final = lazy_re(r"(?:header|footer)\d*\.xml$")
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_FIELD: Final = (("fldChar", "begin"), ("instrText", " PAGE "), ("fldChar", "separate"), ("t", "2"), ("fldChar", "end"))


def erase(edited: Edited, paragraph: Paragraph) -> None:
    """Strike out what a paragraph holds, fields too."""
    element = edited.twin(paragraph.element)
    word = word_of(element)
    if any(True for _ in element.iter(f"{word}fldSimple")):
        raise CannotMend(_IN_FIELD)
    for run in list(element.iter(f"{word}r")):
        mark = edited.change(run, "del")
        run.addprevious(mark)
        mark.append(run)
        for each in run:
            if name_of(each) in ("t", "instrText"):
                each.tag = f"{word}{'delText' if name_of(each) == 't' else 'delInstrText'}"


def number(edited: Edited, paragraph: Paragraph | None, size: float) -> None:
    """Put the number of the page into the middle of an empty paragraph; raise `CannotMend` where there is none."""
    if paragraph is None:
        raise CannotMend(_NO_HEADER)
    element = edited.twin(paragraph.element)
    word = word_of(element)
    edited.set(element, "pPr", "jc", {"val": "center"})
    edited.set(element, "pPr", "ind", {"left": "0", "firstLine": "0", "hanging": None})
    mark = edited.change(element, "ins")
    properties = etree.Element(f"{word}rPr")
    etree.SubElement(properties, f"{word}rFonts", {f"{word}{slot}": FONT for slot in ("ascii", "hAnsi", "cs")})
    for size_name in ("sz", "szCs"):
        etree.SubElement(properties, f"{word}{size_name}").set(f"{word}val", f"{size * 2:.0f}")
    mark.extend(_field_run(word, name, value, properties) for name, value in _FIELD)
    element.append(mark)


def with_parted_fields(data: bytes) -> bytes:
    """Return the .docx `data` with the fields of headers and footers in parts, as tracked changes can strike them out."""
    parts = read_parts(data)
    made = {}
    for name, content in parts.items():
        if b"fldSimple" in content and _HEADS.search(name):
            root = parsed_part(content)
            for field in list(root.iter(f"{word_of(root)}fldSimple")):
                _part(field)
            made[name] = written_part(root)
    return packed({**parts, **made}, stored=True) if made else data


def _part(field: Element) -> None:
    word = word_of(field)
    result = list(field)
    model = next((each.find(f"{word}rPr") for each in result if name_of(each) == "r"), None)
    instruction = (("fldChar", "begin"), ("instrText", field.get(f"{word}instr") or ""), ("fldChar", "separate"))
    before = [_field_run(word, *each, model) for each in instruction]
    place = field.getparent().index(field)
    field.getparent()[place : place + 1] = [*before, *result, _field_run(word, "fldChar", "end", model)]


def _field_run(word: str, name: str, value: str, properties: Element | None) -> Element:
    """Return a run with a piece of a field."""
    run = etree.Element(f"{word}r")
    if properties is not None:
        run.append(deepcopy(properties))
    content = etree.SubElement(run, f"{word}{name}")
    if name == "fldChar":
        content.set(f"{word}fldCharType", value)
    else:
        content.text = value
        content.set(_SPACE, "preserve")
    return run


def with_blank_header(name: str, data: bytes) -> bytes:
    """Return the .docx `data` with an empty paragraph in the header of all pages but the first, made where there is no header."""
    package = open_package(name, data)
    parts = read_parts(data)
    root = parsed_part(parts[package.main])
    word = word_of(root)
    section = next(each for each in root.iter(f"{word}sectPr") if name_of(each.getparent()) in ("pPr", "body"))
    there = [each for each in section.iterchildren(f"{word}headerReference") if each.get(f"{word}type") == "default"]
    relation = package.relations.get(there[0].get(f"{R}id") or "") if there else None
    if relation is not None and relation.target is not None:
        header = parsed_part(parts[relation.target])
        etree.SubElement(header, f"{word}p")
        return packed({**parts, relation.target: written_part(header)})
    folder, base = posixpath.split(package.main)
    part = next(each for n in count(1) if (each := posixpath.join(folder, f"header{n}.xml")) not in parts)
    header = etree.Element(f"{word}hdr", nsmap={"w": word[1:-1]})
    etree.SubElement(header, f"{word}p")
    types = parsed_part(parts[TYPES])
    etree.SubElement(types, _same(types, "Override"), PartName=f"/{part}", ContentType=_CONTENT_TYPE)
    rels_name = posixpath.join(folder, "_rels", f"{base}.rels")
    rels = parsed_part(parts[rels_name])
    taken = {each.get("Id") for each in rels}
    own = next(each for n in count(1) if (each := f"rIdDocgenHeader{n}") not in taken)
    etree.SubElement(rels, _same(rels, "Relationship"), Id=own, Type=_RELATION, Target=f"/{part}")
    reference = etree.Element(f"{word}headerReference", {f"{word}type": "default", f"{R}id": own})
    section.insert(0, reference)
    made = {
        package.main: written_part(root),
        TYPES: written_part(types),
        rels_name: written_part(rels),
        part: written_part(header),
    }
    return packed({**parts, **made})


def _same(root: Element, name: str) -> str:
    return f"{{{etree.QName(root).namespace}}}{name}"
