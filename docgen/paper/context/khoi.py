"""The body: numbered headings, clauses, paragraphs, items and tables, as one row of blocks in the order of print."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from docgen.data.model.bang import Bang
from docgen.data.model.kehoach import PhuLuc
from docgen.data.model.nhiemvu import TASK_KINDS, BangNhiemVu
from docgen.data.model.noidung import Khoan, Muc, Phan, TieuMuc, TrongKhoan, Y
from docgen.decree30 import FIRST_LINE_INDENT, PARAGRAPH_GAP
from docgen.paper.context.bang import free_table, task_table
from docgen.paper.context.printable import Khoi, twips
from docgen.paper.layout import Layout, Room
from docgen.text.dinhdang import paragraphs, plain
from docgen.text.typography import MM_PER_POINT, line_count
from docgen.text.wording import capitals, ended, letter, roman

_LINES_WITH_SIGNATURE: Final = 2
_GAP_ABOVE_TABLE: Final = twips(PARAGRAPH_GAP * MM_PER_POINT)
_MOST_CAPTIONS: Final = 2  # lines above a table: its name, its measure
_LONGEST_CAPTION: Final = 120  # letters
_LAST_HEADING: Final = "Tổ chức thực hiện"


def body(phan: Sequence[Phan], to_chuc_thuc_hien: Sequence[Muc], room: Room) -> list[Khoi]:
    """Return the blocks of all parts, the last of them made of `to_chuc_thuc_hien`; tables have the `room`."""
    blocks: list[Khoi] = []
    for number, part in enumerate(phan, start=1):
        blocks += [*([_heading(number, part.tieu_de)] if part.tieu_de else []), *content(part, room)]
    if to_chuc_thuc_hien:
        blocks.append(_heading(len(phan) + 1, _LAST_HEADING))
        for index, section in enumerate(to_chuc_thuc_hien, start=1):
            blocks += _section("Mục", f"{index}.", section, room)
    return with_gaps_at_tables(blocks)


def appendix_content(appendix: PhuLuc, room: Room) -> tuple[Khoi, ...]:
    """Return the blocks of an appendix; tables have the `room`."""
    return tuple(with_gaps_at_tables(list(content(appendix, room))))


def with_gaps_at_tables(blocks: list[Khoi]) -> list[Khoi]:
    """Return `blocks` with a gap between a table and the text before it, and with two tables parted, which Word would join."""
    spaced: list[Khoi] = []
    for block in blocks:
        if block.bang and spaced:
            before = spaced[-1]
            if before.bang:
                spaced.append(Khoi("Ngắt bảng"))
            elif before.kieu != "Tên bảng":
                spaced[-1] = replace(before, cach=_GAP_ABOVE_TABLE)
            for index in range(len(spaced) - 1, max(len(spaced) - 1 - _MOST_CAPTIONS, -1), -1):
                if not _is_caption(spaced[index]):
                    break
                spaced[index] = replace(spaced[index], giu=True)
        spaced.append(block)
    return spaced


def _is_caption(block: Khoi) -> bool:
    """Return whether a block names a table or its measure, or leads up to it: a short line that is no sentence."""
    words = plain(block.chu)
    return block.kieu == "Nội dung" and bool(words) and len(words) <= _LONGEST_CAPTION and not words.endswith((".", ";", ","))


def _heading(number: int, title: str) -> Khoi:
    return Khoi("Phần", f"{roman(number)}. {capitals(title)}")


def content(container: TrongKhoan, room: Room, number: str = "") -> Iterator[Khoi]:
    """Yield the blocks of what stands inside `container`, which bears `number`, all levels in it numbered through."""
    phan = muc = tieu_muc = khoan = 0
    for kind, part in container.parts():
        match part:
            case BangNhiemVu() if kind in TASK_KINDS:
                yield Khoi("Bảng", bang=task_table(part, kind, room))
            case Phan():
                phan += 1
                muc = khoan = 0
                yield _heading(phan, part.tieu_de)
                yield from content(part, room)
            case Muc():
                muc += 1
                khoan = 0
                yield from _section("Mục", f"{muc}.", part, room)
            case TieuMuc():
                tieu_muc += 1
                khoan = 0
                yield from _section("Mục", f"{number}{tieu_muc}.", part, room)
            case Khoan():
                khoan += 1
                yield from _section("Khoản", f"{letter(khoan)})", part, room)
            case Y():
                yield from in_blocks("Gạch đầu dòng", f"- {part.noi_dung}")
                yield from (block for text in part.cong for block in in_blocks("Dấu cộng", f"+ {text}"))
            case Bang():
                yield from _table(part, room)
            case str():
                yield from in_blocks("Nội dung", part)


def in_blocks(kind: str, text: str) -> Iterator[Khoi]:
    """Yield `text` as a block of this kind, and each further line of it as a paragraph."""
    first, *others = paragraphs(text)
    yield Khoi(kind, first)
    yield from (Khoi("Nội dung", line) for line in others)


def _section(kind: str, number: str, section: Muc | TieuMuc | Khoan, room: Room) -> Iterator[Khoi]:
    inside = content(section, room, number)
    if section.tieu_de is None:
        first = next(inside)
        yield Khoi("Nội dung", f"{number} {first.chu}")
    elif section.cung_dong is None:
        yield Khoi(kind, f"{number} {section.tieu_de}")
    else:
        first_line, *others = paragraphs(section.cung_dong)
        yield Khoi(f"{kind} chạy dòng", f"{number} {ended(section.tieu_de, ':')}", tiep=first_line)
        yield from (Khoi("Nội dung", line) for line in others)
    yield from inside


def _table(table: Bang, room: Room) -> Iterator[Khoi]:
    if table.tieu_de is not None:
        yield Khoi("Tên bảng", table.tieu_de)
    yield Khoi("Bảng", bang=free_table(table, room))


def closed(blocks: Sequence[Khoi], ket_thuc: Sequence[str], layout: Layout) -> tuple[Khoi, ...]:
    """Return `blocks` with the closing sentence, `./.` at the end, and the last lines kept on the page of the signature."""
    *before, last = [*blocks, *(block for text in ket_thuc for block in in_blocks("Nội dung", text))]
    if last.bang:
        before, last = [*before, last], Khoi("Nội dung")
    end = replace(last, tiep=ended(last.tiep, "./.")) if last.tiep else replace(last, chu=ended(last.chu, "./."))
    return _kept([*before, end], layout)


def _kept(blocks: list[Khoi], layout: Layout) -> tuple[Khoi, ...]:
    lines = 0
    for index in reversed(range(len(blocks))):
        block = blocks[index]
        if lines >= _LINES_WITH_SIGNATURE:
            break
        if block.bang:
            *rows, end = block.bang.hang
            blocks[index] = replace(block, bang=replace(block.bang, hang=(*rows, replace(end, giu=True))))
            break
        lines += line_count(block.chu + block.tiep, layout.sizes["Nội dung"], layout.text_width, FIRST_LINE_INDENT)
        blocks[index] = replace(block, giu=True)
    return tuple(blocks)
