import pytest

from docgen.intake.typed import is_ditto, mark_of, says_nothing, split, told_words, unmarked


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


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("1", "1"),
        ("01.", "1"),
        ("(12)", "1"),
        ("1.2", "1.1"),
        ("1.2.3.", "1.1.1"),
        ("I.1", "1"),
        ("IV", "I"),
        ("XII.", "I"),
        ("A", "A"),
        ("Đ", "A"),
        ("C", "A"),
        ("I", "I"),
        ("V", "I"),
        ("a)", "a"),
        ("đ)", "a"),
        ("-", "-"),
        ("Phần I", "I"),
        ("Nhóm 2", "1"),
    ],
)
def test_numbers_are_known_by_their_kind(text: str, kind: str) -> None:
    mark = mark_of(text)
    assert mark is not None
    assert mark.kind == kind


@pytest.mark.parametrize("text", ["", "TT", "Sở A", "15/12", "2024 người", "như trên"])
def test_words_are_no_number(text: str) -> None:
    assert mark_of(text) is None


def test_a_letter_behind_the_one_before_it_is_a_letter() -> None:
    behind, alone = mark_of("I", "H"), mark_of("I", "A")
    assert behind is not None
    assert alone is not None
    assert (behind.kind, alone.kind) == ("A", "I")


@pytest.mark.parametrize(
    ("text", "mark", "words"),
    [
        ("I. Công tác chỉ đạo", "I", "Công tác chỉ đạo"),
        ("1.1. Rà soát", "1.1", "Rà soát"),
        ("2/ Tập huấn", "2", "Tập huấn"),
        ("a) Xây dựng", "a", "Xây dựng"),
        ("II - Thể chế", "II", "Thể chế"),
        ("- Viết bài", "-", "Viết bài"),
        ("Phần II. Nhiệm vụ", "II", "Nhiệm vụ"),
        ("Nhóm 1: Tập huấn", "1", "Nhóm 1: Tập huấn"),
    ],
)
def test_a_number_is_parted_from_the_words_behind_it(text: str, mark: str, words: str) -> None:
    found, rest = split(text)
    assert found is not None
    assert (found.text, rest) == (mark, words)


@pytest.mark.parametrize(
    "text", ["Công tác chỉ đạo", "V.I. Lênin", "30 ngày làm việc", "6 tháng đầu năm", "2024", "A Lưới", "Mục tiêu chung", "I"]
)
def test_words_that_open_with_no_number_stay_whole(text: str) -> None:
    assert split(text)[0] is None or split(text)[1] == text


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("I. 1. Tuyên truyền", "Tuyên truyền"),
        ("Nhóm 1", "Nhóm 1"),
        ("II. NHÓM B", "NHÓM B"),
        ("Nhóm 2: Tập huấn", "Nhóm 2: Tập huấn"),
        ("Phần I", "Phần I"),
        ("I.", ""),
        ("IV", ""),
    ],
)
def test_a_title_loses_every_number_before_it_and_no_word(title: str, words: str) -> None:
    assert unmarked(title) == words
