"""What a person should know of the words of imported tables: units that nobody knows, times that cannot be read, other years."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from docgen.data.model.coquan import CoQuan
from docgen.data.model.donvi import SoDonVi
from docgen.data.model.kehoach import KeHoach
from docgen.errors import DocgenError, Place, Problem
from docgen.intake.grids import Appendix, Draft, Told
from docgen.text import thoigian
from docgen.work.assigning import assign
from docgen.work.assignments import Remark, RemarkKind
from docgen.work.units import Registry, own_place
from docgen.workflows.datafiles import OFFICE_FILE, REGISTRY_FILE, find_beside_or_above, find_if_any, read

_OTHER_YEAR: Final = "bảng này ghi năm {found} nhưng kế hoạch là năm {nam}; xem lại"
_BROKEN_REGISTRY: Final = "tệp này có lỗi nên chưa đối chiếu được tên đơn vị"
_SEE: Final = "sửa rồi chạy {assignments} để xem"
_MOST_PLACES: Final = 12
_KINDS: Final = (RemarkKind.UNKNOWN, RemarkKind.NOT_THEN, RemarkKind.VAGUE, RemarkKind.EXCEPTED, RemarkKind.TIME)


def other_years(appendices: Sequence[Appendix], plan: KeHoach | None) -> Iterator[Told]:
    """Yield which tables name other years than `plan`."""
    for one in appendices:
        if plan is not None and one.years and plan.nam not in one.years:
            yield Told((one.name,), _OTHER_YEAR.format(found=", ".join(map(str, one.years)), nam=plan.nam))


def looked_at(plan: KeHoach, appendices: Sequence[Appendix], registry: Registry | None) -> Iterator[Told]:
    """Yield which words name no known unit and which times cannot be read, each with the cell that they came from."""
    if registry is None:
        remarks = [*_times(plan)]
    else:
        remarks = [one for one in assign(plan, registry).remarks if one.kind in _KINDS and one.route[:1] == ("phu_luc",)]
    for one in remarks:
        task = _task_at(appendices, one.route)
        yield Told((task.places.get(str(one.route[-1]), next(iter(task.places.values()), "")),), one.message)


def _times(plan: KeHoach) -> Iterator[Remark]:
    for row in plan.rows():
        if not row.cells["thoi_gian"] or "thoi_gian" in row.same:
            continue
        han = thoigian.read(row.cells["thoi_gian"], plan.nam)
        if han.chua_ro is not None:
            yield Remark(RemarkKind.TIME, row.route_of("thoi_gian"), han.chu, 0, han.chua_ro)


def registry_beside(beside: Path, plan: KeHoach) -> tuple[Registry | None, list[Problem]]:
    """Return the registry of units beside the plan or above it, None where there is none; and what is wrong with it."""
    file = find_if_any(beside, REGISTRY_FILE)
    if file is None:
        return None, []
    try:
        _, so = read(SoDonVi, file)
    except DocgenError:
        return None, [Problem(Place(str(file)), _BROKEN_REGISTRY, _SEE)]
    return Registry(so, plan.nam, place=_place(beside)), []


def _place(beside: Path) -> str:
    """Return the place that names of units may leave out, blank where no office is known."""
    try:
        _, office = read(CoQuan, find_beside_or_above(beside, OFFICE_FILE))
    except DocgenError:
        return ""
    return own_place(office.ten, office.co_quan_chu_quan)


def _task_at(appendices: Sequence[Appendix], route: Sequence[str | int]) -> Draft:
    match route:
        case (*_, "phan_viec", int(line), _):
            return _task_at(appendices, route[:-3]).lines[line]
        case (_, int(number), "nhom_nhiem_vu", int(group), _, int(index), *_):
            return appendices[number].groups[group].tasks[index]
        case (_, int(number), _, int(index), *_):
            return [task for group in appendices[number].groups for task in group.tasks][index]
    raise AssertionError(route)


def sentences(file: Path, notes: Sequence[Told]) -> Iterator[Problem]:
    """Yield each note once, with all the places it is true of, as far as they can be taken in."""
    places: dict[tuple[str, str], list[str]] = {}
    for note in notes:
        places.setdefault((note.message, note.remedy), []).extend(note.places)
    for (message, remedy), every in places.items():
        named = list(dict.fromkeys(every))
        more = f" và {len(named) - _MOST_PLACES} chỗ khác" if len(named) > _MOST_PLACES else ""
        place = f"{file}: {'; '.join(named[:_MOST_PLACES])}{more}" if named else str(file)
        yield Problem(Place(place), message, remedy)
