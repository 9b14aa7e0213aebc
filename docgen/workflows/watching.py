"""What a person should look at in a plan before it goes out, with file, line and column; it hinders nothing."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from docgen.data.model.coquan import CoQuan
from docgen.data.model.donvi import SoDonVi
from docgen.data.model.kehoach import KeHoach
from docgen.data.model.tracuu import SoVanBan
from docgen.data.yamlfile import YamlFile
from docgen.errors import DocgenError, Place, Problem
from docgen.rollover.roll import Known
from docgen.workflows.assigning import REGISTRY_FILE
from docgen.workflows.guard import remarks
from docgen.workflows.loading import find_if_any, read
from docgen.workflows.rolling import BASES_FILE

_NOT_READ = "{path}: tệp này có lỗi nên chưa xét được kế hoạch theo nó; xem lỗi bằng lệnh: docgen {command}"
_Model = TypeVar("_Model", bound=BaseModel)


def watched(data: Path, plan_file: YamlFile, plan: KeHoach, office: CoQuan) -> list[str]:
    """Return the remarks on the plan at `data`; a registry that is wrong is told and left aside."""
    told: list[str] = []
    so = _read_if_any(SoDonVi, data, REGISTRY_FILE, f"phancong {data}", told)
    van_ban = _read_if_any(SoVanBan, data, BASES_FILE, f"chuyennam {data} {plan.nam + 1} --thu", told)
    known = Known(office, so or SoDonVi(), van_ban)
    alike: dict[str, list[Place]] = defaultdict(list)
    for one in remarks(tuple(plan_file.texts()), plan, known):
        alike[one.words].append(plan_file.char_place(one.route, one.start))
    return told + [str(Problem(places[0], words + _further(places[1:]))) for words, places in alike.items()]


def _further(places: Sequence[Place]) -> str:
    """Return where else the same is to be said."""
    lines = ", ".join(dict.fromkeys(str(place.line) for place in places))
    return f" (còn {len(places)} chỗ như thế: dòng {lines})" if places else ""


def _read_if_any(model: type[_Model], data: Path, name: str, command: str, told: list[str]) -> _Model | None:
    path = find_if_any(data, name)
    if path is None:
        return None
    try:
        return read(model, path)[1]
    except DocgenError:
        told.append(_NOT_READ.format(path=path, command=command))
        return None
