"""Yearly values (`chu-de-asean.yaml` and its like): words that stand in plans and are others every year, such as a theme."""

from collections.abc import Iterator
from typing import Annotated, Final

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from docgen.data.model.base import AtLeastOne, Fault, Model, Text, Texts, YesOrNo, as_list, refuse

KIND: Final = "giá trị theo năm"
_QUOTES: Final = "“”„‟‘’‚‛\"'«»"


def _is_yearly_values(text: str) -> str:
    if text.casefold() != KIND:
        raise PydanticCustomError(
            "wrong_kind", "tệp này phải có dòng “loai: giá trị theo năm”, không phải “{text}”", {"text": text}
        )
    return KIND


def _unquoted(text: str) -> str:
    """Return `text` without the quotes around it: those of a plan stay as they are."""
    bare = text[1:-1].strip() if len(text) > 2 and text[0] in _QUOTES and text[-1] in _QUOTES else text
    if not any(letter.isalnum() for letter in bare):
        raise PydanticCustomError("no_letters", "“{text}” không có chữ nào; ghi lại nội dung", {"text": text})
    return bare


def _all_unquoted(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_unquoted, texts))


class GiaTriNam(Model):
    """The value in one year, how else papers write it, where that is known from, whether it is still to be confirmed."""

    nam: Annotated[int, Field(ge=1945, le=2100)]
    noi_dung: Annotated[Text, AfterValidator(_unquoted)]
    cach_viet: Annotated[Texts, AfterValidator(_all_unquoted)] = ()
    nguon: Text | None = None
    can_xac_nhan: YesOrNo = False

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
            sentence = "năm {year} đã có ở trên; giữ một, cách viết khác ghi vào cach_viet"
            yield (index, "nam"), PydanticCustomError("year_twice", sentence, {"year": value.nam})
        seen.add(value.nam)


class GiaTri(Model):
    """A value that every year has one of: its name, and the value of each year that the office knows."""

    loai: Annotated[Text, AfterValidator(_is_yearly_values)]
    ten: Annotated[Text, AfterValidator(_unquoted)]
    gia_tri: Annotated[tuple[GiaTriNam, ...], BeforeValidator(as_list), AtLeastOne, AfterValidator(_each_year_once)]

    def of(self, year: int) -> GiaTriNam | None:
        """Return the value of `year`, None where nobody has written it down."""
        return next((value for value in self.gia_tri if value.nam == year), None)
