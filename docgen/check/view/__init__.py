"""A paper as its reader sees it; nothing here knows where the values came from."""

from docgen.check.view.blocks import (
    AUTO_LINE,
    Align,
    Block,
    Cell,
    CellPlace,
    DrawnRule,
    Paragraph,
    Row,
    RuleKind,
    Story,
    Table,
    paragraphs_of,
)
from docgen.check.view.pages import PageHead, Section, View
from docgen.check.view.text import Face, Line, Share, Span, split_line

__all__ = [
    "AUTO_LINE",
    "Align",
    "Block",
    "Cell",
    "CellPlace",
    "DrawnRule",
    "Face",
    "Line",
    "PageHead",
    "Paragraph",
    "Row",
    "RuleKind",
    "Section",
    "Share",
    "Span",
    "Story",
    "Table",
    "View",
    "paragraphs_of",
    "split_line",
]
