"""The plan: its keys as fields, its body as typed text, its tasks as rows; beside it the paper, as it will be printed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

import docgen
from docgen.errors import DataError, DocgenError, Problem
from docgen.web.asking import (
    Form,
    address,
    desk_of,
    download,
    files_beside,
    folder_of,
    get,
    go,
    only_one_saves,
    plan_of,
    post,
    year_url,
)
from docgen.web.desk import Notice
from docgen.web.jobs import Job
from docgen.web.planfields import Typed, after_button, said, typed_in
from docgen.web.rendering import show_year, told

_UNDONE: Final = "Đã lấy lại bản trước lần lưu cuối."
_NOTHING_TO_UNDO: Final = "Chưa có lần lưu nào để lấy lại."
_OLD_FORM: Final = "Trang này mở từ lâu nên docgen không còn nhớ bản gốc"
_CHANGED: Final = (
    "Tệp kế hoạch đã được sửa ở nơi khác trong lúc bạn đang sửa, nên chưa lưu. Chỗ chỉ một bên sửa thì đã lấy bên đó; chỗ hai "
    "bên cùng sửa thì chữ của bạn nằm trong ô, chữ trong tệp nằm ngay dưới. Chọn xong thì lưu lại."
)


def _show(request: Request) -> Response:
    plan = plan_of(request)
    try:
        form = docgen.plan_form(plan)
    except DataError as error:
        return _broken(request, plan, docgen.read_data(plan), error.problems)
    return _screen(request, plan, form, Typed(form.fields, form.tables), form)


def _screen(
    request: Request,
    plan: Path,
    base: "docgen.PlanForm",
    typed: Typed,
    judged: "docgen.PlanForm",
    *,
    theirs: Mapping[str, str] | None = None,
    status: int = 200,
    words: str = "",
) -> Response:
    """Return the form of the file `base` with what was `typed`; `judged` is the form of the file that this would make."""
    numbered = Typed(typed.fields, typed.tables)
    return show_year(
        request,
        plan,
        "ke-hoach",
        "plan.html",
        status=status,
        form=base,
        typed=typed,
        doc=desk_of(request).remember(base.data),
        said=said,
        faults={**_faults(judged, judged.problems, numbered), **typed.told},
        notes=_faults(judged, judged.remarks, numbered),
        recognised=_recognised(plan, numbered),
        theirs=theirs or {},
        words=words,
        is_made=plan.with_suffix(".docx").is_file(),
        can_undo=bool(desk_of(request).saves.get(plan)),
    )


def _faults(form: "docgen.PlanForm", problems: Sequence[Problem], typed: Typed) -> dict[str, list[str]]:
    """Return the words of problems by their fields, each once; of the body with their line, of another file with its name."""
    found: dict[str, dict[str, None]] = {}
    for name, many in form.at_fields(problems).items():
        for one in many:
            line = form.line_of(one.place) if name == "than" else 0
            elsewhere = Path(one.place.file).name if not name and one.place.file != str(form.path) else ""
            where = f"dòng {line}" if line else elsewhere
            found.setdefault(typed.shown_as(name), {})[f"{where}: {told(one)}" if where else told(one)] = None
    return {name: list(words) for name, words in found.items()}


def _recognised(plan: Path, typed: Typed) -> dict[str, "docgen.ReadUnits"]:
    cells = {
        f"{typed.row(table.index, number)}.{column}": text
        for table in typed.tables
        for number, row in enumerate(table.rows)
        for column in ("chu_tri", "phoi_hop")
        if (text := row.cells.get(column, "")) and row.kind != "nhóm"
    }
    year = typed.fields.get("nam", "").strip()
    read = docgen.read_units(plan, int(year) if year.isdigit() else 0, cells.values()) if year.isdigit() else ()
    return dict(zip(cells, read, strict=False))


def _sent(request: Request, form: Form) -> Response:
    plan, desk = plan_of(request), desk_of(request)
    was = desk.original(form.text("doc"))
    base = docgen.plan_form(plan, was)
    typed = typed_in(form, base)
    if form.has("lam"):
        typed = after_button(typed, form.text("lam"))
        return _screen(request, plan, base, typed, _judged(plan, base, typed)[0], words="Chưa lưu.")
    judged, now = _judged(plan, base, typed)
    if was is None:
        return _screen(request, plan, base, typed, judged, theirs=_differing(typed, base), status=409, words=_OLD_FORM)
    with only_one_saves(request):
        try:
            docgen.save_data(plan, was, now)
        except docgen.ChangedMeanwhile as error:
            return _side_by_side(request, plan, base, typed, error.now)
    if was != now:
        desk.saved(plan, was, now)
    return _make(request, form) if form.has("tao") else go(request, request.url.path, _saved(plan, now))


def _saved(plan: Path, now: bytes) -> Notice:
    """Return what is said after a save: that it is done, and how many places are wrong in what was saved."""
    try:
        form = docgen.plan_form(plan, now)
        wrong = sum(map(len, _faults(form, form.problems, Typed(form.fields, form.tables)).values()))
    except DataError as error:
        wrong = len(error.problems)
    return Notice(f"Đã lưu; còn {wrong} chỗ phải sửa.", tone="warn") if wrong else Notice("Đã lưu.")


def _make(request: Request, form: Form) -> Response:
    """Begin to make the Word file of what was just saved, as asked for with its PDF, and go where its progress is seen."""
    plan, desk, back = plan_of(request), desk_of(request), request.url.path
    pdf, overwrite, despite_errors = (form.has(name) for name in ("pdf", "overwrite", "despite_errors"))

    def work(job: Job) -> str:
        paper = docgen.make_plan(plan, say=job.say)
        saved = paper.save(pdf=pdf, overwrite=overwrite, despite_errors=despite_errors, say=job.say)
        names = ", ".join(path.name for path in saved.files)
        files = files_beside(folder_of(request), plan, saved.files)
        return address(request, back, Notice(f"Đã lưu, đã làm {names}.", [*paper.warnings, *saved.warnings], files=files))

    return go(request, f"/viec/{desk.jobs.start('Làm văn bản kế hoạch', back, work, saved='kế hoạch')}")


def _file(request: Request) -> Response:
    path = plan_of(request).with_suffix(".docx")
    if not path.is_file():
        raise HTTPException(404, "Chưa có tệp Word của kế hoạch; bấm “Lưu và làm tệp Word”.")
    return download(path.name, path.read_bytes())


def _judged(plan: Path, base: "docgen.PlanForm", typed: Typed) -> tuple["docgen.PlanForm", bytes]:
    now = base.changed(typed.fields, typed.tables)
    return docgen.plan_form(plan, now), now


def _side_by_side(request: Request, plan: Path, base: "docgen.PlanForm", typed: Typed, disk: bytes) -> Response:
    """Return the form of the file as it is on disk now, with what was typed here wherever that is other than it was."""
    try:
        theirs = docgen.plan_form(plan, disk)
    except DataError as error:
        return _broken(request, plan, disk, error.problems, mine=base.changed(typed.fields, typed.tables))
    fields = {
        name: theirs.fields[name] if text.strip() == base.fields[name].strip() else text for name, text in typed.fields.items()
    }
    both = {
        name: theirs.fields[name]
        for name, text in fields.items()
        if text.strip() != theirs.fields[name].strip() and theirs.fields[name] != base.fields[name]
    }
    tables = []
    for table, old in zip(typed.tables, base.tables, strict=False):
        new = next((one for one in theirs.tables if one.index == table.index), None)
        if new is None or new == old:
            tables.append(table)
        elif table.rows == old.rows and table.tieu_de.strip() == old.tieu_de:
            tables.append(new)
        else:
            routes = {_cells(row): row.route for row in new.rows}
            came = {row.route: row for row in old.rows}
            rows = [replace(row, route=routes.get(_cells(came[row.route]), ()) if row.route else ()) for row in table.rows]
            tables.append(replace(table, rows=tuple(rows)))
            both[f"pl{table.index}"] = "\n".join(f"{row.kind}: {'; '.join(row.cells.values())}" for row in new.rows)
    merged = Typed(fields, tuple(tables))
    return _screen(request, plan, theirs, merged, _judged(plan, theirs, merged)[0], theirs=both, status=409, words=_CHANGED)


def _cells(row: "docgen.TaskRow") -> tuple[str, tuple[tuple[str, str], ...]]:
    return row.kind, tuple(row.cells.items())


def _differing(typed: Typed, base: "docgen.PlanForm") -> dict[str, str]:
    return {name: base.fields[name] for name, text in typed.fields.items() if text.strip() != base.fields[name].strip()}


def _undo(request: Request, form: Form) -> Response:  # noqa: ARG001
    plan, desk = plan_of(request), desk_of(request)
    back = request.url.path.removesuffix("/lay-lai")
    with only_one_saves(request):
        if not desk.saves.get(plan):
            return go(request, back, Notice(_NOTHING_TO_UNDO, tone="error"))
        was, now = desk.saves[plan][-1]
        docgen.save_data(plan, now, was)
        desk.saves[plan].pop()
    return go(request, back, Notice(_UNDONE))


def _preview(request: Request, form: Form) -> Response:
    """Return what the plan that is being typed would be: what is wrong at which field, the findings, the name of its paper."""
    plan, desk = plan_of(request), desk_of(request)
    base = docgen.plan_form(plan, desk.original(form.text("doc")))
    typed = typed_in(form, base)
    try:
        judged, now = _judged(plan, base, typed)
        paper = docgen.make_plan(plan, typed=now)
    except DocgenError as error:
        judged = base if not isinstance(error, DataError) else _judged(plan, base, typed)[0]
        return JSONResponse({"faults": _faults(judged, error.problems, typed), "notes": {}})
    findings = [
        {
            "rule": one.rule,
            "grave": one.severity.name == "ERROR",
            "words": f"{one.message}; {one.remedy}",
            "clause": one.clause,
            "where": one.where,
            "quote": one.quote,
            "field": typed.shown_as(judged.field_at(one.source)) if one.source else "",
        }
        for one in paper.findings
    ]
    notes = _faults(judged, paper.warnings, typed)
    read = {name: (one.units, one.unknown) for name, one in _recognised(plan, typed).items()}
    made = {"paper": desk.papers.put(paper.data), "final": paper.is_final, "view": docgen.paper_html(paper.report)}
    return JSONResponse({"faults": {}, "notes": notes, "findings": findings, "units": read, **made})


def _units(request: Request) -> Response:
    return JSONResponse(docgen.unit_names(plan_of(request)))


def _broken(
    request: Request, plan: Path, data: bytes, problems: Iterable[Problem], *, mine: bytes | None = None, status: int = 422
) -> Response:
    """Return the file as text, where it is not YAML that fields could be made of."""
    shown = data if mine is None else mine
    values: dict[str, Any] = {
        "doc": desk_of(request).remember(data),
        "text": shown.decode("utf-8-sig", "replace").replace("\r\n", "\n"),
        "theirs": data.decode("utf-8-sig", "replace") if mine is not None else "",
        "problems": list(problems),
    }
    return show_year(request, plan, "ke-hoach", "plan_text.html", status=status, **values)


def _text_sent(request: Request, form: Form) -> Response:
    plan, desk = plan_of(request), desk_of(request)
    was, text = desk.original(form.text("doc")), form.text("chu")
    now = text.encode()
    if was is not None and b"\r\n" in was:
        now = now.replace(b"\n", b"\r\n")
    try:
        with only_one_saves(request):
            docgen.save_data(plan, was or b"", now)
    except docgen.ChangedMeanwhile as error:
        return _broken(request, plan, error.now, error.problems, mine=now, status=409)
    if was is not None and was != now:
        desk.saved(plan, was, now)
    return go(request, year_url(folder_of(request), plan, "ke-hoach"), _saved(plan, now))


def _as_text(request: Request) -> Response:
    plan = plan_of(request)
    return _broken(request, plan, docgen.read_data(plan), (), status=200)


ROUTES: Final = [
    get("/nam/{key}/ke-hoach", _show),
    post("/nam/{key}/ke-hoach", _sent),
    post("/nam/{key}/ke-hoach/lay-lai", _undo),
    get("/nam/{key}/ke-hoach/tep", _file),
    post("/nam/{key}/ke-hoach/xem", _preview),
    get("/nam/{key}/ke-hoach/don-vi", _units),
    get("/nam/{key}/ke-hoach/chu", _as_text),
    post("/nam/{key}/ke-hoach/chu", _text_sent),
]
