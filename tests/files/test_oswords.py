import errno
import os
from pathlib import Path

import pytest

from docgen.files.oswords import is_folder, reason


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
