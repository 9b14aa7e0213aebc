"""The screens, one module each; a module names its routes in `ROUTES`, and here they come together."""

from typing import Final

from docgen.web.pages import checking, home, letters, running, start

ROUTES: Final = [*home.ROUTES, *start.ROUTES, *running.ROUTES, *checking.ROUTES, *letters.ROUTES]
