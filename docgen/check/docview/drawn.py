"""Drawn lines of every make: DrawingML shapes and connectors, VML lines, and the boxes of text that shapes carry."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from docgen.check.docview.names import MM_PER_EMU, OFFICE, WP, WPS, A, Element, V, W, measure, number
from docgen.check.docview.theme import Theme
from docgen.check.view import DrawnRule

_FLAT: Final = 4.0  # a shape counts as a horizontal line where it is so many times wider than high
_THIN: Final = 1.5  # and not higher than this, in mm
_SHORTEST: Final = 2.0
_LINE_SHAPES: Final = frozenset({"line", "straightConnector1", "rect", "lineInv"})
_VML_LINES: Final = re.compile(r"_x0000_t(20|32)$")
_CSS: Final = re.compile(r"([a-z-]+)\s*:\s*([^;]+)")
_HEX: Final = re.compile(r"#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
_FRAMES: Final = frozenset({"column", "margin", "text", "character"})


def drawn_rules(drawing: Element, theme: Theme) -> list[DrawnRule]:
    """Return the horizontal lines in a `w:drawing`, `w:pict` or `w:object`; `theme` gives the colours that it names."""
    if drawing.tag == f"{W}drawing":
        return [rule for frame in drawing for rule in _in_frame(frame, theme)]
    return [rule for shape in drawing.iter() for rule in _in_vml(shape)]


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
        yield from (replace(rule, middle=_middle(frame, whole[0])) for rule in _shape_rule(frame, shapes[0], whole, theme))
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
