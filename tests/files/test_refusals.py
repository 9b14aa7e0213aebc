import errno
import os
from pathlib import Path

import pytest

from docgen.errors import FileError
from docgen.files.refusals import is_folder, reason, refuse_untouchable
from docgen.files.storage import Batch, write_all


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EACCES, "không có quyền"),
        (errno.ENOSPC, "ổ đĩa đầy"),
        (errno.EROFS, "chỗ này chỉ cho đọc"),
        (errno.EIO, "ổ đĩa báo lỗi"),
        (errno.ENAMETOOLONG, "tên quá dài"),
        (errno.ELOOP, "quá nhiều liên kết vòng"),
        (errno.EBUSY, "đang được chương trình khác dùng"),
    ],
)
def test_a_refusal_is_told_in_vietnamese(number: int, said: str) -> None:
    assert reason(OSError(number, os.strerror(number))) == said


def test_a_refusal_without_words_of_its_own_is_told_by_its_number() -> None:
    assert reason(OSError(9999, "Unheard of")) == "hệ điều hành báo lỗi số 9999"


def test_a_refusal_without_a_number_is_told_all_the_same() -> None:
    assert reason(OSError("cannot")) == "hệ điều hành báo lỗi"


def test_windows_tells_an_open_file_from_a_forbidden_one() -> None:
    error = PermissionError(errno.EACCES, "Access is denied")
    error.winerror = 32  # type: ignore[attr-defined,unused-ignore]  # only Windows has it
    assert reason(error) == "đang được chương trình khác dùng"


def test_a_name_that_cannot_be_looked_up_is_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Path) -> bool:
        raise PermissionError(errno.EACCES, "no")

    assert is_folder(tmp_path)
    monkeypatch.setattr(Path, "is_dir", refused)
    assert not is_folder(tmp_path)


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
    refuse_untouchable([tmp_path / name])
    (tmp_path / lock).write_bytes(b"")
    with pytest.raises(FileError) as error:
        refuse_untouchable([tmp_path / name])
    assert (
        str(error.value) == f"{tmp_path / name}: tệp đang mở ({lock}); đóng tệp ấy rồi chạy lại. Nếu không ai mở thì xóa {lock}"
    )


def test_a_file_that_is_not_there_is_not_open(tmp_path: Path) -> None:
    (tmp_path / "~$baocao.docx").write_bytes(b"")
    refuse_untouchable([tmp_path / "baocao.docx"])


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
