"""Lines of a block in two columns, made by cells, tabs, blanks or text boxes, and what their places tell of the head."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import accumulate
from typing import Final, Literal

from docgen.check.anatomy.vocabulary import is_stamped
from docgen.check.docview.drawn import typed_rule
from docgen.check.ink import DrawnRule, Span
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


@lru_cache(maxsize=256)  # head, foot and rules ask for the same blocks again and again
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


@lru_cache(maxsize=256)  # every cell of a table asks
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


def rules_on(paragraph: Paragraph) -> Iterator[tuple[Side, DrawnRule]]:
    """Yield the lines drawn in a paragraph, with the side where that can be told by the paragraph alone."""
    for rule in paragraph.rules:
        yield "whole", rule
    for line in paragraph.lines:
        parts = parts_of(line)
        for index, part in enumerate(parts):
            rule_here = typed_rule(part.words, part.inked[0].face.size) if part.inked and len(parts) > 1 else None
            if rule_here:
                yield ("left" if index == 0 else "right"), rule_here


@dataclass
class HeadPieces:
    """The pieces of the head as they are told apart."""

    quoc_hieu: Piece | None = None
    tieu_ngu: Piece | None = None
    so: Piece | None = None
    ngay: Piece | None = None
    khan: Piece | None = None
    mat: Piece | None = None
    luu_hanh: Piece | None = None
    about: list[Piece] = field(default_factory=list)
    names: list[Piece] = field(default_factory=list)


def room(piece: Piece | None) -> float | None:
    """Return the width in mm that the column of `piece` offers a line."""
    if piece is None or piece.table is None or piece.line.paragraph.width is None:
        return None
    paragraph = piece.line.paragraph
    return paragraph.width - paragraph.left - paragraph.right if paragraph.width else None


def beside(so: Piece | None, ngay: Piece | None) -> bool | None:
    """Return whether number and date stand on one line; None where several lines of a cell make that hard to tell."""
    if so is None or ngay is None or "box" in (so.line.paragraph.story, ngay.line.paragraph.story):
        return None
    if so.table is None and ngay.table is None:
        return so.line.paragraph is ngay.line.paragraph
    if so.table is not ngay.table:
        return None
    if so.row != ngay.row:
        return False
    first = [_opens_cell(piece) for piece in (so, ngay)]
    return True if all(first) else None


def _opens_cell(piece: Piece) -> bool:
    """Return whether `piece` is the first line of its cell."""
    if piece.table is None or piece.row is None:
        return False
    cell = next((each for each in piece.table.rows[piece.row].cells if each.column == piece.column), None)
    first = next((paragraph for paragraph in cell.paragraphs if paragraph.words), None) if cell else None
    return first is piece.line.paragraph and first.lines[0].words == piece.words


def layout(found: HeadPieces) -> Literal["table", "tabs", "boxes", "none"]:
    """Return how the head is laid out, "none" where there is none."""
    known = found.quoc_hieu or found.tieu_ngu or found.so
    if known is None:
        return "none"
    if known.table is not None:
        return "table"
    return "boxes" if known.line.paragraph.story == "box" else "tabs"


def underlines(piece: Piece | None) -> tuple[DrawnRule, ...]:
    """Return the line that underlined text stands in for."""
    return (DrawnRule("underline", None),) if piece and piece.line.share("underline") != "none" else ()


def head_rules(
    blocks: Iterable[Block], found: HeadPieces, text_width: float
) -> tuple[list[DrawnRule], list[DrawnRule], list[DrawnRule]]:
    """Return the lines drawn at the left under the office's name, at the right under the motto, and under the V/v of a letter."""
    left: list[DrawnRule] = []
    right: list[DrawnRule] = []
    below: list[DrawnRule] = []
    so_number = found.so.line.paragraph.number if found.so else None
    for block in blocks:
        for paragraph in [block] if isinstance(block, Paragraph) else block.paragraphs:
            for side, rule in rules_on(paragraph):
                where = _rule_side(side, rule, paragraph, found, text_width)
                if where == "right" or (where == "whole" and left and not right):
                    right.append(rule)
                elif found.about and so_number is not None and paragraph.number > so_number and (left or not rule.floating):
                    below.append(rule)
                else:
                    left.append(rule)
    return left, right, below


def _rule_side(side: Side, rule: DrawnRule, paragraph: Paragraph, found: HeadPieces, text_width: float) -> Side:
    place = paragraph.place
    if place is not None:
        column = side_of(place.table, place.column, place.span)
        if rule.floating and rule.middle is not None and place.width and rule.middle > place.width and column == "left":
            return "right"
        return column
    if side != "whole":
        return side
    box = paragraph.element.getparent() if paragraph.story == "box" else None
    if rule.middle is not None and box is None:
        return "left" if rule.middle < text_width / 2 else "right"
    holds: dict[Side, list[Piece | None]] = {
        "left": [found.so, *found.names],
        "right": [found.quoc_hieu, found.tieu_ngu, found.ngay],
    }
    for name, pieces in holds.items():
        if any(piece and piece.box is not None and piece.box is box for piece in pieces):
            return name
    return "whole"
