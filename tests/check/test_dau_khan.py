import pytest

from tests.check.judged import findings, messages
from tests.check.papers.clean import cong_van, quyet_dinh
from tests.check.papers.mutate import at, mutated
from tests.check.papers.spoil import insert_paragraph_after, set_bold, set_color, set_size


def _stamped(words: str) -> bytes:
    stamp = at("Số:", insert_paragraph_after(words)), at(words, set_size(13), set_bold(True), set_color("FF0000"))
    return mutated(quyet_dinh(), *stamp)


@pytest.mark.parametrize("words", ["HỎA TỐC", "HOẢ TỐC", "THƯỢNG KHẨN", "KHẨN", "XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ"])
def test_stamps_of_the_decree_pass_in_red(words: str) -> None:
    assert messages(_stamped(words), "U01") == messages(_stamped(words), "P05") == []


def test_the_clause_of_a_circulation_stamp_is_its_own() -> None:
    (found,) = findings(_stamped("Lưu hành nội bộ"), "U01")
    assert found.clause == "PL I.III.2.c"


def test_a_paper_without_stamps_passes() -> None:
    assert messages(cong_van(), "U01") == []
