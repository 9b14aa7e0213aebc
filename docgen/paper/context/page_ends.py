"""Where pages are likely to end: there a row goes on over the next page rather than leave more than a tenth of a page blank.

Rows stay whole otherwise. What stands above a table is measured line by line, as `unparted` does; how far that may be from what
a word processor makes of it grows with the distance, and rows that may or may not reach over a page's end are treated as if
they did. A row that is higher than a third of a page goes on over the next anyhow.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from docgen.decree30 import FIRST_LINE_INDENT, PARAGRAPH_GAP
from docgen.paper.context.printable import TWIPS_PER_MM, BangIn, Hang, Khoi, PhuLucIn, VanBanIn
from docgen.paper.layout import Layout, Room
from docgen.text.dinhdang import plain
from docgen.text.typography import MM_PER_POINT, line_count

_BLANK: Final = 0.1  # of a page, that a row kept whole may leave blank
_LOW: Final = 0.08  # of a page: a row no higher stays whole, as nothing would be won
_LINES_BELOW: Final = 3  # of the first row, that stand below a table's headings
_NEAR: Final = 4.0  # mm, by which a word processor's page may end otherwise than is reckoned here
_DRIFT: Final = 0.01  # of all above, by which it may besides
_LINE: Final = 1.15  # of the type size
_ABOVE: Final = 1.5  # mm, above the words of a cell
_RULE: Final = 12.6  # points, with a rule and the gaps around it
_CHART: Final = 46.0  # mm
_KEPT: Final = ("Phần", "Mục", "Khoản", "Tên bảng", "Tên biểu đồ")  # kept on the page of what follows
_NO_GAP: Final = ("Tên bảng", "Bảng chữ", "Bảng giữa")


def with_page_ends(values: Any, layout: Layout) -> Any:
    """Return the `values` of a paper on pages of `layout` with those rows free that would leave too much of a page blank."""
    if not isinstance(values, VanBanIn):
        return values
    body = values.khoi
    if any(block.bang for block in body):
        body = _Pages(layout, layout.room, _height_of_head(values, layout)).blocks(body)
    return replace(values, khoi=body, phu_luc=tuple(_appendix(each, layout) for each in values.phu_luc))


def _appendix(appendix: PhuLucIn, layout: Layout) -> PhuLucIn:
    lines = 1 + len(appendix.ten.splitlines()) + len(appendix.kem_theo.splitlines())
    above = (lines * layout.sizes["Tên phụ lục"] * _LINE + _RULE) * MM_PER_POINT
    pages = _Pages(layout, layout.landscape_room if appendix.ngang else layout.room, above)
    return replace(appendix, khoi=pages.blocks(appendix.khoi))


def _height_of_head(values: VanBanIn, layout: Layout) -> float:
    """Return in mm what stands above the body on its first page, and on more where that is much."""
    sizes, width = layout.sizes, layout.text_width
    office = (len(values.co_quan_chu_quan) + len(values.ten_co_quan)) * sizes["Cơ quan ban hành"]
    points = max(office, sizes["Quốc hiệu"] + sizes["Tiêu ngữ"]) * _LINE + _RULE
    points += sizes["Địa danh thời gian"] * _LINE + PARAGRAPH_GAP
    subject = len(values.trich_yeu.splitlines())
    if hasattr(values, "ten_loai"):
        points += (1 + subject) * sizes["Tên loại"] * _LINE + 14 + _RULE
    else:
        points += subject * sizes["Trích yếu công văn"] * _LINE
    if getattr(values, "kinh_gui", ""):
        points += (1 + len(getattr(values, "noi_gui", ()))) * sizes["Kính gửi"] * _LINE + 18
    texts = (*getattr(values, "can_cu", ()), *values.mo_dau)
    return points * MM_PER_POINT + sum(_paragraph(text, sizes["Nội dung"], width) for text in texts)


def _paragraph(text: str, size: float, width: float) -> float:
    lines = sum(max(line_count(part, size, width, FIRST_LINE_INDENT), 1) for part in plain(text).split("\n"))
    return (lines * size * _LINE + PARAGRAPH_GAP) * MM_PER_POINT


@dataclass(slots=True)
class _Pages:
    """The pages of one section: what they have room for, how much of the page in hand is taken, how much was passed in all."""

    layout: Layout
    room: Room
    used: float
    passed: float = 0.0

    def __post_init__(self) -> None:
        self.passed = self.used
        self.used %= self.room.height

    @property
    def left(self) -> float:
        """What is left of the page in hand."""
        return self.room.height - self.used

    @property
    def unsure(self) -> float:
        """By how much the page may end earlier or later."""
        return _NEAR + _DRIFT * self.passed

    def blocks(self, blocks: Sequence[Khoi]) -> tuple[Khoi, ...]:
        """Return `blocks` with the rows of their tables as they may break."""
        return tuple(replace(block, bang=self._table(block.bang)) if block.bang else self._text(block) for block in blocks)

    def _text(self, block: Khoi) -> Khoi:
        high = self._height(block)
        if block.kieu in _KEPT and high + 2 * self.layout.sizes["Nội dung"] * _LINE * MM_PER_POINT > self.left:
            self.used = 0.0
        self.passed += high
        self.used = (self.used + high) % self.room.height
        return block

    def _height(self, block: Khoi) -> float:
        match block.kieu:
            case "Biểu đồ":
                return _CHART
            case "Ngắt bảng":
                return PARAGRAPH_GAP * MM_PER_POINT
        size = self.room.size if block.kieu in _NO_GAP else self.layout.sizes.get(block.kieu, self.layout.sizes["Nội dung"])
        return _paragraph(f"{block.chu} {block.tiep}", size, self.room.width) + block.cach / TWIPS_PER_MM

    def _table(self, table: BangIn) -> BangIn:
        head = table.cao_dau * max(len(table.nhieu_dau), 1)
        if table.hang and head + min(table.hang[0].cao, _LINES_BELOW * self._line) > self.left:
            self.used = 0.0
        before: float | None = self.left
        self.used += head
        made: list[Hang] = []
        for unit in _units(table.hang):
            made += self._unit(unit, head, self.left if before is None else before)
            before = None
        return replace(table, hang=tuple(made))

    def _unit(self, unit: Sequence[Hang], head: float, before: float) -> Iterator[Hang]:
        """Yield the rows that are kept on one page, apart where all together would leave too much of a page blank.

        `before` was left of it above them, and above the headings of the table where they are its first.
        """
        high = sum(row.cao for row in unit)
        if high > self.left - self.unsure and self._is_much(before):
            yield from (self._row(row, head, before, is_last=row is unit[-1]) for row in unit)
            return
        if high > self.left:
            self.used = head
        self.used += high
        self.passed += high
        yield from unit

    @property
    def _line(self) -> float:
        return self.room.size * _LINE * MM_PER_POINT

    def _is_much(self, blank: float) -> bool:
        return blank > _BLANK * self.room.height - self.unsure

    def _row(self, row: Hang, head: float, before: float, *, is_last: bool) -> Hang:
        """Return a row that stands, or may stand, where a page ends; `before` was left above what is kept with it."""
        may_reach = row.cao > self.left - self.unsure and self._is_much(before)
        goes_on = bool(row.gop) and (row.dai or (may_reach and row.cao > _LOW * self.room.height))
        if row.cao > self.left:
            lines = (self.left - _ABOVE) // self._line if goes_on else 0
            self.used = head + row.cao - lines * self._line
        else:
            self.used += row.cao
        self.used %= self.room.height
        self.passed += row.cao
        return replace(row, dai=goes_on, giu=row.giu and (is_last or bool(row.kieu)))


def _units(rows: Sequence[Hang]) -> Iterator[Sequence[Hang]]:
    """Yield the rows in runs that are kept on one page: those kept with the next, the titles of groups among them."""
    start = 0
    for index, row in enumerate(rows, start=1):
        if index == len(rows) or not (row.giu or not row.gop):
            yield rows[start:index]
            start = index
