"""Rules of boxes 5a and 5b: the kind of the paper, its subject, the line under it (PL I.II.5)."""

import re
from collections.abc import Iterator
from typing import Final

from docgen.check.anatomy import Paper
from docgen.check.finding import Fault, Rules, Severity, Verdicts, applies, found
from docgen.check.gauges.lettering import (
    Length,
    aside_fault,
    centre_faults,
    face_faults,
    gathered,
    in_capitals,
    is_attached,
    lettering,
    line_faults,
    line_width,
)
from docgen.check.mends import Drawn, Layout, Words, ended, retyped
from docgen.check.view import Line, Paragraph
from docgen.decree30 import COMPONENTS, KIND_ABBREVIATIONS, RULE_SHARE
from docgen.text import typography
from docgen.text.patterns import lazy_re

rule = Rules("Tên loại và trích yếu nội dung văn bản")
_CLAUSE: Final = "PL I.II.5.b"
_OPENING: Final = 3  # paragraphs in which a title may still stand
_KINDS: Final = (*KIND_ABBREVIATIONS, "thư công", "công văn")
_OTHER_KINDS: Final = (
    "kết luận", "điều lệ", "nội quy", "lịch", "danh sách", "bản ", "tóm tắt", "đề cương", "chuyên đề", "văn bản",
)  # fmt: skip
_WITHOUT_SUBJECT: Final = lazy_re(r"giấy|phiếu|hợp đồng|bản |thư|công điện|biên bản")
_NAMED_ALIKE: Final = 0.85  # from such a share of words with a capital on, each word has one, not the names alone
_ENOUGH_WORDS: Final = 6
_SLACK: Final = 1.15  # a line is drawn by eye
_FIRST_PAGE: Final = 40  # paragraphs
_GAP: Final = 6.0
_LETTER_SIZES: Final = (12.0, 13.0)


@rule("T01", Severity.ERROR, _CLAUSE)
def ten_loai(paper: Paper) -> Verdicts:
    """Tên loại văn bản in hoa, cỡ 13 đến 14, đứng, đậm, canh giữa, là một trong các loại của Điều 7.

    Công văn không có tên loại. Tên loại ngoài danh mục của Điều 7 chỉ bị nhắc; loại mà quy định khác có (kết luận thanh tra, điều
    lệ, nội quy, lịch công tác, danh sách) chỉ được lưu ý.

    Đạt: KẾ HOẠCH
    Không đạt: Kế hoạch
    """
    applies(paper.is_whole and not paper.is_cong_van)
    line = paper.ten_loai
    if line is None:
        found(not _names_a_kind(paper), "tên loại ở chỗ thường lệ")
        yield Fault(None, "Không có tên loại văn bản", "ghi tên loại (KẾ HOẠCH, BÁO CÁO…) ở giữa, dưới số và ngày")
        return
    if not in_capitals(line.words):
        mends = retyped(line, line.text.strip().upper())
        yield Fault(line, "Tên loại phải là chữ in hoa", f"gõ lại: {line.words.upper()}", mends=mends)
    component = COMPONENTS["Tên loại"]
    yield from face_faults(lettering(line), "Tên loại", sizes=component.sizes, bold=True, italic=False)
    yield from centre_faults(line, "Tên loại")
    if not _plain(line.words).startswith(_KINDS):
        remedy = "dùng tên loại của Điều 7, ví dụ: GIẤY MỜI, THÔNG BÁO, BÁO CÁO"
        severity = Severity.NOTE if _plain(line.words).startswith(_OTHER_KINDS) else Severity.WARNING
        yield Fault(line, f"“{line.words}” không có trong các loại văn bản của Điều 7", remedy, severity, "Điều 7")


def _names_a_kind(paper: Paper) -> bool:
    """Return whether a kind stands somewhere on the first page all the same, in a cell or a box."""
    lines = (line for paragraph in paper.view.paragraphs[:_FIRST_PAGE] for line in paragraph.lines)
    return any(in_capitals(line.words) and _plain(line.words).startswith(_KINDS) for line in lines)


@rule("T02", Severity.ERROR, _CLAUSE)
def trich_yeu(paper: Paper) -> Verdicts:
    """Trích yếu chữ in thường, cỡ 13 đến 14, đứng, đậm, canh giữa, ngay dưới tên loại.

    Chỉ viết hoa chữ đầu và tên riêng; không có dấu chấm cuối, vì trích yếu là một câu ngắn gọn hoặc một cụm từ.

    Đạt: Kiểm tra công tác văn thư, lưu trữ năm 2026
    Không đạt: KIỂM TRA CÔNG TÁC VĂN THƯ, LƯU TRỮ NĂM 2026.
    """
    applies(paper.is_whole and not paper.is_cong_van)
    title = found(paper.ten_loai, "tên loại")
    yield from _letter_faults(paper)
    if not paper.trich_yeu:
        applies(not is_attached(paper) and paper.loai in KIND_ABBREVIATIONS and not _WITHOUT_SUBJECT.match(paper.loai or ""))
        found(_plain(title.words) == paper.loai, "trích yếu tách khỏi tên loại")
        yield Fault(title, "Không có trích yếu nội dung", "ghi trích yếu ở giữa, ngay dưới tên loại")
        return
    component = COMPONENTS["Trích yếu"]
    yield from gathered(
        fault
        for line in paper.trich_yeu
        for fault in (
            *face_faults(lettering(line), "Trích yếu", sizes=component.sizes, bold=True, italic=False),
            *centre_faults(line, "Trích yếu"),
        )
    )
    yield from _case_faults(paper.trich_yeu)
    if re.search(r"[^.]\.$", paper.trich_yeu[-1].words):
        mends = ended(paper.trich_yeu[-1], "")
        yield Fault(paper.trich_yeu[-1], "Trích yếu không có dấu chấm cuối", "bỏ dấu chấm", Severity.WARNING, mends=mends)


def _letter_faults(paper: Paper) -> Iterator[Fault]:
    """Yield the faults of a “V/v”, the subject of an official letter, in a paper that names its kind."""
    if paper.loai not in KIND_ABBREVIATIONS or _WITHOUT_SUBJECT.match(paper.loai):
        return
    for line in paper.head.trich_yeu_cong_van[:1]:
        message = "“V/v” dưới số, ký hiệu chỉ dùng cho công văn"
        yield Fault(line, message, "bỏ dòng này, ghi trích yếu dưới tên loại", Severity.WARNING)
    for line in paper.trich_yeu[:1]:
        if re.match(r"v\s*/\s*v\b", line.words, re.IGNORECASE):
            message = "Trích yếu dưới tên loại không bắt đầu bằng “V/v”"
            yield Fault(line, message, "bỏ “V/v”, hoặc ghi “Về việc”", Severity.WARNING)


def _case_faults(lines: tuple[Line, ...]) -> Iterator[Fault]:
    words = [word for line in lines for word in re.findall(r"[^\W\d_]+", line.words)]
    capital = sum(word[0].isupper() for word in words)
    if words and all(map(str.isupper, words)):
        yield Fault(lines[0], "Trích yếu in hoa toàn bộ, phải là chữ in thường", "gõ lại bằng chữ in thường")
    elif len(words) >= _ENOUGH_WORDS and capital >= len(words) * _NAMED_ALIKE:
        remedy = "chỉ viết hoa chữ đầu của trích yếu và tên riêng"
        yield Fault(lines[0], "Trích yếu viết hoa chữ đầu của mọi từ", remedy, Severity.NOTE)
    elif words and words[0][0].islower() and lines[0].words[0].isalpha():
        message, mends = "Chữ đầu của trích yếu phải viết hoa", (Words(lines[0], words[0], words[0].capitalize()),)
        yield Fault(lines[0], message, "viết hoa chữ đầu", Severity.WARNING, "PL II.I", mends=mends)


@rule("T03", Severity.ERROR, _CLAUSE)
def ke_trich_yeu(paper: Paper) -> Verdicts:
    """Dưới trích yếu có đường kẻ ngang, nét liền, dài bằng 1/3 đến 1/2 dòng chữ, đặt cân đối.

    Thiếu đường kẻ là lỗi, sai độ dài là cảnh báo. Với trích yếu nhiều dòng, so với dòng nào cũng được.

    Đạt: trích yếu dài 90 mm, đường kẻ dài 40 mm
    Không đạt: trích yếu được gạch chân
    """
    applies(paper.is_whole and not paper.is_cong_van and not is_attached(paper))
    lines = found(paper.trich_yeu, "trích yếu")
    widths = [width for line in lines for width in _printed_widths(line)]
    accepted = (min(widths) * RULE_SHARE.low / _SLACK, max(widths) * RULE_SHARE.high * _SLACK)
    best = RULE_SHARE.middle * max(_printed_widths(lines[-1]))
    wanted = Length("dài bằng 1/3 đến 1/2 dòng chữ", best, (accepted,))
    faults = list(line_faults(lines[-1], "trích yếu", paper.ke_trich_yeu, wanted))
    yield from faults
    paragraph = lines[-1].paragraph
    if not faults and paragraph.width and paragraph.place is None and paragraph.align == "center":
        yield from aside_fault(lines[-1], "trích yếu", paper.ke_trich_yeu, paragraph.width / 2)


def _printed_widths(line: Line) -> tuple[float, ...]:
    """Return about how wide the printed lines of `line` are: the full ones, and the last."""
    whole, paragraph = line_width(line), line.paragraph
    room = (paragraph.width or whole) - paragraph.left - paragraph.right
    if whole <= room or room <= 0:
        return (whole,)
    shortest = typography.longest_word([line.words], line.sizes[0], "bold")
    return (room, max(whole % room, shortest))


def _plain(words: str) -> str:
    """Return `words` in small letters, the tone marks where the decree's list has them."""
    return words.lower().replace("uỷ", "ủy").replace("thoả", "thỏa")


@rule("T04", Severity.ERROR, "PL I.II.5.b")
def trich_yeu_cong_van(paper: Paper) -> Verdicts:
    """Trích yếu công văn ghi sau chữ “V/v”, cỡ 12 đến 13, đứng, không đậm, canh giữa dưới số, ký hiệu và cách 6 pt.

    Công văn không có tên loại “CÔNG VĂN”; dưới trích yếu công văn không có đường kẻ.

    Đạt: V/v nâng bậc lương năm 2019
    Không đạt: V/v: Về việc nâng bậc lương năm 2019
    """
    applies(paper.is_whole and paper.is_cong_van)
    below = next((each.whole for each in paper.main[:_OPENING] if each.words == "CÔNG VĂN"), None)
    if (title := paper.ten_loai or below) is not None:
        remedy = "bỏ dòng “CÔNG VĂN”, ghi trích yếu sau chữ “V/v” dưới số, ký hiệu"
        yield Fault(title, "Công văn không ghi tên loại", remedy, clause="PL III, Mẫu 1.5")
    lines = paper.head.trich_yeu_cong_van
    if not lines and paper.ten_loai is None:
        yield Fault(paper.head.so_ky_hieu, "Công văn không có trích yếu", "ghi “V/v …” dưới số, ký hiệu, cỡ chữ 12 đến 13")
    if not lines:
        return
    yield from _opening_faults(lines[0])
    yield from gathered(
        fault
        for line in lines
        for fault in face_faults(lettering(line), "Trích yếu công văn", sizes=_LETTER_SIZES, bold=False, italic=False)
    )
    if re.search(r"[^.]\.$", lines[-1].words):
        message = "Trích yếu công văn không có dấu chấm cuối"
        yield Fault(lines[-1], message, "bỏ dấu chấm", Severity.WARNING, mends=ended(lines[-1], ""))
    yield from _gap_faults(paper.head.so_ky_hieu, lines[0])
    if paper.head.layout == "table":
        yield from gathered(fault for line in lines for fault in centre_faults(line, "Trích yếu công văn"))
    if paper.head.ke_cong_van:
        message = "Dưới trích yếu công văn có đường kẻ"
        mends = (Drawn(lines[-1], None, paper.head.ke_cong_van),)
        yield Fault(lines[-1], message, "bỏ đường kẻ", Severity.WARNING, "PL I.V #5b", mends=mends)


def _opening_faults(line: Line) -> Iterator[Fault]:
    opening = re.match(r"(v\s*/\s*v|vv|về việc)\b\W*(về việc\b)?", line.words, re.IGNORECASE)
    if opening is None:
        return
    form, doubled = opening.groups()
    typed = re.match(r"\s*((?:v\s*/\s*v|vv|về việc)\b[\s:]*(?:về việc\b[\s:]*)?)", line.text, re.IGNORECASE)
    mends = (Words(line, typed[1], "V/v "),) if typed else ()
    if doubled:
        yield Fault(line, "“V/v” đã là “về việc”, không ghi hai lần", "bỏ “về việc” sau “V/v”", mends=mends)
    elif form != "V/v":
        yield Fault(line, f"Trích yếu công văn bắt đầu bằng “{form}”, phải là “V/v”", "thay bằng “V/v”", mends=mends)
    elif re.match(r"V/v\s*:", line.words):
        yield Fault(line, "Sau “V/v” không có dấu hai chấm", "bỏ dấu hai chấm", Severity.WARNING, mends=mends)


def _gap_faults(above: Line | None, line: Line) -> Iterator[Fault]:
    upper, lower = above.paragraph if above else None, line.paragraph
    if upper is None or not _stands_under(upper, lower):
        return
    gap = 0.0 if upper is lower else upper.gap_after + lower.gap_before
    if gap < _GAP - 0.01:
        loose = lower.line_rule != "auto" or lower.line_height > 1 or not _same_cell(upper, lower)
        message = "Trích yếu công văn phải cách số, ký hiệu 6 pt"
        mends = (Layout(lower, gap_before=_GAP),) if upper is not lower else ()
        yield Fault(line, message, "đặt Spacing Before 6 pt cho dòng “V/v”", Severity.WARNING if loose else None, mends=mends)


def _stands_under(upper: Paragraph, lower: Paragraph) -> bool:
    """Return whether `lower` is the next paragraph of the same cell or of the row below, or the same paragraph."""
    if _same_cell(upper, lower):
        return 0 <= lower.number - upper.number <= 1
    above, below = upper.place, lower.place
    if above is None or below is None or above.table is not below.table or above.column != below.column:
        return False
    cells = ([cell for cell in place.table.rows[place.row].cells if cell.column == place.column] for place in (above, below))
    last, first = ([paragraph for cell in own for paragraph in cell.paragraphs] for own in cells)
    return below.row == above.row + 1 and last[-1:] == [upper] and first[:1] == [lower]


def _same_cell(upper: Paragraph, lower: Paragraph) -> bool:
    cells = [(id(each.place.table), each.place.row, each.place.column) if each.place else None for each in (upper, lower)]
    return cells[0] == cells[1]
