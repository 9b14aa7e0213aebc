"""Rules of boxes 10b and 11: how urgent the paper is, and among whom it goes (PL I.III.2)."""

from typing import Final

from docgen.check.anatomy import Paper
from docgen.check.finding import Fault, Rules, Severity, Verdicts, applies
from docgen.check.gauges.lettering import face_faults
from docgen.check.view import Line
from docgen.decree30 import CIRCULATIONS, STAMP_SIZE, URGENCIES

rule = Rules("Dấu chỉ độ khẩn, phạm vi lưu hành")

_OLD_TONE_MARKS: Final = str.maketrans({"Ỏ": "O", "Ả": "A"})
_CIRCULATION_CLAUSE: Final = "PL I.III.2.c"


@rule("U01", Severity.WARNING, "PL I.III.2.b")
def dau_khan(paper: Paper) -> Verdicts:
    """Độ khẩn ghi HỎA TỐC, THƯỢNG KHẨN hoặc KHẨN; phạm vi lưu hành ghi XEM XONG TRẢ LẠI, LƯU HÀNH NỘI BỘ.

    Chữ in hoa, đứng, đậm, cỡ 13 đến 14, trong khung viền đơn. Khổ của khung (30 x 8, 40 x 8, 20 x 8 mm) phải đo trên giấy.

    Đạt: THƯỢNG KHẨN
    Không đạt: RẤT KHẨN; Khẩn
    """
    head = paper.head
    applies(paper.is_whole and (head.khan or head.luu_hanh))
    if head.khan:
        yield from _stamp(head.khan, "Dấu chỉ độ khẩn", URGENCIES)
    if head.luu_hanh:
        faults = _stamp(head.luu_hanh, "Chỉ dẫn phạm vi lưu hành", CIRCULATIONS)
        yield from (fault._replace(clause=_CIRCULATION_CLAUSE) for fault in faults)


def _stamp(line: Line, name: str, allowed: tuple[str, ...]) -> Verdicts:
    if _plain(line.words) not in map(_plain, allowed):
        yield Fault(line, f"{name} ghi “{line.words}”, phải là {' hoặc '.join(allowed)}", "ghi lại đúng chữ, in hoa")
    yield from face_faults(line, name, sizes=(STAMP_SIZE.low, STAMP_SIZE.high), bold=True, italic=False)


def _plain(words: str) -> str:
    """Return `words` without the tone mark that may stand on either letter of HỎA."""
    return words.translate(_OLD_TONE_MARKS)
