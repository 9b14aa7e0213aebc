"""The page as one application, and its run: a port of this machine alone, the browser, and the end when nobody is left."""

import socket
import threading
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from docgen.errors import DocgenError, FileError
from docgen.web.desk import Desk
from docgen.web.guard import Guard
from docgen.web.instances import address_of_running, entrance
from docgen.web.pages import ROUTES
from docgen.web.rendering import STATIC, show

_LOOKS: Final = 5.0  # seconds between two looks whether anybody is left
_LAST_WORDS: Final = 3  # seconds for answers that are under way when the page is stopped
_NO_FOLDER: Final = "không có thư mục này; xem lại tên, hoặc chạy docgen mo không kèm tên để chọn"
_NO_PAGE: Final = "Không có trang này."
_OWN_FAULT: Final = "docgen gặp lỗi của chính nó ({what}). Dữ liệu đã lưu không bị ảnh hưởng; quay lại trang trước và thử lại."


def serve(folder: Path | None, *, browser: bool, say: Callable[[str], None], verbose: bool = False) -> None:
    """Open the page on `folder`, or the one that is open on it already, and stay until it is stopped.

    `say` hears its address; with `browser` the browser of the system is opened on it; `verbose`: faults of our own are told
    on the terminal with their traces.
    """
    if folder is not None and not folder.is_dir():
        raise FileError.at(str(folder), _NO_FOLDER)
    if folder is not None and (running := address_of_running(folder)):
        _show(running, browser=browser, say=say)
        return
    with a_port() as listening:
        desk = Desk(port=listening.getsockname()[1])
        desk.open(folder)
        server = server_of(desk, verbose=verbose)
        over = threading.Event()
        threading.Thread(target=_watch, args=(desk, over), daemon=True, name="docgen mo").start()
        try:
            with suppress(KeyboardInterrupt):  # Ctrl+C is one of the ways to end it
                _show(entrance(desk.port, desk.ticket()), browser=browser, say=say)
                server.run(sockets=[listening])
        finally:
            over.set()
            desk.papers.close()
            desk.close()


def a_port() -> socket.socket:
    """Return a free port of this machine alone, ours."""
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    exclusive = getattr(socket, "SO_EXCLUSIVEADDRUSE", None)  # Windows lets another program take the same port otherwise
    if exclusive is not None:
        made.setsockopt(socket.SOL_SOCKET, exclusive, 1)
    made.bind(("127.0.0.1", 0))
    made.listen()  # before its address is said: a browser that comes at once waits instead of being refused
    return made


def server_of(desk: Desk, *, verbose: bool = False) -> uvicorn.Server:
    """Return the server of `desk`, which ends when the desk is stopped."""
    settings = uvicorn.Config(
        make_app(desk),
        log_config=None,
        log_level="error" if verbose else "critical",
        access_log=False,
        server_header=False,
        lifespan="off",
        ws="none",
        timeout_graceful_shutdown=_LAST_WORDS,
    )
    server = uvicorn.Server(settings)
    desk.stop = lambda: setattr(server, "should_exit", True)
    return server


def _show(address: str, *, browser: bool, say: Callable[[str], None]) -> None:
    say(address)
    if browser:
        webbrowser.open(address)


def _watch(desk: Desk, over: threading.Event) -> None:
    while not over.wait(_LOOKS):
        if desk.is_deserted():
            desk.stop()
            return


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
