"""Ways to spoil the legal bases and what is cited."""

from tests.check.mutations import Mutation
from tests.check.papers import spoil
from tests.check.papers.mutate import at, everywhere

MUTATIONS = (
    Mutation("C01", "all upright", "ke_hoach", everywhere(spoil.set_italic(False), beginning="Căn cứ"), "chữ nghiêng"),
    Mutation("C01", "one upright", "quyet_dinh", at("Căn cứ Kế hoạch", spoil.set_italic(False)), "chữ nghiêng"),
    Mutation("C01", "size 12", "quyet_dinh", at("Căn cứ Luật Tổ chức", spoil.set_size(12)), "cỡ chữ 12"),
    Mutation("C01", "ends with a comma", "ke_hoach", at("Căn cứ Quyết định", spoil.replace_text('2030".', '2030",')), "dấu chấm"),
    Mutation("C01", "ends with a semicolon", "quyet_dinh", at("Theo đề nghị", spoil.replace_text("2024.", "2024;")), "dấu chấm"),
    Mutation("C01", "full stops", "quyet_dinh", at("Căn cứ Kế hoạch", spoil.replace_text("2024;", "2024.")), "dấu chấm phẩy"),
    Mutation(
        "C01",
        "two in one paragraph",
        "ke_hoach",
        at(
            "Căn cứ Luật",
            spoil.replace_text("năm 2015;", "năm 2015; Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;"),
        ),
        "ghi liền",
    ),
    Mutation("C02", "no word for the number", "ke_hoach", at("Căn cứ Nghị", spoil.replace_text("số 45", "45")), "chữ “số”"),
    Mutation(
        "C02", "no date", "quyet_dinh", at("Căn cứ Kế hoạch", spoil.replace_text("ngày 26 tháng 02 năm 2024 ", "")), "ngày tháng"
    ),
    Mutation("C02", "no number", "ke_hoach", at("Căn cứ Nghị", spoil.replace_text("số 45/2020/NĐ-CP ", "")), "thiếu số, ký hiệu"),
    Mutation("C02", "no office", "ke_hoach", at("Căn cứ Nghị định", spoil.replace_text("của Chính phủ ", "")), "cơ quan"),
    Mutation(
        "C02",
        "no subject",
        "ke_hoach",
        at("Căn cứ Nghị định", spoil.set_text("Căn cứ Nghị định số 45/2020/NĐ-CP ngày 08 tháng 4 năm 2020 của Chính phủ;")),
        "trích yếu",
    ),
    Mutation(
        "C02",
        "a bare citation",
        "bao_cao",
        at("a) Chỉnh lý", spoil.replace_text("hồ sơ.", "hồ sơ theo Thông tư số 05/2022/TT-BNV.")),
        "lần đầu",
    ),
)
