"""Builds values from the parser's events, without recursion, so that no nesting can exhaust the stack."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple, TypeAlias

import yaml

from docgen.data import charcheck
from docgen.data.charcheck import Position, SourceText, line_and_column
from docgen.data.yamltext import slips
from docgen.data.yamltext.inplace import Scalar
from docgen.data.yamltext.parser import MAX_DEPTH, events, explain, mark_of, position_of
from docgen.errors import Place, Problem
from docgen.text.wording import shortened

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
Route: TypeAlias = tuple[str | int, ...]

KEY: Final = "\0key"  # behind the route of a value: the route of its key; cannot be typed, so it meets no clerk's key
MAX_ALIASED: Final = 10_000
MAX_VALUES: Final = 250_000  # a plan of 20,000 tasks has some 140,000
_NOTHING: Final = frozenset({"", "~", "null", "Null", "NULL"})
_COMMENT_BEHIND_WORDS: Final = re.compile(r"#(?<=[ \t]#)[^\n]*")
_TOLD_COMMENT: Final = (
    "chữ sau dấu # trên dòng này là lời ghi chú nên không in; nếu là của câu chữ thì đặt cả câu trong dấu nháy kép, "
    "nếu là ghi chú thì để hai dấu cách trước dấu # để docgen không nhắc nữa"
)


class Composed(NamedTuple):
    """What a text says: its value, what is wrong with it, where each value and key stands, and whether it could be read on.

    `remarks` tell comments that may be words of the text in front of them.

    `ends` are the indexes in the text that is read at which the values end, blank lines and comments behind them left out;
    `scalars` tell where the texts among them stand, keys under `KEY`.
    """

    value: Value
    problems: Sequence[Problem]
    remarks: Sequence[Problem]
    places: Mapping[Route, Position]
    ends: Mapping[Route, int]
    scalars: Mapping[Route, Scalar]
    complete: bool


def compose(file: str, source: SourceText, *, recording: bool = False) -> Composed:
    """Return what `source`, the text of `file`, says; the places only where `recording`."""
    composer = _Composer(file, source, recording)
    try:
        composer.run()
        complete = True
    except _Stop:
        complete = False
    return Composed(
        composer.root, composer.all_problems(), composer.remarks, composer.places, composer.ends, composer.scalars, complete
    )


class _Stop(Exception):
    """The text cannot be read on."""


@dataclass
class _Frame:
    """A mapping or list being read."""

    value: Any
    route: Route
    anchor: str | None
    is_flow: bool = False
    size: int = 1
    key: str | None = None

    def next_route(self) -> Route:
        if isinstance(self.value, list):
            return (*self.route, len(self.value))
        return self.route if self.key is None else (*self.route, self.key)


@dataclass
class _Composer:
    file: str
    source: SourceText
    recording: bool
    root: Value = None
    remarks: list[Problem] = field(default_factory=list)
    places: dict[Route, Position] = field(default_factory=dict)
    ends: dict[Route, int] = field(default_factory=dict)
    scalars: dict[Route, Scalar] = field(default_factory=dict)
    _last: int = 0
    _problems: list[Problem] = field(default_factory=list)
    _frames: list[_Frame] = field(default_factory=list)
    _anchors: dict[str, tuple[Value, int]] = field(default_factory=dict)
    _unused: dict[str, Position] = field(default_factory=dict)
    _aliased: int = 0
    _values: int = 0
    _spans: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._comments = _comments_behind_words(self.source.read)

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
                        self._record_end(frame.route, event if frame.is_flow else None)
                        self._add(frame.value, frame.size, frame.anchor)
                    case yaml.AliasEvent():
                        self._alias(event)
                    case yaml.DocumentStartEvent():
                        documents += 1
                        if documents > 1:
                            self._stop(event, "tệp có nhiều phần ngăn bằng “---”; mỗi tệp chỉ được một phần")
        except yaml.YAMLError as error:
            position, message = explain(error, self.source.read)
            if Place(self.file, *self.source.typed_position(position)) not in {problem.place for problem in self._problems}:
                self._problem(position, message)
            raise _Stop from None
        for anchor, position in self._unused.items():
            self._problem(
                position,
                f"“&{anchor}” bị YAML hiểu là dấu đặt tên nên không được in; nếu là câu chữ thì đặt cả câu trong dấu nháy kép",
            )

    def all_problems(self) -> list[Problem]:
        """Return what was found while reading, and the characters that were left out before."""
        removed = self.source.removed_outside_comments(self._spans)
        return self._problems + [Problem(Place(self.file, *each.position), each.description) for each in removed]

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        self._check_tag(event)
        if self._expects_key():
            self._stop(event, "tên mục phải là một từ, không phải danh sách; xem lại dấu [ hoặc { ở đầu dòng")
        if len(self._frames) >= MAX_DEPTH:
            self._stop(event, f"lồng nhau quá {MAX_DEPTH} cấp; xem lại các dấu [ {{ và thụt đầu dòng")
        self._count(event)
        route = self._frames[-1].next_route() if self._frames else ()
        self._record(route, event)
        value: Value = {} if isinstance(event, yaml.MappingStartEvent) else []
        self._frames.append(_Frame(value, route, event.anchor, bool(event.flow_style)))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._check_tag(event)
        value: str | None = event.value
        if event.implicit[0] and event.value in _NOTHING:
            value = None
        elif event.value:
            self._check_words(event)
            if event.style not in ("|", ">"):
                self._check_lines(event)
            value = unicodedata.normalize("NFC", event.value)
        if not self._expects_key():
            self._count(event)
            route = self._frames[-1].next_route() if self._frames else ()
            self._record_scalar(route, event)
            self._add(value, 1, event.anchor)
            return
        frame = self._frames[-1]
        if event.implicit[0] and (odd := slips.odd_opening(event.value)):
            self._stop(event, odd)
        frame.key = value or ""
        if frame.key in frame.value:
            self._problem(position_of(event), f"mục “{frame.key}” đã có ở trên; mỗi mục chỉ ghi một lần")
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
        route = self._frames[-1].next_route() if self._frames else ()
        self._record(route, event)
        self._record_end(route, event)
        self._add(value, size, None)

    def _count(self, event: yaml.NodeEvent) -> None:
        self._values += 1
        if self._values > MAX_VALUES:
            self._stop(event, f"tệp có hơn {MAX_VALUES} giá trị; đây có đúng là tệp dữ liệu không?")

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
            frame.value[frame.key] = value
            frame.key = None

    def _expects_key(self) -> bool:
        return bool(self._frames) and isinstance(self._frames[-1].value, dict) and self._frames[-1].key is None

    def _check_tag(self, event: yaml.NodeEvent) -> None:
        if event.anchor:
            self._unused[event.anchor] = position_of(event)
        tag = getattr(event, "tag", None)
        if tag not in (None, "!", "tag:yaml.org,2002:str"):
            label = tag.replace("tag:yaml.org,2002:", "!!")
            self._problem(
                position_of(event),
                f"nhãn kiểu “{label}” không dùng được; bỏ nhãn đi, nếu là câu chữ thì đặt cả câu trong dấu nháy kép",
            )

    def _check_words(self, event: yaml.ScalarEvent) -> None:
        """Tell characters that must not be printed, and words that the parser took for a comment."""
        suspect = next(charcheck.find(event.value), None) is not None
        if not suspect and not self._comments and not self.source.removed:
            return
        start, end = mark_of(event.start_mark).index, mark_of(event.end_mark).index
        self._spans.append((start, end))
        if suspect:
            raw = self.source.read[start:end]
            for offset, message in list(charcheck.find(raw)) or [(0, message) for _, message in charcheck.find(event.value)]:
                self._problem(line_and_column(self.source.read, start + offset), message)
        if event.implicit[0] and (comment := self._comments.get(end)):
            self._check_comment(start, end, comment)

    def _indent(self, index: int) -> int:
        """Return how far the line is indented on which the letter `index` stands."""
        line = self.source.read[self.source.read.rfind("\n", 0, index) + 1 : index]
        return len(line) - len(line.lstrip(" "))

    def _check_comment(self, start: int, end: int, comment: re.Match[str]) -> None:
        """Refuse a comment that goes on with the words from `start` to `end`; tell one that may."""
        read = self.source.read
        position = line_and_column(read, comment.start())
        kind = slips.comment_kind(read[start:end], self._indent(start), read[end : comment.start()], comment.group())
        if kind is slips.Comment.MAYBE_WORDS:
            self.remarks.append(Problem(Place(self.file, *self.source.typed_position(position)), _TOLD_COMMENT))
        elif kind is not slips.Comment.COMMENT:
            self._problem(
                position,
                f"“{shortened(comment.group())}” bị hiểu là lời ghi chú nên không được in; nếu là câu chữ thì đặt cả câu "
                f"trong dấu nháy kép, nếu là ghi chú thì {kind}",
            )

    def _check_lines(self, event: yaml.ScalarEvent) -> None:
        """Tell lines that a text swallowed, unquoted or in a quote that nobody closed, and an odd blank behind a dash."""
        start = mark_of(event.start_mark)
        raw = self.source.read[start.index : mark_of(event.end_mark).index]
        if event.style in ("'", '"'):
            found = slips.quote_over_lines(raw, self._indent(start.index))
            slip = (0, found) if found else None
        else:
            slip = slips.on_dash(raw) or slips.run_together(raw)
        if slip:
            self._problem(line_and_column(self.source.read, start.index + slip[0]), slip[1])

    def _record(self, route: Route, event: yaml.Event) -> None:
        if self.recording:
            self.places[route] = position_of(event)

    def _record_scalar(self, route: Route, event: yaml.ScalarEvent) -> None:
        self._record(route, event)
        self._record_end(route, event)
        if self.recording:
            in_flow = bool(self._frames) and self._frames[-1].is_flow
            start, end = mark_of(event.start_mark).index, mark_of(event.end_mark).index
            self.scalars[route] = Scalar(start, end, event.style or "", in_flow)

    def _record_end(self, route: Route, event: yaml.Event | None) -> None:
        """Keep where the value ends that `event` closes; without one it ends where the last value in it does."""
        if self.recording:
            if event is not None:
                self._last = mark_of(event.end_mark).index
            self.ends[route] = self._last

    def _problem(self, position: Position, message: str) -> None:
        self._problems.append(Problem(Place(self.file, *self.source.typed_position(position)), message))

    def _stop(self, event: yaml.Event, message: str) -> None:
        self._problem(position_of(event), message)
        raise _Stop


def _comments_behind_words(text: str) -> dict[int, re.Match[str]]:
    """Return the comments that stand behind other words, by the index at which those end."""
    found = {}
    for match in _COMMENT_BEHIND_WORDS.finditer(text):
        line_start = text.rfind("\n", 0, match.start()) + 1
        before = text[line_start : match.start()].rstrip(" \t")
        found[line_start + len(before) if before else len(text[: match.start()].rstrip())] = match
    return found
