"""Opens a .docx without trusting it: bounded in size, no entities, no network; what is no Word paper is refused in words."""

import posixpath
import re
from dataclasses import dataclass, field
from typing import Final, NoReturn

from lxml import etree

from docgen.check.docview.ooxml import Element
from docgen.errors import FileError
from docgen.files.package import UNREADABLE, Archive, TooLarge

MAX_PART: Final = 20_000_000  # bytes of XML in one part; a paper of 500 pages has about 10 million
MAX_ENTRIES: Final = 10_000
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_RELATIONSHIPS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT: Final = (
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", _RELATION[:-1].encode()),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
)
_SAVE_AGAIN: Final = "mở bằng Word rồi lưu lại dạng .docx"
_OTHER_FILES: Final = (
    (b"%PDF", "đây là tệp PDF; kiểm tra trên tệp Word gốc"),
    (b"{\\rtf", f"đây là tệp RTF, không phải .docx; {_SAVE_AGAIN}"),
)
_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_OTHER_PACKAGES: Final = (
    ("xl/", f"đây là tệp Excel, không phải .docx; {_SAVE_AGAIN}"),
    ("ppt/", f"đây là tệp PowerPoint, không phải .docx; {_SAVE_AGAIN}"),
    ("META-INF/manifest.xml", f"đây là tệp OpenDocument (.odt), không phải .docx; {_SAVE_AGAIN}"),
)


@dataclass(frozen=True)
class Relation:
    """Where a part points: the kind of what it points to, and the name of the part, None where it lies outside the file."""

    kind: str
    target: str | None


@dataclass
class Package:
    """The parts of a .docx, read one by one as they are asked for."""

    name: str
    archive: Archive
    main: str = ""
    relations: dict[str, Relation] = field(default_factory=dict)

    def xml(self, part: str) -> Element:
        """Return the root of the XML in `part`; raise `FileError` where it is missing, damaged, too large or dangerous."""
        return parsed(self.name, part, self._bytes(part))

    def related(self, kind: str) -> Element | None:
        """Return the root of the part of `kind` ("styles", "numbering") that the main part points to, None where it has none."""
        data = self.related_bytes(kind)
        return None if data is None else parsed(self.name, f"word/{kind}.xml", data)

    def related_bytes(self, kind: str) -> bytes | None:
        """Return the part of `kind` that the main part points to as it lies in the file, None where it has none."""
        target = next((each.target for each in self.relations.values() if each.kind == kind and each.target), None)
        return None if target is None else self._bytes(target)

    def _bytes(self, part: str) -> bytes:
        if part not in self.archive.sizes:
            _refuse(self.name, f"tệp hỏng: thiếu phần {part}; {_SAVE_AGAIN}")
        try:
            return self.archive.read(part, MAX_PART)
        except TooLarge:
            _refuse(self.name, f"tệp lớn bất thường: phần {part} hơn {MAX_PART // 1_000_000} MB; xem lại tệp này")
        except UNREADABLE:
            _refuse(self.name, f"tệp hỏng hoặc có mật khẩu: không đọc được phần {part}; {_SAVE_AGAIN}")


def open_package(name: str, data: bytes) -> Package:
    """Return the package in `data`; raise `FileError`, with what it is instead and what to do, where it is no .docx."""
    try:
        archive = Archive(data)
    except UNREADABLE:
        _refuse(name, _what_it_is(data))
    names = archive.sizes
    if len(names) > MAX_ENTRIES:
        _refuse(name, f"tệp có hơn {MAX_ENTRIES} phần bên trong, không phải văn bản Word bình thường; xem lại tệp này")
    for opening, what in _OTHER_PACKAGES:
        if any(each.startswith(opening) for each in names) and "word/document.xml" not in names:
            _refuse(name, what)
    package = Package(name, archive)
    package.main = _main_part(package)
    package.relations = _relations(package, package.main)
    return package


def _main_part(package: Package) -> str:
    types = package.xml("[Content_Types].xml")
    main = next((each.target for each in _relations(package, "").values() if each.kind == "officeDocument"), None)
    if main is None:
        _refuse(package.name, f"không phải tệp Word: không có phần văn bản; {_SAVE_AGAIN}")
    kinds = {each.get("PartName", "").lstrip("/"): each.get("ContentType", "") for each in types}
    if "macroEnabled" in kinds.get(main, ""):
        _refuse(package.name, "tệp có macro (.docm) nên không mở; mở bằng Word rồi lưu lại dạng .docx")
    return main


def _relations(package: Package, part: str) -> dict[str, Relation]:
    folder, base = posixpath.split(part)
    source = posixpath.join(folder, "_rels", f"{base}.rels")
    if source not in package.archive.sizes and part:
        return {}
    relations = {}
    for each in package.xml(source).iter(_RELATIONSHIPS):
        outside = each.get("TargetMode") == "External"
        target = posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/")
        relations[each.get("Id", "")] = Relation(each.get("Type", "").rpartition("/")[2], None if outside else target)
    return relations


def parsed(name: str, part: str, data: bytes) -> Element:
    """Return the root of `data`, its base the name of the `part`; raise `FileError` where it is not well-formed or unsafe."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = re.sub(r"^\s*<\?xml.*?\?>", "", data.decode("utf-16", errors="replace")).encode()
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        _refuse(name, f"tệp có khai báo lạ (DTD) ở phần {part} nên không đọc; {_SAVE_AGAIN}")
    if b"purl.oclc.org/ooxml" in data:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    try:
        return etree.fromstring(
            data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True), base_url=part
        )
    except (etree.XMLSyntaxError, ValueError):
        _refuse(name, f"tệp hỏng: phần {part} không đọc được; {_SAVE_AGAIN}")


def _what_it_is(data: bytes) -> str:
    if not data:
        return "tệp rỗng; xem lại tệp này"
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            return "tệp đặt mật khẩu; bỏ mật khẩu trong Word (Tệp, Bảo vệ tài liệu) rồi kiểm tra lại"
        return f"đây là tệp Word đời cũ (.doc), không phải .docx; {_SAVE_AGAIN}"
    for opening, what in _OTHER_FILES:
        if data.startswith(opening):
            return what
    cut = data.startswith(b"PK")
    return f"tệp .docx hỏng hoặc chưa tải xong; {_SAVE_AGAIN}" if cut else f"không phải tệp .docx; {_SAVE_AGAIN}"


def _refuse(name: str, message: str) -> NoReturn:
    raise FileError.at(name, message)
