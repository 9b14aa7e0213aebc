"""What a paragraph holds: its text as the reader sees it, with its formatting, the lines drawn in it, its boxes and fields.

Nothing that is printed is lost (smart tags, links, content controls, insertions), nothing that was deleted is read.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from docgen.check.docview.as_unicode import equation, in_symbol_font, symbol
from docgen.check.docview.drawn import drawn_rules, text_boxes, unread_parts
from docgen.check.docview.formatting import Theme
from docgen.check.docview.ooxml import MC, Element, M, W, child, chosen
from docgen.check.docview.styles import ReadFace
from docgen.check.ink import DrawnRule, Face, Span
from docgen.check.view import COMMENT, ENDNOTE
from docgen.text import bang_ma
from docgen.text.patterns import lazy_re

_INLINE: Final = frozenset(
    W + name for name in ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "dir", "bdo", "sdtContent", "ruby", "rubyBase")
)
_TRACKED: Final = frozenset(W + name for name in ("ins", "del", "moveTo", "moveFrom"))
_R, _RPR, _SDT, _SIMPLE, _FIELD, _CODE, _NOTE, _BREAK, _RUBY, _T = (
    W + name for name in "r rPr sdt fldSimple fldChar instrText footnoteReference lastRenderedPageBreak ruby t".split()
)
_DRAWINGS: Final = frozenset(W + name for name in ("drawing", "pict", "object"))
_ASIDES: Final = {f"{W}commentReference": COMMENT, f"{W}endnoteReference": ENDNOTE}
_PAGE_FIELD: Final = lazy_re(r"^\s*([A-Za-z]+)")
_WHITE: Final = "FFFFFF"
_SOFT_HYPHEN: Final = "\u00ad"  # in TCVN3 the letter ư

FaceOf = Callable[[Element | None], ReadFace]


@dataclass
class Fields:
    """Complex fields that are open, as they run over runs and paragraphs: for each its code, None once that was read."""

    open: list[str | None] = field(default_factory=list)

    @property
    def in_code(self) -> bool:
        """Return whether what stands here is a field's code, which nobody sees."""
        return any(code is not None for code in self.open)

    def read_code(self, text: str | None) -> None:
        """Add a piece of the innermost field's code."""
        if self.open and self.open[-1] is not None:
            self.open[-1] += text or ""

    def turn(self, kind: str | None) -> str | None:
        """Take a mark that begins, parts or ends a field; return the code that it completes, None where it completes none."""
        if kind == "begin":
            self.open.append("")
        elif kind == "separate" and self.open:
            code, self.open[-1] = self.open[-1], None
            return code
        elif kind == "end" and self.open:
            return self.open.pop()
        return None


@dataclass
class Content:
    """What was found in a paragraph."""

    theme: Theme
    pieces: list[tuple[str, ReadFace]] = field(default_factory=list)
    sources: list[Element] = field(default_factory=list)  # of the pieces, one by one
    rules: list[DrawnRule] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    fields: set[str] = field(default_factory=set)
    codes: list[str] = field(default_factory=list)
    placeholders: list[str] = field(default_factory=list)
    unseen: list[tuple[str, ReadFace]] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    notes: list[tuple[int, str]] = field(default_factory=list)  # calls for footnotes: pieces before it, the footnote's number
    attached: list[tuple[str, str]] = field(default_factory=list)  # what is no text: its kind, the number of its words elsewhere
    on_dark: bool = False
    tracked: bool = False
    rendered_breaks: int = 0

    def take_in_front(self, other: "Content") -> None:
        """Take what `other` holds, of a paragraph that runs on in this one."""
        self.notes[:] = [*other.notes, *((before + len(other.pieces), number) for before, number in self.notes)]
        self.pieces[:0] = other.pieces
        self.sources[:0] = other.sources
        self.rules[:0] = other.rules
        self.boxes[:0] = other.boxes
        self.codes[:0] = other.codes
        self.placeholders[:0] = other.placeholders
        self.unseen[:0] = other.unseen
        self.attached[:0] = other.attached
        self.fields |= other.fields
        self.rendered_breaks += other.rendered_breaks


def read_content(paragraph: Element, face_of: FaceOf, fields: Fields, theme: Theme, *, on_dark: bool = False) -> Content:
    """Return what the paragraph holds; `face_of` gives the face of a run's properties. `on_dark`: white letters show there."""
    content = Content(theme, on_dark=on_dark)
    _walk(paragraph, content, face_of, fields)
    return content


def _walk(parent: Element, content: Content, face_of: FaceOf, fields: Fields) -> None:
    for each in parent:
        tag = each.tag
        if tag == _R:
            _read_run(each, content, face_of, fields)
        elif tag in _INLINE:
            content.tracked = content.tracked or tag in _TRACKED
            _walk(each, content, face_of, fields)
        elif tag in _TRACKED:
            content.tracked = True
        elif tag == _SDT:
            inner = child(each, "sdtContent")
            if inner is not None:
                before = len(content.pieces)
                _walk(inner, content, face_of, fields)
                if child(child(each, "sdtPr"), "showingPlcHdr") is not None:
                    content.placeholders.append("".join(text for text, _ in content.pieces[before:]))
        elif tag == _SIMPLE:
            _note_field(each.get(f"{W}instr"), content)
            _walk(each, content, face_of, fields)
        elif tag == f"{MC}AlternateContent":
            if (branch := chosen(each)) is not None:
                _walk(branch, content, face_of, fields)
        elif isinstance(tag, str) and tag.startswith(M):
            content.pieces.append((equation(each), face_of(None)))
            content.sources.append(each)


def _read_run(run: Element, content: Content, face_of: FaceOf, fields: Fields) -> None:
    read = face_of(child(run, "rPr"))
    for each in run:
        tag = each.tag
        if tag == _RPR:
            continue
        if tag == _FIELD:
            _note_field(fields.turn(each.get(f"{W}fldCharType")), content)
        elif tag == _CODE:
            fields.read_code(each.text)
        elif tag in _DRAWINGS:
            _read_drawing(each, content)
        elif tag == f"{MC}AlternateContent":
            _read_alternate(each, content)
        elif tag == _NOTE and not fields.in_code and not read.hidden:
            content.notes.append((len(content.pieces), each.get(f"{W}id") or ""))
        elif tag in _ASIDES:
            content.attached.append((_ASIDES[tag], each.get(f"{W}id") or ""))
        elif tag == _BREAK:
            content.rendered_breaks += 1
        elif tag == _RUBY:
            _walk(each, content, face_of, fields)
        elif (text := _text(each)) and not fields.in_code and not read.hidden:
            text = in_symbol_font(text) if read.face.ascii_font == "Symbol" else text
            shown = read.face.color != _WHITE or read.face.highlight or content.on_dark
            (content.pieces if shown else content.unseen).append((text.upper() if read.capitals else text, read))
            if shown:
                content.sources.append(each)


def _read_alternate(alternate: Element, content: Content) -> None:
    before = len(content.rules) + len(content.boxes)
    for branch in alternate:
        for drawing in branch:
            if drawing.tag in _DRAWINGS:
                _read_drawing(drawing, content)
        if len(content.rules) + len(content.boxes) > before:
            return


def _read_drawing(drawing: Element, content: Content) -> None:
    unread = unread_parts(drawing)
    content.unread |= unread
    content.attached += [(kind, "") for kind in sorted(unread)]
    content.rules += drawn_rules(drawing, content.theme)
    content.boxes += _unique_boxes(drawing)


def _unique_boxes(drawing: Element) -> list[Element]:
    """Return the boxes in `drawing`, those of the fallback of a shape left out where its own is there."""
    boxes = list(text_boxes(drawing))
    own = [box for box in boxes if not any(above.tag == f"{MC}Fallback" for above in box.iterancestors())]
    return own or boxes


def _text(element: Element) -> str:
    if element.tag == _T:
        return element.text or ""
    match element.tag.rpartition("}")[2] if isinstance(element.tag, str) else "":
        case "tab" | "ptab":
            return "\t"
        case "br":
            return "\f" if element.get(f"{W}type") == "page" else "\n"
        case "cr":
            return "\n"
        case "noBreakHyphen":
            return "-"
        case "softHyphen":
            return _SOFT_HYPHEN
        case "sym":
            return symbol(element.get(f"{W}font") or "", element.get(f"{W}char") or "")
    return ""


def _note_field(code: str | None, content: Content) -> None:
    if match := _PAGE_FIELD.match(code or ""):
        content.fields.add(match.group(1).upper())
        content.codes.append(" ".join((code or "").split()))


def composed(pieces: list[tuple[str, ReadFace]]) -> tuple[tuple[Span, ...], bool]:
    """Return the spans in NFC, neighbours of one face joined, and whether the text was decomposed (NFD) in the file."""
    texts: list[str] = []
    faces: list[Face] = []
    for text, read in pieces:
        marks = _leading_marks(text) if texts else 0
        if texts and (marks == len(text) or faces[-1] == read.face):
            texts[-1] += text
        else:
            if marks:
                texts[-1] += text[:marks]
            texts.append(text[marks:])
            faces.append(read.face)
    normal = [text if text.isascii() else unicodedata.normalize("NFC", text) for text in texts]
    decomposed = any(len(after) < len(before) for after, before in zip(normal, texts, strict=True))
    if any(_SOFT_HYPHEN in text for text in normal):
        old = bang_ma.code_of("".join(normal)) == "TCVN3"
        kept = [old or bang_ma.code_of_font(face.ascii_font) == "TCVN3" for face in faces]
        normal = [text if keeps else text.replace(_SOFT_HYPHEN, "") for text, keeps in zip(normal, kept, strict=True)]
    return tuple(Span(text.replace("\u2011", "-"), face) for text, face in zip(normal, faces, strict=True)), decomposed


def _leading_marks(text: str) -> int:
    """Return how many marks `text` begins with that belong to a letter before it."""
    return next((place for place, character in enumerate(text) if not unicodedata.combining(character)), len(text))
