"""Formatting of characters as it is written at one place: the properties of `w:rPr`, only those that stand there."""

from typing import Any, Final

from docgen.check.docview.names import VAL, Element, W, is_on, points
from docgen.check.docview.theme import Theme, theme_reference

Properties = dict[str, Any]

_SMALLEST: Final = 1.0  # points, as in Word
_LARGEST: Final = 1638.0
TOGGLES: Final = ("b", "i", "caps", "smallCaps", "strike", "vanish")
_SWITCHES: Final = {f"{W}{name}": name for name in (*TOGGLES, "dstrike")}


def run_properties(element: Element | None, theme: Theme) -> Properties:
    """Return the character formatting that stands in a `w:rPr`."""
    found: Properties = {}
    for each in () if element is None else element:
        if each.tag in _SWITCHES:
            found[_SWITCHES[each.tag]] = is_on(each)
        elif each.tag in _RUN_READERS:
            _RUN_READERS[each.tag](each, theme, found)
    if found.pop("dstrike", False):
        found["strike"] = True
    return found


def _read_fonts(fonts: Element, theme: Theme, found: Properties) -> None:
    for slot in ("ascii", "hAnsi"):
        reference = theme_reference(fonts, slot)
        name = (reference and theme.font(reference)) or fonts.get(f"{W}{slot}")
        if name:
            found[slot] = name


def _read_size(element: Element, _: Theme, found: Properties) -> None:
    if (size := points(element.get(VAL), 2)) is not None and _SMALLEST <= size <= _LARGEST:
        found["size"] = size


def _read_colour(element: Element, theme: Theme, found: Properties) -> None:
    reference = element.get(f"{W}themeColor")
    named = theme.colour(reference) if reference else None
    written = element.get(VAL)
    shown = written if written and written != "auto" else named
    found["color"] = shown.upper() if shown else None


def _read_underline(element: Element, _: Theme, found: Properties) -> None:
    found["u"] = (element.get(VAL) or "single") != "none"


def _read_highlight(element: Element, _: Theme, found: Properties) -> None:
    found["highlight"] = element.get(VAL) not in (None, "none")


def _read_shading(element: Element, _: Theme, found: Properties) -> None:
    found.setdefault("highlight", (element.get(f"{W}fill") or "auto").lower() not in ("auto", "ffffff"))


def _read_raised(element: Element, _: Theme, found: Properties) -> None:
    found["raised"] = element.get(VAL) in ("superscript", "subscript")


def _read_letter_spacing(element: Element, _: Theme, found: Properties) -> None:
    found["spacing"] = points(element.get(VAL), 20) or 0.0


def _read_style(element: Element, _: Theme, found: Properties) -> None:
    found["style"] = element.get(VAL)


_RUN_READERS: Final = {
    f"{W}rFonts": _read_fonts,
    f"{W}sz": _read_size,
    f"{W}u": _read_underline,
    f"{W}color": _read_colour,
    f"{W}highlight": _read_highlight,
    f"{W}shd": _read_shading,
    f"{W}vertAlign": _read_raised,
    f"{W}spacing": _read_letter_spacing,
    f"{W}rStyle": _read_style,
}
