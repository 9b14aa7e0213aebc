"""What a time expression says: its periods, whether they come again, and the words that could not be read."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Dot:
    """A period, both days counted in; without `den` it goes on for good."""

    tu: date
    den: date | None


@dataclass(frozen=True, slots=True)
class ThoiGian:
    """A time expression: its words, its periods in order, whether they recur, and what is not clear, as a sentence."""

    chu: str
    dot: tuple[Dot, ...] = ()
    dinh_ky: bool = False
    chua_ro: str | None = None

    @property
    def tu(self) -> date | None:
        """Return the first day, if any could be read."""
        return self.dot[0].tu if self.dot else None

    @property
    def den(self) -> date | None:
        """Return the last day, if there is one and it could be read."""
        days = [dot.den for dot in self.dot if dot.den is not None]
        return max(days) if days and len(days) == len(self.dot) else None
