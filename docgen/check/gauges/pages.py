"""About how many pages a text takes, as far as that is sure, and which headers and footers are printed."""

from collections.abc import Iterable, Iterator
from math import inf
from typing import Final

from docgen.check.view import Block, PageHead, Paragraph, Row, Section, View
from docgen.text.typography import MM_PER_POINT, line_count

_LINE: Final = 1.15  # of the type size: how high a line is
_CELL_PADDING: Final = 3.8  # mm
_NARROWEST: Final = 10.0
_SURELY_ONE: Final = 0.9
_SURELY_MORE: Final = 1.15
_BY_BREAK: Final = 0.3  # a page break makes two pages of a text that is not very short


def takes_many_pages(blocks: tuple[Block, ...], section: Section) -> bool | None:
    """Return whether `blocks` on pages like those of `section` take more than one, None where that is not sure."""
    breaks = any("\f" in each.text or each.page_break_before for each in _paragraphs(blocks)[1:])
    share = pages(blocks, section, enough=_SURELY_MORE)
    if share > _SURELY_MORE or (breaks and share > _BY_BREAK):
        return True
    if share < _SURELY_ONE and not breaks:
        return False
    return None


def pages(blocks: Iterable[Block], section: Section, *, enough: float = inf) -> float:
    """Return about how many pages like those of `section` `blocks` fill; no more is counted than is over `enough`."""
    page = section.height - section.margins["tren"] - section.margins["duoi"]
    return _height(blocks, section.text_width, page * enough) / page


def _paragraphs(blocks: Iterable[Block]) -> list[Paragraph]:
    return [each for block in blocks for each in ((block,) if isinstance(block, Paragraph) else block.paragraphs)]


def _height(blocks: Iterable[Block], room: float, enough: float = inf) -> float:
    """Return about how high `blocks` stand in mm where lines are `room` mm wide; no more is counted than is over `enough`."""
    total = 0.0
    for block in blocks:
        if total > enough:
            break
        if isinstance(block, Paragraph):
            total += 0.0 if block.story == "box" else _paragraph_height(block, room)  # boxes stand beside the text
            continue
        for row in block.rows:
            total += _row_height(row, room)
            if total > enough:
                break
    return total


def _row_height(row: Row, room: float) -> float:
    share = room / max(len(row.cells), 1)
    return max((_height(cell.blocks, (cell.width or share) - _CELL_PADDING) for cell in row.cells), default=0.0)


def _paragraph_height(paragraph: Paragraph, room: float) -> float:
    sizes = paragraph.whole.sizes
    size = sizes[0] if sizes else paragraph.mark.size
    width = max(room - paragraph.left - paragraph.right, _NARROWEST)
    lines = sum(max(line_count(part, size, width, paragraph.first_line), 1) for part in paragraph.text.split("\n"))
    line = size * _LINE * paragraph.line_height if paragraph.line_rule == "auto" else paragraph.line
    return (lines * line + paragraph.gap_before + paragraph.gap_after) * MM_PER_POINT


def printed(section: Section, heads: tuple[PageHead, ...]) -> Iterator[PageHead]:
    """Yield those of the headers or footers `heads` of `section` that are printed on a page."""
    for head in heads:
        on_first, on_even = head.kind == "first", head.kind == "even"
        if not (on_first and not section.title_page) and not (on_even and not section.even_and_odd):
            yield head


def page_heads(view: View) -> Iterator[PageHead]:
    """Yield every header and footer that is printed, those that sections share once."""
    seen: set[int] = set()
    for section in view.sections:
        for head in (*printed(section, section.headers), *printed(section, section.footers)):
            key = next((id(paragraph.element) for paragraph in head.paragraphs if paragraph.element is not None), id(head))
            if key not in seen:
                seen.add(key)
                yield head


def number_paragraphs(section: Section, heads: tuple[PageHead, ...]) -> list[Paragraph]:
    """Return the paragraphs of `heads` that print the number on pages of `section` other than its first."""
    running = (head for head in printed(section, heads) if head.kind != "first")
    return [paragraph for head in running for paragraph in head.paragraphs if "PAGE" in paragraph.fields]
