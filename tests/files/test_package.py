import io
import zipfile

from docgen.files.package import appended, packed, read_parts

BASE = packed({"[Content_Types].xml": b"<Types/>", "word/styles.xml": b"<styles/>" * 1000})
PARTS = {"word/document.xml": b"<document>" + "chữ ".encode() * 50_000 + b"</document>", "docProps/core.xml": b"<core/>"}


def entries(package: bytes) -> list[zipfile.ZipInfo]:
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        assert opened.testzip() is None
        return opened.infolist()


def test_parts_are_laid_behind_a_package_which_stays_packed_as_it_is() -> None:
    made = appended(BASE, PARTS)
    assert read_parts(made) == {**read_parts(BASE), **PARTS}
    last = entries(BASE)[-1]
    end = last.header_offset + 30 + len(last.filename) + last.compress_size  # of the last part; 30 is a local header's own size
    assert made[:end] == BASE[:end]


def test_nothing_in_a_package_tells_when_or_where_it_was_made() -> None:
    for entry in entries(appended(BASE, PARTS)):
        told = (entry.date_time, entry.create_system, entry.extra, entry.flag_bits)
        assert told == ((1980, 1, 1, 0, 0, 0), 0, b"", 0)


def test_parts_can_be_laid_behind_again() -> None:
    first, second = ({name: content} for name, content in PARTS.items())
    assert appended(appended(BASE, first), second) == appended(BASE, PARTS)


def test_nothing_laid_behind_changes_nothing() -> None:
    assert appended(BASE, {}) == BASE
