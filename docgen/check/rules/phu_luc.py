"""Rules of an appendix: that the text names it, its label, its title, its own pages (PL I.III.1)."""

import re
from collections.abc import Container, Iterator
from typing import Final

from docgen.check.anatomy import Paper, PhuLuc
from docgen.check.anatomy.attachments import lacks_label
from docgen.check.finding import CannotJudge, Fault, Rules, Severity, Verdicts, applies, found
from docgen.check.gauges.lettering import counted, face_faults, lettering
from docgen.check.view import Line, Paragraph
from docgen.decree30 import COMPONENTS
from docgen.text.patterns import lazy_re
from docgen.text.wording import roman_value

rule = Rules("Phụ lục")
_POINTER: Final = lazy_re(
    r"phụ lục|kèm theo|(?:đính|gửi|gởi|ban hành) kèm|(?:danh sách|danh mục|biểu|bảng)\b[^.;]{0,30}\bkèm", re.I
)
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
_CLAUSE_LENGTH: Final = 90  # characters
_WHOLE_SERIES: Final = lazy_re(
    r"các phụ lục(?! (?:[IVXLC]+|\d))|phụ lục (?:kèm|đính|gửi|này|trên)|(?:danh mục|danh sách|biểu).{0,40}kèm", re.I
)
_LABEL: Final = "“Phụ lục”"
_WORD: Final = "Phụ lục"
_LABEL_SIZE: Final = COMPONENTS["Phụ lục"].sizes
_TITLE_SIZES: Final = COMPONENTS["Tên phụ lục"].sizes
_PARTS: Final = lazy_re(
    r"((?i:phụ\s+lục))(?:\s+(?i:số))?(?:[\s:]+(?:([IVXLC]+|\d+)([.\-]?\d{1,2}|/(?:\d{1,2}|[IVXLC]+)|[a-zA-Z])?|([A-Z]))(?!\w))?\s*[.:\-–]*\s*(.*)$"
)
_ROMAN: Final = lazy_re(r"[IVXLC]+$")
_LOWER_SHARE: Final = 0.3
_BRACKETS: Final = lazy_re(r"\([^)]*\)?")


@rule("A01", Severity.ERROR, "PL I.III.1.a")
def nhac_phu_luc(paper: Paper) -> Verdicts:
    """Văn bản có phụ lục thì trong nội dung phải có chỉ dẫn đến từng phụ lục, và phụ lục đã nhắc đến thì phải có.

    Phụ lục có thể ở tệp riêng, nên nhắc mà không có trong tệp chỉ là cảnh báo.

    Đạt: các nhiệm vụ cụ thể được phân công tại Phụ lục kèm theo Kế hoạch này
    Không đạt: có phụ lục ở cuối mà nội dung không nhắc đến
    """
    applies(paper.is_whole)
    attached = [appendix for appendix in paper.phu_luc if appendix.label or lacks_label(appendix)]
    if not attached:
        if not paper.phu_luc and (place := _promise(paper)) is not None:
            message = "Nội dung nhắc đến phụ lục kèm theo nhưng tệp này không có phụ lục"
            yield Fault(place, message, "thêm phụ lục, hoặc kiểm tra phụ lục ở tệp riêng", Severity.WARNING)
        return
    pointers = [words for paragraph in _text(paper) for words in _pointers(paragraph.words)]
    if not pointers:
        message = "Văn bản có phụ lục nhưng nội dung không có chỉ dẫn đến phụ lục"
        opening = attached[0].label or attached[0].ten[0]
        yield Fault(opening, message, "thêm chỉ dẫn vào nội dung, ví dụ “(chi tiết tại Phụ lục kèm theo)”")
    else:
        yield from _unnamed([appendix for appendix in attached if appendix.label], pointers)


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


@rule("A02", Severity.ERROR, "PL I.III.1.a, b")
def nhan_phu_luc(paper: Paper) -> Verdicts:
    """Từ “Phụ lục” và số thứ tự đứng một dòng riêng, canh giữa, in thường, cỡ chữ 14, đứng, đậm; từ hai phụ lục thì ghi số La Mã.

    Một phụ lục duy nhất thì không cần số thứ tự.

    Đạt: Phụ lục I
    Không đạt: PHỤ LỤC 01
    """
    labels = [appendix.label for appendix in paper.phu_luc if appendix.label]
    without = [appendix for appendix in _behind_others(paper) if lacks_label(appendix)]
    applies(labels or without)
    for appendix in without:
        remedy = "ghi “Phụ lục” trên một dòng riêng, ở giữa, trên tên phụ lục"
        yield Fault(appendix.ten[0], "Văn bản kèm theo thiếu dòng “Phụ lục”", remedy)
    yield from counted((fault for label in labels for fault in _label_faults(label)), unit="phụ lục")
    yield from counted(_number_faults(paper, labels), unit="phụ lục")


@rule("A03", Severity.ERROR, "PL I.III.1.b")
def ten_phu_luc(paper: Paper) -> Verdicts:
    """Tên phụ lục canh giữa dưới chữ “Phụ lục”, in hoa, đứng, đậm, cỡ chữ 13 đến 14.

    Đạt: DANH MỤC NHIỆM VỤ NĂM 2026
    Không đạt: Danh mục nhiệm vụ năm 2026
    """
    labelled = [appendix for appendix in paper.phu_luc if appendix.label or lacks_label(appendix)]
    applies(labelled)
    lines = found([line for appendix in labelled for line in appendix.ten], "tên phụ lục")
    yield from counted(fault for line in lines for fault in _title_faults(line))


@rule("A05", Severity.ERROR, "PL I.III.1.đ")
def trang_phu_luc(paper: Paper) -> Verdicts:
    """Mỗi phụ lục được đánh số trang riêng, bắt đầu lại từ 1.

    Trong Word, mỗi phụ lục phải bắt đầu bằng một phần (section) mới, ở đó số trang đặt bắt đầu từ 1.

    Đạt: Phụ lục I từ trang 1, Phụ lục II lại từ trang 1
    Không đạt: văn bản chính đến trang 4, phụ lục tiếp tục từ trang 5
    """
    labelled = [appendix for appendix in _behind_others(paper) if appendix.label or lacks_label(appendix)]
    applies(labelled)
    if not _has_page_numbers(paper):
        raise CannotJudge("văn bản không có số trang")
    yield from counted((fault for appendix in labelled for fault in _page_faults(paper, appendix)), unit="phụ lục")


def _label_faults(label: Line) -> Iterator[Fault]:
    parts = _PARTS.match(label.words)
    if parts is not None:
        if " ".join(parts.group(1).split()) != _WORD:
            yield Fault(label, f"{_LABEL} phải là chữ in thường", "gõ lại bằng chữ in thường: Phụ lục")
        rest = parts.group(5)
        if rest and not rest.startswith("("):
            yield Fault(label, f"{_LABEL} và số thứ tự phải ở một dòng riêng", "đưa tên phụ lục xuống dòng dưới")
    if label.paragraph.align != "center":
        yield Fault(label, f"{_LABEL} phải canh giữa", "canh giữa (Ctrl+E)")
    yield from face_faults(lettering(label), _LABEL, sizes=_LABEL_SIZE, bold=True, italic=False)


def _number_faults(paper: Paper, labels: list[Line]) -> Iterator[Fault]:
    numbers = [(label, *_label_number(label)) for label in labels]
    for label, number, suffix in numbers:
        if not number and len(labels) > 1:
            yield Fault(label, "Có từ hai phụ lục thì mỗi phụ lục phải có số thứ tự La Mã", "ghi Phụ lục I, Phụ lục II…")
        elif number and not _ROMAN.match(number):
            message = f"Số thứ tự của phụ lục là “{number}{suffix}”, phải là số La Mã"
            yield Fault(label, message, "đánh số phụ lục bằng I, II, III…")
    if len(labels) == 1 and paper.is_whole and _ROMAN.match(numbers[0][1]) and not _others_named(paper):
        yield Fault(labels[0], "Chỉ có một phụ lục thì không cần số thứ tự", "bỏ số thứ tự, chỉ ghi “Phụ lục”", Severity.NOTE)
    values = [roman_value(number) for _, number, suffix in numbers if _ROMAN.match(number) and not suffix]
    if len(values) == len(labels) > 1 and values != list(range(values[0], values[0] + len(values))):
        shown = ", ".join(number for _, number, _ in numbers)
        yield Fault(labels[0], f"Số thứ tự các phụ lục không liên tục: {shown}", "đánh lại số thứ tự", Severity.WARNING)


def _label_number(label: Line) -> tuple[str, str]:
    parts = _PARTS.match(label.words)
    return (parts.group(2) or parts.group(4) or "", parts.group(3) or "") if parts else ("", "")


def _others_named(paper: Paper) -> bool:
    """Return whether the text names a second appendix, which may stand in a file of its own."""
    return any(re.search(r"phụ lục (?:số )?(?:II|2|02)\b|các phụ lục", paragraph.words, re.I) for paragraph in paper.main)


def _title_faults(line: Line) -> Iterator[Fault]:
    letters = [letter for letter in _BRACKETS.sub("", line.words) if letter.isalpha()]
    if letters and sum(map(str.islower, letters)) >= _LOWER_SHARE * len(letters):
        yield Fault(line, "Tên phụ lục phải là chữ in hoa", "gõ lại bằng chữ in hoa")
    if line.paragraph.align != "center":
        yield Fault(line, "Tên phụ lục phải canh giữa", "canh giữa (Ctrl+E)")
    yield from face_faults(lettering(line), "Tên phụ lục", sizes=_TITLE_SIZES, bold=True, italic=False)


def _behind_others(paper: Paper) -> tuple[PhuLuc, ...]:
    """Return the appendices that stand behind a paper or another appendix, and do not open a file of their own."""
    return paper.phu_luc if paper.is_whole else paper.phu_luc[1:]


def _has_page_numbers(paper: Paper) -> bool:
    heads = (head for section in paper.view.sections for head in (*section.headers, *section.footers))
    return any("PAGE" in paragraph.fields for head in heads for paragraph in head.paragraphs)


def _page_faults(paper: Paper, appendix: PhuLuc) -> Iterator[Fault]:
    head = appendix.label or appendix.ten[0]
    if not appendix.starts_section:
        remedy = "chèn ngắt phần (Section Break, Next Page) trước phụ lục, đặt số trang bắt đầu từ 1"
        yield Fault(head, "Phụ lục phải đánh số trang riêng, nhưng không bắt đầu một phần (section) mới", remedy)
    elif paper.view.sections[appendix.section].start != 1:
        remedy = "trong Format Page Numbers đặt Start at: 1"
        yield Fault(head, "Số trang của phụ lục phải bắt đầu lại từ 1", remedy)
