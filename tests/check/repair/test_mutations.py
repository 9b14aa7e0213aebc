"""Our own clean papers with one thing broken: what the rules of these faults say is mended, or left and told why."""

import pytest

from tests.check.mutations import Mutation
from tests.check.papers.mutate import mutated
from tests.check.repair.mending import accepting, graver, new_faults, repaired
from tests.check.test_mutations import MUTATIONS, clean

OPEN = {  # for a person
    ("H03", "a narrow cell"),
    ("D03", "below the number"),
    ("T04", "a title"),
    ("T04", "no subject"),
    ("A06", "wider than the page"),
    ("A06", "some rows smaller"),
    ("R02", "two on a line"),
}
RULES = ("H03", "H08", "T04", "D03", "B06", "B07", "X01", "X02", "P08", "A06", "R02")
OF_THEM = [each for each in MUTATIONS if each.rule in RULES and (each.rule, each.name) not in OPEN]


@pytest.mark.parametrize("mutation", OF_THEM, ids=lambda mutation: f"{mutation.rule} {mutation.name}")
def test_what_is_broken_is_mended(mutation: Mutation) -> None:
    broken = mutated(clean(mutation.paper), mutation.change)
    made = repaired(broken, mutation.rule)
    assert graver(made.after) == {}, [(left.finding.message, left.why) for left in made.left]
    assert new_faults(accepting(made), broken) == {}
