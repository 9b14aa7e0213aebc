"""The page as one application: its routes, what it says when something is wrong."""

from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from docgen.errors import DocgenError
from docgen.web.desk import Desk
from docgen.web.guard import Guard
from docgen.web.pages import ROUTES
from docgen.web.rendering import STATIC, show

_NO_PAGE: Final = "Không có trang này."
_OWN_FAULT: Final = "docgen gặp lỗi của chính nó ({what}). Dữ liệu đã lưu không bị ảnh hưởng; quay lại trang trước và thử lại."


def make_app(desk: Desk) -> ASGIApp:
    """Return the application that serves `desk`, the guard before it and before what it says of its own faults."""
    app = Starlette(
        routes=[*ROUTES, Mount("/tinh", StaticFiles(directory=STATIC))],
        exception_handlers={DocgenError: _refused, HTTPException: _not_found, Exception: _failed},
    )
    app.state.desk = desk
    return Guard(app, desk)


def _refused(request: Request, error: Exception) -> Response:
    problems = error.problems if isinstance(error, DocgenError) else ()
    return show(request, "error.html", status=422, words="Chưa làm được", problems=problems)


def _not_found(request: Request, error: Exception) -> Response:
    code = error.status_code if isinstance(error, HTTPException) else 500
    if isinstance(error, HTTPException) and code in (303, 304):
        return Response(status_code=code, headers=error.headers)
    said = error.detail if isinstance(error, HTTPException) and code == 404 and error.detail != "Not Found" else _NO_PAGE
    return show(request, "error.html", status=code, words=said, problems=())


def _failed(request: Request, error: Exception) -> Response:
    return show(request, "error.html", status=500, words=_OWN_FAULT.format(what=type(error).__name__), problems=())
