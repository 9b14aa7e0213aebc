"""What a template may do: print values, ask, loop. Whoever wrote it, it takes little time and memory and reaches nothing."""

from collections.abc import Callable, Iterable, Iterator
from itertools import count
from typing import Any, Final

from jinja2 import nodes, pass_context, pass_eval_context
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.filters import FILTERS, do_join, do_round
from jinja2.visitor import NodeTransformer

NOT_ALLOWED: Final = "not in a template"
TOO_LONG: Final = "takes too long"
_COUNTED: Final = "dem_vong"  # the filter through which every loop goes
WATCHED: Final = frozenset({"+", "*", "**", "%"})  # operators that can make much of little
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


def refuse_nodes(tree: nodes.Template) -> None:
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


def watch(tree: nodes.Template) -> None:
    """Let every loop in `tree` count its turns, and every `~` look at how long its words get."""
    _Watching().visit(tree, tree.environment)
    for loop in tree.find_all(nodes.For):
        loop.iter = nodes.Filter(loop.iter, _COUNTED, [], [], None, None, lineno=loop.lineno, environment=tree.environment)


class _Watching(NodeTransformer):
    """Lets the filter `join` do what `~` does, within its bounds."""

    def visit_Concat(self, node: nodes.Concat, environment: Any) -> nodes.Filter:  # noqa: N802  # as the library calls it
        self.generic_visit(node, environment)
        words = nodes.List(node.nodes, lineno=node.lineno, environment=environment)
        return nodes.Filter(words, "join", [], [], None, None, lineno=node.lineno, environment=environment)


def filters() -> dict[str, Callable[..., Any]]:
    """Return the filters that a template may use."""
    kept = {name: FILTERS[name] for name in _AS_THEY_ARE}
    return kept | {name: _of_text(FILTERS[name]) for name in _OF_TEXT} | {"join": _joined, "round": _rounded, _COUNTED: _counted}


def without_others(names: dict[str, Any]) -> dict[str, Any]:
    """Return those of Jinja's own functions that a template may call."""
    return {name: names[name] for name in _GLOBALS}


def may_call(function: Any) -> bool:
    """Return whether a template may call `function`: of the methods of texts and lists only those that make nothing larger."""
    owner = getattr(function, "__self__", None)
    return not isinstance(owner, (str, bytes, int, float, complex, list, tuple, dict)) or function.__name__ in _METHODS


def refuse_large(operator: str, left: Any, right: Any) -> None:
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
