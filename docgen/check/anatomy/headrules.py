"""Lines drawn in the head: which stands under the office's name, which under the motto, which under the V/v of a letter."""

from collections.abc import Iterable

from docgen.check.anatomy.headpieces import HeadPieces
from docgen.check.anatomy.pieces import Piece, Side, rules_on, side_of
from docgen.check.view import Block, DrawnRule, Paragraph


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
