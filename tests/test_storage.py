from pathlib import Path

import pytest

from docgen import storage
from docgen.errors import FileError
from docgen.stamp import stamped_pdf


def test_a_set_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    files = {tmp_path / "a.docx": b"a", tmp_path / "b.pdf": b"b"}
    assert storage.write_all(files, overwrite_edits=False) == []
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.docx": b"a", "b.pdf": b"b"}


def test_the_same_content_is_written_again_without_a_word(tmp_path: Path) -> None:
    files = {tmp_path / "a.docx": b"a"}
    storage.write_all(files, overwrite_edits=False)
    assert storage.write_all(files, overwrite_edits=False) == []


def test_a_file_of_our_own_that_nobody_edited_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(stamped_pdf(b"%PDF-1.6 old\n"))
    storage.write_all({path: b"new"}, overwrite_edits=False)
    assert path.read_bytes() == b"new"


def test_every_edited_file_is_named_and_none_is_written(tmp_path: Path) -> None:
    first, second, third = (tmp_path / name for name in ("a.docx", "b.docx", "c.docx"))
    first.write_bytes(b"edited")
    third.write_bytes(b"edited too")
    with pytest.raises(FileError) as error:
        storage.write_all({first: b"1", second: b"2", third: b"3"}, overwrite_edits=False)
    assert [problem.place.file for problem in error.value.problems] == [str(first), str(third)]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.docx": b"edited", "c.docx": b"edited too"}


def test_earlier_copies_are_kept_too(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    for number in range(3):
        path.write_bytes(f"edited {number}".encode())
        storage.write_all({path: b"new"}, overwrite_edits=True)
    kept = {name.name: name.read_text("utf-8") for name in tmp_path.iterdir() if ".bak" in name.name}
    assert kept == {"a.docx.bak": "edited 0", "a.docx.bak2": "edited 1", "a.docx.bak3": "edited 2"}


def test_the_rights_of_a_replaced_file_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(stamped_pdf(b"%PDF-1.6 old\n"))
    path.chmod(0o640)
    storage.write_all({path: b"new"}, overwrite_edits=False)
    assert path.stat().st_mode & 0o777 == 0o640
