"""Finds the components of the head: boxes 1 to 4, 5b, 10 and 11."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from docgen.check.anatomy.components import Head
from docgen.check.anatomy.headplaces import HeadPieces, beside, head_rules, layout, room, underlines
from docgen.check.anatomy.pieces import Piece, pieces_of
from docgen.check.anatomy.vocabulary import (
    ADDRESSED,
    DRAFT,
    PLACE_NOUNS,
    folded,
    is_quoc_hieu,
    is_tieu_ngu,
    kind_of,
    kind_opening,
    names_unit,
    opens_with,
)
from docgen.check.view import Block, Line, Paragraph, Table
from docgen.text.patterns import lazy_re

_NUMBER: Final = lazy_re(
    r"^số\s*[:.;]?\s*(?:[\d.…_\s]*[/-]|[\d.…_]+\s*/|$)|^số\s*:|^số\s*\d+|^\d{1,5}\s*/\s*[a-zđ]{2,}[\w&]*-[a-zđ]", re.IGNORECASE
)
_DAY: Final = lazy_re(r"ngày\b.*\btháng\b|ngày\s*[\d.…]*\s*[/-]\s*[\d.…]+", re.IGNORECASE)
_MONTH: Final = lazy_re(r",.*\btháng\b.*\bnăm\b", re.IGNORECASE)
_ABOUT: Final = lazy_re(r"^(v\s*/\s*v|về việc|v/v)\b|^v\s*/\s*v", re.IGNORECASE)
_URGENT: Final = frozenset({"hoa toc", "thuong khan", "khan", "hoa toc hen gio", "rat khan", "khan cap"})
_SECRET: Final = frozenset({"mat", "toi mat", "tuyet mat"})
_CIRCULATION: Final = frozenset({"xem xong tra lai", "luu hanh noi bo", "khong pho bien", "han che luu hanh"})
# lines of a pointer "(Kèm theo …" or of a subject that wrap before a number or a day
_CITED_NUMBER: Final = lazy_re(r"số\s[^:]*\bngày\b|(?i:số)\b.*\bngày\b.*\b(?:của|do)\b")
_CITED_DAY: Final = lazy_re(r"\bnăm\s*[\d.…_ ]*\s(?:của|do)\b|^[^(]*\)", re.IGNORECASE)
_SURE_NUMBER: Final = lazy_re(r"Số\s*:")
_BODY_STARTS: Final = lazy_re(r"^(kính g[ửở]i|căn cứ|thực hiện|xét|theo|điều 1)\b", re.IGNORECASE)
_LONG: Final = 170
_MOST_BLOCKS: Final = 40
_LONGEST_DATE: Final = 100
_TABLE_LINES: Final = 40
_SHORT_LINE: Final = 60


def split_agency(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return the lines of the superior office and those of the issuing one.

    A change from plain to bold type parts them; where the type does not tell, a line that opens as a new office's name does.
    A line that opens with a place ("TỈNH SÓC TRĂNG") goes on with the name above it.
    """
    cut = _cut_by_type(lines) or _cut_by_words(lines)
    return lines[:cut], lines[cut:]


def _cut_by_type(lines: tuple[Line, ...]) -> int:
    bold = [line.share("bold") for line in lines]
    cut = next((index for index, share in enumerate(bold) if share == "all"), 0)
    clean = all(share == "none" for share in bold[:cut]) and all(share == "all" for share in bold[cut:])
    return cut if clean and cut and not opens_with(lines[cut].words, PLACE_NOUNS) else 0


def _cut_by_words(lines: tuple[Line, ...]) -> int:
    starts = [index for index, line in enumerate(lines) if index and names_unit(line.words) and not _runs_on(lines[index - 1])]
    return starts[-1] if starts else 0


def _runs_on(line: Line) -> bool:
    """Return whether the words of `line` cannot end a name."""
    return line.words.endswith((",", "-", "–")) or line.words.split()[-1].lower() in ("và", "về", "của", "các")


def head_end(blocks: Sequence[Block]) -> int:
    """Return how many of `blocks` belong to the head."""
    end = 0
    in_subject = complete = False
    for index, block in enumerate(blocks[:_MOST_BLOCKS]):
        if isinstance(block, Table):
            if not _is_head_table(block):
                break
            end = index + 1
            complete = complete or _holds_all(block)
        elif block.words:
            if _ends_head(block, complete=complete):
                break
            in_subject = bool(_ABOUT.match(block.words)) or (in_subject and len(block.words) <= _SHORT_LINE)
            if in_subject or (not complete and any(_is_head_line(piece.words) for piece in pieces_of([block]))):
                end = index + 1
    return end


def _is_head_table(table: Table) -> bool:
    lines = [piece.words for piece in pieces_of([table])][:_TABLE_LINES]
    if any(is_quoc_hieu(words) or is_tieu_ngu(words) for words in lines):
        return True
    return not table.ruled and any(_is_head_line(words) for words in lines)


def _holds_all(table: Table) -> bool:
    """Return whether a table holds both the state's name and the date, so that no more of the head is to come but a V/v."""
    lines = [piece.words for piece in pieces_of([table])]
    return any(map(is_quoc_hieu, lines)) and any(_says_date(words) for words in lines)


def _is_head_line(words: str) -> bool:
    return is_quoc_hieu(words) or is_tieu_ngu(words) or _is_number(words) or _says_date(words)


def _says_date(words: str) -> bool:
    if len(words) > _LONGEST_DATE or words.startswith("(") or _CITED_DAY.search(words):
        return False
    return bool(_DAY.search(words) or _MONTH.search(words))


def _is_number(words: str) -> bool:
    """Return whether `words` are a number line; the text of a digital signature ("Số: …; ngày; giờ") is none."""
    return bool(_NUMBER.search(words)) and ";" not in words and not _CITED_NUMBER.match(words)


def _ends_head(paragraph: Paragraph, *, complete: bool) -> bool:
    """Return whether the title or the text begins here; behind a `complete` head any line of bold capitals is a title."""
    words, line = paragraph.words, paragraph.lines[0]
    if len(words) > _LONG or _BODY_STARTS.match(words) or kind_of(line.words):
        return True
    in_capitals = line.words.upper() == line.words and line.share("bold") != "none"
    return in_capitals and paragraph.align == "center" and (complete or kind_opening(line.words) is not None)


def read_head(blocks: Sequence[Block], text_width: float) -> Head:
    """Return the head found in `blocks`, which are those of the head and one more for lines that hang on it."""
    pieces = pieces_of(blocks)
    found = _told_apart(pieces)
    chu_quan, ban_hanh = split_agency(tuple(piece.line for piece in found.names))
    left, right, below = head_rules(blocks, found, text_width)
    return Head(
        quoc_hieu=_line(found.quoc_hieu),
        tieu_ngu=_line(found.tieu_ngu),
        ke_tieu_ngu=(*right, *underlines(found.tieu_ngu)),
        chu_quan=chu_quan,
        ban_hanh=ban_hanh,
        ke_co_quan=(*left, *underlines(found.names[-1] if found.names else None)),
        so_ky_hieu=_line(found.so),
        dia_danh=_line(found.ngay),
        trich_yeu_cong_van=tuple(piece.line for piece in found.about),
        ke_cong_van=tuple(below),
        khan=_line(found.khan),
        mat=_line(found.mat),
        luu_hanh=_line(found.luu_hanh),
        left_width=room(found.names[0] if found.names else found.so),
        beside=beside(found.so, found.ngay),
        layout=layout(found),
        tables=tuple(block for block in blocks if isinstance(block, Table)),
    )


def _told_apart(pieces: Sequence[Piece]) -> HeadPieces:
    found = HeadPieces()
    places = {piece: place for place, piece in enumerate(pieces)}
    rest: list[Piece] = []
    for piece in pieces:
        if not _tell(piece, found):
            rest.append(piece)
    for piece in rest:
        if DRAFT.match(piece.words) or piece.words.startswith("(") or ADDRESSED.match(piece.words):
            continue
        if found.about and _same_column(piece, found.about[-1]) and _is_after(piece, found.about[0], places):
            found.about.append(piece)
        elif piece.side != "right" and _names_office(piece, found, places):
            found.names.append(piece)
    return found


def _tell(piece: Piece, found: HeadPieces) -> bool:
    words = piece.words
    plain = folded(words)
    if found.quoc_hieu is None and is_quoc_hieu(words):
        found.quoc_hieu = piece
    elif found.tieu_ngu is None and is_tieu_ngu(words):
        found.tieu_ngu = piece
    elif found.so is None and _is_number(words) and not _is_of_subject(piece, found):
        found.so = piece
    elif found.ngay is None and _is_date(piece, found):
        found.ngay = piece
    elif not found.about and _ABOUT.match(words):
        found.about.append(piece)
    elif plain in _URGENT:
        found.khan = piece
    elif plain in _SECRET:
        found.mat = piece
    elif plain in _CIRCULATION:
        found.luu_hanh = piece
    else:
        return False
    return True


def _is_date(piece: Piece, found: HeadPieces) -> bool:
    """Return whether `piece` is the line of place and date, and not a V/v or the mark of a draft that speaks of a day."""
    words = piece.words
    if not _says_date(words) or _ABOUT.match(words) or DRAFT.match(words):
        return False
    return not (found.about and _same_column(piece, found.about[-1]))


def _is_of_subject(piece: Piece, found: HeadPieces) -> bool:
    """Return whether a line that opens as a number does goes on with the V/v above it: "V/v trả lời Công văn / số 3653/…"."""
    return bool(found.about) and _same_column(piece, found.about[-1]) and not _SURE_NUMBER.match(piece.words)


def _same_column(piece: Piece, other: Piece) -> bool:
    if piece.box is not other.box:
        return False
    return piece.table is other.table and (piece.column == other.column if piece.table else piece.side == other.side)


def _is_after(piece: Piece, other: Piece, places: Mapping[Piece, int]) -> bool:
    return places[piece] > places[other]


def _names_office(piece: Piece, found: HeadPieces, places: Mapping[Piece, int]) -> bool:
    """Return whether `piece` stands where an office is named: at the left, above the number."""
    letters = [character for character in piece.words if character.isalpha()]
    if not letters or len(piece.words) > _LONGEST_DATE:
        return False
    if piece.box is not None and (found.so is None or piece.box is not found.so.box):
        return False
    if found.so is None:
        return found.quoc_hieu is not None
    same_row = piece.table is not None and piece.table is found.so.table and piece.row == found.so.row
    return _is_after(found.so, piece, places) and (not same_row or piece.column == found.so.column)


def _line(piece: Piece | None) -> Line | None:
    return piece.line if piece else None
