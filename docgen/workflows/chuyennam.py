"""The stages of `chuyennam`: load, roll over, hold against the old file, list what a person has to look at, write."""

import os
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from docgen.data.yamlfile import YamlFile
from docgen.data.yamltext.saved import read_bytes
from docgen.errors import FileError, Place
from docgen.files import stamp, storage
from docgen.paper.context.rasoat import rasoat_context
from docgen.paper.render import open_template
from docgen.rollover.changes import Change, Years
from docgen.rollover.rasoat import RaSoat, ra_soat
from docgen.rollover.rasoat_text import as_markdown, as_text
from docgen.rollover.roll import comments_left, roll
from docgen.workflows.lessons import lessons
from docgen.workflows.loading import OFFICE_FILE, default_template, find_if_any, named_values
from docgen.workflows.nextyear import next_path, refuse_other_years
from docgen.workflows.orders import Say
from docgen.workflows.rolledfile import rolled_file
from docgen.workflows.rolling import given

_EXISTS: Final = (
    "đã có tệp này nên không ghi đè, để không mất những gì đã sửa; xem trước bằng --thu, ghi sang tệp khác bằng --vao, "
    "hoặc thêm --ghi-de để ghi lại từ đầu và giữ bản cũ thành .bak"
)
_ONE_FILE_FOR_BOTH: Final = "kế hoạch mới và danh sách rà soát cùng ghi vào tệp này; ghi tên khác sau --vao hoặc sau -o"
_SAME_FILE: Final = "đây chính là tệp kế hoạch cũ; ghi tên khác sau --vao"
_REMEDIES: Final = storage.Remedies("tên khác", "đây là thư mục; ghi rõ tên tệp sau --vao")
_NO_OFFICE: Final = f"{{target}}: cạnh tệp này và ở các thư mục bên trên chưa có {OFFICE_FILE}; chép sang rồi hãy lập kế hoạch"
_NOTHING_WRITTEN: Final = "--thu chỉ để xem nên không ghi danh sách rà soát; bỏ --thu để ghi"
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


def chuyennam(order: RollOrder, say: Say) -> Rolled:
    """Make next year's plan of the plan at `order.data`, in place but for what has to change, and the list of all changes.

    Raises a `DocgenError` with every problem found; then nothing is written.
    """
    say("đọc và kiểm tra dữ liệu")
    old = given(order.data, order.thay)
    refuse_other_years(old.plan_file, old.plan.nam, order.year)
    years = Years(old.plan.nam, order.year)
    target = order.target or next_path(order.data, years.old, years.new)
    learnt = lessons(order.data, order.results, years)
    say("chuyển năm")
    rolled = roll(tuple(old.plan_file.texts()), years, old.known)
    made, new_file, changes = rolled_file(old.plan_file, read_bytes(order.data), rolled, learnt.notes, str(target))
    placed = _placed((*rolled.remarks, *changes, *learnt.of_tasks), new_file, old.office_file)
    left = _comments(new_file, frozenset(learnt.notes.values()), years)
    items = (*placed, *left, *learnt.of_results)
    review = ra_soat(old.plan, years, str(order.data), str(target), items)
    files = {} if order.only_show else _files(order, target, made, review)
    say("ghi tệp")
    warnings = [*_write(files, target, order.overwrite), *_told(order, target, files)]
    return Rolled(tuple(files), as_text(review), items, made, tuple(warnings))


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


def _files(order: RollOrder, target: Path, made: bytes, review: RaSoat) -> dict[Path, bytes]:
    if os.path.realpath(target) == os.path.realpath(order.data):
        raise FileError.at(str(target), _SAME_FILE)
    if order.review is not None and os.path.realpath(target) == os.path.realpath(order.review):
        raise FileError.at(str(target), _ONE_FILE_FOR_BOTH)
    standing = storage.content(target, _REMEDIES)
    if standing not in (None, made) and not order.overwrite:
        raise FileError.at(str(target), _EXISTS)
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
    if order.only_show and order.review:
        yield _NOTHING_WRITTEN
    if not order.only_show and target not in files:
        yield _UP_TO_DATE.format(target=target)
    if find_if_any(target, OFFICE_FILE) is None:
        yield _NO_OFFICE.format(target=target)
