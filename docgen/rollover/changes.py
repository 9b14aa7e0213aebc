"""What the roll-over says: of one piece of a text, and of one place in the plan; and which texts of a plan it reads."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

Route = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Years:
    """The year of the plan as it is and the year that it is rolled over to, later than the first."""

    old: int
    new: int

    @property
    def step(self) -> int:
        """Return by how many years everything moves."""
        return self.new - self.old


@dataclass(frozen=True, slots=True)
class Treatment:
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


@dataclass(frozen=True, slots=True)
class Change:
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


_NOT_READ: Final = frozenset(("loai", "nam", "so", "ngay", "du_thao", "ma", "huong", "kieu", "ky_hieu", "so_bat_dau"))
_MOST_HEADS: Final = 5  # rows of headings
_HOLDERS: Final = frozenset(("phu_luc", "phan", "noi_dung", "muc"))
_OF_UNITS: Final = frozenset(("chu_tri", "phoi_hop", "theo_doi", "noi_nhan", "don_vi", "gui"))
OF_ONE_PAPER: Final[tuple[Route, ...]] = (
    ("so",), ("ngay",), ("du_thao",), ("cong_van", "so_bat_dau"), ("cong_van", "ngay"), ("cong_van", "du_thao"),
)  # fmt: skip


def is_read(route: Route) -> bool:
    """Return whether the text at `route` is printed prose, in which years and names may stand."""
    key = _key(route)
    return not (key in _NOT_READ and len(route) <= 2) and key not in ("ma", "huong", "giao_viec") and "rong" not in route


def is_list_of_units(route: Route) -> bool:
    """Return whether the text at `route` lists units: a cell, a recipient, the heading of who has duties."""
    return _key(route) in _OF_UNITS or (route[:1] == ("to_chuc_thuc_hien",) and len(route) == 3 and route[-1] == "tieu_de")


def unit_headings(texts: Iterable[Route], giving: Collection[Route]) -> frozenset[Route]:
    """Return which of the routes `texts` are headings right below a part at `giving`, that gives work: they say to whom."""
    return frozenset(route for route in texts if route[-1:] == ("tieu_de",) and _part_above(route[:-1]) in giving)


def _part_above(section: Route) -> Route:
    """Return the whole route of what holds the mục at `section`, itself or in a mix; nothing where no mục stands there."""
    full: Route = ()
    for step, below in zip(section, (*section[1:], ""), strict=True):  # a single value stands for a list of one
        full = (*full, step, 0) if step in _HOLDERS and not isinstance(below, int) else (*full, step)
    part = full[:-2] if full[-2:-1] == ("muc",) else ()
    while part[-2:-1] == ("noi_dung",):
        part = part[:-2]
    return part


def cell_of(route: Route) -> tuple[Route, int] | None:
    """Return the row of a free table that holds the text at `route`, and its column; None of what is in no cell."""
    if "dong" not in route:
        return None
    at = route.index("dong") + 2
    column = route[at] if at < len(route) else None
    return (route[:at], column) if isinstance(column, int) else None


def heads_of(texts: Collection[Route], table: Route, column: int) -> list[Route]:
    """Return the routes of the headings of a column of the free table at `table`, the nearest first."""
    rows = (step for step in range(_MOST_HEADS, -1, -1) if (*table, "cot", step, column) in texts)
    found = [(*table, "cot", step, column) for step in rows]
    return found or [(*table, "cot", column)]


def _key(route: Route) -> str:
    return next((step for step in reversed(route) if isinstance(step, str)), "")
