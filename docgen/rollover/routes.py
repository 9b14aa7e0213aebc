"""Which texts of a plan the roll-over reads, and how: prose, lists of units, what is of one paper alone, cells of tables."""

from collections.abc import Collection, Iterable
from typing import Final

from docgen.rollover.changes import Route

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
