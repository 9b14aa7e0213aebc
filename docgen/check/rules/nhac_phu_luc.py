"""Rule of the pointers to an appendix: the text names each, and what it names is there (PL I.III.1.a)."""

import re
from collections.abc import Container, Iterator
from typing import Final

from docgen.check.anatomy import Paper, PhuLuc
from docgen.check.anatomy.attachments import appendices, names_its_kind
from docgen.check.finding import Fault, Rules, Severity, Verdicts, applies
from docgen.check.view import Paragraph
from docgen.text.patterns import lazy_re
from docgen.text.wording import roman_value

rule = Rules("Phụ lục")
_POINTER: Final = lazy_re(
    r"phụ lục|kèm theo|(?:đính|gửi|gởi|ban hành) kèm|(?:danh sách|danh mục|biểu|bảng)\b[^.;]{0,30}\bkèm", re.I
)
_NAMES_ONE: Final = lazy_re(r"phụ lục|danh sách|danh mục|biểu|bảng", re.I)  # in a cell “kèm theo” alone may say it of anything
_MENTIONS: Final = lazy_re(r"kèm|Kèm|KÈM|phụ lục|Phụ lục|Phụ Lục|PHỤ LỤC")
_PROMISE: Final = lazy_re(r"\(phụ lục|\b(?:kèm|kèm theo|tại|theo|xem|có) (?:các )?phụ lục|phụ lục[^.;]{0,25}(?:kèm|này)", re.I)
_ELSEWHERE: Final = lazy_re(
    r"(?:nghị định|thông tư|quyết định|nghị quyết|chỉ thị|công văn|văn bản|kế hoạch|hướng dẫn|tờ trình|báo cáo|thông báo"
    r"|công điện|chương trình|đề án)(?: liên tịch)? số|\bluật [a-zđ]|hiến pháp|bộ luật|phụ lục hợp đồng|\d/\d{4}/|\d/[a-zđ]{2}",
    re.I,
)
_THIS: Final = lazy_re(r"\bnày\b", re.I)
_SENTENCE_END: Final = lazy_re(r"[.;:)](?:\s|$)")
_NUMBERS: Final = lazy_re(
    r"phụ lục(?: số)? ((?:[IVXLC]+|\d+)(?:(?:, | và |, và | đến |; | - |-)(?:phụ lục )?(?:[IVXLC]+|\d+))*)\b", re.I
)
_NUMBER: Final = lazy_re(r"[IVXLC]+|\d+", re.I)
_LABEL_NUMBER: Final = lazy_re(r"phụ lục(?: số)? ([IVXLC]+|\d{1,4})\b", re.I)
_STRAY: Final = 3  # paragraphs behind the signature that may be remarks
_CLAUSE_LENGTH: Final = 90  # characters
_WHOLE_SERIES: Final = lazy_re(
    r"các phụ lục(?! (?:[IVXLC]+|\d))|phụ lục (?:kèm|đính|gửi|này|trên)|(?:danh mục|danh sách|biểu).{0,40}kèm", re.I
)


@rule("A01", Severity.ERROR, "PL I.III.1.a")
def nhac_phu_luc(paper: Paper) -> Verdicts:
    """Văn bản có phụ lục thì trong nội dung phải có chỉ dẫn đến từng phụ lục, và phụ lục đã nhắc đến thì phải có.

    Phụ lục có thể ở tệp riêng, nên nhắc mà không có trong tệp chỉ là cảnh báo.

    Đạt: các nhiệm vụ cụ thể được phân công tại Phụ lục kèm theo Kế hoạch này
    Không đạt: có phụ lục ở cuối mà nội dung không nhắc đến
    """
    applies(paper.is_whole)
    attached = appendices(paper.phu_luc)
    if not attached:
        place = _promise(paper)
        if place is not None and not paper.phu_luc:
            message = "Nội dung nhắc đến phụ lục kèm theo nhưng tệp này không có phụ lục"
            yield Fault(place, message, "thêm phụ lục, hoặc kiểm tra phụ lục ở tệp riêng", Severity.WARNING)
        elif place is not None and not any(map(names_its_kind, paper.phu_luc)) and any(map(_is_long, paper.phu_luc)):
            message = "Nội dung nhắc đến phụ lục, phần kèm theo không ghi chữ “Phụ lục”"
            remedy = "ghi “Phụ lục”, tên phụ lục và dòng “(Kèm theo …)” ở đầu phần kèm theo"
            first = next((each for each in paper.phu_luc[0].paragraphs if each.words), None)
            yield Fault(first, message, remedy, Severity.WARNING, "PL I.III.1.b")
        return
    running = {id(paragraph) for paragraph in (*paper.main, *paper.can_cu)}
    pointers = [
        words
        for paragraph in _text(paper)
        for words in _pointers(paragraph.words)
        if id(paragraph) in running or _NAMES_ONE.match(words)
    ]
    if not pointers and not (attached[0].label is None and _names_by_title(paper, attached[0])):
        message = "Văn bản có phụ lục nhưng nội dung không có chỉ dẫn đến phụ lục"
        remedy = "thêm chỉ dẫn vào nội dung, ví dụ “(chi tiết tại Phụ lục kèm theo)”"
        yield Fault(attached[0].label or attached[0].ten[0], message, remedy)
    elif pointers:
        yield from _unnamed([appendix for appendix in attached if appendix.label], pointers)


def _is_long(attached: PhuLuc) -> bool:
    return bool(attached.tables) or sum(bool(each.words) for each in attached.paragraphs) > _STRAY


def _names_by_title(paper: Paper, appendix: PhuLuc) -> bool:
    """Return whether the text names an appendix that lacks its word by what its title begins with: danh mục, biểu mẫu."""
    opening = re.escape(" ".join(appendix.ten[0].words.lower().split()[:2]))
    return any(re.search(rf"\b(?:tại|theo|trong) {opening}\b", paragraph.words.lower()) for paragraph in paper.main)


def _text(paper: Paper) -> Iterator[Paragraph]:
    """Yield the paragraphs in front of the first appendix, without those of a table of contents."""
    end = min((_start(appendix) for appendix in paper.phu_luc), default=None)
    for paragraph in paper.view.paragraphs:
        if end is not None and paragraph.number >= end:
            return
        if id(paragraph) not in paper.listed:
            yield paragraph


def _start(appendix: PhuLuc) -> int:
    heads = [line.paragraph.number for line in (appendix.label, *appendix.ten, appendix.kem_theo) if line is not None]
    return min(heads + [paragraph.number for paragraph in appendix.paragraphs], default=0)


def _pointers(words: str) -> Iterator[str]:
    """Yield what follows each mention of an attachment that is not another paper's own."""
    if not _MENTIONS.search(words):
        return
    for match in _POINTER.finditer(words):
        farthest = match.start() + _CLAUSE_LENGTH
        end = _SENTENCE_END.search(words, match.end(), farthest + 1)
        clause = words[match.start() : min(end.start(), farthest) if end else farthest]
        if not _ELSEWHERE.search(clause) or _THIS.search(clause):
            yield clause


def _promise(paper: Paper) -> Paragraph | None:
    """Return the paragraph that promises an appendix of this very paper."""
    for paragraph in paper.main:
        if not _MENTIONS.search(paragraph.words):
            continue
        for match in _PROMISE.finditer(paragraph.words):
            rest = paragraph.words[match.start() : match.end() + 60]
            if not _ELSEWHERE.search(rest) or _THIS.search(rest):
                return paragraph
    return None


def _unnamed(labelled: list[PhuLuc], pointers: list[str]) -> Iterator[Fault]:
    """Yield a warning for numbered appendices that the text, naming others by number, does not name."""
    series = [listed for words in pointers for listed in _series(words)]
    if len(labelled) < 2 or not series or any(_WHOLE_SERIES.search(words) for words in pointers):
        return
    for appendix in labelled:
        label = appendix.label
        number = _LABEL_NUMBER.match(label.words) if label else None
        if number and not any(_value(number.group(1)) in listed for listed in series):
            message = f"Nội dung không có chỉ dẫn đến Phụ lục {number.group(1)}"
            yield Fault(label, message, "thêm chỉ dẫn đến phụ lục này vào nội dung", Severity.WARNING)


def _series(words: str) -> Iterator[Container[int]]:
    """Yield the numbers of each row of appendices in `words`: "I, III", "I đến V"."""
    for match in _NUMBERS.finditer(words):
        listed = [_value(number) for number in _NUMBER.findall(match.group(1).replace("phụ lục", ""))]
        yield range(min(listed), max(listed) + 1) if re.search(r"đến|-", match.group(1)) else listed


def _value(number: str) -> int:
    return int(number) if number.isdigit() else roman_value(number)
