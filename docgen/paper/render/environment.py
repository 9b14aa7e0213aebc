"""Where a template runs: it prints no "nothing", all escaped; whoever wrote it, it takes little and reaches nothing."""

from collections.abc import Callable, Iterable, Iterator
from itertools import count
from typing import Any, Final

from jinja2 import StrictUndefined, Undefined, nodes, pass_context, pass_eval_context
from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError
from jinja2.filters import FILTERS, do_join, do_round
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from docgen.paper.render.inline import as_printed

NO_STYLE: Final = "no style "
NOT_TEXT: Final = "neither text nor number"
NOT_ALLOWED: Final = "not in a template"
TOO_LONG: Final = "takes too long"
_COUNTED: Final = "dem_vong"  # the filter through which every loop goes
_WATCHED: Final = frozenset({"+", "*", "**", "%"})  # operators that can make much of little
# Chosen for the room that they leave, twenty times what the largest plan asked for needs; each is reached in about a second.
_MOST_STEPS: Final = 300_000  # turns of all loops of one paper; a plan of 2,000 tasks takes 12,000
_MOST_PRINTED: Final = 100_000_000  # characters of one part of a paper
_MOST_MADE: Final = 100_000  # characters, or values in a list, that an operator or a filter may make
_GREATEST: Final = 10**18
_FINEST: Final = 20  # places of a rounded number

_NO_NODES: Final = (
    nodes.Macro, nodes.CallBlock, nodes.FilterBlock, nodes.AssignBlock, nodes.Block, nodes.ScopedEvalContextModifier,
    nodes.EvalContextModifier, nodes.Dict,
)  # fmt: skip
_OF_TEXT: Final = ("capitalize", "lower", "string", "title", "trim", "upper")
_AS_THEY_ARE: Final = (
    "abs", "attr", "count", "d", "default", "first", "float", "int", "items", "last", "length", "list", "map", "max", "min",
    "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique",
)  # fmt: skip
_GLOBALS: Final = ("cycler", "joiner", "namespace", "range")
_METHODS: Final = frozenset(
    "capitalize count endswith find get index items keys lower lstrip rstrip split startswith strip title upper values".split()
)


class _PaperEnvironment(ImmutableSandboxedEnvironment):
    """The sandbox, within bounds, with a short way to the fields of docgen's own values, which are data and nothing else."""

    intercepted_binops = _WATCHED

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        _refuse_large(operator, left, right)
        return super().call_binop(context, operator, left, right)

    def is_safe_callable(self, obj: Any) -> bool:
        owner = getattr(obj, "__self__", None)  # of the methods of texts and lists only those that make nothing larger
        is_basic = isinstance(owner, (str, bytes, int, float, complex, list, tuple, dict))
        return (not is_basic or obj.__name__ in _METHODS) and super().is_safe_callable(obj)

    def getattr(self, obj: Any, attribute: str) -> Any:
        if attribute in getattr(type(obj), "__dataclass_fields__", ()):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        _refuse_nodes(tree)
        for output in tree.find_all(nodes.Output):
            output.nodes = [_worked_out_late(part) if _is_constant(part) else part for part in output.nodes]
        return tree

    def _generate(self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False) -> str:
        _Watching().visit(source, source.environment)
        for loop in source.find_all(nodes.For):  # each counts its turns
            loop.iter = nodes.Filter(loop.iter, _COUNTED, [], [], None, None, lineno=loop.lineno, environment=source.environment)
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
    made.filters = _filters()
    made.globals = {name: made.globals[name] for name in _GLOBALS}
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


def _refuse_nodes(tree: nodes.Template) -> None:
    """Raise `TemplateSyntaxError` where a template does more than print, ask and loop."""
    for node in tree.find_all((*_NO_NODES, nodes.List, nodes.Tuple, nodes.For)):
        if isinstance(node, nodes.For):
            allowed = not node.recursive
        elif isinstance(node, (nodes.List, nodes.Tuple)):
            allowed = getattr(node, "ctx", "load") == "store" or all(isinstance(item, nodes.Const) for item in node.items)
        else:
            allowed = False
        if not allowed:
            raise TemplateSyntaxError(NOT_ALLOWED, node.lineno)


class _Watching(NodeTransformer):
    """Lets the filter `join` do what `~` does, within its bounds."""

    def visit_Concat(self, node: nodes.Concat, environment: Any) -> nodes.Filter:  # noqa: N802  # as the library calls it
        self.generic_visit(node, environment)
        words = nodes.List(node.nodes, lineno=node.lineno, environment=environment)
        return nodes.Filter(words, "join", [], [], None, None, lineno=node.lineno, environment=environment)


def _filters() -> dict[str, Callable[..., Any]]:
    """Return the filters that a template may use."""
    kept = {name: FILTERS[name] for name in _AS_THEY_ARE}
    return kept | {name: _of_text(FILTERS[name]) for name in _OF_TEXT} | {"join": _joined, "round": _rounded, _COUNTED: _counted}


def _refuse_large(operator: str, left: Any, right: Any) -> None:
    """Raise `SecurityError` where `left` and `right` come to something that is larger than what a paper prints."""
    if any(isinstance(each, (int, float)) and abs(each) > _GREATEST for each in (left, right)):
        raise SecurityError(TOO_LONG)
    if operator == "**" or (operator in "*%" and any(hasattr(each, "__len__") for each in (left, right))):
        raise SecurityError(TOO_LONG)
    if operator == "+" and sum(len(each) for each in (left, right) if hasattr(each, "__len__")) > _MOST_MADE:
        raise SecurityError(TOO_LONG)


def printed(texts: Iterable[str]) -> Iterator[str]:
    """Yield `texts` as long as they are no more than fit into one part of a paper; then raise `SecurityError`."""
    size = 0
    for text in texts:
        size += len(text)
        if size > _MOST_PRINTED:
            raise SecurityError(TOO_LONG)
        yield text


@pass_context
def _counted(context: Any, items: Iterable[Any]) -> Iterator[Any]:
    steps = vars(context).setdefault("steps_of_loops", count(1))
    for item in items:
        if next(steps) > _MOST_STEPS:
            raise SecurityError(TOO_LONG)
        yield item


def _of_text(function: Callable[..., Any]) -> Callable[..., Any]:
    def apply(value: Any, *arguments: Any) -> Any:
        return function(value, *arguments) if isinstance(value, (str, int, float)) else value

    return apply


@pass_eval_context
def _joined(eval_context: Any, value: Iterable[Any], between: str = "", attribute: str | int | None = None) -> Any:
    items = list(value)
    if sum(len(item) for item in items if hasattr(item, "__len__")) + len(items) * len(between) > _MOST_MADE:
        raise SecurityError(TOO_LONG)
    return do_join(eval_context, items, between, attribute)


def _rounded(value: float, precision: int = 0, method: Any = "common") -> float:
    if abs(precision) > _FINEST:
        raise SecurityError(TOO_LONG)
    return do_round(value, precision, method)
