import pytest
from docx.enum.section import WD_SECTION

from docgen.check.finding import Severity
from tests.check.judged import findings, messages
from tests.check.papers.clean import CLEAN, cong_van
from tests.check.papers.ke_hoach import ke_hoach
from tests.check.papers.mutate import Change, mutated, set_margins, set_page_size


@pytest.mark.parametrize(
    "change",
    [set_margins(top=20, left=35), set_margins(top=25.4, bottom=19.6), set_margins(left=29.9, right=20.2)],
)
def test_margins_at_either_end_of_the_range_pass(change: Change) -> None:
    assert messages(mutated(cong_van(), change), "P02") == []


def test_each_margin_out_of_its_range_is_one_fault() -> None:
    said = messages(mutated(cong_van(), set_margins(left=25.4, right=25.4)), "P02")
    assert said == ["Lề trái 25,4 mm, phải từ 30 đến 35 mm", "Lề phải 25,4 mm, phải từ 15 đến 20 mm"]


def test_the_same_margin_in_two_sections_is_one_fault_with_two_places() -> None:
    def two_sections(document: object) -> None:
        document.add_section(WD_SECTION.NEW_PAGE)  # type: ignore[attr-defined]
        document.add_paragraph("Trang sau")  # type: ignore[attr-defined]

    changes: list[Change] = [two_sections, set_margins(left=20), set_margins(section=1, left=20)]
    (found,) = findings(mutated(cong_van(), *changes), "P02")
    assert [place.words for place in found.places] == ["Trang sau"]


def test_margins_of_a_landscape_appendix_may_be_turned_with_the_page() -> None:
    turned = set_margins(section=1, top=30, bottom=15, left=20, right=20)
    paper = mutated(ke_hoach(), turned)
    assert messages(paper, "P02") == messages(paper, "P03") == []


@pytest.mark.parametrize("size", [(210, 297), (209.9, 297.1), (297, 210)])
def test_a4_either_way_round_is_a4(size: tuple[float, float]) -> None:
    assert messages(mutated(cong_van(), set_page_size(*size)), "P01") == []


def test_an_appendix_on_a3_is_only_a_warning() -> None:
    (found,) = findings(mutated(ke_hoach(), set_page_size(420, 297, section=1)), "P01")
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize("name", CLEAN)
def test_clean_papers_pass(name: str) -> None:
    paper = CLEAN[name]()
    assert [messages(paper, rule) for rule in ("P01", "P02", "P03")] == [[], [], []]
