"""A template made of a paper that an office likes: docgen's tags stand where it is sure whose words stood, all else stays."""

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from docgen.check.anatomy import Paper
from docgen.check.docview.ooxml import R, W, child
from docgen.check.docview.sections import section_elements
from docgen.check.docview.wordfile import open_package
from docgen.check.repair.edits import Edited
from docgen.check.view import Line, Paragraph
from docgen.errors import FileError
from docgen.files.package import packed, parsed_part, read_parts
from docgen.paper.carried import CARRIED, Pieces, handed_on, paragraph_of, text_of
from docgen.paper.looks import looks_of, styled
from docgen.text.wording import shortened

Element = Any
_Parts = Iterable[tuple[str, Sequence[Line], list[Element]]]
_DOCUMENT: Final = "word/document.xml"
_SUPERIOR: Final = re.compile(r"\{%p for \w+ in co_quan_chu_quan %\}\{\{ \w+ \}\}\{%p endfor %\}")
_MARKS: Final = tuple(
    W + name for name in "bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd commentReference proofErr".split()
)
_SHOWN: Final = 60
_STRICT: Final = "tệp lưu dạng Strict Open XML; mở bằng Word, lưu lại dạng Word Document (.docx) rồi chạy lại"
_INTERWOVEN: Final = (
    "nội dung nằm chung khung với đầu văn bản hoặc chữ ký nên không tách được; bỏ khung bao quanh trong Word rồi chạy lại"
)
_OWN_TABLE: Final = "{name} không nằm gọn trong một bảng của văn bản: mẫu dùng bảng của docgen, kiểu chữ theo văn bản"
_NO_PLACE: Final = "văn bản không có {name}: mẫu không có chỗ in; chép thẻ từ mẫu của docgen nếu cần"
_SEVERAL: Final = "văn bản có {count} người ký: mẫu chỉ có chỗ cho một"
_FIXED: Final = "giữ nguyên chữ “{words}”, in ra ở mọi văn bản; xóa trong mẫu nếu không muốn"
_DROPPED: Final = "bỏ chữ “{words}” của riêng văn bản này"
_DRAFT: Final = re.compile(r"\W*dự thảo\b", re.IGNORECASE)
_NO_SAMPLE: Final = "văn bản không có {names}: kiểu chữ của docgen"
_SAMPLED: Final = ("Phần", "Mục", "Khoản", "Nội dung", "Gạch đầu dòng", "Bảng chữ", "Tên phụ lục")


@dataclass(frozen=True, slots=True)
class Grafted:
    """A template as .docx, the words that became tags by the name of their component, what a person should know of the rest."""

    data: bytes
    taken: tuple[tuple[str, str], ...]
    left: tuple[str, ...]


def grafted(paper: Paper, data: bytes, base: bytes) -> Grafted:
    """Return the template that `paper`, whose bytes are `data`, becomes with the tags of `base`, docgen's own of its kind.

    Raises `FileError` where its text cannot be told from its head or its signature.
    """
    return _Graft(paper, data, base).made()


def _says(words: str) -> bool:
    """Return whether `words` hold a letter or a figure, and are not only a line drawn with dashes."""
    return any(letter.isalnum() for letter in words)


def _there(*lines: Line | None) -> list[Line]:
    return [line for line in lines if line is not None]


class _Graft:
    """The paper's body while its words become tags. Elements are those of the file itself, not of the view."""

    def __init__(self, paper: Paper, data: bytes, base: bytes) -> None:
        self.paper = paper
        self.package = open_package(paper.name, data)
        self.edited = Edited(data, self.package.main)
        self.base = read_parts(base)
        self.body: Element = child(self.edited.root(self.package.main), "body")
        if self.body is None:
            raise FileError.at(paper.name, _STRICT)
        self.pieces = Pieces(child(parsed_part(self.base[_DOCUMENT]), "body"))
        for each in self.pieces.body.iter("*"):
            if each.get(f"{R}id"):
                each.set(f"{R}id", CARRIED + each.get(f"{R}id"))
        self.sections = section_elements(self.body)
        self.tops = [each for each in self.body if each.tag != f"{W}sectPr"]
        self.taken: list[tuple[str, str]] = []
        self.left: list[str] = []
        self.used: dict[Element, tuple[Paragraph, list[str]]] = {}  # paragraphs of which words became tags, and these words

    def made(self) -> Grafted:
        """Return the template."""
        head, opening, foot = list(self._head()), list(self._opening()), list(self._foot())
        start = max(self._ranks([*head, *opening]), default=-1) + 1
        closing = self._ranks(foot) or [len(self.tops)]
        if start > min(closing):
            raise FileError.at(self.paper.name, _INTERWOVEN)
        text = self.pieces.blocks(self.pieces.block("in mo_dau"), self.pieces.block("in noi_nhan"))
        tail = self.pieces.blocks(self.pieces.block("in noi_nhan") + 1, len(self.pieces.body))
        gone = [*self.tops[start : min(closing)], *self.tops[max(closing) + 1 :]]
        for name, lines, tags in opening:
            if lines:
                self._tag(name, lines, tags)
            else:
                text[:0] = tags
        self._placed("đầu văn bản", head, "ten_co_quan")
        last = self._placed("nơi nhận, chữ ký", foot, "in noi_nhan")
        self._clear()
        return self._whole(text, last, tail, gone)

    def _head(self) -> Iterator[tuple[str, Sequence[Line], list[Element]]]:
        head, of = self.paper.head, self.pieces.of
        superior, office, draft = of("in co_quan_chu_quan"), of("in ten_co_quan") + of("ke.co_quan"), of("if du_thao")
        yield "Cơ quan chủ quản", head.chu_quan, superior
        yield "Cơ quan ban hành", head.ban_hanh, office if head.chu_quan else superior + office
        yield "Số, ký hiệu", _there(head.so_ky_hieu), of("so_ky_hieu") + ([] if self.paper.is_cong_van else draft)
        yield "Địa danh và thời gian", _there(head.dia_danh), of("dia_danh_ngay")
        if self.paper.is_cong_van:
            yield "Trích yếu", head.trich_yeu_cong_van, of("{{ trich_yeu }}") + draft

    def _opening(self) -> Iterator[tuple[str, Sequence[Line], list[Element]]]:
        """Yield what docgen's template has between head and text, the last first."""
        paper, of = self.paper, self.pieces.of
        if bases := of("in can_cu"):
            yield "Căn cứ", [each.whole for each in paper.can_cu], bases
        if addressees := of("if kinh_gui") + of("if noi_gui") or of("{{ kinh_gui }}"):
            yield "Kính gửi", paper.kinh_gui, addressees
        if not paper.is_cong_van:
            yield "Trích yếu", paper.trich_yeu, of("{{ trich_yeu }}") + of("ke.trich_yeu")
            yield "Tên loại", _there(paper.ten_loai), of("ten_loai")

    def _foot(self) -> Iterator[tuple[str, Sequence[Line], list[Element]]]:
        paper, of = self.paper, self.pieces.of
        signed = paper.chu_ky[0] if paper.chu_ky else None
        if len(paper.chu_ky) > 1:
            self.left.append(_SEVERAL.format(count=len(paper.chu_ky)))
        yield "Nơi nhận", _there(paper.noi_nhan), of("Nơi nhận:")
        yield "Danh sách nơi nhận", paper.danh_sach, of("in noi_nhan")
        name, signer = _there(signed.ho_ten if signed else None), of("{{ ho_ten }}")
        yield "Quyền hạn, chức vụ", signed.quyen_han if signed else (), of("in quyen_han") + ([] if name else signer)
        yield "Họ tên người ký", name, signer

    def _ranks(self, parts: _Parts) -> list[int]:
        """Return which blocks of the body hold the lines of `parts`."""
        return [self.tops.index(self._top(line)) for _, lines, _ in parts for line in lines]

    def _top(self, line: Line) -> Element:
        element = self.edited.twin(line.paragraph.element)
        return next(each for each in (element, *element.iterancestors()) if each.getparent() is self.body)

    def _tag(self, name: str, lines: Sequence[Line], tags: Iterable[Element]) -> None:
        """Put `tags` in the place of `lines`, the words of the component `name`."""
        first = self.edited.twin(lines[0].paragraph.element)
        for tag in tags:
            first.addprevious(tag)
        for line in lines:
            self.used.setdefault(self.edited.twin(line.paragraph.element), (line.paragraph, []))[1].append(line.words)
        self.taken.append((name, " / ".join(line.words for line in lines)))

    def _placed(self, name: str, parts: _Parts, tag: str) -> list[Element]:
        """Tag the `parts` of head or foot and return the block that holds them: the paper's table, else docgen's with `tag`."""
        parts = [part for part in parts if part[1]]
        lines = [line for _, those, _ in parts for line in those]
        tops = list(dict.fromkeys(self._top(line) for line in lines))
        if all(line.paragraph.place and line.paragraph.story == "body" for line in lines) and len(tops) == 1:
            for part in parts:
                self._tag(*part)
            return tops
        self.left.append(_OWN_TABLE.format(name=name))
        self.taken += [(each, " / ".join(line.words for line in those)) for each, those, _ in parts]
        place = self.pieces.block(tag)
        table = self.pieces.blocks(place, place + 1)
        (tops[0].addprevious if tops else self.body.append)(table[0])
        for top in tops:
            self.body.remove(top)
        return table

    def _clear(self) -> None:
        """Take away the paragraphs whose words became tags, and lines drawn beside them; other words in them stay."""
        around = {element.getparent() for element in self.used}  # whose lines docgen's own take the place of
        head = self.paper.head
        drafts = [each.whole for table in head.tables for each in table.paragraphs if _DRAFT.match(each.words)]
        for mark in _there(self.paper.nguoi_soan, *(() if self.paper.is_cong_van else head.trich_yeu_cong_van), *drafts):
            self.used.setdefault(self.edited.twin(mark.paragraph.element), (mark.paragraph, []))[1].append(mark.words)
            self.left.append(_DROPPED.format(words=mark.words))
        for element, (paragraph, taken) in self.used.items():
            rest = paragraph.words
            for words in taken:
                rest = rest.replace(words, " ", 1)
            if _says(rest):
                element.addprevious(paragraph_of(element.getparent(), " ".join(rest.split())))
            element.getparent().remove(element)
        motto = head.tieu_ngu
        for paragraph in self.paper.view.paragraphs:
            element = self.edited.twin(paragraph.element)
            is_line = (paragraph.rules or paragraph.words) and not _says(paragraph.words)
            of_motto = motto is not None and paragraph.number == motto.paragraph.number + 1  # which stays as it is
            if is_line and not of_motto and element.getparent() in around:
                element.getparent().remove(element)
        for cell in self.body.iter(f"{W}tc"):
            if cell[-1].tag != f"{W}p":
                etree.SubElement(cell, f"{W}p")
            elif _SUPERIOR.fullmatch("".join(map(text_of, cell))):  # a cell without a paragraph is no Word file
                for words in ("{%p if not co_quan_chu_quan %}", "", "{%p endif %}"):
                    paragraph_of(cell, words)

    def _whole(self, text: list[Element], last: list[Element], tail: list[Element], gone: list[Element]) -> Grafted:
        """Put text and appendices into their places, with docgen's styles and the paper's pages, and return the template."""
        for each in (*gone, *self.body.findall(f"{W}sectPr")):
            if each.getparent() is self.body:
                self.body.remove(each)
        for piece in text:
            last[0].addprevious(piece)
        *appendices, own = tail
        [place] = [each for piece in appendices for each in piece.iter(f"{W}sectPr")]
        upright, aside = self._pages(place, own)
        place.getparent().replace(place, upright)
        self.body.extend([*appendices, aside])
        for mark in list(self.body.iter(*_MARKS)):
            mark.getparent().remove(mark)
        state = _there(self.paper.head.quoc_hieu, self.paper.head.tieu_ngu)
        view = self.paper.view
        stay = (each for each in view.paragraphs if self.body in self.edited.twin(each.element).iterancestors())
        kept = [each for each in stay if _says(each.words)]
        fixed = [each.words for each in kept if all(line.paragraph is not each for line in state)]
        self.left += [_FIXED.format(words=shortened(words, _SHOWN)) for words in fixed]
        looks = looks_of(self.paper)
        if missing := [name.lower() for name in _SAMPLED if name not in looks]:
            self.left.append(_NO_SAMPLE.format(names=", ".join(missing)))
        sheet = next(each.target for each in self.package.relations.values() if each.kind == "styles" and each.target)
        styled(self.edited.root(sheet), parsed_part(self.base["word/styles.xml"]), looks)
        return Grafted(packed(handed_on(self.edited.written(), self.package, self.base)), tuple(self.taken), tuple(self.left))

    def _pages(self, own_upright: Element, own: Element) -> tuple[Element, Element]:
        """Return the properties of the upright pages and of those on their side: the paper's, else docgen's `own`."""
        upright, aside = deepcopy(self.sections[0]), deepcopy(own)
        sections = zip(self.sections, self.paper.view.sections, strict=True)
        lying = next((deepcopy(each) for each, view in sections if view.landscape), None)
        if lying is not None:
            aside.replace(aside.find(f"{W}pgMar"), lying.find(f"{W}pgMar"))
        for each in [*upright.iterchildren(f"{W}type", f"{W}sectPrChange")]:
            upright.remove(each)
        if not any("PAGE" in each.fields for head in self.paper.first_section.headers for each in head.paragraphs):
            for each in upright.findall(f"{W}headerReference"):
                upright.remove(each)
            upright[:0] = deepcopy(own_upright.findall(f"{W}headerReference"))
            if upright.find(f"{W}titlePg") is None:
                upright.append(etree.Element(f"{W}titlePg"))
        return upright, aside
