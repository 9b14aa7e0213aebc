"""The old text of a file and its values: where they stand in it, which new item was which, in which words two texts differ."""

import json
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from typing import Final

from docgen.data.charcheck import SourceText
from docgen.data.yamltext.composing import KEY, Composed, Route, Value
from docgen.data.yamltext.inplace import NotInPlace, Piece

_NAMED_BY: Final = ("ten", "tieu_de", "noi_dung", "ma")  # by which an item is known again though the rest of it changed


def pairs(old: Sequence[Value], new: Sequence[Value]) -> Iterator[tuple[int, int]]:
    """Yield which new item is which old one, in the order of both: those of one name, then those in between in turn."""
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, [*map(name, old)], [*map(name, new)], autojunk=False).get_opcodes():
        if tag in ("equal", "replace"):
            yield from zip(range(j1, j2), range(i1, i2), strict=False)


def differing(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield where two rows of lines differ, as `difflib` says it."""
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return (one for one in found if one[0] != "equal")


def name(value: Value) -> str:
    """Return by what an item is known again though the rest of it changed."""
    if isinstance(value, dict):
        named = next((text for key in _NAMED_BY if isinstance(text := value.get(key), str) and text), None)
        return named or same(value)
    return value if isinstance(value, str) else same(value)


def same(value: Value) -> str:
    """Return a text that two values share only where they say the same."""
    return json.dumps(value, ensure_ascii=False)


def piece_of(old: str, new: str) -> Piece:
    """Return the piece of `old` in which `new` differs, from blank to blank."""
    start = next((index for index, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    start = old.rfind(" ", 0, start) + 1
    most = min(len(old), len(new)) - start
    same = next((index for index in range(most) if old[-1 - index] != new[-1 - index]), most)
    while 0 < same < most and old[-same] != " ":
        same -= 1
    if same == len(old) - start:  # nothing of the old words goes: their first one stands for them
        same -= len(old[start:].split(" ", 1)[0])
    return Piece(start, len(old) - same, new[start : len(new) - same])


class OldText:
    """The text of one file as `composed`, with its places recorded."""

    def __init__(self, source: SourceText, composed: Composed) -> None:
        self._source = source
        self._text = source.read
        self._composed = composed

    def _key_at(self, route: Route) -> int:
        return self._index((*route, KEY))

    def _index(self, route: Route) -> int:
        if route not in self._composed.spans:
            raise NotInPlace(str(route))
        return self._composed.spans[route].start

    def _end(self, route: Route) -> int:
        """Return where the value at `route` ends, blanks behind it left out."""
        if route not in self._composed.spans:
            raise NotInPlace(str(route))
        return len(self._text[: self._composed.spans[route].end].rstrip())

    def _line_end(self, route: Route) -> int:
        end = self._text.find("\n", max(self._end(route), 0))
        return len(self._text) if end < 0 else end

    def _line_start(self, at: int) -> int:
        return self._text.rfind("\n", 0, at) + 1

    def _column(self, at: int) -> int:
        return at - self._line_start(at)

    def _dash(self, route: Route) -> int:
        """Return where the dash of an item stands: on its line, nothing but blanks between them."""
        at = self._index(route)
        before = self._text[self._line_start(at) : at].rstrip(" ")
        if not before.endswith("-"):
            raise NotInPlace(str(route))
        return self._line_start(at) + len(before) - 1

    def _item_lines(self, route: Route) -> tuple[int, int]:
        """Return from where to where the lines of an item stand, with the comments right above it that stand as deep."""
        dash = self._dash(route)
        start, margin = self._line_start(dash), self._column(dash)
        if self._text[start:dash].strip():
            raise NotInPlace(str(route))  # a list in a list
        while start:
            above = self._line_start(start - 1)
            line = self._text[above : start - 1]
            if not (line[:margin].isspace() or margin == 0) or not line[margin:].startswith("#"):
                break
            start = above
        return start, self._line_end(route)

    def _is_flow(self, route: Route) -> bool:
        return bool(route) and self._text[self._index(route)] in "[{"

    def _moved(self, value: Value, indent: int) -> list[str]:
        """Return the lines of an item of the old file that says the same and stands as deep, with the comments above it."""
        if not isinstance(value, dict):
            return []
        for route in self._items.get(same(value), ()):
            if self._column(self._dash(route)) == indent:
                start, end = self._item_lines(route)
                return self._text[start:end].split("\n")
        return []

    @cached_property
    def _items(self) -> dict[str, list[Route]]:
        """The mappings in lists of the old file, by what they say."""
        found: dict[str, list[Route]] = {}
        for route, value in _dicts_in_lists(self._composed.value, ()):
            found.setdefault(same(value), []).append(route)
        return found


def _dicts_in_lists(value: Value, route: Route) -> Iterator[tuple[Route, Value]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, each in inside:
        if isinstance(each, dict) and isinstance(step, int):
            yield (*route, step), each
        yield from _dicts_in_lists(each, (*route, step))
