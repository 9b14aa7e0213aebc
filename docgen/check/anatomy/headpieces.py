"""The pieces of a head as they are told apart, and what their places tell: room, layout, which stand side by side."""

from dataclasses import dataclass, field
from typing import Literal

from docgen.check.anatomy.pieces import Piece


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
