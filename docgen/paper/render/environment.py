"""The Jinja environment in which official papers are safe: escaped, strict, sandboxed, and without a word for "nothing"."""

from typing import Any, Final

from jinja2 import StrictUndefined, Undefined, nodes
from jinja2.exceptions import UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from docgen.paper.render import bounds
from docgen.paper.render.inline import as_printed

NO_STYLE: Final = "no style "
NOT_TEXT: Final = "neither text nor number"


class _PaperEnvironment(ImmutableSandboxedEnvironment):
    """The sandbox, within bounds, with a short way to the fields of docgen's own values, which are data and nothing else."""

    intercepted_binops = bounds.WATCHED

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        bounds.refuse_large(operator, left, right)
        return super().call_binop(context, operator, left, right)

    def is_safe_callable(self, obj: Any) -> bool:
        return bounds.may_call(obj) and super().is_safe_callable(obj)

    def getattr(self, obj: Any, attribute: str) -> Any:
        if attribute in getattr(type(obj), "__dataclass_fields__", ()):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        bounds.refuse_nodes(tree)
        for output in tree.find_all(nodes.Output):
            output.nodes = [_worked_out_late(part) if _is_constant(part) else part for part in output.nodes]
        return tree

    def _generate(self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False) -> str:
        bounds.watch(source)
        return super()._generate(source, name, filename, defer_init)


def _is_constant(part: nodes.Node) -> bool:
    return not isinstance(part, (nodes.TemplateData, nodes.Name)) and next(part.find_all(nodes.Name), None) is None


def _worked_out_late(constant: nodes.Expr) -> nodes.Expr:
    """Return an expression of the same value that Jinja does not print while compiling, behind the back of `printable`."""
    return nodes.CondExpr(nodes.Name("self", "load"), constant, constant, lineno=constant.lineno)


class StyleIds(dict[str, str]):
    """What the template's file calls each style; one that it lacks is an error of the template."""

    def __missing__(self, name: str) -> str:
        raise UndefinedError(f"{NO_STYLE}{name}")


def environment() -> ImmutableSandboxedEnvironment:
    """Return a new environment: autoescape on, undefined names and None are errors, breaks, tabs, held hyphens become Word's."""
    made = _PaperEnvironment(
        optimized=False, autoescape=True, undefined=StrictUndefined, finalize=printable, keep_trailing_newline=True
    )
    made.filters = bounds.filters()
    made.globals = bounds.without_others(made.globals)
    return made


def printable(value: Any) -> Any:
    """Return `value` as it goes on paper; raise `UndefinedError` where there is none, or where it is no text and no number."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return as_printed(value)
    if isinstance(value, Undefined):
        str(value)  # raises, and says what is missing
    if value is None:
        raise UndefinedError("None is never printed")
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise UndefinedError(NOT_TEXT)
    return value
