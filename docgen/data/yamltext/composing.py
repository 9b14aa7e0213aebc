"""Builds values from the parser's events, without recursion, so that no nesting can exhaust the stack."""

import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple, TypeAlias

import yaml

from docgen.data.charcheck import Position, SourceText
from docgen.data.yamltext import slips
from docgen.data.yamltext.doubts import Doubts
from docgen.data.yamltext.inplace import Scalar
from docgen.data.yamltext.parser import MAX_DEPTH, events, explain, mark_of, position_of
from docgen.errors import Place, Problem, in_two_ways
from docgen.text.folding import nfc

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
Route: TypeAlias = tuple[str | int, ...]

KEY: Final = "\0key"  # behind the route of a value: the route of its key; cannot be typed, so it meets no clerk's key
MAX_ALIASED: Final = 10_000
MAX_VALUES: Final = 500_000  # the results of 190 offices for 250 tasks each: read in 3 seconds, into half a gigabyte
_NOTHING: Final = frozenset({"", "~", "null", "Null", "NULL"})


class Span(NamedTuple):
    """From where to where a mapping, a list or an alias stands in the text that is read, without what is blank behind it."""

    start: int
    end: int


class Composed(NamedTuple):
    """What a text says: its value, what is wrong with it, where each value and key stands, and whether it could be read on.

    `remarks` tell comments that may be words of the text in front of them.

    `spans` tell where the values stand, keys under `KEY`; `literal` which of the texts are written below a `|`.
    """

    value: Value
    problems: Sequence[Problem]
    remarks: Sequence[Problem]
    spans: Mapping[Route, Span | Scalar]
    complete: bool
    literal: Collection[Route]

    def scalar(self, route: Route) -> Scalar | None:
        """Return where the text at `route` stands, None where none does."""
        span = self.spans.get(route)
        return span if isinstance(span, Scalar) else None

    def scalars(self) -> list[tuple[int, int, Route]]:
        """Return from where to where each text stands, with its route, in the order of the file."""
        found = ((one.start, one.end, route) for route, one in self.spans.items() if isinstance(one, Scalar))
        return sorted(found, key=lambda one: one[:2])


def compose(file: str, source: SourceText, *, recording: bool = False) -> Composed:
    """Return what `source`, the text of `file`, says; the places only where `recording`."""
    composer, complete = _Composer(file, source, recording, Doubts(source)), False
    with suppress(_Stop):
        composer.run()
        complete = True
    told = composer.all_problems(), list(composer.remarks())
    return Composed(composer.root, *told, composer.spans, complete, composer.literal)


class _Stop(Exception):
    """The text cannot be read on."""


@dataclass
class _Frame:
    """A mapping or list being read."""

    value: Any
    route: Route
    start: int
    anchor: str | None
    is_flow: bool = False
    size: int = 1
    key: str | None = None
    lacks_dash: bool = False  # whether its first key came again, so that another item of a list seems to begin there


@dataclass
class _Composer:
    file: str
    source: SourceText
    recording: bool
    _doubts: Doubts
    root: Value = None
    spans: dict[Route, Span | Scalar] = field(default_factory=dict)
    literal: set[Route] = field(default_factory=set)
    _last: int = 0
    _problems: list[Problem] = field(default_factory=list)
    _frames: list[_Frame] = field(default_factory=list)
    _anchors: dict[str, tuple[Value, int]] = field(default_factory=dict)
    _unused: dict[str, Position] = field(default_factory=dict)
    _aliased: int = 0
    _values: int = 0

    def run(self) -> None:
        documents = 0
        try:
            for event in events(self.source.read):
                match event:
                    case yaml.ScalarEvent():
                        self._scalar(event)
                    case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                        self._open(event)
                    case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                        frame = self._frames.pop()
                        self._record(frame.route, frame.start, event if frame.is_flow else None)
                        self._add(frame.value, frame.size, frame.anchor)
                    case yaml.AliasEvent():
                        self._alias(event)
                    case yaml.DocumentStartEvent():
                        documents += 1
                        if documents > 1:
                            self._stop(event, "tệp có nhiều phần ngăn bằng “---”; mỗi tệp chỉ được một phần")
        except yaml.YAMLError as error:
            position, message = explain(error, self.source.read)
            if not self._doubts.explain(position[0]):
                self._problem(position, message)
            raise _Stop from None
        for anchor, position in self._unused.items():
            told = "bị YAML hiểu là dấu đặt tên nên không được in; nếu là câu chữ thì đặt cả câu trong dấu nháy kép"
            self._problem(position, f"“&{anchor}” {told}")

    def all_problems(self) -> list[Problem]:
        """Return what was found while reading, and the characters that were left out before."""
        doubtful = [self._placed(*one) for one in self._doubts.problems]
        removed = self.source.removed_outside_comments(self._doubts.spans)
        return self._problems + doubtful + [Problem(Place(self.file, *each.position), each.description) for each in removed]

    def remarks(self) -> Iterator[Problem]:
        """Yield what a person should look at, which hinders nothing; alike ones once, with the further lines."""
        alike: dict[str, list[Position]] = {}
        for position, message in self._doubts.remarks:
            alike.setdefault(message, []).append(position)
        for message, (first, *others) in alike.items():
            lines = ", ".join(dict.fromkeys(str(line) for line, _ in others))
            yield self._placed(first, message + (f" (còn {len(others)} chỗ như thế: dòng {lines})" if others else ""))

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        self._check_tag(event)
        if self._expects_key():
            self._stop(event, "tên mục phải là một từ, không phải danh sách; xem lại dấu [ hoặc { ở đầu dòng")
        if len(self._frames) >= MAX_DEPTH:
            self._stop(event, f"lồng nhau quá {MAX_DEPTH} cấp; xem lại các dấu [ {{ và thụt đầu dòng")
        route = self._next_route(event)
        value: Value = {} if isinstance(event, yaml.MappingStartEvent) else []
        self._frames.append(_Frame(value, route, mark_of(event.start_mark).index, event.anchor, bool(event.flow_style)))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._check_tag(event)
        value: str | None = event.value
        if event.implicit[0] and event.value in _NOTHING:
            value = None
        elif event.value:
            self._doubts.look_at(event)
            value = nfc(event.value)
        if not self._expects_key():
            route = self._next_route(event)
            self._record_scalar(route, event)
            if event.style == "|":
                self.literal.add(route)
            self._add(value, 1, event.anchor)
            return
        frame = self._frames[-1]
        if event.implicit[0] and (odd := slips.odd_opening(event.value)):
            self._stop(event, odd)
        frame.key = sys.intern(value or "")  # the same few for every item of a list
        if frame.key in frame.value and not frame.lacks_dash:
            in_list = len(self._frames) > 1 and isinstance(self._frames[-2].value, list)
            frame.lacks_dash = in_list and frame.key == next(iter(frame.value))
            remedy = '; khối mới thì mở đầu bằng "- "' if frame.lacks_dash else ""
            is_key = frame.key.isascii() and frame.key.isidentifier()
            named = in_two_ways(f"“{frame.key}”", f"{{{frame.key}}}") if is_key else f"“{frame.key}”"
            self._problem(position_of(event), f"mục {named} đã có ở trên; mỗi mục chỉ ghi một lần{remedy}")
        self._record_scalar((*frame.route, frame.key, KEY), event)

    def _alias(self, event: yaml.AliasEvent) -> None:
        anchor = event.anchor or ""
        if anchor not in self._anchors or self._expects_key():
            self._stop(event, f"*{anchor} chưa được đặt bằng &{anchor} ở trên; nếu là chữ thì đặt trong dấu nháy kép")
        value, size = self._anchors[anchor]
        self._unused.pop(anchor, None)
        self._aliased += size
        if self._aliased > MAX_ALIASED:
            self._stop(event, f"dùng lại (*{anchor}) quá nhiều: hơn {MAX_ALIASED} giá trị; ghi thẳng nội dung thay cho *{anchor}")
        route = self._next_route()
        self._record(route, mark_of(event.start_mark).index, event)
        self._add(value, size, None)

    def _add(self, value: Value, size: int, anchor: str | None) -> None:
        if anchor:
            self._anchors[anchor] = (value, size)
        if not self._frames:
            self.root = value
            return
        frame = self._frames[-1]
        frame.size += size
        if isinstance(frame.value, list):
            frame.value.append(value)
        else:
            frame.value.setdefault(frame.key, value)
            frame.key = None

    def _next_route(self, new: yaml.NodeEvent | None = None) -> Route:
        """Return the route of the value that comes next; `new` where it is none that is used again, so that it counts."""
        self._values += new is not None
        if new is not None and self._values > MAX_VALUES:
            self._stop(new, f"tệp có hơn {MAX_VALUES} giá trị; đây có đúng là tệp dữ liệu không?")
        if not self._frames:
            return ()
        frame = self._frames[-1]
        step = len(frame.value) if isinstance(frame.value, list) else frame.key
        return frame.route if step is None else (*frame.route, step)

    def _expects_key(self) -> bool:
        return bool(self._frames) and isinstance(self._frames[-1].value, dict) and self._frames[-1].key is None

    def _check_tag(self, event: yaml.NodeEvent) -> None:
        if event.anchor:
            self._unused[event.anchor] = position_of(event)
        tag = getattr(event, "tag", None)
        if tag not in (None, "!", "tag:yaml.org,2002:str"):
            told = "không dùng được; bỏ nhãn đi, nếu là câu chữ thì đặt cả câu trong dấu nháy kép"
            self._problem(position_of(event), f"nhãn kiểu “{tag.replace('tag:yaml.org,2002:', '!!')}” {told}")

    def _record_scalar(self, route: Route, event: yaml.ScalarEvent) -> None:
        if self.recording:
            start, self._last = mark_of(event.start_mark).index, mark_of(event.end_mark).index
            self.spans[route] = Scalar(start, self._last, event.style or "", bool(self._frames) and self._frames[-1].is_flow)

    def _record(self, route: Route, start: int, event: yaml.Event | None) -> None:
        """Keep where the value stands that `event` closes; without one it ends where the last value in it does."""
        if self.recording:
            if event is not None:
                self._last = mark_of(event.end_mark).index
            self.spans[route] = Span(start, self._last)

    def _problem(self, position: Position, message: str) -> None:
        self._problems.append(self._placed(position, message))

    def _placed(self, position: Position, message: str) -> Problem:
        return Problem(Place(self.file, *self.source.typed_position(position)), message)

    def _stop(self, event: yaml.Event, message: str) -> None:
        self._problem(position_of(event), message)
        raise _Stop
