"""The stages in order, for each document: load, validate, context, render, check, write. No detail of its own."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from docgen import pdf, stamp, storage, yamlfile
from docgen.context.kehoach import kehoach_context
from docgen.errors import DataError, FileError, Problem
from docgen.inspection import hold_to_decree
from docgen.model.coquan import CoQuan, Ky
from docgen.model.kehoach import KeHoach
from docgen.notices import crowded, stale_pdf, unprinted
from docgen.render import open_template
from docgen.validate import validate
from docgen.yamlfile import YamlFile

Say = Callable[[str], None]
OFFICE_FILE = "coquan.yaml"
_Model = TypeVar("_Model", bound=BaseModel)
_First = TypeVar("_First")
_Second = TypeVar("_Second")


@dataclass(frozen=True)
class Made:
    """The files that a command wrote, and what a person should know about them."""

    files: tuple[Path, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class Order:
    """What a user asked for: where the data are, where the paper goes, which template, whether as PDF too, whether over edits.

    `despite_errors`: whether it is written although it breaks the decree.
    """

    data: Path
    out: Path | None = None
    template: Path | None = None
    with_pdf: bool = False
    overwrite: bool = False
    despite_errors: bool = False


def kehoach(order: Order, say: Say) -> Made:
    """Make the plan's .docx, and its PDF where asked for, beside the data or where the order says.

    Raises a `DocgenError` with every problem found, those of the paper with the decree too; then nothing is written.
    """
    say("đọc và kiểm tra dữ liệu")
    (plan_file, plan), (office_file, office) = _with_every_problem(
        lambda: _read(KeHoach, order.data), lambda: _read(CoQuan, find_beside_or_above(order.data, OFFICE_FILE))
    )
    ky = _signature(plan, office, plan_file)
    say("điền mẫu")
    opened = open_template(order.template or default_template("kehoach"))
    layout = opened.layout.with_office_settings(office.trinh_bay.le.model_dump(), office.trinh_bay.co_chu)
    template = opened.compiled(layout)
    values = kehoach_context(plan, office, ky, layout)
    context = _named_values(values)
    paper = template.render(context, context["thuoc_tinh"])
    source = stamp.source_digest([plan_file.text, office_file.text, template.digest])
    target = order.out or order.data.with_suffix(".docx")
    files = {target: stamp.stamped_docx(paper, source)}
    warnings = [*unprinted(template, context), *crowded(values, order.data)]
    say("kiểm tra thể thức")
    warnings += hold_to_decree(files, only_tell=order.despite_errors)
    if order.with_pdf:
        say("tạo PDF")
        warnings += [warning] if (warning := pdf.font_warning()) else []
        files |= _as_pdf(files)
    else:
        warnings += stale_pdf(target, files[target])
    say("ghi tệp")
    warnings += storage.write_all(files, overwrite_edits=order.overwrite)
    return Made(tuple(files), tuple(warnings))


def find_beside_or_above(data: Path, name: str) -> Path:
    """Return the file `name` in the folder of `data` or the nearest one above; raise `FileError` where there is none."""
    folder = Path(os.path.abspath(data)).parent  # noqa: PTH100  # `..` is resolved by name, links are left alone
    for place in (folder, *folder.parents):
        if (place / name).is_file():
            return place / name if data.is_absolute() else _shortest(place / name)
    raise FileError.at(
        str(data), f"không thấy {name} cạnh tệp này hay ở các thư mục bên trên; chép {name} mẫu vào rồi sửa cho đúng cơ quan"
    )


def _shortest(path: Path) -> Path:
    """Return `path` as seen from the current folder; on another drive there is no such way."""
    try:
        return Path(os.path.relpath(path))
    except ValueError:
        return path


def default_template(kind: str) -> Path:
    """Return docgen's own template for `kind`: inside the installed package, or beside it where docgen runs from its source."""
    package = Path(__file__).parent
    installed = package / "templates" / f"{kind}.docx"
    return installed if installed.exists() else package.parent / "templates" / f"{kind}.docx"


def _read(model: type[_Model], path: Path) -> tuple[YamlFile, _Model]:
    source = yamlfile.load(path)
    return source, validate(model, source)


def _with_every_problem(first: Callable[[], _First], second: Callable[[], _Second]) -> tuple[_First, _Second]:
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


def _signature(plan: KeHoach, office: CoQuan, plan_file: YamlFile) -> Ky:
    ky = office.ky.overridden_by(plan.ky)
    missing = [name for name in ("chuc_vu", "ho_ten") if getattr(ky, name) is None]
    if missing:
        place = plan_file.place(("ky",))
        raise DataError(
            Problem(place, f"ky.{name}: chưa có; ghi trong {OFFICE_FILE} hoặc trong kế hoạch này") for name in missing
        )
    return ky


def _named_values(values: Any) -> dict[str, Any]:
    return {field.name: getattr(values, field.name) for field in fields(values)}


def _as_pdf(files: Mapping[Path, bytes]) -> dict[Path, bytes]:
    made = pdf.to_pdf({str(path): data for path, data in files.items()})
    return {path.with_suffix(".pdf"): stamp.stamped_pdf(made[str(path)]) for path in files}
