"""A paper as its reader sees it: words with their faces, paragraphs, tables, lines drawn, pages, wherever they came from.

Sizes of type and gaps are in points, lengths in millimetres.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import inf
from typing import Any, Final, Literal, NamedTuple

from docgen.check.ink import DrawnRule, Face, Span

Share = Literal["all", "some", "none"]
Align = Literal["left", "center", "right", "both"]
LineRule = Literal["auto", "exact", "atLeast"]
COMMENT: Final = "nhận xét"
ENDNOTE: Final = "chú thích cuối văn bản"
Story = Literal["body", "box", "header", "footer"]
NO_FIELDS: Final = frozenset[str]()
AUTO_LINE: Final = 240.0  # twentieths of a point that make one line where the rule is "auto"


@dataclass(eq=False)
class Line:
    """What stands between two manual line breaks of a paragraph, or a part of it that a tab or a row of blanks sets apart."""

    paragraph: "Paragraph"
    spans: tuple[Span, ...]

    @cached_property
    def text(self) -> str:
        """Return the words with their blanks as typed."""
        return self.spans[0].text if len(self.spans) == 1 else "".join([span.text for span in self.spans])

    @cached_property
    def words(self) -> str:
        """Return the words with one blank between them and none around them."""
        words = " ".join(self.text.split())
        return self.text if words == self.text else words

    @cached_property
    def inked(self) -> tuple[Span, ...]:
        """Return the spans that leave ink."""
        bare = any(not span.text or span.text.isspace() for span in self.spans)
        return tuple(span for span in self.spans if span.text and not span.text.isspace()) if bare else self.spans

    @cached_property
    def sizes(self) -> tuple[float, ...]:
        """Return the sizes of type, the one of most characters first."""
        count: Counter[float] = Counter()
        for span in self.inked:
            count[span.face.size] += span.visible
        return tuple(size for size, _ in count.most_common())

    def share(self, trait: Literal["bold", "italic", "underline", "strike"]) -> Share:
        """Return how much of the inked text is bold, italic, underlined or struck out."""
        values = {getattr(span.face, trait) for span in self.inked}
        return "some" if len(values) > 1 else "all" if values == {True} else "none"


def split_line(line: Line, marks: str) -> Iterator[Line]:
    """Yield the parts of `line` between characters of `marks`."""
    kept: list[Span] = []
    for span in line.spans:
        *closed, last = re.split(f"[{marks}]", span.text)
        for text in closed:
            yield Line(line.paragraph, (*kept, span._replace(text=text)))
            kept = []
        if last:
            kept.append(span._replace(text=last) if closed else span)
    yield Line(line.paragraph, tuple(kept))


class CellPlace(NamedTuple):
    """Where in which table a paragraph stands: row and first grid column from 0, the cell's own width."""

    table: "Table"
    row: int
    column: int
    width: float | None
    span: int = 1


@dataclass(eq=False, kw_only=True, slots=True)
class Paragraph:
    """One paragraph. `number` counts the paragraphs of the body in reading order from 1, those in cells and boxes too.

    `gap_before`, `gap_after` in points; `line_rule` "auto" where `line` 240 is single spacing, else it is points. `fields` are
    the names of Word's fields, `codes` what they say whole; `placeholders` are words of content controls still to be filled;
    `unseen` is white text on white paper, which is no part of the words; `notes` are the footnotes that are called for, each
    behind how many letters and by its name in `View.footnotes`; `attached` is what else hangs on the paragraph and is no text
    of it: a chart, a picture, a comment, each by its kind and its number in `View.asides`; `pieces` are the words as the
    elements of the file hold them, each with its element; `text` is all its words with the number that Word sets before
    them, a line feed at each manual break.
    """

    number: int
    spans: tuple[Span, ...]
    align: Align
    left: float
    right: float
    first_line: float
    gap_before: float
    gap_after: float
    line_rule: LineRule
    line: float
    page_break_before: bool = False
    contextual: bool = False
    tab_stops: tuple[str, ...] = ()
    style: str = ""
    story: Story = "body"
    section: int = 0
    place: CellPlace | None = None
    label: str = ""
    bullet: bool = False
    rules: tuple[DrawnRule, ...] = ()
    fields: frozenset[str] = NO_FIELDS
    codes: tuple[str, ...] = ()
    placeholders: tuple[str, ...] = ()
    unseen: tuple[Span, ...] = ()
    decomposed: bool = False
    mark: Face
    width: float | None = None
    element: Any = field(repr=False, default=None)
    pieces: tuple[tuple[str, Any], ...] = field(repr=False, default=())
    notes: tuple[tuple[int, str], ...] = ()
    attached: tuple[tuple[str, str], ...] = ()
    text: str = field(init=False)
    whole: Line = field(init=False, repr=False)
    _lines: tuple[Line, ...] | None = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.say(self.spans)

    def say(self, spans: tuple[Span, ...]) -> None:
        """Hold `spans`, and none that it held before."""
        self.spans, self.whole, self._lines = spans, Line(self, spans), None
        self.text = self.whole.text

    def let_go(self) -> None:
        """Hold neither its lines nor its place any more; it is of no use then."""
        self.whole = self._lines = self.place = None  # type: ignore[assignment]

    @property
    def words(self) -> str:
        """Return the words with one blank between them and none around them."""
        return self.whole.words

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return the lines between manual breaks that hold a word."""
        if self._lines is None:
            broken = "\n" in self.text or "\f" in self.text or not all(span.text for span in self.spans)
            lines = split_line(self.whole, "\n\f") if broken else (self.whole,)
            self._lines = tuple(line for line in lines if line.words)
        return self._lines

    @property
    def line_height(self) -> float:
        """Return the line spacing as a multiple of single spacing, 0 where it is given in points."""
        return self.line / AUTO_LINE if self.line_rule == "auto" else 0.0


@dataclass(slots=True, eq=False)
class Cell:
    """A cell: its first grid column from 0, how many it spans, its width in mm where known, its blocks.

    `most`: the greatest width that is written for it, infinite where the cell grows with its words.
    """

    column: int
    span: int
    width: float | None
    continues: bool
    blocks: "tuple[Paragraph | Table, ...]"
    most: float = inf

    @property
    def paragraphs(self) -> "tuple[Paragraph, ...]":
        """Return every paragraph of the cell, those of tables inside it too."""
        return tuple(paragraphs_of(self.blocks))


@dataclass(slots=True, eq=False)
class Row:
    """A row of cells."""

    cells: tuple[Cell, ...]
    header: bool
    cant_split: bool


@dataclass(eq=False)
class Table:
    """A table: its rows, its left edge against the text's left edge and its width in mm where known, whether lines show.

    `stretch`: how many times as wide as its cells say Word sets them, to fill the width of the whole.
    """

    rows: tuple[Row, ...] = ()
    width: float | None = None
    stretch: float = 1.0
    left: float | None = None
    ruled: bool = False
    section: int = 0

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Return every paragraph of the table."""
        return tuple(paragraph for row in self.rows for cell in row.cells for paragraph in cell.paragraphs)


Block = Paragraph | Table


def paragraphs_of(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Yield the paragraphs of `blocks` in reading order, those in cells too."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from block.paragraphs


@dataclass(frozen=True, slots=True, eq=False)
class PageHead:
    """The header or footer of a kind of page ("default", "first", "even")."""

    kind: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """A run of pages with one layout. Margins by name (tren, duoi, trai, phai), sizes in mm; `start` restarts page numbers."""

    width: float
    height: float
    margins: dict[str, float]
    title_page: bool
    even_and_odd: bool
    start: int | None
    kind: str
    headers: tuple[PageHead, ...]
    footers: tuple[PageHead, ...]
    last: Paragraph | None = None
    number_format: str = "decimal"
    border_colours: tuple[str, ...] = ()

    @property
    def landscape(self) -> bool:
        """Return whether the pages are wider than high."""
        return self.width > self.height

    @property
    def text_width(self) -> float:
        """Return the width between the margins."""
        return self.width - self.margins["trai"] - self.margins["phai"]


@dataclass(eq=False)
class View:
    """The whole paper. `unread` says in Vietnamese what could not be read; `pages` is how many pages there are, where known.

    `tracked`: whether changes wait to be accepted; `commented`: whether comments stand in the margin; `watermarks` their words.
    `footnotes` are those that the body calls for, by name ("1", "2") in the order of the calls; no rule judges them.
    `asides` are the words of comments and endnotes, by kind and number.
    """

    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    unread: tuple[str, ...] = ()
    pages: int | None = None
    tracked: bool = False
    commented: bool = False
    watermarks: tuple[str, ...] = ()
    footnotes: Mapping[str, tuple[Paragraph, ...]] = field(default_factory=dict)
    asides: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Return every paragraph of the body in reading order."""
        return tuple(paragraphs_of(self.blocks))

    def let_go(self) -> None:
        """Part the paragraphs from what holds them in turn, so that the memory of a judged paper is free at once."""
        heads = (head for section in self.sections for head in (*section.headers, *section.footers))
        for paragraph in (*self.paragraphs, *(each for head in heads for each in head.paragraphs)):
            paragraph.let_go()
