"""What an office has to answer for, and the questions that ask for it."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from docgen.text.marker import blank

_FULL_NAMES: Final = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}
_SHORT_OPENING: Final = re.compile(rf"\A(?:{'|'.join(_FULL_NAMES)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Question:
    """One question: the answer's name, the option that answers it, its words on a terminal, what a blank for it says."""

    key: str
    option: str
    words: str
    blank: str


QUESTIONS: Final = (
    Question("ten", "--ten", "Tên đầy đủ của cơ quan", blank("tên cơ quan")),
    Question("viet_tat", "--viet-tat", "Chữ viết tắt trong ký hiệu văn bản", blank("chữ viết tắt")),
    Question("co_quan_chu_quan", "--chu-quan", "Cơ quan chủ quản trực tiếp", blank("tên cơ quan chủ quản")),
    Question("dia_danh", "--dia-danh", "Địa danh ghi trước ngày tháng", blank("địa danh")),
    Question("chuc_vu", "--chuc-vu", "Chức vụ của người ký", f"CHỨC VỤ {blank('chức vụ người ký')}"),
    Question("quyen_han", "--quyen-han", "Quyền hạn ký, ngăn nhau bằng dấu phẩy", ""),
    Question("ho_ten", "--ho-ten", "Họ và tên người ký", blank("họ và tên người ký")),
)


@dataclass(frozen=True, slots=True)
class Answers:
    """What the office answered; a text that nobody gave is its blank, or empty where there may be nothing."""

    ten: str
    viet_tat: str
    co_quan_chu_quan: str
    dia_danh: str
    chuc_vu: str
    quyen_han: str
    ho_ten: str

    @property
    def signing_lines(self) -> tuple[str, ...]:
        """Return the lines of authority one by one."""
        return tuple(line for line in (each.strip() for each in self.quyen_han.split(",")) if line)


def normalized(key: str, text: str) -> str:
    """Return an answer as it is kept: in one line and NFC, the office's name written out."""
    words = " ".join(unicodedata.normalize("NFC", text).split())
    if key not in ("ten", "co_quan_chu_quan"):
        return words
    return _SHORT_OPENING.sub(lambda match: _FULL_NAMES[match[0].upper()], words)
