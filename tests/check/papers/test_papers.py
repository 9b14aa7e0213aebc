"""The papers themselves: their words are in order, and each mutation finds what it is to spoil."""

import io
import re
import unicodedata
from collections.abc import Callable

import docx
import pytest

from tests.check.papers import mutate, spoil
from tests.check.papers.clean import CLEAN, HEADER_LAYOUTS, cong_van
from tests.check.papers.mau import MAU
from tests.check.papers.rules import KINDS, Kind

BLANKS = "2.2"  # an electronic appendix leaves number and date blank


def words_of(paper: bytes) -> list[str]:
    return [paragraph.text for paragraph in mutate.paragraphs_of(docx.Document(io.BytesIO(paper)))]


@pytest.mark.parametrize(("name", "make"), (CLEAN | MAU).items())
def test_words_are_in_order(name: str, make: Callable[[], bytes]) -> None:
    for words in words_of(make()):
        assert unicodedata.is_normalized("NFC", words)
        assert words == words.strip()
        assert not re.search(r" [,;.:)]|\( |[\u00a0\u200b-\u200f\ufeff–—…*]", words)
        assert name == BLANKS or "  " not in words


@pytest.mark.parametrize("layout", HEADER_LAYOUTS)
def test_every_layout_has_the_whole_head(layout: str) -> None:
    said = " ".join(" ".join(words_of(HEADER_LAYOUTS[layout]())).split())
    for words in ("TỈNH SÓC TRĂNG", "Độc lập - Tự do - Hạnh phúc", "Số: 612/UBND-VX", "ngày 18 tháng 3 năm 2024", "V/v tổ chức"):
        assert words in said


@pytest.mark.parametrize("kind", KINDS)
def test_a_rule_of_any_kind_is_found(kind: Kind) -> None:
    paper = mutate.mutated(
        cong_van(rules=kind), mutate.at("Độc lập", spoil.set_rule(30, "vml")), mutate.at("TỈNH", spoil.remove_rule)
    )
    with pytest.raises(LookupError):
        mutate.mutated(paper, mutate.at("TỈNH", spoil.remove_rule))


def test_text_is_replaced_across_runs() -> None:
    paper = mutate.mutated(CLEAN["quyet_dinh"](), mutate.at("Điều 2", spoil.replace_text("Điều 2. Ban", "điều 2: Ban")))
    assert any(words.startswith("điều 2: Ban Tổ chức có") for words in words_of(paper))
