"""Rule of box 9a: whom a letter, a proposal or a report is sent to (PL I.II.9.b, d)."""

import re
from collections.abc import Iterator
from typing import Final

from docgen.check.anatomy import Paper
from docgen.check.finding import CannotJudge, Fault, Rules, Severity, Verdicts, applies
from docgen.check.gauges.dashed_lists import Entry, end_fault, entries, mark_fault
from docgen.check.gauges.lettering import counted, face_faults, lettering, says
from docgen.check.mends import Layout, Words, ended
from docgen.check.view import Line
from docgen.text import typography
from docgen.text.patterns import lazy_re

rule = Rules("Kính gửi")
_NAME: Final = "Kính gửi"
_SIZES: Final = (13.0, 14.0)
_HEADING: Final = lazy_re(r"kính\s+g[ửở]i\s*(:?)\s*(.*)$", re.I)
_UPWARDS: Final = lazy_re(
    r"\b(?:kính|trân trọng|xin) (?:trân trọng )?(?:kính )?(?:trình )?báo cáo\b(?! (?:Hội|HĐND|Đại hội))", re.I
)  # so speaks a lower office
_LAST: Final = 3  # paragraphs of a report, in which it takes its leave
_WITHOUT: Final = ("kế hoạch", "quyết định", "nghị quyết", "chỉ thị")
_APART: Final = 1.0  # mm between dashes that still stand in one line
_TAB: Final = 12.7  # mm between the stops that Word sets by itself
_OFF_COLON: Final = 5.0  # mm that the dashes may stand off the colon


@rule("K01", Severity.ERROR, "PL I.II.9.b, d")
def kinh_gui(paper: Paper) -> Verdicts:
    """Công văn, tờ trình, báo cáo gửi cấp trên có “Kính gửi:” và nơi nhận, in thường, đứng, cỡ chữ 13 đến 14.

    Từ hai nơi trở lên mỗi nơi một dòng.
    Mỗi dòng có gạch đầu dòng (-) thẳng dưới dấu hai chấm, cuối dòng có dấu chấm phẩy, dòng cuối có dấu chấm. Chỉ một nơi nhận
    thì ghi cùng dòng với “Kính gửi:”.

    Đạt: Kính gửi: Sở Nội vụ
    Không đạt: Kính gửi Sở Nội vụ
    """
    applies(paper.is_whole and (paper.kinh_gui or paper.loai in ("công văn", "tờ trình") or _reports_upwards(paper)))
    if not paper.kinh_gui:
        yield _missing(paper)
        return
    if paper.loai in _WITHOUT:
        message = f"{str(paper.loai).capitalize()} không có phần “Kính gửi”"
        yield Fault(paper.kinh_gui[0], message, "chuyển nơi nhận xuống “Nơi nhận:”", Severity.WARNING)
    yield from counted(fault for line in paper.kinh_gui for fault in _face_faults(lettering(line)))
    yield from _heading_faults(paper.kinh_gui)


def _reports_upwards(paper: Paper) -> bool:
    written = [paragraph.words for paragraph in paper.main if paragraph.words]
    return paper.loai == "báo cáo" and any(_UPWARDS.search(words) for words in written[-_LAST:])


def _missing(paper: Paper) -> Fault:
    if says(paper, "kính gửi"):
        raise CannotJudge("không tìm thấy Kính gửi")
    severity = Severity.ERROR if paper.is_cong_van else Severity.WARNING
    name = f"{str(paper.loai).capitalize()}{' gửi cấp trên' if paper.loai == 'báo cáo' else ''}"
    message = f"{name} thiếu phần “Kính gửi:”"
    return Fault(None, message, "thêm “Kính gửi:” và tên nơi nhận ở trên nội dung", severity)


def _face_faults(line: Line) -> Iterator[Fault]:
    if line.words.startswith("KÍNH GỬI"):
        opening = line.text.lstrip()[: len(_NAME)]
        mends = (Words(line, opening, _NAME),)
        yield Fault(line, f"“{_NAME}” phải là chữ in thường", "gõ lại: Kính gửi:", mends=mends)
    yield from face_faults(line, _NAME, sizes=_SIZES, italic=False)
    for fault in face_faults(line, _NAME, bold=False):
        yield fault._replace(severity=Severity.WARNING)


def _heading_faults(lines: tuple[Line, ...]) -> Iterator[Fault]:
    heading = _HEADING.match(lines[0].words)
    if heading is None:
        return
    if not heading.group(1):
        typed = re.search(r"kính\s+gửi", lines[0].text, re.IGNORECASE)
        mends = (Words(lines[0], typed[0], f"{typed[0]}:"),) if typed else ()
        yield Fault(lines[0], f"Sau “{_NAME}” phải có dấu hai chấm (:)", "gõ dấu hai chấm sau “Kính gửi”", mends=mends)
    if "gởi" in lines[0].words.lower():
        spelled = re.findall(r"kính\s+gởi", lines[0].text, re.IGNORECASE)
        right = tuple(Words(lines[0], wrong, _NAME) for wrong in spelled[:1])
        yield Fault(lines[0], f"“Kính gởi” phải ghi “{_NAME}”", f"gõ lại: {_NAME}:", Severity.WARNING, mends=right)
    inline = heading.group(2)
    if inline.endswith((";", ",")) and len(lines) == 1:
        message = f"Chỉ gửi một nơi thì cuối dòng “{_NAME}” không có “{inline[-1]}”"
        yield Fault(lines[0], message, "bỏ dấu cuối dòng", Severity.WARNING, mends=ended(lines[0], ""))
    listed = entries(lines[1:])
    if inline.startswith(("-", "–")) and listed:
        message = "Nơi nhận đầu tiên ở cùng dòng với “Kính gửi:”, phải xuống dòng khi gửi từ hai nơi trở lên"
        yield Fault(lines[0], message, "xuống dòng sau “Kính gửi:”", Severity.WARNING)
    elif not inline and len(listed) == 1 and len(listed[0].lines) == 1:
        message = "Chỉ gửi một nơi thì ghi tên cùng dòng với “Kính gửi:”"
        yield Fault(lines[0], message, "đưa tên nơi nhận lên cùng dòng", Severity.WARNING)
        return
    elif ";" in inline.rstrip("; ") and not listed:
        message = "Gửi từ hai nơi trở lên thì mỗi nơi một dòng, có gạch đầu dòng"
        yield Fault(lines[0], message, "xuống dòng sau “Kính gửi:” và trước mỗi tên nơi nhận", Severity.WARNING)
    if not inline or inline.startswith(("-", "–")):
        yield from counted(_list_faults(listed))
        yield from _column_faults(lines[0], listed)


def _list_faults(listed: tuple[Entry, ...]) -> Iterator[Fault]:
    if len(listed) == 1 and not listed[0].mark:
        return
    for place in range(len(listed)):
        yield from mark_fault(listed, place, _NAME)
        yield from end_fault(listed, place, _NAME)


def _column_faults(heading: Line, listed: tuple[Entry, ...]) -> Iterator[Fault]:
    """Yield a fault where the dashes do not stand in one column, or not under the colon, as far as that can be measured."""
    dashes = [entry for entry in listed if entry.mark and not entry.is_sub and _begins(entry.first)]
    if len(dashes) < 2 or any(entry.first.paragraph.place is not None for entry in dashes):
        return
    if all(entry.first.paragraph.align == "center" for entry in dashes):
        message = "Các gạch đầu dòng của Kính gửi phải thẳng hàng, không canh giữa từng dòng"
        mends = _in_column(heading, dashes, None)
        yield Fault(dashes[0].first, message, "canh trái và lùi các dòng bằng nhau", Severity.WARNING, mends=mends)
        return
    known = [place for entry in dashes if (place := _left_edge(entry.first)) is not None]
    if len(known) < len(dashes):
        return
    colon = _colon(heading)
    if max(known) - min(known) > _APART:
        odd = next(entry for entry, place in zip(dashes, known, strict=True) if abs(place - known[0]) > _APART)
        message, mends = "Các gạch đầu dòng của Kính gửi không thẳng hàng", _in_column(heading, dashes, known[0])
        yield Fault(odd.first, message, "đặt lề trái các dòng bằng nhau", Severity.WARNING, mends=mends)
    elif colon is not None and abs(known[0] - colon) > _OFF_COLON:
        message = "Các gạch đầu dòng của Kính gửi phải thẳng dưới dấu hai chấm"
        remedy, mends = "chỉnh lề trái để gạch đầu dòng thẳng dưới dấu hai chấm", _in_column(heading, dashes, None)
        yield Fault(dashes[0].first, message, remedy, Severity.WARNING, mends=mends)


def _in_column(heading: Line, dashes: list[Entry], usual: float | None) -> tuple[Layout, ...]:
    """Return what sets the dashes under the colon, or where that cannot be told at the `usual` place; none where blanks do it."""
    colon = _colon(heading)
    place = usual if colon is None else colon
    if place is None or any(entry.first.text[:1].isspace() or entry.first.paragraph.label for entry in dashes):
        return ()
    return tuple(Layout(entry.first.paragraph, align="left", left=place, first_line=0.0) for entry in dashes)


def _begins(line: Line) -> bool:
    """Return whether the line opens its paragraph."""
    return line.paragraph.lines[:1] != () and line.paragraph.lines[0].text == line.text


def _left_edge(line: Line) -> float | None:
    """Return where the first letter stands, in mm from the text's left edge, blanks and tabs before it counted."""
    paragraph = line.paragraph
    if paragraph.align not in ("left", "both"):
        return None
    place = paragraph.left + paragraph.first_line
    for blank in line.text[: len(line.text) - len(line.text.lstrip())]:
        if blank != "\t":
            place += typography.width(" ", line.sizes[0])
        elif paragraph.tab_stops:
            return None
        elif place < paragraph.left:
            place = paragraph.left  # a hanging indent is a stop of its own
        else:
            place = ((place + 0.1) // _TAB + 1) * _TAB
    return place


def _colon(heading: Line) -> float | None:
    """Return where the colon of "Kính gửi:" stands, in mm from the text's left edge, None where that cannot be told."""
    edge = _left_edge(heading) if _begins(heading) and heading.paragraph.place is None else None
    return None if edge is None or not heading.sizes else edge + typography.width(_NAME, heading.sizes[0])
