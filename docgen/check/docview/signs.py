"""Signs that a Word file keeps in ways of its own: letters of the Symbol font, equations; as the characters that they show."""

import re
from typing import Final

from docgen.check.docview.ooxml import Element, M
from docgen.text.patterns import lazy_re
from docgen.text.wording import lowered, raised

# Adobe's encoding of the Symbol font, from 0x21 and from 0xA0; a blank where there is no character of that look.
_LOW: Final = "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
_HIGH: Final = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈… ⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑           〉∫"
_SYMBOL: Final = {
    code + base: sign
    for start, signs in ((0x21, _LOW), (0xA0, _HIGH))
    for code, sign in enumerate(signs, start)
    if sign != " "
    for base in (0, 0xF000)
}
_PICTURES: Final = {  # Wingdings: what offices use for bullets and boxes to tick
    0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "□",
    0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FRACTIONS: Final = {
    "1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾", "1/5": "⅕", "2/5": "⅖", "3/5": "⅗", "4/5": "⅘", "1/6": "⅙",
    "5/6": "⅚", "1/7": "⅐", "1/8": "⅛", "3/8": "⅜", "5/8": "⅝", "7/8": "⅞", "1/9": "⅑", "1/10": "⅒",
}  # fmt: skip
_SIMPLE: Final = lazy_re(r"\w+")


def symbol(font: str, code: str) -> str:
    """Return what the character `code` (four hex digits) of a `w:sym` in `font` shows; a bullet where nobody knows."""
    number = int(code, 16) if re.fullmatch(r"[0-9A-Fa-f]{1,6}", code) else 0
    if font.casefold() == "symbol":
        return _SYMBOL.get(number, "•")
    return "-" if number & 0xFF == 0x2D else _PICTURES.get(number & 0xFF, "•")


def in_symbol_font(text: str) -> str:
    """Return what letters typed in the Symbol font show."""
    return text.translate(_SYMBOL)


def equation(element: Element) -> str:
    """Return an equation on one line: powers and indices raised and lowered, fractions with a stroke."""
    name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
    match name:
        case "t":
            return element.text or ""
        case "sSup":
            return _part(element, "e") + raised(_part(element, "sup"))
        case "sSub":
            return _part(element, "e") + lowered(_part(element, "sub"))
        case "sSubSup":
            return _part(element, "e") + lowered(_part(element, "sub")) + raised(_part(element, "sup"))
        case "f":
            return _fraction(_part(element, "num"), _part(element, "den"))
        case "rad":
            degree = _part(element, "deg")
            return f"{raised(degree) if degree else ''}√{_grouped(_part(element, 'e'))}"
    return "".join(map(equation, element))


def _part(element: Element, name: str) -> str:
    found = element.find(f"{M}{name}")
    return "" if found is None else equation(found)


def _fraction(above: str, below: str) -> str:
    return _FRACTIONS.get(f"{above}/{below}") or f"{_grouped(above)}/{_grouped(below)}"


def _grouped(text: str) -> str:
    return text if _SIMPLE.fullmatch(text) else f"({text})"
