"""The files that docgen has written beside a plan, each to be downloaded by its name."""

from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from docgen.web.asking import download, get, plan_of

_KINDS: Final = (".docx", ".pdf", ".xlsx")
_MOST_PARTS: Final = 2  # a folder of letters or forms, and the file
_NOT_THERE: Final = "Chưa có tệp này trong thư mục; làm lại ở màn hình của nó."


def _file(request: Request) -> Response:
    """Return a file in the plan's folder or in one right below; a name that leads elsewhere is that of no file."""
    folder, parts = plan_of(request).parent, request.path_params["name"].split("/")
    path = folder.joinpath(*parts)
    is_near = len(parts) <= _MOST_PARTS and not any(part in ("", ".", "..") or "\\" in part for part in parts)
    if not (is_near and path.suffix in _KINDS and path.is_file() and path.resolve().is_relative_to(folder.resolve())):
        raise HTTPException(404, _NOT_THERE)
    return download(path.name, path.read_bytes())


ROUTES: Final = [get("/nam/{key}/tep/{name:path}", _file)]
