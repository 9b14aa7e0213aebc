"""Paragraphs and tables with their effective layout, and the lines drawn in them. Lengths are in millimetres, gaps in points."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, Literal

from docgen.check.view.text import Face, Line, Span, split_line

Align = Literal["left", "center", "right", "both"]
Story = Literal["body", "box", "header", "footer"]
RuleKind = Literal["drawing", "border", "cell border", "characters", "underline"]

AUTO_LINE: Final = 240.0  # twentieths of a point that make one line where the rule is "auto"


@dataclass(frozen=True, slots=True)
class DrawnRule:
    """A horizontal line on the page. `length` and `middle` (from the left edge of its cell or text area) only where known."""

    kind: RuleKind
    length: float | None
    middle: float | None = None
    color: str | None = None
    floating: bool = False


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Where in which table a paragraph stands: row and first grid column from 0, the cell's own width."""

    table: "Table"
    row: int
    column: int
    width: float | None
    span: int = 1


@dataclass(eq=False, kw_only=True)
class Paragraph:
    """One paragraph. `number` counts the paragraphs of the body in reading order from 1, those in cells and boxes too.

    `gap_before`, `gap_after` in points; `line_rule` "auto" where `line` 240 is single spacing, else it is points.
    """

    number: int
    spans: tuple[Span, ...]
    align: Align
    left: float
    right: float
    first_line: float
    gap_before: float
    gap_after: float
    line_rule: Literal["auto", "exact", "atLeast"]
    line: float
    keep_next: bool = False
    keep_lines: bool = False
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
    fields: frozenset[str] = frozenset()
    decomposed: bool = False
    mark: Face
    width: float | None = None
    element: Any = field(repr=False, default=None)

    @cached_property
    def whole(self) -> Line:
        """Return the paragraph as one line."""
        return Line(self, self.spans)

    @property
    def text(self) -> str:
        """Return the paragraph's words, with the number that Word sets before them, a line feed at each manual break."""
        return self.whole.text

    @property
    def words(self) -> str:
        """Return the words with one blank between them and none around them."""
        return self.whole.words

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Return the lines between manual breaks that hold a word."""
        return tuple(line for line in split_line(self.whole, "\n\f") if line.words)

    @property
    def line_height(self) -> float:
        """Return the line spacing as a multiple of single spacing, 0 where it is given in points."""
        return self.line / AUTO_LINE if self.line_rule == "auto" else 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """A cell: its first grid column from 0, how many it spans, its width in mm where known, its blocks."""

    column: int
    span: int
    width: float | None
    continues: bool
    blocks: "tuple[Paragraph | Table, ...]"

    @property
    def paragraphs(self) -> "tuple[Paragraph, ...]":
        """Return every paragraph of the cell, those of tables inside it too."""
        return tuple(paragraphs_of(self.blocks))


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A row of cells."""

    cells: tuple[Cell, ...]
    header: bool
    cant_split: bool


@dataclass(eq=False)
class Table:
    """A table: its rows, its left edge against the text's left edge and its width in mm where known, whether lines show."""

    rows: tuple[Row, ...] = ()
    width: float | None = None
    left: float | None = None
    ruled: bool = False
    section: int = 0

    @property
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
