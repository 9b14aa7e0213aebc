import io
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as Word

from docgen.check.finding import Severity
from tests.check.judged import findings, messages
from tests.check.papers import spoil
from tests.check.papers.blocks import Paper
from tests.check.papers.clean import bao_cao, quyet_dinh, to_trinh
from tests.check.papers.head import Head
from tests.check.papers.ke_hoach import ke_hoach
from tests.check.papers.mutate import Change, at, find, mutated
from tests.check.papers.numbering import number, numbering

_LONG = (
    "Các cơ quan, đơn vị, địa phương tổ chức thực hiện nghiêm túc các nội dung được giao, báo cáo kết quả trước ngày 30 tháng 11."
)
_RULES = ("B01", "B02", "B03", "B04", "B05", "B09", "B10")


def _paper(*paragraphs: str, table: bool = False, ten_loai: str = "THÔNG BÁO") -> bytes:
    paper = Paper()
    paper.head(Head(("ỦY BAN NHÂN DÂN", "XÃ ĐÔNG HẢI"), "Số: 15/TB-UBND", "Đông Hải, ngày 05 tháng 3 năm 2026"))
    paper.title(ten_loai, "Công tác văn thư năm 2026")
    paper.body("\n".join(paragraphs))
    if table:
        paper.grid((1, 2), (("TT", "Đơn vị"), ("1", "Văn phòng")))
    paper.signature(("Lưu: VT",), ("CHỦ TỊCH",), "Phạm Hoài Nam")
    return paper.bytes()


def _each(start: str, *starts: str, change: Callable[[Word], None]) -> Change:
    def spoil_all(document: Document) -> None:
        for words in (start, *starts):
            change(find(document, words))

    return spoil_all


def _all(paper: bytes) -> dict[str, list[str]]:
    return {rule: found for rule in _RULES if (found := messages(paper, rule))}


@pytest.mark.parametrize(
    "change",
    [
        at("- Giải đua", spoil.set_indent(first=20)),
        at("- Giải đua", spoil.set_indent(first=-5, left=17.7)),
        at("- Giải đua", spoil.set_indent(first=-5, left=30)),
        at("Lễ hội là", spoil.set_indent(first=10)),
        at("Lễ hội là", spoil.set_indent(first=12.5)),
        at("Lễ hội là", spoil.set_indent(first=-5, left=17.7)),
        at("Lễ hội là", spoil.set_spacing(lines=1.5)),
        at("Lễ hội là", spoil.set_spacing(lines=1.15)),
        at("Lễ hội là", spoil.exact_spacing(18)),
        at("Lễ hội là", spoil.exact_spacing(14)),
        at("Lễ hội là", spoil.exact_spacing(24)),
        at("Lễ hội là", spoil.set_spacing(before=6, after=6)),
        at("Lễ hội là", spoil.set_spacing(after=12)),
        at("- Giải đua", spoil.set_align("left")),
        at("Sở Văn hóa, Thể thao và Du lịch kính trình", spoil.keep_next(True)),
    ],
)
def test_layouts_that_the_decree_allows(change: Change) -> None:
    assert _all(mutated(to_trinh(), change)) == {}


@pytest.mark.parametrize(
    ("change", "rule", "message"),
    [
        (spoil.set_indent(first=10.6), "B03", "lùi đầu dòng 10,6 mm, phải lùi 10 mm hoặc 12,7 mm"),
        (spoil.set_indent(first=12.2), "B03", "lùi đầu dòng 12,2 mm, phải lùi 10 mm hoặc 12,7 mm"),
        (spoil.set_spacing(lines=0.95), "B05", "giãn dòng 0,95 dòng, tối thiểu là dòng đơn"),
        (spoil.set_spacing(lines=1.6), "B05", "giãn dòng 1,6 dòng, tối đa là 1,5"),
        (spoil.exact_spacing(13), "B05", "giãn dòng cố định 13 pt, nhỏ hơn dòng đơn của cỡ chữ 14"),
        (spoil.exact_spacing(25), "B05", "giãn dòng 25 pt, lớn hơn 1,5 dòng của cỡ chữ 14"),
    ],
)
def test_layouts_just_outside_what_the_decree_allows(change: Callable[[Word], None], rule: str, message: str) -> None:
    assert _all(mutated(to_trinh(), at("Lễ hội là", change))) == {rule: [f"Đoạn này {message}"]}


def test_an_automatic_list_may_be_indented_further() -> None:
    def deeper(document: Document) -> None:
        numbers = numbering(document, [("bullet", "-")], 20)
        for start in ("- Giải đua", "- Hội thi", "- Hội chợ"):
            paragraph = find(document, start)
            spoil.replace_text("- ", "")(paragraph)
            paragraph.paragraph_format.first_line_indent = None
            number(paragraph, numbers, 0)

    assert _all(mutated(to_trinh(), deeper)) == {}


def test_one_kind_of_fault_is_one_finding_with_its_places() -> None:
    change = _each("1. Trưởng ban", "2. Phó", "3. Các", change=spoil.set_indent(first=15))
    (found,) = findings(mutated(quyet_dinh(), change), "B03")
    assert found.message.startswith("3 đoạn lùi đầu dòng 15 mm")
    assert (len(found.places), found.severity) == (3, Severity.WARNING)


def test_two_wrong_values_are_two_findings() -> None:
    changes = at("Đầu năm", spoil.set_indent(first=15)), at("Kho lưu trữ", spoil.set_indent(first=0))
    assert len(findings(mutated(bao_cao(), *changes), "B03")) == 2


def test_most_paragraphs_wrong_is_an_error() -> None:
    paper = _paper(_LONG, _LONG, _LONG.replace("11.", "11./."))
    document = docx.Document(io.BytesIO(paper))
    for paragraph in document.paragraphs:
        if paragraph.text.startswith("Các cơ quan"):
            paragraph.paragraph_format.first_line_indent = Mm(15)
            paragraph.paragraph_format.space_after = Pt(0)
    package = io.BytesIO()
    document.save(package)
    assert [findings(package.getvalue(), rule)[0].severity for rule in ("B03", "B04")] == [Severity.ERROR, Severity.ERROR]


def _body_of(count: int, change: Callable[[Word], None], changed: int) -> bytes:
    """Return a paper of `count` paragraphs of several lines, the first `changed` of them spoilt."""
    starts = [f"Việc thứ {number}" for number in range(1, count + 1)]
    paper = _paper(*(f"{start}: {_LONG}" for start in starts[:-1]), f"{starts[-1]}: {_LONG.replace('11.', '11./.')}")
    return mutated(paper, *(at(start, change) for start in starts[:changed]))


@pytest.mark.parametrize(("ragged", "severity"), [(1, Severity.WARNING), (2, Severity.WARNING), (3, Severity.ERROR)])
def test_up_to_a_fifth_of_ragged_paragraphs_is_a_warning(ragged: int, severity: Severity) -> None:
    (found,) = findings(_body_of(10, spoil.set_align("left"), ragged), "B02")
    assert (len(found.places), found.severity) == (ragged, severity)


@pytest.mark.parametrize(("close", "severity"), [(1, Severity.WARNING), (2, Severity.WARNING), (3, Severity.ERROR)])
def test_up_to_a_fifth_of_narrow_gaps_is_a_warning(close: int, severity: Severity) -> None:
    (found,) = findings(_body_of(11, spoil.set_spacing(before=0, after=0), close), "B04")
    assert (len(found.places), found.severity) == (close, severity)


@pytest.mark.parametrize(("wrong", "severity"), [(1, Severity.WARNING), (2, Severity.WARNING), (3, Severity.ERROR)])
def test_up_to_half_of_wrong_indents_is_a_warning(wrong: int, severity: Severity) -> None:
    (found,) = findings(_body_of(4, spoil.set_indent(first=15), wrong), "B03")
    assert (len(found.places), found.severity) == (wrong, severity)


def test_gaps_swallowed_by_a_style_are_found() -> None:
    def swallow(document: Document) -> None:
        style = document.styles["List Paragraph"]
        style.paragraph_format.space_after = Pt(6)
        for start in ("1. Trưởng ban", "2. Phó", "3. Các"):
            find(document, start).style = style

    assert messages(mutated(quyet_dinh(), swallow), "B04") == ["2 đoạn cách đoạn trên 0 pt, phải từ 6 pt"]


@pytest.mark.parametrize("size", [12, 15])
def test_a_few_words_of_another_size_are_a_warning(size: float) -> None:
    def spot(document: Document) -> None:
        run = find(document, "Đầu năm").add_run(" Kết quả tốt.")
        run.font.size = Pt(size)

    (found,) = findings(mutated(bao_cao(), spot), "B01")
    assert found.severity is Severity.WARNING


def test_a_sign_of_another_size_is_no_fault() -> None:
    def spot(document: Document) -> None:
        find(document, "Đầu năm").add_run(" (*)").font.size = Pt(10)

    assert messages(mutated(bao_cao(), spot), "B01") == []


@pytest.mark.parametrize(("size", "told"), [(13, 0), (12, 1)])
def test_the_title_of_a_table_may_have_the_other_size_of_the_body(size: float, told: int) -> None:
    def title(document: Document) -> None:
        caption = document.tables[1]._tbl.getprevious()
        paragraph = Word(caption, document._body)
        paragraph.text = "Lịch kiểm tra quý III"
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.runs[0].bold = True
        paragraph.runs[0].font.size = Pt(size)

    paper = _paper("Các cơ quan thực hiện nghiêm túc Kế hoạch này, báo cáo trước ngày 30 tháng 11.", "Lịch", table=True)
    assert len(messages(mutated(paper, title), "B01")) == told


def test_the_unit_of_a_table_may_be_small() -> None:
    paper = mutated(
        _paper(_LONG, "Đơn vị tính: triệu đồng", table=True),
        at("Đơn vị tính", spoil.set_size(12), spoil.set_align("right"), spoil.set_italic(True)),
    )
    assert {rule: found for rule, found in _all(paper).items() if rule != "B10"} == {}


def test_empty_paragraphs_at_the_end_of_the_body_are_no_fault() -> None:
    assert messages(mutated(bao_cao(), at("Trên đây", spoil.insert_paragraph_after(""))), "B04") == []


def test_a_picture_is_no_empty_paragraph() -> None:
    def picture(document: Document) -> None:
        spoil.insert_paragraph_after("")(find(document, "Đầu năm"))
        below: Any = find(document, "Đầu năm")._p.getnext()
        below.append(parse_xml(f"<w:r {nsdecls('w')}><w:drawing/></w:r>"))

    assert messages(mutated(bao_cao(), picture), "B04") == []


@pytest.mark.parametrize(
    ("last", "table", "passes"),
    [
        (_LONG[:-1] + "./.", False, True),
        (_LONG, False, False),
        ("Danh sách các đơn vị như sau:", True, True),
        ("Trân trọng./.", False, True),
        ("Trân trọng ./.", False, True),
    ],
)
def test_how_the_body_ends(last: str, table: bool, passes: bool) -> None:
    assert (messages(_paper(_LONG, last, table=table), "B10") == []) is passes


def test_word_bullets_of_dashes_are_dashes() -> None:
    assert messages(ke_hoach(), "B09") == []


@pytest.mark.parametrize(
    "words",
    [
        "(Số liệu tính đến hết ngày 15 tháng 12 năm 2025, chưa kể các đơn vị mới thành lập theo Nghị quyết của Hội đồng nhân dân.)",
        "“Người làm công tác văn thư phải giữ bí mật nội dung văn bản theo quy định của pháp luật về bảo vệ bí mật nhà nước.”.",
        "Ghi chú: số liệu do các đơn vị báo cáo, Văn phòng tổng hợp và chịu trách nhiệm về tính chính xác trước Ủy ban nhân dân.",
        "1. Về công tác văn thư",
    ],
)
def test_remarks_and_quotations_may_slant(words: str) -> None:
    slanted = mutated(bao_cao(), at("Đầu năm, Sở", spoil.set_text(words), spoil.set_italic(True)))
    assert messages(slanted, "B01") == []
