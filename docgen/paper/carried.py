"""What a template made of a paper takes over from docgen's own: tags with their paragraphs, the parts that these call for."""

import re
from copy import deepcopy
from typing import Any, Final

from lxml import etree

from docgen.check.docview.ooxml import WP, W
from docgen.check.docview.wordfile import Package
from docgen.files.package import TYPES, parsed_part, written_part

Element = Any
CARRIED: Final = "docgen-"  # before the names by which docgen's tags call for parts of its own template
_RELATIONS: Final = "word/_rels/document.xml.rels"
_OF_TEXT: Final = frozenset("image chart oleObject package hyperlink diagramData comments commentsExtended".split())
_OPENS: Final = re.compile(r"\{%p (for|if) ")
_MEASURE: Final = re.compile(r"\{\{ rong\.\w+ \| rong_o \}\}")  # the widths of docgen's own tables


class Pieces:
    """The body of docgen's own template, from which tags are taken with the paragraphs that they stand in."""

    def __init__(self, body: Element) -> None:
        self.body = body

    def of(self, tag: str) -> list[Element]:
        """Return copies of the paragraph that holds `tag`, or of the loop that it opens; none where there is no such tag."""
        first = next((each for each in self.body.iter(f"{W}p") if _holds(each, tag)), None)
        if first is None:
            return []
        group, opens = [first], _OPENS.match(text_of(first))
        while opens and not text_of(group[-1]).startswith(f"{{%p end{opens[1]}"):
            group.append(group[-1].getnext())
        copies = deepcopy(group)
        for text in (text for each in copies for text in each.iter(f"{W}t")):
            text.text = _MEASURE.sub("", text.text or "")
        return copies

    def block(self, tag: str) -> int:
        """Return which block of the body holds `tag`."""
        return next(place for place, each in enumerate(self.body) if _holds(each, tag))

    def blocks(self, first: int, end: int) -> list[Element]:
        """Return copies of the blocks from `first` to before `end`."""
        return deepcopy(self.body[first:end])


def _holds(element: Element, tag: str) -> bool:
    return tag in text_of(element) or any(tag in each.get("descr", "") for each in element.iter(f"{WP}docPr"))


def text_of(element: Element) -> str:
    """Return the words that stand in `element`."""
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def paragraph_of(parent: Element, words: str) -> Element:
    """Return a paragraph of `words`, at the end of `parent`."""
    made = etree.SubElement(parent, f"{W}p")
    if words:
        etree.SubElement(etree.SubElement(made, f"{W}r"), f"{W}t").text = words
    return made


def handed_on(parts: dict[str, bytes], package: Package, base: dict[str, bytes]) -> dict[str, bytes]:
    """Return `parts`, those of `package` after its text was taken out, as those of a template that others may have.

    Pictures, charts and remarks that nothing calls for any more are taken out; what the tags of the template `base` call for
    by a name with `CARRIED` before it comes in.
    """
    folder, _, name = package.main.rpartition("/")
    where = f"{folder}/_rels/{name}.rels"
    relations, kinds, written = parsed_part(parts[where]), parsed_part(parts[TYPES]), parts[package.main]
    for each in list(relations):
        if each.get("Type", "").rpartition("/")[2] in _OF_TEXT and f'"{each.get("Id")}"'.encode() not in written:
            relations.remove(each)
            parts.pop(package.relations[each.get("Id")].target or "", None)
    for each in [each for each in kinds if (part := each.get("PartName")) and part.lstrip("/") not in parts]:
        kinds.remove(each)
    types = {each.get("PartName"): each.get("ContentType") for each in parsed_part(base[TYPES])}
    for each in parsed_part(base[_RELATIONS]):
        identifier, part = CARRIED + each.get("Id"), f"word/{each.get('Target')}"
        if f'"{identifier}"'.encode() in written:
            own = f"/{part.removesuffix('.xml')}-docgen.xml"
            parts[own[1:]] = base[part]
            namespace = etree.QName(kinds).namespace
            etree.SubElement(kinds, f"{{{namespace}}}Override", PartName=own, ContentType=types[f"/{part}"])
            namespace = etree.QName(relations).namespace
            etree.SubElement(relations, f"{{{namespace}}}Relationship", Id=identifier, Type=each.get("Type"), Target=own)
    return {**parts, where: written_part(relations), TYPES: written_part(kinds)}
