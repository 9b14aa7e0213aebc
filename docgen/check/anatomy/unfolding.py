"""Takes apart the tables that only lay a page out, so that every component is found wherever it stands.

A table of one column around other tables or a few lines is a frame. A table of the head may go on with "Kính gửi", the title or
the subject in rows of its own.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from docgen.check.anatomy.vocabulary import ADDRESSED, is_quoc_hieu, is_tieu_ngu, kind_of
from docgen.check.view import Block, Paragraph, Row, Table

_FEW: Final = 6  # paragraphs with words in a frame around no table


def unfolded(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return `blocks` with frames and the lower rows of the head's tables as the paragraphs and tables that they hold."""
    return tuple(_unfolded(blocks))


def _unfolded(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif _is_frame(block):
            yield from _unfolded([inner for row in block.rows for cell in row.cells for inner in cell.blocks])
        else:
            yield from _parted(block)


def _is_frame(table: Table) -> bool:
    if not table.rows or any(len(row.cells) != 1 for row in table.rows):
        return False
    holds_tables = any(isinstance(block, Table) for row in table.rows for cell in row.cells for block in cell.blocks)
    written = [paragraph for paragraph in table.paragraphs if paragraph.words]
    return holds_tables or (len(written) <= _FEW and (not table.ruled or len(table.rows) == 1))


def _parted(table: Table) -> Iterator[Block]:
    """Yield the table, its rows from the addressees or the title on as blocks of their own where it is one of a head."""
    cut = next((place for place, row in enumerate(table.rows) if place and _opens_text(row)), None)
    if cut is None or table.ruled or not any(_is_of_head(row) for row in table.rows[:cut]):
        yield table
        return
    yield Table(table.rows[:cut], table.width, table.left, table.ruled, table.section)
    yield from _unfolded([block for row in table.rows[cut:] for cell in row.cells for block in cell.blocks])


def _opens_text(row: Row) -> bool:
    """Return whether a row begins with the addressees or names the kind of paper."""
    first = [next((line for paragraph in cell.paragraphs for line in paragraph.lines), None) for cell in row.cells]
    return any(
        line is not None and (ADDRESSED.match(line.words) or (kind_of(line.words) and line.words.isupper())) for line in first
    )


def _is_of_head(row: Row) -> bool:
    lines = [line.words for cell in row.cells for paragraph in cell.paragraphs for line in paragraph.lines]
    return any(is_quoc_hieu(words) or is_tieu_ngu(words) or words.lower().startswith("số") for words in lines)
