"""What every window needs besides its page: long work and its progress, papers to look at, files, a sign of life, the end."""

from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

import docgen
from docgen.errors import FileError
from docgen.web.asking import Form, desk_of, download, get, go, plan_of, post
from docgen.web.desk import Notice
from docgen.web.jobs import Job
from docgen.web.rendering import show, show_year
from docgen.web.wording import told

_KINDS: Final = (".docx", ".pdf", ".xlsx")
_MOST_PARTS: Final = 2  # a folder of letters or forms, and the file
_NOT_THERE: Final = "Chưa có tệp này trong thư mục; làm lại ở màn hình của nó."
_MOST_ASKED: Final = 60  # places on one paper


def _job(request: Request) -> Job:
    job = desk_of(request).jobs.get(request.path_params["name"])
    if job is None:
        raise HTTPException(404, "Việc này đã xong từ trước, hoặc docgen đã được mở lại.")
    return job


def _progress(request: Request) -> Response:
    job = _job(request)
    over = job.is_over  # asked once, before what it has led to
    if over and job.url:
        return go(request, job.url)
    if over and not (job.problems or job.fault):
        return go(request, job.back, Notice(f"{job.title}: {job.stage}.", tone="error"))
    return show(request, "job.html", job=job, over=over)


def _state(request: Request) -> Response:
    job = _job(request)
    return JSONResponse({"stage": job.stage, "done": job.done, "of": job.of, "over": job.is_over, "writing": job.is_writing})


def _stop_job(request: Request, form: Form) -> Response:  # noqa: ARG001
    _job(request).ask_to_stop()
    return go(request, request.url.path.removesuffix("/dung"))


def _alive(request: Request, form: Form) -> Response:
    if form.has("di"):
        desk_of(request).left()
    return Response(status_code=204)


def _stop(request: Request, form: Form) -> Response:  # noqa: ARG001
    answer = show(request, "stopped.html")
    desk_of(request).stop()
    return answer


def _there(request: Request) -> docgen.Pages:
    """Return the pages of the paper that is asked for."""
    pages = desk_of(request).papers.pages(request.path_params["name"])
    if pages is None:
        raise HTTPException(404)
    return pages


def _pages(request: Request) -> Response:
    """Return how many pages a paper has, and why none where they cannot be made."""
    try:
        return JSONResponse({"pages": len(_there(request))})
    except FileError as error:
        return JSONResponse({"pages": 0, "why": told(error.problems[0])})


def _picture(request: Request) -> Response:
    try:
        data = _there(request).picture(request.path_params["page"])
    except IndexError:
        raise HTTPException(404) from None
    return Response(data, media_type="image/png", headers={"Cache-Control": "private, max-age=600"})  # its name is its content


def _found(request: Request, form: Form) -> Response:
    """Return where each text that is asked for stands on the pages, as parts of the page, null where it does not."""
    return JSONResponse(_there(request).find(form.texts("chu")[:_MOST_ASKED]))


def _of_plan(request: Request) -> Response:
    plan, papers = plan_of(request), desk_of(request).papers
    made = docgen.make_plan(plan)
    name = papers.put(made.data)
    try:
        pages = papers.pages(name)
    except FileError as error:
        html, why = docgen.paper_html(made.report), told(error.problems[0])
        return show_year(request, plan, "ke-hoach", "paper.html", name=name, count=0, paper=html, why=why)
    return show_year(request, plan, "ke-hoach", "paper.html", name=name, count=len(pages or ()), paper="", why="")


def _file(request: Request) -> Response:
    """Return a file in the plan's folder or in one right below; a name that leads elsewhere is that of no file."""
    folder, parts = plan_of(request).parent, request.path_params["name"].split("/")
    path = folder.joinpath(*parts)
    is_near = len(parts) <= _MOST_PARTS and not any(part in ("", ".", "..") or "\\" in part for part in parts)
    if not (is_near and path.suffix in _KINDS and path.is_file() and path.resolve().is_relative_to(folder.resolve())):
        raise HTTPException(404, _NOT_THERE)
    return download(path.name, path.read_bytes())


ROUTES: Final = [
    get("/viec/{name}", _progress),
    get("/viec/{name}/tin", _state),
    post("/viec/{name}/dung", _stop_job),
    post("/con-do", _alive),
    post("/dung", _stop),
    get("/nam/{key}/tep/{name:path}", _file),
    get("/giay/{name}", _pages),
    post("/giay/{name}/tim", _found),
    get("/giay/{name}/{page:int}.png", _picture),
    get("/nam/{key}/ke-hoach/xem", _of_plan),
]
