"""Files that are broken, or made to break a reader: each gets a clear sentence and exit code 5, soon and in little memory."""

import io
import resource
import zipfile
from collections.abc import Callable

import pytest

from docgen.check.docview import open_view
from docgen.check.judging import judge
from docgen.errors import ExitCode, FileError
from tests.check.raw import content_types, docx, package, paragraph, parts_of, relations, run

BODY = paragraph(run("Kính gửi: Sở Nội vụ"))
ROW = "<w:tr>" + f"<w:tc>{BODY}</w:tc>" * 4 + "</w:tr>"
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000)
MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"


def without(part: str) -> bytes:
    return package({name: content for name, content in parts_of(BODY, styles="").items() if name != part})


def replaced(part: str, content: str | bytes) -> bytes:
    return package({**parts_of(BODY, styles=""), part: content})


def swollen(part: str = "word/document.xml", opening: bytes = b"<a>") -> bytes:
    """Return a .docx one part of which unpacks to 2 GB."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts_of(BODY).items():
            if name != part:
                target.writestr(name, content)
        with target.open(part, "w", force_zip64=True) as entry:
            entry.write(opening)
            for _ in range(200):
                entry.write(b" " * 1_000_000)
    return buffer.getvalue()


def spoilt_lzma() -> bytes:
    """Return a .docx packed by LZMA, a byte of which is another."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as target:
        for name, content in parts_of(BODY).items():
            target.writestr(name, content)
    data = bytearray(buffer.getvalue())
    data[data.index(b"word/document.xml") + 60] ^= 0xFF
    return bytes(data)


ENTITIES = (
    '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    "<w:document xmlns:w='x'><w:body>&b;&x;</w:body></w:document>"
)
DEEP = "<a>" * 100_000
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "not a zip": ("Kính gửi: Sở Ngoại vụ".encode, "không phải tệp .docx"),
    "empty": (lambda: b"", "tệp rỗng"),
    "half a file": (lambda: docx(BODY)[:600], "hỏng hoặc chưa tải xong"),
    "a part that cannot be unpacked": (spoilt_lzma, "không đọc được phần word/document.xml"),
    "a .doc": (lambda: OLE, "Word đời cũ (.doc)"),
    "with a password": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "đặt mật khẩu"),
    "a PDF": (lambda: b"%PDF-1.7 ...", "tệp PDF"),
    "an RTF": (lambda: b"{\\rtf1 ...", "tệp RTF"),
    "an Excel file": (lambda: package({"xl/workbook.xml": "<a/>", "[Content_Types].xml": content_types()}), "tệp Excel"),
    "a PowerPoint file": (lambda: package({"ppt/presentation.xml": "<a/>"}), "tệp PowerPoint"),
    "an OpenDocument file": (lambda: package({"META-INF/manifest.xml": "<a/>", "content.xml": "<a/>"}), "OpenDocument"),
    "another zip": (lambda: package({"readme.txt": "a"}), "thiếu phần [Content_Types].xml"),
    "macros": (lambda: replaced("[Content_Types].xml", content_types(MACRO)), "có macro (.docm)"),
    "a zip bomb": (swollen, "lớn bất thường"),
    "entities": (lambda: replaced("word/document.xml", ENTITIES), "khai báo lạ (DTD)"),
    "entities in the relations": (lambda: replaced("_rels/.rels", ENTITIES), "khai báo lạ (DTD)"),
    "nested too deep": (lambda: replaced("word/document.xml", DEEP), "word/document.xml không đọc được"),
    "not XML": (lambda: replaced("word/document.xml", b"\x00\x01\x02"), "word/document.xml không đọc được"),
    "another encoding": (lambda: replaced("word/document.xml", "<w>Kính</w>".encode("latin-1")), "không đọc được"),
    "without content types": (lambda: without("[Content_Types].xml"), "thiếu phần [Content_Types].xml"),
    "without relations": (lambda: without("_rels/.rels"), "thiếu phần _rels/.rels"),
    "without its main part": (lambda: without("word/document.xml"), "thiếu phần word/document.xml"),
    "without the styles that it points to": (lambda: without("word/styles.xml"), "thiếu phần word/styles.xml"),
    "relations that point nowhere": (
        lambda: replaced("word/_rels/document.xml.rels", relations({"styles": "../../../etc/passwd"})),
        "thiếu phần etc/passwd",
    ),
    "relations without a main part": (lambda: replaced("_rels/.rels", relations({"other": "a.xml"})), "không có phần văn bản"),
    "no body": (
        lambda: replaced(
            "word/document.xml", "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>"
        ),
        "không có nội dung",
    ),
    "ten thousand parts": (lambda: package({f"a{number}": "" for number in range(10_001)}), "hơn 10000 phần"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_in_a_clear_sentence(name: str) -> None:
    make, said = REFUSED[name]
    with pytest.raises(FileError) as caught:
        judge("thu.docx", make())
    assert caught.value.exit_code == ExitCode.FILES
    assert str(caught.value).startswith("thu.docx: ")
    assert said in str(caught.value)
    assert ";" in str(caught.value), "what to do"


def test_a_part_that_nothing_points_to_is_never_unpacked() -> None:
    assert judge("thu.docx", swollen("word/styles.xml")).name == "thu.docx"


def test_a_bomb_takes_little_memory() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(FileError):
        open_view("thu.docx", swollen())
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    assert grown < 150, f"{grown:.0f} MB"


STRANGE = {
    "an empty body": "",
    "20,000 paragraphs": BODY * 20_000,
    "tables fifty deep": "<w:tbl><w:tr><w:tc>" * 50 + BODY + "</w:tc></w:tr></w:tbl>" * 50,
    "a table of 2,000 rows": f"<w:tbl>{ROW * 2_000}</w:tbl>",
    "absurd numbers": paragraph(
        run("a", f'<w:sz w:val="{"9" * 40}"/>'), '<w:ind w:left="1e99"/><w:spacing w:line="-1" w:before="NaN"/><w:jc w:val="?"/>'
    ),
    "a list of its own": paragraph(run("a"), '<w:numPr><w:ilvl w:val="99"/><w:numId w:val="-7"/></w:numPr>'),
    "a table without cells": "<w:tbl><w:tr/></w:tbl>",
    "fields that never end": "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r></w:p>" * 100 + BODY,
    "foreign elements": "<w:unknown><w:p/></w:unknown><w:altChunk/><w:p><w:unknown/></w:p>",
}


@pytest.mark.parametrize("name", STRANGE)
def test_what_word_opens_is_judged(name: str) -> None:
    assert judge("thu.docx", docx(STRANGE[name])).applied >= 0


def test_strict_ooxml_is_read_like_the_usual_one() -> None:
    strict = {
        name: str(content).replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"
        )
        for name, content in parts_of(BODY).items()
    }
    assert open_view("thu.docx", package(strict)).paragraphs[0].text == "Kính gửi: Sở Nội vụ"


def test_parts_in_utf_16_are_read() -> None:
    xml = '<?xml version="1.0" encoding="UTF-16"?>' + str(parts_of(BODY)["word/document.xml"])
    assert open_view("thu.docx", replaced("word/document.xml", xml.encode("utf-16"))).paragraphs[0].text == "Kính gửi: Sở Nội vụ"


def test_the_main_part_may_have_another_name() -> None:
    parts = parts_of(BODY)
    parts["word/document2.xml"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = relations({"officeDocument": "/word/document2.xml"})
    assert open_view("thu.docx", package(parts)).paragraphs[0].text == "Kính gửi: Sở Nội vụ"
