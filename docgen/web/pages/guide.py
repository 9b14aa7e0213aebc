"""The guide inside the page: the same pages that stand in the documentation, each screen leading to its own."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from markdown_it import MarkdownIt
from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from docgen.web.asking import get
from docgen.web.rendering import show

_CONTENTS: Final = "huong-dan"
_PAGE: Final = re.compile(r"(?:\.\./|huong-dan/)?([\w-]+)\.md(#.*)?")
_FILE: Final = re.compile(r"(?:huong-dan/)?(?:hinh|bat-dau-nhanh)/([\w-]+\.(?:png|docx|pdf))")  # a picture, the quick start
_FILES: Final = ("hinh/*.png", "bat-dau-nhanh/bat-dau-nhanh.*")
_LOST: Final = "Không có trang hướng dẫn này."


def _folders() -> tuple[Path, ...]:
    """Return where the guide lies: inside the installed package, or beside it where docgen runs from its source."""
    package = Path(__file__).parents[2]
    installed, source = package / _CONTENTS, package.parent / "docs"
    return (installed,) if installed.is_dir() else (source / _CONTENTS, source)


def _files(pattern: str) -> dict[str, Path]:
    """Return the files of the guide by their names, so that a name in an address is looked up and never made a path."""
    return {path.name: path for folder in _folders() for path in folder.glob(pattern)}


@lru_cache(maxsize=64)
def _rendered(text: str) -> tuple[str, Markup]:
    """Return the title of a page and its words as HTML; whatever is HTML in it already is shown as words."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse(text)
    title = next((tokens[place + 1].content for place, each in enumerate(tokens) if each.type == "heading_open"), "")
    for place, each in enumerate(tokens):
        if each.type == "heading_open":
            each.attrSet("id", anchor(tokens[place + 1].content))
        for child in each.children or ():
            _lead(child)
    return title, Markup(reader.renderer.render(tokens, reader.options, {}))  # of our own files


def anchor(heading: str) -> str:
    """Return what a heading is called in a link to it."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def _lead(token: Any) -> None:
    """Let a link or a picture of the documentation lead to its place in the page."""
    if token.type == "link_open" and (page := _PAGE.fullmatch(token.attrGet("href") or "")):
        token.attrSet("href", f"/huong-dan/{page[1]}{page[2] or ''}")
    for name in ("href", "src"):
        if file := _FILE.fullmatch(token.attrGet(name) or ""):
            token.attrSet(name, f"/huong-dan/tep/{file[1]}")
    if str(token.attrGet("href")).startswith("http"):
        token.attrSet("rel", "noreferrer")


def _contents(request: Request) -> Response:
    return _shown(request, _CONTENTS)


def _page(request: Request) -> Response:
    return _shown(request, request.path_params["page"])


def _shown(request: Request, name: str) -> Response:
    file = _files("*.md").get(f"{name}.md")
    if file is None:
        raise HTTPException(404, _LOST)
    title, words = _rendered(file.read_text("utf-8"))
    return show(request, "guide.html", title=title, words=words, is_contents=name == _CONTENTS)


def _file(request: Request) -> Response:
    found = {name: path for pattern in _FILES for name, path in _files(pattern).items()}.get(request.path_params["file"])
    if found is None:
        raise HTTPException(404, _LOST)
    return FileResponse(found)


ROUTES: Final = [
    get("/huong-dan", _contents),
    get("/huong-dan/tep/{file}", _file),
    get("/huong-dan/{page}", _page),
]
