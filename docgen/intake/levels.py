"""The titles of groups that are open while a table is read: which stands in which, and whether tasks came under it."""

from dataclasses import dataclass
from typing import Final

from docgen.intake.grids import Ledger
from docgen.intake.typed import Mark, mark_of, unmarked
from docgen.text.folding import on_one_line
from docgen.text.wording import blank

OF_COLUMN: Final = "column"  # the kind of a title that stands in a column of its own
_BETWEEN: Final = " – "
_UNNUMBERED: Final = ("TITLE", "title")  # in capitals, or not


@dataclass(slots=True)
class _Title:
    """The title of a group that is open: how its row is numbered, its words, its place, whether tasks came under it."""

    kind: str
    words: str
    place: str
    used: bool = False


class Levels:
    """The open titles, the outermost first; `empty` counts those closed without a task."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._open: list[_Title] = []
        self.empty = 0

    def __bool__(self) -> bool:
        return bool(self._open)

    @property
    def title(self) -> str:
        """Return all open titles as one."""
        return _BETWEEN.join(one.words for one in self._open)

    def open(self, kind: str, title: str, place: str) -> None:
        """Open a title of `kind` below those that it stands in; the others are closed."""
        level = self._level(kind)
        self.close(level)
        words = unmarked(on_one_line(title))
        self._open.append(_Title(kind, words if mark_of(words) is None else blank("tên nhóm"), place))
        if level:
            self._ledger.gather("nested", place)

    def close(self, level: int = 0) -> None:
        """Close the titles from `level` on."""
        for title in self._open[level:]:
            if not title.used and title.kind != OF_COLUMN:
                self.empty += 1
                self._ledger.gather("group_of_none", title.place)
        del self._open[level:]

    def close_from(self, kind: str) -> None:
        """Close the title of `kind` and those in it: a task that is numbered like a title stands beside it."""
        level = self._of_kind(kind)
        if level is not None:
            self.close(level)

    def use(self) -> bool:
        """Note that a task came under the open titles; return whether it is the first under one of them."""
        is_first = any(not one.used for one in self._open)
        for one in self._open:
            one.used = True
        return is_first

    def _of_kind(self, kind: str) -> int | None:
        return next((index for index, one in enumerate(self._open) if one.kind == kind), None)

    def _level(self, kind: str) -> int:
        """Return how deep a title of this kind stands; two without numbers are of one level once tasks came under the first."""
        same = self._of_kind(kind)
        if same is not None:
            return same
        last = self._open[-1] if self._open else None
        is_beside = kind in _UNNUMBERED and last is not None and last.kind in _UNNUMBERED and last.used
        return len(self._open) - is_beside


def kind_of_title(mark: Mark | None, title: str) -> str:
    """Return the kind of a title: how it is numbered, or whether it is in capitals."""
    return mark.kind if mark is not None else _UNNUMBERED[not title.isupper()]
