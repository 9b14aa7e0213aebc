"""The body of one of docgen's own templates, from which another takes tags with the paragraphs that they stand in."""

import re
from copy import deepcopy
from typing import Any, Final

from lxml import etree

from docgen.check.docview.ooxml import WP, W

Element = Any
_OPENS: Final = re.compile(r"\{%p (for|if) ")
_MEASURE: Final = re.compile(r"\{\{ rong\.\w+ \| rong_o \}\}")  # the widths of docgen's own tables


class Pieces:
    """The body of docgen's own template, from which tags are taken with the paragraphs that they stand in."""

    def __init__(self, body: Element) -> None:
        self.body = body

    def of(self, tag: str) -> list[Element]:
        """Return copies of the paragraph that holds `tag`, or of the loop that it opens; none where there is no such tag."""
        first = next((each for each in self.body.iter(f"{W}p") if _holds(each, tag)), None)
        if first is None:
            return []
        group, opens = [first], _OPENS.match(text_of(first))
        while opens and not text_of(group[-1]).startswith(f"{{%p end{opens[1]}"):
            group.append(group[-1].getnext())
        copies = deepcopy(group)
        for text in (text for each in copies for text in each.iter(f"{W}t")):
            text.text = _MEASURE.sub("", text.text or "")
        return copies

    def block(self, tag: str) -> int:
        """Return which block of the body holds `tag`."""
        return next(place for place, each in enumerate(self.body) if _holds(each, tag))

    def blocks(self, first: int, end: int) -> list[Element]:
        """Return copies of the blocks from `first` to before `end`."""
        return deepcopy(self.body[first:end])


def _holds(element: Element, tag: str) -> bool:
    return tag in text_of(element) or any(tag in each.get("descr", "") for each in element.iter(f"{WP}docPr"))


def text_of(element: Element) -> str:
    """Return the words that stand in `element`."""
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def paragraph_of(parent: Element, words: str) -> Element:
    """Return a paragraph of `words`, at the end of `parent`."""
    made = etree.SubElement(parent, f"{W}p")
    if words:
        etree.SubElement(etree.SubElement(made, f"{W}r"), f"{W}t").text = words
    return made
