"""The stages of `luocdo`: the schemas of the files of data, written into a folder for an editor."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from docgen.data import luocdo
from docgen.files import storage
from docgen.files.refusals import Remedies
from docgen.files.transaction import content
from docgen.workflows.saving import WRITING, Saved, Say, StrPath, plain, silent

_REMEDIES: Final = Remedies("thư mục khác", "đây là thư mục, trùng với tên tệp cần ghi; đổi tên thư mục này rồi chạy lại")


@dataclass(frozen=True)
class Schemas:
    """The JSON Schema of each kind of file, and what that file is for, by the kind's name (`kehoach`, `donvi` ...)."""

    texts: Mapping[str, str]
    purposes: Mapping[str, str]

    def files(self, folder: StrPath) -> dict[Path, bytes]:
        """Return every schema under the path that it has in `folder`."""
        return {Path(folder) / luocdo.file_name(name): text.encode() for name, text in self.texts.items()}

    def save(self, folder: StrPath, *, overwrite: bool = False, say: Say | None = None) -> Saved:
        """Write every schema into `folder`, over those that an older docgen wrote; one edited by hand only with `overwrite`."""
        files = self.files(folder)
        (say or silent)(WRITING)
        with storage.folders_for(files):
            told = storage.write_all(files, overwrite_edits=overwrite, is_ours=_is_schema)
        return Saved(tuple(files), tuple(plain(told)))


def schemas(*, say: Say | None = None) -> Schemas:
    """Return the JSON Schema of every kind of file that a clerk writes."""
    (say or silent)("tạo lược đồ")
    return Schemas(
        {name: luocdo.schema_text(name) for name in luocdo.FILES}, {name: each.cong_dung for name, each in luocdo.FILES.items()}
    )


def luocdo_standing(files: Mapping[Path, bytes]) -> dict[Path, bytes]:
    """Return what stands in the places of `files`, where something does."""
    read = {path: content(path, _REMEDIES) for path in files}
    return {path: old for path, old in read.items() if old is not None}


def _is_schema(data: bytes) -> bool:
    """Return whether `data` is a schema as some docgen wrote it: any docgen makes those again."""
    return luocdo.is_untouched(data.decode(errors="replace"))
