"""Ways to spoil a paragraph: each returns what is done to it, for `mutate.at`."""

import copy
from collections.abc import Callable
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from tests.check.papers.rules import Kind, rule
from tests.check.papers.word import ALIGNMENTS, Align, Letters

Spoil = Callable[[Paragraph], None]
_DRAWN = ("w:drawing", "w:pict", "w:pBdr")


def _each_run(attribute: str, value: object) -> Spoil:
    def spoil(paragraph: Paragraph) -> None:
        for run in paragraph.runs:
            setattr(run.font, attribute, value)

    return spoil


def set_size(points: float) -> Spoil:
    return _each_run("size", Pt(points))


def set_bold(bold: bool) -> Spoil:
    return _each_run("bold", bold)


def thin_mark(paragraph: Paragraph) -> None:
    """Take the bold face from the paragraph's own mark, whose face a number has that Word sets."""
    paragraph._p.get_or_add_pPr().find(qn("w:rPr")).clear()


def thin_opening(words: str) -> Spoil:
    """Set the `words` that a paragraph begins with in a run of their own, not bold."""

    def spoil(paragraph: Paragraph) -> None:
        first = paragraph.runs[0]
        before = copy.deepcopy(first._r)
        first._r.addprevious(before)
        first.text = first.text.removeprefix(words)
        paragraph.runs[0].text, paragraph.runs[0].bold = words, False

    return spoil


def set_italic(italic: bool) -> Spoil:
    return _each_run("italic", italic)


def set_underline(underline: bool = True) -> Spoil:
    return _each_run("underline", underline)


def set_color(rgb: str) -> Spoil:
    def spoil(paragraph: Paragraph) -> None:
        for run in paragraph.runs:
            run.font.color.rgb = RGBColor.from_string(rgb)

    return spoil


def set_font(name: str) -> Spoil:
    def spoil(paragraph: Paragraph) -> None:
        for run in paragraph.runs:
            run.font.name = name
            fonts: Any = run._r.get_or_add_rPr().rFonts
            for script in ("eastAsia", "cs"):
                fonts.set(qn(f"w:{script}"), name)

    return spoil


def set_align(align: Align) -> Spoil:
    return _layout(alignment=ALIGNMENTS[align])


def set_indent(first: float | None = None, left: float | None = None) -> Spoil:
    """Set the indents that are given, in mm."""
    given = {"first_line_indent": first, "left_indent": left}
    return _layout(**{name: Mm(length) for name, length in given.items() if length is not None})


def set_spacing(before: float | None = None, after: float | None = None, lines: float | None = None) -> Spoil:
    """Set the gaps that are given, in points, and the line spacing, as a multiple."""
    given = {"space_before": before, "space_after": after}
    wanted: dict[str, object] = {name: Pt(gap) for name, gap in given.items() if gap is not None}
    return _layout(**wanted, **({} if lines is None else {"line_spacing": lines}))


def exact_spacing(points: float) -> Spoil:
    return _layout(line_spacing=Pt(points))


def keep_next(keep: bool) -> Spoil:
    return _layout(keep_with_next=keep)


def _layout(**wanted: object) -> Spoil:
    def spoil(paragraph: Paragraph) -> None:
        for name, value in wanted.items():
            setattr(paragraph.paragraph_format, name, value)

    return spoil


def replace_text(old: str, new: str) -> Spoil:
    """Put `new` in the place of `old`, which may run across runs; it takes the style of the run where `old` begins."""

    def spoil(paragraph: Paragraph) -> None:
        texts: list[Any] = list(paragraph._p.iter(qn("w:t")))
        whole = "".join(text.text or "" for text in texts)
        begin = whole.find(old)
        if begin < 0:
            raise LookupError(f"{old!r} is not in {whole!r}")
        end, at_text, put = begin + len(old), 0, False
        for text in texts:
            words = text.text or ""
            cut = slice(max(begin - at_text, 0), max(end - at_text, 0))
            if cut.start < len(words) and cut.stop > 0:
                text.text = words[: cut.start] + ("" if put else new) + words[cut.stop :]
                text.set(qn("xml:space"), "preserve")
                put = True
            at_text += len(words)

    return spoil


def set_text(words: str) -> Spoil:
    """Put `words` in the place of the whole text, in the style of the first run; `\\n` is a manual break, `\\t` a tab."""

    def spoil(paragraph: Paragraph) -> None:
        first, *others = paragraph.runs
        for run in others:
            run._r.getparent().remove(run._r)
        first.text = words

    return spoil


def delete_paragraph(paragraph: Paragraph) -> None:
    """Take the paragraph out; a cell keeps an empty one."""
    parent: Any = paragraph._p.getparent()
    if parent.tag == qn("w:tc") and len(parent.findall(qn("w:p"))) == 1:
        paragraph.clear()
    else:
        parent.remove(paragraph._p)


def insert_paragraph_after(words: str) -> Spoil:
    """Add a paragraph of `words`, formatted as the one before it, its bold aside."""

    def spoil(paragraph: Paragraph) -> None:
        element: Any = OxmlElement("w:p")
        paragraph._p.addnext(element)
        made = Paragraph(element, paragraph._parent)
        if paragraph._p.pPr is not None:
            element.insert(0, parse_xml(paragraph._p.pPr.xml))
        if words:
            run = made.add_run(words)
            run.font.size = paragraph.runs[0].font.size if paragraph.runs else None
            run.font.italic = paragraph.runs[0].font.italic if paragraph.runs else None

    return spoil


def _drawn_in(element: Any) -> bool:
    return any(next(element.iter(qn(tag)), None) is not None for tag in _DRAWN) or set("".join(element.itertext())) == {"_"}


def remove_rule(paragraph: Paragraph) -> None:
    """Take away the line drawn under `paragraph`: in it, in the paragraph below it, or in the row below it."""
    own: Any = paragraph._p
    if _drawn_in(own):
        for run in own.findall(qn("w:r")):
            if _drawn_in(run):
                own.remove(run)
        return
    below = own.getnext()
    if below is None and own.getparent().tag == qn("w:tc"):
        row = own.getparent().getparent()
        column = row.findall(qn("w:tc")).index(own.getparent())
        below = row.getnext().findall(qn("w:tc"))[column].find(qn("w:p"))
    if below is None or not _drawn_in(below):
        raise LookupError(f"no line is drawn under {paragraph.text!r}")
    delete_paragraph(Paragraph(below, paragraph._parent))


def set_rule(length: float, kind: Kind = "inline", *, room: float = 165) -> Spoil:
    """Draw the line under the paragraph anew: another length in mm, another way of drawing it; `room` is its column's width."""

    def spoil(paragraph: Paragraph) -> None:
        remove_rule(paragraph)
        size = paragraph.runs[0].font.size
        rule(paragraph, length, kind, room=room, letters=Letters(size.pt if size else 14))

    return spoil
