"""What a roll-over draws on, from the files beside the plan or above it: office, units, legal bases, yearly values, results."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from docgen.data.model.coquan import CoQuan
from docgen.data.model.donvi import SoDonVi
from docgen.data.model.kehoach import KeHoach
from docgen.data.model.tracuu import YEARLY_VALUES, GiaTri, SoVanBan
from docgen.data.yamlfile import YamlFile
from docgen.data.yamltext.saved import read_text
from docgen.errors import DocgenError
from docgen.rollover.roll import Known
from docgen.workflows.assigning import REGISTRY_FILE
from docgen.workflows.loading import (
    OFFICE_FILE,
    data_beside_or_above,
    find_beside_or_above,
    find_if_any,
    read,
    with_every_problem,
)

BASES_FILE: Final = "van-ban.yaml"
_YEARLY: Final = re.compile(rf"^loai:\s*[\"']?{YEARLY_VALUES}\b", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True)
class Given:
    """A plan with its file, and what is known besides."""

    plan_file: YamlFile
    plan: KeHoach
    office_file: YamlFile
    known: Known


def given(data: Path, thay: Mapping[str, str]) -> Given:
    """Return the plan at `data` and what is known besides; raise a `DocgenError` with every problem of all files."""
    ((plan_file, plan), (office_file, office)), ((so, van_ban), gia_tri) = with_every_problem(
        lambda: with_every_problem(lambda: read(KeHoach, data), lambda: read(CoQuan, find_beside_or_above(data, OFFICE_FILE))),
        lambda: with_every_problem(lambda: _registers(data), lambda: tuple(yearly_values(data))),
    )
    return Given(plan_file, plan, office_file, Known(office, so, van_ban, gia_tri, thay))


def _registers(data: Path) -> tuple[SoDonVi, SoVanBan | None]:
    registry, bases = find_if_any(data, REGISTRY_FILE), find_if_any(data, BASES_FILE)
    return with_every_problem(
        lambda: read(SoDonVi, registry)[1] if registry else SoDonVi(), lambda: read(SoVanBan, bases)[1] if bases else None
    )


def yearly_values(data: Path) -> Iterator[GiaTri]:
    """Yield the tables of yearly values beside `data` and in the folders above it up to that of the office."""
    yield from (read(GiaTri, path)[1] for path in data_beside_or_above(data) if _holds_yearly_values(path))


def _holds_yearly_values(path: Path) -> bool:
    try:
        return _YEARLY.search(read_text(path)) is not None
    except DocgenError:
        return False
