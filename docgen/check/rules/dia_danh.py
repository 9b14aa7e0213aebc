"""Rules of box 4: the place and the date (PL I.II.4)."""

import re
from collections.abc import Iterator
from typing import Final

from docgen.check.anatomy import Paper
from docgen.check.finding import Fault, Rules, Severity, Verdicts, applies, found
from docgen.check.gauges.citations import DongNgay, read_place_and_day
from docgen.check.gauges.lettering import face_faults, is_attached
from docgen.check.mends import Layout, Words
from docgen.check.view import Line
from docgen.decree30 import COMPONENTS
from docgen.text.patterns import lazy_re

rule = Rules("Địa danh và thời gian")

_COMPONENT: Final = COMPONENTS["Địa danh thời gian"]
_WITHOUT: Final = ("biên bản", "hợp đồng", "bản ghi nhớ", "bản thỏa thuận")
_GAP: Final = lazy_re(r"[\s.;:–-]+(ngày)", re.IGNORECASE)
_STOPPED: Final = lazy_re(r"\d{4} ?\.$")
_NO_NAME: Final = lazy_re(r"[ ._…]*")
_SHORT: Final = lazy_re(r"\b(?:TP|Tp|T\.P|T\.p|TX|T\.X|TT|T\.T|Q|P|H|X|T)\.|\b(?:TP|Tp|TX|TPHCM|HCM|HN|BRVT)\b")
_UNIT: Final = lazy_re(r"(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu) (?P<name>.+)", re.IGNORECASE)
_FULL_NAMES: Final = ("hồ chí minh",)
_EXAMPLE: Final = "Hà Nội, ngày 05 tháng 01 năm 2024"
_CLOCKS: Final = frozenset(("DATE", "TIME", "SAVEDATE", "PRINTDATE"))
_SKEWED: Final = 5.0  # mm of indent that may push a line into the middle; less is none that the eye sees, docgen's choice


@rule("D01", Severity.ERROR, "PL I.II.4.b, PL I.II.4.c")
def dia_danh(paper: Paper) -> Verdicts:
    """Địa danh và thời gian ghi như “Hà Nội, ngày 05 tháng 01 năm 2024”, chữ in thường, nghiêng, cỡ 13 đến 14.

    Sau địa danh có dấu phẩy; ngày nhỏ hơn 10 và tháng 1, 2 ghi thêm số 0 phía trước. Ngày, tháng còn để trống thì được.

    Đạt: Sóc Trăng, ngày 05 tháng 01 năm 2024
    Không đạt: Sóc Trăng ngày 5 tháng 1 năm 2024; Sóc Trăng, 05/01/2024
    """
    applies(paper.is_whole)
    line = paper.head.dia_danh
    if line is None:
        applies(paper.loai not in _WITHOUT and not is_attached(paper))
        yield Fault(None, "Thiếu địa danh và thời gian ban hành", f"ghi dưới Tiêu ngữ, như {_EXAMPLE}")
        return
    written = read_place_and_day(line)
    if written is None:
        yield Fault(line, "Thời gian phải ghi đủ ngày … tháng … năm …", f"ghi theo mẫu {_EXAMPLE}")
    else:
        if _STOPPED.search(line.words):
            yield Fault(line, "Cuối dòng địa danh và thời gian không có dấu chấm", "bỏ dấu chấm cuối", Severity.WARNING)
        yield from _place(line, written)
        yield from _day(line, written)
    if _CLOCKS & line.paragraph.fields:
        message = "Ngày của văn bản là trường DATE của Word, tự đổi thành ngày mở tệp"
        yield Fault(line, message, "gõ ngày bằng chữ số, hoặc bấm Ctrl+Shift+F9 để bỏ trường", Severity.WARNING)
    yield from face_faults(line, "Địa danh và thời gian", sizes=_COMPONENT.sizes, bold=False, italic=True)


def _place(line: Line, written: DongNgay) -> Iterator[Fault]:
    name = written.dia_danh
    if not name:
        yield Fault(line, "Thiếu địa danh trước ngày, tháng, năm", f"ghi theo mẫu {_EXAMPLE}")
        return
    if _NO_NAME.fullmatch(name):
        return
    if not written.has_comma:
        mends = tuple(Words(line, gap[0], f", {gap[1]}") for gap in (_GAP.search(line.text),) if gap)
        yield Fault(line, "Thiếu dấu phẩy sau địa danh", f"ghi “{name}, ngày …”", mends=mends)
    if _SHORT.sub("", name).isupper():
        mends = (Words(line, name, name.title()),) if not _SHORT.search(name) else ()
        yield Fault(line, "Địa danh phải là chữ in thường", f"ghi “{name.title()}”", mends=mends)
    elif name[0].islower():
        right = f"{name[0].upper()}{name[1:]}"
        yield Fault(line, "Chữ cái đầu của địa danh phải viết hoa", f"ghi “{right}”", mends=(Words(line, name, right),))
    if written.word != "ngày":
        message = f"Sau địa danh viết “{written.word}”, nên viết thường “ngày”"
        mends = (Words(line, written.word, "ngày"),)
        yield Fault(line, message, "viết thường chữ “ngày”", Severity.WARNING, mends=mends)


def _day(line: Line, written: DongNgay) -> Iterator[Fault]:
    ngay, thang = written.ngay, written.thang
    if ngay and not 1 <= int(ngay) <= 31:
        yield Fault(line, f"Ngày {ngay} không có", "ghi lại ngày")
    elif len(ngay) == 1:
        message, remedy = f"Ngày {ngay} nhỏ hơn 10, phải ghi 0{ngay}", f"ghi ngày 0{ngay}"
        yield Fault(line, message, remedy, mends=_padded(line, "ngày", ngay))
    if thang and not 1 <= int(thang) <= 12:
        yield Fault(line, f"Tháng {thang} không có", "ghi lại tháng")
    elif thang in ("1", "2"):
        message, remedy = f"Tháng {thang} phải ghi 0{thang}", f"ghi tháng 0{thang}"
        yield Fault(line, message, remedy, mends=_padded(line, "tháng", thang))
    if written.nam and len(written.nam) > 2 and len(written.nam) != 4:
        yield Fault(line, f"Năm {written.nam} không có", "ghi đủ bốn chữ số của năm")


def _padded(line: Line, word: str, digit: str) -> tuple[Words, ...]:
    """Return what puts a zero before `digit` behind `word`."""
    found = re.search(rf"{word}(\s*){digit}(?!\d)", line.text, re.IGNORECASE)
    return (Words(line, found[0], f"{found[0][:-1]}0{digit}"),) if found else ()


@rule("D02", Severity.NOTE, "PL I.II.4.b")
def thang(paper: Paper) -> Verdicts:
    """Chỉ tháng 1 và tháng 2 ghi thêm số 0 phía trước; từ tháng 3 đến tháng 9 ghi một chữ số.

    Nghị định không cấm ghi “tháng 03”, nên chỉ lưu ý.

    Đạt: ngày 05 tháng 3 năm 2024
    Không đạt: ngày 05 tháng 03 năm 2024
    """
    applies(paper.is_whole and paper.head.dia_danh)
    line = found(paper.head.dia_danh, "địa danh và thời gian")
    written = found(read_place_and_day(line), "ngày, tháng, năm")
    month = written.thang
    if len(month) == 2 and month[0] == "0" and month[1] in "3456789":
        yield Fault(line, f"Tháng {month} không cần số 0", f"ghi tháng {month[1]}")


@rule("D03", Severity.WARNING, "PL I.II.4.c")
def cho_dung(paper: Paper) -> Verdicts:
    """Địa danh và thời gian cùng dòng với số, ký hiệu, canh giữa dưới Quốc hiệu và Tiêu ngữ.

    Đạt: dòng địa danh ngang với dòng Số, ở giữa ô bên phải
    Không đạt: dòng địa danh dưới dòng Số, hoặc canh phải
    """
    applies(paper.is_whole and paper.head.dia_danh)
    line = found(paper.head.dia_danh, "địa danh và thời gian")
    if paper.head.beside is False or _is_below_table(paper, line):
        message = "Địa danh và thời gian không cùng dòng với số, ký hiệu"
        yield Fault(line, message, "đưa hai dòng về cùng một hàng")
    elif _is_off_centre(line):
        message, remedy = "Địa danh và thời gian không canh giữa dưới Tiêu ngữ", "canh giữa dòng địa danh trong ô bên phải"
        yield Fault(line, message, remedy, mends=(Layout(line.paragraph, align="center"),))


def _is_below_table(paper: Paper, line: Line) -> bool:
    """Return whether the number stands in a table, and the date in a paragraph outside it."""
    so = paper.head.so_ky_hieu
    return so is not None and so.paragraph.place is not None and line.paragraph.place is None and line.paragraph.story == "body"


def _is_off_centre(line: Line) -> bool:
    paragraph = line.paragraph
    pushed = abs(paragraph.left) + abs(paragraph.first_line) > _SKEWED or line.text != line.text.lstrip()
    shares = paragraph.words != line.words  # a tab parts it from the number
    return paragraph.place is not None and paragraph.align != "center" and not pushed and not shares


@rule("D04", Severity.WARNING, "PL I.II.4.a")
def ten_chinh_thuc(paper: Paper) -> Verdicts:
    """Địa danh là tên gọi chính thức của đơn vị hành chính, không viết tắt.

    Không cần ghi “tỉnh”, “xã”, trừ đơn vị mang tên người, chữ số, sự kiện lịch sử (Thành phố Hồ Chí Minh, Phường 1).

    Đạt: Cần Thơ, ngày 05 tháng 3 năm 2026
    Không đạt: TP. Cần Thơ, ngày 05 tháng 3 năm 2026
    """
    applies(paper.is_whole and paper.head.dia_danh)
    line = found(paper.head.dia_danh, "địa danh và thời gian")
    name = found(read_place_and_day(line), "ngày, tháng, năm").dia_danh
    if _SHORT.search(name):
        yield Fault(line, f"Địa danh “{name}” viết tắt", "ghi tên gọi chính thức, không viết tắt")
        return
    unit = _UNIT.fullmatch(name)
    if unit and unit["name"].lower() not in _FULL_NAMES and not unit["name"][0].isdigit():
        message = f"Địa danh ghi cả tên cấp hành chính “{name}”, thường chỉ ghi “{unit['name']}”"
        yield Fault(line, message, "bỏ tên cấp hành chính, nếu đơn vị không mang tên người hay sự kiện lịch sử", Severity.NOTE)
