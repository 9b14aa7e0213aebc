"""What offices write in the recipients and addressees of a paper, and what of it is a fault."""

import pytest
from docx.text.paragraph import Paragraph

from docgen.check.finding import Severity
from docgen.check.judging import judge
from tests.check.judged import messages
from tests.check.papers import spoil
from tests.check.papers.blocks import Paper as Document
from tests.check.papers.clean import HEADER_LAYOUTS, bao_cao, cong_van, quyet_dinh
from tests.check.papers.head import Head
from tests.check.papers.ke_hoach import ke_hoach
from tests.check.papers.mau import MAU
from tests.check.papers.mutate import at, mutated

RULES = ("R01", "R02", "R03", "R04", "K01")


def said(data: bytes) -> list[tuple[str, Severity]]:
    return [(each.rule.id, each.severity) for each in judge("tờ", data).findings if each.rule.id in RULES]


def below(line: str, *words: str) -> bytes:
    """Return a plan with `words` as lines of the recipients' list below `line`."""
    return mutated(ke_hoach(), at(line, *(spoil.insert_paragraph_after(each) for each in reversed(words))))


@pytest.mark.parametrize(
    "luu",
    [
        "- Lưu: VT.",
        "- Lưu: VT, VX (3).",
        "- Lưu: VT, KGVX(03b).",
        "- Lưu: VT (2), TH.",
        "- Lưu: VT, P. VHXH.",
        "- Lưu: VT, NV1.",
        "- Lưu : VT, TH.",
        "- Lưu:VT,TH.",
    ],
)
def test_last_lines_that_are_right(luu: str) -> None:
    assert said(mutated(ke_hoach(), at("- Lưu", spoil.set_text(luu)))) == []


@pytest.mark.parametrize(
    ("luu", "rule"),
    [
        ("- Lưu VT, TH.", "R04"),
        ("- Lưu: Văn thư.", "R04"),
        ("- Lưu: HCTH.", "R04"),
        ("- Lưu: VT; TH.", "R04"),
        ("- Lưu: VT, TH", "R02"),
        ("Lưu: VT, TH.", "R02"),
    ],
)
def test_last_lines_that_are_wrong(luu: str, rule: str) -> None:
    assert {each for each, _ in said(mutated(ke_hoach(), at("- Lưu", spoil.set_text(luu))))} == {rule}


@pytest.mark.parametrize("sign", ["PL.(300)", "NVA (15)", "PL.(300).", "TTH_45", "HTB.12b"])
def test_the_drafter_s_sign_below_the_list(sign: str) -> None:
    assert said(below("- Lưu", sign)) == []


@pytest.mark.parametrize(
    "words",
    [
        ("- Cục Thông tin đối ngoại,", "cục của Bộ;"),
        ("- Các đơn vị:", "+ Phòng Nội vụ;", "+ Phòng Kinh tế;"),
        ("- Các đơn vị trực thuộc", "+ Phòng Nội vụ;", "+ Phòng Kinh tế;"),
        ("- Như Điều 2 (thi hành);",),
        ("- Báo Sóc Trăng; Đài PT-TH tỉnh;",),
        ("- Bộ TT&TT (b/c);",),
    ],
)
def test_lines_that_are_right(words: tuple[str, ...]) -> None:
    assert said(below("- TT. Tỉnh ủy", *words)) == []


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        (("- Cục Thông tin đối ngoại", "Cục Báo chí;"), Severity.WARNING),
        (("- Cục Thông tin đối ngoại",), Severity.ERROR),
        (("- Cục Thông tin đối ngoại.",), Severity.ERROR),
        (("* Cục Thông tin đối ngoại;",), Severity.ERROR),
        (("– Cục Thông tin đối ngoại;",), Severity.WARNING),
        (("+ Cục Thông tin đối ngoại;",), Severity.WARNING),
        (("- Cục Thông tin đối ngoại;", "+ Cục Báo chí;"), Severity.WARNING),
    ],
)
def test_lines_that_are_wrong(words: tuple[str, ...], severity: Severity) -> None:
    assert said(below("- TT. Tỉnh ủy", *words)) == [("R02", severity)]


def test_many_lines_of_one_fault_are_told_once() -> None:
    data = mutated(ke_hoach(), *(at(start, spoil.set_size(12)) for start in ("- TT.", "- Chủ tịch", "- Các sở", "- Lưu")))
    (finding,) = (each for each in judge("tờ", data).findings if each.rule.id in RULES)
    assert finding.message == "Danh sách nơi nhận cỡ chữ 12, phải là 11 (4 dòng)"
    assert len(finding.places) == 4


def test_the_colon_alone_may_be_plain() -> None:
    def plain_colon(paragraph: Paragraph) -> None:
        paragraph.runs[0].text = "Nơi nhận"
        colon = paragraph.add_run(":")
        colon.font.size = paragraph.runs[0].font.size

    assert said(mutated(ke_hoach(), at("Nơi nhận:", plain_colon))) == []


@pytest.mark.parametrize("first", ["- Như trên;", "- Như trên (để b/c);", "- NHƯ TRÊN;"])
def test_ways_to_write_as_above(first: str) -> None:
    assert said(mutated(cong_van(), at("- Như trên", spoil.set_text(first)))) == []


def test_a_decision_may_name_several_articles() -> None:
    assert said(mutated(quyet_dinh(), at("- Như Điều", spoil.set_text("- Như các Điều 2, 3;")))) == []


@pytest.mark.parametrize(
    "words",
    [
        "Kính gửi: Ủy ban nhân dân tỉnh",
        "Kính gửi: Ủy ban nhân dân tỉnh Sóc Trăng.",
        "Kính gửi: Ủy ban nhân dân các huyện, thị xã, thành phố",
        "Kính gửi: Ủy ban nhân dân\ntỉnh Sóc Trăng",
        "Kính gửi:\tÔng Nguyễn Văn Phú",
    ],
)
def test_one_addressee(words: str) -> None:
    assert said(mutated(bao_cao(), at("Kính gửi:", spoil.set_text(words)))) == []


def test_two_addressees_on_one_line_are_a_warning() -> None:
    data = mutated(bao_cao(), at("Kính gửi:", spoil.set_text("Kính gửi: Ủy ban nhân dân tỉnh; Sở Tài chính")))
    assert said(data) == [("K01", Severity.WARNING)]


def test_an_addressee_may_be_broken_by_hand() -> None:
    data = mutated(cong_van(), at("- Ủy ban nhân dân các", spoil.set_text("- Ủy ban nhân dân\ncác huyện, thị xã, thành phố;")))
    assert said(data) == []


@pytest.mark.parametrize("layout", HEADER_LAYOUTS)
def test_clean_letters(layout: str) -> None:
    assert said(HEADER_LAYOUTS[layout]()) == []


@pytest.mark.parametrize("form", MAU)
def test_the_decree_s_own_forms_are_right(form: str) -> None:
    assert said(MAU[form]()) == []


def test_recipients_on_the_line_of_their_heading_are_told() -> None:
    data = mutated(ke_hoach(), at("Nơi nhận:", spoil.set_text("Nơi nhận: - Như trên;")))
    assert "“Nơi nhận:” phải ở một dòng riêng" in messages(data, "R01")


def test_a_decision_is_addressed_to_nobody() -> None:
    paper = Document()
    paper.head(Head(("ỦY BAN NHÂN DÂN", "XÃ ĐÔNG HẢI"), "Số: 15/QĐ-UBND", "Đông Hải, ngày 05 tháng 3 năm 2026"))
    paper.title("QUYẾT ĐỊNH", "Về việc thành lập Tổ công tác")
    paper.kinh_gui("Sở Nội vụ")
    paper.body("Điều 1. Thành lập Tổ công tác./.")
    paper.signature(("Lưu: VT",), ("CHỦ TỊCH",), "Phạm Hoài Nam")
    assert "Quyết định không có phần “Kính gửi”" in messages(paper.bytes(), "K01")


def test_the_clerk_s_copy_is_asked_of_minutes_more_gently() -> None:
    elsewhere = at("- Lưu", spoil.set_text("- Lưu: Hồ sơ."))
    assert said(mutated(MAU["1.9"](), elsewhere)) == [("R04", Severity.WARNING)]
    assert said(mutated(ke_hoach(), elsewhere)) == [("R04", Severity.ERROR)]


@pytest.mark.parametrize(
    ("leave", "found"),
    [
        ("Ủy ban nhân dân xã kính báo cáo./.", ["Báo cáo gửi cấp trên thiếu phần “Kính gửi:”"]),
        ("Trên đây là kết quả, xin trân trọng báo cáo Sở Nội vụ./.", ["Báo cáo gửi cấp trên thiếu phần “Kính gửi:”"]),
        ("Các phòng gửi báo cáo trước ngày 15 tháng 12 năm 2026./.", []),
        ("Ủy ban nhân dân xã kính báo cáo Hội đồng nhân dân xã./.", []),
    ],
)
def test_a_report_to_a_superior_says_whom_it_is_for(leave: str, found: list[str]) -> None:
    paper = Document()
    paper.head(Head(("ỦY BAN NHÂN DÂN", "XÃ ĐÔNG HẢI"), "Số: 15/BC-UBND", "Đông Hải, ngày 05 tháng 3 năm 2026"))
    paper.title("BÁO CÁO", "Công tác văn thư năm 2026")
    paper.body(f"Công tác văn thư được thực hiện đúng quy định.\n{leave}")
    paper.signature(("Sở Nội vụ", "Lưu: VT"), ("CHỦ TỊCH",), "Phạm Hoài Nam")
    assert messages(paper.bytes(), "K01") == found


@pytest.mark.parametrize(
    ("luu", "found"), [("Lưu: VT PGDĐT, VT CAH", []), ("Lưu: VT PGDĐT", ["Giữa “VT” và đơn vị soạn thảo là dấu phẩy"])]
)
def test_each_office_of_a_joint_paper_keeps_its_copy(luu: str, found: list[str]) -> None:
    assert messages(mutated(ke_hoach(), at("- Lưu", spoil.set_text(f"- {luu}."))), "R04") == found


def test_the_mark_of_the_end_does_not_stand_below_the_recipients() -> None:
    ended = mutated(ke_hoach(), at("- Lưu", spoil.set_text("- Lưu: VT, VX./.")))
    assert messages(ended, "R02") == ["Cuối dòng “Lưu” không có dấu “./.”"]


def test_an_article_that_recipients_point_to_has_a_capital() -> None:
    low = mutated(quyet_dinh(), at("- Như Điều", spoil.set_text("- Như điều 3;")))
    assert messages(low, "R02") == ["“Như điều” phải viết “Như Điều”"]
