"""A file of data as whichever editor of Windows saved it: its bytes read as text, and edited with every other byte kept."""

import codecs
import stat
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Final

from docgen.data.yamltext.inplace import Splice
from docgen.errors import DataError, FileError, Place, Problem
from docgen.files.named import read_bounded
from docgen.files.package import TooLarge
from docgen.files.refusals import reason
from docgen.text.patterns import lazy_re

_LINE: Final = lazy_re(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


MAX_BYTES: Final = 50_000_000
_TOO_LARGE: Final = f"tệp lớn hơn {MAX_BYTES // 1_000_000} MB; đây có đúng là tệp dữ liệu không?"
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
    try:
        return text_of(data)
    except UnicodeDecodeError as error:
        mark, encoding = _coding(data)
        before = _with_plain_line_ends(data[len(mark) :][: error.start].decode(encoding, errors="replace"))
        place = Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        message = "tệp không phải UTF-8 (có thể là Windows-1258); mở bằng Notepad rồi lưu lại với Encoding: UTF-8"
        raise DataError(Problem(place, message)) from None


def read_bytes(path: Path) -> bytes:
    """Return what the file at `path` holds; raise `FileError` where it cannot be read and `DataError` where it is too large."""
    try:
        if stat.S_ISDIR(path.stat().st_mode):
            raise FileError.at(str(path), "đây là thư mục, không phải tệp; ghi rõ tên tệp .yaml")
        return read_bounded(path, MAX_BYTES)
    except TooLarge:
        raise DataError.at(str(path), _TOO_LARGE) from None
    except (FileNotFoundError, NotADirectoryError):
        raise FileError.at(str(path), "không có tệp này; xem lại tên và thư mục") from None
    except OSError as error:
        raise FileError.at(str(path), f"không đọc được tệp ({reason(error)})") from error
    except ValueError:
        raise FileError.at(str(path), "không đọc được tệp (tên có ký tự không dùng được)") from None


def text_of(data: bytes) -> str:
    r"""Return the text of the file `data` as it is read: its lines ended by `\n` alone."""
    mark, encoding = _coding(data)
    return _with_plain_line_ends(data[len(mark) :].decode(encoding))


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


@dataclass(frozen=True, slots=True)
class Edit:
    """Lines to stand in place of those from `first` on, from 1, `count` of them; with none they are put in before `first`."""

    first: int
    count: int
    lines: tuple[str, ...]


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Return the file `data` with `edits`, which do not overlap; new lines end as the others do."""
    mark, encoding, lines = _lines(data)
    ending = _ending(lines)
    for edit in sorted(edits, key=lambda edit: edit.first, reverse=True):
        at = edit.first - 1
        if at >= len(lines) and lines and not lines[-1].endswith(("\r", "\n")):
            lines[-1] += ending
        lines[at : at + edit.count] = [line + ending for line in edit.lines]
    return mark + "".join(lines).encode(encoding)


def spliced(data: bytes, splices: Iterable[Splice]) -> bytes:
    """Return the file `data` with `splices`, which do not overlap; they count its letters as if each line ended with one."""
    mark, encoding, lines = _lines(data)
    ending = _ending(lines)
    bare = [line.rstrip("\r\n") for line in lines]
    ends = [line[len(text) :] for line, text in zip(lines, bare, strict=True)]
    starts = [0, *accumulate(len(text) + 1 for text in bare)]
    text = "".join(lines)
    typed_starts = [0, *accumulate(map(len, lines))]
    parts, left = list[str](), len(text)  # from the end, where those before it begin
    for splice in sorted(splices, key=lambda one: (one.start, one.end), reverse=True):
        first, last = (_typed(at, starts, typed_starts, bare, ends) for at in (splice.start, splice.end))
        parts += [text[last:left], splice.new.replace("\n", ending)]
        left = first
    return mark + "".join((text[:left], *reversed(parts))).encode(encoding)


def _typed(at: int, starts: list[int], typed_starts: list[int], bare: list[str], ends: list[str]) -> int:
    """Return where the letter `at` stands in a text whose lines end as their author's editor ended them."""
    line = min(bisect_right(starts, at) - 1, len(bare) - 1)
    column = at - starts[line]
    return typed_starts[line] + (column if column <= len(bare[line]) else len(bare[line]) + len(ends[line]))


def _lines(data: bytes) -> tuple[bytes, str, list[str]]:
    """Return the mark that the file opens with, its encoding, and its lines with their ends."""
    mark, encoding = _coding(data)
    return mark, encoding, _LINE.findall(data[len(mark) :].decode(encoding))


def _coding(data: bytes) -> tuple[bytes, str]:
    return next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))


def _ending(lines: list[str]) -> str:
    return next((line[len(line.rstrip("\r\n")) :] for line in lines if line.endswith(("\r", "\n"))), "\n")
