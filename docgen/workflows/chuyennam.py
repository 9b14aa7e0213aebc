"""The stages of `chuyennam`: load, roll over, hold against the old file, list what a person has to look at, write."""

import os
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from docgen.data.yamlfile import YamlFile
from docgen.data.yamltext.saved import read_bytes
from docgen.errors import DataError, FileError, Place, Problem
from docgen.files import stamp, storage
from docgen.files.refusals import Remedies
from docgen.files.transaction import content
from docgen.paper.context.rasoat import rasoat_context
from docgen.paper.render import open_template
from docgen.rollover.changes import Change, Route, Years
from docgen.rollover.ketqua import BaiHocKind, learn
from docgen.rollover.rasoat import RaSoat, ra_soat
from docgen.rollover.rasoat_text import as_markdown, as_text
from docgen.rollover.roll import comments_left, roll
from docgen.workflows.asking import Asking, refuse_mismatches
from docgen.workflows.loading import default_template, named_values
from docgen.workflows.office import OFFICE_FILE, REGISTRY_FILE, Office, find_if_any
from docgen.workflows.orders import Say
from docgen.workflows.rolledfile import rolled_file

_EXISTS: Final = "đã có tệp này nên không ghi đè, để không mất những gì đã sửa"
_OVERWRITE: Final = (
    "xem trước bằng {only_show}, ghi sang tệp khác bằng {target}, "
    "hoặc thêm {overwrite} để ghi lại từ đầu và giữ bản cũ thành .bak"
)
_ONE_FILE_FOR_BOTH: Final = "kế hoạch mới và danh sách rà soát cùng ghi vào tệp này"
_SAME_FILE: Final = "đây chính là tệp kế hoạch cũ"
_OTHER_NAME: Final = "ghi tên khác sau {target}"
_REMEDIES: Final = Remedies("tên khác", "đây là thư mục", "ghi rõ tên tệp sau {target}")
_NO_OFFICE: Final = f"{{target}}: cạnh tệp này và ở các thư mục bên trên chưa có {OFFICE_FILE}; chép sang rồi hãy lập kế hoạch"
_SAME_YEAR: Final = "kế hoạch này đã là của năm {year}; ghi năm sau, ví dụ {next}"
_BACK: Final = "kế hoạch này của năm {old}, không chuyển ngược về năm {year} được; ghi năm sau, ví dụ {next}"
_FAR: Final = "năm {year} cách năm {old} của kế hoạch quá xa; có gõ nhầm không? Chỉ chuyển tới năm {last} trở về trước"
_FARTHEST: Final = 10  # years; beyond that a typing slip is likelier
_NO_REGISTRY: Final = f"cần {REGISTRY_FILE} cạnh kế hoạch hay ở thư mục trên để biết ai trả lời; chép vào rồi chạy lại"
_OF_TASKS: Final = (BaiHocKind.CHUYEN_TIEP, BaiHocKind.DE_NGHI_BO)
_UP_TO_DATE: Final = "{target}: đã có và giống hệt bản vừa chuyển; không phải ghi lại"


@dataclass(frozen=True)
class RollOrder:
    """What a user asked for: the plan, the year, where it goes, where the review list goes, the results, the names chosen.

    `only_show`: whether nothing is written. `overwrite`: whether over a plan of the new year that stands there.
    """

    data: Path
    year: int
    target: Path | None = None
    review: Path | None = None
    results: Path | None = None
    thay: Mapping[str, str] = field(default_factory=dict)
    only_show: bool = False
    overwrite: bool = False


@dataclass(frozen=True)
class Rolled:
    """The files written, the review list as text and its items, the new plan, and what a person should know besides."""

    files: tuple[Path, ...]
    review: str
    items: tuple[tuple[Change, Place], ...]
    plan: bytes
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class _Lessons:
    """The notes to stand above tasks, what is said of tasks, and what is said of the results, with its place there."""

    notes: dict[Route, str]
    of_tasks: tuple[Change, ...] = ()
    of_results: tuple[tuple[Change, Place], ...] = ()


def chuyennam(order: RollOrder, say: Say) -> Rolled:
    """Make next year's plan of the plan at `order.data`, in place but for what has to change, and the list of all changes.

    Raises a `DocgenError` with every problem found; then nothing is written.
    """
    say("đọc và kiểm tra dữ liệu")
    office = _read(order)
    plan_file, plan = office.kehoach
    refuse_other_years(plan_file, plan.nam, order.year)
    years = Years(plan.nam, order.year)
    target = order.target or next_path(order.data, years.old, years.new)
    learnt = _lessons(office, years)
    say("chuyển năm")
    rolled = roll(tuple(plan_file.texts()), years, office.known(order.thay))
    made, new_file, changes = rolled_file(plan_file, read_bytes(order.data), rolled, learnt.notes, str(target))
    placed = _placed((*rolled.remarks, *changes, *learnt.of_tasks), new_file, office.coquan.file)
    left = _comments(new_file, frozenset(learnt.notes.values()), years)
    items = (*placed, *left, *learnt.of_results)
    review = ra_soat(plan, years, str(order.data), str(target), items)
    handed_round = ra_soat(plan, years, *_relative(order.data, target, items))
    files = {} if order.only_show else _files(order, target, made, handed_round)
    say("ghi tệp")
    warnings = [*_write(files, target, order.overwrite), *_told(order, target, files)]
    return Rolled(tuple(files), as_text(review), items, made, tuple(warnings))


def _read(order: RollOrder) -> Office:
    """Return the office with every file read that the roll-over draws on."""
    office = Office(order.data, order.results)
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


def _files(order: RollOrder, target: Path, made: bytes, review: RaSoat) -> dict[Path, bytes]:
    if os.path.realpath(target) == os.path.realpath(order.data):
        raise FileError.at(str(target), _SAME_FILE, _OTHER_NAME)
    if order.review is not None and os.path.realpath(target) == os.path.realpath(order.review):
        raise FileError.at(str(target), _ONE_FILE_FOR_BOTH, f"{_OTHER_NAME} hoặc sau {{review}}")
    standing = content(target, _REMEDIES)
    if standing not in (None, made) and not order.overwrite:
        raise FileError.at(str(target), _EXISTS, _OVERWRITE)
    files = {} if standing == made else {target: made}
    return files | ({order.review: _review(order.review, review)} if order.review else {})


def _review(path: Path, review: RaSoat) -> bytes:
    if path.suffix.lower() == ".md":
        return as_markdown(review).encode()
    opened = open_template(default_template("rasoat"))
    template = opened.compiled(opened.layout)
    values = rasoat_context(review, opened.layout)
    paper = template.render(named_values(values), values.thuoc_tinh)
    return stamp.stamped_docx(paper, stamp.source_digest([as_markdown(review), template.digest]))


def _write(files: Mapping[Path, bytes], target: Path, overwrite: bool) -> list[str]:
    """Write `files`, the plan into a folder of its own where there is none yet; where that fails there is none left."""
    with storage.folders_for([target] if target in files else []):
        return storage.write_all(files, overwrite_edits=overwrite)


def _told(order: RollOrder, target: Path, files: Mapping[Path, bytes]) -> Iterator[str]:
    if not order.only_show and target not in files:
        yield _UP_TO_DATE.format(target=target)
    if find_if_any(target, OFFICE_FILE) is None:
        yield _NO_OFFICE.format(target=target)


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


def next_path(data: Path, old: int, new: int) -> Path:
    """Return where the plan of the year `new` goes: as `data`, with the year changed in its own name and that of its folder.

    Where neither holds the year, the new file stands beside the old one with the year behind its name.
    """
    folder, stem = _renamed(_folder_name(data), old, new), _renamed(data.stem, old, new)
    if folder is None:
        return data.with_name(f"{stem or f'{data.stem}-{new}'}{data.suffix}")
    place = data.parent.parent if data.parent.name else Path(os.pardir)
    return place / folder / f"{stem or data.stem}{data.suffix}"


def _folder_name(data: Path) -> str:
    return Path(os.path.abspath(data)).parent.name  # noqa: PTH100  # `..` is resolved by name, links are left alone


def _renamed(name: str, old: int, new: int) -> str | None:
    """Return `name` with its last `old` changed to `new`, None where it has none."""
    found = list(re.finditer(rf"(?<!\d){old}(?!\d)", name))
    return f"{name[: found[-1].start()]}{new}{name[found[-1].end() :]}" if found else None
