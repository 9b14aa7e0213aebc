"""The body of a paper: parts, sections, clauses, paragraphs, dashed items and tables, in any mix and in the order written."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Annotated, Any, Final, TypeAlias

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from docgen.data.model.base import (
    AtLeastOne,
    CellText,
    Fault,
    Model,
    Paragraphs,
    Text,
    Texts,
    as_dashed_list,
    as_list,
    refuse,
    require_text,
)

_ORDER: Final = "\0thu_tu"  # cannot be typed, so no clerk's key meets it
_KINDS: Final = ("doan", "y", "bang", "khoan", "muc", "noi_dung", "nhiem_vu", "nhom_nhiem_vu")

Row: TypeAlias = tuple[CellText, ...]


def _unnumbered(mark: str, remedy: str) -> Callable[[str], str]:
    typed = re.compile(rf"({mark})(\s|(?=[^\W\d_]{{2}}))")  # two letters: "V.I. Lênin" opens with no number

    def check(text: str) -> str:
        if match := typed.match(text):
            raise PydanticCustomError("typed_number", "bỏ “{mark}” ở đầu: " + remedy, {"mark": match.group().strip()})
        return text

    return check


_without_roman = _unnumbered(r"([IVXL]+|\d+)[.)]", "docgen tự đánh số I., II., III.")
_without_number = _unnumbered(r"\d+[.)]|[a-zđ]\)", "docgen tự đánh số 1., 2., 3.")
_without_letter = _unnumbered(r"[a-zđ][.)]|\d+[.)]", "docgen tự đánh a), b), c)")
_without_dash = _unnumbered(r"[-–•+]|\*(?=\s)", "docgen tự thêm dấu gạch đầu dòng")
PhanTitle = Annotated[Text, AfterValidator(_without_roman)]
MucTitle = Annotated[Text, AfterValidator(_without_number)]
KhoanTitle = Annotated[Text, AfterValidator(_without_letter)]
ItemText = Annotated[Text, AfterValidator(_without_dash)]


def _short_form(key: str) -> BeforeValidator:
    def check(value: object) -> object:
        if value is None:
            return require_text(value)
        if not isinstance(value, (str, Mapping, BaseModel)):
            raise PydanticCustomError(
                "not_an_item",
                'phải là một câu chữ, hoặc các dòng “mục: giá trị”; nếu viết hai dấu "- " liền nhau thì bỏ bớt một dấu',
            )
        return {key: value} if isinstance(value, str) else value

    return BeforeValidator(check)


class Y(Model):
    """An item behind a dash, its sub-items behind a plus, and the units it binds where its words do not say."""

    noi_dung: ItemText
    cong: Annotated[tuple[ItemText, ...], BeforeValidator(as_dashed_list)] = ()
    don_vi: Texts = ()


def _require_row(value: object) -> object:
    if not isinstance(value, (list, tuple)):
        raise PydanticCustomError("not_a_row", "mỗi dòng của bảng phải là danh sách các ô, ví dụ [1, In tờ rơi]")
    return value


def _rows_fit(rows: tuple[Row, ...], info: ValidationInfo) -> tuple[Row, ...]:
    refuse(_rows_that_do_not_fit(rows, len(info.data["cot"])) if "cot" in info.data else ())
    return rows


def _rows_that_do_not_fit(rows: tuple[Row, ...], columns: int) -> Iterator[Fault]:
    for index, row in enumerate(rows):
        if len(row) != columns:
            remedy = 'ô để trống ghi là ""' if len(row) < columns else "ô có dấu phẩy thì đặt trong dấu nháy kép"
            numbers = {"cells": len(row), "columns": columns, "remedy": remedy}
            sentence = "dòng này có {cells} ô nhưng bảng có {columns} cột; {remedy}"
            yield (index,), PydanticCustomError("row_length", sentence, numbers)


class Bang(Model):
    """A table with columns and rows of the clerk's own. A cell left empty on purpose is written `""`."""

    tieu_de: Text | None = None
    cot: Annotated[Texts, AtLeastOne]
    dong: Annotated[tuple[Annotated[Row, BeforeValidator(_require_row)], ...], AtLeastOne, AfterValidator(_rows_fit)]


def _heading_or_paragraph(section: "Khoan | Muc", unnumbered: Callable[[str], str]) -> None:
    """Refuse a section that has neither a title nor, to run behind its number, a first paragraph that bears none itself."""
    if section.tieu_de is None and section.cung_dong is not None:
        raise PydanticCustomError("no_title", "cung_dong chạy tiếp sau tieu_de; thêm tieu_de, hoặc đổi cung_dong thành doan")
    if section.tieu_de is None:
        kind, first = next(section.parts(), ("", ""))
        if kind != "doan":
            raise PydanticCustomError("no_title", "thiếu tieu_de (hoặc một doan đứng đầu để chạy sau số thứ tự)")
        unnumbered(first)


Items: TypeAlias = Annotated[tuple[Annotated[Y, _short_form("noi_dung")], ...], BeforeValidator(as_dashed_list)]
Part: TypeAlias = tuple[str, Any]


class TrongKhoan(Model):
    """What may stand inside a khoản: paragraphs, dashed items, tables."""

    doan: Paragraphs = ()
    y: Items = ()
    bang: Annotated[tuple[Bang, ...], BeforeValidator(as_list)] = ()
    noi_dung: Annotated[tuple[Annotated["TrongKhoan", _short_form("doan")], ...], BeforeValidator(as_list)] = ()
    thu_tu: tuple[str, ...] = Field(default=(), alias=_ORDER)

    @model_validator(mode="before")
    @classmethod
    def _remember_order(cls, value: Any) -> Any:
        if not isinstance(value, Mapping):
            return value
        return {**value, _ORDER: tuple(key for key in value if key in _KINDS)}

    def parts(self) -> Iterator[Part]:
        """Yield each part with its kind, in the order in which the clerk wrote them."""
        for kind in self.thu_tu:
            for part in getattr(self, kind):
                if kind == "noi_dung":
                    yield from part.parts()
                else:
                    yield kind, part


class Khoan(TrongKhoan):
    """A clause, numbered a), b), c); without a title its first paragraph runs behind the letter."""

    tieu_de: KhoanTitle | None = None
    cung_dong: Text | None = None

    @model_validator(mode="after")
    def _has_words(self) -> "Khoan":
        _heading_or_paragraph(self, _without_letter)
        return self


class TrongMuc(TrongKhoan):
    """What may stand inside a mục: also khoản."""

    khoan: Annotated[tuple[Annotated[Khoan, _short_form("doan")], ...], BeforeValidator(as_list)] = ()
    noi_dung: Annotated[tuple[Annotated["TrongMuc", _short_form("doan")], ...], BeforeValidator(as_list)] = ()


class Muc(TrongMuc):
    """A section, numbered 1., 2., 3.; without a title its first paragraph runs behind the number."""

    tieu_de: MucTitle | None = None
    cung_dong: Text | None = None

    @model_validator(mode="after")
    def _has_words(self) -> "Muc":
        _heading_or_paragraph(self, _without_number)
        return self


Mucs: TypeAlias = Annotated[tuple[Annotated[Muc, _short_form("doan")], ...], BeforeValidator(as_list)]


class TrongPhan(TrongMuc):
    """What may stand inside a phần: also mục."""

    muc: Mucs = ()
    noi_dung: Annotated[tuple[Annotated["TrongPhan", _short_form("doan")], ...], BeforeValidator(as_list)] = ()


class Phan(TrongPhan):
    """A part, numbered I., II., III., its title printed in capitals (PL I.II.6.đ)."""

    tieu_de: PhanTitle
