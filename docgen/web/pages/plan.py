"""The plan: its keys as fields, its body as typed text, its tasks as rows; judged as typed, saved in place, made a Word file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

import docgen
from docgen.errors import DataError, DocgenError
from docgen.web.asking import Form, address, desk_of, download, files_beside, folder_of, get, go, only_one_saves, plan_of, post
from docgen.web.desk import Notice
from docgen.web.jobs import Job
from docgen.web.pages.text import broken_plan
from docgen.web.planfields import AtFields, Typed, after_button, at_fields, recognised, saved_notice, typed_in, unknown_words
from docgen.web.questions import answer, open_questions
from docgen.web.rendering import show_year
from docgen.web.sides import CHANGED, FORGOTTEN, both_sides, both_tables
from docgen.web.wording import Leads, said, told

_UNDONE: Final = "Đã lấy lại bản trước lần lưu cuối."
_NOTHING_TO_UNDO: Final = "Chưa có lần lưu nào để lấy lại."
_BLOCK_LEFT: Final = "khối chép này chưa vào bảng; bấm “Đưa vào cuối bảng”, hoặc xóa ô này, rồi lưu"
_BLOCK_LEFT_SHORT: Final = "Chưa lưu: khối chép từ Excel chưa đưa vào bảng."


def _show(request: Request) -> Response:
    plan = plan_of(request)
    try:
        form = docgen.plan_form(plan)
    except DataError as error:
        return broken_plan(request, plan, docgen.read_data(plan), error.problems)
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
    faults = at_fields(judged, judged.problems, numbered)
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
        faults={**faults.words, **typed.told},
        elsewhere=faults.elsewhere,
        notes=at_fields(judged, judged.remarks, numbered).words,
        recognised=recognised(plan, numbered),
        unknown_words=unknown_words,
        questions=open_questions(plan, base),
        theirs=theirs or {},
        words=words,
        is_made=plan.with_suffix(".docx").is_file(),
        can_undo=bool(desk_of(request).saves.get(plan)),
    )


def _sent(request: Request, form: Form) -> Response:
    plan, desk = plan_of(request), desk_of(request)
    was = desk.original(form.text("doc"))
    base = docgen.plan_form(plan, was)
    typed = typed_in(form, base)
    if form.has("lam"):
        typed = after_button(typed, form.text("lam"))
        return _screen(request, plan, base, typed, _judged(plan, base, typed)[0], words="Chưa lưu.")
    judged, now = _judged(plan, base, typed)
    if left := typed.with_blocks_told(_BLOCK_LEFT):
        return _screen(request, plan, base, left, judged, status=422, words=_BLOCK_LEFT_SHORT)
    if was is None:
        sides = both_sides(typed.fields, None, base.fields)
        return _screen(request, plan, base, typed, judged, theirs=sides.theirs, status=409, words=FORGOTTEN)
    with only_one_saves(request):
        try:
            docgen.save_data(plan, was, now)
        except docgen.ChangedMeanwhile as error:
            return _side_by_side(request, plan, base, typed, error.now)
    if was != now:
        desk.saved(plan, was, now)
    return _make(request, form) if form.has("tao") else go(request, request.url.path, saved_notice(plan, now))


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
        now = docgen.plan_form(plan, disk)
    except DataError as error:
        return broken_plan(request, plan, disk, error.problems, mine=base.changed(typed.fields, typed.tables))
    sides = both_sides(typed.fields, base.fields, now.fields)
    tables, of_tables = both_tables(typed.tables, base.tables, now.tables)
    merged, theirs = Typed(sides.fields, tables), {**sides.theirs, **of_tables}
    return _screen(request, plan, now, merged, _judged(plan, now, merged)[0], theirs=theirs, status=409, words=CHANGED)


def _decided(request: Request, form: Form) -> Response:
    answer(plan_of(request), form.text("viec"))
    return go(request, request.url.path.removesuffix("/xong"))


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
    plan, desk = plan_of(request), desk_of(request)
    base = docgen.plan_form(plan, desk.original(form.text("doc")))
    typed = typed_in(form, base)
    judged = base
    try:
        now = base.changed(typed.fields, typed.tables)
        judged = docgen.plan_form(plan, now)
        paper = docgen.make_plan(plan, typed=now)
    except DocgenError as error:
        judged = judged if isinstance(error, DataError) else base
        return JSONResponse({"faults": _listed(request, at_fields(judged, error.problems, typed)), "notes": {}})
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
    notes = _listed(request, at_fields(judged, paper.warnings, typed))
    units = {name: _units_in(one) for name, one in recognised(plan, typed).items()}
    made = {"paper": desk.papers.put(paper.data), "final": paper.is_final, "view": docgen.paper_html(paper.report)}
    return JSONResponse({"faults": {}, "notes": notes, "findings": findings, "units": units, **made})


def _listed(request: Request, found: AtFields) -> dict[str, list[Any]]:
    """Return the words by their fields, and under "" what is elsewhere, with its place and the address there."""
    leads = Leads(folder_of(request))
    elsewhere = [
        {"words": told(one), "where": at.words, "address": at.address} for one in found.elsewhere for at in [leads.to(one)]
    ]
    return {**found.words, **({"": elsewhere} if elsewhere else {})}


def _units_in(read: "docgen.ReadUnits") -> dict[str, Any]:
    unknown = [{"text": one.text, "words": unknown_words(one), "nearest": one.nearest} for one in read.unknown]
    return {"known": read.units, "unknown": unknown}


def _units(request: Request) -> Response:
    return JSONResponse(docgen.unit_names(plan_of(request)))


ROUTES: Final = [
    get("/nam/{key}/ke-hoach", _show),
    post("/nam/{key}/ke-hoach", _sent),
    post("/nam/{key}/ke-hoach/lay-lai", _undo),
    post("/nam/{key}/ke-hoach/xong", _decided),
    get("/nam/{key}/ke-hoach/tep", _file),
    post("/nam/{key}/ke-hoach/xem", _preview),
    get("/nam/{key}/ke-hoach/don-vi", _units),
]
