import pytest

from docgen.check.finding import Severity
from tests.check.judged import findings, messages
from tests.check.papers import spoil
from tests.check.papers.blocks import Paper
from tests.check.papers.clean import HEADER_LAYOUTS, bao_cao, cong_van
from tests.check.papers.head import Head
from tests.check.papers.ke_hoach import ke_hoach
from tests.check.papers.mutate import at, mutated

_SUBJECT = "Kết quả công tác văn thư"


def _paper(ten_loai: str, trich_yeu: str) -> bytes:
    paper = Paper()
    paper.head(Head(("ỦY BAN NHÂN DÂN", "XÃ ĐÔNG HẢI"), "Số: 15/KH-UBND", "Đông Hải, ngày 05 tháng 3 năm 2024"))
    paper.title(ten_loai, trich_yeu)
    paper.body("Ủy ban nhân dân xã thông báo để các cơ quan, đơn vị biết, thực hiện./.")
    paper.signature(("Lưu: VT",), ("CHỦ TỊCH",), "Phạm Hoài Nam")
    return paper.bytes()


@pytest.mark.parametrize(
    "ten_loai", ["CHỈ THỊ", "THÔNG BÁO", "GIẤY MỜI", "GIẤY ỦY QUYỀN", "GIẤY UỶ QUYỀN", "CHƯƠNG TRÌNH HÀNH ĐỘNG", "BIÊN BẢN HỌP"]
)
def test_kinds_of_the_decree_pass(ten_loai: str) -> None:
    assert messages(_paper(ten_loai, "Triển khai công tác năm 2024"), "T01") == []


@pytest.mark.parametrize(
    ("ten_loai", "severity"),
    [
        ("THƯ MỜI", Severity.WARNING),
        ("THÔNG TRI", Severity.WARNING),
        ("LỊCH LÀM VIỆC", Severity.NOTE),
        ("KẾT LUẬN THANH TRA", Severity.NOTE),
    ],
)
def test_a_kind_that_the_decree_has_not_is_told(ten_loai: str, severity: Severity) -> None:
    (found,) = findings(_paper(ten_loai, "Của lãnh đạo xã tuần thứ 10"), "T01")
    assert (found.severity, found.clause) == (severity, "Điều 7")


def test_a_line_that_calls_the_paper_a_draft_is_no_subject() -> None:
    subject = "Công tác cải cách hành chính"
    draft = spoil.insert_paragraph_after("(Dự thảo lần 2)")
    assert messages(mutated(_paper("BÁO CÁO", subject), at(subject, draft)), "T02") == []


@pytest.mark.parametrize(
    "trich_yeu",
    [
        "Về việc thành lập Ban Chỉ đạo phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” xã Đông Hải",
        "Hưởng ứng Ngày Sách và Văn hóa đọc Việt Nam",
        "Công tác CCHC quý I năm 2024...",
        "Kiểm tra an toàn thực phẩm tết Nguyên đán Giáp Thìn",
        "Phòng, chống dịch Covid-19",
    ],
)
def test_subjects_as_offices_write_them_pass(trich_yeu: str) -> None:
    paper = _paper("KẾ HOẠCH", trich_yeu)
    assert [messages(paper, rule) for rule in ("T01", "T02", "T03")] == [[]] * 3


def test_a_subject_in_capitals_is_an_error() -> None:
    (found,) = findings(_paper("KẾ HOẠCH", "PHÒNG, CHỐNG DỊCH COVID-19 NĂM 2024"), "T02")
    assert found.severity is Severity.ERROR


def test_a_subject_on_two_lines_with_one_fault_is_one_finding() -> None:
    paper = mutated(bao_cao(), at(_SUBJECT, spoil.set_text("Kết quả công tác văn thư,\nlưu trữ năm 2023"), spoil.set_bold(False)))
    assert messages(paper, "T02") == ["Trích yếu phải đậm"]


@pytest.mark.parametrize(("length", "passes"), [(30, True), (40, True), (48, True), (20, False), (70, False)])
def test_the_line_is_a_third_to_a_half_of_the_subject(length: float, passes: bool) -> None:
    assert (messages(mutated(bao_cao(), at(_SUBJECT, spoil.set_rule(length))), "T03") == []) is passes


@pytest.mark.parametrize("layout", HEADER_LAYOUTS)
def test_the_subject_of_a_letter_passes_in_every_layout(layout: str) -> None:
    assert messages(HEADER_LAYOUTS[layout](), "T04") == []


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        ("V/v tổ chức hội nghị", None),
        ("V/v về đích nông thôn mới", None),
        ("V/v: tổ chức hội nghị", Severity.WARNING),
        ("V/v tổ chức hội nghị.", Severity.WARNING),
        ("v/v tổ chức hội nghị", Severity.ERROR),
        ("V/V tổ chức hội nghị", Severity.ERROR),
        ("Về việc tổ chức hội nghị", Severity.ERROR),
        ("V/v: Về việc tổ chức hội nghị", Severity.ERROR),
    ],
)
def test_how_the_subject_of_a_letter_opens(words: str, severity: Severity | None) -> None:
    found = findings(mutated(cong_van(), at("V/v", spoil.set_text(words))), "T04")
    assert [each.severity for each in found] == ([severity] if severity else [])


def test_a_close_subject_whose_lines_are_spread_is_a_warning() -> None:
    (found,) = findings(mutated(cong_van(), at("V/v", spoil.set_spacing(before=0, lines=1.3))), "T04")
    assert found.severity is Severity.WARNING


def test_the_subject_of_a_letter_in_a_paper_that_names_its_kind() -> None:
    subject = mutated(ke_hoach(), at("Phổ cập kỹ năng số", spoil.replace_text("Phổ cập", "V/v phổ cập")))
    assert messages(subject, "T02") == ["Trích yếu dưới tên loại không bắt đầu bằng “V/v”"]
    number = mutated(ke_hoach(), at("Số: 25", spoil.insert_paragraph_after("V/v phổ cập kỹ năng số")))
    assert messages(number, "T02") == ["“V/v” dưới số, ký hiệu chỉ dùng cho công văn"]
    assert messages(ke_hoach(), "T02") == []
