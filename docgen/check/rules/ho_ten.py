"""Rules of boxes 7b and 7c: the signer's name, and a signature that stays with the text (PL I.II.7.c, đ)."""

import re
from collections.abc import Iterator
from typing import Final

from docgen.check.anatomy import ChuKy, Paper
from docgen.check.finding import Fault, Rules, Severity, Verdicts, applies, found
from docgen.check.gauges.lettering import THONG_LE, counted, face_faults, flush_faults, lettering
from docgen.check.mends import Words, retyped
from docgen.check.rules.chu_ky import SIGNED
from docgen.check.view import Line, Paragraph
from docgen.decree30 import COMPONENTS
from docgen.text.patterns import lazy_re

rule = Rules("Chữ ký")
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


@rule("G03", Severity.ERROR, "PL I.II.7.c, đ")
def ho_ten(paper: Paper) -> Verdicts:
    """Họ tên người ký là chữ in thường, đứng, đậm, cỡ chữ 13 đến 14, không ghi học hàm, học vị, danh hiệu ở trước.

    Đơn vị giáo dục, y tế, khoa học, lực lượng vũ trang được ghi thêm khi ngành có quy định, nên ở đó chỉ lưu ý.

    Đạt: Nguyễn Văn An
    Không đạt: ThS. Nguyễn Văn An
    """
    applies(paper.chu_ky)
    names = [name for block in paper.chu_ky if (name := signer(block)) is not None]
    # a line that is no title in capitals may hold the name all the same
    if not names and not any(line.words.upper() != line.words for block in paper.chu_ky for line in block.quyen_han):
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
    yield from flush_faults(name, _HO_TEN)
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


def signer(block: ChuKy) -> Line | None:
    """Return the line of the signer's name."""
    return block.ho_ten if block.ho_ten is not None and not SIGNED.match(block.ho_ten.words) else None
