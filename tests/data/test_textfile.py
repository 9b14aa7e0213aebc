from pathlib import Path

import pytest

from docgen.data.textfile import MAX_BYTES, read_text
from docgen.errors import DataError, FileError


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
