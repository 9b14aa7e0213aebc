"""What would mend a fault, as data: a rule says it beside what it found, `check/repair` does it in the file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from docgen.check.ink import DrawnRule
from docgen.check.view import Align, Line, LineRule, Paragraph

Sizes = tuple[float, float]


class Letters(NamedTuple):
    """The characters of `where` in another face; None leaves a trait as it is.

    Of the sizes that `size` allows the one is taken that goes with the rest of the paper. `black` takes a colour away, and
    `plain` what marks text in a colour.
    """

    where: Line | Paragraph
    size: Sizes | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    font: str | None = None
    black: bool = False
    plain: bool = False


class Layout(NamedTuple):
    """A paragraph otherwise on its page; None leaves a trait as it is. Lengths in mm, gaps in points.

    `line` is the distance of lines as a paragraph has it: its rule, and how much. `apart`: gaps between paragraphs of one style
    count as well.
    """

    where: Paragraph
    align: Align | None = None
    left: float | None = None
    first_line: float | None = None
    gap_before: float | None = None
    gap_after: float | None = None
    line: tuple[LineRule, float] | None = None
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """The pages of a section (counted from 0) otherwise: size, or margins by name, in mm; `start` of its numbers.

    `title_page`: the first page has a header of its own.
    """

    section: int
    size: tuple[float, float] | None = None
    margins: Mapping[str, float] = field(default_factory=dict)
    start: int | None = None
    title_page: bool = False


class Words(NamedTuple):
    """`new` in place of the words `old` of `where`, the last ones of several where `last`; without `old`, before or behind it.

    `start` is where in the whole text of the paragraph they begin, where that matters.
    """

    where: Line | Paragraph
    old: str
    new: str
    last: bool = False
    start: int | None = None


class Inserted(NamedTuple):
    """A line with the words `new` above `where`, set as that one is."""

    where: Line
    new: str


class Drawn(NamedTuple):
    """A line of `length` mm drawn under the words of `where`, in the place of the `old` ones; None only takes those away."""

    where: Line
    length: float | None
    old: tuple[DrawnRule, ...] = ()


class Widened(NamedTuple):
    """The cell of a line made so wide that the line, which takes `length` mm, stands on one line of print."""

    where: Line
    length: float


class Repeated(NamedTuple):
    """The row of `where` at the head of each page that its table goes on to."""

    where: Paragraph


class Unlisted(NamedTuple):
    """A paragraph that Word marks no longer by itself."""

    where: Paragraph


class Composed(NamedTuple):
    """The letters of a paragraph each with its marks as one character (NFC)."""

    where: Paragraph


class Erased(NamedTuple):
    """A paragraph of a header or footer without its words."""

    where: Paragraph


class Numbered(NamedTuple):
    """The number of the page in the empty paragraph `where` of a header, None where there is no such header yet."""

    where: Paragraph | None


Mend = Letters | Layout | Sheet | Words | Inserted | Drawn | Widened | Repeated | Unlisted | Composed | Erased | Numbered
_MARKS: Final = ".,;:"


def ended(where: Line | Paragraph, mark: str) -> tuple[Words]:
    """Return what makes the words of `where` end with `mark`, in the place of the one that they end with."""
    last = where.text.rstrip()[-1:]
    return (Words(where, last if last in _MARKS else "", mark, last=True),)


def retyped(where: Line | Paragraph, new: str) -> tuple[Words]:
    """Return what makes `new` of the words of `where`."""
    return (Words(where, where.text.strip(), new),)
