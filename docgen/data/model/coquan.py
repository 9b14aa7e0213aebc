"""The issuing office: what the decree leaves to its head (`coquan.yaml`)."""

import re
from typing import Annotated, Final

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from docgen.data.model.base import Date, Model, Text, Texts, as_dashed_list
from docgen.decree30 import BODY_SIZE, MARGINS, SIGNING_FORMS, Range
from docgen.text.marker import MARKER

_SIGNING_LINE: Final = re.compile(rf"({'|'.join(re.escape(form) for form in SIGNING_FORMS)}) \S")


def _signing_line(line: str) -> str:
    if not _SIGNING_LINE.match(line):
        raise PydanticCustomError(
            "signing_form",
            "“{line}” phải mở đầu bằng TM., KT., TL., TUQ. hoặc Q. rồi một dấu cách (Nghị định 30, PL I.II.7.b)",
            {"line": line},
        )
    return line


SigningLine = Annotated[Text, AfterValidator(_signing_line)]


def _within(allowed: Range) -> AfterValidator:
    def check(value: float) -> float:
        if value not in allowed:
            raise PydanticCustomError(
                "out_of_range",
                "{value} nằm ngoài khoảng {allowed} mà Nghị định 30 cho phép ({clause})",
                {"value": f"{value:g}", "allowed": str(allowed), "clause": allowed.clause},
            )
        return value

    return AfterValidator(check)


def _whole_size(value: float) -> float:
    if value not in (BODY_SIZE.low, BODY_SIZE.high):
        raise PydanticCustomError(
            "out_of_range", "cỡ chữ nội dung là 13 hoặc 14 (Nghị định 30, {clause})", {"clause": BODY_SIZE.clause}
        )
    return value


class Ky(Model):
    """Who signs: the lines of authority (PL I.II.7.b), the title and the name. A plan overrides the office field by field."""

    quyen_han: Annotated[tuple[SigningLine, ...], BeforeValidator(as_dashed_list)] | None = None
    chuc_vu: Text | None = None
    ho_ten: Text | None = None

    def overridden_by(self, other: "Ky | None") -> "Ky":
        """Return this signature with every field that `other` gives taken from there."""
        return self if other is None else self.model_copy(update={name: getattr(other, name) for name in other.model_fields_set})


class Le(Model):
    """Margins in millimetres, within the ranges of PL I.I.3; those left out stay as the template has them."""

    tren: Annotated[float, _within(MARGINS["tren"])] | None = None
    duoi: Annotated[float, _within(MARGINS["duoi"])] | None = None
    trai: Annotated[float, _within(MARGINS["trai"])] | None = None
    phai: Annotated[float, _within(MARGINS["phai"])] | None = None


class TrinhBay(Model):
    """How the office lays out its papers; what is left out stays as the template has it."""

    le: Le = Le()
    co_chu: Annotated[float, AfterValidator(_whole_size)] | None = None


def _symbol(text: str) -> str:
    if re.search(r"[/\s]", MARKER.sub("", text)):
        raise PydanticCustomError("symbol_form", "chỉ ghi chữ viết tắt của cơ quan, ví dụ UBND; docgen tự thêm số, dấu / và KH-")
    return text


def _place(text: str) -> str:
    if text[-1] in ",.;":
        raise PydanticCustomError("place_form", "chỉ ghi địa danh, không ghi dấu ở cuối; docgen tự thêm dấu phẩy")
    return text


class CoQuan(Model):
    """The office that issues the papers; `den` is its last day under this name, `thanh` what followed."""

    ten: Text
    viet_tat: Annotated[Text, AfterValidator(_symbol)]
    co_quan_chu_quan: Text | None = None
    dia_danh: Annotated[Text, AfterValidator(_place)]
    ky: Ky = Ky()
    trinh_bay: TrinhBay = Field(default=TrinhBay())
    den: Date | None = None
    thanh: Texts = ()
