"""The kinds of files of data, each with its JSON Schema as text, so that an editor completes and explains its keys. Pure.

A new kind is a line in the table.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pydantic import BaseModel

from docgen.data.model import kehoach, ketqua
from docgen.data.model.coquan import CoQuan
from docgen.data.model.donvi import SoDonVi
from docgen.data.model.tracuu import YEARLY_VALUES, GiaTri, SoVanBan
from docgen.data.schema import Schema, schema_of

_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
_MARK: Final = "$comment"


@dataclass(frozen=True, slots=True)
class DataFile:
    """A kind of file: its model, what it is for, and the word that its `loai` has to be."""

    model: type[BaseModel]
    cong_dung: str
    loai: str | None = None


FILES: Final[Mapping[str, DataFile]] = {
    "coquan": DataFile(CoQuan, "cơ quan ban hành, người ký, lề trang"),
    "donvi": DataFile(SoDonVi, "danh mục đơn vị và nhóm đơn vị"),
    "kehoach": DataFile(kehoach.KeHoach, "kế hoạch của một năm", kehoach.KIND),
    "ketqua": DataFile(ketqua.KetQua, "kết quả thực hiện kế hoạch", ketqua.KIND),
    "gia-tri": DataFile(GiaTri, "giá trị mỗi năm một khác, như chủ đề của năm", YEARLY_VALUES),
    "van-ban": DataFile(SoVanBan, "danh mục văn bản hay viện dẫn và hiệu lực của chúng"),
}


def file_name(name: str) -> str:
    """Return the name of the file that holds the schema `name`."""
    return f"{name}.schema.json"


def schema_text(name: str) -> str:
    """Return the schema `name` as the text of its file."""
    made = FILES[name]
    return marked({"$schema": _DRAFT, **schema_of(made.model, made.loai)})


def marked(schema: Schema) -> str:
    """Return `schema` as text that bears a mark by which an edit by hand is seen."""
    return _written({_MARK: _mark(schema), **schema})


def is_untouched(text: str) -> bool:
    """Return whether `text` is a schema that some docgen wrote and nobody has edited since."""
    try:
        schema = json.loads(text)
    except ValueError:
        return False
    return isinstance(schema, dict) and schema.pop(_MARK, None) == _mark(schema)


def _mark(schema: Schema) -> str:
    return f"docgen luocdo {hashlib.sha256(_written(schema).encode()).hexdigest()}"


def _written(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
