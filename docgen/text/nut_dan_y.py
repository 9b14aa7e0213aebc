"""The words and pieces of a typed body as a tree, and the values that it stands for, with the route and the place of each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Final, NamedTuple, TypeAlias

Route: TypeAlias = tuple[str | int, ...]
Spot: TypeAlias = tuple[int, int]  # from where to where a letter stands in the typed text

TABLE, TASKS = "bang", "nhiem_vu"
_PARAGRAPH: Final = "doan"


class Told(NamedTuple):
    """What is to be told of a typed text: at which letter, what is wrong and what to do about it."""

    at: int
    words: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words as they are to be printed, and from where to where each of their letters stands in the typed text."""

    text: str
    spots: tuple[Spot, ...]

    def part(self, start: int, end: int | None = None) -> "Words":
        """Return the words from `start` to `end` without the blanks around them."""
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        end = start + len(piece.strip())
        return Words(self.text[start:end], self.spots[start:end])

    def cut(self, cuts: Iterable[tuple[int, int, str]]) -> "Words":
        """Return the words with one letter, or nothing, in place of those from start to end, of each of the `cuts` in order."""
        letters, spots, behind = list[str](), list[Spot](), 0
        for start, end, letter in cuts:
            letters += (self.text[behind:start], letter)
            spots += self.spots[behind:start]
            spots += [(self.spots[start][0], self.spots[end - 1][1])] if letter else []
            behind = end
        return Words("".join((*letters, self.text[behind:])), (*spots, *self.spots[behind:]))

    def then(self, *others: "Words") -> "Words":
        """Return these words and the `others`, one behind the other."""
        every = (self, *others)
        return Words("".join(each.text for each in every), tuple(spot for each in every for spot in each.spots))


@dataclass
class Node:
    """A piece of the outline: where its line stands, its words, what stands in it; of a table its name and value."""

    key: str
    start: int
    end: int
    texts: dict[str, Words] = field(default_factory=dict)
    units: tuple[Words, ...] = ()
    duties: str = ""
    name: str = ""
    value: Any = None
    inside: list["Node"] = field(default_factory=list)


class Values:
    """Makes values of nodes and keeps where they stand; pieces of one kind in a row come under one key."""

    def __init__(self) -> None:
        self.texts: dict[Route, Words] = {}
        self.spans: dict[Route, tuple[int, int]] = {}
        self.tables: dict[Route, str] = {}

    def container(self, node: Node, route: Route) -> dict[str, Any]:
        """Return the value of a part, a section or a clause that is to stand at `route`."""
        value: dict[str, Any] = {key: self._text(words, (*route, key), node) for key, words in node.texts.items()}
        if node.duties:
            value["giao_viec"] = node.duties
        keys = [key for key, _ in _runs(node.inside)]
        if len(set(keys)) == len(keys) and TASKS not in keys:
            value |= {key: self._list(nodes, (*route, key)) for key, nodes in _runs(node.inside)}
        else:
            value["noi_dung"] = list(self.mixed(node.inside, (*route, "noi_dung")))
        node.end = max([node.end, *(each.end for each in node.inside)])
        self.spans[route] = (node.start, node.end)
        return value

    def mixed(self, nodes: list[Node], route: Route) -> Iterator[Any]:
        """Yield the values of `noi_dung`: one for the pieces of a kind in a row, one for each table of tasks."""
        index = 0
        for key, run in _runs(nodes):
            for some in [[node] for node in run] if key == TASKS else [run]:
                here = (*route, index)
                yield self._one(some[0], here) if key == TASKS else {key: self._list(some, (*here, key))}
                index += 1

    def _list(self, nodes: list[Node], route: Route) -> Any:
        """Return the values of pieces of one kind; one paragraph stands by itself, as a clerk writes it."""
        if len(nodes) == 1 and nodes[0].key == _PARAGRAPH:
            return self._one(nodes[0], route)
        return [self._one(node, (*route, index)) for index, node in enumerate(nodes)]

    def _one(self, node: Node, route: Route) -> Any:
        match node.key:
            case "doan":
                return self._text(node.texts[_PARAGRAPH], route, node)
            case "y":
                return self._item(node, route)
            case "bang" | "nhiem_vu":
                self.tables[route], self.spans[route] = node.name, (node.start, node.end)
                return node.value
        return self.container(node, route)

    def _item(self, node: Node, route: Route) -> Any:
        words = node.texts["noi_dung"]
        if not node.inside and not node.units:
            return self._text(words, route, node)
        value: dict[str, Any] = {"noi_dung": self._text(words, (*route, "noi_dung"), node)}
        if node.units:
            value["don_vi"] = [self._text(name, (*route, "don_vi", index), node) for index, name in enumerate(node.units)]
        if node.inside:
            plus = enumerate(node.inside)
            value["cong"] = [self._text(one.texts["noi_dung"], (*route, "cong", index), one) for index, one in plus]
        node.end = max([node.end, *(one.end for one in node.inside)])
        self.spans[route] = (node.start, node.end)
        return value

    def _text(self, words: Words, route: Route, node: Node) -> str:
        self.texts[route], self.spans[route] = words, (node.start, node.end)
        return words.text


def _runs(nodes: list[Node]) -> Iterator[tuple[str, list[Node]]]:
    """Yield the nodes of one kind that stand in a row, with their key."""
    return ((key, list(run)) for key, run in groupby(nodes, lambda each: each.key))
