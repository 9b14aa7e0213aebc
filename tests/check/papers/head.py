"""The head of a paper: who issues it, its number, the state's name and motto, place and date, in every layout offices use."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm
from docx.table import Table, _Cell

from docgen.decree30 import QUOC_HIEU, TIEU_NGU
from tests.check.papers.rules import Kind, add_rule, rule
from tests.check.papers.word import Letters, Shape, paragraph, table, text_width, tiny, write

SHARE: Final = 0.4  # the decree wants a line of 1/3 to 1/2 of the words above it
CELL_MARGIN: Final = 3.8  # Word's own, both sides together
LEFT, RIGHT = 64.0, 101.0  # the two columns where the text is 165 mm wide


@dataclass(frozen=True, slots=True)
class Sizes:
    """A coherent set of sizes: the state's name and the office, the motto, the date, the body, the subject of a letter."""

    quoc_hieu: float = 13
    tieu_ngu: float = 14
    dia_danh: float = 14
    noi_dung: float = 14
    v_v: float = 12
    kem_theo: float = 14


LARGE: Final = Sizes()
SMALL: Final = Sizes(12, 13, 13, 13, kem_theo=13)
SAMPLE: Final = Sizes(12, 13, 13, 14, kem_theo=13)  # the column of examples in the decree's own table


@dataclass(frozen=True, slots=True)
class Head:
    """The words of a head: `ban_hanh` and `chu_quan` line by line; an attached regulation has no `so` and no `ngay`."""

    ban_hanh: tuple[str, ...]
    so: str | None = None
    ngay: str | None = None
    chu_quan: tuple[str, ...] = ()
    v_v: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the head, the length of the rule under it, and the gap above it."""

    text: str
    letters: Letters
    rule: float = 0
    before: float = 0


@dataclass(frozen=True, slots=True)
class Sides:
    """The lines of a head: the names at the top, then number and date, on the left and on the right."""

    top_left: Sequence[Line]
    top_right: Sequence[Line]
    low_left: Sequence[Line]
    low_right: Sequence[Line]


Layout = Callable[[Document, Sides, Kind], None]


def sides(head: Head, sizes: Sizes) -> Sides:
    """Return the lines of `head` in the style and size of each, with the length of its rules."""
    office, motto = Letters(sizes.quoc_hieu, bold=True), Letters(sizes.tieu_ngu, bold=True)
    last = head.ban_hanh[-1]
    return Sides(
        [
            *(Line(text, Letters(sizes.quoc_hieu)) for text in head.chu_quan),
            *(Line(text, office) for text in head.ban_hanh[:-1]),
            Line(last, office, SHARE * office.width(last)),
        ],
        [Line(QUOC_HIEU, office), Line(TIEU_NGU, motto, motto.width(TIEU_NGU))],
        [
            *([Line(head.so, Letters(13))] if head.so else []),
            *([Line(head.v_v, Letters(sizes.v_v), before=6)] if head.v_v else []),
        ],
        [Line(head.ngay, Letters(sizes.dia_danh, italic=True))] if head.ngay else [],
    )


def _fill(cell: _Cell, lines: Sequence[Line], kind: Kind, *, rules: bool = True) -> None:
    for line in lines:
        under = paragraph(cell, line.text, line.letters, Shape("center", before=line.before))
        if line.rule and rules:
            rule(under, line.rule, kind, room=int(cell.width or 0) / Mm(1) - CELL_MARGIN, letters=line.letters)


def _ruled_row(cells: Sequence[_Cell], lines: Sequence[Line]) -> None:
    for cell, line in zip(cells, lines, strict=True):
        add_rule(tiny(paragraph(cell, "", Letters(3), Shape("center", after=4))), line.rule)


def _table(document: Document, rows: int, widths: Sequence[float]) -> Table:
    share = text_width(document) / sum(widths)
    return table(document, rows, [width * share for width in widths])


def grid(rows: int, widths: Sequence[float] = (LEFT, RIGHT), columns: tuple[int, int] = (0, 1)) -> Layout:
    """Return the layout of a borderless table of 1 to 4 rows, the words in two of its columns."""

    def lay(document: Document, head: Sides, kind: Kind) -> None:
        made = _table(document, rows, widths)
        rows_of = [[row.cells[column] for column in columns] for row in made.rows]
        tops, lows = (head.top_left, head.top_right), (head.low_left, head.low_right)
        for cell, top, low in zip(rows_of[0], tops, lows, strict=True):
            shown = [*top, *low] if rows == 1 else top[:1] if rows == 4 else top
            _fill(cell, shown, kind, rules=rows < 3)
        if rows == 4:
            for cell, top in zip(rows_of[1], tops, strict=True):
                _fill(cell, top[1:], kind, rules=False)
        if rows >= 3:
            _ruled_row(rows_of[-2], [top[-1] for top in tops])
        if rows >= 2:
            for cell, low in zip(rows_of[-1], lows, strict=True):
                _fill(cell, low, kind)

    return lay


def line_breaks(document: Document, head: Sides, kind: Kind) -> None:
    """Lay the head out in one row of two cells, the lines of each parted by manual breaks instead of paragraphs."""
    made = _table(document, 1, (LEFT, RIGHT))
    for cell, top, low in zip(made.rows[0].cells, (head.top_left, head.top_right), (head.low_left, head.low_right), strict=True):
        words = paragraph(cell, "", Letters(13), Shape("center"))
        for place, line in enumerate([*top, *low[:1]]):
            write(words, f"\n{line.text}" if place else line.text, line.letters)
            if line.rule:
                write(words, "\n", Letters(3))
                add_rule(words, line.rule)
        _fill(cell, low[1:], kind)


def _rows(head: Sides) -> list[tuple[Line | None, Line | None]]:
    """Return the head line by line, left and right; a subject that takes several lines is broken."""
    left = [*head.top_left, *head.low_left[:1]]
    for line in head.low_left[1:]:
        left += [
            Line(words, line.letters, before=0 if place else line.before)
            for place, words in enumerate(line.letters.lines(line.text, LEFT))
        ]
    right = [*head.top_right, *head.low_right]
    return list(zip_longest(left, right))


def tabs(document: Document, head: Sides, _kind: Kind) -> None:
    """Lay the head out without a table, on two centred tabs."""
    for left, right in _rows(head):
        shown = [line for line in (left, right) if line]
        row = paragraph(document, "", Letters(13), Shape(before=max(line.before for line in shown)))
        rules = tiny(paragraph(document, "", Letters(3), Shape(after=4))) if any(line.rule for line in shown) else None
        for made in filter(None, (row, rules)):
            for stop in (LEFT / 2, LEFT + RIGHT / 2):
                made.paragraph_format.tab_stops.add_tab_stop(Mm(stop), WD_TAB_ALIGNMENT.CENTER)
        for line in (left, right):
            write(row, f"\t{line.text}" if line else "", line.letters if line else Letters(13))
            if rules and line:
                write(rules, "\t", Letters(3))
                add_rule(rules, line.rule)


def spaces(document: Document, head: Sides, _kind: Kind) -> None:
    """Lay the head out without a table, pushed into place by runs of spaces, as no paper should be."""
    blank = Letters(13)
    for left, right in _rows(head):
        shown = [line for line in (left, right) if line]
        row = paragraph(document, "", blank, Shape(before=max(line.before for line in shown)))
        rules = tiny(paragraph(document, "", blank, Shape(after=4))) if any(line.rule for line in shown) else None
        at = drawn = 0.0
        for line, middle in ((left, LEFT / 2), (right, LEFT + RIGHT / 2)):
            if line:
                start = middle - line.letters.width(line.text) / 2
                write(row, " " * round((start - at) / blank.width(" ")), blank)
                write(row, line.text, line.letters)
                at = start + line.letters.width(line.text)
            if rules and line:
                write(rules, " " * round((middle - line.rule / 2 - drawn) / blank.width(" ")), blank)
                add_rule(rules, line.rule)
                drawn = middle + line.rule / 2


LAYOUTS: Final[dict[str, Layout]] = {
    "1x2": grid(1),
    "2x2": grid(2),
    "3x2": grid(3),
    "4x2": grid(4),
    "1x3": grid(1, (60.5, 3.5, 101), (0, 2)),
    "2x3": grid(2, (60.5, 3.5, 101), (0, 2)),
    "2x5": grid(2, (0.5, 60, 3, 101, 0.5), (1, 3)),
    "line breaks": line_breaks,
    "tabs": tabs,
    "spaces": spaces,
}
