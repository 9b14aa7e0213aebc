"""Reads the body, headers and footers into paragraphs and tables with effective formatting."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from docgen.check.docview.content import Content, Fields, composed, read_content
from docgen.check.docview.drawn import paragraph_rules, typed_rule
from docgen.check.docview.formatting import Properties, gap, paragraph_properties, run_properties, tab_stops
from docgen.check.docview.numbering import Label, Level, Numbering
from docgen.check.docview.ooxml import MC, Element, W, child, children, chosen
from docgen.check.docview.styles import ReadFace, Style, StyleSheet
from docgen.check.docview.tables import Frame, read_table
from docgen.check.ink import DrawnRule, Face, Span
from docgen.check.view import AUTO_LINE, NO_FIELDS, Block, Paragraph

_UNDERLINED_BLANKS = 4
_WRAPPERS = frozenset(W + name for name in ("customXml", "ins", "moveTo", "smartTag"))
_P, _TBL, _SDT, _RPR, _SHD, _SECT = (W + name for name in ("p", "tbl", "sdt", "rPr", "shd", "sectPr"))


@dataclass
class Reader:
    """Reads blocks in order, and counts what has to be counted on the way: paragraphs, lists, sections, open fields."""

    sheet: StyleSheet
    numbering: Numbering
    section_widths: list[float]
    number: int = 0
    section: int = 0
    section_ends: list[Paragraph] = field(default_factory=list)
    fields: Fields = field(default_factory=Fields)
    unread: set[str] = field(default_factory=set)
    tracked: bool = False
    rendered_breaks: int = 0
    running_on: list[Content] = field(default_factory=list)
    called: list[str] = field(default_factory=list)  # the numbers of footnotes, in the order in which they are called for

    def body_frame(self) -> Frame:
        """Return the frame of the text area of the present section."""
        return Frame(self.section_widths[min(self.section, len(self.section_widths) - 1)], self.sheet.style(None, "table"))

    def blocks(self, parent: Element, frame: Frame | None = None) -> list[Block]:
        """Return the paragraphs and tables in `parent`; without a frame they stand in the text area."""
        return [block for each in parent for block in self._block(each, frame)]

    def _block(self, element: Element, frame: Frame | None) -> Iterator[Block]:
        tag = element.tag
        if tag == _P:
            yield from self._paragraph(element, frame or self.body_frame())
        elif tag == _TBL:
            yield read_table(element, frame or self.body_frame(), self.sheet, self.section, self.blocks)
        elif tag == _SDT:
            if (inner := child(element, "sdtContent")) is not None:
                yield from self.blocks(inner, frame)
        elif tag in _WRAPPERS:
            yield from self.blocks(element, frame)
        elif tag == f"{MC}AlternateContent":
            if (branch := chosen(element)) is not None:
                yield from self.blocks(branch, frame)
        elif tag == f"{W}subDoc":
            self.unread.add("văn bản con (subDoc)")
        elif tag == f"{W}altChunk":
            self.unread.add("có phần được nhúng từ tệp khác (altChunk)")

    def _paragraph(self, element: Element, frame: Frame) -> Iterator[Block]:
        properties = child(element, "pPr")
        direct, said = paragraph_properties(properties), children(properties)
        style = self.sheet.style(direct.get("style"), "paragraph")
        merged, label, level = self._numbered(frame.table_style, style, direct)

        def face_of(run: Element | None, extra: Properties | None = None) -> ReadFace:
            own = run_properties(run, self.sheet.theme)
            return self.sheet.face(frame.table_style, style, {**own, **extra} if extra else own)

        shaded = frame.shaded or _SHD in said
        content = read_content(element, face_of, self.fields, self.sheet.theme, on_dark=shaded)
        self.unread |= content.unread
        read_mark = face_of(said.get(_RPR), level.run if level else None)
        mark = read_mark.face
        if _runs_on(element, said):
            self.tracked = True
            self.running_on.append(content)
            return
        for before in reversed(self.running_on):
            content.take_in_front(before)
        self.running_on.clear()
        if _leaves_nothing(said, content, hidden=read_mark.hidden):
            return
        counted = frame.story in ("body", "box")
        self.number += counted
        paragraph = Paragraph(
            **_layout(merged),
            **_words(content, label, mark, frame, merged),
            number=self.number if counted else 0,
            tab_stops=tuple(tab_stops(style.paragraph, direct).values()),
            style=style.name,
            story=frame.story,
            section=self.section,
            place=frame.place,
            fields=frozenset(content.fields) if content.fields else NO_FIELDS,
            codes=tuple(content.codes),
            placeholders=tuple(content.placeholders),
            unseen=composed(content.unseen)[0] if content.unseen else (),
            width=frame.width,
            element=element,
            pieces=tuple([(text, source) for (text, _), source in zip(content.pieces, content.sources, strict=True)]),
            notes=self._notes(content, label) if content.notes else (),
            attached=tuple(content.attached),
        )
        yield paragraph
        self.tracked = self.tracked or content.tracked
        self.rendered_breaks += content.rendered_breaks
        if _SECT in said:
            self.section_ends.append(paragraph)
            self.section += 1
        for box in content.boxes:
            yield from self.blocks(box, frame._replace(width=None, story="box"))

    def _notes(self, content: Content, label: Label | None) -> tuple[tuple[int, str], ...]:
        """Return behind which letter of the paragraph each footnote is called for, with its name; the footnotes are noted."""
        shown = len(label.text.strip() + (" " if label.space else "")) if label and label.text.strip() else 0
        found = []
        for before, number in content.notes:
            self.called.append(number)
            letters = sum(len(span.text) for span in composed(content.pieces[:before])[0])
            found.append((shown + letters, str(len(self.called))))
        return tuple(found)

    def _numbered(self, table: Style, style: Style, direct: Properties) -> tuple[Properties, Label | None, Level | None]:
        """Return the merged paragraph formatting, and the label and level of its list."""
        below = {**self.sheet.paragraph_defaults, **table.paragraph}
        own = {**style.paragraph, **direct}
        num, ilvl = own.get("numId"), own.get("ilvl", 0)
        if num and "numId" not in direct and "ilvl" not in own:
            linked = next((self.numbering.linked[each] for each in style.chain if each in self.numbering.linked), None)
            ilvl = linked[1] if linked and linked[0] == num else 0
        level = self.numbering.level(num, ilvl) if num else None
        if num is None or level is None:
            return {**below, **own}, None, None
        label = self.numbering.next_label(num, ilvl)
        if "numId" in direct:
            return {**below, **style.paragraph, **level.paragraph, **direct}, label, level
        return {**below, **level.paragraph, **style.paragraph, **direct}, label, level


def _is_deleted(said: Mapping[str, Element]) -> bool:
    mark = said.get(_RPR)
    return mark is not None and (child(mark, "del") is not None or child(mark, "moveFrom") is not None)


def _runs_on(element: Element, said: Mapping[str, Element]) -> bool:
    """Return whether the paragraph's mark was deleted, so that its words run on in the paragraph right behind it."""
    if not _is_deleted(said) or _SECT in said:
        return False
    behind = element.getnext()
    return behind is not None and behind.tag == _P


def _leaves_nothing(said: Mapping[str, Element], content: Content, *, hidden: bool) -> bool:
    """Return whether nothing of a paragraph is printed, not even its end: deleted or hidden, its mark too."""
    empty = not (content.pieces or content.rules or content.boxes)
    return empty and (_is_deleted(said) or hidden) and _SECT not in said


def _words(content: Content, label: Label | None, mark: Face, frame: Frame, merged: Properties) -> dict[str, Any]:
    """Return the text of a paragraph with its automatic label, and the lines that stand in or beside it."""
    spans, decomposed = composed(content.pieces)
    shown = label.text.strip() if label else ""
    if label and shown:
        spans = (Span(shown + (" " if label.space else ""), mark, automatic=True), *spans)
    rules = [*content.rules]
    if borders := merged.get("borders"):
        rules += paragraph_rules(borders, frame.width, merged.get("left", 0), merged.get("right", 0))
    text = "".join([span.text for span in spans])
    if len(text) >= _UNDERLINED_BLANKS and not text.strip() and any(span.face.underline for span in spans):
        rules.append(DrawnRule("characters", None))
    if typed := typed_rule(text, spans[0].face.size if spans else mark.size):
        rules.append(typed)
    return {
        "spans": spans,
        "decomposed": decomposed,
        "label": shown,
        "bullet": bool(label and label.bullet),
        "rules": tuple(rules),
        "mark": mark,
    }


def _layout(merged: Properties) -> dict[str, Any]:
    return {
        "align": merged.get("frame") or merged.get("align", "left"),
        "left": merged.get("left", 0.0),
        "right": merged.get("right", 0.0),
        "first_line": merged.get("first", 0.0),
        "gap_before": gap(merged, "before"),
        "gap_after": gap(merged, "after"),
        "line_rule": merged.get("rule", "auto"),
        "line": merged.get("line", AUTO_LINE),
        "page_break_before": merged.get("pageBreakBefore", False),
        "contextual": merged.get("contextualSpacing", False),
    }
