"""Lines of a block in two columns, made by cells, tabs, blanks or text boxes."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate
from typing import Final, Literal

from docgen.check.anatomy.vocabulary import is_stamped
from docgen.check.docview.drawn import typed_rule
from docgen.check.ink import Span
from docgen.check.view import Block, Line, Paragraph, Table
from docgen.text.patterns import lazy_re

Side = Literal["left", "right", "whole"]
_GAP: Final = lazy_re(r"\t+|[ \u00a0]{5,}")


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A line on one side of the page, and the cell (row, column) or the text box that it stands in."""

    line: Line
    side: Side
    row: int | None = None
    column: int | None = None
    table: Table | None = None

    @property
    def box(self) -> object:
        """Return what tells its text box from others, None where it stands in none."""
        return self.line.paragraph.element.getparent() if self.line.paragraph.story == "box" else None

    @property
    def words(self) -> str:
        """Return its words."""
        return self.line.words


def pieces_of(blocks: Iterable[Block]) -> list[Piece]:
    """Return the lines of `blocks` in reading order, each with its side; rows of rule characters and stamps are left out."""
    return [piece for block in blocks for piece in _block_pieces(block)]


@lru_cache(maxsize=64)  # head, foot and rules ask for the same blocks again and again; each keeps the whole of its paper
def _block_pieces(block: Block) -> tuple[Piece, ...]:
    return tuple(piece for piece in _pieces(block) if not (is_typed_rule(piece.line) or is_stamped(piece.line.paragraph)))


def is_typed_rule(line: Line) -> bool:
    """Return whether a line is only a row of underscores or dashes."""
    return bool(line.inked) and typed_rule(line.words, line.inked[0].face.size) is not None


def _pieces(block: Block) -> Iterator[Piece]:
    if isinstance(block, Table):
        for index, row in enumerate(block.rows):
            for cell in row.cells:
                side = side_of(block, cell.column, cell.span)
                yield from _cell_pieces(cell.blocks, side, index, cell.column, block)
    else:
        for line in block.lines:
            parts = parts_of(line)
            sides: list[Side] = ["whole"] if len(parts) == 1 else ["left", *["right"] * (len(parts) - 1)]  # type: ignore[list-item]
            if len(parts) == 1 and line.text.startswith(("\t\t", " " * 30)):
                sides = ["right"]
            yield from (Piece(part, side) for part, side in zip(parts, sides, strict=True))


def _cell_pieces(blocks: tuple[Block, ...], side: Side, row: int, column: int, table: Table) -> Iterator[Piece]:
    """Yield the lines of a cell; a table of several columns inside it has cells of its own."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from (Piece(line, side, row, column, table) for line in block.lines)
        elif any(len(inner.cells) > 1 for inner in block.rows):
            yield from (replace(piece, side=piece.side if side == "whole" else side) for piece in _pieces(block))
        else:
            for inner in block.rows:
                yield from (each for cell in inner.cells for each in _cell_pieces(cell.blocks, side, row, column, table))


def side_of(table: Table, column: int, span: int) -> Side:
    """Return the side of a cell: by widths where they are known, else by its place among the columns."""
    columns, widths = _columns_of(table)
    if columns == 1 or span >= columns:
        return "whole"
    before = widths.get(column)
    if before is not None and table.width:
        own = widths.get(column + span)
        middle = (before + (own if own is not None else table.width)) / 2
        return "left" if middle < table.width * 0.5 else "right"
    return "left" if column + span / 2 <= columns / 2 else "right"


@lru_cache(maxsize=4)  # every cell of a table asks; more would keep as many papers whole
def _columns_of(table: Table) -> tuple[int, Mapping[int, float]]:
    """Return how many columns a table has, and the width before each column, by the first row that tells it."""
    columns, before = 1, {0: 0.0}
    for row in table.rows:
        columns = max([columns, *(cell.column + cell.span for cell in row.cells)])
        if all(cell.width for cell in row.cells):
            ends = accumulate(cell.width or 0.0 for cell in row.cells)
            for cell, end in zip(row.cells, ends, strict=True):
                before.setdefault(cell.column + cell.span, end)
    return columns, before


def parts_of(line: Line) -> list[Line]:
    """Return the parts of `line` that tabs or rows of blanks set apart; a blank to write in is no gap."""
    text = line.text
    cuts = [match.span() for match in _GAP.finditer(text) if _is_gap(text, match)]
    parts, start = [], 0
    for first, last in [*cuts, (len(text), len(text))]:
        if text[start:first].strip():
            parts.append(sliced(line, start, first))
        start = last
    return parts or [line]


def _is_gap(text: str, match: "re.Match[str]") -> bool:
    before, after = text[: match.start()].rstrip(), text[match.end() :]
    if not before or not after.strip():
        return False
    if "\t" in match.group():
        return True
    last = before.split()[-1].lower()
    return last not in ("ngày", "tháng", "năm", "số:", "số") and not after.lstrip().lower().startswith(("tháng", "năm", "/"))


def sliced(line: Line, start: int, end: int) -> Line:
    """Return the characters of `line` from `start` to `end` with their faces."""
    spans, place = [], 0
    for span in line.spans:
        first, last = max(start - place, 0), max(end - place, 0)
        if text := span.text[first:last]:
            spans.append(Span(text, span.face, span.automatic))
        place += len(span.text)
    return Line(line.paragraph, tuple(spans))
