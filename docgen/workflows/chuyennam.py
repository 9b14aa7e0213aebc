"""The stages of `chuyennam`: load, roll over, hold against the old file, list what a person has to look at, write."""

import os
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final

from docgen.data.yamlfile import YamlFile, of_text
from docgen.data.yamltext.saved import read_bytes, text_of
from docgen.errors import DataError, FileError, Place, Problem
from docgen.files import storage
from docgen.files.refusals import Remedies
from docgen.files.transaction import content
from docgen.paper.context.rasoat import rasoat_context
from docgen.rollover.changes import Change, Route, Years
from docgen.rollover.outcomes import BaiHocKind, learn
from docgen.rollover.rasoat import RaSoat, ra_soat
from docgen.rollover.rasoat_text import as_markdown, as_text
from docgen.rollover.roll import comments_left, roll
from docgen.workflows.asking import Asking, refuse_mismatches
from docgen.workflows.datafiles import OFFICE_FILE, REGISTRY_FILE, find_if_any
from docgen.workflows.decisions import Decision, decided, decisions_of
from docgen.workflows.office import Office
from docgen.workflows.paper import Press
from docgen.workflows.rolledfile import OWN_HEADING, next_path, rolled_file
from docgen.workflows.saving import READING, WRITING, Saved, Say, StrPath, path_or_none, plain, silent

_EXISTS: Final = "đã có tệp này nên không ghi đè, để không mất những gì đã sửa"
_OVERWRITE: Final = (
    "xem trước bằng {only_show}, ghi sang tệp khác bằng {target}, "
    "hoặc thêm {overwrite} để ghi lại từ đầu và giữ bản cũ thành .bak"
)
_ONE_FILE_FOR_BOTH: Final = "kế hoạch mới và danh sách rà soát cùng ghi vào tệp này"
_SAME_FILE: Final = "đây chính là tệp kế hoạch cũ"
_OTHER_NAME: Final = "ghi tên khác sau {target}"
_REMEDIES: Final = Remedies("tên khác", "đây là thư mục", "ghi rõ tên tệp sau {target}")
_NO_OFFICE: Final = f"cạnh tệp này và ở các thư mục bên trên chưa có {OFFICE_FILE}; chép sang rồi hãy lập kế hoạch"
_SAME_YEAR: Final = "kế hoạch này đã là của năm {year}; ghi năm sau, ví dụ {next}"
_BACK: Final = "kế hoạch này của năm {old}, không chuyển ngược về năm {year} được; ghi năm sau, ví dụ {next}"
_FAR: Final = "năm {year} cách năm {old} của kế hoạch quá xa; có gõ nhầm không? Chỉ chuyển tới năm {last} trở về trước"
_FARTHEST: Final = 10  # years; beyond that a typing slip is likelier
_NO_REGISTRY: Final = f"cần {REGISTRY_FILE} cạnh kế hoạch hay ở thư mục trên để biết ai trả lời; chép vào rồi chạy lại"
_OWN_COMMENT: Final = "lời ghi chú đầu tệp do docgen ghi, không in ra"
_OF_TASKS: Final = (BaiHocKind.CHUYEN_TIEP, BaiHocKind.DE_NGHI_BO)
_UP_TO_DATE: Final = "đã có và giống hệt bản vừa chuyển; không phải ghi lại"


@dataclass(frozen=True)
class RolledPlan:
    """Next year's plan: its bytes, where it goes, the review list as text and its items with their places, what else to know."""

    data: bytes
    path: Path
    review: str
    items: tuple[tuple[Change, Place], ...]
    warnings: tuple[Problem, ...]
    _old: Path
    _list: RaSoat

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """The items of the review list, by which a person decides, those first that need one."""
        return tuple(decisions_of(self._list, self._file))

    def decided(self, choices: Mapping[int, str | None]) -> "RolledPlan":
        """Return the plan with other words for these decisions, by their numbers; None leaves a visible blank there.

        What is not named is accepted. Raises `DataError` where the plan would be wrong with these words.
        """
        data, review = decided(self._list, self._file, self.data, choices)
        return replace(self, data=data, review=as_text(review), _list=review)

    @property
    def _file(self) -> YamlFile:
        return of_text(str(self.path), text_of(self.data))

    def save(self, *, review: StrPath | None = None, overwrite: bool = False, say: Say | None = None) -> Saved:
        """Write the plan to `self.path`, in a folder of its own where there is none yet, and the review list to `review`.

        The list is a .docx, or Markdown where the name ends in .md. `overwrite`: also over a plan that stands there, which is
        kept as `.bak`. Raises `FileError` where one cannot be written; then none is.
        """
        files = self._files(path_or_none(review), overwrite)
        (say or silent)(WRITING)
        with storage.folders_for([self.path] if self.path in files else []):
            told = plain(storage.write_all(files, overwrite_edits=overwrite))
        if self.path not in files:
            told.append(Problem(Place(str(self.path)), _UP_TO_DATE))
        return Saved(tuple(files), tuple(told))

    def review_paper(self) -> bytes:
        """Return the review list as .docx."""
        press = Press.of("rasoat", None)
        return press.printed(rasoat_context(self._list, press.layout), [self.review_markdown()])

    def review_markdown(self) -> str:
        """Return the review list in Markdown."""
        return as_markdown(self._list)

    def _files(self, review: Path | None, overwrite: bool) -> dict[Path, bytes]:
        target = self.path
        if os.path.realpath(target) == os.path.realpath(self._old):
            raise FileError.at(str(target), _SAME_FILE, _OTHER_NAME)
        if review is not None and os.path.realpath(target) == os.path.realpath(review):
            raise FileError.at(str(target), _ONE_FILE_FOR_BOTH, f"{_OTHER_NAME} hoặc sau {{review}}")
        standing = content(target, _REMEDIES)
        if standing not in (None, self.data) and not overwrite:
            raise FileError.at(str(target), _EXISTS, _OVERWRITE)
        files = {} if standing == self.data else {target: self.data}
        if review is not None:
            is_markdown = review.suffix.lower() == ".md"
            files[review] = self.review_markdown().encode() if is_markdown else self.review_paper()
        return files


@dataclass(frozen=True)
class _Lessons:
    """The notes to stand above tasks, what is said of tasks, and what is said of the results, with its place there."""

    notes: dict[Route, str]
    of_tasks: tuple[Change, ...] = ()
    of_results: tuple[tuple[Change, Place], ...] = ()


def roll_over(
    data: StrPath,
    year: int,
    *,
    target: StrPath | None = None,
    results: StrPath | None = None,
    thay: Mapping[str, str] | None = None,
    say: Say | None = None,
) -> RolledPlan:
    """Make next year's plan of the plan at `data`: the same file but for what has to change, and the list of all changes.

    Args:
        data: A kehoach.yaml; coquan.yaml stands beside it or in a folder above, donvi.yaml and van-ban.yaml where there are any.
        year: The year of the new plan.
        target: Where it goes; where none is given a path as `data` with the year changed.
        results: The results of the old year, ketqua.yaml beside the plan, if any, where none is given.
        thay: Names of units that a person has chosen, the new one under the old one.
        say: Hears of each stage in a few words.

    Raises:
        DataError: The data are wrong, or the year is not a later one; every problem with its place.
        FileError: A file is missing or cannot be read.
    """
    say, data = say or silent, Path(data)
    say(READING)
    office = _read(data, path_or_none(results))
    plan_file, plan = office.kehoach
    refuse_other_years(plan_file, plan.nam, year)
    years = Years(plan.nam, year)
    path = Path(target) if target else next_path(data, years.old, years.new)
    learnt = _lessons(office, years)
    say("chuyển năm")
    giving = [route for route, _ in plan.parts_that_give_work()]
    rolled = roll(tuple(plan_file.texts()), years, office.known(thay or {}), giving)
    made, new_file, changes = rolled_file(plan_file, read_bytes(data), rolled, learnt.notes, str(path))
    placed = _placed((*rolled.remarks, *changes, *learnt.of_tasks), new_file, office.coquan.file)
    left = (*_moved_heading(plan_file, new_file, years), *_comments(new_file, frozenset(learnt.notes.values()), years))
    items = (*placed, *left, *learnt.of_results)
    review = ra_soat(plan, years, str(data), str(path), items)
    warnings = () if find_if_any(path, OFFICE_FILE) else (Problem(Place(str(path)), _NO_OFFICE),)
    handed_round = ra_soat(plan, years, *_relative(data, path, items))
    return RolledPlan(made, path, as_text(review), items, warnings, data, handed_round)


def _read(data: Path, results_path: Path | None) -> Office:
    """Return the office with every file read that the roll-over draws on."""
    office = Office(data, results_path)
    results = ["ketqua"] if office.has_results else []
    return office.checked("kehoach", "coquan", "donvi_if_any", "vanban_if_any", "giatri", *results)


def _lessons(office: Office, years: Years) -> _Lessons:
    """Return what the results teach; nothing where there are none. Raises `DataError` where they are another plan's."""
    if not office.has_results:
        return _Lessons({})
    file, results = office.ketqua
    if find_if_any(office.data, REGISTRY_FILE) is None:
        raise DataError.at(str(office.results), _NO_REGISTRY)
    refuse_mismatches(office, Asking(office).names())
    learnt = learn(office.assignments, results, years, lambda text: office.registry.read(text).don_vi)
    return _Lessons(
        {one.route: one.note for one in learnt if one.kind in _OF_TASKS},
        tuple(one.change for one in learnt if one.kind in _OF_TASKS),
        tuple((one.change, file.place(one.route)) for one in learnt if one.kind not in _OF_TASKS),
    )


def _placed(changes: Iterable[Change], file: YamlFile, office: YamlFile) -> Iterator[tuple[Change, Place]]:
    for change in changes:
        of_office = change.route[:1] == ("ky",) and not file.has_key(("ky",))
        yield change, office.key_place(change.route) if of_office else _place(change, file)


def _moved_heading(old: YamlFile, new: YamlFile, years: Years) -> Iterator[tuple[Change, Place]]:
    """Yield the comment that docgen itself wrote above the plan, where it names the new year now."""
    before, now = (f"{OWN_HEADING}{year}" for year in (years.old, years.new))
    were = dict(old.comments())
    for line, text in new.comments():
        if text == now and were.get(line) == before:
            yield Change(("lời ghi chú",), 0, before, now, _OWN_COMMENT), Place(new.file, line)


def _comments(file: YamlFile, notes: Container[str], years: Years) -> Iterator[tuple[Change, Place]]:
    authors = ((line, text) for line, text in file.comments() if text.lstrip("# ") not in notes)
    return ((change, Place(file.file, line)) for line, change in comments_left(authors, years))


def _place(change: Change, file: YamlFile) -> Place:
    if not change.route:
        return Place(file.file)
    if change.old and not change.new:
        return file.key_place(change.route)
    return file.char_place(change.route, change.start)


def _relative(
    data: Path, target: Path, items: Iterable[tuple[Change, Place]]
) -> tuple[str, str, tuple[tuple[Change, Place], ...]]:
    """Return the names of both plans and the places relative to the folder that holds them: a list is handed round."""
    here, there = (os.path.dirname(os.path.abspath(path)) for path in (data, target))  # noqa: PTH100, PTH120  # links are left alone
    near = os.path.dirname(here)  # noqa: PTH120
    base = here if here == there else near if near in (there, os.path.dirname(there)) else None  # noqa: PTH120

    def name(file: str) -> str:
        inside = os.path.abspath(file)  # noqa: PTH100
        return os.path.relpath(inside, base) if base and inside.startswith(base + os.sep) else os.path.basename(inside)  # noqa: PTH119

    return name(str(data)), name(str(target)), tuple((change, replace(place, file=name(place.file))) for change, place in items)


def refuse_other_years(plan_file: YamlFile, old: int, new: int) -> None:
    """Raise `DataError` unless `new` is a year after `old`, and not far after it."""
    if new == old:
        sentence = _SAME_YEAR
    elif new < old:
        sentence = _BACK
    elif new > old + _FARTHEST:
        sentence = _FAR
    else:
        return
    said = sentence.format(year=new, old=old, next=old + 1, last=old + _FARTHEST)
    raise DataError(Problem(plan_file.place(("nam",)), f"nam: {said}"))
