"""The texts of a plan as a roll-over sees them: which are read for years and names, which belong to one paper alone."""

from typing import Final

from docgen.rollover.values import Route

_NOT_READ: Final = frozenset(("loai", "nam", "so", "ngay", "ma", "huong", "kieu", "ky_hieu", "so_bat_dau"))
_OF_UNITS: Final = frozenset(("chu_tri", "phoi_hop", "theo_doi", "noi_nhan", "don_vi", "gui"))
OF_ONE_PAPER: Final[tuple[Route, ...]] = (("so",), ("ngay",), ("cong_van", "so_bat_dau"), ("cong_van", "ngay"))


def is_read(route: Route) -> bool:
    """Return whether the text at `route` is printed prose, in which years and names may stand."""
    return not (_key(route) in _NOT_READ and len(route) <= 2) and _key(route) not in ("ma", "huong")


def is_list_of_units(route: Route) -> bool:
    """Return whether the text at `route` lists units: a cell, a recipient, the heading of who has duties."""
    return _key(route) in _OF_UNITS or (route[:1] == ("to_chuc_thuc_hien",) and len(route) == 3 and route[-1] == "tieu_de")


def _key(route: Route) -> str:
    return next((step for step in reversed(route) if isinstance(step, str)), "")
