"""The issuing office: what the decree leaves to its head (`coquan.yaml`)."""

import re
from typing import Annotated, Final

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from docgen.data.model.base import Date, Model, Text, Texts, Unmarked, as_dashed_list
from docgen.decree30 import BODY_SIZE, MARGINS, SIGNING_FORMS, Range
from docgen.text.patterns import lazy_re
from docgen.text.wording import MARKER

_SIGNING_LINE: Final = lazy_re(rf"({'|'.join(re.escape(form) for form in SIGNING_FORMS)}) \S")


def _signing_line(line: str) -> str:
    if not _SIGNING_LINE.match(line):
        raise PydanticCustomError(
            "signing_form",
            "“{line}” phải mở đầu bằng TM., KT., TL., TUQ. hoặc Q. rồi một dấu cách (Nghị định 30, PL I.II.7.b)",
            {"line": line},
        )
    return line


SigningLine = Annotated[Unmarked, AfterValidator(_signing_line)]


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


class Ky(Model, title="Người ký"):
    """Who signs: the lines of authority (PL I.II.7.b), the title and the name. A plan overrides the office field by field."""

    quyen_han: Annotated[tuple[SigningLine, ...], BeforeValidator(as_dashed_list)] | None = Field(
        None, description="Quyền hạn ký, mở đầu bằng TM., KT., TL., TUQ. hoặc Q., ví dụ [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH]."
    )
    chuc_vu: Unmarked | None = Field(None, description="Chức vụ người ký, ví dụ GIÁM ĐỐC.")
    ho_ten: Unmarked | None = Field(None, description="Họ và tên người ký, không ghi học hàm, học vị.")

    def overridden_by(self, other: "Ky | None") -> "Ky":
        """Return this signature with every field that `other` gives taken from there."""
        return self if other is None else self.model_copy(update={name: getattr(other, name) for name in other.model_fields_set})


class Le(Model, title="Lề trang (mm)"):
    """Margins in millimetres, within the ranges of PL I.I.3; those left out stay as the template has them."""

    tren: Annotated[float, _within(MARGINS["tren"])] | None = Field(None, description="Lề trên, từ 20 đến 25 mm.")
    duoi: Annotated[float, _within(MARGINS["duoi"])] | None = Field(None, description="Lề dưới, từ 20 đến 25 mm.")
    trai: Annotated[float, _within(MARGINS["trai"])] | None = Field(None, description="Lề trái, từ 30 đến 35 mm.")
    phai: Annotated[float, _within(MARGINS["phai"])] | None = Field(None, description="Lề phải, từ 15 đến 20 mm.")


class TrinhBay(Model, title="Cách trình bày"):
    """How the office lays out its papers; what is left out stays as the template has it."""

    le: Le = Field(Le(), description="Lề trang, tính bằng mi-li-mét. Ghi lề nào thì đổi lề đó.")
    co_chu: Annotated[float, AfterValidator(_whole_size)] | None = Field(None, description="Cỡ chữ nội dung: 13 hoặc 14.")


def _symbol(text: str) -> str:
    if re.search(r"[/\s]", MARKER.sub("", text)):
        raise PydanticCustomError("symbol_form", "chỉ ghi chữ viết tắt của cơ quan, ví dụ UBND; docgen tự thêm số, dấu / và KH-")
    return text


def _place(text: str) -> str:
    if text[-1] in ",.;":
        raise PydanticCustomError("place_form", "chỉ ghi địa danh, không ghi dấu ở cuối; docgen tự thêm dấu phẩy")
    return text


class CoQuan(Model, title="Cơ quan ban hành văn bản"):
    """The office that issues the papers; `den` is its last day under this name, `thanh` what followed."""

    ten: Text = Field(description="Tên đầy đủ, chính thức của cơ quan. Ghi chữ thường; docgen đổi sang chữ in hoa ở đầu trang.")
    viet_tat: Annotated[Text, AfterValidator(_symbol)] = Field(
        description="Chữ viết tắt của cơ quan trong ký hiệu văn bản: SNV in ra /KH-SNV. Không có dấu / và dấu cách."
    )
    co_quan_chu_quan: Text | None = Field(
        None, description="Cơ quan chủ quản trực tiếp, in ở dòng trên tên cơ quan. Ủy ban nhân dân thì để trống."
    )
    dia_danh: Annotated[Text, AfterValidator(_place)] = Field(
        description="Địa danh, in trước ngày tháng. Không ghi dấu phẩy ở cuối."
    )
    ky: Ky = Field(Ky(), description="Người ký, khi kế hoạch không ghi khác.")
    trinh_bay: TrinhBay = Field(
        default=TrinhBay(), description="Lề trang và cỡ chữ, trong khoảng Nghị định 30 cho phép. Bỏ đi thì theo tệp mẫu Word."
    )
    den: Date | None = Field(None, description="Ngày cuối cơ quan mang tên này; không có thì bỏ.")
    thanh: Texts = Field((), description="Cơ quan tiếp nhận sau ngày “den”.")
