"""Rule of box 9b: the heading of the recipients at the foot of the paper (PL I.II.9.d)."""

import re
from collections.abc import Iterator
from typing import Final

from docgen.check.anatomy import Paper
from docgen.check.finding import CannotJudge, Fault, Rules, Severity, Verdicts, applies
from docgen.check.rules.lettering import lettering
from docgen.check.rules.typeset import THONG_LE, face_faults, numbers, says
from docgen.check.view import Line
from docgen.decree30 import COMPONENTS

rule = Rules("Nơi nhận")
_HEADING: Final = "Nơi nhận:"
_SIZE: Final = COMPONENTS["Nơi nhận"].sizes
_MAY_LACK: Final = (  # a quy chế or quy định is often attached to another paper, which has the recipients
    *("biên bản", "hợp đồng", "bản ghi nhớ", "bản thỏa thuận", "giấy ủy quyền", "giấy nghỉ phép", "đề án", "dự án", "phương án"),
    *("quy chế", "quy định", None),
)
_INDENT: Final = 5.0  # mm that the heading may stand off the left edge
_NOI_NHAN: Final = re.compile(r"nơi\s+nhận", re.I)
_SHAPE: Final = re.compile(r"Nơi nhận ?:$")


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
        yield Fault(line, f"“{_HEADING}” không gạch chân", "bỏ gạch chân", Severity.WARNING, THONG_LE)
    yield from _place_faults(paper, line)


def _missing(paper: Paper) -> Fault:
    if paper.loai in _MAY_LACK or not paper.head.so_ky_hieu or says(paper, "nơi nhận"):
        raise CannotJudge("không tìm thấy Nơi nhận")
    return Fault(
        None, "Văn bản thiếu phần Nơi nhận", "thêm “Nơi nhận:” và danh sách ở góc dưới bên trái", clause="Điều 8.2, PL I.II.9"
    )


def _shape_fault(line: Line) -> Fault:
    heading = _NOI_NHAN.match(line.words)
    rest = line.words[heading.end() :].lstrip(" :") if heading else ""
    if rest:
        return Fault(line, f"“{_HEADING}” phải ở một dòng riêng", "đưa các nơi nhận xuống dòng dưới")
    if heading and not heading.group().startswith("Nơi nhận"):
        return Fault(line, f"“{_HEADING}” phải là chữ in thường", f"gõ lại: {_HEADING}")
    return Fault(line, f"Phải ghi là “{_HEADING}”, có dấu hai chấm", f"gõ lại: {_HEADING}")


def _place_faults(paper: Paper, line: Line) -> Iterator[Fault]:
    paragraph = line.paragraph
    if paragraph.align in ("center", "right"):
        yield Fault(line, f"“{_HEADING}” phải sát lề trái", "canh trái")
    elif line.text[:1].isalpha() and paragraph.left + paragraph.first_line > _INDENT:
        indent = numbers(paragraph.left + paragraph.first_line)
        yield Fault(line, f"“{_HEADING}” lùi vào {indent} mm, phải sát lề trái", "đặt lề trái của đoạn về 0", Severity.WARNING)
    if len(paper.chu_ky) == 1 and paper.loai != "biên bản" and _stands_below(paper, line):
        yield Fault(
            line, f"“{_HEADING}” phải ngang hàng với quyền hạn của người ký", "đặt nơi nhận và chữ ký vào hai ô của một hàng"
        )


def _stands_below(paper: Paper, line: Line) -> bool:
    """Return whether the recipients begin under the signer's name, where that is certain."""
    name = paper.chu_ky[0].ho_ten
    own = line.paragraph
    if name is None or own.number <= name.paragraph.number or {own.story, name.paragraph.story} != {"body"}:
        return False
    if own.place is None or name.paragraph.place is None:
        return own.place is None
    return own.place.table is not name.paragraph.place.table or own.place.row > name.paragraph.place.row
