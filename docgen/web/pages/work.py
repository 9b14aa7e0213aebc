"""Who does what: the matrix, one unit's own list; names that were not recognised, groups without members, settled at once."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

import docgen
from docgen.errors import DataError, DocgenError
from docgen.web.asking import Form, desk_of, download, get, go, only_one_saves, plan_of, post
from docgen.web.desk import Notice
from docgen.web.rendering import show_year
from docgen.web.wording import told

_PAGE: Final = "phan-cong"
_MOST_COLUMNS: Final = 60  # of the matrix on the screen; the workbook has all
_NO_UNIT: Final = "Đơn vị này không có trong danh mục của năm kế hoạch."
_NOT_CHOSEN: Final = "chọn đơn vị mà đây là tên khác"
_NOT_SEEN: Final = "không thấy đúng các chữ này trong các ô của kế hoạch; sửa ở chỗ nêu bên cạnh"
_AROUND: Final = " \t-+•;,."  # what lists have around a name
_NO_MEMBERS: Final = "ghi các đơn vị của nhóm, mỗi đơn vị một dòng"
_SAVED: Final = "Đã ghi lời giao của “{name}” vào danh mục đơn vị."
_BOOK: Final = "phan-cong.xlsx"


def _matrix(request: Request) -> Response:
    return _screen(request, {}, {})


def _screen(request: Request, typed: Mapping[str, str], faults: Mapping[str, list[str]], *, status: int = 200) -> Response:
    plan = plan_of(request)
    try:
        work = docgen.assignments(plan)
    except DocgenError as error:
        return show_year(request, plan, _PAGE, "work_wrong.html", problems=error.problems)
    shown = {one.text for one in (*work.unknown, *work.empty_groups)}
    return show_year(
        request,
        plan,
        _PAGE,
        "work.html",
        status=status,
        work=work,
        units=[unit for unit in work.units if unit.co_viec or unit.theo_doi],
        columns=work.tasks[:_MOST_COLUMNS],
        names=docgen.unit_names(plan),
        all_units=[unit.ten for unit in work.units],
        typed=typed,
        faults=faults,
        elsewhere=[said for name, some in faults.items() if name not in shown for said in some],
    )


def _unit(request: Request) -> Response:
    plan, name = plan_of(request), request.query_params.get("ten", "")
    work = docgen.assignments(plan)
    unit = next((unit for unit in work.units if unit.ten == name), None)
    if unit is None:
        raise HTTPException(404, _NO_UNIT)
    return show_year(request, plan, _PAGE, "unit.html", unit=unit)


def _said(request: Request, form: Form) -> Response:
    """Answer the buttons of one unit: letters to `ten` say `loi-giao`, and its page says so."""
    plan, name = plan_of(request), form.text("ten")
    with only_one_saves(request):
        docgen.set_loi_giao(plan, name, form.text("loi-giao")).save()
    page = f"{request.url.path.removesuffix('/loi-giao')}?{urlencode({'ten': name})}"
    return go(request, page, Notice(_SAVED.format(name=name)))


def _book(request: Request) -> Response:
    if request.path_params["name"] != _BOOK:
        raise HTTPException(404)
    return download(_BOOK, docgen.assignments(plan_of(request)).workbook())


def _settled(request: Request, form: Form) -> Response:
    """Answer the form of one name that was not recognised: `chu` are the plan's words."""
    plan, words = plan_of(request), form.text("chu").strip()
    typed = {name: form.text(name).strip() for name in ("chu", "ten", "nhom", "la")}
    typed["o"] = "la" if form.has("ten-khac") else "ten"  # the box that a fault is about
    try:
        with only_one_saves(request):
            if form.has("sua"):
                said = _mended(request, plan, words, form.text("sua"))
            else:
                said = _other_name(plan, words, typed["la"]) if form.has("ten-khac") else _new_unit(plan, typed)
    except DataError as error:
        return _screen(request, typed, {words: [told(one) for one in error.problems]}, status=422)
    return go(request, request.url.path.removesuffix("/danh-muc"), Notice(said))


def _members(request: Request, form: Form) -> Response:
    """Answer the form of one group without members: `chu` is its name, `tv` its units, one a line, `chon` the ticked ones."""
    plan, group, names = plan_of(request), form.text("chu").strip(), form.text("tv").strip()
    ticked = form.texts("chon")
    typed = {"chu": group, "tv": names, "chon": "\n".join(ticked)}
    units = list(dict.fromkeys([*ticked, *filter(None, (name.strip(_AROUND) for name in names.splitlines()))]))
    try:
        if not units:
            raise DataError.at("", _NO_MEMBERS)
        with only_one_saves(request):
            docgen.add_members(plan, group, units, new=form.texts("moi")).save()
    except DataError as error:
        faults = [told(one) for one in error.problems]
        typed["moi"] = "\n".join(name for name in units if any(f"“{name}”" in said for said in faults))
        return _screen(request, typed, {group: faults}, status=422)
    return go(request, request.url.path.removesuffix("/nhom"), Notice(f"Đã ghi {len(units)} đơn vị vào nhóm “{group}”."))


def _other_name(plan: Path, words: str, unit: str) -> str:
    if not unit:
        raise DataError.at("", _NOT_CHOSEN)
    docgen.add_name(plan, unit, words).save()
    return f"Đã ghi “{words}” là tên khác của “{unit}”."


def _mended(request: Request, plan: Path, words: str, name: str) -> str:
    """Put `name` in place of `words` wherever they stand in the plan's fields; that save can be undone as any other."""
    form, whole = docgen.plan_form(plan), re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    count = 0

    def mended(texts: Mapping[str, str]) -> dict[str, str]:
        nonlocal count
        made = {key: whole.subn(lambda _: name, text) for key, text in texts.items()}
        count += sum(many for _, many in made.values())
        return {key: text for key, (text, _) in made.items()}

    rows = {table.index: tuple(replace(row, cells=mended(row.cells)) for row in table.rows) for table in form.tables}
    now = form.changed(mended(form.fields), tuple(replace(table, rows=rows[table.index]) for table in form.tables))
    if not count:
        raise DataError.at("", _NOT_SEEN)
    docgen.save_data(plan, form.data, now)
    desk_of(request).saved(plan, form.data, now)
    return f"Đã sửa “{words}” thành “{name}” ở {count} chỗ trong kế hoạch."


def _new_unit(plan: Path, typed: Mapping[str, str]) -> str:
    """Add the unit as it is typed; the plan's words, where they are others, are another name of it."""
    docgen.add_unit(plan, typed["ten"], groups=[typed["nhom"]] if typed["nhom"] else (), others=[typed["chu"]]).save()
    return f"Đã thêm “{typed['ten']}” vào danh mục đơn vị."


ROUTES: Final = [
    get("/nam/{key}/phan-cong", _matrix),
    get("/nam/{key}/phan-cong/don-vi", _unit),
    get("/nam/{key}/phan-cong/tep/{name}", _book),
    post("/nam/{key}/phan-cong/don-vi/loi-giao", _said),
    post("/nam/{key}/phan-cong/danh-muc", _settled),
    post("/nam/{key}/phan-cong/nhom", _members),
]
