"""Files read as text, or refused; lines put into one, whatever its line ends and encoding, the rest byte for byte."""

import codecs
from pathlib import Path

import pytest

from docgen.data.yamltext.saved import MAX_BYTES, Edit, edited, read_text, text_of
from docgen.errors import DataError, FileError

EDITS = [Edit(2, 1, ("B", "b")), Edit(4, 0, ("ă",))]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(b"", "utf-8"), (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_lines_are_replaced_and_put_in(ending: str, mark: bytes, encoding: str) -> None:
    def data(*lines: str) -> bytes:
        return mark + "".join(line + ending for line in lines).encode(encoding)

    made = edited(data("a", "x", "c\u2028", "d"), EDITS)
    assert made == data("a", "B", "b", "c\u2028", "ă", "d")
    assert text_of(made) == "a\nB\nb\nc\u2028\nă\nd\n"


def test_a_last_line_without_an_end_gets_one_before_what_is_put_behind_it() -> None:
    assert edited(b"a\r\nb", [Edit(3, 0, ("c",))]) == b"a\r\nb\r\nc\r\n"
    assert edited(b"a\nb", [Edit(1, 1, ("c",))]) == b"c\nb"


def test_an_empty_file() -> None:
    assert edited(b"", [Edit(1, 0, ("a",))]) == b"a\n"


@pytest.mark.parametrize("name", ["k" * 5000, "a\0b"])
def test_a_name_that_no_disk_takes_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileError, match="không đọc được tệp"):
        read_text(tmp_path / name)


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "vong.yaml"
    link.symlink_to(link)
    with pytest.raises(FileError, match="quá nhiều liên kết vòng"):
        read_text(link)


def test_a_source_without_end_is_not_read_to_its_end() -> None:
    with pytest.raises(DataError, match=f"lớn hơn {MAX_BYTES // 1_000_000} MB"):
        read_text(Path("/dev/zero"))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04...word/document.xml", "Word"),
        (b"PK\x03\x04...xl/workbook.xml", "Excel"),
        (b"PK\x03\x04...", "zip"),
        (bytes.fromhex("d0cf11e0a1b11ae1"), "đời cũ"),
        (b"%PDF-1.7", "PDF"),
    ],
)
def test_another_kind_of_file_is_recognised(tmp_path: Path, data: bytes, kind: str) -> None:
    path = tmp_path / "thu.yaml"
    path.write_bytes(data)
    with pytest.raises(DataError, match=f"đây là tệp .*{kind}"):
        read_text(path)
