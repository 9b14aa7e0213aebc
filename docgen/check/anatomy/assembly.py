"""Puts the components of a paper together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from docgen.check.anatomy.attachments import opens_appendix, read_attachments
from docgen.check.anatomy.components import Head, Paper
from docgen.check.anatomy.foot import Foot, read_foot
from docgen.check.anatomy.head import head_end, read_head
from docgen.check.anatomy.numbers import items_of
from docgen.check.anatomy.opening import LONGEST_SUBJECT, Opening, find_title, read_bases, read_subject
from docgen.check.anatomy.recipients import read_addressees
from docgen.check.anatomy.vocabulary import (
    ADDRESSED,
    FORM,
    NORMATIVE_KINDS,
    folded,
    is_quoc_hieu,
    is_tieu_ngu,
    kind_of,
    opens_with,
)
from docgen.check.view import Block, Paragraph, Row, Table, View
from docgen.text.patterns import lazy_re

_FEW: Final = 6  # paragraphs with words in a frame around no table
_YEAR_IN_NUMBER: Final = lazy_re(r"/\s*(19|20)\d\d\s*/")
_NORMATIVE_WITH_YEAR: Final = ("quyết định", "nghị quyết", "nghị định", "thông tư")
_ISSUED_FORM: Final = lazy_re(r"/\s*P[GCB]\s*-")  # a phiếu gửi, phiếu chuyển or phiếu báo with a symbol of its own (PL III.I)
_OPENING_LINES: Final = 40
_FORM: Final = "phiếu, đơn, biểu mẫu nội bộ: không phải loại văn bản của Điều 7 Nghị định 30/2020/NĐ-CP"
_PARTY: Final = "văn bản của Đảng: thể thức theo quy định của Đảng, không theo Nghị định 30/2020/NĐ-CP"
_PARTY_NUMBER: Final = lazy_re(r"^số\s*:?\s*[\d.…_ ]*-\s*[A-ZĐ]{1,4}/", re.IGNORECASE)  # 12-CV/HNDT
_UNIONS: Final = (  # bodies of the Party and unions, which number their papers as it does
    *("hoi nong dan", "hoi lien hiep", "hoi cuu chien binh", "lien doan lao dong", "cong doan", "doan thanh nien", "doan tncs"),
    *(
        "tinh doan",
        "thanh doan",
        "mat tran",
        "uy ban mat tran",
        "ban thuong vu",
        "ban chap hanh",
        "btv",
        "bch",
        "dang uy",
        "dang bo",
    ),
    *("tinh uy", "thanh uy", "chi bo", "van phong dang uy", "van phong tinh uy", "van phong thanh uy"),
)
_UNION: Final = "văn bản của tổ chức Đảng, đoàn thể: thể thức theo quy định riêng, không theo Nghị định 30/2020/NĐ-CP"
_NORMATIVE: Final = "văn bản quy phạm pháp luật: thể thức theo quy định riêng, không theo Nghị định 30/2020/NĐ-CP"
_STYLE: Final = lazy_re(r"toc (?:\d|heading)", re.IGNORECASE)
_PAGE: Final = lazy_re(r"(?:\t|[.…]{4,})[\s.…]*(?:\d{1,4}|[ivxIVX]{1,6})\Z")
_TAIL: Final = 40  # letters at the end of a line, where its page number stands behind dots or a tab
_TITLE: Final = "muc luc"
_FIELDS: Final = frozenset({"TOC", "PAGEREF"})


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
    cut = None if table.ruled else next((place for place, row in enumerate(table.rows) if place and _opens_text(row)), None)
    if cut is None or not any(_is_of_head(row) for row in table.rows[:cut]):
        yield table
        return
    yield replace(table, rows=table.rows[:cut])
    yield from _unfolded([block for row in table.rows[cut:] for cell in row.cells for block in cell.blocks])


def _opens_text(row: Row) -> bool:
    """Return whether a row begins with the addressees or names the kind of paper."""
    first = [next((line for paragraph in cell.paragraphs for line in paragraph.lines), None) for cell in row.cells]
    return any(
        line is not None and (ADDRESSED.match(line.words) or (line.words.isupper() and kind_of(line.words))) for line in first
    )


def _is_of_head(row: Row) -> bool:
    lines = [line.words for cell in row.cells for paragraph in cell.paragraphs for line in paragraph.lines]
    return any(is_quoc_hieu(words) or is_tieu_ngu(words) or words.lower().startswith("số") for words in lines)


def read_paper(name: str, view: View) -> Paper:
    """Return the paper with its components; what was not found is None or empty."""
    unfolded_blocks = tuple(_unfolded(view.blocks))
    listed = contents(unfolded_blocks)
    blocks = tuple(block for block in unfolded_blocks if id(block) not in listed)
    end = head_end(blocks)
    head = _head(blocks, end, view)
    foot = read_foot(blocks, end) if head.is_there or not _is_appendix_alone(blocks) else None
    stop = _body_end(blocks, end, foot)
    opening = _read_opening(blocks, end, stop)
    body = blocks[opening.start : stop]
    main = tuple(block for block in body if isinstance(block, Paragraph) and block.story == "body")
    loai = opening.loai or _kind_by_head(head, opening)
    return Paper(
        view=view,
        name=name,
        head=head,
        loai=loai,
        ten_loai=opening.ten_loai,
        trich_yeu=opening.trich_yeu,
        ke_trich_yeu=tuple(opening.ke),
        kinh_gui=opening.kinh_gui,
        tham_quyen=opening.tham_quyen,
        can_cu=opening.can_cu,
        main=main,
        muc=items_of(main),
        tables=tuple(block for block in body if isinstance(block, Table)),
        chu_ky=foot.chu_ky if foot else (),
        noi_nhan=foot.noi_nhan if foot else None,
        danh_sach=foot.danh_sach if foot else (),
        nguoi_soan=foot.nguoi_soan if foot else None,
        phu_luc=read_attachments(blocks, foot.end if foot else stop),
        body=tuple(body),
        listed=listed,
        out_of_scope=_out_of_scope(view, head, opening),
    )


def _read_opening(blocks: Sequence[Block], start: int, end: int) -> Opening:
    """Return what the blocks from `start` open with; the signature stands at `end`."""
    opening = Opening(start=start)
    find_title(blocks, end, opening)
    if opening.ten_loai is not None:
        read_subject(blocks, end, opening)
    read_addressees(blocks, end, opening)
    read_bases(blocks, end, opening)
    return opening


def _head(blocks: Sequence[Block], end: int, view: View) -> Head:
    """Return the head; lines that it lacks may be anchored behind it."""
    width = view.sections[0].text_width
    head = read_head(blocks[:end], width)
    if head.ke_tieu_ngu and head.ke_co_quan:
        return head
    return read_head(blocks[: _with_hanging_rules(blocks, end)], width)


def _with_hanging_rules(blocks: Sequence[Block], end: int) -> int:
    """Return the end of the head with the empty paragraphs behind it, where lines of the head are often anchored."""
    while end < len(blocks) and end and isinstance(block := blocks[end], Paragraph) and not block.words and block.rules:
        end += 1
    return end


def _is_appendix_alone(blocks: Sequence[Block]) -> bool:
    first = next((block for block in blocks if isinstance(block, Table) or block.words), None)
    return isinstance(first, Paragraph) and opens_appendix(first)


def _body_end(blocks: Sequence[Block], start: int, foot: Foot | None) -> int:
    """Return where the body ends: at the signature, else at the first appendix, else with the paper."""
    if foot is not None:
        return foot.start
    appendix = (
        index for index in range(start, len(blocks)) if isinstance(block := blocks[index], Paragraph) and opens_appendix(block)
    )
    return next(appendix, len(blocks))


def _kind_by_head(head: Head, opening: Opening) -> str | None:
    """Return "công văn" for a paper with an addressee or a V/v, and no title."""
    if opening.ten_loai is not None:
        return None
    return "công văn" if head.is_there and (head.trich_yeu_cong_van or opening.kinh_gui) else None


def _out_of_scope(view: View, head: Head, opening: Opening) -> str | None:
    top = " ".join(folded(paragraph.words) for paragraph in view.paragraphs[:12])
    if "dang cong san viet nam" in top and head.quoc_hieu is None:
        return _PARTY
    number = head.so_ky_hieu.words if head.so_ky_hieu else ""
    if _PARTY_NUMBER.match(number) and any(opens_with(line.words, _UNIONS) for line in (*head.chu_quan, *head.ban_hanh)):
        return _UNION
    if _is_form(view) and not _ISSUED_FORM.search(number):
        return _FORM
    if opening.ten_loai is not None and opening.ten_loai.words.lower() in NORMATIVE_KINDS:
        return _NORMATIVE
    return _NORMATIVE if opening.loai in _NORMATIVE_WITH_YEAR and _YEAR_IN_NUMBER.search(number) else None


def _is_form(view: View) -> bool:
    """Return whether the first title in capitals, above the addressees and the text, is that of a form."""
    lines = (line for paragraph in view.paragraphs[:_OPENING_LINES] for line in paragraph.lines)
    for line in lines:
        if ADDRESSED.match(line.words) or len(line.words) > LONGEST_SUBJECT or opens_appendix(line.paragraph):
            return False
        if line.words.isupper() and FORM.match(folded(line.words)):
            return True
        if line.words.isupper() and kind_of(line.words):
            return False
    return False


def contents(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the paragraphs (by `id`) of tables of contents, their titles too.

    Word's styles and fields tell an entry; behind one, and under “MỤC LỤC”, a page number behind a tab or a row of dots does.
    """
    found: set[int] = set()
    title: Paragraph | None = None
    inside = False
    for block in blocks:
        if not isinstance(block, Paragraph):
            title, inside = None, False
        elif block.words:
            is_entry = _PAGE.search(block.text.rstrip()[-_TAIL:]) is not None
            inside = bool(_STYLE.match(block.style) or (is_entry and (inside or title is not None or block.fields & _FIELDS)))
            if inside:
                found |= {id(block), id(title or block)}
            title = block if folded(block.words) == _TITLE else None
    return frozenset(found)
