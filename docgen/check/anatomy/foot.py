"""Finds the signature block, boxes 7a and 7b, and where it ends; the recipients list stands beside or below it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from docgen.check.anatomy.components import ChuKy
from docgen.check.anatomy.pieces import Piece, pieces_of
from docgen.check.anatomy.recipients import RECIPIENTS, is_recipient, is_under, without_mark
from docgen.check.anatomy.vocabulary import TITLE_NOUNS, folded
from docgen.check.view import Block, Line, Paragraph, Table
from docgen.text.patterns import lazy_re

_AUTHORITY: Final = lazy_re(
    r"^(TM|T/M|KT|K/T|TL|T/L|TUQ|TUQ|TU|Q)\s*[./]|^(TM|T/M|KT|K/T|TL|T/L|TUQ|T/UQ)\s+[A-ZĐ]|^[TK]\.[MTL]\.?\s"
)
_SIGN: Final = lazy_re(r"[TKQ][MTLU/.\s]|[Nn][Hh][Ậậ][Nn]")  # in all that opens with a form of authority or names the recipients
_SIGNED: Final = lazy_re(r"^[({<]|^\[(?!cần )|^đã ký|^ký tên|^\W*$", re.IGNORECASE)
_LONGEST_NAME: Final = 60
_LONGEST_TITLE: Final = 90
_MOST_SIGNERS: Final = 3  # cells in a row of a signature
_NOT_A_NAME: Final = lazy_re(r"\d|[:;,]|\w{2,}\.$")
_RANK: Final = lazy_re(
    r"^(?:(?:phó giáo sư|giáo sư|tiến sĩ|thạc sĩ|bác sĩ|kỹ sư|cử nhân|luật sư|đại tá|thượng tá|trung tá|thiếu tá|đại úy|thượng úy"
    r"|trung úy|thiếu úy|thiếu tướng|trung tướng|thượng tướng|đại tướng|đồng chí|[tb]h?\.?\s?s\b\.?|\w+\.)[\s,]*)+",
    re.IGNORECASE,
)


@dataclass
class Foot:
    """The signature and the recipients; `start` and `end` are their place among the paper's blocks."""

    chu_ky: tuple[ChuKy, ...]
    noi_nhan: Line | None
    danh_sach: tuple[Line, ...]
    nguoi_soan: Line | None
    start: int
    end: int


def read_foot(blocks: Sequence[Block], start: int) -> Foot | None:
    """Return the first signature block behind `start`, None where there is none."""
    first = _first(blocks, start)
    if first is None:
        return None
    end = _end(blocks, first)
    pieces = pieces_of(blocks[first:end])
    heading = next((piece for piece in pieces if RECIPIENTS.match(piece.words)), None)
    below = () if heading is None else pieces[pieces.index(heading) + 1 :]
    listed, mark = without_mark(
        tuple(each.line for each in below if heading and is_under(each, heading) and not _opens_signature(each.line))
    )
    return Foot(_signatures(pieces, heading), heading.line if heading else None, listed, mark, first, end)


def _first(blocks: Sequence[Block], start: int) -> int | None:
    """Return where the signature block begins: where its recipients or a form of authority stand, else its titles over names."""
    sure = next((index for index in range(start, len(blocks)) if _is_sure(blocks[index])), None)
    if sure is not None:
        return _titles_above(blocks, start, sure)
    return next((index for index in range(len(blocks) - 1, start - 1, -1) if _has_titles(blocks[index])), None)


def _titles_above(blocks: Sequence[Block], start: int, sure: int) -> int:
    """Return where a signature right above the recipients begins, in a table or in text boxes; `sure` where none stands."""
    first = sure
    for index in range(sure - 1, start - 1, -1):
        block = blocks[index]
        if isinstance(block, Table):
            return index if _has_titles(block) else first
        if block.story == "box" and block.words:
            first = index if TITLE_NOUNS.search(folded(block.words)) and block.words.isupper() else first
        elif block.words:
            break
    return first


def _is_sure(block: Block) -> bool:
    paragraphs = (block,) if isinstance(block, Paragraph) else block.paragraphs
    return any(_SIGN.search(each.text) for each in paragraphs) and any(
        RECIPIENTS.match(piece.words) or _has_authority(piece.line) for piece in pieces_of([block])
    )


def _has_authority(line: Line) -> bool:
    words = line.words
    return len(words) <= _LONGEST_TITLE and bool(_AUTHORITY.match(words)) and words.upper() == words


def _has_titles(block: Block) -> bool:
    """Return whether a table holds titles in bold capitals with a name below: a signature and no table of data."""
    if not isinstance(block, Table) or block.ruled or any(len(row.cells) > _MOST_SIGNERS for row in block.rows):
        return False
    lines = [piece.line for piece in pieces_of([block])]
    return any(_opens_signature(line) for line in lines) and any(_is_name(line) for line in lines)


def _opens_signature(line: Line) -> bool:
    """Return whether a line opens a signature: a form of authority, or a title in bold capitals apart from the text."""
    words = line.words
    if _has_authority(line):
        return True
    if len(words) > _LONGEST_TITLE or words.upper() != words or line.share("bold") == "none" or line.paragraph.place is None:
        return False
    return bool(TITLE_NOUNS.search(folded(words))) and line.paragraph.align == "center"


def _end(blocks: Sequence[Block], first: int) -> int:
    """Return the index behind the signature: its tables, and the paragraphs as far as they look like parts of it."""
    end = first
    while end < len(blocks) and isinstance(blocks[end], Table) and (end == first or _continues(blocks[end])):
        end += 1
    if end > first and any(RECIPIENTS.match(piece.words) for piece in pieces_of(blocks[first:end])):
        return end
    return _end_of_paragraphs(blocks, first, end) if end == first else _end_of_list(blocks, end)


def _end_of_paragraphs(blocks: Sequence[Block], first: int, end: int) -> int:
    """Return the index behind a signature that is laid out in paragraphs."""
    while end < len(blocks):
        block = blocks[end]
        if isinstance(block, Table):
            if not _continues(block):
                break
        elif block.section != blocks[first].section or "\f" in block.text or _opens_attachment(block.words):
            break
        end += 1
    return end


def _end_of_list(blocks: Sequence[Block], end: int) -> int:
    """Return the index behind a recipients list in paragraphs under the signature's table, `end` itself where there is none."""
    start = next((index for index in range(end, len(blocks)) if isinstance(blocks[index], Table) or _words(blocks[index])), None)
    if start is None or isinstance(blocks[start], Table) or not RECIPIENTS.match(_words(blocks[start])):
        return end
    behind = start + 1
    while behind < len(blocks) and is_recipient(_words(blocks[behind])):
        behind += 1
    return behind


def _words(block: Block) -> str:
    return "" if isinstance(block, Table) else block.words


def _continues(block: Block) -> bool:
    """Return whether a table directly under a signature's is a part of it."""
    pieces = pieces_of([block])
    return (
        isinstance(block, Table)
        and not block.ruled
        and any(_opens_signature(piece.line) or RECIPIENTS.match(piece.words) for piece in pieces)
    )


def _opens_attachment(words: str) -> bool:
    return folded(words).startswith(("phu luc", "bieu so", "mau so", "danh sach"))


def _signatures(pieces: Sequence[Piece], heading: Piece | None) -> tuple[ChuKy, ...]:
    """Return a signature for each column that holds one; the recipients' own column only above their heading."""
    columns: dict[tuple[int, int | str], list[Piece]] = {}
    before_heading = True
    for piece in pieces:
        before_heading = before_heading and piece is not heading
        if heading is not None and is_under(piece, heading) and not before_heading:
            continue
        if piece is not heading:
            key = piece.column if piece.table is not None and piece.column is not None else "paragraphs"
            columns.setdefault((id(piece.table), key), []).append(piece)
    found = [_signature(column) for column in columns.values()]
    return _merged([each for each in found if each is not None])


def _signature(pieces: Iterable[Piece]) -> ChuKy | None:
    lines = [piece.line for piece in pieces if not _SIGNED.match(piece.words)]
    table = next((piece.table for piece in pieces), None)
    start = next((index for index, line in enumerate(lines) if _is_title(line)), None)
    if start is None:
        name = next((line for line in lines if _is_name(line)), None)
        return ChuKy((), name, table, name) if name else None
    block = lines[start:]
    name_at = max((index for index, line in enumerate(block) if index and _is_name(line)), default=None)
    titles = block if name_at is None else block[:name_at]
    return ChuKy(tuple(titles), None if name_at is None else block[name_at], table, block[0])


def _merged(found: list[ChuKy]) -> tuple[ChuKy, ...]:
    """Join a name that stands in a table of its own with the titles above it."""
    joined: list[ChuKy] = []
    for each in found:
        if joined and not each.quyen_han and joined[-1].ho_ten is None:
            joined[-1] = ChuKy(joined[-1].quyen_han, each.ho_ten, joined[-1].table, joined[-1].cell_start)
        else:
            joined.append(each)
    return tuple(each for each in joined if each.quyen_han)


def _is_title(line: Line) -> bool:
    words = line.words
    if len(words) > _LONGEST_TITLE or words.startswith(("-", "+", "–")):
        return False
    return bool(_AUTHORITY.match(words)) or (bool(TITLE_NOUNS.search(folded(words))) and not words.endswith((".", ";", ":")))


def _is_name(line: Line) -> bool:
    words = line.words
    plain = _RANK.sub("", words)
    if len(words) > _LONGEST_NAME or _NOT_A_NAME.search(plain) or not 2 <= len(plain.split()) <= 6:
        return False
    if not all(word[0].isupper() for word in plain.split() if word[0].isalpha()):
        return False
    return words.upper() != words or not TITLE_NOUNS.search(folded(words))
