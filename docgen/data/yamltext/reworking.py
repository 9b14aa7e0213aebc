"""New values for a file of data as splices of its text: what is the same keeps every byte, its comments and line breaks too.

Mappings and lists are compared piece by piece. A text that can be followed letter by letter is changed where it differs; what
cannot is written anew, from its key or its dash to its end. An item that moved takes its lines and the comments above it along.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

from docgen.data.charcheck import SourceText
from docgen.data.yamltext.alike import differing, pairs, piece_of, same
from docgen.data.yamltext.composing import KEY, Composed, Route, Value
from docgen.data.yamltext.inplace import NotInPlace, Splice, spliced_value
from docgen.data.yamltext.writing import lines_of


class Reworking:
    """The text of one file as `composed` with its places recorded, and the splices that make other values of it."""

    def __init__(self, source: SourceText, composed: Composed) -> None:
        self._source = source
        self._text = source.read
        self._composed = composed

    def splices(self, old: Mapping[str, Value], new: Mapping[str, Value]) -> list[Splice]:
        """Return the splices of the text as typed by which `old`, its values, become `new`; raise `NotInPlace`."""
        return self._typed(self._mapping((), dict(old), dict(new)))

    def whole_entries(self, old: Mapping[str, Value], new: Mapping[str, Value]) -> list[Splice]:
        """Return splices that write each outermost value anew that is another now."""
        kept = {key: old[key] for key in old if key in new and old[key] != new[key]}
        found = [one for key in kept for one in self._entry((key,), new[key])]
        return self._typed([*found, *self._mapping((), dict(old), {**new, **kept})])

    def _typed(self, splices: Iterable[Splice]) -> list[Splice]:
        """Return `splices` of the text as typed; what is put in at one place is one of them, in its order."""
        found: dict[tuple[int, int], str] = {}
        for one in splices:
            place = self._source.typed_index(one.start), self._source.typed_index(one.end)
            found[place] = found.get(place, "") + one.new
        return [Splice(start, end, new) for (start, end), new in found.items()]

    def _put(self, route: Route, old: Value, new: Value) -> Iterator[Splice]:
        if old == new:
            return
        if isinstance(old, dict) and isinstance(new, dict) and old and new:
            yield from self._mapping(route, old, new)
        elif isinstance(old, list) and isinstance(new, list) and old and new:
            yield from self._list(route, old, new)
        elif isinstance(new, str) and (old is None or isinstance(old, str)):
            yield from self._scalar(route, old, new)
        else:
            raise NotInPlace(str(route))

    def _in_place_or_anew(self, route: Route, old: Value, new: Value) -> list[Splice]:
        try:
            return list(self._put(route, old, new))
        except NotInPlace:
            return list(self._entry(route, new))

    # Mappings

    def _mapping(self, route: Route, old: dict[str, Value], new: dict[str, Value]) -> Iterator[Splice]:
        in_flow = self._is_flow(route)
        if in_flow and old.keys() != new.keys():
            raise NotInPlace(str(route))
        stays = [key for key in old if key in new]
        if not stays:
            raise NotInPlace(str(route))
        for key, value in old.items():
            here = (*route, key)
            if key not in new:
                yield self._without_entry(here, route, first=key == next(iter(old)))
            elif in_flow:
                yield from self._put(here, value, new[key])
            else:
                yield from self._in_place_or_anew(here, value, new[key])
        behind = ""
        for key, value in new.items():
            if key in old:
                behind = key
                continue
            after = (*route, behind or stays[-1])
            lines = lines_of({key: value}, self._column(self._key_at((*route, stays[0]))))
            yield self._lines_at(self._line_end(after), lines)

    def _without_entry(self, here: Route, route: Route, *, first: bool) -> Splice:
        """Return the splice that takes away a key with its value; one behind a dash would take the dash along."""
        start, end = self._line_start(self._key_at(here)), self._line_end(here)
        if first and route and self._text[start : self._key_at(here)].strip():
            raise NotInPlace(str(here))
        return Splice(start, min(end + 1, len(self._text)), "")

    # Lists

    def _list(self, route: Route, old: list[Value], new: list[Value]) -> Iterator[Splice]:
        if self._is_flow(route):
            if len(old) != len(new):
                raise NotInPlace(str(route))
            for index, (before, now) in enumerate(zip(old, new, strict=True)):
                yield from self._put((*route, index), before, now)
            return
        paired = dict(pairs(old, new))
        if not paired:
            raise NotInPlace(str(route))
        origin = {index: place for place, index in paired.items()}
        for index, value in enumerate(old):
            if index in origin:
                yield from self._in_place_or_anew((*route, index), value, new[origin[index]])
            else:
                start, end = self._item_lines((*route, index))
                yield Splice(start, min(end + 1, len(self._text)), "")
        indent = self._column(self._dash((*route, 0)))
        behind: int | None = None
        for place, value in enumerate(new):
            if place in paired:
                behind = paired[place]
                continue
            lines = self._moved(value, indent) or _item(value, indent)
            if behind is None:
                first = self._item_lines((*route, min(paired.values())))[0] if min(paired.values()) == 0 else None
                at = self._item_lines((*route, 0))[0] if first is None else first
                yield Splice(at, at, "".join(f"{line}\n" for line in lines))
            else:
                yield self._lines_at(self._line_end((*route, behind)), lines)

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

    # Texts

    def _scalar(self, route: Route, old: str | None, new: str) -> Iterator[Splice]:
        scalar = self._composed.scalars.get(route)
        if scalar is None or not new or (old and ("\n" in new) != ("\n" in old)):
            raise NotInPlace(str(route))
        if scalar.style == "|":
            yield from self._literal(route, scalar.start, old or "", new)
        elif "\n" in new:
            raise NotInPlace(str(route))
        elif not old:
            [line, *others] = lines_of({"k": new}, 0)
            if others or scalar.in_flow or scalar.style:
                raise NotInPlace(str(route))
            at = self._text.rindex(":", 0, scalar.start) + 1
            yield Splice(at, max(at, scalar.start + len(self._text[scalar.start : scalar.end].rstrip())), line[2:])
        else:
            yield from spliced_value(self._text, scalar, old, [piece_of(old, new)])

    def _literal(self, route: Route, start: int, old: str, new: str) -> Iterator[Splice]:
        """Yield the changes of a text below a `|`, line by line."""
        if not (old.endswith("\n") and new.endswith("\n")) or new[:1].isspace():
            raise NotInPlace(str(route))
        before, after = old[:-1].split("\n"), new[:-1].split("\n")
        at = self._text.find("\n", start) + 1
        starts = list(accumulate((len(line) + 1 for line in self._text[at:].split("\n")[: len(before)]), initial=at))
        first = self._text[starts[0] : starts[1] - 1]
        indent = first[: len(first) - len(first.lstrip(" "))]
        if not indent or first[len(indent) :] != before[0]:
            raise NotInPlace(str(route))
        for _, i1, i2, j1, j2 in differing(before, after):
            lines = "".join(f"{indent}{line}\n" if line else "\n" for line in after[j1:j2])
            here, end = min(starts[i1], len(self._text)), min(starts[i2], len(self._text))
            opening = "\n" if here and self._text[here - 1] != "\n" else ""
            yield Splice(here, end, opening + lines)

    # Written anew

    def _entry(self, route: Route, new: Value) -> Iterator[Splice]:
        """Yield the splice that writes what stands at `route` anew, its key or its dash kept, and a comment behind it."""
        if self._is_flow(route[:-1]):
            raise NotInPlace(str(route))
        if isinstance(route[-1], int):
            start = self._dash(route)
            lines = _item(new, self._column(start))
        else:
            start = self._key_at(route)
            lines = lines_of({route[-1]: new}, self._column(start))
        end, line_end = self._end(route), self._line_end(route)
        comment = self._text[end:line_end].strip()
        if len(lines) > 1 and comment.startswith("#"):
            lines[0], end = f"{lines[0]}  {comment}", line_end
        yield Splice(start, end, "\n".join(lines).lstrip(" "))

    def _lines_at(self, at: int, lines: Sequence[str]) -> Splice:
        """Return the splice that puts lines behind the one that ends at `at`."""
        return Splice(at, at, "".join(f"\n{line}" for line in lines))

    # Places

    def _key_at(self, route: Route) -> int:
        return self._index((*route, KEY))

    def _index(self, route: Route) -> int:
        if route not in self._composed.places:
            raise NotInPlace(str(route))
        line, column = self._composed.places[route]
        return self._starts[line - 1] + column - 1

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(line) + 1 for line in self._text.split("\n")), initial=0))

    def _end(self, route: Route) -> int:
        """Return where the value at `route` ends, blanks behind it left out."""
        if route not in self._composed.ends:
            raise NotInPlace(str(route))
        return len(self._text[: self._composed.ends[route]].rstrip())

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


def _dicts_in_lists(value: Value, route: Route) -> Iterator[tuple[Route, Value]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, each in inside:
        if isinstance(each, dict) and isinstance(step, int):
            yield (*route, step), each
        yield from _dicts_in_lists(each, (*route, step))


def _item(value: Value, indent: int) -> list[str]:
    """Return the lines of an item of a list whose dash stands `indent` blanks from the edge."""
    lines = lines_of({"k": [value]}, indent)[1:]
    return [line[2:] for line in lines]
