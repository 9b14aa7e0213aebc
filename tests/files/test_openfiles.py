"""A file that is open in Word, Excel or LibreOffice is not replaced: the next save there would put the old text back."""

from pathlib import Path

import pytest

from docgen.errors import FileError
from docgen.files.batch import Batch
from docgen.files.openfiles import open_elsewhere
from docgen.files.storage import write_all


@pytest.mark.parametrize(
    ("name", "lock"),
    [
        ("kehoach.docx", "~$ehoach.docx"),  # seven letters lose one
        ("baocao.docx", "~$baocao.docx"),  # up to six letters stay
        ("17-so-y-te.docx", "~$-so-y-te.docx"),  # longer names lose two
        ("bieu-mau.xlsx", "~$bieu-mau.xlsx"),
        ("kehoach.docx", ".~lock.kehoach.docx#"),
    ],
)
def test_the_file_left_by_the_program_that_has_it_open_is_known(tmp_path: Path, name: str, lock: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    assert open_elsewhere([tmp_path / name]) == []
    (tmp_path / lock).write_bytes(b"")
    (problem,) = open_elsewhere([tmp_path / name])
    assert str(problem) == f"{tmp_path / name}: tệp đang mở ({lock}); đóng tệp ấy rồi chạy lại. Nếu không ai mở thì xóa {lock}"


def test_a_file_that_is_not_there_is_not_open(tmp_path: Path) -> None:
    (tmp_path / "~$baocao.docx").write_bytes(b"")
    assert open_elsewhere([tmp_path / "baocao.docx"]) == []


def test_nothing_of_a_set_is_written_where_one_file_is_open(tmp_path: Path) -> None:
    (tmp_path / "b.pdf").write_bytes(b"old")
    (tmp_path / ".~lock.b.pdf#").write_bytes(b"")
    with pytest.raises(FileError, match="đang mở"):
        write_all({tmp_path / "a.docx": b"new", tmp_path / "b.pdf": b"new"}, overwrite_edits=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".~lock.b.pdf#", "b.pdf"]
    assert (tmp_path / "b.pdf").read_bytes() == b"old"


def test_an_open_file_that_stays_the_same_hinders_nothing(tmp_path: Path) -> None:
    (tmp_path / "b.pdf").write_bytes(b"same")
    (tmp_path / ".~lock.b.pdf#").write_bytes(b"")
    assert write_all({tmp_path / "b.pdf": b"same"}, overwrite_edits=False) == []


def test_a_batch_is_put_back_where_one_of_its_files_is_open(tmp_path: Path) -> None:
    (tmp_path / "thu").mkdir()
    (tmp_path / "thu" / "b.txt").write_bytes(b"old")
    (tmp_path / "thu" / "~$b.txt").write_bytes(b"")
    with Batch(tmp_path / "thu", "congvan", overwrite_edits=True) as batch:
        batch.add("a.txt", b"new")
        batch.add("b.txt", b"new")
        with pytest.raises(FileError, match="đang mở"):
            batch.commit()
    assert sorted(path.name for path in (tmp_path / "thu").iterdir()) == ["b.txt", "~$b.txt"]
