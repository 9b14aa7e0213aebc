"""The levels of the body: what label a paragraph opens with, typed or set by Word."""

import re
from collections.abc import Iterable
from typing import Final

from docgen.check.anatomy.paper import Item, Level
from docgen.check.view import Paragraph

_LEVELS: Final[tuple[tuple[Level, re.Pattern[str]], ...]] = (
    ("phần", re.compile(r"(?:PHẦN|Phần)\s+(?:thứ\s+\w+|THỨ\s+\w+|[IVXLC]+|\d+)\b[.:]?")),
    ("chương", re.compile(r"(?:CHƯƠNG|Chương)\s+(?:[IVXLC]+|\d+)\b[.:]?")),
    ("tiểu mục", re.compile(r"(?:TIỂU MỤC|Tiểu mục)\s+(?:[IVXLC]+|\d+)\b[.:]?")),
    ("mục", re.compile(r"(?:MỤC|Mục)\s+(?:[IVXLC]+|\d+)(?=[.:]|\s*$)[.:]?")),
    (
        "điều",
        re.compile(r"(?:ĐIỀU|Điều)\s+\d+[a-zđ]?(?:[.:]|(?=\s+(?!Nghị|Luật|Bộ luật|Thông|Quyết|Pháp|Quy |Hiến)[A-ZĐÀ-Ỹ])|$)"),
    ),
    ("La Mã", re.compile(r"(?!V\s?/\s?[vV]\b)[IVXL]+\s?[.)/\-](?=\s|[^\W\d_])")),
    ("khoản con", re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}[.)]?(?=\s|[^\W\d_])")),
    ("khoản", re.compile(r"\d{1,2}\s?[.)/](?=\s|[^\W\d_])")),
    ("điểm", re.compile(r"\(?[a-zđ]{1,2}[.)](?=\s|[^\W\d_])(?!\.)")),
    ("gạch", re.compile(r"[-–—−](?!\d)")),
    ("cộng", re.compile(r"\+(?!\d)")),
    ("dấu tròn", re.compile(r"[•▪●○◦*➢✓·](?!\*)")),
)


def item_of(paragraph: Paragraph) -> Item:
    """Return the paragraph with its level and label."""
    words = paragraph.words
    for level, pattern in _LEVELS:
        if match := pattern.match(words):
            label = match.group().strip()
            return Item(paragraph, "dấu tròn" if paragraph.bullet else level, label, words[match.end() :].strip())
    if paragraph.bullet:
        return Item(paragraph, "dấu tròn", paragraph.label, words.removeprefix(paragraph.label).strip())
    return Item(paragraph, "đoạn", "", words)


def items_of(paragraphs: Iterable[Paragraph]) -> tuple[Item, ...]:
    """Return the paragraphs that hold words, each with its level."""
    return tuple(item_of(paragraph) for paragraph in paragraphs if paragraph.words)
