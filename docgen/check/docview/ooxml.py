"""Names of OOXML elements, and the values that their attributes hold."""

from typing import Any, Final

from docgen.text.patterns import lazy_re

Element = Any
WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W: Final = f"{{{WORD}}}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
V: Final = "{urn:schemas-microsoft-com:vml}"
OFFICE: Final = "{urn:schemas-microsoft-com:office:office}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VAL: Final = f"{W}val"
OWN_AUTHOR: Final = "docgen"  # of the comments that docgen writes
MM_PER_TWIP: Final = 25.4 / 1440
MM_PER_EMU: Final = 1 / 36000
_MM: Final = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72, "pc": 25.4 / 6, "pi": 25.4 / 6, "px": 25.4 / 96, "": 25.4 / 96}
_MEASURE: Final = lazy_re(r"\s*([-+]?\d{0,9}(?:\.\d{0,9})?)\s*(mm|cm|in|pt|pc|pi|px|)\s*")
_OFF: Final = frozenset({"0", "false", "off", "none"})
_LIMIT: Final = 1_000_000.0


def number(text: str | None) -> float | None:
    """Return the plain number that an attribute holds, None where it holds none or an absurd one."""
    try:
        value = float(text) if text else None
    except ValueError:
        return None
    return value if value is not None and abs(value) < _LIMIT else None


def whole(text: str | None) -> int | None:
    """Return the whole number that an attribute holds, None where it holds none or an absurd one."""
    value = number(text)
    return None if value is None else int(value)


def millimetres(text: str | None) -> float | None:
    """Return the length that an attribute in twips, or with a unit, holds."""
    if (twips := number(text)) is not None:
        return twips * MM_PER_TWIP
    return measure(text) if text and text[-1:].isalpha() else None


def points(text: str | None, per_point: float) -> float | None:
    """Return the size in points that an attribute counts in parts of `per_point` to a point, or holds with a unit."""
    if (parts := number(text)) is not None:
        return parts / per_point
    length = measure(text) if text and text[-1:].isalpha() else None
    return None if length is None else length * 72 / 25.4


def measure(text: str | None) -> float | None:
    """Return in mm a length with its unit, as VML and newer attributes write it; without unit it counts pixels."""
    match = _MEASURE.fullmatch(text or "")
    if match is None or match.group(1) in ("", "-", "+", ".", "-.", "+."):
        return None
    return float(match.group(1)) * _MM[match.group(2)]


def is_on(element: Element) -> bool:
    """Return whether a switch such as `w:b` is on: there, and not said to be off."""
    return (element.get(VAL) or "1").lower() not in _OFF


def child(element: Element, name: str) -> Element | None:
    """Return the first child `name` of WordprocessingML."""
    return None if element is None else next(element.iterchildren(W + name), None)


def children(element: Element | None) -> dict[str, Element]:
    """Return the first child of each tag, for who looks for many."""
    return {} if element is None else {each.tag: each for each in element.iterchildren(reversed=True)}


def value(element: Element, name: str) -> str | None:
    """Return the `w:val` of the child `name`."""
    found = child(element, name)
    return None if found is None else found.get(VAL)


def chosen(alternate: Element) -> Element | None:
    """Return the branch of an `mc:AlternateContent` that a modern Word shows."""
    choice = alternate.find(f"{MC}Choice")
    return choice if choice is not None and len(choice) else alternate.find(f"{MC}Fallback")
