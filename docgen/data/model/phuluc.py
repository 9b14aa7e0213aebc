"""An appendix: groups of tasks, or free text and tables."""

import re
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from docgen.data.model.base import TYPED, TYPED_SAID, OneFace, Unmarked, as_list, known_blanks
from docgen.data.model.noidung import MIXED_SAID, TABLES, Phan, TrongPhan, short_form
from docgen.text.patterns import lazy_re
from docgen.text.wording import ended

PAPER: Final = "{van_ban}"
_ATTACHED: Final = lazy_re(r"\bkèm\b", re.IGNORECASE)
_IN_BRACKETS: Final = lazy_re(r"\((?:[^()]|\([^()]*\))*\)")
_HUONG: Final = {"ngang": "ngang", "dọc": "dọc", "doc": "dọc"}
Huong = Annotated[
    Literal["ngang", "dọc"],
    BeforeValidator(lambda value: _HUONG.get(value.strip().lower(), value) if isinstance(value, str) else value),
]


def _title_alone(title: str) -> str:
    if re.match(r"phụ lục( [IVXL\d]+)?\s*([:.]|$)", title, re.IGNORECASE):
        raise PydanticCustomError("typed_number", "bỏ chữ “Phụ lục” ở đầu: docgen tự ghi “Phụ lục” và đánh số I, II, III")
    return title


_PARTS_SAID: Final = "Các phần của phụ lục, docgen đánh số I, II, III; bên trong như một phần của kế hoạch."


class TrongPhuLuc(TrongPhan, title="Nội dung"):
    """What may stand inside an appendix: also phần."""

    phan: Annotated[tuple[Phan, ...], BeforeValidator(as_list)] = Field((), description=_PARTS_SAID)
    noi_dung: Annotated[tuple[Annotated["TrongPhuLuc", short_form("doan")], ...], BeforeValidator(as_list)] = Field(
        (), description=MIXED_SAID
    )


def _attached(text: str) -> str:
    """Return the line that says to which paper an appendix belongs, without its brackets and the mark at its end."""
    text = ended(text, "")
    opened, closed = text.count("("), text.count(")")
    first = text.startswith("(") and (opened > closed or _IN_BRACKETS.fullmatch(text) is not None)
    last = text.endswith(")") and (closed > opened or first)
    bare = ended(text[first : len(text) - last].strip(), "")
    if not _ATTACHED.search(bare):
        sentence = "dòng này phải có chữ “kèm theo”, ví dụ: Ban hành kèm theo {van_ban} của …"
        raise PydanticCustomError("not_attached", sentence, {"van_ban": PAPER})
    return known_blanks(bare, PAPER)


class PhuLuc(TrongPhuLuc, title="Phụ lục"):
    """An appendix with its title, its paper's orientation, and what stands in it, in the order written."""

    tieu_de: Annotated[OneFace, AfterValidator(_title_alone)] = Field(description="Tên phụ lục, không ghi chữ “Phụ lục” và số.")
    kem_theo: Annotated[Unmarked, AfterValidator(_attached)] | None = Field(
        None,
        description="Dòng trong ngoặc dưới tên phụ lục, khi muốn ghi khác: Ban hành kèm theo {van_ban} của Chủ tịch …; "
        "chỗ {van_ban} in tên loại, số và ngày của kế hoạch.",
    )
    phan: Annotated[tuple[Phan, ...], BeforeValidator(as_list), TYPED] = Field((), description=f"{_PARTS_SAID} {TYPED_SAID}")
    huong: Huong | None = Field(None, description="Hướng giấy: ngang hoặc dọc. Có bảng thì mặc định là ngang.")

    @model_validator(mode="after")
    def _has_content(self) -> "PhuLuc":
        if next(self.parts(), None) is None:
            sentence = (
                "phụ lục chưa có nội dung; ghi ‹nhom_nhiem_vu, nhiem_vu, bang, doan, y, muc hoặc phan¦ít nhất một nhiệm vụ›"
            )
            raise PydanticCustomError("empty", sentence)
        return self

    @property
    def landscape(self) -> bool:
        """Return whether its pages lie on their side: as `huong` says, otherwise where it holds a table."""
        if self.huong is not None:
            return self.huong == "ngang"
        tables = (kind in TABLES or (isinstance(part, Phan) and part.holds_table()) for kind, part in self.parts())
        return any(tables) or next(self.task_tables(()), None) is not None
