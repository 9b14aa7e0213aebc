"""The stages of `nhap`: read the file into grids, find the tables, make appendices, put them into a plan, look at its words."""

from collections import Counter
from collections.abc import Iterator, Sequence
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
from docgen.files.workbooks import MAX_BYTES
from docgen.intake import wordtables
from docgen.intake.appendix import appendices as appendices_of
from docgen.intake.grids import Appendix, Grid, Table, Told
from docgen.intake.sheettables import NotAWorkbook
from docgen.intake.sheettables import grids as sheet_grids
from docgen.intake.tables import tables
from docgen.workflows.nhapnotes import looked_at, registry_beside, sentences
from docgen.workflows.orders import Made, Say
from docgen.workflows.planfile import Mode, PlanFile, appendix_lines, new_plan

_SHEETS: Final = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".et", ".csv")
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
_OTHER_YEAR: Final = "bảng này ghi năm {found} nhưng kế hoạch là năm {nam}; xem lại"
_CODES_CHANGE: Final = (
    "kế hoạch nay có nhiều phụ lục nên mã nhiệm vụ cũ đổi, ví dụ I.1 thành PL1.I.1; nếu đã có ketqua.yaml thì sửa mã trong đó"
)
_CHANGED_MEANWHILE: Final = "tệp này vừa được sửa trong lúc docgen đang chạy nên chưa ghi gì; chạy lại"


@dataclass(frozen=True)
class ImportOrder:
    """What a user asked for: the file, the plan that it goes into, which sheets or tables, which year, over what stands there."""

    file: Path
    out: Path | None = None
    chosen: tuple[str, ...] = ()
    year: int | None = None
    mode: Mode = Mode.REFUSE


@dataclass(frozen=True)
class Imported:
    """What came of it: the text for the terminal where no file was asked for, and what was written and told."""

    made: Made
    text: str = ""


def nhap(order: ImportOrder, say: Say) -> Imported:
    """Put the tables of tasks in a workbook or a Word paper into a plan, or return them as its part `phu_luc`.

    Raises a `DocgenError` where the file cannot be read, holds no such table, or the plan has tasks already.
    """
    say("đọc bảng")
    found = tables(_grids(order.file))
    picked, told = _picked(found, order)
    plan_file = None if order.out is None else PlanFile(order.out)
    say("đọc nhiệm vụ")
    every = appendices_of(picked, [] if plan_file is None else plan_file.codes(order.mode))
    appendices = [one for one in every if one.counts.tasks]
    if not appendices:
        raise DataError(Problem(Place(f"{order.file}: {', '.join(dict.fromkeys(one.name for one in every))}"), _EMPTY))
    values = [one.values for one in appendices]
    nam = _year(order, appendices, plan_file)
    draft = validate(
        KeHoach, of_text(str(order.file), new_plan(values, nam=nam or _any_year(appendices), source=order.file.name))
    )
    empty = [Told((one.name,), _EMPTY) for one in every if not one.counts.tasks]
    notes = [*told, *(note for one in appendices for note in one.remarks), *empty]
    registry, broken = registry_beside(order.out or order.file, draft)
    looked = [*looked_at(draft, appendices, registry), *_other_years(appendices, plan_file)]
    warnings: list[str | Problem] = [*sentences(order.file, notes), *sentences(order.file, looked), *broken]
    if order.out is None or plan_file is None or nam is None:
        return Imported(Made((), tuple(warnings), _summary(appendices)), appendix_lines(values))
    say("ghi tệp")
    data = plan_file.with_appendices(values, order.mode, nam=nam, source=order.file.name)
    warnings += _codes(plan_file, order)
    if not plan_file.is_as_it_was():
        raise FileError.at(str(order.out), _CHANGED_MEANWHILE)
    warnings += storage.write_all({order.out: data}, overwrite_edits=True)
    return Imported(Made((order.out,), tuple(warnings), _summary(appendices)))


def _grids(path: Path) -> list[Grid]:
    if is_folder(path):
        raise FileError.at(str(path), _IS_FOLDER)
    data = read_paper(path)
    if len(data) > MAX_BYTES:
        raise FileError.at(str(path), _TOO_LARGE)
    is_sheet = path.suffix.lower() in _SHEETS if b"word/document.xml" not in data else False
    if not is_sheet and b"xl/workbook.xml" not in data:
        return wordtables.grids(str(path), data)
    try:
        return sheet_grids(data)
    except NotAWorkbook as error:
        raise FileError.at(str(path), str(error)) from None


def _picked(found: Sequence[Table], order: ImportOrder) -> tuple[list[Table], list[Told]]:
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


def _year(order: ImportOrder, appendices: Sequence[Appendix], plan_file: PlanFile | None) -> int | None:
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


def _any_year(appendices: Sequence[Appendix]) -> int:
    """Return a year by which times can be read where none is known for sure."""
    return max((year for one in appendices for year in one.years), default=_EXAMPLE_YEAR)


def _other_years(appendices: Sequence[Appendix], plan_file: PlanFile | None) -> Iterator[Told]:
    nam = plan_file.plan.nam if plan_file is not None and plan_file.plan is not None else None
    for one in appendices:
        if nam is not None and one.years and nam not in one.years:
            yield Told((one.name,), _OTHER_YEAR.format(found=", ".join(map(str, one.years)), nam=nam))


def _codes(plan_file: PlanFile, order: ImportOrder) -> list[Problem]:
    was_alone = plan_file.plan is not None and len(plan_file.plan.phu_luc) == 1 and order.mode is Mode.APPEND
    has_tasks = was_alone and plan_file.plan is not None and any(True for _ in plan_file.plan.tasks())
    return [Problem(Place(str(order.out)), _CODES_CHANGE)] if has_tasks else []


def _summary(appendices: Sequence[Appendix]) -> str:
    return "; ".join(_of_table(one) for one in appendices)


def _of_table(one: Appendix) -> str:
    counts = one.counts
    parts = [f"{counts.tasks} nhiệm vụ", f"{counts.groups} dòng nhóm"]
    parts += [f"{counts.joined} dòng nối vào nhiệm vụ ở trên"] if counts.joined else []
    return f"{one.name}: {counts.rows} dòng, gồm {', '.join(parts)}, {counts.left_out} dòng không nhập"
