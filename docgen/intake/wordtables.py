"""The tables of a Word paper: as plain grids with the lines above each; one without tasks as a free table of the data."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from docgen.check.view import Block, Paragraph, Table, View, paragraphs_of
from docgen.check.view import Cell as WordCell
from docgen.check.view import Row as WordRow
from docgen.data import charcheck
from docgen.data.model.bang import SAME_AS_LEFT
from docgen.data.model.phanviec import SAME_AS_ABOVE
from docgen.intake import faces
from docgen.intake.grids import Cell, Grid, Row, Told
from docgen.text.dinhdang import plain
from docgen.text.folding import on_one_line

_INVISIBLE: Final = "có ký tự ẩn hoặc ký tự điều khiển; đã bỏ khi nhập"
_LEGACY: Final = "chữ gõ bằng bảng mã cũ (TCVN3, VNI) nên chưa chép được; chuyển sang Unicode rồi nhập lại"
_TRACKED: Final = "tệp có chỉnh sửa theo dõi (Track Changes); docgen đọc như đã chấp nhận hết, xem lại"
_NO_SIGN: Final = ("^", "_(")
_RAISED: Final = "chữ nâng lên hoặc hạ xuống không có ký tự tương ứng nên ghi bằng ^ hoặc _; xem lại"
NESTED: Final = "bảng lồng trong ô được ghi thành dòng chữ, mỗi dòng của bảng một dòng, các ô cách nhau bằng dấu |; xem lại"
_MOST_HEADS: Final = 3  # rows of headings
_FARTHEST: Final = 20  # paragraphs above a table that may hold its title


def word_grids(view: View) -> list[Grid]:
    """Return a grid for each table of a paper."""
    above: list[str] = []
    made: list[Grid] = []
    prose = 0
    for block in view.blocks:
        if isinstance(block, Table):
            name = f"bảng {len(made) + 1}"
            grid = grid_of(name, block, above[-_FARTHEST:], follows=bool(made) and not above)
            tracked = [Told((name,), _TRACKED)] if view.tracked and not made else []
            made.append(replace(grid, remarks=(*tracked, *grid.remarks)))
            above = []
        else:
            above += [line.words for line in block.lines]
            prose += any(line.words for line in block.lines)
    return [replace(grid, prose=prose) for grid in made]


def grid_of(name: str, table: Table, above: Sequence[str], *, follows: bool, noted: bool = False) -> Grid:
    """Return `table`, which a person finds as `name`, as a grid; `above` are the lines that stand above it.

    `noted`: its words call for the footnotes that they call for in the paper.
    """
    told: dict[str, list[str]] = {}
    rows: list[Row] = []
    before: dict[int, Cell] = {}
    for number, row in enumerate(table.rows, start=1):
        cells: dict[int, Cell] = {}
        for cell in row.cells:
            place = f"{name}, dòng {number}, cột {cell.column + 1}"
            cells[cell.column + 1] = _cell(cell, place, before.get(cell.column + 1), told, noted=noted)
        before = cells
        rows.append(Row(f"{name}, dòng {number}", cells))
    found = [Told(tuple(places), sentence) for sentence, places in told.items()]
    return Grid(name, rows, above, tuple(found), follows=follows)


def _cell(cell: WordCell, place: str, over: Cell | None, told: dict[str, list[str]], *, noted: bool) -> Cell:
    if cell.continues and over is not None:
        return Cell(place, over.text, cell.span, above=True, bold=over.bold)
    typed = cell_words(cell.blocks, _as_typed if noted else _as_read)
    if holds_table(cell):
        told.setdefault(NESTED, []).append(place)
    struck = " ".join(_struck(cell.blocks))
    if any(mark in (plain(typed) if noted else typed) for mark in _NO_SIGN):
        told.setdefault(_RAISED, []).append(place)
    text = charcheck.without_forbidden(typed)
    if text != typed:
        told.setdefault(_INVISIBLE, []).append(place)
    if next(charcheck.find(text), None) is not None:
        return Cell(place, "", cell.span, fault=_LEGACY)
    return Cell(place, text, cell.span, bold=_all_bold(cell.blocks), struck=struck)


def cell_words(blocks: Sequence[Block], typed: Callable[[Paragraph], str]) -> str:
    """Return the words of a cell, each paragraph as `typed` has it, those of Word's own dots behind a dash.

    A table inside it, which the data cannot hold, is a line a row, its cells parted by a stroke.
    """
    return "\n".join(filter(None, _lines(blocks, typed)))


def _lines(blocks: Sequence[Block], typed: Callable[[Paragraph], str]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                yield " | ".join(filter(None, (" ".join(_lines(cell.blocks, typed)).strip() for cell in row.cells)))
        else:
            text = typed(block)
            yield f"- {text.removeprefix(block.label).lstrip()}" if block.bullet and text else text


def _as_typed(paragraph: Paragraph) -> str:
    return faces.typed(paragraph.whole, bold=True, italic=True)


def _as_read(paragraph: Paragraph) -> str:
    return "\n".join(on_one_line(faces.words(line)) for line in paragraph.lines)


def holds_table(cell: WordCell) -> bool:
    """Return whether a table of several cells stands in a cell."""
    return any(isinstance(block, Table) and sum(len(row.cells) for row in block.rows) > 1 for block in cell.blocks)


def _struck(blocks: Sequence[Block]) -> Iterator[str]:
    for paragraph in paragraphs_of(tuple(blocks)):
        for line in paragraph.lines:
            if words := faces.struck(line):
                yield words


def _all_bold(blocks: Sequence[Block]) -> bool:
    lines = [line for paragraph in paragraphs_of(tuple(blocks)) for line in paragraph.lines]
    return bool(lines) and all(line.share("bold") == "all" for line in lines)


def free_table(table: Table) -> dict[str, Any] | None:
    """Return the value of `bang` for `table`; None where it holds no word."""
    rows = [row for row in table.rows if row.cells]
    if not any(_words_of(cell) for row in rows for cell in row.cells):
        return None
    columns = sorted({cell.column for row in rows for cell in row.cells})
    heads = _heads(rows)
    cot = [list(_cells(row, columns, bold=True)) for row in rows[:heads]]
    dong: list[Any] = [_row(row, columns) for row in rows[heads:]]
    if not dong:  # a table needs rows: its headings are its only row
        cot, dong = [[""] * len(columns)], [_row(row, columns) for row in rows]
    return {"cot": cot[0] if len(cot) == 1 else cot, "dong": dong}


def _words_of(cell: WordCell, *, bold: bool = False) -> str:
    return cell_words(cell.blocks, lambda paragraph: faces.typed(paragraph.whole, bold=bold))


def _heads(rows: Sequence[WordRow]) -> int:
    """Return how many rows are headings: those that repeat on each page, or the first with those that its cells run into."""
    marked = next((index for index, row in enumerate(rows) if not row.header), len(rows))
    if 0 < marked <= _MOST_HEADS and marked < len(rows):
        return marked
    heads = 1
    while heads < min(_MOST_HEADS, len(rows) - 1) and any(cell.continues for cell in rows[heads].cells):
        heads += 1
    return heads if all(_is_short(row) for row in rows[:heads]) else 1


def _is_short(row: WordRow) -> bool:
    return all(len(_words_of(cell)) <= 150 for cell in row.cells)  # letters; what is longer is no heading


def _row(row: WordRow, columns: Sequence[int]) -> Any:
    words = [_words_of(cell) for cell in row.cells]
    if len(row.cells) == 1 and row.cells[0].span > 1 and len(columns) > 1 and words[0] and not row.cells[0].continues:
        return {"nhom": _words_of(row.cells[0], bold=True)}
    return list(_cells(row, columns))


def _cells(row: WordRow, columns: Sequence[int], *, bold: bool = False) -> Iterator[str]:
    for column in columns:
        cell = next((cell for cell in row.cells if cell.column <= column < cell.column + cell.span), None)
        if cell is None:
            yield ""
        elif column == cell.column:
            yield SAME_AS_ABOVE if cell.continues else _words_of(cell, bold=bold)
        else:
            yield SAME_AS_LEFT
