"""How a page hears what is asked: its desk, its form, the plan in its address; work on files runs beside the server's loop."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from mimetypes import guess_type
from pathlib import Path, PurePath
from typing import Final, Protocol
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

import docgen
from docgen.web.desk import Desk, Notice

_MOST_FIELDS: Final = 200_000  # a plan of a thousand tasks has ten a task, and what a clerk pastes may be more
_MOST_FILES: Final = 1_000
_MOST_TEXT: Final = 60_000_000
_PLAN_FILE: Final = "kehoach"


def desk_of(request: Request) -> Desk:
    """Return the desk of the run that answers `request`."""
    desk: Desk = request.app.state.desk
    return desk


def folder_of(request: Request) -> Path:
    """Return the folder that is open; without one the answer is the screen that opens one."""
    folder = desk_of(request).folder
    if folder is None:
        raise HTTPException(303, headers={"Location": "/bat-dau"})
    return folder


class Form:
    """What was typed and dropped, by name."""

    def __init__(self, data: FormData) -> None:
        self._data = data

    def text(self, name: str) -> str:
        r"""Return the text of one field, blank where there is none; its lines end with `\n`."""
        found = self._data.get(name)
        return found.replace("\r\n", "\n") if isinstance(found, str) else ""

    def texts(self, name: str) -> list[str]:
        """Return the texts of all fields of this name."""
        return [each.replace("\r\n", "\n") for each in self._data.getlist(name) if isinstance(each, str)]

    def has(self, name: str) -> bool:
        """Return whether there is a field of this name: a box that was ticked, the button that was pressed."""
        return name in self._data

    def names(self) -> list[str]:
        """Return the names of the fields, in their order."""
        return list(dict.fromkeys(self._data.keys()))

    def files(self, name: str) -> Iterator[tuple[str, bytes]]:
        """Yield each file that was dropped, by its bare name: whatever path a browser or a stranger puts before it is cut off."""
        for each in self._data.getlist(name):
            if isinstance(each, UploadFile) and (bare := bare_name(each.filename or "")):
                yield bare, each.file.read()


def bare_name(name: str) -> str:
    """Return the last part of a path that some browser names a file by, blank where it is no name."""
    bare = PurePath(name.replace("\\", "/")).name.strip()
    return "" if bare in ("", ".", "..") or any(ord(letter) < 32 for letter in bare) else bare


class Posted(Protocol):
    """What answers a form."""

    def __call__(self, request: Request, form: Form) -> Response: ...  # noqa: D102


def get(path: str, handler: Callable[[Request], Response]) -> Route:
    """Return the route by which `handler` answers who reads the page at `path`."""
    return Route(path, handler, methods=["GET"])


def post(path: str, handler: Posted) -> Route:
    """Return the route by which `handler` answers who sends a form to `path`."""

    async def answered(request: Request) -> Response:
        async with request.form(max_files=_MOST_FILES, max_fields=_MOST_FIELDS, max_part_size=_MOST_TEXT) as data:
            return await run_in_threadpool(handler, request, Form(data))

    return Route(path, answered, methods=["POST"])


def go(request: Request, url: str, notice: Notice | None = None) -> Response:
    """Return the answer to a form that is done with: the page at `url`, which says `notice`."""
    return RedirectResponse(address(request, url, notice), 303)


def address(request: Request, url: str, notice: Notice | None) -> str:
    """Return `url` with what its page says first."""
    if notice is None:
        return url
    path, mark, place = url.partition("#")
    return f"{path}{'&' if '?' in path else '?'}tin={desk_of(request).keep(notice)}{mark}{place}"


def download(name: str, data: bytes) -> Response:
    """Return a file that the browser saves under `name`."""
    kind = guess_type(name)[0] or "application/octet-stream"
    return Response(data, media_type=kind, headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"})


def key_of(folder: Path, plan: Path) -> str:
    """Return the word that stands for a plan in addresses; it is looked up among the plans that there are, never made a path."""
    inside = plan.relative_to(folder)
    parts = inside.parent.parts if inside.stem == _PLAN_FILE and inside.parent.parts else inside.with_suffix("").parts
    return "~".join(parts)


def year_url(folder: Path, plan: Path, page: str) -> str:
    """Return the address of a page about one plan."""
    return f"/nam/{quote(key_of(folder, plan), safe='~')}/{page}"


def files_beside(folder: Path, plan: Path, paths: Iterable[Path]) -> dict[str, str]:
    """Return the addresses of files that were written beside a plan, by their names."""
    if not plan.is_relative_to(folder):
        return {}
    near = [path.relative_to(plan.parent) for path in paths if path.is_relative_to(plan.parent)]
    return {path.name: year_url(folder, plan, f"tep/{quote(path.as_posix())}") for path in near if path.suffix != plan.suffix}


def plan_of(request: Request) -> Path:
    """Return the plan's file that the address names; no such plan is no such page."""
    folder, key = folder_of(request), request.path_params["key"]
    for plan in docgen.plan_files(folder):
        if key_of(folder, plan) == key:
            return plan
    raise HTTPException(404, "Không thấy kế hoạch này trong thư mục; có thể tệp đã được đổi tên hoặc chuyển đi.")


@contextmanager
def only_one_saves(request: Request) -> Iterator[None]:
    """Let two windows of one run save one after the other."""
    with desk_of(request).saving:
        yield
