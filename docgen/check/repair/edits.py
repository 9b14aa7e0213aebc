"""The file under repair: its parts as trees, and changes of format in them, each tracked beside what stood there before.

A tracked change of Word keeps the old properties whole inside the new ones (`w:rPrChange` in `w:rPr`), as its last child. The
order of the children is the schema's, which Word holds files to.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import count
from typing import Any, Final

from lxml import etree

from docgen.check.docview.ooxml import OWN_AUTHOR, W
from docgen.files.package import read_parts

Element = Any
DATE: Final = "2020-03-05T00:00:00Z"  # of every change: docgen has no clock, so the day on which the decree came into force
_FIRST_FREE: Final = 1000  # of the numbers of changes: below it are those of comments that may join them
_GREATEST: Final = 2_000_000_000
_ORDERS: Final = {
    "rPr": (
        "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
        "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs "
        "em lang eastAsianLayout specVanish oMath rPrChange"
    ),
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid "
        "spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl "
        "divId cnfStyle rPr sectPr pPrChange"
    ),
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols "
        "formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders "
        "shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange"
    ),
    "trPr": (
        "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden "
        "ins del trPrChange"
    ),
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers cellIns "
        "cellDel cellMerge tcPrChange"
    ),
}  # fmt: skip
_PLACES: Final = {kind: {name: place for place, name in enumerate(names.split())} for kind, names in _ORDERS.items()}
UNTRACKED: Final = {  # what properties hold that their tracked change does not keep
    "rPr": frozenset({"ins", "del", "moveFrom", "moveTo", "rPrChange"}),
    "pPr": frozenset({"rPr", "sectPr", "pPrChange"}),
    "sectPr": frozenset({"headerReference", "footerReference", "sectPrChange"}),
    "tblPr": frozenset({"tblPrChange"}),
    "trPr": frozenset({"ins", "del", "trPrChange"}),
    "tcPr": frozenset({"cellIns", "cellDel", "cellMerge", "tcPrChange"}),
}


class CannotMend(Exception):
    """A mend cannot be made in this file; the text says why, in Vietnamese."""


class MendLater(Exception):
    """A mend has to wait for the next round: what it would change was changed in this one."""


class Edited:
    """The package of a paper with the changes made so far; `data` is what `trees` were judged in."""

    def __init__(self, data: bytes, main: str) -> None:
        self.parts = read_parts(data)
        self.main = main
        self._roots: dict[str, Element] = {}
        self._as_read: dict[str, list[Element]] = {}  # the elements of each tree before any change
        self._twins: dict[str, dict[Element, Element]] = {}
        self._ids: Iterator[int] | None = None

    def root(self, part: str) -> Element:
        """Return the tree of a part, in which changes are made."""
        if part not in self._roots:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
            self._roots[part] = etree.fromstring(self.parts[part], parser)
            self._as_read[part] = list(self._roots[part].iter("*"))
        return self._roots[part]

    def twin(self, judged: Element) -> Element:
        """Return the element that stands where `judged` stands in the tree that was judged."""
        root = judged.getroottree().getroot()
        part = root.base
        if part not in self._twins:
            self.root(part)
            self._twins[part] = dict(zip(root.iter("*"), self._as_read[part], strict=True))
        return self._twins[part][judged]

    def written(self) -> dict[str, bytes]:
        """Return the parts with their changes; those without any as they were."""
        return {name: _written(self._roots[name]) if name in self._roots else data for name, data in self.parts.items()}

    def change(self, owner: Element, name: str, *, unnumbered: bool = False) -> Element:
        """Return a new element `name` that says whose change it is, in the namespace of `owner`."""
        word = word_of(owner)
        mark = etree.Element(f"{word}{name}")
        mark.set(f"{word}id", str(next(self._numbers())))
        if not unnumbered:
            mark.set(f"{word}author", OWN_AUTHOR)
            mark.set(f"{word}date", DATE)
        return mark

    def renumber(self, copied: Element) -> None:
        """Give the changes in a copy of properties numbers of their own."""
        for mark in copied.iterchildren(f"{word_of(copied)}rPrChange"):
            mark.set(f"{word_of(copied)}id", str(next(self._numbers())))

    def _numbers(self) -> Iterator[int]:
        if self._ids is None:
            root = self.root(self.main)
            key = f"{word_of(root)}id"
            taken = [int(value) for each in root.iter("*") if (value := each.get(key, "")).isdecimal() and len(value) < 11]
            most = max((each for each in taken if each < _GREATEST), default=0)
            self._ids = count(max(most + 1, _FIRST_FREE))
        return self._ids

    def set(self, owner: Element, kind: str, name: str, attributes: Mapping[str, str | None] | None) -> None:
        """Set the child `name` of the properties `kind` of `owner`, tracked; None takes away a child or an attribute."""
        properties = owner if owner.tag.rpartition("}")[2] == kind else child_of(owner, kind)
        old = None if properties is None else child_of(properties, name)
        word = word_of(owner)
        if attributes is None:
            if old is not None:
                self._noted(properties, kind).remove(old)
            return
        wanted = {} if old is None else dict(old.attrib)
        for key, value in attributes.items():
            if value is None:
                wanted.pop(f"{word}{key}", None)
            else:
                wanted[f"{word}{key}"] = value
        if old is not None and dict(old.attrib) == wanted:
            return
        if properties is None:
            properties = etree.Element(f"{word}{kind}")
            _insert(owner, properties, name_of(owner))
        self._noted(properties, kind)
        if old is None:
            old = etree.Element(f"{word}{name}")
            _insert(properties, old, kind)
        old.attrib.clear()
        old.attrib.update(wanted)

    def unlist(self, paragraph: Element) -> None:
        """Take the number or mark away that Word sets before a paragraph, tracked."""
        word = word_of(paragraph)
        self.set(paragraph, "pPr", "numPr", {})
        properties = self._noted(child_of(paragraph, "pPr"), "pPr")
        for listed in properties.iterchildren(f"{word}numPr"):
            listed[:] = []
            etree.SubElement(listed, f"{word}numId").set(f"{word}val", "0")

    def set_grid(self, grid: Element, widths: Sequence[int]) -> None:
        """Set the widths in twips of the columns of a table, tracked."""
        if child_of(grid, "tblGridChange") is None:
            mark = self.change(grid, "tblGridChange", unnumbered=True)
            before = etree.SubElement(mark, grid.tag)
            before.extend(deepcopy(each) for each in grid)
            grid.append(mark)
        for column, width in zip(grid.iterchildren(f"{word_of(grid)}gridCol"), widths, strict=True):
            column.set(f"{word_of(grid)}w", str(width))

    def _noted(self, properties: Element, kind: str) -> Element:
        """Return `properties`, which keep from now on what they were before."""
        if child_of(properties, f"{kind}Change") is None:
            mark = self.change(properties, f"{kind}Change")
            before = etree.SubElement(mark, properties.tag)
            before.extend(deepcopy(each) for each in properties if name_of(each) not in UNTRACKED[kind])
            properties.append(mark)
        return properties


def word_of(element: Element) -> str:
    """Return the namespace of WordprocessingML that `element` is written in, in braces."""
    namespace = element.tag.rpartition("}")[0]
    return f"{namespace}}}" if "wordprocessingml" in namespace else W


def name_of(element: Element) -> str:
    """Return the name of an element without its namespace, "" of a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def child_of(element: Element, name: str) -> Element | None:
    """Return the first child of that name."""
    return next(element.iterchildren(f"{word_of(element)}{name}"), None)


def _insert(parent: Element, child: Element, kind: str) -> None:
    """Put `child` where the schema wants it in a parent of the name `kind`: in properties by their order, in others first."""
    order = _PLACES.get(kind)
    if order is None:
        parent.insert(0, child)
        return
    own = order[name_of(child)]
    behind = (place for place, each in enumerate(parent) if order.get(name_of(each), len(order) - 2) > own)
    parent.insert(next(behind, len(parent)), child)


def _written(root: Element) -> bytes:
    return bytes(etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True))
