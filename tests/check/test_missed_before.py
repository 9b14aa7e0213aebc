"""Defects of real papers that were missed, each with siblings, and what looks like them and is lawful."""

import pytest
from docx.document import Document
from docx.shared import Mm, Pt

from docgen.check.finding import Severity
from docgen.check.judging import judge
from docgen.check.rules import cau_chu, dau_cach, dau_cau, doi_chieu, viet_hoa
from tests.check.papers import spoil
from tests.check.papers.blocks import Paper
from tests.check.papers.clean import cong_van
from tests.check.papers.head import Head
from tests.check.papers.ke_hoach import ke_hoach
from tests.check.papers.mutate import Change, at, find, mutated
from tests.check.papers.word import Align


def said(data: bytes, rule: str) -> list[str]:
    return [each.message for each in judge("tờ", data).findings if each.rule.id == rule]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("giao Sở Văn hóa – Thể thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
        ("giao Sở Văn hóa - Thể thao và Du lịch chủ trì", "Sở Văn hóa, Thể thao và Du lịch"),
        ("giao Sở Văn hóa Thể thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
        ("giao Sở Khoa học Công nghệ", "Sở Khoa học và Công nghệ"),
        ("giao Sở Khoa học - Công nghệ", "Sở Khoa học và Công nghệ"),
        ("giao Sở Giáo dục Đào tạo", "Sở Giáo dục và Đào tạo"),
        ("giao Sở Giáo dục & Đào tạo", "Sở Giáo dục và Đào tạo"),
        ("Bộ Tài nguyên, Môi trường", "Bộ Tài nguyên và Môi trường"),
        ("Sở Lao động, Thương binh và Xã hội", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở Nông nghiệp - Môi trường", "Sở Nông nghiệp và Môi trường"),
    ],
)
def test_names_of_offices_joined_otherwise(text: str, right: str) -> None:
    assert [hit.message.rpartition("phải viết ")[2] for hit in viet_hoa.find_names(text)] == [f"“{right}”"]


@pytest.mark.parametrize(
    "text",
    [
        "giao Sở Văn hóa, Thể thao và Du lịch", "giao Sở Khoa học và Công nghệ", "giao Sở Giáo dục và Đào tạo chủ trì",
        "các sở: Văn hóa, Thể thao và Du lịch, Tài chính", "Sở Văn hóa và Thể thao Thành phố Hồ Chí Minh", "Sở Tài chính, Kế hoạch số 15",
        "Bộ Lao động - Thương binh và Xã hội", "Sở Du lịch", "Viện Khoa học Công nghệ", "Phòng Văn hóa - Xã hội",
    ],
)  # fmt: skip
def test_names_of_offices_that_are_right(text: str) -> None:
    assert list(viet_hoa.find_names(text)) == []


@pytest.mark.parametrize(
    "text",
    ["trên địa bàn tỉnh tỉnh.", "công tác tác tuyên truyền", "bộ máy hành chính chính của tỉnh", "các đơn vị vị trực thuộc",
     "thực hiện hiện các nhiệm vụ", "người dân dân trên địa bàn", "theo quy định định của pháp luật", "chương trình trình của tỉnh",
     "bảo đảm đảm các điều kiện", "các xã xã đã báo cáo", "đúng thời hạn hạn"],
)  # fmt: skip
def test_words_that_stand_twice_by_mistake(text: str) -> None:
    assert list(cau_chu.find_doubled(text))


@pytest.mark.parametrize(
    "text",
    ["theo quy định định kỳ hằng năm", "bộ máy hành chính chính quy", "việc thực hiện hiện đại hóa", "trên địa bàn tỉnh Tỉnh đoàn", "người dân dân tộc Khmer",
     "chương trình trình diễn", "ngày ngày luôn luôn", "xa xa, dần dần", "nền tài chính chính xác", "cho các hộ dân dân cư", "cán bộ xã xã hội hóa",
     "trong tỉnh tỉnh ủy", "nhiệm vụ vụ việc",
     "Ban Gia đình - Xã hội Hội Liên hiệp Phụ nữ huyện"],
)  # fmt: skip
def test_words_that_belong_twice(text: str) -> None:
    assert list(cau_chu.find_doubled(text)) == []


@pytest.mark.parametrize(
    "text",
    ["của UBND Tỉnh Cà Mau", "tại Tỉnh Cà Mau", "Sở Y tế Tỉnh Cà Mau", "Chi cục Thuế Thành phố Cần Thơ", "Sở Tài chính Thành phố Cần Thơ báo cáo",
     "Văn phòng Đăng ký đất đai Tỉnh Cà Mau", "nhân dân Tỉnh Cà Mau", "các xã thuộc Thành phố Huế"],
)  # fmt: skip
def test_units_with_a_capital(text: str) -> None:
    assert list(viet_hoa.find_units(text))


@pytest.mark.parametrize(
    "text",
    ["của UBND tỉnh Cà Mau", "Văn phòng Tỉnh ủy Cà Mau", "Sở Y tế Thành phố Hồ Chí Minh", "Tỉnh Cà Mau có 64 xã", "Ban Thường vụ Thành ủy Huế",
     "Sở Y tế tỉnh Cà Mau", "Đài Phát thanh Thành phố", "Bệnh viện Đa khoa Thành phố Cần Thơ"],
)  # fmt: skip
def test_units_that_are_right(text: str) -> None:
    assert list(viet_hoa.find_units(text)) == []


@pytest.mark.parametrize(
    "text",
    ["lấy ý kiến nhân dân", "cán bộ và nhân dân trong xã", "phục vụ nhân dân", "các tầng lớp nhân dân", "đời sống của nhân dân.", "quyền làm chủ của nhân dân",
     "vận động nhân dân hiến đất", "quần chúng nhân dân", "chủ trương của Đảng, chính sách, pháp luật của nhà nước", "Đảng và nhà nước ta"],
)  # fmt: skip
def test_the_people_have_a_capital(text: str) -> None:
    assert list(viet_hoa.find_people(text))


@pytest.mark.parametrize(
    "text",
    ["Ủy ban nhân dân xã", "Uỷ ban nhân dân tỉnh", "Hội đồng nhân dân", "Tòa án nhân dân", "Viện kiểm sát nhân dân tỉnh", "Quân đội nhân dân", "Công an nhân dân",
     "Ban thanh tra nhân dân", "quỹ tín dụng nhân dân", "hội thẩm nhân dân", "cán bộ và Nhân dân", "thầy thuốc nhân dân", "ngân sách nhà nước",
     "quản lý nhà nước", "cơ quan hành chính nhà nước", "pháp luật của Nhà nước"],
)  # fmt: skip
def test_names_that_hold_the_people(text: str) -> None:
    assert list(viet_hoa.find_people(text)) == []


@pytest.mark.parametrize(
    "text",
    ["cuộc thi “Tìm hiểu pháp luật được tổ chức.", 'cuộc thi “Tìm hiểu pháp luật" được tổ chức.', "cuộc thi Tìm hiểu pháp luật” được tổ chức.",
     'cuộc thi "Tìm hiểu pháp luật được tổ chức.', "thi “Tìm hiểu” và “Hùng biện được tổ chức.", 'thi "Tìm hiểu" và "Hùng biện được tổ chức.',
     "thi “Tìm hiểu “pháp luật” được tổ chức.", "chỉ mở “ngoặc ở đoạn này\nđoạn khác."],
)  # fmt: skip
def test_quotations_that_do_not_close(text: str) -> None:
    assert list(dau_cach.find_quotes(text))


@pytest.mark.parametrize(
    "text",
    ["cuộc thi “Tìm hiểu pháp luật” được tổ chức.", 'cuộc thi "Tìm hiểu pháp luật" được tổ chức.', "trích:\n“Điều 1. Sửa đổi\nĐiều 2. Bổ sung”\nhết.",
     "cuộc thi “Tìm hiểu “Luật An ninh mạng””", "“một “hai” ba “bốn”” và “năm”", 'màn hình 55" và 65"', 'đến năm 2030".', "không có ngoặc kép nào", "“một” và “hai” và “ba”", 'thi "một"; thi "hai"'],
)  # fmt: skip
def test_quotations_that_close(text: str) -> None:
    assert list(dau_cach.find_quotes(text)) == []


@pytest.mark.parametrize(
    "text",
    ["Nghị quyết số 202/2025/QH15 ngày 12 tháng 6 năm 2025 của Ủy ban Thường vụ Quốc hội", "Nghị quyết số 1685/2025/UBTVQH15 của Quốc hội",
     "Nghị định số 30/2020/NĐ-CP của Thủ tướng Chính phủ", "Quyết định số 15/QĐ-TTg của Chính phủ", "Quyết định số 15/QĐ-UBND của Hội đồng nhân dân tỉnh",
     "Nghị quyết số 15/NQ-HĐND của Ủy ban nhân dân tỉnh", "Thông tư số 15/2025/TT-BTC của Bộ Nội vụ", "Thông tư số 01/2025/TT-BNV của Bộ Tài chính",
     "Nghị quyết số 57-NQ/TW của Chính phủ"],
)  # fmt: skip
def test_symbols_of_another_body(text: str) -> None:
    assert list(doi_chieu.find_issuers(text))


@pytest.mark.parametrize(
    "text",
    ["Nghị quyết số 202/2025/QH15 của Quốc hội", "Nghị định số 30/2020/NĐ-CP của Chính phủ", "Quyết định số 15/QĐ-TTg của Thủ tướng Chính phủ",
     "Quyết định số 15/QĐ-UBND của Chủ tịch Ủy ban nhân dân tỉnh", "Quyết định số 15/QĐ-UBND của UBND tỉnh", "Nghị quyết số 57-NQ/TW của Bộ Chính trị",
     "Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương", "Thông tư số 15/2025/TT-BTC của Bộ trưởng Bộ Tài chính", "Quyết định số 15/QĐ-SNV của Sở Nội vụ"],
)  # fmt: skip
def test_symbols_of_their_own_body(text: str) -> None:
    assert list(doi_chieu.find_issuers(text)) == []


@pytest.mark.parametrize(
    "text",
    ["giao Ủy ban nhân dân huyện Long Phú chủ trì", "tại quận Ninh Kiều", "thị xã Vĩnh Châu", "các phòng cấp huyện", "trên địa bàn tỉnh Hậu Giang",
     "cư trú tại Quận 1", "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu", "Công an huyện Mỹ Xuyên",
     "quận Ninh Kiều báo cáo trước ngày 20 tháng 11 năm 2026", "huyện Long Phú rà soát trước khi thực hiện"],
)  # fmt: skip
def test_units_that_are_no_more(text: str) -> None:
    assert list(doi_chieu.find_old_units(text))


@pytest.mark.parametrize(
    "text",
    ["huyện Long Phú (cũ)", "trước khi sáp nhập tỉnh Hậu Giang", "trên địa bàn tỉnh Cà Mau", "bàn giao hồ sơ của huyện Mỹ Xuyên", "các huyện trước đây",
     "huyện Long Phú trước ngày 01/7/2025", "huyện Long Phú trước ngày 01 tháng 7 năm 2025", "trước khi kết thúc hoạt động của huyện Mỹ Tú",
     "Quyết định số 15/QĐ-UBND ngày 05/3/2024 của Ủy ban nhân dân tỉnh Sóc Trăng", "huyện đoàn, quận ủy", "nguyên Chủ tịch huyện Long Phú"],
)  # fmt: skip
def test_units_that_are_called_old(text: str) -> None:
    assert list(doi_chieu.find_old_units(text)) == []


# Levels, numbers, signers.


@pytest.mark.parametrize("words", ["(1) Rà soát hồ sơ.", "(2) Rà soát hồ sơ;", "(10) Rà soát hồ sơ."])
def test_a_number_in_brackets_is_no_level(words: str) -> None:
    assert any("“(1)”" in each for each in said(mutated(ke_hoach(), at("c) Hình thành", spoil.set_text(words))), "B07"))


@pytest.mark.parametrize(
    "words", ["1. Rà soát hồ sơ.", "(nếu có) rà soát hồ sơ.", "Rà soát (1) hồ sơ, (2) tài liệu.", "(2025) rà soát."]
)
def test_what_is_no_number_in_brackets(words: str) -> None:
    assert not any("“(1)”" in each for each in said(mutated(ke_hoach(), at("c) Hình thành", spoil.set_text(words))), "B07"))


@pytest.mark.parametrize(("align", "told"), [("left", True), ("right", True), ("both", True), ("center", False)])
def test_a_number_stands_in_the_middle(align: Align, told: bool) -> None:
    data = mutated(cong_van(), at("Số:", spoil.set_align(align)))
    assert ("Số, ký hiệu không canh giữa dưới tên cơ quan" in said(data, "N01")) is told


def indented(document: Document) -> None:
    number = find(document, "Số:")
    spoil.set_align("left")(number)
    number.paragraph_format.left_indent = Mm(15)


def test_a_number_pushed_to_the_middle_passes() -> None:
    assert said(mutated(cong_van(), indented), "N01") == []


def letter_in_rows(gap: float) -> bytes:
    paper = Paper()
    vv = "V/v báo cáo công tác văn thư năm 2026"
    paper.head(Head(("SỞ Y TẾ",), "Số: 15/SYT-VP", "Huế, ngày 05 tháng 3 năm 2026", ("UBND THÀNH PHỐ HUẾ",)), "2x2")
    row = paper.document.tables[0].add_row()
    cell = row.cells[0].paragraphs[0]
    cell.add_run(vv).font.size = Pt(12)
    spoil.set_align("center")(cell)
    spoil.set_spacing(before=gap, after=0)(cell)
    paper.kinh_gui("Sở Nội vụ")
    paper.body("Sở Y tế đề nghị Sở Nội vụ phối hợp, báo cáo kết quả trước ngày 15 tháng 4 năm 2026./.")
    paper.signature(("Như trên", "Lưu: VT"), ("GIÁM ĐỐC",), "Phạm Hoài Nam")
    return paper.bytes()


@pytest.mark.parametrize(("gap", "told"), [(0, True), (3, True), (5, True), (6, False), (8, False), (12, False)])
def test_the_gap_to_a_subject_in_the_row_below(gap: float, told: bool) -> None:
    assert any("cách số, ký hiệu 6 pt" in each for each in said(letter_in_rows(gap), "T04")) is told


DRAFT = at("Số:", spoil.set_text("Số:      /UBND-VX"))
NAME = at("Trần Thị", spoil.delete_paragraph)


@pytest.mark.parametrize(
    ("changes", "severity"),
    [((NAME,), Severity.ERROR), ((NAME, DRAFT), Severity.WARNING), ((), None), ((DRAFT,), None),
     ((at("Trần Thị", spoil.set_text("(Đã ký)")),), Severity.ERROR), ((at("Trần Thị", spoil.set_text("[cần điền họ tên]")),), None)],
)  # fmt: skip
def test_a_missing_signer_is_told(changes: tuple[Change, ...], severity: Severity | None) -> None:
    found = [
        each.severity for each in judge("tờ", mutated(cong_van(), *changes)).findings if each.message == "Thiếu họ tên người ký"
    ]
    assert found == ([] if severity is None else [severity])


@pytest.mark.parametrize(
    ("number", "head", "told"),
    [("12.5", "Tỷ lệ (%)", True), ("98.25", "Diện tích", True), ("1250.5", "Kinh phí", True), ("12,5", "Tỷ lệ (%)", False),
     ("1.250", "Kinh phí", False), ("12.5", "Mã số", False), ("1.2", "Mục", False), ("12/5", "Ngày", False)],
)  # fmt: skip
def test_decimals_in_tables(number: str, head: str, told: bool) -> None:
    paper = Paper()
    paper.head(Head(("SỞ Y TẾ",), "Số: 15/BC-SYT", "Huế, ngày 05 tháng 3 năm 2026", ("UBND THÀNH PHỐ HUẾ",)))
    paper.title("BÁO CÁO", "Kết quả công tác năm 2026")
    paper.body("Sở Y tế báo cáo kết quả như sau:")
    paper.grid((1, 3, 2), [("TT", "Nội dung", head), ("1.1", "Tiêm chủng", number), ("1.2", "Khám bệnh", "15")])
    paper.body("Trên đây là báo cáo của Sở Y tế./.")
    paper.signature(("Lưu: VT",), ("GIÁM ĐỐC",), "Phạm Hoài Nam")
    assert any("trong bảng" in each for each in said(paper.bytes(), "X04")) is told


@pytest.mark.parametrize(
    ("so", "pointer", "told"),
    [
        ("Số: 15/KH-SYT", None, [Severity.ERROR]),
        ("Số:      /KH-SYT", None, [Severity.WARNING]),
        (None, None, [Severity.WARNING]),
        (None, "(Kèm theo Quyết định số 15/QĐ-SYT ngày 05 tháng 3 năm 2026 của Sở Y tế)", []),
        (None, "(Ban hành kèm theo Quyết định số      /QĐ-SYT ngày     /3/2026 của Sở Y tế)", []),
    ],
)
def test_a_paper_without_a_signature(so: str | None, pointer: str | None, told: list[Severity]) -> None:
    paper = Paper()
    paper.head(Head(("SỞ Y TẾ",), so, "Huế, ngày 05 tháng 3 năm 2026", ("UBND THÀNH PHỐ HUẾ",)), "1x2")
    paper.title("KẾ HOẠCH", "Công tác văn thư năm 2026")
    if pointer:
        paper._centred(pointer, bold=False)
    paper.body("Sở Y tế ban hành Kế hoạch công tác văn thư năm 2026 với các nội dung sau đây.\n1. Rà soát hồ sơ.")
    found = [each.severity for each in judge("tờ", paper.bytes()).findings if each.rule.id == "G01"]
    assert found == told


@pytest.mark.parametrize(
    "text",
    ["vào thứ ba, ngày 12 tháng 10", "thứ sáu (ngày 15/5/2026)", "thứ hai 12/10/2026", "dịp quốc khánh", "lễ quốc khánh 2-9", "nghỉ quốc khánh 2/9",
     "các tỉnh tây bắc", "vùng Đông bắc"],
)  # fmt: skip
def test_days_and_regions_without_their_capital(text: str) -> None:
    assert list(dau_cau.find_days(text))


@pytest.mark.parametrize(
    "text",
    ["vào thứ Ba, ngày 12 tháng 10", "lần thứ hai, ngày càng tăng", "nhiệm vụ thứ ba của kế hoạch", "ngày Quốc khánh 2-9", "quốc ca, quốc khánh ca",
     "hướng tây bắc của xã", "vùng Tây Bắc", "phía đông bắc"],
)  # fmt: skip
def test_days_and_regions_that_are_right(text: str) -> None:
    assert list(dau_cau.find_days(text)) == []
