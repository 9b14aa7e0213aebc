"""An appendix: groups of tasks, or free text and tables."""

import re
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from docgen.data.model.base import Text
from docgen.data.model.nhiemvu import TASK_KINDS
from docgen.data.model.noidung import TrongPhan

_HUONG: Final = {"ngang": "ngang", "dọc": "dọc", "doc": "dọc"}
Huong = Annotated[
    Literal["ngang", "dọc"],
    BeforeValidator(lambda value: _HUONG.get(value.strip().lower(), value) if isinstance(value, str) else value),
]


def _title_alone(title: str) -> str:
    if re.match(r"phụ lục( [IVXL\d]+)?\s*([:.]|$)", title, re.IGNORECASE):
        raise PydanticCustomError("typed_number", "bỏ chữ “Phụ lục” ở đầu: docgen tự ghi “Phụ lục” và đánh số I, II, III")
    return title


class PhuLuc(TrongPhan, title="Phụ lục"):
    """An appendix with its title, its paper's orientation, and what stands in it, in the order written."""

    tieu_de: Annotated[Text, AfterValidator(_title_alone)] = Field(description="Tên phụ lục, không ghi chữ “Phụ lục” và số.")
    huong: Huong | None = Field(None, description="Hướng giấy: ngang hoặc dọc. Có bảng thì mặc định là ngang.")

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
        return any(kind in (*TASK_KINDS, "bang") for kind, _ in self.parts())
