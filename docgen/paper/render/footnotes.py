"""Word footnotes of a paper: those that its words call for, in the order of print, in a part that other papers do not have."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from lxml import etree
from markupsafe import escape

from docgen.files.package import DECLARATION, appended, packed, parsed_part, read_parts, with_part, written_part
from docgen.paper.layout import FOOTNOTE_SIZE
from docgen.paper.render.inline import as_printed, highlighted, laid_out
from docgen.text.dinhdang import PARAGRAPH

DOCUMENT: Final = "word/document.xml"
FOOTNOTES: Final = "word/footnotes.xml"
_STYLES: Final = "word/styles.xml"
_SETTINGS: Final = "word/settings.xml"
_SPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W: Final = f"{{{_SPACE}}}"
_KIND: Final = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes",
)
_SEPARATORS: Final = (("separator", -1), ("continuationSeparator", 0))
_OWN: Final = (
    f'{DECLARATION}<w:footnotes xmlns:w="{_SPACE}">'
    + "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for kind, number in _SEPARATORS
    )
    + "</w:footnotes>"
)
_CLOSING: Final = "</w:footnotes>"
_IDENTIFIER: Final = re.compile(r'<w:footnote [^>]*?\bw:id="(-?\d+)"')
_TEXT_STYLE: Final = (
    '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0"/><w:jc w:val="both"/>'
    "</w:pPr>"
    f'<w:rPr><w:sz w:val="{2 * FOOTNOTE_SIZE}"/><w:szCs w:val="{2 * FOOTNOTE_SIZE}"/></w:rPr>'
)
_CALL_STYLE: Final = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
_BEHIND_FOOTNOTES: Final = tuple(  # what the schema of Word's settings has behind them
    _W + name
    for name in (
        "endnotePr", "compat", "docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping",
        "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown",
        "smartTagType", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
    )
)  # fmt: skip


class Footnotes:
    """What a template has for footnotes: its package with their part declared, their styles, those that it holds itself.

    `own` is the template's own part where that holds tags, so that `base` lacks it.
    """

    def __init__(self, base: bytes, own: str | None = None) -> None:
        parts = read_parts(base)
        self._own = own or parts[FOOTNOTES].decode() if own or FOOTNOTES in parts else _OWN
        self.first = max(0, *(int(number) for number in _IDENTIFIER.findall(self._own)), 0) + 1
        parts = with_part(parts, FOOTNOTES, b"", _KIND, source=DOCUMENT)
        del parts[FOOTNOTES]
        styles = parsed_part(parts[_STYLES])
        self._text = _style(styles, "paragraph", "footnote text", "FootnoteText", _TEXT_STYLE)
        self.call = _style(styles, "character", "footnote reference", "FootnoteReference", _CALL_STYLE)
        parts[_STYLES] = written_part(styles)
        if self._own is _OWN and _SETTINGS in parts:
            parts[_SETTINGS] = _with_separators(parts[_SETTINGS])
        self._base = packed(parts)

    def appended(self, parts: Mapping[str, bytes], called: "Called") -> bytes:
        """Return the package of the template with `parts` of a paper, whose words have `called` for footnotes."""
        before, closing, behind = (parts[FOOTNOTES].decode() if FOOTNOTES in parts else self._own).rpartition(_CLOSING)
        notes = "".join(self._note(self.first + index, called.texts[name]) for index, name in enumerate(called.names))
        return appended(self._base, {**parts, FOOTNOTES: f"{before}{notes}{closing}{behind}".encode()})

    def _note(self, identifier: int, text: str) -> str:
        printed = escape(as_printed(f" {text}".replace("\n", PARAGRAPH)))
        call = f'<w:r><w:rPr><w:rStyle w:val="{self.call}"/></w:rPr><w:footnoteRef/></w:r>'
        words = f'<w:r><w:t xml:space="preserve">{printed}</w:t></w:r>'
        paragraph = f'<w:p><w:pPr><w:pStyle w:val="{self._text}"/></w:pPr>{call}{words}</w:p>'
        return f'<w:footnote w:id="{identifier}">{highlighted(laid_out(paragraph, Called.nowhere))}</w:footnote>'


class Called:
    """The footnotes that the words of one paper call for, by name in the order of print; `texts` are those that there are."""

    def __init__(self, texts: Mapping[str, str], footnotes: Callable[[], Footnotes]) -> None:
        self.texts = texts
        self.names: list[str] = []
        self._footnotes = footnotes

    @property
    def footnotes(self) -> Footnotes:
        """Return what the template has for them."""
        return self._footnotes()

    def run(self, name: str) -> str:
        """Return the run that calls for the footnote `name`; its mark as typed where there is no such."""
        if name not in self.texts:
            return f'<w:r><w:t xml:space="preserve">[^{escape(name)}]</w:t></w:r>'
        self.names.append(name)
        identifier = self.footnotes.first + len(self.names) - 1
        style = f'<w:rPr><w:rStyle w:val="{self.footnotes.call}"/></w:rPr>'
        return f'<w:r>{style}<w:footnoteReference w:id="{identifier}"/></w:r>'

    @staticmethod
    def nowhere(_: str) -> str:
        """Return nothing: headers, and footnotes themselves, call for none."""
        return ""


def _style(styles: Any, kind: str, name: str, identifier: str, look: str) -> str:
    """Return the identifier of the style `name`, which is added where `styles` lack it."""
    taken = set()
    for style in styles.iter(f"{_W}style"):
        named = style.find(f"{_W}name")
        if named is not None and (named.get(f"{_W}val") or "").casefold() == name:
            return str(style.get(f"{_W}styleId"))
        taken.add(style.get(f"{_W}styleId"))
    free = next(
        each for each in (identifier, *(f"{identifier}{number}" for number in range(len(taken) + 1))) if each not in taken
    )
    default = next(
        (each for each in styles.iter(f"{_W}style") if each.get(f"{_W}type") == kind and each.get(f"{_W}default")), None
    )
    based = "" if default is None else f'<w:basedOn w:val="{default.get(f"{_W}styleId")}"/>'
    styles.append(
        etree.fromstring(
            f'<w:style xmlns:w="{_SPACE}" w:type="{kind}" w:styleId="{free}"><w:name w:val="{name}"/>{based}{look}</w:style>'
        )
    )
    return free


def _with_separators(settings: bytes) -> bytes:
    """Return Word's settings with the separators of footnotes named, as Word does itself."""
    root = parsed_part(settings)
    if root.find(f"{_W}footnotePr") is None:
        named = "".join(f'<w:footnote w:id="{number}"/>' for _, number in _SEPARATORS)
        properties = etree.fromstring(f'<w:footnotePr xmlns:w="{_SPACE}">{named}</w:footnotePr>')
        behind = next((each for each in root if each.tag in _BEHIND_FOOTNOTES or not each.tag.startswith(_W)), None)
        if behind is None:
            root.append(properties)
        else:
            behind.addprevious(properties)
    return written_part(root)
