import io
import zipfile

import pytest

from docgen.files.package import appended, packed, read_parts

BASE = packed({"[Content_Types].xml": b"<Types/>", "word/styles.xml": b"<styles/>" * 1000})
PARTS = [
    ("word/document.xml", [b"<document>", "chữ ".encode() * 50_000, b"", b"</document>"]),
    ("docProps/core.xml", [b"<core/>"]),
]


def as_zipfile_appends(base: bytes, parts: list[tuple[str, list[bytes]]]) -> bytes:
    buffer = io.BytesIO()
    buffer.write(base)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED, compresslevel=3) as package:
        for name, pieces in parts:
            with package.open(name, "w") as part:
                for piece in pieces:
                    part.write(piece)
            info = package.getinfo(name)
            info.create_system = info.external_attr = 0
    return buffer.getvalue()


@pytest.mark.parametrize("parts", [PARTS, PARTS[:1], []])
def test_parts_are_laid_behind_a_package_as_zipfile_would(parts: list[tuple[str, list[bytes]]]) -> None:
    made = appended(BASE, parts)
    assert read_parts(made) == {**read_parts(BASE), **{name: b"".join(pieces) for name, pieces in parts}}
    assert made == as_zipfile_appends(BASE, parts)


def test_parts_can_be_laid_behind_again() -> None:
    assert appended(appended(BASE, PARTS[:1]), PARTS[1:]) == appended(BASE, PARTS)
