"""The files of an office's folder, found beside a plan or above it, and read with their places."""

import os
from functools import lru_cache
from pathlib import Path
from typing import Final, Generic, NamedTuple, TypeVar

from pydantic import BaseModel

from docgen.data import yamlfile
from docgen.data.validate import validate
from docgen.data.yamlfile import YamlFile
from docgen.data.yamltext.saved import read_text
from docgen.errors import FileError
from docgen.workflows.saving import StrPath

OFFICE_FILE: Final = "coquan.yaml"
REGISTRY_FILE: Final = "donvi.yaml"
BASES_FILE: Final = "van-ban.yaml"
RESULTS_FILE: Final = "ketqua.yaml"
_NOT_FOUND: Final = "không thấy {name} cạnh tệp này hay ở các thư mục bên trên"
_MAKE_ONE: Final = "lập bằng {{start_office}}, hoặc chép {name} của cơ quan vào đó"
_Model = TypeVar("_Model", bound=BaseModel)


class Source(NamedTuple, Generic[_Model]):
    """A file of data with its places, and the model that it holds."""

    file: YamlFile
    model: _Model


def read(model: type[_Model], path: Path, *, recording: bool = False) -> Source[_Model]:
    """Return the file at `path` and the `model` that it holds; raise `DataError` with every problem."""
    source = yamlfile.load(path, recording=recording)
    return Source(source, validate(model, source))


def read_kept(model: type[_Model], path: Path) -> Source[_Model]:
    """Return what `read` does of a file that is the same for many papers; it is kept, and read again when its text is another."""
    return _kept(model, str(path), read_text(path))  # type: ignore[return-value]  # the cache knows no type variables


@lru_cache(maxsize=8)
def _kept(model: type[BaseModel], file: str, text: str) -> Source[BaseModel]:
    source = yamlfile.of_text(file, text)
    return Source(source, validate(model, source))


def find_beside_or_above(data: Path, name: str) -> Path:
    """Return the file `name` in the folder of `data` or the nearest one above; raise `FileError` where there is none."""
    if (found := find_if_any(data, name)) is None:
        raise FileError.at(str(data), _NOT_FOUND.format(name=name), _MAKE_ONE.format(name=name))
    return found


def find_if_any(data: Path, name: str) -> Path | None:
    """Return the file `name` in the folder of `data` or the nearest one above, None where there is none."""
    for place in _folders(data):
        if (place / name).is_file():
            return place / name if data.is_absolute() else _shortest(place / name)
    return None


def data_beside_or_above(data: Path) -> tuple[Path, ...]:
    """Return every file of data beside `data` and in the folders above it up to that of the office; of none its own alone."""
    folders = _folders(data)
    last = next((index for index, folder in enumerate(folders) if (folder / OFFICE_FILE).is_file()), 0)
    return tuple(path for folder in folders[: last + 1] for path in sorted(folder.glob("*.yaml")))


def data_files(data: StrPath) -> tuple[Path, ...]:
    """Return every file that what is made of the plan at `data` is read from: it, and those beside it and above it."""
    return (Path(data), *data_beside_or_above(Path(data)))


def _folders(data: Path) -> tuple[Path, ...]:
    folder = Path(os.path.abspath(data)).parent  # noqa: PTH100  # `..` is resolved by name, links are left alone
    return (folder, *folder.parents)


def _shortest(path: Path) -> Path:
    """Return `path` as seen from the current folder; on another drive there is no such way."""
    try:
        return Path(os.path.relpath(path))
    except ValueError:
        return path
