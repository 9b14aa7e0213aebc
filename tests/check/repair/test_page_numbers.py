"""Page numbers: moved from the footer into the header, taken from the first page; a header is made in the clean copy alone."""

from docx.document import Document

from docgen.check.docview import open_view
from docgen.check.repair.repairing import mended
from docgen.files.package import read_parts
from tests.check.papers.mutate import mutated
from tests.check.repair.mending import accepting, graver, new_faults, repaired
from tests.check.test_single_faults import _number_to_footer as number_to_footer
from tests.check.test_single_faults import paper


def _numbers(data: bytes) -> list[tuple[str, str, bool]]:
    """Return where the number of the page stands: in which header or footer, of which pages, whether in the middle."""
    [section, *_] = open_view("thu.docx", data).sections
    heads = [("header", head) for head in section.headers] + [("footer", head) for head in section.footers]
    return [
        (name, head.kind, each.align == "center") for name, head in heads for each in head.paragraphs if "PAGE" in each.fields
    ]


def _lengthened(document: Document) -> None:
    for _ in range(20):
        document.add_paragraph("Nội dung còn dài. " * 60)


def test_a_number_in_the_footer_goes_into_the_header_as_a_tracked_change() -> None:
    spoiled = mutated(paper("plan"), number_to_footer)
    made = repaired(spoiled, "P06")
    assert [each[0] for each in _numbers(spoiled)] == ["footer"]
    assert _numbers(accepting(made)) == [("header", "default", True)]
    assert new_faults(made.data, spoiled) == {}


def test_a_header_that_is_not_there_is_made_in_the_clean_copy_and_told_otherwise() -> None:
    spoiled = mutated(paper("letter"), _lengthened)
    made = repaired(spoiled, "P06")
    why = [left.why for left in made.left if left.finding.rule.id == "P06"]
    assert why == ["Word không ghi được đầu trang mới thành dấu vết; bản không để dấu vết thì sửa được"]
    clean = mended("thu.docx", spoiled, only=["P06"], tracked=False)
    assert "P06" not in graver(clean.after)
    assert _numbers(clean.data) == [("header", "default", True)]
    assert read_parts(clean.data).keys() - read_parts(spoiled).keys() == {"word/header1.xml"}
    assert new_faults(clean.data, spoiled) == {}
