"""The files of an office's folder that a Word plan makes, each held to its model, and what comes of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from pydantic import BaseModel

from docgen.data.model.coquan import CoQuan
from docgen.data.model.donvi import SoDonVi
from docgen.data.model.kehoach import KeHoach
from docgen.data.validate import validate
from docgen.data.yamlfile import YamlFile, of_text
from docgen.errors import DataError, Place
from docgen.intake.grids import Told
from docgen.intake.newoffice import office_text, registry_text, whole_plan_text, with_members
from docgen.intake.unitnames import registry_values
from docgen.intake.wordplan import Found
from docgen.paper.context.kehoach import kehoach_context
from docgen.text.wording import MARKER
from docgen.work.assigning import assign
from docgen.work.assignments import RemarkKind
from docgen.work.units import Registry
from docgen.workflows.datafiles import OFFICE_FILE, REGISTRY_FILE
from docgen.workflows.khoitao import PLAN_FILE
from docgen.workflows.luocdo import schema_path
from docgen.workflows.paper import Press

_NO_YEAR: Final = "không thấy năm của kế hoạch trong tệp"
_GIVE_YEAR: Final = "thêm {year}, ví dụ {year} 2026"


class Carried(NamedTuple):
    """A piece of the paper and where it stands now: its place there, its words, the place in the files of data."""

    place: str
    words: str
    target: Place


@dataclass(frozen=True)
class NewFolder:
    """The files that a plan makes, each held to its model."""

    texts: Mapping[Path, str]
    units: Mapping[str, Any]
    plan: YamlFile
    office: YamlFile
    registry: YamlFile
    told: Sequence[Told]

    @classmethod
    def of(cls, folder: Path, source: Path, found: Found, year: int | None) -> "NewFolder":
        """Return the files in `folder` of what was `found` in `source`; raise `DataError` where nothing says the plan's year."""
        nam = found.plan["nam"] = year or found.plan["nam"]
        if nam is None:
            raise DataError.at(str(source), _NO_YEAR, _GIVE_YEAR)
        home = " ".join(str(found.office.get(key) or "") for key in ("dia_danh", "ten", "co_quan_chu_quan"))
        units = registry_values(found.nested, found.office["ten"], found.plan["noi_nhan"], home)
        units, told = with_members(units, found.nested)
        texts = {
            folder / OFFICE_FILE: office_text(found.office, schema=schema_path("coquan"), source=source.name),
            folder / REGISTRY_FILE: registry_text(units, schema=schema_path("donvi"), source=source.name),
            folder / str(nam) / PLAN_FILE: whole_plan_text(found.plan, schema=f"../{schema_path('kehoach')}", source=source.name),
        }
        models: tuple[type[BaseModel], ...] = (CoQuan, SoDonVi, KeHoach)
        files = [of_text(str(path), text) for path, text in texts.items()]
        for model, read in zip(models, files, strict=True):
            validate(model, read)
        return cls(texts, units, files[2], files[0], files[1], told)

    @property
    def first_blank(self) -> Place:
        """The first place of the plan that a person has to fill; its beginning where there is none."""
        return self.plan.place(next((route for route, text in self.plan.texts() if MARKER.search(text)), ()))

    def paper(self) -> bytes:
        """Return the paper that the data make."""
        coquan, kehoach = validate(CoQuan, self.office), validate(KeHoach, self.plan)
        press = Press.of("kehoach", None, coquan)
        values = kehoach_context(kehoach, coquan, coquan.ky.overridden_by(kehoach.ky), press.layout)
        return press.printed(values, [self.plan.text])

    def empty_groups(self) -> Sequence[str]:
        """Return the groups that the plan gives something to and whose members it does not name."""
        plan, units = validate(KeHoach, self.plan), validate(SoDonVi, self.registry)
        remarks = assign(plan, Registry(units, plan.nam)).remarks
        return [remark.nhom for remark in remarks if remark.kind is RemarkKind.EMPTY]

    def places(self, found: Found) -> Iterator[Carried]:
        """Yield each piece of the paper with its place in the files."""
        for place, words, route in found.carried:
            target = self.office.place(route[1:]) if route[:1] == ("coquan",) else self.plan.place(route)
            yield Carried(place, words, target)
