"""The stages of `nhap`: read the file into grids, find the tables, make appendices, put them into a plan, look at its words."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from docgen.data.model.kehoach import KeHoach
from docgen.data.validate import validate
from docgen.data.yamlfile import of_text
from docgen.errors import Argument, DataError, FileError, Place, Problem
from docgen.files import storage
from docgen.files.named import read_paper
from docgen.files.refusals import is_folder
from docgen.files.workbooks import MAX_BYTES, NotAWorkbook
from docgen.intake.appendix import appendices as appendices_of
from docgen.intake.grids import Appendix, Grid, Table, Told
from docgen.intake.planfile import Mode, PlanFile, appendix_lines, new_plan
from docgen.intake.sheettables import sheet_grids
from docgen.intake.sources import is_sheet, open_source
from docgen.intake.tasktables import tables
from docgen.intake.wordtables import word_grids
from docgen.workflows.saving import WRITING, Saved, Say, StrPath, path_or_none, plain, silent
from docgen.workflows.tableremarks import looked_at, other_years, registry_beside, sentences

_EXAMPLE_YEAR: Final = 2025  # it stands in no file, only in the remedies of remarks
_IS_FOLDER: Final = "đây là thư mục; ghi rõ tên tệp Excel hoặc Word"
_TOO_LARGE: Final = f"tệp lớn hơn {MAX_BYTES // 1_000_000} MB; đây có đúng là bảng nhiệm vụ không?"
_NO_TABLE: Final = (
    "không thấy bảng nhiệm vụ nào (dòng tiêu đề có cột “Nhiệm vụ” hoặc “Nội dung công việc” và cột “Đơn vị chủ trì”, "
    "“Thời gian” hoặc “Sản phẩm”); xem lại tệp, hoặc ghi lại tiêu đề cột"
)
_NO_SUCH: Final = "không thấy bảng nhiệm vụ ở “{asked}”; các bảng đọc được: {known}"
_NO_YEAR: Final = "chưa rõ bảng này của năm nào"
_GIVE_YEAR: Final = "thêm {year}, ví dụ {year} 2025"
_PLANS_YEAR: Final = "kế hoạch {plan} là của năm {nam}"
_OTHER_PLAN: Final = "bỏ {year}, hoặc ghi sang tệp khác bằng {out}"
_EMPTY: Final = "bảng có tiêu đề nhưng không có nhiệm vụ nào; xem lại tệp"
_HIDDEN: Final = "trang này đang ẩn nên không nhập"
_SHOW: Final = "thêm {{sheets}} “{name}” nếu cần"
_CODES_CHANGE: Final = (
    "kế hoạch nay có nhiều phụ lục nên mã nhiệm vụ cũ đổi, ví dụ I.1 thành PL1.I.1; nếu đã có ⦃ketqua.yaml⦄ thì sửa mã trong đó"
)
_CHANGED_MEANWHILE: Final = "tệp này vừa được sửa trong lúc docgen đang chạy nên chưa ghi gì; chạy lại"


@dataclass(frozen=True)
class ImportedTable:
    """Tables of tasks as a plan holds them.

    `text` is the part `phu_luc` alone; `data` the whole plan with it, None where no plan was asked for.
    """

    text: str
    data: bytes | None
    path: Path | None
    warnings: tuple[Problem, ...]
    summary: str
    _plan_file: PlanFile | None

    def save(self, *, say: Say | None = None) -> Saved:
        """Write the plan to `self.path`; raise `FileError` where it cannot be written, `ValueError` where none was asked for."""
        if self.data is None or self.path is None or self._plan_file is None:
            raise ValueError("no plan was asked for: give import_table its out")
        (say or silent)(WRITING)
        if not self._plan_file.is_as_it_was():
            raise FileError.at(str(self.path), _CHANGED_MEANWHILE)
        return Saved((self.path,), tuple(plain(storage.write_all({self.path: self.data}, overwrite_edits=True))), self.summary)


def import_table(
    file: StrPath,
    *,
    typed: bytes | None = None,
    out: StrPath | None = None,
    sheets: Iterable[str] = (),
    year: int | None = None,
    append: bool = False,
    replace: bool = False,
    say: Say | None = None,
) -> ImportedTable:
    """Read the tables of tasks in a workbook or a Word paper, and put them into a plan where one is asked for.

    Args:
        file: An Excel sheet (.xlsx, .csv ...), a Word paper (.docx), or another that `import_plan` takes.
        typed: The bytes of plain text in place of those of `file`, which gives them a name.
        out: The plan that they go into, edited in place, or a new one; without it only the part `phu_luc` is made.
        sheets: Names of sheets, or numbers of tables in a Word paper; these alone, every visible one where there are none.
        year: The year of a new plan, where the tables name none or several.
        append: Behind the appendices of a plan that has tasks already.
        replace: In their place.
        say: Hears of each stage in a few words.

    Raises:
        DataError: There is no such table, the plan is wrong, of another year, or has tasks already.
        FileError: A file cannot be read.
    """
    say, asked = say or silent, _Asked(Path(file), path_or_none(out), tuple(sheets), year, typed)
    mode = Mode.APPEND if append else Mode.REPLACE if replace else Mode.REFUSE
    say("đọc bảng")
    grids, way = _grids(asked)
    picked, told = _picked(tables(grids), asked)
    plan_file = None if asked.out is None else PlanFile(asked.out)
    say("đọc nhiệm vụ")
    every = appendices_of(picked, [] if plan_file is None else plan_file.codes(mode))
    appendices = [one for one in every if one.counts.tasks]
    if not appendices:
        raise DataError(Problem(Place(f"{asked.file}: {', '.join(dict.fromkeys(one.name for one in every))}"), _EMPTY))
    values = [one.values for one in appendices]
    nam = _year(asked, appendices, plan_file)
    any_year = max((year for one in appendices for year in one.years), default=_EXAMPLE_YEAR)  # by which times can be read
    new = new_plan(values, nam=nam or any_year, source=asked.file.name)
    draft = validate(KeHoach, of_text(str(asked.file), new))
    empty = [Told((one.name,), _EMPTY) for one in every if not one.counts.tasks]
    notes = [*way, *told, *(note for one in appendices for note in one.remarks), *empty]
    registry, broken = registry_beside(asked.out or asked.file, draft)
    looked = [*looked_at(draft, appendices, registry), *other_years(appendices, None if plan_file is None else plan_file.plan)]
    warnings = [*sentences(asked.file, notes), *sentences(asked.file, looked), *broken]
    text, data = appendix_lines(values), None
    if plan_file is not None and nam is not None:
        data = plan_file.with_appendices(values, mode, nam=nam, source=asked.file.name)
        warnings += _codes(plan_file, mode)
    return ImportedTable(
        text, data, asked.out, tuple(warnings), _summary(appendices, max((grid.prose for grid in grids), default=0)), plan_file
    )


@dataclass(frozen=True)
class _Asked:
    """What was asked for: the file, the plan that it goes into, which sheets or tables, which year."""

    file: Path
    out: Path | None
    chosen: tuple[str, ...]
    year: int | None
    typed: bytes | None

    @property
    def suffix(self) -> str:
        """Return how the name of the file ends; what is typed has no kind of its own."""
        return self.file.suffix if self.typed is None else ""


def read_source(file: Path, typed: bytes | None = None) -> bytes:
    """Return the bytes of `file`, or those `typed` in its place; raise `FileError` where it is a folder or cannot be read."""
    if typed is not None:
        return typed
    if is_folder(file):
        raise FileError.at(str(file), _IS_FOLDER)
    return read_paper(file)


def _grids(order: _Asked) -> tuple[list[Grid], list[Told]]:
    """Return the tables of the file as grids, and what is to be said of the way on which they came."""
    file, data = str(order.file), read_source(order.file, order.typed)
    if len(data) > MAX_BYTES:
        raise FileError.at(file, _TOO_LARGE)
    if not is_sheet(data, order.suffix):
        source = open_source(file, data, order.suffix)
        return word_grids(source.view), [Told((), words) for words in source.told]
    try:
        return sheet_grids(data), []
    except NotAWorkbook as error:
        raise FileError.at(file, str(error)) from None


def _picked(found: Sequence[Table], order: _Asked) -> tuple[list[Table], list[Told]]:
    """Return the tables that were asked for, and what is told of those that were not."""
    if not found:
        raise DataError.at(str(order.file), _NO_TABLE)
    if order.chosen:
        known = "; ".join(dict.fromkeys(_named(table) for table in found))
        missing = [asked for asked in order.chosen if not any(_is_asked(table, asked) for table in found)]
        if missing:
            raise DataError(Problem(Place(str(order.file)), _NO_SUCH.format(asked=asked, known=known)) for asked in missing)
        return [table for table in found if any(_is_asked(table, asked) for asked in order.chosen)], []
    seen = [table for table in found if not table.hidden]
    if not seen:
        return list(found), []
    return seen, [Told((table.name,), _HIDDEN, _SHOW.format(name=table.name)) for table in found if table.hidden]


def _named(table: Table) -> str:
    return f"“{table.name}”"


def _is_asked(table: Table, asked: str) -> bool:
    """Return whether `asked` is the name of the table's sheet, or its number in a Word paper."""
    return table.name.casefold() in (asked.casefold(), f"bảng {asked}".casefold())


def _year(order: _Asked, appendices: Sequence[Appendix], plan_file: PlanFile | None) -> int | None:
    """Return the year of the plan: that of the plan itself, the one asked for, or the one that the tables name."""
    if plan_file is not None and plan_file.plan is not None:
        if order.year not in (None, plan_file.plan.nam):
            raise DataError.at(Argument("year"), _PLANS_YEAR.format(nam=plan_file.plan.nam, plan=order.out), _OTHER_PLAN)
        return plan_file.plan.nam
    named = Counter(year for one in appendices for year in one.years)
    if order.year is not None:
        return order.year
    if len(named) == 1:
        return next(iter(named))
    if order.out is not None:
        raise DataError.at(str(order.file), _NO_YEAR, _GIVE_YEAR)
    return None


def _codes(plan_file: PlanFile, mode: Mode) -> list[Problem]:
    was_alone = plan_file.plan is not None and len(plan_file.plan.phu_luc) == 1 and mode is Mode.APPEND
    return [Problem(Place(str(plan_file.path)), _CODES_CHANGE)] if was_alone and plan_file.count() else []


def _summary(appendices: Sequence[Appendix], prose: int) -> str:
    left = [f"{prose} đoạn văn ngoài bảng không nhập"] if prose else []
    return "; ".join([*(_of_table(one, "dòng của bảng" if prose else "dòng") for one in appendices), *left])


def _of_table(one: Appendix, rows: str) -> str:
    counts = one.counts
    parts = [f"{counts.tasks} nhiệm vụ", f"{counts.groups} dòng nhóm"]
    parts += [f"{counts.lines} dòng phân việc"] if counts.lines else []
    parts += [f"{counts.joined} dòng nối vào nhiệm vụ ở trên"] if counts.joined else []
    return f"{one.name}: {counts.rows} dòng, gồm {', '.join(parts)}, {counts.left_out} {rows} không nhập"
