"""The stages of `luocdo`: make the schemas, write them into a folder."""

from collections.abc import Mapping
from pathlib import Path

from docgen import luocdo, storage
from docgen.errors import FileError
from docgen.oswords import reason
from docgen.pipeline.orders import Made, Say


def luocdo_files(folder: Path) -> dict[Path, bytes]:
    """Return every schema under the name that it has in `folder`."""
    return {folder / luocdo.file_name(name): luocdo.schema_text(name).encode() for name in luocdo.FILES}


def write_luocdo(folder: Path, say: Say, *, overwrite: bool = False) -> Made:
    """Write every schema into `folder`, over those that an older docgen wrote; one edited by hand only with `overwrite`."""
    say("tạo lược đồ")
    files = luocdo_files(folder)
    say("ghi tệp")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path in outdated(files):
            path.unlink()  # nobody's work: any docgen makes it again
    except OSError as error:
        raise FileError.at(str(folder), f"không ghi được vào thư mục này ({reason(error)}); chọn thư mục khác sau -o") from error
    return Made(tuple(files), tuple(storage.write_all(files, overwrite_edits=overwrite)))


def outdated(files: Mapping[Path, bytes]) -> list[Path]:
    """Return those of the schemas `files` that stand there as an older docgen wrote them."""
    standing = {path: path.read_bytes() for path in files if path.is_file()}
    return [path for path, old in standing.items() if old != files[path] and luocdo.is_untouched(old.decode(errors="replace"))]
