"""A file of data: YAML text to values with their places. The one door to the yaml library, which two modules behind it speak to.

Every scalar is kept as the text that the clerk wrote (`05` stays "05", `no` stays "no"); the models turn it into numbers and
dates where they ask for them. Only an empty value, `~` and `null` mean "nothing".
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final

from docgen.data.charcheck import SourceText
from docgen.data.yamltext.bodies import TABLES, Body, expand
from docgen.data.yamltext.composing import KEY, Composed, Route, Value, compose
from docgen.data.yamltext.inplace import NotInPlace, Piece, Scalar, Splice, spliced_value, spots
from docgen.data.yamltext.saved import read_text
from docgen.errors import DataError, Place, Problem
from docgen.text.patterns import lazy_re

_COMMENT: Final = lazy_re(r"(?:(?<=\s)|(?<![^\n]))#[^\n]*")


__all__ = ["NotInPlace", "Piece", "Route", "Splice", "Value", "YamlFile", "in_order", "load", "of_text"]


@dataclass(frozen=True)
class YamlFile:
    """One file of data: its name as the user gave it, its text, its values, what is wrong with it as a text, what may be.

    `value` holds what is typed below `phan: |` as parts, sections and items; a route into it leads into the typed text.
    """

    file: str
    text: str
    value: dict[str, Value]
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()
    written: dict[str, Value] = field(default_factory=dict)  # the values as they stand in the file, typed bodies as texts
    bodies: tuple[Body, ...] = ()

    @cached_property
    def _source(self) -> SourceText:
        return SourceText(self.text)

    @cached_property
    def _recorded(self) -> Composed:
        return compose(self.file, self._source, recording=True)._replace(value=None)  # which `written` is

    def place(self, route: Route) -> Place:
        """Return where the value at `route` stands; of an enclosing one where `route` leads nowhere."""
        written = self._as_written(route)
        if typed := self._typed_at(written):
            body, inside = typed
            return self._letter_place(body.route, body.span(inside)[0])
        while written not in self._recorded.spans:
            written = written[:-1]
        return self._start(self._recorded.spans[written].start)

    def last_line(self, route: Route) -> int:
        """Return the line, from 1, on which the value at `route` ends; what is written below it is not part of it."""
        written = self._as_written(route)
        if typed := self._typed_at(written):
            body, inside = typed
            return self._letter_place(body.route, body.span(inside)[1] - 1).line or 1
        return self._source.position(len(self._source.read[: self._recorded.spans[written].end].rstrip()))[0]

    def _typed_at(self, written: Route) -> tuple[Body, Route] | None:
        """Return the typed body in which `written` leads to something, and where in its outline."""
        found = ((body, body.inside(written)) for body in self.bodies)
        return next(((body, inside) for body, inside in found if inside is not None), None)

    def texts(self) -> Iterator[tuple[Route, str]]:
        """Yield every text that is written out, not taken over by an alias, with its route, in the order of the file."""
        bodies = {body.route: body for body in self.bodies}
        for _, _, route in self._recorded.scalars():
            text = self._value(route)
            if body := bodies.get(route):
                yield from (((*body.put, *inside), words.text) for inside, words in body.outline.texts.items() if words.text)
            elif isinstance(text, str) and not (route and route[-1] == KEY):
                yield self._as_used(route), text

    def _as_used(self, written: Route) -> Route:
        """Return the route at which a typed body has put what stands at `written`, the first of several."""
        for body in self.bodies if written[:1] == (TABLES,) else ():
            for put, table in body.tables.items():
                if written[: len(table)] == table:
                    return (*put, *written[len(table) :])
        return written

    def char_place(self, route: Route, index: int) -> Place:
        """Return where the letter `index` of the text at `route` stands; of the text where its letters can't be followed."""
        written = self._as_written(route)
        if not (typed := self._typed_at(written)):
            return self._letter_place(written, index)
        body, inside = typed
        words = body.words(inside)
        at = words.spots[min(index, len(words.spots) - 1)][0] if words and words.spots else body.span(inside)[0]
        return self._letter_place(body.route, at)

    def _letter_place(self, written: Route, index: int) -> Place:
        """Return where a letter of the text that stands at `written` in the file is; of the text where it can't be followed."""
        scalar, text = self._recorded.scalar(written), self._value(written)
        where = _spots(self._source.read, scalar, text) if scalar and isinstance(text, str) and text else None
        if not where:
            return self.place(written)
        return self._start(where[min(index, len(where) - 1)][0])

    def splices(self, route: Route, pieces: Sequence[Piece]) -> list[Splice]:
        """Return the splices of `text` by which the text at `route` holds the new words of `pieces`; raise `NotInPlace`."""
        written = self._as_written(route)
        if typed := self._typed_at(written):
            body, inside = typed
            written, pieces = body.route, body.pieces(inside, pieces)
        scalar, value = self._recorded.scalar(written), self._value(written)
        if scalar is None or not isinstance(value, str):
            raise NotInPlace(str(route))
        return [self._typed(one) for one in spliced_value(self._source.read, scalar, value, pieces)]

    def key_splices(self, route: Route, pieces: Sequence[Piece]) -> list[Splice]:
        """Return the splices of `text` by which the key at the end of `route` has the new words; raise `NotInPlace`."""
        scalar = self._recorded.scalar((*self._as_written(route), KEY))
        if scalar is None:
            raise NotInPlace(str(route))
        return [self._typed(one) for one in spliced_value(self._source.read, scalar, str(route[-1]), pieces)]

    def without_value(self, route: Route) -> list[Splice]:
        """Return the splices of `text` by which the key at the end of `route` has no value, its comment kept.

        What is typed below `phan: |` goes with its whole line and all that stands in it.
        """
        written = self._as_written(route)
        if typed := self._typed_at(written):
            body, inside = typed
            start, end = body.lines(inside)
            first, last = (self._letter_place(body.route, at).line or 1 for at in (start, end - 1))
            return [Splice(self._source.line_start(first), self._source.line_start(last + 1), "")]
        scalar = self._recorded.scalar(written)
        if scalar is None:
            raise NotInPlace(str(route))
        start = self._source.read.rindex(":", 0, scalar.start) + 1
        end = start + len(self._source.read[start : scalar.end].rstrip())  # behind a text of several lines stands its line's end
        return [self._typed(Splice(start, end, " ~" if scalar.in_flow else ""))]

    def comments(self) -> Iterator[tuple[int, str]]:
        """Yield each comment with its line, from 1."""
        text, behind, line, at = self._source.read, 0, 1, 0
        for start, end, _ in [*self._recorded.scalars(), (len(text), len(text), ())]:
            for match in _COMMENT.finditer(text, behind, max(start, behind)):
                line, at = line + text.count("\n", at, match.start()), match.start()
                yield line, match.group().strip()
            behind = max(behind, end)

    def _typed(self, splice: Splice) -> Splice:
        return Splice(self._source.typed_index(splice.start), self._source.typed_index(splice.end), splice.new)

    def _value(self, route: Route) -> Value:
        """Return the value that stands at `route` in the file."""
        value: Value = self.written
        for step in route:
            match value, step:
                case list(), int():
                    value = value[step]
                case dict(), str():
                    value = value.get(step)
                case _:
                    return None
        return value

    def has_key(self, route: Route) -> bool:
        """Return whether the key at the end of `route` is written, be its value blank or not."""
        written = self._as_written(route)
        if typed := self._typed_at(written):
            return typed[1] in typed[0].outline.spans
        return (*written, KEY) in self._recorded.spans

    def key_place(self, route: Route) -> Place:
        """Return where the key at the end of `route` stands."""
        key = self._recorded.spans.get((*self._as_written(route), KEY))
        return self._start(key.start) if key else self.place(route)

    def _start(self, index: int) -> Place:
        """Return the place of the letter `index` of what is read."""
        return Place(self.file, *self._source.typed_position(self._source.position(index)))

    def _as_written(self, route: Route) -> Route:
        """Return `route` without the numbers that count in no list: a single value may stand for a list of one."""
        written: Route = ()
        value: Value = self.value if route[:1] and route[0] in self.value else self.written
        for step in route:
            match value, step:
                case list(), int():
                    value = value[step] if step < len(value) else None
                case dict(), str():
                    value = value.get(step)
                case _, int():
                    continue
                case _:
                    value = None
            written = (*written, step)
        moved = ((put, table) for body in self.bodies for put, table in body.tables.items())
        return next(((*table, *written[len(put) :]) for put, table in moved if written[: len(put)] == put), written)


@lru_cache(maxsize=8)  # texts whose letters are asked for by turns
def _spots(source: str, scalar: Scalar, text: str) -> Sequence[tuple[int, int]] | None:
    """Return where the letters of `text` stand, None where they can't be followed; a long text is asked for letter by letter."""
    try:
        return spots(source, scalar, text)
    except NotInPlace:
        return None


def load(path: Path, *, recording: bool = False) -> YamlFile:
    """Return the values in the file at `path`, with the problems that did not hinder reading it.

    Those are keys given twice, characters that must not be printed, words lost behind a number sign: `validate` raises them
    with its own. Raises `FileError` where the file cannot be read and `DataError`, with every problem and its place, where it
    is not YAML that docgen takes. `recording`: the places of values will be asked for, and are kept from the first.
    """
    return of_text(str(path), read_text(path), recording=recording)


def of_text(file: str, text: str, *, recording: bool = False) -> YamlFile:
    """Return the values in `text`, that of the file `file`, as `load` does; `recording` where all their places will be asked."""
    source = SourceText(text)
    composed = compose(file, source, recording=recording)
    problems = tuple(in_order(composed.problems))
    if not composed.complete:
        raise DataError(problems)
    if not isinstance(composed.value, dict):
        message = "tệp trống hoặc không phải các dòng “mục: giá trị”; xem tệp mẫu trong ⦃docs/huong-dan.md¦hướng dẫn⦄"
        raise DataError([*problems, Problem(Place(file), message)])
    expanded = expand(composed.value, composed.literal)
    remarks = tuple(in_order(composed.remarks))
    made = YamlFile(file, source.typed, expanded.value, problems, remarks, composed.value, expanded.bodies)
    if recording:
        vars(made)["_recorded"] = composed
    wrong = [Problem(made.place(route), message) for route, message in expanded.problems]
    wrong += [Problem(made._letter_place(of.route, one.at), one.words) for of in made.bodies for one in of.outline.problems]
    doubtful = [Problem(made._letter_place(of.route, one.at), one.words) for of in made.bodies for one in of.outline.remarks]
    if wrong or doubtful:
        return replace(made, problems=tuple(in_order([*problems, *wrong])), remarks=tuple(in_order([*remarks, *doubtful])))
    return made


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return `problems` in the order of the file."""
    return sorted(problems, key=lambda problem: (problem.place.line or 0, problem.place.column or 0))
