"""What offices write of their appendices, and what of it is a fault."""

import pytest
from docx.document import Document
from docx.shared import Mm

from docgen.check.finding import Severity
from docgen.check.judging import judge
from docgen.text.wording import roman, roman_value
from tests.check.judged import messages
from tests.check.papers import spoil
from tests.check.papers.blocks import Paper
from tests.check.papers.clean import CLEAN, cong_van
from tests.check.papers.head import Head
from tests.check.papers.ke_hoach import ke_hoach
from tests.check.papers.mau import MAU
from tests.check.papers.mutate import Change, at, find, mutated
from tests.check.papers.spoil import Spoil

RULES = ("A01", "A02", "A03", "A04", "A05", "A06")


def said(data: bytes) -> list[tuple[str, Severity]]:
    return [(each.rule.id, each.severity) for each in judge("tờ", data).findings if each.rule.id in RULES]


def pointing(words: str) -> bytes:
    return mutated(ke_hoach(), at("Các nhiệm vụ cụ thể", spoil.set_text(words)))


@pytest.mark.parametrize(
    "words",
    [
        "Các nhiệm vụ cụ thể được nêu tại Phụ lục.",
        "Các nhiệm vụ cụ thể (có danh mục kèm theo).",
        "Các nhiệm vụ cụ thể (Đính kèm bảng phân công).",
        "Các nhiệm vụ cụ thể theo phụ lục kèm theo Kế hoạch số 25/KH-UBND này.",
    ],
)
def test_ways_to_point_to_the_appendix(words: str) -> None:
    assert said(pointing(words)) == []


def test_an_attached_list_that_is_not_called_an_appendix_is_pointed_to_as_well() -> None:
    unnamed = mutated(
        ke_hoach(), at("Phụ lục", spoil.set_text("DANH MỤC")), at("Các nhiệm vụ cụ thể", spoil.set_text("Xin ý kiến."))
    )
    assert ("A01", Severity.ERROR) in said(unnamed)


@pytest.mark.parametrize(
    "words",
    [
        "Thực hiện theo phụ lục kèm theo Quyết định số 3334/QĐ-UBND ngày 09 tháng 12 năm 2022.",
        "Thực hiện theo Phụ lục II Thông tư số 01/2011/TT-BNV.",
        "Các nhiệm vụ cụ thể được nêu ở phần sau.",
    ],
)
def test_another_paper_s_appendix_is_no_pointer(words: str) -> None:
    assert said(pointing(words)) == [("A01", Severity.ERROR)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("theo Phụ lục đính kèm Công văn này", [("A01", Severity.WARNING)]),
        ("chi tiết tại Phụ lục I", [("A01", Severity.WARNING)]),
        ("theo Phụ lục III ban hành kèm theo Nghị định số 30/2020/NĐ-CP", []),
        ("theo Phụ lục I Luật Đầu tư", []),
        ("theo phụ lục hợp đồng đã ký", []),
        ("theo hồ sơ kèm theo", []),
    ],
)
def test_an_appendix_that_is_named_and_not_there(words: str, expected: list[tuple[str, Severity]]) -> None:
    data = mutated(CLEAN["cong_van"](), at("Giao Sở Văn hóa", spoil.replace_text("đôn đốc", f"đôn đốc {words}")))
    assert said(data) == expected


@pytest.mark.parametrize(
    "words",
    [
        "(Kèm theo Kế hoạch số:          /KH-UBND ngày     tháng     năm 2024 của Ủy ban nhân dân tỉnh Sóc Trăng)",
        "(Kèm theo Kế hoạch số …/KH-UBND ngày … tháng … năm … của Ủy ban nhân dân tỉnh Sóc Trăng)",
        "(Ban hành kèm theo Kế hoạch số 25/KH-UBND ngày 15 tháng 2 năm 2024 của UBND tỉnh Sóc Trăng)",
        "(Kèm theo Văn bản số 25 /KH-UBND, ngày 15 tháng 02 năm 2024 của Ủy ban nhân dân tỉnh Sóc Trăng)",
    ],
)
def test_ways_to_name_the_main_paper(words: str) -> None:
    assert said(mutated(ke_hoach(), at("(Kèm theo", spoil.set_text(words)))) == []


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        ("(Kèm theo Kế hoạch số 25/KH-UBND ngày 15 tháng 02 năm 2023 của UBND tỉnh)", Severity.ERROR),
        ("(Kèm theo Kế hoạch số      /KH-SYT ngày     tháng     năm 2024 của UBND tỉnh)", Severity.ERROR),
        ("(Kèm theo Kế hoạch của UBND tỉnh)", Severity.WARNING),
        ("Kèm theo Kế hoạch số 25/KH-UBND ngày 15 tháng 02 năm 2024 của UBND tỉnh", Severity.WARNING),
    ],
)
def test_ways_to_name_it_wrongly(words: str, severity: Severity) -> None:
    assert said(mutated(ke_hoach(), at("(Kèm theo", spoil.set_text(words)))) == [("A04", severity)]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Phụ lục I", [("A02", Severity.NOTE)]),
        ("Phụ lục 1", [("A02", Severity.ERROR)]),
        ("Phụ lục A", [("A02", Severity.ERROR)]),
        ("Phụ lục 1/I", [("A02", Severity.ERROR)]),
        ("Phụ lục", []),
    ],
)
def test_the_number_of_a_single_appendix(label: str, expected: list[tuple[str, Severity]]) -> None:
    assert said(mutated(ke_hoach(), at("Phụ lục", spoil.set_text(label)))) == expected


@pytest.mark.parametrize("spoiling", [spoil.set_text("DANH MỤC NHIỆM VỤ (đơn vị: ha)"), spoil.set_size(13)])
def test_titles_of_appendices_that_are_right(spoiling: Spoil) -> None:
    assert said(mutated(ke_hoach(), at("DANH MỤC", spoiling))) == []


@pytest.mark.parametrize("name", CLEAN)
def test_clean_papers(name: str) -> None:
    assert said(CLEAN[name]()) == []


@pytest.mark.parametrize("form", MAU)
def test_the_decree_s_own_forms_are_right(form: str) -> None:
    assert said(MAU[form]()) == []


def test_roman_numerals_are_read_as_they_are_written() -> None:
    assert all(roman_value(roman(number)) == number for number in range(1, 200))


@pytest.mark.parametrize(
    ("pointer", "lacks"),
    [
        ("(Kèm theo Kế hoạch số      /KH-UBND ngày     /12/2025 của Ủy ban nhân dân tỉnh)", False),
        ("(Kèm theo Kế hoạch số      /KH-UBND ngày     /     /2025 của Ủy ban nhân dân tỉnh)", False),
        ("(Kèm theo Kế hoạch số …/KH-UBND ngày …/…/2025 của Ủy ban nhân dân tỉnh)", False),
        ("(Kèm theo Kế hoạch số 25/KH-UBND ngày 15/02/2024 của Ủy ban nhân dân tỉnh)", False),
        ("(Kèm theo Kế hoạch số 25/KH-UBND ngày 15 tháng 02 năm 2024 của Ủy ban nhân dân tỉnh)", False),
        ("(Kèm theo Kế hoạch số 25/KH-UBND ngày      tháng 02 năm 2024 của Ủy ban nhân dân tỉnh)", False),
        ("(Kèm theo Kế hoạch số 25/KH-UBND của Ủy ban nhân dân tỉnh)", True),
        ("(Kèm theo Kế hoạch số 25/KH-UBND năm 2024 của Ủy ban nhân dân tỉnh)", True),
    ],
)
def test_the_day_in_the_pointer(pointer: str, lacks: bool) -> None:
    data = mutated(ke_hoach(), at("(Kèm theo", spoil.set_text(pointer)))
    assert any("thiếu ngày tháng năm" in message for message in messages(data, "A04")) is lacks


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("DANH MỤC NHIỆM VỤ PHỔ CẬP KỸ NĂNG SỐ NĂM 2024", {"A02"}),
        ("Danh mục nhiệm vụ phổ cập kỹ năng số năm 2024", {"A02", "A03"}),
        ("QUY CHẾ PHỔ CẬP KỸ NĂNG SỐ NĂM 2024", set()),
    ],
)
def test_an_appendix_without_its_word(title: str, expected: set[str]) -> None:
    data = mutated(ke_hoach(), at("Phụ lục", spoil.delete_paragraph), at("DANH MỤC NHIỆM VỤ", spoil.set_text(title)))
    assert {rule for rule, _ in said(data)} - {"A01"} == expected


@pytest.mark.parametrize(("title", "found"), [("DANH MỤC NHIỆM VỤ NĂM 2024", {"A01", "A02", "A04"}), ("QUY CHẾ LÀM VIỆC", set())])
def test_an_appendix_without_its_word_is_judged_as_one(title: str, found: set[str]) -> None:
    data = mutated(
        ke_hoach(),
        at("Các nhiệm vụ cụ thể", spoil.set_text("Các đơn vị thực hiện theo phân công.")),
        at("Phụ lục", spoil.delete_paragraph),
        at("DANH MỤC NHIỆM VỤ", spoil.set_text(title)),
        at("(Kèm theo", spoil.set_align("left")),
    )
    assert {rule for rule, _ in said(data)} == found


def test_an_appendix_without_its_word_may_be_named_by_its_title() -> None:
    def with_text(words: str) -> bytes:
        return mutated(ke_hoach(), at("Các nhiệm vụ cụ thể", spoil.set_text(words)), at("Phụ lục", spoil.delete_paragraph))

    assert "A01" not in dict(said(with_text("Các đơn vị thực hiện những nhiệm vụ có tên trong danh mục.")))
    assert "A01" in dict(said(with_text("Các đơn vị thực hiện những nhiệm vụ được giao.")))


def test_kem_theo_in_a_cell_is_said_of_what_stands_there() -> None:
    def with_cell(words: str) -> bytes:
        paper = Paper()
        paper.head(Head(("ỦY BAN NHÂN DÂN", "XÃ ĐÔNG HẢI"), "Số: 15/KH-UBND", "Đông Hải, ngày 05 tháng 3 năm 2026"))
        paper.title("KẾ HOẠCH", "Số hóa học liệu năm 2026")
        paper.body("Các đơn vị thực hiện như sau:")
        paper.grid((1, 4), (("TT", "Sản phẩm"), ("1", words)))
        paper.body("Các đơn vị báo cáo kết quả trước ngày 15 tháng 12 năm 2026./.")
        paper.signature(("Lưu: VT",), ("CHỦ TỊCH",), "Phạm Hoài Nam")
        paper.appendix(
            "DANH MỤC HỌC LIỆU", "(Kèm theo Kế hoạch số 15/KH-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân xã Đông Hải)"
        )
        paper.body("Danh mục gồm 05 học liệu.")
        return paper.bytes()

    assert messages(with_cell("Giáo trình kèm theo"), "A01") == ["Văn bản có phụ lục nhưng nội dung không có chỉ dẫn đến phụ lục"]
    assert messages(with_cell("Theo danh mục kèm theo"), "A01") == []


@pytest.mark.parametrize(("over", "expected"), [(4.5, []), (6.5, [("A06", Severity.NOTE)]), (9, [("A06", Severity.WARNING)])])
def test_how_far_a_table_stands_out(over: float, expected: list[tuple[str, Severity]]) -> None:
    paper = Paper()
    paper.head(Head(("ỦY BAN NHÂN DÂN", "XÃ ĐÔNG HẢI"), "Số: 15/KH-UBND", "Đông Hải, ngày 05 tháng 3 năm 2026"))
    paper.title("KẾ HOẠCH", "Số hóa học liệu năm 2026")
    paper.body("Các đơn vị thực hiện như sau:")
    paper.grid((1, 4), (("TT", "Sản phẩm"), ("1", "Giáo trình")))
    paper.signature(("Lưu: VT",), ("CHỦ TỊCH",), "Phạm Hoài Nam")
    room = paper.room

    def widened(document: Document) -> None:
        ruled = document.tables[1]
        for row in ruled.rows:
            row.cells[1].width = Mm(room + over - room / 5)
        ruled.columns[1].width = Mm(room + over - room / 5)

    assert said(mutated(paper.bytes(), widened)) == expected


def _drop(*starts: str) -> tuple[Change, ...]:
    return tuple(at(start, spoil.delete_paragraph) for start in starts)


def _pointer_first(document: Document) -> None:
    find(document, "DANH MỤC NHIỆM")._p.addprevious(find(document, "(Kèm theo")._p)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (_drop("Phụ lục", "(Kèm theo"), {"A01": "Nội dung nhắc đến phụ lục, phần kèm theo không ghi chữ “Phụ lục”"}),
        (_drop("DANH MỤC NHIỆM"), {"A03": "Phụ lục thiếu tên"}),
        ((_pointer_first,), {"A03": "Tên phụ lục phải ở trên dòng “(Kèm theo …)”"}),
        ((at("Phụ lục", spoil.set_text("Biểu số 01")),), {"A02": "Văn bản kèm theo thiếu dòng “Phụ lục”"}),
        (
            (at("Phụ lục", spoil.set_text("Phụ lục: DANH MỤC NHIỆM VỤ")), *_drop("DANH MỤC NHIỆM")),
            {"A02": "“Phụ lục” và số thứ tự phải ở một dòng riêng"},
        ),
    ],
)
def test_heads_of_an_appendix_that_lack_a_part(changes: tuple[Change, ...], expected: dict[str, str]) -> None:
    found = judge("tờ", mutated(ke_hoach(), *changes)).findings
    assert {each.rule.id: each.message for each in found} == expected


def test_a_remark_behind_the_signature_is_no_appendix() -> None:
    data = mutated(cong_van(), at("Giao Sở", spoil.insert_paragraph_after("Chi tiết tại Phụ lục kèm theo Công văn này./.")))
    assert "A01" in dict(said(data))
