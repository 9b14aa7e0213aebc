"""What the data of every paper say of its issue (number, date, draft, recipients, filing), and a plan of that of its letters."""

import re
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from docgen.data.model.base import (
    NO,
    YES,
    DashedLine,
    Model,
    Text,
    Unmarked,
    as_dashed_list,
    as_list,
    dated,
    known_blanks,
    refuse,
    require_text,
    without_faces,
    without_notes,
)
from docgen.data.model.coquan import Ky
from docgen.text.folding import on_one_line
from docgen.text.patterns import lazy_re
from docgen.text.thoigian import NgayChuaDu, NgayVanBan

# What an editor and a page tell of keys that several files have
NUMBER_SAID: Final = "Số văn bản, chỉ ghi số; docgen thêm ký hiệu. Dự thảo để trống."
DAY_SAID: Final = "Ngày ban hành, ví dụ 2024-02-15 hoặc 15/02/2024. Dự thảo để trống, hoặc chỉ ghi tháng, năm: 2024-02, 2024."
DRAFT_SAID: Final = "Chữ dự thảo; có: in “DỰ THẢO” dưới số; lần 2: in “DỰ THẢO LẦN 2”. Văn bản có số thì không in nữa."
SIGNER_SAID: Final = "Người ký riêng của văn bản này; dòng nào không ghi thì lấy ở coquan.yaml."
RECIPIENTS_SAID: Final = "Nơi nhận, mỗi nơi một dòng “- ”. Không ghi dòng “Lưu” ở đây."
FILED_SAID: Final = "Chữ in sau “Lưu:”, ví dụ VT, VP."

_PAPER_NUMBER: Final = lazy_re(r"0*[1-9]\d{0,5}[a-z]?")
_DRAFT: Final = lazy_re(r"\A(?:bản\s+)?dự\s*thảo\b[\s:.,–-]*", re.IGNORECASE)
_COUNT: Final = lazy_re(r"(?:l[aâầ]n\s*(?:thứ\s*)?)?(\d{1,3})", re.IGNORECASE)
_LONGEST_DRAFT: Final = 40  # letters; it stands in the narrow column of the number
_FILING_COPY: Final = lazy_re(r"\A[-–•]?\s*lưu\s*(:|(?=VT\b))\s*", re.IGNORECASE)
UNIT: Final = "{don_vi}"
ASKED: Final = "{loi_giao}"
_ABOUT: Final = lazy_re(r"\A(v\s*/\s*v|về việc)\b\s*:?\s*", re.IGNORECASE)
_BARE_DATE: Final = lazy_re(r"\d{1,4}[/.-]\d{1,2}([/.-]\d{1,4})?")
_SYMBOL: Final = lazy_re(r"\w[\w&]*(-[\w&]+)*")


def _number(text: str) -> str:
    if not _PAPER_NUMBER.fullmatch(text):
        if _PAPER_NUMBER.fullmatch(small := text.lower()):
            raise PydanticCustomError("number_case", "chữ đứng sau số viết thường; ghi {small}", {"small": small})
        raise PydanticCustomError(
            "number_form",
            "“{text}” không phải số văn bản; ⦃chỉ ghi số, ví dụ 15¦ghi số, ví dụ 15, hoặc số kèm một chữ thường như 15a⦄ "
            "(docgen thêm ký hiệu /KH-…)",
            {"text": text},
        )
    return text


def _require_date_of_paper(value: object) -> NgayVanBan:
    return dated(value, "; chưa biết ngày thì ghi tháng, năm như ⦃2023-12¦12/2023⦄, hoặc năm")


def _whole_once_numbered(day: NgayVanBan, info: ValidationInfo) -> NgayVanBan:
    """Refuse the half-known date of a paper that has its number: that one goes out, so its whole date is known (Điều 15.1)."""
    number = next((name for name in ("so", "so_bat_dau") if info.data.get(name) is not None), None)
    if number and isinstance(day, NgayChuaDu):
        sentence = (
            "đã có ⦃{number}¦số⦄ thì phải ghi đủ ngày, tháng, năm, ví dụ ⦃2023-12-15¦15/12/2023⦄; "
            "bản dự thảo thì để trống ⦃{number}¦số⦄"
        )
        raise PydanticCustomError("half_date", sentence, {"number": number})
    return day


def _draft(value: object) -> str | None:
    """Return what a draft says of itself under its number: "DỰ THẢO", "DỰ THẢO LẦN 2"; None where it is to say nothing."""
    text = without_notes(without_faces(on_one_line(require_text(value))))
    if text.casefold() in (*YES, *NO):
        return "DỰ THẢO" if text.casefold() in YES else None
    which = _unbracketed(_DRAFT.sub("", _unbracketed(text)))
    which = f"lần {int(count[1])}" if (count := _COUNT.fullmatch(which)) else which
    if which.casefold() in ("lần", "lần 0") or len(which) > _LONGEST_DRAFT or not (which + "x")[0].isalnum():
        raise PydanticCustomError("draft", "“{text}” không phải lần dự thảo; ghi “có”, hoặc ngắn như “lần 2”", {"text": text})
    return f"DỰ THẢO {which.upper()}".rstrip()


def _unbracketed(text: str) -> str:
    return text[1:-1].strip() if text.startswith("(") and text.endswith(")") else text


def _recipients_only(recipients: tuple[str, ...]) -> tuple[str, ...]:
    refuse(
        (
            (index,),
            PydanticCustomError(
                "filing_copy", "dòng “Lưu” ghi ở ⦃mục luu, ví dụ luu: VT, NV¦ô {luu}, ví dụ VT, NV⦄; bỏ dòng này khỏi ⦃noi_nhan⦄"
            ),
        )
        for index, text in enumerate(recipients)
        if _FILING_COPY.match(text)
    )
    return recipients


def _without_its_word(text: str) -> str:
    """Return a filing copy without the "- Lưu:" that docgen prints before it."""
    return _FILING_COPY.sub("", text)


PaperNumber: TypeAlias = Annotated[Text, AfterValidator(_number)]
DateOfPaper: TypeAlias = Annotated[NgayVanBan, BeforeValidator(_require_date_of_paper), AfterValidator(_whole_once_numbered)]
Draft: TypeAlias = Annotated[str | None, BeforeValidator(_draft)]
_Recipient: TypeAlias = Annotated[DashedLine, AfterValidator(without_faces), AfterValidator(without_notes)]
Recipients: TypeAlias = Annotated[tuple[_Recipient, ...], BeforeValidator(as_dashed_list), AfterValidator(_recipients_only)]
FilingCopy: TypeAlias = Annotated[Unmarked, AfterValidator(_without_its_word)]


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
