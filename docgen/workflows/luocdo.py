"""The stages of `luocdo`: make the schemas, write them into a folder."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from docgen.data import luocdo
from docgen.files import storage
from docgen.files.refusals import Remedies
from docgen.files.transaction import content
from docgen.workflows.orders import Made, Say

_REMEDIES: Final = Remedies("thư mục khác", "đây là thư mục, trùng với tên tệp cần ghi; đổi tên thư mục này rồi chạy lại")


def luocdo_files(folder: Path) -> dict[Path, bytes]:
    """Return every schema under the name that it has in `folder`."""
    return {folder / luocdo.file_name(name): luocdo.schema_text(name).encode() for name in luocdo.FILES}


def write_luocdo(folder: Path, say: Say, *, overwrite: bool = False) -> Made:
    """Write every schema into `folder`, over those that an older docgen wrote; one edited by hand only with `overwrite`."""
    say("tạo lược đồ")
    files = luocdo_files(folder)
    say("ghi tệp")
    with storage.folders_for(files):
        warnings = storage.write_all(files, overwrite_edits=overwrite, is_ours=_is_schema)
    return Made(tuple(files), tuple(warnings))


def luocdo_standing(files: Mapping[Path, bytes]) -> dict[Path, bytes]:
    """Return what stands in the places of `files`, where something does."""
    read = {path: content(path, _REMEDIES) for path in files}
    return {path: old for path, old in read.items() if old is not None}


def _is_schema(data: bytes) -> bool:
    """Return whether `data` is a schema as some docgen wrote it: any docgen makes those again."""
    return luocdo.is_untouched(data.decode(errors="replace"))
