"""Wording: blanks, unseen characters, numbers, doubled words, tone marks, what was left to be filled in."""

import unicodedata
from typing import Final

from docx.text.paragraph import Paragraph

from tests.check.mutations import Mutation
from tests.check.papers.mutate import Change, at
from tests.check.papers.spoil import replace_text


def _retyped(start: str, old: str, new: str) -> Change:
    return at(start, replace_text(old, new))


def _decomposed(paragraph: Paragraph) -> None:
    for run in paragraph.runs:
        run.text = unicodedata.normalize("NFD", run.text)


MUTATIONS: Final = (
    Mutation(
        "X17",
        "a quotation that does not close",
        "ke_hoach",
        _retyped("Thẩm định,", "theo khả năng", "“theo khả năng"),
        "không đóng",
    ),
    Mutation("X17", "two kinds of marks", "cong_van", _retyped("b) Bố trí", "sách kỹ", '“sách kỹ" và'), "dấu khác"),
    Mutation("X03", "a blank before a comma", "ke_hoach", _retyped("Thẩm định,", "Thẩm định,", "Thẩm định ,"), "trước dấu câu"),
    Mutation("X03", "none behind a comma", "cong_van", _retyped("b) Bố trí", "nhi, sách kỹ", "nhi,sách kỹ"), "sau dấu câu"),
    Mutation("X03", "none behind a full stop", "bao_cao", _retyped("a) Trong năm", "đi. Tỷ", "đi.Tỷ"), "sau dấu câu"),
    Mutation("X03", "blanks in brackets", "quyet_dinh", _retyped("Điều 1.", "(sau đây", "( sau đây"), "trong ngoặc"),
    Mutation(
        "X03", "no blank before a bracket", "quyet_dinh", _retyped("Điều 1.", "2024 (sau", "2024 tại tỉnh(sau"), "ngoài ngoặc"
    ),
    Mutation("X03", "two blanks", "to_trinh", _retyped("Lễ hội là", "truyền thống của", "truyền thống  của"), "liền nhau"),
    Mutation("X03", "an unseen character", "ke_hoach", _retyped("b) Nâng tỷ", "trực tuyến", "trực \u200btuyến"), "U+200B"),
    Mutation("X03", "loose marks", "cong_van", at("c) Phân công", _decomposed), "Unicode tổ hợp"),
    Mutation("X04", "a decimal point", "bao_cao", _retyped("a) Trong năm", "98,5%", "98.5%"), "phần thập phân"),
    Mutation("X04", "thousands with commas", "to_trinh", _retyped("d) Kinh phí", "2.450.000.000", "2,450,000,000"), "hàng nghìn"),
    Mutation("X04", "thousands without a mark", "to_trinh", _retyped("d) Kinh phí", "2.450.000.000", "2450000000"), "hàng nghìn"),
    Mutation(
        "X04", "two ways of days", "ke_hoach", _retyped("a) Xây dựng kế", "ngày 15 tháng 3 năm 2024", "ngày 15/3/2024"), "hai lối"
    ),
    Mutation("X09", "các các", "ke_hoach", _retyped("b) Theo dõi", "tổng hợp kết quả", "tổng hợp các các kết quả"), "“các các”"),
    Mutation("X09", "của của", "bao_cao", _retyped("Thực hiện Công văn", "2023 của Ủy", "2023 của của Ủy"), "“của của”"),
    Mutation(
        "X09",
        "two words",
        "cong_van",
        _retyped("b) Bố trí", "Bố trí kinh phí từ", "Bố trí kinh phí thực hiện thực hiện từ"),
        "thực hiện",
    ),
    Mutation("X10", "hoà", "ke_hoach", _retyped("c) Tổ chức các", "nhà văn hóa", "nhà văn hoá"), "“hoá”"),
    Mutation("X10", "Uỷ", "to_trinh", _retyped("Sở Văn hóa, Thể thao và Du lịch kính", "Ủy ban", "Uỷ ban"), "Uỷ"),
    Mutation(
        "X11", "in brackets", "ke_hoach", _retyped("Thẩm định,", "theo khả năng", "[CẦN BỔ SUNG] theo khả năng"), "[CẦN BỔ SUNG]"
    ),
    Mutation("X11", "question marks", "cong_van", _retyped("c) Phân công", "một đồng chí", "??? đồng chí"), "???"),
    Mutation(
        "X11", "a field of a template", "quyet_dinh", _retyped("1. Trưởng ban:", "Phó Giám đốc", "{{ chuc_vu }}"), "{{ chuc_vu }}"
    ),
    Mutation("X11", "to be filled in", "bao_cao", _retyped("a) Chỉnh lý", "45 mét", "<số mét> mét"), "<số mét>"),
    Mutation("X11", "x for a number", "to_trinh", _retyped("a) Thời gian", "03 ngày", "xxx ngày"), "xxx"),
    Mutation(
        "X11", "dots for a day", "cong_van", _retyped("Các cơ quan, đơn vị", "ngày 10 tháng 5", "ngày … tháng …"), "bỏ chấm"
    ),
)
