"""Ways to spoil the stamps of urgency and circulation."""

from tests.check.mutations import Mutation
from tests.check.papers.mutate import Change, at
from tests.check.papers.spoil import insert_paragraph_after, set_bold, set_italic, set_size


def _stamped(words: str, size: float, *, bold: bool = True, italic: bool = False) -> Change:
    """Add a stamp under the number."""

    def change(document: object) -> None:
        at("Số:", insert_paragraph_after(words))(document)  # type: ignore[arg-type]
        at(words, set_size(size), set_bold(bold), set_italic(italic))(document)  # type: ignore[arg-type]

    return change


MUTATIONS = (
    Mutation("U01", "small letters", "quyet_dinh", _stamped("Khẩn", 13), "Khẩn"),
    Mutation("U01", "plain", "bao_cao", _stamped("THƯỢNG KHẨN", 13, bold=False), "phải đậm"),
    Mutation("U01", "size 16", "to_trinh", _stamped("HỎA TỐC", 16), "cỡ chữ 16"),
    Mutation("U01", "italic", "ke_hoach", _stamped("LƯU HÀNH NỘI BỘ", 13, italic=True), "đứng"),
)
