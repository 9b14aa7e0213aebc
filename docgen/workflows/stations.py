"""How far a plan's year has come: each of its papers held against the data as they are now, and who has answered."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum
from pathlib import Path
from typing import Final

from docgen.check.docview import open_view
from docgen.data.model.kehoach import KeHoach
from docgen.data.model.ketqua import KetQua
from docgen.errors import DocgenError, Problem
from docgen.files import stamp
from docgen.text.dinhdang import plain
from docgen.text.thoigian import deadlines
from docgen.text.wording import MARKER
from docgen.workflows import baocao, kehoach
from docgen.workflows.congvan import LetterSet, letters_folder
from docgen.workflows.letters import Maker
from docgen.workflows.office import Office
from docgen.workflows.ownfindings import is_final
from docgen.workflows.rolledfile import next_path
from docgen.workflows.saving import StrPath

_MOST_ROWS: Final = 2_000  # of letters and the tasks in them; of a larger set is told only which files are there
_FORMS: Final = "bieu-mau-*"


class Standing(StrEnum):
    """How a paper on disk stands to the data."""

    MISSING = "chưa làm"
    CURRENT = "đã làm"
    STALE = "dữ liệu đã đổi sau khi làm"
    EDITED = "đã sửa tay"
    EDITED_STALE = "đã sửa tay, dữ liệu cũng đã đổi"
    WRONG = "dữ liệu có lỗi"


@dataclass(frozen=True, slots=True)
class PaperState:
    """One paper of the year: its path, how it stands, whether it has number and date by the data, what is wrong in these."""

    path: Path
    standing: Standing
    is_final: bool = False
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class SetState:
    """Papers that go to units: their folder, how each that is due stands there, by the name of its file."""

    folder: Path
    files: Mapping[str, Standing]
    problems: tuple[Problem, ...] = ()

    @property
    def due(self) -> int:
        """How many are due."""
        return len(self.files)

    @property
    def standing(self) -> Mapping[Standing, int]:
        """How many stand how."""
        return Counter(self.files.values())

    @property
    def made(self) -> int:
        """How many of those that are due are there."""
        return self.due - self.standing.get(Standing.MISSING, 0)


@dataclass(frozen=True, slots=True)
class PaperChange:
    """Paragraphs of a paper that stand otherwise in another: as they were, as they are."""

    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """Who has answered and who has not, by the names of the units; the last day that is in time, where the plan says one."""

    path: Path
    answered: tuple[str, ...]
    silent: tuple[str, ...]
    due: date | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class YearState:
    """A plan's year: its papers in the order in which they are made, and the blanks that a person has to fill in the plan.

    `next_year` is the plan of the next year, where it stands in the folder beside.
    """

    nam: int
    trich_yeu: str
    plan: PaperState
    letters: SetState
    forms: SetState
    answers: Answers
    report: PaperState
    next_year: Path | None
    blanks: tuple[str, ...]


def year_state(data: StrPath, *, held: bool = True) -> YearState:
    """Return how far the year of the plan at `data` has come.

    Nothing is written. What is wrong in a file of data is told with the papers that need it. Unless `held`, no paper is held
    against the data: of each is told only whether it is there.

    Raises:
        DataError: The plan itself is wrong; every problem with its place.
        FileError: The plan cannot be read.
    """
    data = Path(data)
    office = Office(data).checked("kehoach")
    plan = office.plan
    later = next_path(data, plan.nam, plan.nam + 1)
    blanks = [blank.group() for _, text in office.kehoach.file.texts() for blank in MARKER.finditer(plain(text))]
    letters = _letters(office, held=held)
    report = data.with_name(baocao.PAPER)
    return YearState(
        plan.nam,
        plan.trich_yeu,
        _paper(data.with_suffix(".docx"), kehoach.paper_digest, lambda: plan, office, held=held),
        letters,
        _forms(data, letters),
        _answers(office),
        _paper(report, baocao.paper_digest, lambda: office.ketqua.model, office, held=held and office.has_results),
        later if later.is_file() else None,
        tuple(dict.fromkeys(blanks)),
    )


def _paper(
    path: Path, digest: Callable[[Office], str], dated: Callable[[], KeHoach | KetQua], office: Office, *, held: bool
) -> PaperState:
    if not held:
        return PaperState(path, _there(path))
    try:
        now = digest(office)
    except DocgenError as error:
        return PaperState(path, Standing.WRONG, problems=error.problems)
    return PaperState(path, _standing(path, now), is_final(dated().so, dated().ngay))


def _standing(path: Path, now: str) -> Standing:
    """Return how the file at `path` stands to the data, of which a paper made `now` would have this digest."""
    try:
        standing = path.read_bytes()
    except OSError:
        return Standing.MISSING
    is_of_now = stamp.source_of(standing) == now
    if stamp.is_untouched(standing):
        return Standing.CURRENT if is_of_now else Standing.STALE  # of the same data by another docgen
    return Standing.EDITED if is_of_now else Standing.EDITED_STALE


def letters_state(data: StrPath | LetterSet, *, held: bool = True) -> SetState:
    """Return how each letter of the plan at `data` stands in its folder; what is wrong in the data is told with it.

    Of a large set, and unless `held`, is told only which are there. Of letters that are made already nothing is read again.
    """
    return _standing_of(data.maker, held=held) if isinstance(data, LetterSet) else _letters(Office(Path(data)), held=held)


def _letters(office: Office, *, held: bool) -> SetState:
    try:
        return _standing_of(Maker(office.data, given=office), held=held)
    except DocgenError as error:
        return SetState(letters_folder(office.data), {}, error.problems)


def _standing_of(maker: Maker, *, held: bool) -> SetState:
    folder = letters_folder(maker.data)
    paths = [folder / maker.name(work) for work in maker.works]
    held &= sum(1 + len(work.viec) for work in maker.works) <= _MOST_ROWS
    found = [_standing(path, maker.digest(at)) if held and path.is_file() else _there(path) for at, path in enumerate(paths)]
    return SetState(folder, {path.name: standing for path, standing in zip(paths, found, strict=True)})


def _there(path: Path) -> Standing:
    return Standing.CURRENT if path.is_file() else Standing.MISSING


def paper_changes(old: bytes, new: bytes) -> tuple[PaperChange, ...]:
    """Return what stands otherwise in the .docx `new` than in `old`, by paragraphs; raise `FileError` where one is broken."""
    before, after = ([each.words for each in open_view("", data).paragraphs if each.words] for data in (old, new))
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return tuple(PaperChange(tuple(before[a:b]), tuple(after[c:d])) for kind, a, b, c, d in steps if kind != "equal")


def _forms(data: Path, letters: SetState) -> SetState:
    """Return the state of the forms of the latest period that has some; a form is "edited" once somebody filled it in."""
    folders = sorted(path for path in data.parent.glob(_FORMS) if path.is_dir())
    folder = folders[-1] if folders else data.parent / _FORMS.rstrip("-*")
    names = [str(Path(name).with_suffix(".xlsx")) for name in letters.files]
    return SetState(folder, {name: _filled(folder / name) for name in names}, letters.problems)


def _filled(path: Path) -> Standing:
    try:
        return Standing.CURRENT if stamp.is_untouched(path.read_bytes()) else Standing.EDITED
    except OSError:
        return Standing.MISSING


def _answers(office: Office) -> Answers:
    try:
        units = [work.ten for work in office.checked("coquan", "donvi").assignments.co_viec]
        told = [result.don_vi for result in office.ketqua.model.ket_qua] if office.has_results else []
    except DocgenError as error:
        return Answers(office.results, (), (), problems=error.problems)
    named = {unit for words in told if words for unit in office.registry.read(words).don_vi}
    report = office.plan.cong_van.bao_cao
    due = [han.den for han in deadlines(report.han, office.plan.nam, within=True) if han.den] if report else []
    silent = tuple(unit for unit in units if unit not in named)
    return Answers(office.results, tuple(unit for unit in units if unit in named), silent, due[0] if due else None)
