"""The screens, one module each; a module names its routes in `ROUTES`, and here they come together."""

from typing import Final

from docgen.web.pages import (
    answers,
    checking,
    gathered,
    guide,
    home,
    letters,
    nextyear,
    office,
    plan,
    report,
    running,
    start,
    text,
    work,
)

_SCREENS: Final = (
    answers, checking, gathered, guide, home, letters, nextyear, office, plan, report, running, start,
    text, work,
)  # fmt: skip
ROUTES: Final = [route for screen in _SCREENS for route in screen.ROUTES]
