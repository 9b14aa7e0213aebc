"""Forms and answers: forms made, filled ones dropped, who has answered, what the file of results holds."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

import docgen
from docgen.errors import DataError, DocgenError, Place, Problem
from docgen.web.asking import Form, desk_of, download, get, go, only_one_saves, plan_of, post
from docgen.web.desk import Notice
from docgen.web.jobs import Job
from docgen.web.rendering import show_year, told

_PAGE: Final = "ket-qua"
_NO_FILE: Final = "chưa chọn biểu mẫu nào"
_GONE: Final = "Các biểu mẫu đã đọc không còn; hãy thả lại."
_NO_FORM: Final = "Chưa có biểu mẫu này; bấm “Lập biểu mẫu”."


@dataclass(frozen=True)
class _Read:
    """What the dropped forms say, not yet written."""

    results: docgen.GatheredResults
    place: str  # where they lay while they were read; nobody is told of it


def _overview(request: Request) -> Response:
    return _screen(request, plan_of(request), {})


def _screen(request: Request, plan: Path, faults: Mapping[str, list[str]], *, period: str = "", status: int = 200) -> Response:
    state = docgen.year_state(plan, held=False)
    results, problems = _results(plan)
    late = state.answers.due is not None and state.answers.due < date.today()  # the clerk's own day
    return show_year(
        request,
        plan,
        _PAGE,
        "answers.html",
        status=status,
        state=state,
        late=late,
        results=results,
        problems=problems,
        faults=faults,
        period=period,
    )


def _results(plan: Path) -> tuple[docgen.ResultForm | None, tuple[Problem, ...]]:
    try:
        found = docgen.result_form(plan)
    except DocgenError as error:
        return None, error.problems
    return found, found.problems


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


def _form_file(request: Request) -> Response:
    state, name = docgen.year_state(plan_of(request), held=False).forms, request.path_params["name"]
    path = state.folder / name
    if name not in state.files or not path.is_file():
        raise HTTPException(404, _NO_FORM)
    return download(name, path.read_bytes())


def _dropped(request: Request, form: Form) -> Response:
    plan, desk, back = plan_of(request), desk_of(request), request.url.path.removesuffix("/nhan")
    files = list(form.files("tep"))
    if not files:
        return _screen(request, plan, {"tep": [_NO_FILE]}, status=422)

    def work(job: Job) -> str:
        with tempfile.TemporaryDirectory(prefix="docgen-") as place:
            paths = list(_laid_out(Path(place), files))
            read = docgen.gather(plan, paths, say=job.say)
        return f"{back}/nhan/{desk.keep(_Read(read, place))}"

    return go(request, f"/viec/{desk.jobs.start(f'Đọc {len(files)} biểu mẫu', back, work)}")


def _laid_out(place: Path, files: list[tuple[str, bytes]]) -> list[Path]:
    """Return the paths of the dropped files, each under its own name, of which there may be several."""
    paths = []
    for number, (name, data) in enumerate(files):
        folder = place / str(number)
        folder.mkdir()
        (folder / name).write_bytes(data)
        paths.append(folder / name)
    return paths


def _without(place: str, problem: Problem) -> Problem:
    """Return a problem told of a dropped file by its name alone."""
    file = problem.place.file
    return replace(problem, place=Place(file.removeprefix(f"{place}/").partition("/")[2] if file.startswith(place) else file))


def _gathered(request: Request) -> Response:
    plan = plan_of(request)
    read = desk_of(request).kept(request.path_params["name"], _Read)
    if read is None:
        return go(request, _up(request), Notice(_GONE, tone="error"))
    left_out, warnings = ([_without(read.place, one) for one in some] for some in (read.results.left_out, read.results.warnings))
    return show_year(
        request, plan, _PAGE, "gathered.html", read=read.results, left_out=left_out, warnings=warnings, back=_up(request)
    )


def _up(request: Request) -> str:
    return request.url.path.partition(f"/{_PAGE}")[0] + f"/{_PAGE}"


def _taken(request: Request, form: Form) -> Response:
    read = desk_of(request).kept(request.path_params["name"], _Read, take=True)
    if read is None:
        return go(request, _up(request), Notice(_GONE, tone="error"))
    accepted = [int(each) for each in form.texts("dung") if each.isdigit()]
    with only_one_saves(request):
        saved = read.results.accepted(accepted).save(despite_errors=True)
    warnings = [_without(read.place, one) for one in saved.warnings]
    return go(request, _up(request), Notice(f"Đã nhận trả lời: {saved.summary}.", warnings))


ROUTES: Final = [
    get("/nam/{key}/ket-qua", _overview),
    post("/nam/{key}/ket-qua/bieu-mau", _make),
    get("/nam/{key}/ket-qua/bieu-mau/{name}", _form_file),
    post("/nam/{key}/ket-qua/nhan", _dropped),
    get("/nam/{key}/ket-qua/nhan/{name}", _gathered),
    post("/nam/{key}/ket-qua/nhan/{name}", _taken),
]
