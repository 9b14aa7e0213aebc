"""Formatting as it is written at one place: of characters (`w:rPr`), of paragraphs (`w:pPr`), fonts and colours of the theme.

With a Vietnamese `themeFontLang` Word takes the theme's font for the script "Viet".
"""

from dataclasses import dataclass, field
from typing import Any, Final

from docgen.check.docview.ooxml import VAL, A, Element, W, child, is_on, millimetres, number, points, whole

_COLOURS: Final = {
    "text1": "dk1", "tx1": "dk1", "dark1": "dk1", "background1": "lt1", "bg1": "lt1", "light1": "lt1",
    "text2": "dk2", "tx2": "dk2", "dark2": "dk2", "background2": "lt2", "bg2": "lt2", "light2": "lt2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
Properties = dict[str, Any]
_SMALLEST: Final = 1.0  # points, as in Word
_LARGEST: Final = 1638.0
TOGGLES: Final = ("b", "i", "caps", "smallCaps", "strike", "vanish")
_SWITCHES: Final = {f"{W}{name}": name for name in (*TOGGLES, "dstrike", "cs", "rtl", "bCs", "iCs")}
_PARAGRAPH_SWITCHES: Final = {
    f"{W}{name}": name for name in ("keepNext", "keepLines", "pageBreakBefore", "contextualSpacing", "bidi")
}
_ALIGN: Final = {
    "left": "left", "start": "left", "right": "right", "end": "right", "center": "center",
    "both": "both", "distribute": "both", "justify": "both", "thaiDistribute": "both", "lowKashida": "both",
}  # fmt: skip
_AUTO_GAP: Final = 14.0  # what Word sets where a gap is "auto", as in a page of the web
_CHARACTER: Final = 14 * 0.5 * 25.4 / 72  # an indent in hundredths of a character, of a 14 pt digit


@dataclass(frozen=True)
class Theme:
    """The theme's fonts by slot ("minor", "major") and its colours by name; `font` of a slot that it lacks is None."""

    fonts: dict[str, str] = field(default_factory=dict)
    colours: dict[str, str] = field(default_factory=dict)

    def font(self, reference: str) -> str | None:
        """Return the font that a reference such as "minorHAnsi" or "majorAscii" stands for."""
        return self.fonts.get(reference[:5])

    def colour(self, reference: str) -> str | None:
        """Return the six digits of a theme colour such as "text1" or "accent1"."""
        return self.colours.get(_COLOURS.get(reference, reference))


def read_theme(root: Element | None, settings: Element | None) -> Theme:
    """Return the theme in `root`, for the language that the settings name."""
    if root is None:
        return Theme()
    language = child(settings, "themeFontLang")
    vietnamese = language is not None and (language.get(VAL) or "").lower().startswith("vi")
    fonts = {}
    for slot in ("minor", "major"):
        scheme = root.find(f".//{A}{slot}Font")
        if scheme is not None and (font := _typeface(scheme, vietnamese)):
            fonts[slot] = font
    colours = {}
    scheme = root.find(f".//{A}clrScheme")
    for each in [] if scheme is None else scheme:
        colour = next(iter(each), None)
        if colour is not None:
            colours[each.tag.replace(A, "")] = colour.get("lastClr") or colour.get("val") or "000000"
    return Theme(fonts, colours)


def _typeface(scheme: Element, vietnamese: bool) -> str | None:
    if vietnamese:
        for font in scheme.iter(f"{A}font"):
            if font.get("script") == "Viet" and font.get("typeface"):
                return str(font.get("typeface"))
    latin = scheme.find(f"{A}latin")
    return None if latin is None else latin.get("typeface") or None


def theme_reference(fonts: Element, slot: str) -> str | None:
    """Return the theme reference of `w:rFonts` for a slot ("ascii", "hAnsi")."""
    reference = fonts.get(f"{W}{slot}Theme")
    return None if reference is None else str(reference)


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
    for slot in ("ascii", "hAnsi", "cs"):
        reference = theme_reference(fonts, slot)
        name = (reference and theme.font(reference)) or fonts.get(f"{W}{slot}")
        if name:
            found["cs font" if slot == "cs" else slot] = name


def _read_size(element: Element, _: Theme, found: Properties) -> None:
    if (size := points(element.get(VAL), 2)) is not None and _SMALLEST <= size <= _LARGEST:
        found["size"] = size


def _read_complex_size(element: Element, _: Theme, found: Properties) -> None:
    if (size := points(element.get(VAL), 2)) is not None and _SMALLEST <= size <= _LARGEST:
        found["cs size"] = size


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
    found["lowered"] = element.get(VAL) == "subscript"


def _read_letter_spacing(element: Element, _: Theme, found: Properties) -> None:
    found["spacing"] = points(element.get(VAL), 20) or 0.0


def _read_scale(element: Element, _: Theme, found: Properties) -> None:
    share = number((element.get(VAL) or "").rstrip("%"))
    found["scale"] = share / 100 if share else 1.0


def _read_style(element: Element, _: Theme, found: Properties) -> None:
    found["style"] = element.get(VAL)


_RUN_READERS: Final = {
    f"{W}rFonts": _read_fonts,
    f"{W}sz": _read_size,
    f"{W}szCs": _read_complex_size,
    f"{W}u": _read_underline,
    f"{W}color": _read_colour,
    f"{W}highlight": _read_highlight,
    f"{W}shd": _read_shading,
    f"{W}vertAlign": _read_raised,
    f"{W}spacing": _read_letter_spacing,
    f"{W}w": _read_scale,
    f"{W}rStyle": _read_style,
}


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
