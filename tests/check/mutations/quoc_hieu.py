"""Ways to spoil the state's name and motto, and the line under them."""

from docx.document import Document
from docx.shared import Mm

from tests.check.mutations import Mutation
from tests.check.papers.mutate import at
from tests.check.papers.spoil import (
    delete_paragraph,
    remove_rule,
    replace_text,
    set_align,
    set_bold,
    set_italic,
    set_rule,
    set_size,
    set_underline,
)

_NAME, _MOTTO = "CỘNG HÒA", "Độc lập"


def _narrow_cell(document: Document) -> None:
    for row in document.tables[0].rows:
        for cell, width in zip(row.cells, (80, 85), strict=True):
            cell.width = Mm(width)


MUTATIONS = (
    Mutation("H02", "on the left", "ke_hoach", at("Độc lập", set_align("left")), "Tiêu ngữ phải canh giữa"),
    Mutation("H01", "missing", "bao_cao", at(_NAME, delete_paragraph), "Thiếu Quốc hiệu"),
    Mutation("H01", "misspelt", "cong_van", at(_NAME, replace_text("NGHĨA", "NGHỈA"))),
    Mutation("H01", "in small letters", "ke_hoach", at(_NAME, replace_text("CỘNG HÒA", "Cộng hòa")), "in hoa"),
    Mutation("H01", "size 15", "to_trinh", at(_NAME, set_size(15)), "cỡ chữ 15, phải là 12 đến 13"),
    Mutation("H01", "plain", "quyet_dinh", at(_NAME, set_bold(False)), "phải đậm"),
    Mutation("H01", "italic", "cong_van", at(_NAME, set_italic(True)), "đứng"),
    Mutation("H02", "missing", "cong_van", at(_MOTTO, delete_paragraph), "Thiếu Tiêu ngữ"),
    Mutation(
        "H02", "long dashes", "cong_van", at(_MOTTO, replace_text("Độc lập - Tự do -", "Độc lập – Tự do –")), "gạch nối ngắn"
    ),
    Mutation("H02", "no blanks", "bao_cao", at(_MOTTO, replace_text(" - ", "-")), "có cách chữ"),
    Mutation("H02", "capitals", "ke_hoach", at(_MOTTO, replace_text("Hạnh phúc", "Hạnh Phúc"))),
    Mutation("H02", "size 12", "to_trinh", at(_MOTTO, set_size(12)), "cỡ chữ 12"),
    Mutation("H02", "plain", "quyet_dinh", at(_MOTTO, set_bold(False)), "phải đậm"),
    Mutation("H02", "italic", "bao_cao", at(_MOTTO, set_italic(True)), "đứng"),
    Mutation("H03", "a narrow cell", "cong_van", _narrow_cell, "xuống dòng"),
    Mutation("H03", "a narrow cell of a plan", "ke_hoach", _narrow_cell, "xuống dòng"),
    Mutation("H04", "missing", "cong_van", at(_MOTTO, remove_rule), "Thiếu đường kẻ"),
    Mutation("H04", "missing anchored", "to_trinh", at(_MOTTO, remove_rule), "Thiếu đường kẻ"),
    Mutation("H04", "underlined instead", "ke_hoach", at(_MOTTO, remove_rule, set_underline()), "gạch chân"),
    Mutation("H04", "too short", "quyet_dinh", at(_MOTTO, set_rule(30)), "30 mm"),
    Mutation("H04", "too long", "bao_cao", at(_MOTTO, set_rule(80)), "80 mm"),
    Mutation("H04", "underscores", "cong_van", at(_MOTTO, set_rule(60, "underscores")), "ký tự"),
    Mutation("H08", "13, 13, 14", "cong_van", at(_MOTTO, set_size(13)), "không thống nhất"),
    Mutation("H08", "12, 14, 14", "ke_hoach", at(_NAME, set_size(12)), "không thống nhất"),
    Mutation("H08", "12, 13, 14", "quyet_dinh", at("Sóc Trăng, ngày", set_size(14)), "không thống nhất"),
)
