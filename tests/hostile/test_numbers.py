"""Any number: printed as Vietnamese papers do and read back without loss; shares add up to 100."""

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
@given(st.lists(st.integers(0, 10**6), max_size=12))
def test_shares_add_up(counts: list[int]) -> None:
    shares = so.shares(counts)
    assert sum(shares) == (100 if sum(counts) else 0)
    assert all(
        abs(one - Decimal(each * 100) / sum(counts)) <= Decimal("0.1")
        for one, each in zip(shares, counts, strict=True)
        if sum(counts)
    )


@thorough(600)
@given(HOSTILE | st.text("./\\:conauxltp123 *?<>|\0é\n", max_size=300))
def test_the_name_of_a_file_is_plain_whatever_the_words(words: str) -> None:
    name = plain_name(words)
    assert 0 < len(name) <= 61
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert name not in ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)))
    assert plain_name(without_marks(words)) == name
