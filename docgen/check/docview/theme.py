"""Fonts and colours of the theme. With a Vietnamese `themeFontLang` Word takes the theme's font for the script "Viet"."""

from dataclasses import dataclass, field
from typing import Final

from docgen.check.docview.names import VAL, A, Element, W, child

_COLOURS: Final = {
    "text1": "dk1", "tx1": "dk1", "dark1": "dk1", "background1": "lt1", "bg1": "lt1", "light1": "lt1",
    "text2": "dk2", "tx2": "dk2", "dark2": "dk2", "background2": "lt2", "bg2": "lt2", "light2": "lt2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip


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
