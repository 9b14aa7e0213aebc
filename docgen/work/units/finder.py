"""Where names stand in a text, with all that is needed to write another name there."""

from collections.abc import Iterable
from dataclasses import dataclass

from docgen.work.units.names import Names
from docgen.work.units.place import Place
from docgen.work.units.scan import Found, Scan
from docgen.work.units.words import Words


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a text: its folded letters, from where to where it stands, and where the place behind it ends.

    `head` are the folded letters that it shares with the name before it and leaves out ("Sở Tài chính, Y tế"), `lends` those
    that the names behind it leave out; `start_with_cac` is where "các" stands before it.
    """

    key: str
    start: int
    end: int
    reach: int
    start_with_cac: int
    head: str = ""
    lends: tuple[str, ...] = ()


class Finder:
    """Finds the names whose folded letters are `keys`, as a person of the office at `place` would."""

    def __init__(self, keys: Iterable[str], place: str = "") -> None:
        self._names = Names(keys)
        self._place = Place(place)

    def find(self, text: str, *, is_list: bool) -> tuple[Named, ...]:
        """Return every name in `text`, which is a list of units or prose."""
        words = Words(text)
        scan = Scan(words, self._names, self._place)
        found = tuple(scan.all() if is_list else scan.anywhere())
        return tuple(_named(words, one, found[index + 1 :]) for index, one in enumerate(found))


def _named(words: Words, one: Found, behind: tuple[Found, ...]) -> Named:
    ends = [end for _, end in words.spelling.words]
    start = words.start(one.first)
    before = one.first - 1
    is_cac = before >= 0 and words.slice(before, before).casefold() == "các" and words.follows(one.first)
    lends = []
    for other in behind:
        if not other.head:
            break
        if one.key.startswith(other.head) and not one.head.startswith(other.head):
            lends.append(other.head)
    first = words.start(before) if is_cac else start
    return Named(one.key, start, ends[one.name_last], ends[one.last], first, one.head, tuple(lends))
