"""Rule of the lines that say who issues a decision or a resolution, and that it decides (PL III, mẫu 1.1 and 1.2)."""

from collections.abc import Iterator
from typing import Final

from docgen.check.anatomy import Paper
from docgen.check.anatomy.opening import DECIDES
from docgen.check.finding import Fault, Rules, Severity, Verdicts, applies
from docgen.check.gauges.lettering import centre_faults, counted, face_faults, in_capitals, lettering
from docgen.check.view import Line

rule = Rules("Tên loại và trích yếu nội dung văn bản")
_SIZES: Final = (13.0, 14.0)


@rule("T05", Severity.WARNING, "PL III, Mẫu 1.1, 1.2")
def tham_quyen(paper: Paper) -> Verdicts:
    """Thẩm quyền ban hành và chữ “QUYẾT ĐỊNH:”, “QUYẾT NGHỊ:” in hoa, đứng, đậm, canh giữa, mỗi thứ một dòng.

    Không có điều khoản nào nói đến hai dòng này, nhưng mẫu nghị quyết, quyết định của Phụ lục III đều trình bày như vậy.

    Đạt: CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ĐÔNG HẢI
    Không đạt: Chủ tịch Ủy ban nhân dân xã Đông Hải
    """
    applies(paper.is_whole and paper.tham_quyen)
    yield from counted(fault for line in paper.tham_quyen for fault in _faults(line))


def _faults(line: Line) -> Iterator[Fault]:
    decides = DECIDES.match(f"{line.words.rstrip(' :')}:") is not None
    name = f"“{line.words.rstrip(' :')}”" if decides else "Thẩm quyền ban hành"
    if not in_capitals(line.words):
        yield Fault(line, f"{name} phải là chữ in hoa", f"gõ lại: {line.words.upper()}")
    yield from centre_faults(line, name)
    yield from face_faults(lettering(line), name, sizes=_SIZES, bold=True, italic=False)
    if decides and not line.words.endswith(":"):
        yield Fault(line, f"Sau {name} phải có dấu hai chấm (:)", "gõ dấu hai chấm")
