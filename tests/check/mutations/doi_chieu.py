"""What a paper says of the papers that it names: symbol, kind and day do not fit together."""

from typing import Final

from docx.document import Document
from docx.oxml.ns import qn

from tests.check.mutations import Mutation
from tests.check.papers.mutate import Change, at
from tests.check.papers.spoil import replace_text


def _retyped(start: str, old: str, new: str) -> Change:
    return at(start, replace_text(old, new))


def _in_2026(old: str, new: str, day: str) -> Change:
    """Return what moves a paper to 2026 and to Cà Mau, a province that there still is, and puts `new` for `old`."""

    def change(document: Document) -> None:
        for text in document.element.body.iter(qn("w:t")):
            words = (text.text or "").replace("SÓC TRĂNG", "CÀ MAU").replace("Sóc Trăng", "Cà Mau")
            text.text = words.replace(day, "ngày 05 tháng 3 năm 2026").replace(old, new)

    return change


MUTATIONS: Final = (
    Mutation(
        "X18",
        "a law of the Standing Committee",
        "cong_van",
        _retyped(
            "Thực hiện Quyết định",
            "Quyết định số 1862/QĐ-TTg ngày 04 tháng 11 năm 2021 của Thủ tướng Chính phủ",
            "Nghị quyết số 202/2021/QH15 ngày 04 tháng 11 năm 2021 của Ủy ban Thường vụ Quốc hội",
        ),
        "ký hiệu của Quốc hội",
    ),
    Mutation(
        "X18",
        "a decree of the Prime Minister",
        "ke_hoach",
        _retyped("Căn cứ Nghị định", "của Chính phủ", "của Thủ tướng Chính phủ"),
        "ký hiệu của Chính phủ",
    ),
    Mutation(
        "X19",
        "districts of 2026",
        "to_trinh",
        _in_2026("phê duyệt Chương", "phê duyệt Chương", "ngày 12 tháng 9 năm 2023"),
        "huyện Mỹ Xuyên",
    ),
    Mutation(
        "X19",
        "a district of 2026",
        "cong_van",
        _in_2026("tại Thư viện tỉnh", "tại huyện Long Phú", "ngày 18 tháng 3 năm 2024"),
        "huyện Long Phú",
    ),
    Mutation(
        "X05", "the year of a decree", "ke_hoach", _retyped("Căn cứ Nghị định", "tháng 4 năm 2020", "tháng 4 năm 2021"), "45/2020"
    ),
    Mutation("X05", "the symbol of a decree", "ke_hoach", _retyped("Căn cứ Nghị định", "45/2020/", "45/2019/"), "45/2019"),
    Mutation(
        "X05",
        "another day",
        "ke_hoach",
        _retyped("Căn cứ Nghị định", "45/2020/NĐ-CP ngày 08 tháng 4 năm 2020", "45/2020/NĐ-CP ngày 08 tháng 4 năm 2012"),
        "2012",
    ),
    Mutation(
        "X06", "31 February", "ke_hoach", _retyped("a) Xây dựng kế hoạch", "ngày 15 tháng 3", "ngày 31 tháng 02"), "31 tháng 02"
    ),
    Mutation("X06", "month 13", "cong_van", _retyped("Các cơ quan, đơn vị", "ngày 10 tháng 5", "ngày 10 tháng 13"), "tháng 13"),
    Mutation(
        "X06",
        "29 February of a common year",
        "to_trinh",
        _retyped("Thực hiện Kế hoạch", "31 tháng 01", "29 tháng 02"),
        "29 tháng 02",
    ),
    Mutation("X06", "a paper of tomorrow", "bao_cao", _retyped("Thực hiện Công văn", "năm 2023 của", "năm 2024 của"), "sau ngày"),
    Mutation("X06", "a younger basis", "quyet_dinh", _retyped("Căn cứ Kế hoạch", "tháng 02", "tháng 5"), "sau ngày"),
    Mutation("X07", "a plan with QĐ", "quyet_dinh", _retyped("Căn cứ Kế hoạch", "31/KH-UBND", "31/QĐ-UBND"), "quyết định"),
    Mutation("X07", "a decision with KH", "ke_hoach", _retyped("Căn cứ Quyết định", "146/QĐ-TTg", "146/CT-TTg"), "chỉ thị"),
    Mutation("X07", "a letter with NQ", "bao_cao", _retyped("Thực hiện Công văn", "2750/UBND-NC", "2750/NQ-HĐND"), "nghị quyết"),
    Mutation("X08", "an article too many", "quyet_dinh", _retyped("- Như Điều", "3", "4"), "chỉ có 3 điều"),
    Mutation("X08", "far too many", "quyet_dinh", _retyped("- Như Điều", "Điều 3", "Điều 13"), "Điều 13"),
)
