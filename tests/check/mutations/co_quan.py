"""Ways to spoil the names of the offices, and the line under them."""

import copy
from typing import Any

from docx.document import Document
from docx.text.paragraph import Paragraph

from tests.check.mutations import Mutation
from tests.check.papers.mutate import at
from tests.check.papers.spoil import (
    Spoil,
    delete_paragraph,
    remove_rule,
    replace_text,
    set_align,
    set_bold,
    set_italic,
    set_rule,
    set_size,
    set_text,
    set_underline,
)

_ABOVE, _OFFICE, _UBND, _PLACE = "UBND TỈNH", "SỞ NỘI VỤ", "ỦY BAN NHÂN DÂN", "TỈNH SÓC TRĂNG"


def _under(words: str) -> Spoil:
    """Put the office under another one: a line of `words`, not bold, above it."""

    def spoil(paragraph: Paragraph) -> None:
        above: Any = copy.deepcopy(paragraph._p)
        paragraph._p.addprevious(above)
        made = Paragraph(above, paragraph._parent)
        set_text(words)(made)
        set_bold(False)(made)

    return spoil


def _without_office(document: Document) -> None:
    at(_OFFICE, remove_rule, delete_paragraph)(document)
    at(_ABOVE, delete_paragraph)(document)


def _district_in_2026(document: Document) -> None:
    at(_ABOVE, set_text("UBND HUYỆN MỸ TÚ"))(document)
    at("Sóc Trăng, ngày", replace_text("năm 2024", "năm 2026"))(document)


MUTATIONS = (
    Mutation("H05", "on the left", "bao_cao", at(_ABOVE, set_align("left")), "chủ quản phải canh giữa"),
    Mutation("H06", "on the left", "ke_hoach", at("ỦY BAN NHÂN DÂN", set_align("both")), "ban hành phải canh giữa"),
    Mutation("H05", "bold", "bao_cao", at(_ABOVE, set_bold(True)), "không được đậm"),
    Mutation("H05", "size 14", "to_trinh", at(_ABOVE, set_size(14)), "cỡ chữ 14"),
    Mutation("H05", "small letters", "bao_cao", at(_ABOVE, set_text("Ủy ban nhân dân tỉnh Sóc Trăng")), "in hoa"),
    Mutation("H05", "italic", "to_trinh", at(_ABOVE, set_italic(True)), "đứng"),
    Mutation("H06", "missing", "bao_cao", _without_office, "Thiếu tên cơ quan"),
    Mutation("H06", "plain", "bao_cao", at(_OFFICE, set_bold(False)), "phải đậm"),
    Mutation("H06", "one line plain", "cong_van", at(_UBND, set_bold(False)), "phải đậm"),
    Mutation("H06", "small letters", "bao_cao", at(_OFFICE, replace_text("SỞ NỘI VỤ", "Sở Nội vụ")), "in hoa"),
    Mutation("H06", "size 14", "quyet_dinh", at(_PLACE, set_size(14)), "cỡ chữ 14"),
    Mutation("H06", "abbreviated", "ke_hoach", at(_UBND, replace_text(_UBND, "UBND")), "viết tắt “UBND”"),
    Mutation("H06", "italic", "cong_van", at(_PLACE, set_italic(True)), "đứng"),
    Mutation("H07", "missing", "cong_van", at(_PLACE, remove_rule), "Thiếu đường kẻ"),
    Mutation("H07", "missing anchored", "to_trinh", at("VÀ DU LỊCH", remove_rule), "Thiếu đường kẻ"),
    Mutation("H07", "underlined instead", "bao_cao", at(_OFFICE, remove_rule, set_underline()), "gạch chân"),
    Mutation("H07", "as long as the name", "ke_hoach", at(_PLACE, set_rule(38)), "38 mm"),
    Mutation("H07", "too short", "quyet_dinh", at(_PLACE, set_rule(6)), "6 mm"),
    Mutation("H07", "underscores", "cong_van", at(_PLACE, set_rule(15, "underscores")), "ký tự"),
    Mutation("H09", "UBND under UBND", "cong_van", at(_UBND, _under("CHÍNH PHỦ")), "không ghi cơ quan chủ quản"),
    Mutation("H09", "a province that is no more", "quyet_dinh", at("Sóc Trăng, ngày", replace_text("4 năm 2024", "9 năm 2025"))),
    Mutation("H09", "a district that is no more", "bao_cao", _district_in_2026, "huyện"),
)
