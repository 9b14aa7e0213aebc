"""How often what a rule says was right, as corpora show that others made; it bounds the severity.

A rule is an error only while at least 95 % of what it says is right, below that a warning, below 80 % a note. Where fewer than
20 cases are known the figure of the rule's family (its letter) stands for it; where that has too few, nothing was measured.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from docgen.check.finding import Severity

ERROR_FROM: Final = 0.95
WARNING_FROM: Final = 0.80
ENOUGH: Final = 20  # cases: with fewer a share says little

Counts = Mapping[str, tuple[int, int]]  # id: (right, said)

# At first sight: what each rule said of papers that nobody who wrote the rules had seen, judged by the key that was written
# before the run; of a fault that the key does not name the clause and the measure decided. Of 55 warnings 37 were right; the six
# kinds that the other 18 were of are notes since then, and are not counted here.
FIRST_SIGHT: Final[Counts] = {
    "A01": (2, 2), "A02": (3, 3), "A04": (1, 1), "A05": (1, 1), "B01": (1, 1), "B02": (1, 1), "B03": (1, 1), "B04": (2, 2),
    "B05": (1, 1), "B06": (1, 1), "B07": (2, 2), "B08": (4, 4), "B10": (1, 1), "C01": (2, 2), "C02": (1, 1), "D01": (5, 5),
    "D04": (1, 1), "G01": (4, 4), "G02": (1, 1), "G03": (3, 3), "H01": (1, 1), "H02": (1, 1), "H04": (3, 3), "H05": (1, 1),
    "H06": (2, 2), "H07": (2, 2), "H09": (2, 2), "K01": (2, 2), "N01": (3, 3), "N02": (1, 1), "N03": (1, 1), "N04": (2, 2),
    "N05": (1, 1), "P01": (1, 1), "P02": (3, 3), "P04": (2, 2), "P05": (1, 1), "P06": (2, 2), "R01": (2, 2), "R02": (3, 3),
    "R03": (1, 1), "R04": (1, 1), "T01": (1, 1), "T02": (2, 2), "T03": (3, 3), "T04": (3, 3), "X01": (2, 2), "X02": (3, 3),
    "X03": (2, 2), "X05": (1, 1), "X06": (2, 2), "X11": (2, 2), "X12": (2, 2),
}  # fmt: skip

# Seen: errors and warnings on the same papers, and on papers made from them with one fault each, now that the rules were mended
# by them; a test counts them anew. Right is what goes when a person mends the keyed fault, and what names the one fault.
SEEN: Final[Counts] = {
    rule_id: (said, said)
    for rule_id, said in {
        "A01": 2, "A02": 5, "A03": 2, "A04": 5, "A05": 1, "B01": 8, "B02": 8, "B03": 8, "B04": 8, "B05": 8, "B06": 1, "B07": 2,
        "B08": 9, "B10": 9, "C01": 12, "C02": 7, "D01": 27, "D04": 8, "G01": 20, "G02": 4, "G03": 16, "H01": 15, "H02": 15,
        "H04": 9, "H05": 7, "H06": 10, "H07": 8, "H09": 2, "K01": 21, "N01": 17, "N02": 6, "N03": 8, "N04": 7, "N05": 2,
        "P01": 8, "P02": 10, "P04": 9, "P05": 8, "P06": 4, "P07": 3, "R01": 16, "R02": 25, "R03": 4, "R04": 8, "T01": 13,
        "T02": 15, "T03": 8, "T04": 5, "X01": 9, "X02": 10, "X03": 9, "X05": 1, "X06": 9, "X09": 7, "X11": 9, "X12": 9, "X14": 3,
        "X17": 7,
    }.items()
}  # fmt: skip
MEASURED: Final = (FIRST_SIGHT, SEEN)


class Figure(NamedTuple):
    """How many of the findings were right; `shared`: of the rule's whole family, for the rule itself has too few."""

    right: int
    said: int
    shared: bool = False

    @property
    def share(self) -> float:
        """Return the share that was right."""
        return self.right / self.said


def figure_of(rule_id: str, measured: Counts) -> Figure | None:
    """Return the figure that holds for a rule by one measurement, None where too little was measured."""
    right, said = measured.get(rule_id, (0, 0))
    if said >= ENOUGH:
        return Figure(right, said)
    family = [counts for other, counts in measured.items() if other[0] == rule_id[0]]
    right, said = sum(right for right, _ in family), sum(said for _, said in family)
    return Figure(right, said, shared=True) if said >= ENOUGH else None


def bounded(severity: Severity, rule_id: str, *measured: Counts) -> Severity:
    """Return `severity`, lowered as far as the figure of the rule asks for by any measurement, where none is given by all."""
    for each in measured or MEASURED:
        figure = figure_of(rule_id, each)
        if figure is not None and figure.share < ERROR_FROM:
            severity = min(severity, Severity.WARNING if figure.share >= WARNING_FROM else Severity.NOTE)
    return severity
