"""The files of an office's folder: found beside a plan or above it, or below the folder by what they say; read with places."""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, Generic, NamedTuple, TypeVar

from pydantic import BaseModel

from docgen.data import yamlfile
from docgen.data.model.coquan import CoQuan
from docgen.data.model.kehoach import KIND, KeHoach
from docgen.data.validate import validate
from docgen.data.yamlfile import YamlFile
from docgen.data.yamltext.saved import read_text
from docgen.errors import DocgenError, FileError, Problem
from docgen.files.workarea import is_work_area
from docgen.text.patterns import lazy_re
from docgen.workflows.saving import StrPath

OFFICE_FILE: Final = "coquan.yaml"
REGISTRY_FILE: Final = "donvi.yaml"
BASES_FILE: Final = "van-ban.yaml"
RESULTS_FILE: Final = "ketqua.yaml"
_NOT_FOUND: Final = "không thấy {name} cạnh tệp này hay ở các thư mục bên trên"
_MAKE_ONE: Final = "lập bằng {{start_office}}, hoặc chép {name} của cơ quan vào đó"
_Model = TypeVar("_Model", bound=BaseModel)
_YEAR: Final = lazy_re(r"^nam:\s*[\"']?(\d{4})\b", re.MULTILINE)
_DEEPEST: Final = 2  # folders below the office's: a year, and what an office parts its year into


class Source(NamedTuple, Generic[_Model]):
    """A file of data with its places, and the model that it holds."""

    file: YamlFile
    model: _Model


def read(model: type[_Model], path: Path, *, recording: bool = False) -> Source[_Model]:
    """Return the file at `path` and the `model` that it holds; raise `DataError` with every problem."""
    source = yamlfile.load(path, recording=recording)
    return Source(source, validate(model, source))


def read_kept(model: type[_Model], path: Path, *, recording: bool = False) -> Source[_Model]:
    """Return what `read` does of a file that is the same for many papers; it is kept, and read again when its text is another."""
    return _kept(model, str(path), read_text(path), recording)  # type: ignore[return-value]  # the cache knows no type variables


@lru_cache(maxsize=8)
def _kept(model: type[BaseModel], file: str, text: str, recording: bool) -> Source[BaseModel]:
    source = yamlfile.of_text(file, text, recording=recording)
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


@dataclass(frozen=True)
class PlanFound:
    """A plan in an office's folder: its file, its year and subject as far as they can be read, what is wrong with it."""

    path: Path
    nam: int | None
    trich_yeu: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class OfficeFound:
    """An office's folder: the office's name, what is wrong with its file, its plans, the latest year first."""

    folder: Path
    ten: str
    problems: tuple[Problem, ...]
    plans: tuple[PlanFound, ...]

    @property
    def is_office(self) -> bool:
        """Whether there is an office, or at least a plan."""
        return bool(self.ten or self.problems or self.plans)


def find_office(folder: StrPath) -> OfficeFound:
    """Return what the office's folder at `folder` holds; a file that is wrong is told in its place and hinders no other."""
    folder, ten, problems = Path(folder), "", tuple[Problem, ...]()
    if (folder / OFFICE_FILE).is_file():
        try:
            ten = read(CoQuan, folder / OFFICE_FILE).model.ten
        except DocgenError as error:
            problems = error.problems
    plans = sorted((_found(path, text) for path, text in _plans(folder)), key=lambda one: (-(one.nam or 0), str(one.path)))
    return OfficeFound(folder, ten, problems, tuple(plans))


def plan_files(folder: StrPath) -> tuple[Path, ...]:
    """Return the files in the office's folder that say they are plans, be they right or wrong."""
    return tuple(path for path, _ in _plans(Path(folder)))


def _plans(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield each file that says it is a plan, with its text."""
    for depth in range(_DEEPEST + 1):
        for path in sorted(folder.glob("*/" * depth + "*.yaml")):
            if not is_work_area(path.relative_to(folder)) and (text := text_of_kind(path, KIND)) is not None:
                yield path, text


def text_of_kind(path: Path, kind: str) -> str | None:
    """Return the text of a file that says that it is of this `kind`; None of another, or of one that cannot be read."""
    with suppress(DocgenError):
        text = read_text(path)
        return text if re.search(rf"^loai:\s*[\"']?{kind}\b", text, re.MULTILINE | re.IGNORECASE) else None
    return None


def _found(path: Path, text: str) -> PlanFound:
    try:
        plan = read(KeHoach, path).model
    except DocgenError as error:
        year = _YEAR.search(text)
        return PlanFound(path, int(year[1]) if year else None, "", error.problems)
    return PlanFound(path, plan.nam, plan.trich_yeu)
