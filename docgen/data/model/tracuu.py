"""What an office keeps to look up: the documents that it cites (`van-ban.yaml`), the values of each year (`gia-tri`)."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Final

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from docgen.data.model.base import (
    AtLeastOne,
    Date,
    Fault,
    Model,
    Text,
    Texts,
    Year,
    YesOrNo,
    as_list,
    of_kind,
    refuse,
    require_text,
)
from docgen.text.patterns import lazy_re
from docgen.text.viendan import symbol_key
from docgen.text.wording import short_date

YEARLY_VALUES: Final = "giá trị theo năm"
_QUOTES: Final = "“”„‟‘’‚‛\"'«»"
_SYMBOL: Final = lazy_re(r"\d{1,6}[a-zđ]?[/-][\w./&\s–-]*[^\W\d_][\w./&\s–-]*")
_WORD_BEFORE: Final = lazy_re(r"\Asố\s*:?\s*", re.IGNORECASE)


def _symbol(value: object) -> str:
    text = _WORD_BEFORE.sub("", require_text(value).strip())
    if not _SYMBOL.fullmatch(text):
        raise PydanticCustomError(
            "symbol", "“{text}” không phải số, ký hiệu; ghi như 15/KH-UBND hoặc 30/2020/NĐ-CP", {"text": text}
        )
    return text


Symbol = Annotated[str, BeforeValidator(_symbol)]


class VanBan(Model, title="Văn bản"):
    """A document: what it is called, the days between which it holds, and the symbols of what took its place."""

    ky_hieu: Symbol = Field(description="Số, ký hiệu, ví dụ 30/2020/NĐ-CP.")
    loai: Text | None = Field(None, description="Tên loại, ví dụ Nghị định.")
    ngay: Date | None = Field(None, description="Ngày ban hành, ví dụ 2020-03-05.")
    co_quan: Text | None = Field(None, description="Cơ quan ban hành.")
    trich_yeu: Text | None = Field(None, description="Trích yếu.")
    tu: Date | None = Field(None, description="Ngày có hiệu lực.")
    den: Date | None = Field(None, description="Ngày cuối còn hiệu lực. Chưa hết hiệu lực thì bỏ.")
    thay_boi: Annotated[tuple[Symbol, ...], BeforeValidator(as_list)] = Field((), description="Số, ký hiệu của văn bản thay thế.")

    @model_validator(mode="after")
    def _is_consistent(self) -> "VanBan":
        refuse([*self._days_out_of_order(), *self._replaced_by_itself()])
        return self

    def _days_out_of_order(self) -> Iterator[Fault]:
        first = self.tu or self.ngay
        if first and self.den and self.den < first:
            name = "tu" if self.tu else "ngay"
            sentence = "ngày hết hiệu lực đứng trước ngày đầu ({name}); xem lại hai ngày này"
            yield ("den",), PydanticCustomError("ends_first", sentence, {"name": name})

    def _replaced_by_itself(self) -> Iterator[Fault]:
        for index, symbol in enumerate(self.thay_boi):
            if symbol_key(symbol) == symbol_key(self.ky_hieu):
                sentence = "văn bản không thể được thay bằng chính nó; ghi số, ký hiệu của văn bản mới"
                yield ("thay_boi", index), PydanticCustomError("itself", sentence)


def _listed_once(entries: tuple[VanBan, ...]) -> tuple[VanBan, ...]:
    refuse([*_listed_again(entries), *_circles(entries)])
    return entries


def _listed_again(entries: tuple[VanBan, ...]) -> Iterator[Fault]:
    seen: dict[str, list[date | None]] = {}
    for index, entry in enumerate(entries):
        days = seen.setdefault(symbol_key(entry.ky_hieu), [])
        if days and (entry.ngay is None or entry.ngay in days or None in days):
            words = {"symbol": entry.ky_hieu, "day": f" ngày {short_date(entry.ngay)}" if entry.ngay else ""}
            sentence = "văn bản số {symbol}{day} đã có ở trên; giữ một, hoặc ghi ngày⦃ (ngay)¦⦄ để phân biệt"
            yield (index, "ky_hieu"), PydanticCustomError("twice", sentence, words)
        days.append(entry.ngay)


def _circles(entries: tuple[VanBan, ...]) -> Iterator[Fault]:
    follows: dict[str, set[str]] = {}
    for entry in entries:
        follows.setdefault(symbol_key(entry.ky_hieu), set()).update(symbol_key(symbol) for symbol in entry.thay_boi)
    for index, entry in enumerate(entries):
        key = symbol_key(entry.ky_hieu)
        if key not in follows[key] and _leads_back(key, follows):
            sentence = "các văn bản này thay lẫn nhau thành vòng; xem lại ⦃thay_boi¦văn bản thay thế⦄"
            yield (index, "thay_boi"), PydanticCustomError("circle", sentence)


def _leads_back(start: str, follows: dict[str, set[str]]) -> bool:
    waiting, seen = list(follows[start]), set[str]()
    while waiting:
        key = waiting.pop()
        if key == start:
            return True
        if key not in seen:
            seen.add(key)
            waiting += follows.get(key, ())
    return False


class SoVanBan(Model, title="Danh mục văn bản"):
    """All documents that an office keeps in its register."""

    van_ban: Annotated[tuple[VanBan, ...], BeforeValidator(as_list), AfterValidator(_listed_once)] = Field(
        (), description="Các văn bản mà cơ quan hay viện dẫn, mỗi văn bản một khối."
    )


def _unquoted(text: str) -> str:
    """Return `text` without the quotes around it: those of a plan stay as they are."""
    bare = text[1:-1].strip() if len(text) > 2 and text[0] in _QUOTES and text[-1] in _QUOTES else text
    if not any(letter.isalnum() for letter in bare):
        raise PydanticCustomError("no_letters", "“{text}” không có chữ nào; ghi lại nội dung", {"text": text})
    return bare


def _all_unquoted(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_unquoted, texts))


class GiaTriNam(Model, title="Giá trị của một năm"):
    """The value in one year, how else papers write it, where that is known from, whether it is still to be confirmed."""

    nam: Year = Field(description="Năm.")
    noi_dung: Annotated[Text, AfterValidator(_unquoted)] = Field(description="Giá trị của năm đó, không ghi dấu ngoặc kép.")
    cach_viet: Annotated[Texts, AfterValidator(_all_unquoted)] = Field((), description="Các cách viết khác.")
    nguon: Text | None = Field(None, description="Biết được từ đâu.")
    can_xac_nhan: YesOrNo = Field(False, description="có: còn phải hỏi lại trước khi dùng.")

    @property
    def wordings(self) -> tuple[str, ...]:
        """Return all ways of writing it."""
        return (self.noi_dung, *self.cach_viet)


def _each_year_once(values: tuple[GiaTriNam, ...]) -> tuple[GiaTriNam, ...]:
    refuse(_years_again(values))
    return values


def _years_again(values: tuple[GiaTriNam, ...]) -> Iterator[Fault]:
    seen: set[int] = set()
    for index, value in enumerate(values):
        if value.nam in seen:
            sentence = "năm {year} đã có ở trên; giữ một, cách viết khác ghi vào ⦃cach_viet⦄"
            yield (index, "nam"), PydanticCustomError("year_twice", sentence, {"year": value.nam})
        seen.add(value.nam)


class GiaTri(Model, title="Giá trị theo năm"):
    """A value that every year has one of: its name, and the value of each year that the office knows."""

    loai: Annotated[Text, of_kind(YEARLY_VALUES, "tệp này phải có dòng “⦃loai: ¦⦄giá trị theo năm”, không phải “{text}”")] = (
        Field(description="Loại tệp: giá trị theo năm.")
    )
    ten: Annotated[Text, AfterValidator(_unquoted)] = Field(description="Tên của giá trị, ví dụ chủ đề ASEAN.")
    gia_tri: Annotated[tuple[GiaTriNam, ...], BeforeValidator(as_list), AtLeastOne, AfterValidator(_each_year_once)] = Field(
        description="Giá trị của từng năm, mỗi năm một khối."
    )

    def of(self, year: int) -> GiaTriNam | None:
        """Return the value of `year`, None where nobody has written it down."""
        return next((value for value in self.gia_tri if value.nam == year), None)
