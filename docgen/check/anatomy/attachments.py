"""Finds what is attached behind the signature: appendices, and other texts such as a regulation that a decision issues."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from docgen.check.anatomy.components import PhuLuc
from docgen.check.anatomy.pieces import is_typed_rule
from docgen.check.anatomy.vocabulary import POINTER, folded, is_quoc_hieu, kind_of, kind_opening
from docgen.check.ink import DrawnRule
from docgen.check.view import Block, Line, Paragraph, Table, paragraphs_of
from docgen.text.patterns import lazy_re
from docgen.text.wording import roman_value

_LABEL: Final = lazy_re(r"^phụ\s*lục\b\s*(?:số\s*)?[:.]?\s*(?:[IVXLC]+|\d+|[A-Z])?\s*[:.]?$", re.IGNORECASE)
_LABEL_AND_TITLE: Final = lazy_re(r"^phụ\s*lục\b", re.IGNORECASE)
_SPECIMEN: Final = lazy_re(r"^\(?(?:biểu\s+)?mẫu\s+(?:số\s*)?[\dIVX]+", re.IGNORECASE)
_ORDINAL: Final = lazy_re(r"(?i:phụ\s*lục\s*(?:số\s*)?)([IVXLC]+|\d{1,3})\b")
_LONGEST_LABEL: Final = 120
_HEAD_LINES: Final = 8


def read_attachments(blocks: Sequence[Block], start: int) -> tuple[PhuLuc, ...]:
    """Return what stands behind `start`, parted where an appendix opens."""
    starts = _starts(blocks, start)
    first = next((index for index in range(start, len(blocks)) if _has_words(blocks[index])), None)
    if first is None:
        return ()
    if first not in starts:
        starts.insert(0, first)
    ends = [*starts[1:], len(blocks)]
    return tuple(_read(blocks, one, end) for one, end in zip(starts, ends, strict=True))


def _starts(blocks: Sequence[Block], start: int) -> list[int]:
    """Return where appendices open. Behind the head of a specimen form only the next number of the row opens one."""
    starts: list[int] = []
    in_form, last = False, 0
    for index in range(start, len(blocks)):
        block = blocks[index]
        if isinstance(block, Paragraph) and opens_appendix(block):
            number = _number(block)
            if not in_form or (number is not None and number == last + 1):
                starts.append(index)
                in_form, last = False, number or last
        elif starts and _opens_form(block):
            in_form = True
    return starts


def _opens_form(block: Block) -> bool:
    """Return whether the state's name, or a line "Mẫu số 01", begins a specimen form."""
    paragraphs = (block,) if isinstance(block, Paragraph) else block.paragraphs
    lines = [line.words for paragraph in paragraphs for line in paragraph.lines]
    return any(_SPECIMEN.match(words) or is_quoc_hieu(words) for words in lines)


def specimens(attached: PhuLuc) -> tuple[Paragraph, ...]:
    """Return the paragraphs of an appendix from the first specimen form in it on."""
    forms = (place for place, each in enumerate(attached.paragraphs) if attached.label is not None and _opens_form(each))
    first = next(forms, None)
    return () if first is None else attached.paragraphs[first:]


def lacks_label(attached: PhuLuc) -> bool:
    """Return whether it is an appendix by its title and its line "(Kèm theo …)", and only the word “Phụ lục” is left out.

    A regulation or a plan that another paper issues names its kind, and is none.
    """
    if attached.label is not None or attached.kem_theo is None or not attached.ten:
        return False
    return not names_its_kind(attached)


def names_its_kind(attached: PhuLuc) -> bool:
    """Return whether its title is that of a regulation or a plan, or a form stands in it."""
    title = " ".join(line.words for line in attached.ten)
    named = bool(attached.ten) and (kind_of(attached.ten[0].words) or kind_opening(title)) is not None
    return named or any(map(_opens_form, attached.blocks))


def appendices(attached: Sequence[PhuLuc]) -> list[PhuLuc]:
    """Return what of the texts attached is an appendix, those too that leave its word out."""
    return [each for each in attached if each.label or lacks_label(each)]


def _number(label: Paragraph) -> int | None:
    match = _ORDINAL.match(label.lines[0].words)
    return None if match is None else int(match[1]) if match[1].isdecimal() else roman_value(match[1])


def opens_appendix(paragraph: Paragraph) -> bool:
    """Return whether a paragraph is the line that opens an appendix."""
    if not paragraph.lines or paragraph.place is not None:
        return False
    line = paragraph.lines[0]
    if _LABEL.match(line.words):
        return paragraph.align in ("center", "right") or line.share("bold") != "none"
    words = line.words
    return bool(_LABEL_AND_TITLE.match(words)) and len(words) <= _LONGEST_LABEL and paragraph.align == "center"


def _has_words(block: Block) -> bool:
    return isinstance(block, Table) or bool(block.words)


def _read(blocks: Sequence[Block], start: int, end: int) -> PhuLuc:
    own = blocks[start:end]
    paragraphs = tuple(paragraphs_of(tuple(own)))
    label, ten, kem_theo, rules = _heads(own)
    tables = tuple(block for block in own if isinstance(block, Table))
    first = paragraphs[0] if paragraphs else None
    return PhuLuc(
        label=label,
        ten=ten,
        kem_theo=kem_theo,
        ke=tuple(rules),
        paragraphs=paragraphs,
        tables=tables,
        section=first.section if first else 0,
        starts_section=_starts_section(blocks, start),
        blocks=tuple(own),
    )


def _heads(blocks: Sequence[Block]) -> tuple[Line | None, tuple[Line, ...], Line | None, list[DrawnRule]]:
    label: Line | None = None
    ten: list[Line] = []
    kem_theo: Line | None = None
    rules: list[DrawnRule] = []
    lines = list(_head_lines(blocks))
    below = [line for line, _ in lines[1:]]
    for (line, drawn), under in zip_longest(lines, below):
        rules += drawn
        if line is None or is_typed_rule(line):
            continue
        if label is None and not ten and _LABEL_AND_TITLE.match(line.words):
            label = line
        elif kem_theo is None and _is_pointer(line.words):
            kem_theo = line
        elif kem_theo is not None or not (
            line.paragraph.align == "center"
            or (label and not ten and _is_title(line))
            or (under and not ten and POINTER.match(under.words) and line.share("bold") == "all")
        ):
            break
        else:
            ten.append(line)
    return label, tuple(ten), kem_theo, rules


def _is_title(line: Line) -> bool:
    """Return whether a line under "Phụ lục" that does not stand in the middle is its title all the same."""
    return line.words.isupper() and line.share("bold") == "all"


def _head_lines(blocks: Sequence[Block]) -> Iterator[tuple[Line | None, tuple[DrawnRule, ...]]]:
    seen = 0
    for block in blocks:
        if isinstance(block, Table) or seen >= _HEAD_LINES:
            return
        if not block.lines:
            yield None, block.rules
        for place, line in enumerate(block.lines):
            seen += 1
            yield line, block.rules if place == 0 else ()


def _is_pointer(words: str) -> bool:
    plain = folded(words)
    return plain.startswith(("kem theo", "ban hanh kem theo", "dinh kem", "kem ")) or (
        words.startswith("(") and "kem theo" in plain
    )


def _starts_section(blocks: Sequence[Block], start: int) -> bool:
    """Return whether nothing with words stands before `start` in its section."""
    block = blocks[start]
    before = next((blocks[index] for index in range(start - 1, -1, -1) if _has_words(blocks[index])), None)
    return before is None or before.section != block.section
