"""The data that a command needs: the files beside the plan or above it, read and validated, their problems told together."""

import os
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from docgen.data import yamlfile
from docgen.data.model.coquan import CoQuan, Ky
from docgen.data.model.kehoach import KeHoach
from docgen.data.validate import validate
from docgen.data.yamlfile import YamlFile
from docgen.errors import DataError, FileError, Problem

OFFICE_FILE = "coquan.yaml"
_Model = TypeVar("_Model", bound=BaseModel)
_First = TypeVar("_First")
_Second = TypeVar("_Second")


def find_beside_or_above(data: Path, name: str) -> Path:
    """Return the file `name` in the folder of `data` or the nearest one above; raise `FileError` where there is none."""
    found = find_if_any(data, name)
    if found is not None:
        return found
    raise FileError.at(
        str(data), f"không thấy {name} cạnh tệp này hay ở các thư mục bên trên; chép {name} mẫu vào rồi sửa cho đúng cơ quan"
    )


def find_if_any(data: Path, name: str) -> Path | None:
    """Return the file `name` in the folder of `data` or the nearest one above, None where there is none."""
    for place in _folders(data):
        if (place / name).is_file():
            return place / name if data.is_absolute() else _shortest(place / name)
    return None


def folders_above(data: Path, name: str) -> tuple[Path, ...]:
    """Return the folder of `data` and those above it up to the one that holds the file `name`; of none its own folder alone."""
    folders = _folders(data)
    last = next((index for index, folder in enumerate(folders) if (folder / name).is_file()), 0)
    return folders[: last + 1]


def data_beside_or_above(data: Path) -> tuple[Path, ...]:
    """Return every file of data beside `data` and in the folders above it up to that of the office."""
    return tuple(path for folder in folders_above(data, OFFICE_FILE) for path in sorted(folder.glob("*.yaml")))


def _folders(data: Path) -> tuple[Path, ...]:
    folder = Path(os.path.abspath(data)).parent  # noqa: PTH100  # `..` is resolved by name, links are left alone
    return (folder, *folder.parents)


def _shortest(path: Path) -> Path:
    """Return `path` as seen from the current folder; on another drive there is no such way."""
    try:
        return Path(os.path.relpath(path))
    except ValueError:
        return path


def default_template(kind: str) -> Path:
    """Return docgen's own template for `kind`: inside the installed package, or beside it where docgen runs from its source."""
    package = Path(__file__).parent.parent
    installed = package / "templates" / f"{kind}.docx"
    return installed if installed.exists() else package.parent / "templates" / f"{kind}.docx"


def read(model: type[_Model], path: Path) -> tuple[YamlFile, _Model]:
    """Return the file at `path` and the `model` that it holds; raise `DataError` with every problem."""
    source = yamlfile.load(path)
    return source, validate(model, source)


def with_every_problem(first: Callable[[], _First], second: Callable[[], _Second]) -> tuple[_First, _Second]:
    """Return what both give; where the data of both are wrong raise one `DataError` with the problems of both."""
    try:
        one = first()
    except DataError as error:
        try:
            second()
        except DataError as other:
            raise DataError([*error.problems, *other.problems]) from None
        raise
    return one, second()


def signature(plan: KeHoach, office: CoQuan, plan_file: YamlFile) -> Ky:
    """Return who signs the papers of `plan`; raise `DataError` where title or name are nowhere given."""
    ky = office.ky.overridden_by(plan.ky)
    missing = [name for name in ("chuc_vu", "ho_ten") if getattr(ky, name) is None]
    if missing:
        place = plan_file.place(("ky",))
        raise DataError(
            Problem(place, f"ky.{name}: chưa có; ghi trong {OFFICE_FILE} hoặc trong kế hoạch này") for name in missing
        )
    return ky


def named_values(values: Any) -> dict[str, Any]:
    """Return the fields of a dataclass of values by name, as templates ask for them."""
    return {field.name: getattr(values, field.name) for field in fields(values)}
