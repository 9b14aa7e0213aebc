import pytest

from docgen.intake.texts import is_ditto, says_nothing, told_words


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Tổ chức hội nghị\ntriển khai", "Tổ chức hội nghị triển khai"),
        ("- Sở A;\n- Sở B", "- Sở A;\n- Sở B"),
        ("Sở A\nSở B", "Sở A\nSở B"),
        ("Gồm:\nviệc một", "Gồm:\nviệc một"),
        ("Các việc\na) một\nb) hai", "Các việc\na) một\nb) hai"),
        ("  hai\u00a0 chữ \n\n\tba ", "hai chữ ba"),
    ],
)
def test_lines_broken_for_the_width_of_a_cell_are_one_again(typed: str, words: str) -> None:
    assert told_words(typed) == words


@pytest.mark.parametrize("text", ["như trên", "Như trên.", "-nt-", "- nt -", "nt", '"', "''", "//", "-//-", "”"])
def test_signs_for_the_cell_above(text: str) -> None:
    assert is_ditto(text)


@pytest.mark.parametrize("text", ["", " ", "-", "–", "…", "....", "/", "___"])
def test_cells_that_say_nothing(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize("text", ["0", "x", "nt", "//", "Không"])
def test_cells_that_say_something(text: str) -> None:
    assert not says_nothing(text)
