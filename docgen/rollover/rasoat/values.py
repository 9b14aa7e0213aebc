"""What a review list holds: its heading facts, and its items, each with the places that it is about."""

from dataclasses import dataclass
from typing import Final

from docgen.errors import Place
from docgen.rollover.values import Change, Group, Years

ORDER: Final = (Group.DECIDE, Group.DONE, Group.LEFT)  # what a person has to act on comes first


@dataclass(frozen=True, slots=True)
class Cho:
    """One place: what was done there, what a person calls it, and where it stands in the new file."""

    change: Change
    ten: str
    place: Place


@dataclass(frozen=True, slots=True)
class MucRaSoat:
    """An item with its number: the places where the same became of the same words for the same reason."""

    so: int
    cho: tuple[Cho, ...]

    @property
    def group(self) -> Group:
        """Return the part of the list in which it stands."""
        return self.cho[0].change.group

    @property
    def old(self) -> str:
        """Return the words that stood there."""
        return self.cho[0].change.old

    @property
    def new(self) -> str:
        """Return the words that stand there now."""
        return self.cho[0].change.new

    @property
    def why(self) -> str:
        """Return the reason."""
        return self.cho[0].change.why

    @property
    def is_remark(self) -> bool:
        """Return whether it is about a place as a whole, not about words in it."""
        return not self.old and not self.new


@dataclass(frozen=True, slots=True)
class RaSoat:
    """The review list: the plan's subject, the years, the file that was read, the one that was written, and the items."""

    trich_yeu: str
    years: Years
    nguon: str
    dich: str
    muc: tuple[MucRaSoat, ...]

    def of(self, group: Group) -> tuple[MucRaSoat, ...]:
        """Return the items of one part."""
        return tuple(item for item in self.muc if item.group is group)

    def places(self, group: Group) -> int:
        """Return how many places the items of one part are about."""
        return sum(len(item.cho) for item in self.of(group))
