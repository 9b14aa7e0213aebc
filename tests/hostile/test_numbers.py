"""Any number: printed as Vietnamese papers do and read back without loss; shares are rounded by themselves."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from docgen.text import so
from docgen.text.folding import plain_name, without_marks
from tests.hostile.words import HOSTILE, thorough


@thorough(400)
@given(st.decimals(-(10**15), 10**15, places=6))
def test_a_number_reads_back(value: Decimal) -> None:
    assert Decimal(so.number(value).replace(".", "").replace(",", ".")) == value


@thorough(300)
@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=12).filter(any))
def test_each_share_is_off_by_less_than_a_tenth(counts: list[int]) -> None:
    whole = Decimal(sum(counts))
    for each in map(Decimal, counts):
        said, exact = so.share(each, whole), each * 100 / whole
        assert (said in (0, 100)) == (exact in (0, 100))
        assert abs(said - exact) <= Decimal("0.05") or (
            said in (Decimal("0.1"), Decimal("99.9")) and abs(said - exact) < Decimal("0.1")
        )


@thorough(600)
@given(HOSTILE | st.text("./\\:conauxltp123 *?<>|\0é\n", max_size=300))
def test_the_name_of_a_file_is_plain_whatever_the_words(words: str) -> None:
    name = plain_name(words)
    assert 0 < len(name) <= 61
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert name not in ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)))
    assert plain_name(without_marks(words)) == name
