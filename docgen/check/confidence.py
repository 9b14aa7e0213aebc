"""How often what a rule says was right, as corpora show that nobody who wrote the rules had seen; it bounds the severity.

A rule is an error only while at least 95 % of what it says is right, below that a warning, below 80 % a note. Where fewer than
20 cases are known the figure of the rule's family (its letter) stands for it; where that has too few, nothing was measured.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from docgen.check.finding import Severity

ERROR_FROM: Final = 0.95
WARNING_FROM: Final = 0.80
ENOUGH: Final = 20  # cases: with fewer a share says little

# What each rule said of the corpus and how much of it was right, judged by the key that was written before the run.
# Errors alone: warnings and notes bound nothing. Of a fault that the key does not name the clause and the measure decided.
HOW: Final = "40 văn bản do người chưa đọc mã và quy định soạn, có đáp án viết trước; chạy lần đầu, chỉ tính chỗ báo lỗi"
MEASURED: Final[Mapping[str, tuple[int, int]]] = {  # id: (right, said)
    "A02": (3, 3), "A04": (1, 1), "A05": (1, 1), "B01": (1, 1), "B02": (1, 1), "B03": (1, 1), "B04": (2, 2), "B05": (1, 1),
    "C01": (2, 2), "D01": (4, 4), "G01": (4, 4), "G03": (3, 3), "H01": (1, 1), "H02": (1, 1), "H04": (2, 2), "H05": (1, 1),
    "H07": (1, 1), "K01": (1, 1), "N01": (3, 3), "N02": (1, 1), "N04": (2, 2), "N05": (1, 1), "P01": (1, 1), "P02": (3, 3),
    "P04": (2, 2), "P06": (2, 2), "R01": (2, 2), "R02": (3, 3), "R03": (1, 1), "R04": (1, 1), "T01": (1, 1), "T02": (1, 1),
    "T03": (2, 2), "T04": (3, 3), "X11": (2, 2),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """How many of the findings were right; `shared`: of the rule's whole family, for the rule itself has too few."""

    right: int
    said: int
    shared: bool = False

    @property
    def share(self) -> float:
        """Return the share that was right."""
        return self.right / self.said


def figure_of(rule_id: str, measured: Mapping[str, tuple[int, int]] = MEASURED) -> Figure | None:
    """Return the figure that holds for a rule, None where too little was measured."""
    right, said = measured.get(rule_id, (0, 0))
    if said >= ENOUGH:
        return Figure(right, said)
    family = [counts for other, counts in measured.items() if other[0] == rule_id[0]]
    right, said = sum(right for right, _ in family), sum(said for _, said in family)
    return Figure(right, said, shared=True) if said >= ENOUGH else None


def bounded(severity: Severity, rule_id: str, measured: Mapping[str, tuple[int, int]] = MEASURED) -> Severity:
    """Return `severity`, lowered as far as the figure of the rule asks for."""
    figure = figure_of(rule_id, measured)
    if figure is None or figure.share >= ERROR_FROM:
        return severity
    return min(severity, Severity.WARNING if figure.share >= WARNING_FROM else Severity.NOTE)
