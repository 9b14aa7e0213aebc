"""Letters that a Word file keeps in ways of its own, as Unicode: old codes (TCVN3, VNI), the Symbol font, equations."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from docgen.check.docview.ooxml import Element, M
from docgen.check.ink import Span
from docgen.check.view import Paragraph, View
from docgen.text import bang_ma
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
_FEW: Final = 3  # paragraphs in an old code, by which others of the same paper are taken to be in it too


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
            above, below = _part(element, "num"), _part(element, "den")
            return _FRACTIONS.get(f"{above}/{below}") or f"{_grouped(above)}/{_grouped(below)}"
        case "rad":
            degree = _part(element, "deg")
            return f"{raised(degree) if degree else ''}√{_grouped(_part(element, 'e'))}"
    return "".join(map(equation, element))


def _part(element: Element, name: str) -> str:
    found = element.find(f"{M}{name}")
    return "" if found is None else equation(found)


def _grouped(text: str) -> str:
    return text if _SIMPLE.fullmatch(text) else f"({text})"


def holds_old_code(view: View) -> bool:
    """Return whether any words of `view` are typed in an old code."""
    return any(any(map(_code, each.spans)) or bang_ma.code_of(each.text) for each in _every(view))


def recode(view: View) -> dict[bang_ma.Code, list[Paragraph]]:
    """Put the letters of old codes in `view` into Unicode, before anybody has read it; return the paragraphs that had them."""
    every = _every(view)
    codes = {id(each): bang_ma.code_of(_text(each)) for each in every if not any(map(_code, each.spans))}
    usual = Counter(filter(None, codes.values())).most_common(1)
    if usual and usual[0][1] >= _FEW:  # what a short line leaves open the others of its paper tell
        codes |= {id(each): usual[0][0] for each in every if bang_ma.code_of(_text(each), least=1) == usual[0][0]}
    changed: dict[bang_ma.Code, list[Paragraph]] = {}
    for paragraph in every:
        made = [(span, _code(span) or codes.get(id(paragraph))) for span in paragraph.spans]
        spans = tuple(_span(span, code) for span, code in made)
        if spans != paragraph.spans:
            code = next(code for (span, code), now in zip(made, spans, strict=True) if code and now != span)
            paragraph.notes = tuple((_moved(made, at), name) for at, name in paragraph.notes)
            paragraph.say(spans)
            changed.setdefault(code, []).append(paragraph)
    return changed


def _every(view: View) -> list[Paragraph]:
    return [*view.paragraphs, *(each for note in view.footnotes.values() for each in note)]


def _moved(made: Sequence[tuple[Span, bang_ma.Code | None]], at: int) -> int:
    """Return behind how many letters a footnote is called for that stood behind `at` of them in the old code."""
    moved = 0
    for span, code in made:
        moved += len(_span(span._replace(text=span.text[: max(at, 0)]), code).text)
        at -= len(span.text)
    return moved


def _text(paragraph: Paragraph) -> str:
    return "".join(span.text for span in paragraph.spans)


def _code(span: Span) -> bang_ma.Code | None:
    code = bang_ma.code_of_font(span.face.ascii_font) or bang_ma.code_of_font(span.face.other_font)
    return None if code is None or bang_ma.is_modern(span.text) else code


def _span(span: Span, code: bang_ma.Code | None) -> Span:
    if code is None or span.automatic:
        return span
    capitals = span.face.ascii_font.lower().startswith(".vn") and span.face.ascii_font.upper().endswith("H")
    return span._replace(text=bang_ma.in_unicode(span.text, code, capitals=capitals))
