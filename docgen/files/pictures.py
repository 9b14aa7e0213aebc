"""Papers as pictures of their pages (PNG). The one door to pdfium, which bears one thread at a time."""

import struct
import threading
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from docgen.errors import Argument, FileError
from docgen.files.kept_office import KeptOffice, kept_office

_PIXELS_A_POINT: Final = 1.6  # an A4 page is 952 pixels wide: sharp at the width of a screen's half, readable at twice that
_WORDS_TRIED: Final = (8, 4, 2)  # the first ones of a text: fewer where a line breaks among them
_QUICK: Final = 1  # zlib's quickest: a page is nearly all white
_TURN: Final = threading.Lock()
_MISSING: Final = "máy này chưa cài phần vẽ trang (pypdfium2)"
_INSTALL: Final = "cài bằng lệnh: pip install docgen[mo]"


class Spot(NamedTuple):
    """A place on a page, from 0: its left upper corner, its width and height, as parts of the page's."""

    page: int
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Pages:
    """The pages of one paper; `pdf` is the whole of it."""

    pdf: bytes

    def __len__(self) -> int:
        with _opened(self.pdf) as document:
            return len(document)

    def picture(self, page: int) -> bytes:
        """Return one page, from 0, as PNG; raise `IndexError` where there is no such page."""
        with _opened(self.pdf) as document:
            if not 0 <= page < len(document):
                raise IndexError(page)
            bitmap = document[page].render(scale=_PIXELS_A_POINT, rev_byteorder=True)
            raw, width, height, stride = bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride
            channels = bitmap.n_channels
        return _png(raw, width, height, stride, channels)

    def find(self, texts: Sequence[str]) -> list[Spot | None]:
        """Return for each of `texts` where it first stands: from the line on which its first words do; None where they do not."""
        with _opened(self.pdf) as document:
            pages = [(page, page.get_textpage()) for page in document]
            return [_spot(pages, text) for text in texts]


@dataclass(frozen=True)
class Viewer:
    """Makes pages of papers; threads may share it."""

    _office: KeptOffice

    def pages(self, paper: bytes) -> Pages:
        """Return the pages of the .docx `paper`; raise `FileError` where LibreOffice is missing or fails."""
        return Pages(self._office.to_pdf("văn bản", paper))


@contextmanager
def paper_viewer() -> Iterator[Viewer]:
    """Yield what makes pages of papers; LibreOffice starts with the first one and stops at the end."""
    with kept_office() as office:
        yield Viewer(office)


def _spot(pages: Sequence[tuple[Any, Any]], text: str) -> Spot | None:
    for most in _WORDS_TRIED:
        words = " ".join(text.split()[:most])
        for number, (page, letters) in enumerate(pages):
            found = letters.search(words).get_next() if words else None
            if found is not None and letters.count_rects(*found):
                left, bottom, right, top = letters.get_rect(0)
                width, height = page.get_size()
                return Spot(number, left / width, 1 - top / height, (right - left) / width, (top - bottom) / height)
    return None


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    """Yield the document as pdfium has it, once it is this thread's turn."""
    try:
        from pypdfium2 import PdfDocument  # noqa: PLC0415  # only the page needs it
    except ModuleNotFoundError:
        raise FileError.at(Argument("pdf"), _MISSING, _INSTALL) from None
    with _TURN, closing(PdfDocument(pdf)) as document:
        yield document


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
