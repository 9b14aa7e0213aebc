"""Plain text as a paper: its paragraphs, its tables, which are rows of tabs, and the signature where neither TM. nor KT. tells.

What comes of it is a view like that of a Word file, so that one reader finds office, subject, parts, tasks and signer in both.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from docgen.check.anatomy.vocabulary import TITLE_NOUNS, folded, is_quoc_hieu, is_tieu_ngu
from docgen.check.ink import Face, Span
from docgen.check.view import Block, Cell, CellPlace, Paragraph, Row, Section, Table, View
from docgen.intake.typedlines import APPENDIX, OF_HEAD, Typed, ends, is_of_head, joined, told
from docgen.text.dau_muc import mark_of
from docgen.text.dinhdang import notes, runs
from docgen.text.patterns import lazy_re

_FACE: Final = Face("Times New Roman", "Times New Roman", 12.0)  # a size that no body has: nothing is known of it
_SHEET: Final = (210.0, 297.0)
_NO_MARGINS: Final = dict.fromkeys(("tren", "duoi", "trai", "phai"), 0.0)
_QUOTED: Final = lazy_re(  # a cell of several lines, as Excel copies it; words in quotes that fill a line are no cell
    r'(?<=\t)"((?:[^"\t]|""){0,4000})"(?=[\t\n]|\Z)|(?:(?<=\n)|\A)"((?:[^"\t]|""){0,4000})"(?=\t)'
)
_FOOTNOTE: Final = lazy_re(r"\s*\[\^(\w{1,20})\]:\s*(?=\S)")
CELL_BREAK: Final = "\v"
_RECIPIENTS: Final = lazy_re(r"\s*nơi\s*nhận\b", 2)
_NO_NAME: Final = lazy_re(r"\d|[:;,.]")
_LANDSCAPE: Final = 5  # columns of a table that hardly go on an upright page
_MOST_SIGNER_LINES: Final = 8
_MOST_LINES: Final = 40  # of a cell
_LONGEST_TITLE: Final = 90


def view_of_text(text: str) -> tuple[View, int]:
    """Return the view of a plain `text`, in NFC and with plain line ends, and how many of its lines were put to the one above."""
    text = _QUOTED.sub(
        lambda match: (match[1] or match[2] or "").replace('""', '"').replace("\n", CELL_BREAK), text.replace("\f", "\n")
    )
    rows = text.split("\n")
    lines = [Typed(line) for line in joined(rows)]
    return view_of_lines(lines), sum(map(bool, map(str.strip, rows))) - sum(bool(line.text.strip()) for line in lines)


def view_of_lines(lines: Sequence[Typed]) -> View:
    """Return the view of paragraphs, whose blank ones part what stands apart."""
    return _Maker(list(told(lines))).view()


class _Maker:
    def __init__(self, lines: Sequence[Typed]) -> None:
        called = {name for line in lines for _, name in notes(line.text)}
        found = ((line, _FOOTNOTE.match(line.text)) for line in lines)
        self._notes = {match[1]: Typed(line.text[match.end() :]) for line, match in found if match and match[1] in called}
        self._lines = [line for line in lines if not ((match := _FOOTNOTE.match(line.text)) and match[1] in self._notes)]
        self._number = 0
        self._section = 0
        self._landscape = [False]

    def view(self) -> View:
        blocks = self._with_signature_apart(list(self._blocks()))
        width, height = _SHEET
        sections = tuple(
            Section(
                width=height if wide else width,
                height=width if wide else height,
                margins=_NO_MARGINS,
                title_page=False,
                even_and_odd=False,
                start=None,
                kind="nextPage",
                headers=(),
                footers=(),
            )
            for wide in self._landscape
        )
        return View(tuple(blocks), sections, footnotes={name: (self.paragraph(line),) for name, line in self._notes.items()})

    def _blocks(self) -> Iterator[Block]:
        place = 0
        while place < len(self._lines):
            line = self._lines[place]
            if line.role == "title" and APPENDIX.match(line.words):
                self._section += 1
                self._landscape.append(False)
            rows, end = _table_at(self._lines, place)
            if rows:
                yield self._table(rows)
                place = end
                continue
            if line.words:
                yield self.paragraph(line)
            place += 1

    def paragraph(self, line: Typed, cell: CellPlace | None = None) -> Paragraph:
        self._number += 1
        in_middle = line.role != ""
        words = line.text.strip() if in_middle else line.text.rstrip()
        spans: list[Span] = []
        calls: list[tuple[int, str]] = []
        for run in runs(words):
            if run.chu_thich in self._notes:
                calls.append((sum(len(span.text) for span in spans), run.chu_thich))
                continue
            face = _FACE._replace(bold=run.dam or line.role == "title", italic=run.nghieng or line.role == "pointer")
            spans.append(Span(run.chu or f"[^{run.chu_thich}]", face))
        return Paragraph(
            number=self._number,
            spans=tuple(spans),
            align="center" if in_middle else "left",
            left=0.0,
            right=0.0,
            first_line=0.0,
            gap_before=0.0,
            gap_after=0.0,
            line_rule="auto",
            line=240.0,
            section=self._section,
            place=cell,
            mark=_FACE,
            notes=tuple(calls),
        )

    def _table(self, rows: Sequence[Sequence[str]]) -> Table:
        columns = max(map(len, rows))
        if columns >= _LANDSCAPE:
            self._landscape[self._section] = self._section > 0
        table = Table(ruled=True, section=self._section)
        table.rows = tuple(
            Row(
                tuple(
                    Cell(column, 1, None, continues=False, blocks=self._cell(table, index, column, text))
                    for column, text in enumerate([*row, *[""] * (columns - len(row))])
                ),
                header=False,
                cant_split=False,
            )
            for index, row in enumerate(rows)
        )
        return table

    def _with_signature_apart(self, blocks: list[Block]) -> list[Block]:
        """Return `blocks`, title and name of who signs in a table as Word papers have them, where neither TM. nor KT. tells."""
        heads = (place for place, block in enumerate(blocks) if isinstance(block, Paragraph) and _RECIPIENTS.match(block.words))
        last = next((place for place, block in enumerate(blocks) if isinstance(block, Paragraph) and block.section), len(blocks))
        end = next(heads, last)
        start = _signed(blocks, end)
        if start is None:
            return blocks
        table = Table()
        place = CellPlace(table, 0, 1, None)
        lines = [
            self.paragraph(Typed(block.words, "title"), place) for block in blocks[start:end] if isinstance(block, Paragraph)
        ]
        cells = [Cell(0, 1, None, continues=False, blocks=()), Cell(1, 1, None, continues=False, blocks=tuple(lines))]
        table.rows = (Row(tuple(cells), header=False, cant_split=False),)
        return [*blocks[:start], table, *blocks[end:]]

    def _cell(self, table: Table, row: int, column: int, text: str) -> tuple[Paragraph, ...]:
        place = CellPlace(table, row, column, None)
        return tuple(self.paragraph(Typed(line.strip()), place) for line in text.split(CELL_BREAK))


def _table_at(lines: Sequence[Typed], place: int) -> tuple[list[list[str]], int]:
    """Return the rows of the table that begins at `place`, and where it ends; none where no table does."""
    first = _cells(lines[place].text)
    if len(first) < 2 or any(is_of_head(cell) and not _is_heading(cell) for cell in first) or lines[place].role:
        return [], place
    rows, end = [first], place + 1
    while end < len(lines):
        row, end = _row_at(lines, end, len(first))
        if not row:
            break
        rows.append(row)
    return (rows, end) if len(rows) >= 2 and (len(first) >= 3 or len(rows) >= 3) else ([], place)


def _row_at(lines: Sequence[Typed], place: int, columns: int) -> tuple[list[str], int]:
    """Return the row at `place` of a table of `columns`, none where it ends, and where the next begins.

    A cell of several lines runs over as many; a row of fewer cells has some that are joined, as the title of a group.
    """
    own = cells = _cells(lines[place].text)
    end = place + 1
    while (
        0 < len(cells) < columns
        and end < min(len(lines), place + _MOST_LINES)
        and len(more := _cells(lines[end].text)) < columns
        and any(more)
    ):
        cells = [*cells[:-1], f"{cells[-1]}{CELL_BREAK}{more[0]}", *more[1:]]
        end += 1
    if len(cells) == columns and any(cells):
        return cells, end
    is_group = len(own) == 1 and mark_of(own[0]) and place + 1 < len(lines) and len(_cells(lines[place + 1].text)) == columns
    return (own, place + 1) if len(own) > 1 or is_group else ([], place)


def _is_heading(cell: str) -> bool:
    """Return whether a cell in capitals is one of a table's first row and not a line of the paper's head."""
    return not (OF_HEAD.match(cell) or is_quoc_hieu(cell) or is_tieu_ngu(cell))


def _cells(text: str) -> list[str]:
    return [cell.strip(" \u00a0") for cell in text.rstrip("\n").split("\t")]


def _signed(blocks: Sequence[Block], end: int) -> int | None:
    """Return where title and name of who signs begin above `end`, None where they do not stand there."""
    start = end
    while start and isinstance(block := blocks[start - 1], Paragraph) and end - start < _MOST_SIGNER_LINES:
        if len(block.words) > _LONGEST_TITLE or mark_of(block.words) or ends(block.words):
            break
        start -= 1
    lines = [block.words for block in blocks[start:end] if isinstance(block, Paragraph)]
    first = next((place for place, line in enumerate(lines) if line.isupper() and TITLE_NOUNS.search(folded(line))), None)
    has_name = first is not None and any(_is_name(line) for line in lines[first + 1 :])
    return start + first if first is not None and has_name else None


def _is_name(line: str) -> bool:
    words = line.split()
    return 2 <= len(words) <= 6 and not _NO_NAME.search(line) and all(word[0].isupper() for word in words)
