"""Reads tables: rows and cells on their grid, widths, which lines show."""

from collections.abc import Callable, Iterator, Sequence
from math import inf
from typing import Final, NamedTuple

from docgen.check.docview.drawn import cell_rule, shows_cell, shows_lines
from docgen.check.docview.ooxml import VAL, Element, W, child, children, is_on, millimetres, number, value, whole
from docgen.check.docview.styles import Style, StyleSheet
from docgen.check.view import Block, Cell, CellPlace, Paragraph, Row, Story, Table

_CELL_MARGIN: Final = 1.9  # mm on each side where nothing is said
_MOST_COLUMNS: Final = 63
_WRAPPERS: Final = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins"))
_ROW, _CELL, _WIDTH, _SHADING, _LENGTH, _KIND = (W + name for name in ("tr", "tc", "tcW", "shd", "w", "type"))
_SAID: Final = tuple(W + name for name in ("tcBorders", "gridSpan", "tcMar", "vMerge"))
_UNBROKEN: Final = tuple(W + name for name in ("noWrap", "tcFitText"))


class Frame(NamedTuple):
    """Where blocks stand: how much width they have, in which cell, under which table style."""

    width: float | None
    table_style: Style
    place: CellPlace | None = None
    story: Story = "body"
    shaded: bool = False


ReadBlocks = Callable[[Element, Frame], Sequence[Block]]


def read_table(element: Element, frame: Frame, sheet: StyleSheet, section: int, read_blocks: ReadBlocks) -> Table:
    """Return the table, which stands in `frame`, its cells read in order by `read_blocks`."""
    return _TableReader(element, frame, sheet, section, read_blocks).table()


class _TableReader:
    """Reads one table: what all its cells share is kept here."""

    def __init__(self, element: Element, frame: Frame, sheet: StyleSheet, section: int, read_blocks: ReadBlocks) -> None:
        self._read_blocks = read_blocks
        self._element = element
        self._outer = frame
        self._properties = child(element, "tblPr")
        self._style = sheet.style(value(self._properties, "tblStyle"), "table")
        grid = child(element, "tblGrid")
        self._grid = [] if grid is None else [millimetres(column.get(f"{W}w")) or 0.0 for column in grid]
        self._wanted = _width(child(self._properties, "tblW"), frame.width)
        self._width = self._wanted or frame.width
        self._margins = [child(self._properties, "tblCellMar"), child(child(self._style.element, "tblPr"), "tblCellMar")]
        self._margin = _cell_margins(self._margins)
        layout = child(self._properties, "tblLayout")
        self._is_fixed = layout is not None and layout.get(f"{W}type") == "fixed"
        self._table = Table(section=section)
        shown = shows_lines(self._properties)
        self._shows = self._style_shows(sheet) if shown is None else shown
        self._shaded = self._style.element is not None and any(True for _ in self._style.element.iter(f"{W}shd"))
        self._ruled: list[bool] = []

    def table(self) -> Table:
        table = self._table
        table.rows = tuple(self._row(row, index) for index, row in enumerate(self._rows()))
        widths = [sum(cell.width for cell in row.cells if cell.width) for row in table.rows]
        table.width = max(widths, default=0.0) or self._wanted
        if self._wanted and table.width and not self._is_fixed:
            table.stretch = max(self._wanted / table.width, 1.0)
        table.left = _left(self._properties, self._outer.width, table.width)
        table.ruled = 2 * sum(self._ruled) > len(self._ruled)
        return table

    def _rows(self) -> Iterator[Element]:
        """Yield the rows but for those that tracked changes take away."""
        for row in _children(self._element, _ROW):
            if child(child(row, "trPr"), "del") is None:
                yield row

    def _row(self, element: Element, index: int) -> Row:
        properties = child(element, "trPr")
        column = whole(value(properties, "gridBefore")) or 0
        cells = []
        for each in _children(element, _CELL):
            cell = self._cell(each, index, column)
            cells.append(cell)
            column += cell.span
        return Row(tuple(cells), _switch(properties, "tblHeader"), _switch(properties, "cantSplit"))

    def _cell(self, element: Element, row: int, column: int) -> Cell:
        said = children(child(element, "tcPr"))
        borders, spanned, own, merge = map(said.get, _SAID)
        self._ruled.append(shows_cell(borders, self._shows))
        span = 1 if spanned is None else min(max(whole(spanned.get(VAL)) or 1, 1), _MOST_COLUMNS)
        on_grid = sum(self._grid[column : column + span])
        written = _width(said.get(_WIDTH), self._width)
        width = written or on_grid or None
        margin = self._margin if own is None else _cell_margins([own, *self._margins])
        inner = None if width is None else max(width - margin, 0.0)
        on_one_line = any(name in said and is_on(said[name]) for name in _UNBROKEN)  # unbroken, or pressed into the cell
        grows = on_one_line or not (written or self._is_fixed) or width is None
        place = CellPlace(self._table, row, column, width, span)
        shaded = self._shaded or _is_shaded(said.get(_SHADING))
        blocks = tuple(self._read_blocks(element, Frame(inner, self._style, place, self._outer.story, shaded)))
        if borders is not None:
            _attach_borders(borders, blocks, width)
        continues = merge is not None and merge.get(VAL) in (None, "continue")
        return Cell(column, span, width, continues, blocks, inf if grows else written or on_grid)

    def _style_shows(self, sheet: StyleSheet) -> bool:
        for each in self._style.chain:
            shown = shows_lines(child(sheet.elements[each], "tblPr"))
            if shown is not None:
                return shown
        return False


def _is_shaded(shading: Element | None) -> bool:
    return shading is not None and (shading.get(f"{W}fill") or "auto").lower() not in ("auto", "ffffff")


def _children(parent: Element, tag: str) -> Iterator[Element]:
    """Yield the children `tag`, those in content controls and insertions too."""
    for each in parent:
        if each.tag == tag:
            yield each
        elif each.tag in _WRAPPERS:
            yield from _children(each, tag)


def _attach_borders(borders: Element, blocks: tuple[object, ...], width: float | None) -> None:
    """Add the line that a cell's only border makes to the paragraph beside it."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    for side, nearest in (("bottom", paragraphs[-1:]), ("top", paragraphs[:1])):
        rule = cell_rule(borders, side, width)
        if rule and nearest:
            nearest[0].rules = (*nearest[0].rules, rule)


def _width(element: Element | None, whole_width: float | None) -> float | None:
    if element is None:
        return None
    written = element.get(_LENGTH)
    kind = element.get(_KIND) or "dxa"
    if kind == "pct" or (written or "").endswith("%"):
        share = number((written or "").rstrip("%"))
        part = None if share is None else share / (100 if (written or "").endswith("%") else 5000)
        return None if part is None or whole_width is None else part * whole_width
    return millimetres(written) or None if kind == "dxa" else None


def _cell_margins(margins: list[Element | None]) -> float:
    """Return the left and the right margin of a cell together; of `margins` those in front come first."""
    total = 0.0
    for sides in (("left", "start"), ("right", "end")):
        found = [child(each, side) for each in margins for side in sides]
        lengths = [millimetres(each.get(f"{W}w")) for each in found if each is not None]
        total += next((length for length in lengths if length is not None), _CELL_MARGIN)
    return total


def _left(properties: Element | None, available: float | None, width: float | None) -> float | None:
    align = value(properties, "jc")
    if align in ("center", "right", "end"):
        free = None if available is None or not width else available - width
        return None if free is None else free / 2 if align == "center" else free
    indent = child(properties, "tblInd")
    return (millimetres(indent.get(f"{W}w")) or 0.0) if indent is not None else 0.0


def _switch(properties: Element | None, name: str) -> bool:
    found = child(properties, name)
    return found is not None and is_on(found)
