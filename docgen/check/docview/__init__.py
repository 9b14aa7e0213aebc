"""Reads a .docx into a `View`: what the reader of the paper sees, whoever made the file and however."""

from collections.abc import Iterator
from functools import lru_cache

from docgen.check.docview.blocks import Reader
from docgen.check.docview.formatting import read_theme
from docgen.check.docview.numbering import Numbering, read_numbering
from docgen.check.docview.ooxml import OWN_AUTHOR, Element, V, W, child, whole
from docgen.check.docview.sections import read_sections, section_elements, text_width
from docgen.check.docview.styles import StyleSheet, read_styles
from docgen.check.docview.tables import Frame
from docgen.check.docview.wordfile import Package, open_package, parsed
from docgen.check.view import COMMENT, ENDNOTE, Paragraph, Story, View, paragraphs_of
from docgen.errors import FileError
from docgen.text.folding import on_one_line

__all__ = ["open_view"]

_APP = "docProps/app.xml"
_NOTES = {"footnotes": "chú thích ở chân trang", "endnotes": "chú thích ở cuối văn bản"}
_TRACKED_FORMATS = tuple(
    W + name
    for name in "rPrChange pPrChange sectPrChange tblPrChange trPrChange tcPrChange tblGridChange cellIns cellDel".split()
)


def open_view(name: str, data: bytes) -> View:
    """Return the paper in `data`; raise `FileError`, in Vietnamese and with what to do, where it cannot be read as a .docx."""
    package = open_package(name, data)
    body = child(package.xml(package.main), "body")
    if body is None:
        raise FileError.at(name, "tệp Word này không có nội dung văn bản; mở bằng Word để xem lại")
    settings = package.related("settings")
    sheet = _style_sheet(package)
    elements = section_elements(body)
    reader = Reader(sheet, read_numbering(package.related("numbering"), sheet.theme), [text_width(each) for each in elements])
    blocks = tuple(reader.blocks(body))
    heads = _HeadReader(package, sheet)
    sections = read_sections(elements, reader.section_ends, settings, heads.read)
    heads.finish(reader)
    for kind, words in _NOTES.items():
        if _has_notes(package, kind):
            reader.unread.add(words)
    return View(
        blocks,
        sections,
        tuple(sorted(reader.unread)),
        _pages(package, reader.rendered_breaks),
        reader.tracked or any(True for _ in body.iter(*_TRACKED_FORMATS)),
        commented=_has_comments(package),
        watermarks=heads.watermarks(),
        footnotes=_footnotes(package, sheet, reader.called) if reader.called else {},
        asides=dict(_asides(package)),
    )


def _footnotes(package: Package, sheet: StyleSheet, called: list[str]) -> dict[str, tuple[Paragraph, ...]]:
    """Return the footnotes `called`, by the names that `Reader` gives them, as far as the paper has them."""
    part = package.related("footnotes")
    known = {} if part is None else {each.get(f"{W}id"): each for each in part.iterchildren(f"{W}footnote")}
    frame = Frame(None, sheet.style(None, "table"), None, "footer")
    return {
        str(name): tuple(paragraphs_of(tuple(Reader(sheet, Numbering(), [0.0]).blocks(known[number], frame))))
        for name, number in enumerate(called, start=1)
        if number in known
    }


def _asides(package: Package) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the words of each comment and each endnote of somebody's, by its kind and number."""
    for part, tag, kind in (("comments", "comment", COMMENT), ("endnotes", "endnote", ENDNOTE)):
        root = package.related(part)
        for each in () if root is None else root.iterchildren(f"{W}{tag}"):
            if each.get(f"{W}author") != OWN_AUTHOR and _is_note(each):
                words = " ".join("".join(text.text or "" for text in line.iter(f"{W}t")) for line in each.iter(f"{W}p"))
                yield (kind, each.get(f"{W}id") or ""), on_one_line(words)


def _style_sheet(package: Package) -> StyleSheet:
    """Return the styles of the paper; papers made of one template share theirs."""
    parts = tuple(package.related_bytes(kind) for kind in ("styles", "theme", "settings"))
    try:
        return _shared_sheet(*parts)
    except FileError:
        for kind in ("styles", "theme", "settings"):
            package.related(kind)
        raise


@lru_cache(maxsize=4)
def _shared_sheet(styles: bytes | None, theme: bytes | None, settings: bytes | None) -> StyleSheet:
    roots = [None if data is None else parsed("", "", data) for data in (styles, theme, settings)]
    return read_styles(roots[0], read_theme(roots[1], roots[2]))


class _HeadReader:
    """Reads headers and footers, each part once."""

    def __init__(self, package: Package, sheet: StyleSheet) -> None:
        self._package = package
        self._sheet = sheet
        self._read: dict[str, tuple[Paragraph, ...]] = {}
        self._unread: set[str] = set()
        self._watermarks: list[str] = []

    def finish(self, body: Reader) -> None:
        """Tell the reader of the body what of the headers and footers was not read."""
        body.unread |= self._unread

    def watermarks(self) -> tuple[str, ...]:
        """Return the words that lie under the pages, each once."""
        return tuple(dict.fromkeys(self._watermarks))

    def read(self, relation_id: str, story: Story) -> tuple[Paragraph, ...]:
        """Return the paragraphs of the header or footer `relation_id`."""
        if relation_id not in self._read:
            relation = self._package.relations.get(relation_id)
            if relation is None or relation.target is None:
                raise FileError.at(
                    self._package.name,
                    "tệp hỏng: đầu trang hoặc chân trang trỏ vào chỗ không có; mở bằng Word rồi lưu lại dạng .docx",
                )
            reader = Reader(self._sheet, Numbering(), [0.0])
            frame = Frame(None, self._sheet.style(None, "table"), None, story)
            root = self._package.xml(relation.target)
            self._read[relation_id] = tuple(paragraphs_of(tuple(reader.blocks(root, frame))))
            self._unread |= reader.unread
            self._watermarks += [words for path in root.iter(f"{V}textpath") if (words := path.get("string"))]
        return self._read[relation_id]


def _has_notes(package: Package, kind: str) -> bool:
    notes = package.related(kind)
    return notes is not None and any(_is_note(each) for each in notes.iterchildren(f"{W}{kind.removesuffix('s')}"))


def _has_comments(package: Package) -> bool:
    """Return whether somebody's comments stand in the margin, those that docgen itself wrote left aside."""
    comments = package.related("comments")
    return comments is not None and any(each.get(f"{W}author") != OWN_AUTHOR for each in comments.iterchildren(f"{W}comment"))


def _is_note(element: Element) -> bool:
    return element.get(f"{W}type") in (None, "normal")


def _pages(package: Package, rendered_breaks: int) -> int | None:
    """Return how many pages Word counted when it last saved the paper; None where nothing tells."""
    counted = None
    if _APP in package.archive.sizes:
        root = package.xml(_APP)
        counted = next((whole(each.text) for each in root if each.tag.endswith("}Pages")), None)
    return max(counted or 0, rendered_breaks + 1 if rendered_breaks else 0) or None
