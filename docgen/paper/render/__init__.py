"""Word templates: opened once, laid out for an office, compiled once, printed many times."""

from docgen.paper.render.opened import OpenTemplate, open_template, read_template
from docgen.paper.render.template import Template

__all__ = ["OpenTemplate", "Template", "open_template", "read_template"]
