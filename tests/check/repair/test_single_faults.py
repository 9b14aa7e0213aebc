"""Single faults in the clean papers of others: what the decree fixes is mended to what the paper was before it was spoiled."""

import pytest

from tests.check.papers.mutate import mutated
from tests.check.repair.mending import accepting, faults_of_structure, graver, repaired, seen
from tests.check.test_single_faults import CASES, paper

MENDED = frozenset(
    """
    P01 paper of US size
    P02 left margin 25 mm
    H01 name of the state misspelt
    H01 name of the state not bold
    H02 long dashes in the motto
    H02 motto italic
    H05 superior office bold
    H06 office not bold
    N01 number bold
    D01 place and day upright
    D01 place and day of 12 pt
    """.strip().split("\n    ")
)
ANOTHER_WAY = {("P02", "plan")}  # its left margin was 35 mm, which nothing in the spoiled paper tells
OF_THEM = [case for case, (rule, name, *_) in enumerate(CASES) if f"{rule} {name}" in MENDED]


@pytest.mark.parametrize("case", OF_THEM, ids=[f"{CASES[case][1]}, {CASES[case][3]}" for case in OF_THEM])
def test_the_fault_is_mended_to_what_was_there_before(case: int) -> None:
    rule, _, change, base = CASES[case]
    spoiled = mutated(paper(base), change)
    made = repaired(spoiled, rule)
    assert graver(made.after) == {}
    assert {finding.rule.id for finding in made.repaired} == {rule}
    if (rule, base) not in ANOTHER_WAY:
        assert seen(accepting(made)) == seen(mutated(paper(base)))


def test_every_fault_that_is_said_to_be_mended_exists() -> None:
    assert {f"{rule} {name}" for rule, name, *_ in (CASES[case] for case in OF_THEM)} == MENDED


@pytest.mark.parametrize("case", OF_THEM[::7])
def test_the_copy_has_no_fault_of_structure_that_the_paper_had_not(case: int) -> None:
    _, _, change, base = CASES[case]
    spoiled = mutated(paper(base), change)
    assert faults_of_structure(repaired(spoiled).data) - faults_of_structure(spoiled) == {}
