"""The plan (`kehoach.yaml`): one year's data, from which every paper of that year is made."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Final, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from docgen.data.model.base import (
    DAY_SAID,
    FILED_SAID,
    NUMBER_SAID,
    RECIPIENTS_SAID,
    SIGNER_SAID,
    AtLeastOne,
    DashedLines,
    Date,
    Fault,
    FilingCopy,
    Model,
    Paragraphs,
    Recipients,
    Text,
    of_kind,
    refuse,
)
from docgen.data.model.congvan import CongVan
from docgen.data.model.coquan import Ky
from docgen.data.model.noidung import Muc, Mucs, Phan
from docgen.data.model.phuluc import NhiemVu, PhuLuc
from docgen.text.patterns import lazy_re
from docgen.text.wording import roman

KIND: Final = "kế hoạch"
_PAPER_NUMBER: Final = lazy_re(r"0*[1-9]\d{0,5}[a-z]?")


def _number(text: str) -> str:
    if not _PAPER_NUMBER.fullmatch(text):
        raise PydanticCustomError(
            "number_form", "“{text}” không phải số văn bản; chỉ ghi số, ví dụ 15 (docgen thêm ký hiệu /KH-…)", {"text": text}
        )
    return text


PaperNumber: TypeAlias = Annotated[Text, AfterValidator(_number)]


def _tasks(appendices: Sequence[PhuLuc]) -> Iterator[tuple[str, tuple[str | int, ...], NhiemVu]]:
    for number, appendix in enumerate(appendices):
        prefix = f"PL{number + 1}." if len(appendices) > 1 else ""
        for index, task in enumerate(appendix.nhiem_vu):
            yield task.ma or f"{prefix}{index + 1}", (number, "nhiem_vu", index), task
        for place, group in enumerate(appendix.nhom_nhiem_vu):
            for index, task in enumerate(group.nhiem_vu):
                route = (number, "nhom_nhiem_vu", place, "nhiem_vu", index)
                yield task.ma or f"{prefix}{roman(place + 1)}.{index + 1}", route, task


def _codes_are_unique(appendices: tuple[PhuLuc, ...]) -> tuple[PhuLuc, ...]:
    refuse(_codes_used_again(appendices))
    return appendices


def _codes_used_again(appendices: Sequence[PhuLuc]) -> Iterator[Fault]:
    first: dict[str, str] = {}
    for code, route, task in _tasks(appendices):
        if code in first:
            sentence = "mã {code} đã dùng cho nhiệm vụ “{other}”; mỗi nhiệm vụ phải có mã riêng"
            yield (*route, "ma"), PydanticCustomError("code_twice", sentence, {"code": code, "other": first[code]})
        first.setdefault(code, task.ten)


PhuLucs: TypeAlias = Annotated[
    tuple[PhuLuc, ...],
    BeforeValidator(lambda value: [value] if isinstance(value, dict) else value),
    AfterValidator(_codes_are_unique),
]


class KeHoach(Model, title="Kế hoạch"):
    """One plan. `so` and `ngay` are blank in a draft; everything else is printed as written."""

    loai: Annotated[Text, of_kind(KIND, "lệnh này cần tệp có dòng “loai: kế hoạch” (gõ đủ dấu), không phải “{text}”")] = Field(
        description="Loại văn bản: kế hoạch."
    )
    nam: Annotated[int, Field(ge=1945, le=2100)] = Field(description="Năm của kế hoạch.")
    so: PaperNumber | None = Field(None, description=NUMBER_SAID)
    ngay: Date | None = Field(None, description=DAY_SAID)
    trich_yeu: Text = Field(description="Trích yếu. Không ghi chữ “Kế hoạch”, không ghi dấu chấm cuối.")
    can_cu: DashedLines = Field((), description="Các căn cứ, mỗi căn cứ một dòng “- ”; docgen thêm chữ “Căn cứ” và dấu ở cuối.")
    mo_dau: Paragraphs = Field((), description="Câu dẫn vào nội dung. Có phụ lục thì câu này phải nhắc đến phụ lục.")
    phan: tuple[Phan, ...] = Field((), description="Các phần, docgen đánh số I, II, III.")
    to_chuc_thuc_hien: Annotated[Mucs, Field(validate_default=True)] = Field(
        (), description="Phần cuối: mỗi mục là việc của một đơn vị hoặc một nhóm đơn vị."
    )
    ket_thuc: Paragraphs = Field((), description="Câu kết; docgen thêm dấu “./.”.")
    noi_nhan: Annotated[Recipients, AtLeastOne] = Field(description=RECIPIENTS_SAID)
    luu: FilingCopy = Field(description=FILED_SAID)
    ky: Ky | None = Field(None, description=SIGNER_SAID)
    phu_luc: PhuLucs = Field((), description="Phụ lục: bảng nhiệm vụ, hoặc bảng và đoạn văn.")
    cong_van: CongVan = Field(CongVan(), description="Lời văn, số, ngày, người ký của công văn giao việc cho từng đơn vị.")

    @field_validator("to_chuc_thuc_hien")
    @classmethod
    def _has_body(cls, value: tuple[Muc, ...], info: ValidationInfo) -> tuple[Muc, ...]:
        if not value and info.data.get("phan") == ():
            sentence = "kế hoạch chưa có nội dung; ghi ít nhất một phần trong phan hoặc to_chuc_thuc_hien"
            raise PydanticCustomError("all_missing", sentence, {"keys": ("phan", "to_chuc_thuc_hien")})
        return value

    def tasks(self) -> Iterator[tuple[str, tuple[str | int, ...], NhiemVu]]:
        """Yield each task of the appendices with its code and its place in the data.

        The code is the task's own `ma`, otherwise where it stands: `I.2`, or `PL1.I.2` where there are two appendices or more.
        """
        for code, route, task in _tasks(self.phu_luc):
            yield code, ("phu_luc", *route), task
