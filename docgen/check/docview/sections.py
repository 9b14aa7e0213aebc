"""Sections: paper, margins, page numbers, and the headers and footers that a section has or inherits."""

from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import Final

from docgen.check.docview.drawn import is_visible
from docgen.check.docview.ooxml import Element, R, W, child, is_on, millimetres, value, whole
from docgen.check.view import PageHead, Paragraph, Section, Story

_LETTER: Final = (215.9, 279.4)  # what Word takes where a section names no paper
_INCH: Final = 25.4
_MARGINS: Final = {"tren": "top", "duoi": "bottom", "trai": "left", "phai": "right"}
_KINDS: Final = ("default", "first", "even")

ReadHead = Callable[[str, Story], tuple[Paragraph, ...]]


def section_elements(body: Element) -> list[Element]:
    """Return the `w:sectPr` of each section in order; those of tracked changes are left out."""
    found = [each for each in body.iter(f"{W}sectPr") if each.getparent().tag in (f"{W}pPr", f"{W}body")]
    if not found or found[-1].getparent().tag != f"{W}body":
        found.append(body.makeelement(f"{W}sectPr", {}))
    return found


def text_width(element: Element) -> float:
    """Return the width in mm between the margins of a section."""
    width, _ = _paper(element)
    margins = _margins(element)
    return max(width - margins["trai"] - margins["phai"], 0.0)


def read_sections(
    elements: Sequence[Element], ends: Sequence[Paragraph], settings: Element | None, read_head: ReadHead
) -> tuple[Section, ...]:
    """Return the sections; `ends` are the paragraphs that end them, all but the last.

    `read_head` gives the paragraphs of the header or footer that a relation id names.
    """
    switch, at_top = child(settings, "evenAndOddHeaders"), child(settings, "gutterAtTop")
    even_and_odd = switch is not None and is_on(switch)
    gutter = "tren" if at_top is not None and is_on(at_top) else "trai"
    headers: dict[str, str] = {}
    footers: dict[str, str] = {}
    sections = []
    for element, last in zip_longest(elements, ends[: len(elements)]):
        for name, inherited in (("headerReference", headers), ("footerReference", footers)):
            for reference in element.iterchildren(W + name):
                inherited[reference.get(f"{W}type") or "default"] = reference.get(f"{R}id") or ""
        width, height = _paper(element)
        numbers = child(element, "pgNumType")
        title = child(element, "titlePg")
        sections.append(
            Section(
                width=width,
                height=height,
                margins=_margins(element, gutter),
                title_page=title is not None and is_on(title),
                even_and_odd=even_and_odd,
                start=None if numbers is None else whole(numbers.get(f"{W}start")),
                kind=value(element, "type") or "nextPage",
                headers=_heads(headers, "header", read_head),
                footers=_heads(footers, "footer", read_head),
                last=last,
                number_format="decimal" if numbers is None else numbers.get(f"{W}fmt") or "decimal",
                border_colours=_border_colours(child(element, "pgBorders")),
            )
        )
    return tuple(sections)


def _heads(references: dict[str, str], story: Story, read_head: ReadHead) -> tuple[PageHead, ...]:
    return tuple(PageHead(kind, read_head(references[kind], story)) for kind in _KINDS if kind in references)


def _paper(element: Element) -> tuple[float, float]:
    size = child(element, "pgSz")
    if size is None:
        return _LETTER
    return millimetres(size.get(f"{W}w")) or _LETTER[0], millimetres(size.get(f"{W}h")) or _LETTER[1]


def _border_colours(borders: Element | None) -> tuple[str, ...]:
    """Return the colours of the lines around the page, automatic ones left out."""
    drawn = () if borders is None else [each for each in borders if is_visible(each)]
    return tuple(colour.upper() for each in drawn if (colour := each.get(f"{W}color")) and colour != "auto")


def _margins(element: Element, gutter: str = "trai") -> dict[str, float]:
    margins = child(element, "pgMar")
    if margins is None:
        return dict.fromkeys(_MARGINS, _INCH)
    read = {name: millimetres(margins.get(W + side)) for name, side in _MARGINS.items()}
    found = {name: _INCH if length is None else abs(length) for name, length in read.items()}
    found[gutter] += millimetres(margins.get(f"{W}gutter")) or 0.0
    return found
