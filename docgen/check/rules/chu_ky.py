"""Rules of box 7a: the signer's authority and title (PL I.II.7.b, đ)."""

import re
from collections.abc import Iterator
from typing import Final

from docgen.check.anatomy import ChuKy, Paper
from docgen.check.finding import CannotJudge, Fault, Rules, Severity, Verdicts, applies, found
from docgen.check.gauges.lettering import counted, face_faults, flush_faults, in_capitals, is_attached, lettering
from docgen.check.gauges.prose import places_to_fill
from docgen.check.mends import Words, retyped
from docgen.check.view import Line, Paragraph
from docgen.decree30 import COMPONENTS
from docgen.text.patterns import lazy_re

rule = Rules("Chữ ký")
_NAME: Final = "Quyền hạn, chức vụ"
_SIZES: Final = COMPONENTS["Quyền hạn chức vụ"].sizes
_MAY_LACK: Final = ("biên bản", "hợp đồng", "bản ghi nhớ", "bản thỏa thuận", "quy chế", "quy định", None)
_BELOW: Final = 3  # paragraphs below the known titles that may hold another, above the room to sign in; docgen's choice
_SIGN: Final = lazy_re(r"(T\W?M|K\W?T|T\W?L|T\W?U\W?Q|U\W?Q|Q)(\W+)(?=\w)", re.I)
_RIGHT: Final = lazy_re(r"(?:TM|KT|TL|TUQ|Q)\. ")
_TIGHT: Final = lazy_re(r"(?:TM|KT|TL|TUQ|Q) ?\.")
_SPELLED: Final = (
    (lazy_re(r"THAY MẶT\b"), "TM."),
    (lazy_re(r"KÝ THAY\b"), "KT."),
    (lazy_re(r"THỪA LỆNH\b"), "TL."),
    (lazy_re(r"THỪA (?:ỦY|UỶ) QUYỀN\b"), "TUQ."),
    (lazy_re(r"QUYỀN (?=CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|BỘ TRƯỞNG|HIỆU TRƯỞNG|CỤC TRƯỞNG|VIỆN TRƯỞNG|TRƯỞNG )"), "Q."),
)
_BRACKETS: Final = lazy_re(r"\([^)]*\)?|\[[^\]]*\]?")
_HEADS: Final = (
    *("TỔNG GIÁM ĐỐC", "GIÁM ĐỐC", "CHỦ TỊCH", "BỘ TRƯỞNG", "CHÁNH VĂN PHÒNG", "CHÁNH THANH TRA", "CHÁNH ÁN", "CHỦ NHIỆM"),
    *("TRƯỞNG BAN", "TRƯỞNG PHÒNG", "TRƯỞNG ĐOÀN", "TRƯỞNG KHOA", "TRƯỞNG TRẠM", "TRƯỞNG CÔNG AN", "TỔ TRƯỞNG", "VỤ TRƯỞNG"),
    *("HIỆU TRƯỞNG", "TỔNG CỤC TRƯỞNG", "CHI CỤC TRƯỞNG", "CỤC TRƯỞNG", "VIỆN TRƯỞNG", "ĐỘI TRƯỞNG", "TỔNG THANH TRA"),
    *("THỐNG ĐỐC", "THỦ TƯỚNG"),
)
_DEPUTIES: Final = {head: f"PHÓ {head}" for head in _HEADS} | {"BỘ TRƯỞNG": "THỨ TRƯỞNG"}
_DEPUTY: Final = lazy_re(r"\bPHÓ\b|\bTHỨ TRƯỞNG\b|\b(?:ỦY|UỶ) VIÊN\b")
_FOR_ANOTHER: Final = lazy_re(r"K\W?T\b|T?\W?U\W?Q\b|KÝ THAY|THỪA (?:ỦY|UỶ) QUYỀN")
_IS_DEPUTY: Final = lazy_re(r"PHÓ |THỨ TRƯỞNG\b")
_BODY: Final = lazy_re(r"(?:(?:ỦY|UỶ) BAN|UBND|HỘI ĐỒNG|HĐND|SỞ|PHÒNG|BAN|TẬP THỂ)\b")
TITLE: Final = lazy_re(
    r"TRƯỞNG|CHỦ TỊCH|GIÁM ĐỐC|CHÁNH|PHÓ|CHỦ NHIỆM|BÍ THƯ|(?:ỦY|UỶ) VIÊN|THỦ TƯỚNG|TỔNG |THỐNG ĐỐC|THƯ KÝ|CHỦ T(?:ỌA|OẠ)|TƯ LỆNH"
    r"|CHÍNH (?:ỦY|UỶ|TRỊ)|NGƯỜI|ĐẠI DIỆN|CHỨC VỤ|QUYỀN HẠN"
)
_SHORT_BODY: Final = lazy_re(r"\s*(UBND|HĐND)\b")
SIGNED: Final = lazy_re(r"[(\[<{]|đã ký", re.I)


@rule("G01", Severity.ERROR, "PL I.II.7.b, đ")
def quyen_han(paper: Paper) -> Verdicts:
    """Quyền hạn, chức vụ in hoa, đứng, đậm, cỡ chữ 13 đến 14; trước đó ghi TM. KT. TL. TUQ. hoặc Q., có dấu chấm và một dấu cách.

    Chữ T/M, K/T là cách viết của văn bản Đảng.

    Đạt: TM. ỦY BAN NHÂN DÂN
    Không đạt: T/M ỦY BAN NHÂN DÂN
    """
    applies(paper.is_whole or paper.chu_ky)
    if not paper.chu_ky:
        yield _missing(paper)
        return
    lines = [line for block in paper.chu_ky for line in titles(block)]
    found(lines, "quyền hạn, chức vụ của người ký")
    yield from (fault for line in lines for fault in _sign_faults(line))
    unfilled = places_to_fill(line.paragraph for line in lines)
    written = [line for line in lines if id(line.paragraph) not in unfilled]
    yield from counted(fault for line in written for fault in _face_faults(line))


@rule("G02", Severity.WARNING, "PL I.II.7.b, Điều 13")
def chuc_vu(paper: Paper) -> Verdicts:
    """Dưới “KT.” là chức vụ cấp phó, dưới “TL.”, “TUQ.” là chức vụ người ký, dưới “TM.” tên tập thể là chức vụ.

    KT. CHỦ TỊCH đi với PHÓ CHỦ TỊCH, KT. BỘ TRƯỞNG đi với THỨ TRƯỞNG. Cấp phó ký mà không có “KT.” cũng được nhắc.

    Đạt: KT. CHỦ TỊCH / PHÓ CHỦ TỊCH
    Không đạt: TM. ỦY BAN NHÂN DÂN / PHÓ CHỦ TỊCH
    """
    applies(paper.chu_ky)
    blocks = [lines for block in paper.chu_ky if (lines := titles(block))]
    for lines in found(blocks, "quyền hạn, chức vụ của người ký"):
        if _is_unfilled(paper, lines):
            continue
        yield from _order_faults(lines)
        if paper.loai != "biên bản":
            yield from _lone_deputy(lines)


def _is_unfilled(paper: Paper, lines: list[Line]) -> bool:
    """Return whether among the titles or right below them something has still to be filled in, a title perhaps."""
    first, last = lines[0].paragraph.number, lines[-1].paragraph.number + _BELOW
    return bool(places_to_fill(paragraph for paragraph in paper.view.paragraphs if first <= paragraph.number <= last))


def _missing(paper: Paper) -> Fault:
    if paper.loai in _MAY_LACK or is_attached(paper) or any(map(_may_sign, paper.view.paragraphs)):
        raise CannotJudge("không tìm thấy chữ ký")
    message = "Văn bản thiếu chức vụ, họ tên và chữ ký của người có thẩm quyền"
    severity = Severity.WARNING if paper.is_draft or not paper.head.so_ky_hieu else None
    return Fault(None, message, "thêm quyền hạn, chức vụ và họ tên người ký", severity, "Điều 8.2, PL I.II.7")


def _may_sign(paragraph: Paragraph) -> bool:
    words = paragraph.words
    return bool(_SIGN.match(words)) or (len(words) < 60 and words.isupper() and words.startswith(_HEADS))


def _sign_faults(line: Line) -> Iterator[Fault]:
    words = line.words
    sign = _SIGN.match(words)
    if sign and not _RIGHT.match(words):
        right = _abbreviation(sign.group(1))
        typed = _SIGN.match(line.text.lstrip())
        mends = (Words(line, typed[0], f"{right} "),) if typed else ()
        if _TIGHT.match(words):
            message, remedy = f"Sau “{right}” phải có một dấu cách", f"gõ “{right}”, một dấu cách, rồi chức vụ"
            yield Fault(line, message, remedy, Severity.WARNING, mends=mends)
        else:
            wrong = sign.group().strip()
            message = f"Quyền hạn ghi “{wrong}”, phải ghi “{right}”"
            yield Fault(line, message, f"thay “{wrong}” bằng “{right}”", mends=mends)
    if sign and (short := _SHORT_BODY.match(words, sign.end())):
        full = "ỦY BAN NHÂN DÂN" if short[1] == "UBND" else "HỘI ĐỒNG NHÂN DÂN"
        yield Fault(
            line,
            f"Sau “{_abbreviation(sign.group(1))}” ghi tắt “{short[1]}”, mẫu ghi đủ “{full}”",
            f"ghi đủ: {full}",
            Severity.WARNING,
        )
    for spelled, right in _SPELLED:
        if match := spelled.match(words):
            wrong = match.group().strip()
            message, mends = f"Quyền hạn ghi “{wrong}”, phải ghi chữ viết tắt “{right}”", (Words(line, wrong, right),)
            yield Fault(line, message, f"thay “{wrong}” bằng “{right}”", mends=mends)


def _abbreviation(sign: str) -> str:
    letters = "".join(filter(str.isalpha, sign)).upper()
    return "TUQ." if letters == "UQ" else f"{letters}."


def _face_faults(line: Line) -> Iterator[Fault]:
    sign = _SIGN.match(line.words)
    if not in_capitals(_BRACKETS.sub("", line.words[sign.end() if sign else 0 :])):
        mends = () if _BRACKETS.search(line.words) else retyped(line, line.text.strip().upper())
        yield Fault(line, f"{_NAME} phải là chữ in hoa", "gõ lại bằng chữ in hoa", mends=mends)
    yield from flush_faults(line, _NAME)
    yield from face_faults(lettering(line), _NAME, sizes=_SIZES, bold=True, italic=False)


def _order_faults(lines: list[Line]) -> Iterator[Fault]:
    for place, line in enumerate(lines):
        sign = _RIGHT.match(line.words)
        if sign is None or sign.group() == "Q. ":
            continue
        form, holder = sign.group().strip(), line.words[sign.end() :].upper()
        below = [other.words.upper() for other in lines[place + 1 :]]
        yield from _holder_faults(line, form, holder)
        yield from _below_faults(line, form, holder, below)


def _holder_faults(line: Line, form: str, holder: str) -> Iterator[Fault]:
    if form == "TM." and holder.startswith(_HEADS):
        message = "“TM.” đứng trước tên tập thể hoặc cơ quan, không đứng trước chức vụ"
        yield Fault(line, message, "ghi tên tập thể lãnh đạo hoặc cơ quan sau “TM.”")
    elif form != "TM." and _BODY.match(holder):
        message = f"“{form}” đứng trước chức vụ của người đứng đầu, không đứng trước tên cơ quan"
        yield Fault(line, message, f"ghi chức vụ của người đứng đầu sau “{form}”")


def _below_faults(line: Line, form: str, holder: str, below: list[str]) -> Iterator[Fault]:
    if form == "KT.":
        expected = next((deputy for head, deputy in _DEPUTIES.items() if holder.startswith(head)), None)
        if not any(map(_DEPUTY.search, below)):
            yield Fault(line, f"Dưới “{line.words}” phải là chức vụ của cấp phó", f"thêm dòng “{expected or 'PHÓ …'}”")
        elif expected and not any(words.startswith((expected, "ỦY VIÊN", "UỶ VIÊN")) for words in below):
            yield Fault(line, f"Dưới “{line.words}” phải là “{expected}”", f"sửa chức vụ thành “{expected}”")
    elif not any(map(TITLE.search, below)):
        yield Fault(line, f"Dưới “{line.words}” phải là chức vụ của người ký", "thêm dòng chức vụ của người ký")


def _lone_deputy(lines: list[Line]) -> Iterator[Fault]:
    """Yield a fault where a deputy signs in nobody's stead, but for one who heads a board: "TRƯỞNG BAN / PHÓ CHỦ TỊCH UBND"."""
    deputy = next((line for line in lines if _IS_DEPUTY.match(line.words.upper())), None)
    if deputy is None or any(_FOR_ANOTHER.match(line.words.upper()) for line in lines):
        return
    head = next((head for head, title in _DEPUTIES.items() if deputy.words.upper().startswith(title)), None)
    first = lines[0].words.upper()
    if not (lines[0] is not deputy and head and first.startswith(_HEADS) and not first.startswith(head)):
        message = f"“{deputy.words}” ký thay cấp trưởng, phía trên phải có dòng “KT. {head or '…'}”"
        yield Fault(deputy, message, f"thêm dòng “KT. {head or '<chức vụ cấp trưởng>'}” ở trên")


def titles(block: ChuKy) -> list[Line]:
    """Return the lines of authority and title of a signature, without what only says that it was signed."""
    return [line for line in block.quyen_han if not SIGNED.match(line.words)]
