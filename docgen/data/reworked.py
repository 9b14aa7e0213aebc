"""New values for a file of data as splices of its text: what is the same keeps every byte, its comments and line breaks too.

Mappings and lists are compared piece by piece. A text that can be followed letter by letter is changed where it differs; what
cannot is written anew, from its key or its dash to its end. An item that moved takes its lines and the comments above it along.
The file is read again and must say what was asked.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any, Final
from unicodedata import category

from docgen.data.charcheck import SourceText
from docgen.data.yamlfile import of_text
from docgen.data.yamltext.composing import Route, Value, compose
from docgen.data.yamltext.inplace import NotInPlace, Scalar, Splice, spliced_value
from docgen.data.yamltext.oldtext import OldText, differing, pairs, piece_of
from docgen.data.yamltext.saved import spliced, text_of
from docgen.data.yamltext.writing import lines_of
from docgen.errors import DataError
from docgen.text.folding import nfc

_NOT_IN_PLACE: Final = "không ghi được thay đổi vào tệp này mà giữ nguyên mọi chỗ khác; sửa thẳng trong tệp"
_INVISIBLE: Final = "Cf"  # soft hyphens, zero widths, direction marks: Unicode's category of them


def reworked(file: str, data: bytes, values: Mapping[str, Any]) -> bytes:
    """Return the file `data`, called `file`, with `values` as they are to be written there, typed bodies as texts.

    Raises `DataError` where it is not YAML that docgen takes, or cannot be edited so that it says nothing but that.
    """
    text = text_of(data)
    old, new = of_text(file, text).written, _composed(dict(values))
    if old == new:
        return data
    source = SourceText(text)
    rework = _Reworking(source, compose(file, source, recording=True))
    for splices in (rework.splices, rework.whole_entries):
        try:
            made = spliced(data, splices(old, new))
            if of_text(file, text_of(made)).written == new:
                return made
        except (NotInPlace, DataError):
            continue
    raise DataError.at(file, _NOT_IN_PLACE)


def _composed(value: Any) -> Any:
    """Return a value with its texts as they will be read, without what nobody sees in words pasted from the web or a PDF."""
    match value:
        case dict():
            return {key: _composed(each) for key, each in value.items()}
        case list() | tuple():
            return [_composed(each) for each in value]
        case str():
            return nfc("".join(each for each in value if category(each) != _INVISIBLE))
    return value


class _Reworking(OldText):
    """The splices that make other values of the text of one file."""

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

    # Texts

    def _scalar(self, route: Route, old: str | None, new: str) -> Iterator[Splice]:
        scalar = self._composed.scalar(route)
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
            splices = spliced_value(self._text, scalar, old, [piece_of(old, new)])
            if any("\n" in self._text[one.start : one.end] for one in splices) and self._fits_one_line(route, scalar, new):
                raise NotInPlace(str(route))
            yield from splices

    def _fits_one_line(self, route: Route, scalar: Scalar, new: str) -> bool:
        """Return whether a text that is broken over lines would stand on one if written anew, and no comment be lost by it."""
        opening = self._text[scalar.start : scalar.end].partition("\n")[0]
        return not (scalar.in_flow or (scalar.style == ">" and "#" in opening)) and len(self._anew(route, new)[1]) == 1

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
        start, lines = self._anew(route, new)
        end, line_end = self._end(route), self._line_end(route)
        comment = self._text[end:line_end].strip()
        if len(lines) > 1 and comment.startswith("#"):
            lines[0], end = f"{lines[0]}  {comment}", line_end
        yield Splice(start, end, "\n".join(lines).lstrip(" "))

    def _anew(self, route: Route, new: Value) -> tuple[int, list[str]]:
        """Return where the key or the dash of what stands at `route` is, and the lines of `new` from there on."""
        if isinstance(route[-1], int):
            start = self._dash(route)
            return start, _item(new, self._column(start))
        start = self._key_at(route)
        return start, lines_of({route[-1]: new}, self._column(start))

    def _lines_at(self, at: int, lines: Sequence[str]) -> Splice:
        """Return the splice that puts lines behind the one that ends at `at`."""
        return Splice(at, at, "".join(f"\n{line}" for line in lines))


def _item(value: Value, indent: int) -> list[str]:
    """Return the lines of an item of a list whose dash stands `indent` blanks from the edge."""
    lines = lines_of({"k": [value]}, indent)[1:]
    return [line[2:] for line in lines]
