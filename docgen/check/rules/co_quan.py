"""Rules of box 2: the office that issues the paper, the one above it, and the line under them (PL I.II.2)."""

from itertools import pairwise
from typing import Final

from docgen.check.anatomy import Paper
from docgen.check.finding import Fault, Rules, Severity, Verdicts, applies, found
from docgen.check.gauges.citations import read_place_and_day
from docgen.check.gauges.lettering import (
    Length,
    aside_fault,
    face_faults,
    flush_faults,
    gathered,
    in_capitals,
    line_faults,
    line_width,
    numbers,
    strays,
)
from docgen.check.mends import retyped
from docgen.check.view import Line
from docgen.decree30 import COMPONENTS, MERGED_PROVINCES, RULE_SHARE, TWO_TIERS
from docgen.text.patterns import lazy_re

rule = Rules("Tên cơ quan, tổ chức")

_CHU_QUAN: Final = COMPONENTS["Cơ quan chủ quản"]
_BAN_HANH: Final = COMPONENTS["Cơ quan ban hành"]
_CONSONANTS: Final = r"(?!(?:[IVXLC]+|VNPT|TNHH|MTV|HTX|CP)\b)[BCDĐGHKLMNPQRSTVX]{2,}"  # no word of Vietnamese has no vowel
_SHORT_NAMES: Final = lazy_re(rf"\b(?:UBND|UBMTTQ|TTYT|{_CONSONANTS}(?:[&,-]{_CONSONANTS})*)\b")
_SUPERIOR: Final = lazy_re(
    r"(?:BỘ|SỞ|TỔNG CỤC|CỤC|CHI CỤC|UBND|(?:ỦY|UỶ) BAN NHÂN DÂN|ĐẠI HỌC|PHÒNG|TỔNG CÔNG TY)\b(?! (?:CHỈ HUY|TƯ LỆNH))"
)
_UNFINISHED: Final = (" VÀ", " CỦA", " THUỘC", ",", "-")
_BODY: Final = r"(?:(?:ỦY|UỶ) BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND)"
_COMMITTEE: Final = lazy_re(_BODY)
_DISTRICT: Final = lazy_re(rf"{_BODY} (?P<unit>HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN)\b")
_PROVINCE: Final = lazy_re(rf"{_BODY} TỈNH (?P<name>.+)")
_NEARLY: Final = (0.30, 0.55)


@rule("H05", Severity.ERROR, "PL I.II.2.b")
def chu_quan(paper: Paper) -> Verdicts:
    """Tên cơ quan chủ quản: chữ in hoa, đứng, không đậm, cỡ 12 đến 13.

    Đạt: UBND TỈNH AN GIANG (không đậm) trên SỞ TÀI CHÍNH (đậm)
    Không đạt: UBND TỈNH AN GIANG in đậm
    """
    applies(paper.is_whole and paper.head.chu_quan)
    applies(not _names_several(paper.head.chu_quan))
    yield from gathered(fault for line in paper.head.chu_quan for fault in _name_faults(line, "Tên cơ quan chủ quản", bold=False))


def _names_several(lines: tuple[Line, ...]) -> bool:
    """Return whether several offices issue the paper, each in bold below its own superior."""
    bold = [line.share("bold") == "all" for line in lines]
    return any(upper and not lower for upper, lower in pairwise(bold))


def _name_faults(line: Line, name: str, *, bold: bool) -> Verdicts:
    if not in_capitals(line.words):
        mends = retyped(line, line.text.strip().upper())
        yield Fault(line, f"{name} phải là chữ in hoa", f"ghi {line.words.upper()}", mends=mends)
    sizes = (_BAN_HANH if bold else _CHU_QUAN).sizes
    yield from flush_faults(line, name)
    yield from face_faults(line, name, sizes=sizes, bold=bold, italic=False)


@rule("H06", Severity.ERROR, "PL I.II.2.a, PL I.II.2.b")
def ban_hanh(paper: Paper) -> Verdicts:
    """Tên cơ quan ban hành: chữ in hoa, đứng, đậm, cỡ 12 đến 13, ghi đầy đủ tên gọi chính thức.

    Tên cơ quan ban hành viết tắt chỉ bị nhắc; tên cơ quan chủ quản được viết tắt những cụm từ thông dụng.

    Đạt: ỦY BAN NHÂN DÂN / XÃ ĐÔNG HẢI
    Không đạt: UBND XÃ ĐÔNG HẢI; Ủy ban nhân dân xã Đông Hải
    """
    applies(paper.is_whole)
    lines = paper.head.ban_hanh
    if not lines:
        yield Fault(None, "Thiếu tên cơ quan, tổ chức ban hành văn bản", "ghi tên cơ quan ở phía trên, bên trái trang đầu")
        return
    yield from gathered(fault for line in lines for fault in _name_faults(line, "Tên cơ quan ban hành", bold=True))
    for line in lines:
        if short := _SHORT_NAMES.search(line.words.upper()):
            message = f"Tên cơ quan ban hành viết tắt “{short.group()}”"
            yield Fault(line, message, "ghi đầy đủ tên gọi chính thức", Severity.WARNING)
            return


@rule("H07", Severity.ERROR, "PL I.II.2.b")
def duong_ke_co_quan(paper: Paper) -> Verdicts:
    """Dưới tên cơ quan ban hành có đường kẻ ngang, nét liền, dài từ 1/3 đến 1/2 dòng chữ, cân đối so với dòng chữ.

    Đạt: dưới XÃ ĐÔNG HẢI (35 mm) là đường vẽ dài 15 mm, ở giữa
    Không đạt: không có đường kẻ; tên cơ quan được gạch chân; đường kẻ dài bằng cả dòng chữ
    """
    applies(paper.is_whole)
    line = found(paper.head.ban_hanh, "tên cơ quan ban hành")[-1]
    found(paper.head.ke_co_quan or not strays(paper), "đường kẻ dưới tên cơ quan; có đường vẽ neo ở đoạn khác")
    room = paper.head.left_width
    width = line_width(line)
    fits = room is None or width <= room
    words = "dài từ 1/3 đến 1/2 dòng chữ" + (f" ({_span(width)})" if fits else "")
    wanted = Length(words, RULE_SHARE.middle * (width if room is None else min(width, room)), _accepted(paper) if fits else ())
    faults = list(line_faults(line, "tên cơ quan", paper.head.ke_co_quan, wanted))
    yield from faults
    drawn = all(rule.kind == "drawing" for rule in paper.head.ke_co_quan)
    if not faults and room and drawn and line.paragraph.align == "center":
        yield from aside_fault(line, "tên cơ quan", paper.head.ke_co_quan, room / 2)


def _span(width: float) -> str:
    return f"{numbers(round(width * RULE_SHARE.low))} đến {numbers(round(width * RULE_SHARE.high))} mm"


def _accepted(paper: Paper) -> tuple[tuple[float, float], ...]:
    """Return the lengths that pass: about the share of any line of the name, for a line is drawn by eye."""
    widths = [line_width(line) for line in paper.head.ban_hanh]
    return tuple((width * _NEARLY[0], width * _NEARLY[1]) for width in widths)


@rule("H09", Severity.WARNING, "PL I.II.2.a")
def ten_dung_cap(paper: Paper) -> Verdicts:
    """Ủy ban nhân dân, Hội đồng nhân dân ban hành thì không ghi cơ quan chủ quản; từ 01/7/2025 không còn cấp huyện.

    Chỉ ghi tên cơ quan chủ quản trực tiếp, không ghi cả cơ quan cấp trên của cơ quan đó.
    Từ 01/7/2025 cũng không còn những tỉnh đã sáp nhập theo Nghị quyết 202/2025/QH15.

    Đạt: ỦY BAN NHÂN DÂN / XÃ ĐÔNG HẢI
    Không đạt: UBND HUYỆN DUYÊN HẢI trên ỦY BAN NHÂN DÂN XÃ ĐÔNG HẢI
    """
    applies(paper.is_whole)
    above = " ".join(line.words for line in paper.head.chu_quan)
    issuing = " ".join(line.words for line in found(paper.head.ban_hanh, "tên cơ quan ban hành"))
    if above and _COMMITTEE.match(issuing.upper()):
        message = "Ủy ban nhân dân, Hội đồng nhân dân ban hành thì không ghi cơ quan chủ quản"
        yield Fault(paper.head.chu_quan[0], message, f"bỏ dòng {above}")
    elif second := _second_superior(paper.head.chu_quan):
        message = "Ghi hai cơ quan chủ quản, chỉ cần cơ quan chủ quản trực tiếp"
        yield Fault(paper.head.chu_quan[0], message, f"chỉ ghi {second.words}")
    if _is_after_districts(paper):
        for name, lines in ((above, paper.head.chu_quan), (issuing, paper.head.ban_hanh)):
            if old := _old_name(name.upper()):
                yield Fault(lines[0], f"Từ 01/7/2025 không còn {old}", "ghi tên cơ quan theo đơn vị hành chính mới")


def _second_superior(lines: tuple[Line, ...]) -> Line | None:
    """Return the line that names a second office above the issuing one; where several offices issue the paper there is none."""
    if _names_several(lines):
        return None
    for upper, lower in pairwise(lines):
        if all(_SUPERIOR.match(line.words.upper()) for line in (upper, lower)) and not upper.words.upper().endswith(_UNFINISHED):
            return lower
    return None


def _is_after_districts(paper: Paper) -> bool:
    written = read_place_and_day(paper.head.dia_danh) if paper.head.dia_danh else None
    if written is None or len(written.nam) != 4:
        return False
    year, month = int(written.nam), int(written.thang or 0)
    return (year, month) >= (TWO_TIERS.year, TWO_TIERS.month)


def _old_name(name: str) -> str | None:
    if district := _DISTRICT.match(name):
        return f"Ủy ban nhân dân, Hội đồng nhân dân {district['unit'].lower()}"
    province = _PROVINCE.match(name)
    return f"tỉnh {province['name'].title()}" if province and province["name"].replace("HOÀ", "HÒA") in MERGED_PROVINCES else None
