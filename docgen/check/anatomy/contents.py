"""Finds a table of contents: it repeats the headings of the paper, and is no part of its text."""

import re
from collections.abc import Sequence
from typing import Final

from docgen.check.anatomy.vocabulary import folded
from docgen.check.view import Block, Paragraph
from docgen.text.patterns import lazy_re

_STYLE: Final = lazy_re(r"toc (?:\d|heading)", re.IGNORECASE)
_PAGE: Final = lazy_re(r"(?:\t|[.…]{4,})[\s.…]*(?:\d{1,4}|[ivxIVX]{1,6})\Z")
_TAIL: Final = 40  # letters at the end of a line, where its page number stands behind dots or a tab
_TITLE: Final = "muc luc"
_FIELDS: Final = frozenset({"TOC", "PAGEREF"})


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
