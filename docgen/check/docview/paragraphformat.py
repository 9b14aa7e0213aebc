"""Formatting of a paragraph as it is written at one place: the properties of `w:pPr`, only those that stand there."""

from typing import Final

from docgen.check.docview.names import VAL, Element, W, is_on, millimetres, number, points, whole
from docgen.check.docview.runformat import Properties

_PARAGRAPH_SWITCHES: Final = {
    f"{W}{name}": name for name in ("keepNext", "keepLines", "pageBreakBefore", "contextualSpacing", "bidi")
}
_ALIGN: Final = {
    "left": "left", "start": "left", "right": "right", "end": "right", "center": "center",
    "both": "both", "distribute": "both", "justify": "both", "thaiDistribute": "both", "lowKashida": "both",
}  # fmt: skip
_AUTO_GAP: Final = 14.0  # what Word sets where a gap is "auto", as in a page of the web
_CHARACTER: Final = 14 * 0.5 * 25.4 / 72  # an indent in hundredths of a character, of a 14 pt digit


def paragraph_properties(element: Element | None) -> Properties:
    """Return the paragraph formatting that stands in a `w:pPr`; numbering as ("num", "level")."""
    found: Properties = {}
    for each in () if element is None else element:
        tag = each.tag
        if tag in _PARAGRAPH_SWITCHES:
            found[_PARAGRAPH_SWITCHES[tag]] = is_on(each)
        elif tag == f"{W}jc":
            found["align"] = _ALIGN.get(each.get(VAL) or "", "left")
        elif tag == f"{W}ind":
            _read_indent(each, found)
        elif tag == f"{W}spacing":
            _read_spacing(each, found)
        elif tag == f"{W}numPr":
            for name in ("ilvl", "numId"):
                part = each.find(W + name)
                if part is not None:
                    found[name] = whole(part.get(VAL)) or 0
        elif tag == f"{W}pStyle":
            found["style"] = each.get(VAL)
        elif tag == f"{W}framePr" and each.get(f"{W}xAlign") in ("center", "right"):
            found["frame"] = each.get(f"{W}xAlign")
        elif tag == f"{W}pBdr":
            found["borders"] = {side.tag.replace(W, ""): side for side in each}
        elif tag == f"{W}tabs":
            found["tabs"] = {millimetres(stop.get(f"{W}pos")) or 0.0: stop.get(VAL) or "left" for stop in each}
    return found


def tab_stops(below: Properties, above: Properties) -> dict[float, str]:
    """Return the tab stops (mm → alignment) of a style with those that stand in place laid over them; "clear" takes one away."""
    stops = {**below.get("tabs", {}), **above.get("tabs", {})}
    return {place: kind for place, kind in sorted(stops.items()) if kind != "clear"}


def _read_indent(element: Element, found: Properties) -> None:
    for name, sides in (("left", ("left", "start")), ("right", ("right", "end"))):
        for side in sides:
            _length(element, side, name, found)
    if (hanging := _indent(element, "hanging")) is not None:
        found["first"] = -hanging
    if (first := _indent(element, "firstLine")) is not None:
        found["first"] = first


def _length(element: Element, side: str, name: str, found: Properties) -> None:
    if (length := _indent(element, side)) is not None:
        found[name] = length


def _indent(element: Element, side: str) -> float | None:
    length = millimetres(element.get(W + side))
    characters = number(element.get(f"{W}{side}Chars"))
    return characters / 100 * _CHARACTER if characters and length is None else length


def _read_spacing(element: Element, found: Properties) -> None:
    for side, name in (("before", "before"), ("after", "after")):
        gap = points(element.get(W + side), 20)
        lines = number(element.get(f"{W}{side}Lines"))
        if lines and gap is None:
            gap = lines / 100 * 12
        if gap is not None:
            found[name] = gap
        automatic = element.get(f"{W}{side}Autospacing")
        if automatic is not None:
            found[f"{name} auto"] = automatic.lower() not in ("0", "false", "off")
    rule = element.get(f"{W}lineRule")
    if element.get(f"{W}line") is not None:
        found["rule"] = rule if rule in ("exact", "atLeast") else "auto"
        value = points(element.get(f"{W}line"), 1 if found["rule"] == "auto" else 20)
        if value:
            found["line"] = value
        else:
            del found["rule"]


def gap(properties: Properties, side: str) -> float:
    """Return the gap before or after a paragraph in points."""
    return _AUTO_GAP if properties.get(f"{side} auto") else float(properties.get(side, 0.0))
