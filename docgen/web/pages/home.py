"""The first screen: the years of the office, for each its documents and what needs a person."""

from typing import Final

from starlette.requests import Request
from starlette.responses import Response

import docgen
from docgen.web.asking import folder_of, get, go, year_url
from docgen.web.rendering import show


def _home(request: Request) -> Response:
    folder = folder_of(request)
    office = docgen.find_office(folder)
    if not office.is_office:
        return go(request, "/bat-dau")
    years = [(plan, year_url(folder, plan.path, "ke-hoach")) for plan in office.plans]
    return show(request, "home.html", office=office, years=years)


ROUTES: Final = [get("/", _home)]
