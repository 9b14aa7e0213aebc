"""What several commands ask for, and what the arguments and functions of the API are called on a command line."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import click

FILE = click.Path(path_type=Path)
NAMES: Final[Mapping[str, str]] = {
    "append": "--them",
    "despite_errors": "--van-ghi",
    "merged": "--gop",
    "only_show": "--thu",
    "out": "-o",
    "overwrite": "--ghi-de",
    "pdf": "--pdf",
    "period": "--ky",
    "replace": "--ghi-de",
    "results": "--ketqua",
    "review": "-o",
    "sheets": "--trang",
    "target": "--vao",
    "units": "--don-vi",
    "year": "--nam",
    "ten": "--ten",
    "viet_tat": "--viet-tat",
    "co_quan_chu_quan": "--chu-quan",
    "dia_danh": "--dia-danh",
    "chuc_vu": "--chuc-vu",
    "quyen_han": "--quyen-han",
    "ho_ten": "--ho-ten",
    "nam": "--nam",
    "assignments": "docgen phancong",
    "gather": "docgen tonghop",
    "roll_over": "docgen chuyennam",
    "schemas": "docgen luocdo",
}


def with_suffix(out: Path | None, option: str, suffix: str = ".docx") -> Path | None:
    """Return the file that is to be written; raise where `option` names one that does not end so."""
    if out is not None and out.suffix.lower() != suffix:
        raise click.BadParameter(f"“{out}” phải có đuôi {suffix}", param_hint=option)
    return out
