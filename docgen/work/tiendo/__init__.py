"""How far the tasks of a plan have come: results held against the plan, its times and a period, and counted."""

from docgen.work.tiendo.dem import ChiTieu, Dem, by_deadline, by_group, by_lead, dem, figures, measured_in_two_ways
from docgen.work.tiendo.doichieu import mismatches
from docgen.work.tiendo.theo_doi import follow
from docgen.work.tiendo.values import Han, Nhac, TienDo, Viec, ViecThem

__all__ = [
    "ChiTieu",
    "Dem",
    "Han",
    "Nhac",
    "TienDo",
    "Viec",
    "ViecThem",
    "by_deadline",
    "by_group",
    "by_lead",
    "dem",
    "figures",
    "follow",
    "measured_in_two_ways",
    "mismatches",
]
