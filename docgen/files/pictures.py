"""Pages of a PDF as pictures (PNG). The one door to pdfium, which bears one thread at a time."""

import struct
import threading
import zlib
from typing import Final

from docgen.errors import Argument, FileError

_PIXELS_A_POINT: Final = 1.6  # an A4 page is 952 pixels wide: sharp at the width of a screen's half, readable at twice that
_QUICK: Final = 1  # zlib's quickest: a page is nearly all white
_TURN: Final = threading.Lock()
_MISSING: Final = "máy này chưa cài phần vẽ trang (pypdfium2)"
_INSTALL: Final = "cài bằng lệnh: pip install docgen[mo]"


def count_pages(pdf: bytes) -> int:
    """Return how many pages `pdf` has."""
    with _TURN:
        document = _opened(pdf)
        try:
            return len(document)
        finally:
            document.close()


def picture(pdf: bytes, page: int) -> bytes:
    """Return the page `page` of `pdf`, from 0, as PNG; raise `IndexError` where there is no such page."""
    with _TURN:
        document = _opened(pdf)
        try:
            if not 0 <= page < len(document):
                raise IndexError(page)
            bitmap = document[page].render(scale=_PIXELS_A_POINT, rev_byteorder=True)
            raw, width, height, stride = bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride
            channels = bitmap.n_channels
        finally:
            document.close()
    return _png(raw, width, height, stride, channels)


def _opened(pdf: bytes):  # type: ignore[no-untyped-def]  # pdfium has no types
    try:
        from pypdfium2 import PdfDocument  # noqa: PLC0415  # only the page needs it
    except ModuleNotFoundError:
        raise FileError.at(Argument("pdf"), _MISSING, _INSTALL) from None
    return PdfDocument(pdf)


def _png(raw: bytes, width: int, height: int, stride: int, channels: int) -> bytes:
    """Return rows of red, green, blue (and perhaps alpha) as PNG."""
    kind = {1: 0, 3: 2, 4: 6}[channels]
    rows = b"".join(b"\0" + raw[at : at + width * channels] for at in range(0, height * stride, stride))
    head = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(*one) for one in ((b"IHDR", head), (b"IDAT", zlib.compress(rows, _QUICK)), (b"IEND", b""))
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
