"""The results (`ketqua.yaml`): what became of each task, in whose words, with which figures; and the clerk's judgement."""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Final

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from docgen.data.model import banhanh
from docgen.data.model.base import (
    Date,
    Fault,
    Model,
    Text,
    Texts,
    Unmarked,
    YesOrNo,
    as_dashed_list,
    as_list,
    of_kind,
    refuse,
    require_text,
)
from docgen.data.model.coquan import Ky
from docgen.text.folding import folded_words, on_one_line, same_words
from docgen.text.patterns import lazy_re
from docgen.text.so import MAX_DIGITS
from docgen.text.wording import shortened

KIND: Final = "kết quả thực hiện"
TO_LOOK_AT: Final = "[cần xem lại]"  # opens a note of docgen's own to the clerk, in `ghi_chu`: no paper prints it
FIGURE_LEFT_OUT: Final = "số liệu “"  # opens, behind its place, such a note on a figure that could not be read
NAMELESS: Final = "Việc khác (biểu mẫu không ghi tên việc)"  # the name of what a unit did and did not name
_GROUPED: Final = lazy_re(r"-?\d{1,3}(\.\d{3})+(,\d+)?")
_PLAIN: Final = lazy_re(r"-?\d+([.,]\d+)?")
_APART: Final = lazy_re(r"\d \d")
_SPACED: Final = lazy_re(r"[-+]? ?\d{1,3}(?: \d{3})+(?: ?[.,] ?\d+)?")
_TWO_WAYS: Final = lazy_re(r"-?\d{1,3},\d{3}")  # a thousand to one hand, a fraction to another


class TrangThai(StrEnum):
    """How far a task has come.

    `CHUA_RO` is an answer whose status nobody could read, `CHUA_BAO_CAO` what docgen says of a task that nobody has reported on.
    """

    HOAN_THANH = "hoàn thành"
    DANG_THUC_HIEN = "đang thực hiện"
    CHUA_THUC_HIEN = "chưa thực hiện"
    KHONG_THUC_HIEN = "không thực hiện"
    CHUA_RO = "chưa rõ"
    CHUA_BAO_CAO = "chưa có báo cáo"


REPORTABLE: Final = tuple(status for status in TrangThai if status not in (TrangThai.CHUA_RO, TrangThai.CHUA_BAO_CAO))
_SPOKEN: Final = {
    words: status
    for status, said in (
        (TrangThai.HOAN_THANH, "hoan thanh|da hoan thanh|hoan thanh 100|ht|da ht|hoan tat|da hoan tat|xong|da xong"),
        (TrangThai.DANG_THUC_HIEN, "dang thuc hien|dang trien khai|dang lam|dang th|dang tk"),
        (TrangThai.DANG_THUC_HIEN, "chua ht|chua xong|chua hoan tat|chua hoan thanh"),
        (TrangThai.CHUA_THUC_HIEN, "chua thuc hien|chua trien khai|chua lam|chua th|chua tk"),
        (TrangThai.KHONG_THUC_HIEN, "khong thuc hien|khong trien khai|khong th|khong lam"),
    )
    for words in said.split("|")
}


def looked_at(note: str) -> str:
    """Return a note once a person has looked: without docgen's own words to them."""
    return note.partition(TO_LOOK_AT)[0].rstrip()


def to_look_at(note: str) -> tuple[str, ...]:
    """Return what docgen asks a person to look at in a note, in its own words."""
    return tuple(" ".join(each.split()) for each in note.split(TO_LOOK_AT)[1:])


def read_status(text: str) -> TrangThai | None:
    """Return the status that `text` means, however it was typed (case, marks, usual synonyms); None where nobody knows.

    With a question mark nobody does.
    """
    return None if "?" in text else _SPOKEN.get(folded_words(text))


def read_number(text: str) -> Decimal | None:
    """Return the number that `text` is in the Vietnamese way (1.234,5), or typed plainly (1234.5); None where it is none.

    A point or a blank before exactly three digits groups thousands; anything else that could be read in two ways is none, and
    so are "1 80" and a number that is too long.
    """
    spaced = " ".join(text.split())
    written = spaced.replace(" ", "")
    if _is_too_long(written) or (_APART.search(spaced) and not _SPACED.fullmatch(spaced)):
        return None
    if _GROUPED.fullmatch(written):
        return Decimal(written.replace(".", "").replace(",", "."))
    if not _PLAIN.fullmatch(written) or _TWO_WAYS.fullmatch(written):
        return None
    return Decimal(written.replace(",", "."))


def _is_too_long(text: str) -> bool:
    return sum(letter.isdigit() for letter in text) > MAX_DIGITS


def _status(value: object) -> TrangThai:
    text = require_text(value)
    status = read_status(text)
    if status is None and on_one_line(text).casefold() in (TrangThai.CHUA_RO, TrangThai.CHUA_BAO_CAO):
        return TrangThai(on_one_line(text).casefold())  # what tonghop writes, and wrote, where it can read none
    if status is None:
        known = ", ".join((*REPORTABLE, TrangThai.CHUA_RO))
        raise PydanticCustomError(
            "status", "“{text}” không phải trạng thái; ghi một trong: {known}", {"text": text, "known": known}
        )
    return status


def _number(value: object) -> Decimal:
    text = require_text(value)
    number = read_number(text)
    if _is_too_long(text):
        words = {"text": shortened(text, 40), "most": MAX_DIGITS}
        raise PydanticCustomError("long_number", "“{text}” dài quá {most} chữ số; xem lại, hoặc đổi đơn vị tính", words)
    if number is None and _TWO_WAYS.fullmatch(text.strip()):
        sentence = "“{text}” đọc được hai cách; hàng nghìn thì ghi {thousands}, số lẻ thì ghi thêm số 0: {text}0"
        raise PydanticCustomError("two_ways", sentence, {"text": text.strip(), "thousands": text.strip().replace(",", ".")})
    if number is None:
        raise PydanticCustomError("number", "“{text}” không phải số; ghi như 1234 hoặc 1.234,5", {"text": text})
    return number


def _not_negative(number: Decimal) -> Decimal:
    if number < 0:
        raise PydanticCustomError("negative", "số này không được âm")
    return number


Number = Annotated[Decimal, BeforeValidator(_number)]
Amount = Annotated[Decimal, BeforeValidator(_number), AfterValidator(_not_negative)]
Status = Annotated[TrangThai, BeforeValidator(_status)]


class SoLieu(Model, title="Số liệu"):
    """One figure: what is counted, in which unit of measure, how many."""

    chi_tieu: Text = Field(description="Đếm cái gì, ví dụ Lớp tập huấn.")
    don_vi_tinh: Text | None = Field(None, description="Đơn vị tính, ví dụ lớp.")
    so_luong: Number = Field(description="Số lượng, ví dụ 1234 hoặc 1.234,5.")


class KetQuaViec(Model, title="Kết quả của một nhiệm vụ"):
    """What became of a task. `ten` is the task's name, held against the plan's, so that a result never lands on another task.

    `don_vi` is who answered; where several units answer for one task each has a row of its own.
    """

    ma: Text = Field(description="Mã nhiệm vụ như trong kế hoạch, ví dụ I.2.")
    ten: Text = Field(description="Tên nhiệm vụ, đúng như trong kế hoạch.")
    don_vi: Text | None = Field(None, description="Đơn vị trả lời.")
    trang_thai: Status = Field(description="hoàn thành, đang thực hiện, chưa thực hiện hoặc không thực hiện.")
    ngay_hoan_thanh: Date | None = Field(None, description="Ngày hoàn thành, ví dụ 2024-06-20.")
    noi_dung: Text | None = Field(None, description="Kết quả đã làm được.")
    so_lieu: Annotated[tuple[SoLieu, ...], BeforeValidator(as_list)] = Field((), description="Các số liệu.")
    kho_khan: Text | None = Field(None, description="Khó khăn, vướng mắc.")
    kien_nghi: Text | None = Field(None, description="Kiến nghị của đơn vị.")
    ghi_chu: Text | None = Field(None, description="Ghi chú.")


class DanhGia(Model, title="Đánh giá chung"):
    """The judgement, which only the clerk can give."""

    uu_diem: Texts = Field((), description="Ưu điểm; mỗi ý một dòng “- ”.")
    han_che: Texts = Field((), description="Hạn chế; mỗi ý một dòng “- ”.")
    nguyen_nhan: Texts = Field((), description="Nguyên nhân; mỗi ý một dòng “- ”.")
    bai_hoc: Texts = Field((), description="Bài học kinh nghiệm; mỗi ý một dòng “- ”.")


class KinhPhi(Model, title="Kinh phí"):
    """The money, in đồng: planned and spent."""

    du_toan: Amount | None = Field(None, description="Dự toán được giao, bằng đồng, ví dụ 150.000.000.")
    thuc_hien: Amount | None = Field(None, description="Đã thực hiện, bằng đồng.")
    ghi_chu: Text | None = Field(None, description="Ghi chú về kinh phí.")


def _answered_once(results: tuple[KetQuaViec, ...]) -> tuple[KetQuaViec, ...]:
    refuse(_answered_again(results))
    return results


def _answered_again(results: tuple[KetQuaViec, ...]) -> Iterator[Fault]:
    seen: set[tuple[str, str]] = set()
    for index, result in enumerate(results):
        key = (result.ma, same_words(result.don_vi or ""))
        if key in seen:
            who = f" của {result.don_vi}" if result.don_vi else ""
            words = {"code": result.ma, "who": who}
            yield (index, "ma"), PydanticCustomError("twice", "nhiệm vụ {code} đã có kết quả{who} ở trên; giữ một", words)
        seen.add(key)


class KetQua(Model, title="Kết quả thực hiện"):
    """The results of one plan up to a day."""

    FACES = True

    loai: Annotated[Text, of_kind(KIND, "tệp này phải có dòng “⦃loai: ¦⦄kết quả thực hiện”, không phải “{text}”")] = Field(
        description="Loại tệp: kết quả thực hiện."
    )
    den_ngay: Date | None = Field(None, description="Ngày chốt số liệu, ví dụ 2024-12-15.")
    vi_du: YesOrNo = Field(False, description="có: số liệu không thật, docgen nhắc mỗi lần chạy.")
    ket_qua: Annotated[tuple[KetQuaViec, ...], BeforeValidator(as_list), AfterValidator(_answered_once)] = Field(
        (), description="Kết quả từng nhiệm vụ, mỗi trả lời của một đơn vị một khối."
    )
    chi_dao: Texts = Field((), description="Công tác lãnh đạo, chỉ đạo; mỗi ý một dòng “- ”.")
    danh_gia: DanhGia = Field(DanhGia(), description="Đánh giá chung; chỉ người soạn mới ghi được.")
    kinh_phi: KinhPhi = Field(KinhPhi(), description="Kinh phí, tính bằng đồng.")
    phuong_huong: Texts = Field((), description="Phương hướng, nhiệm vụ; mỗi ý một dòng “- ”.")
    kien_nghi: Texts = Field((), description="Kiến nghị, đề xuất; mỗi ý một dòng “- ”.")
    kinh_gui: Annotated[tuple[Unmarked, ...], BeforeValidator(as_dashed_list)] = Field(
        (), description="Nơi được báo cáo, in ở dòng “Kính gửi”."
    )
    bieu_do: YesOrNo = Field(False, description="có: thêm biểu đồ vào báo cáo.")
    so: banhanh.PaperNumber | None = Field(None, description=banhanh.NUMBER_SAID)
    ngay: banhanh.DateOfPaper | None = Field(None, description=banhanh.DAY_SAID)
    du_thao: banhanh.Draft = Field(None, description=banhanh.DRAFT_SAID)
    noi_nhan: banhanh.Recipients = Field((), description=banhanh.RECIPIENTS_SAID)
    luu: banhanh.FilingCopy | None = Field(None, description=banhanh.FILED_SAID)
    ky: Ky | None = Field(None, description=banhanh.SIGNER_SAID)
