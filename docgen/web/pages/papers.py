"""The papers that windows look at: their pages as pictures, or why there are none."""

from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

import docgen
from docgen.errors import FileError
from docgen.web.asking import Form, desk_of, get, plan_of, post
from docgen.web.rendering import show_year
from docgen.web.wording import told

_MOST_ASKED: Final = 60  # places on one paper


def _pages(request: Request) -> Response:
    """Return how many pages a paper has, and why none where they cannot be made."""
    try:
        pages = desk_of(request).papers.pages(request.path_params["name"])
    except FileError as error:
        return JSONResponse({"pages": 0, "why": told(error.problems[0])})
    if pages is None:
        raise HTTPException(404)
    return JSONResponse({"pages": len(pages)})


def _picture(request: Request) -> Response:
    pages = desk_of(request).papers.pages(request.path_params["name"])
    if pages is None:
        raise HTTPException(404)
    try:
        data = pages.picture(request.path_params["page"])
    except IndexError:
        raise HTTPException(404) from None
    return Response(data, media_type="image/png", headers={"Cache-Control": "private, max-age=600"})  # its name is its content


def _found(request: Request, form: Form) -> Response:
    """Return where each text that is asked for stands on the pages, as parts of the page, null where it does not."""
    pages = desk_of(request).papers.pages(request.path_params["name"])
    if pages is None:
        raise HTTPException(404)
    return JSONResponse(pages.find(form.texts("chu")[:_MOST_ASKED]))


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


ROUTES: Final = [
    get("/giay/{name}", _pages),
    post("/giay/{name}/tim", _found),
    get("/giay/{name}/{page:int}.png", _picture),
    get("/nam/{key}/ke-hoach/xem", _of_plan),
]
