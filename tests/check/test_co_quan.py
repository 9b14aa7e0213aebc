import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from docgen.check.finding import Severity
from tests.check.judged import findings, messages
from tests.check.papers.blocks import Paper
from tests.check.papers.clean import HEADER_LAYOUTS, cong_van, quyet_dinh
from tests.check.papers.head import Head
from tests.check.papers.mutate import at, mutated
from tests.check.papers.rules import KINDS, Kind
from tests.check.papers.spoil import Spoil, replace_text, set_align, set_bold, set_indent, set_rule, set_size

_PLACE = "TỈNH SÓC TRĂNG"


def _spread(paragraph: Paragraph) -> None:
    for align in paragraph._p.iter(qn("w:jc")):
        align.set(qn("w:val"), "distribute")


def _paper(ban_hanh: tuple[str, ...], chu_quan: tuple[str, ...] = (), ngay: str = "ngày 05 tháng 3 năm 2024") -> bytes:
    paper = Paper()
    paper.head(Head(ban_hanh, "Số: 15/BC-VP", f"Đông Hải, {ngay}", chu_quan))
    paper.title("BÁO CÁO", "Kết quả công tác văn thư năm 2023")
    paper.body("Công tác văn thư năm 2023 được thực hiện theo quy định./.")
    paper.signature(("Lưu: VT",), ("GIÁM ĐỐC",), "Phạm Hoài Nam")
    return paper.bytes()


@pytest.mark.parametrize("layout", HEADER_LAYOUTS)
def test_every_layout_of_the_head_passes(layout: str) -> None:
    paper = HEADER_LAYOUTS[layout]()
    assert [messages(paper, rule) for rule in ("H05", "H06", "H07", "H09")] == [[]] * 4


@pytest.mark.parametrize(
    ("ban_hanh", "chu_quan"),
    [
        (("SỞ NỘI VỤ",), ("UBND TỈNH AN GIANG",)),
        (("SỞ NỘI VỤ",), ("UBND THÀNH PHỐ CẦN THƠ",)),
        (("ỦY BAN NHÂN DÂN", "XÃ ĐÔNG HẢI"), ()),
        (("UỶ BAN NHÂN DÂN", "PHƯỜNG 5"), ()),
        (("PHÒNG VĂN HÓA - XÃ HỘI",), ("UBND XÃ ĐÔNG HẢI",)),
        (("TRƯỜNG TIỂU HỌC", "ĐÔNG HẢI 1"), ("UBND XÃ ĐÔNG HẢI",)),
        (("TRUNG TÂM CÔNG NGHỆ THÔNG TIN", "VÀ TRUYỀN THÔNG"), ("SỞ KHOA HỌC VÀ CÔNG NGHỆ",)),
        (("BAN PHÁP CHẾ",), ("HỘI ĐỒNG NHÂN DÂN", "TỈNH AN GIANG")),
    ],
)
def test_names_as_offices_write_them_pass(ban_hanh: tuple[str, ...], chu_quan: tuple[str, ...]) -> None:
    paper = _paper(ban_hanh, chu_quan, "ngày 05 tháng 3 năm 2026")
    assert [messages(paper, rule) for rule in ("H05", "H06", "H07", "H09")] == [[]] * 4


@pytest.mark.parametrize("kind", KINDS)
def test_a_line_of_any_make_is_a_line(kind: Kind) -> None:
    found = findings(cong_van("2x2", kind), "H07")
    assert all(each.severity is Severity.NOTE for each in found)


@pytest.mark.parametrize(("length", "passes"), [(13, True), (20, True), (22, True), (9, False), (26, False)])
def test_a_line_may_be_a_third_to_a_half_of_the_name(length: float, passes: bool) -> None:
    assert (messages(mutated(cong_van(), at(_PLACE, set_rule(length))), "H07") == []) is passes


def test_two_lines_of_a_name_with_one_fault_are_one_finding() -> None:
    change = at("ỦY BAN", set_size(14)), at(_PLACE, set_size(14))
    (found,) = findings(mutated(quyet_dinh(), *change), "H06")
    assert len(found.places) == 2


def test_an_abbreviated_name_is_a_warning() -> None:
    (found,) = findings(_paper(("UBND XÃ ĐÔNG HẢI",)), "H06")
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("chu_quan", "ngay", "old"),
    [
        ("UBND HUYỆN MỸ TÚ", "ngày 30 tháng 6 năm 2025", False),
        ("UBND HUYỆN MỸ TÚ", "ngày 01 tháng 7 năm 2025", True),
        ("UBND HUYỆN MỸ TÚ", "ngày      tháng 8 năm 2025", True),
        ("UBND HUYỆN MỸ TÚ", "ngày      tháng      năm 2025", False),
        ("UBND TỈNH SÓC TRĂNG", "ngày 05 tháng 3 năm 2026", True),
        ("UBND TỈNH AN GIANG", "ngày 05 tháng 3 năm 2026", False),
    ],
)
def test_old_names_are_told_from_july_2025(chu_quan: str, ngay: str, old: bool) -> None:
    assert bool(messages(_paper(("PHÒNG NỘI VỤ",), (chu_quan,), ngay), "H09")) is old


def test_the_motto_of_a_longer_name_passes_with_a_line_of_either_line() -> None:
    assert messages(mutated(cong_van(), at("ỦY BAN", replace_text("ỦY BAN", "UỶ BAN"))), "H07") == []


def test_offices_that_issue_a_paper_jointly_are_bold_each() -> None:
    data = _paper(("CÔNG AN HUYỆN",), ("UBND HUYỆN AN BIÊN", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", "CÔNG AN TỈNH KIÊN GIANG"))
    joint = mutated(data, at("PHÒNG GIÁO DỤC", set_bold(True)))
    assert messages(joint, "H05") == []
    single = mutated(_paper(("PHÒNG VĂN HÓA",), ("UBND HUYỆN AN BIÊN",)), at("UBND HUYỆN", set_bold(True)))
    assert messages(single, "H05") == ["Tên cơ quan chủ quản không được đậm"]


@pytest.mark.parametrize(
    ("chu_quan", "ban_hanh", "said"),
    [
        (("BỘ TÀI CHÍNH", "CỤC THUẾ"), "CHI CỤC THUẾ KHU VỰC XIV", True),
        (("UBND TỈNH AN GIANG", "SỞ Y TẾ"), "BỆNH VIỆN ĐA KHOA", True),
        (("SỞ Y TẾ", "TỈNH TÂY NINH"), "TRUNG TÂM Y TẾ KHU VỰC", False),
        (("ỦY BAN NHÂN DÂN", "THÀNH PHỐ CẦN THƠ"), "SỞ TÀI CHÍNH", False),
        (("SỞ GIÁO DỤC", "VÀ ĐÀO TẠO"), "TRƯỜNG TRUNG HỌC PHỔ THÔNG", False),
        (("SỞ NÔNG NGHIỆP VÀ", "PHÒNG CHỐNG THIÊN TAI"), "CHI CỤC THỦY LỢI", False),
        (("BỘ TƯ LỆNH QUÂN KHU 9", "BỘ CHỈ HUY QUÂN SỰ TỈNH"), "BAN CHỈ HUY", False),
    ],
)
def test_one_superior_is_enough(chu_quan: tuple[str, ...], ban_hanh: str, said: bool) -> None:
    found = messages(_paper((ban_hanh,), chu_quan), "H09")
    assert found == ["Ghi hai cơ quan chủ quản, chỉ cần cơ quan chủ quản trực tiếp"] * said


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("BAN THƯỜNG VỤ HỘI LHPN", "LHPN"),
        ("TRƯỜNG PTDTNT THCS TÂY TRÀ", "PTDTNT"),
        ("SỞ Y TẾ TP. CẦN THƠ", "TP"),
        ("SỞ LĐ-TB&XH", "LĐ-TB&XH"),
        ("PHÒNG TN&MT", "TN&MT"),
        ("CHI CỤC THUẾ KHU VỰC XIV", None),
        ("CHI CỤC HẢI QUAN KHU VỰC XX", None),
        ("BƯU CHÍNH VIỄN THÔNG VNPT", None),
        ("CÔNG TY TNHH MTV THỦY LỢI", None),
        ("TRƯỜNG TIỂU HỌC QUỲNH AN", None),
    ],
)
def test_letters_that_are_no_word_are_an_abbreviation(name: str, short: str | None) -> None:
    expected = [f"Tên cơ quan ban hành viết tắt “{short}”"] if short else []
    assert messages(_paper((name,), ("UBND TỈNH AN GIANG",)), "H06") == expected


@pytest.mark.parametrize(
    ("spoiling", "told"),
    [
        ((set_align("left"),), True),
        ((set_align("both"),), True),
        ((set_align("left"), set_indent(left=15)), False),
        ((set_align("left"), replace_text("ỦY", "        ỦY")), False),
        ((set_align("both"), _spread), False),
    ],
)
def test_a_name_at_the_edge_of_its_cell_is_told(spoiling: tuple[Spoil, ...], told: bool) -> None:
    expected = ["Tên cơ quan ban hành phải canh giữa"] if told else []
    assert messages(mutated(cong_van(), at("ỦY BAN", *spoiling)), "H06") == expected


def test_a_name_that_fills_its_cell_may_stand_where_it_likes() -> None:
    long = mutated(cong_van(), at("ỦY BAN", replace_text("ỦY BAN NHÂN DÂN", "ỦY BAN NHÂN DÂN HUYỆN LÝ SƠN"), set_align("left")))
    assert messages(long, "H06") == []
