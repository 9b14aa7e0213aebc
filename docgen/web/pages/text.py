"""A file of data as the text that it is: where fields cannot be made of it, and for what no field holds."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

import docgen
from docgen.errors import Problem
from docgen.web.asking import Form, desk_of, folder_of, get, go, only_one_saves, plan_of, post, year_url
from docgen.web.desk import Notice
from docgen.web.planfields import saved_notice
from docgen.web.rendering import show, show_year

_NO_REGISTRY: Final = "Chưa có danh mục đơn vị trong thư mục này."


def broken_plan(
    request: Request, plan: Path, data: bytes, problems: Iterable[Problem], *, mine: bytes | None = None, status: int = 422
) -> Response:
    """Return the plan's file as text; `mine` is what was typed here, where it is not what the file holds."""
    return show_year(request, plan, "ke-hoach", "plan_text.html", status=status, **_texts(request, data, problems, mine))


def _texts(request: Request, data: bytes, problems: Iterable[Problem], mine: bytes | None) -> dict[str, Any]:
    shown = data if mine is None else mine
    return {
        "doc": desk_of(request).remember(data),
        "text": shown.decode("utf-8-sig", "replace").replace("\r\n", "\n"),
        "theirs": data.decode("utf-8-sig", "replace") if mine is not None else "",
        "problems": list(problems),
    }


def _saved(request: Request, form: Form, path: Path) -> bytes:
    """Write the text that was sent, and return it as it is now; raise `ChangedMeanwhile` where the file is another by now."""
    desk = desk_of(request)
    was, now = desk.original(form.text("doc")), _bytes(request, form)
    with only_one_saves(request):
        docgen.save_data(path, was or b"", now)
    if was is not None and was != now:
        desk.saved(path, was, now)
    return now


def _bytes(request: Request, form: Form) -> bytes:
    was, now = desk_of(request).original(form.text("doc")), form.text("chu").encode()
    return now.replace(b"\n", b"\r\n") if was is not None and b"\r\n" in was else now


def _plan(request: Request) -> Response:
    plan = plan_of(request)
    return broken_plan(request, plan, docgen.read_data(plan), (), status=200)


def _plan_sent(request: Request, form: Form) -> Response:
    plan = plan_of(request)
    try:
        now = _saved(request, form, plan)
    except docgen.ChangedMeanwhile as error:
        return broken_plan(request, plan, error.now, error.problems, mine=_bytes(request, form), status=409)
    return go(request, year_url(folder_of(request), plan, "ke-hoach"), saved_notice(plan, now))


def _registry(request: Request) -> Response:
    path = _registry_of(request)
    data = docgen.read_data(path)
    return _registry_screen(request, data, docgen.registry_problems(path, data))


def _registry_of(request: Request) -> Path:
    path = folder_of(request) / "donvi.yaml"
    if not path.is_file():
        raise HTTPException(404, _NO_REGISTRY)
    return path


def _registry_screen(
    request: Request, data: bytes, problems: Iterable[Problem], *, mine: bytes | None = None, status: int = 200
) -> Response:
    return show(request, "registry.html", status=status, **_texts(request, data, problems, mine))


def _registry_sent(request: Request, form: Form) -> Response:
    path, typed = _registry_of(request), _bytes(request, form)
    if problems := docgen.registry_problems(path, typed):
        was = desk_of(request).original(form.text("doc"))
        return _registry_screen(request, was or docgen.read_data(path), problems, mine=typed, status=422)
    try:
        _saved(request, form, path)
    except docgen.ChangedMeanwhile as error:
        return _registry_screen(request, error.now, error.problems, mine=typed, status=409)
    return go(request, "/don-vi", Notice("Đã lưu danh mục đơn vị."))


ROUTES: Final = [
    get("/nam/{key}/ke-hoach/chu", _plan),
    post("/nam/{key}/ke-hoach/chu", _plan_sent),
    get("/don-vi", _registry),
    post("/don-vi", _registry_sent),
]
