import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from docgen.files import stamp
from docgen.files.package import packed, read_parts
from docgen.files.stamp import CUSTOM
from tests.conftest import SAMPLE, Printed


@pytest.fixture(scope="module")
def paper(print_plan: Callable[[Path], Printed]) -> Printed:
    return print_plan(SAMPLE)


def test_a_paper_fresh_from_docgen_is_untouched(paper: Printed) -> None:
    assert stamp.is_untouched(paper.docx.read_bytes())
    assert stamp.is_untouched(paper.pdf.read_bytes())


def test_the_stamp_tells_version_source_and_content(paper: Printed) -> None:
    properties = read_parts(paper.docx.read_bytes())[CUSTOM].decode()
    for name in ("docgen.version", "docgen.source", "docgen.content"):
        assert f'name="{name}"' in properties


def test_an_edit_is_seen(paper: Printed) -> None:
    document = docx.Document(str(paper.docx))
    document.paragraphs[3].add_run(" thêm")
    buffer = io.BytesIO()
    document.save(buffer)
    assert not stamp.is_untouched(buffer.getvalue())


def test_one_changed_letter_is_seen(paper: Printed) -> None:
    parts = read_parts(paper.docx.read_bytes())
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, data in parts.items():
            package.writestr(
                name, data.replace("Hạnh phúc".encode(), "Hạnh phục".encode()) if name == "word/document.xml" else data
            )
    assert not stamp.is_untouched(buffer.getvalue())


def test_a_signed_or_annotated_pdf_is_seen(paper: Printed) -> None:
    assert not stamp.is_untouched(paper.pdf.read_bytes() + b"1 0 obj\n<</Type/Sig>>\nendobj\n%%EOF\n")


@pytest.mark.parametrize("data", [b"", b"notes of a clerk", b"%PDF-1.6\n%%EOF\n", b"PK\x05\x06" + bytes(18)])
def test_a_strangers_file_is_never_taken_for_ours(data: bytes) -> None:
    assert not stamp.is_untouched(data)


def test_an_encrypted_package_of_a_stranger_is_not_ours(paper: Printed) -> None:
    data = bytearray(paper.docx.read_bytes())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(signature)
        while start >= 0:
            data[start + flags] |= 1
            start = data.find(signature, start + 4)
    assert not stamp.is_untouched(bytes(data))


def test_another_source_gives_another_digest() -> None:
    assert stamp.source_digest(["a", "b"]) != stamp.source_digest(["ab"]) != stamp.source_digest(["b", "a"])


def edited(paper: Printed) -> bytes:
    parts = read_parts(paper.docx.read_bytes())
    return packed({**parts, "word/document.xml": parts["word/document.xml"].replace("Hạnh phúc".encode(), "Hạnh phục".encode())})


def test_a_copy_with_comments_is_no_work_of_docgens(paper: Printed) -> None:
    for original in (paper.docx.read_bytes(), edited(paper)):
        copy = stamp.stamped_copy_of(original, "kehoach.docx", stamp.COMMENTED)
        assert not stamp.is_untouched(copy)
        assert stamp.is_copy_of(copy, "kehoach.docx", stamp.COMMENTED)
        assert not stamp.is_copy_of(copy, "cong-van.docx", stamp.COMMENTED)
        assert not stamp.is_copy_of(original, "kehoach.docx", stamp.COMMENTED)


def test_an_edit_of_a_copy_with_comments_is_seen(paper: Printed) -> None:
    parts = read_parts(stamp.stamped_copy_of(edited(paper), "kehoach.docx", stamp.COMMENTED))
    assert not stamp.is_copy_of(packed({**parts, "word/styles.xml": b"<a/>"}), "kehoach.docx", stamp.COMMENTED)


@pytest.mark.parametrize("data", [b"", b"notes of a clerk", b"%PDF-1.6\n%%EOF\n", b"PK\x05\x06" + bytes(18)])
def test_a_strangers_file_bears_no_comments_of_docgens(data: bytes) -> None:
    assert not stamp.is_copy_of(data, "kehoach.docx", stamp.COMMENTED)
