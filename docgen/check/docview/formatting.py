"""Formatting as it is written at one place: of characters (`w:rPr`), of paragraphs (`w:pPr`), fonts and colours of the theme.

With a Vietnamese `themeFontLang` Word takes the theme's font for the script "Viet".
"""

from collections.abc import Callable
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
_PARAGRAPH_SWITCHES: Final = {f"{W}{name}": name for name in ("pageBreakBefore", "contextualSpacing", "bidi")}
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


def run_properties(element: Element | None, theme: Theme) -> Properties:
    """Return the character formatting that stands in a `w:rPr`."""
    found: Properties = {}
    for each in () if element is None else element:
        if each.tag in _SWITCHES:
            found[_SWITCHES[each.tag]] = is_on(each)
        elif each.tag in _RUN_READERS:
            found |= _RUN_READERS[each.tag](each, theme)
    if found.pop("dstrike", False):
        found["strike"] = True
    if "shaded" in found:
        found.setdefault("highlight", found.pop("shaded"))
    return found


def _fonts(fonts: Element, theme: Theme) -> Properties:
    named = {slot: theme.font(fonts.get(f"{W}{slot}Theme") or "") or fonts.get(f"{W}{slot}") for slot in ("ascii", "hAnsi", "cs")}
    return {"cs font" if slot == "cs" else slot: name for slot, name in named.items() if name}


def _size(element: Element, name: str) -> Properties:
    size = points(element.get(VAL), 2)
    return {} if size is None or not _SMALLEST <= size <= _LARGEST else {name: size}


def _colour(element: Element, theme: Theme) -> str | None:
    written, reference = element.get(VAL), element.get(f"{W}themeColor")
    shown = written if written and written != "auto" else theme.colour(reference) if reference else None
    return shown.upper() if shown else None


def _script(name: str | None) -> Properties:
    return {"raised": name in ("superscript", "subscript"), "lowered": name == "subscript"}


_RUN_READERS: Final[dict[str, Callable[[Element, Theme], Properties]]] = {
    f"{W}rFonts": _fonts,
    f"{W}sz": lambda each, _: _size(each, "size"),
    f"{W}szCs": lambda each, _: _size(each, "cs size"),
    f"{W}u": lambda each, _: {"u": (each.get(VAL) or "single") != "none"},
    f"{W}color": lambda each, theme: {"color": _colour(each, theme)},
    f"{W}highlight": lambda each, _: {"highlight": each.get(VAL) not in (None, "none")},
    f"{W}shd": lambda each, _: {"shaded": (each.get(f"{W}fill") or "auto").lower() not in ("auto", "ffffff")},
    f"{W}vertAlign": lambda each, _: _script(each.get(VAL)),
    f"{W}spacing": lambda each, _: {"spacing": points(each.get(VAL), 20) or 0.0},
    f"{W}w": lambda each, _: {"scale": (number((each.get(VAL) or "").rstrip("%")) or 100) / 100},
    f"{W}rStyle": lambda each, _: {"style": each.get(VAL)},
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
    for side, name in (("left", "left"), ("start", "left"), ("right", "right"), ("end", "right"), ("firstLine", "first")):
        if (length := _indent(element, side)) is not None:
            found[name] = length
    if "first" not in found and (hanging := _indent(element, "hanging")) is not None:
        found["first"] = -hanging


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
