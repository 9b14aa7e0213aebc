"""The running text of a paper, for the rules that read words: all of it in one string, and faults made from what was hit."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import accumulate, islice
from typing import Final, NamedTuple
from weakref import WeakKeyDictionary

from docgen.check.anatomy import Paper
from docgen.check.anatomy.vocabulary import is_stamped
from docgen.check.finding import Fault, Severity
from docgen.check.gauges.lettering import gathered
from docgen.check.ink import Span
from docgen.check.mends import Words
from docgen.check.view import Line, Paragraph
from docgen.text.wording import MARKER

_AROUND: Final = 28  # characters of a quotation on each side
_NEAR: Final = 80
_MOST_HITS: Final = 300
_MOST_SPANS: Final = 500
_MARKED: Final = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
LOWER: Final = "a-z" + _MARKED  # for classes of characters: the range à-ỹ holds capitals too
UPPER: Final = "A-Z" + _MARKED.upper()


class Hit(NamedTuple):
    """Something wrong between two places of a text: what is said of it, how to mend it."""

    start: int
    end: int
    message: str
    remedy: str
    severity: Severity | None = None
    right: str | None = None  # what has to stand there instead, where the decree leaves no other word


Finder = Callable[[str], Iterable[Hit]]


class Prose:
    """Paragraphs and their texts as one string, a line feed between two."""

    def __init__(self, paragraphs: Iterable[Paragraph]) -> None:
        self.paragraphs = tuple(paragraphs)
        texts = [paragraph.text for paragraph in self.paragraphs]
        self.text = "\n".join(texts)
        self._starts = list(accumulate((len(text) + 1 for text in texts), initial=0))

    def pieces(self, start: int, end: int) -> Iterator[tuple[Paragraph, int, int]]:
        """Yield each paragraph between two places of the text, with where they begin and end in it."""
        for index in range(bisect_right(self._starts, start) - 1, len(self.paragraphs)):
            paragraph, offset = self.paragraphs[index], self._starts[index]
            if offset >= end:
                return
            yield paragraph, max(0, start - offset), min(end - offset, len(paragraph.text))

    def excerpt(self, start: int, end: int) -> Line:
        """Return the words around the place from `start` to `end` of the text, as a report quotes them."""
        index = bisect_right(self._starts, start) - 1
        paragraph, offset = self.paragraphs[index], self._starts[index]
        return _around(paragraph, start - offset, min(end - offset, len(paragraph.text)))


class Proses:
    """The prose of a paper, read as far as a rule needs it."""

    def __init__(self, paper: Paper) -> None:
        apart = _head(paper) | _signature(paper)
        named = [paragraph for paragraph in _all(paper) if id(paragraph) not in apart]
        lists = {id(line.paragraph) for line in (*paper.kinh_gui, *paper.danh_sach, paper.noi_nhan) if line is not None}
        pointing = {id(phu_luc.kem_theo.paragraph) for phu_luc in paper.phu_luc if phu_luc.kem_theo is not None}
        self._running = {id(each) for each in (*paper.main, *paper.can_cu, *(line.paragraph for line in paper.trich_yeu))}
        written = [each for each in named if id(each) not in lists and not self._is_laid_out(each) and not _is_unfinished(each)]
        self._named, self._written, self._pointing = named, written, pointing

    def _is_laid_out(self, paragraph: Paragraph) -> bool:
        """Return whether it stands in a table without lines that is no frame around the text."""
        framed = id(paragraph) in self._running
        return paragraph.place is not None and not paragraph.place.table.ruled and not framed

    @cached_property
    def named(self) -> Prose:
        """Return every paragraph in which names are written: all but the head and the signature."""
        return Prose(self._named)

    @cached_property
    def written(self) -> Prose:
        """Return the sentences: neither head, recipients nor signature, nor the cells of tables without lines."""
        return Prose(self._written)

    @cached_property
    def flowing(self) -> Prose:
        """Return the sentences outside tables."""
        return Prose(each for each in self._written if each.place is None or id(each) in self._running)

    @cached_property
    def citing(self) -> Prose:
        """Return the sentences without the lines that only point from an appendix to its paper."""
        return Prose(paragraph for paragraph in self._written if id(paragraph) not in self._pointing)


_READ: Final[WeakKeyDictionary[Paper, Proses]] = WeakKeyDictionary()


def prose(paper: Paper) -> Proses:
    """Return the prose of `paper`, read once for all rules."""
    if paper not in _READ:
        _READ[paper] = Proses(paper)
    return _READ[paper]


def faults(texts: Prose, find: Finder, *, mended: bool = False) -> Iterator[Fault]:
    """Yield a fault for what `find` hits in `texts`, the same thing in many places as one; `mended`: with what mends each."""
    hits = islice(find(texts.text), _MOST_HITS)
    return gathered(_fault(texts, hit, mended=mended) for hit in hits)


def _fault(texts: Prose, hit: Hit, *, mended: bool) -> Fault:
    places = list(texts.pieces(hit.start, hit.end)) if mended and hit.right is not None else []
    mends = tuple(Words(each, each.text[start:end], hit.right or "", start=start) for each, start, end in places)
    excerpt = texts.excerpt(hit.start, hit.end)
    return Fault(excerpt, hit.message, hit.remedy, severity=hit.severity, mends=mends if len(mends) == 1 else ())


def rewritten(start: int, wrong: str, right: str) -> Hit:
    """Return the hit of words that have to be written another way."""
    return Hit(start, start + len(wrong), f"“{wrong}” phải viết “{right}”", f"gõ lại: {right}", right=right)


def begins_nothing(text: str, place: int) -> bool:
    """Return whether the word at `place` stands behind a word or a comma, and so begins no sentence, item or quotation."""
    return place >= 2 and text[place - 1] == " " and (text[place - 2].isalpha() or text[place - 2] == ",")


def lowered(text: str) -> str:
    """Return `text` in small letters, each at the place that it had."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(each.lower() if len(each.lower()) == 1 else each for each in text)


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the paragraph around a place begins and ends, as far as it is near."""
    first, last = text.rfind("\n", max(0, start - _NEAR), start), text.find("\n", end, end + _NEAR)
    return first + 1 if first >= 0 else max(0, start - _NEAR), last if last >= 0 else min(len(text), end + _NEAR)


def places(text: str, words: str) -> Iterator[int]:
    """Yield every place where `words` stand in `text`."""
    place = text.find(words)
    while place >= 0:
        yield place
        place = text.find(words, place + 1)


def _around(paragraph: Paragraph, start: int, end: int) -> Line:
    text = paragraph.text
    if len(paragraph.spans) > _MOST_SPANS:
        return paragraph.whole
    blank = text.rfind(" ", max(0, start - _NEAR), max(0, start - _AROUND))
    first = blank + 1 if blank >= 0 else max(0, start - _NEAR)
    last = text.find(" ", min(len(text), end + _AROUND), end + _NEAR)
    return Line(paragraph, tuple(_cut(paragraph.spans, first, last if last >= 0 else min(len(text), end + _NEAR))))


def _cut(spans: tuple[Span, ...], first: int, last: int) -> Iterator[Span]:
    place = 0
    for span in spans:
        kept = span.text[max(0, first - place) : max(0, last - place)]
        place += len(span.text)
        if kept:
            yield Span(kept, span.face, span.automatic)


def _all(paper: Paper) -> Iterator[Paragraph]:
    written = (each for each in paper.view.paragraphs if each.story in ("body", "box") and each.words)
    return (each for each in written if not is_stamped(each))


def _head(paper: Paper) -> set[int]:
    head = paper.head
    single = (head.quoc_hieu, head.tieu_ngu, head.so_ky_hieu, head.dia_danh, head.khan, head.mat, head.luu_hanh)
    lines = (*(line for line in single if line is not None), *head.chu_quan, *head.ban_hanh)
    return {id(line.paragraph) for line in lines}


def _signature(paper: Paper) -> set[int]:
    blocks = [(*block.quyen_han, block.ho_ten) for block in paper.chu_ky]
    return {id(line.paragraph) for block in blocks for line in block if line is not None}


def _is_unfinished(paragraph: Paragraph) -> bool:
    """Return whether words of Word's own stand in the sentence, of which another rule speaks; its marks are not the writer's."""
    return bool(paragraph.placeholders) or "Error!" in paragraph.text or "Lỗi!" in paragraph.text


def find_blanks_to_fill(text: str) -> Iterator[re.Match[str]]:
    """Yield the visible blanks in `text`, those too that are broken over lines or paragraphs."""
    return MARKER.finditer(text.replace("\n", " "))


def places_to_fill(paragraphs: Iterable[Paragraph]) -> dict[int, list[tuple[int, int]]]:
    """Return by the `id` of each paragraph that has one where visible blanks begin and end in its text."""
    texts = Prose(paragraphs)
    found: dict[int, list[tuple[int, int]]] = {}
    for blank in find_blanks_to_fill(texts.text):
        for paragraph, start, end in texts.pieces(blank.start(), blank.end()):
            found.setdefault(id(paragraph), []).append((start, end))
    return found
