"""One office's folder, seen from one plan: its files beside the plan or above it, each read once, when asked for."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import Final, Self, TypeVar

from docgen.data import yamlfile
from docgen.data.model.coquan import CoQuan, Ky
from docgen.data.model.donvi import SoDonVi
from docgen.data.model.kehoach import KeHoach
from docgen.data.model.ketqua import KetQua
from docgen.data.model.tracuu import YEARLY_VALUES, GiaTri, SoVanBan
from docgen.data.validate import note_remarks, validate
from docgen.data.yamlfile import Route
from docgen.data.yamltext.saved import text_of
from docgen.errors import Argument, DataError, DocgenError, FileError, Place, Problem
from docgen.rollover.roll import Known
from docgen.text.thoigian import KyBaoCao, NotAPeriod, read_period
from docgen.work.assigning import assign
from docgen.work.assignments import Assignments, Remark, RemarkKind, UnitWork
from docgen.work.units import Reading, Registry, own_place, registry_of
from docgen.workflows import datafiles

_SIGNER: Final = f"trong {datafiles.OFFICE_FILE} hoặc trong kế hoạch này"
_Read = TypeVar("_Read")


class Office:
    """The files that a plan at `data` is read with. Whoever asks for one raises a `DocgenError` where it is missing or wrong."""

    def __init__(self, data: Path, results: Path | None = None, typed: bytes | None = None) -> None:
        self.data = data
        self._typed = typed  # what the plan's file is to hold, where that is not saved yet
        self.results = results or data.with_name(datafiles.RESULTS_FILE)
        self._names_results = results is not None

    @cached_property
    def kehoach(self) -> datafiles.Source[KeHoach]:
        """The plan."""
        if self._typed is None:
            return datafiles.read_kept(KeHoach, self.data, recording=True)
        file = yamlfile.of_text(str(self.data), text_of(self._typed))
        return datafiles.Source(file, validate(KeHoach, file))

    @cached_property
    def coquan(self) -> datafiles.Source[CoQuan]:
        """The office's own file."""
        return datafiles.read_kept(CoQuan, datafiles.find_beside_or_above(self.data, datafiles.OFFICE_FILE))

    @cached_property
    def donvi(self) -> datafiles.Source[SoDonVi]:
        """The registry of units."""
        return datafiles.read_kept(SoDonVi, datafiles.find_beside_or_above(self.data, datafiles.REGISTRY_FILE))

    @cached_property
    def donvi_if_any(self) -> SoDonVi:
        """The registry of units, an empty one where there is no such file."""
        return self.donvi.model if datafiles.find_if_any(self.data, datafiles.REGISTRY_FILE) else SoDonVi()

    @cached_property
    def vanban_if_any(self) -> SoVanBan | None:
        """The register of legal bases, None where there is no such file."""
        path = datafiles.find_if_any(self.data, datafiles.BASES_FILE)
        return datafiles.read_kept(SoVanBan, path).model if path else None

    @cached_property
    def giatri(self) -> tuple[GiaTri, ...]:
        """The tables of yearly values beside the plan and in the folders above it up to that of the office."""
        paths = [path for path in datafiles.data_beside_or_above(self.data) if datafiles.text_of_kind(path, YEARLY_VALUES)]
        return tuple(one.model for one in _every(partial(datafiles.read, GiaTri, path) for path in paths))

    @cached_property
    def has_results(self) -> bool:
        """Whether there are results to read: named, or beside the plan."""
        return self._names_results or self.results.exists()

    @cached_property
    def ketqua(self) -> datafiles.Source[KetQua]:
        """The results."""
        return datafiles.read(KetQua, self.results, recording=True)

    def checked(self, *names: str) -> Self:
        """Return this office once the files that these properties stand for are read; raise the problems of all of them."""
        _every(partial(getattr, self, name) for name in names)
        return self

    def checked_with(self, reader: Callable[[], _Read]) -> _Read:
        """Return what `reader` gives once plan, office and registry are read; raise the problems of all of them together."""
        found: list[_Read] = []
        _every([lambda: self.checked("kehoach", "coquan", "donvi"), lambda: found.append(reader())])
        return found[0]

    @property
    def plan(self) -> KeHoach:
        """The plan's data."""
        return self.kehoach.model

    @cached_property
    def registry(self) -> Registry:
        """The registry of units as it was in the plan's year."""
        office = self.coquan.model
        return registry_of(self.donvi.model, self.plan.nam, self.plan.ngay, own_place(office.ten, office.co_quan_chu_quan))

    @cached_property
    def assignments(self) -> Assignments:
        """Who does what by the plan."""
        return assign(self.plan, self.registry)

    def known(self, thay: Mapping[str, str]) -> Known:
        """Return what a roll-over draws on, with the names that a person has chosen."""
        return Known(self.coquan.model, self.donvi_if_any, self.vanban_if_any, self.giatri, thay)

    def signer(self, ky: Ky | None = None, route: Route = ("ky",), where: str = _SIGNER) -> Ky:
        """Return who signs: as the office's file says, then the plan, then `ky`.

        Raises `DataError` at `route` of the plan where title or name are nowhere given; `where` says in which files to give them.
        """
        signer = self.coquan.model.ky.overridden_by(self.plan.ky)
        signer = signer if ky is None else signer.overridden_by(ky)
        place = self.kehoach.file.place(route)
        missing = [name for name in ("chuc_vu", "ho_ten") if getattr(signer, name) is None]
        if missing:
            raise DataError(Problem(place, f"⦃ky.{name}: chưa có; ghi¦chưa có {{ky.{name}}}; ghi⦄ {where}") for name in missing)
        return signer

    def period(self, words: str | None) -> KyBaoCao:
        """Return the period that `words` name, the whole year of the plan without any; raise `DataError` where they name none."""
        try:
            return read_period(words, self.plan.nam)
        except NotAPeriod as fault:
            raise DataError.at(Argument("period"), str(fault)) from None

    @property
    def remarks(self) -> tuple[Problem, ...]:
        """What may be wrong with the texts of the files that were read so far."""
        so_far = (vars(self).get(name) for name in ("kehoach", "coquan", "donvi", "ketqua"))
        texts = [remark for source in so_far if source is not None for remark in source.file.remarks]
        return (*texts, *(note_remarks(self.kehoach.file) if "kehoach" in vars(self) else ()))

    def placed(self) -> list[tuple[Remark, Place]]:
        """Return each remark with the place in the plan's file of the value that holds its words, in the order of the file."""
        found = [(remark, self.kehoach.file.place(remark.route)) for remark in self.assignments.remarks]
        return sorted(found, key=lambda one: (one[1].line or 0, one[1].column or 0))

    def located(self, kinds: Iterable[RemarkKind] = tuple(RemarkKind)) -> tuple[Problem, ...]:
        """Return the remarks of these kinds, each with its place, in the order of the plan's file."""
        wanted = frozenset(kinds)
        return tuple(Problem(place, remark.message) for remark, place in self.placed() if remark.kind in wanted)

    def chosen(self, names: Sequence[str]) -> tuple[UnitWork, ...]:
        """Return the work of the units that `names` name, as a plan would name them, also by a group; of all without any.

        Raises `DataError` with every name that is unknown, or that the unit did not bear in the plan's year.
        """
        if not names:
            return self.assignments.don_vi
        work = {unit.ten: unit for unit in self.assignments.don_vi}
        found: dict[str, UnitWork] = {}
        problems: list[Problem] = []
        for name in names:
            reading = self.registry.read(name)
            problems += [Problem(Argument("units"), words) for words in _not_chosen(name, reading, work)]
            found |= {ten: work[ten] for ten in reading.don_vi if ten in work}
        if problems:
            raise DataError(problems)
        return tuple(found.values())

    def busy(self, names: Sequence[str]) -> tuple[UnitWork, ...]:
        """Return those of the units chosen by `names` that have something to do; raise `DataError` for a name without any."""
        chosen = self.chosen(names)  # every name that is wrong is told at once
        idle = [name for name in names if not any(work.co_viec for work in self.chosen([name]))]
        if idle:
            raise DataError(Problem(Place(str(self.data)), f"“{name}” không có việc nào trong kế hoạch này") for name in idle)
        return tuple(work for work in chosen if work.co_viec)


def _not_chosen(name: str, reading: Reading, known: Container[str]) -> Iterator[str]:
    """Yield why `name` chooses no unit, or not all that it seems to name."""
    for left in reading.leftovers:
        yield f"“{left.text}” không chỉ rõ đơn vị nào; ghi rõ tên" if left.vague else left.message
    for mention in reading.mentions:
        if mention.fault and not all(ten in known for ten in mention.don_vi):
            yield mention.fault
        elif mention.tru and not mention.don_vi:
            yield f"“{mention.text}” là nói trừ ra, không chọn đơn vị nào; ghi tên đơn vị cần chọn"
        elif not mention.don_vi:
            yield f"nhóm “{mention.nhom}” không có đơn vị nào trong năm của kế hoạch"
    if not reading.leftovers and not reading.mentions:
        yield f"“{name}” không phải tên đơn vị; ghi tên như trong ⦃{datafiles.REGISTRY_FILE}⦄"


def _every(readers: Iterable[Callable[[], _Read]]) -> list[_Read]:
    """Return what `readers` give; where several fail raise one error with the problems of all.

    Where the first finds no file the others are not asked: what they look for stands beside it.
    """
    found: list[_Read] = []
    raised: list[DocgenError] = []
    for reader in readers:
        try:
            found.append(reader())
        except DocgenError as error:
            raised.append(error)
            if isinstance(error, FileError) and not found and len(raised) == 1:
                break
    if len(raised) == 1:
        raise raised[0]
    if raised:
        kind = FileError if any(isinstance(error, FileError) for error in raised) else DataError
        raise kind(problem for error in raised for problem in error.problems)
    return found
