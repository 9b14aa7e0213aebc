"""The pages of a PDF as paragraphs and tables: where its printed lines stand tells which of them go on with which."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from docgen.check.view import Paragraph, View
from docgen.intake import faces
from docgen.intake.typedlines import Typed
from docgen.intake.typedpaper import view_of_lines
from docgen.text.dau_muc import ends_a_sentence, mark_of
from docgen.text.dinhdang import BOLD, ITALIC, plain
from docgen.text.folding import on_one_line

_ANCHOR: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_MM_PER_EMU: Final = 1 / 36000
_NEXT_PAGE: Final = 5.0  # mm: lines stand in the order of reading, so that one far above the last is of the next page
_SAME_ROW: Final = 1.0  # mm
_PITCH: Final = 5.3  # mm: usual distance of lines, where a page tells none
_APART: Final = 1.2  # pitches: rows of a table that stand so far apart are two
_INDENT: Final = 3.0  # mm
_SHORT: Final = 0.85  # of the width of the text: a line that ends before closes its paragraph where it ends a sentence
_FEWEST_CELLS: Final = 3  # in a row by which a table is known; two stand side by side in the head and the foot too
_GAP: Final = 1.5  # mm between columns
_PAGE: Final = 1000.0  # mm: more than any is high
_PAGE_NUMBER: Final = 4  # digits


@dataclass(frozen=True)
class _Box:
    """A printed line: where it stands on its page, in mm, and its words with the marks of their faces."""

    x: float
    y: float
    width: float
    text: str

    @property
    def end(self) -> float:
        return self.x + self.width

    @property
    def words(self) -> str:
        return plain(self.text).strip()


def view_of_pdf(view: View) -> View:
    """Return the paper in `view`, which LibreOffice made of a PDF, as plain text is read."""
    lines: list[Typed] = []
    before: _Page | None = None
    heads: set[str] = set()
    for page in map(_Page, _pages(_boxes(view))):
        made = list(page.lines())
        if made and made[0].text in heads:  # a table's heading, printed again at the top of the page
            made.pop(0)
        heads |= {line.text for line in made if "\t" in line.words}
        if before is not None and made and before.goes_on_in(page):
            lines[-1] = Typed(_rejoined((lines[-1].text, made.pop(0).text)))
        lines += made
        before = page
    return view_of_lines(lines)


def _boxes(view: View) -> Iterator[_Box]:
    for paragraph in view.paragraphs:
        place = _place(paragraph)
        if paragraph.words and place is not None:
            yield _Box(*place, on_one_line(faces.typed(paragraph.whole)))


def _place(paragraph: Paragraph) -> tuple[float, float, float] | None:
    anchor = next(paragraph.element.iterancestors(f"{_ANCHOR}anchor"), None)
    if anchor is None:
        return None
    across, down = (anchor.findtext(f"{_ANCHOR}{name}/{_ANCHOR}posOffset") for name in ("positionH", "positionV"))
    width = anchor.find(f"{_ANCHOR}extent")
    numbers = (across, down, None if width is None else width.get("cx"))
    x, y, wide = (int(number) * _MM_PER_EMU if number and number.lstrip("-").isdigit() else 0.0 for number in numbers)
    return x, y, wide


def _pages(boxes: Iterator[_Box]) -> Iterator[list[_Box]]:
    page: list[_Box] = []
    for box in boxes:
        if page and box.y < page[-1].y - _NEXT_PAGE:
            yield page
            page = []
        page.append(box)
    if page:
        yield page


class _Page:
    """One page: its rows of boxes, and how far its text reaches."""

    def __init__(self, boxes: Sequence[_Box]) -> None:
        rows = [list(row) for row in _rows(boxes)]
        outer = {0, len(rows) - 1}
        self._rows = [row for place, row in enumerate(rows) if not (place in outer and _is_page_number(row))]
        lefts = Counter(round(row[0].x) for row in self._rows if len(row) == 1)
        usual = [left for left, count in lefts.items() if count >= max(lefts.values()) / 3]
        self._left = min(usual, default=0)
        self._right = max((row[-1].end for row in self._rows), default=0.0)
        steps = [below[0].y - above[0].y for above, below in pairwise(self._rows)]
        self._pitch = median([step for step in steps if step < 2 * _PITCH] or [_PITCH])

    def goes_on_in(self, other: "_Page") -> bool:
        """Return whether the last paragraph of this page goes on at the top of `other`."""
        last, first = self._rows[-1:], other._rows[:1]
        if not last or not first or len(last[0]) > 1 or len(first[0]) > 1 or abs(first[0][0].x - other._left) > _INDENT:
            return False
        return not ends_a_sentence(last[0][0].words) and self._reaches(last[0][0]) and mark_of(first[0][0].words) is None

    def lines(self) -> Iterator[Typed]:
        """Yield the paragraphs, those of tables with a tab between cells."""
        place, open_ = 0, list[str]()
        while place < len(self._rows):
            row, end = self._rows[place], self._table_end(place)
            if end:
                yield from self._closed(open_)
                yield from (Typed("\t".join(cells)) for cells in self._cells(self._rows[place:end]))
                place, open_ = end, []
                continue
            if open_ and self._parts(self._rows[place - 1], row):
                yield from self._closed(open_)
                open_ = []
            open_.append(self._text(row))
            place += 1
        yield from self._closed(open_)

    def _text(self, row: Sequence[_Box]) -> str:
        return "\t\t" * self._is_at_right(row) + "\t".join(box.text for box in row)

    def _is_at_right(self, row: Sequence[_Box]) -> bool:
        return len(row) == 1 and row[0].x > (self._left + self._right) / 2

    def _closed(self, texts: Sequence[str]) -> Iterator[Typed]:
        if texts:
            yield Typed(_rejoined(texts))

    def _parts(self, above: Sequence[_Box], row: Sequence[_Box]) -> bool:
        """Return whether a paragraph ends between two rows."""
        last, first = above[-1], row[0]
        if self._is_at_right(above) or self._is_at_right(row):
            return True
        if len(above) > 1 or len(row) > 1 or abs(first.x - self._left) > _INDENT or first.y - last.y > _APART * self._pitch:
            return True
        return not self._reaches(last) and mark_of(first.words) is not None

    def _reaches(self, box: _Box) -> bool:
        """Return whether a line is full, so that its paragraph may go on."""
        return box.end >= self._left + _SHORT * (self._right - self._left)

    def _table_end(self, start: int) -> int:
        """Return where the table ends that begins at the row `start`, 0 where none does."""
        if len(self._rows[start]) < _FEWEST_CELLS:
            return 0
        columns = self._columns(self._rows[start:])
        end = start
        while end < len(self._rows) and self._is_of_table(self._rows[end], columns, end - start):
            end += 1
        return end if end > start + 1 and len(columns) >= _FEWEST_CELLS else 0

    def _is_of_table(self, row: Sequence[_Box], columns: Sequence[tuple[float, float]], place: int) -> bool:
        """Return whether a row stands in the columns; the title of a group runs over them behind its number."""
        if len(row) > 1 or not place:
            return True
        (box,) = row
        return box.x >= columns[0][0] - _GAP and sum(box.x < right and box.end > left for left, right in columns) == 1

    def _columns(self, rows: Sequence[Sequence[_Box]]) -> list[tuple[float, float]]:
        """Return from where to where each column reaches, by the boxes of the rows that are no titles of groups."""
        first = rows[0]
        spans: list[tuple[float, float]] = []
        ends = [min(box.end, following.x) for box, following in pairwise(first)] + [first[-1].end]
        spans = [(box.x, end) for box, end in zip(first, ends, strict=True)]
        for row in rows[1:]:
            for box in row:
                touched = [place for place, (left, right) in enumerate(spans) if box.x < right and box.end > left]
                if len(touched) == 1:
                    left, right = spans[touched[0]]
                    spans[touched[0]] = (min(left, box.x), max(right, box.end))
        return spans

    def _cells(self, rows: Sequence[Sequence[_Box]]) -> Iterator[list[str]]:
        columns = self._columns(rows)

        def column(box: _Box) -> int:
            away = [max(left - box.x, box.x - right, 0.0) for left, right in columns]
            return away.index(min(away))

        for group in _table_rows(rows, column):
            cells: list[list[str]] = [[] for _ in columns]
            for box in group:
                cells[column(box)].append(box.text)
            yield [_rejoined(lines) for lines in cells]


def _table_rows(rows: Sequence[Sequence[_Box]], column: Callable[[_Box], int]) -> Iterator[list[_Box]]:
    """Yield the boxes of each row of a table: rows stand further apart than the lines of a cell."""
    last: dict[int, float] = {}
    steps: list[float] = []
    for box in (box for row in rows for box in row):
        steps.append(box.y - last.get(column(box), -_PAGE))
        last[column(box)] = box.y
    pitch = median([step for step in steps if step < 2 * _PITCH] or [_PITCH])
    row: list[_Box] = []
    for boxes in rows:
        if row and boxes[0].y - max(box.y for box in row) > _APART * pitch:
            yield row
            row = []
        row += boxes
    if row:
        yield row


def _rows(boxes: Sequence[_Box]) -> Iterator[list[_Box]]:
    row: list[_Box] = []
    for box in boxes:
        if row and box.y - row[0].y > _SAME_ROW:
            yield sorted(row, key=lambda each: each.x)
            row = []
        row.append(box)
    if row:
        yield sorted(row, key=lambda each: each.x)


def _is_page_number(row: Sequence[_Box]) -> bool:
    words = row[0].words.strip("-– ")
    return len(row) == 1 and words.isdecimal() and len(words) <= _PAGE_NUMBER


def _rejoined(texts: Sequence[str]) -> str:
    """Return lines as one text, the marks of a face that goes on over them taken out."""
    joined = " ".join(text.strip(" ") for text in texts)
    for mark in (BOLD, ITALIC):
        joined = joined.replace(f"{mark} {mark}", " ")
    return joined
