"""Lines under motto, office and subject are drawn anew: right below the words, of the right length, the old ones struck out."""

import pytest

from docgen.check.docview import open_view
from docgen.check.ink import DrawnRule
from tests.check.papers.clean import CLEAN
from tests.check.papers.mutate import at, mutated
from tests.check.papers.spoil import set_rule
from tests.check.repair.mending import accepting, graver, new_faults, repaired


def _drawn(data: bytes) -> list[DrawnRule]:
    return [rule for paragraph in open_view("thu.docx", data).paragraphs for rule in paragraph.rules]


@pytest.mark.parametrize(
    ("start", "length", "kind", "rule", "wanted"),
    [
        ("Độc lập", 20, "inline", "H04", (58, 62)),
        ("Độc lập", 20, "anchor", "H04", (58, 62)),
        ("Độc lập", 20, "vml", "H04", (58, 62)),
        ("Độc lập", 90, "border", "H04", (58, 62)),
        ("TỈNH", 80, "inline", "H07", (10, 25)),
    ],
)
def test_a_line_of_the_wrong_length_gives_way_to_one_of_the_right(
    start: str, length: float, kind: str, rule: str, wanted: tuple[float, float]
) -> None:
    spoiled = mutated(CLEAN["ke_hoach"](), at(start, set_rule(length, kind)))  # type: ignore[arg-type]
    assert graver(repaired(spoiled, "P02").before) == {rule: 1}
    made = repaired(spoiled, rule)
    assert graver(made.after) == {}
    before, after = _drawn(spoiled), _drawn(accepting(made))
    [new] = [each for each in after if each.floating and each not in before]
    assert wanted[0] <= (new.length or 0) <= wanted[1]
    assert len(after) == len(before)
    assert new_faults(made.data, spoiled) == {}
