import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Mm

from tests.check.judged import messages, unjudged
from tests.check.papers.blocks import Paper
from tests.check.papers.clean import CLEAN, cong_van
from tests.check.papers.head import Head
from tests.check.papers.mutate import Change, move_page_number_to_footer, mutated
from tests.check.papers.word import Letters, field


def _short(sentences: int = 6) -> bytes:
    paper = Paper()
    paper.head(Head(("SỞ NỘI VỤ",), "Số: 15/SNV-VP", "Sóc Trăng, ngày 05 tháng 3 năm 2024", v_v="V/v nghỉ lễ"))
    paper.kinh_gui("Các phòng, đơn vị trực thuộc")
    sentence = "Các phòng, đơn vị phân công công chức, viên chức trực trong những ngày nghỉ và báo cáo kết quả về Sở. "
    paper.body("\n".join([sentence] * sentences))
    paper.signature(("Như trên", "Lưu: VT"), ("GIÁM ĐỐC",), "Phạm Hoài Nam")
    return paper.bytes()


def _without_number(document: Document) -> None:
    document.sections[0].header.paragraphs[0].clear()


def _same_header(document: Document) -> None:
    document.sections[0].different_first_page_header_footer = False


def test_a_short_letter_needs_no_number() -> None:
    paper = mutated(_short(), _without_number)
    assert messages(paper, "P06") == []
    assert not unjudged(paper, "P06")


def test_a_number_in_the_wrong_place_is_a_fault_even_where_the_text_is_still_short() -> None:
    (message,) = messages(mutated(_short(), move_page_number_to_footer), "P06")
    assert "chân trang" in message


def test_a_paper_of_about_a_page_is_judged_by_the_count_of_word() -> None:
    assert messages(mutated(_short(15), _without_number), "P06") == []


def _tabbed(document: Document) -> None:
    header = document.sections[0].header.paragraphs[0]
    header.alignment = WD_ALIGN_PARAGRAPH.LEFT
    header.paragraph_format.tab_stops.add_tab_stop(Mm(82), WD_TAB_ALIGNMENT.CENTER)
    tab = header.add_run("\t")
    header._p.insert(1, tab._r)


def _justified(document: Document) -> None:
    document.sections[0].header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


@pytest.mark.parametrize(("change", "centred"), [(_tabbed, True), (_justified, False)])
def test_a_number_is_centred_by_alignment_or_by_a_tab(change: Change, centred: bool) -> None:
    assert (messages(mutated(cong_van(), change), "P06") == []) is centred


def test_a_footer_of_words_is_no_page_number() -> None:
    def words(document: Document) -> None:
        document.sections[0].footer.paragraphs[0].add_run("Địa chỉ: số 01 đường Trần Hưng Đạo")

    assert messages(mutated(cong_van(), words), "P06") == []


def test_a_number_in_header_and_footer_is_one_fault() -> None:
    def also_in_footer(document: Document) -> None:
        field(document.sections[0].footer.paragraphs[0], "PAGE", Letters(14))

    message = "Số trang ở chân trang và không canh giữa, phải ở đầu trang, canh giữa"
    assert messages(mutated(cong_van(), also_in_footer), "P06") == [message]


def test_a_number_in_the_footer_shows_on_page_1_where_all_pages_have_one_footer() -> None:
    paper = mutated(cong_van(), move_page_number_to_footer, _same_header)
    assert messages(paper, "P06") == ["Số trang ở chân trang, phải ở đầu trang, canh giữa"]
    assert messages(paper, "P07") == ["Trang đầu hiển thị số trang"]
    assert messages(mutated(cong_van(), move_page_number_to_footer), "P07") == []


def test_an_address_at_the_foot_of_page_1_is_no_number() -> None:
    def address(document: Document) -> None:
        document.sections[0].first_page_footer.paragraphs[0].text = "Số 1, đường Trần Hưng Đạo; ĐT: 0299 3820 123"

    assert messages(mutated(cong_van(), address), "P07") == []


def test_a_short_letter_that_shows_1_breaks_only_the_rule_of_the_first_page() -> None:
    paper = mutated(_short(), _same_header)
    assert messages(paper, "P06") == []
    assert messages(paper, "P07") == ["Trang đầu hiển thị số trang"]


def test_words_in_the_first_header_are_no_number() -> None:
    def words(document: Document) -> None:
        document.sections[0].first_page_header.paragraphs[0].add_run("Ký bởi: Sở Nội vụ; 05/3/2024")

    assert messages(mutated(cong_van(), words), "P07") == []


@pytest.mark.parametrize("name", CLEAN)
def test_clean_papers_pass(name: str) -> None:
    paper = CLEAN[name]()
    assert [messages(paper, rule) for rule in ("P06", "P07", "P08")] == [[], [], []]


@pytest.mark.parametrize(("widths", "centred"), [((55, 55, 55), True), ((20, 55, 90), False)])
def test_a_number_in_a_table_is_centred_where_its_cell_stands_in_the_middle(widths: tuple[int, ...], centred: bool) -> None:
    def in_table(document: Document) -> None:
        header = document.sections[0].header
        made = header.add_table(1, 3, Mm(165))
        for cell, width in zip(made.rows[0].cells, widths, strict=True):
            cell.width = Mm(width)
        made.rows[0].cells[1].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
        field(made.rows[0].cells[1].paragraphs[0], "PAGE", Letters(14))
        header._element.remove(header.paragraphs[0]._p)

    assert (messages(mutated(cong_van(), in_table), "P06") == []) is centred
