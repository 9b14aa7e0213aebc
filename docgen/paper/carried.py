"""The parts of a template that is made of a paper: none of the text that is gone, those that docgen's own tags need."""

from typing import Final

from lxml import etree

from docgen.check.docview.wordfile import Package
from docgen.files.package import TYPES, parsed_part, written_part

CARRIED: Final = "docgen-"  # before the names by which docgen's tags call for parts of its own template
_RELATIONS: Final = "word/_rels/document.xml.rels"
_OF_TEXT: Final = frozenset(
    ("image", "chart", "oleObject", "package", "hyperlink", "diagramData", "comments", "commentsExtended")
)


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
