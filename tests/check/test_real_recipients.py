"""Recipients and addressees as offices write them: the drafter's sign, braces, notes, dashes set by tabs."""

import pytest
from docx.document import Document
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from docgen.check.judging import judge
from tests.check.papers import spoil
from tests.check.papers.blocks import Paper
from tests.check.papers.clean import cong_van
from tests.check.papers.head import Head
from tests.check.papers.ke_hoach import ke_hoach
from tests.check.papers.mutate import Change, at, mutated
from tests.check.papers.word import Shape


def said(data: bytes, *rules: str) -> list[tuple[str, str]]:
    return [(each.rule.id, each.message) for each in judge("tờ", data).findings if each.rule.id in rules]


def luu(words: str, *below: str) -> bytes:
    changes = [at("- Lưu", *(spoil.insert_paragraph_after(each) for each in reversed(below)))] if below else []
    return mutated(ke_hoach(), at("- Lưu", spoil.set_text(words)), *changes)


@pytest.mark.parametrize(
    "words",
    [
        "- Lưu: VT, NC. (M.Anh)",
        "- Lưu: VT, NC. M.Anh",
        "- Lưu: VT, NC.(03b)",
        "- Lưu: VT, KGVX.NTH",
        "- Lưu: VT, NC. NTA",
        "- Lưu: VT, TH. Hùng 05b",
        "- Lưu: VT, NC. nvh",
        "- Lưu: VT, QLVBĐ.ntl(2)",
        "- Lưu: VT, KTN.  (Tuấn 05b)",
        "- Lưu: VT, VX.H.05b",
        "- Lưu: VT, P.NC. Hoa",
        "- Lưu: VT, NC. {5b}",
        "- Lưu: VT, NC./Nam",
    ],
)
def test_the_drafter_s_sign_stands_behind_the_full_stop(words: str) -> None:
    assert said(luu(words), "R02", "R04") == []


@pytest.mark.parametrize(
    "words",
    ["- Lưu: VT, NC", "- Lưu: VT, P.NC", "- Lưu: VT, NC (05b)", "- Lưu: VT, NC; M.Anh", "- Lưu: VT, TH, Hùng", "- Lưu: VT, BQL.DA",
     "- Lưu: VT", "- Lưu: VT, NC,"],
)  # fmt: skip
def test_a_missing_full_stop_is_told_all_the_same(words: str) -> None:
    assert [rule for rule, _ in said(luu(words), "R02")] == ["R02"]


@pytest.mark.parametrize("below", [("(M.Anh)",), ("NTA",), ("Hùng.05b",), ("(03b)",), ("nthang",), ("M.Anh (15)",)])
def test_the_drafter_s_sign_stands_under_the_list(below: tuple[str, ...]) -> None:
    assert said(luu("- Lưu: VT, NC.", *below), "R02", "R04") == []


@pytest.mark.parametrize(
    ("below", "says"),
    [
        (("- Sở Nội vụ;",), "phải là dòng cuối"),
        (("Các phòng, ban chuyên môn thuộc Ủy ban nhân dân tỉnh",), "phải là dòng cuối"),
    ],
)
def test_a_recipient_under_the_last_line_is_no_sign(below: tuple[str, ...], says: str) -> None:
    assert any(says in message for _, message in said(luu("- Lưu: VT, NC.", *below), "R04"))


def smaller(size: float, *, lowered: bool = False) -> Change:
    def spoiled(paragraph: Paragraph) -> None:
        run = paragraph.add_run("nth")
        run.font.size = Pt(size)
        run.font.subscript = lowered or None

    def change(document: Document) -> None:
        at("- Lưu", spoiled)(document)

    return change


@pytest.mark.parametrize("change", [smaller(8), smaller(9), smaller(11, lowered=True), smaller(6)])
def test_a_smaller_or_lowered_sign_is_no_recipient(change: Change) -> None:
    assert said(mutated(ke_hoach(), change), "R02", "R04") == []


@pytest.mark.parametrize(
    "line",
    [
        "- TT. Tỉnh ủy; (để b/c)",
        "- TT. Tỉnh ủy;  }",
        "- TT. Tỉnh ủy; } (b/c)",
        "- TT. Tỉnh ủy; (b/c).",
        "- TT. Tỉnh ủy; để báo cáo",
        "- TT. Tỉnh ủy; để b/c",
        "- TT. Tỉnh ủy;\t} để b/c",
        "- TT. Tỉnh ủy (b/c);",
    ],
)
def test_what_a_paper_is_sent_for_belongs_to_the_recipient(line: str) -> None:
    assert said(mutated(ke_hoach(), at("- TT. Tỉnh ủy", spoil.set_text(line))), "R02", "R04") == []


@pytest.mark.parametrize(
    "line", ["- TT. Tỉnh ủy", "- TT. Tỉnh ủy (b/c)", "- TT. Tỉnh ủy }", "- TT. Tỉnh ủy,", "- TT. Tỉnh ủy để b/c"]
)
def test_a_recipient_without_its_mark_is_told(line: str) -> None:
    assert [rule for rule, _ in said(mutated(ke_hoach(), at("- TT. Tỉnh ủy", spoil.set_text(line))), "R02")] == ["R02"]


@pytest.mark.parametrize("line", ["- Như kính gửi;", "- Như Kính gửi;", "- Như trên kính gửi;"])
def test_nhu_kinh_gui_is_told(line: str) -> None:
    messages = said(mutated(cong_van(), at("- Như trên", spoil.set_text(line))), "R03")
    assert (line == "- Như trên kính gửi;" and messages == []) or any("phải ghi “Như trên”" in each for _, each in messages)


def letter(*lines: str) -> bytes:
    paper = Paper()
    paper.head(Head(("SỞ Y TẾ",), "Số: 15/SYT-VP", "Huế, ngày 05 tháng 3 năm 2026", ("UBND THÀNH PHỐ HUẾ",), "V/v báo cáo"))
    for words in lines:
        paper._plain(words, Shape())
    paper.body("Sở Y tế đề nghị các đơn vị báo cáo./.")
    paper.signature(("Như trên", "Lưu: VT"), ("GIÁM ĐỐC",), "Phạm Hoài Nam")
    return paper.bytes()


@pytest.mark.parametrize(
    "lines",
    [
        ("\t\tKính gửi:", "\t\t\t- Sở Tài chính;", "\t\t\t- Sở Nội vụ."),
        ("\tKính gửi:", "\t\t\t- Sở Tài chính;", "\t\t\t- Sở Nội vụ;", "\t\t\t- Sở Xây dựng."),
    ],
)
def test_dashes_set_by_tabs_in_one_column_pass(lines: tuple[str, ...]) -> None:
    assert [each for each in said(letter(*lines), "K01") if "thẳng hàng" in each[1]] == []


@pytest.mark.parametrize(
    "lines",
    [
        ("\t\tKính gửi:", "\t\t\t- Sở Tài chính;", "\t\t\t\t- Sở Nội vụ."),
        ("\t\tKính gửi:", "\t\t\t- Sở Tài chính;", "\t\t\t   - Sở Nội vụ."),
        ("\t\tKính gửi:", "                 - Sở Tài chính;", "                    - Sở Nội vụ."),
    ],
)
def test_dashes_that_do_not_stand_in_one_column_are_told(lines: tuple[str, ...]) -> None:
    assert any("thẳng hàng" in each for _, each in said(letter(*lines), "K01"))
