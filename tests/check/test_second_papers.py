"""What the checker makes of bench/corpus/papers2, as a third person judged it at first sight, and after it was mended."""

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from docgen.check.finding import Finding, Severity
from docgen.check.judging import judge

_PAPERS: Final = Path(__file__).parents[2] / "bench" / "corpus" / "papers2"
_SILENT: Final = (
    *("p04", "p09", "p14", "p18", "p20", "p27", "p30", "base1", "base2", "base3"),
    *(f"d{number:02d}-final" for number in range(1, 13)),
)
_FIRST_SIGHT: Final[list[dict[str, Any]]] = [
    json.loads(line) for line in (_PAPERS / "first_sight.jsonl").read_text(encoding="utf-8").splitlines()
]
_MENDED: Final = (  # grave faults that were missed at first sight, or only noted, and are told now
    *(
        ("p10", "K01", "phải là chữ đứng"),
        ("p10", "K01", "dấu chấm phẩy"),
        ("p12", "R02", "sát lề trái"),
        ("p12", "X14", "thứ Sáu"),
    ),
    *(("p13", "T05", "phải đậm"), ("p13", "R02", "Như Điều"), ("p15", "T05", "canh giữa"), ("p15", "A04", "thiếu dòng")),
    *(("p16", "R02", "./."), ("p22", "C02", "thiếu ký hiệu"), ("p23", "B02", "canh giữa"), ("p24", "B07", "“a,”")),
    *(
        ("p24", "X02", "Trung học phổ thông"),
        ("p29", "T04", "tên loại"),
        ("p29", "X14", "Pháp luật"),
        ("d07-draft", "T05", "phải đậm"),
    ),
    ("d11-draft", "X12", "“tỉnh”"),
)


@cache
def _told(name: str) -> tuple[Finding, ...]:
    """Return the errors and warnings of a paper."""
    found = judge(name, (_PAPERS / f"{name}.docx").read_bytes()).findings
    return tuple(each for each in found if each.severity > Severity.NOTE)


def _judged(verdict: str) -> set[tuple[str, str]]:
    """Return the files and rules of the errors and warnings that were judged so."""
    found = (each for each in _FIRST_SIGHT if each["kind"] == "finding" and each["severity"] != "note")
    return {(each["file"].removesuffix(".docx"), each["rule"]) for each in found if each["verdict"] == verdict}


def test_the_first_sight_is_kept_as_it_was_judged() -> None:
    found = Counter(
        (each["severity"], each["verdict"]) for each in _FIRST_SIGHT if each["kind"] == "finding" and each["file"].startswith("p")
    )
    assert [found["error", each] for each in ("right", "debatable", "wrong")] == [110, 2, 3]
    assert [found["warning", each] for each in ("right", "debatable", "wrong")] == [74, 2, 3]


@pytest.mark.parametrize("name", _SILENT)
def test_nothing_is_told_of_a_paper_without_fault(name: str) -> None:
    assert [(each.rule.id, each.message) for each in _told(name)] == []


@pytest.mark.parametrize("number", range(1, 35))
def test_each_single_fault_is_told_and_nothing_else(number: int) -> None:
    name = f"s{number:02d}"
    assert {(name, each.rule.id) for each in _told(name)} == {each for each in _judged("right") if each[0] == name}


def test_all_that_was_right_is_still_told() -> None:
    lost = {(file, rule) for file, rule in _judged("right") if rule not in {each.rule.id for each in _told(file)}}
    assert lost == set()


@pytest.mark.parametrize(("name", "rule", "says"), _MENDED)
def test_what_was_missed_is_told(name: str, rule: str, says: str) -> None:
    assert any(each.rule.id == rule and says in each.message for each in _told(name))


@pytest.mark.parametrize("number", range(1, 13))
def test_a_corrected_paper_shows_nothing_that_its_draft_does_not(number: int) -> None:
    draft, final = ({(each.rule.id, each.message) for each in _told(f"d{number:02d}-{kind}")} for kind in ("draft", "final"))
    assert final <= draft
