"""The screens, one module each; a module names its routes in `ROUTES`, and here they come together."""

from typing import Final

from docgen.web.pages import (
    answers,
    checking,
    files,
    gathered,
    guide,
    home,
    letters,
    nextyear,
    office,
    papers,
    plan,
    report,
    running,
    start,
    work,
)

_SCREENS: Final = (
    answers,
    checking,
    files,
    gathered,
    guide,
    home,
    letters,
    nextyear,
    office,
    papers,
    plan,
    report,
    running,
    start,
    work,
)
ROUTES: Final = [route for screen in _SCREENS for route in screen.ROUTES]
