"""The foot of a paper: recipients at the left, authority, title and name at the right."""

from docgen.data.model.coquan import Ky
from docgen.paper.context.dau import centred_lines
from docgen.paper.layout import Layout
from docgen.text.typography import longest_word, width
from docgen.text.wording import capitals, ended

_RECIPIENTS = 62.0  # mm that the recipients have at least
_SIGNATURE_SHARE = 0.52  # of the text width, where the lines of the signature do not need more


def recipients(noi_nhan: tuple[str, ...], luu: str) -> tuple[str, ...]:
    """Each recipient stands behind a dash and ends with `;`, the filing copy last with `.` (PL I.II.9.d)."""
    return (*(f"- {ended(text, ';')}" for text in noi_nhan), f"- Lưu: {ended(luu, '.')}")


def signature(ky: Ky, noi_nhan: tuple[str, ...], layout: Layout) -> tuple[list[str], float]:
    """Return the lines of authority and title, and the width in mm of their column, which leaves the recipients theirs."""
    widest = layout.text_width - max(_RECIPIENTS, longest_word(noi_nhan, layout.sizes["Danh sách nơi nhận"]) + 2)
    lines = [
        line
        for text in (*(ky.quyen_han or ()), ky.chuc_vu or "")
        for line in centred_lines(capitals(text), "Quyền hạn chức vụ", layout, widest - 2)
    ]
    needed = [width(line, layout.sizes["Quyền hạn chức vụ"], "bold") + 2 for line in (*lines, ky.ho_ten or "")]
    return lines, min(max(layout.text_width * _SIGNATURE_SHARE, *needed), widest)
