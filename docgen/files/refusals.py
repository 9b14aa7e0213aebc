"""Says in Vietnamese why a file cannot be read or written: what the system refuses, and what somebody has open."""

import errno
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from docgen.errors import FileError, Place, Problem

_BUSY: Final = "đang được chương trình khác dùng"
_UNREACHED: Final = "mất kết nối tới thư mục mạng"
_REASONS: Final = {
    "không có tệp hoặc thư mục này": (errno.ENOENT,),
    "một phần của đường dẫn không phải thư mục": (errno.ENOTDIR,),
    "đây là thư mục": (errno.EISDIR,),
    "đã có tệp cùng tên": (errno.EEXIST,),
    "thư mục không trống": (errno.ENOTEMPTY,),
    "không có quyền": (errno.EACCES, errno.EPERM),
    "chỗ này chỉ cho đọc": (errno.EROFS,),
    "ổ đĩa đầy": (errno.ENOSPC,),
    "hết dung lượng được cấp": (errno.EDQUOT,),
    "tệp quá lớn": (errno.EFBIG,),
    "ổ đĩa báo lỗi": (errno.EIO,),
    "không tìm thấy thiết bị": (errno.ENXIO, errno.ENODEV),
    "tên quá dài": (errno.ENAMETOOLONG,),
    "quá nhiều liên kết vòng": (errno.ELOOP,),
    "tên có ký tự không dùng được": (errno.EINVAL, errno.EILSEQ),
    _BUSY: (errno.EBUSY, errno.ETXTBSY, errno.EDEADLK),
    "hai chỗ này không cùng một ổ đĩa": (errno.EXDEV,),
    "đang mở quá nhiều tệp": (errno.EMFILE, errno.ENFILE),
    "máy hết bộ nhớ": (errno.ENOMEM,),
    "không phải chương trình chạy được trên máy này": (errno.ENOEXEC,),
    _UNREACHED: (errno.ESTALE,),
    "chờ quá lâu không thấy trả lời": (errno.ETIMEDOUT,),
}
_WINDOWS_REASONS: Final = {  # where several of Windows' own numbers share one errno
    "chỗ này chỉ cho đọc": (19,),
    "ổ đĩa chưa sẵn sàng": (21,),
    _BUSY: (32, 33, 1224),
    _UNREACHED: (53, 64),
    "tên quá dài": (206,),
}
NOT_OFFERED: Final = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})  # a system knows no such service
_OPEN: Final = "tệp đang mở ({lock}); đóng tệp ấy rồi chạy lại. Nếu không ai mở thì xóa {lock}"
_OPEN_IN_WORD: Final = "tệp đang mở trong Word hoặc không cho ghi đè"
_CLOSE: Final = "đóng tệp lại rồi chạy lại, hoặc dùng {out} để ghi sang"
_READ_ONLY: Final = "tệp này chỉ cho đọc nên không ghi đè"
_MAKE_WRITABLE: Final = "bỏ thuộc tính chỉ đọc (Read-only) rồi chạy lại, hoặc dùng {out} để ghi sang tên khác"


@dataclass(frozen=True, slots=True)
class Remedies:
    """What is said where a file cannot be put in its place, and what a person can do, in words for what is written there."""

    elsewhere: str
    is_folder: str
    other_name: str = ""
    wait: str = "chờ nó xong rồi chạy lại"


def reason(error: OSError) -> str:
    """Return in a few Vietnamese words, to stand in brackets, why the operating system refused."""
    on_windows = getattr(error, "winerror", None)
    for reasons, number in ((_WINDOWS_REASONS, on_windows), (_REASONS, error.errno)):
        if said := next((words for words, numbers in reasons.items() if number in numbers), None):
            return said
    number = on_windows or error.errno
    return "hệ điều hành báo lỗi" if number is None else f"hệ điều hành báo lỗi số {number}"


def is_folder(path: Path) -> bool:
    """Return whether `path` is a folder; a name that the system cannot even look up is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def refused(what: str, path: Path, error: OSError, remedies: Remedies) -> FileError:
    """Return the error that says what could not be done with the file that stands at `path`, why, and what to do."""
    return FileError.at(str(path), f"{what} ({reason(error)}); {_OPEN_IN_WORD}", f"{_CLOSE} {remedies.elsewhere}")


def unwritable(path: Path, error: OSError) -> FileError:
    """Return the error that says why nothing can be written where `path` is to be."""
    return FileError.at(str(path), f"không ghi được vào thư mục này ({reason(error)})", "ghi sang chỗ khác bằng {out}")


def refuse_untouchable(paths: Collection[Path]) -> None:
    """Raise `FileError` for those of `paths` that somebody has open, or has marked as not to be changed.

    Replacing a file that is open would lose what is written there: the next save puts the old text back. Each program leaves a
    file of its own beside the one that it has open. The system itself would let a file be replaced that is marked read-only.
    """
    opened = [Problem(Place(str(path)), _OPEN.format(lock=lock.name)) for path in paths for lock in _locks(path)]
    marked = [path for path in paths if path.is_file() and not path.stat().st_mode & 0o222]
    if problems := [*opened, *(Problem(Place(str(path)), _READ_ONLY, _MAKE_WRITABLE) for path in marked)]:
        raise FileError(problems)


def _locks(path: Path) -> Iterator[Path]:
    """Yield the file by which Word (the first letters of long names left out), Excel or LibreOffice has `path` open."""
    cut = 2 if len(path.stem) > 7 else 1 if len(path.stem) == 7 else 0
    names = (f"~${path.name[cut:]}", f"~${path.name}", f".~lock.{path.name}#")
    if path.exists():
        yield from [lock for name in names if (lock := path.with_name(name)).exists()][:1]
