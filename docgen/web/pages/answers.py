"""Forms and answers: forms made, filled ones dropped, who has answered, the table of results edited in place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

import docgen
from docgen.errors import DataError, DocgenError, Problem
from docgen.web import resulttable
from docgen.web.asking import Form, desk_of, files_beside, folder_of, get, go, only_one_saves, plan_of, post
from docgen.web.desk import Notice
from docgen.web.jobs import Job
from docgen.web.planfields import results_astray
from docgen.web.rendering import show_year
from docgen.web.resulttable import Line
from docgen.web.sides import CHANGED, FORGOTTEN
from docgen.web.wording import ON_PAGE, told

_PAGE: Final = "ket-qua"
_LIST: Final = "danh-muc-*.xlsx"  # of the forms, to note down who answers
_NO_FILE: Final = "chưa chọn biểu mẫu nào"


@dataclass(frozen=True)
class _Table:
    """The results on the screen: the file that they are of, their lines, why it cannot be read, what else is to be said."""

    doc: str = ""
    lines: Sequence[Line] = ()
    problems: tuple[Problem, ...] = ()
    words: str = ""
    page: int = 1
    is_unsaved: bool = False

    @property
    def wrong(self) -> dict[str, tuple[str, list[str]]]:
        """What kept the table from being saved, by the ids of the cells: what each is called, what is wrong there."""
        return {
            f"o-h{number}.{name}" if name else f"kq-{number}": (resulttable.place_of(line.row.ma, line.row.don_vi, name), some)
            for number, line in enumerate(self.lines if self.is_unsaved else ())
            for name, some in line.faults.items()
        }

    @property
    def pages(self) -> int:
        """How many pages the lines fill."""
        return -(-len(self.lines) // ON_PAGE)

    @property
    def groups(self) -> list[tuple[str, list[tuple[int, Line]], bool]]:
        """The lines of the page, numbered as in the whole: those to look at, those in the file, those that are waited for."""
        by_kind: dict[str, list[tuple[int, Line]]] = {"Cần xem lại": [], "Đã có kết quả": [], "Chưa có kết quả": []}
        look, known, waiting = by_kind.values()
        for number, line in enumerate(self.lines):
            (look if line.row.doubts else waiting if line.row.is_new else known).append((number, line))
        at = [number for number, _ in (*look, *known, *waiting)][(self.page - 1) * ON_PAGE : self.page * ON_PAGE]
        shown = frozenset(at)
        return [
            (f"{title} ({len(lines)})", [one for one in lines if one[0] in shown], lines is waiting)
            for title, lines in by_kind.items()
        ]


def _overview(request: Request) -> Response:
    return _screen(request, plan_of(request), {})


def _screen(
    request: Request,
    plan: Path,
    faults: Mapping[str, list[str]],
    *,
    period: str = "",
    table: _Table | None = None,
    status: int = 200,
) -> Response:
    state = docgen.year_state(plan, held=False)
    late = state.answers.due is not None and state.answers.due < date.today()  # the clerk's own day
    forms = state.forms.folder
    made = [forms / name for name, each in state.forms.files.items() if each is not docgen.Standing.MISSING]
    return show_year(
        request,
        plan,
        _PAGE,
        "answers.html",
        status=status,
        state=state,
        made=files_beside(folder_of(request), plan, [*sorted(forms.glob(_LIST)), *made]),
        late=late,
        table=table or _table(request, plan),
        labels=resulttable.LABELS,
        more=resulttable.MORE,
        statuses=docgen.RESULT_STATUSES,
        faults=faults,
        period=period,
        astray=(lost := results_astray(plan)),
        read=desk_of(request).remember(docgen.result_form(plan).data) if lost else "",
    )


def _settled(request: Request, form: Form) -> Response:
    """Answer the buttons of the results that are of no task: `viec` says what is to be done, and of which in the file."""
    plan, back = plan_of(request), request.url.path.removesuffix("/lac")
    what, _, at = form.text("viec").partition(":")
    results = docgen.result_form(plan)
    if desk_of(request).original(form.text("doc")) != results.data:
        return go(request, back, Notice(CHANGED, tone="error"))
    found = [one for one in docgen.astray(plan, results) if not at or str(one.row.index) == at]
    now: dict[int, Mapping[str, str] | None]
    if what == "ma":
        now = {one.row.index: {"ma": one.ma} for one in found if one.ma}
    elif what == "ten":
        now = {one.row.index: {"ten": one.ten} for one in found if one.ten}
    else:
        now = {one.row.index: None for one in found if at}
    with only_one_saves(request):
        results.save(docgen.settled(results, now))
    return go(request, back, Notice(f"Đã sửa {len(now)} kết quả."))


def _table(request: Request, plan: Path) -> _Table:
    try:
        found = docgen.result_form(plan)
    except DocgenError as error:
        return _Table(problems=error.problems)
    lines = resulttable.judged(_lines(plan, found), found)
    page = _number(request.query_params.get("trang", "")) or 1
    return _Table(desk_of(request).remember(found.data), lines, found.problems, page=page)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0  # digits of no page


def _lines(plan: Path, results: docgen.ResultForm) -> list[Line]:
    """Return the lines of all results, and of those for which the plan waits where that can be read."""
    try:
        waiting = docgen.unreported(plan, results)
    except DocgenError:
        waiting = ()
    return resulttable.lines_of((*results.rows, *waiting))


def _table_sent(request: Request, form: Form) -> Response:
    """Save the table in place; what is wrong stands at its cell, what somebody else has saved meanwhile beside it."""
    plan, desk = plan_of(request), desk_of(request)
    was = desk.original(form.text("doc"))
    results = docgen.result_form(plan, was)
    lines = resulttable.typed_lines(form, _lines(plan, results))
    if was is None:
        shown = resulttable.beside(lines, _lines(plan, results), is_forgotten=True)
        return _screen(request, plan, {}, table=_Table(desk.remember(results.data), shown, words=FORGOTTEN), status=409)
    doc, page = form.text("doc"), _number(form.text("trang")) or 1
    try:
        now = resulttable.changed(results, lines)
        lines = resulttable.judged(lines, docgen.result_form(plan, now))
        if any(line.faults for line in lines if line.is_changed):
            return _screen(request, plan, {}, table=_Table(doc, lines, page=page, is_unsaved=True), status=422)
        with only_one_saves(request):
            results.save(now)
    except docgen.ChangedMeanwhile as error:
        theirs = docgen.result_form(plan, error.now)
        shown = resulttable.beside(lines, _lines(plan, theirs))
        return _screen(request, plan, {}, table=_Table(desk.remember(error.now), shown, words=CHANGED, page=page), status=409)
    except DataError as error:
        shown = resulttable.refused(results, lines, error.problems)
        return _screen(request, plan, {}, table=_Table(doc, shown, page=page, is_unsaved=True), status=422)
    many = sum(line.is_changed for line in lines)
    return go(
        request,
        f"{request.url.path}?trang={page}#bang",
        Notice(f"Đã lưu {many} kết quả." if many else "Không có gì khác để lưu."),
    )


def _make(request: Request, form: Form) -> Response:
    plan, period = plan_of(request), form.text("ky").strip()
    try:
        forms = docgen.make_forms(plan, period=period or None)
    except DataError as error:
        return _screen(request, plan, {"ky": [told(one) for one in error.problems]}, period=period, status=422)
    saved = forms.save(overwrite=form.has("overwrite"))
    return go(
        request,
        request.url.path.removesuffix("/bieu-mau"),
        Notice(f"Đã lập {saved.summary}.", [*forms.warnings, *saved.warnings]),
    )


def _dropped(request: Request, form: Form) -> Response:
    plan, desk, back = plan_of(request), desk_of(request), request.url.path.removesuffix("/nhan")
    files = list(form.files("tep"))
    if not files:
        return _screen(request, plan, {"tep": [_NO_FILE]}, status=422)

    def work(job: Job) -> str:
        return f"{back}/nhan/{desk.keep(docgen.gather(plan, files, say=job.say))}"

    return go(request, f"/viec/{desk.jobs.start(f'Đọc {len(files)} biểu mẫu', back, work)}")


ROUTES: Final = [
    post("/nam/{key}/ket-qua/lac", _settled),
    get("/nam/{key}/ket-qua", _overview),
    post("/nam/{key}/ket-qua", _table_sent),
    post("/nam/{key}/ket-qua/bieu-mau", _make),
    post("/nam/{key}/ket-qua/nhan", _dropped),
]
