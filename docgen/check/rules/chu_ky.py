"""Rules of boxes 7a, 7b and 7c: the signer's authority and title, his name, a signature that stays with the text (PL I.II.7)."""

import re
from collections.abc import Iterator
from typing import Final

from docgen.check.anatomy import ChuKy, Paper
from docgen.check.finding import CannotJudge, Fault, Rules, Severity, Verdicts, applies, found
from docgen.check.gauges.lettering import THONG_LE, counted, face_faults, in_capitals, is_attached, lettering
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
_HO_TEN: Final = "Họ tên người ký"
_NAME_SIZES: Final = COMPONENTS["Họ tên"].sizes
_DEGREE: Final = lazy_re(
    r"(?:(?:PGS|GS|T\.?\s?S|TSKH|Th\.?\s?S|B\.?\s?S|BSCK|BSCKI{1,2}|CKI{1,2}|CK[12]|DS|DSCKI{1,2}|KS|KTS|CN|LS|CVC|NG[ƯU]T|NGND|TT[ƯU]T|TTND|NS[ƯU]T|NSND)"
    r"\b[\s.,]*)+|(?:Phó )?Giáo sư\b|Tiến sĩ\b|Tiến sỹ\b|Thạc s[ĩỹ]\b|Bác s[ĩỹ]\b|Dược s[ĩỹ]\b|Kỹ sư\b|Kiến trúc sư\b|Cử nhân\b"
    r"|Luật sư\b|Nhà giáo\b|Thầy thuốc\b|Đồng chí\b|Đ/c\b",
    re.I,
)
_ADDRESS: Final = lazy_re(r"(?:Ông|Bà)\b", re.I)
_ARMED_RANK: Final = lazy_re(r"(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uý)\b", re.I)
_ARMED: Final = lazy_re(r"công an|quân sự|quân khu|quốc phòng|biên phòng|bộ đội|cảnh sát|trại giam|cảnh vệ")
_LEARNED: Final = lazy_re(
    r"(?<!môi )(?<!thị )(?<!công )trường\b|bệnh viện|\by tế|giáo dục|khoa học|đại học|cao đẳng|học viện|\bviện\b|bệnh tật|mầm non"
)
_NEW_PAGE: Final = "\f"
_KINDS_OF_PAGE: Final = frozenset(("nextPage", "oddPage", "evenPage"))
TITLE: Final = lazy_re(
    r"TRƯỞNG|CHỦ TỊCH|GIÁM ĐỐC|CHÁNH|PHÓ|CHỦ NHIỆM|BÍ THƯ|(?:ỦY|UỶ) VIÊN|THỦ TƯỚNG|TỔNG |THỐNG ĐỐC|THƯ KÝ|CHỦ T(?:ỌA|OẠ)|TƯ LỆNH"
    r"|CHÍNH (?:ỦY|UỶ|TRỊ)|NGƯỜI|ĐẠI DIỆN|CHỨC VỤ|QUYỀN HẠN"
)
_SIGNED: Final = lazy_re(r"[(\[<{]|đã ký", re.I)


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


@rule("G03", Severity.ERROR, "PL I.II.7.c, đ")
def ho_ten(paper: Paper) -> Verdicts:
    """Họ tên người ký là chữ in thường, đứng, đậm, cỡ chữ 13 đến 14, không ghi học hàm, học vị, danh hiệu ở trước.

    Đơn vị giáo dục, y tế, khoa học, lực lượng vũ trang được ghi thêm khi ngành có quy định, nên ở đó chỉ lưu ý.

    Đạt: Nguyễn Văn An
    Không đạt: ThS. Nguyễn Văn An
    """
    applies(paper.chu_ky)
    names = [name for block in paper.chu_ky if (name := signer(block)) is not None]
    if not names and not any(map(_may_hold_a_name, paper.chu_ky)):
        severity = Severity.WARNING if paper.is_draft else None
        yield Fault(paper.chu_ky[0].quyen_han[-1], "Thiếu họ tên người ký", "ghi họ tên người ký dưới chức vụ", severity)
        return
    office = " ".join(line.words for line in (*paper.head.ban_hanh, *paper.head.chu_quan)).lower()
    for name in found(names, "họ tên người ký"):
        yield from _title_faults(name, office)
    yield from counted(fault for name in names for fault in _name_face_faults(name))


@rule("G04", Severity.WARNING, THONG_LE)
def mot_minh(paper: Paper) -> Verdicts:
    """Phần chữ ký ở cùng trang với những dòng cuối của nội dung, không bị ngắt sang một trang riêng.

    Một trang chỉ có chữ ký dễ bị ghép vào văn bản khác.

    Đạt: chữ ký ngay dưới đoạn cuối của nội dung
    Không đạt: ngắt trang giữa nội dung và chữ ký
    """
    applies(paper.is_whole)
    blocks = found([block for block in paper.chu_ky if block.quyen_han], "quyền hạn, chức vụ của người ký")
    first = min(line.paragraph.number for block in blocks for line in block.quyen_han)
    heading = paper.noi_nhan.paragraph.number if paper.noi_nhan else first
    if (place := _break_before(paper, min(first, heading))) is not None:
        message = "Có chỗ ngắt trang giữa nội dung và chữ ký, chữ ký đứng một mình ở trang sau"
        yield Fault(place, message, "bỏ chỗ ngắt trang, để chữ ký cùng trang với đoạn cuối của nội dung")


def _may_hold_a_name(block: ChuKy) -> bool:
    """Return whether a line of a signature without a name is no title in capitals, so that it may hold the name all the same."""
    return any(line.words.upper() != line.words for line in block.quyen_han)


def _title_faults(name: Line, office: str) -> Iterator[Fault]:
    if match := _DEGREE.match(name.words):
        title = match.group().strip(" ,")
        severity = Severity.NOTE if _LEARNED.search(office) or _ARMED.search(office) else Severity.ERROR
        typed = _DEGREE.match(name.text.lstrip()) if severity == Severity.ERROR else None
        mends = (Words(name, typed[0], ""),) if typed else ()
        yield Fault(name, f"Trước họ tên người ký không ghi “{title}”", f"bỏ “{title}”", severity, mends=mends)
    elif (match := _ARMED_RANK.match(name.words)) and not _ARMED.search(office):
        yield Fault(name, f"Trước họ tên người ký không ghi “{match.group()}”", f"bỏ “{match.group()}”", Severity.WARNING)
    elif match := _ADDRESS.match(name.words):
        message = f"Trước họ tên người ký không ghi “{match.group()}”, trừ khi đó là họ của người ký"
        yield Fault(name, message, f"bỏ “{match.group()}” nếu là cách gọi", Severity.NOTE)


def _name_face_faults(name: Line) -> Iterator[Fault]:
    if name.words.isupper():
        message, remedy = f"{_HO_TEN} phải là chữ in thường", "gõ lại bằng chữ in thường, viết hoa chữ cái đầu mỗi âm tiết"
        yield Fault(name, message, remedy, mends=retyped(name, " ".join(map(str.capitalize, name.words.split()))))
    yield from face_faults(lettering(name), _HO_TEN, sizes=_NAME_SIZES, bold=True, italic=False)


def _break_before(paper: Paper, number: int) -> Paragraph | None:
    """Return the paragraph with the page break that stands between the last words of the text and paragraph `number`."""
    for below, paragraph in _upwards(paper, number):
        if below.page_break_before or _changes_page(paper, paragraph, below):
            return below
        if not paragraph.words:
            if _NEW_PAGE in paragraph.text:
                return paragraph
            continue
        tail = paragraph.text.rpartition(_NEW_PAGE)
        return paragraph if tail[1] and not tail[2].strip() else None
    return None


def _upwards(paper: Paper, number: int) -> Iterator[tuple[Paragraph, Paragraph]]:
    """Yield each paragraph above `number` with the one below it, from there up."""
    above = [paragraph for paragraph in paper.view.paragraphs if paragraph.number <= number]
    yield from zip(reversed(above), reversed(above[:-1]), strict=False)


def _changes_page(paper: Paper, paragraph: Paragraph, below: Paragraph) -> bool:
    return paragraph.section != below.section and paper.view.sections[below.section].kind in _KINDS_OF_PAGE


def titles(block: ChuKy) -> list[Line]:
    """Return the lines of authority and title of a signature, without what only says that it was signed."""
    return [line for line in block.quyen_han if not _SIGNED.match(line.words)]


def signer(block: ChuKy) -> Line | None:
    """Return the line of the signer's name."""
    return block.ho_ten if block.ho_ten is not None and not _SIGNED.match(block.ho_ten.words) else None
