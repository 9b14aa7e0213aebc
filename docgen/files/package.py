"""The .docx as a zip of parts, written the same way every time: fixed order, fixed times, fixed compression."""

import io
import lzma
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any, Final, Protocol
from xml.sax.saxutils import escape

from lxml import etree

UNREADABLE: Final = (  # all that a stranger's zip makes the reader of zips raise
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, RuntimeError, ValueError, IndexError,
    KeyError,
)  # fmt: skip
CORE: Final = "docProps/core.xml"
CUSTOM: Final = "docProps/custom.xml"
_TYPES: Final = "[Content_Types].xml"
_RELATIONS: Final = "_rels/.rels"
_OOXML: Final = "http://schemas.openxmlformats.org"
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_QUICK: Final = 3  # twice as fast as zlib's usual 6, and a tenth larger
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NO_RELATIONS: Final = f'<Relationships xmlns="{_OOXML}/package/2006/relationships"/>'.encode()
_KNOWN_PARTS: Final = {
    CORE: (
        "application/vnd.openxmlformats-package.core-properties+xml",
        f"{_OOXML}/package/2006/relationships/metadata/core-properties",
    ),
    CUSTOM: (
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        f"{_OOXML}/officeDocument/2006/relationships/custom-properties",
    ),
}


def read_parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name, in the order in which they lie in it."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def part_of(data: bytes, name: str) -> bytes:
    """Return one part of a package; raise `KeyError` where it has none of that name."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name)


def repacked(data: bytes) -> bytes:
    """Return the same package with nothing in it that the time or the machine decides."""
    return packed(read_parts(data))


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return a package of `parts`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(_member(name), content)
    return buffer.getvalue()


def appended(base: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return the package `base`, one of ours, with `parts` behind those that it has, which stay packed as they are."""
    buffer = io.BytesIO(base)
    with zipfile.ZipFile(buffer, "a") as package:
        for name, content in parts.items():
            info = _member(name)
            package.writestr(info, content, compresslevel=_QUICK)
            info.external_attr = 0  # which `writestr` sets
    return buffer.getvalue()


def _member(name: str) -> zipfile.ZipInfo:
    """Return the entry of the part `name`, the same whenever and on whatever system it is written."""
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 0
    return info


def with_property_parts(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return `parts` with the core and custom properties declared, whether the template had them or not."""
    declared = dict(parts)
    for name, (content_type, relation) in _KNOWN_PARTS.items():
        types, relations = declared[_TYPES].decode(), declared[_RELATIONS].decode()
        if f'PartName="/{name}"' not in types:
            types = types.replace("</Types>", f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>')
        if relation not in relations:
            identifier = f"rIdDocgen{len(re.findall('<Relationship ', relations))}"
            entry = f'<Relationship Id="{identifier}" Type="{relation}" Target="{name}"/>'
            relations = relations.replace("</Relationships>", f"{entry}</Relationships>")
        declared[_TYPES], declared[_RELATIONS] = types.encode(), relations.encode()
    return declared


def with_part(
    parts: Mapping[str, bytes], name: str, content: bytes, kind: tuple[str, str], *, source: str = ""
) -> dict[str, bytes]:
    """Return `parts` with the part `name` as well, or in place of the old one, declared and related to from `source`.

    `kind` is the part's content type and the type of the relation to it.
    The packages of others are written in any style of XML, so the declarations are read and not searched as text.
    """
    content_type, relation = kind
    folder, base = posixpath.split(source)
    relations_name = posixpath.join(folder, "_rels", f"{base}.rels")
    types = _parsed(parts[_TYPES])
    if not any(each.get("PartName") == f"/{name}" for each in types):
        etree.SubElement(types, _same_kind(types, "Override"), PartName=f"/{name}", ContentType=content_type)
    relations = _parsed(parts[relations_name]) if relations_name in parts else _parsed(_NO_RELATIONS)
    if not any(each.get("Type") == relation for each in relations):
        taken = {each.get("Id") for each in relations}
        identifier = next(each for each in (f"rIdDocgen{number}" for number in range(len(taken) + 1)) if each not in taken)
        etree.SubElement(relations, _same_kind(relations, "Relationship"), Id=identifier, Type=relation, Target=f"/{name}")
    return {**parts, _TYPES: _written(types), relations_name: _written(relations), name: content}


def with_custom_properties(parts: Mapping[str, bytes], properties: Mapping[str, str]) -> dict[str, bytes]:
    """Return `parts` with `properties` among the custom properties that the package had."""
    mine = _parsed(custom_properties(properties))
    if CUSTOM in parts:
        theirs = _parsed(parts[CUSTOM])
        for entry in [entry for entry in theirs if entry.get("name") in properties]:
            theirs.remove(entry)
        theirs.extend(list(mine))
        for pid, entry in enumerate(theirs, start=2):
            entry.set("pid", str(pid))
        mine = theirs
    return with_part(parts, CUSTOM, _written(mine), _KNOWN_PARTS[CUSTOM])


def _parsed(data: bytes) -> Any:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True))


def _written(root: Any) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _same_kind(root: Any, name: str) -> str:
    return f"{{{etree.QName(root).namespace}}}{name}"


class Properties(Protocol):
    """What a document says of itself."""

    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def author(self) -> str: ...  # noqa: D102
    @property
    def language(self) -> str: ...  # noqa: D102


def core_properties(properties: Properties) -> bytes:
    """Return the part of document properties; it bears no time, since docgen has no clock."""
    title, author = escape(properties.title), escape(properties.author)
    return (
        f'{_DECLARATION}<cp:coreProperties xmlns:cp="{_OOXML}/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy><dc:language>{properties.language}</dc:language>"
        "</cp:coreProperties>"
    ).encode()


def custom_properties(properties: Mapping[str, str]) -> bytes:
    """Return the part of custom document properties, all of them text."""
    entries = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{pid}" name="{escape(name)}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for pid, (name, value) in enumerate(properties.items(), start=2)
    )
    return (
        f'{_DECLARATION}<Properties xmlns="{_OOXML}/officeDocument/2006/custom-properties" '
        f'xmlns:vt="{_OOXML}/officeDocument/2006/docPropsVTypes">{entries}</Properties>'
    ).encode()
