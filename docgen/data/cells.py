"""A cell of a workbook as it was filled in: its place, what stands in it, what makes that doubtful."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

CellValue: TypeAlias = str | Decimal | date | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its place in the workbook ("Kết quả!F12"), what stands in it, and what makes that doubtful.

    `fault` says why the value cannot be had: an error of Excel's, a formula that was never reckoned, an old encoding.
    `shared` is the range ("E5:E7") of a merged cell that also covers the rows above this one, from which the value is.
    """

    place: str
    value: CellValue = None
    fault: str = ""
    comment: str = ""
    shared: str = ""
    is_percent: bool = False
    lacks_day: bool = False  # shown as a month and a year: nobody typed the day

    @property
    def is_blank(self) -> bool:
        """Return whether nobody filled it in; a lone dash or dots say nothing."""
        empty = self.value is None or (isinstance(self.value, str) and not self.value.strip(" \t\n-–—_./…"))
        return empty and not self.fault and not self.comment
