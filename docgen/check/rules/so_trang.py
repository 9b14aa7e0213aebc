"""Rules of the page number: where it stands, that the first page has none, how it is set (PL I.I.7)."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from docgen.check.anatomy import Paper
from docgen.check.finding import CannotJudge, Fault, Rules, Severity, Verdicts, applies, found
from docgen.check.gauges.lettering import face_faults, gathered
from docgen.check.gauges.pages import number_paragraphs, takes_many_pages
from docgen.check.mends import Erased, Layout, Mend, Numbered, Sheet, Words
from docgen.check.view import Block, CellPlace, PageHead, Paragraph, Section
from docgen.decree30 import COMPONENTS
from docgen.text.patterns import lazy_re

rule = Rules("Số trang")

_SIZES: Final = COMPONENTS["Số trang"].sizes
_TYPED_NUMBER: Final = lazy_re(r"[-–— ]*(?:trang )?\d{1,2}[-–— ]*", re.IGNORECASE)
_AROUND: Final = lazy_re(r"(\D*)(\d+)(\D*)")  # a number, and what stands before and behind it
_DECORATION: Final = lazy_re(r"(?:trang|tr\.?|page|\d+|[-–—/|~.\[\]() ])*", re.IGNORECASE)
_TABS_TO_THE_MIDDLE: Final = range(5, 9)  # of 12.7 mm, where no stop is set
_MIDDLE: Final = (0.35, 0.65)
_FORMAT: Final = lazy_re(r"^PAGE\b.*\\\*\s*(?!MERGEFORMAT|CHARFORMAT)(\w+)", re.IGNORECASE)
_NOT_ARABIC: Final = ("upperroman", "lowerroman", "upperletter", "lowerletter", "cardinaltext", "ordinaltext", "ordinal")
_PUSHED: Final = 10  # blanks that push a number towards the middle
_PUT_IN_HEADER: Final = "chèn số trang ở đầu trang, canh giữa; bỏ số ở trang đầu"


class _Part(NamedTuple):
    """The paper itself or one of its appendices: its blocks and its sections."""

    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]

    def has_number(self) -> bool:
        return any(number_paragraphs(section, section.headers) for section in self.sections)

    def is_long(self) -> bool | None:
        own_pages = [section for section in self.sections[1:] if section.kind not in ("continuous", "nextColumn")]
        return True if own_pages else takes_many_pages(self.blocks, self.sections[0])


def _parts(paper: Paper) -> list[_Part]:
    """Return the paper up to its first appendix on pages of its own, then each of these appendices."""
    starts = [0, *sorted({each.section for each in paper.phu_luc if each.starts_section and each.section})]
    ends = [*starts[1:], len(paper.view.sections)]
    return [
        _Part(tuple(block for block in paper.view.blocks if start <= block.section < end), paper.view.sections[start:end])
        for start, end in zip(starts, ends, strict=True)
    ]


@rule("P06", Severity.ERROR, "PL I.I.7")
def so_trang(paper: Paper) -> Verdicts:
    """Văn bản nhiều trang có số trang từ 1, chữ số Ả Rập, canh giữa trong phần lề trên.

    Đạt: số 2 ở giữa lề trên của trang thứ hai
    Không đạt: số trang ở chân trang, hoặc ở góc phải
    """
    applies(paper.is_whole)
    sections = paper.view.sections
    parts = _parts(paper)
    lengths = [part.is_long() for part in parts]
    in_footer = [each for section in sections for each in number_paragraphs(section, section.footers)]
    if in_footer:
        where = "Số trang ở chân trang" if all(map(_is_centred, in_footer)) else "Số trang ở chân trang và không canh giữa"
        anew = _numbered(sections)
        mends = anew if Numbered(None) in anew else (*(Erased(each) for each in dict.fromkeys(in_footer)), *anew)
        message, remedy = f"{where}, phải ở đầu trang, canh giữa", f"bỏ số ở chân trang, {_PUT_IN_HEADER}"
        yield Fault(in_footer[0], message, remedy, mends=mends)
        return
    wrong = [*_wrong_start(sections[0]), *gathered(_not_arabic(sections)), *gathered(_off_centre(sections))]
    yield from wrong
    if not wrong:
        counted = paper.view.pages > 1 if paper.view.pages and len(parts) == 1 else None
        unnumbered = [length for part, length in zip(parts, lengths, strict=True) if not part.has_number()]
        yield from _missing([counted if length is None else length for length in unnumbered], sections)


def _numbered(sections: tuple[Section, ...]) -> tuple[Mend, ...]:
    """Return what puts the number into the headers of all pages but the first."""
    found: dict[Paragraph | None, Numbered] = {}
    for section in sections:
        kinds = ("default", "even") if section.even_and_odd else ("default",)
        heads = {head.kind: head for head in section.headers}
        for kind in kinds:
            paragraphs = heads[kind].paragraphs if kind in heads else ()
            if not any("PAGE" in each.fields for each in paragraphs):
                blank = next((each for each in paragraphs if not each.text and not each.rules and each.place is None), None)
                found[blank] = Numbered(blank)
    title = () if sections[0].title_page else (Sheet(0, title_page=True),)
    return (*(found[each] for each in sorted(found, key=lambda blank: blank is not None)), *title)


def _wrong_start(section: Section) -> Iterator[Fault]:
    if section.start not in (None, 1) and number_paragraphs(section, section.headers):
        mends = (Sheet(0, start=1),)
        yield Fault(None, f"Số trang bắt đầu từ {section.start}, phải từ 1", "đặt số trang bắt đầu từ 1", mends=mends)


def _not_arabic(sections: tuple[Section, ...]) -> Iterator[Fault]:
    for section in sections:
        for each in number_paragraphs(section, section.headers):
            switches = [switch for code in each.codes if (switch := _FORMAT.search(code))]
            shown = section.number_format if not switches else ""
            if any(not switch[1].lower().startswith("arabic") for switch in switches) or shown.lower() in _NOT_ARABIC:
                message, remedy = "Số trang không phải chữ số Ả Rập", "trong Format Page Numbers chọn 1, 2, 3, …"
                yield Fault(each, message, remedy)


def _off_centre(sections: tuple[Section, ...]) -> Iterator[Fault]:
    for section in sections:
        for each in number_paragraphs(section, section.headers):
            if not _is_centred(each):
                mends = () if "\t" in each.text or each.place else (Layout(each, align="center", left=0.0, first_line=0.0),)
                yield Fault(each, "Số trang không canh giữa", "canh giữa số trang ở đầu trang", mends=mends)


def _is_centred(paragraph: Paragraph) -> bool:
    before = re.split(r"\d", paragraph.text, maxsplit=1)[0]
    if "\t" in before:
        tabs = before.count("\t")
        return paragraph.tab_stops[tabs - 1] == "center" if len(paragraph.tab_stops) >= tabs else tabs in _TABS_TO_THE_MIDDLE
    if paragraph.place is not None and not _in_middle(paragraph.place):
        return False
    return paragraph.align == "center" or before.count(" ") >= _PUSHED


def _in_middle(place: CellPlace) -> bool:
    """Return whether a cell stands in the middle of its table, as far as its widths tell."""
    cells = place.table.rows[place.row].cells if place.row < len(place.table.rows) else ()
    widths = [cell.width for cell in cells]
    if not cells or None in widths:
        return True
    before = sum(cell.width or 0.0 for cell in cells if cell.column < place.column)
    middle = (before + (place.width or 0.0) / 2) / max(sum(cell.width or 0.0 for cell in cells), 1.0)
    return _MIDDLE[0] <= middle <= _MIDDLE[1]


def _missing(lengths: list[bool | None], sections: tuple[Section, ...]) -> Iterator[Fault]:
    """Yield the fault of a paper whose parts without page number are long by `lengths`."""
    if True in lengths:
        message = "Văn bản nhiều trang nhưng không có số trang ở đầu trang"
        yield Fault(None, message, _PUT_IN_HEADER, mends=_numbered(sections))
    elif None in lengths:
        raise CannotJudge("không biết văn bản dài mấy trang để xét số trang")


@rule("P07", Severity.ERROR, "PL I.I.7")
def trang_dau(paper: Paper) -> Verdicts:
    """Trang thứ nhất không hiển thị số trang.

    Số ở đầu trang hay ở chân trang đều là hiển thị.

    Đạt: đầu trang của trang thứ nhất để trống
    Không đạt: số 1 ở đầu trang thứ nhất
    """
    applies(paper.is_whole)
    section = paper.first_section
    kind = "first" if section.title_page else "default"
    heads: list[PageHead] = [head for head in (*section.headers, *section.footers) if head.kind == kind]
    for paragraph in (each for head in heads for each in head.paragraphs):
        if _shows_number(paragraph):
            remedy = "chọn Different First Page và để trống ở trang đầu"
            yield Fault(paragraph, "Trang đầu hiển thị số trang", remedy, mends=_first_without(section, paragraph))
            return


def _first_without(section: Section, paragraph: Paragraph) -> tuple[Mend, ...]:
    """Return what leaves the first page without `paragraph`, none where something else would be printed there then."""
    if section.title_page:
        return (Erased(paragraph),)
    others = (head for head in (*section.headers, *section.footers) if head.kind == "first")
    return () if any(each.words for head in others for each in head.paragraphs) else (Sheet(0, title_page=True),)


def _shows_number(paragraph: Paragraph) -> bool:
    if paragraph.fields:
        return "PAGE" in paragraph.fields and "IF" not in paragraph.fields
    return _TYPED_NUMBER.fullmatch(paragraph.words) is not None


@rule("P08", Severity.WARNING, "PL I.I.7, V #14")
def chu_so_trang(paper: Paper) -> Verdicts:
    """Số trang là chữ số đứng, cỡ 13 đến 14, không kèm chữ hay gạch.

    Đạt: 2
    Không đạt: Trang 2/5; - 2 -; số trang cỡ 11
    """
    applies(paper.is_whole)
    sections = paper.view.sections
    numbered = [each for section in sections for each in number_paragraphs(section, section.headers)]
    applies(numbered)
    shown = found([each for each in numbered if each.words], "chữ số của số trang để xem cỡ chữ")
    yield from gathered(fault for each in shown for fault in _number_faults(each))


def _number_faults(paragraph: Paragraph) -> Iterator[Fault]:
    yield from face_faults(paragraph.whole, "Số trang", sizes=_SIZES, italic=False)
    if not paragraph.words.isdigit() and _DECORATION.fullmatch(paragraph.words):
        message, around = f"Số trang ghi “{paragraph.words}”, nên chỉ ghi chữ số", _AROUND.fullmatch(paragraph.text)
        typed = ((around[1], False), (around[3], True)) if around else ()
        mends = tuple(Words(paragraph, words, "", last=last) for words, last in typed if words.strip())
        yield Fault(paragraph, message, "bỏ chữ và dấu quanh số trang", mends=mends)
