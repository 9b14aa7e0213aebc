"""A table of contents is no text of the body, and does not hide the bases behind it."""

import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from docgen.check.docview import open_view
from docgen.check.judging import judge
from tests.check.judged import messages
from tests.check.papers import spoil
from tests.check.papers.ke_hoach import ke_hoach
from tests.check.papers.mutate import at, find, mutated
from tests.check.papers.word import Letters, field

RULES = ("B03", "B04", "B06", "B08", "C01")
ENTRIES = ("I. Mục đích, yêu cầu\t1", "II. Chỉ tiêu năm 2024\t2", "Phụ lục: Danh mục nhiệm vụ\t4")


def with_contents(kind: str, *, mark: str = ".") -> bytes:
    """Return the plan with a table of contents in front of its bases, the last of which ends in `mark`."""

    def add(document: Document) -> None:
        first = find(document, "Căn cứ Luật")
        if kind == "title":
            first.insert_paragraph_before("MỤC LỤC").alignment = WD_ALIGN_PARAGRAPH.CENTER
        if kind == "style":
            document.styles.add_style("toc 1", 1)
        for place, entry in enumerate(ENTRIES):
            own = first.insert_paragraph_before("", style="toc 1" if kind == "style" else None)
            if kind == "field" and not place:
                field(own, "TOC", Letters(14))
            own.add_run(entry)

    return mutated(ke_hoach(), at("Căn cứ Quyết định số 146", spoil.replace_text('2030".', f'2030"{mark}')), add)


@pytest.mark.parametrize("kind", ["title", "style", "field"])
def test_a_table_of_contents_is_no_body(kind: str) -> None:
    report = judge("ke-hoach.docx", with_contents(kind))
    assert [each.message for each in report.findings if each.rule.id in RULES] == []


@pytest.mark.parametrize("kind", ["title", "style", "field"])
def test_bases_behind_it_are_seen(kind: str) -> None:
    assert messages(with_contents(kind, mark=";"), "C01") == ["Căn cứ cuối cùng phải kết thúc bằng dấu chấm (.)"]


def test_the_same_lines_alone_are_text() -> None:
    assert len(open_view("k", with_contents("plain")).paragraphs) == len(open_view("k", with_contents("style")).paragraphs)
    assert messages(with_contents("plain"), "B06")
