"""What every window needs besides its page: long work and its progress, a sign of life, the end."""

from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from docgen.web.asking import Form, desk_of, get, go, post
from docgen.web.desk import Notice
from docgen.web.jobs import Job
from docgen.web.rendering import show


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


ROUTES: Final = [
    get("/viec/{name}", _progress),
    get("/viec/{name}/tin", _state),
    post("/viec/{name}/dung", _stop_job),
    post("/con-do", _alive),
    post("/dung", _stop),
]
