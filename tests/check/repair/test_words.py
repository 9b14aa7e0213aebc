"""Words that the decree lays down are typed anew in the place of the wrong ones, letter for letter, and no others."""

import pytest

from docgen.check.docview import open_view
from tests.check.papers.clean import CLEAN
from tests.check.papers.mutate import at, mutated
from tests.check.papers.spoil import Spoil, delete_paragraph, replace_text
from tests.check.repair.mending import accepting, new_faults, repaired


def _words(data: bytes) -> list[str]:
    return [paragraph.words for paragraph in open_view("thu.docx", data).paragraphs if paragraph.words]


@pytest.mark.parametrize(
    ("paper", "start", "spoil", "rule"),
    [
        ("cong_van", "Độc lập", replace_text("Độc lập - Tự do", "Độc Lập– Tự do"), "H02"),
        ("ke_hoach", "I. MỤC", replace_text("I. MỤC ĐÍCH", "I/ Mục đích"), "B06"),
        ("cong_van", "- Như trên;", delete_paragraph, "R03"),
        ("ke_hoach", "Phụ lục", replace_text("Phụ lục", "PHỤ LỤC"), "A02"),
        ("quyet_dinh", "Điều 1.", replace_text("Điều 1.", "Điều 1:"), "B06"),
        ("ke_hoach", "Căn cứ Quyết định số 146", replace_text('năm 2030".', 'năm 2030",'), "C01"),
    ],
)
def test_the_words_are_those_of_the_clean_paper_again(paper: str, start: str, spoil: Spoil, rule: str) -> None:
    clean = CLEAN[paper]()
    spoiled = mutated(clean, at(start, spoil))
    made = repaired(spoiled, rule)
    assert _words(accepting(made)) == _words(clean)
    assert new_faults(made.data, spoiled) == {}
