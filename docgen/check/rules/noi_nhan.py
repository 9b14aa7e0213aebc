"""Rules of box 9b: the recipients at the foot of the paper (PL I.II.9.b to d)."""

import re
from collections.abc import Iterator
from typing import Final

from docgen.check.anatomy import Paper
from docgen.check.finding import CannotJudge, Fault, Rules, Severity, Verdicts, applies, found
from docgen.check.gauges.dashed_lists import Entry, end_fault, entries, mark_fault
from docgen.check.gauges.lettering import THONG_LE, counted, face_faults, lettering, numbers, says
from docgen.check.mends import Inserted, Layout, Letters, Words, retyped
from docgen.check.view import Line
from docgen.decree30 import COMPONENTS
from docgen.text.patterns import lazy_re
from docgen.text.wording import MARKER

rule = Rules("Nơi nhận")
_HEADING: Final = "Nơi nhận:"
_SIZE: Final = COMPONENTS["Nơi nhận"].sizes
_MAY_LACK: Final = (  # a quy chế or quy định is often attached to another paper, which has the recipients
    *("biên bản", "hợp đồng", "bản ghi nhớ", "bản thỏa thuận", "giấy ủy quyền", "giấy nghỉ phép", "đề án", "dự án", "phương án"),
    *("quy chế", "quy định", None),
)
_INDENT: Final = 5.0  # mm that the heading may stand off the left edge, and the list off the heading
_NOI_NHAN: Final = lazy_re(r"nơi\s+nhận", re.I)
_SHAPE: Final = lazy_re(r"Nơi nhận ?:$")
_NAME: Final = "Nơi nhận"
_LIST_SIZE: Final = COMPONENTS["Danh sách nơi nhận"].sizes
_POINTS_ELSEWHERE: Final = (  # kinds that name whom they are for in another way than "Kính gửi"
    *("công văn", "tờ trình", "giấy mời", "công điện", "giấy giới thiệu", "giấy nghỉ phép", "giấy ủy quyền", "thông báo"),
    *("phiếu gửi", "phiếu chuyển", "phiếu báo", None),
)
_WITH_KINH_GUI: Final = ("công văn", "tờ trình", "báo cáo")
_NHU_TREN: Final = lazy_re(r"như trên\b", re.I)
_NHU_KINH_GUI: Final = lazy_re(r"như (?:trên )?kính gửi\b", re.I)
_NHU_DIEU: Final = lazy_re(r"như (?:các )?điều\b", re.I)
_LUU: Final = lazy_re(r"lưu\b", re.I)
_LUU_VT: Final = lazy_re(r"lưu ?: ?VT\b", re.I)
_AFTER_VT: Final = lazy_re(r"lưu ?: ?VT ?(?:\([^)]*\))? ?(?:,|\.|;$|$)", re.I)
_SEVERAL_VT: Final = lazy_re(r"\bVT\b.*\bVT\b")  # of each office of a joint paper
_LUU_WITHOUT_COLON: Final = lazy_re(r"lưu[\s.,;]*VT\b", re.I)
_VT_WITHOUT_COMMA: Final = lazy_re(r"VT\s*[;:.–-]?\s*(?=\w)", re.I)
_ENDED: Final = lazy_re(r"\.\s*/\s*\.$")
_LOW_ARTICLE: Final = lazy_re(r"Như điều \d")
_TWO_ON_A_LINE: Final = lazy_re(r";\s*[-–]\s*\w")


@rule("R01", Severity.ERROR, "PL I.II.9.d")
def tu_noi_nhan(paper: Paper) -> Verdicts:
    """Từ “Nơi nhận:” đứng một dòng riêng sát lề trái, ngang dòng quyền hạn, in thường, cỡ chữ 12, nghiêng, đậm, có dấu hai chấm.

    Biên bản, hợp đồng, đề án và văn bản ban hành kèm theo văn bản khác có thể không có nơi nhận.

    Đạt: Nơi nhận:
    Không đạt: NƠI NHẬN
    """
    applies(paper.is_whole or paper.noi_nhan)
    line = paper.noi_nhan
    if line is None:
        yield _missing(paper)
        return
    if not _SHAPE.match(line.words):
        yield _shape_fault(line)
    yield from face_faults(lettering(line), f"“{_HEADING}”", sizes=_SIZE, bold=True, italic=True)
    if line.share("underline") == "all":
        mends = (Letters(line, underline=False),)
        yield Fault(line, f"“{_HEADING}” không gạch chân", "bỏ gạch chân", Severity.WARNING, THONG_LE, mends=mends)
    yield from _place_faults(paper, line)


def _missing(paper: Paper) -> Fault:
    if paper.loai in _MAY_LACK or not paper.head.so_ky_hieu or says(paper, "nơi nhận"):
        raise CannotJudge("không tìm thấy Nơi nhận")
    remedy = "thêm “Nơi nhận:” và danh sách ở góc dưới bên trái"
    return Fault(None, "Văn bản thiếu phần Nơi nhận", remedy, clause="Điều 8.2, PL I.II.9")


def _shape_fault(line: Line) -> Fault:
    heading = _NOI_NHAN.match(line.words)
    rest = line.words[heading.end() :].lstrip(" :") if heading else ""
    if rest:
        return Fault(line, f"“{_HEADING}” phải ở một dòng riêng", "đưa các nơi nhận xuống dòng dưới")
    if heading and not heading.group().startswith("Nơi nhận"):
        return Fault(line, f"“{_HEADING}” phải là chữ in thường", f"gõ lại: {_HEADING}", mends=retyped(line, _HEADING))
    mends = retyped(line, _HEADING) if heading else ()
    return Fault(line, f"Phải ghi là “{_HEADING}”, có dấu hai chấm", f"gõ lại: {_HEADING}", mends=mends)


def _place_faults(paper: Paper, line: Line) -> Iterator[Fault]:
    paragraph = line.paragraph
    if paragraph.align in ("center", "right"):
        yield Fault(line, f"“{_HEADING}” phải sát lề trái", "canh trái", mends=(Layout(paragraph, align="left"),))
    elif line.text[:1].isalpha() and paragraph.left + paragraph.first_line > _INDENT:
        indent = numbers(paragraph.left + paragraph.first_line)
        message, mends = f"“{_HEADING}” lùi vào {indent} mm, phải sát lề trái", (Layout(paragraph, left=0.0, first_line=0.0),)
        yield Fault(line, message, "đặt lề trái của đoạn về 0", Severity.WARNING, mends=mends)
    if len(paper.chu_ky) == 1 and paper.loai != "biên bản" and _stands_below(paper, line):
        remedy = "đặt nơi nhận và chữ ký vào hai ô của một hàng"
        yield Fault(line, f"“{_HEADING}” phải ngang hàng với quyền hạn của người ký", remedy)


def _stands_below(paper: Paper, line: Line) -> bool:
    """Return whether the recipients begin under the signer's name, where that is certain."""
    name, own = paper.chu_ky[0].ho_ten, line.paragraph
    if name is None or own.number <= name.paragraph.number or {own.story, name.paragraph.story} != {"body"}:
        return False
    if own.place is None or name.paragraph.place is None:
        return own.place is None
    return own.place.table is not name.paragraph.place.table or own.place.row > name.paragraph.place.row


@rule("R02", Severity.ERROR, "PL I.II.9.d")
def danh_sach(paper: Paper) -> Verdicts:
    """Mỗi nơi nhận một dòng, cỡ chữ 11, đứng, đầu dòng có gạch (-), cuối dòng có dấu chấm phẩy; dòng cuối có dấu chấm.

    Dòng viết tiếp của dòng trên và ký hiệu người soạn thảo dưới dòng Lưu không cần gạch đầu dòng.

    Đạt: - Ủy ban nhân dân các xã, phường;
    Không đạt: • Ủy ban nhân dân các xã, phường
    """
    applies(paper.is_whole or paper.noi_nhan)
    lines = found(paper.danh_sach, "danh sách nơi nhận")
    yield from counted(fault for line in lines for fault in _list_face(lettering(line)))
    listed = entries(lines)
    yield from counted(_mark_faults(listed))
    yield from counted(_end_faults(listed))
    if _ENDED.search(listed[-1].words):
        yield Fault(listed[-1].last, "Cuối dòng “Lưu” không có dấu “./.”", "kết thúc bằng dấu chấm", Severity.WARNING)
    for entry in listed:
        if _LOW_ARTICLE.match(entry.words):
            message, clause = "“Như điều” phải viết “Như Điều”", "PL II.V.7"
            yield Fault(entry.first, message, "viết hoa chữ Điều", Severity.WARNING, clause)
    yield from _indent_fault(paper, listed)


def _indent_fault(paper: Paper, listed: tuple[Entry, ...]) -> Iterator[Fault]:
    """Yield a warning where the dashes stand in from the label above them, by their paragraphs' own indents."""
    label = paper.noi_nhan.paragraph if paper.noi_nhan else None
    dashed = [entry.first for entry in listed if entry.mark and not entry.is_sub]
    if label is None or label.align not in ("left", "both") or len(dashed) < len(listed):
        return
    edge = label.left + label.first_line
    own = [line.paragraph for line in dashed]
    if all(each.align in ("left", "both") and each.left + each.first_line - edge > _INDENT for each in own):
        message = "Các dòng của Nơi nhận phải sát lề trái"
        yield Fault(dashed[0], message, "bỏ lùi lề của danh sách nơi nhận", Severity.WARNING, others=tuple(dashed[1:]))


@rule("R03", Severity.ERROR, "PL I.II.9.b, c")
def nhu_tren(paper: Paper) -> Verdicts:
    """Văn bản có “Kính gửi” thì dòng đầu của nơi nhận là “- Như trên;”, văn bản không có “Kính gửi” thì không ghi “Như trên”.

    Quyết định thường bắt đầu bằng “- Như Điều ...;” như mẫu của Nghị định.

    Đạt: - Như trên;
    Không đạt: - Ủy ban nhân dân tỉnh; (công văn có “Kính gửi” mà thiếu “- Như trên;”)
    """
    applies(paper.is_whole)
    every = entries(found(paper.danh_sach, "danh sách nơi nhận"))
    listed = [entry for entry in every if not _LUU.match(entry.words)] or [*(every if paper.kinh_gui else ())]
    applies(listed)
    place = next((number for number, entry in enumerate(listed) if _NHU_TREN.match(entry.words)), None)
    if place is None and (other := next((entry for entry in listed if _NHU_KINH_GUI.match(entry.words)), None)):
        yield Fault(other.first, f"Ghi “{other.words.rstrip('; ')}”, phải ghi “Như trên”", "ghi lại: - Như trên;")
    elif paper.kinh_gui:
        yield from _nhu_tren_faults(paper, listed, place)
    elif place is not None and paper.loai not in _POINTS_ELSEWHERE and not says(paper, "kính gửi"):
        remedy = "thay “Như trên” bằng tên nơi nhận"
        yield Fault(listed[place].first, "“Như trên” chỉ dùng khi văn bản có “Kính gửi”", remedy)
    elif place is None and paper.loai == "quyết định" and not any(_NHU_DIEU.match(entry.words) for entry in listed):
        message = "Nơi nhận của quyết định thường bắt đầu bằng “- Như Điều ...;”"
        remedy = "thêm dòng đầu dẫn đến điều ghi nơi thi hành, ví dụ “- Như Điều 3;”"
        yield Fault(listed[0].first, message, remedy, Severity.WARNING, "PL III M1.2")


@rule("R04", Severity.ERROR, "PL I.II.9.d")
def luu(paper: Paper) -> Verdicts:
    """Dòng cuối của nơi nhận ghi “Lưu:”, tiếp theo là “VT”, dấu phẩy và chữ viết tắt của đơn vị soạn thảo.

    Số bản lưu và ký hiệu người soạn thảo chỉ ghi khi cần.

    Đạt: - Lưu: VT, VX.
    Không đạt: - Lưu VP, VT.
    """
    applies(paper.is_whole)
    listed = entries(found(paper.danh_sach, "danh sách nơi nhận"))
    kept = [entry for entry in listed if _LUU.match(entry.words)]
    if not kept:
        yield Fault(listed[-1].last, "Nơi nhận thiếu dòng “Lưu: VT, …”", "thêm dòng cuối “- Lưu: VT, <đơn vị soạn thảo>.”")
        return
    if kept[-1] is not listed[-1] and not listed[-1].is_sub:
        yield Fault(kept[-1].first, "Dòng “Lưu” phải là dòng cuối của nơi nhận", "chuyển dòng “Lưu” xuống cuối")
    if any(MARKER.search(entry.words) for entry in kept):
        return
    if not any(entry.words.startswith("Lưu") for entry in kept):
        mends = _replaced(kept[-1].first, _LUU, "Lưu")
        yield Fault(kept[-1].first, "Chữ “Lưu” viết hoa chữ cái đầu", "gõ lại: Lưu", Severity.WARNING, mends=mends)
    if not any(_LUU_VT.match(entry.words) for entry in kept):
        message = "Sau “Lưu” phải có dấu hai chấm và chữ “VT”"
        mends = _replaced(kept[-1].first, _LUU_WITHOUT_COLON, "Lưu: VT")
        # mẫu 1.9 files minutes as "VT, Hồ sơ"; that any other copy of them is a warning is docgen's choice, no clause says it
        severity = Severity.WARNING if paper.loai == "biên bản" else Severity.ERROR
        yield Fault(kept[-1].first, message, "ghi theo mẫu “- Lưu: VT, <đơn vị soạn thảo>.”", severity, mends=mends)
    elif not any(_AFTER_VT.match(entry.words) or _SEVERAL_VT.search(entry.words) for entry in kept):
        message = "Giữa “VT” và đơn vị soạn thảo là dấu phẩy"
        mends = _replaced(kept[-1].first, _VT_WITHOUT_COMMA, "VT, ")
        yield Fault(kept[-1].first, message, "ghi theo mẫu “- Lưu: VT, <đơn vị soạn thảo>.”", Severity.WARNING, mends=mends)


def _replaced(line: Line, wrong: re.Pattern[str], right: str) -> tuple[Words, ...]:
    """Return what puts `right` in the place of the words that `wrong` finds."""
    found = wrong.search(line.text)
    return (Words(line, found[0], right),) if found else ()


def _list_face(line: Line) -> Iterator[Fault]:
    yield from face_faults(line, "Danh sách nơi nhận", sizes=_LIST_SIZE, italic=False)
    for fault in face_faults(line, "Danh sách nơi nhận", bold=False):
        yield fault._replace(severity=Severity.WARNING)


def _mark_faults(listed: tuple[Entry, ...]) -> Iterator[Fault]:
    for place, entry in enumerate(listed):
        yield from mark_fault(listed, place, _NAME)
        if _TWO_ON_A_LINE.search(entry.words):
            yield Fault(entry.first, "Mỗi nơi nhận phải ở một dòng riêng", "xuống dòng trước mỗi gạch đầu dòng")
        for line in entry.lines[1:]:
            if line.words[0].isupper():
                message = "Dòng không có gạch đầu dòng, dòng trên không có dấu chấm phẩy"
                yield Fault(line, message, "thêm dấu còn thiếu, hoặc nối liền với dòng trên", Severity.WARNING)


def _end_faults(listed: tuple[Entry, ...]) -> Iterator[Fault]:
    """Yield the lines that end with a wrong mark; where the last is no "Lưu", another rule speaks and its mark is not judged."""
    ordered = bool(_LUU.match(listed[-1].words))
    for place, entry in enumerate(listed):
        if ordered or not (entry is listed[-1] or _LUU.match(entry.words)):
            yield from end_fault(listed, place, _NAME)


def _nhu_tren_faults(paper: Paper, listed: list[Entry], place: int | None) -> Iterator[Fault]:
    severity = Severity.ERROR if paper.loai in _WITH_KINH_GUI else Severity.WARNING
    if place is None:
        message = "Văn bản có “Kính gửi” thì dòng đầu của nơi nhận phải là “- Như trên;”"
        mends = (Inserted(listed[0].first, "- Như trên;"),)
        yield Fault(listed[0].first, message, "thêm dòng đầu “- Như trên;”", severity, mends=mends)
    elif place:
        message = "“- Như trên;” phải là dòng đầu của nơi nhận"
        yield Fault(listed[place].first, message, "chuyển “- Như trên;” lên đầu danh sách", severity)
