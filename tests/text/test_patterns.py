"""A pattern that waits to be compiled does what a compiled one does."""

import re
from pathlib import Path

import pytest

from docgen.text import viendan
from docgen.text.patterns import lazy_re, listed


def test_it_finds_replaces_and_names_as_a_compiled_one() -> None:
    late, at_once = lazy_re(r"(?P<so>\d+) đồng", re.IGNORECASE), re.compile(r"(?P<so>\d+) đồng", re.IGNORECASE)
    text = "12 đồng và 30 ĐỒNG"
    assert [match["so"] for match in late.finditer(text)] == ["12", "30"]
    assert late.sub("x", text) == at_once.sub("x", text) == "x và x"
    assert (late.pattern, late.flags, late.groupindex) == (at_once.pattern, at_once.flags, at_once.groupindex)


def test_a_match_knows_its_pattern_by_the_words_of_it() -> None:
    late = lazy_re("ngày")
    match = late.search("trước ngày")
    assert match is not None
    assert match.re.pattern == late.pattern


def test_a_fault_shows_when_it_is_first_used() -> None:
    late = lazy_re("(")
    with pytest.raises(re.error):
        late.match("")


def test_every_list_of_the_words_of_citations_is_asked_for() -> None:
    room = Path(viendan.__path__[0])
    code = "".join(path.read_text(encoding="utf-8") for path in room.glob("*.py"))
    asked = re.findall(r"""(?:WORDS\[|\bwords\()['"](\w+)['"]""", code)
    assert set(asked) == set(listed("docgen.text.viendan", "words.toml"))
