"""Effective formatting: defaults of the document, table style, paragraph style, character style, then what stands in place."""

from dataclasses import dataclass, field
from typing import Final

from docgen.check.docview.formatting import TOGGLES, Properties, Theme, paragraph_properties, run_properties
from docgen.check.docview.ooxml import Element, W, child, value
from docgen.check.ink import Face

_DEFAULT_FONT: Final = "Times New Roman"  # what Word takes where nothing is said
_DEFAULT_SIZE: Final = 10.0
_MOST_FACES: Final = 5_000  # a paper has a few dozen; a sheet that papers share must not grow for ever


@dataclass(frozen=True)
class Style:
    """A style with all that it inherits from the styles that it is based on; `chain` are their ids, its own first."""

    name: str
    run: Properties
    paragraph: Properties
    chain: tuple[str, ...]
    element: Element


_NO_STYLE: Final = Style("", {}, {}, (), None)


@dataclass
class StyleSheet:
    """The styles of a document."""

    theme: Theme = field(default_factory=Theme)
    elements: dict[str, Element] = field(default_factory=dict)
    run_defaults: Properties = field(default_factory=dict)
    paragraph_defaults: Properties = field(default_factory=dict)
    default_ids: dict[str, str] = field(default_factory=dict)
    _styles: dict[str, Style] = field(default_factory=dict)
    _faces: dict[object, "ReadFace"] = field(default_factory=dict)

    def style(self, style_id: str | None, kind: str) -> Style:
        """Return the style `style_id`, or the default one of its `kind` ("paragraph", "character", "table")."""
        known = style_id if style_id in self.elements else self.default_ids.get(kind)
        if known is None:
            return _NO_STYLE
        if known not in self._styles:
            self._styles[known] = self._inherited(known)
        return self._styles[known]

    def _inherited(self, style_id: str) -> Style:
        chain: list[str] = []
        current: str | None = style_id
        while current in self.elements and current not in chain:
            chain.append(current)
            current = value(self.elements[current], "basedOn")
        run: Properties = {}
        paragraph: Properties = {}
        for each in reversed(chain):
            element = self.elements[each]
            run |= run_properties(child(element, "rPr"), self.theme)
            paragraph |= paragraph_properties(child(element, "pPr"))
        paragraph.pop("style", None)
        element = self.elements[style_id]
        return Style(value(element, "name") or style_id, run, paragraph, tuple(chain), element)

    def face(self, table: Style, paragraph: Style, direct: Properties) -> "ReadFace":
        """Return the face of characters that stand in a paragraph of style `paragraph` with the formatting `direct`."""
        key = (id(table), id(paragraph), tuple(direct.items()))
        if key not in self._faces:
            if len(self._faces) >= _MOST_FACES:
                self._faces.clear()
            character = self.style(direct["style"], "character") if direct.get("style") else _NO_STYLE
            self._faces[key] = _resolved(self.run_defaults, (table.run, paragraph.run, character.run), direct)
        return self._faces[key]


@dataclass(frozen=True, slots=True)
class ReadFace:
    """A face, and what the text itself becomes by it: in capitals, hidden."""

    face: Face
    capitals: bool
    hidden: bool


def _resolved(defaults: Properties, styles: tuple[Properties, ...], direct: Properties) -> ReadFace:
    found = dict(defaults)
    for style in styles:
        found |= style
    for toggle in TOGGLES:
        in_styles = sum(bool(style.get(toggle)) for style in styles) % 2 == 1
        found[toggle] = in_styles or bool(defaults.get(toggle))
    found |= direct
    font = found.get("ascii") or found.get("hAnsi") or _DEFAULT_FONT
    if found.get("cs") or found.get("rtl"):  # Word sets these letters as those of a complex script
        font = found["hAnsi"] = found.get("cs font") or font
        found |= {"size": found.get("cs size", found.get("size", _DEFAULT_SIZE)), "b": found.get("bCs", False)}
        found["i"] = found.get("iCs", False)
    face = Face(
        ascii_font=font.strip(),
        other_font=(found.get("hAnsi") or font).strip(),
        size=found.get("size", _DEFAULT_SIZE),
        bold=found["b"],
        italic=found["i"],
        underline=found.get("u", False),
        strike=found["strike"],
        color=found.get("color"),
        highlight=found.get("highlight", False),
        raised=found.get("raised", False),
        lowered=found.get("lowered", False),
        spacing=found.get("spacing", 0.0),
        scale=found.get("scale", 1.0),
    )
    return ReadFace(face, found["caps"] or found["smallCaps"], found["vanish"])


def read_styles(root: Element | None, theme: Theme) -> StyleSheet:
    """Return the styles in `root`."""
    sheet = StyleSheet(theme)
    if root is None:
        return sheet
    defaults = child(root, "docDefaults")
    sheet.run_defaults = run_properties(child(child(defaults, "rPrDefault"), "rPr"), theme)
    sheet.paragraph_defaults = paragraph_properties(child(child(defaults, "pPrDefault"), "pPr"))
    for style in root.iterchildren(f"{W}style"):
        style_id = style.get(f"{W}styleId")
        if style_id:
            sheet.elements[style_id] = style
            if (style.get(f"{W}default") or "0").lower() in ("1", "true", "on"):
                sheet.default_ids.setdefault(style.get(f"{W}type") or "paragraph", style_id)
    return sheet
