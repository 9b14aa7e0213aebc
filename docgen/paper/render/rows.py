"""Prints long tables fast: rows that differ only in their words are rendered once, and then filled in.

A loop over the rows (`hang`) of a table is taken out of the compiled template. For each form of row that occurs (which cells it
has, how wide, centred or merged) its body is rendered once with marks in place of the words; every further row of that form is
its pieces with its own words, escaped, between them. Where a template does more with the words than print them, its loop is
left to Jinja.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, Final, NamedTuple, Protocol

import jinja2
from jinja2 import nodes
from markupsafe import Markup

from docgen.paper.render import bounds

FILLED_ROWS: Final = "hang_da_dien"  # the function, in every context, that yields the rows of a table
_ROWS: Final = "hang"
_TEXT: Final = "chu_cua_hang"
_WORDS: Final = frozenset({"chu", "so", "nhom", "words"})
_MARK: Final = re.compile("\ue000(\\d+)\ue001")  # private characters, which no data can hold
_NEEDS_CARE: Final = re.compile("[&<>\"'\n\t]")  # whatever is not printed as it is
REPEATED: Final = "\ue002"  # begins a text of rows whose forms were printed before
_ROWS_AT_ONCE: Final = 100


class Row(Protocol):
    """A row that can tell its words from its form."""

    @property
    def words(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def form(self) -> Hashable: ...  # noqa: D102
    def with_words(self, words: tuple[str, ...]) -> "Row": ...  # noqa: D102


Printed = Callable[[str], str]


class Names(NamedTuple):
    """The names of a template: those that it asks its context for, and those that it gives itself."""

    asked: set[str]
    given: set[str]


def names_in(tree: nodes.Node) -> Names:
    """Return the names in `tree`."""
    loaded: set[str] = set()
    given: set[str] = set()
    for name in tree.find_all(nodes.Name):
        (loaded if name.ctx == "load" else given).add(name.name)
    return Names(loaded - given - {"loop"}, given)


def take_out_rows(tree: nodes.Template, names: Names, jinja: jinja2.Environment) -> list[jinja2.Template]:
    """Replace in `tree` each loop over rows by one over the texts that `FILLED_ROWS` yields; return the bodies, compiled."""
    bodies: list[nodes.Template] = []
    for loop in tree.find_all(nodes.For):
        row, rows = loop.target, loop.iter
        if (
            isinstance(row, nodes.Name)
            and isinstance(rows, nodes.Getattr)
            and rows.attr == _ROWS
            and _only_prints_words(loop.body)
        ):
            body = nodes.Template(loop.body, lineno=loop.lineno)
            if body not in bodies:
                bodies.append(body)
            outer = names_in(body).asked & names.given - {row.name}
            loop.target = nodes.Name(_TEXT, "store", lineno=loop.lineno)
            loop.iter = _call(bodies.index(body), row.name, rows, outer).set_lineno(loop.lineno)
            loop.body = [nodes.Output([nodes.Name(_TEXT, "load")]).set_lineno(loop.lineno)]
    tree.set_environment(jinja)
    return [_compiled(body, jinja) for body in bodies]


def _compiled(body: nodes.Template, jinja: jinja2.Environment) -> jinja2.Template:
    body.set_environment(jinja)
    return jinja.template_class.from_code(jinja, jinja.compile(body), jinja.make_globals(None))


def _call(number: int, row: str, rows: nodes.Expr, outer: set[str]) -> nodes.Call:
    passed = nodes.Dict([nodes.Pair(nodes.Const(name), nodes.Name(name, "load")) for name in sorted(outer)])
    arguments: list[nodes.Expr] = [nodes.Const(number), nodes.Const(row), rows, passed]
    return nodes.Call(nodes.Name(FILLED_ROWS, "load"), arguments, [], None, None)


def _only_prints_words(body: list[nodes.Node]) -> bool:
    """Return whether the words are printed as they are, or asked for being there, and nothing counts the rows."""
    allowed: set[int] = set()
    asked: list[nodes.Node] = []
    for node in chain.from_iterable(_with_children(node) for node in body):
        if isinstance(node, nodes.Output):
            allowed |= {id(part) for part in node.nodes}
        elif isinstance(node, nodes.If):
            allowed.add(id(node.test))
        if isinstance(node, nodes.Getattr) and node.attr in _WORDS:
            asked.append(node)
        elif isinstance(node, nodes.Name) and node.name == "loop":
            return False
    return all(id(node) in allowed for node in asked)


def _with_children(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    yield from node.find_all(nodes.Node)


def row_filler(bodies: list[jinja2.Template], context: Mapping[str, Any], printed: Printed) -> Callable[..., Iterator[Markup]]:
    """Return the function `FILLED_ROWS` for one print with `context`; `printed` makes a word fit for Word."""

    def fill(number: int, target: str, rows: Iterable[Row], outer: Mapping[str, Any]) -> Iterator[Markup]:
        forms: dict[Hashable, _Form] = {}
        repeated: list[str] = []
        for row in rows:
            words = row.words
            form = forms.get(row.form)
            if form is not None:
                repeated.append(form.filled(words, printed))
                if len(repeated) < _ROWS_AT_ONCE:
                    continue
            if repeated:
                yield Markup(REPEATED + "".join(repeated))
                repeated.clear()
            if form is None:
                marked = row.with_words(tuple(f"\ue000{index}\ue001" if word else "" for index, word in enumerate(words)))
                texts = bodies[number].generate({**context, **outer, target: marked})
                form = forms[row.form] = _Form("".join(bounds.printed(texts)))
                yield Markup(form.filled(words, printed))
        yield Markup(REPEATED + "".join(repeated))

    return fill


class _Form:
    """A row's XML with holes for its words."""

    def __init__(self, marked: str) -> None:
        pieces = _MARK.split(marked)
        self._holes = [int(index) for index in pieces[1::2]]
        self._xml = "%s".join(piece.replace("%", "%%") for piece in pieces[::2])

    def filled(self, words: tuple[str, ...], printed: Printed) -> str:
        """Return the row with `words` in it."""
        if _NEEDS_CARE.search("".join(words)):
            words = tuple(map(printed, words))
        return self._xml % tuple([words[hole] for hole in self._holes])
