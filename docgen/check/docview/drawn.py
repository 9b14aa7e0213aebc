"""Lines on the page of every make: drawn shapes, borders of paragraphs and cells, rows of typed characters."""

from collections.abc import Iterator
from typing import Any, Final

from docgen.check.docview.formatting import Theme
from docgen.check.docview.ooxml import MM_PER_EMU, OFFICE, VAL, WP, WPS, A, Element, V, W, child, measure, number
from docgen.check.ink import DrawnRule
from docgen.text.patterns import lazy_re
from docgen.text.typography import width

_TYPED_RULE: Final = lazy_re(r"(_{4,}|[-–—‾¯─━]{5,}|\*{5,})")
_WITH_GAPS: Final = frozenset("-–—*")
_INVISIBLE: Final = frozenset({"nil", "none"})
_PAPER: Final = "FFFFFF"
_ALL_SIDES: Final = ("top", "left", "bottom", "right")
_SHOWING: Final = 2  # sides of a cell that are drawn where it belongs to a ruled table
_SIDES: Final = ("left", "right", "start", "end")
_FLAT: Final = 4.0  # a shape counts as a horizontal line where it is so many times wider than high
_THIN: Final = 1.5  # and not higher than this, in mm
_SHORTEST: Final = 2.0
_LINE_SHAPES: Final = frozenset({"line", "straightConnector1", "rect", "lineInv"})
_VML_LINES: Final = lazy_re(r"_x0000_t(20|32)$")
_CSS: Final = lazy_re(r"([a-z-]+)\s*:\s*([^;]+)")
_HEX: Final = lazy_re(r"#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
_UNREAD_KINDS: Final = {"chart": "biểu đồ", "diagram": "sơ đồ SmartArt", "picture": "chữ trong hình ảnh"}
_FRAMES: Final = frozenset({"column", "margin", "text", "character"})


def is_visible(border: Element | None) -> bool:
    """Return whether a border shows: drawn, and not in the colour of the paper."""
    if border is None or (border.get(VAL) or "none") in _INVISIBLE:
        return False
    return (border.get(f"{W}color") or "auto").upper() != _PAPER


def paragraph_rules(borders: dict[str, Any], available: float | None, left: float, right: float) -> list[DrawnRule]:
    """Return the line over or under a paragraph; a box around it is none."""
    if any(is_visible(borders.get(side)) for side in _SIDES) or not any(
        is_visible(borders.get(each)) for each in ("top", "bottom")
    ):
        return []
    if available is None:
        return [DrawnRule("border", None)]
    length = available - left - right
    return [DrawnRule("border", length, left + length / 2)]


def typed_rule(text: str, size: float) -> DrawnRule | None:
    """Return the line that a row of underscores or dashes makes, None where `text` holds more than that."""
    typed = text.strip()
    if not _TYPED_RULE.fullmatch(typed):
        return None
    length = width(typed.replace("‾", "_").replace("¯", "_"), size)
    return DrawnRule("characters", length, broken=typed[0] in _WITH_GAPS)


def shows_lines(properties: Element | None) -> bool | None:
    """Return whether the `w:tblBorders` in table properties show, None where there are none."""
    borders = child(properties, "tblBorders")
    if borders is None:
        return None
    return any(is_visible(each) for each in borders)


def shows_cell(own: Element | None, by_table: bool) -> bool:
    """Return whether lines show around a cell: its own borders, where it has them, otherwise those of its table."""
    if own is None:
        return by_table
    drawn = {side: child(own, side) for side in _ALL_SIDES}
    return sum(by_table if border is None else is_visible(border) for border in drawn.values()) >= _SHOWING


def cell_rule(borders: Element, side: str, length: float | None) -> DrawnRule | None:
    """Return the line that a border on one side of a cell makes, None where the cell has more sides than one drawn."""
    drawn = {each.tag.replace(W, "") for each in borders if is_visible(each)}
    return DrawnRule("cell border", length, None if length is None else length / 2) if drawn == {side} else None


def drawn_rules(drawing: Element, theme: Theme) -> list[DrawnRule]:
    """Return the horizontal lines in a `w:drawing`, `w:pict` or `w:object`; `theme` gives the colours that it names."""
    if drawing.tag == f"{W}drawing":
        return [rule for frame in drawing for rule in _in_frame(frame, theme)]
    return [rule for shape in drawing.iter() for rule in _in_vml(shape)]


def unread_parts(drawing: Element) -> set[str]:
    """Return what `drawing` holds that is not read, in Vietnamese: charts, diagrams, embedded objects, pictures."""
    kinds = {(data.get("uri") or "").rpartition("/")[2] for data in drawing.iter(f"{A}graphicData")}
    found = {words for kind, words in _UNREAD_KINDS.items() if kind in kinds}
    if any(True for _ in drawing.iter(f"{OFFICE}OLEObject")):
        found.add("đối tượng nhúng (OLE)")
    elif any(True for _ in drawing.iter(f"{V}imagedata")):
        found.add(_UNREAD_KINDS["picture"])
    return found


def text_boxes(drawing: Element) -> Iterator[Element]:
    """Yield the `w:txbxContent` of each text box, not those inside another box."""
    found = list(drawing.iter(f"{W}txbxContent"))
    inner = {each for box in found for each in box.iter(f"{W}txbxContent") if each is not box}
    yield from (box for box in found if box not in inner)


def _in_frame(frame: Element, theme: Theme) -> Iterator[DrawnRule]:
    extent = frame.find(f"{WP}extent")
    if extent is None:
        return
    shapes = [shape for name in ("wsp", "cxnSp") for shape in frame.iter(WPS + name) if not _in_text(shape, frame)]
    whole = (number_of(extent, "cx"), number_of(extent, "cy"))
    if len(shapes) > 1:
        yield from (rule for shape in shapes for rule in _shape_rule(frame, shape, _size(shape) or whole, theme))
    elif shapes:
        yield from (rule._replace(middle=_middle(frame, whole[0])) for rule in _shape_rule(frame, shapes[0], whole, theme))
    elif _is_flat(*whole):
        yield DrawnRule("drawing", whole[0], _middle(frame, whole[0]), None, frame.tag == f"{WP}anchor")


def _in_text(shape: Element, frame: Element) -> bool:
    """Return whether a shape belongs to the text inside a box of `frame`, where it is read by itself."""
    for above in shape.iterancestors():
        if above is frame:
            return False
        if above.tag == f"{W}txbxContent":
            return True
    return False


def _shape_rule(frame: Element, shape: Element, size: tuple[float, float], theme: Theme) -> Iterator[DrawnRule]:
    geometry = shape.find(f".//{A}prstGeom")
    if geometry is not None and geometry.get("prst") not in _LINE_SHAPES:
        return
    if shape.find(f".//{W}txbxContent") is None and _is_flat(*size):
        yield DrawnRule("drawing", size[0], None, _line_colour(shape, theme), frame.tag == f"{WP}anchor")


def _size(shape: Element) -> tuple[float, float] | None:
    extent = shape.find(f".//{A}xfrm/{A}ext")
    return None if extent is None else (number_of(extent, "cx"), number_of(extent, "cy"))


def number_of(element: Element, name: str) -> float:
    """Return an attribute in English metric units as mm, 0 where it holds none."""
    try:
        return float(element.get(name) or 0) * MM_PER_EMU
    except ValueError:
        return 0.0


def _is_flat(width: float, height: float) -> bool:
    return width >= _SHORTEST and abs(height) <= _THIN and width >= _FLAT * abs(height)


def _middle(frame: Element, length: float) -> float | None:
    place = frame.find(f"{WP}positionH")
    if place is None or place.get("relativeFrom") not in _FRAMES:
        return None
    offset = place.find(f"{WP}posOffset")
    try:
        return None if offset is None else float(offset.text or 0) * MM_PER_EMU + length / 2
    except ValueError:
        return None


def _line_colour(shape: Element, theme: Theme) -> str | None:
    fill = shape.find(f".//{A}ln/{A}solidFill")
    source = fill if fill is not None else shape.find(f".//{WPS}style/{A}lnRef")
    colour = None if source is None else next(iter(source), None)
    if colour is None:
        return None
    written = colour.get("lastClr") or colour.get("val") or ""
    named = theme.colour(written) if colour.tag == f"{A}schemeClr" else written
    return named.upper() if named else None


def _in_vml(shape: Element) -> Iterator[DrawnRule]:
    style = dict(_CSS.findall(shape.get("style") or ""))
    if shape.tag == f"{V}line":
        start, end = _point(shape.get("from")), _point(shape.get("to"))
        if start and end and _is_flat(abs(end[0] - start[0]), abs(end[1] - start[1])):
            placed = _is_placed(style)
            middle = (start[0] + end[0]) / 2 if placed else None
            yield DrawnRule("drawing", abs(end[0] - start[0]), middle, _stroke(shape), style.get("position") == "absolute")
    elif _is_straight(shape, style):
        yield from _styled(style, shape)


def _is_straight(shape: Element, style: dict[str, str]) -> bool:
    if shape.tag == f"{V}shape" and _VML_LINES.search(shape.get("type") or ""):
        return True
    if shape.tag not in (f"{V}shape", f"{V}rect") or shape.find(f".//{W}txbxContent") is not None:
        return False
    return bool(shape.get(f"{OFFICE}hr")) or _is_flat(*_css_size(style))


def _styled(style: dict[str, str], shape: Element) -> Iterator[DrawnRule]:
    width, height = _css_size(style)
    share = number(shape.get(f"{OFFICE}hrpct"))
    if not width and (share or shape.get(f"{OFFICE}hr")):
        yield DrawnRule("drawing", None)
    elif _is_flat(width, height):
        left = measure(style.get("margin-left", "").strip())
        middle = left + width / 2 if _is_placed(style) and left is not None else None
        yield DrawnRule("drawing", width, middle, _stroke(shape), style.get("position") == "absolute")


def _is_placed(style: dict[str, str]) -> bool:
    """Return whether a shape's numbers say where it stands; where Word aligns it they are stale."""
    return style.get("position") == "absolute" and style.get("mso-position-horizontal", "absolute") == "absolute"


def _stroke(shape: Element) -> str | None:
    """Return the colour of a line in six digits, None where it is black or named in a way of its own."""
    match = _HEX.match(shape.get("strokecolor") or "")
    if match is None:
        return None
    digits = match.group(1)
    return (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)).upper()


def _css_size(style: dict[str, str]) -> tuple[float, float]:
    return measure(style.get("width", "").strip()) or 0.0, measure(style.get("height", "").strip()) or 0.0


def _point(text: str | None) -> tuple[float, float] | None:
    across, comma, down = (text or "").partition(",")
    left, top = measure(across.strip() or "0"), measure(down.strip() or "0")
    return (left, top) if comma and left is not None and top is not None else None
