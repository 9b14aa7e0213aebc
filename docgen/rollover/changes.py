"""What the roll-over says: of one piece of a text, and of one place in the plan with the words around it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

Route = tuple[str | int, ...]


class Years(NamedTuple):
    """The year of the plan as it is and the year that it is rolled over to, later than the first."""

    old: int
    new: int

    @property
    def step(self) -> int:
        """Return by how many years everything moves."""
        return self.new - self.old


class Treatment(NamedTuple):
    """What becomes of the piece of a text from `start` to `end`, and why, as a Vietnamese sentence without its full stop.

    `new` stands there next year; None leaves it as it is. Where it is not `sure`, a person has to decide, whatever `new` says.
    """

    start: int
    end: int
    new: str | None
    why: str
    sure: bool = True

    @property
    def span(self) -> tuple[int, int]:
        """Return from where to where the piece stands."""
        return self.start, self.end


class ReviewGroup(StrEnum):
    """The three parts of the review list."""

    DONE = "đã đổi"
    DECIDE = "cần quyết định"
    LEFT = "giữ nguyên có chủ ý"


class Change(NamedTuple):
    """One explained change: where in the plan, the words around it, old and new, why, and whether it is sure.

    `new` equals `old` where the place is left as it is. `route` and `start` lead to the value and to the character in it;
    a remark on the whole value, or on something that stands nowhere, has `old` and `new` empty. Changes of one `lot`, named by
    its heading, are decided on together; `remark` is what is to be said of this one besides.
    """

    route: Route
    start: int
    old: str
    new: str
    why: str
    sure: bool = True
    before: str = ""
    behind: str = ""
    lot: str = ""
    remark: str = ""

    @property
    def group(self) -> ReviewGroup:
        """Return the part of the review list to which this belongs."""
        if not self.sure:
            return ReviewGroup.DECIDE
        return ReviewGroup.DONE if self.new != self.old else ReviewGroup.LEFT


class Spans:
    """The parts of a text that are taken; whether another one meets any is known at once, however many they are."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in spans:
            self.add(span)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        """Yield the parts in their order, those that met as one."""
        return zip(self._starts, self._ends, strict=True)

    def is_free(self, span: tuple[int, int]) -> bool:
        """Return whether `span` meets none of them."""
        before = bisect_left(self._starts, span[1])
        return before == 0 or self._ends[before - 1] <= span[0]

    def add(self, span: tuple[int, int]) -> None:
        """Take `span`, joined to those that it meets."""
        first = bisect_right(self._ends, span[0])
        last = max(first, bisect_left(self._starts, span[1]))
        met = (*self._starts[first:last], *self._ends[first:last], *span)
        self._starts[first:last], self._ends[first:last] = [min(met)], [max(met)]

    def take(self, span: tuple[int, int]) -> bool:
        """Return whether `span` was free, and take it if so."""
        free = self.is_free(span)
        if free:
            self.add(span)
        return free


def without_overlaps(treatments: Iterable[Treatment]) -> Iterator[Treatment]:
    """Yield `treatments` in the order given, leaving out those that meet one yielded before."""
    taken = Spans()
    yield from (one for one in treatments if taken.take(one.span))


_AROUND: Final = 45  # letters of the text shown on each side


def explained(route: Route, text: str, treatments: Sequence[Treatment]) -> Iterator[Change]:
    """Yield what `treatments`, in their order, make of the `text` at `route`, each with the words around it as they will be."""
    made, shift = _rolled(text, treatments), 0
    for one in treatments:
        old = text[one.start : one.end]
        new = old if one.new is None else one.new
        start = one.start + shift
        yield Change(route, start, old, new, one.why, one.sure, _before(made, start), _behind(made, start + len(new)))
        shift += len(new) - len(old)


def _rolled(text: str, treatments: Sequence[Treatment]) -> str:
    made, at = [], 0
    for one in treatments:
        made += [text[at : one.start], text[one.start : one.end] if one.new is None else one.new]
        at = one.end
    return "".join((*made, text[at:]))


def _before(text: str, start: int) -> str:
    piece = text[max(0, start - _AROUND) : start]
    return piece if start <= _AROUND else "…" + piece.partition(" ")[2]


def _behind(text: str, end: int) -> str:
    piece = text[end : end + _AROUND]
    return piece if end + _AROUND >= len(text) else piece.rpartition(" ")[0] + "…"
