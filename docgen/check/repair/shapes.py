"""Lines under a component drawn anew: the old one struck out, whatever it is made of, a new one right below; cells widened.

The new line floats from the last letter of the words, placed by the line of print that it hangs on, so that nothing moves.
A cell of a head with two columns is made wide enough at the cost of the other, or of the free room beside.
"""

from itertools import count
from math import ceil
from typing import Any, Final

from lxml import etree

from docgen.check.anatomy import Paper
from docgen.check.docview.formatting import paragraph_properties
from docgen.check.docview.ooxml import child
from docgen.check.gauges.lettering import line_width
from docgen.check.ink import DrawnRule
from docgen.check.mends import Drawn, Widened
from docgen.check.repair.characters import Characters
from docgen.check.repair.edits import CannotMend, Edited, child_of, name_of, word_of
from docgen.check.view import CellPlace, Line, Paragraph, Section
from docgen.text.typography import MM_PER_POINT

Element = Any
_EMU: Final = 36000  # to a mm
_BELOW: Final = 1.2  # of the type size: where the line stands below the top of the words
_DRAWINGS: Final = ("drawing", "pict", "object", "AlternateContent")
_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_ANCHORED: Final = """\
<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w="{word}"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><mc:Choice Requires="wps"><w:drawing>\
<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{number}" behindDoc="0" locked="0" \
layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>\
<wp:positionH relativeFrom="column"><wp:posOffset>{left}</wp:posOffset></wp:positionH>\
<wp:positionV relativeFrom="line"><wp:posOffset>{below}</wp:posOffset></wp:positionV>\
<wp:extent cx="{length}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>\
<wp:docPr id="{number}" name="Đường kẻ {number}"/><wp:cNvGraphicFramePr/><a:graphic>\
<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/><wps:spPr>\
<a:xfrm><a:off x="0" y="0"/><a:ext cx="{length}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>\
<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData>\
</a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent>"""
_TWIPS: Final = 1440 / 25.4
_SPARE: Final = 0.02  # of a line's width: what other fonts and printers may need
_OVERHANG: Final = 5.0  # mm that a table may be wider than the text: as much as its cells' own margins


def draw(edited: Edited, paper: Paper, mend: Drawn, characters: Characters) -> None:
    """Strike out the old lines of `mend` and draw the new one; raise `CannotMend` where that cannot be done here."""
    new = None if mend.length is None else _new(edited, mend, characters)
    for rule in mend.old:
        _strike(edited, paper, rule)
    if new is not None:
        beside, mark = new
        beside.addnext(mark)


def _new(edited: Edited, mend: Drawn, characters: Characters) -> tuple[Element, Element]:
    """Return the run behind which the new line has to stand, and the insertion that holds the line."""
    length = mend.length or 0.0
    last = [each for each in characters.of(mend.where) if not each.text.isspace()][-1]
    run = characters.ending_with(last)
    word = word_of(run)
    number = _free_number(edited)
    size = max(mend.where.sizes)
    xml = _ANCHORED.format(
        word=word[1:-1],
        number=number,
        left=round(_left(mend.where, length) * _EMU),
        below=round(size * _BELOW * MM_PER_POINT * _EMU),
        length=round(length * _EMU),
    )
    mark = edited.change(run, "ins")
    own = etree.SubElement(mark, run.tag)
    properties = etree.SubElement(own, f"{word}rPr")
    etree.SubElement(properties, f"{word}noProof")
    own.append(etree.fromstring(xml))
    etree.cleanup_namespaces(mark, keep_ns_prefixes=["wps", "mc", "wp", "a"])
    return run, mark


def _left(line: Line, length: float) -> float:
    """Return how far from the left edge of the text, or of the cell's, a line of `length` stands in the middle of the words."""
    paragraph = line.paragraph
    if (middle := _tabbed(line)) is not None:
        return middle - length / 2
    if paragraph.width is None or paragraph.story != "body" or "\t" in paragraph.text:
        raise CannotMend("không đo được chỗ của dòng chữ để vẽ đường kẻ")
    room = paragraph.width - paragraph.left - paragraph.right
    words = min(line_width(line), room)
    starts = {"center": (room - words) / 2, "right": room - words}
    return paragraph.left + starts.get(paragraph.align, max(paragraph.first_line, 0.0)) + (words - length) / 2


def _tabbed(line: Line) -> float | None:
    """Return where the middle of a line stands that a centred tab stop sets, None where none does."""
    paragraph = line.paragraph
    tabs = paragraph.text[: max(paragraph.text.find(line.text.strip()), 0)].count("\t")
    stops = sorted((paragraph_properties(child(paragraph.element, "pPr")).get("tabs") or {}).items())
    place = stops[tabs - 1] if 0 < tabs <= len(stops) else (0.0, "")
    return place[0] if place[1] == "center" else None


def _free_number(edited: Edited) -> int:
    root = edited.root(edited.main)
    taken = {each.get("id") for each in root.iter(f"{_DRAWING}docPr")}
    return next(number for number in count(len(taken) + 1) if str(number) not in taken)


def _strike(edited: Edited, paper: Paper, rule: DrawnRule) -> None:
    """Strike out an old line."""
    owner = next((each for each in paper.view.paragraphs if any(own is rule for own in each.rules)), None)
    if rule.kind == "underline":
        return  # no line of its own; the letters are mended
    if owner is None:
        raise CannotMend("không tìm lại được đường kẻ cũ trong tệp")
    if rule.kind == "cell border":
        cell = next(each for each in edited.twin(owner.element).iterancestors() if name_of(each) == "tc")
        edited.set(cell, "tcPr", "tcBorders", None)
        return
    if rule.kind == "border":
        edited.set(edited.twin(owner.element), "pPr", "pBdr", None)
        return
    for run in _runs(edited, owner, rule):
        mark = edited.change(run, "del")
        run.addprevious(mark)
        mark.append(run)
        for each in run.iter(f"{word_of(run)}t"):
            each.tag = f"{word_of(run)}delText"


def _runs(edited: Edited, owner: Paragraph, rule: DrawnRule) -> list[Element]:
    """Return the runs that an old line is made of."""
    runs = [each for each in edited.twin(owner.element).iter(f"{word_of(edited.twin(owner.element))}r") if _is_own(each)]
    if rule.kind == "characters":
        return [each for each in runs if child_of(each, "t") is not None or child_of(each, "tab") is not None]
    drawn = [each for each in runs if any(name_of(part) in _DRAWINGS for part in each)]
    place = [own for own in owner.rules if own.kind == "drawing"].index(rule)
    if len(drawn) != len([own for own in owner.rules if own.kind == "drawing"]):
        raise CannotMend("trong đoạn có hình vẽ khác, không tách được đường kẻ cũ")
    if any(child_of(drawn[place], name) is not None for name in ("t", "tab")):
        raise CannotMend("đường kẻ cũ dính liền với chữ")
    return [drawn[place]]


def _is_own(run: Element) -> bool:
    return name_of(run.getparent()) not in ("del", "ins")


def widen(edited: Edited, mend: Widened, section: Section) -> None:
    """Make the cell that `mend` names wide enough, tracked; raise `CannotMend` where the head is no table of two columns."""
    paragraph = mend.where.paragraph
    place = paragraph.place
    table = next((each for each in edited.twin(paragraph.element).iterancestors() if name_of(each) == "tbl"), None)
    if place is None or place.width is None or paragraph.width is None or table is None or place.table.stretch != 1.0:
        raise CannotMend("bảng đầu văn bản không có bề rộng cố định")
    word = word_of(table)
    rows = [list(row.iterchildren(f"{word}tc")) for row in table.iterchildren(f"{word}tr")]
    grid = child_of(table, "tblGrid")
    columns = [] if grid is None else list(grid.iterchildren(f"{word}gridCol"))
    if len(columns) != 2 or any(len(row) != 2 for row in rows):
        raise CannotMend("đầu văn bản không phải bảng hai cột")
    widths = [cell.width or 0.0 for cell in place.table.rows[place.row].cells]
    own, other = (place.column, 1 - place.column)
    wanted = mend.length * (1 + _SPARE) + place.width - paragraph.width + paragraph.left + paragraph.right
    least = _least(place, other)
    total = max(sum(widths), wanted + least)
    if total > max(section.text_width + _OVERHANG, sum(widths)):
        raise CannotMend("trang không đủ rộng cho cả hai cột của đầu văn bản")
    new = {own: wanted, other: total - wanted}
    for row in rows:
        for column, cell in enumerate(row):
            edited.set(cell, "tcPr", "tcW", {"w": str(ceil(new[column] * _TWIPS)), "type": "dxa"})
    edited.set_grid(grid, [ceil(new[column] * _TWIPS) for column in (0, 1)])


def _least(place: CellPlace, column: int) -> float:
    """Return the width that the cells of `column` need so that none of their lines wraps that does not wrap now."""
    cells = (cell for row in place.table.rows for cell in row.cells if cell.column == column)
    return max((_needed(each, cell.width or 0.0) for cell in cells for each in cell.paragraphs), default=0.0)


def _needed(paragraph: Paragraph, width: float) -> float:
    around = width - (paragraph.width or width) + paragraph.left + paragraph.right
    lines = [line_width(line) for line in paragraph.lines]
    return max((min(each + around, width) for each in lines), default=0.0)
