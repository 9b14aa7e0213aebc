"""What a paper says of the papers that it names: symbol, kind and day do not fit together."""

from typing import Final

from tests.check.mutations import Mutation
from tests.check.papers.mutate import Change, at
from tests.check.papers.spoil import replace_text


def _retyped(start: str, old: str, new: str) -> Change:
    return at(start, replace_text(old, new))


MUTATIONS: Final = (
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
