"""An appendix: groups of tasks, or free text and tables."""

import re
from collections.abc import Iterable, Iterator
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from docgen.data.model.base import AtLeastOne, CellText, Fault, Model, PhanTitle, Text, as_list, refuse
from docgen.data.model.noidung import TrongPhan
from docgen.text.folding import same_words

SAME_AS_ABOVE: Final = "như trên"
TASK_TEXTS: Final = ("ten", "chu_tri", "phoi_hop", "thoi_gian", "san_pham", "kinh_phi", "theo_doi", "ghi_chu")

_HUONG: Final = {"ngang": "ngang", "dọc": "dọc", "doc": "dọc"}
Huong = Annotated[
    Literal["ngang", "dọc"],
    BeforeValidator(lambda value: _HUONG.get(value.strip().lower(), value) if isinstance(value, str) else value),
]


def is_same_as_above(text: str | None) -> bool:
    """Return whether `text` asks for the cell above instead of saying anything itself."""
    return text is not None and same_words(text) == SAME_AS_ABOVE


class NhiemVu(Model, title="Nhiệm vụ"):
    """A task, each field printed word for word as it was written; `ma` is its own code where it has one.

    Each task says who leads it; where nobody does, that is said too: `chu_tri: ""`.
    """

    EMPTY_ON_PURPOSE = frozenset({"chu_tri"})

    ma: Text | None = Field(None, description="Mã riêng của nhiệm vụ; không ghi thì docgen lấy theo vị trí, như I.2.")
    ten: Text = Field(description="Tên nhiệm vụ.")
    chu_tri: CellText = Field(
        description='Đơn vị chủ trì, ghi đúng chữ cần in; “như trên” thì gộp với ô trên; cố ý bỏ trống thì ghi "".'
    )
    phoi_hop: Text | None = Field(None, description="Đơn vị phối hợp, ghi đúng chữ cần in.")
    thoi_gian: Text | None = Field(None, description="Thời gian, ví dụ Thường xuyên, Quý II, Tháng 6, Trước ngày 15/12/2024.")
    san_pham: Text | None = Field(None, description="Sản phẩm, kết quả phải có.")
    kinh_phi: Text | None = Field(None, description="Kinh phí, ghi sao in vậy.")
    theo_doi: Text | None = Field(None, description="Người hoặc đơn vị theo dõi.")
    ghi_chu: Text | None = Field(None, description="Ghi chú, có in ra.")


class NhomNhiemVu(Model, title="Nhóm nhiệm vụ"):
    """A group of tasks under a row of its own, numbered I, II, III."""

    tieu_de: PhanTitle = Field(description="Tên nhóm nhiệm vụ, không gõ I., II.")
    nhiem_vu: Annotated[tuple[NhiemVu, ...], BeforeValidator(as_list), AtLeastOne] = Field(description="Các nhiệm vụ trong nhóm.")


def _something_above(tasks: tuple[NhiemVu, ...]) -> tuple[NhiemVu, ...]:
    refuse(_nothing_above(((index,), task) for index, task in enumerate(tasks)))
    return tasks


def _something_above_in_groups(groups: tuple[NhomNhiemVu, ...]) -> tuple[NhomNhiemVu, ...]:
    refuse(
        _nothing_above(
            ((place, "nhiem_vu", index), task) for place, group in enumerate(groups) for index, task in enumerate(group.nhiem_vu)
        )
    )
    return groups


def _nothing_above(tasks: Iterable[tuple[tuple[str | int, ...], NhiemVu]]) -> Iterator[Fault]:
    """Yield a fault for each cell that asks for the one above where that has no words; a task's name is always its own."""
    above: dict[str, str | None] = {}
    for route, task in tasks:
        for name in TASK_TEXTS:
            text = getattr(task, name)
            if not is_same_as_above(text):
                above[name] = text
            elif name == "ten":
                yield (*route, name), PydanticCustomError("nothing_above", "mỗi nhiệm vụ phải có tên riêng, không ghi “như trên”")
            elif not above.get(name):
                sentence = "“như trên” nhưng phía trên chưa có ô nào có chữ; ghi rõ nội dung"
                yield (*route, name), PydanticCustomError("nothing_above", sentence)


class TenCot(Model, title="Tên cột của bảng nhiệm vụ"):
    """The office's own headings of the columns of tasks, where docgen's do not fit."""

    stt: Text = Field("STT", description="Tên cột số thứ tự.")
    ten: Text = Field("Nhiệm vụ", description="Tên cột nhiệm vụ.")
    chu_tri: Text = Field("Đơn vị chủ trì", description="Tên cột đơn vị chủ trì.")
    phoi_hop: Text = Field("Đơn vị phối hợp", description="Tên cột đơn vị phối hợp.")
    thoi_gian: Text = Field("Thời gian", description="Tên cột thời gian.")
    san_pham: Text = Field("Sản phẩm", description="Tên cột sản phẩm.")
    kinh_phi: Text = Field("Kinh phí", description="Tên cột kinh phí.")
    theo_doi: Text = Field("Theo dõi", description="Tên cột theo dõi.")
    ghi_chu: Text = Field("Ghi chú", description="Tên cột ghi chú.")


def _title_alone(title: str) -> str:
    if re.match(r"phụ lục( [IVXL\d]+)?\s*([:.]|$)", title, re.IGNORECASE):
        raise PydanticCustomError("typed_number", "bỏ chữ “Phụ lục” ở đầu: docgen tự ghi “Phụ lục” và đánh số I, II, III")
    return title


class PhuLuc(TrongPhan, title="Phụ lục"):
    """An appendix with its title, its paper's orientation, and what stands in it, in the order written."""

    tieu_de: Annotated[Text, AfterValidator(_title_alone)] = Field(description="Tên phụ lục, không ghi chữ “Phụ lục” và số.")
    huong: Huong | None = Field(None, description="Hướng giấy: ngang hoặc dọc. Có bảng thì mặc định là ngang.")
    ten_cot: TenCot = Field(TenCot(), description="Tên cột riêng của cơ quan, khi tên cột của docgen không hợp.")
    nhom_nhiem_vu: Annotated[tuple[NhomNhiemVu, ...], BeforeValidator(as_list), AfterValidator(_something_above_in_groups)] = (
        Field((), description="Các nhóm nhiệm vụ, docgen đánh số I, II, III.")
    )
    nhiem_vu: Annotated[tuple[NhiemVu, ...], BeforeValidator(as_list), AfterValidator(_something_above)] = Field(
        (), description="Các nhiệm vụ, khi không chia nhóm."
    )

    @model_validator(mode="after")
    def _has_content(self) -> "PhuLuc":
        if next(self.parts(), None) is None:
            raise PydanticCustomError("empty", "phụ lục chưa có nội dung; ghi nhom_nhiem_vu, nhiem_vu, bang, doan, y hoặc muc")
        return self

    @property
    def landscape(self) -> bool:
        """Return whether its pages lie on their side: as `huong` says, otherwise where it holds a table."""
        if self.huong is not None:
            return self.huong == "ngang"
        return any(kind in ("nhiem_vu", "nhom_nhiem_vu", "bang") for kind, _ in self.parts())
