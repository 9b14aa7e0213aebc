"""The list of the forms that were sent out, where a clerk notes what has come back."""

from collections.abc import Sequence
from dataclasses import dataclass

from docgen.forms.sheets import BookProperties, Column, Link, Sheet, Title, workbook


@dataclass(frozen=True, slots=True)
class SentForm:
    """A form: the unit, its file by its way from the list's folder, and how much the unit is asked."""

    don_vi: str
    tep: str
    chu_tri: int
    phoi_hop: int
    trach_nhiem: int


def form_list(forms: Sequence[SentForm], *, ky: str, ke_hoach: str, co_quan: str) -> bytes:
    """Return the workbook that lists `forms`, in their order; what is to be noted by hand is blank.

    The same forms give the same bytes. It bears no stamp yet: `stamp.stamped_copy` gives it one.
    """
    columns = (
        Column("STT", 6, giua=True),
        Column("Đơn vị", 40),
        Column("Tệp biểu mẫu", 44),
        Column("Nhiệm vụ chủ trì", 10, giua=True),
        Column("Nhiệm vụ phối hợp", 10, giua=True),
        Column("Trách nhiệm", 12, giua=True),
        Column("Ngày gửi", 12, giua=True),
        Column("Ngày trả lời", 12, giua=True),
        Column("Ghi chú", 24),
    )
    titles = [
        Title(f"DANH MỤC BIỂU MẪU THU THẬP KẾT QUẢ {ky.upper()}", dam=True, co_chu=14),
        Title(f"({ke_hoach})"),
    ]
    rows = [
        (number, one.don_vi, Link(one.tep), one.chu_tri, one.phoi_hop, one.trach_nhiem, None, None, None)
        for number, one in enumerate(forms, start=1)
    ]
    sheet = Sheet("Danh mục biểu mẫu", columns, rows, titles, fixed=2)
    return workbook([sheet], BookProperties(f"Danh mục biểu mẫu thu thập kết quả {ky}", co_quan))
