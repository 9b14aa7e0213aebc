"""What the places of lines, in cells, columns and boxes, tell of the head: its layout, and which drawn line belongs to what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from docgen.check.anatomy.pieces import Piece, Side, parts_of, side_of
from docgen.check.docview.drawn import typed_rule
from docgen.check.ink import DrawnRule
from docgen.check.view import Block, Paragraph


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


def _rules_on(paragraph: Paragraph) -> Iterator[tuple[Side, DrawnRule]]:
    """Yield the lines drawn in a paragraph, with the side where that can be told by the paragraph alone."""
    for rule in paragraph.rules:
        yield "whole", rule
    for line in paragraph.lines:
        parts = parts_of(line)
        for index, part in enumerate(parts):
            rule_here = typed_rule(part.words, part.inked[0].face.size) if part.inked and len(parts) > 1 else None
            if rule_here:
                yield ("left" if index == 0 else "right"), rule_here


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
            for side, rule in _rules_on(paragraph):
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
