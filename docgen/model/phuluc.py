"""An appendix: groups of tasks, or free text and tables."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from docgen.model.base import AtLeastOne, Model, Text, refuse
from docgen.model.noidung import PhanTitle, TrongPhan

SAME_AS_ABOVE: Final = "như trên"
TASK_TEXTS: Final = ("ten", "chu_tri", "phoi_hop", "thoi_gian", "san_pham", "kinh_phi", "theo_doi", "ghi_chu")

_HUONG: Final = {"ngang": "ngang", "dọc": "dọc", "doc": "dọc"}
Huong = Annotated[
    Literal["ngang", "dọc"],
    BeforeValidator(lambda value: _HUONG.get(value.strip().lower(), value) if isinstance(value, str) else value),
]


def is_same_as_above(text: str | None) -> bool:
    """Return whether `text` asks for the cell above instead of saying anything itself."""
    return text is not None and text.strip().rstrip(".").casefold() == SAME_AS_ABOVE


class NhiemVu(Model):
    """A task, each field printed word for word as it was written; `ma` is its own code where it has one."""

    ma: Text | None = None
    ten: Text
    chu_tri: Text
    phoi_hop: Text | None = None
    thoi_gian: Text | None = None
    san_pham: Text | None = None
    kinh_phi: Text | None = None
    theo_doi: Text | None = None
    ghi_chu: Text | None = None


class NhomNhiemVu(Model):
    """A group of tasks under a row of its own, numbered I, II, III."""

    tieu_de: PhanTitle
    nhiem_vu: Annotated[tuple[NhiemVu, ...], AtLeastOne]


def _something_above(tasks: tuple[NhiemVu, ...]) -> tuple[NhiemVu, ...]:
    refuse(((0, name), fault) for name, fault in _nothing_above(tasks))
    return tasks


def _something_above_in_groups(groups: tuple[NhomNhiemVu, ...]) -> tuple[NhomNhiemVu, ...]:
    first = groups[0].nhiem_vu if groups else ()
    refuse(((0, "nhiem_vu", 0, name), fault) for name, fault in _nothing_above(first))
    return groups


def _nothing_above(tasks: Sequence[NhiemVu]) -> Iterator[tuple[str, PydanticCustomError]]:
    """Yield the fields of the first of `tasks` that ask for the cell above, each with its fault."""
    for name in TASK_TEXTS if tasks else ():
        if is_same_as_above(getattr(tasks[0], name)):
            sentence = "“như trên” ở nhiệm vụ đầu tiên: phía trên chưa có ô nào; ghi rõ nội dung"
            yield name, PydanticCustomError("nothing_above", sentence)


class TenCot(Model):
    """The office's own headings of the columns of tasks, where docgen's do not fit."""

    stt: Text = "STT"
    ten: Text = "Nhiệm vụ"
    chu_tri: Text = "Đơn vị chủ trì"
    phoi_hop: Text = "Đơn vị phối hợp"
    thoi_gian: Text = "Thời gian"
    san_pham: Text = "Sản phẩm"
    kinh_phi: Text = "Kinh phí"
    theo_doi: Text = "Theo dõi"
    ghi_chu: Text = "Ghi chú"


class PhuLuc(TrongPhan):
    """An appendix with its title, its paper's orientation, and what stands in it, in the order written."""

    tieu_de: Text
    huong: Huong | None = None
    ten_cot: TenCot = TenCot()
    nhom_nhiem_vu: Annotated[tuple[NhomNhiemVu, ...], AfterValidator(_something_above_in_groups)] = ()
    nhiem_vu: Annotated[tuple[NhiemVu, ...], AfterValidator(_something_above)] = ()

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
