"""What a file says of itself: its properties, and among them the stamp on each .docx and .xlsx that docgen writes.

The stamp says who made the file, from what, and what it held then; so that edits are seen. A PDF is stamped by a last line behind
its end mark, which readers pass over; annotating or signing the file breaks the stamp.
"""

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from html import escape
from types import MappingProxyType
from typing import Final, Protocol
from xml.etree import ElementTree as ET

from docgen import __version__
from docgen.files import package

CORE: Final = "docProps/core.xml"
CUSTOM: Final = "docProps/custom.xml"
_VERSION: Final = "docgen.version"
_SOURCE: Final = "docgen.source"
_CONTENT: Final = "docgen.content"
COMMENTED: Final = "docgen.ghi-chu"  # in place of the above in a copy with comments, whose words are somebody's
REPAIRED: Final = "docgen.da-sua"  # likewise in a repaired copy
_UNREADABLE: Final = (*package.UNREADABLE, ET.ParseError)
_PDF_MARK: Final = b"%docgen.content "
_LARGEST: Final = 1_000_000  # bytes of properties that can be ours
_OOXML: Final = "http://schemas.openxmlformats.org"
_KINDS: Final = {
    CORE: (
        "application/vnd.openxmlformats-package.core-properties+xml",
        f"{_OOXML}/package/2006/relationships/metadata/core-properties",
    ),
    CUSTOM: (
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        f"{_OOXML}/officeDocument/2006/relationships/custom-properties",
    ),
}


def source_digest(sources: Iterable[str]) -> str:
    """Return the digest of everything that a paper was made from."""
    digest = hashlib.sha256()
    for source in sources:
        digest.update(hashlib.sha256(source.encode()).digest())
    return digest.hexdigest()


def stamped_docx(docx: bytes, source: str) -> bytes:
    """Return `docx` with the stamp among its custom properties."""
    properties = {_VERSION: __version__, _SOURCE: source, _CONTENT: _content_digest(docx)}
    return package.appended(docx, {CUSTOM: custom_properties(properties)})


def stamped_copy(docx: bytes, source: str) -> bytes:
    """Return `docx` with the stamp among the custom properties that it has; an .xlsx likewise."""
    return _stamped(docx, source, _CONTENT)


def stamped_copy_of(docx: bytes, paper: str, kind: str) -> bytes:
    """Return `docx`, a copy of that kind of anybody's paper of the name `paper`, stamped as no work of docgen's."""
    return _stamped(docx, source_digest([paper]), kind)


def _stamped(docx: bytes, source: str, kind: str) -> bytes:
    properties = {_VERSION: __version__, _SOURCE: source, _CONTENT: "", kind: ""}
    archive = package.Archive(docx)
    own = {
        name: archive.read(name, archive.sizes[name])
        for name in (package.TYPES, package.ROOT_RELATIONS, CUSTOM)
        if name in archive.sizes
    }
    parts = with_custom_properties(own, properties)
    return package.repacked(docx, with_custom_properties(parts, properties | {kind: _content_digest(docx, parts)}))


def stamped_pdf(pdf: bytes) -> bytes:
    """Return `pdf` with the stamp behind its end."""
    body = pdf if pdf.endswith(b"\n") else pdf + b"\n"
    return body + _PDF_MARK + hashlib.sha256(body).hexdigest().encode() + b"\n"


def is_untouched(data: bytes) -> bool:
    """Return whether `data` is a file that docgen wrote and nobody has edited since."""
    return _is_untouched_pdf(data) if data.startswith(b"%PDF") else _holds(data, _CONTENT)


def _is_untouched_pdf(data: bytes) -> bool:
    body, mark, digest = data.rpartition(_PDF_MARK)
    return bool(mark) and hashlib.sha256(body).hexdigest().encode() == digest.strip()


def source_of(data: bytes) -> str:
    """Return the digest of what a file of docgen's was made of, "" of any other."""
    return _said(data).get(_SOURCE, "")


def is_copy_of(data: bytes, paper: str, kind: str) -> bool:
    """Return whether `data` is docgen's copy of that kind of the paper of this name, and nobody has edited it since."""
    return _said(data).get(_SOURCE) == source_digest([paper]) and _holds(data, kind)


def _holds(data: bytes, kind: str) -> bool:
    """Return whether the parts of a package are still those that the stamp of this kind was made of."""
    digest = _said(data).get(kind)
    return bool(digest) and digest == _content_digest(data)


def _said(data: bytes) -> dict[str, str]:
    """Return the custom properties of a package; none where it is not one that can be read."""
    try:
        root = ET.fromstring(package.Archive(data).read(CUSTOM, _LARGEST))
    except _UNREADABLE:
        return {}
    return {entry.get("name", ""): "".join(entry.itertext()) for entry in root}


def _content_digest(docx: bytes, instead: Mapping[str, bytes] = MappingProxyType({})) -> str:
    """Return what tells these parts from any others: names, lengths and checksums, as the zip lists them; `instead` of some."""
    digest = hashlib.sha256()
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        listed = {entry.filename: (entry.file_size, entry.CRC) for entry in package.infolist()}
    listed |= {name: (len(content), zlib.crc32(content)) for name, content in instead.items()}
    for name, (size, checksum) in sorted(listed.items()):
        if name != CUSTOM:
            digest.update(f"{name} {size} {checksum:08x}\n".encode())
    return digest.hexdigest()


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
    title, author = escape(properties.title, quote=False), escape(properties.author, quote=False)
    return (
        f'{package.DECLARATION}<cp:coreProperties xmlns:cp="{_OOXML}/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy><dc:language>{properties.language}</dc:language>"
        "</cp:coreProperties>"
    ).encode()


def custom_properties(properties: Mapping[str, str]) -> bytes:
    """Return the part of custom document properties, all of them text."""
    entries = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{pid}" name="{escape(name, quote=False)}">'
        f"<vt:lpwstr>{escape(value, quote=False)}</vt:lpwstr></property>"
        for pid, (name, value) in enumerate(properties.items(), start=2)
    )
    return (
        f'{package.DECLARATION}<Properties xmlns="{_OOXML}/officeDocument/2006/custom-properties" '
        f'xmlns:vt="{_OOXML}/officeDocument/2006/docPropsVTypes">{entries}</Properties>'
    ).encode()


def with_property_parts(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return `parts` with the core and custom properties declared, whether the template had them or not; blank so far."""
    for name, kind in _KINDS.items():
        parts = package.with_part(parts, name, b"", kind)
    return dict(parts)


def with_custom_properties(parts: Mapping[str, bytes], properties: Mapping[str, str]) -> dict[str, bytes]:
    """Return `parts` with `properties` among the custom properties that the package had."""
    mine = package.parsed_part(custom_properties(properties))
    if CUSTOM in parts:
        theirs = package.parsed_part(parts[CUSTOM])
        for entry in [entry for entry in theirs if entry.get("name") in properties]:
            theirs.remove(entry)
        theirs.extend(list(mine))
        for pid, entry in enumerate(theirs, start=2):
            entry.set("pid", str(pid))
        mine = theirs
    return package.with_part(parts, CUSTOM, package.written_part(mine), _KINDS[CUSTOM])
