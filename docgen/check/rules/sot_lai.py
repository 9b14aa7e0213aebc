"""Rule of what a drafter, or Word, leaves to be filled in later and is forgotten."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from docgen.check.anatomy import Paper
from docgen.check.anatomy.attachments import specimens
from docgen.check.finding import QUOTE, Fault, Rules, Severity, Verdicts
from docgen.check.gauges.lettering import THONG_LE
from docgen.check.gauges.pages import page_heads
from docgen.check.gauges.prose import Finder, Hit, Prose, faults, find_blanks_to_fill, prose, sentence
from docgen.check.view import Paragraph
from docgen.text.patterns import lazy_re
from docgen.text.wording import MARKER, shortened

rule = Rules("Câu chữ")
_TO_FILL: Final = (
    "cần|bổ sung|bổ xung|điền|nhập|ghi|nêu|chèn|thêm|tên|số|ngày|nội dung|họ và tên|cơ quan|đơn vị|địa danh|địa chỉ|chức vụ"
    "|xem lại|kiểm tra lại|chưa"
)
_MARKERS: Final = lazy_re(
    rf"«[^«»\s]{{1,60}}»|\?{{3,}}"
    rf"|\{{\{{[^{{}}\n]{{0,80}}\}}\}}|<<[^<>\n]{{1,80}}>>|\[ {{0,3}}(?i:{_TO_FILL})\b[^\[\]\n]{{0,80}}\]"
    rf"|\[(?:\.{{2,}}|…|_{{2,}})\]|< {{0,3}}(?i:{_TO_FILL})\b[^<>\n]{{0,80}}>|\b(?:TODO|TBD|FIXME)\b|(?i:\blorem ipsum\b)"
    r"|(?<![\w.@/-])(?:x{3,}|X{4,})(?![\w@])"
)
_FILL_IN: Final = "điền nội dung hoặc bỏ chỗ đánh dấu"
_BUTTON: Final = lazy_re(r"MACROBUTTON \S+ (.+)", re.IGNORECASE)
_MERGED: Final = lazy_re(r"«[^«»]{1,60}»")
_BROKEN: Final = lazy_re(r"(?:Error!|Lỗi!) ?[^.\n]{3,60}\.")
_SIGNS: Final = ("«", "???", "{{", "<", "[", "TODO", "TBD", "FIXME", "orem ipsum", "xxx", "XXXX")
_DOTS: Final = r"(?:…[.…]*|\.[.…]+)"
_BLANKS: Final = lazy_re(rf"\b[Ss]ố:? ?{_DOTS} ?/|\bngày ?{_DOTS} ?(?:tháng|/)")
_FORM: Final = lazy_re(r"[.…]{8,}|_{4,}|…{3,}")
_WRITTEN_OUT: Final = frozenset(("kế hoạch", "báo cáo", "công văn", "tờ trình", "quyết định", "thông báo", "chương trình"))
_QUOTED: Final = lazy_re(r"[“\"][^”\"\n]*$")


@rule("X11", Severity.ERROR, THONG_LE)
def sot_lai(paper: Paper) -> Verdicts:
    """Văn bản ban hành không còn chỗ đánh dấu để điền sau.

    Gồm: ???, [CẦN BỔ SUNG], [tên đơn vị], <ghi số>, {{ten}}, «Ten_don_vi», TODO, xxx, ô nhập chưa điền, tham chiếu hỏng của Word.
    Dấu chấm lửng ở cuối chuỗi liệt kê, chỗ để trống của biểu mẫu, của bản dự thảo không xét. Số, ngày bỏ chấm giữa câu là lỗi,
    trong biên bản, giấy tờ theo mẫu là cảnh báo. Chỗ đánh dấu trong bản dự thảo, trong biểu mẫu kèm theo chỉ được lưu ý. Chữ
    gạch ngang, ghi chú bên lề, chữ chìm còn lại khi đã ban hành là cảnh báo.

    Đạt: giao Phòng Văn hóa - Xã hội chủ trì
    Không đạt: giao [CẦN BỔ SUNG] chủ trì
    """
    severity = None if paper.is_whole and not paper.is_draft else Severity.NOTE
    yield from faults(_everything(paper), partial(_graded, severity, find_visible_blanks))
    forms = {id(each) for attached in paper.phu_luc for each in specimens(attached)}
    named = prose(paper).named
    inside = Prose(each for each in named.paragraphs if id(each) in forms)
    outside = Prose(each for each in named.paragraphs if id(each) not in forms) if inside.paragraphs else named
    yield from faults(outside, partial(_graded, severity, find_markers))
    yield from faults(inside, partial(_graded, Severity.NOTE, find_markers))
    yield from _left_by_word(paper, severity)
    yield from _left_in_the_margin(paper)
    if severity is None:
        attached = {id(paragraph) for phu_luc in paper.phu_luc for paragraph in phu_luc.paragraphs}
        texts = Prose(text for text in prose(paper).flowing.paragraphs if id(text) not in attached)
        yield from faults(texts, partial(_graded, None if paper.loai in _WRITTEN_OUT else Severity.WARNING, find_blanks))


def _left_by_word(paper: Paper, severity: Severity | None) -> Iterator[Fault]:
    """Yield what Word prints until something takes its place: an empty content control, a reference that leads nowhere."""
    for paragraph in paper.view.paragraphs:
        for words in paragraph.placeholders:
            message = f"Còn chỗ chưa điền “{shortened(words, QUOTE)}”"
            yield Fault(paragraph, message, _FILL_IN, severity)
        for words in _of_fields(paragraph) if paragraph.fields else ():
            yield Fault(paragraph, f"Còn chỗ chưa điền “{shortened(words, QUOTE)}”", _FILL_IN, severity)
        if broken := "!" in paragraph.text and _BROKEN.search(paragraph.text):
            yield Fault(
                paragraph, f"Tham chiếu của Word bị hỏng: “{broken[0]}”", "gõ lại số mục, hoặc tạo lại tham chiếu", severity
            )


def _of_fields(paragraph: Paragraph) -> Iterator[str]:
    """Yield what Word's fields show until they are filled: the prompt of a button, the name of a column to merge in."""
    for code in paragraph.codes:
        if button := _BUTTON.match(code):
            yield button[1]
    if "MERGEFIELD" in paragraph.fields:  # one word in such brackets is found as other marks are
        yield from (name for name in _MERGED.findall(paragraph.text) if " " in name)


def _left_in_the_margin(paper: Paper) -> Iterator[Fault]:
    """Yield struck words, comments and watermarks, which an issued paper does not bear."""
    severity = Severity.WARNING if paper.is_whole and not paper.is_draft else Severity.NOTE
    struck = [each for each in paper.view.paragraphs if any(span.face.strike and span.visible for span in each.spans)]
    if struck:
        count = f" ở {len(struck)} đoạn" if len(struck) > 1 else ""
        yield Fault(
            struck[0], f"Còn chữ gạch ngang{count}", "xóa chữ đã bỏ hoặc bỏ gạch ngang", severity, others=tuple(struck[1:])
        )
    if paper.view.commented:
        yield Fault(None, "Còn ghi chú (comment) bên lề", "giải quyết rồi xóa các ghi chú", severity)
    for words in paper.view.watermarks:
        yield Fault(None, f"Trang còn chữ chìm “{shortened(words, QUOTE)}”", "bỏ chữ chìm (Design, Watermark)", severity)


def find_markers(text: str) -> Iterator[Hit]:
    """Yield marks that stand for words still to be written, but for the visible blanks."""
    if not any(sign in text for sign in _SIGNS):
        return
    for match in _MARKERS.finditer(text):
        quoted = _QUOTED.search(text, sentence(text, match.start(), match.end())[0], match.start())
        if not quoted and not MARKER.match(match[0]):
            yield _unfilled(match)


def find_visible_blanks(text: str) -> Iterator[Hit]:
    """Yield the visible blanks ([cần điền số]), also in quotation marks and broken over lines."""
    return map(_unfilled, find_blanks_to_fill(text))


def find_blanks(text: str) -> Iterator[Hit]:
    """Yield dots in place of a number or a day, lines of forms left aside."""
    if "…" not in text and ".." not in text:
        return
    for match in _BLANKS.finditer(text):
        first, last = sentence(text, match.start(), match.end())
        if not _FORM.search(text, first, last) and not _QUOTED.search(text, first, match.start()):
            yield Hit(match.start(), match.end(), "Số hoặc ngày còn bỏ chấm", "điền số, ngày, tháng, năm")


def _unfilled(match: re.Match[str]) -> Hit:
    message = f"Còn chỗ chưa điền “{shortened(match[0], QUOTE)}”"
    return Hit(match.start(), match.end(), message, _FILL_IN)


def _everything(paper: Paper) -> Prose:
    """Return all that is printed, the head, the signature, headers and footers too."""
    heads = (paragraph for head in page_heads(paper.view) for paragraph in head.paragraphs)
    return Prose((*paper.view.paragraphs, *heads))


def _graded(severity: Severity | None, find: Finder, text: str) -> Iterator[Hit]:
    return (hit._replace(severity=severity) for hit in find(text))
