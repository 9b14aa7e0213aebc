"""Zips of parts: those of strangers read within bounds, our own written the same way every time."""

import io
import lzma
import posixpath
import shutil
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any, Final

from lxml import etree

UNREADABLE: Final = (  # all that a stranger's zip makes the reader of zips raise
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, RuntimeError, ValueError, IndexError,
    KeyError,
)  # fmt: skip
TYPES: Final = "[Content_Types].xml"
ROOT_RELATIONS: Final = "_rels/.rels"
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_QUICK: Final = 3  # twice as fast as zlib's usual 6, and a tenth larger
_NO_RELATIONS: Final = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'


class TooLarge(ValueError):
    """A file, or a part of a package, is larger than such a one ever is."""


class Archive:
    """A zip that comes from anywhere; making and reading it raise one of `UNREADABLE` where it is damaged.

    `sizes` are the bytes that each part says it has, which are as many as are ever unpacked of it.
    """

    def __init__(self, data: bytes) -> None:
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        self.sizes: Mapping[str, int] = {entry.filename: entry.file_size for entry in self._zip.infolist()}

    def read(self, name: str, most: int) -> bytes:
        """Return the part `name`; raise `TooLarge` where it has more than `most` bytes, and `KeyError` where there is none."""
        if self.sizes[name] > most:
            raise TooLarge(name)
        return self._zip.read(name)

    def checksum(self, name: str) -> int:
        """Return the checksum of the part `name`, which tells it from another of that name."""
        return self._zip.getinfo(name).CRC


def read_parts(data: bytes, most: int | None = None) -> dict[str, bytes]:
    """Return the parts of a package by name, in the order in which they lie in it.

    Raises `TooLarge` where together they have more than `most` bytes.
    """
    archive = Archive(data)
    total = sum(archive.sizes.values())
    if most is not None and total > most:
        raise TooLarge
    return {name: archive.read(name, total) for name in archive.sizes}


def part_of(data: bytes, name: str) -> bytes:
    """Return one part of a package of ours; raise `KeyError` where it has none of that name."""
    archive = Archive(data)
    return archive.read(name, archive.sizes[name])


def packed(parts: Mapping[str, bytes], *, stored: bool = False) -> bytes:
    """Return a package of `parts`; `stored`: as they are, for one that is only to be read again."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(member(name), content, zipfile.ZIP_STORED if stored else None)
    return buffer.getvalue()


def repacked(base: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return the package `base` with `parts` in the place of its own of these names, new ones behind; no other is held whole."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(base)) as read, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name in dict.fromkeys([*read.namelist(), *parts]):
            with (
                package.open(member(name), "w") as written,
                io.BytesIO(parts[name]) if name in parts else read.open(name) as part,
            ):
                shutil.copyfileobj(part, written)
    return buffer.getvalue()


def appended(base: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return the package `base`, one of ours, with `parts` behind those that it has, which stay packed as they are."""
    buffer = io.BytesIO(base)
    with zipfile.ZipFile(buffer, "a") as package:
        for name, content in parts.items():
            info = member(name)
            package.writestr(info, content, compresslevel=_QUICK)
            info.external_attr = 0  # which `writestr` sets
    return buffer.getvalue()


def member(name: str) -> zipfile.ZipInfo:
    """Return the entry of the part `name`, the same whenever and on whatever system it is written."""
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 0
    return info


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
    types = parsed_part(parts[TYPES])
    if not any(each.get("PartName") == f"/{name}" for each in types):
        etree.SubElement(types, _same_kind(types, "Override"), PartName=f"/{name}", ContentType=content_type)
    relations = parsed_part(parts[relations_name]) if relations_name in parts else parsed_part(_NO_RELATIONS)
    if not any(each.get("Type") == relation for each in relations):
        taken = {each.get("Id") for each in relations}
        identifier = next(each for each in (f"rIdDocgen{number}" for number in range(len(taken) + 1)) if each not in taken)
        etree.SubElement(relations, _same_kind(relations, "Relationship"), Id=identifier, Type=relation, Target=f"/{name}")
    return {**parts, TYPES: written_part(types), relations_name: written_part(relations), name: content}


def parsed_part(data: bytes) -> Any:
    """Return the root of the XML of a part."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True))


def written_part(root: Any) -> bytes:
    """Return the XML of a part with the root `root`."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _same_kind(root: Any, name: str) -> str:
    return f"{{{etree.QName(root).namespace}}}{name}"
