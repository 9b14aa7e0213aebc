"""Ways to spoil the sheet."""

from tests.check.mutations import Mutation
from tests.check.papers.mutate import set_margins, set_page_size

MUTATIONS = (
    Mutation("P01", "Letter", "quyet_dinh", set_page_size(215.9, 279.4), "215,9 x 279,4"),
    Mutation("P01", "A5", "cong_van", set_page_size(148, 210), "148 x 210"),
    Mutation("P01", "Legal", "bao_cao", set_page_size(215.9, 355.6), "355,6"),
    Mutation("P02", "an inch at the left", "bao_cao", set_margins(left=25.4), "Lề trái 25,4 mm, phải từ 30 đến 35 mm"),
    Mutation("P02", "narrow right", "to_trinh", set_margins(right=10), "Lề phải 10 mm"),
    Mutation("P02", "narrow top", "quyet_dinh", set_margins(top=15), "Lề trên"),
    Mutation("P02", "wide bottom", "cong_van", set_margins(bottom=27), "Lề dưới 27 mm"),
    Mutation("P03", "a letter on its side", "cong_van", set_page_size(297, 210), "không có bảng"),
    Mutation(
        "P03", "narrow margin of the appendix", "ke_hoach", set_margins(section=1, bottom=10), "Lề dưới của trang ngang 10 mm"
    ),
    Mutation("P03", "wide margin of the appendix", "ke_hoach", set_margins(section=1, top=40), "Lề trên của trang ngang 40 mm"),
)
