"""Holds together in running text what should not part at the end of a line: symbols, dates, numbers and what they count.

It measures where the lines end, and holds only what would part there: everywhere else the words stay as they were typed, so that
whoever looks for “15/QĐ-UBND” or reads the file by a program finds them. A blank that would part becomes U+00A0, which Word and
LibreOffice find as a blank; a hyphen inside a symbol becomes U+2011, which `render` writes as Word's own `w:noBreakHyphen` (as a
letter it would come from another font where Times New Roman lacks it). docgen's own reading takes both for what they stand for.

What is short is always held. What is longer, a whole day or a long amount with its unit, is held where that stretches no line.
The head stays as it is, nothing is justified there; `column_widths` looks after tables.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeAlias

from docgen.decree30 import FIRST_LINE_INDENT
from docgen.paper.context.kehoach import KeHoachIn
from docgen.paper.context.printable import Khoi, VanBanIn, twips
from docgen.paper.layout import FOOTNOTE_SIZE, Layout
from docgen.text.dinhdang import has_marks, kept, plain, runs
from docgen.text.so import COUNTED
from docgen.text.typography import width

_BLANK, _HYPHEN = "\u00a0", "\u2011"
_WIDEST_GAP: Final = 3.0  # blanks between two words; lines of ordinary text have up to 2
_CELL: Final = 4.0  # mm that a cell keeps free on both sides
_LONGEST: Final = 20_000  # letters: ten pages, more than a paragraph of an office has; each line is laid anew for what it parts
_TOLERANCES: Final = (1.0, 0.985, 1.015)  # of a line's width, in which word processors differ
_SHORT: Final = (
    re.compile(r"\b(?:ngày|tháng|năm|quý|khóa|lần|đợt)( )(?:\d|[IVX]+\b)", re.IGNORECASE),
    re.compile(r"\b(?:điều|khoản|mục|chương|phần|phụ lục)( )(?:\d|[IVX]+\b)", re.IGNORECASE),
    re.compile(r"\bđiểm( )[a-zđ](?=[,;.)]| khoản)", re.IGNORECASE),
    re.compile(rf"(?<![\w/.,])\d[\d.,]{{0,3}}( )(?=(?:{COUNTED})(?!\w))"),
    re.compile(r"(?<=\S)( )[-–](?= \S)"),
    re.compile(r"(?<=[A-ZĐ&])[a-z]{0,2}(-)(?=[A-ZĐ][\w&.]*)|(?<=\d)(-)(?=[A-ZĐ]{2,}/)"),
)
_LONG: Final = (
    re.compile(r"\bngày \d{1,2}( )tháng \d", re.IGNORECASE),
    re.compile(rf"(?<![\w/.,])\d[\d.,]{{4,}}( )(?:{COUNTED})(?!\w)"),
    re.compile(r"\b\d[\d.,]* (?:triệu|tỷ|tỉ|nghìn|ngàn)( )đồng\b"),
)
_PIECE: Final = re.compile(r"[^ -]*(?:-(?![\w&])[^ -]*|(?<![\w&])-[^ -]*)*(?:-| +|$)")


Spans: TypeAlias = Sequence[tuple[int, int]]


class Measure(NamedTuple):
    """What running text has: the width of its lines and the indent of the first in mm, and its type size."""

    width: float
    indent: float
    size: float


def unparted(values: Any, layout: Layout) -> Any:
    """Return the `values` of a paper on pages of `layout` with what should not part held together, where text runs over lines."""
    if not isinstance(values, VanBanIn):
        return values
    line = Measure(layout.text_width, FIRST_LINE_INDENT, layout.sizes["Nội dung"])
    appendices = []
    for each in values.phu_luc:
        its = line._replace(width=layout.landscape_text_width) if each.ngang else line
        appendices.append(replace(each, khoi=_blocks(each.khoi, its)))
    below = Measure(layout.text_width, 0, FOOTNOTE_SIZE)
    foot = Measure(values.rong.cuoi_trai / twips(1) - _CELL, 0, layout.sizes["Danh sách nơi nhận"])
    notes = {name: held(text, below, "1 ") for name, text in values.chu_thich.items()}
    made = replace(
        values,
        chu_thich=notes,
        noi_nhan=_texts(values.noi_nhan, foot),
        mo_dau=_texts(values.mo_dau, line),
        khoi=_blocks(values.khoi, line),
        phu_luc=tuple(appendices),
    )
    return replace(made, can_cu=_texts(made.can_cu, line)) if isinstance(made, KeHoachIn) else made


@lru_cache(maxsize=2_000)  # letters share most of their words
def held(text: str, line: Measure, before: str = "") -> str:
    """Return `text`, which runs on behind `before`, with what should not part held together where its lines would part it."""
    if not has_marks(text):
        return _held(text, line, plain(before), ())
    letters, where = list(text), kept(text)
    for index, letter in zip(where, _held(plain(text), line, plain(before), _bold(text)), strict=True):
        letters[index] = letter
    return "".join(letters)


def _bold(text: str) -> tuple[tuple[int, int], ...]:
    """Return from where to where the words of `text` are bold, in `plain(text)`."""
    spans, behind = [], 0
    for run in runs(text):
        spans += [(behind, behind + len(run.chu))] if run.dam and run.chu else []
        behind += len(run.chu)
    return tuple(spans)


def _held(text: str, line: Measure, before: str, bold: Spans) -> str:
    short, long = set(_places(_SHORT, text)), set(_places(_LONG, text))
    if not (short or long) or len(text) > _LONGEST:
        return text
    spans = [(start + len(before), end + len(before)) for start, end in bold]
    for tolerance in _TOLERANCES:
        measure = line._replace(width=line.width * tolerance)
        for _ in range(len(short) + len(long)):
            ends, gap = _lines(before + text, measure, spans)
            parted = {end - len(before) for end in ends}
            wanted = min(parted & (short | long), default=None)
            if wanted is None:
                break
            tried = f"{text[:wanted]}{_HYPHEN if text[wanted] == '-' else _BLANK}{text[wanted + 1 :]}"
            if wanted in short or _lines(before + tried, measure, spans)[1] <= max(_WIDEST_GAP, gap):
                text = tried
            short.discard(wanted)
            long.discard(wanted)
    return text


def _places(patterns: Sequence[re.Pattern[str]], text: str) -> Iterator[int]:
    """Yield where in `text` the blanks and hyphens stand that should not part."""
    for pattern in patterns:
        yield from (match.start(match.lastindex or 0) for match in pattern.finditer(text))


def _lines(text: str, line: Measure, bold: Spans) -> tuple[list[int], float]:
    """Return behind which characters of `text` its lines end, and in blanks the widest gap between words when it is justified."""
    blank, room = width(" ", line.size), line.width - line.indent
    ends: list[int] = []
    widest = used = 0.0
    gaps = 0
    for piece in _PIECE.finditer(text):
        words = piece.group().rstrip(" ")
        wide = width(words.replace(_HYPHEN, "-"), line.size)
        for start, end in bold:
            letters = text[max(start, piece.start()) : min(end, piece.start() + len(words))].replace(_HYPHEN, "-")
            wide += width(letters, line.size, "bold") - width(letters, line.size)
        if used and used + wide > room:
            ends.append(piece.start() - 1)
            if text[piece.start() - 1] == " ":
                used, gaps = used - blank, gaps - 1
            widest = max(widest, 1 + (room - used) / gaps / blank) if gaps > 0 else widest
            room, used, gaps = line.width, 0.0, 0
        used, gaps = used + wide + blank * (len(piece.group()) - len(words)), gaps + (piece.group() != words)
    return ends, widest


def _texts(texts: Sequence[str], line: Measure) -> tuple[str, ...]:
    return tuple(held(text, line) for text in texts)


def _blocks(blocks: Sequence[Khoi], line: Measure) -> tuple[Khoi, ...]:
    return tuple(
        block if block.bang else replace(block, chu=held(block.chu, line), tiep=held(block.tiep, line, f"{block.chu} "))
        for block in blocks
    )
