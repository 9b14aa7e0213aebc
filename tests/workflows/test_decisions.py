"""What a person decides of a roll-over: words in their place, a blank where nothing is decided, the review list with it."""

import pytest

import docgen
from docgen.errors import DataError
from docgen.text.wording import MARKER
from tests.conftest import SAMPLE


@pytest.fixture(scope="module")
def rolled() -> docgen.RolledPlan:
    return docgen.roll_over(SAMPLE, 2025, target="asean-2025/kehoach.yaml")


def number_of(rolled: docgen.RolledPlan, old: str, new: str) -> int:
    return next(one.so for one in rolled.decisions if (one.old, one.new) == (old, new) and one.can_change)


def on_one_line(text: str) -> str:
    """Return what a text says, wherever YAML breaks its lines."""
    return " ".join(text.split())


def test_nothing_chosen_is_the_plan_as_it_was_rolled_over(rolled: docgen.RolledPlan) -> None:
    assert rolled.decided({}).data == rolled.data
    assert rolled.decided({}).review_markdown() == rolled.review_markdown()


def test_words_stand_at_every_place_of_their_decision(rolled: docgen.RolledPlan) -> None:
    decision = next(one for one in rolled.decisions if one.can_change and len(one.places) > 1 and not one.new.isdigit())
    made = rolled.decided({decision.so: "CHỮ KHÁC"}).data.decode()
    assert on_one_line(made).count("CHỮ KHÁC") == len(decision.places)


def test_two_choices_in_one_text_both_find_their_place(rolled: docgen.RolledPlan) -> None:
    so, ngay = number_of(rolled, "3334", "[cần điền số]"), number_of(rolled, "09 tháng 12 năm 2022", "[cần điền ngày]")
    made = rolled.decided({so: "4512345", ngay: "08 tháng 12 năm 2024"})
    assert "Quyết định số 4512345/QĐ-UBND ngày 08 tháng 12 năm 2024 của" in on_one_line(made.data.decode())
    again = made.decided({ngay: "09 tháng 12 năm 2024"})
    assert "số 4512345/QĐ-UBND ngày 09 tháng 12 năm 2024 của" in on_one_line(again.data.decode())


def test_the_review_list_says_what_was_chosen(rolled: docgen.RolledPlan) -> None:
    so = number_of(rolled, "3334", "[cần điền số]")
    made = rolled.decided({so: "4512"})
    assert "4512" in made.review_markdown()
    assert "người soạn đã chọn" in made.review
    assert not next(one for one in made.decisions if one.so == so).needs_a_person


def test_what_is_left_is_a_blank_that_papers_show(rolled: docgen.RolledPlan) -> None:
    asked = [one for one in rolled.decisions if one.needs_a_person and one.can_change]
    made = rolled.decided({one.so: None for one in asked})
    blanks = MARKER.findall(on_one_line(made.data.decode()))
    assert len(blanks) >= sum(len(one.places) for one in asked) > 10


def test_a_remark_has_nothing_to_choose_and_stays(rolled: docgen.RolledPlan) -> None:
    remarks = [one for one in rolled.decisions if not (one.old or one.new)]
    assert remarks
    assert not any(one.can_change for one in remarks)
    assert rolled.decided({one.so: "chữ" for one in remarks}).data == rolled.data


def test_words_with_which_it_would_be_no_plan_are_refused(rolled: docgen.RolledPlan) -> None:
    year = next(one.so for one in rolled.decisions if one.places[0].ten == "Năm")
    with pytest.raises(DataError, match="hai nghìn"):
        rolled.decided({year: "hai nghìn"})
