"""Says in Vietnamese why the operating system refused."""

import errno
from pathlib import Path
from typing import Final

_REASONS: Final = {
    errno.ENOENT: "không có tệp hoặc thư mục này",
    errno.ENOTDIR: "một phần của đường dẫn không phải thư mục",
    errno.EISDIR: "đây là thư mục",
    errno.EEXIST: "đã có tệp cùng tên",
    errno.ENOTEMPTY: "thư mục không trống",
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EROFS: "chỗ này chỉ cho đọc",
    errno.ENOSPC: "ổ đĩa đầy",
    errno.EDQUOT: "hết dung lượng được cấp",
    errno.EFBIG: "tệp quá lớn",
    errno.EIO: "ổ đĩa báo lỗi",
    errno.ENXIO: "không tìm thấy thiết bị",
    errno.ENODEV: "không tìm thấy thiết bị",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.ELOOP: "quá nhiều liên kết vòng",
    errno.EINVAL: "tên có ký tự không dùng được",
    errno.EILSEQ: "tên có ký tự không dùng được",
    errno.EBUSY: "đang được chương trình khác dùng",
    errno.ETXTBSY: "đang được chương trình khác dùng",
    errno.EDEADLK: "đang được chương trình khác dùng",
    errno.EXDEV: "hai chỗ này không cùng một ổ đĩa",
    errno.EMFILE: "đang mở quá nhiều tệp",
    errno.ENFILE: "đang mở quá nhiều tệp",
    errno.ENOMEM: "máy hết bộ nhớ",
    errno.ENOEXEC: "không phải chương trình chạy được trên máy này",
    errno.ESTALE: "mất kết nối tới thư mục mạng",
    errno.ETIMEDOUT: "chờ quá lâu không thấy trả lời",
}
NOT_OFFERED: Final = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})  # a system knows no such service
_WINDOWS_REASONS: Final = {  # where several of Windows' own numbers share one errno
    19: "chỗ này chỉ cho đọc",
    21: "ổ đĩa chưa sẵn sàng",
    32: "đang được chương trình khác dùng",
    33: "đang được chương trình khác dùng",
    53: "mất kết nối tới thư mục mạng",
    64: "mất kết nối tới thư mục mạng",
    206: "tên quá dài",
    1224: "đang được chương trình khác dùng",
}


def reason(error: OSError) -> str:
    """Return in a few Vietnamese words, to stand in brackets, why the operating system refused."""
    on_windows = getattr(error, "winerror", None)
    if on_windows in _WINDOWS_REASONS:
        return _WINDOWS_REASONS[on_windows]
    if error.errno in _REASONS:
        return _REASONS[error.errno]
    number = on_windows or error.errno
    return "hệ điều hành báo lỗi" if number is None else f"hệ điều hành báo lỗi số {number}"


def is_folder(path: Path) -> bool:
    """Return whether `path` is a folder; a name that the system cannot even look up is none."""
    try:
        return path.is_dir()
    except OSError:
        return False
