"""The stamp on each .docx and .xlsx that docgen writes: who made it, from what, what it held then; so that edits are seen.

A PDF is stamped by a last line behind its end mark, which readers pass over; annotating or signing the file breaks the stamp.
"""

import hashlib
import io
import zipfile
from collections.abc import Iterable
from typing import Final
from xml.etree import ElementTree as ET

from docgen import __version__
from docgen.files.package import CUSTOM, UNREADABLE, appended, custom_properties, packed, read_parts, with_custom_properties

_VERSION: Final = "docgen.version"
_SOURCE: Final = "docgen.source"
_CONTENT: Final = "docgen.content"
_UNREADABLE: Final = (*UNREADABLE, ET.ParseError)
_PDF_MARK: Final = b"%docgen.content "


def source_digest(sources: Iterable[str]) -> str:
    """Return the digest of everything that a paper was made from."""
    digest = hashlib.sha256()
    for source in sources:
        digest.update(hashlib.sha256(source.encode()).digest())
    return digest.hexdigest()


def stamped_docx(docx: bytes, source: str) -> bytes:
    """Return `docx` with the stamp among its custom properties."""
    properties = {_VERSION: __version__, _SOURCE: source, _CONTENT: _content_digest(docx)}
    return appended(docx, {CUSTOM: custom_properties(properties)})


def stamped_copy(docx: bytes, source: str) -> bytes:
    """Return `docx`, a copy of anybody's paper, with the stamp among the custom properties that it has; an .xlsx likewise."""
    parts = with_custom_properties(read_parts(docx), dict.fromkeys((_VERSION, _SOURCE, _CONTENT), ""))
    properties = {_VERSION: __version__, _SOURCE: source, _CONTENT: _content_digest(packed(parts))}
    return packed(with_custom_properties(parts, properties))


def stamped_pdf(pdf: bytes) -> bytes:
    """Return `pdf` with the stamp behind its end."""
    body = pdf if pdf.endswith(b"\n") else pdf + b"\n"
    return body + _PDF_MARK + hashlib.sha256(body).hexdigest().encode() + b"\n"


def is_untouched(data: bytes) -> bool:
    """Return whether `data` is a file that docgen wrote and nobody has edited since."""
    return _is_untouched_pdf(data) if data.startswith(b"%PDF") else _is_untouched_docx(data)


def _is_untouched_pdf(data: bytes) -> bool:
    body, mark, digest = data.rpartition(_PDF_MARK)
    return bool(mark) and hashlib.sha256(body).hexdigest().encode() == digest.strip()


def _is_untouched_docx(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            properties = package.read(CUSTOM)
        written = {entry.get("name"): "".join(entry.itertext()) for entry in ET.fromstring(properties)}
        return written.get(_CONTENT) == _content_digest(data)
    except _UNREADABLE:
        return False


def _content_digest(docx: bytes) -> str:
    """Return what tells these parts from any others: their names, lengths and checksums, as the zip itself lists them."""
    digest = hashlib.sha256()
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        for entry in sorted(package.infolist(), key=lambda entry: entry.filename):
            if entry.filename != CUSTOM:
                digest.update(f"{entry.filename} {entry.file_size} {entry.CRC:08x}\n".encode())
    return digest.hexdigest()
