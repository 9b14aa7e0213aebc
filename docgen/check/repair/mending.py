"""Makes in the file what a rule would have mended: each kind of mend as changes of format and words."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final

from docgen.check import mends
from docgen.check.anatomy import Paper
from docgen.check.ink import Face
from docgen.check.repair.characters import Characters
from docgen.check.repair.edits import CannotMend, Edited, child_of, name_of, word_of
from docgen.check.repair.pagenumbers import erase, number
from docgen.check.repair.shapes import draw, widen
from docgen.check.view import Line, Paragraph
from docgen.decree30 import BODY_SIZE

Element = Any
_TWIPS: Final = 1440 / 25.4  # to a mm
_SIDES: Final = {"tren": "top", "duoi": "bottom", "trai": "left", "phai": "right"}
_NO_MARGINS: Final = {"top": "1440", "right": "1440", "bottom": "1440", "left": "1440", "header": "720", "footer": "720"}
_NO_SECTION: Final = "văn bản không có phần khai báo trang giấy"


class Mending:
    """The mends of one round: all that was judged at one time, made in one file."""

    def __init__(self, edited: Edited, paper: Paper) -> None:
        self._edited = edited
        self._paper = paper
        self._read: dict[Paragraph, Characters] = {}

    def characters(self, paragraph: Paragraph) -> Characters:
        """Return the characters of a paragraph, which know what was done to them in this round."""
        if paragraph not in self._read:
            self._read[paragraph] = Characters(self._edited, paragraph)
        return self._read[paragraph]

    def make(self, mend: mends.Mend) -> None:
        """Make the mend; raise `CannotMend` where the file does not allow it."""
        match mend:
            case mends.Letters():
                self._letters(mend)
            case mends.Layout():
                self._layout(mend)
            case mends.Sheet():
                self._sheet(mend)
            case mends.Words():
                self._words(mend)
            case mends.Inserted():
                self._insert(mend)
            case mends.Repeated():
                rows = self._edited.twin(mend.where.element).iterancestors()
                self._edited.set(next(each for each in rows if name_of(each) == "tr"), "trPr", "tblHeader", {"val": None})
            case mends.Unlisted():
                self._edited.unlist(self._edited.twin(mend.where.element))
            case mends.Composed():
                self.characters(mend.where).compose()
            case mends.Erased():
                erase(self._edited, mend.where)
            case mends.Numbered():
                number(self._edited, mend.where, BODY_SIZE.low if self._body_is_large is False else BODY_SIZE.high)
            case mends.Widened():
                widen(self._edited, mend, self._paper.first_section)
            case mends.Drawn():
                draw(self._edited, self._paper, mend, self.characters(mend.where.paragraph))

    def _letters(self, mend: mends.Letters) -> None:
        paragraph = _paragraph(mend.where)
        characters = self.characters(paragraph)
        wanted = self._size(mend) if mend.size else None
        own = [each for each in characters.of(mend.where) if _differs(each.face, mend, wanted)]
        for run in characters.runs(own):
            self._set_face(run, mend, wanted)
        spans = paragraph.spans if isinstance(mend.where, Paragraph) else mend.where.spans
        if any(span.automatic and _differs(span.face, mend, wanted) for span in spans):
            self._set_face(self._mark(paragraph), mend, wanted)

    def _mark(self, paragraph: Paragraph) -> Element:
        """Return the properties of the paragraph that hold those of its mark, by which Word sets the number too."""
        element = self._edited.twin(paragraph.element)
        properties = child_of(element, "pPr")
        if properties is None:
            raise CannotMend("số thứ tự do Word tự đánh theo kiểu (style)")
        return properties

    def _set_face(self, owner: Element, mend: mends.Letters, size: float | None) -> None:
        def put(name: str, attributes: dict[str, str | None] | None) -> None:
            self._edited.set(owner, "rPr", name, attributes)

        if mend.font is not None:
            themes = {f"{slot}Theme": None for slot in ("ascii", "hAnsi", "eastAsia")} | {"cstheme": None}
            put("rFonts", dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), mend.font) | themes)
        for name, value in (("b", mend.bold), ("i", mend.italic)):
            if value is not None:
                put(name, {"val": None if value else "0"})
        if mend.underline is not None:
            put("u", {"val": "single" if mend.underline else "none"})
        if mend.black:
            put("color", {"val": "auto", "themeColor": None, "themeTint": None, "themeShade": None})
        if mend.plain:
            put("highlight", None)
            put("shd", None)
        if size is not None:
            put("sz", {"val": f"{size * 2:.0f}"})
            properties = child_of(owner, "rPr")
            if child_of(properties, "szCs") is not None:
                put("szCs", {"val": f"{size * 2:.0f}"})

    def _size(self, mend: mends.Letters) -> float:
        """Return the size to be set: that of the rest of the line, or else what goes with the rest of the paper."""
        low, high = mend.size or (0.0, 0.0)
        beside = next((size for size in mend.where.sizes if low <= size <= high), None) if isinstance(mend.where, Line) else None
        if beside is not None:
            return beside
        large = self._is_large(mend.where)
        if large is None or (low, high) != (int(low), low + 1):
            return min(max(mend.where.whole.sizes[0] if isinstance(mend.where, Paragraph) else mend.where.sizes[0], low), high)
        return high if large else low

    def _is_large(self, where: Line | Paragraph) -> bool | None:
        """Return whether the larger of the decree's two sets of sizes stands where this is: in the head, in the rest."""
        head = self._paper.head
        named = [line for line in (head.quoc_hieu, head.tieu_ngu, head.dia_danh) if line is not None]
        names = [*head.chu_quan, *head.ban_hanh]
        own = _paragraph(where)
        if any(line.paragraph is own for line in (*named, *names)):
            return _larger(_head_sizes(self._paper, own))
        return self._body_is_large

    @cached_property
    def _body_is_large(self) -> bool | None:
        return _larger(size for size in _body_sizes(self._paper) if size in BODY_SIZE)

    def _layout(self, mend: mends.Layout) -> None:
        element = self._edited.twin(mend.where.element)

        def put(name: str, attributes: dict[str, str | None]) -> None:
            self._edited.set(element, "pPr", name, attributes)

        if mend.align is not None:
            put("jc", {"val": mend.align})
        indents: dict[str, str | None] = {}
        if mend.left is not None:
            indents |= {"left": _twips(mend.left), "leftChars": None, "start": None, "startChars": None}
        if mend.first_line is not None:
            indents |= {"firstLine": _twips(mend.first_line), "hanging": None, "firstLineChars": None, "hangingChars": None}
        gaps: dict[str, str | None] = {}
        for side, gap in (("before", mend.gap_before), ("after", mend.gap_after)):
            if gap is not None:
                gaps |= {side: f"{gap * 20:.0f}", f"{side}Autospacing": None, f"{side}Lines": None}
        if mend.line is not None:
            rule, amount = mend.line
            gaps |= {"line": f"{amount if rule == 'auto' else amount * 20:.0f}", "lineRule": rule}
        for name, attributes in (("ind", indents), ("spacing", gaps)):
            if attributes:
                put(name, attributes)
        if mend.apart:
            put("contextualSpacing", {"val": "0"})

    def _sheet(self, mend: mends.Sheet) -> None:
        sections = self._sections()
        if mend.section >= len(sections):
            raise CannotMend(_NO_SECTION)
        section = sections[mend.section]
        if mend.size is not None:
            width, height = mend.size
            self._edited.set(section, "sectPr", "pgSz", {"w": _twips(width), "h": _twips(height), "code": None})
        if mend.start is not None:
            self._edited.set(section, "sectPr", "pgNumType", {"start": str(mend.start)})
        if mend.title_page:
            self._edited.set(section, "sectPr", "titlePg", {"val": None})
        if mend.margins:
            margins: dict[str, str | None] = {_SIDES[name]: _twips(length) for name, length in mend.margins.items()}
            there = child_of(section, "pgMar")
            gutter = None if there is None else there.get(f"{word_of(section)}gutter")
            if there is None:
                margins = {**_NO_MARGINS, "gutter": "0", **margins}
            elif gutter not in (None, "0") and "trai" in mend.margins:
                margins["gutter"] = "0"
            self._edited.set(section, "sectPr", "pgMar", margins)

    def _sections(self) -> list[Element]:
        root = self._edited.root(self._edited.main)
        return [each for each in root.iter(f"{word_of(root)}sectPr") if name_of(each.getparent()) in ("pPr", "body")]

    def _words(self, mend: mends.Words) -> None:
        characters = self.characters(_paragraph(mend.where))
        own = characters.of(mend.where)
        text = "".join(each.text for each in own)
        if mend.start is None and not mend.old:
            inked = [place for place, each in enumerate(own) if not each.text.isspace()]
            start = inked[-1 if mend.last else 0]
            characters.replace(own[start : start + 1], own[start].text + mend.new if mend.last else mend.new + own[start].text)
            return
        found = text.rfind(mend.old) if mend.last else text.find(mend.old)
        start = found if mend.start is None else mend.start - characters.ahead
        if start < 0 or not text.startswith(mend.old, start):
            raise CannotMend("chữ cần sửa đã đổi")
        characters.replace(own[start : start + len(mend.old)], mend.new)

    def _insert(self, mend: mends.Inserted) -> None:
        paragraph = mend.where.paragraph
        if paragraph.label:
            raise CannotMend("dòng do Word tự đánh dấu")
        characters = self.characters(paragraph)
        first = characters.of(mend.where)[:1]
        if paragraph.lines[:1] and paragraph.lines[0].text == mend.where.text:
            characters.insert_above(mend.new)
        else:
            characters.replace(first, f"{mend.new}\n{first[0].text}")


def _paragraph(where: Line | Paragraph) -> Paragraph:
    return where.paragraph if isinstance(where, Line) else where


def _twips(length: float) -> str:
    return f"{length * _TWIPS:.0f}"


def _differs(face: Face, mend: mends.Letters, size: float | None) -> bool:
    wanted = ((size, face.size), (mend.bold, face.bold), (mend.italic, face.italic), (mend.underline, face.underline))
    other_font = mend.font is not None and not face.ascii_font == face.other_font == mend.font
    is_marked = (mend.black and face.color is not None) or (mend.plain and face.highlight)
    return other_font or is_marked or any(asked is not None and has != asked for asked, has in wanted)


def _larger(sizes: Iterator[float]) -> bool | None:
    """Return whether the first size is that of the larger set, None where there is none."""
    first = next(sizes, None)
    return None if first is None else first == BODY_SIZE.high


def _head_sizes(paper: Paper, but: Paragraph) -> Iterator[float]:
    """Yield the sizes of the other lines of the head as those of a body in the same set."""
    head = paper.head
    for line, above in ((head.tieu_ngu, 0.0), (head.dia_danh, 0.0), (head.quoc_hieu, 1.0)):
        if line is not None and line.paragraph is not but and len(line.sizes) == 1 and line.sizes[0] + above in BODY_SIZE:
            yield line.sizes[0] + above


def _body_sizes(paper: Paper) -> Iterator[float]:
    """Yield the sizes of type in the body, the one of most characters first."""
    counts: dict[float, int] = {}
    for paragraph in paper.main:
        for span in paragraph.spans:
            counts[span.face.size] = counts.get(span.face.size, 0) + span.visible
    yield from sorted(counts, key=lambda size: -counts[size])
