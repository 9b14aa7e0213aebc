"""Ways to spoil the page number."""

from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.text.paragraph import Paragraph

from tests.check.mutations import Mutation
from tests.check.papers.mutate import in_header, move_page_number_to_footer, show_number_on_first_page
from tests.check.papers.spoil import set_align, set_italic, set_size
from tests.check.papers.word import Letters, field


def _without_number(document: Document) -> None:
    document.sections[0].header.paragraphs[0].clear()


def _number_on_first_page(document: Document) -> None:
    field(document.sections[0].first_page_header.paragraphs[0], "PAGE", Letters(14))


def _typed_number_on_first_page(document: Document) -> None:
    document.sections[0].first_page_header.paragraphs[0].add_run("1")


def _start_at_2(document: Document) -> None:
    numbers: Any = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "2")
    document.sections[0]._sectPr.insert_element_before(numbers, "w:cols", "w:titlePg", "w:docGrid")


def _between_dashes(paragraph: Paragraph) -> None:
    before, after = paragraph.add_run("- "), paragraph.add_run(" -")
    before.font.size = after.font.size = paragraph.runs[0].font.size
    paragraph._p.insert(1, before._r)


MUTATIONS = (
    Mutation("P06", "in the footer", "cong_van", move_page_number_to_footer, "chân trang"),
    Mutation("P06", "in the footer of a plan", "ke_hoach", move_page_number_to_footer, "chân trang"),
    Mutation("P06", "none", "ke_hoach", _without_number, "không có số trang"),
    Mutation("P06", "none on two pages", "cong_van", _without_number, "không có số trang"),
    Mutation("P06", "at the right", "bao_cao", in_header(set_align("right")), "không canh giữa"),
    Mutation("P06", "at the left", "to_trinh", in_header(set_align("left")), "không canh giữa"),
    Mutation("P06", "begun at 2", "cong_van", _start_at_2, "bắt đầu từ 2"),
    Mutation("P07", "one header for all pages", "cong_van", show_number_on_first_page),
    Mutation("P07", "the number in the header of page 1", "bao_cao", _number_on_first_page),
    Mutation("P07", "a typed 1", "quyet_dinh", _typed_number_on_first_page),
    Mutation("P08", "too small", "cong_van", in_header(set_size(11)), "Số trang cỡ chữ 11"),
    Mutation("P08", "italic", "to_trinh", in_header(set_italic(True)), "đứng"),
    Mutation("P08", "between dashes", "ke_hoach", in_header(_between_dashes), "- 2 -"),
)
