"""Rules of an appendix: its label, its title, its own pages (PL I.III.1)."""

import re
from collections.abc import Iterator
from typing import Final

from docgen.check.anatomy import Paper, PhuLuc
from docgen.check.anatomy.attachments import appendices, lacks_label
from docgen.check.finding import CannotJudge, Fault, Rules, Severity, Verdicts, applies, found
from docgen.check.gauges.lettering import counted, face_faults, lettering
from docgen.check.mends import Layout, Sheet, Words, retyped
from docgen.check.view import Line, Paragraph, Table
from docgen.decree30 import COMPONENTS
from docgen.text.patterns import lazy_re
from docgen.text.wording import roman, roman_value

rule = Rules("Phụ lục")
_LABEL: Final = "“Phụ lục”"
_WORD: Final = "Phụ lục"
_LABEL_SIZE: Final = COMPONENTS["Phụ lục"].sizes
_TITLE_SIZES: Final = COMPONENTS["Tên phụ lục"].sizes
_PARTS: Final = lazy_re(
    r"((?i:phụ\s+lục))(?:\s+(?i:số))?(?:[\s:]+(?:([IVXLC]+|\d+)([.\-]?\d{1,2}|/(?:\d{1,2}|[IVXLC]+)|[a-zA-Z])?|([A-Z]))(?!\w))?\s*[.:\-–]*\s*(.*)$"
)
_ARABIC: Final = lazy_re(r"phụ lục(?: số)? (\d{1,2})\b", re.I)
_OF_ANOTHER: Final = lazy_re(r"[^.;]{0,40}(?:nghị định|thông tư|quyết định|nghị quyết|công văn|kế hoạch)\s+số", re.I)
_ROMAN: Final = lazy_re(r"[IVXLC]+$")
_NUMBER: Final = lazy_re(r"0*[1-9]\d{0,2}")  # of an appendix, written in Arabic
_LOWER_SHARE: Final = 0.3
_COUNTED: Final = lazy_re(r"(?:biểu|bảng|danh mục)\s+(?:số\s+)?\d+\.?$", re.I)  # stands in the place of the label
_BRACKETS: Final = lazy_re(r"\([^)]*\)?")


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
    attached = appendices(paper.phu_luc)
    applies(attached)
    lines = [line for appendix in attached for line in appendix.ten if not _COUNTED.match(line.words)]
    untitled = [fault for appendix in attached for fault in _untitled_faults(appendix)]
    found(lines or untitled, "tên phụ lục")
    yield from counted(untitled, unit="phụ lục")
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
            typed = re.search(r"phụ\s+lục", label.text, re.IGNORECASE)
            mends = (Words(label, typed[0], _WORD),) if typed else ()
            yield Fault(label, f"{_LABEL} phải là chữ in thường", "gõ lại bằng chữ in thường: Phụ lục", mends=mends)
        rest = parts.group(5)
        if rest and not rest.startswith("("):
            message, broken = f"{_LABEL} và số thứ tự phải ở một dòng riêng", tuple(_on_its_line(label, rest))
            yield Fault(label, message, "đưa tên phụ lục xuống dòng dưới", mends=broken)
    if label.paragraph.align != "center":
        yield Fault(label, f"{_LABEL} phải canh giữa", "canh giữa (Ctrl+E)", mends=(Layout(label.paragraph, align="center"),))
    yield from face_faults(lettering(label), _LABEL, sizes=_LABEL_SIZE, bold=True, italic=False)


def _on_its_line(label: Line, rest: str) -> Iterator[Words]:
    """Yield what breaks the line before the title of an appendix, in the place of the mark that parts it from the label."""
    gap = re.search(rf"[\s.:–-]+(?={re.escape(rest)}$)", label.text.rstrip())
    own = label.paragraph.text.find(label.text)
    if gap is not None and own >= 0:
        yield Words(label.paragraph, gap[0], "\n", start=own + gap.start())


def _number_faults(paper: Paper, labels: list[Line]) -> Iterator[Fault]:
    numbers = [(label, *_label_number(label)) for label in labels]
    for label, number, suffix in numbers:
        if not number and len(labels) > 1:
            alone = not any(each for _, each, _ in numbers) and re.fullmatch(r"phụ\s+lục", label.words, re.IGNORECASE)
            mends = (Words(label, "", f" {roman(labels.index(label) + 1)}", last=True),) if alone else ()
            message = "Có từ hai phụ lục thì mỗi phụ lục phải có số thứ tự La Mã"
            yield Fault(label, message, "ghi Phụ lục I, Phụ lục II…", mends=mends)
        elif number and not _ROMAN.match(number):
            message = f"Số thứ tự của phụ lục là “{number}{suffix}”, phải là số La Mã"
            anew = tuple(_in_roman(paper, label, number)) if _NUMBER.fullmatch(number) and not suffix else ()
            yield Fault(label, message, "đánh số phụ lục bằng I, II, III…", mends=anew)
    if len(labels) == 1 and paper.is_whole and _ROMAN.match(numbers[0][1]) and not _others_named(paper):
        yield Fault(labels[0], "Chỉ có một phụ lục thì không cần số thứ tự", "bỏ số thứ tự, chỉ ghi “Phụ lục”", Severity.NOTE)
    values = [roman_value(number) for _, number, suffix in numbers if _ROMAN.match(number) and not suffix]
    if len(values) == len(labels) > 1 and values != list(range(values[0], values[0] + len(values))):
        shown = ", ".join(number for _, number, _ in numbers)
        yield Fault(labels[0], f"Số thứ tự các phụ lục không liên tục: {shown}", "đánh lại số thứ tự", Severity.WARNING)


def _in_roman(paper: Paper, label: Line, number: str) -> Iterator[Words]:
    """Yield what writes the number of an appendix in Roman numerals, in its label and where the text names it, not another's."""
    yield Words(label, number, roman(int(number)))
    for paragraph in paper.main:
        for match in _ARABIC.finditer(paragraph.text):
            if int(match[1]) == int(number) and not _OF_ANOTHER.match(paragraph.text, match.end()):
                yield Words(paragraph, match[1], roman(int(number)), start=match.start(1))


def _label_number(label: Line) -> tuple[str, str]:
    parts = _PARTS.match(label.words)
    return (parts.group(2) or parts.group(4) or "", parts.group(3) or "") if parts else ("", "")


def _others_named(paper: Paper) -> bool:
    """Return whether the text names a second appendix, which may stand in a file of its own."""
    return any(re.search(r"phụ lục (?:số )?(?:II|2|02)\b|các phụ lục", paragraph.words, re.I) for paragraph in paper.main)


def _untitled_faults(appendix: PhuLuc) -> Iterator[Fault]:
    """Yield a warning where an appendix has no title under its label; one under the line "(Kèm theo …)" stands too low."""
    parts = _PARTS.match(appendix.label.words) if appendix.label else None
    if appendix.ten or parts is None or parts.group(5):
        return
    head = appendix.kem_theo or appendix.label
    below = [block for block in appendix.blocks if isinstance(block, Table) or block.words]
    places = [place for place, block in enumerate(below) if head is not None and block is head.paragraph]
    following = below[places[0] + 1] if places and places[0] + 1 < len(below) else None
    if isinstance(following, Paragraph) and following.align == "center" and following.words.isupper():
        message, remedy = "Tên phụ lục phải ở trên dòng “(Kèm theo …)”", "đưa tên phụ lục lên ngay dưới “Phụ lục”"
        yield Fault(following, message, remedy, Severity.WARNING)
    elif isinstance(following, Paragraph) or (following is not None and following.ruled):
        yield Fault(appendix.label, "Phụ lục thiếu tên", "ghi tên phụ lục ở giữa, dưới “Phụ lục”", Severity.WARNING)


def _title_faults(line: Line) -> Iterator[Fault]:
    letters = [letter for letter in _BRACKETS.sub("", line.words) if letter.isalpha()]
    if letters and sum(map(str.islower, letters)) >= _LOWER_SHARE * len(letters):
        mends = () if _BRACKETS.search(line.words) else retyped(line, line.text.strip().upper())
        yield Fault(line, "Tên phụ lục phải là chữ in hoa", "gõ lại bằng chữ in hoa", mends=mends)
    if line.paragraph.align != "center":
        yield Fault(line, "Tên phụ lục phải canh giữa", "canh giữa (Ctrl+E)", mends=(Layout(line.paragraph, align="center"),))
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
        mends = (Sheet(appendix.section, start=1),)
        yield Fault(head, "Số trang của phụ lục phải bắt đầu lại từ 1", remedy, mends=mends)
