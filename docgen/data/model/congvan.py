"""What a plan says of its letters (`cong_van:`): wording, number, date, signer. All but what only people know has a default."""

import re
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from docgen.data.model.banhanh import DRAFT_SAID, FILED_SAID, RECIPIENTS_SAID, DateOfPaper, Draft, FilingCopy, Recipients
from docgen.data.model.base import Model, Text, Unmarked, as_list, known_blanks
from docgen.data.model.coquan import Ky
from docgen.text.patterns import lazy_re

UNIT: Final = "{don_vi}"
ASKED: Final = "{loi_giao}"
_ABOUT: Final = lazy_re(r"\A(v\s*/\s*v|về việc)\b\s*:?\s*", re.IGNORECASE)
_BARE_DATE: Final = lazy_re(r"\d{1,4}[/.-]\d{1,2}([/.-]\d{1,4})?")
_SYMBOL: Final = lazy_re(r"\w[\w&]*(-[\w&]+)*")


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


_Sentence = Annotated[Text, AfterValidator(lambda text: known_blanks(text, UNIT, ASKED))]
Wording = Annotated[tuple[_Sentence, ...], BeforeValidator(as_list)]


class BaoCao(Model, title="Báo cáo kết quả"):
    """To whom the units report, and by when, in the words to be printed ("trước ngày 30 tháng 11 năm 2023")."""

    gui: Unmarked = Field(description="Nơi nhận báo cáo.")
    han: Annotated[Unmarked, AfterValidator(_when)] = Field(
        description="Hạn báo cáo, ghi đúng như cần in: trước ngày 30 tháng 11 năm 2024."
    )


class CongVan(Model, title="Công văn giao việc"):
    """The letters' own wording. `{don_vi}` stands for the unit that gets the letter, `{loi_giao}` for "giao" or "đề nghị"."""

    trich_yeu: Annotated[Unmarked, AfterValidator(_subject)] | None = Field(None, description="Chữ in sau “V/v”, nên ngắn.")
    ky_hieu: Annotated[Text, AfterValidator(_symbol)] | None = Field(
        None, description="Chữ viết tắt của đơn vị soạn thảo, ví dụ VP in ra “Số: 120/SNV-VP”."
    )
    so_bat_dau: Annotated[int, Field(ge=1, le=999_999)] | None = Field(
        None, description="Số của công văn đầu tiên; các công văn sau đánh số tiếp. Dự thảo để trống."
    )
    ngay: DateOfPaper | None = Field(None, description="Ngày ghi trên mọi công văn. Dự thảo để trống, hoặc chỉ ghi tháng, năm.")
    du_thao: Draft = Field(None, description=DRAFT_SAID)
    mo_dau: Wording = Field((), description="Câu dẫn; chỗ {don_vi} in tên đơn vị nhận, {loi_giao} in “giao” hoặc “đề nghị”.")
    kieu: Annotated[
        Literal["bảng", "danh sách"], BeforeValidator(lambda value: value.strip().lower() if isinstance(value, str) else value)
    ] = Field("bảng", description="Cách trình bày nhiệm vụ: bảng (mặc định) hoặc danh sách.")
    viec_chung: Annotated[
        Literal["ghi đủ", "phụ lục", "viện dẫn"],
        BeforeValidator(lambda value: value.strip().lower() if isinstance(value, str) else value),
    ] = Field(
        "phụ lục",
        description="Đơn vị có trên 10 nhiệm vụ thì việc phối hợp giao qua nhóm: lập phụ lục kèm theo công văn (mặc định), "
        "viện dẫn mã số tại phụ lục của kế hoạch, hoặc ghi đủ trong công văn.",
    )
    bao_cao: BaoCao | None = Field(None, description="Báo cáo kết quả về đâu, hạn nào.")
    ket_thuc: Wording = Field((), description="Câu kết; dùng được {don_vi} và {loi_giao}.")
    noi_nhan: Recipients = Field((), description=RECIPIENTS_SAID)
    luu: FilingCopy | None = Field(None, description=FILED_SAID)
    ky: Ky | None = Field(None, description="Người ký công văn; dòng nào không ghi thì lấy như kế hoạch.")
