"""Finds the kind of paper, its subject and who issues it: boxes 5a and 6."""

from collections.abc import Sequence
from typing import Final

from docgen.check.anatomy.opening import ADDRESSED, BASIS, DECIDES, DECISION_KINDS, DEEP, LONGEST_SUBJECT, Opening
from docgen.check.anatomy.pieces import is_typed_rule
from docgen.check.anatomy.words import kind_of, kind_opening, opens_with
from docgen.check.view import Block, DrawnRule, Line, Paragraph, Table

_SEARCHED: Final = 12
_LONGEST_TITLE: Final = 60
_AUTHORITY: Final = (
    "chu tich", "uy ban nhan dan", "hoi dong", "giam doc", "bo truong", "chanh", "truong", "hieu truong", "cuc truong",
    "thu tuong", "tong", "vien truong", "chi cuc truong", "ban giam", "ban chi dao", "ban quan ly", "ban chap hanh",
)  # fmt: skip


def find_title(blocks: Sequence[Block], end: int, opening: Opening) -> None:
    """Note the line that names the kind of paper in `opening`, and step to it; prose or addressees end the search."""
    seen = 0
    for index in range(opening.start, end):
        block = blocks[index]
        if isinstance(block, Table):
            return
        if not block.words:
            opening.ke += [rule for rule in block.rules if rule.floating]
            continue
        first = block.lines[0]
        if ADDRESSED.match(block.words) or seen >= _SEARCHED or _is_prose(block):
            return
        seen += 1
        if _is_title(first, block):
            opening.ten_loai, opening.start = first, index
            opening.loai = kind_of(first.words) or kind_opening(first.words)
            return


def _is_prose(paragraph: Paragraph) -> bool:
    return bool(BASIS.match(paragraph.words)) or len(paragraph.words) > LONGEST_SUBJECT


def _is_title(line: Line, paragraph: Paragraph) -> bool:
    words = line.words
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
    ruled = False
    index = opening.start
    for index in range(opening.start, end):
        block = blocks[index]
        if isinstance(block, Table):
            break
        own = [line for line in block.lines if line.words != title.words or line.paragraph is not title.paragraph]
        drawn = list(block.rules)
        if block.words and (lines or own) and not _goes_on(block, own, lines or authority, ruled):
            opening.ke += [rule for rule in drawn if rule.floating and not opening.ke]
            break
        opening.ke += [rule for rule in drawn if rule.kind != "cell border"]
        ruled = ruled or any(not rule.floating for rule in drawn)
        for line in own:
            if is_typed_rule(line):
                continue
            (authority if _is_authority(line, opening) else lines).append(line)
    else:
        index = end
    opening.trich_yeu, opening.tham_quyen, opening.start = tuple(lines), tuple(authority), index
    if lines and lines[-1].share("underline") != "none":
        opening.ke.append(DrawnRule("underline", None))


def _goes_on(paragraph: Paragraph, own: Sequence[Line], before: Sequence[Line], ruled: bool) -> bool:
    """Return whether a paragraph under the title still belongs to it."""
    words = paragraph.words
    if not own:
        return True
    if ADDRESSED.match(words) or len(words) > LONGEST_SUBJECT or words.startswith("("):
        return False
    if BASIS.match(words) and paragraph.align != "center":
        return False
    if all(is_typed_rule(line) for line in own):
        return True
    if paragraph.align == "center":
        return not ruled or words.upper() == words
    return not before and own[0].share("bold") == "all" and not words.endswith((".", ":", ";")) and not ruled


def _is_authority(line: Line, opening: Opening) -> bool:
    if DECIDES.match(line.words):
        return True
    capitals = line.words.upper() == line.words
    return capitals and opening.loai in DECISION_KINDS and opens_with(line.words, _AUTHORITY)
