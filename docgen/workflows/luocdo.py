"""The kinds of files of data, each with its JSON Schema as text, so that an editor completes and explains its keys; `luocdo`.

A new kind is a line in the table `FILES`.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import BaseModel

from docgen.data.model import kehoach, ketqua
from docgen.data.model.coquan import CoQuan
from docgen.data.model.donvi import SoDonVi
from docgen.data.model.tracuu import YEARLY_VALUES, GiaTri, SoVanBan
from docgen.data.schema import Schema, schema_of
from docgen.errors import Place, Problem
from docgen.files import storage
from docgen.files.refusals import Remedies
from docgen.files.transaction import content
from docgen.workflows.saving import WRITING, Saved, Say, StrPath, plain, silent

_REMEDIES: Final = Remedies("thư mục khác", "đây là thư mục, trùng với tên tệp cần ghi; đổi tên thư mục này rồi chạy lại")
_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
_MARK: Final = "$comment"
SCHEMA_FOLDER: Final = ".docgen"
_OLD_SCHEMAS: Final = "lược đồ ở đây là của bản docgen khác"
_RENEW: Final = "chạy {{schemas}} {{out}} “{folder}” để làm mới"


@dataclass(frozen=True)
class Schemas:
    """The JSON Schema of each kind of file, and what that file is for, by the kind's name (`kehoach`, `donvi` ...)."""

    texts: Mapping[str, str]
    purposes: Mapping[str, str]

    def files(self, folder: StrPath) -> dict[Path, bytes]:
        """Return every schema under the path that it has in `folder`."""
        return {Path(folder) / file_name(name): text.encode() for name, text in self.texts.items()}

    def save(self, folder: StrPath, *, overwrite: bool = False, say: Say | None = None) -> Saved:
        """Write every schema into `folder`, over those that an older docgen wrote; one edited by hand only with `overwrite`."""
        files = self.files(folder)
        (say or silent)(WRITING)
        with storage.folders_for(files):
            told = storage.write_all(files, overwrite_edits=overwrite, is_ours=is_untouched)
        return Saved(tuple(files), tuple(plain(told)))


def schemas(*, say: Say | None = None) -> Schemas:
    """Return the JSON Schema of every kind of file that a clerk writes."""
    (say or silent)("tạo lược đồ")
    return Schemas({name: schema_text(name) for name in FILES}, {name: each.cong_dung for name, each in FILES.items()})


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


def is_untouched(data: bytes) -> bool:
    """Return whether `data` is a schema that some docgen wrote and nobody has edited since: any docgen makes it again."""
    try:
        schema = json.loads(data.decode(errors="replace"))
    except ValueError:
        return False
    return isinstance(schema, dict) and schema.pop(_MARK, None) == _mark(schema)


def _mark(schema: Schema) -> str:
    return f"docgen luocdo {hashlib.sha256(_written(schema).encode()).hexdigest()}"


def _written(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def schema_path(name: str) -> str:
    """Return where the schema of a kind of file stands, seen from the office's folder."""
    return f"{SCHEMA_FOLDER}/{file_name(name)}"


def new_schemas(folder: Path, remarks: list[Problem]) -> dict[Path, bytes]:
    """Return the schemas that are not there; those that are stay, and where they are of another docgen that is told."""
    files = schemas().files(folder / SCHEMA_FOLDER)
    standing = {path: old for path in files if (old := content(path, _REMEDIES)) is not None}
    if any(old != files[path] for path, old in standing.items()):
        remarks.append(Problem(Place(str(folder / SCHEMA_FOLDER)), _OLD_SCHEMAS, _RENEW.format(folder=folder / SCHEMA_FOLDER)))
    return {path: data for path, data in files.items() if path not in standing}
