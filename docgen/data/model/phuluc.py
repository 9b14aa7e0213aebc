"""An appendix: groups of tasks, or free text and tables."""

import re
from collections.abc import Iterable, Iterator
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from docgen.data.model.base import AtLeastOne, CellText, Fault, Model, Text, as_list, refuse
from docgen.data.model.noidung import PhanTitle, TrongPhan

SAME_AS_ABOVE: Final = "như trên"
TASK_TEXTS: Final = ("ten", "chu_tri", "phoi_hop", "thoi_gian", "san_pham", "kinh_phi", "theo_doi", "ghi_chu")

_HUONG: Final = {"ngang": "ngang", "dọc": "dọc", "doc": "dọc"}
Huong = Annotated[
    Literal["ngang", "dọc"],
    BeforeValidator(lambda value: _HUONG.get(value.strip().lower(), value) if isinstance(value, str) else value),
]


def is_same_as_above(text: str | None) -> bool:
    """Return whether `text` asks for the cell above instead of saying anything itself."""
    return text is not None and " ".join(text.split()).rstrip(" .;,").casefold() == SAME_AS_ABOVE


class NhiemVu(Model):
    """A task, each field printed word for word as it was written; `ma` is its own code where it has one.

    Each task says who leads it; where nobody does, that is said too: `chu_tri: ""`.
    """

    EMPTY_ON_PURPOSE = frozenset({"chu_tri"})

    ma: Text | None = None
    ten: Text
    chu_tri: CellText
    phoi_hop: Text | None = None
    thoi_gian: Text | None = None
    san_pham: Text | None = None
    kinh_phi: Text | None = None
    theo_doi: Text | None = None
    ghi_chu: Text | None = None


class NhomNhiemVu(Model):
    """A group of tasks under a row of its own, numbered I, II, III."""

    tieu_de: PhanTitle
    nhiem_vu: Annotated[tuple[NhiemVu, ...], BeforeValidator(as_list), AtLeastOne]


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


def _title_alone(title: str) -> str:
    if re.match(r"phụ lục( [IVXL\d]+)?\s*([:.]|$)", title, re.IGNORECASE):
        raise PydanticCustomError("typed_number", "bỏ chữ “Phụ lục” ở đầu: docgen tự ghi “Phụ lục” và đánh số I, II, III")
    return title


class PhuLuc(TrongPhan):
    """An appendix with its title, its paper's orientation, and what stands in it, in the order written."""

    tieu_de: Annotated[Text, AfterValidator(_title_alone)]
    huong: Huong | None = None
    ten_cot: TenCot = TenCot()
    nhom_nhiem_vu: Annotated[tuple[NhomNhiemVu, ...], BeforeValidator(as_list), AfterValidator(_something_above_in_groups)] = ()
    nhiem_vu: Annotated[tuple[NhiemVu, ...], BeforeValidator(as_list), AfterValidator(_something_above)] = ()

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
