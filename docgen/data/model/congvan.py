"""What a plan says of its letters (`cong_van:`): wording, number, date, signer. All but what only people know has a default."""

import re
from collections.abc import Iterator
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from docgen.data.model.base import Date, Fault, Model, Paragraphs, Text, refuse
from docgen.data.model.coquan import Ky
from docgen.data.model.noinhan import FilingCopy, Recipients

UNIT: Final = "{don_vi}"
ASKED: Final = "{loi_giao}"
_BLANKS: Final = re.compile(r"\{+[^{}]*\}*|\}+")
_ABOUT: Final = re.compile(r"\A(v\s*/\s*v|về việc)\b\s*:?\s*", re.IGNORECASE)
_BARE_DATE: Final = re.compile(r"\d{1,4}[/.-]\d{1,2}([/.-]\d{1,4})?")
_SYMBOL: Final = re.compile(r"\w[\w&]*(-[\w&]+)*")


def _only_known_blanks(texts: tuple[str, ...]) -> tuple[str, ...]:
    refuse(_unknown_blanks(texts))
    return texts


def _unknown_blanks(texts: tuple[str, ...]) -> Iterator[Fault]:
    for index, text in enumerate(texts):
        for blank in _BLANKS.findall(text):
            if blank not in (UNIT, ASKED):
                words = {"blank": blank, "unit": UNIT, "asked": ASKED}
                sentence = "không có chỗ điền {blank}; chỉ dùng được {unit} và {asked}"
                yield (index,), PydanticCustomError("unknown_blank", sentence, words)


def _symbol(text: str) -> str:
    if not (_SYMBOL.fullmatch(text) and text[0].isupper()):
        raise PydanticCustomError(
            "letter_symbol", "chỉ ghi chữ viết tắt của đơn vị soạn thảo hoặc lĩnh vực, ví dụ VX; docgen tự thêm số và tên cơ quan"
        )
    return text


def _subject(text: str) -> str:
    """Return a subject without the "V/v" that docgen prints before it."""
    return _ABOUT.sub("", text)


def _when(text: str) -> str:
    """Refuse a bare date: "trước ngày" and "đến hết ngày" are not the same day."""
    if _BARE_DATE.fullmatch(text):
        sentence = "“{text}” là ngày đứng một mình; ghi cả chữ dẫn đúng như cần in, ví dụ “trước ngày 30 tháng 11 năm 2023”"
        raise PydanticCustomError("bare_date", sentence, {"text": text})
    return text


Wording = Annotated[Paragraphs, AfterValidator(_only_known_blanks)]


class BaoCao(Model):
    """To whom the units report, and by when, in the words to be printed ("trước ngày 30 tháng 11 năm 2023")."""

    gui: Text
    han: Annotated[Text, AfterValidator(_when)]


class CongVan(Model):
    """The letters' own wording. `{don_vi}` stands for the unit that gets the letter, `{loi_giao}` for "giao" or "đề nghị"."""

    trich_yeu: Annotated[Text, AfterValidator(_subject)] | None = None
    ky_hieu: Annotated[Text, AfterValidator(_symbol)] | None = None
    so_bat_dau: Annotated[int, Field(ge=1, le=999_999)] | None = None
    ngay: Date | None = None
    mo_dau: Wording = ()
    kieu: Annotated[
        Literal["bảng", "danh sách"], BeforeValidator(lambda value: value.strip().lower() if isinstance(value, str) else value)
    ] = "bảng"
    bao_cao: BaoCao | None = None
    ket_thuc: Wording = ()
    noi_nhan: Recipients = ()
    luu: FilingCopy | None = None
    ky: Ky | None = None
