"""Finds the legal bases ("Căn cứ") that open a paper, one paragraph each."""

import re
from collections.abc import Sequence
from typing import Final

from docgen.check.anatomy.opening import BASIS, DECIDES, DECISION_KINDS, Opening
from docgen.check.anatomy.pieces import is_typed_rule
from docgen.check.anatomy.words import folded
from docgen.check.view import Block, Paragraph, Table

_RUNS_ON: Final = re.compile(
    r",.*\b(ban hành|xây dựng|báo cáo|đề nghị|thông báo|hướng dẫn|triển khai|tổ chức|yêu cầu|kính|trình|giao|mời)\b"
)


def read_bases(blocks: Sequence[Block], end: int, opening: Opening) -> None:
    """Take the paragraphs that cite legal bases, one basis each; a running sentence that ends with a colon is none."""
    bases: list[Paragraph] = []
    index = after = opening.start
    for index in range(opening.start, end):
        block = blocks[index]
        if isinstance(block, Table):
            break
        if not block.words or is_typed_rule(block.whole):
            continue
        if not _is_basis(block, bases, opening):
            break
        bases.append(block)
        after = index + 1
    if bases and _is_list(bases, opening):
        opening.can_cu, opening.start = tuple(bases), after
        _read_authority_below(blocks, end, opening)


def _is_basis(paragraph: Paragraph, before: Sequence[Paragraph], opening: Opening) -> bool:
    words = paragraph.words
    if words.endswith(":") or DECIDES.match(words) or paragraph.align == "center":
        return False
    if BASIS.match(words):
        return words.endswith((";", ",")) or paragraph.whole.share("italic") == "all" or _ends_bases(words, before, opening)
    return bool(before) and words.endswith(";") and paragraph.whole.share("italic") == "all"


def _ends_bases(words: str, before: Sequence[Paragraph], opening: Opening) -> bool:
    if folded(words).startswith(("can cu", "theo de nghi", "xet de nghi")) and opening.loai in DECISION_KINDS:
        return True
    if words.startswith("Căn cứ") and words.endswith(".") and not _RUNS_ON.search(words):
        return True
    return bool(before) and before[-1].words.endswith((";", ",")) and folded(words).startswith(("can cu", "theo de nghi", "xet"))


def _is_list(bases: Sequence[Paragraph], opening: Opening) -> bool:
    return (
        opening.loai in DECISION_KINDS
        or any(basis.words.endswith(";") for basis in bases)
        or any(basis.whole.share("italic") == "all" for basis in bases)
        or all(basis.words.startswith("Căn cứ") for basis in bases)
    )


def _read_authority_below(blocks: Sequence[Block], end: int, opening: Opening) -> None:
    """Step over the line "QUYẾT ĐỊNH:" under the bases."""
    for index in range(opening.start, end):
        block = blocks[index]
        if isinstance(block, Table) or (block.words and not DECIDES.match(block.words)):
            return
        if block.words:
            opening.tham_quyen = (*opening.tham_quyen, *block.lines)
            opening.start = index + 1
            return
