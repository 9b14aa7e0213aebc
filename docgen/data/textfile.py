"""Reads a file of data as text, whichever editor of Windows wrote it, and says so where it is no text at all."""

import stat
from pathlib import Path
from typing import Final

from docgen.errors import DataError, FileError, Place, Problem
from docgen.files.oswords import reason

MAX_BYTES: Final = 50_000_000
_TOO_LARGE: Final = f"tệp lớn hơn {MAX_BYTES // 1_000_000} MB; đây có đúng là tệp dữ liệu không?"
_UTF_16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_OTHER_KINDS: Final = (  # how such a file opens, what it holds, what a clerk calls it
    (b"PK\x03\x04", b"word/", "tệp Word (.docx)"),
    (b"PK\x03\x04", b"xl/", "tệp Excel (.xlsx)"),
    (b"PK\x03\x04", b"", "tệp nén (.zip)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", "tệp Word hoặc Excel đời cũ, hoặc có đặt mật khẩu"),
    (b"%PDF-", b"", "tệp PDF"),
)


def read_text(path: Path) -> str:
    r"""Return the text in the file at `path`, its lines ended by `\n` alone.

    Raises `FileError` where it cannot be read and `DataError` where it is too large, no text, or in another encoding than
    UTF-8 (or UTF-16 with its mark, as Notepad writes it).
    """
    file = str(path)
    data = read_bytes(path)
    for opening, inside, kind in _OTHER_KINDS:
        if data.startswith(opening) and inside in data:
            raise DataError.at(file, f"đây là {kind}, không phải tệp dữ liệu; ghi rõ tên tệp .yaml")
    encoding = "utf-16" if data.startswith(_UTF_16_MARKS) else "utf-8-sig"
    try:
        return _with_plain_line_ends(data.decode(encoding))
    except UnicodeDecodeError as error:
        before = _with_plain_line_ends(data[: error.start].decode(encoding, errors="replace"))
        place = Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        message = "tệp không phải UTF-8 (có thể là Windows-1258); mở bằng Notepad rồi lưu lại với Encoding: UTF-8"
        raise DataError(Problem(place, message)) from None


def read_bytes(path: Path) -> bytes:
    """Return what the file at `path` holds; raise `FileError` where it cannot be read and `DataError` where it is too large."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise FileError.at(str(path), "đây là thư mục, không phải tệp; ghi rõ tên tệp .yaml")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1) if status.st_size <= MAX_BYTES else None
    except (FileNotFoundError, NotADirectoryError):
        raise FileError.at(str(path), "không có tệp này; xem lại tên và thư mục") from None
    except OSError as error:
        raise FileError.at(str(path), f"không đọc được tệp ({reason(error)})") from error
    except ValueError:
        raise FileError.at(str(path), "không đọc được tệp (tên có ký tự không dùng được)") from None
    if data is None or len(data) > MAX_BYTES:
        raise DataError.at(str(path), _TOO_LARGE)
    return data


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
