"""Finds what stands between the head and the body: kind, subject, who issues it, legal bases (boxes 5a, 6)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from docgen.check.anatomy.components import item_of
from docgen.check.anatomy.pieces import is_typed_rule
from docgen.check.anatomy.vocabulary import ADDRESSED, DRAFT, POINTER, folded, kind_of, kind_opening, opens_with
from docgen.check.ink import DrawnRule
from docgen.check.view import Block, Line, Paragraph, Table
from docgen.text.patterns import lazy_re

BASIS: Final = lazy_re(r"^[-–]?\s*(căn cứ|xét|theo đề nghị|theo|thực hiện|trên cơ sở)\b", re.IGNORECASE)
DECIDES: Final = lazy_re(r"^(quyết định|quyết nghị|nghị quyết)\s*:$", re.IGNORECASE)
DECISION_KINDS: Final = ("quyết định", "nghị quyết")
LONGEST_SUBJECT: Final = 400
DEEP: Final = 30.0
_HEADINGS: Final = frozenset(  # of divisions, though they open as a kind of paper does
    ("quy dinh chung", "nhung quy dinh chung", "quy dinh cu the", "nhung quy dinh cu the", "dieu khoan thi hanh",
     "dieu khoan chung", "to chuc thuc hien", "muc luc", "loi noi dau", "phan mo dau", "mo dau")
)  # fmt: skip
_SEARCHED: Final = 12
_LONGEST_TITLE: Final = 60
_AUTHORITY: Final = (
    "chu tich", "uy ban nhan dan", "hoi dong", "giam doc", "bo truong", "chanh", "truong", "hieu truong", "cuc truong",
    "thu tuong", "tong", "vien truong", "chi cuc truong", "ban giam", "ban chi dao", "ban quan ly", "ban chap hanh",
)  # fmt: skip
_CARRIES_OUT: Final = lazy_re(r"Thực hiện (?:Nghị quyết|Chỉ thị|Kết luận|Quyết định|Kế hoạch|Chương trình|Công văn)\b[^.:]*\.$")
_RUNS_ON: Final = lazy_re(
    r",.*\b(ban hành|xây dựng|báo cáo|đề nghị|thông báo|hướng dẫn|triển khai|tổ chức|yêu cầu|kính|trình|giao|mời)\b"
)


@dataclass
class Opening:
    """What stands between the head and the body, and where the body starts (index among the paper's blocks)."""

    loai: str | None = None
    ten_loai: Line | None = None
    trich_yeu: tuple[Line, ...] = ()
    ke: list[DrawnRule] = field(default_factory=list)
    tham_quyen: tuple[Line, ...] = ()
    kinh_gui: tuple[Line, ...] = ()
    can_cu: tuple[Paragraph, ...] = ()
    start: int = 0


def find_title(blocks: Sequence[Block], end: int, opening: Opening) -> None:
    """Note the line that names the kind of paper in `opening`, and step to it; prose or addressees end the search."""
    seen = 0
    for index in range(opening.start, end):
        block = blocks[index]
        if isinstance(block, Table) or _opens_division(block):
            return
        if not block.words:
            opening.ke += [rule for rule in block.rules if rule.floating]
            continue
        if DRAFT.match(block.words) or (block.story == "box" and not kind_of(block.words)):
            continue
        first = block.lines[0]
        if ADDRESSED.match(block.words) or seen >= _SEARCHED or _is_prose(block):
            return
        seen += 1
        if _is_title(first, block):
            opening.ten_loai, opening.start = first, index
            opening.loai = kind_of(first.words) or kind_opening(first.words)
            return


def _opens_division(paragraph: Paragraph) -> bool:
    """Return whether the text itself begins, with a part, a chapter or an article."""
    return item_of(paragraph).level in ("phần", "chương", "mục", "điều")


def _is_prose(paragraph: Paragraph) -> bool:
    return bool(BASIS.match(paragraph.words)) or len(paragraph.words) > LONGEST_SUBJECT


def _is_title(line: Line, paragraph: Paragraph) -> bool:
    words = line.words
    if folded(words) in _HEADINGS:
        return False
    if kind_of(words):
        return len(words) <= _LONGEST_TITLE
    centred = paragraph.align == "center" or paragraph.left > DEEP
    if words.upper() != words or not centred or line.share("bold") == "none" or not any(letter.isalpha() for letter in words):
        return False
    return kind_opening(words) is not None or (len(words.split()) <= 5 and not words.startswith("("))


def read_subject(blocks: Sequence[Block], end: int, opening: Opening) -> None:
    """Take the lines under the title for its subject, as long as they look like one, and the lines drawn on the way."""
    title = opening.ten_loai
    assert title is not None
    lines: list[Line] = []
    authority: list[Line] = []
    ruled = pointed = False
    index = opening.start
    for index in range(opening.start, end):
        block = blocks[index]
        if isinstance(block, Table):
            break
        own = [line for line in block.lines if line.words != title.words or line.paragraph is not title.paragraph]
        own = [line for line in own if not (line.words.startswith("(") and DRAFT.match(line.words))]
        drawn = list(block.rules)
        if own and not ruled and (pointed or POINTER.match(block.words)):
            # "(Ban hành kèm theo …)" under the subject of a text that a decision issues: the line stands below it (mẫu 1.3)
            opening.ke += [rule for rule in drawn if rule.kind != "cell border"]
            pointed = not block.words.endswith(")")
            continue
        if block.words and (lines or own) and not _goes_on(block, own, lines or authority, ruled, opening):
            opening.ke += [rule for rule in drawn if rule.floating and not opening.ke]
            break
        opening.ke += [rule for rule in drawn if rule.kind != "cell border"]
        ruled = ruled or any(not rule.floating for rule in drawn)
        for line in own:
            if is_typed_rule(line):
                continue
            (authority if _is_authority(line, opening, below_rule=ruled and bool(lines)) else lines).append(line)
    else:
        index = end
    opening.trich_yeu, opening.tham_quyen, opening.start = tuple(lines), tuple(authority), index
    if lines and lines[-1].share("underline") != "none":
        opening.ke.append(DrawnRule("underline", None))


def _goes_on(paragraph: Paragraph, own: Sequence[Line], before: Sequence[Line], ruled: bool, opening: Opening) -> bool:
    """Return whether a paragraph under the title still belongs to it."""
    words = paragraph.words
    if not own:
        return True
    if ADDRESSED.match(words) or len(words) > LONGEST_SUBJECT or _opens_division(paragraph):
        return False
    if words.startswith("(") and (not before or POINTER.match(words) or own[0].share("italic") != "none"):
        return False
    if paragraph.align != "center" and (BASIS.match(words) or item_of(paragraph).level in ("La Mã", "khoản")):
        return False
    if all(is_typed_rule(line) or (ruled and _is_authority(line, opening, below_rule=True)) for line in own):
        return True
    if paragraph.align == "center":
        return not ruled or words.upper() == words
    return not before and own[0].share("bold") == "all" and not words.endswith((".", ":", ";")) and not ruled


def _is_authority(line: Line, opening: Opening, *, below_rule: bool) -> bool:
    """Return whether a line says who decides: in capitals, or bold where the line under the subject stands above it."""
    if DECIDES.match(line.words):
        return True
    told = line.words.upper() == line.words or (below_rule and line.share("bold") == "all")
    return told and opening.loai in DECISION_KINDS and opens_with(line.words, _AUTHORITY)


def read_bases(blocks: Sequence[Block], end: int, opening: Opening) -> None:
    """Take the paragraphs that cite legal bases, one basis each; a running sentence that ends with a colon is none."""
    bases: list[Paragraph] = []
    index = after = opening.start
    for index in range(opening.start, end):
        block = blocks[index]
        if isinstance(block, Table):
            break
        if not any(map(str.isalnum, block.words)):  # a row of underscores, a dash alone
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
    if not before or not before[-1].words.endswith((";", ",")):
        return False
    carries_out = bool(_CARRIES_OUT.match(words)) and before[-1].words.endswith(";") and not _RUNS_ON.search(words)
    return carries_out or folded(words).startswith(("can cu", "theo de nghi", "xet"))


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
        if isinstance(block, Table) or (block.words and not DECIDES.match(f"{block.words.rstrip(' :')}:")):
            return
        if block.words:
            opening.tham_quyen = (*opening.tham_quyen, *block.lines)
            opening.start = index + 1
            return
