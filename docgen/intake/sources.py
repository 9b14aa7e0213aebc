"""The ways in of a paper: Word as it is, what LibreOffice makes Word of, plain text; letters of old codes come in as Unicode."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from docgen.check.docview import open_view
from docgen.check.docview.as_unicode import recode
from docgen.check.docview.wordfile import MAX_PART, parsed
from docgen.check.view import View
from docgen.errors import FileError
from docgen.files import libreoffice
from docgen.files.named import MAX_BYTES
from docgen.files.package import UNREADABLE, Archive, TooLarge
from docgen.intake.pdfpages import view_of_pdf
from docgen.intake.typedpaper import view_of_text
from docgen.text import bang_ma
from docgen.text.wording import shortened

_SHEETS: Final = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".et", ".csv")
_TEXTS: Final = (".txt", ".text", ".md", "")
_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_WORD_DOCUMENT: Final = "WordDocument".encode("utf-16-le")  # what the part is called that holds the words of a .doc
_OPEN_DOCUMENT: Final = b"application/vnd.oasis.opendocument.text"
_END_OF_PDF: Final = b"startxref"
_LOCKED_PDF: Final = b"/Encrypt"
_SAYS_LOCKED: Final = "is encrypted"  # in the only line of what LibreOffice makes of such a file
_MOST_TYPED: Final = 20_000_000  # bytes of plain text; a paper of 500 pages has about one million
_CONVERTED: Final = "đã đọc tệp {suffix} qua LibreOffice; xem lại chỗ trình bày phức tạp"
_FROM_PDF: Final = (
    "đã đọc chữ của tệp .pdf qua LibreOffice như văn bản gõ: đoạn được nối lại từ các dòng in; kẻ bảng, ô gộp, chú thích, hình "
    "không đọc được; có bản Word thì nhập bản Word"
)
_TYPED: Final = (
    "đã đọc như văn bản gõ: kiểu chữ, căn lề, ô gộp không có trong tệp này, chú thích chỉ có khi gõ [^1]; bảng chỉ nhận ra khi "
    "các ô cách nhau bằng dấu tab"
)
_JOINED: Final = "đã nối {count} dòng bị ngắt giữa chừng với dòng trên; xem lại chỗ ngắt đoạn"
_OLD_CODE: Final = "{count} đoạn gõ bằng bảng mã {code} (“{words}”); đã chuyển sang Unicode, xem lại"
_OLD_FILE: Final = "tệp dùng bảng mã {code}; đã chuyển sang Unicode, xem lại"
_NO_TEXT: Final = "không đọc được chữ trong tệp này; xem lại tệp, hoặc lưu lại dạng .docx hay .txt (UTF-8)"
_EMPTY: Final = "tệp rỗng; xem lại tệp này"
_SCANNED: Final = "PDF này không có chữ (ảnh chụp hoặc quét) nên không đọc được; dùng bản Word gốc, hoặc nhận dạng chữ rồi nhập"
_MANIFEST: Final = "META-INF/manifest.xml"
_PARTS: Final = ("content.xml", "styles.xml")
_LOCKED_PART: Final = b"encryption-data"
_LOCKED_ODT: Final = "tệp đặt mật khẩu; bỏ mật khẩu rồi nhập lại"
_BROKEN_ODT: Final = "tệp .odt hỏng hoặc chưa tải xong; mở bằng phần mềm đã tạo nó rồi lưu lại dạng .docx"
_SWOLLEN: Final = "tệp lớn bất thường khi mở ra; xem lại tệp này"
_DAMAGED: Final = "tệp PDF hỏng hoặc chưa tải xong; xem lại tệp này"
_LOCKED: Final = "tệp PDF đặt mật khẩu; bỏ mật khẩu rồi nhập lại, hoặc dùng bản Word"
_TOO_LONG: Final = f"tệp chữ lớn hơn {_MOST_TYPED // 1_000_000} MB; đây có đúng là văn bản không?"
_WORDS_SHOWN: Final = 30


@dataclass(frozen=True)
class Source:
    """A paper as it came in: its view, what to say of the way, and whether it is plain text, in which much is not seen."""

    view: View
    told: tuple[str, ...] = ()
    is_typed: bool = False


def is_word(data: bytes) -> bool:
    """Return whether the bytes are those of a .docx."""
    return b"word/document.xml" in data


def is_sheet(data: bytes, suffix: str) -> bool:
    """Return whether the bytes are those of a workbook, by what they are or else by the name."""
    return b"xl/workbook.xml" in data or (suffix.lower() in _SHEETS and not is_word(data))


def open_source(name: str, data: bytes, suffix: str) -> Source:
    """Return the paper in `data`, the file `name` of the kind `suffix` (".docx"; blank for what is typed or pasted).

    What it really is counts, not its name. Raises `FileError` where it cannot be read.
    """
    kind = _kind(data, suffix.lower())
    if kind in _TEXTS:
        return _typed(name, data)
    if kind == ".docx":
        view = open_view(name, data)
        return Source(view, tuple(_recoded(view)))
    if kind == ".odt":
        _refuse_traps(name, data)
    if kind == ".pdf" and _END_OF_PDF not in data:
        raise FileError.at(name, _DAMAGED)
    view = open_view(name, _to_word(name, data, kind))
    if kind == ".pdf":
        view = _read_pdf(name, data, view)
        return Source(view, (_FROM_PDF, *_recoded(view)), is_typed=True)
    return Source(view, (_CONVERTED.format(suffix=kind), *_recoded(view)))


def _refuse_traps(name: str, data: bytes) -> None:
    """Raise `FileError` where an .odt is locked, damaged, larger inside than a paper can be, or declares entities."""
    try:
        archive = Archive(data)
        if sum(archive.sizes.values()) > MAX_BYTES:
            raise TooLarge
        manifest = archive.read(_MANIFEST, MAX_PART) if _MANIFEST in archive.sizes else b""
        if _LOCKED_PART in manifest:
            raise FileError.at(name, _LOCKED_ODT)
        for part in _PARTS:
            if part in archive.sizes:
                parsed(name, part, archive.read(part, MAX_PART))
    except TooLarge:
        raise FileError.at(name, _SWOLLEN) from None
    except UNREADABLE:
        raise FileError.at(name, _BROKEN_ODT) from None


def _read_pdf(name: str, data: bytes, converted: View) -> View:
    view = view_of_pdf(converted)
    if len(view.paragraphs) == 1 and (_LOCKED_PDF in data or _SAYS_LOCKED in view.paragraphs[0].words):
        raise FileError.at(name, _LOCKED)
    if not view.paragraphs:
        raise FileError.at(name, _SCANNED)
    return view


@lru_cache(maxsize=1)
def _to_word(name: str, data: bytes, kind: str) -> bytes:
    """Return what LibreOffice makes of `data`, kept for the next look at the same file: a run takes seconds."""
    return libreoffice.to_word(name, data, kind)


def _kind(data: bytes, suffix: str) -> str:
    """Return the suffix of what the bytes are, ".docx" where the reader of Word's papers is to say what is wrong with them."""
    if data.startswith(_OLE) and _WORD_DOCUMENT in data:
        return ".doc"
    if data.startswith(b"{\\rtf"):
        return ".rtf"
    if b"%PDF-" in data[:1024]:
        return ".pdf"
    if data.startswith(b"PK"):
        return ".odt" if not is_word(data) and (suffix == ".odt" or _OPEN_DOCUMENT in data[:200]) else ".docx"
    return suffix if suffix in _TEXTS else ".docx"


def _typed(name: str, data: bytes) -> Source:
    if len(data) > _MOST_TYPED:
        raise FileError.at(name, _TOO_LONG)
    try:
        text, code = bang_ma.decoded(data)
    except ValueError:
        raise FileError.at(name, _NO_TEXT) from None
    if not text.strip():
        raise FileError.at(name, _EMPTY)
    view, joints = view_of_text(text)
    joined = [_JOINED.format(count=joints)] if joints else []
    return Source(view, (_TYPED, *joined, *([_OLD_FILE.format(code=code)] if code else [])), is_typed=True)


def _recoded(view: View) -> Iterator[str]:
    """Put the letters of old codes in `view` into Unicode, before anybody has read it; yield what is to be said of it."""
    for name, some in recode(view).items():
        yield _OLD_CODE.format(count=len(some), code=name, words=shortened(some[0].words, _WORDS_SHOWN, whole_words=True))
